import Base
import Foundation
import GRDB
import Sources
import Synchronization

/// One thing that is not as it was written, by name.
package struct Damage: Sendable, Equatable, CustomStringConvertible {
    /// `document 12`, `poll 3`, `archive.sqlite`, `market/gen-000004`.
    package var place: String
    package var sentence: String
    package init(_ place: String, _ sentence: String) {
        self.place = place
        self.sentence = sentence
    }
    package var description: String { "\(place): \(sentence)" }
}

package struct ArchiveReport: Sendable {
    package var documents = 0
    package var polls = 0
    package var sightings = 0
    /// Empty if all is as it was written. At most `damageLimit` are named.
    package var damages: [Damage] = []
    package static let damageLimit = 1_000
    package init() {}
}

extension ArchiveStore {
    /// Reads everything and compares: SQLite's own check of pages and indexes, the SHA-256 of every document, the seal of
    /// every row, and that polls and sightings agree. About 1 s for 20,000 documents. `progress` is told documents done.
    package func verify(progress: (Int) -> Void = { _ in }) throws(Fault) -> ArchiveReport {
        var report = ArchiveReport()
        try faulting(path) {
            try pool.read { db in
                do {
                    for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where line != "ok" {
                        report.damages.append(Damage("archive.sqlite", line))
                    }
                } catch {
                    report.damages.append(Damage("archive.sqlite", Fault(sqlite: error, at: path).sentence))
                }
            }
            for (name, step) in [
                ("schema", verifySchema), ("dictionary", verifyDictionaries), ("board", verifyBoards),
                ("poll", verifyPolls),
                ("sighting", verifySightings), ("seal", verifyDocumentRows),
            ] as [(String, (Database, inout ArchiveReport) throws -> Void)] {
                do { try pool.read { db in try step(db, &report) } } catch {
                    report.damages.append(Damage(name, Fault(sqlite: error, at: path).sentence))
                }
            }
            do { try verifyDocuments(&report, progress) } catch {
                report.damages.append(Damage("document", Fault(sqlite: error, at: path).sentence))
            }
        }
        report.damages = Array(report.damages.prefix(ArchiveReport.damageLimit))
        return report
    }

    private func verifySchema(_ db: Database, _ report: inout ArchiveReport) throws {
        let found = try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
        if found != ArchiveSchema.statements {
            report.damages.append(Damage("archive.sqlite", "its tables are not those of an archive"))
        }
        if try Int.fetchOne(db, sql: "PRAGMA user_version") != ArchiveSchema.version {
            report.damages.append(Damage("archive.sqlite", "its format number is not \(ArchiveSchema.version)"))
        }
    }

    private func verifyDictionaries(_ db: Database, _ report: inout ArchiveReport) throws {
        for row in try Row.fetchAll(db, sql: "SELECT id, kind, digest, bytes FROM dictionary ORDER BY id") {
            if try DocumentCodec.digest(row.blob(3)).bytes != row.blob(2) || SourceKind(rawValue: row.text(1)) == nil {
                report.damages.append(
                    Damage("dictionary \(try row.int(0))", "its bytes are not those that were written"))
            }
        }
    }

    private func verifyBoards(_ db: Database, _ report: inout ArchiveReport) throws {
        for row in try Row.fetchAll(db, sql: "SELECT id, name, kind, address, company, seal FROM board ORDER BY id") {
            let kind = SourceKind(rawValue: try row.text(2))
            let board = Board(
                id: try row.text(1), kind: kind ?? .jsonl, address: try row.text(3), company: try row.textOrNil(4))
            if try kind == nil || PollWriter.seal(board) != row.int(5) {
                report.damages.append(Damage("board \(try row.int(0))", "the row is not what was written"))
            }
        }
    }

    private func verifyPolls(_ db: Database, _ report: inout ArchiveReport) throws {
        let boards = Set(try Int64.fetchAll(db, sql: "SELECT id FROM board"))
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT id, board, at, outcome, fault_code, fault_sentence, fault_at, documents, unchanged, etag, last_modified, \
                alarms, content, seal FROM poll ORDER BY id
                """)
        while let row = try rows.next() {
            report.polls += 1
            let outcome = PollOutcome(rawValue: try row.text(3)), board = try row.int(1)
            let fault = ArchiveStore.fault(try row.textOrNil(4), try row.textOrNil(5), try row.textOrNil(6))
            let poll = PollRecord(
                board: Board(id: "", kind: .jsonl, address: ""), at: Instant(milliseconds: try row.int(2)),
                outcome: outcome ?? .failed, fault: fault, unchanged: try row.int(8) != 0, etag: try row.textOrNil(9),
                lastModified: try row.textOrNil(10))
            let seal = PollWriter.seal(
                poll, board: board, documents: Int(try row.int(7)), alarms: try row.text(11), content: try row.blob(12))
            if try outcome == nil || seal != row.int(13) || !boards.contains(board) {
                report.damages.append(Damage("poll \(try row.int(0))", "the row is not what was written"))
            }
        }
    }

    private func verifySightings(_ db: Database, _ report: inout ArchiveReport) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT s.id, s.board, s.external_id, s.document, s.first_seen, s.last_seen, s.absent_at, s.replaced_at, s.seal, \
                d.id IS NULL, EXISTS (SELECT 1 FROM poll p WHERE p.board = s.board AND p.at = s.first_seen) \
                FROM sighting s LEFT JOIN document d ON d.id = s.document ORDER BY s.id
                """)
        while let row = try rows.next() {
            report.sightings += 1
            let place = "sighting \(try row.int(0))"
            let s = PollWriter.Sighting(
                board: try row.int(1), externalID: try row.text(2), document: try row.int(3), first: try row.int(4),
                last: try row.int(5), absent: try row.intOrNil(6), replaced: try row.intOrNil(7))
            if s.seal != (try row.int(8)) { report.damages.append(Damage(place, "the row is not what was written")) }
            if try row.int(9) != 0 { report.damages.append(Damage(place, "its document \(s.document) is missing")) }
            if try row.int(10) == 0 {
                report.damages.append(Damage(place, "no poll of its board looked when it begins"))
            }
            if s.last < s.first || (s.absent ?? .max) < s.last {
                report.damages.append(Damage(place, "it ends before it begins"))
            }
        }
    }

    private func verifyDocumentRows(_ db: Database, _ report: inout ArchiveReport) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT id, digest, board, external_id, size, seal FROM document ORDER BY id")
        while let row = try rows.next() {
            let digest = try row.blob(1)
            let seal =
                digest.count == 32
                ? ArchiveStore.documentSeal(
                    Digest(bytes: digest), board: try row.int(2), externalID: try row.text(3), size: Int(try row.int(4))
                ) : nil
            guard seal == (try row.int(5)) else {
                report.damages.append(Damage("document \(try row.int(0))", "the row is not what was written"))
                continue
            }
        }
    }

    private func verifyDocuments(_ report: inout ArchiveReport, _ progress: (Int) -> Void) throws {
        var after: Int64 = 0
        let codec = DocumentCodec(
            dictionaries: try pool.read { db in try ArchiveStore.dictionaries(db) }, encodes: false)
        while true {
            let frames = try pool.read { [after] db in
                try StoredFrame.fetch(db, "WHERE d.id > ? ORDER BY d.id LIMIT 1024", [after])
            }
            guard let last = frames.last else { return }
            after = last.id
            let found = parallel(frames.count) { i -> Damage? in
                do throws(Fault) {
                    _ = try frames[i].open(DocumentCodec.Opener(), codec)
                    return nil
                } catch { return Damage("document \(frames[i].id)", error.sentence) }
            }
            report.damages += found.compactMap { $0 }
            report.documents += frames.count
            progress(report.documents)
        }
    }
}
