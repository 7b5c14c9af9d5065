import Base
import Taxonomy

/// A sum of money, or a range of two, as it stands in a text.
struct PayAmount {
    var low: Double
    var high: Double
    var isRange = false
    var currency: Currency?
    /// The token from which the currency was read, if it is a sign or word that several currencies share.
    var sign: UInt64 = 0
    /// Read from lakh or crore, which count things too.
    var isInferred = false
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
    /// Reads one figure whose signs may stand before it; `i` is the token at which it begins. `hint` is the currency of
    /// the figure before, which makes an L after this one lakhs.
    static func amount(at i: Int, hint: Currency? = nil, _ text: borrowing FactText) -> PayAmount? {
        if isRand(i, text) { return rand(at: i, text) }
        let n = text.tokens.count
        var k = i
        var currency: Currency?
        var sign: UInt64 = 0
        var isCode = false
        while k < n, k < i + 3, text.tokens[k].kind != .number {
            guard let c = prefixCurrency(k, text) else { return nil }
            if k > i, !text.tokens[k].gap.isSubset(of: [.space, .other, .colon]) { return nil }
            if !isCode {
                currency = c.currency ?? currency
                sign = c.isCode && !isShort(k, text) ? 0 : text.tokens[k].hash
            }
            isCode = isCode || c.isCode
            k += 1
        }
        guard k < n, text.tokens[k].kind == .number, k == i || isBeside(k, text) else { return nil }
        guard let figure = figure(at: k, text) else { return nil }
        var out = PayAmount(
            low: figure.value, high: figure.value, currency: currency, first: i, end: figure.end, raw: figure.value)
        out.isMoney = currency != nil
        out.sign = sign
        var sawCode = isCode, sawPlus = false
        // Factor, sign and code after the figure, in any order: 44 K€, 65 T€, 150k USD, 22 tys. zł.
        var steps = 0
        while out.end < n, steps < 3 {
            let t = text.tokens[out.end]
            var gap = t.gap
            if gap.contains(.plus), isMoneyAfterPlus(out.end, text) {
                gap.remove(.plus)
                sawPlus = true
            }
            if gap.contains(.open), isInBrackets(out.end, text) { gap.remove(.open) }
            if gap.contains(.stop), isShort(out.end - 1, text), !t.isCapital || PayWords.currency(t) != nil {
                gap.remove(.stop)
            }
            guard gap.isSubset(of: [.space, .other]), t.kind != .number else { break }
            let mark = PayWords.mark(t)
            let f = PayWords.factors.value(t.hash)
            if f != 0, !out.hasFactor, isFactor(f, t, out, hint, text) {
                out.factor = PayWords.factorValues[Int(f)]
                out.hasFactor = true
                out.isMoney = true
                if f == 2 || f == 3, out.currency == nil {
                    out.currency = Currency("INR")
                    out.isInferred = t.hash != lpa
                }
                if t.hash == tkr, out.currency == nil {
                    out.currency = Currency("SEK")
                    out.sign = kr
                }
                if f == 5 || f == 4 { out.currency = out.currency ?? glued(text.word(out.end)) }
                sawPlus = sawPlus || openers.value(t.hash) != 0
            } else if millions.value(t.hash) != 0, !out.hasFactor, let c = out.currency ?? hint, isCheap(c) {
                out.factor = 1_000_000
                out.hasFactor = true
            } else if millions.value(t.hash) != 0, !out.hasFactor,
                let (c, end) = PayCurrency.pesos(after: out.end, text)
            {
                // "8 millones de pesos colombianos"
                out.factor = 1_000_000
                out.hasFactor = true
                out.isMoney = true
                out.currency = c ?? out.currency
                if c != nil { out.sign = 0 }
                sawCode = true
                out.end = end - 1
            } else if mark.contains(.huge) || isTrillion(t, out), t.high - t.low > 1 || t.gap.isEmpty {
                out.isHuge = true
                out.isMoney = true
            } else if let c = PayWords.currency(t), t.high - t.low > 1 || t.kind == .sign {
                let code = t.kind == .word
                if out.currency == nil || code && !sawCode {
                    out.currency = c
                    out.sign = code && !isShort(out.end, text) ? 0 : t.hash
                }
                sawCode = sawCode || code
                sawPlus = sawPlus || openers.value(t.hash) != 0
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
        out.isOpen =
            sawPlus || after.contains(.plus) && isPlusGlued(out.end - 1, text) && !(after == [.plus] && out.end < n)
        out.low = out.raw * out.factor
        out.high = out.low
        return out
    }

    /// The byte right after the token is a plus sign that adds nothing ("200K+", not "$60k + bonus").
    private static func isPlusGlued(_ i: Int, _ text: borrowing FactText) -> Bool {
        let e = Int(text.tokens[i].end)
        return e < text.bytes.count && text.bytes[e] == UInt8(ascii: "+")
    }

    /// "$4T": glued and after its sign; "65 T€" is thousands and was read before.
    private static func isTrillion(_ t: FactToken, _ a: PayAmount) -> Bool {
        t.hash == FactText.hash("t") && t.isCapital && t.gap.isEmpty && a.isMoney
    }

    /// "80–100 (k€)", "90.000 (EUR)": the unit alone in brackets.
    private static func isInBrackets(_ k: Int, _ text: borrowing FactText) -> Bool {
        let t = text.tokens[k]
        if text.gap(after: k).contains(.close) { return t.isUpper || t.kind == .sign || t.hash == Self.k }
        return t.hash == Self.k && k + 1 < text.tokens.count && text.tokens[k + 1].kind == .sign
            && text.tokens[k + 1].gap.isEmpty && text.gap(after: k + 1).contains(.close)
    }

    /// "60k+ USD", "400+k": the sum goes on after its plus. Not "50k+ €5k bonus".
    private static func isMoneyAfterPlus(_ k: Int, _ text: borrowing FactText) -> Bool {
        let t = text.tokens[k]
        guard k > 0, t.gap.isSubset(of: [.space, .plus]), isPlusGlued(k - 1, text) else { return false }
        if t.gap == [.plus] { return t.hash == Self.k }
        if [2, 3].contains(PayWords.factors.value(t.hash)), t.high - t.low > 1 { return true }
        return PayWords.currency(t) != nil && (k + 1 == text.tokens.count || text.tokens[k + 1].kind != .number)
    }

    /// The figure stands right after its sign; an abbreviation may end in a full stop ("kr. 48.000", "Rs. 9,00,000").
    private static func isBeside(_ k: Int, _ text: borrowing FactText) -> Bool {
        let gap = text.tokens[k].gap
        return gap.isSubset(of: [.space, .other])
            || isShort(k - 1, text) && gap.isSubset(of: [.space, .other, .stop])
            || isSol(k - 1, text)
    }

    /// "S/ 6,000", "S/. 6,000": soles.
    static func isSol(_ k: Int, _ text: borrowing FactText) -> Bool {
        guard k >= 0, k + 1 < text.tokens.count, text.tokens[k].hash == sol, text.tokens[k].isCapital else {
            return false
        }
        let next = text.tokens[k + 1]
        return next.kind == .number && next.gap.contains(.slash)
            && next.gap.isSubset(of: [.slash, .space, .stop, .other])
    }
    private static let sol = FactText.hash("s")

    /// Abbreviations of currencies that are written with a full stop.
    static func isShort(_ k: Int, _ text: borrowing FactText) -> Bool {
        shorts.value(text.tokens[k].hash) != 0
    }
    private static let shorts = WordMarks(["kr rs kroner fr tis tys tsd mio mln": 1])

    /// R45 000 and R65k, which are cut as words.
    static func isRand(_ i: Int, _ text: borrowing FactText) -> Bool {
        let t = text.tokens[i]
        let low = Int(t.low), high = Int(t.high)
        guard t.kind == .word, t.isCapital, (2...5).contains(high - low), text.folded[low] == UInt8(ascii: "r"),
            (low + 1..<high - 1).allSatisfy({ text.folded[$0] &- 48 < 10 })
        else { return false }
        if text.folded[high - 1] == UInt8(ascii: "k") { return high - low > 2 }
        guard text.folded[high - 1] &- 48 < 10, high - low <= 4, i + 1 < text.tokens.count else { return false }
        let next = text.tokens[i + 1]
        return next.kind == .number && next.gap == [.space] && next.high - next.low == 3
    }

    private static func rand(at i: Int, _ text: borrowing FactText) -> PayAmount? {
        let t = text.tokens[i]
        let isThousands = text.folded[Int(t.high) - 1] == UInt8(ascii: "k")
        guard var value = plain(text.folded[Int(t.low) + 1..<Int(t.high) - (isThousands ? 1 : 0)]) else { return nil }
        var end = i + 1
        if !isThousands, let f = figure(at: i + 1, text) {
            value = value * (f.value < 1000 ? 1000 : 1_000_000) + f.value
            end = f.end
        }
        let raw = value
        if isThousands { value *= 1000 }
        return PayAmount(
            low: value, high: value, currency: Currency("ZAR"), isMoney: true, hasFactor: isThousands, first: i,
            end: end, raw: raw, factor: isThousands ? 1000 : 1)
    }

    /// A unit of which a month's pay takes hundreds of thousands and more, so that "8M" is a pay.
    private static func isCheap(_ c: Currency) -> Bool { (CurrencyNamesRate.of(c) ?? 1) >= 300 }
    private static let millions = WordMarks(["m million millions millones millon milhoes juta jt mio trieu": 1])
    private static let openers = WordMarks(["万円以上 万円から 円以上 円から 만원이상 만원부터 万元以上 万以上 万元起": 1])

    private static func isFactor(
        _ f: UInt32, _ t: FactToken, _ a: PayAmount, _ hint: Currency?, _ text: borrowing FactText
    ) -> Bool {
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
                || f == 2 && (a.currency ?? hint)?.code == "INR"
        }
        return true
    }
    private static let k = FactText.hash("k"), lpa = FactText.hash("lpa"), tkr = FactText.hash("tkr")

    private static func glued(_ word: String) -> Currency? {
        if word.hasPrefix("万") {
            return word.contains("円") ? Currency("JPY") : word.contains("元") ? Currency("CNY") : nil
        }
        if word.hasPrefix("만") { return Currency("KRW") }
        return Currency(word.dropFirst().uppercased())
    }

    /// A sign, a code, or letters before a dollar: $, EUR, US$, CA$, R$.
    private static func prefixCurrency(_ i: Int, _ text: borrowing FactText) -> (currency: Currency?, isCode: Bool)? {
        let t = text.tokens[i]
        if isSol(i, text) { return (Currency("PEN"), true) }
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
        // "Fr. 95'000", and not "Mo–Fr 8–17".
        if t.hash == franc {
            return t.isCapital && i + 1 < text.tokens.count && (figure(at: i + 1, text)?.value ?? 0) >= 25
                ? (c, true) : nil
        }
        // One letter is a currency only when glued to its figure (R45,000); small words that are also words need care.
        if t.high - t.low == 1 {
            let isGlued =
                next?.gap.isEmpty == true || next?.gap == [.space] && (figure(at: i + 1, text)?.value ?? 0) >= 1000
            return isGlued && t.isCapital ? (c, true) : nil
        }
        return t.isUpper || t.high - t.low >= 3 || t.hash == rs || t.hash == kr || t.hash == rupiah && t.isCapital
            ? (c, true) : nil
    }
    private static let dollar = FactText.hash("$"), rs = FactText.hash("rs"), kr = FactText.hash("kr")
    private static let kroner = FactText.hash("kroner"), franc = FactText.hash("fr"), rupiah = FactText.hash("rp")

    /// Digits with their thousands: 34,000 · 32.000 · 98'500 · 70 000 · 12,5.
    private static func figure(at i: Int, _ text: borrowing FactText) -> (value: Double, end: Int)? {
        let t = text.tokens[i]
        guard t.kind == .number, var value = plain(text.folded[Int(t.low)..<Int(t.high)]) else { return nil }
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
        var lastMark = -1, marks = 0, dots = 0, commas = 0, after = 0
        for (k, c) in b.enumerated() {
            if (48...57).contains(c) {
                after += 1
            } else if c & 0xC0 != 0x80 {
                lastMark = k
                after = 0
                marks += 1
                dots += c == 0x2E ? 1 : 0
                commas += c == 0x2C ? 1 : 0
            }
        }
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
        guard k < n, let b = partner(of: a, at: k, text) else { return a }
        let factor = max(a.factor, b.factor)
        var low = a.low, high = b.high
        if a.factor == 1, b.factor > 1, a.raw < b.raw * 1.5, a.raw < 10_000 { low = a.raw * factor }
        if b.factor == 1, a.factor > 1, b.raw < 10_000 { high = b.raw * factor }
        guard a.isMoney || b.isMoney || high >= 100, low <= high, low > 0, high / low <= 12 else { return a }
        a.low = low
        a.high = high
        a.isRange = true
        if let c = b.currency, a.currency == nil || c != .usd {
            a.sign = c == a.currency ? min(a.sign, b.sign) : b.sign
            a.currency = c
        }
        a.isMoney = a.isMoney || b.isMoney
        a.hasFactor = a.hasFactor || b.hasFactor
        a.isHuge = a.isHuge || b.isHuge
        a.isOpen = b.isOpen
        a.end = b.end
        return a
    }

    /// The upper figure, over a dash ("40-50k", "4.000,- bis 5.000") or a word ("from 40 up to a maximum of 50").
    private static func partner(of a: PayAmount, at k: Int, _ text: borrowing FactText) -> PayAmount? {
        let t = text.tokens[k]
        if t.gap.contains(.dash), t.gap.isDisjoint(with: [.comma, .open, .close]),
            let b = amount(at: k, hint: a.currency, text)
        {
            return b.isPercent ? nil : b
        }
        let isSame = t.sentence == text.tokens[a.end - 1].sentence || isShort(a.end - 1, text) && !t.isCapital
        let mark = PayWords.mark(t)
        guard isSame, mark.contains(.joint), t.gap.isSubset(of: [.space, .plus, .close, .comma, .dash, .other, .stop]),
            !mark.contains(.conjunction) || isBetween(a.first, text)
                || k + 1 < text.tokens.count && PayWords.mark(text.tokens[k + 1]).contains(.upTo)
        else { return nil }
        var next = k + 1
        while next < text.tokens.count, next <= k + 3, text.tokens[next].kind == .word,
            links.value(text.tokens[next].hash) != 0
        {
            next += 1
        }
        guard next < text.tokens.count, let b = amount(at: next, hint: a.currency, text), !b.isPercent else {
            return nil
        }
        return b
    }
    private static let links = WordMarks([
        "to zu up a the of max maximum maximal maximaal maximo around about circa ca approx roughly rond environ maximalt hogst op til":
            1
    ])

    private static func isBetween(_ first: Int, _ text: borrowing FactText) -> Bool {
        (max(0, first - 3)..<first).contains { PayWords.mark(text.tokens[$0]).contains(.between) }
    }
}
