/// Cuts bytes into tokens; the loop of `FactText`. Reads each byte once, writes folded bytes as it goes.
struct FactCutter {
    let p: UnsafeBufferPointer<UInt8>
    /// Bytes of `out` beyond those of `p`: folding never lengthens a text, but letters are written eight at a time.
    static let slack = 16
    let out: UnsafeMutableBufferPointer<UInt8>
    var filled = 0
    var gap: FactToken.Gap = [.line]
    private var sentence: Int32 = 0
    private var i = 0

    init(p: UnsafeBufferPointer<UInt8>, out: UnsafeMutableBufferPointer<UInt8>) {
        self.p = p
        self.out = out
    }

    mutating func run(_ tokens: inout [FactToken]) {
        let n = p.count
        Self.classes.withUnsafeBufferPointer { classes in
            Self.latin.withUnsafeBufferPointer { latin in
                while i < n {
                    let b = p[i]
                    if b < 0x80 {
                        switch classes[Int(b)] {
                        case 1: takeWord(&tokens, classes, latin)
                        case 2: takeNumber(&tokens)
                        default:
                            i += 1
                            takeMark(b, tokens.last)
                        }
                        continue
                    }
                    let (u, length) = Self.decode(p, i)
                    if Self.isSign(u) {
                        take(i + length, .sign, &tokens)
                    } else if Self.isLetter(u) {
                        takeWord(&tokens, classes, latin)
                    } else {
                        i += length
                        takeMark(u)
                    }
                }
            }
        }
    }

    private mutating func takeMark(_ b: UInt8, _ last: FactToken?) {
        switch b {
        case 0x20, 0x09, 0x0D: gap.insert(.space)
        case 0x0A: stop(.line)
        case 0x2C: gap.insert(.comma)
        case 0x2D, 0x7E: gap.insert(.dash)
        case 0x2F: gap.insert(.slash)
        case 0x28, 0x5B: gap.insert(.open)
        case 0x29, 0x5D: gap.insert(.close)
        case 0x3A: gap.insert(.colon)
        case 0x3B: stop(.semicolon)
        case 0x26: gap.insert(.amp)
        case 0x2B: gap.insert(.plus)
        case 0x25: gap.insert(.percent)
        case 0x7C: stop(.bar)
        case 0x21, 0x3F: stop(.stop)
        case 0x2E:
            if i >= p.count || p[i] <= 0x20 || p[i] == 0x28, endsSentence(last) { stop(.stop) }
        default: gap.insert(.other)
        }
    }

    private mutating func stop(_ g: FactToken.Gap) {
        gap.insert(g)
        sentence += 1
    }

    private mutating func takeMark(_ u: UInt32) {
        switch u {
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: gap.insert(.space)
        case 0x2010...0x2015, 0x2212, 0x301C, 0xFF5E: gap.insert(.dash)
        case 0x3002, 0xFF01, 0xFF1F: stop(.stop)
        case 0x2022, 0x00B7, 0x25CF, 0x2023, 0x25AA, 0xFF5C: stop(.bar)
        case 0x3001, 0xFF0C: gap.insert(.comma)
        case 0xFF08: gap.insert(.open)
        case 0xFF09: gap.insert(.close)
        case 0xFF1A: gap.insert(.colon)
        default: gap.insert(.other)
        }
    }

    /// A full stop ends a sentence unless it follows an abbreviation.
    private func endsSentence(_ last: FactToken?) -> Bool {
        guard let last, Int(last.end) == i - 1 else { return true }
        if last.kind == .number {
            var k = i
            while k < p.count, p[k] == 0x20 { k += 1 }
            return k >= p.count || !(97...122).contains(p[k])
        }
        if last.kind == .word, last.high - last.low <= 1 { return last.isCapital && !last.gap.isEmpty }
        return Self.abbreviations.value(last.hash) == 0
    }

    private static let abbreviations = WordMarks([
        "max approx min ca inkl incl eg ie bzw mind tys mies std mo st dr sr jr mr mrs ms no nr pr vs etc z.b circa prov evtl ggf mtl p.a art dept":
            1
    ])

    private mutating func take(_ end: Int, _ kind: FactToken.Kind, _ tokens: inout [FactToken]) {
        let low = filled
        for k in i..<end {
            out[filled] = p[k]
            filled += 1
        }
        append(&tokens, end, low, kind, isCapital: false, isUpper: false)
    }

    private mutating func append(
        _ tokens: inout [FactToken], _ end: Int, _ low: Int, _ kind: FactToken.Kind, isCapital: Bool, isUpper: Bool
    ) {
        guard let folded = UnsafePointer(out.baseAddress) else { return }
        let hash = FactText.hash(folded + low, filled &- low, readable: out.count &- low)
        tokens.append(
            FactToken(
                start: Int32(i), end: Int32(end), low: Int32(low), high: Int32(filled), hash: hash, sentence: sentence,
                kind: kind,
                gap: gap, isCapital: isCapital, isUpper: isUpper))
        gap = []
        i = end
    }

    /// Digits with the separators inside them: 34,000 · 32.000 · 98'500 · 37.5. A dollar is a sign.
    private mutating func takeNumber(_ tokens: inout [FactToken]) {
        if p[i] == 0x24 { return take(i + 1, .sign, &tokens) }
        var k = i + 1
        while k < p.count {
            let b = p[k]
            if Self.isDigit(b) {
                k += 1
            } else if b == 0x2C || b == 0x2E || b == 0x27, k + 1 < p.count, Self.isDigit(p[k + 1]) {
                k += 2
            } else if b == 0xE2, k + 3 < p.count, p[k + 1] == 0x80, p[k + 2] == 0x99, Self.isDigit(p[k + 3]) {
                k += 4
            } else {
                break
            }
        }
        take(k, .number, &tokens)
    }

    private mutating func takeWord(
        _ tokens: inout [FactToken], _ classes: UnsafeBufferPointer<UInt8>, _ latin: UnsafeBufferPointer<UInt8>
    ) {
        let a = i, n = p.count, low = filled, first = p[i]
        var k = a, letters = 0, capitals = 0
        var capital = first &- 65 < 26
        scan: while k < n {
            // Letters of ASCII, eight bytes at a look.
            if k &+ 8 <= n, let from = UnsafeRawPointer(p.baseAddress),
                let to = UnsafeMutableRawPointer(out.baseAddress)
            {
                let chunk = from.loadUnaligned(fromByteOffset: k, as: UInt64.self)
                let small = chunk | 0x2020_2020_2020_2020
                let low7 = small & 0x7F7F_7F7F_7F7F_7F7F
                // The high bit of each byte: at least "a", beyond "z", beyond ASCII.
                let isLetter =
                    (low7 &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(low7 &+ 0x0505_0505_0505_0505) & ~chunk & 0x8080_8080_8080_8080
                let count = (isLetter ^ 0x8080_8080_8080_8080).trailingZeroBitCount &>> 3
                if count > 0 {
                    to.storeBytes(of: small, toByteOffset: filled, as: UInt64.self)
                    filled &+= count
                    letters &+= count
                    let within: UInt64 = count == 8 ? .max : (1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1
                    capitals &+= (~chunk & 0x2020_2020_2020_2020 & isLetter &>> 2 & within).nonzeroBitCount
                    k &+= count
                    if count == 8 { continue scan }
                    if k >= n { break scan }
                }
            }
            let b = p[k]
            if b < 0x80 {
                switch classes[Int(b)] {
                case 1:
                    letters += 1
                    let isUpper = b &- 65 < 26
                    capitals += isUpper ? 1 : 0
                    let folded = b | 32
                    out[filled] = folded
                    filled += 1
                    k += 1
                    continue scan
                case 2 where b != 0x24:
                    // Han and kana end where digits begin; so does a code glued to its figure (EUR50k, R45,000).
                    if filled - low > 2, out[filled - 1] >= 0x80 { break scan }
                    if letters == capitals,
                        letters >= 3 || letters == 1 && (first == 0x52 || first == 0x4B) && isFigure(k)
                    {
                        break scan
                    }
                    out[filled] = b
                    filled += 1
                    k += 1
                    continue scan
                default:
                    // An apostrophe joins ("don't") unless it parts an article ("d'astreinte").
                    if b == 0x27, letters > 2 || letters == 2 && capitals < 2, k + 1 < n, p[k + 1] < 0x80,
                        classes[Int(p[k + 1])] == 1
                    {
                        k += 1
                        continue scan
                    }
                    break scan
                }
            }
            let (u, length) = Self.decode(p, k)
            if u == 0x2019, letters > 1, k + 3 < n, p[k + 3] < 0x80, classes[Int(p[k + 3])] == 1 {
                k += 3
                continue
            }
            guard Self.isLetter(u) else { break }
            if k == a { capital = (0xC0...0xDE).contains(u) || (0x100...0x17F).contains(u) && u & 1 == 0 }
            letters += 1
            if u >= 0xC0, u < 0x180 {
                let f = latin[Int(u) - 0xC0]
                out[filled] = f
                filled += 1
                if u == 0xDF {
                    out[filled] = f
                    filled += 1
                }
            } else {
                for j in k..<(k + length) {
                    out[filled] = p[j]
                    filled += 1
                }
            }
            k += length
        }
        append(&tokens, k, low, .word, isCapital: capital, isUpper: letters > 1 && capitals == letters)
    }

    /// At `k` stands an amount of three digits or with a separator.
    private func isFigure(_ k: Int) -> Bool {
        guard k + 2 < p.count, Self.isDigit(p[k]) else { return false }
        return Self.isDigit(p[k + 1]) && Self.isDigit(p[k + 2]) || p[k + 1] == 0x2C || p[k + 2] == 0x2C
            || p[k + 2] == 0x2E
    }

    private static func isDigit(_ b: UInt8) -> Bool { b &- 48 < 10 }

    /// Never reads past the end; a byte that begins nothing is one character.
    private static func decode(_ p: UnsafeBufferPointer<UInt8>, _ i: Int) -> (UInt32, Int) {
        let b = UInt32(p[i])
        let left = p.count - i
        if b >= 0xF0, left > 3 {
            return ((b & 7) << 18 | UInt32(p[i + 1] & 63) << 12 | UInt32(p[i + 2] & 63) << 6 | UInt32(p[i + 3] & 63), 4)
        }
        if b >= 0xE0, b < 0xF0, left > 2 {
            return ((b & 15) << 12 | UInt32(p[i + 1] & 63) << 6 | UInt32(p[i + 2] & 63), 3)
        }
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
