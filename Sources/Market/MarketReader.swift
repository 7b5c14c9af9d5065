import Archive
import Base
import Reading
import Sources
import Synchronization
import Taxonomy

/// Answers about one generation. Cheap to hold; what it says does not change while newer generations come.
package final class MarketReader: Sendable {
    package let generation: Generation
    let file: GenerationFile
    private let text: TextIndex
    private let archive: ArchiveStore
    private let reading: DocumentReading
    /// By document id: its row, or -1.
    private let rowOfDocument: [Int32]
    private let words = Mutex<[(key: [String], rows: RowSet)]>([])

    /// Answers to words that are kept: a page of results and its facets ask the same.
    static let keptAnswers = 32
    /// Matches up to which relevance is computed; beyond, the newest come first.
    static let rankedLimit = 5_000
    static let pageLimit = 200

    init(file: GenerationFile, text: TextIndex, archive: ArchiveStore, reading: DocumentReading) {
        self.file = file
        generation = file.generation
        self.text = text
        self.archive = archive
        self.reading = reading
        let columns = file.generation.columns
        rowOfDocument = withExtendedLifetime(columns) {
            let documents = columns.document.buffer
            var rows = [Int32](repeating: -1, count: Int(clamping: (documents.max() ?? 0) + 1))
            // Of two openings on one document the later one is found by its words.
            for (row, document) in documents.enumerated() where document >= 0 { rows[Int(document)] = Int32(row) }
            return rows
        }
    }

    // MARK: Words

    /// The rows whose newest document has all the words.
    private func rows(words query: [String]) throws(Fault) -> RowSet {
        if let held = words.withLock({ $0.first { $0.key == query }?.rows }) { return held }
        var set = RowSet(generation.columns.count)
        try rowOfDocument.withUnsafeBufferPointer { (rows) throws(Fault) in
            try text.documents(words: query) { document in
                if document >= 0, document < rows.count, rows[Int(document)] >= 0 {
                    set.insert(Int(rows[Int(document)]))
                }
            }
        }
        let found = set
        words.withLock { kept in
            if kept.count >= Self.keptAnswers { kept.removeFirst() }
            kept.append((query, found))
        }
        return found
    }

    /// Rows that the words allow; nil if the query has none.
    private func wordRows(_ q: Query) throws(Fault) -> RowSet? {
        var out: RowSet?
        if !q.words.isEmpty { out = try rows(words: q.words) }
        for word in q.withoutWords {
            var all = out ?? RowSet(generation.columns.count, full: true)
            all.subtract(try rows(words: [word]))
            out = all
        }
        return out
    }

    /// All rows that match, ascending, which is oldest first.
    package func rows(_ q: Query) throws(Fault) -> [Int32] {
        let filter = try RowFilter(q, generation: generation)
        guard let allowed = try wordRows(q) else { return filter.rows() }
        if allowed.count < 2_000 { return allowed.rows.filter { filter.matches(Int($0)) } }
        return filter.rows().filter { allowed.contains(Int($0)) }
    }

    // MARK: Search

    /// One page of what matches. `after` is a page's `next`; it stays good when the market has moved on, for pages in
    /// order of time. Faults: `.usage` for a cursor that is none, `.notFound` for an unknown skill, `.limitLength` and
    /// `.limitTime` for words that ask too much.
    package func search(_ q: Query, after cursor: String? = nil, limit: Int = 20) throws(Fault) -> SearchPage {
        let found = try rows(q)
        let limit = max(1, min(limit, Self.pageLimit))
        let page: [Int32]
        let next: String?
        switch q.sort {
        case .newest: (page, next) = try newest(found, cursor, limit)
        case .relevance where !q.words.isEmpty && found.count <= Self.rankedLimit:
            (page, next) = try slice(try ranked(q, found), cursor, limit)
        case .relevance: (page, next) = try newest(found, cursor, limit)
        case .pay: (page, next) = try slice(byPay(found, q), cursor, limit)
        }
        return SearchPage(total: found.count, isExact: true, rows: cards(rows: page.map(Int.init)), next: next)
    }

    /// Backwards from the cursor, which names the last row shown by its first day and id.
    private func newest(_ found: [Int32], _ cursor: String?, _ limit: Int) throws(Fault) -> ([Int32], String?) {
        let columns = generation.columns
        var end = found.count
        if let cursor {
            guard let (day, id) = MarketReader.parse(cursor, "n") else { throw MarketReader.badCursor }
            var low = 0
            while low < end {
                let middle = (low + end) / 2, row = Int(found[middle])
                if (Int64(columns.firstDay[row]), columns.id[row]) < (day, id) {
                    low = middle + 1
                } else {
                    end = middle
                }
            }
        }
        let page = Array(found[max(0, end - limit)..<end].reversed())
        guard end > limit, let last = page.last else { return (page, nil) }
        return (page, "n\(columns.firstDay[Int(last)]).\(columns.id[Int(last)])")
    }

    /// Of a list in another order: the cursor names the last row shown by its place and id.
    private func slice(_ list: [Int32], _ cursor: String?, _ limit: Int) throws(Fault) -> ([Int32], String?) {
        var from = 0
        if let cursor {
            guard let (place, id) = MarketReader.parse(cursor, "p") else { throw MarketReader.badCursor }
            // In another generation the place has moved: go on after the row itself.
            let known = place >= 0 && place < list.count && generation.columns.id[Int(list[Int(place)])] == id
            from =
                (known ? Int(place) : list.firstIndex { generation.columns.id[Int($0)] == id } ?? Int(clamping: place))
                + 1
        }
        guard from < list.count else { return ([], nil) }
        let page = Array(list[from..<min(from + limit, list.count)])
        guard from + limit < list.count, let last = page.last else { return (page, nil) }
        return (page, "p\(from + page.count - 1).\(generation.columns.id[Int(last)])")
    }

    private static let badCursor = Fault(
        .usage, "the page cursor is not one of ours; start from the first page", at: "after")

    private static func parse(_ cursor: String, _ kind: Character) -> (Int64, Int64)? {
        guard cursor.first == kind, cursor.utf8.count < 64 else { return nil }
        let parts = cursor.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let a = Int64(parts[0]), let b = Int64(parts[1]) else { return nil }
        return (a, b)
    }

    private func ranked(_ q: Query, _ found: [Int32]) throws(Fault) -> [Int32] {
        var wanted = RowSet(generation.columns.count)
        for row in found { wanted.insert(Int(row)) }
        return try text.ranked(words: q.words).compactMap { document, _ in
            guard document >= 0, document < rowOfDocument.count, rowOfDocument[Int(document)] >= 0 else { return nil }
            return wanted.contains(Int(rowOfDocument[Int(document)])) ? rowOfDocument[Int(document)] : nil
        }
    }

    /// Highest stated pay first, currency by currency (none is converted): the query's own, then the most frequent.
    /// Openings that state none come last, newest first, and are not dropped.
    private func byPay(_ found: [Int32], _ q: Query) -> [Int32] {
        let c = generation.columns
        var frequency: [UInt32: Int] = [:]
        let keyed = found.map { row -> (row: Int32, currency: UInt32, pay: Float) in
            let high = c.payMax[Int(row)], pay = high.isNaN ? c.payMin[Int(row)] : high
            let currency = pay.isNaN ? 0 : c.payCurrency[Int(row)]
            frequency[currency, default: 0] += 1
            return (row, currency, currency == 0 ? -1 : pay)
        }
        if let own = q.payFloor?.currency.packed { frequency[own] = .max }
        frequency[0] = -1
        return keyed.sorted { a, b in
            if a.currency != b.currency {
                return (frequency[a.currency] ?? 0, a.currency) > (frequency[b.currency] ?? 0, b.currency)
            }
            return a.pay != b.pay ? a.pay > b.pay : a.row > b.row
        }.map(\.row)
    }

    // MARK: Cards

    package func cards(rows: [Int]) -> [OpeningCard] { rows.map(card) }

    private func card(_ row: Int) -> OpeningCard {
        let c = generation.columns
        let pay = file.line(row, 2), url = file.line(row, 3)
        return OpeningCard(
            row: row, id: c.id[row], title: file.line(row, 0), company: generation.companies[Int(c.company[row])],
            place: file.line(row, 1), mode: WorkMode(rawValue: c.mode[row]) ?? .unstated,
            role: RoleFamily(rawValue: c.role[row]) ?? .unknown,
            seniority: Seniority(rawValue: c.seniority[row]) ?? .unstated, payText: pay.isEmpty ? nil : pay,
            firstDay: Day(number: c.firstDay[row]), lastDay: Day(number: c.lastDay[row]),
            isOpen: c.flags(row).contains(.open),
            copies: Int(c.copies[row]), skills: c.skills(row).map { ($0.skill, $0.status) },
            practices: PracticeSet(rawValue: c.practices[row]), onCall: OnCall(rawValue: c.onCall[row]) ?? .unstated,
            url: url.isEmpty ? nil : url,
            attribution: SourceCatalog.terms(generation.boards[Int(c.board[row])].board.kind).attribution)
    }

    /// The row of an opening's id; nil if this generation has none. O(rows).
    package func row(id: Int64) -> Int? {
        let ids = generation.columns.id
        return withExtendedLifetime(ids) { ids.buffer.firstIndex(of: id) }
    }

    /// Everything about one opening: its document is read again, which gives its facts with their words.
    package func opening(id: Int64) throws(Fault) -> OpeningDetail? {
        guard let row = row(id: id) else { return nil }
        let document = generation.columns.document[row]
        guard let stored = try archive.document(id: document) else {
            throw Fault(.corrupt, "the archive lacks the document of an opening", at: "document \(document)")
        }
        let boards = Dictionary(try archive.boardRows().map { ($0.row, $0.board) }, uniquingKeysWith: { a, _ in a })
        let own =
            boards.values.first { $0.id == stored.board } ?? generation.boards[Int(generation.columns.board[row])].board
        let posting = try reading.posting(stored.bytes, own, stored.externalID)
        var urls: [Int64: String?] = [document: posting.url]
        var sightings:
            [(board: String, externalID: String, url: String?, first: Day, last: Day, absent: Day?, reason: String)] =
                []
        let from = Int(file.memberOffsets[row]), to = Int(file.memberOffsets[row + 1])
        let reasons = Dictionary(
            (from..<max(from, to)).map { (file.member[$0], file.memberReason[$0]) }, uniquingKeysWith: { a, _ in a })
        for s in try archive.sightings(ids: Array(reasons.keys)) {
            guard let board = boards[s.board] else { continue }
            if urls[s.document] == nil, let other = try archive.document(id: s.document) {
                urls[s.document] = (try? reading.posting(other.bytes, board, s.externalID))?.url
            }
            sightings.append(
                (
                    board.id, s.externalID, urls[s.document] ?? nil, s.firstSeen.day, s.lastSeen.day, s.absentAt?.day,
                    MarketReader.words(reasons[s.id] ?? 0)
                ))
        }
        return OpeningDetail(
            card: card(row), posting: posting, facts: reading.facts(posting), sightings: sightings,
            document: StoredDocumentName(id: stored.id, digest: stored.digest))
    }

    private static func words(_ reason: UInt8) -> String {
        switch Unify.Reason(rawValue: reason) {
        case .samePosting: "the same posting, seen again or edited"
        case .sameText: "a copy: the same text by the same employer"
        case .near: "a copy: nearly the same text by the same employer (at least 80 % of its phrases)"
        case .first, nil: "first seen here"
        }
    }
}

/// A set of rows as bits.
struct RowSet: Sendable {
    private var bits: [UInt64]
    init(_ count: Int, full: Bool = false) { bits = [UInt64](repeating: full ? .max : 0, count: count / 64 + 1) }
    mutating func insert(_ row: Int) { bits[row >> 6] |= 1 << UInt64(row & 63) }
    mutating func subtract(_ other: RowSet) { for i in bits.indices { bits[i] &= ~other.bits[i] } }
    func contains(_ row: Int) -> Bool { bits[row >> 6] >> UInt64(row & 63) & 1 == 1 }
    var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }
    /// Ascending.
    var rows: [Int32] {
        var out: [Int32] = []
        for (i, word) in bits.enumerated() {
            var w = word
            while w != 0 {
                out.append(Int32(i << 6 + w.trailingZeroBitCount))
                w &= w - 1
            }
        }
        return out
    }
}
