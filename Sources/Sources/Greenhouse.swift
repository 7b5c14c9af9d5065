import Base

/// Greenhouse Job Board API. One unpaged answer holds the whole board.
///
/// Traps that the tests name: `content` is HTML escaped as text (unescape, then read as HTML); the day of posting is
/// `first_published`, not `updated_at`; without `content=true` the rows come without bodies at 200; one location field
/// may hold several places joined by ";"; `metadata[].value` is a string or an array; a 404 means a wrong slug.
enum Greenhouse: Source {
    static let kind = SourceKind.greenhouse
    static let terms = TermsCard(
        store: true, show: true, export: false, attribution: "Employer's board at Greenhouse", pollsPerDay: 4,
        gapMilliseconds: 1000, linkBack: true,
        basis:
            "Job Board API documentation: reading needs no key; it grants and forbids nothing else (read 2026-08-03). "
            + "Kept for own use, shown with a link, not given on")

    static func ask(for board: Board) throws(Fault) -> Ask {
        let endpoint = try BoardAddress.endpoint(
            board, prefix: "https://boards-api.greenhouse.io/v1/boards/", suffix: "/jobs")
        return Ask(BoardAddress.adding("content=true", to: endpoint), headers: ["accept": "application/json"])
    }

    static func board(for url: WebAddress) -> Board? {
        let s = url.segments
        switch url.host {
        case "boards.greenhouse.io", "job-boards.greenhouse.io", "boards.eu.greenhouse.io",
            "job-boards.eu.greenhouse.io":
            if s.first == "embed" { return url.value(of: "for").flatMap { BoardAddress.board(kind, slug: $0) } }
            return s.first.flatMap { BoardAddress.board(kind, slug: $0) }
        case "boards-api.greenhouse.io":
            return s.count >= 3 && s[1] == "boards" ? BoardAddress.board(kind, slug: s[2]) : nil
        default:
            guard s.count == 4, s[0] == "v1", s[1] == "boards", s[3] == "jobs" else { return nil }
            return BoardAddress.board(kind, slug: s[2], at: url)
        }
    }

    static func listing(_ bytes: [UInt8], at place: AnswerPlace) throws(Fault) -> Listing {
        var builder = ListingBuilder()
        let root = try JSONDocument.answer(bytes, contentType: place.contentType, into: &builder.listing).root
        guard root.kind == .object, root["jobs"].kind == .array else {
            throw Fault(.driftSchema, "the answer has no list named jobs", at: place.board.id)
        }
        let jobs = root["jobs"].elements
        for (i, job) in jobs.enumerated() {
            try builder.add(id: job["id"].text, bytes: job.raw, at: "/jobs/\(i)")
        }
        try builder.prove(board: place.board, read: posting)
        try builder.settle(total: root["meta"]["total"].int, rows: jobs.count)
        return builder.listing
    }

    static func posting(from document: [UInt8], board: Board, externalID: String) throws(Fault) -> Posting {
        let job = try JSONDocument.stored(document)
        guard let title = StatedField.line(job["title"]) else {
            throw Fault(.malformed, "a job without a title", at: "/title")
        }
        var p = Posting(kind: kind, externalID: externalID, title: title, bodyForm: .html)
        p.company = StatedField.line(job["company_name"]) ?? board.company
        p.body = HTMLText.unwrap(job["content"].utf8 ?? [])
        p.url = StatedField.link(job["absolute_url"].string)
        if p.url == nil, job["absolute_url"].text != nil { p.flags.append("link-refused") }
        let names = (job["location"]["name"].string ?? "").split(separator: ";").map { Optional(String($0)) }
        p.location = StatedField.places(names.isEmpty ? job["offices"].elements.map { $0["name"].string } : names)
        p.department = StatedField.places(job["departments"].elements.map { $0["name"].string })
        p.posted = StatedField.day(job["first_published"].string)
        if p.posted == nil, job["first_published"].text != nil { p.flags.append("date-refused") }
        p.updated = StatedField.day(job["updated_at"].string)
        p.validThrough = StatedField.day(job["application_deadline"].string)
        for item in job["metadata"].elements where item["name"].string?.lowercased() == "employment type" {
            // An employer's own field: the value is a string on one board and a list on the next.
            p.employmentType =
                StatedField.line(item["value"]) ?? StatedField.places(item["value"].elements.map { $0.string })
        }
        if let range = job["pay_input_ranges"].elements.first {
            let words = [range["title"].string, range["blurb"].string].compactMap { $0 }.joined(separator: " ")
            p.pay = StatedField.pay(
                min: range["min_cents"].double.map { $0 / 100 }, max: range["max_cents"].double.map { $0 / 100 },
                currency: range["currency_type"].string, period: StatedField.period(words), text: range["title"].string,
                flags: &p.flags)
        }
        StatedField.warnings(
            &p, stated: [job["title"].string, job["company_name"].string, job["location"]["name"].string])
        return p
    }
}
