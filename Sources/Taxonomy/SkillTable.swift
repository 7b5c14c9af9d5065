import Base

/// The rows of `Names/skills-*.tsv` and `Names/not-skills.tsv`: one skill a line, tabs between the columns, `#` begins a
/// line of comment. docs/adding-a-skill.md describes the columns.
package struct SkillTable: Sendable {
    package private(set) var skills: [Skill] = []
    /// Phrases that win by their length and are no skill: "go-to-market".
    package private(set) var others: [(spelling: Spelling, reason: String)] = []

    static let columns = ["id", "name", "kind", "category", "practice", "rule", "aliases", "source"]

    package init() {}

    /// Adds the skills of one file. Throws `malformed` with the line of the first fault.
    package mutating func add(skills text: String, file: String) throws(Fault) {
        for (line, cells) in try Self.rows(text, file: file, width: Self.columns.count) {
            func fault(_ sentence: String) -> Fault { Fault(.malformed, sentence, at: "\(file):\(line)") }
            guard let kind = SkillKind(rawValue: String(cells[2])) else { throw fault("\(cells[2]) is no kind") }
            guard let category = SkillCategory(rawValue: String(cells[3])) else {
                throw fault("\(cells[3]) is no category")
            }
            let practice = Practice(id: cells[4])
            guard practice != nil || cells[4] == "-" else { throw fault("\(cells[4]) is no practice") }
            guard let rule = SpellingRule(id: cells[5]) else { throw fault("\(cells[5]) is no rule") }
            guard skills.count < Int(SkillIndex.max) - 1 else { throw fault("too many skills") }
            var spellings = [Spelling(String(cells[1]), rule)]
            if cells[6] != "-" { spellings += cells[6].split(separator: "|").map { Spelling(marked: $0) } }
            if let bad = spellings.first(where: { !$0.isFindable }) {
                throw fault("\(bad.text) cannot be found in a text")
            }
            guard !cells[7].isEmpty else { throw fault("\(cells[0]) has neither source nor reason") }
            skills.append(
                Skill(
                    index: SkillIndex(skills.count), id: String(cells[0]), name: String(cells[1]), kind: kind,
                    category: category, practice: practice, spellings: spellings, source: String(cells[7])))
        }
    }

    /// Adds the phrases of one file: phrase, rule, reason.
    package mutating func add(others text: String, file: String) throws(Fault) {
        for (line, cells) in try Self.rows(text, file: file, width: 3) {
            let spelling = Spelling(String(cells[0]), SpellingRule(id: cells[1]) ?? .plain)
            guard spelling.isFindable, SpellingRule(id: cells[1]) != nil, !cells[2].isEmpty else {
                throw Fault(.malformed, "a phrase needs a rule and a reason", at: "\(file):\(line)")
            }
            others.append((spelling, String(cells[2])))
        }
    }

    /// All names for the finder.
    package var names: [(spelling: Spelling, skill: SkillIndex?)] {
        skills.flatMap { skill in skill.spellings.map { ($0, skill.index) } } + others.map { ($0.spelling, nil) }
    }

    private static func rows(_ text: String, file: String, width: Int) throws(Fault) -> [(Int, [Substring])] {
        var out: [(Int, [Substring])] = []
        for (i, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty && !line.hasPrefix("#") {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == width else {
                throw Fault(.malformed, "\(cells.count) columns instead of \(width)", at: "\(file):\(i + 1)")
            }
            out.append((i + 1, cells))
        }
        return out
    }
}
