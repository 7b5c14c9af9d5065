import Base
import Fixtures
import Foundation
import Reading
import Taxonomy
import Testing

@Suite struct PracticeModelTests {
    static let folder = Fixtures.root + "/Training/practices"

    @Test func `the model that ships was made from the sentences that ship`() throws {
        let sum = PracticeTraining.sum(try PracticeExample.all(in: Self.folder))
        let file = try String(contentsOfFile: Taxonomy.namesFolder + "/practice-model.tsv", encoding: .utf8)
        #expect(file.contains("labels: \(sum)\n"))
    }

    @Test func `training twice gives the same bytes`() throws {
        let few = Array(try PracticeExample.all(in: Self.folder).prefix(80))
        let training = PracticeTraining(Reader(taxonomy: .standard))
        #expect(training.model(few) == training.model(few))
    }

    @Test func `the sums by table are the sums by name`() throws {
        let training = PracticeTraining(Reader(taxonomy: .standard))
        for example in try PracticeExample.all(in: Self.folder).prefix(40) { #expect(training.sumsAgree(example.text)) }
    }

    @Test(arguments: [
        ("You mend what broke in the night before the first train leaves.", "operations"),
        ("What two clerks copied every morning happens by itself since you are here.", "automation"),
        ("Somebody tries our locks every night; you see to it that none gives way.", "security"),
        ("Our sawmill has run without accidents since 2009.", ""),
    ]) func `the model reads what no phrase foresees`(text: String, expected: String) {
        let found = Reader(taxonomy: .standard).readText(Array(text.utf8)).practices.map(\.practice.id)
        #expect(found == (expected.isEmpty ? [] : [expected]))
    }
}
