import Base
import CShim
import Taxonomy

/// What stands between a token and the one before it.
struct Gap: OptionSet {
    var rawValue: UInt16
    static let space = Gap(rawValue: 1), comma = Gap(rawValue: 2), slash = Gap(rawValue: 4), hyphen = Gap(rawValue: 8)
    static let period = Gap(rawValue: 16), colon = Gap(rawValue: 32), semicolon = Gap(rawValue: 64),
        opens = Gap(rawValue: 128)
    static let closes = Gap(rawValue: 256), plus = Gap(rawValue: 512), bar = Gap(rawValue: 1024),
        quote = Gap(rawValue: 2048)
    static let other = Gap(rawValue: 4096), dash = Gap(rawValue: 8192)
}

struct Token {
    var start: Int32
    var end: Int32
    /// Into the word table.
    var word: Int32
    var before: Gap
    var isCapital: Bool
    var isNumber: Bool
}

/// A sentence with its tokens; the unit in which phrases are looked for.
struct Sentence {
    var span: ByteSpan
    var line: Int
    var tokens: Range<Int>
    /// Of the phrase hits.
    var hits: Range<Int> = 0..<0
}

struct PhraseHit {
    var family: UInt16
    var note: UInt8
    var tokens: ClosedRange<Int>
}

/// Words seen so far and what the phrase book knows of them; kept between postings, forgotten when it grows too large.
struct WordTable {
    static let limit = 1 << 15
    struct Entry {
        /// Into `starts`: the phrases that can begin with the word.
        var starts: Int32
        var count: Int32
        /// Into `bits`: the set of its symbols; -1 for none.
        var bits: Int32
        var languages: UInt16
        var sum: SymbolSum
    }
    private struct Slot {
        var key: UInt64 = 0
        /// Into `entries`; -1 is free.
        var entry: Int32 = -1
    }
    private var slots: [Slot] = []
    private(set) var entries: [Entry] = []
    private(set) var starts: [PhraseBook.Start] = []
    private(set) var bits: [UInt64] = []
    private var letters: [UInt8] = []

    init() { clear() }

    private init(none: Void) {}
    /// Holds the place of a table that is lent out; knows no word and takes none.
    static let none = WordTable(none: ())

    private mutating func clear() {
        slots = Array(repeating: Slot(), count: Self.limit * 2)
        entries.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        bits.removeAll(keepingCapacity: true)
    }

    /// Call between postings only: indices are forgotten.
    mutating func tidy() { if entries.count > Self.limit - 8192 { clear() } }

    /// The index of the word with this key; its letters (any case) are looked at the first time only.
    @inline(__always)
    mutating func index(_ key: UInt64, _ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ book: PhraseBook) -> Int32 {
        let mask = slots.count &- 1
        var k = Int(truncatingIfNeeded: key ^ key &>> 29) & mask
        while slots[k].entry >= 0 {
            if slots[k].key == key { return slots[k].entry }
            k = (k &+ 1) & mask
        }
        return add(key, k, b, range, book)
    }

    @inline(never)
    private mutating func add(
        _ key: UInt64, _ slot: Int, _ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ book: PhraseBook
    ) -> Int32 {
        // A posting of 2 MiB can hold more words than the table: those share one entry, known for nothing.
        guard entries.count < Self.limit else { return -1 }
        letters.removeAll(keepingCapacity: true)
        for i in range { letters.append(small(b, i)) }
        let word = letters.withUnsafeBufferPointer { book.word($0) }
        let first = starts.count
        var set: Int32 = -1
        if !word.symbols.isEmpty {
            set = Int32(bits.count)
            bits.append(contentsOf: repeatElement(0, count: book.symbolWords))
            for s in word.symbols {
                bits[Int(set) + Int(s) / 64] |= 1 << (UInt64(s) & 63)
                starts += book.starting[Int(s)]
            }
        }
        entries.append(
            Entry(
                starts: Int32(first), count: Int32(starts.count - first), bits: set, languages: word.languages,
                sum: SymbolSum(word.symbols)))
        slots[slot] = Slot(key: key, entry: Int32(entries.count - 1))
        return slots[slot].entry
    }
}

/// The byte in small letters: ASCII, and the Latin-1 letters in UTF-8 (À to Þ).
@inline(__always) func small(_ b: UnsafeBufferPointer<UInt8>, _ i: Int) -> UInt8 {
    let c = b[i]
    if c < 0x80 { return c &- 65 < 26 ? c | 0x20 : c }
    if c >= 0x80, c <= 0x9E, i > 0, b[i - 1] == 0xC3, c != 0x97 { return c | 0x20 }
    return c
}

enum Tokenizer {
    /// A copy in which every punctuation mark beyond ASCII is blanks or its ASCII kin, of the same length: then bytes
    /// beyond ASCII are letters.
    static func fold(_ bytes: [UInt8], into out: inout [UInt8]) {
        out.removeAll(keepingCapacity: true)
        out.append(contentsOf: bytes)
        out.withUnsafeMutableBufferPointer { b in
            var i = 0
            while i < b.count {
                let c = b[i]
                if c < 0x80 { i += 1; continue }
                let n = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4
                guard i + n <= b.count else { break }
                var kin: UInt8 = 0
                switch c {
                case 0xC2:
                    let d = b[i + 1]
                    if d != 0xAA, d != 0xBA, d != 0xB5 {
                        kin = d == 0xB7 ? UInt8(ascii: ",") : d == 0xAB || d == 0xBB ? UInt8(ascii: "\"") : 32
                    }
                case 0xC3: if b[i + 1] == 0x97 || b[i + 1] == 0xB7 { kin = 32 }
                case 0xE2: kin = punctuation(b[i + 1], b[i + 2])
                case 0xE3: if b[i + 1] == 0x80 { kin = UInt8(ascii: ",") }
                case 0xEF: kin = fullWidth(b[i + 1], b[i + 2])
                case 0xF0: if b[i + 1] == 0x9F { kin = 32 }
                default: break
                }
                if kin != 0 {
                    b[i] = kin
                    for k in 1..<n { b[i + k] = 32 }
                }
                i += n
            }
        }
    }

    private static func punctuation(_ d: UInt8, _ e: UInt8) -> UInt8 {
        if d == 0x96 || d == 0x97 || (d == 0x9E && e == 0xA4) || (d == 0x9C && e == 0x93) || d == 0xAC {
            return UInt8(ascii: ",")
        }
        guard d == 0x80 else { return 32 }
        switch e {
        case 0x98, 0x99, 0x9B, 0xB2: return UInt8(ascii: "'")
        case 0x9C...0x9F: return UInt8(ascii: "\"")
        case 0x90, 0x91: return UInt8(ascii: "-")
        case 0x92...0x95: return 0x1F
        case 0xA2, 0xA3: return UInt8(ascii: ",")
        default: return 32
        }
    }

    private static func fullWidth(_ d: UInt8, _ e: UInt8) -> UInt8 {
        guard d == 0xBC else { return d == 0xB8 ? 32 : 0 }
        switch e {
        case 0x8C: return UInt8(ascii: ",")
        case 0x9A: return UInt8(ascii: ":")
        case 0x88: return UInt8(ascii: "(")
        case 0x89: return UInt8(ascii: ")")
        default: return 0
        }
    }

    /// Appends the tokens of a stretch of folded text: words by a mask of 64 bytes, so that no byte of them is looked at
    /// alone.
    static func append(
        _ span: ByteSpan, of b: UnsafeBufferPointer<UInt8>, to tokens: inout [Token], words: inout WordTable,
        book: PhraseBook
    ) {
        guard let base = b.baseAddress else { return }
        let end = Int(span.end)
        var last = Int(span.start)
        var wordStart = -1
        var block = last
        while block < end {
            var mask = block &+ 64 <= b.count ? wh_word_mask64(base + block) : lastMask(b, block)
            if end &- block < 64 { mask &= (1 &<< UInt64(end &- block)) &- 1 }
            var i = 0
            while i < 64 {
                if wordStart < 0 {
                    let rest = mask &>> UInt64(i)
                    guard rest != 0 else { break }
                    i &+= rest.trailingZeroBitCount
                    wordStart = block &+ i
                } else {
                    let rest = ~mask &>> UInt64(i)
                    guard rest != 0 else { break }
                    i &+= rest.trailingZeroBitCount
                    take(wordStart, block &+ i, last, b, &tokens, &words, book)
                    last = block &+ i
                    wordStart = -1
                }
            }
            block &+= 64
        }
        if wordStart >= 0 { take(wordStart, end, last, b, &tokens, &words, book) }
    }

    @inline(never) private static func lastMask(_ b: UnsafeBufferPointer<UInt8>, _ block: Int) -> UInt64 {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { padded in
            padded.initialize(repeating: 0)
            for i in block..<b.count { padded[i - block] = b[i] }
            return padded.baseAddress.map { wh_word_mask64($0) } ?? 0
        }
    }

    @inline(__always) private static func take(
        _ start: Int, _ end: Int, _ last: Int, _ b: UnsafeBufferPointer<UInt8>, _ tokens: inout [Token],
        _ words: inout WordTable, _ book: PhraseBook
    ) {
        let c = b[start]
        let gap: Gap =
            start == last ? [] : start &- last == 1 && b[last] == 32 ? .space : signs(b, last, start)
        let isCapital = c &- 65 < 26 || (c == 0xC3 && end > start &+ 1 && b[start &+ 1] &- 0x80 < 0x1F)
        let isNumber = c &- 48 < 10 && areDigits(b, start, end)
        tokens.append(
            Token(
                start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
                word: words.index(key(b, start, end), b, start..<end, book), before: gap, isCapital: isCapital,
                isNumber: isNumber))
    }

    private static func areDigits(_ b: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        for i in start..<end where b[i] &- 48 >= 10 { return false }
        return true
    }

    private static func signs(_ b: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) -> Gap {
        var gap = Gap()
        for i in from..<to { gap.insert(kind(b[i])) }
        return gap
    }

    /// A hash of the word in small letters, eight bytes at a time; words beyond ASCII byte by byte, for their case.
    @inline(__always) static func key(_ b: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        guard let base = UnsafeRawPointer(b.baseAddress) else { return 0 }
        var h = UInt64(truncatingIfNeeded: end &- start) &* 0xFF51_AFD7_ED55_8CCD
        var i = start
        var high: UInt64 = 0
        while i < end {
            let n = min(8, end &- i)
            var chunk: UInt64 = 0
            if i &+ 8 <= b.count {
                chunk = base.loadUnaligned(fromByteOffset: i, as: UInt64.self)
                if n < 8 { chunk &= (1 &<< UInt64(n &* 8)) &- 1 }
            } else {
                for j in 0..<n { chunk |= UInt64(b[i &+ j]) &<< UInt64(j &* 8) }
            }
            high |= chunk
            h = (h ^ (chunk | 0x2020_2020_2020_2020)) &* 0x9E37_79B9_7F4A_7C15
            h ^= h &>> 32
            i &+= 8
        }
        return high & 0x8080_8080_8080_8080 == 0 ? h : slowKey(b, start, end)
    }

    @inline(never) private static func slowKey(_ b: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        var h: UInt64 = 0xCBF2_9CE4_8422_2325
        for i in start..<end { h = (h ^ UInt64(small(b, i))) &* 0x100_0000_01B3 }
        return h
    }

    @inline(__always) static func isWordByte(_ c: UInt8) -> Bool {
        c >= 0x80 || (97...122).contains(c | 0x20) || (48...57).contains(c)
    }

    private static func kind(_ c: UInt8) -> Gap {
        switch c {
        case 32, 9, 10, 13: .space
        case UInt8(ascii: ","): .comma
        case UInt8(ascii: "/"): .slash
        case UInt8(ascii: "-"): .hyphen
        case 0x1F: .dash
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .period
        case UInt8(ascii: ":"): .colon
        case UInt8(ascii: ";"): .semicolon
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opens
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closes
        case UInt8(ascii: "+"), UInt8(ascii: "&"): .plus
        case UInt8(ascii: "|"): .bar
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): .quote
        default: .other
        }
    }
}

/// Finds the phrases of a book in the tokens of a sentence. Holds pointers: made and used inside one closure.
///
/// Of the phrases that can begin with a word nearly all lack a word of theirs in the sentence: the symbols of all its
/// words are summed first, and only a phrase whose words may all be there is followed.
struct PhraseFinder {
    /// Steps that one phrase may take from one word: keeps a hostile sentence linear.
    static let steps = 64

    private let tokens: UnsafeBufferPointer<Token>
    private let entries: UnsafeBufferPointer<WordTable.Entry>
    private let starts: UnsafeBufferPointer<PhraseBook.Start>
    private let bits: UnsafeBufferPointer<UInt64>
    private let phrases: UnsafeBufferPointer<PhraseBook.Phrase>
    private let elements: UnsafeBufferPointer<PhraseBook.Element>

    static func with(_ tokens: [Token], _ words: WordTable, _ book: PhraseBook, _ body: (PhraseFinder) -> Void) {
        tokens.withUnsafeBufferPointer { tokens in
            words.entries.withUnsafeBufferPointer { entries in
                words.starts.withUnsafeBufferPointer { starts in
                    words.bits.withUnsafeBufferPointer { bits in
                        book.phrases.withUnsafeBufferPointer { phrases in
                            book.elements.withUnsafeBufferPointer { elements in
                                body(
                                    PhraseFinder(
                                        tokens: tokens, entries: entries, starts: starts, bits: bits,
                                        phrases: phrases, elements: elements))
                            }
                        }
                    }
                }
            }
        }
    }

    func append(_ sentence: Range<Int>, to hits: inout [PhraseHit]) {
        var present = SymbolSum()
        for i in sentence where tokens[i].word >= 0 { present.add(entries[Int(tokens[i].word)].sum) }
        for i in sentence {
            let w = tokens[i].word
            guard w >= 0 else { continue }
            let entry = entries[Int(w)]
            guard entry.count > 0 else { continue }
            let isFirst = i == sentence.lowerBound
            let next: Int32 = i &+ 1 < sentence.upperBound ? tokens[i &+ 1].word : -1
            let after: Int32 = next >= 0 ? entries[Int(next)].bits : -1
            for k in Int(entry.starts)..<Int(entry.starts &+ entry.count) {
                let start = starts[k]
                if start.atStart, !isFirst { continue }
                if start.isSingle {
                    let p = phrases[Int(start.phrase)]
                    hits.append(PhraseHit(family: p.family, note: p.note, tokens: i...i))
                    continue
                }
                if start.next != .max {
                    guard after >= 0, isSet(Int(after), start.next) else { continue }
                }
                guard present.covers(start.needs) else { continue }
                let p = phrases[Int(start.phrase)]
                var budget = Self.steps
                let last = match(p, element: 0, at: i, in: sentence, &budget)
                if last >= 0 { hits.append(PhraseHit(family: p.family, note: p.note, tokens: i...last)) }
            }
        }
    }

    @inline(__always) private func isSet(_ set: Int, _ symbol: UInt16) -> Bool {
        bits[set &+ Int(symbol) &>> 6] & 1 &<< (UInt64(symbol) & 63) != 0
    }

    /// The last token of the match, or -1. The first element must stand at `i` exactly.
    private func match(_ p: PhraseBook.Phrase, element e: Int, at i: Int, in sentence: Range<Int>, _ budget: inout Int)
        -> Int
    {
        if e == Int(p.count) { return p.atEnd && i != sentence.upperBound ? -1 : i - 1 }
        budget -= 1
        guard budget > 0 else { return -1 }
        let element = elements[Int(p.first) + e]
        for skip in 0...Int(element.gap) {
            let k = i + skip
            guard k < sentence.upperBound else { break }
            if holds(tokens[k].word, element.symbol) {
                let last = match(p, element: e + 1, at: k + 1, in: sentence, &budget)
                if last >= 0 { return last }
            }
        }
        return element.isOptional ? match(p, element: e + 1, at: i, in: sentence, &budget) : -1
    }

    @inline(__always) private func holds(_ word: Int32, _ symbol: UInt16) -> Bool {
        guard word >= 0 else { return false }
        let set = entries[Int(word)].bits
        return set >= 0 && isSet(Int(set), symbol)
    }
}
