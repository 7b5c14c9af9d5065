import Base
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
    }
    private var keys: [UInt64] = []
    private var slots: [Int32] = []
    private(set) var entries: [Entry] = []
    private(set) var starts: [PhraseBook.Start] = []
    private(set) var bits: [UInt64] = []
    private var letters: [UInt8] = []

    init() { clear() }

    private mutating func clear() {
        keys = Array(repeating: 0, count: Self.limit * 2)
        slots = Array(repeating: -1, count: Self.limit * 2)
        entries.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        bits.removeAll(keepingCapacity: true)
    }

    /// Call between postings only: indices are forgotten.
    mutating func tidy() { if entries.count > Self.limit - 8192 { clear() } }

    /// The index of the word with this hash; its letters (any case) are looked at the first time only.
    mutating func index(_ hash: UInt64, _ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ book: PhraseBook)
        -> Int32
    {
        let mask = keys.count - 1
        var k = Int(truncatingIfNeeded: hash ^ hash >> 29) & mask
        while slots[k] >= 0 {
            if keys[k] == hash { return slots[k] }
            k = (k + 1) & mask
        }
        // A posting of 2 MiB can hold more words than the table: those share one entry, known for nothing.
        guard entries.count < Self.limit else { return -1 }
        letters.removeAll(keepingCapacity: true)
        for i in range { letters.append(small(b, i)) }
        let word = letters.withUnsafeBufferPointer { book.word($0) }
        let first = starts.count
        var set: Int32 = -1
        if !word.symbols.isEmpty {
            set = Int32(bits.count)
            bits.append(contentsOf: repeatElement(0, count: (book.symbolCount + 63) / 64))
            for s in word.symbols {
                bits[Int(set) + Int(s) / 64] |= 1 << (UInt64(s) & 63)
                starts += book.starting[Int(s)]
            }
        }
        entries.append(
            Entry(starts: Int32(first), count: Int32(starts.count - first), bits: set, languages: word.languages))
        keys[k] = hash
        slots[k] = Int32(entries.count - 1)
        return slots[k]
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

    /// Appends the tokens of a stretch of folded text.
    static func append(
        _ span: ByteSpan, of b: UnsafeBufferPointer<UInt8>, to tokens: inout [Token], words: inout WordTable,
        book: PhraseBook
    ) {
        var i = Int(span.start)
        let end = Int(span.end)
        var gap = Gap()
        while i < end {
            let c = b[i]
            guard isWordByte(c) else {
                gap.insert(kind(c))
                i += 1
                continue
            }
            let start = i
            var h: UInt64 = 0xCBF2_9CE4_8422_2325
            var digits = true
            while i < end, isWordByte(b[i]) {
                if !(48...57).contains(b[i]) { digits = false }
                h = (h ^ UInt64(small(b, i))) &* 0x100_0000_01B3
                i += 1
            }
            let isCapital =
                (65...90).contains(c) || (c == 0xC3 && i > start + 1 && (0x80...0x9E).contains(b[start + 1]))
            tokens.append(
                Token(
                    start: Int32(start), end: Int32(i), word: words.index(h, b, start..<i, book), before: gap,
                    isCapital: isCapital, isNumber: digits))
            gap = []
        }
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
struct PhraseFinder {
    /// Steps that one phrase may take from one word: keeps a hostile sentence linear.
    static let steps = 64

    let tokens: UnsafeBufferPointer<Token>
    let entries: UnsafeBufferPointer<WordTable.Entry>
    let starts: UnsafeBufferPointer<PhraseBook.Start>
    let bits: UnsafeBufferPointer<UInt64>
    let phrases: UnsafeBufferPointer<PhraseBook.Phrase>
    let elements: UnsafeBufferPointer<PhraseBook.Element>

    func append(_ sentence: Range<Int>, to hits: inout [PhraseHit]) {
        for i in sentence {
            let w = tokens[i].word
            guard w >= 0 else { continue }
            let entry = entries[Int(w)]
            for k in Int(entry.starts)..<Int(entry.starts + entry.count) {
                let start = starts[k]
                if start.atStart, i != sentence.lowerBound { continue }
                if start.isSingle {
                    let p = phrases[Int(start.phrase)]
                    hits.append(PhraseHit(family: p.family, note: p.note, tokens: i...i))
                    continue
                }
                if start.next != PhraseBook.Start.anything {
                    guard i + 1 < sentence.upperBound, holds(tokens[i + 1].word, start.next) else { continue }
                }
                let p = phrases[Int(start.phrase)]
                var budget = Self.steps
                let last = match(p, element: 0, at: i, in: sentence, &budget)
                if last >= 0 { hits.append(PhraseHit(family: p.family, note: p.note, tokens: i...last)) }
            }
        }
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
        return set >= 0 && bits[Int(set) + Int(symbol) / 64] & 1 << (UInt64(symbol) & 63) != 0
    }
}
