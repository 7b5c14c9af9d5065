import Base
import Taxonomy

/// The finder said again in the plainest way: at each place of the text, try every name, longest first. Slow, and short
/// enough to be read beside the doc comment of `NameFinder`.
struct NaiveFinder {
    var names: [(spelling: Spelling, skill: SkillIndex?)]

    init(_ names: [(spelling: Spelling, skill: SkillIndex?)]) {
        // Names of several words before those of one: more words are always the longer name at a place.
        self.names = names.sorted { a, b in
            let (wa, wb) = (Self.words(a.spelling) > 1 ? 1 : 0, Self.words(b.spelling) > 1 ? 1 : 0)
            return (wa, a.spelling.text.utf8.count) > (wb, b.spelling.text.utf8.count)
        }
    }

    func find(in text: [UInt8]) -> [NameHit] {
        var hits: [NameHit] = []
        var at = 0
        while at < text.count {
            guard isWord(text, at), !isWord(text, at - 1), let (end, hit) = match(text, at) else { at += 1; continue }
            if let hit { hits.append(hit) }
            at = max(end, at + 1)
        }
        return hits
    }

    private func match(_ text: [UInt8], _ word: Int) -> (end: Int, hit: NameHit?)? {
        for (spelling, skill) in names {
            let name = Array(spelling.text.utf8)
            let start = word - Self.lead(spelling)
            let end = start + name.count
            guard start >= 0, end <= text.count, fold(text[start..<end]) == fold(name[...]) else { continue }
            if let found = accept(text, start, end, spelling, skill) { return found }
        }
        return versioned(text, word)
    }

    private func accept(_ text: [UInt8], _ start: Int, _ end: Int, _ s: Spelling, _ skill: SkillIndex?) -> (
        Int, NameHit?
    )? {
        let name = Array(s.text.utf8)
        var stop = end
        if !isASCIIWord(name[name.count - 1]) {
            while stop < text.count, stop < end + 4, isDigit(text[stop]) { stop += 1 }
        }
        guard leftIsFree(text, start, isLetter: name.count == 1), rightIsFree(text, stop, isLetter: name.count == 1)
        else { return nil }
        let lead = Self.lead(s)
        let isSame = zip(text[(start + lead)..<end], name[lead...]).allSatisfy { $0 == $1 || $1 == 32 || $1 == 45 }
        guard let isAmbiguous = ambiguity(s.rule, isSame) else { return nil }
        if s.after > 0 { stop = end - s.after }
        return (
            stop, skill.map { NameHit(skill: $0, span: ByteSpan(start + s.before, stop), isAmbiguous: isAmbiguous) }
        )
    }

    private func versioned(_ text: [UInt8], _ word: Int) -> (Int, NameHit?)? {
        var end = word
        while end < text.count, isWord(text, end) { end += 1 }
        var stem = end
        while stem > word, isDigit(text[stem - 1]) { stem -= 1 }
        guard (1...3).contains(end - stem), stem - word >= 3 else { return nil }
        for (spelling, skill) in names {
            let name = Array(spelling.text.utf8)
            let start = word - Self.lead(spelling)
            guard let skill, start >= 0, start + name.count == stem, isASCIIWord(name[name.count - 1]),
                Self.words(spelling) == 1,
                fold(text[start..<stem]) == fold(name[...])
            else { continue }
            let lead = Self.lead(spelling)
            let isSame = zip(text[(start + lead)..<stem], name[lead...]).allSatisfy { $0 == $1 }
            guard spelling.rule == .cased || ambiguity(spelling.rule, isSame) == false,
                leftIsFree(text, start, isLetter: false)
            else { continue }
            var stop = end
            while stop + 1 < text.count, text[stop] == 46, isDigit(text[stop + 1]) || text[stop + 1] == 120 {
                stop += 1
                while stop < text.count, isWord(text, stop) { stop += 1 }
            }
            if stop < text.count, text[stop] == 43 { stop += 1 }
            guard rightIsFree(text, stop, isLetter: false) else { continue }
            return (stop, NameHit(skill: skill, span: ByteSpan(start, stop), isAmbiguous: false))
        }
        return nil
    }

    private func ambiguity(_ rule: SpellingRule, _ isSame: Bool) -> Bool? {
        switch rule {
        case .plain: false
        case .cased: !isSame
        case .exact: isSame ? false : nil
        case .cue: true
        case .cueExact: isSame ? true : nil
        }
    }

    private func leftIsFree(_ text: [UInt8], _ start: Int, isLetter: Bool) -> Bool {
        if isWord(text, start - 1) { return false }
        guard start > 0 else { return true }
        let c = text[start - 1]
        if c == UInt8(ascii: "_") || c == UInt8(ascii: "@") { return false }
        if c == UInt8(ascii: "."), isWord(text, start - 2), !(65...90).contains(text[start]) { return false }
        return !(isLetter && "&-'+".utf8.contains(c))
    }

    private func rightIsFree(_ text: [UInt8], _ end: Int, isLetter: Bool) -> Bool {
        if isWord(text, end) { return false }
        guard end < text.count else { return true }
        let c = text[end]
        if c == UInt8(ascii: "_") || c == UInt8(ascii: "@") { return false }
        if c == UInt8(ascii: "."), end + 1 < text.count, (97...122).contains(text[end + 1]) { return false }
        guard isLetter else { return true }
        if "+#&-'".utf8.contains(c) || c == UInt8(ascii: ".") && isWord(text, end + 1) { return false }
        return !(end + 2 < text.count && text[end...(end + 2)].elementsEqual("\u{2019}".utf8))
    }

    private func isWord(_ text: [UInt8], _ i: Int) -> Bool {
        guard text.indices.contains(i) else { return false }
        if text[i] < 0x80 { return isASCIIWord(text[i]) }
        var lead = i
        while lead > 0, i - lead < 3, text[lead] & 0xC0 == 0x80 { lead -= 1 }
        return text[lead] != 0xC2 && text[lead] < 0xE2
    }

    private func isASCIIWord(_ b: UInt8) -> Bool { isDigit(b) || (65...90).contains(b) || (97...122).contains(b) }
    private func isDigit(_ b: UInt8) -> Bool { (48...57).contains(b) }
    private func fold(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        bytes.map { (65...90).contains($0) ? $0 + 32 : $0 == 45 ? 32 : $0 }
    }

    private static func lead(_ s: Spelling) -> Int { s.text.utf8.prefix { !NaiveFinder.isNameWord($0) }.count }
    private static func words(_ s: Spelling) -> Int {
        s.text.utf8.split { !NaiveFinder.isNameWord($0) }.count
    }
    private static func isNameWord(_ b: UInt8) -> Bool {
        (48...57).contains(b) || (65...90).contains(b) || (97...122).contains(b)
    }
}
