import Base
import Evaluation
import Foundation
import Testing

/// Scores of answers that the test gives itself, so that each rule of counting is seen alone.
@Suite struct CountingTests {
    private func scores(_ records: [String], _ answers: [String], file name: String = "postings") throws -> SetScores {
        let set = try LabelledSet(
            name: name, bytes: Array(records.joined(separator: "\n").utf8), file: name,
            spellings: "Grafana Tempo: tempo")
        return try set.scores(of: answers.map { try Prediction(line: Array($0.utf8), of: set.kind) })
    }

    private func field(_ name: String, _ scores: SetScores) throws -> FieldScore {
        try #require(scores.fields.first { $0.name == name }, "no field \(name)")
    }

    private func counts(_ name: String, _ scores: SetScores) throws -> [Int] {
        let total = try field(name, scores).total
        return [total.found, total.extra, total.missed]
    }

    // MARK: Postings

    @Test func `names: spellings are one, class words count for nobody, negated ones are none`() throws {
        let s = try scores(
            [
                """
                {"id":"1","text":"k8s","skills":[{"canonical":"Kubernetes","status":"required"},{"canonical":"Tempo","status":"nice"},
                {"canonical":"CI/CD","status":"required"},{"canonical":"PHP","status":"negated"},{"canonical":"Rust","status":"context"},
                {"canonical":"Zig","status":"nice","optional":true}]}
                """.replacing("\n", with: "")
            ],
            [
                """
                {"skills":[{"canonical":"K8S","status":"nice"},{"canonical":"Grafana-Tempo","status":"nice"},
                {"canonical":"PHP","status":"required"},{"canonical":"machine learning","status":"required"},{"canonical":"Zig"}]}
                """
            ])
        #expect(try counts("skills canonical", s) == [2, 1, 1])
        #expect(try counts("skills asked", s) == [2, 1, 0])
        #expect(try counts("status", s) == [1, 0, 1])
        #expect(try counts("asked vs context", s) == [2, 0, 0])
        let wrong = try #require(s.misses.first).differences
        #expect(wrong.map(\.what).prefix(3) == ["Kubernetes", "PHP", "Rust"])
        #expect(wrong.prefix(3).map(\.read) == ["nice", "required", nil])
    }

    @Test func `mentions are matched one to one, the longest overlap first`() throws {
        func skill(_ start: Int, _ end: Int, _ more: String = "") -> String {
            #"{"canonical":"Go","start":\#(start),"end":\#(end)\#(more)}"#
        }
        let labels = [skill(0, 4), skill(10, 20), skill(30, 34, #","optional":true"#)].joined(separator: ",")
        let read = [skill(0, 4), skill(9, 12), skill(11, 20), skill(32, 36)].joined(separator: ",")
        let s = try scores([#"{"id":"1","text":"","skills":[\#(labels)]}"#], [#"{"skills":[\#(read)]}"#])
        #expect(try counts("spans overlap", s) == [2, 1, 0])
        #expect(try counts("spans exact", s) == [1, 2, 1])
    }

    @Test func `practices, their evidence, and the mean of their F1`() throws {
        func practices(_ words: [(String, String)]) -> String {
            "{" + words.map { #""\#($0)":{"present":true,"evidence":"\#($1)"}"# }.joined(separator: ",") + "}"
        }
        let s = try scores(
            [
                #"{"id":"1","text":"You run it. You secure it.","practices":"#
                    + practices([("operations", "You run it."), ("security", "You secure it."), ("data", "")]) + "}"
            ],
            [
                #"{"practices":"#
                    + practices([
                        ("operations", "run it"), ("security", "is never said, but: IT, you secure"),
                        ("automation", "it"),
                    ])
                    + "}"
            ])
        #expect(try counts("practices all", s) == [2, 1, 1])
        #expect(try counts("evidence operations", s) == [1, 0, 0])
        // Not in the text: the words decide.
        #expect(try counts("evidence security", s) == [1, 0, 0])
        #expect(try field("evidence data", s).share?.value == nil)
        // operations 1, security 1, data 0, automation 0; the others are in neither.
        #expect(try field("practices macro-F1", s).f1?.value == 0.5)
    }

    @Test func `places are folded, pay is exact, an open currency fits any`() throws {
        let s = try scores(
            [
                """
                {"id":"1","text":"","remote":{"mode":"remote","places":["USA only","New York, NY","Berlin (or near)"]},
                "pay":{"min":100,"max":null,"currency":null,"period":"hour"},"oncall":"unstated","seniority":"senior",
                "roles":[{"family":"backend"},{"family":"platform"}]}
                """.replacing("\n", with: ""),
                #"{"id":"2","text":"","pay":null,"oncall":"yes"}"#,
            ],
            [
                """
                {"remote":{"mode":"remote","places":["United States","NYC","Berlin","Bonn"]},
                "pay":{"min":100.0,"currency":"USD","period":"hour"},"seniority":"senior","roles":[{"family":"platform"}]}
                """,
                #"{"pay":{"min":5,"max":5,"currency":"EUR","period":"day"},"oncall":"no"}"#,
            ])
        #expect(try counts("places", s) == [3, 1, 0])
        #expect(try counts("pay exact, of paid", s) == [1, 0, 0])
        #expect(try counts("pay, of all", s) == [1, 0, 1])
        #expect(try counts("pay present", s) == [1, 1, 0])
        #expect(try counts("role primary", s) == [0, 0, 2])
        #expect(try counts("role set", s) == [1, 0, 1])
        #expect(try counts("seniority", s) == [1, 0, 1])
        #expect(try counts("oncall", s) == [1, 0, 1])
        // What a record does not label is no difference: the second has neither roles nor seniority.
        #expect(s.misses.map(\.id) == ["1", "2"])
        #expect(s.misses.map { $0.differences.map(\.what) } == [["roles", "places"], ["pay", "oncall"]])
    }

    // MARK: Cases

    @Test func `skills of cases: levels, parents, traps`() throws {
        let s = try scores(
            [
                """
                {"id":"a","kind":"plain","text":"","expected":[{"canonical":"AWS Lambda","status":"required"},
                {"canonical":"Go","status":"learn"},{"canonical":"Java","status":"negated"}],"must_not":[]}
                """.replacing("\n", with: ""),
                #"{"id":"b","kind":"trap","text":"","expected":[],"must_not":["Swift"],"ignore":["Rust"]}"#,
            ],
            [
                """
                {"expected":[{"canonical":"lambda","status":"nice"},{"canonical":"AWS","status":"required"},
                {"canonical":"golang","status":"negated"},{"canonical":"Java","status":"required"},{"canonical":"Scrum","status":"nice"}]}
                """,
                #"{"expected":[{"canonical":"Swift","status":"context"},{"canonical":"Rust","status":"nice"}]}"#,
            ], file: "skills")
        #expect(try counts("named skill", s) == [2, 2, 0])
        #expect(try counts("skill with its status", s) == [1, 3, 2])
        #expect(try counts("status right, of found", s) == [1, 0, 1])
        #expect(try counts("trap cases fallen for", s) == [2, 0, 0])
        #expect(s.misses.map(\.severity) == [6, 3])
    }

    @Test func `practices of cases: what is to be ignored, and hard negatives`() throws {
        let s = try scores(
            [
                #"{"id":"a","text":"","expected":{"practices":["data"]},"ignore":["security"]}"#,
                #"{"id":"b","text":"","expected":{"practices":[]}}"#,
            ],
            [#"{"expected":{"practices":["security"]}}"#, #"{"expected":{"practices":["data"]}}"#], file: "practices")
        #expect(try counts("practice", s) == [0, 1, 1])
        #expect(try counts("data", s) == [0, 1, 1])
        #expect(try counts("hard negatives labelled", s) == [1, 0, 0])
    }

    @Test func `pay of cases: half a per cent, further answers, what is no pay`() throws {
        let pay =
            #""min":50000,"max":50000,"currency":"EUR","period":"year","kind":"base","annualMin":50000,"annualMax":50000"#
        let s = try scores(
            [
                #"{"id":"a","text":"","expected":{\#(pay)},"alts":[{\#(pay.replacing("EUR", with: "CHF"))}]}"#,
                #"{"id":"b","text":"","expected":null}"#, #"{"id":"c","text":"","expected":{\#(pay)}}"#,
            ],
            [
                #"{"expected":{\#(pay.replacing("EUR", with: "CHF").replacing(#"min":50000"#, with: #"min":50249"#))}}"#,
                #"{"expected":{\#(pay)}}"#, #"{"expected":{"min":null,"max":null}}"#,
            ], file: "pay")
        #expect(try counts("amount, currency, period right, of stated pays", s) == [1, 0, 1])
        #expect(try counts("all fields right, of all cases", s) == [1, 0, 2])
        #expect(try counts("non-pay accepted as pay", s) == [1, 0, 0])
        #expect(try counts("pay found", s) == [1, 1, 1])
        #expect(s.misses.map(\.id) == ["b", "c"])
    }

    @Test func `place of cases: regions are countries, cities have several names`() throws {
        let s = try scores(
            [
                """
                {"id":"a","text":"","expected":{"mode":"remote","eligible":["DACH","UK"],"cities":[{"name":"Köln","country":"DE"},
                {"name":"Gießen","country":"DE"}],"tz":[0,2]}}
                """.replacing("\n", with: ""),
                """
                {"id":"b","text":"","expected":{"mode":"onsite","eligible":[],"cities":[]},
                "also":{"mode":["unstated"],"eligible":[["FR"]]}}
                """.replacing("\n", with: ""),
            ],
            [
                """
                {"expected":{"mode":"remote-restricted","eligible":["de","AT","CH","GB"],
                "cities":[{"name":"cologne","country":"de"},{"name":"GIESSEN","country":"DE"}],"tz":[0,2.0]}}
                """,
                #"{"expected":{"mode":"unstated","eligible":["FR","DE"],"cities":[]}}"#,
            ], file: "place")
        #expect(try counts("mode right", s) == [2, 0, 0])
        #expect(try counts("mode right, onsite", s) == [1, 0, 0])
        #expect(try counts("eligible", s) == [5, 1, 0])
        #expect(try counts("city", s) == [2, 0, 0])
        #expect(try counts("time zone right, where stated", s) == [1, 0, 0])
        #expect(try counts("whole case right", s) == [1, 0, 1])
    }

    @Test func `titles of cases: outside IT no level counts`() throws {
        let s = try scores(
            [
                #"{"id":"a","title":"","text":"","expected":{"family":"qa","seniority":"senior","it":true},"also":{"family":["software"]}}"#,
                #"{"id":"b","title":"","text":"","expected":{"family":"not-it","seniority":null,"it":false}}"#,
            ],
            [
                #"{"expected":{"family":"software","seniority":"lead","it":true}}"#,
                #"{"expected":{"family":"sysadmin","seniority":"senior"}}"#,
            ], file: "titles")
        #expect(try counts("family right, of IT", s) == [1, 0, 0])
        #expect(try counts("seniority right, where stated", s) == [0, 0, 1])
        #expect(try counts("non-IT taken for IT", s) == [1, 0, 0])
        #expect(try counts("IT", s) == [1, 1, 0])
    }

    @Test func `terms of cases: a fact that the text does not give counts as extra`() throws {
        let unstated = """
            "visa":"unstated","clearance":"unstated","degree":"unstated","contract":"unstated","worktime":"unstated","hoursMin":null
            """
        let s = try scores(
            [
                #"{"id":"a","text":"","expected":{"oncall":"yes","travel":"no","travelMaxPercent":null,"yearsMin":3,"hoursMax":40,\#(unstated)},"#
                    + #""also":{"yearsMin":[5]}}"#
            ],
            [
                """
                {"expected":{"oncall":"no","travel":"no","travelMaxPercent":0,"yearsMin":5,"hoursMax":40.1,"visa":"yes"}}
                """
            ], file: "oncall_terms")
        #expect(try counts("fact", s) == [3, 2, 1])
        #expect(try counts("oncall right, where stated", s) == [0, 0, 1])
        #expect(try counts("yearsMin right, where stated", s) == [1, 0, 0])
        #expect(try field("visa right, where stated", s).share?.value == nil)
        #expect(s.misses[0].differences.map(\.what) == ["oncall", "visa"])
    }
}
