import Base
import Sources
import Taxonomy

extension Reader {
    /// Longest heading, in words.
    static let headingWords = 12

    /// Gives each raw line its kind and its section.
    func sections(_ scratch: Scratch, bodyStart: Int, _ posting: Posting?) -> [Line] {
        var out: [Line] = []
        out.reserveCapacity(scratch.builder.lines.count)
        let hasTitle = posting == nil || !(posting?.title ?? "").isEmpty
        var current = Section.none
        var afterItem = false
        var isFirstOfBody = true
        // What the last sentence of a paragraph says of the items under it: "Our stack consists of:"
        var ledIn: Section?
        for (i, raw) in scratch.builder.lines.enumerated() {
            var line = Line(
                span: ByteSpan(raw.start, raw.end), kind: raw.mark == .item ? .item : .paragraph, section: current)
            if raw.start < bodyStart {
                let isTitle = i == 0 && hasTitle
                line.kind = isTitle ? .title : .location
                line.section = isTitle ? .title : .location
                out.append(line)
                continue
            }
            if isFirstOfBody {
                isFirstOfBody = false
                if isHeader(scratch, raw, kind: posting?.kind) {
                    line.section = .header
                    out.append(line)
                    continue
                }
            }
            if let found = heading(scratch, i, raw, current) {
                current = found
                ledIn = nil
                line.kind = .heading
                line.section = found
                afterItem = false
            } else {
                if line.kind == .paragraph, afterItem, words(of: i, scratch).count > Self.headingWords {
                    current = .none
                }
                if line.kind == .item, let ledIn { line.section = ledIn } else { line.section = current }
                if isLegal(scratch, i) { line.section = .legal }
                if line.kind != .item { ledIn = leadIn(scratch, i, raw) }
                afterItem = line.kind == .item
            }
            out.append(line)
        }
        return out
    }

    /// The section of the items that a paragraph ending in a colon announces; nil if it says nothing of them.
    private func leadIn(_ scratch: Scratch, _ i: Int, _ raw: RawLine) -> Section? {
        guard scratch.folded[raw.end - 1] == UInt8(ascii: ":"),
            let s = (scratch.firstSentence[i]..<scratch.firstSentence[i + 1]).last
        else { return nil }
        var found: Section?
        for h in scratch.sentences[s].hits {
            switch families.kinds[Int(scratch.hits[h].family)] {
            case .niceBefore:
                // "Five years of Swift, plus:" wishes nothing.
                let hit = scratch.hits[h]
                if hit.tokens.count > 1 || hit.tokens.lowerBound == scratch.sentences[s].tokens.lowerBound {
                    return .nice
                }
            case .usedBefore, .section(.stack): found = .stack
            case .mustBefore, .soughtBefore: found = found ?? .required
            default: break
            }
        }
        return found
    }

    /// Tokens of a line.
    func words(of line: Int, _ scratch: Scratch) -> Range<Int> {
        let sentences = scratch.firstSentence[line]..<scratch.firstSentence[line + 1]
        guard let first = sentences.first, let last = sentences.last else { return 0..<0 }
        return scratch.sentences[first].tokens.lowerBound..<scratch.sentences[last].tokens.upperBound
    }

    /// "Acme | Backend Engineer | Oslo or REMOTE | Full-time", and the same with dashes.
    private func isHeader(_ scratch: Scratch, _ raw: RawLine, kind: SourceKind?) -> Bool {
        guard kind == nil || kind == .hackerNews else { return false }
        var bars = 0
        var dashes = 0
        for k in raw.start..<raw.end {
            if scratch.folded[k] == UInt8(ascii: "|") { bars += 1 }
            if scratch.folded[k] == 0x1F { dashes += 1 }
            if scratch.folded[k] == UInt8(ascii: "-"), k > raw.start, scratch.folded[k - 1] == 32, k + 1 < raw.end,
                scratch.folded[k + 1] == 32
            {
                dashes += 1
            }
        }
        if bars >= 2 { return true }
        let ends = scratch.folded[raw.end - 1]
        return raw.end - raw.start <= 200 && ends != UInt8(ascii: ".") && ends != UInt8(ascii: ":")
            && (bars >= 1 || dashes >= 2)
    }

    /// The section that a line announces; nil if the line is no heading.
    private func heading(_ scratch: Scratch, _ i: Int, _ raw: RawLine, _ current: Section) -> Section? {
        let tokens = words(of: i, scratch)
        guard !tokens.isEmpty, tokens.count <= Self.headingWords else { return nil }
        let b = scratch.builder.out
        let last = scratch.folded[raw.end - 1]
        let isMarked = raw.mark == .heading || (raw.isBold && raw.mark != .item)
        let endsInColon = last == UInt8(ascii: ":") && (raw.mark != .item || tokens.count <= 4)
        let isCapitals = isAllCapitals(b, raw) && raw.mark != .item && tokens.count <= 8
        let trailsOff = raw.end - raw.start > 3 && last == UInt8(ascii: ".") && scratch.folded[raw.end - 2] == last
        guard
            isMarked || endsInColon || isCapitals
                || (raw.mark != .item && tokens.count <= 9 && (!endsSentence(last) || trailsOff))
        else { return nil }
        var best: (count: Int, section: Section)?
        for s in scratch.firstSentence[i]..<scratch.firstSentence[i + 1] {
            for h in scratch.sentences[s].hits {
                let hit = scratch.hits[h]
                guard case .section(let section) = families.kinds[Int(hit.family)] else { continue }
                if hit.tokens.count > best?.count ?? 0 { best = (hit.tokens.count, section) }
            }
        }
        if let best, isMarked || endsInColon || isCapitals || best.count * 2 > tokens.count { return best.section }
        // "About MongoDB"
        if let best, best.section == .about, tokens.count <= 4, !endsSentence(last) { return .about }
        guard isMarked || (endsInColon && tokens.count <= 6) || (isCapitals && tokens.count > 1) else { return nil }
        switch current {
        case .duties, .required, .nice, .stack: return current
        default: return Section.none
        }
    }

    private func endsSentence(_ c: UInt8) -> Bool {
        c == UInt8(ascii: ".") || c == UInt8(ascii: "!") || c == UInt8(ascii: ",") || c == UInt8(ascii: ";")
    }

    private func isAllCapitals(_ b: [UInt8], _ raw: RawLine) -> Bool {
        var letters = 0
        for k in raw.start..<raw.end {
            if (97...122).contains(b[k]) { return false }
            if (65...90).contains(b[k]) { letters += 1 }
        }
        return letters >= 4
    }

    /// Notices of law stand anywhere; they are known by their words, at least two in a row.
    private func isLegal(_ scratch: Scratch, _ i: Int) -> Bool {
        for s in scratch.firstSentence[i]..<scratch.firstSentence[i + 1] {
            for h in scratch.sentences[s].hits where scratch.hits[h].tokens.count >= 2 {
                if case .section(.legal) = families.kinds[Int(scratch.hits[h].family)] { return true }
            }
        }
        return false
    }
}
