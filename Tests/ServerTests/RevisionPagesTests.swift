import Base
import Fixtures
import Foundation
import Market
import Reading
import Server
import Taxonomy
import Testing

/// What the pages and the API tell of a market that a second reader has read.
@Suite struct RevisionPagesTests {
    static let meaning = "so this is no movement of the market."

    /// Overlooks Kubernetes in every second text.
    static func older() throws -> DocumentReading {
        var reading = DocumentReading.house(.standard)
        reading.version = "0+" + Taxonomy.standard.version
        let read = reading.facts, kubernetes = try #require(Taxonomy.standard.skill(id: "kubernetes")).index
        reading.facts = { posting in
            var facts = read(posting)
            if facts.text.count % 2 == 0 { facts.mentions.removeAll { $0.skill == kubernetes } }
            return facts
        }
        return reading
    }

    @Test func `a series that was read again says so, and no other`() throws {
        try Fixtures.withFolder { folder in
            let site = try SmallMarket.make(folder, first: Self.older())
            let document = try JSONDocument(OpenAPI.document).root
            func api(_ path: String, _ schema: String) throws -> JSON {
                let answer = try JSONDocument(SmallMarket.get(site, "/api/v1" + path).body).root
                let problems = OpenAPITests.check(
                    answer, document["components"]["schemas"].member(schema), document, at: path)
                #expect(problems.isEmpty, "\(problems.prefix(5))")
                return answer["revisions"]
            }
            let told = try #require(try api("/skills/kubernetes", "Skill").elements.first)
            let before = try #require(told["before"].int), after = try #require(told["after"].int)
            #expect(before > 50 && after > before + 50)
            #expect(told["day"].string == "2026-11-24" && told["subject"].string == "kubernetes")
            #expect(told["readerBefore"].string == "0+" + Taxonomy.standard.version)
            #expect(try api("/skills/terraform", "Skill").elements.isEmpty)
            #expect(try api("/practices/operations", "Practice").elements.isEmpty)
            #expect(try api("/trends?s=kubernetes,terraform,role:backend", "Trends").elements.count == 1)

            let words = "\(before) → \(after)"
            for path in ["/skills/kubernetes", "/trends?s=kubernetes,terraform"] {
                let page = SmallMarket.get(site, path).text
                #expect(page.contains(words) && page.components(separatedBy: Self.meaning).count == 2, "\(path)")
            }
            #expect(!SmallMarket.get(site, "/skills/terraform").text.contains(Self.meaning))
            #expect(SmallMarket.get(site, "/method").text.contains("after 0+\(Taxonomy.standard.version)"))
        }
    }
}
