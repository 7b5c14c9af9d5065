// Start here. The names of the field and how they are written: skills, practices, roles, places, money.
//
// Invariant: data files plus lookup; no I/O but loading itself; each entry has an id that never changes its meaning.

import Base

/// All names, compiled once at start and then read-only.
package struct Taxonomy: Sendable {
    /// Changes with every change of the data files; part of each fact's reader version.
    package var version: String
    package var skills: [Skill]
    /// Finds the names of skills in a text.
    package var finder: NameFinder
    private var indexByID: [String: SkillIndex]
    private var indexByName: [String: SkillIndex]

    package init(version: String, skills: [Skill], finder: NameFinder) {
        self.version = version
        self.skills = skills
        self.finder = finder
        indexByID = Dictionary(skills.map { ($0.id, $0.index) }, uniquingKeysWith: { a, _ in a })
        indexByName = [:]
        for s in skills {
            for name in [s.name] + s.aliases where indexByName[Taxonomy.fold(name)] == nil { indexByName[Taxonomy.fold(name)] = s.index }
        }
    }

    package func skill(id: some StringProtocol) -> Skill? { indexByID[String(id)].map { skills[Int($0)] } }
    /// By any spelling, case and surrounding blanks ignored: "k8s", "Golang".
    package func skill(named name: some StringProtocol) -> Skill? { indexByName[Taxonomy.fold(name)].map { skills[Int($0)] } }

    static func fold(_ s: some StringProtocol) -> String { s.lowercased().split(separator: " ").joined(separator: " ") }
}
