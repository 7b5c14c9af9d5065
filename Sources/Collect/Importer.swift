import Archive
import Base
import Sources

/// How far an import has come.
package struct ImportProgress: Sendable {
    /// Bytes of the file that were read, of `size`.
    package var bytes = 0
    package var size = 0
    package var documents = 0
    package var rejected = 0

    package init(bytes: Int = 0, size: Int = 0, documents: Int = 0, rejected: Int = 0) {
        self.bytes = bytes
        self.size = size
        self.documents = documents
        self.rejected = rejected
    }
}

/// What an import brought.
package struct ImportReport: Sendable {
    package var path = ""
    package var documents = 0
    /// Documents by the board they were appended to.
    package var boards: [String: Int] = [:]
    package var rejected = 0
    /// The first of the parts that could not be read, each with its place.
    package var faults: [Fault] = []
    package var alarms: [String] = []
    package var polls = 0

    mutating func reject(_ fault: Fault) {
        rejected += 1
        if faults.count < Importer.faultsKept { faults.append(fault) }
    }
}

/// Brings files in: JSON Lines and CSV as snapshots of what their writer knew, saved boards, feeds and pages as a poll of
/// their board. Streams in constant memory and appends many documents at a time, so that an import which was killed is
/// run again and only goes on: what is there already changes nothing.
///
/// A line is seen on the day that it says (`seen`; a post of a dated record on the day it was posted), else on the day
/// given. What a file does not hold ends nothing: its polls are partial on purpose.
package final class Importer: Sendable {
    package static let documentsAtOnce = 4_000
    package static let bytesAtOnce = 24 << 20
    package static let faultsKept = 100

    private let archive: ArchiveStore

    package init(archive: ArchiveStore) { self.archive = archive }

    /// Imports one file, plain, .gz or .zst. `day` is used where the file names none. `board` overrides the board that the
    /// file's name gives; a file of a board (not JSON Lines, not CSV) then counts as a poll of it.
    package func importFile(
        _ path: String, day: Day, board: Board? = nil, progress: (ImportProgress) -> Void = { _ in }
    ) throws(Fault) -> ImportReport {
        let stream = try ByteStream(path)
        let name = Self.plainName(path)
        var head: [UInt8] = []
        while head.count < 1 << 16, try stream.read(into: &head) {}
        let kind = if let board { board.kind } else { try Self.kind(of: name, head: head) }
        let target = board ?? Board(id: "\(kind.rawValue):\(name)", kind: kind, address: name)
        let source = PushBack(head, stream)
        switch kind {
        case .jsonl: return try importLines(source, target, path, day, progress)
        case .csv: return try importRows(source, target, path, day, progress)
        default: return try importAnswer(source, target, path, day)
        }
    }

    /// The file's name without folder and without what compression adds.
    static func plainName(_ path: String) -> String {
        var name = String(path.split(separator: "/").last ?? "file")
        for ending in [".zst", ".gz"] where name.hasSuffix(ending) { name = String(name.dropLast(ending.utf8.count)) }
        return CleanText.line(name)
    }

    /// By ending where it says enough, else by the first bytes.
    static func kind(of name: String, head: [UInt8]) throws(Fault) -> SourceKind {
        let lower = name.lowercased()
        if lower.hasSuffix(".jsonl") || lower.hasSuffix(".ndjson") { return .jsonl }
        if lower.hasSuffix(".csv") || lower.hasSuffix(".tsv") { return .csv }
        let text = String(
            decoding: head.drop { $0 <= 32 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.prefix(8192), as: UTF8.self)
        if text.hasPrefix("<") {
            let front = text.lowercased()
            if front.contains("<feed") { return .atom }
            if front.contains("<rss") || front.contains("<rdf:rdf") || front.contains("<source")
                || front.contains("<jobs")
            {
                return .rss
            }
            return .jsonld
        }
        // Two lines that are objects each are lines; one object may be a board or a single line.
        let isObjectLine = text.hasPrefix("{") && text.prefix { $0 != "\n" }.hasSuffix("}")
        if isObjectLine, text.contains("\n{") { return .jsonl }
        if text.hasPrefix("[") {
            if text.contains("\"hostedUrl\"") || text.contains("\"createdAt\"") { return .lever }
        } else if text.hasPrefix("{") {
            if text.contains("\"absolute_url\"") || text.contains("\"first_published\"") { return .greenhouse }
            if text.contains("\"jobUrl\"") || text.contains("\"publishedAt\"") || text.contains("\"apiVersion\"") {
                return .ashby
            }
            if text.contains("\"hits\"") || text.contains("\"children\"") || text.contains("\"kids\"") {
                return .hackerNews
            }
            if isObjectLine { return .jsonl }
        }
        throw Fault(.unsupported, "what this file holds is not known; say it with --kind", at: name)
    }

    // MARK: lines and rows

    private func importLines(
        _ source: PushBack, _ board: Board, _ path: String, _ day: Day, _ progress: (ImportProgress) -> Void
    ) throws(Fault) -> ImportReport {
        var report = ImportReport(path: path)
        var reader = LineReader(source.stream, limit: SourceLimits.document, pushedBack: source.head)
        var lines: [(number: Int, bytes: [UInt8])] = []
        var bytes = 0
        while true {
            let line = try reader.next()
            switch line {
            case .text(let text):
                lines.append((reader.number, text))
                bytes += text.count
            case .tooLong:
                report.reject(
                    Fault(
                        .limitBytes, "a line of more than \(SourceLimits.document) bytes", at: "line \(reader.number)"))
            case nil: break
            }
            guard line == nil || lines.count >= Self.documentsAtOnce || bytes >= Self.bytesAtOnce else { continue }
            try append(lines, board, day, &report)
            lines.removeAll(keepingCapacity: true)
            bytes = 0
            progress(
                .init(
                    bytes: source.stream.consumed, size: source.stream.size, documents: report.documents,
                    rejected: report.rejected))
            if line == nil { return report }
        }
    }

    /// One chunk: read on all cores, grouped by board and day, appended in one transaction.
    private func append(
        _ lines: [(number: Int, bytes: [UInt8])], _ board: Board, _ day: Day, _ report: inout ImportReport
    ) throws(Fault) {
        let read = parallel(lines.count) { i -> Result<JSONLines.Line?, Fault> in
            do throws(Fault) { return .success(try JSONLines.line(lines[i].bytes, board: board)) } catch {
                return .failure(error)
            }
        }
        var groups = DayGroups()
        for (i, result) in read.enumerated() {
            switch result {
            case .success(let line?): groups.add(line.document, line.board, line.seen ?? day)
            case .success(nil): break
            case .failure(let f):
                report.reject(
                    Fault(f.code, f.sentence, at: "line \(lines[i].number)" + (f.at.isEmpty ? "" : ", \(f.at)")))
            }
        }
        try append(groups, &report)
    }

    private func append(_ groups: DayGroups, _ report: inout ImportReport) throws(Fault) {
        let records = groups.records()
        _ = try archive.append(records)
        for record in records {
            report.documents += record.documents.count
            report.boards[record.board.id, default: 0] += record.documents.count
        }
        report.polls += records.count
    }

    private func importRows(
        _ source: PushBack, _ board: Board, _ path: String, _ day: Day, _ progress: (ImportProgress) -> Void
    ) throws(Fault) -> ImportReport {
        var report = ImportReport(path: path)
        var rows = CommaStream(head: source.head)
        while true {
            let (slice, isLast) = try rows.next(source.stream)
            if !slice.isEmpty {
                let listing = try SourceCatalog.listing(slice, at: AnswerPlace(board: board, url: path))
                for f in listing.rejected { report.reject(Fault(f.code, f.sentence, at: rows.place(f.at))) }
                var groups = DayGroups()
                for d in listing.documents { groups.add(d, board, CommaSeparated.seen(d.bytes) ?? day) }
                try append(groups, &report)
                rows.finishSlice()
            }
            progress(
                .init(
                    bytes: source.stream.consumed, size: source.stream.size, documents: report.documents,
                    rejected: report.rejected))
            if isLast { return report }
        }
    }

    // MARK: a saved answer

    private func importAnswer(_ source: PushBack, _ board: Board, _ path: String, _ day: Day) throws(Fault)
        -> ImportReport
    {
        var bytes = source.head
        while try source.stream.read(into: &bytes) {
            guard bytes.count <= SourceLimits.body else {
                throw Fault(.limitBytes, "the file has more than \(SourceLimits.body) bytes", at: path)
            }
        }
        var known = KnownBoard()
        for state in try archive.boards() where state.board.id == board.id { known = KnownBoard(state) }
        var found = PollJudgement.Found()
        var refusal: Fault?
        do throws(Fault) {
            found.add(
                try SourceCatalog.listing(
                    bytes, at: AnswerPlace(board: board, url: board.address.contains("://") ? board.address : "")))
        } catch {
            found.fault = error
            refusal = Fault(error.code, error.sentence, at: path)
        }
        // Nothing of a refused file is kept but, where the board is known, the fact that it was looked at and failed.
        let record = PollJudgement.record(board, at: Instant(day), found, known: known)
        if refusal == nil || known.lastPoll != nil { _ = try archive.append([record]) }
        if let refusal { throw refusal }
        var report = ImportReport(path: path, documents: record.documents.count, alarms: record.alarms, polls: 1)
        report.boards[board.id] = record.documents.count
        for fault in found.rejected { report.reject(fault) }
        report.faults += found.notes.prefix(Self.faultsKept)
        if let fault = record.fault, found.rejected.isEmpty { report.faults.append(fault) }
        return report
    }
}

/// A stream whose first bytes were looked at.
struct PushBack {
    let head: [UInt8]
    let stream: ByteStream
    init(_ head: [UInt8], _ stream: ByteStream) {
        self.head = head
        self.stream = stream
    }
}

/// Documents by board and day, in the order in which days follow each other, as polls that end nothing.
private struct DayGroups {
    private var groups: [Key: [ReceivedDocument]] = [:]
    private struct Key: Hashable {
        var board: Board
        var day: Day
    }

    mutating func add(_ document: ReceivedDocument, _ board: Board, _ day: Day) {
        groups[Key(board: board, day: day), default: []].append(document)
    }

    func records() -> [PollRecord] {
        groups.sorted { ($0.key.day, $0.key.board.id) < ($1.key.day, $1.key.board.id) }.map { key, documents in
            PollRecord(board: key.board, at: Instant(key.day), outcome: .partial, documents: documents)
        }
    }
}

/// Cuts a long CSV file into shorter ones, each with the header line, between rows and never inside a quoted cell.
struct CommaStream {
    private var rest: [UInt8]
    private var header: [UInt8]?
    private var isEnded = false
    /// Bytes that are looked at for the next slice.
    private static let least = 2 << 20
    /// Line of the file at which the slice begins, less the header's.
    private var lineOffset = 0
    private var slicedLines = 0

    init(head: [UInt8]) { rest = head }

    /// The next slice and whether it is the last one.
    mutating func next(_ stream: ByteStream) throws(Fault) -> ([UInt8], isLast: Bool) {
        while !isEnded, rest.count < Self.least { isEnded = try !stream.read(into: &rest) }
        let rows = Self.rowEnds(rest, most: Importer.documentsAtOnce)
        var cut = isEnded && rows.count < Importer.documentsAtOnce ? rest.count : rows.end
        if cut == 0, !isEnded { throw Fault(.limitBytes, "a row of more than \(Self.least) bytes") }
        if header == nil {
            let end = Self.firstRowEnd(rest[0..<cut])
            header = Array(rest[0..<end])
        } else if cut > 0, let header {
            rest.insert(contentsOf: header, at: 0)
            cut += header.count
        }
        let slice = Array(rest[0..<cut])
        slicedLines = slice.reduce(0) { $0 + ($1 == 10 ? 1 : 0) }
        rest.removeSubrange(0..<cut)
        return (slice, isEnded && rest.isEmpty)
    }

    mutating func finishSlice() { lineOffset += slicedLines - (header ?? []).reduce(0) { $0 + ($1 == 10 ? 1 : 0) } }

    /// `line 12` of the slice as a line of the file.
    func place(_ at: String) -> String {
        guard at.hasPrefix("line "), let n = Int(at.dropFirst(5)) else { return at }
        return "line \(n + lineOffset)"
    }

    private static func firstRowEnd(_ b: ArraySlice<UInt8>) -> Int {
        var quoted = false
        for i in b.indices {
            if b[i] == UInt8(ascii: "\"") { quoted.toggle() }
            if b[i] == 10, !quoted { return i + 1 }
        }
        return b.endIndex
    }

    /// Where the last of at most that many whole rows ends.
    private static func rowEnds(_ b: [UInt8], most: Int) -> (count: Int, end: Int) {
        var quoted = false
        var end = 0
        var count = 0
        for i in b.indices {
            if b[i] == UInt8(ascii: "\"") { quoted.toggle() }
            if b[i] == 10, !quoted {
                end = i + 1
                count += 1
                if count == most { break }
            }
        }
        return (count, end)
    }
}
