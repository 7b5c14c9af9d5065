import Base
import Foundation
import Market
import Server
import Testing
import Web

@Suite struct SiteTests {
    /// The site's pages, each with what it must say.
    static let pages = [
        "/", "/openings", "/openings?q=skill:kubernetes", "/skills", "/skills/kubernetes", "/practices",
        "/practices/operations", "/roles",
        "/roles/platform", "/trends", "/trends?s=kubernetes,practice:operations&months=24", "/pay",
        "/pay?q=role:backend", "/employers", "/sources",
        "/method", "/reports", "/reports/2026-10",
    ]

    @Test func `every page is answered, whole and without live words of a stranger`() throws {
        try SmallMarket.with { site in
            for path in Self.pages {
                let r = SmallMarket.get(site, path)
                #expect(r.status == 200, "\(path): \(r.text.prefix(200))")
                #expect(r.text.hasPrefix("<!doctype html>") && r.text.hasSuffix("</html>\n"))
                #expect(!r.text.contains("<script") && !r.text.contains(" style=\""), "\(path)")
            }
        }
    }

    /// Every link that a page offers leads somewhere: pages, forms of pages, feeds, drawings.
    @Test func `no link of a page is broken, and a number leads to its sentence in two steps`() throws {
        try SmallMarket.with { site in
            var seen: Set<String> = []
            for path in Self.pages {
                for link in Self.links(SmallMarket.get(site, path).text) where seen.insert(link).inserted {
                    let r = SmallMarket.get(site, link)
                    #expect(r.status == 200, "\(path) → \(link): \(r.status)")
                }
            }
            #expect(seen.count > 100)
            // skill → its openings → the opening, where the anchor of the link is an id of a mark
            let list =
                Self.links(SmallMarket.get(site, "/skills/kubernetes").text, keepFragment: true).first {
                    $0.hasPrefix("/openings?q=")
                } ?? ""
            let opening =
                Self.links(SmallMarket.get(site, list).text, keepFragment: true).first {
                    $0.contains("#skill-kubernetes")
                } ?? ""
            let html = SmallMarket.get(site, String(opening.prefix { $0 != "#" })).text
            #expect(
                html.contains("id=\"skill-kubernetes\">Kubernetes<")
                    || html.contains("id=\"skill-kubernetes\">kubernetes<"), "\(list) \(opening)")
        }
    }

    static func links(_ html: String, keepFragment: Bool = false) -> [String] {
        html.components(separatedBy: "href=\"").dropFirst().compactMap { piece in
            let link = String(piece.prefix { $0 != "\"" }).replacingOccurrences(of: "&amp;", with: "&")
            guard link.hasPrefix("/") else { return nil }
            return keepFragment ? link : String(link.prefix { $0 != "#" })
        }
    }

    @Test func `the search says what it counts`() throws {
        try SmallMarket.with { site in
            let all = SmallMarket.get(site, "/openings.json"),
                some = SmallMarket.get(site, "/openings.json?q=skill:kubernetes")
            let total = try JSONDocument(all.body).root["total"].int ?? 0,
                k = try JSONDocument(some.body).root["total"].int ?? 0
            #expect(total > 300 && k > 0 && k < total)
            // Keyset paging sees every opening once.
            var ids: [String] = [], next: String? = nil
            repeat {
                let page = try JSONDocument(
                    SmallMarket.get(
                        site,
                        "/api/v1/openings?limit=100&q=skill:kubernetes"
                            + (next.map { "&after=\(URLText.encode($0))" } ?? "")
                    ).body
                ).root
                ids += page["openings"].elements.compactMap { $0["id"].string }
                next = page["next"].string
            } while next != nil && ids.count < 2000
            #expect(ids.count == k && Set(ids).count == k)
            let none = SmallMarket.get(site, "/openings?q=skill:kubernetes+%22nosuchword%22").text
            #expect(none.contains("No opening answers all of this") && none.contains("nosuchword"))
            let unknown = SmallMarket.get(site, "/openings?query=x")
            #expect(unknown.status == 400 && unknown.text.contains("nearest is “q”"))
            let marked = SmallMarket.get(site, "/openings?q=skil:go").text
            #expect(marked.contains("skil:go") && marked.contains("nearest is “skill”"))
        }
    }

    @Test func `hostile queries are answered, never with a fault of ours`() throws {
        try SmallMarket.with { site in
            for q in [
                "\"unclosed", "kube*", "*ops", "NOT", "skill:", "F#", "title:\"a\" OR (b", "\\", "\t\n", "pay:abc",
                "<script>", "a NEAR b", "{}", "' OR 1=1 --",
            ] {
                for form in ["", ".json", ".csv", ".atom"] {
                    let r = SmallMarket.get(site, "/openings\(form)?q=\(URLText.encode(q))")
                    #expect(r.status == 200, "\(q)\(form): \(r.text.prefix(200))")
                    #expect(form == ".csv" || !r.text.contains("<script"))
                }
            }
        }
    }

    @Test func `CSV holds no formula, the feed is well formed, ETags follow the generation`() throws {
        try SmallMarket.with { site in
            let csv = SmallMarket.get(site, "/openings.csv").text
            #expect(
                csv.hasPrefix("id,title,") && !csv.contains("\r\n=") && !csv.contains(",=cmd") && csv.contains("\r\n"))
            let atom = SmallMarket.get(site, "/openings.atom?q=skill:go")
            #expect(atom.contentType.hasPrefix("application/atom+xml") && atom.text.contains("<entry>"))
            let parser = XMLParserProbe(atom.body)
            #expect(parser.isWellFormed)
            let first = SmallMarket.get(site, "/skills")
            let tag = first.header("ETag") ?? ""
            #expect(tag.hasPrefix("\"g"))
            #expect(SmallMarket.get(site, "/skills", headers: ["if-none-match": tag]).status == 304)
            #expect(SmallMarket.get(site, "/skills", headers: ["if-none-match": "\"g0-x\""]).status == 200)
            #expect(SmallMarket.get(site, "/nowhere/<script>").status == 404)
            #expect(!SmallMarket.get(site, "/nowhere/<script>").text.contains("nowhere"))
        }
    }

    @Test func `the ad check compares, keeps nothing and says what is unsaid`() throws {
        try SmallMarket.with { site in
            let form = "title=Senior+Platform+Engineer&text=You+run+Kubernetes+and+Terraform+is+required."
            let r = site.respond(
                SiteRequest(
                    method: "POST", target: "/employers",
                    headers: ["host": "127.0.0.1", "content-type": "application/x-www-form-urlencoded"],
                    body: Array(form.utf8)))
            #expect(
                r.status == 200 && r.text.contains("Kubernetes") && r.text.contains("on-call")
                    && r.header("Cache-Control") == "no-store")
            let empty = site.respond(
                SiteRequest(
                    method: "POST", target: "/api/v1/ad-check",
                    headers: ["host": "127.0.0.1", "content-type": "application/json"], body: Array("{}".utf8)))
            #expect(empty.status == 400 && empty.contentType == "application/problem+json")
        }
    }

    @Test func `the report is the same bytes from the same generation`() throws {
        try SmallMarket.with { site in
            func file() throws -> [UInt8] {
                let now = try #require(try site.current()), chrome = try #require(try site.chrome())
                return try ReportMaker(insight: now.insight, boards: []).make(
                    Month(year: 2026, month: 10), inFile: true
                ).page.standalone(chrome)
            }
            let a = try file()
            #expect(try file() == a && a.count > 10_000)
            #expect(String(decoding: a, as: UTF8.self).contains("<style>"))
        }
    }
}

final class XMLParserProbe {
    let isWellFormed: Bool
    /// Elements open and close in order; text holds no bare `<` or `&`.
    init(_ bytes: [UInt8]) {
        var open: [String] = []
        var isFine = true
        let text = String(decoding: bytes, as: UTF8.self)
        for piece in text.components(separatedBy: "<").dropFirst() {
            guard let end = piece.firstIndex(of: ">") else { isFine = false; break }
            let inner = piece[..<end]
            if inner.hasPrefix("?") || inner.hasSuffix("/") { continue }
            let name = String(inner.drop { $0 == "/" }.prefix { $0 != " " })
            if inner.hasPrefix("/") { if open.popLast() != name { isFine = false } } else { open.append(name) }
        }
        isWellFormed = isFine && open.isEmpty
    }
}

@Suite struct GuardTests {
    let door = Guard.loopback("127.0.0.1", extra: ["wheelhouse.example"])

    @Test(arguments: [
        ("127.0.0.1:8080", true), ("localhost", true), ("LOCALHOST:1", true), ("[::1]:8080", true),
        ("wheelhouse.example", true), ("evil.example", false),
        ("127.0.0.1.evil.example", false), ("", false), ("localhost.evil.example:80", false),
    ])
    func `only hosts of ours are answered`(host: String, fine: Bool) {
        #expect((door.refusal(method: "GET", target: "/", headers: ["host": host], length: 0) == nil) == fine)
    }

    @Test(
        arguments: [
            (["sec-fetch-site": "same-origin"], true), (["sec-fetch-site": "none"], true),
            (["sec-fetch-site": "cross-site"], false),
            (["sec-fetch-site": "same-site"], false), (["origin": "http://127.0.0.1:8080"], true),
            (["origin": "http://evil.example"], false),
            (["origin": "null"], false), ([:], true),
            (["sec-fetch-site": "cross-site", "origin": "http://127.0.0.1:8080"], false),
        ] as [([String: String], Bool)])
    func `a form of another site is refused`(headers: [String: String], fine: Bool) {
        let all = headers.merging(["host": "127.0.0.1:8080"]) { a, _ in a }
        #expect((door.refusal(method: "POST", target: "/employers", headers: all, length: 0) == nil) == fine)
        #expect(door.refusal(method: "GET", target: "/", headers: all, length: 0) == nil)
    }

    @Test func `sizes and methods have limits`() {
        let h = ["host": "localhost"]
        #expect(
            door.refusal(method: "GET", target: "/" + String(repeating: "a", count: 9000), headers: h, length: 0)
                == .target)
        #expect(door.refusal(method: "POST", target: "/", headers: h, length: Guard.maxBody + 1) == .body)
        #expect(door.refusal(method: "DELETE", target: "/", headers: h, length: 0) == .method)
        let t = Turnstile()
        for _ in 0..<Guard.maxAtOnceAClient { #expect(t.enter("a") == nil) }
        #expect(t.enter("a") == 429 && t.enter("b") == nil)
        t.leave("a")
        #expect(t.enter("a") == nil)
        for i in 0..<(Guard.maxAtOnce - Guard.maxAtOnceAClient - 1) { #expect(t.enter("c\(i)") == nil) }
        #expect(t.enter("z") == 503)
    }
}
