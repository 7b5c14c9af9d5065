import Base
import Taxonomy

/// Typing errors in names: looked for only where a name may stand, in a sentence that has names or a cue, and counted
/// only with a list or a cue beside them, as any doubtful name.
extension Reader {
    /// Adds what may be a misspelled name, as ambiguous, in order. `names` are the hits of the text.
    func addMisspelled(_ scratch: Scratch, to names: inout [NameHit]) {
        var added: [NameHit] = []
        var next = 0
        scratch.folded.withUnsafeBufferPointer { b in
            for s in scratch.sentences {
                while next < names.count, names[next].span.end <= s.span.start { next += 1 }
                let hasName = next < names.count && names[next].span.start < s.span.end
                guard hasName || hasCue(s, scratch) else { continue }
                var k = next
                for t in s.tokens {
                    let token = scratch.tokens[t]
                    let length = Int(token.end - token.start)
                    guard length >= Misspellings.shortest, token.isCapital || isListed(t, s, scratch) else { continue }
                    while k < names.count, names[k].span.end <= token.start { k += 1 }
                    if k < names.count, names[k].span.start < token.end { continue }
                    let word = UnsafeBufferPointer(rebasing: b[Int(token.start)..<Int(token.end)])
                    guard let skill = taxonomy.misspellings.skill(for: word) else { continue }
                    added.append(
                        NameHit(
                            skill: skill, span: ByteSpan(Int(token.start), Int(token.end)), isAmbiguous: true))
                }
            }
        }
        guard !added.isEmpty else { return }
        names += added
        names.sort { $0.span.start < $1.span.start }
    }

    private func hasCue(_ s: Sentence, _ scratch: Scratch) -> Bool {
        s.hits.contains { h in
            switch families.kinds[Int(scratch.hits[h].family)] {
            case .sureBefore, .sureAfter, .askedBefore, .mustAfter, .niceAfter: true
            default: false
            }
        }
    }

    /// A sign or a word of a list stands at its side.
    private func isListed(_ t: Int, _ s: Sentence, _ scratch: Scratch) -> Bool {
        let signs: Gap = [.comma, .slash, .plus]
        if !scratch.tokens[t].before.isDisjoint(with: signs) { return true }
        guard t + 1 < s.tokens.upperBound else { return false }
        return !scratch.tokens[t + 1].before.isDisjoint(with: signs)
    }
}
