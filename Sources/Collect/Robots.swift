import Base

/// robots.txt after RFC 9309: the groups of our product token, else those of `*`; the longest matching rule decides, and
/// `Allow` wins a tie; `*` and a final `$` are wildcards. At most 500 KiB are read.
package struct Robots: Sendable, Equatable {
    package static let sizeLimit = 500 << 10
    package static let ruleLimit = 10_000
    package static let product = "wheelhouse"

    package struct Rule: Sendable, Equatable {
        var allows: Bool
        var pattern: [UInt8]
    }

    package private(set) var rules: [Rule]

    package static let everything = Robots(rules: [])
    package static let nothing = Robots(rules: [Rule(allows: false, pattern: [UInt8(ascii: "/")])])

    private init(rules: [Rule]) { self.rules = rules }

    package init(_ text: [UInt8]) {
        var own: [Rule] = []
        var general: [Rule] = []
        var hasOwn = false
        var agents: [String] = []
        var inRules = false
        for slice in text.prefix(Self.sizeLimit).split(whereSeparator: { $0 == 10 || $0 == 13 }) {
            let line = slice.prefix { $0 != UInt8(ascii: "#") }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let key = Self.trimmed(line[..<colon]).lowercased()
            let value = Self.trimmed(line[(colon + 1)...])
            switch key {
            case "user-agent":
                if inRules { agents = [] }
                inRules = false
                agents.append(String(value.lowercased().prefix { $0.isLetter || $0 == "-" || $0 == "_" || $0 == "*" }))
                hasOwn = hasOwn || agents.last == Self.product
            case "allow", "disallow":
                inRules = true
                guard !value.isEmpty, own.count + general.count < Self.ruleLimit else { continue }
                let rule = Rule(allows: key == "allow", pattern: Self.normal(Array(value.utf8)))
                if agents.contains(Self.product) {
                    own.append(rule)
                } else if agents.contains("*") {
                    general.append(rule)
                }
            default: continue
            }
        }
        rules = hasOwn ? own : general
    }

    /// May this path (with its query) be asked? `/robots.txt` always may.
    package func allows(_ path: String) -> Bool {
        if path == "/robots.txt" { return true }
        let p = Self.normal(Array(path.utf8))
        var best = -1
        var allowed = true
        for rule in rules where rule.pattern.count >= best && Self.matches(rule.pattern, p) {
            allowed = rule.pattern.count == best ? allowed || rule.allows : rule.allows
            best = rule.pattern.count
        }
        return allowed
    }

    /// Wildcard match from the start of the path, greedy with one point to go back to: O(pattern × path) at worst.
    static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        var pat = pattern[...]
        let anchored = pat.last == UInt8(ascii: "$")
        if anchored { pat = pat.dropLast() }
        let p = Array(pat)
        var i = 0, j = 0
        var star = -1, mark = 0
        while j < path.count {
            if i == p.count, !anchored { return true }
            if i < p.count, p[i] == UInt8(ascii: "*") {
                star = i
                mark = j
                i += 1
            } else if i < p.count, p[i] == path[j] {
                i += 1
                j += 1
            } else if star >= 0 {
                i = star + 1
                mark += 1
                j = mark
            } else {
                return false
            }
        }
        while i < p.count, p[i] == UInt8(ascii: "*") { i += 1 }
        return i == p.count
    }

    /// Percent-encoding in capitals, and none where a character needs none, so that two spellings are one.
    private static func normal(_ b: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var i = 0
        while i < b.count {
            if b[i] == UInt8(ascii: "%"), i + 2 < b.count, let hi = hexValue(b[i + 1]), let lo = hexValue(b[i + 2]) {
                let c = hi << 4 | lo
                let plain = (97...122).contains(c | 0x20) || (48...57).contains(c) || [45, 46, 95, 126].contains(c)
                out += plain ? [c] : Array("%\(hexText([c]).uppercased())".utf8)
                i += 3
            } else if b[i] >= 0x80 {
                out += Array("%\(hexText([b[i]]).uppercased())".utf8)
                i += 1
            } else {
                out.append(b[i])
                i += 1
            }
        }
        return out
    }

    private static func trimmed(_ s: ArraySlice<UInt8>) -> String {
        var s = s.drop { $0 == 32 || $0 == 9 }
        while let last = s.last, last == 32 || last == 9 { s = s.dropLast() }
        return String(decoding: s, as: UTF8.self)
    }
}
