import Base
import Evaluation
import Fixtures
import Foundation
import Reading
import Taxonomy
import Testing

private let reader = Reader(taxonomy: .standard)

/// What a file is taken for, that labels never reach the reader, and what is refused.
@Suite struct LabelledSetTests {
    private func set(_ lines: String, named name: String = "some") throws -> LabelledSet {
        try LabelledSet(name: name, bytes: Array(lines.utf8), file: "\(name).jsonl")
    }

    private static let pay =
        #"{"min":1,"max":1,"currency":"EUR","period":"year","kind":"base","annualMin":1,"annualMax":1}"#

    static let shapes: [(line: String, kind: SetKind)] = [
        (#"{"id":"1","text":"","expected":[]}"#, .cases(.skills)),
        (#"{"id":"1","text":"","expected":{"practices":[]}}"#, .cases(.practices)),
        (#"{"id":"1","text":"","expected":null}"#, .cases(.pay)),
        (#"{"id":"1","text":"","expected":\#(pay)}"#, .cases(.pay)),
        (#"{"id":"1","text":"","expected":{"mode":"remote","eligible":[],"cities":[]}}"#, .cases(.place)),
        (#"{"id":"1","text":"","title":"","expected":{"family":"qa","seniority":"lead","it":true}}"#, .cases(.titles)),
        (#"{"id":"1","text":"","skills":[]}"#, .records), (#"{"id":1,"text":"","pay":null}"#, .records),
    ]

    @Test(arguments: shapes) func `a file is known by the shape of its labels`(line: String, kind: SetKind) throws {
        let set = try set(line)
        #expect(set.kind == kind)
        #expect(set.isLabelled)
    }

    static let unlabelled: [(line: String, name: String, kind: SetKind)] = [
        (#"{"id":"1","text":"x"}"#, "some", .records), (#"{"id":"1","text":"x"}"#, "pay", .cases(.pay)),
        (#"{"id":"1","text":"x"}"#, "pay-hidden", .cases(.pay)), (#"{"id":"1","text":"x"}"#, "payments", .records),
        (#"{"id":"1","text":"x","expected":null}"#, "practices", .cases(.practices)),
        (#"{"id":"1","text":"","title":"QA"}"#, "some", .cases(.titles)),
        (#"{"id":"1","text":"x","location":"Bonn"}"#, "some", .cases(.place)),
        (#"{"id":"1","text":"QA\nx","title":"QA","company":"c","html":null}"#, "some", .records),
    ]

    @Test(arguments: unlabelled)
    func `a file without labels is known by its name, else by its fields, and is read and not scored`(
        line: String, name: String, kind: SetKind
    ) throws {
        let set = try set(line, named: name)
        #expect(set.kind == kind)
        #expect(!set.isLabelled)
        let evaluation = try Evaluation([set], by: reader)
        #expect(evaluation.sets[0].scores == nil)
        #expect(evaluation.sets[0].predictionLines.last == 10)
        var w = JSONWriter()
        evaluation.write(&w, worst: 5)
        let json = try JSONDocument(w.bytes).root["sets"].elements[0]
        #expect(json["labelled"].bool == false)
        #expect(!json["fields"].exists && !json["misses"].exists)
    }

    @Test func `labels change nothing that is read`() throws {
        let blind = #"{"id":7,"title":"Platform Engineer","text":"You bring Kubernetes. No PHP.""#
        let labelled =
            blind + #","expected":{"family":"qa","seniority":"lead","it":true},"why":"PHP","must_not":["PHP"]}"#
        let answers = try [blind + "}", labelled].map { line in
            try Evaluation([set(line, named: "titles")], by: reader).sets[0].predictionLines
        }
        #expect(answers[0] == answers[1])
        #expect(String(decoding: answers[0], as: UTF8.self).hasPrefix(#"{"id":7,"expected":{"family":"platform""#))
    }

    @Test func `a posting is read as it stands, and its record is a line`() throws {
        let text = #"Acme | Go Engineer\n\nYou bring Go and Terraform."#
        let evaluation = try Evaluation(
            [set(#"{"id":"p","company":"Acme","title":"x","text":"\#(text)"}"#)], by: reader)
        let record = try JSONDocument(evaluation.sets[0].predictions[0].line).root
        #expect(record["id"].string == "p")
        let terraform = record["skills"].elements.first { $0["canonical"].string == "Terraform" }
        #expect(terraform?["start"].int == 37 && terraform?["end"].int == 46)
        for name in ["skills", "practices", "roles", "seniority", "remote", "pay", "oncall"] {
            #expect(record.member(name).exists, "\(name)")
        }
    }

    static let faults: [(lines: String, code: Fault.Code, at: String, words: String)] = [
        ("", .malformed, "some.jsonl", "no records"), ("\n{", .malformed, "some.jsonl:2, byte 1", "ends too early"),
        ("[]", .malformed, "some.jsonl:1", "not a JSON object"),
        (#"{"text":""}"#, .malformed, "some.jsonl:1", "without an id"),
        (#"{"id":"1"}"#, .malformed, "some.jsonl:1", "without a text"),
        (#"{"id":"1","text":5}"#, .malformed, "some.jsonl:1", "without a text"),
        ("{\"id\":\"1\",\"text\":\"\"}\n\n{\"id\":\"1\",\"text\":\"\"}", .malformed, "some.jsonl:3", "stands twice"),
        (#"{"id":"1","text":"","expected":{"colour":1}}"#, .malformed, "some.jsonl:1", "of this shape"),
        (#"{"id":"1","text":"","expected":[{"status":"nice"}]}"#, .malformed, "some.jsonl:1", "without canonical"),
        (#"{"id":"1","text":"","expected":{"period":"year"}}"#, .malformed, "some.jsonl:1", "lacks `min`"),
        (
            "{\"id\":\"1\",\"text\":\"\",\"expected\":[]}\n{\"id\":\"2\",\"text\":\"\"}", .malformed, "some.jsonl:2",
            "`expected` lacks"
        ),
        (
            "{\"id\":\"1\",\"text\":\"\",\"expected\":[]}\n{\"id\":\"2\",\"text\":\"\",\"skills\":[]}", .malformed,
            "some.jsonl:2", "labelled as records, while line 1 is labelled as skills"
        ),
    ]

    @Test(arguments: faults)
    func `what is no such file is refused with its line`(lines: String, code: Fault.Code, at: String, words: String) {
        do {
            _ = try set(lines)
            Issue.record("\(lines) was taken")
        } catch let fault as Fault {
            #expect(fault.code == code && fault.at == at && fault.sentence.contains(words), "\(fault)")
        } catch { Issue.record("\(error)") }
    }

    static let badLabels: [(skill: String, words: String)] = [
        (#"{"canonical":"Go","status":"loved"}"#, "unknown status loved"),
        (#"{"canonical":"Go","start":4}"#, "start without an end"), (#"{"start":4,"end":2}"#, "start without an end"),
    ]

    @Test(arguments: badLabels)
    func `a label that no codebook knows is refused with its line`(skill: String, words: String) throws {
        let set = try set("\n{\"id\":\"1\",\"text\":\"\",\"skills\":[\(skill)]}")
        let fault = #expect(throws: Fault.self) { try Evaluation([set], by: reader) }
        #expect(fault?.at == "some.jsonl:2" && fault?.sentence.contains(words) == true)
    }

    @Test func `a file named as one set and labelled as another, invalid UTF-8, ids in two sets, and limits`() throws {
        #expect(throws: Fault.self) { try set(#"{"id":"1","text":"","expected":[]}"#, named: "pay") }
        let bytes = Array(#"{"id":"1","text":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
        let fault = #expect(throws: Fault.self) { try LabelledSet(name: "a", bytes: bytes, file: "a") }
        #expect(fault?.code == .charset)
        let two = try [set(#"{"id":"1","text":""}"#, named: "pay"), set(#"{"id":"1","text":""}"#, named: "skills")]
        #expect(throws: Fault.self) { try Evaluation(two, by: reader) }
        let long = #"{"id":"1","text":""# + String(repeating: "x", count: EvaluationLimits.line) + #""}"#
        #expect(#expect(throws: Fault.self) { try set(long) }?.code == .limitBytes)
        let many = (0...EvaluationLimits.records).map { #"{"id":\#($0),"text":""}"# }.joined(separator: "\n")
        #expect(#expect(throws: Fault.self) { try set(many) }?.code == .limitItems)
    }
}
