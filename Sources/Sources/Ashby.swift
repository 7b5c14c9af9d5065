import Base

/// Ashby job postings API. One unpaged answer holds the whole board.
///
/// Traps that the tests name: `isRemote: null` is not false; `isListed: false` is a draft and dropped; pay stands in
/// `compensation.summaryComponents[]`, of which only `Salary` is pay; the two bodies are twins; countries are names.
enum Ashby: Source {
    static let kind = SourceKind.ashby
    static let terms = TermsCard(
        store: true, show: true, export: false, attribution: "Employer's board at Ashby", pollsPerDay: 4,
        gapMilliseconds: 1000, linkBack: true,
        basis: "Job posting API documentation: public, without a key; terms do not speak of readers (read 2026-08-03). "
            + "Kept for own use, shown with a link, not given on")

    static func ask(for board: Board) throws(Fault) -> Ask {
        let endpoint = try BoardAddress.endpoint(board, prefix: "https://api.ashbyhq.com/posting-api/job-board/")
        return Ask(
            BoardAddress.adding("includeCompensation=true", to: endpoint), headers: ["accept": "application/json"])
    }

    static func board(for url: WebAddress) -> Board? {
        let s = url.segments
        if url.host == "jobs.ashbyhq.com" { return s.first.flatMap { BoardAddress.board(kind, slug: $0) } }
        guard s.count == 3, s[0] == "posting-api", s[1] == "job-board" else { return nil }
        return BoardAddress.board(kind, slug: s[2], at: url.host == "api.ashbyhq.com" ? nil : url)
    }

    static func listing(_ bytes: [UInt8], at place: AnswerPlace) throws(Fault) -> Listing {
        var builder = ListingBuilder()
        let root = try JSONDocument.answer(bytes, contentType: place.contentType, into: &builder.listing).root
        guard root.kind == .object, root["jobs"].kind == .array else {
            throw Fault(.driftSchema, "the answer has no list named jobs", at: place.board.id)
        }
        for (i, job) in root["jobs"].elements.enumerated() where job["isListed"].bool != false {
            try builder.add(id: job["id"].text, bytes: job.raw, at: "/jobs/\(i)")
        }
        try builder.prove(board: place.board, read: posting)
        return builder.listing
    }

    static func posting(from document: [UInt8], board: Board, externalID: String) throws(Fault) -> Posting {
        let job = try JSONDocument.stored(document)
        guard let title = StatedField.line(job["title"]) else {
            throw Fault(.malformed, "a job without a title", at: "/title")
        }
        var p = Posting(kind: kind, externalID: externalID, company: board.company, title: title)
        if let html = job["descriptionHtml"].utf8, !html.isEmpty {
            p.body = html
            p.bodyForm = .html
        } else {
            p.body = job["descriptionPlain"].utf8 ?? []
        }
        let link = job["jobUrl"].text ?? job["applyUrl"].text
        p.url = StatedField.link(link)
        if p.url == nil, link != nil { p.flags.append("link-refused") }
        p.location = StatedField.places([place(job)] + job["secondaryLocations"].elements.map { place($0) })
        p.isRemote = job["isRemote"].bool
        p.workplace = StatedField.line(job["workplaceType"])?.lowercased()
        p.employmentType = StatedField.line(job["employmentType"])
        p.department = StatedField.places([job["department"].string, job["team"].string])
        p.posted = StatedField.day(job["publishedAt"].string)
        if p.posted == nil, job["publishedAt"].text != nil { p.flags.append("date-refused") }
        p.updated = StatedField.day(job["updatedAt"].string)
        p.pay = pay(job["compensation"], &p.flags)
        StatedField.warnings(&p, stated: [job["title"].string, job["location"].string])
        return p
    }

    /// The location line, with the country of the address where the line does not name it.
    private static func place(_ job: JSON) -> String? {
        let address = job["address"]["postalAddress"].exists ? job["address"]["postalAddress"] : job["address"]
        let country = StatedField.line(address["addressCountry"])
        guard let line = StatedField.line(job["location"]) else {
            return StatedField.line(
                [address["addressLocality"].string, address["addressRegion"].string, country].compactMap { $0 }
                    .filter { !$0.isEmpty }.joined(separator: ", "))
        }
        guard let country, !line.contains(country), StatedField.line(address["addressLocality"]) == line else {
            return line
        }
        return "\(line), \(country)"
    }

    private static func pay(_ compensation: JSON, _ flags: inout [String]) -> Posting.StatedPay? {
        let summary =
            compensation["compensationTierSummary"].string ?? compensation["scrapeableCompensationSalarySummary"].string
        let salary = compensation["summaryComponents"].elements.first {
            $0["compensationType"].string == "Salary" && ($0["minValue"].double != nil || $0["maxValue"].double != nil)
        }
        guard let salary else { return StatedField.line(summary).map { Posting.StatedPay(text: $0) } }
        return StatedField.pay(
            min: salary["minValue"].double, max: salary["maxValue"].double, currency: salary["currencyCode"].string,
            period: StatedField.period(salary["interval"].string), text: summary ?? salary["summary"].string,
            flags: &flags)
    }
}
