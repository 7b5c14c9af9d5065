import Glibc

/// Files that are whole or not there: written beside, synced, renamed, and the folder synced.
package enum DurableFile {
    package static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o644) throws(Fault) {
        let partial = path + ".partial"
        let fd = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard fd >= 0 else { throw fault("create", partial) }
        do throws(Fault) {
            try writeAll(fd, bytes, partial)
            guard fsync(fd) == 0 else { throw fault("sync", partial) }
        } catch {
            close(fd)
            unlink(partial)
            throw error
        }
        close(fd)
        guard rename(partial, path) == 0 else { throw fault("rename", path) }
        try syncFolder(of: path)
    }

    /// Appends and syncs before it returns.
    package static func append(_ bytes: [UInt8], to path: String, mode: mode_t = 0o600) throws(Fault) {
        let fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, mode)
        guard fd >= 0 else { throw fault("open", path) }
        defer { close(fd) }
        try writeAll(fd, bytes, path)
        guard fsync(fd) == 0 else { throw fault("sync", path) }
    }

    package static func read(_ path: String, limit: Int = 256 << 20) throws(Fault) -> [UInt8] {
        let fd = open(path, O_RDONLY | O_CLOEXEC)
        guard fd >= 0 else {
            throw Fault(errno == ENOENT ? .notFound : .storage, "cannot open the file: \(systemError())", at: path)
        }
        defer { close(fd) }
        var out: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let n = Glibc.read(fd, &chunk, chunk.count)
            guard n >= 0 else { if errno == EINTR { continue } else { throw fault("read", path) } }
            if n == 0 { return out }
            guard out.count + n <= limit else {
                throw Fault(.limitBytes, "the file has more than \(limit) bytes", at: path)
            }
            out.append(contentsOf: chunk[0..<n])
        }
    }

    package static func syncFolder(of path: String) throws(Fault) {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let fd = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard fd >= 0 else { throw fault("open", folder) }
        defer { close(fd) }
        guard fsync(fd) == 0 else { throw fault("sync", folder) }
    }

    private static func writeAll(_ fd: Int32, _ bytes: [UInt8], _ path: String) throws(Fault) {
        var done = 0
        while done < bytes.count {
            let n = bytes.withUnsafeBytes { Glibc.write(fd, $0.baseAddress! + done, bytes.count - done) }
            guard n > 0 else { if errno == EINTR { continue } else { throw fault("write", path) } }
            done += n
        }
    }

    private static func fault(_ verb: String, _ path: String) -> Fault {
        Fault(
            errno == ENOSPC || errno == EDQUOT ? .storageFull : .storage, "cannot \(verb) the file: \(systemError())",
            at: path)
    }
}
