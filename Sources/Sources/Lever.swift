import Base

/// Lever Postings API. A bare array; asked without `limit` it is the whole board in one answer.
///
/// Traps that the tests name: the title is `text`; `createdAt` counts milliseconds; requirements stand in `lists[]`;
/// EU boards live on another host (`eu:slug`); `[]` is a live board without openings, a 404 a wrong slug.
enum Lever: Source {
    static let kind = SourceKind.lever
    static let terms = TermsCard(
        store: true, show: true, export: false, attribution: "Employer's board at Lever", pollsPerDay: 4,
        gapMilliseconds: 1000, linkBack: true,
        basis: "Postings API documentation: published postings are publicly viewable and may be read without a key; "
            + "terms do not speak of readers (read 2026-08-03). Kept for own use, shown with a link, not given on")

    static func ask(for board: Board) throws(Fault) -> Ask {
        let eu = board.address.hasPrefix("eu:")
        var plain = board
        if eu { plain.address = String(board.address.dropFirst(3)) }
        let endpoint = try BoardAddress.endpoint(plain, prefix: "https://api.\(eu ? "eu." : "")lever.co/v0/postings/")
        return Ask(BoardAddress.adding("mode=json", to: endpoint), headers: ["accept": "application/json"])
    }

    static func board(for url: WebAddress) -> Board? {
        let s = url.segments
        switch url.host {
        case "jobs.lever.co": return s.first.flatMap { BoardAddress.board(kind, slug: $0) }
        case "jobs.eu.lever.co", "api.eu.lever.co":
            guard let slug = url.host.hasPrefix("api") ? (s.count >= 3 ? s[2] : nil) : s.first,
                BoardAddress.isSlug(slug)
            else { return nil }
            return Board(id: "lever:eu:\(slug)", kind: kind, address: "eu:\(slug)")
        case "api.lever.co": return s.count >= 3 ? BoardAddress.board(kind, slug: s[2]) : nil
        default:
            guard s.count == 3, s[0] == "v0", s[1] == "postings" else { return nil }
            return BoardAddress.board(kind, slug: s[2], at: url)
        }
    }

    static func listing(_ bytes: [UInt8], at place: AnswerPlace) throws(Fault) -> Listing {
        var builder = ListingBuilder()
        let root = try JSONDocument.answer(bytes, contentType: place.contentType, into: &builder.listing).root
        guard root.kind == .array else {
            throw Fault(.driftSchema, "the answer is no list of postings", at: place.board.id)
        }
        var rows = 0
        for job in root.elements {
            guard rows < SourceLimits.postings else {
                throw Fault(.limitItems, "more than \(SourceLimits.postings) postings on one board", at: place.board.id)
            }
            try builder.add(id: job["id"].text, bytes: job.raw, at: "/\(rows)")
            rows += 1
        }
        try builder.prove(board: place.board, read: posting)
        return builder.listing
    }

    static func posting(from document: [UInt8], board: Board, externalID: String) throws(Fault) -> Posting {
        let job = try JSONDocument.stored(document)
        guard let title = StatedField.line(job["text"]) else {
            throw Fault(.malformed, "a posting without a name", at: "/text")
        }
        var p = Posting(kind: kind, externalID: externalID, company: board.company, title: title, bodyForm: .html)
        p.body = body(job)
        let link = job["hostedUrl"].text ?? job["applyUrl"].text
        p.url = StatedField.link(link)
        if p.url == nil, link != nil { p.flags.append("link-refused") }
        let categories = job["categories"]
        let all = categories["allLocations"].elements.map { $0.string }
        p.location = StatedField.places(
            [categories["location"].string] + all
                + (all.isEmpty && categories["location"].text == nil ? [job["country"].string] : []))
        p.department = StatedField.places([categories["department"].string, categories["team"].string])
        p.employmentType = StatedField.line(categories["commitment"])
        let workplace = job["workplaceType"].string?.lowercased()
        p.workplace = workplace.flatMap {
            $0 == "unspecified" ? nil : $0 == "on-site" ? "onsite" : StatedField.line($0)
        }
        p.isRemote = p.workplace.map { $0 == "remote" }
        p.posted = StatedField.day(epochSeconds: job["createdAt"].int.map { $0 / 1000 })
        if p.posted == nil, job["createdAt"].exists, !job["createdAt"].isNull { p.flags.append("date-refused") }
        let range = job["salaryRange"]
        if range.kind == .object {
            p.pay = StatedField.pay(
                min: range["min"].double, max: range["max"].double, currency: range["currency"].string,
                period: StatedField.period(range["interval"].string), text: nil, flags: &p.flags)
        }
        StatedField.warnings(&p, stated: [job["text"].string, job["categories"]["location"].string])
        return p
    }

    /// Description, the lists with their headings, the closing words and the words on pay: what the hosted page shows.
    private static func body(_ job: JSON) -> [UInt8] {
        var out: [UInt8] = []
        func append(_ html: JSON, _ plain: JSON) {
            let marked = html.utf8 ?? []
            let bytes = marked.isEmpty ? HTMLText.escape(plain.utf8 ?? []) : marked
            if !bytes.isEmpty { out += bytes + [10] }
        }
        append(job["description"], job["descriptionPlain"])
        if out.isEmpty {
            append(job["opening"], job["openingPlain"])
            append(job["descriptionBody"], job["descriptionBodyPlain"])
        }
        for list in job["lists"].elements {
            if let name = list["text"].utf8, !name.isEmpty {
                out += Array("<h3>".utf8) + HTMLText.escape(name) + Array("</h3>".utf8)
            }
            if let items = list["content"].utf8, !items.isEmpty {
                out += Array("<ul>".utf8) + items + Array("</ul>\n".utf8)
            }
        }
        append(job["additional"], job["additionalPlain"])
        append(job["salaryDescription"], job["salaryDescriptionPlain"])
        return out
    }
}
