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
        _ span: ByteSpan, of b: UnsafeBufferPointer<UInt8>, to tokens: inout [Token], _ ids: inout [Int32],
        words: inout WordTable, book: PhraseBook
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
                    take(wordStart, block &+ i, last, b, &tokens, &ids, &words, book)
                    last = block &+ i
                    wordStart = -1
                }
            }
            block &+= 64
        }
        if wordStart >= 0 { take(wordStart, end, last, b, &tokens, &ids, &words, book) }
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
        _ ids: inout [Int32], _ words: inout WordTable, _ book: PhraseBook
    ) {
        let c = b[start]
        let gap: Gap =
            start == last ? [] : start &- last == 1 && b[last] == 32 ? .space : signs(b, last, start)
        let isCapital = c &- 65 < 26 || (c == 0xC3 && end > start &+ 1 && b[start &+ 1] &- 0x80 < 0x1F)
        let isNumber = c &- 48 < 10 && areDigits(b, start, end)
        ids.append(words.index(key(b, start, end), b, start..<end, book))
        tokens.append(
            Token(
                start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), before: gap,
                isCapital: isCapital, isNumber: isNumber))
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
