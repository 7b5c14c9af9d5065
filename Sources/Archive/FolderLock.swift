import Base
import Glibc
import Synchronization

/// The one writer of a data folder, by `flock` on `writer.lock`: the kernel lets go of it when the process ends, however
/// it ends.
final class FolderLock: Sendable {
    private let descriptor: Int32
    private let isHeld = Mutex(true)

    init(folder: String) throws(Fault) {
        let path = folder + "/writer.lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw Fault(
                errno == ENOSPC ? .storageFull : .storage, "cannot open the lock of the data folder: \(systemError())",
                at: path)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Fault(
                .busy, "another wheelhouse is writing to this data folder; stop it or use another folder", at: folder)
        }
    }

    func release() {
        isHeld.withLock { held in
            if held { close(descriptor) }
            held = false
        }
    }

    deinit { release() }
}

/// Room on the disk below which nothing more is collected: the least of 500 MB and a twentieth of the disk.
enum DiskReserve {
    static let bytes: UInt64 = 500 << 20

    static func check(_ folder: String, incoming: Int) throws(Fault) {
        var s = statvfs()
        guard statvfs(folder, &s) == 0 else { return }
        let free = UInt64(s.f_bavail) * UInt64(s.f_frsize)
        let floor = min(bytes, UInt64(s.f_blocks) * UInt64(s.f_frsize) / 20)
        guard free >= floor + UInt64(incoming) else {
            throw Fault(
                .storageFull, "the disk has \(free >> 20) MB left; collecting stops so that what is here stays whole",
                at: folder)
        }
    }
}
