import Base
import Dispatch
import GRDB
import GRDBSQLite

/// An end to a question that takes too long, however it was asked: SQLite looks at the clock every thousand steps.
enum Patience {
    private final class Deadline {
        let time: UInt64
        init(_ time: UInt64) { self.time = time }
    }

    static func until<T>(_ deadline: DispatchTime, _ db: Database, _ body: () throws -> T) throws -> T {
        let held = Deadline(deadline.uptimeNanoseconds)
        return try withExtendedLifetime(held) {
            sqlite3_progress_handler(
                db.sqliteConnection, 1_000,
                { context in
                    guard let context else { return 0 }
                    let deadline = Unmanaged<Deadline>.fromOpaque(context).takeUnretainedValue()
                    return DispatchTime.now().uptimeNanoseconds > deadline.time ? 1 : 0
                }, Unmanaged.passUnretained(held).toOpaque())
            defer { sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
            return try body()
        }
    }
}
