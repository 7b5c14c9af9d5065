import Base
import Fixtures
import Foundation
import Reading
import Taxonomy
import Testing

private let reader = Reader(taxonomy: .standard)

/// Reads one case line: its text (a bar is a line break) and what follows the two signs.
private func cases(_ source: String) -> [(text: String, expected: String)] {
    var out: [(text: String, expected: String)] = []
    for line in source.split(separator: "\n") {
        let parts = String(line).components(separatedBy: " ## ")
        if parts.count == 2 { out.append((parts[0].replacingOccurrences(of: "|", with: "\n"), parts[1])) }
    }
    return out
}

/// The project's own sentences, which need nothing beside the clone. The floors are what the reader reached when they
/// were set, less a little: a change that falls below them reads worse.
@Suite struct OwnCasesTests {
    @Test func `skills have the status that the sentence gives them`() throws {
        var right = 0
        var wrong: [String] = []
        let all = cases(skillCases)
        try #require(all.count >= 60)
        for c in all {
            let facts = reader.readText(Array(c.text.utf8))
            let found = Dictionary(uniqueKeysWithValues: facts.skills.map { ($0.skill, $0.status) })
            var errors: [String] = []
            for item in c.expected.split(separator: ", ") {
                if item.hasPrefix("-") {
                    let skill = reader.taxonomy.skill(named: item.dropFirst())
                    if let skill, found[skill.index].map({ $0 > .negated }) ?? false {
                        errors.append("fell for \(skill.name)")
                    }
                    continue
                }
                let parts = item.split(separator: ":")
                let skill = try #require(reader.taxonomy.skill(named: parts[0]), "no skill \(parts[0])")
                if found[skill.index]?.id != String(parts[1]) {
                    errors.append("\(item), read as \(found[skill.index]?.id ?? "nothing")")
                }
            }
            if errors.isEmpty { right += 1 } else { wrong.append("\(c.text): \(errors.joined(separator: "; "))") }
        }
        print("skills: \(right) of \(all.count) sentences right")
        #expect(right * 100 >= all.count * 93, "\(wrong.joined(separator: "\n"))")
    }

    @Test func `practices are found where the person is asked, and nowhere else`() throws {
        var found = 0
        var extra = 0
        var missed = 0
        var wrong: [String] = []
        let all = cases(practiceCases)
        try #require(all.count >= 60)
        for c in all {
            let facts = reader.readText(Array(c.text.utf8))
            let read = Set(facts.practices.map(\.practice))
            let parts = c.expected.split(separator: "[", maxSplits: 1)
            func practices(_ s: Substring?) -> Set<Practice> {
                Set((s ?? "").split(whereSeparator: { " ]-".contains($0) }).compactMap { Practice(id: $0) })
            }
            let hasRequired = !c.expected.hasPrefix("[")
            let required = hasRequired ? practices(parts.first) : []
            let allowed = practices(hasRequired ? parts.dropFirst().first : parts.first)
            found += read.intersection(required).count
            let more = read.subtracting(required).subtracting(allowed)
            let less = required.subtracting(read)
            extra += more.count
            missed += less.count
            if !more.isEmpty || !less.isEmpty { wrong.append("\(c.text): extra \(more), missed \(less)") }
            for e in facts.practices {
                #expect(
                    facts.text.indices.contains(e.span.range.lowerBound) && e.span.range.upperBound <= facts.text.count)
            }
        }
        let f1 = 2 * Double(found) / Double(2 * found + extra + missed)
        print("practices: F1 \(f1), \(extra) extra, \(missed) missed, of \(all.count) sentences")
        #expect(f1 >= 0.88, "\(wrong.joined(separator: "\n"))")
    }
}
