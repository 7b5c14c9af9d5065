import Base
import Foundation

/// One employer under its many spellings: "ACME, Inc.", "Acme GmbH & Co. KG" and "acme" are one key.
package enum Employer {
    /// Case, accents, punctuation and legal forms folded away. Empty for a name that says nothing.
    ///
    /// A name that mixes scripts within a word (a Cyrillic "а" in "Аcme") is its own key, whatever it looks like: it is
    /// never merged with the name that it imitates.
    package static func key(_ name: String) -> String {
        let clean = CleanText.line(name)
        if isMixedScript(clean) { return "\u{1}" + clean }
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func end() {
            if !word.isEmpty { words.append(String(word)) }
            word = String.UnicodeScalarView()
        }
        for u in clean.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch u {
            case ".", "'", "’", "`": continue
            case "&", "+":
                end()
                words.append(u == "&" ? "and" : "+")
            default:
                if u.properties.isAlphabetic || u.properties.numericType != nil {
                    word.append(u)
                } else if u.properties.generalCategory != .nonspacingMark {
                    end()
                }
            }
        }
        end()
        while words.count > 1, let last = words.last, legalForms.contains(last) || last == "and" { words.removeLast() }
        if words.count > 1, words[0] == "the" { words.removeFirst() }
        return words.joined(separator: " ")
    }

    /// Legal forms at the end of a name, with the points of "S.A." gone.
    private static let legalForms: Set<String> = [
        "inc", "incorporated", "llc", "llp", "lp", "ltd", "limited", "plc", "corp", "corporation", "co", "company",
        "gmbh", "mbh",
        "ag", "kg", "kgaa", "ohg", "ug", "ev", "se", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "as", "asa",
        "aps", "oy",
        "oyj", "sl", "slu", "lda", "ltda", "pty", "pte", "pvt", "private", "kk", "doo", "sro", "zrt", "kft",
    ]

    /// Latin letters beside Cyrillic, Greek or Armenian ones in one word.
    package static func isMixedScript(_ name: String) -> Bool {
        var latin = false, other = false
        for u in name.unicodeScalars {
            switch u.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin = true
            case 0x370...0x3FF, 0x400...0x52F, 0x531...0x58F, 0x1F00...0x1FFF: other = true
            default: if !u.properties.isAlphabetic { (latin, other) = (false, false) }
            }
            if latin, other { return true }
        }
        return false
    }
}

/// Employers of one generation: each key's most usual spelling, in the order of the keys. Entry 0 is "not known".
struct EmployerTable {
    private(set) var names: [String] = [""]
    private var numbers: [String: UInt32] = ["": 0]

    init(_ spellings: [String: [String: Int]]) {
        for (key, names) in spellings.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
        where !key.isEmpty {
            let best = names.max { a, b in (a.value, Array(b.key.utf8)) < (b.value, Array(a.key.utf8)) }
            numbers[key] = UInt32(self.names.count)
            self.names.append(best?.key ?? key)
        }
    }

    func number(_ key: String) -> UInt32 { numbers[key] ?? 0 }
}

private func < (a: (Int, [UInt8]), b: (Int, [UInt8])) -> Bool {
    a.0 != b.0 ? a.0 < b.0 : a.1.lexicographicallyPrecedes(b.1)
}
