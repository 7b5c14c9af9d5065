import Base
import Foundation
import GRDB
import Sources
import Synchronization

/// One stretch in which a board showed one version of a posting, with its end as the polls imply it.
package struct Sighting: Sendable, Equatable {
    package var id: Int64
    /// Row of the board in `ArchiveStore.boardRows`.
    package var board: Int64
    package var externalID: String
    package var document: Int64
    package var firstSeen: Instant
    /// Implied by the board's newest complete poll while the stretch is open.
    package var lastSeen: Instant
    /// The complete poll that no longer showed it.
    package var absentAt: Instant?
    /// The poll that showed other bytes under the same id.
    package var replacedAt: Instant?
    package var isOpen: Bool { absentAt == nil && replacedAt == nil }
}

/// The moments at which a board was seen whole, in order.
package struct CompletePolls: Sendable {
    package var board: Int64
    package var at: [Instant]
}

extension ArchiveStore {
    /// All boards by name, each with the state that its polls leave. O(boards) with indexes.
    package func boards() throws(Fault) -> [BoardState] {
        try faulting(path) { try pool.read { db in try self.boards(db) } }
    }

    private func boards(_ db: Database) throws -> [BoardState] {
        var open: [Int64: Int] = [:]
        let counts = try Row.fetchCursor(
            db,
            sql: "SELECT board, count(*) FROM sighting WHERE absent_at IS NULL AND replaced_at IS NULL GROUP BY board")
        while let row = try counts.next() { open[try row.int(0)] = Int(try row.int(1)) }
        let extremes = try db.makeStatement(
            sql: "SELECT min(at), max(at) FROM poll WHERE board = ? AND outcome = 'complete'")
        let last = try db.makeStatement(
            sql: """
                SELECT at, outcome, fault_code, fault_sentence, fault_at, alarms FROM poll \
                WHERE board = ?1 AND at = (SELECT max(at) FROM poll WHERE board = ?1) ORDER BY id DESC LIMIT 1
                """)
        let tags = try db.makeStatement(
            sql: """
                SELECT etag, last_modified FROM poll WHERE board = ? AND outcome = 'complete' \
                AND (etag IS NOT NULL OR last_modified IS NOT NULL OR unchanged = 0) ORDER BY at DESC LIMIT 1
                """)
        return try boardRows(db).map { id, board in
            var state = BoardState(board: board, openPostings: open[id] ?? 0, alarms: [])
            if let row = try Row.fetchOne(extremes, arguments: [id]) {
                state.firstComplete = try row.intOrNil(0).map { Instant(milliseconds: $0) }
                state.lastComplete = try row.intOrNil(1).map { Instant(milliseconds: $0) }
            }
            if let row = try Row.fetchOne(last, arguments: [id]) {
                state.lastPoll = Instant(milliseconds: try row.int(0))
                state.lastOutcome = PollOutcome(rawValue: try row.text(1))
                state.fault = ArchiveStore.fault(try row.textOrNil(2), try row.textOrNil(3), try row.textOrNil(4))
                state.alarms = try row.text(5).split(separator: "\n").map(String.init)
            }
            if let row = try Row.fetchOne(tags, arguments: [id]) {
                state.etag = try row.textOrNil(0)
                state.lastModified = try row.textOrNil(1)
            }
            return state
        }
    }

    static func fault(_ code: String?, _ sentence: String?, _ at: String?) -> Fault? {
        guard let code else { return nil }
        return Fault(Fault.Code(rawValue: code) ?? .storage, sentence ?? "", at: at ?? "")
    }

    /// Boards in the order of their names with their row ids, which sightings name.
    package func boardRows() throws(Fault) -> [(row: Int64, board: Board)] {
        try faulting(path) { try pool.read { db in try self.boardRows(db) } }
    }

    func boardRows(_ db: Database) throws -> [(row: Int64, board: Board)] {
        try Row.fetchAll(db, sql: "SELECT id, name, kind, address, company FROM board ORDER BY name").map { row in
            let name = try row.text(1), word = try row.text(2)
            guard let kind = SourceKind(rawValue: word) else {
                throw Fault(.corrupt, "the archive names a kind of source that is not known: \(word)", at: name)
            }
            return (
                try row.int(0), Board(id: name, kind: kind, address: try row.text(3), company: try row.textOrNil(4))
            )
        }
    }

    /// Documents with a greater id, in order of id, decompressed on all cores; their digests are checked. `limit` bounds
    /// memory: 1,000 of usual size are 4 MB.
    package func documents(after: Int64, limit: Int) throws(Fault) -> [StoredDocument] {
        try faulting(path) {
            try openFrames(
                pool.read { db in try StoredFrame.fetch(db, "WHERE d.id > ? ORDER BY d.id LIMIT ?", [after, limit]) })
        }
    }

    /// Nil if there is no such document; `.corrupt` if its bytes are not those that were received.
    package func document(id: Int64) throws(Fault) -> StoredDocument? {
        try faulting(path) {
            try openFrames(pool.read { db in try StoredFrame.fetch(db, "WHERE d.id = ?", [id]) }).first
        }
    }

    func openFrames(_ frames: [StoredFrame]) throws(Fault) -> [StoredDocument] {
        var codec = self.codec.withLock { $0 }
        if isReadOnly, !frames.allSatisfy({ codec.knows($0.frame) }) {
            // The writer has trained a dictionary since.
            let dictionaries = try faulting(path) { try pool.read { db in try ArchiveStore.dictionaries(db) } }
            codec = DocumentCodec(dictionaries: dictionaries, encodes: false)
            self.codec.withLock { [codec] in $0 = codec }
        }
        let share = 32, current = codec
        let blocks = parallel((frames.count + share - 1) / share) { b -> Result<[StoredDocument], Fault> in
            let opener = DocumentCodec.Opener()
            var out: [StoredDocument] = []
            for f in frames[b * share..<min((b + 1) * share, frames.count)] {
                do throws(Fault) { out.append(try f.open(opener, current)) } catch { return .failure(error) }
            }
            return .success(out)
        }
        var out: [StoredDocument] = []
        for block in blocks { out.append(contentsOf: try block.get()) }
        return out
    }

    /// The newest document's id; zero if there is none.
    package func newestDocument() throws(Fault) -> Int64 {
        try faulting(path) { try pool.read { db in try Int64.fetchOne(db, sql: "SELECT max(id) FROM document") ?? 0 } }
    }

    /// The newest poll's id and the latest moment at which any poll looked; nil before the first.
    package func newestPoll() throws(Fault) -> (id: Int64, at: Instant)? {
        try faulting(path) {
            try pool.read { db in
                guard let row = try Row.fetchOne(db, sql: "SELECT max(id), max(at) FROM poll"),
                    let id = try row.intOrNil(0)
                else { return nil }
                return (id, Instant(milliseconds: try row.int(1)))
            }
        }
    }

    /// Every sighting in the order of (board, external id, first seen), whole in memory: about 150 bytes each.
    package func sightings() throws(Fault) -> [Sighting] {
        try sightings("ORDER BY board, external_id, first_seen, id", [])
    }

    /// Those of the given documents, in order of first sight.
    package func sightings(documents: [Int64]) throws(Fault) -> [Sighting] {
        var out: [Sighting] = []
        for id in Set(documents).sorted() { out += try sightings("WHERE document = ? ORDER BY first_seen, id", [id]) }
        return out.sorted { ($0.firstSeen, $0.id) < ($1.firstSeen, $1.id) }
    }

    /// By their ids, in order of first sight; those that do not exist are left out.
    package func sightings(ids: [Int64]) throws(Fault) -> [Sighting] {
        var out: [Sighting] = []
        for id in Set(ids).sorted() { out += try sightings("WHERE id = ?", [id]) }
        return out.sorted { ($0.firstSeen, $0.id) < ($1.firstSeen, $1.id) }
    }

    private func sightings(_ rest: String, _ arguments: StatementArguments) throws(Fault) -> [Sighting] {
        try faulting(path) {
            try pool.read { db in
                let complete = try self.lastComplete(db)
                let rows = try Row.fetchCursor(
                    db,
                    sql:
                        "SELECT id, board, external_id, document, first_seen, last_seen, absent_at, replaced_at FROM sighting "
                        + rest,
                    arguments: arguments)
                var out: [Sighting] = []
                while let row = try rows.next() {
                    var s = Sighting(
                        id: try row.int(0), board: try row.int(1), externalID: try row.text(2),
                        document: try row.int(3),
                        firstSeen: Instant(milliseconds: try row.int(4)),
                        lastSeen: Instant(milliseconds: try row.int(5)))
                    s.absentAt = try row.intOrNil(6).map { Instant(milliseconds: $0) }
                    s.replacedAt = try row.intOrNil(7).map { Instant(milliseconds: $0) }
                    if s.isOpen, let last = complete[s.board], last > s.lastSeen { s.lastSeen = last }
                    out.append(s)
                }
                return out
            }
        }
    }

    private func lastComplete(_ db: Database) throws -> [Int64: Instant] {
        var out: [Int64: Instant] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT board, max(at) FROM poll WHERE outcome = 'complete' GROUP BY board")
        while let row = try rows.next() { out[try row.int(0)] = Instant(milliseconds: try row.int(1)) }
        return out
    }

    /// When each board was seen whole, by board row.
    package func completePolls() throws(Fault) -> [CompletePolls] {
        try faulting(path) {
            try pool.read { db in
                var out: [CompletePolls] = []
                let rows = try Row.fetchCursor(
                    db, sql: "SELECT board, at FROM poll WHERE outcome = 'complete' ORDER BY board, at")
                while let row = try rows.next() {
                    let board = try row.int(0)
                    if out.last?.board != board { out.append(CompletePolls(board: board, at: [])) }
                    out[out.count - 1].at.append(Instant(milliseconds: try row.int(1)))
                }
                return out
            }
        }
    }
}

/// A document as it lies in the file.
struct StoredFrame: Sendable {
    var id: Int64
    var digest: [UInt8]
    var board: String
    var externalID: String
    var size: Int
    var frame: [UInt8]

    static func fetch(_ db: Database, _ rest: String, _ arguments: StatementArguments) throws -> [StoredFrame] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT d.id, d.digest, coalesce(b.name, ''), d.external_id, d.size, d.frame FROM document d \
                LEFT JOIN board b ON b.id = d.board
                """ + " " + rest, arguments: arguments)
        var out: [StoredFrame] = []
        while let row = try rows.next() {
            out.append(
                StoredFrame(
                    id: try row.int(0), digest: try row.blob(1), board: try row.text(2), externalID: try row.text(3),
                    size: Int(try row.int(4)), frame: try row.blob(5)))
        }
        return out
    }

    func open(_ opener: DocumentCodec.Opener, _ codec: DocumentCodec) throws(Fault) -> StoredDocument {
        let place = "document \(id) of \(board)"
        let bytes: [UInt8]
        do throws(Fault) { bytes = try opener.bytes(frame, size: size, codec: codec) } catch {
            throw Fault(error.code, error.sentence, at: place)
        }
        let found = DocumentCodec.digest(bytes)
        guard digest.count == 32, found == Digest(bytes: digest) else {
            throw Fault(.corrupt, "a stored document is not what was received: its SHA-256 differs", at: place)
        }
        return StoredDocument(id: id, digest: found, board: board, externalID: externalID, bytes: bytes)
    }
}
