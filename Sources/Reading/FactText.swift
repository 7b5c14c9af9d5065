import Base

/// A word, a number or a currency sign of a text, folded for comparison: lower case, Latin letters without marks.
struct FactToken {
    enum Kind: UInt8 { case word, number, sign }

    /// What stands between a token and the one before it.
    struct Gap: OptionSet {
        var rawValue: UInt16
        static let space = Gap(rawValue: 1), comma = Gap(rawValue: 2), dash = Gap(rawValue: 4), slash = Gap(rawValue: 8)
        static let open = Gap(rawValue: 16), close = Gap(rawValue: 32), colon = Gap(rawValue: 64), bar = Gap(rawValue: 128)
        static let other = Gap(rawValue: 256), plus = Gap(rawValue: 512), line = Gap(rawValue: 1024), percent = Gap(rawValue: 2048)
        static let stop = Gap(rawValue: 4096), semicolon = Gap(rawValue: 8192), amp = Gap(rawValue: 16384)
        /// What parts two clauses.
        static let clause: Gap = [.comma, .plus, .semicolon, .open, .close, .bar, .line, .stop]
    }

    /// Bytes of the text.
    var start: Int32
    var end: Int32
    /// Bytes of `FactText.folded`.
    var low: Int32
    var high: Int32
    /// FNV-1a of the folded bytes.
    var hash: UInt64
    /// Counts sentences, lines and header segments, all of which end a phrase.
    var sentence: Int32
    var kind: Kind
    var gap: Gap
    /// Begins with a capital letter.
    var isCapital: Bool
    /// Two or more letters, all capitals.
    var isUpper: Bool
}

/// A text cut once into tokens, so that every reader of facts looks at words and not at bytes. About 2 ns a byte.
struct FactText {
    var bytes: [UInt8]
    private(set) var folded: [UInt8] = []
    private(set) var tokens: [FactToken] = []
    /// What follows the last token.
    private(set) var tail: FactToken.Gap = []
    /// "No" means "in the" and denies nothing.
    private(set) var isPortuguese = false
    /// All cues of `FactCues` in the text, in order of their first token.
    var cues: [CueHit] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        folded.reserveCapacity(bytes.count)
        tokens.reserveCapacity(bytes.count / 5)
        cut()
    }

    init(_ text: String) { self.init(Array(text.utf8)) }

    func span(_ a: Int, _ b: Int) -> ByteSpan { ByteSpan(Int(tokens[a].start), Int(tokens[b].end)) }
    func word(_ i: Int) -> String { String(decoding: folded[Int(tokens[i].low)..<Int(tokens[i].high)], as: UTF8.self) }
    func written(_ span: ByteSpan) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

    /// What stands after token i, before the next.
    func gap(after i: Int) -> FactToken.Gap { i + 1 < tokens.count ? tokens[i + 1].gap : tail }

    /// Tokens looked at on either side of a cue; a longer sentence is looked at in part, so that cost stays linear.
    static let reach = 64

    /// First and past-last token of the sentence of token i, at most `reach` away from it.
    func sentence(of i: Int) -> Range<Int> {
        let s = tokens[i].sentence
        var a = i, b = i + 1
        while a > 0, i - a < FactText.reach, tokens[a - 1].sentence == s { a -= 1 }
        while b < tokens.count, b - i < FactText.reach, tokens[b].sentence == s { b += 1 }
        return a..<b
    }

    /// The first cue that begins at or after a token.
    func cue(at token: Int) -> Int {
        var lo = 0, hi = cues.count
        while lo < hi {
            let mid = (lo + hi) / 2
            if Int(cues[mid].start) < token { lo = mid + 1 } else { hi = mid }
        }
        return lo
    }

    /// The first token that begins at or after a byte.
    func token(at byte: Int) -> Int {
        var lo = 0, hi = tokens.count
        while lo < hi {
            let mid = (lo + hi) / 2
            if Int(tokens[mid].start) < byte { lo = mid + 1 } else { hi = mid }
        }
        return lo
    }

    static func hash(_ s: some StringProtocol) -> UInt64 {
        var h: UInt64 = 0xcbf2_9ce4_8422_2325
        for b in s.utf8 { h = (h ^ UInt64(b)) &* 0x100_0000_01b3 }
        return h
    }

    // MARK: cutting

    private mutating func cut() {
        let n = bytes.count
        var i = 0
        var gap: FactToken.Gap = [.line]
        var sentence: Int32 = 0
        bytes.withUnsafeBufferPointer { p in
            while i < n {
                let b = p[i]
                if b < 0x80 {
                    let c = FactText.classes[Int(b)]
                    if c == 1 {
                        i = takeWord(p, i, &gap, sentence)
                    } else if c == 2 {
                        i = takeNumber(p, i, &gap, sentence)
                    } else {
                        i += 1
                        takeMark(p, b, i, &gap, &sentence)
                    }
                    continue
                }
                let (u, length) = FactText.decode(p, i)
                if FactText.isSign(u) {
                    take(p, i, i + length, .sign, &gap, sentence)
                    i += length
                } else if FactText.isLetter(u) {
                    i = takeWord(p, i, &gap, sentence)
                } else {
                    i += length
                    takeMark(u, &gap, &sentence)
                }
            }
        }
        tail = gap
        var score = 0
        for t in tokens.prefix(400) where t.kind == .word {
            switch FactText.portuguese.value(t.hash) {
            case 1: score += 1
            case 2: score -= 1
            default: break
            }
        }
        isPortuguese = score > 0
    }

    private static let portuguese = WordMarks([
        "em nao uma voce com para dos das ao pelo pela nossa nosso trabalho remoto escritorio anos experiencia vaga mes dias processo visto apoiamos oferecemos empresa equipa equipe contrato voce seu sua": 1,
        "the and you con una los las nuestra trabajo contrato_es del las nuestro tu di della delle per il gli un el la y": 2,
    ])

    private mutating func takeMark(_ p: UnsafeBufferPointer<UInt8>, _ b: UInt8, _ next: Int, _ gap: inout FactToken.Gap, _ sentence: inout Int32) {
        switch b {
        case 0x20, 0x09, 0x0D: gap.insert(.space)
        case 0x0A:
            gap.insert(.line)
            sentence += 1
        case 0x2C: gap.insert(.comma)
        case 0x2D, 0x7E: gap.insert(.dash)
        case 0x2F: gap.insert(.slash)
        case 0x28, 0x5B: gap.insert(.open)
        case 0x29, 0x5D: gap.insert(.close)
        case 0x3A: gap.insert(.colon)
        case 0x3B:
            gap.insert(.semicolon)
            sentence += 1
        case 0x26: gap.insert(.amp)
        case 0x2B: gap.insert(.plus)
        case 0x25: gap.insert(.percent)
        case 0x7C:
            gap.insert(.bar)
            sentence += 1
        case 0x21, 0x3F:
            gap.insert(.stop)
            sentence += 1
        case 0x2E:
            guard next >= p.count || p[next] <= 0x20 || p[next] == 0x28 else { return }
            if endsSentence(p, next) {
                gap.insert(.stop)
                sentence += 1
            }
        default: gap.insert(.other)
        }
    }

    private func takeMark(_ u: UInt32, _ gap: inout FactToken.Gap, _ sentence: inout Int32) {
        switch u {
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: gap.insert(.space)
        case 0x2010...0x2015, 0x2212, 0x301C, 0xFF5E: gap.insert(.dash)
        case 0x3002, 0xFF01, 0xFF1F:
            gap.insert(.stop)
            sentence += 1
        case 0x2022, 0x00B7, 0x25CF, 0x2023, 0x25AA:
            gap.insert(.bar)
            sentence += 1
        case 0x3001, 0xFF0C: gap.insert(.comma)
        case 0xFF08: gap.insert(.open)
        case 0xFF09: gap.insert(.close)
        case 0xFF1A: gap.insert(.colon)
        case 0xFF5C:
            gap.insert(.bar)
            sentence += 1
        default: gap.insert(.other)
        }
    }

    /// A full stop ends a sentence unless it follows an abbreviation.
    private func endsSentence(_ p: UnsafeBufferPointer<UInt8>, _ next: Int) -> Bool {
        guard let last = tokens.last, Int(last.end) == next - 1 else { return true }
        if last.kind == .number {
            var k = next
            while k < p.count, p[k] == 0x20 { k += 1 }
            return k >= p.count || !(97...122).contains(p[k])
        }
        if last.kind == .word, last.high - last.low <= 1 {
            return last.isCapital && tokens.count > 1 && !gapHasStop(last)
        }
        return FactText.abbreviations.value(last.hash) == 0
    }

    private func gapHasStop(_ t: FactToken) -> Bool { t.gap.isEmpty }

    private static let abbreviations = WordMarks([
        "max approx min ca inkl incl eg ie bzw mind tys mies std mo st dr sr jr mr mrs ms no nr pr vs etc z.b circa prov evtl ggf mtl p.a art dept": 1
    ])

    private mutating func take(_ p: UnsafeBufferPointer<UInt8>, _ a: Int, _ b: Int, _ kind: FactToken.Kind, _ gap: inout FactToken.Gap, _ sentence: Int32) {
        let low = folded.count
        var h: UInt64 = 0xcbf2_9ce4_8422_2325
        for k in a..<b {
            folded.append(p[k])
            h = (h ^ UInt64(p[k])) &* 0x100_0000_01b3
        }
        tokens.append(
            FactToken(
                start: Int32(a), end: Int32(b), low: Int32(low), high: Int32(folded.count), hash: h, sentence: sentence,
                kind: kind, gap: gap, isCapital: false, isUpper: false))
        gap = []
    }

    /// Digits with the separators inside them: 34,000 · 32.000 · 98'500 · 37.5
    private mutating func takeNumber(_ p: UnsafeBufferPointer<UInt8>, _ a: Int, _ gap: inout FactToken.Gap, _ sentence: Int32) -> Int {
        if p[a] == 0x24 {
            take(p, a, a + 1, .sign, &gap, sentence)
            return a + 1
        }
        var k = a + 1
        while k < p.count {
            let b = p[k]
            if (48...57).contains(b) {
                k += 1
            } else if b == 0x2C || b == 0x2E || b == 0x27, k + 1 < p.count, (48...57).contains(p[k + 1]) {
                k += 2
            } else if b == 0xE2, k + 3 < p.count, p[k + 1] == 0x80, p[k + 2] == 0x99, (48...57).contains(p[k + 3]) {
                k += 4
            } else {
                break
            }
        }
        take(p, a, k, .number, &gap, sentence)
        return k
    }

    private mutating func takeWord(_ p: UnsafeBufferPointer<UInt8>, _ a: Int, _ gap: inout FactToken.Gap, _ sentence: Int32) -> Int {
        let low = folded.count
        var h: UInt64 = 0xcbf2_9ce4_8422_2325
        var k = a
        var letters = 0, capitals = 0
        let first = p[a]
        var capital = (65...90).contains(first)
        while k < p.count {
            let b = p[k]
            if b < 0x80 {
                switch FactText.classes[Int(b)] {
                case 1:
                    letters += 1
                    var low = b
                    if (65...90).contains(b) {
                        capitals += 1
                        low = b | 32
                    }
                    folded.append(low)
                    h = (h ^ UInt64(low)) &* 0x100_0000_01b3
                    k += 1
                    continue
                case 2 where b != 0x24:
                    // A code glued to its figure (EUR50k, R45,000) is two tokens.
                    // Han and kana end where digits begin.
                    if k > a, p[k - 1] >= 0x80, folded.count - low > 2, folded[folded.count - 1] >= 0x80 { break }
                    if letters == capitals, letters >= 3 || (letters == 1 && (first == 0x52 || first == 0x4B) && k + 2 < p.count && isDigits(p, k)) {
                        break
                    }
                    folded.append(b)
                    h = (h ^ UInt64(b)) &* 0x100_0000_01b3
                    k += 1
                    continue
                default:
                    if b == 0x27, letters > 2 || (letters == 2 && capitals < 2), k + 1 < p.count, FactText.classes[Int(p[k + 1] & 127)] == 1, p[k + 1] < 0x80 {
                        k += 1
                        continue
                    }
                }
                break
            }
            let (u, length) = FactText.decode(p, k)
            if u == 0x2019, letters > 1, k + 3 < p.count, p[k + 3] < 0x80, FactText.classes[Int(p[k + 3])] == 1 {
                k += 3
                continue
            }
            guard FactText.isLetter(u) else { break }
            if k == a { capital = (0xC0...0xDE).contains(u) || ((0x100...0x17F).contains(u) && u & 1 == 0) }
            letters += 1
            if u >= 0xC0, u < 0x180 {
                let f = FactText.latin[Int(u) - 0xC0]
                folded.append(f)
                h = (h ^ UInt64(f)) &* 0x100_0000_01b3
                if f == 0x73, u == 0xDF {
                    folded.append(0x73)
                    h = (h ^ 0x73) &* 0x100_0000_01b3
                }
            } else {
                for j in k..<(k + length) {
                    folded.append(p[j])
                    h = (h ^ UInt64(p[j])) &* 0x100_0000_01b3
                }
            }
            k += length
        }
        tokens.append(
            FactToken(
                start: Int32(a), end: Int32(k), low: Int32(low), high: Int32(folded.count), hash: h, sentence: sentence,
                kind: .word, gap: gap, isCapital: capital, isUpper: letters > 1 && capitals == letters))
        gap = []
        return k
    }

    private func isDigits(_ p: UnsafeBufferPointer<UInt8>, _ k: Int) -> Bool {
        (48...57).contains(p[k]) && ((48...57).contains(p[k + 1]) && (48...57).contains(p[k + 2]) || p[k + 1] == 0x2C || p[k + 2] == 0x2C || p[k + 2] == 0x2E)
    }

    /// Never reads past the end; a byte that begins nothing is one character.
    private static func decode(_ p: UnsafeBufferPointer<UInt8>, _ i: Int) -> (UInt32, Int) {
        let b = UInt32(p[i])
        let left = p.count - i
        if b >= 0xF0, left > 3 { return ((b & 7) << 18 | UInt32(p[i + 1] & 63) << 12 | UInt32(p[i + 2] & 63) << 6 | UInt32(p[i + 3] & 63), 4) }
        if b >= 0xE0, b < 0xF0, left > 2 { return ((b & 15) << 12 | UInt32(p[i + 1] & 63) << 6 | UInt32(p[i + 2] & 63), 3) }
        if b >= 0xC0, b < 0xE0, left > 1 { return ((b & 31) << 6 | UInt32(p[i + 1] & 63), 2) }
        return (0xFFFD, 1)
    }

    private static func isSign(_ u: UInt32) -> Bool { u == 0xA3 || u == 0xA5 || (0x20A0...0x20BF).contains(u) }
    private static func isLetter(_ u: UInt32) -> Bool {
        switch u {
        case 0xAA, 0xB5, 0xBA: true
        case 0xC0..<0x2000: u != 0xD7 && u != 0xF7
        case 0x2C00..<0x2E00, 0x3005...0x3007, 0x3040..<0x30FB, 0x30FC..<0xD800, 0xF900..<0xFE00: true
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0x20000..<0x30000: true
        default: false
        }
    }

    /// 1 letter, 2 digit or dollar, 0 mark.
    private static let classes: [UInt8] = (0..<128).map { b in
        switch b {
        case 65...90, 97...122: 1
        case 48...57, 36: 2
        default: 0
        }
    }

    /// U+00C0 to U+017F without their marks.
    private static let latin: [UInt8] = Array(
        ("aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
            + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
}

/// A closed set of words, each with its marks. Built once; a look-up costs about 2 ns.
struct WordMarks {
    private var keys: [UInt64]
    private var values: [UInt32]
    private let mask: Int

    /// Each key is a list of folded words; the marks of a word named twice are joined.
    init(_ lists: KeyValuePairs<String, UInt32>) { self.init(lists.map { ($0.key, $0.value) }) }

    init(_ lists: [(String, UInt32)]) {
        var all: [(UInt64, UInt32)] = []
        for (words, value) in lists {
            for w in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) { all.append((FactText.hash(w), value)) }
        }
        var size = 16
        while size < all.count * 3 { size *= 2 }
        keys = Array(repeating: 0, count: size)
        values = Array(repeating: 0, count: size)
        mask = size - 1
        for (h, v) in all {
            var i = Int(truncatingIfNeeded: h ^ h >> 32) & mask
            while keys[i] != 0, keys[i] != h { i = (i + 1) & mask }
            keys[i] = h
            values[i] |= v
        }
    }

    /// Zero for a word that is not in the set.
    func value(_ hash: UInt64) -> UInt32 {
        var i = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while keys[i] != 0 {
            if keys[i] == hash { return values[i] }
            i = (i + 1) & mask
        }
        return 0
    }
}
