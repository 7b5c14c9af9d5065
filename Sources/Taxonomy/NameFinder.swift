import Base
import CShim

/// A name found in a text.
package struct NameHit: Sendable, Equatable {
    package var skill: SkillIndex
    package var span: ByteSpan
    /// The spelling counts only with a cue or a sure technology in the same list; the reader decides.
    package var isAmbiguous: Bool
    package init(skill: SkillIndex, span: ByteSpan, isAmbiguous: Bool) {
        self.skill = skill
        self.span = span
        self.isAmbiguous = isAmbiguous
    }
}

/// Finds all names of the taxonomy in one pass over a text. Immutable; one finder serves all threads.
///
/// A name begins at the start of a word and ends at the end of one, so only word starts are looked at: a mask of word
/// bytes for 64 bytes at a time gives starts and lengths, a hash of the word asks one bitmap, and only the few words
/// whose bit is set are compared with names (`NameTables`). An automaton over all bytes (Aho-Corasick) waits for memory
/// at each byte; this touches about one cache line a word.
///
/// What counts as an occurrence, beyond whole words:
/// * longest name first, no overlaps; the search goes on at its end;
/// * blank and hyphen are the same ("GitHub-Actions"); other signs are as in the name;
/// * a version attached to a name belongs to it ("Python3", "C++20", "Angular2+");
/// * part of a domain, file name, address or identifier is none ("redis.io", "main.go", "@docker", "java_home");
/// * words in brackets must stand there and are not part of the hit ("C[ developer]");
/// * a name of one letter has no `+ # & - '` at its side ("C-level", "R&D", "C’est").
package struct NameFinder: Sendable {
    private let tables: NameTables

    /// A spelling with no skill wins by its length and gives nothing. Precondition: all are `isFindable`.
    package init(_ names: [(spelling: Spelling, skill: SkillIndex?)] = []) {
        tables = NameTables(names.map { ($0.spelling, $0.skill ?? NameTables.notASkill) })
    }

    /// Appends the hits in order of their start. No allocation but the growth of `hits`.
    package func find(in text: Span<UInt8>, into hits: inout [NameHit]) {
        text.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            var scan = NameScan(tables: tables, text: base, count: bytes.count)
            scan.run(into: &hits)
        }
    }
}

/// One pass over one text. Reads `text` within `count` only; blocks of 64 at the end go through a padded copy.
private struct NameScan {
    let tables: NameTables
    let text: UnsafePointer<UInt8>
    let count: Int

    mutating func run(into hits: inout [NameHit]) {
        var block = 0
        var carry: UInt64 = 0
        var free = 0
        var mask = wordMask(0)
        let any = tables.gateAny
        while block < count {
            let following = block + 64 < count ? wordMask(block + 64) : 0
            var starts = mask & ~(mask &<< 1 | carry)
            while starts != 0 {
                let bit = starts.trailingZeroBitCount
                starts &= starts &- 1
                let start = block &+ bit
                var length = (~(mask &>> UInt64(truncatingIfNeeded: bit))).trailingZeroBitCount
                if length == 64 &- bit {
                    length &+= (~following).trailingZeroBitCount
                    if length == 128 &- bit { length = wordEnd(start &+ length) &- start }
                }
                let bytes = load(start)
                let key = NameTables.key(bytes, length)
                let isNumbered = text[start &+ length &- 1] &- 48 < 10
                guard NameTables.isSet(any, key) || isNumbered, start >= free else { continue }
                if let end = match(start, length, key, bytes, isNumbered, &hits) { free = end }
            }
            carry = mask &>> 63
            mask = following
            block &+= 64
        }
    }

    /// The end of the name that begins with this word; appends its hit unless the name is no skill.
    @inline(never)
    private func match(
        _ start: Int, _ length: Int, _ key: UInt64, _ bytes: UInt64, _ isNumbered: Bool, _ hits: inout [NameHit]
    ) -> Int? {
        let end = start + length
        if NameTables.isSet(tables.gateMore, key), let second = secondWord(after: end) {
            let two = NameTables.pair(key, second)
            if NameTables.isSet(tables.gateTwo, two), let stop = first(of: tables.slot(two), start, start, &hits) {
                return stop
            }
        }
        if NameTables.isSet(tables.gateOne, key), let stop = first(of: tables.slot(key), start, start, &hits) {
            return stop
        }
        return isNumbered ? versioned(start, end, bytes, &hits) : nil
    }

    /// The longest entry of a slot that stands at `start`.
    private func first(of slot: NameTables.Slot, _ start: Int, _ from: Int, _ hits: inout [NameHit]) -> Int? {
        for i in Int(slot.first)..<Int(slot.first + slot.count) {
            let entry = tables.entries[i]
            let end = start + Int(entry.length)
            guard end <= count, start >= Int(entry.lead), matches(entry, start),
                let stop = rightEdge(entry, end), leftEdge(entry, start - Int(entry.lead)),
                let isAmbiguous = entry.rule.ambiguity(sameCase: isSame(entry, start))
            else { continue }
            let nameEnd = entry.after == 0 ? stop : end - Int(entry.after)
            emit(entry, start - Int(entry.lead) + Int(entry.before), nameEnd, isAmbiguous, &hits)
            return nameEnd
        }
        return nil
    }

    /// "Python3", "Java11", "Vue3.4+": a sure name of at least three letters with one to three digits attached.
    private func versioned(_ start: Int, _ end: Int, _ bytes: UInt64, _ hits: inout [NameHit]) -> Int? {
        var stem = end
        while stem > start, text[stem - 1] &- 48 < 10 { stem -= 1 }
        guard stem - start >= 3, end - stem <= 3 else { return nil }
        let key = NameTables.key(bytes, stem - start)
        guard NameTables.isSet(tables.gateOne, key) else { return nil }
        let slot = tables.slot(key)
        for i in Int(slot.first)..<Int(slot.first + slot.count) {
            let entry = tables.entries[i]
            guard Int(entry.length) == stem - start, start >= Int(entry.lead), entry.skill != NameTables.notASkill,
                entry.endsInWord,
                matches(entry, start), leftEdge(entry, start - Int(entry.lead)),
                // The version vouches for a word without its capital: "python3".
                entry.rule == .cased || entry.rule.ambiguity(sameCase: isSame(entry, start)) == false
            else { continue }
            var stop = end
            while stop + 1 < count, text[stop] == 0x2E, text[stop + 1] &- 48 < 10 || text[stop + 1] == 0x78 {
                stop = wordEnd(stop + 1)
            }
            if stop < count, text[stop] == 0x2B { stop += 1 }
            guard isRightClear(stop) else { continue }
            emit(entry, start - Int(entry.lead), stop, false, &hits)
            return stop
        }
        return nil
    }

    @inline(__always)
    private func emit(_ entry: NameTables.Entry, _ start: Int, _ end: Int, _ isAmbiguous: Bool, _ hits: inout [NameHit])
    {
        guard entry.skill != NameTables.notASkill else { return }
        hits.append(NameHit(skill: entry.skill, span: ByteSpan(start, end), isAmbiguous: isAmbiguous))
    }

    // MARK: Bytes of names

    /// From the lead to the end, case and hyphen folded.
    private func matches(_ entry: NameTables.Entry, _ start: Int) -> Bool {
        for j in -Int(entry.lead)..<Int(entry.length)
        where tables.foldTable[Int(text[start + j])] != tables.folded[Int(entry.offset) + j] { return false }
        return true
    }

    private func isSame(_ entry: NameTables.Entry, _ start: Int) -> Bool {
        for j in 0..<Int(entry.length) {
            let (a, b) = (text[start + j], tables.exact[Int(entry.offset) + j])
            if a != b, tables.foldTable[Int(b)] != 0x20 { return false }
        }
        return true
    }

    // MARK: Edges

    /// Where the occurrence ends, a version after signs included ("C++20"); nil inside a longer word.
    private func rightEdge(_ entry: NameTables.Entry, _ end: Int) -> Int? {
        var stop = end
        if !entry.endsInWord { while stop < count, stop - end < 4, text[stop] &- 48 < 10 { stop += 1 } }
        guard isRightClear(stop) else { return nil }
        if entry.isLetter, stop < count {
            switch text[stop] {
            case UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "-"), UInt8(ascii: "'"):
                return nil
            case UInt8(ascii: "."): if stop + 1 < count, isWord(stop + 1) { return nil }
            case 0xE2: if stop + 2 < count, text[stop + 1] == 0x80, text[stop + 2] == 0x99 { return nil }
            default: break
            }
        }
        return stop
    }

    private func isRightClear(_ end: Int) -> Bool {
        guard end < count else { return true }
        if isWord(end) { return false }
        switch text[end] {
        case UInt8(ascii: "_"), UInt8(ascii: "@"): return false
        case UInt8(ascii: "."): return end + 1 >= count || text[end + 1] &- 97 >= 26
        default: return true
        }
    }

    private func leftEdge(_ entry: NameTables.Entry, _ start: Int) -> Bool {
        guard start > 0 else { return true }
        if isWord(start - 1) { return false }
        switch text[start - 1] {
        case UInt8(ascii: "_"), UInt8(ascii: "@"): return false
        case UInt8(ascii: "."): return start < 2 || !isWord(start - 2) || text[start] &- 65 < 26
        case UInt8(ascii: "&"), UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "+"): return !entry.isLetter
        default: return true
        }
    }

    // MARK: Words

    /// The hash of the word that begins one to three bytes after `end`.
    private func secondWord(after end: Int) -> UInt64? {
        var at = end
        repeat {
            at += 1
            if at >= count { return nil }
        } while !isWord(at) && at - end < NameTables.farthestSecondWord
        guard isWord(at) else { return nil }
        return NameTables.key(load(at), wordEnd(at) - at)
    }

    private func wordEnd(_ from: Int) -> Int {
        var i = from
        while i < count, isWord(i) { i += 1 }
        return i
    }

    /// Letters and digits, and the letters of other alphabets. Signs and the scripts without blanks between words
    /// (U+2000 and above, U+0080 to U+00BF) end a word: "使用Python开发", "“Go”".
    @inline(__always) private func isWord(_ i: Int) -> Bool {
        let b = text[i]
        return b < 0x80 ? NameTables.isWord(b) : isWordBeyondASCII(i)
    }

    @inline(never) private func isWordBeyondASCII(_ i: Int) -> Bool {
        var lead = i
        while lead > 0, i - lead < 3, text[lead] & 0xC0 == 0x80 { lead -= 1 }
        return text[lead] != 0xC2 && text[lead] < 0xE2
    }

    @inline(__always) private func load(_ i: Int) -> UInt64 {
        if i &+ 8 <= count { return UnsafeRawPointer(text + i).loadUnaligned(as: UInt64.self).littleEndian }
        var bytes: UInt64 = 0
        for j in i..<count { bytes |= UInt64(text[j]) &<< UInt64(truncatingIfNeeded: 8 &* (j &- i)) }
        return bytes
    }

    @inline(__always) private func wordMask(_ block: Int) -> UInt64 {
        guard block &+ 64 <= count else { return lastMask(block) }
        let mask = wh_word_mask64(text + block)
        let p = UnsafeRawPointer(text + block)
        // Eight plain words: comparing a SIMD64 costs more than the rest of the scan.
        var high: UInt64 = 0
        for i in 0..<8 { high |= p.loadUnaligned(fromByteOffset: 8 &* i, as: UInt64.self) }
        return high & 0x8080_8080_8080_8080 == 0 ? mask : beyondASCII(block, mask)
    }

    private func lastMask(_ block: Int) -> UInt64 {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { padded in
            padded.initialize(repeating: 0)
            for i in block..<count { padded[i - block] = text[i] }
            guard let base = padded.baseAddress else { return 0 }
            return beyondASCII(block, wh_word_mask64(base))
        }
    }

    @inline(never) private func beyondASCII(_ block: Int, _ mask: UInt64) -> UInt64 {
        var mask = mask
        for i in block..<min(block + 64, count) where text[i] >= 0x80 && !isWordBeyondASCII(i) {
            mask &= ~(1 << UInt64(i - block))
        }
        return mask
    }
}
