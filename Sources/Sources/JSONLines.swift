import Base

/// A file with one JSON object a line, in the shape of the corpora (`source, id, company, title, body, bodyIsHTML,
/// posted, seen, location, remote, payText, payMin, payMax, payCurrency, payPeriod, tags, url`) or of labelled texts
/// (`id, text`, perhaps with `title, company, location, date`). `null` and absent are unknown; so is pay of zero.
///
/// A line is the document. A line of `"source": "hn"` is a post of a dated record and belongs to the board
/// `hackernews:import`; all others are what a file knew on the day it was written.
package enum JSONLines: Source {
    package static let kind = SourceKind.jsonl
    package static let terms = TermsCard(
        store: true, show: true, export: false, attribution: "Imported file", pollsPerDay: 0, gapMilliseconds: 0,
        linkBack: false, basis: "The operator's own file; whoever imports it answers for its licence")

    /// The board of record posts that come in files.
    package static let recordBoard = Board(id: "hackernews:import", kind: .hackerNews, address: "import")

    package static func ask(for board: Board) throws(Fault) -> Ask {
        throw Fault(.unsupported, "a JSON Lines file is imported, not polled", at: board.id)
    }
    package static func board(for url: WebAddress) -> Board? { nil }

    /// What one line belongs to.
    package struct Line: Sendable {
        package var board: Board
        package var document: ReceivedDocument
        /// The day on which the file's writer saw the posting, if the line says so.
        package var seen: Day?
    }

    /// Reads one line (without its line break). Nil for a blank line. O(bytes of the line).
    package static func line(_ bytes: [UInt8], board: Board) throws(Fault) -> Line? {
        guard bytes.contains(where: { $0 > 32 }) else { return nil }
        guard bytes.count <= SourceLimits.document else {
            throw Fault(.limitBytes, "a line of \(bytes.count) bytes; the limit is \(SourceLimits.document)")
        }
        let text = Charset.isUTF8(bytes) ? bytes : try Charset.decode(bytes).utf8
        let root = try JSONDocument(text, limits: SourceLimits.json).root
        guard root.kind == .object else { throw Fault(.malformed, "a line is no JSON object") }
        guard let id = root["id"].text.map({ CleanText.line($0) }), !id.isEmpty,
            id.utf8.count <= SourceLimits.externalID
        else {
            throw Fault(.malformed, "a line without an id", at: "/id")
        }
        guard has(root["body"]) || has(root["text"]) || has(root["title"]) || !root["tags"].elements.isEmpty else {
            throw Fault(.malformed, "a line with neither title nor text", at: "/body")
        }
        let isRecord = root["source"].string == "hn"
        // A snapshot that was seen on several days was seen on the last of them too.
        let seen = StatedField.day(root["seen"].string) ?? StatedField.day(root["date"].string)
        return Line(
            board: isRecord ? recordBoard : board, document: ReceivedDocument(externalID: id, bytes: text),
            seen: isRecord ? StatedField.day(root["posted"].string) ?? seen : seen)
    }

    private static func has(_ value: JSON) -> Bool { value.text != nil }

    package static func listing(_ bytes: [UInt8], at place: AnswerPlace) throws(Fault) -> Listing {
        var builder = ListingBuilder()
        let text = try Charset.decode(bytes, contentType: place.contentType)
        if text.repaired { builder.listing.flag("repaired-text") }
        for (i, slice) in text.utf8.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            do throws(Fault) {
                guard let line = try line(Array(slice), board: place.board) else { continue }
                try builder.add(id: line.document.externalID, bytes: line.document.bytes, at: "line \(i + 1)")
            } catch {
                if error.code == .limitItems { throw error }
                builder.reject(error.code, error.sentence, at: "line \(i + 1)\(error.at.isEmpty ? "" : " \(error.at)")")
            }
        }
        try builder.prove(board: place.board, read: posting)
        return builder.listing
    }

    package static func posting(from document: [UInt8], board: Board, externalID: String) throws(Fault) -> Posting {
        try posting(try JSONDocument.stored(document), kind: kind, board: board, externalID: externalID)
    }

    static func posting(_ row: JSON, kind: SourceKind, board: Board, externalID: String) throws(Fault) -> Posting {
        var p = Posting(kind: kind, externalID: externalID)
        p.title = StatedField.line(row["title"])
        p.company = StatedField.line(row["company"]) ?? board.company
        if let body = row["body"].utf8, !body.isEmpty {
            p.body = body
            p.bodyForm = row["bodyIsHTML"].bool == true ? .html : .text
        } else if let body = row["text"].utf8 {
            p.body = body
        }
        p.url = StatedField.link(row["url"].string)
        if p.url == nil, row["url"].text != nil { p.flags.append("link-refused") }
        p.location = StatedField.places(
            row["location"].kind == .array ? row["location"].elements.map { $0.string } : [row["location"].text])
        p.isRemote = row["remote"].bool
        if let word = row["remote"].string?.lowercased() {
            switch word {
            case "yes", "true", "remote": p.isRemote = true
            case "no", "false", "onsite", "on-site": p.isRemote = false
            default: p.workplace = StatedField.line(word)
            }
        }
        p.employmentType = StatedField.line(row["employmentType"])
        p.department = StatedField.line(row["department"])
        p.posted = StatedField.day(row["posted"].string) ?? StatedField.day(row["date"].string)
        if p.posted == nil, row["posted"].text != nil { p.flags.append("date-refused") }
        p.updated = StatedField.day(row["updated"].string)
        p.validThrough = StatedField.day(row["closed"].string)
        p.pay = StatedField.pay(
            min: row["payMin"].double, max: row["payMax"].double, currency: row["payCurrency"].string,
            period: StatedField.period(row["payPeriod"].string), text: row["payText"].string, flags: &p.flags)
        p.tags = Array(row["tags"].elements.compactMap { StatedField.line($0.string) }.prefix(SourceLimits.tags))
        StatedField.warnings(&p, stated: [row["title"].string, row["company"].string, row["location"].string])
        return p
    }
}
