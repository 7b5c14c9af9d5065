import Base
import Evaluation
import Fixtures
import Foundation
import Reading
import Taxonomy
import Testing

private let reader = Reader(taxonomy: .standard)

/// The sets that lie beside the project come with their own scorers, in Python. Where both are there, every number that
/// such a scorer prints for our answers, intervals included, is ours to the last digit.
@Suite(.serialized) struct AgreementTests {
    /// What a set's scorer prints; nil, and a printed reason, where there is no Python.
    private func scorer(_ arguments: [String], output: String) throws -> JSON? {
        guard
            let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first(
                where: FileManager.default.isExecutableFile)
        else {
            print("skipped: no python3")
            return nil
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = ["-B"] + arguments
        _ = FileManager.default.createFile(atPath: output, contents: nil)
        process.standardOutput = FileHandle(forWritingAtPath: output)
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "the scorer failed")
        // Python writes "nothing to divide by" as NaN, which is no JSON.
        let text = try String(contentsOfFile: output, encoding: .utf8).replacing(": NaN", with: ": null")
        return try JSONDocument(Array(text.utf8)).root
    }

    private func set(_ path: String) throws -> LabelledSet {
        let name = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
        return try LabelledSet(name: name, bytes: try DurableFile.read(path), file: name)
    }

    private func numbers(_ e: Estimate?) -> [Double?] { [e?.value, e?.low, e?.high] }

    @Test(arguments: ["hn-dev", "ats-dev"]) func `postings agree with their scorer`(name: String) throws {
        guard let folder = Fixtures.shared("gold") else { return }
        try Fixtures.withFolder { out in
            let gold = "\(folder)/\(name).jsonl"
            let result = try Evaluation([set(gold)], by: reader).sets[0]
            try DurableFile.write(result.predictionLines, to: "\(out)/answers.jsonl")
            let arguments = ["\(folder)/score.py", gold, "\(out)/answers.jsonl", "--json"]
            guard let theirs = try scorer(arguments, output: "\(out)/scores.json") else { return }
            let fields = try #require(result.scores).fields
            #expect(fields.count == theirs.members.count)
            for f in fields {
                let other = theirs.member(f.name.replacing("evidence ", with: "evid "))
                let values = other["value"].elements.map(\.double)
                let intervals = other["ci"].elements.map { $0.elements.map(\.double) }
                let ours = [f.precision, f.recall, f.field.measure == .mean ? nil : f.f1, f.share].compactMap { $0 }
                guard f.field.measure != .mean else {
                    #expect([f.f1?.value] == values)
                    continue
                }
                #expect(ours.map(\.value) == values, "\(name), \(f.name)")
                #expect(ours.map { [$0.low, $0.high] } == intervals, "\(name), \(f.name)")
            }
        }
    }

    /// Where a field's name is not that of the scorer.
    private static let theirNames = [
        "named skill": "named skill (status not negated)",
        "trap cases fallen for": "TRAP cases fallen for (lower is better)",
        "hard negatives labelled": "FALSE label on hard negatives (lower is better)",
        "non-pay accepted as pay": "NON-PAY accepted as pay (lower is better)",
        "non-IT taken for IT": "NON-IT taken for IT (lower is better)",
    ]

    @Test func `cases agree with their scorer`() throws {
        guard let folder = Fixtures.vectors("adversarial") else { return }
        try Fixtures.withFolder { out in
            let evaluation = try Evaluation(
                CaseSet.allCases.map { try set("\(folder)/\($0.rawValue).jsonl") }, by: reader)
            for s in evaluation.sets { try DurableFile.write(s.predictionLines, to: "\(out)/\(s.name).jsonl") }
            let arguments = ["\(folder)/score.py", out, "--json"]
            guard let theirs = try scorer(arguments, output: "\(out)/scores.json") else { return }
            for s in evaluation.sets {
                let metrics = theirs.member(s.name)["metrics"]
                var seen = 0
                for f in try #require(s.scores).fields {
                    let name = Self.theirNames[f.name] ?? f.name
                    let pairs = [
                        (f.precision, name + " precision"), (f.recall, name + " recall"), (f.f1, name + " F1"),
                        (f.share, name),
                    ]
                    // A practice's own F1 is ours alone.
                    for case (let ours?, let metric) in pairs where metrics.member(metric).exists {
                        let other = metrics.member(metric)
                        #expect(
                            numbers(ours) == [other["value"].double, other["lo"].double, other["hi"].double],
                            "\(s.name), \(metric)")
                        seen += 1
                    }
                }
                #expect(seen == metrics.members.count, "\(s.name)")
            }
        }
    }
}
