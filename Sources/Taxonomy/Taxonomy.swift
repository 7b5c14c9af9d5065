// Start here. The names of the field and how they are written: skills, practices, roles, places, money.
//
// Invariant: data files plus lookup; no I/O but loading itself; each entry has an id that never changes its meaning.

import Base
import Foundation

/// All names, compiled once at start and then read-only.
package struct Taxonomy: Sendable {
    /// Changes with every change of the data files; part of each fact's reader version.
    package var version: String
    package var skills: [Skill]
    /// Finds the names of skills in a text.
    package var finder: NameFinder
    /// Knows names with a letter wrong.
    package var misspellings = Misspellings()
    /// Phrases that hold a name and are none; the finder passes over them.
    package private(set) var phrases: [Spelling] = []
    private var indexByID: [String: SkillIndex]
    private var indexByName: [String: SkillIndex]

    package init(version: String, skills: [Skill], finder: NameFinder) {
        self.version = version
        self.skills = skills
        self.finder = finder
        indexByID = Dictionary(skills.map { ($0.id, $0.index) }, uniquingKeysWith: { a, _ in a })
        indexByName = [:]
        indexByName.reserveCapacity(skills.count * 4)
        for s in skills {
            for spelling in s.spellings where spelling.isWhole && indexByName[Taxonomy.fold(spelling.text)] == nil {
                indexByName[Taxonomy.fold(spelling.text)] = s.index
            }
        }
    }

    package init(version: String, table: SkillTable) {
        self.init(version: version, skills: table.skills, finder: NameFinder(table.names))
        phrases = table.others.map(\.spelling)
    }

    /// The names that ship with the program. Loaded at first use; faulty data files are our own fault and end the process.
    package static let standard: Taxonomy = {
        do { return try load(folder: namesFolder, own: ownFile) } catch {
            fatalError("the taxonomy does not load: \(error)")
        }
    }()

    /// Skills that the owner of this installation has adopted (`wheelhouse taxonomy adopt`), in the columns of the files that
    /// ship: in `$WHEELHOUSE_NAMES`, else in `names` of the data folder. It need not be there.
    package static var ownFile: String {
        let environment = ProcessInfo.processInfo.environment
        let data =
            environment["WHEELHOUSE_DATA"]
            ?? (environment["XDG_DATA_HOME"].map { $0 + "/wheelhouse" } ?? NSHomeDirectory()
                + "/.local/share/wheelhouse")
        return (environment["WHEELHOUSE_NAMES"] ?? data + "/names") + "/skills-own.tsv"
    }

    /// The folder of the data files.
    package static var namesFolder: String { Bundle.module.bundlePath + "/Names" }

    /// Reads all `skills-*.tsv` (in the order of their names) and `not-skills.tsv` of a folder, then a file of own skills.
    package static func load(folder: String, own: String? = nil) throws(Fault) -> Taxonomy {
        let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        var table = SkillTable()
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for file in files where file == "not-skills.tsv" || file.hasPrefix("skills-") && file.hasSuffix(".tsv") {
            guard let data = FileManager.default.contents(atPath: folder + "/" + file) else {
                throw Fault(.storage, "cannot be read", at: file)
            }
            // FNV-1a (Fowler, Noll, Vo): not a digest against forgery, only a name for this state of the files.
            for b in data { sum = (sum ^ UInt64(b)) &* 0x100_0000_01B3 }
            let text = String(decoding: data, as: UTF8.self)
            if file == "not-skills.tsv" {
                try table.add(others: text, file: file)
            } else {
                try table.add(skills: text, file: file)
            }
        }
        guard !table.skills.isEmpty else { throw Fault(.notFound, "no skills-*.tsv", at: folder) }
        if let own, let data = FileManager.default.contents(atPath: own) {
            for b in data { sum = (sum ^ UInt64(b)) &* 0x100_0000_01B3 }
            try table.add(skills: String(decoding: data, as: UTF8.self), file: own)
        }
        let misspelled = FileManager.default.contents(atPath: folder + "/misspellings.tsv") ?? Data()
        for b in misspelled { sum = (sum ^ UInt64(b)) &* 0x100_0000_01B3 }
        var taxonomy = Taxonomy(version: "\(table.skills.count)-" + String(sum, radix: 16), table: table)
        try taxonomy.learnMisspellings(String(decoding: misspelled, as: UTF8.self))
        return taxonomy
    }

    /// Lines `names TAB names` and `words TAB words`, with blanks between them.
    private mutating func learnMisspellings(_ text: String) throws(Fault) {
        var names: [(name: String, skill: SkillIndex)] = []
        var words: [String] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let cells = line.split(separator: "\t")
            guard cells.count == 2 else { throw Fault(.malformed, "two fields", at: "misspellings.tsv: \(line)") }
            for word in cells[1].split(separator: " ") {
                guard cells[0] == "names" else { words.append(String(word)); continue }
                guard let skill = skill(named: word) else {
                    throw Fault(.malformed, "\(word) is no skill", at: "misspellings.tsv")
                }
                names.append((String(word), skill.index))
            }
        }
        misspellings = Misspellings(names: names, words: words)
    }

    package func skill(id: some StringProtocol) -> Skill? { indexByID[String(id)].map { skills[Int($0)] } }
    /// By any spelling, case and surrounding blanks ignored: "k8s", "Golang".
    package func skill(named name: some StringProtocol) -> Skill? {
        indexByName[Taxonomy.fold(name)].map { skills[Int($0)] }
    }

    package static func fold(_ s: some StringProtocol) -> String {
        String(decoding: s.split(separator: " ").joined(separator: " ").utf8.map(NameTables.fold), as: UTF8.self)
    }
}
