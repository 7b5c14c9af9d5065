/// When a spelling of a name counts. The rules are data: each spelling in `Names/skills-*.tsv` carries one.
package enum SpellingRule: UInt8, Sendable, CaseIterable {
    /// In any case, for sure: `kubernetes`, `KUBERNETES`.
    case plain
    /// As written for sure, in another case only beside other names: `Rust`, but `rust` is ambiguous.
    case cased
    /// As written or not at all: `ADO`, never `ado`.
    case exact
    /// In any case, but only with a cue or beside other names: `Go`, `Chef`.
    case cue
    /// As written and only with a cue or beside other names: `C`, `R`, `Word`.
    case cueExact

    /// The word in the column `rule`.
    package var id: String { self == .cueExact ? "cue-exact" : String(describing: self) }
    package init?(id: some StringProtocol) {
        guard let rule = SpellingRule.allCases.first(where: { $0.id == id }) else { return nil }
        self = rule
    }

    /// The mark before an alias: none for plain, `^` cased, `=` exact, `~` cue, `~=` cue-exact.
    package var mark: String {
        switch self {
        case .plain: ""
        case .cased: "^"
        case .exact: "="
        case .cue: "~"
        case .cueExact: "~="
        }
    }

    /// What an occurrence is worth: nil where it is none, else whether it is ambiguous.
    @inline(__always) func ambiguity(sameCase: Bool) -> Bool? {
        switch self {
        case .plain: false
        case .cased: !sameCase
        case .exact: sameCase ? false : nil
        case .cue: true
        case .cueExact: sameCase ? true : nil
        }
    }
}

/// One way of writing a name, and when it counts.
///
/// Words in brackets must stand there but are not part of the name: `C[ developer]` finds "C developer" and marks "C".
/// This is how a cue that is always good enough becomes data.
package struct Spelling: Sendable, Equatable {
    /// What must stand in the text, without the brackets.
    package var text: String
    package var rule: SpellingRule
    /// Bytes of `text` before and after the name itself.
    package var before = 0
    package var after = 0

    package init(_ written: String, _ rule: SpellingRule = .plain) {
        self.rule = rule
        text = written
        if written.hasPrefix("["), let close = written.firstIndex(of: "]") {
            before = written[..<close].utf8.count - 1
            text.remove(at: close)
            text.removeFirst()
        }
        if text.hasSuffix("]"), let open = text.lastIndex(of: "[") {
            after = text[open...].utf8.count - 2
            text.removeLast()
            text.remove(at: open)
        }
    }

    /// From the column `aliases`: `=ADO`, `~golang`, `=C[ developer]`.
    package init(marked: some StringProtocol) {
        let rule = [SpellingRule.cueExact, .cue, .exact, .cased].first { marked.hasPrefix($0.mark) } ?? .plain
        self.init(String(marked.dropFirst(rule.mark.count)), rule)
    }

    /// With its brackets, as in the data files, without the mark of its rule.
    package var written: String {
        if isWhole { return text }
        let u = Array(text.utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: u[range], as: UTF8.self) }
        let (a, b) = (before, u.count - after)
        return (a > 0 ? "[" + part(0..<a) + "]" : "") + part(a..<b) + (after > 0 ? "[" + part(b..<u.count) + "]" : "")
    }

    /// The name alone is written, with no words around it.
    package var isWhole: Bool { before == 0 && after == 0 }

    /// Spellings with the same folded form meet the same texts: ASCII letters in lower case, hyphens as blanks.
    package var folded: [UInt8] { text.utf8.map { NameTables.fold($0) } }
}
