import Base
import Taxonomy

/// A sum of money, or a range of two, as it stands in a text.
struct PayAmount {
    var low: Double
    var high: Double
    var isRange = false
    var currency: Currency?
    /// Written with a sign, a code, or a factor such as k: surely no plain count.
    var isMoney = false
    var hasFactor = false
    /// Millions and more: never a pay.
    var isHuge = false
    var isPercent = false
    /// "200k+".
    var isOpen = false
    /// Tokens, half open.
    var first: Int
    var end: Int
    /// The factor and the figure before it, to share "125-245k" with its partner.
    var raw: Double
    var factor: Double = 1
}

enum PayAmounts {
    /// Reads one figure whose signs may stand before it; `i` is the token at which it begins.
    static func amount(at i: Int, _ text: borrowing FactText) -> PayAmount? {
        let n = text.tokens.count
        var k = i
        var currency: Currency?
        var isCode = false
        while k < n, k < i + 3, text.tokens[k].kind != .number {
            guard let c = prefixCurrency(k, text) else { return nil }
            if k > i, !text.tokens[k].gap.isSubset(of: [.space, .other, .colon]) { return nil }
            if !isCode { currency = c.currency ?? currency }
            isCode = isCode || c.isCode
            k += 1
        }
        guard k < n, text.tokens[k].kind == .number, k == i || text.tokens[k].gap.isSubset(of: [.space, .other]) else {
            return nil
        }
        guard let figure = figure(at: k, text) else { return nil }
        var out = PayAmount(
            low: figure.value, high: figure.value, currency: currency, first: i, end: figure.end, raw: figure.value)
        out.isMoney = currency != nil
        var sawCode = isCode
        // Factor, sign and code after the figure, in any order: 44 K€, 65 T€, 150k USD, 22 tys. zł.
        var steps = 0
        while out.end < n, steps < 3 {
            let t = text.tokens[out.end]
            guard t.gap.isSubset(of: [.space, .other, .slash]) && (!t.gap.contains(.slash)) else { break }
            if t.kind == .number { break }
            let mark = PayWords.mark(t)
            let f = PayWords.factors.value(t.hash)
            if f != 0, !out.hasFactor, isFactor(f, t, out, text) {
                out.factor = PayWords.factorValues[Int(f)]
                out.hasFactor = true
                out.isMoney = true
                if f == 2 || f == 3, out.currency == nil { out.currency = Currency("INR") }
                if f == 5 || f == 4 { out.currency = out.currency ?? glued(text.word(out.end)) }
            } else if mark.contains(.huge), t.high - t.low > 1 || t.gap.isEmpty {
                out.isHuge = true
                out.isMoney = true
            } else if let c = PayWords.currency(t), t.high - t.low > 1 || t.kind == .sign {
                let code = t.kind == .word
                if out.currency == nil || code && !sawCode { out.currency = c }
                sawCode = sawCode || code
                out.isMoney = true
            } else if t.kind == .word, t.isUpper, out.currency == nil, out.end + 1 < n,
                text.tokens[out.end + 1].kind == .sign, text.tokens[out.end + 1].gap.isEmpty,
                let c = prefixCurrency(out.end, text)?.currency
            {
                out.currency = c
                out.isMoney = true
            } else {
                break
            }
            out.end += 1
            steps += 1
        }
        let after = text.gap(after: out.end - 1)
        out.isPercent = after.contains(.percent) || TermsNumbers.isPercent(out.end - 1, text)
        out.isOpen = after.contains(.plus) && isPlusGlued(out.end - 1, text) && !(after == [.plus] && out.end < n)
        out.low = out.raw * out.factor
        out.high = out.low
        return out
    }

    /// The byte right after the token is a plus sign that adds nothing ("200K+", not "$60k + bonus").
    private static func isPlusGlued(_ i: Int, _ text: borrowing FactText) -> Bool {
        let e = Int(text.tokens[i].end)
        return e < text.bytes.count && text.bytes[e] == UInt8(ascii: "+")
    }

    private static func isFactor(_ f: UInt32, _ t: FactToken, _ a: PayAmount, _ text: borrowing FactText) -> Bool {
        let one = t.high - t.low == 1
        if one, t.gap.contains(.space) {
            // "44 K€" and "65 T€" are factors, "5 k" alone is; "3 t" is not.
            let glued =
                a.end + 1 < text.tokens.count && text.tokens[a.end + 1].kind == .sign
                && text.tokens[a.end + 1].gap.isEmpty
            return t.hash == k || glued
        }
        if t.hash == FactText.hash("t") || t.hash == FactText.hash("l") {
            return a.end + 1 < text.tokens.count && text.tokens[a.end + 1].kind == .sign
                || f == 2 && a.currency?.code == "INR"
        }
        return true
    }
    private static let k = FactText.hash("k")

    private static func glued(_ word: String) -> Currency? {
        if word.hasPrefix("万") { return word.hasSuffix("円") ? Currency("JPY") : nil }
        if word.hasPrefix("만") { return Currency("KRW") }
        return Currency(word.dropFirst().uppercased())
    }

    /// A sign, a code, or letters before a dollar: $, EUR, US$, CA$, R$.
    private static func prefixCurrency(_ i: Int, _ text: borrowing FactText) -> (currency: Currency?, isCode: Bool)? {
        let t = text.tokens[i]
        let next = i + 1 < text.tokens.count ? text.tokens[i + 1] : nil
        if t.kind == .word, let next, next.kind == .sign, next.gap.isEmpty, next.hash == dollar {
            switch text.word(i) {
            case "us", "usd": return (.usd, true)
            case "ca", "c", "cad", "cdn": return (Currency("CAD"), true)
            case "a", "au", "aud": return (Currency("AUD"), true)
            case "s", "sg", "sgd": return (Currency("SGD"), true)
            case "hk": return (Currency("HKD"), true)
            case "nz": return (Currency("NZD"), true)
            case "r": return (Currency("BRL"), true)
            case "mx", "mxn": return (Currency("MXN"), true)
            case "nt": return (Currency("TWD"), true)
            default: return nil
            }
        }
        guard let c = PayWords.currency(t) else { return nil }
        if t.kind == .sign { return (c, false) }
        // One letter is a currency only when glued to its figure (R45,000); small words that are also words need care.
        if t.high - t.low == 1 { return next?.gap.isEmpty == true && t.isCapital ? (c, true) : nil }
        return t.isUpper || t.high - t.low >= 3 || t.hash == rs || t.hash == kr ? (c, true) : nil
    }
    private static let dollar = FactText.hash("$"), rs = FactText.hash("rs"), kr = FactText.hash("kr")

    /// Digits with their thousands: 34,000 · 32.000 · 98'500 · 70 000 · 12,5.
    private static func figure(at i: Int, _ text: borrowing FactText) -> (value: Double, end: Int)? {
        let t = text.tokens[i]
        guard var value = plain(text.folded[Int(t.low)..<Int(t.high)]) else { return nil }
        var end = i + 1
        if t.high - t.low <= 3 {
            while end < text.tokens.count, end < i + 4 {
                let u = text.tokens[end]
                guard u.kind == .number, u.gap == [.space], u.high - u.low == 3,
                    let v = plain(text.folded[Int(u.low)..<Int(u.high)])
                else { break }
                value = value * 1000 + v
                end += 1
            }
        }
        return value < 1e12 ? (value, end) : nil
    }

    static func plain(_ b: ArraySlice<UInt8>) -> Double? {
        guard b.count <= 20 else { return nil }
        var lastMark = -1, marks = 0, dots = 0, commas = 0
        for (k, c) in b.enumerated() where !(48...57).contains(c) {
            if c & 0xC0 == 0x80 { continue }
            lastMark = k
            marks += 1
            dots += c == 0x2E ? 1 : 0
            commas += c == 0x2C ? 1 : 0
        }
        let after = b.count - 1 - lastMark
        // The last mark is a decimal one if not three digits follow, or if it is the only one of its kind beside others.
        let mixed = dots > 0 && commas > 0
        let isDecimal =
            marks > 0
            && (after != 3 || mixed && (b[b.startIndex + lastMark] == 0x2E ? dots == 1 : commas == 1) && after <= 2)
        var value = 0.0, scale = 0.0
        for (k, c) in b.enumerated() {
            if (48...57).contains(c) {
                if scale > 0 {
                    value += Double(c - 48) * scale
                    scale /= 10
                } else {
                    value = value * 10 + Double(c - 48)
                }
            } else if isDecimal, k == lastMark {
                scale = 0.1
            }
        }
        return value
    }

    /// The figure at `i` and, if one follows over a dash or a word, its partner.
    static func range(at i: Int, _ text: borrowing FactText) -> PayAmount? {
        guard var a = amount(at: i, text) else { return nil }
        let n = text.tokens.count
        var k = a.end
        // A period may stand between: "$60/hr - $75/hr".
        if k < n, !text.tokens[k].gap.contains(.dash), text.tokens[k].gap.contains(.slash),
            PayWords.period(PayWords.mark(text.tokens[k])) != nil
        {
            k += 1
        }
        guard k < n, text.tokens[k].sentence == text.tokens[i].sentence || text.tokens[k].gap.contains(.dash) else {
            return a
        }
        let t = text.tokens[k]
        let mark = PayWords.mark(t)
        var isJoined = t.gap.contains(.dash) && t.gap.isDisjoint(with: [.comma, .open, .close])
        if !isJoined, mark.contains(.joint), t.gap.isSubset(of: [.space, .plus, .close, .comma]) {
            isJoined = !mark.contains(.conjunction) || isBetween(a.first, text)
            if isJoined { k += 1 }
        }
        guard isJoined, k < n, let b = amount(at: k, text), !b.isPercent else { return a }
        let factor = max(a.factor, b.factor)
        var low = a.low, high = b.high
        if a.factor == 1, b.factor > 1, a.raw < b.raw * 1.5, a.raw < 10_000 { low = a.raw * factor }
        if b.factor == 1, a.factor > 1, b.raw < 10_000 { high = b.raw * factor }
        guard a.isMoney || b.isMoney || high >= 100, low <= high, low > 0, high / low <= 12 else { return a }
        a.low = low
        a.high = high
        a.isRange = true
        a.currency = a.currency.flatMap { c in b.currency.map { $0 == .usd ? c : $0 } ?? c } ?? b.currency
        a.isMoney = a.isMoney || b.isMoney
        a.hasFactor = a.hasFactor || b.hasFactor
        a.isHuge = a.isHuge || b.isHuge
        a.isOpen = b.isOpen
        a.end = b.end
        return a
    }

    private static func isBetween(_ first: Int, _ text: borrowing FactText) -> Bool {
        (max(0, first - 2)..<first).contains { PayWords.mark(text.tokens[$0]).contains(.between) }
    }
}
