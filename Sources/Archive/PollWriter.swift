import Base
import Foundation
import GRDB
import Sources

/// The rules by which a poll moves sightings, inside one write transaction:
///
/// * a complete poll goes on with what it shows for nothing, begins what is new, ends (`absent_at`) what it shows no more;
/// * a partial one extends what it shows, and ends nothing; a failed one leaves a row that says so;
/// * other bytes under the same id are a new version: the old stretch is replaced, not absent;
/// * a poll older than the board's newest (an import of the past) widens what it knows and ends nothing.
struct PollWriter {
    private let db: Database
    private var boards: [String: Int64] = [:]
    private let selectOpen: Statement, insertSighting: Statement, updateSighting: Statement, insertPoll: Statement

    struct Sighting {
        var id: Int64 = 0
        var board: Int64
        var externalID: String
        var document: Int64
        var first: Int64
        var last: Int64
        var absent: Int64?
        var replaced: Int64?

        var seal: Int64 {
            var c = Checksum(seed: 2)
            c.add(board)
            c.add(externalID)
            c.add(document)
            c.add(first)
            c.add(last)
            c.add(absent)
            c.add(replaced)
            return c.value
        }
    }

    init(_ db: Database) throws {
        self.db = db
        selectOpen = try db.cachedStatement(
            sql: """
                SELECT id, document, first_seen, last_seen FROM sighting \
                WHERE board = ? AND external_id = ? AND absent_at IS NULL AND replaced_at IS NULL
                """)
        insertSighting = try db.cachedStatement(
            sql: """
                INSERT INTO sighting(board, external_id, document, first_seen, last_seen, absent_at, replaced_at, seal) \
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        updateSighting = try db.cachedStatement(
            sql:
                "UPDATE sighting SET first_seen = ?, last_seen = ?, absent_at = ?, replaced_at = ?, seal = ? WHERE id = ?"
        )
        insertPoll = try db.cachedStatement(
            sql: """
                INSERT INTO poll(board, at, outcome, fault_code, fault_sentence, fault_at, documents, unchanged, etag, \
                last_modified, alarms, content, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
    }

    /// The row of a board, made at its first poll. Its kind never changes; address and company follow the last word.
    mutating func board(_ b: Board) throws -> Int64 {
        if let id = boards[b.id] { return id }
        let seal = PollWriter.seal(b)
        let row = try Row.fetchOne(db, sql: "SELECT id, kind, seal FROM board WHERE name = ?", arguments: [b.id])
        let id: Int64
        if let row {
            id = try row.int(0)
            let kind = try row.text(1)
            guard kind == b.kind.rawValue else {
                throw Fault(.conflict, "the board is known as \(kind), not as \(b.kind.rawValue)", at: b.id)
            }
            if try row.int(2) != seal {
                try db.execute(
                    sql: "UPDATE board SET address = ?, company = ?, seal = ? WHERE id = ?",
                    arguments: [b.address, b.company, seal, id])
            }
        } else {
            try db.execute(
                sql: "INSERT INTO board(name, kind, address, company, seal) VALUES (?, ?, ?, ?, ?)",
                arguments: [b.id, b.kind.rawValue, b.address, b.company, seal])
            id = db.lastInsertedRowID
        }
        boards[b.id] = id
        return id
    }

    static func seal(_ b: Board) -> Int64 {
        var c = Checksum(seed: 3)
        c.add(b.id)
        c.add(b.kind.rawValue)
        c.add(b.address)
        c.add(b.company)
        return c.value
    }

    mutating func write(_ poll: PollRecord, _ shown: [(externalID: String, digest: Digest, document: Int64)]) throws
        -> Int64
    {
        let board = try board(poll.board)
        let at = poll.at.milliseconds
        let content = PollWriter.content(shown)
        if let id = try Int64.fetchOne(
            db, sql: "SELECT id FROM poll WHERE board = ? AND outcome = ? AND at = ? AND unchanged = ? AND content = ?",
            arguments: [board, poll.outcome.rawValue, at, poll.unchanged, Data(content)])
        {
            return id
        }
        let newest = try Int64.fetchOne(db, sql: "SELECT max(at) FROM poll WHERE board = ?", arguments: [board])
        let lastComplete = try Int64.fetchOne(
            db, sql: "SELECT max(at) FROM poll WHERE board = ? AND outcome = 'complete'", arguments: [board])
        if poll.outcome != .failed, !poll.unchanged {
            if let newest, at < newest {
                for s in shown { try widen(board, s.externalID, s.document, at) }
            } else {
                try move(board, at, shown, isComplete: poll.outcome == .complete, lastComplete: lastComplete)
            }
        }
        return try insert(poll, board, shown.count, content)
    }

    private func move(
        _ board: Int64, _ at: Int64, _ shown: [(externalID: String, digest: Digest, document: Int64)], isComplete: Bool,
        lastComplete: Int64?
    ) throws {
        var going = Set<Int64>(minimumCapacity: shown.count)
        for s in shown {
            if let old = try open(board, s.externalID) {
                if old.document == s.document {
                    going.insert(old.id)
                    if !isComplete, old.last < at {
                        var next = old
                        next.last = at
                        try update(next)
                    }
                    continue
                }
                var ended = old
                ended.last = max(old.last, lastComplete ?? old.last)
                ended.replaced = at
                try update(ended)
            }
            going.insert(
                try insert(Sighting(board: board, externalID: s.externalID, document: s.document, first: at, last: at)))
        }
        guard isComplete else { return }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id, external_id, document, first_seen, last_seen FROM sighting \
                WHERE board = ? AND absent_at IS NULL AND replaced_at IS NULL ORDER BY id
                """, arguments: [board])
        for row in rows where !going.contains(try row.int(0)) {
            var gone = Sighting(
                id: try row.int(0), board: board, externalID: try row.text(1), document: try row.int(2),
                first: try row.int(3), last: try row.int(4))
            gone.last = max(gone.last, lastComplete ?? gone.last)
            gone.absent = at
            try update(gone)
        }
    }

    /// What a poll of the past adds: an earlier first sight, or a stretch whose end is already known (the next version,
    /// or the first complete poll after it, which did not show it).
    private func widen(_ board: Int64, _ externalID: String, _ document: Int64, _ at: Int64) throws {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT id, first_seen, last_seen, absent_at, replaced_at FROM sighting \
                WHERE document = ? AND board = ? AND external_id = ? ORDER BY abs(first_seen - ?) LIMIT 1
                """, arguments: [document, board, externalID, at])
        if let row {
            var s = Sighting(
                id: try row.int(0), board: board, externalID: externalID, document: document, first: try row.int(1),
                last: try row.int(2), absent: try row.intOrNil(3), replaced: try row.intOrNil(4))
            guard at < s.first || (s.last < at && s.absent == nil && s.replaced == nil) else { return }
            s.first = min(s.first, at)
            s.last = max(s.last, at)
            return try update(s)
        }
        var past = Sighting(board: board, externalID: externalID, document: document, first: at, last: at)
        if let now = try open(board, externalID) {
            past.replaced = max(now.first, at)
        } else {
            past.absent = try Int64.fetchOne(
                db, sql: "SELECT min(at) FROM poll WHERE board = ? AND outcome = 'complete' AND at > ?",
                arguments: [board, at])
        }
        _ = try insert(past)
    }

    private func open(_ board: Int64, _ externalID: String) throws -> Sighting? {
        selectOpen.setUncheckedArguments([board, externalID])
        guard let row = try Row.fetchOne(selectOpen) else { return nil }
        return Sighting(
            id: try row.int(0), board: board, externalID: externalID, document: try row.int(1), first: try row.int(2),
            last: try row.int(3))
    }

    private func insert(_ s: Sighting) throws -> Int64 {
        insertSighting.setUncheckedArguments([
            s.board, s.externalID, s.document, s.first, s.last, s.absent, s.replaced, s.seal,
        ])
        try insertSighting.execute()
        return db.lastInsertedRowID
    }

    private func update(_ s: Sighting) throws {
        updateSighting.setUncheckedArguments([s.first, s.last, s.absent, s.replaced, s.seal, s.id])
        try updateSighting.execute()
    }

    private func insert(_ poll: PollRecord, _ board: Int64, _ documents: Int, _ content: [UInt8]) throws -> Int64 {
        let alarms = poll.alarms.joined(separator: "\n")
        let seal = PollWriter.seal(poll, board: board, documents: documents, alarms: alarms, content: content)
        insertPoll.setUncheckedArguments([
            board, poll.at.milliseconds, poll.outcome.rawValue, poll.fault?.code.rawValue, poll.fault?.sentence,
            poll.fault?.at,
            documents, poll.unchanged, poll.etag, poll.lastModified, alarms, Data(content), seal,
        ])
        try insertPoll.execute()
        return db.lastInsertedRowID
    }

    static func seal(_ poll: PollRecord, board: Int64, documents: Int, alarms: String, content: [UInt8]) -> Int64 {
        var c = Checksum(seed: 4)
        c.add(board)
        c.add(poll.at.milliseconds)
        c.add(poll.outcome.rawValue)
        c.add(poll.fault?.code.rawValue)
        c.add(poll.fault?.sentence)
        c.add(poll.fault?.at)
        c.add(Int64(documents))
        c.add(Int64(poll.unchanged ? 1 : 0))
        c.add(poll.etag)
        c.add(poll.lastModified)
        c.add(alarms)
        content.withUnsafeBytes { c.add($0) }
        return c.value
    }
}
