import Archive
import Base
import Foundation
import GRDB

/// `market/facts.sqlite`: the facts of every document, by reading. A reading is one pass of one reader version over the
/// archive; while a newer one is being made the older serves on. All of it is derived, so that it is written without
/// waiting for the disk (synchronous=NORMAL) and thrown away when it is damaged or of another format.
final class FactsStore: Sendable {
    static let format = 1
    /// Keys are `reading << 40 | document`: one reading is one run of rows.
    static let documentBits: Int64 = 40

    let path: String
    private let queue: DatabaseQueue

    init(folder: String, readOnly: Bool) throws(Fault) {
        path = folder + "/facts.sqlite"
        if readOnly, !FileManager.default.fileExists(atPath: path) {
            throw Fault(.notFound, "no facts have been read yet", at: path)
        }
        do throws(Fault) { queue = try FactsStore.openFile(path, readOnly) } catch {
            guard !readOnly, error.code == .corrupt || error.code == .newer else { throw error }
            for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
            queue = try FactsStore.openFile(path, readOnly)
        }
    }

    private static func openFile(_ path: String, _ readOnly: Bool) throws(Fault) -> DatabaseQueue {
        var settings = Configuration()
        settings.readonly = readOnly
        settings.foreignKeysEnabled = false
        settings.busyMode = .timeout(5)
        settings.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -32768")
            if !readOnly { try db.execute(sql: "PRAGMA journal_mode = WAL") }
        }
        return try faulting(path) {
            let queue = try DatabaseQueue(path: path, configuration: settings)
            if readOnly { return queue }
            try queue.write { db in
                let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
                guard version == 0 || version == format else {
                    throw Fault(.newer, "the facts are of another format", at: path)
                }
                try db.execute(
                    sql: """
                        CREATE TABLE IF NOT EXISTS reading(id INTEGER PRIMARY KEY, version TEXT NOT NULL) STRICT;
                        CREATE TABLE IF NOT EXISTS fact(key INTEGER PRIMARY KEY, record BLOB NOT NULL) STRICT;
                        CREATE TABLE IF NOT EXISTS shingle(key INTEGER PRIMARY KEY, words BLOB NOT NULL) STRICT;
                        PRAGMA user_version = 1;
                        """)
            }
            return queue
        }
    }

    /// The newest reading of that version, made if there is none or if `fresh` asks for another.
    func reading(version: String, fresh: Bool) throws(Fault) -> Int64 {
        try faulting(path) {
            try queue.write { db in
                let known = try Int64.fetchOne(
                    db, sql: "SELECT max(id) FROM reading WHERE version = ?", arguments: [version])
                if !fresh, let known { return known }
                try db.execute(sql: "INSERT INTO reading(version) VALUES (?)", arguments: [version])
                return db.lastInsertedRowID
            }
        }
    }

    /// The newest document that the reading has; zero before the first.
    func newest(_ reading: Int64) throws(Fault) -> Int64 {
        try faulting(path) {
            try queue.read { db in
                let key = try Int64.fetchOne(
                    db, sql: "SELECT max(key) FROM fact WHERE key >= ? AND key < ?",
                    arguments: [reading << Self.documentBits, (reading + 1) << Self.documentBits])
                return key.map { $0 & (1 << Self.documentBits - 1) } ?? 0
            }
        }
    }

    /// One transaction.
    func add(_ rows: [(document: Int64, record: [UInt8], shingles: [UInt8])], to reading: Int64) throws(Fault) {
        try faulting(path) {
            try queue.write { db in
                let fact = try db.cachedStatement(sql: "INSERT OR REPLACE INTO fact(key, record) VALUES (?, ?)")
                let shingle = try db.cachedStatement(sql: "INSERT OR REPLACE INTO shingle(key, words) VALUES (?, ?)")
                for row in rows {
                    let key = reading << Self.documentBits | row.document
                    fact.setUncheckedArguments([key, Data(row.record)])
                    try fact.execute()
                    shingle.setUncheckedArguments([key, Data(row.shingles)])
                    try shingle.execute()
                }
            }
        }
    }

    /// The records of some documents of the reading, as they are stored.
    func encoded(_ reading: Int64, documents: ClosedRange<Int64>) throws(Fault) -> [Int64: [UInt8]] {
        try faulting(path) {
            try queue.read { db in
                var out: [Int64: [UInt8]] = [:]
                let first = reading << Self.documentBits
                let rows = try Row.fetchCursor(
                    db, sql: "SELECT key, record FROM fact WHERE key BETWEEN ? AND ?",
                    arguments: [first | documents.lowerBound, first | documents.upperBound])
                while let row = try rows.next() { out[try row.int(0) - first] = try row.blob(1) }
                return out
            }
        }
    }

    /// All records of the reading in order of document, decoded on all cores. About 500 bytes each in memory.
    func records(_ reading: Int64) throws(Fault) -> (documents: [Int64], records: [FactsRecord]) {
        let raw: [(Int64, [UInt8])] = try faulting(path) {
            try queue.read { db in
                var out: [(Int64, [UInt8])] = []
                let rows = try Row.fetchCursor(
                    db, sql: "SELECT key, record FROM fact WHERE key >= ? AND key < ? ORDER BY key",
                    arguments: [reading << Self.documentBits, (reading + 1) << Self.documentBits])
                while let row = try rows.next() {
                    out.append((try row.int(0) & (1 << Self.documentBits - 1), try row.blob(1)))
                }
                return out
            }
        }
        let decoded = parallel(raw.count) { i -> Result<FactsRecord, Fault> in
            do throws(Fault) { return .success(try FactsRecord(encoded: raw[i].1)) } catch { return .failure(error) }
        }
        var records: [FactsRecord] = []
        records.reserveCapacity(raw.count)
        for r in decoded { records.append(try r.get()) }
        return (raw.map(\.0), records)
    }

    func record(_ document: Int64, _ reading: Int64) throws(Fault) -> FactsRecord? {
        let bytes = try faulting(path) {
            try queue.read { db in
                try Row.fetchOne(
                    db, sql: "SELECT record FROM fact WHERE key = ?",
                    arguments: [reading << Self.documentBits | document])?.blob(0)
            }
        }
        guard let bytes else { return nil }
        return try FactsRecord(encoded: bytes)
    }

    /// The shingle sets of some documents, for exact comparison; a document without text has none.
    func shingles(_ documents: [Int64], _ reading: Int64) throws(Fault) -> [[UInt32]] {
        try faulting(path) {
            try queue.read { db in
                let find = try db.cachedStatement(sql: "SELECT words FROM shingle WHERE key = ?")
                return try documents.map { document in
                    find.setUncheckedArguments([reading << Self.documentBits | document])
                    return Shingles.decode(try Row.fetchOne(find)?.blob(0) ?? [])
                }
            }
        }
    }

    /// Forgets all readings but those named.
    func keep(_ readings: Set<Int64>) throws(Fault) {
        try faulting(path) {
            try queue.write { db in
                for id in try Int64.fetchAll(db, sql: "SELECT id FROM reading") where !readings.contains(id) {
                    for sql in [
                        "DELETE FROM fact WHERE key >= ? AND key < ?", "DELETE FROM shingle WHERE key >= ? AND key < ?",
                    ] {
                        try db.execute(sql: sql, arguments: [id << Self.documentBits, (id + 1) << Self.documentBits])
                    }
                    try db.execute(sql: "DELETE FROM reading WHERE id = ?", arguments: [id])
                }
            }
        }
    }
}
