import Base
import Foundation
import GRDB
import Sources
import Synchronization

/// One stored document, opened.
package struct StoredDocument: Sendable {
    package var id: Int64
    package var digest: Digest
    /// Id of the board that showed it first.
    package var board: String
    package var externalID: String
    package var bytes: [UInt8]
}

/// A board as its polls leave it.
package struct BoardState: Sendable {
    package var board: Board
    package var firstComplete: Instant?
    package var lastComplete: Instant?
    package var lastPoll: Instant?
    package var lastOutcome: PollOutcome?
    /// Why the last poll was not complete.
    package var fault: Fault?
    package var etag: String?
    package var lastModified: String?
    /// Postings that its newest complete poll showed, or a partial one since.
    package var openPostings: Int
    /// Of the last poll.
    package var alarms: [String]
}

/// The market's memory: `archive.sqlite` in a data folder, in WAL with synchronous=FULL. One process writes (a lock says
/// so), any number read. What `append` has returned is on the disk.
package final class ArchiveStore: Sendable {
    package let folder: String
    package let isReadOnly: Bool
    let pool: DatabasePool
    let lock: FolderLock?
    let codec: Mutex<DocumentCodec>
    /// Documents of each kind that has no dictionary yet, since the last count.
    let untrained = Mutex<[String: Int]>([:])

    var path: String { folder + "/archive.sqlite" }

    /// Faults: `.busy` (another writer), `.newer`, `.corrupt`, `.notFound` (reading where nothing is), `.storage`.
    package static func open(folder: String, readOnly: Bool = false) throws(Fault) -> ArchiveStore {
        try ArchiveStore(folder: folder, readOnly: readOnly)
    }

    private init(folder: String, readOnly: Bool) throws(Fault) {
        self.folder = folder
        isReadOnly = readOnly
        let path = folder + "/archive.sqlite"
        if readOnly {
            lock = nil
            guard FileManager.default.fileExists(atPath: path) else {
                throw Fault(.notFound, "there is no archive here yet; import or collect something first", at: folder)
            }
        } else {
            do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
                throw Fault(.storage, "the data folder cannot be made", at: folder)
            }
            lock = try FolderLock(folder: folder)
        }
        try ArchiveSchema.checkHeader(path)
        var settings = Configuration()
        settings.readonly = readOnly
        settings.foreignKeysEnabled = false
        settings.busyMode = .timeout(5)
        settings.maximumReaderCount = 8
        settings.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -65536")
        }
        let pool = try faulting(path) { try DatabasePool(path: path, configuration: settings) }
        let dictionaries = try faulting(path) {
            if !readOnly { try pool.write { db in try ArchiveSchema.prepare(db) } }
            return try pool.read { db in
                try ArchiveSchema.checkVersion(try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0, path)
                return try ArchiveStore.dictionaries(db)
            }
        }
        self.pool = pool
        codec = Mutex(DocumentCodec(dictionaries: dictionaries, encodes: !readOnly))
    }

    static func dictionaries(_ db: Database) throws -> [(id: UInt32, kind: String, bytes: [UInt8])] {
        try Row.fetchAll(db, sql: "SELECT id, kind, bytes FROM dictionary ORDER BY rowid").map { row in
            (UInt32(truncatingIfNeeded: try row.int(0)), try row.text(1), try row.blob(2))
        }
    }

    /// Ends all use and moves the log into the file. Whoever forgets it loses nothing.
    package func close() throws(Fault) {
        try faulting(path) {
            if !isReadOnly { _ = try pool.writeWithoutTransaction { db in try db.checkpoint(.truncate) } }
            try pool.close()
        }
        lock?.release()
    }

    /// The file with its log, in bytes.
    package var sizeOnDisk: Int {
        [path, path + "-wal"].reduce(0) { sum, p in
            sum + (((try? FileManager.default.attributesOfItem(atPath: p))?[.size] as? Int) ?? 0)
        }
    }
}
