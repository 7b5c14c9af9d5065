import Base
import GRDB

extension Fault {
    /// What SQLite or GRDB says, as one Fault. A Fault passes unchanged.
    package init(sqlite error: any Error, at place: String) {
        if let fault = error as? Fault {
            self = fault
            return
        }
        guard let database = error as? DatabaseError else {
            self.init(.storage, "the database failed: \(type(of: error))", at: place)
            return
        }
        switch database.resultCode {
        case .SQLITE_FULL: self.init(.storageFull, "the disk is full; nothing of this step was kept", at: place)
        case .SQLITE_IOERR:
            self.init(.storage, "the disk failed to read or write; nothing of this step was kept", at: place)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self.init(.corrupt, "the database file is damaged", at: place)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self.init(.busy, "the database is in use by another process", at: place)
        case .SQLITE_INTERRUPT: self.init(.limitTime, "the question took too long", at: place)
        case .SQLITE_CANTOPEN: self.init(.storage, "the database file cannot be opened", at: place)
        case .SQLITE_READONLY, .SQLITE_PERM: self.init(.storage, "the database file may not be written", at: place)
        default:
            self.init(
                .storage, "the database failed: \(database.message ?? "code \(database.resultCode.rawValue)")",
                at: place)
        }
    }
}

/// Runs a step on a database and turns whatever it throws into a Fault.
package func faulting<T>(_ place: String, _ body: () throws -> T) throws(Fault) -> T {
    do { return try body() } catch { throw Fault(sqlite: error, at: place) }
}
