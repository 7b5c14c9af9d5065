import Foundation

/// The tables of `Equivalents/`: which names and places are one when a label and a reading are compared. They belong to
/// the sets, not to the taxonomy: a reader that is measured by its own spellings would forgive itself.
enum EquivalentsFile {
    /// Lines without comments.
    static func lines(_ name: String) -> [String] {
        let path = (Bundle.module.resourcePath ?? ".") + "/Equivalents/" + name
        guard let data = FileManager.default.contents(atPath: path) else {
            preconditionFailure("\(name) does not lie beside the program")
        }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map(
            String.init)
    }

    /// Columns between tabs; a column of lists has `|` between its items, `-` is none.
    static func rows(_ name: String) -> [[String]] { lines(name).map { $0.split(separator: "\t").map(String.init) } }

    static func list(_ column: String) -> [String] {
        column == "-" ? [] : column.split(separator: "|").map(String.init)
    }

    /// Rows of `places.tsv` of one kind: each other name with the name that it stands for.
    static func places(_ what: String) -> [(name: String, others: [String])] {
        rows("places.tsv").filter { $0[0] == what }.map { ($0[1], list($0[2])) }
    }
}

extension StringProtocol {
    /// Unicode's full case folding (CaseFolding.txt C and F) as far as European scripts need it: ß is ss, ς is σ.
    var caseFolded: String {
        unicodeScalars.reduce(into: "") { out, u in
            // The dotless ı folds to itself, though its capital is I.
            out += u == "\u{131}" ? "\u{131}" : u.properties.uppercaseMapping.lowercased()
        }
    }

    /// Words with one blank between them.
    var blanksJoined: String {
        split(whereSeparator: { $0.unicodeScalars.allSatisfy(\.isBlank) }).joined(separator: " ")
    }
}

extension Unicode.Scalar {
    /// White space, and the four separators of ASCII.
    var isBlank: Bool { properties.isWhitespace || (0x1C...0x1F).contains(value) }

    /// A letter, a numeral or the low line: what makes words.
    var isWord: Bool {
        if self == "_" || properties.numericType != nil { return true }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }
}
