import Archive
import Base
import Foundation
import GRDB
import Synchronization

/// The words of every document: SQLite's FTS5, without the texts themselves (contentless), a document's id as its row.
/// It only grows: a generation maps documents to its rows, and does not see what is newer or replaced.
/// One file a reading, `market/text-<reading>.sqlite`.
final class TextIndex: Sendable {
    static let textLimit = 128 << 10
    /// Bounds of a query (docs/safety.md): terms, bytes, least letters before a `*`, and milliseconds.
    static let termLimit = 32, queryLimit = 512, prefixFloor = 3, patience = 500

    let path: String
    private let pool: DatabasePool

    static func path(_ folder: String, _ reading: Int64) -> String { folder + "/text-\(reading).sqlite" }

    init(path: String, readOnly: Bool) throws(Fault) {
        self.path = path
        if readOnly, !FileManager.default.fileExists(atPath: path) {
            throw Fault(.notFound, "the text index is missing", at: path)
        }
        var settings = Configuration()
        settings.readonly = readOnly
        settings.foreignKeysEnabled = false
        settings.busyMode = .timeout(5)
        settings.maximumReaderCount = 8
        settings.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -65536")
        }
        pool = try faulting(path) {
            let pool = try DatabasePool(path: path, configuration: settings)
            if !readOnly {
                try pool.write { db in
                    guard try Int.fetchOne(db, sql: "PRAGMA user_version") == 0 else { return }
                    // hashsize: words wait in 64 MB before they are written as one segment. unicode61 folds case and accents.
                    try db.execute(
                        sql: """
                            CREATE VIRTUAL TABLE text USING fts5(words, content='', tokenize='unicode61 remove_diacritics 2');
                            INSERT INTO text(text, rank) VALUES ('hashsize', 67108864);
                            CREATE TABLE indexed(document INTEGER NOT NULL) STRICT;
                            INSERT INTO indexed VALUES (0);
                            PRAGMA user_version = 1;
                            """)
                }
            }
            return pool
        }
    }

    /// The newest document whose words are in.
    func newest() throws(Fault) -> Int64 {
        try faulting(path) { try pool.read { db in try Int64.fetchOne(db, sql: "SELECT document FROM indexed") ?? 0 } }
    }

    /// Adds texts in order of document while `next` gives any; one transaction each time it gives `nil` or 50,000 are in.
    func add(_ next: () throws -> [(document: Int64, text: [UInt8])]?) throws(Fault) {
        try faulting(path) {
            var isMore = true
            while isMore {
                try pool.writeWithoutTransaction { db in
                    try db.inTransaction {
                        let insert = try db.cachedStatement(sql: "INSERT INTO text(rowid, words) VALUES (?, ?)")
                        var newest: Int64 = 0
                        var count = 0
                        while count < 50_000 {
                            guard let part = try next() else {
                                isMore = false
                                break
                            }
                            for (document, text) in part {
                                insert.setUncheckedArguments([
                                    document, String(decoding: text.prefix(Self.textLimit), as: UTF8.self),
                                ])
                                try insert.execute()
                                newest = document
                            }
                            count += part.count
                        }
                        if newest > 0 { try db.execute(sql: "UPDATE indexed SET document = ?", arguments: [newest]) }
                        return .commit
                    }
                }
            }
        }
    }

    /// Documents that have all the words, ascending; each word may be a phrase, the last may end in `*`.
    func documents(words: [String], _ take: (Int64) -> Void) throws(Fault) {
        let match = try TextIndex.match(words)
        try reading { db in
            let statement = try db.cachedStatement(sql: "SELECT rowid FROM text WHERE text MATCH ?")
            let found = try Int64.fetchCursor(statement, arguments: [match])
            while let id = try found.next() { take(id) }
        }
    }

    /// Scores of documents, best first (BM25; lower is better in SQLite's sign). Every match is scored, so that the
    /// caller asks only where there are few.
    func ranked(words: [String]) throws(Fault) -> [(document: Int64, score: Double)] {
        let match = try TextIndex.match(words)
        return try reading { db in
            try Row.fetchAll(
                db, sql: "SELECT rowid, rank FROM text WHERE text MATCH ? ORDER BY rank, rowid DESC", arguments: [match]
            )
            .map { ($0[0], $0[1]) }
        }
    }

    private func reading<T>(_ body: (Database) throws -> T) throws(Fault) -> T {
        try faulting(path) {
            try pool.read { db in
                let deadline = DispatchTime.now() + .milliseconds(Self.patience)
                return try Patience.until(deadline, db) { try body(db) }
            }
        }
    }

    /// The words as an FTS5 expression in which nothing that a visitor wrote is syntax.
    static func match(_ words: [String]) throws(Fault) -> String {
        var terms: [String] = []
        var size = 0
        for (k, word) in words.enumerated() {
            size += word.utf8.count
            guard k < termLimit, size <= queryLimit else {
                throw Fault(.limitLength, "a search has at most \(termLimit) words and \(queryLimit) bytes")
            }
            var clean = CleanText.line(word)
            let isPrefix = clean.hasSuffix("*") && k == words.count - 1
            while clean.hasSuffix("*") { clean.removeLast() }
            // A word without a letter or digit is no word to the index; it would match nothing.
            guard
                clean.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil })
            else { continue }
            let quoted = "\"" + clean.replacing("\"", with: "\"\"") + "\""
            terms.append(isPrefix && clean.count >= prefixFloor ? quoted + " *" : quoted)
        }
        return terms.isEmpty ? "\"\"" : terms.joined(separator: " AND ")
    }

    /// Structure of the file and of the index.
    func damages() -> [Damage] {
        let name = path.split(separator: "/").suffix(2).joined(separator: "/")
        do {
            var found = try pool.read { db in try String.fetchAll(db, sql: "PRAGMA integrity_check(5)") }.filter {
                $0 != "ok"
            }
            if found.isEmpty, !pool.configuration.readonly {
                do {
                    try pool.write { db in try db.execute(sql: "INSERT INTO text(text) VALUES ('integrity-check')") }
                } catch {
                    found.append("the word index is damaged")
                }
            }
            return found.map { Damage(name, $0) }
        } catch { return [Damage(name, Fault(sqlite: error, at: path).sentence)] }
    }
}
