import Base
import Sources
import Taxonomy

extension Reader {
    /// How a text was understood, sentence by sentence: section, subject, the phrases that were found, and what the model
    /// makes of its words. For people who add phrases; no other code reads it.
    package func explain(_ utf8: [UInt8]) -> String {
        var scratch = Scratch()
        scratch.builder.reset()
        scratch.builder.out = utf8
        Layout.cut(utf8, from: 0, to: &scratch.builder.lines)
        let text = analyse(&scratch, bodyStart: Layout.frontMatter(of: utf8, lines: scratch.builder.lines), nil)
        let facts = readText(utf8)
        let views = subjects(scratch, text, facts)
        let judged = judgements(scratch, views, phraseFindings(scratch, views, facts))
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
        out += judged
        out += "  practices: " + facts.practices.map(\.practice.id).joined(separator: " ") + "\n"
        return out
    }

    /// What the model is inclined to say of each unit, with the features that speak most for it and against it.
    private func judgements(
        _ scratch: borrowing Scratch, _ views: [SentenceView], _ findings: [PracticeFinding]
    ) -> String {
        let rows = PracticeModel.rowsByName(PracticeModel.text("practice-model"))
        var words = PracticeWords()
        var out = ""
        let isBrief = scratch.sentences.count <= Self.briefText
        for unit in units(scratch, views, findings, isBrief: isBrief)
        where PracticeLimits.isOpen(views[unit.sentences.lowerBound]) {
            let scores = model.scores(unit, scratch, &words)
            let features = model.features(unit, scratch, book)
            for p in Practice.allCases where scores.sureness(p) > -2 * PracticeModel.scale || unit.found.contains(p) {
                var weights: [String: Int] = [:]
                for f in features {
                    guard let row = rows[f] else { continue }
                    weights[f, default: 0] += Int(row[Int(p.rawValue)]) + Int(row[PracticeModel.gate])
                }
                let order = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                let words = order.prefix(4).filter { $0.value > 0 } + order.suffix(2).filter { $0.value < 0 }
                out += "  sentence \(unit.sentences.lowerBound + 1): \(p.id), sureness \(scores.sureness(p)):"
                out += words.map { " \($0.key) \($0.value)" }.joined(separator: ",") + "\n"
            }
        }
        return out
    }
}
