import Base
import Taxonomy

/// Of whom a sentence speaks (codebook P1).
enum Subject: UInt8 { case person, company, neutral, gift, absent }

/// What is known of a sentence before names and practices are judged.
struct SentenceView {
    var section: Section
    var kind: LineKind
    var subject: Subject
    /// The tokens after a label ("Nice to have: …"), or all.
    var body: Range<Int>
    var hasAsk: Bool
    var hasWill: Bool
    /// It says "you" and means the person who acts.
    var addresses = false
    /// The sentence's own label set the section.
    var isLabelled: Bool
}

extension Reader {
    /// One view a sentence.
    func subjects(_ scratch: Scratch, _ text: ReadText, _ facts: Facts) -> [SentenceView] {
        var out: [SentenceView] = []
        out.reserveCapacity(scratch.sentences.count)
        var carried: (line: Int, section: Section) = (-1, .none)
        for s in scratch.sentences {
            let line = text.lines[s.line]
            var view = SentenceView(
                section: line.section, kind: line.kind, subject: .neutral, body: s.tokens, hasAsk: false,
                hasWill: false,
                isLabelled: false)
            if line.kind != .title, line.kind != .location {
                if let label = label(s, scratch, line) {
                    view.section = label.section
                    view.body = label.end..<s.tokens.upperBound
                    view.isLabelled = true
                    carried = label.section == .stack ? (-1, .none) : (s.line, label.section)
                } else if carried.line == s.line {
                    view.section = carried.section
                }
            }
            judge(&view, s, scratch)
            out.append(view)
        }
        return out
    }

    /// "Requirements: …", "Stack: …" at the beginning of a sentence.
    private func label(_ s: Sentence, _ scratch: Scratch, _ line: Line) -> (section: Section, end: Int)? {
        guard line.kind != .heading else { return nil }
        var end: Int?
        for k in s.tokens.dropFirst().prefix(7) where scratch.tokens[k].before.contains(.colon) {
            end = k
            break
        }
        // A label may also be set off by a dash: "Bonus – Rust".
        if end == nil {
            for k in s.tokens.dropFirst().prefix(3) where scratch.tokens[k].before.contains(.dash) {
                end = k
                break
            }
        }
        guard let end else { return nil }
        let from = s.tokens.lowerBound
        var best: (count: Int, section: Section)?
        for h in s.hits {
            let hit = scratch.hits[h]
            guard hit.tokens.upperBound < end, case .section(let section) = families.kinds[Int(hit.family)] else {
                continue
            }
            if hit.tokens.count > best?.count ?? 0 { best = (hit.tokens.count, section) }
        }
        guard let best, best.count * 2 >= end - from || end - from <= 3 else { return nil }
        return (best.section, end)
    }

    private func judge(_ view: inout SentenceView, _ s: Sentence, _ scratch: Scratch) {
        var you: Int?
        var we: Int?
        var gift = false
        var absent = false
        var verb: Int?
        for h in s.hits {
            let hit = scratch.hits[h]
            switch families.kinds[Int(hit.family)] {
            case .you: if you == nil { you = hit.tokens.lowerBound }
            case .thou: view.addresses = true
            case .we: if we == nil { we = hit.tokens.lowerBound }
            case .will: view.hasWill = true
            case .ask: view.hasAsk = true
            case .verb: if verb == nil { verb = hit.tokens.lowerBound }
            case .gift: gift = true
            case .absent: absent = true
            default: break
            }
        }
        let isEvident: Bool
        switch view.section {
        case .title, .header: view.subject = .person; return
        case .location: view.subject = .neutral; return
        case .about, .benefits, .legal, .process, .stack: isEvident = false
        default: isEvident = true
        }
        if absent { view.subject = .absent; return }
        if gift, !view.hasAsk, view.section != .required, view.section != .duties, view.section != .nice {
            view.subject = .gift
            return
        }
        if isEvident {
            let weFirst = we.map { $0 - s.tokens.lowerBound <= 3 && $0 < you ?? .max } ?? false
            if view.hasWill || view.hasAsk || (you != nil && !weFirst) { view.subject = .person; return }
            if weFirst { view.subject = .company; return }
            switch view.section {
            case .duties, .required, .nice: view.subject = .person
            default:
                // "Acme is the platform that …": a name and what it does.
                let isStatement =
                    verb.map { $0 > s.tokens.lowerBound && $0 - s.tokens.lowerBound <= 4 } ?? false
                    && view.kind == .paragraph && you == nil
                view.subject = we != nil || isStatement ? .company : .neutral
            }
        } else if view.section == .about {
            view.subject = view.hasWill || (view.hasAsk && you != nil) ? .person : .company
        } else {
            view.subject = view.hasWill && !gift && view.section != .legal ? .person : .company
        }
    }

    /// The language with the most words of its own; empty if fewer than two speak.
    func language(_ scratch: Scratch) -> String {
        var votes = Array(repeating: 0, count: book.languages.count)
        for word in scratch.wordIDs where word >= 0 {
            var mask = scratch.words.entries[Int(word)].languages
            while mask != 0 {
                votes[mask.trailingZeroBitCount] += 1
                mask &= mask - 1
            }
        }
        guard let best = votes.indices.max(by: { votes[$0] < votes[$1] || (votes[$0] == votes[$1] && $0 > $1) }),
            votes[best] > 0
        else { return script(scratch) }
        return votes[best] * 25 >= scratch.tokens.count || votes[best] >= 4 ? book.languages[best] : script(scratch)
    }

    /// Texts that are written in other letters: Japanese, Chinese, Korean, Russian, Greek, Hebrew, Arabic by their blocks.
    private func script(_ scratch: Scratch) -> String {
        var counts: [String: Int] = [:]
        let b = scratch.builder.out
        var i = 0
        while i < b.count {
            let c = b[i]
            if c < 0xCE { i += 1; continue }
            let code: String? =
                switch c {
                case 0xCE, 0xCF: "el"
                case 0xD0, 0xD1: "ru"
                case 0xD7: "he"
                case 0xD8, 0xD9: "ar"
                case 0xE3: i + 1 < b.count && (0x81...0x83).contains(b[i + 1]) ? "ja" : nil
                case 0xE4...0xE9: "zh"
                case 0xEA...0xED: "ko"
                default: nil
                }
            if let code { counts[code, default: 0] += 1 }
            i += c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4
        }
        if (counts["ja"] ?? 0) * 5 > (counts["zh"] ?? 0), counts["ja"] != nil { return "ja" }
        guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value * 6 > b.count / 2
        else { return "" }
        return best.key
    }
}
