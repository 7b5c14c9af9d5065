import Base
import Sources
import Taxonomy

/// How the sample market's boards speak: each kind's real format, byte for byte the same whenever it is asked.
package struct Wire: Sendable {
    package let market: SampleMarket

    package init(_ market: SampleMarket) { self.market = market }

    /// What one answer carries of one posting, as its board writes it.
    package func document(_ posting: SamplePosting) -> [UInt8] {
        let board = market.boards[posting.board]
        let item = WireItem(market, posting, board)
        return switch board.kind {
        case .greenhouse: greenhouse(item)
        case .lever: lever(item)
        case .ashby: ashby(item)
        case .hackerNews: comment(item)
        case .rss: rssItem(item)
        case .atom: atomEntry(item)
        default: jobPosting(item)
        }
    }

    /// The board's whole answer from its documents.
    package func envelope(_ board: SampleBoard, _ documents: [[UInt8]], on day: Day, origin: String) -> (
        body: [UInt8], type: String
    ) {
        switch board.kind {
        case .greenhouse:
            (
                joined("{\"jobs\":[", documents, "],\"meta\":{\"total\":\(documents.count)}}"),
                "application/json; charset=utf-8"
            )
        case .lever: (joined("[", documents, "]"), "application/json; charset=utf-8")
        case .ashby: (joined("{\"jobs\":[", documents, "],\"apiVersion\":\"1\"}"), "application/json; charset=utf-8")
        case .rss: (rss(board, documents, on: day), "application/rss+xml; charset=utf-8")
        case .atom: (atom(board, documents, on: day, origin: origin), "application/atom+xml; charset=utf-8")
        default: (careers(board, documents), "text/html; charset=utf-8")
        }
    }

    func joined(_ head: String, _ documents: [[UInt8]], _ tail: String, separator: String = ",") -> [UInt8] {
        var out = Array(head.utf8)
        out.reserveCapacity(documents.reduce(head.utf8.count + tail.utf8.count) { $0 + $1.count + 1 })
        for (i, d) in documents.enumerated() {
            if i > 0 { out += separator.utf8 }
            out += d
        }
        return out + tail.utf8
    }
}

/// All that a format needs of one posting.
struct WireItem {
    let market: SampleMarket
    let posting: SamplePosting
    let opening: SampleOpening
    let board: SampleBoard
    let employer: Employer
    let place: SamplePlace
    let draft: Draft
    let markup: Draft.Markup

    init(_ market: SampleMarket, _ posting: SamplePosting, _ board: SampleBoard) {
        self.market = market
        self.posting = posting
        self.board = board
        opening = market.openings[posting.opening]
        employer = market.employers[posting.employer]
        place = SamplePlace.all[posting.place]
        var writer = DraftWriter(market, posting)
        draft = writer.write(onForum: board.kind == .hackerNews)
        markup = Draft.Markup(rawValue: employer.number % Draft.Markup.allCases.count) ?? .headings
    }

    /// `posting.flaw` included.
    var title: String { posting.flaw.map { $0.title(opening.title) } ?? opening.title }
    var html: [UInt8] {
        if posting.flaw == .emptyBody { return [] }
        let body = draft.html(markup)
        guard let flaw = posting.flaw else { return body }
        return flaw.html + body
    }
    var companyName: String {
        posting.flaw == .mixedScript ? employer.name.replacing("a", with: "\u{430}") : employer.name
    }
    /// The location line of the source's own field.
    var location: String {
        switch opening.mode {
        case .remote: posting.number % 3 == 0 ? "Remote" : "Remote - Worldwide"
        case .remoteRestricted:
            posting.number % 3 == 0 ? "Remote, \(place.countryName)" : "\(place.countryName) (Remote)"
        default: place.line
        }
    }
    var workplace: String? {
        switch opening.mode {
        case .remote, .remoteRestricted: "remote"
        case .hybrid: "hybrid"
        case .onsite: "on-site"
        case .unstated: nil
        }
    }
    /// The day that the source states; wrong where the flaw says so.
    var posted: Day {
        switch posting.flaw {
        case .futureDate: Day(year: 2099, month: 1, day: 1) ?? posting.first
        case .ancientDate: Day(year: 1970, month: 1, day: 2) ?? posting.first
        default: posting.first
        }
    }
    var link: String { "https://\(employer.slug).example/jobs/\(number)" }
    var number: Int { 4_100_000 + posting.number }
    var department: String { RoleDemand.all[opening.profile].isIT ? "Engineering" : "Business" }

    /// A version-4 shaped identifier that follows from the seed and the posting.
    var uuid: String {
        var r = SampleRandom(market.plan.seed, .wire, posting.number)
        let hex = hexText(
            Digest(
                bytes: (0..<4).flatMap { _ in
                    let word = r.next()
                    return (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) }
                }
            ).bytes.prefix(16))
        let h = Array(hex)
        return
            [h[0..<8], h[8..<12], ["4"] + h[13..<16], ["a"] + h[17..<20], h[20..<32]].map { String($0) }.joined(
                separator: "-")
    }
}
