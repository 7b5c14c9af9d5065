import Base
import Glibc

/// The person's file: append-only lines, synced before a command says "done", readable by its owner alone.
/// It is not yet sealed by a passphrase; `me init` says so in plain words.
package struct PersonStore: Sendable {
    package let path: String
    package static let fileName = "me.records"
    /// Far above any life's work; a larger file is not ours.
    static let limitBytes = 64 << 20

    package init(folder: String) { path = folder + "/" + Self.fileName }

    package var exists: Bool { access(path, F_OK) == 0 }

    /// Makes the file with mode 0600. Refuses (`conflict`) where one is there.
    package func create(at now: Instant) throws(Fault) {
        guard !exists else { throw Fault(.conflict, "there is a person's file already", at: path) }
        try DurableFile.append(PersonRecord.created(at: now).line, to: path, mode: 0o600)
        try DurableFile.syncFolder(of: path)
    }

    /// Folds the file. A last line that a crash cut short (it has no line break) is left out.
    package func profile() throws(Fault) -> Profile {
        let bytes = try contents()
        var profile = Profile()
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: true)
        for (i, line) in lines.enumerated() {
            do throws(Fault) {
                profile.apply(try PersonRecord(line: Array(line)))
            } catch {
                if i == lines.count - 1, bytes.last != 10, error.code != .newer { break }
                throw Fault(error.code == .newer ? .newer : .corrupt, error.sentence, at: "\(path), line \(i + 1)")
            }
        }
        return profile
    }

    /// Appends and syncs. What a crash left of a line is cut off first: it was never acknowledged.
    package func append(_ record: PersonRecord) throws(Fault) {
        let bytes = try contents()
        var line = record.line
        if let last = bytes.last, last != 10 {
            let tail = bytes.lastIndex(of: 10).map { $0 + 1 } ?? 0
            if (try? PersonRecord(line: Array(bytes[tail...]))) != nil {
                line.insert(10, at: 0)
            } else {
                guard truncate(path, tail) == 0 else {
                    throw Fault(.storage, "cannot mend the file: \(systemError())", at: path)
                }
            }
        }
        try DurableFile.append(line, to: path, mode: 0o600)
    }

    private func contents() throws(Fault) -> [UInt8] {
        guard exists else {
            throw Fault(.notFound, "there is no person's file yet; make it with `wheelhouse me init`", at: path)
        }
        try checkMode()
        return try DurableFile.read(path, limit: Self.limitBytes)
    }

    /// Removes the file. What was exported elsewhere stays there.
    package func erase() throws(Fault) {
        guard unlink(path) == 0 else {
            throw Fault(errno == ENOENT ? .notFound : .storage, "cannot erase the file: \(systemError())", at: path)
        }
        try DurableFile.syncFolder(of: path)
    }

    private func checkMode() throws(Fault) {
        var st = stat()
        guard stat(path, &st) == 0 else { throw Fault(.storage, "cannot look at the file: \(systemError())", at: path) }
        guard st.st_mode & 0o077 == 0 else {
            throw Fault(.refused, "the person's file can be read by others; give it mode 0600 first", at: path)
        }
    }
}
