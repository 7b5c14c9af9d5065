import Archive
import Base
import Fixtures
import Foundation
import Home
import Market
import Person
import Server
import Sources
import Taxonomy
import Testing

/// The personal pages as a visitor meets them, on a small market of invented posts.
@Suite struct HomeSiteTests {
    static let port = 40_404
    static let canary = "ZXQ-canary-7f3a"

    struct Visit {
        var home: HomeSite
        var site: Site
        var folder: String
        var cookie = ""

        func get(_ path: String) -> SiteResponse {
            home.respond(
                SiteRequest(target: path, headers: ["host": "127.0.0.1:\(HomeSiteTests.port)", "cookie": cookie]))
        }
        func post(_ path: String, _ body: String, origin: String = "http://127.0.0.1:\(HomeSiteTests.port)")
            -> SiteResponse
        {
            let headers = ["host": "127.0.0.1:\(HomeSiteTests.port)", "cookie": cookie, "origin": origin]
            return home.respond(SiteRequest(method: "POST", target: path, headers: headers, body: Array(body.utf8)))
        }
    }

    static func with<T>(_ body: (inout Visit) throws -> T) throws -> T {
        try Fixtures.withFolder { folder in
            let archive = try ArchiveStore.open(folder: folder)
            let end = Day(year: 2026, month: 11, day: 24)!
            let documents = (0..<120).map { i -> ReceivedDocument in
                var w = JSONWriter()
                w.object { w in
                    w.member("source", "hn")
                    w.member("id", String(100 + i))
                    w.member("company", "Employer \(i % 12)")
                    w.member("title", i % 2 == 0 ? "Platform Engineer" : "Backend Engineer")
                    let skills = i % 2 == 0 ? "Kubernetes, Terraform, Linux" : "PostgreSQL, Python, Redis"
                    w.member(
                        "body",
                        "You bring \(skills) and Docker. Case \(i * 7919). You share the pager one week in five.")
                    w.member("posted", (end + -(i % 20)).description)
                }
                return ReceivedDocument(externalID: String(100 + i), bytes: w.bytes)
            }
            _ = try archive.append([
                PollRecord(board: JSONLines.recordBoard, at: Instant(end), outcome: .complete, documents: documents)
            ])
            let market = MarketStore(folder: folder, archive: archive, taxonomy: .standard)
            _ = try market.refresh()
            let site = Site(market: market, archive: archive, taxonomy: .standard)
            let home = HomeSite(
                store: PersonStore(folder: folder), site: site, taxonomy: .standard,
                door: Doorkeeper(token: "code", cookie: "secret", port: port), now: { Instant(end) })
            var visit = Visit(home: home, site: site, folder: folder)
            return try body(&visit)
        }
    }

    @Test func `nobody sees a personal page without the code, and the code works once`() throws {
        try Self.with { visit in
            for path in ["/me", "/me/claims", "/me/limits", "/me/gap/platform", "/me/nothing"] {
                #expect(visit.get(path).status == 303 && visit.get(path).header("Location") == "/enter")
            }
            #expect(visit.post("/me/limits", "place=Berlin").status == 403)
            #expect(visit.post("/enter", "token=wrong").status == 403)
            #expect(visit.post("/enter", "token=code", origin: "http://evil.example").status == 403)
            let entered = visit.post("/enter", "token=code")
            #expect(
                entered.status == 303 && entered.header("Set-Cookie")?.contains("HttpOnly; SameSite=Strict") == true)
            #expect(visit.post("/enter", "token=code").status == 403)
            visit.cookie = "\(Doorkeeper.cookieName)=secret"
            #expect(visit.get("/me").text.contains("You have no file yet"))
        }
    }

    @Test func `a person says what they can, and sees what fits with its words`() throws {
        try Self.with { visit in
            visit.cookie = "\(Doorkeeper.cookieName)=secret"
            #expect(visit.post("/me/init", "").header("Location") == "/me/import")
            #expect(visit.post("/me/import", "text=").status == 422)
            #expect(
                visit.post("/me/import", "text=Kubernetes%2C+Terraform%0ALinux%0ABasket+weaving").text.contains(
                    "3 skills"))
            let claims = visit.get("/me/claims").text
            #expect(claims.contains("Kubernetes") && claims.contains("Basket weaving"))
            #expect(visit.post("/me/claims", "skill=linux&state=hidden").status == 303)
            #expect(visit.post("/me/claims", "skill=cobol&state=confirmed").status == 400)
            #expect(!visit.get("/me/claims").text.contains(">Linux<"))
            #expect(visit.post("/me/limits", "floor=much").status == 422)
            #expect(visit.post("/me/limits", "oncall=any&workplace=any").status == 303)
            let page = visit.get("/me").text
            #expect(
                page.contains("Platform Engineer") && page.contains("You bring Kubernetes, Terraform, Linux and Docker")
            )
            let gap = visit.get("/me/gap/platform")
            #expect(gap.status == 200 && gap.text.contains("Docker") && gap.text.contains("not shown yet"))
            #expect(visit.get("/me/gap/astronaut").status == 404)
        }
    }

    @Test func `what a person says is in their file and on their pages, and nowhere else`() throws {
        try Self.with { visit in
            visit.cookie = "\(Doorkeeper.cookieName)=secret"
            _ = visit.post("/me/init", "")
            var answers = [
                visit.post("/me/import", "text=Kubernetes%2C+\(Self.canary)-skill"),
                visit.post("/me/limits", "place=\(Self.canary)-place&block=\(Self.canary)-employer&workplace=any"),
            ]
            for path in [
                "/me", "/me/matches", "/me/matches?group=vague", "/me/claims", "/me/limits", "/me/import",
                "/me/gap/platform",
            ] {
                answers.append(visit.get(path))
            }
            for answer in answers {
                #expect(
                    answer.header("Cache-Control") == "no-store" && answer.header("Referrer-Policy") == "no-referrer")
                for (name, value) in answer.headers { #expect(!value.contains(Self.canary), "\(name)") }
            }
            #expect(answers.contains { $0.text.contains(Self.canary) }, "the owner sees it")
            for path in [
                "/", "/openings", "/skills", "/roles/platform", "/method", "/sources", "/metrics", "/api/v1/market",
            ] {
                let answer = visit.site.respond(SiteRequest(target: path, headers: ["host": "127.0.0.1"]))
                #expect(!answer.text.contains(Self.canary), "\(path)")
            }
            let needle = Data(Self.canary.utf8)
            let walk = try #require(FileManager.default.enumerator(atPath: visit.folder))
            for case let name as String in walk {
                guard let data = FileManager.default.contents(atPath: visit.folder + "/" + name) else { continue }
                #expect((data.range(of: needle) != nil) == (name == PersonStore.fileName), "\(name)")
            }
        }
    }

    @Test func `a market's router answers nothing personal`() throws {
        try Self.with { visit in
            for path in ["/me", "/me/claims", "/enter"] {
                #expect(visit.site.respond(SiteRequest(target: path, headers: ["host": "127.0.0.1"])).status == 404)
            }
        }
    }
}
