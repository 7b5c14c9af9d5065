import Base

/// RSS 2.0 (and 1.0), with the job elements that boards add; and the XML of job search engines (`<source><job>`), which
/// is the same idea with other names. A document is one `<item>` as received.
enum RSSFeed: Source {
    static let kind = SourceKind.rss
    static let terms = FeedTerms.card

    static func ask(for board: Board) throws(Fault) -> Ask {
        Ask(
            try WebAddress(board.address).description,
            headers: ["accept": "application/rss+xml, application/xml;q=0.9, text/xml;q=0.8"])
    }

    static func board(for url: WebAddress) -> Board? {
        let path = url.path.lowercased()
        guard
            path.hasSuffix(".rss") || path.hasSuffix(".xml") || path.hasSuffix("/rss") || path.hasSuffix("/feed")
                || path.hasSuffix("/feed/")
        else { return nil }
        return Board(id: "rss:\(url)", kind: kind, address: url.description)
    }

    private static let itemNames = ["item", "job"]

    static func listing(_ bytes: [UInt8], at place: AnswerPlace) throws(Fault) -> Listing {
        var builder = ListingBuilder()
        let text = try Charset.decode(bytes, contentType: place.contentType)
        let tape = try XMLTape(text.utf8)
        if text.repaired { builder.listing.flag("repaired-text") }
        let root = tape.name(tape.elements[0])
        guard ["rss", "rdf:RDF", "source", "jobs"].contains(root) else {
            throw Fault(.driftSchema, "the answer is no RSS feed but <\(CleanText.line(root))>", at: place.board.id)
        }
        var i = 1
        var n = 0
        while i < tape.elements.count {
            if itemNames.contains(tape.name(tape.elements[i])) {
                n += 1
                try builder.add(
                    id: FeedTerms.id(tape, i, ["guid", "referencenumber", "id", "link", "url", "title"]),
                    bytes: tape.raw(tape.elements[i]), at: "item \(n)")
                i = max(Int(tape.elements[i].next), i + 1)
            } else {
                i += 1
            }
        }
        try builder.prove(board: place.board, read: posting)
        return builder.listing
    }

    static func posting(from document: [UInt8], board: Board, externalID: String) throws(Fault) -> Posting {
        let tape = try XMLTape(document)
        func field(_ names: String...) -> String? { tape.string(tape.child(0, names)) }
        guard let title = StatedField.line(field("title")) else {
            throw Fault(.malformed, "an item without a title", at: "title")
        }
        var p = Posting(kind: kind, externalID: externalID, title: title)
        p.company =
            StatedField.line(field("company", "job_listing:company", "job:company", "employer", "hiringOrganization"))
            ?? board.company
        if let at = tape.child(0, ["content:encoded", "description", "summary"]) {
            p.body = HTMLText.unwrap(tape.text(at))
        }
        p.bodyForm = HTMLText.hasTag(p.body) ? .html : .text
        let link = field("link", "url") ?? field("guid")
        p.url = StatedField.link(link)
        if p.url == nil, field("link", "url") != nil { p.flags.append("link-refused") }
        let parts = ["city", "state", "region", "country"].compactMap {
            StatedField.line(tape.string(tape.child(0, [$0])))
        }
        p.location =
            StatedField.line(field("location", "job_listing:location", "job:location"))
            ?? StatedField.line(parts.joined(separator: ", "))
        p.employmentType = StatedField.line(field("jobtype", "job_listing:job_type", "employmentType", "type"))
        p.department = StatedField.line(field("department"))
        let date = field("pubDate", "date", "dc:date", "posted_date")
        p.posted = StatedField.day(date)
        if p.posted == nil, date != nil { p.flags.append("date-refused") }
        p.validThrough = StatedField.day(field("expirationdate", "expires", "validThrough"))
        if let words = StatedField.line(field("salary", "job_listing:salary")) {
            p.pay = Posting.StatedPay(text: words)
        }
        for i in tape.children(of: 0)
        where tape.name(tape.elements[i]) == "category" && p.tags.count < SourceLimits.tags {
            if let tag = StatedField.line(tape.string(i)) { p.tags.append(tag) }
        }
        StatedField.warnings(&p, stated: [field("title"), field("company")])
        return p
    }
}

/// Atom (RFC 4287), paged by `rel="next"` (RFC 5005). A document is one `<entry>` as received.
enum AtomFeed: Source {
    static let kind = SourceKind.atom
    static let terms = FeedTerms.card

    static func ask(for board: Board) throws(Fault) -> Ask {
        Ask(
            try WebAddress(board.address).description,
            headers: ["accept": "application/atom+xml, application/xml;q=0.9, text/xml;q=0.8"])
    }

    static func board(for url: WebAddress) -> Board? {
        guard url.path.lowercased().hasSuffix("atom") || url.path.lowercased().hasSuffix("atom.xml") else { return nil }
        return Board(id: "atom:\(url)", kind: kind, address: url.description)
    }

    static func listing(_ bytes: [UInt8], at place: AnswerPlace) throws(Fault) -> Listing {
        var builder = ListingBuilder()
        let text = try Charset.decode(bytes, contentType: place.contentType)
        let tape = try XMLTape(text.utf8)
        if text.repaired { builder.listing.flag("repaired-text") }
        guard local(tape, 0) == "feed" else {
            throw Fault(
                .driftSchema, "the answer is no Atom feed but <\(CleanText.line(tape.name(tape.elements[0])))>",
                at: place.board.id)
        }
        var n = 0
        for i in tape.children(of: 0) {
            if local(tape, i) == "entry" {
                n += 1
                try builder.add(
                    id: FeedTerms.id(tape, i, ["id", "atom:id", "title"]), bytes: tape.raw(tape.elements[i]),
                    at: "entry \(n)")
            } else if local(tape, i) == "link", tape.attribute(i, "rel") == "next",
                let href = tape.attribute(i, "href"),
                let here = try? WebAddress(place.url), let there = try? here.resolving(href), there.host == here.host
            {
                builder.listing.next = Ask(there.description)
            }
        }
        try builder.prove(board: place.board, read: posting)
        return builder.listing
    }

    private static func local(_ tape: XMLTape, _ i: Int) -> String {
        let name = tape.name(tape.elements[i])
        return name.split(separator: ":").last.map(String.init) ?? name
    }

    static func posting(from document: [UInt8], board: Board, externalID: String) throws(Fault) -> Posting {
        let tape = try XMLTape(document)
        let children = tape.children(of: 0)
        func first(_ name: String) -> Int? { children.first { local(tape, $0) == name } }
        guard let title = StatedField.line(tape.string(first("title"))) else {
            throw Fault(.malformed, "an entry without a title", at: "title")
        }
        var p = Posting(kind: kind, externalID: externalID, company: board.company, title: title)
        if let at = first("content") ?? first("summary") {
            // XHTML content is markup itself; everything else carries it escaped.
            p.body =
                tape.attribute(at, "type") == "xhtml"
                ? Array(tape.bytes[tape.elements[at].content.range]) : HTMLText.unwrap(tape.text(at))
        }
        p.bodyForm = HTMLText.hasTag(p.body) ? .html : .text
        let links = children.filter { local(tape, $0) == "link" }
        let chosen = links.first { (tape.attribute($0, "rel") ?? "alternate") == "alternate" }
        let href = chosen.flatMap { tape.attribute($0, "href") }
        p.url = StatedField.link(href)
        if p.url == nil, href != nil { p.flags.append("link-refused") }
        p.posted = StatedField.day(tape.string(first("published"))) ?? StatedField.day(tape.string(first("updated")))
        p.updated = StatedField.day(tape.string(first("updated")))
        p.location = StatedField.line(tape.string(first("location")))
        if let author = first("author"), p.company == nil {
            p.company = tape.children(of: author).first { local(tape, $0) == "name" }.flatMap {
                StatedField.line(tape.string($0))
            }
        }
        for i in children where local(tape, i) == "category" && p.tags.count < SourceLimits.tags {
            if let tag = StatedField.line(tape.attribute(i, "label") ?? tape.attribute(i, "term")) {
                p.tags.append(tag)
            }
        }
        StatedField.warnings(&p, stated: [tape.string(first("title"))])
        return p
    }
}

enum FeedTerms {
    static let card = TermsCard(
        store: true, show: true, export: false, attribution: "Feed of the site named in the link", pollsPerDay: 24,
        gapMilliseconds: 1000, linkBack: true,
        basis:
            "A feed that the operator configured; feeds are published to be read, their texts stay their authors'. Some sites "
            + "forbid storing (We Work Remotely does): read their terms before adding one")

    /// The first of the names that has text, as an id.
    static func id(_ tape: XMLTape, _ item: Int, _ names: [String]) -> String? {
        for name in names { if let s = StatedField.line(tape.string(tape.child(item, [name]))) { return s } }
        return nil
    }
}
