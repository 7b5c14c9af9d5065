import Foundation

/// When two names, or two places, of labelled records are one.
struct RecordNames: Sendable {
    /// Folded spelling → folded name.
    private var names: [String: String] = [:]
    private var classWords: Set<String> = []
    private var places: [String: String] = [:]

    static let standard = RecordNames()

    private init() {
        for row in EquivalentsFile.rows("record-names.tsv") { add(row[0], EquivalentsFile.list(row[1])) }
        classWords = Set(
            EquivalentsFile.lines("class-words.txt").joined(separator: " ").split(separator: ",").map { Self.key($0) })
        for (name, others) in EquivalentsFile.places("record") { for other in others { places[other] = name } }
    }

    /// Adds lines `Name: other, other`. A name always means itself; another spelling keeps its first meaning.
    mutating func add(_ lines: String) {
        for line in lines.split(whereSeparator: \.isNewline) {
            guard let colon = line.range(of: ": ") else { continue }
            add(String(line[..<colon.lowerBound]), line[colon.upperBound...].split(separator: ",").map(String.init))
        }
    }

    private mutating func add(_ name: String, _ others: [String]) {
        let key = Self.key(name)
        names[key] = key
        for other in others {
            let spelling = Self.key(other)
            if names[spelling] == nil { names[spelling] = key }
        }
    }

    /// Case, compatibility forms, blanks and `. _ - / '` never make another name.
    static func key(_ name: some StringProtocol) -> String {
        var out = String.UnicodeScalarView()
        for u in name.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
        where !u.isBlank && !"._-/'’".unicodeScalars.contains(u) { out.append(u) }
        return String(out)
    }

    /// Equal for all spellings of one name.
    func canonical(_ name: String) -> String {
        let key = Self.key(name)
        return names[key] ?? key
    }

    /// A class word or a field of knowledge, which is neither rewarded nor punished.
    func isClassWord(_ name: String) -> Bool { classWords.contains(Self.key(name)) }

    /// Equal for all spellings of one place: without what stands in brackets, marks and a last "only", "based", "area",
    /// "timezone".
    func place(_ written: String) -> String {
        var out = String.UnicodeScalarView()
        for u in Self.withoutBrackets(written).lowercased().unicodeScalars
        where u.isWord || u == "+" || u == "-" { out.append(u) }
        var key = String(out)
        for ending in ["timezones", "timezone", "only", "based", "area"] where key.hasSuffix(ending) && key != ending {
            key = String(key.dropLast(ending.count))
            break
        }
        return places[key] ?? key
    }

    private static func withoutBrackets(_ s: String) -> String {
        var out = ""
        var rest = s[...]
        while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
            // A bracket does not reach over a line break.
            let isOneLine = !rest[open..<close].contains("\n")
            out += isOneLine ? rest[..<open] : rest[...open]
            rest = isOneLine ? rest[rest.index(after: close)...] : rest[rest.index(after: open)...]
        }
        return out + rest
    }
}
