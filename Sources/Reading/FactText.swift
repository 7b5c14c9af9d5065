import Base

/// A word, a number or a currency sign of a text, folded for comparison: lower case, Latin letters without marks.
struct FactToken {
    enum Kind: UInt8 { case word, number, sign }

    /// What stands between a token and the one before it.
    struct Gap: OptionSet {
        var rawValue: UInt16
        static let space = Gap(rawValue: 1), comma = Gap(rawValue: 2), dash = Gap(rawValue: 4), slash = Gap(rawValue: 8)
        static let open = Gap(rawValue: 16), close = Gap(rawValue: 32), colon = Gap(rawValue: 64),
            bar = Gap(rawValue: 128)
        static let other = Gap(rawValue: 256), plus = Gap(rawValue: 512), line = Gap(rawValue: 1024),
            percent = Gap(rawValue: 2048)
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
    /// `FactText.hash` of the folded bytes.
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
        let letters = Array(s.utf8)
        return letters.withUnsafeBufferPointer { b in
            b.baseAddress.map { hash($0, letters.count, readable: letters.count) } ?? hash0
        }
    }

    private static let hash0: UInt64 = 0x51_7CC1_B727_220A

    /// Of `n` folded bytes, eight at a time; `readable` bytes may be looked at.
    @inline(__always)
    static func hash(_ p: UnsafePointer<UInt8>, _ n: Int, readable: Int) -> UInt64 {
        var h = hash0 ^ UInt64(truncatingIfNeeded: n)
        var i = 0
        while i < n {
            let left = n &- i
            var chunk: UInt64 = 0
            if i &+ 8 <= readable {
                chunk = UnsafeRawPointer(p + i).loadUnaligned(as: UInt64.self)
                if left < 8 { chunk &= (1 &<< UInt64(truncatingIfNeeded: left &* 8)) &- 1 }
            } else {
                for j in 0..<min(8, left) { chunk |= UInt64(p[i &+ j]) &<< UInt64(truncatingIfNeeded: j &* 8) }
            }
            h = (h ^ chunk) &* 0x9E37_79B9_7F4A_7C15
            h ^= h &>> 32
            i &+= 8
        }
        return h
    }

    // MARK: cutting

    private mutating func cut() {
        var tokens: [FactToken] = []
        tokens.reserveCapacity(bytes.count / 4 + 8)
        var tail: FactToken.Gap = []
        folded = [UInt8](unsafeUninitializedCapacity: bytes.count + FactCutter.slack) { out, count in
            bytes.withUnsafeBufferPointer { p in
                var cutter = FactCutter(p: p, out: out)
                cutter.run(&tokens)
                tail = cutter.gap
                count = cutter.filled
            }
        }
        self.tokens = tokens
        self.tail = tail
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
        "em nao uma voce com para dos das ao pelo pela nossa nosso trabalho remoto escritorio anos experiencia vaga mes dias processo visto apoiamos oferecemos empresa equipa equipe contrato voce seu sua":
            1,
        "the and you con una los las nuestra trabajo contrato_es del las nuestro tu di della delle per il gli un el la y":
            2,
    ])
}

/// A closed set of words, each with its marks. Built once; a look-up costs about 2 ns.
struct WordMarks {
    private var keys: [UInt64]
    private var values: [UInt32]
    private let mask: Int
    /// One bit of 64 a word: most words of a text are in no set.
    private var gate: UInt64 = 0

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
            gate |= 1 &<< (h &>> 40)
        }
    }

    /// Zero for a word that is not in the set.
    @inline(__always)
    func value(_ hash: UInt64) -> UInt32 { gate & 1 &<< (hash &>> 40) == 0 ? 0 : found(hash) }

    private func found(_ hash: UInt64) -> UInt32 {
        var i = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while keys[i] != 0 {
            if keys[i] == hash { return values[i] }
            i = (i + 1) & mask
        }
        return 0
    }
}
