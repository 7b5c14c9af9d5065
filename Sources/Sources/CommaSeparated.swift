import Base

/// Rows of RFC 4180 with a header line. Tolerant of LF line ends, a byte order mark, and `;` or tab as separator; a quote
/// that never closes is an error with its line. Cells stay as they are: a formula is text here, and is made harmless by
/// whoever writes a spreadsheet.
package struct CommaRows: Sendable {
    let bytes: [UInt8]
    private let separator: UInt8
    private(set) var offset = 0
    /// Line number of the row last read, from 1.
    private(set) var line = 0
    private var nextLine = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
        let head = bytes[offset...].prefix { $0 != 10 && $0 != 13 }
        let counts = [UInt8(ascii: ","), UInt8(ascii: ";"), 9].map { c in (c, head.lazy.filter { $0 == c }.count) }
        separator = counts.max { $0.1 < $1.1 }?.0 ?? UInt8(ascii: ",")
    }

    /// The next row and the bytes it came from; nil at the end.
    mutating func next() throws(Fault) -> (cells: [[UInt8]], raw: [UInt8])? {
        guard offset < bytes.count else { return nil }
        line = nextLine
        let start = offset
        var cells: [[UInt8]] = []
        var cell: [UInt8] = []
        var i = offset
        var quoted = false
        var fresh = true
        while i < bytes.count {
            let c = bytes[i]
            if quoted {
                if c == UInt8(ascii: "\"") {
                    if i + 1 < bytes.count, bytes[i + 1] == c { cell.append(c); i += 1 } else { quoted = false }
                } else {
                    if c == 10 { nextLine += 1 }
                    cell.append(c)
                }
            } else if c == UInt8(ascii: "\""), fresh {
                quoted = true
                fresh = false
            } else if c == separator {
                cells.append(cell)
                cell = []
                fresh = true
            } else if c == 10 || c == 13 {
                break
            } else {
                cell.append(c)
                fresh = false
            }
            guard cells.count < SourceLimits.columns else {
                throw fail(.limitItems, "more than \(SourceLimits.columns) columns")
            }
            guard i - start <= SourceLimits.document else {
                throw fail(.limitBytes, "a row of more than \(SourceLimits.document) bytes")
            }
            i += 1
        }
        guard !quoted else { throw fail(.malformed, "a quoted cell has no end") }
        cells.append(cell)
        let raw = Array(bytes[start..<i])
        if i < bytes.count, bytes[i] == 13 { i += 1 }
        if i < bytes.count, bytes[i] == 10 { i += 1 }
        nextLine += 1
        offset = i
        return (cells, raw)
    }

    private mutating func fail(_ code: Fault.Code, _ sentence: String) -> Fault {
        offset = bytes.count
        return Fault(code, sentence, at: "line \(line)")
    }
}

/// A CSV file with a header line. A document is the header line and the row, so that it can be read alone.
package enum CommaSeparated: Source {
    package static let kind = SourceKind.csv
    package static let terms = TermsCard(
        store: true, show: true, export: false, attribution: "Imported file", pollsPerDay: 0, gapMilliseconds: 0,
        linkBack: false, basis: "The operator's own file; whoever imports it answers for its licence")

    package static func ask(for board: Board) throws(Fault) -> Ask {
        throw Fault(.unsupported, "a CSV file is imported, not polled", at: board.id)
    }
    package static func board(for url: WebAddress) -> Board? { nil }

    enum Field: CaseIterable {
        case id, title, company, body, url, location, posted, seen, remote, workplace, employment, department
        case payText, payMin, payMax, payCurrency, payPeriod, tags

        /// Header names, compared without case, blanks, `_` and `-`.
        var names: [String] {
            switch self {
            case .id: ["id", "externalid", "reference", "referencenumber", "jobid", "guid"]
            case .title: ["title", "jobtitle", "position", "name", "role"]
            case .company: ["company", "companyname", "employer", "organization", "organisation", "hiringorganization"]
            case .body: ["description", "body", "text", "content", "jobdescription"]
            case .url: ["url", "link", "joburl", "applyurl", "absoluteurl"]
            case .location: ["location", "place", "city", "joblocation"]
            case .posted: ["posted", "dateposted", "date", "published", "publishedat", "postedat"]
            case .seen: ["seen", "seenat", "snapshot"]
            case .remote: ["remote", "isremote"]
            case .workplace: ["workplace", "workplacetype", "workmode"]
            case .employment: ["employmenttype", "jobtype", "type", "contract"]
            case .department: ["department", "team"]
            case .payText: ["pay", "salary", "paytext", "compensation"]
            case .payMin: ["paymin", "salarymin", "minsalary", "salaryfrom"]
            case .payMax: ["paymax", "salarymax", "maxsalary", "salaryto"]
            case .payCurrency: ["paycurrency", "currency", "salarycurrency"]
            case .payPeriod: ["payperiod", "salaryperiod", "period", "interval"]
            case .tags: ["tags", "skills", "keywords"]
            }
        }
    }

    /// Which column holds which field.
    static func columns(_ header: [[UInt8]]) -> [Field: Int] {
        let names = header.map { cell in
            CleanText.line(String(decoding: cell, as: UTF8.self)).lowercased().filter {
                $0 != " " && $0 != "_" && $0 != "-"
            }
        }
        var out: [Field: Int] = [:]
        for field in Field.allCases {
            for name in field.names where out[field] == nil {
                if let i = names.firstIndex(of: name) { out[field] = i }
            }
        }
        return out
    }

    package static func listing(_ bytes: [UInt8], at place: AnswerPlace) throws(Fault) -> Listing {
        var builder = ListingBuilder()
        let text = try Charset.decode(bytes, contentType: place.contentType)
        if text.repaired { builder.listing.flag("repaired-text") }
        var rows = CommaRows(text.utf8)
        guard let header = try rows.next() else { throw Fault(.malformed, "the file is empty", at: place.url) }
        let columns = columns(header.cells)
        guard columns[.title] != nil || columns[.body] != nil else {
            throw Fault(.driftSchema, "the header line names neither a title nor a description", at: "line 1")
        }
        while true {
            do throws(Fault) {
                guard let row = try rows.next() else { break }
                guard row.cells.contains(where: { !$0.isEmpty }) else { continue }
                let document = header.raw + [13, 10] + row.raw
                try builder.add(id: id(row, columns), bytes: document, at: "line \(rows.line)")
            } catch {
                if error.code == .limitItems, builder.listing.documents.count >= SourceLimits.postings { throw error }
                builder.listing.rejected.append(error)
            }
        }
        try builder.prove(board: place.board, read: posting)
        return builder.listing
    }

    /// The id column, else the link, else a hash of the row: the same row is the same posting.
    private static func id(_ row: (cells: [[UInt8]], raw: [UInt8]), _ columns: [Field: Int]) -> String {
        for field in [Field.id, .url] {
            if let i = columns[field], i < row.cells.count, !row.cells[i].isEmpty {
                return String(decoding: row.cells[i], as: UTF8.self)
            }
        }
        return "row-\(Fingerprint.hex(row.raw))"
    }

    package static func posting(from document: [UInt8], board: Board, externalID: String) throws(Fault) -> Posting {
        var rows = CommaRows(document)
        guard let header = try rows.next(), let row = try rows.next() else {
            throw Fault(.malformed, "a stored row needs its header line")
        }
        let columns = columns(header.cells)
        func cell(_ field: Field) -> String? {
            guard let i = columns[field], i < row.cells.count, !row.cells[i].isEmpty else { return nil }
            return String(decoding: row.cells[i], as: UTF8.self)
        }
        var p = Posting(kind: kind, externalID: externalID)
        p.title = StatedField.line(cell(.title))
        if let i = columns[.body], i < row.cells.count { p.body = row.cells[i] }
        p.bodyForm = HTMLText.hasTag(p.body) && HTMLText.contains(p.body, "</") ? .html : .text
        guard p.title != nil || !p.body.isEmpty else {
            throw Fault(.malformed, "a row with neither title nor description")
        }
        p.company = StatedField.line(cell(.company)) ?? board.company
        p.url = StatedField.link(cell(.url))
        if p.url == nil, cell(.url) != nil { p.flags.append("link-refused") }
        p.location = StatedField.line(cell(.location))
        p.posted = StatedField.day(cell(.posted))
        if p.posted == nil, cell(.posted) != nil { p.flags.append("date-refused") }
        switch cell(.remote)?.lowercased() {
        case "yes", "true", "1", "remote": p.isRemote = true
        case "no", "false", "0", "onsite": p.isRemote = false
        default: break
        }
        p.workplace = StatedField.line(cell(.workplace))?.lowercased()
        p.employmentType = StatedField.line(cell(.employment))
        p.department = StatedField.line(cell(.department))
        p.pay = StatedField.pay(
            min: cell(.payMin).flatMap { Double($0) }, max: cell(.payMax).flatMap { Double($0) },
            currency: cell(.payCurrency),
            period: StatedField.period(cell(.payPeriod)), text: cell(.payText), flags: &p.flags)
        let tags = (cell(.tags) ?? "").split(whereSeparator: { $0 == ";" || $0 == "," || $0 == "|" }).compactMap {
            StatedField.line(String($0))
        }
        p.tags = Array(tags.prefix(SourceLimits.tags))
        StatedField.warnings(&p, stated: [cell(.title), cell(.company), cell(.location)])
        return p
    }

    /// The day on which the file's writer saw the row, if a column says so.
    package static func seen(_ document: [UInt8]) -> Day? {
        var rows = CommaRows(document)
        guard let header = try? rows.next(), let row = try? rows.next(), let i = columns(header.cells)[.seen],
            i < row.cells.count
        else { return nil }
        return StatedField.day(String(decoding: row.cells[i], as: UTF8.self))
    }
}

/// FNV-1a, 64 bit (Fowler, Noll, Vo): names things that have no id. Not for adversaries.
enum Fingerprint {
    static func hex(_ bytes: [UInt8]) -> String {
        var h: UInt64 = 0xCBF2_9CE4_8422_2325
        for b in bytes { h = (h ^ UInt64(b)) &* 0x100_0000_01B3 }
        return hexText((0..<8).map { UInt8(truncatingIfNeeded: h >> (56 - 8 * $0)) })
    }
}
