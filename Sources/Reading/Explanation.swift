import Base
import Sources
import Taxonomy

extension Reader {
    /// How a text was understood, sentence by sentence: section, subject, and the phrases that were found. For people who
    /// add phrases; no other code reads it.
    package func explain(_ utf8: [UInt8]) -> String {
        var scratch = Scratch()
        scratch.builder.reset()
        scratch.builder.out = utf8
        Layout.cut(utf8, from: 0, to: &scratch.builder.lines)
        let text = analyse(&scratch, bodyStart: Layout.frontMatter(of: utf8, lines: scratch.builder.lines), nil)
        let facts = readText(utf8)
        let views = subjects(scratch, text, facts)
        var out = ""
        for (i, s) in scratch.sentences.enumerated() {
            out += "[\(views[i].section) \(views[i].kind) \(views[i].subject)] \(CleanText.line(text.words(s.span)))\n"
            for h in s.hits {
                let hit = scratch.hits[h]
                let name = book.families[Int(hit.family)]
                if name == "subject:you" || name.hasPrefix("sure.") { continue }
                let first = scratch.tokens[hit.tokens.lowerBound]
                let last = scratch.tokens[hit.tokens.upperBound]
                out += "    \(name): \(CleanText.line(text.words(ByteSpan(Int(first.start), Int(last.end)))))\n"
            }
            for m in facts.mentions where s.span.contains(m.span) {
                out += "    = \(taxonomy.skills[Int(m.skill)].name) \(m.status.id)\n"
            }
        }
        out += "  practices: " + facts.practices.map(\.practice.id).joined(separator: " ") + "\n"
        return out
    }
}
