import Base
import Evaluation
import Fixtures
import Foundation
import Reading
import Taxonomy
import Testing

/// docs/evaluate.md says what the room does: its example is run, and each field is named.
@Suite struct DocumentTests {
    private let page: String
    init() throws { page = try String(contentsOfFile: Fixtures.root + "/docs/evaluate.md", encoding: .utf8) }

    private func block(_ name: String) throws -> String {
        let start = try #require(page.range(of: "```\(name)\n"))
        let end = try #require(page.range(of: "```", range: start.upperBound..<page.endIndex))
        return String(page[start.upperBound..<end.lowerBound])
    }

    @Test func `the example gives the answers and the score that the page shows`() throws {
        let set = try LabelledSet(name: "labelled", bytes: Array(block("labelled.jsonl").utf8), file: "labelled.jsonl")
        let evaluation = try Evaluation([set], by: Reader(taxonomy: .standard))
        /// A line's id and its names with their status, in whatever order the names are.
        func answers(_ lines: String) throws -> [[String]] {
            try lines.split(separator: "\n").map { line in
                let root = try JSONDocument(Array(line.utf8)).root
                let names = root["expected"].elements.map {
                    "\($0["canonical"].string ?? "") \($0["status"].string ?? "")"
                }
                return [root["id"].string ?? ""] + names.sorted()
            }
        }
        let written = String(decoding: evaluation.sets[0].predictionLines, as: UTF8.self)
        #expect(try answers(written) == answers(block("answers.jsonl")))
        var w = JSONWriter()
        evaluation.write(&w, worst: 1)
        #expect(try w.text.contains(block("score.json").trimmingCharacters(in: .newlines)), "\(w.text)")
    }

    @Test func `the page names every kind of case and the limits`() {
        for set in CaseSet.allCases { #expect(page.contains("\(set.rawValue).jsonl")) }
        #expect(EvaluationLimits.file == 256 << 20 && page.contains("256 MB"))
        #expect(EvaluationLimits.line == 4 << 20 && page.contains("4 MB a line"))
        #expect(EvaluationLimits.records == 20_000 && page.contains("20,000 records"))
        #expect(EvaluationLimits.mentions == 5_000 && page.contains("5,000"))
    }
}
