import Base

/// What a data file can say and must not: the tests and `wheelhouse taxonomy check` ask here.
extension Taxonomy {
    /// One sentence a fault: an id that is not kebab-case or stands twice, a text that two spellings claim, a name that
    /// the finder does not find in its own spelling.
    package func faults() -> [String] { idFaults() + spellingFaults() + findingFaults() }

    private func idFaults() -> [String] {
        var seen: Set<String> = []
        var out: [String] = []
        for skill in skills {
            if !seen.insert(skill.id).inserted { out.append("\(skill.id) stands twice") }
            let isKebab = !skill.id.isEmpty && skill.id.utf8.allSatisfy { $0 &- 97 < 26 || $0 &- 48 < 10 || $0 == 45 }
            if !isKebab || skill.id.hasPrefix("-") || skill.id.hasSuffix("-") || skill.id.contains("--") {
                out.append("\(skill.id) is not kebab-case")
            }
        }
        return out
    }

    private func spellingFaults() -> [String] {
        var owner: [[UInt8]: String] = [:]
        var out: [String] = []
        for skill in skills {
            for spelling in skill.spellings {
                if let other = owner.updateValue(skill.id, forKey: spelling.folded) {
                    out.append("\(spelling.text) belongs to \(other) and to \(skill.id)")
                }
            }
        }
        for phrase in phrases {
            if let other = owner[phrase.folded] { out.append("\(phrase.text) is no skill and belongs to \(other)") }
        }
        return out
    }

    private func findingFaults() -> [String] {
        var hits: [NameHit] = []
        var out: [String] = []
        for skill in skills {
            for spelling in skill.spellings {
                hits.removeAll(keepingCapacity: true)
                let text = Array("(\(spelling.text))".utf8)
                finder.find(in: text.span, into: &hits)
                let span = ByteSpan(1 + spelling.before, text.count - 1 - spelling.after)
                let isAmbiguous = spelling.rule == .cue || spelling.rule == .cueExact
                if hits.first != NameHit(skill: skill.index, span: span, isAmbiguous: isAmbiguous) {
                    out.append("\(spelling.written) of \(skill.id) is not found as itself")
                }
            }
        }
        return out
    }
}
