import Base
import Sources
import Synchronization

/// What the sample boards answer as of a day, without a socket. Thread-safe; what was rendered is kept while its ad is
/// open, so that a poll costs what has changed.
package final class SampleAnswers: Sendable {
    package struct Answer: Sendable, Equatable {
        package var status: Int
        package var type: String
        package var etag: String?
        package var body: [UInt8]
        /// The asker must wait longer than it has patience.
        package var stalls = false

        init(
            status: Int, type: String = "text/plain; charset=utf-8", etag: String? = nil, body: [UInt8] = [],
            stalls: Bool = false
        ) {
            self.status = status
            self.type = type
            self.etag = etag
            self.body = body
            self.stalls = stalls
        }
    }

    package let market: SampleMarket
    private let wire: Wire
    private let boardByPath: [String: Int]
    private let forum: Int
    private let kept: [Kept]

    /// Rendered documents of one board.
    private final class Kept: Sendable {
        let documents = Mutex<[Int32: [UInt8]]>([:])
    }

    package init(_ market: SampleMarket) {
        self.market = market
        wire = Wire(market)
        boardByPath = Dictionary(uniqueKeysWithValues: market.boards.map { (SampleAnswers.path($0), $0.number) })
        forum = market.boards.firstIndex { $0.kind == .hackerNews } ?? 0
        kept = market.boards.map { _ in Kept() }
    }

    /// The path of a board's list, as at the real service.
    package static func path(_ board: SampleBoard) -> String {
        switch board.kind {
        case .greenhouse: "/v1/boards/\(board.slug)/jobs"
        case .lever: "/v0/postings/\(board.slug)"
        case .ashby: "/posting-api/job-board/\(board.slug)"
        case .hackerNews: "/api/v1/search_by_date"
        case .rss: "/feeds/\(board.slug).rss"
        case .atom: "/feeds/\(board.slug).atom"
        default: "/careers/\(board.slug)"
        }
    }

    /// The boards that can be polled on a day, with addresses at the given origin (`http://127.0.0.1:41234`).
    package func boards(at origin: String, on day: Day) -> [Board] {
        market.boards.filter { $0.joins <= day }.map { board in
            let query = board.kind == .hackerNews ? "?tags=story,author_whoishiring&hitsPerPage=20" : ""
            let company = board.employer.map { market.employers[$0].name }
            return Board(
                id: board.id, kind: board.kind, address: origin + SampleAnswers.path(board) + query, company: company)
        }
    }

    /// The answer to a GET as of a day.
    package func answer(path: String, ifNoneMatch: String? = nil, on day: Day, origin: String = "") -> Answer {
        if path == "/robots.txt" { return Answer(status: 200, body: Array("User-agent: *\nAllow: /\n".utf8)) }
        if let forumAnswer = forumAnswer(path, ifNoneMatch, day) { return forumAnswer }
        guard let number = boardByPath[path] else { return Answer(status: 404) }
        let board = market.boards[number]
        guard board.joins <= day else { return Answer(status: 404) }
        let trouble = board.trouble(on: day)
        if let trouble, let answer = failure(trouble) { return answer }
        let open = market.open(board: number, on: day)
        let etag = tag(open, salt: UInt64(number))
        if trouble == nil, ifNoneMatch == etag { return Answer(status: 304, etag: etag) }
        var (body, type) = wire.envelope(board, documents(number, open), on: day, origin: origin)
        switch trouble {
        case .truncated: body.removeLast(body.count * 2 / 5)
        case .renamed: body = Array("{\"postings\":".utf8) + body.dropFirst("{\"jobs\":".utf8.count)
        default: break
        }
        return Answer(status: 200, type: type, etag: trouble == nil ? etag : nil, body: body)
    }

    private func failure(_ trouble: Trouble.Kind) -> Answer? {
        switch trouble {
        case .serverError: Answer(status: 500, body: Array("Internal Server Error".utf8))
        case .stalls: Answer(status: 200, type: "application/json", stalls: true)
        case .errorPage:
            Answer(
                status: 200, type: "text/html; charset=utf-8",
                body: Array("<!DOCTYPE html><html><body><h1>We'll be right back</h1></body></html>".utf8))
        case .emptied: Answer(status: 200, type: "application/json", body: Array("[]".utf8))
        case .nested:
            Answer(
                status: 200, type: "application/json",
                body: Array("{\"jobs\":".utf8) + [UInt8](repeating: UInt8(ascii: "["), count: 50_000))
        case .entityBomb:
            Answer(
                status: 200, type: "application/rss+xml",
                body: Array(
                    """
                    <?xml version="1.0"?>
                    <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
                    <rss version="2.0"><channel><title>&c;</title></channel></rss>
                    """.utf8))
        case .truncated, .renamed: nil
        }
    }

    private func forumAnswer(_ path: String, _ ifNoneMatch: String?, _ day: Day) -> Answer? {
        let board = market.boards[forum]
        func tagged(_ posts: [Int32], _ salt: Int, _ body: () -> [UInt8]) -> Answer {
            let etag = tag(posts, salt: UInt64(salt))
            if etag == ifNoneMatch { return Answer(status: 304, etag: etag) }
            return Answer(status: 200, type: "application/json; charset=utf-8", etag: etag, body: body())
        }
        if path == "/api/v1/search_by_date" {
            let newest = wire.threads(on: day).first ?? day.month
            return tagged(wire.posts(board, newest, on: day), wire.threadID(newest) &* 3) {
                wire.stories(board, on: day)
            }
        }
        let prefix = "/api/v1/items/"
        guard path.hasPrefix(prefix) else { return nil }
        guard let id = Int(path.dropFirst(prefix.count)),
            let month = wire.threads(on: day).first(where: { wire.threadID($0) == id })
        else { return Answer(status: 404) }
        let posts = wire.posts(board, month, on: day)
        return tagged(posts, id) { wire.thread(month, documents(forum, posts), on: day) }
    }

    /// The documents of the postings, rendered once each; those no longer open are forgotten.
    private func documents(_ board: Int, _ postings: [Int32]) -> [[UInt8]] {
        kept[board].documents.withLock { known in
            var next: [Int32: [UInt8]] = [:]
            let out = postings.map { p -> [UInt8] in
                let bytes = known[p] ?? wire.document(market.postings[Int(p)])
                next[p] = bytes
                return bytes
            }
            // The forum's threads are asked one by one, so both must stay.
            known = board == forum ? known.merging(next) { a, _ in a } : next
            return out
        }
    }

    private func tag(_ postings: [Int32], salt: UInt64) -> String {
        var h = SampleRandom.mix(market.plan.seed ^ salt)
        for p in postings { h = SampleRandom.mix(h ^ UInt64(UInt32(bitPattern: p))) }
        return "\"\(String(h, radix: 16))\""
    }
}
