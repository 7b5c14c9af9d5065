import Base
import Fixtures
import Foundation
import Taxonomy
import Testing

struct TaxonomyTests {
    let taxonomy = Taxonomy.standard

    @Test func `at least 1200 skills load in a moment`() throws {
        var loaded: Taxonomy?
        let time = cpuSeconds { loaded = try? Taxonomy.load(folder: Taxonomy.namesFolder) }
        let skills = try #require(loaded).skills
        print(
            "taxonomy: \(skills.count) skills, \(skills.reduce(0) { $0 + $1.spellings.count }) spellings, loaded in \(Int(time * 1000)) ms of CPU"
        )
        #expect(skills.count >= 1_200)
    }

    @Test func `the data files have no fault`() {
        let faults = taxonomy.faults()
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
        for skill in taxonomy.skills { #expect(taxonomy.skill(id: skill.id)?.index == skill.index) }
    }

    @Test func `every scored name resolves to itself`() throws {
        guard let folder = Fixtures.vectors("adversarial") else { return }
        let names = try String(contentsOfFile: folder + "/skill-names.txt", encoding: .utf8).split(separator: "\n")
        for name in names { #expect(taxonomy.skill(named: name)?.name == String(name), "\(name)") }
    }
}
