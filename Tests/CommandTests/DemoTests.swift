import Base
import Fixtures
import Foundation
import Testing

/// The demo as a user runs it, on a third of its market.
@Suite struct DemoTests {
    @Test func `the demo ends well and says so of each part`() throws {
        try Fixtures.withFolder { folder in
            let run = try Fixtures.run(["demo", "--exit", "--json", "--postings", "20000"], data: folder)
            #expect(run.status == 0, "\(run.notes)")
            let root = try JSONDocument(Array(run.output.utf8)).root
            #expect(root["ok"].bool == true)
            #expect(root["sample"].bool == true)
            for check in root["checks"].elements { #expect(check["ok"].bool == true, "\(check["name"].string ?? "")") }
            #expect(root["checks"].elements.count >= 12)
            #expect((root["postings"].int ?? 0) > 15_000)
            #expect((root["openings"].int ?? 0) < (root["postings"].int ?? 0))
            #expect(root["grew"]["verdict"].string == "rises")
            #expect(root["refused"]["refusal"].string == "few_openings")
            #expect(root["matches"].elements.count == 5)
            #expect(root["pages"].elements.allSatisfy { $0["status"].int == 200 })
            // A folder that the demo did not make is left alone.
            try FileManager.default.removeItem(atPath: folder + "/demo/made-by-demo")
            let again = try Fixtures.run(["demo", "--exit", "--postings", "2000"], data: folder)
            #expect(again.status == 1)
            #expect(FileManager.default.fileExists(atPath: folder + "/demo/archive.sqlite"))
        }
    }
}
