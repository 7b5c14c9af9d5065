/// Names with one letter wrong, missing or too much, or two changed about: "Kuberentes", "Postgress". Only for the
/// names of `Names/misspellings.tsv`, and never for a word that the file knows to be one.
///
/// A word and a name one edit apart share a form with one letter less (or are such a form): the forms of all names lie
/// in a table, and a bitmap before it answers nearly every question.
package struct Misspellings: Sendable {
    /// Shorter words have too many neighbours.
    package static let shortest = 6
    package static let longest = 20

    private var gate: [UInt64]
    private var forms: [UInt64: [Int32]] = [:]
    private var names: [(letters: [UInt8], skill: SkillIndex)] = []
    private var words: Set<UInt64> = []

    /// `names` in any case, letters of ASCII only; others are left out.
    package init(names list: [(name: String, skill: SkillIndex)] = [], words: [String] = []) {
        gate = Array(repeating: 0, count: list.isEmpty ? 0 : Self.gateWords)
        for entry in list {
            let letters = entry.name.utf8.map { $0 | 0x20 }
            guard letters.allSatisfy({ $0 &- 97 < 26 }), letters.count <= Self.longest else { continue }
            let id = Int32(names.count)
            names.append((letters, entry.skill))
            for skip in -1..<letters.count {
                let key = Self.hash(letters, without: skip)
                set(key)
                if forms[key]?.last != id { forms[key, default: []].append(id) }
            }
        }
        self.words = Set(words.map { Self.hash($0.utf8.map { $0 | 0x20 }, without: -1) })
    }

    /// The skill whose name is meant by a word that is no name; nil for most words. `word` in any case.
    package func skill(for word: UnsafeBufferPointer<UInt8>) -> SkillIndex? {
        guard !gate.isEmpty, word.count >= Self.shortest, word.count <= Self.longest else { return nil }
        for i in word.indices where (word[i] | 0x20) &- 97 >= 26 { return nil }
        for skip in -1..<word.count {
            let key = Self.hash(word, without: skip)
            guard isSet(key), let found = forms[key] else { continue }
            for id in found where Self.isOneEdit(word, names[Int(id)].letters) {
                return words.contains(Self.hash(word, without: -1)) ? nil : names[Int(id)].skill
            }
        }
        return nil
    }

    /// Same letters but for one, one more or less, or two neighbours changed about. Equal words are none.
    private static func isOneEdit(_ a: UnsafeBufferPointer<UInt8>, _ b: [UInt8]) -> Bool {
        guard abs(a.count - b.count) <= 1 else { return false }
        var i = 0
        while i < a.count, i < b.count, a[i] | 0x20 == b[i] { i += 1 }
        func rest(_ x: Int, _ y: Int) -> Bool {
            guard a.count - x == b.count - y else { return false }
            var k = 0
            while x + k < a.count {
                if a[x + k] | 0x20 != b[y + k] { return false }
                k += 1
            }
            return true
        }
        if a.count > b.count { return rest(i + 1, i) }
        if a.count < b.count { return rest(i, i + 1) }
        guard i < a.count else { return false }
        if rest(i + 1, i + 1) { return true }
        return i + 1 < a.count && a[i] | 0x20 == b[i + 1] && a[i + 1] | 0x20 == b[i] && rest(i + 2, i + 2)
    }

    private static let gateWords = 1 << 8

    private static func hash(_ word: some Collection<UInt8>, without skip: Int) -> UInt64 {
        var h: UInt64 = 0xCBF2_9CE4_8422_2325
        var i = 0
        for c in word {
            if i != skip { h = (h ^ UInt64(c | 0x20)) &* 0x100_0000_01B3 }
            i += 1
        }
        return h ^ h >> 29
    }

    private mutating func set(_ key: UInt64) {
        gate[Int(truncatingIfNeeded: key >> 6) & (Self.gateWords - 1)] |= 1 << (key & 63)
    }

    private func isSet(_ key: UInt64) -> Bool {
        gate[Int(truncatingIfNeeded: key >> 6) & (Self.gateWords - 1)] & 1 << (key & 63) != 0
    }
}
