import Base
import Fixtures
import Foundation
import Taxonomy
import Testing

struct TaxonomyTests {
    let taxonomy = Taxonomy.standard

    @Test func `at least 1200 skills load in a moment`() throws {
        let clock = ContinuousClock()
        var loaded: Taxonomy?
        let time = try clock.measure { loaded = try Taxonomy.load(folder: Taxonomy.namesFolder) }
        let skills = try #require(loaded).skills
        print("taxonomy: \(skills.count) skills, \(skills.reduce(0) { $0 + $1.spellings.count }) spellings, loaded in \(time)")
        #expect(skills.count >= 1_200)
    }

    @Test func `ids are unique kebab-case and never numbers alone`() {
        var seen: Set<String> = []
        for skill in taxonomy.skills {
            #expect(seen.insert(skill.id).inserted, "\(skill.id) twice")
            let isKebab = skill.id.utf8.allSatisfy { $0 &- 97 < 26 || $0 &- 48 < 10 || $0 == 45 }
            #expect(isKebab && !skill.id.hasPrefix("-") && !skill.id.hasSuffix("-") && !skill.id.contains("--"), "\(skill.id)")
            #expect(taxonomy.skill(id: skill.id)?.index == skill.index)
        }
    }

    @Test func `no two spellings meet the same text`() {
        var owner: [[UInt8]: String] = [:]
        for skill in taxonomy.skills {
            for spelling in skill.spellings {
                if let other = owner.updateValue(skill.id, forKey: spelling.folded) {
                    Issue.record("\(spelling.text): \(other) and \(skill.id)")
                }
            }
        }
    }

    @Test func `each name is found as itself`() {
        var hits: [NameHit] = []
        for skill in taxonomy.skills {
            for spelling in skill.spellings {
                hits.removeAll(keepingCapacity: true)
                let text = Array("(\(spelling.text))".utf8)
                taxonomy.finder.find(in: text.span, into: &hits)
                let span = ByteSpan(1 + spelling.before, text.count - 1 - spelling.after)
                let isAmbiguous = spelling.rule == .cue || spelling.rule == .cueExact
                #expect(hits.first == NameHit(skill: skill.index, span: span, isAmbiguous: isAmbiguous), "\(spelling.text)")
            }
        }
    }

    @Test func `every scored name resolves to itself`() throws {
        guard let folder = Fixtures.vectors("adversarial") else { return }
        let names = try String(contentsOfFile: folder + "/skill-names.txt", encoding: .utf8).split(separator: "\n")
        for name in names { #expect(taxonomy.skill(named: name)?.name == String(name), "\(name)") }
    }
}
