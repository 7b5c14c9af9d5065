import Base
import Foundation
import Insight
import Market
import Taxonomy
import Testing
import Web

@Suite struct EscapingTests {
    /// What no page may hold, whatever was put in: live markup, handlers, foreign schemes, characters that reorder.
    static func isSafe(_ html: String) -> Bool {
        !html.contains("<script") && !html.contains("<img") && !html.contains("href=\"javascript")
            && !html.contains("href=\"data:")
            && !html.unicodeScalars.contains {
                (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
            }
    }

    @Test func `hostile words stay words on every surface that shows them`() {
        let h = MadeUp.hostile
        var pages: [Page] = [MadeUp.opening(MadeUp.ad + h, title: h).page]
        pages.append(
            OpeningsPage(
                query: {
                    var q = Query(); q.words = [h]; q.companies = [h]; return q
                }(), notes: [.init(h, "no")], total: 1, isExact: true,
                rows: [MadeUp.line(1, title: h, company: h)], next: h, isFirst: false,
                facets: [
                    FacetList(
                        title: "Employer", entries: [.init(name: h, count: 1, isChosen: false, query: .everything)])
                ], relax: [],
                asOf: MadeUp.asOf
            ).page)
        pages.append(EmployersPage(text: h, title: h, check: GalleryTests.adCheck).page)
        pages.append(
            SourcesPage(
                rows: [
                    .init(
                        board: h, kind: h, lastPoll: nil, outcome: "failed", fault: h, open: 0, firstComplete: nil,
                        alarms: [h])
                ],
                terms: [.init(kind: h, words: [h], attribution: h, basis: h)], postings: 0, openings: 0
            ).page)
        pages.append(TrendsPage(path: "/trends", series: [], months: 24, asked: h, query: .everything, notes: [h]).page)
        for page in pages {
            let html = String(decoding: page.html(MadeUp.chrome), as: UTF8.self)
            #expect(Self.isSafe(html))
            #expect(html.contains("&lt;script&gt;"))
        }
    }

    @Test(arguments: [
        "javascript:alert(1)", "data:text/html,x", "//evil.example/", "/\\evil.example", "https://user@evil.example/",
        "http:///x", "https://a b/",
        "vbscript:x", " https://x.example", "https://x.example/\u{0}", "ftp://x.example/",
    ])
    func `no link leads elsewhere`(address: String) {
        #expect(Link(external: address) == nil)
        #expect(Link(address).target == "/")
    }

    @Test func `links that may be are`() {
        #expect(Link(external: "https://jobs.example/a?b=c&d=e")?.host == "jobs.example")
        #expect(Link("/openings?q=x").target == "/openings?q=x" && Link("#main").target == "#main")
        #expect(Markup.text(a("/x?a=1&b=2", "it's <b>")) == "<a href=\"/x?a=1&amp;b=2\">it&#39;s &lt;b&gt;</a>")
    }

    @Test func `a spreadsheet finds no formula`() {
        let cells = ["=1+1", "+1", "-x", "@a", "\tx", "＝1", " =1", "-5", "plain", "a,\"b\"", "–"]
        let line = CSV.text([cells])
        #expect(line == "'=1+1,+1,'-x,'@a,'\tx,'＝1,' =1,-5,plain,\"a,\"\"b\"\"\",–\r\n")
        #expect(CSV.text([["=1"]], raw: true) == "=1\r\n")
    }
}

@Suite struct DrawingTests {
    @Test func `the area of a petal is its share`() {
        let outer = 150.0, hub = outer * WheelDrawing.hubPart
        func area(_ p: Double) -> Double {
            let r = WheelDrawing.radius(of: p, outer: outer)
            return r * r - hub * hub
        }
        for p in stride(from: 0.0, through: 1, by: 0.05) { #expect(abs(area(p) - p * area(1)) < 1e-6) }
        #expect(
            WheelDrawing.radius(of: 0, outer: outer) == hub
                && abs(WheelDrawing.radius(of: 1, outer: outer) - outer) < 1e-9)
    }

    @Test func `numbers are said as people say them`() {
        #expect(Say.count(41203) == "41,203" && Say.count(999) == "999" && Say.count(-1000) == "−1,000")
        #expect(Say.share(0.576) == "58\u{A0}%" && Say.share(0.004) == "0.4\u{A0}%" && Say.share(0) == "0\u{A0}%")
        #expect(Say.ratio(1.3) == "×1.30" && Say.fixed(-0.04, 1) == "0.0" && Say.fixed(2.345, 2) == "2.35")
        #expect(Say.payRange(75_000, 90_000) == "75,000–90,000" && Say.payRange(nil, 5) == "up to 5")
        #expect(PlotScale.log(0.5, 2).position(1) == 50)
    }
}
