import Base

/// The monthly "Who is hiring?" threads of Hacker News, a dated public record. Two doors lead to the same posts:
/// the search service (a thread with all its comments in one answer) and the item API (one item an answer).
///
/// Board addresses: `whoishiring` (the latest two threads), a thread's number, `item/<number>` (by the item API),
/// or the URL of an answer in either shape. Only comments whose parent is the thread are postings: replies are not.
/// What a document keeps of a comment: id, parent, time and text. Votes change daily, and replies and handles are other
/// people's affair.
enum HackerNews: Source {
    static let kind = SourceKind.hackerNews
    static let terms = TermsCard(
        store: true, show: true, export: false, attribution: "Hacker News, in the poster's own words", pollsPerDay: 24,
        gapMilliseconds: 1000, linkBack: true,
        basis:
            "Public API without a key and without limits stated (hacker-news.firebaseio.com), search service 10,000 requests "
            + "an hour (hn.algolia.com); the text is its poster's (read 2026-08-03). Kept for own use, shown with a link, not given on"
    )

    static let threadsAtOnce = 2
    private static let search = "https://hn.algolia.com/api/v1"
    private static let items = "https://hacker-news.firebaseio.com/v0/item/"

    static func ask(for board: Board) throws(Fault) -> Ask {
        let a = board.address
        if a.contains("://") { return Ask(try WebAddress(a).description) }
        if a == "whoishiring" { return Ask(search + "/search_by_date?tags=story,author_whoishiring&hitsPerPage=20") }
        if a.hasPrefix("item/"), let n = Int(a.dropFirst(5)) { return Ask(items + "\(n).json") }
        guard let n = Int(a), n > 0 else {
            throw Fault(
                .usage, "a Hacker News board is whoishiring, a thread's number or item/<number>",
                at: CleanText.line(String(a.prefix(80))))
        }
        return Ask(search + "/items/\(n)")
    }

    static func board(for url: WebAddress) -> Board? {
        switch url.host {
        case "news.ycombinator.com":
            if url.path == "/item", let n = url.value(of: "id").flatMap({ Int($0) }) {
                return Board(id: "hackernews:\(n)", kind: kind, address: "\(n)")
            }
            return url.value(of: "id") == "whoishiring"
                ? Board(id: "hackernews:whoishiring", kind: kind, address: "whoishiring") : nil
        case "hn.algolia.com", "hacker-news.firebaseio.com":
            let last = url.segments.last.map { $0.hasSuffix(".json") ? String($0.dropLast(5)) : $0 }
            return last.flatMap { Int($0) }.map { Board(id: "hackernews:\($0)", kind: kind, address: "\($0)") }
        default: return nil
        }
    }

    static func listing(_ bytes: [UInt8], at place: AnswerPlace) throws(Fault) -> Listing {
        var builder = ListingBuilder()
        let root = try JSONDocument.answer(bytes, contentType: place.contentType, into: &builder.listing).root
        guard root.kind == .object else { throw Fault(.driftSchema, "the answer is no object", at: place.board.id) }
        if root["hits"].kind == .array {
            try readHits(root, place, &builder)
        } else if root["children"].kind == .array {
            let thread = root["id"].text
            for (i, child) in root["children"].elements.enumerated() where (child["parent_id"].text ?? thread) == thread
            {
                try add(child, id: child["id"].text, text: child["text"], at: "/children/\(i)", &builder)
            }
        } else if root["type"].string == "comment" || (root["parent"].exists && root["kids"].kind != .array) {
            try add(root, id: root["id"].text, text: root["text"], at: "", &builder)
        } else if root["type"].string == "story" || root["kids"].kind == .array {
            // The item API: the thread names its comments, each is asked for by itself.
            builder.listing.details = root["kids"].elements.prefix(SourceLimits.postings).compactMap { $0.int }.map {
                itemAsk($0, place)
            }
        } else {
            throw Fault(.driftSchema, "the answer is neither a thread nor a search result", at: place.board.id)
        }
        try builder.prove(board: place.board, read: posting)
        return builder.listing
    }

    private static func itemAsk(_ id: Int, _ place: AnswerPlace) -> Ask {
        guard let here = try? WebAddress(place.url), let there = try? here.resolving("\(id).json") else {
            return Ask(items + "\(id).json")
        }
        return Ask(there.description)
    }

    /// A search result: stories lead to the threads of the latest months, comments are postings.
    private static func readHits(_ root: JSON, _ place: AnswerPlace, _ builder: inout ListingBuilder) throws(Fault) {
        var threads: [String] = []
        let hits = root["hits"].elements
        for (i, hit) in hits.enumerated() {
            if let title = hit["title"].string, !hit["comment_text"].exists || hit["comment_text"].isNull {
                if isHiring(title), let id = hit["objectID"].text, Int(id) != nil { threads.append(id) }
            } else if hit["parent_id"].text == hit["story_id"].text {
                try add(hit, id: hit["objectID"].text, text: hit["comment_text"], at: "/hits/\(i)", &builder)
            }
        }
        // A search for threads always finds some: an answer without any is another answer than was asked for.
        if threads.isEmpty, builder.listing.documents.isEmpty,
            place.url.contains("tags=story") || hits.contains(where: { $0["title"].text != nil })
        {
            throw Fault(.driftSchema, "no hiring thread among \(hits.count) results", at: place.board.id)
        }
        if !threads.isEmpty {
            let door =
                (try? WebAddress(place.url)).map { $0.host == "hn.algolia.com" ? search : $0.origin + "/api/v1" }
                ?? search
            builder.listing.details = threads.prefix(threadsAtOnce).map { Ask(door + "/items/\($0)") }
            return
        }
        // Comments come in pages; the next one has the same query.
        guard let page = root["page"].int, let pages = root["nbPages"].int, page + 1 < pages,
            let here = try? WebAddress(place.url)
        else { return }
        let rest = (here.query ?? "").split(separator: "&").filter { !$0.hasPrefix("page=") }.joined(separator: "&")
        builder.listing.next = Ask(
            here.origin + here.path + "?" + (rest.isEmpty ? "" : rest + "&") + "page=\(page + 1)")
    }

    /// "Ask HN: Who is hiring? (July 2026)", not "Who wants to be hired?" and not "Freelancer? Seeking freelancer?".
    static func isHiring(_ title: String) -> Bool { title.lowercased().contains("who is hiring") }

    private static func add(_ item: JSON, id: String?, text: JSON, at place: String, _ builder: inout ListingBuilder)
        throws(Fault)
    {
        guard let words = text.utf8, !words.isEmpty, item["deleted"].bool != true, item["dead"].bool != true else {
            return
        }
        var w = JSONWriter()
        w.object { w in
            if let id { w.member("id", id) }
            if let parent = item["parent_id"].text ?? item["parent"].text { w.member("parent", parent) }
            if let seconds = item["created_at_i"].int ?? item["time"].int {
                w.member("time", seconds)
            } else if let at = item["created_at"].string {
                w.member("created_at", at)
            }
            w.key("text")
            w.raw(text.raw)
        }
        try builder.add(id: id, bytes: w.bytes, at: place)
    }

    static func posting(from document: [UInt8], board: Board, externalID: String) throws(Fault) -> Posting {
        let item = try JSONDocument.stored(document)
        if item["source"].exists {
            return try JSONLines.posting(item, kind: kind, board: board, externalID: externalID)
        }
        guard let text = (item["text"].exists ? item["text"] : item["comment_text"]).utf8, !text.isEmpty else {
            throw Fault(.malformed, "an item without text", at: "/text")
        }
        var p = Posting(kind: kind, externalID: externalID, body: text, bodyForm: .html)
        if Int(externalID) != nil { p.url = "https://news.ycombinator.com/item?id=\(externalID)" }
        p.posted =
            StatedField.day(epochSeconds: item["time"].int ?? item["created_at_i"].int)
            ?? StatedField.day(item["created_at"].string)
        StatedField.warnings(&p)
        return p
    }
}
