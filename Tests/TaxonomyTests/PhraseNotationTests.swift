import Foundation
import Taxonomy
import Testing

/// The notation of phrases has a trap: a blank begins a new element, so `|` joins single words only. What `a b|c d` says
/// is "a, then b or c, then d", and never "a b, or c d".
@Suite struct PhraseNotationTests {
    private struct Line {
        var family: String
        var pattern: String
    }

    private func lines() throws -> [Line] {
        try ["headings", "cues"].flatMap { name in
            let text = try String(contentsOfFile: "\(Taxonomy.namesFolder)/\(name).tsv", encoding: .utf8)
            return text.split(separator: "\n").flatMap { line -> [Line] in
                let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
                // Subjects list the verbs of seven languages, among them the same word of two.
                guard !line.hasPrefix("#"), !line.hasPrefix("@"), !line.hasPrefix("subject:"), cells.count == 3 else {
                    return []
                }
                return cells[2].components(separatedBy: " ; ").map { Line(family: String(cells[0]), pattern: $0) }
            }
        }
    }

    @Test func `alternatives are single words, each once`() throws {
        var faults: [String] = []
        for line in try lines() {
            for element in line.pattern.split(separator: " ") where element.contains("|") {
                let words = element.drop(while: { $0 == "?" }).split(separator: "|", omittingEmptySubsequences: false)
                if words.contains("") { faults.append("an empty alternative: \(line.pattern)") }
                if Set(words).count < words.count { faults.append("an alternative twice: \(line.pattern)") }
            }
        }
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }

    /// `at|of x from|of`: the last word of one element is meant to go with the word after it when that word stands among
    /// the alternatives of a neighbour again.
    @Test func `no word is written twice in a row`() throws {
        var faults: [String] = []
        for line in try lines() {
            let elements = line.pattern.split(separator: " ").filter { $0 != ".." && $0 != "..." }
            for (a, b) in zip(elements, elements.dropFirst()) {
                let first = Set(a.drop(while: { $0 == "?" }).split(separator: "|"))
                let second = Set(b.drop(while: { $0 == "?" }).split(separator: "|"))
                let isPlain = first.count == 1 || second.count == 1
                if isPlain, !first.isDisjoint(with: second) { faults.append("\(line.family): \(line.pattern)") }
            }
        }
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }

    @Test func `a phrase has no sign that a text cannot have`() throws {
        var faults: [String] = []
        for line in try lines() {
            let signs = line.pattern.filter { ",:;()/'\"&".contains($0) && $0 != "&" }
            if !signs.isEmpty || line.pattern.isEmpty { faults.append("\(line.family): \(line.pattern)") }
        }
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }
}
