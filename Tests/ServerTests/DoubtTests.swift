import Base
import Foundation
import Server
import Testing

/// A fact that a person doubts becomes a case in a file; what is no doubt is refused and changes nothing.
@Suite struct DoubtTests {
    private func post(_ site: Site, _ id: String, _ body: String, type: String = "application/x-www-form-urlencoded")
        -> SiteResponse
    {
        site.respond(
            SiteRequest(
                method: "POST", path: "/doubts/" + id, headers: ["host": "localhost", "content-type": type],
                body: Array(body.utf8)))
    }

    @Test func `a doubt is a line with the text, the fact and what was said`() throws {
        try SmallMarket.with { site in
            let some = try JSONDocument(SmallMarket.get(site, "/api/v1/openings?limit=1").body).root
            let opening = try #require(some["openings"].elements.first?["id"].string)
            let file = site.doubtsFile
            #expect(post(site, opening, "fact=Go%3A+required&says=it+is+a+verb").status == 200)
            #expect(post(site, opening, "fact=&says=nothing").status == 400)
            #expect(post(site, opening, "fact=Go&says=" + String(repeating: "x", count: 600)).status >= 400)
            #expect(post(site, "999999999", "fact=Go&says=x").status == 404)
            #expect(post(site, opening, "fact=Go", type: "text/plain").status >= 400)
            let lines = try DurableFile.read(file).split(separator: 10)
            #expect(lines.count == 1)
            let record = try JSONDocument(Array(try #require(lines.first))).root
            #expect(record["id"].string == "opening-\(opening)")
            #expect(record["doubt"]["fact"].string == "Go: required")
            #expect(record["doubt"]["says"].string == "it is a verb")
            #expect((record["text"].string ?? "").count > 20)
        }
    }

    @Test func `the page of an opening asks, the page of the reading tells`() throws {
        try SmallMarket.with { site in
            let some = try JSONDocument(SmallMarket.get(site, "/api/v1/openings?limit=1").body).root
            let opening = try #require(some["openings"].elements.first?["id"].string)
            #expect(SmallMarket.get(site, "/openings/" + opening).text.contains("action=\"/doubts/\(opening)\""))
            #expect(SmallMarket.get(site, "/reading").text.contains("How this is read"))
        }
    }
}
