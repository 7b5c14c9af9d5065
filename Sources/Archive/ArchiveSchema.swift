import Base
import GRDB
import Glibc

/// The tables of archive.sqlite. Times are milliseconds since 1970 in UTC. `seal` is the `Checksum` of the row's other
/// fields: SQLite has no checksum of its own, and a flipped bit in a time would otherwise be a wrong number.
enum ArchiveSchema {
    static let version = 1
    /// "WhlA": a file of ours, whatever its name.
    static let applicationID = 0x5768_6C41

    /// In this order, which `verify` compares with what the file holds.
    static let statements = [
        // A board's state (last poll, ETag, ...) is read from its polls: one truth.
        """
        CREATE TABLE board(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, address TEXT NOT NULL, \
        company TEXT, seal INTEGER NOT NULL) STRICT
        """,
        """
        CREATE TABLE document(id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, board INTEGER NOT NULL, \
        external_id TEXT NOT NULL, size INTEGER NOT NULL, seal INTEGER NOT NULL, frame BLOB NOT NULL) STRICT
        """,
        "CREATE INDEX document_board ON document(board)",
        // One stretch in which a board showed one version of a posting. Open while both ends are NULL; then its last day
        // is that of the board's newest complete poll, and `last_seen` only what was seen by partial ones.
        """
        CREATE TABLE sighting(id INTEGER PRIMARY KEY, board INTEGER NOT NULL, external_id TEXT NOT NULL, \
        document INTEGER NOT NULL, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, absent_at INTEGER, \
        replaced_at INTEGER, seal INTEGER NOT NULL) STRICT
        """,
        """
        CREATE UNIQUE INDEX sighting_open ON sighting(board, external_id) WHERE absent_at IS NULL AND replaced_at IS NULL
        """,
        "CREATE INDEX sighting_document ON sighting(document)",
        // `content` is the SHA-256 over the ids and digests of what the poll showed, by which a poll appended twice is
        // recognised; `documents` their number.
        """
        CREATE TABLE poll(id INTEGER PRIMARY KEY, board INTEGER NOT NULL, at INTEGER NOT NULL, outcome TEXT NOT NULL, \
        fault_code TEXT, fault_sentence TEXT, fault_at TEXT, documents INTEGER NOT NULL, unchanged INTEGER NOT NULL, \
        etag TEXT, last_modified TEXT, alarms TEXT NOT NULL, content BLOB NOT NULL, seal INTEGER NOT NULL) STRICT
        """,
        "CREATE INDEX poll_board ON poll(board, outcome, at)",
        // Kept for ever: a frame names the dictionary that opens it.
        """
        CREATE TABLE dictionary(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, digest BLOB NOT NULL, bytes BLOB NOT NULL) STRICT
        """,
    ]

    static func checkVersion(_ version: Int, _ path: String) throws(Fault) {
        guard version <= Self.version else {
            throw Fault(
                .newer,
                "the archive was written by a newer wheelhouse (format \(version), this one knows \(Self.version))",
                at: path)
        }
    }

    /// The version as the file's first page has it (four bytes at 60, big-endian), before anything is opened: opening
    /// alone may write, and a file that is not understood is left alone.
    static func checkHeader(_ path: String) throws(Fault) {
        let fd = open(path, O_RDONLY | O_CLOEXEC)
        guard fd >= 0 else { return }
        defer { close(fd) }
        var header = [UInt8](repeating: 0, count: 64)
        guard read(fd, &header, 64) == 64 else { return }
        try checkVersion(Int(header[60]) << 24 | Int(header[61]) << 16 | Int(header[62]) << 8 | Int(header[63]), path)
    }

    /// Creates the tables in an empty file; refuses a file of a newer version or of another program.
    static func prepare(_ db: Database) throws {
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        try checkVersion(version, "")
        if version == 0 {
            guard try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0 else {
                throw Fault(.corrupt, "the file is a database, but no archive of wheelhouse")
            }
            for statement in statements { try db.execute(sql: statement) }
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: "PRAGMA user_version = \(Self.version)")
        }
    }
}
