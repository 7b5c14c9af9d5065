import Base
import Sources
import Taxonomy

/// What the work pays, as the text states it (codebook, section 6). A figure counts only with a cue of pay; funding,
/// budgets, prices, bonuses and counts are refused. An absurd sum is refused and flagged, never mended.
package enum PayReader {
    struct Candidate {
        var amount: PayAmount
        var score: Double
        var kind: PayKind
        var period: PayPeriod?
        var isUpTo: Bool
        var isFrom: Bool
        var span: ByteSpan
        var hasCue: Bool
        /// What a sum like it beside it lends it.
        var lent = 0.0
    }
    /// A figure needs this much; what gives how much stands in `score`.
    static let threshold = 2.5
    /// Yearly pay between these many US dollars is sane; their worth in other currencies is rough.
    static let sane = 1_500.0...4_000_000.0
    static let plausible = 7_000.0...1_500_000.0
    /// Candidates kept; a text with more figures is no posting.
    static let limit = 64

    /// Appends `pay-refused` to `flags` where a stated pay is out of all bounds.
    static func pay(_ text: borrowing FactText, bonus: Double = 0, flags: inout [String]) -> PayFact? {
        var found: [Candidate] = []
        var named: Currency?
        var weak: PayAmount?
        var i = 0
        while i < text.tokens.count, found.count < limit {
            let t = text.tokens[i]
            guard t.kind == .number || PayAmounts.isRand(i, text) else {
                if let a = PayNumerals.sum(at: i, text) {
                    if let c = candidate(a, bonus, 0, text, &flags) { found.append(c) }
                    i = a.end
                } else {
                    i += 1
                }
                continue
            }
            let start = t.kind == .number ? prefixStart(i, text) : i
            guard let a = PayAmounts.range(at: start, text) ?? PayAmounts.range(at: i, text) else {
                i += 1
                continue
            }
            if named == nil, let c = a.currency { named = c }
            // The one before may have been too weak alone.
            let joins = weak.map { isListed(a, after: $0, text) } ?? false
            if let b = weak, joins, found.last?.amount.first != b.first,
                let c = candidate(b, bonus, listed, text, &flags)
            {
                found.append(c)
            } else if joins, !found.isEmpty {
                found[found.count - 1].score += listed - found[found.count - 1].lent
                found[found.count - 1].lent = listed
            }
            if let c = candidate(a, bonus, joins ? listed : 0, text, &flags) { found.append(c) }
            if a.isMoney { weak = a }
            i = max(i + 1, a.end)
        }
        return combine(found, named: named, text)
    }

    /// Back over a sign or code, and letters before a dollar.
    private static func prefixStart(_ i: Int, _ text: borrowing FactText) -> Int {
        var k = i
        while k > 0, k > i - 2 {
            let p = text.tokens[k - 1]
            let isBeside = text.tokens[k].gap.isSubset(of: [.space, .other])
            guard isBeside || text.tokens[k].gap.contains(.stop) && PayAmounts.isShort(k - 1, text), p.kind != .number
            else { break }
            if p.kind == .sign || PayWords.currency(p) != nil && (k == i || text.tokens[k].kind == .sign) {
                k -= 1
            } else if text.tokens[k].kind == .sign, text.tokens[k].gap.isEmpty, p.isCapital, p.high - p.low <= 3 {
                k -= 1
            } else {
                break
            }
        }
        return k
    }

    /// What a sum is helped by one like it in the same sentence: "€70,000 in Lisbon and €90,000 in Zurich".
    private static let listed = 1.5

    private static func isListed(_ a: PayAmount, after b: PayAmount, _ text: borrowing FactText) -> Bool {
        a.isMoney && a.currency == b.currency && a.hasFactor == b.hasFactor && (0.5...2).contains(a.high / b.high)
            && text.tokens[a.first].sentence == text.tokens[b.first].sentence
    }

    private static func candidate(
        _ sum: PayAmount, _ bonus: Double, _ more: Double, _ text: borrowing FactText, _ flags: inout [String]
    ) -> Candidate? {
        var a = sum
        if a.high >= PayCurrency.peso, !a.hasFactor, a.currency == .usd, a.sign != 0 {
            a.currency = PayCurrency.settle(a.currency, sign: a.sign, sum: a.high, text)
        }
        if a.isHuge || a.isPercent || a.high <= 0 || isPlan(a) { return nil }
        let s = stretch(a, text)
        let view = PayView(a, s, text)
        guard a.isMoney || view.sureCue || bonus > 0 && a.high >= 1000 else { return nil }
        if !a.isMoney && isInAddress(a, text) || isLanguage(a, text) { return nil }
        if !a.isMoney, isCount(a, view, text) { return nil }
        if a.currency == nil || a.isInferred, !view.sureCue, bonus == 0, countsThings(a, s, view, text) { return nil }
        let isAbsurd = isAbsurd(a, view.period)
        if isAbsurd, view.last > a.end { return nil }
        let period = isAbsurd ? nil : view.period
        let score = view.score + bonus + (view.isClean ? more : 0)
        guard score >= threshold else { return nil }
        let assumed = period ?? .year
        let high = a.high * assumed.perYear
        let low = a.low * assumed.perYear
        let rate = a.currency.flatMap { CurrencyNames.perDollar($0) } ?? 1
        if period != nil || a.high >= 10_000 || a.hasFactor, !sane.contains(high / rate) || !sane.contains(low / rate) {
            if view.hasCue, a.isMoney, high / rate > sane.upperBound, !flags.contains("pay-refused") {
                flags.append("pay-refused")
            }
            return nil
        }
        if period == nil, a.high < 10_000, !a.hasFactor, !view.hasCue { return nil }
        return Candidate(
            amount: a, score: score, kind: view.kind, period: period, isUpTo: view.isUpTo,
            isFrom: view.isFrom || a.isOpen,
            span: text.span(a.first, max(a.first, view.last - 1)), hasCue: view.hasCue, lent: view.isClean ? more : 0)
    }

    /// The sentence of a sum. "Kr." and "Rs." end none, although a full stop ends them.
    private static func stretch(_ a: PayAmount, _ text: borrowing FactText) -> Range<Int> {
        var low = text.sentence(of: a.first).lowerBound, high = text.sentence(of: a.end - 1).upperBound
        for _ in 0..<3 {
            if low > 0, PayAmounts.isShort(low - 1, text), text.tokens[low].gap.contains(.stop) {
                low = text.sentence(of: low - 1).lowerBound
            }
            if high < text.tokens.count, PayAmounts.isShort(high - 1, text), !text.tokens[high].isCapital,
                !text.tokens[high].gap.contains(.line)
            {
                high = text.sentence(of: high).upperBound
            }
        }
        // The cutter takes the full stop after "90k" for that of an abbreviation.
        let e = Int(text.tokens[a.end - 1].end)
        if a.hasFactor, a.end < high, text.tokens[a.end].isCapital, text.bytes[e] == UInt8(ascii: ".") { high = a.end }
        return low..<max(high, a.end)
    }

    /// A sum that is a year's pay beside a word of another period. "$100k/month" is no pay; of "monthly bonus, and
    /// $155,000 - $175,000" the word belongs to something else.
    private static func isAbsurd(_ a: PayAmount, _ period: PayPeriod?) -> Bool {
        guard let period, period != .year else { return false }
        let usual = a.high / (a.currency.flatMap { CurrencyNamesRate.of($0) } ?? 1)
        return usual * period.perYear > plausible.upperBound && plausible.contains(usual)
    }

    /// A bare figure inside an address of the web: "/jobs/218475".
    private static func isInAddress(_ a: PayAmount, _ text: borrowing FactText) -> Bool {
        text.tokens[a.first].gap.contains(.slash)
    }

    /// PHP7 is no sum of pesos.
    private static func isLanguage(_ a: PayAmount, _ text: borrowing FactText) -> Bool {
        a.high < 1000 && a.currency?.code == "PHP"
    }

    /// "10k to 100k requests": a plain word follows the figure and nothing says money.
    private static func countsThings(_ a: PayAmount, _ s: Range<Int>, _ view: PayView, _ text: borrowing FactText)
        -> Bool
    {
        guard view.last < s.upperBound, view.last == a.end else { return false }
        let t = text.tokens[a.end]
        return t.kind == .word && t.gap.isSubset(of: [.space, .plus])
            && PayWords.mark(t).isDisjoint(with: [.cue, .role, .per, .total, .onTarget, .add, .weak])
    }

    /// "401k", "403b": plans of saving for old age.
    private static func isPlan(_ a: PayAmount) -> Bool { a.hasFactor && (a.raw == 401 || a.raw == 403) }

    /// Years, days of leave and other bare numbers.
    private static func isCount(_ a: PayAmount, _ view: PayView, _ text: borrowing FactText) -> Bool {
        if (1950...2040).contains(a.high), a.high == a.high.rounded(), view.period == nil || view.period == .year {
            return true
        }
        return a.high < 10 || (a.high < 1000 && view.period == nil)
    }

    private static func combine(_ all: [Candidate], named: Currency?, _ text: borrowing FactText) -> PayFact? {
        guard !all.isEmpty else { return nil }
        var found = all
        if found.contains(where: { $0.kind == .base }) { found.removeAll { $0.kind != .base } }
        if found.contains(where: { $0.score - $0.lent >= 5 }) { found.removeAll { $0.score < 4 && !$0.hasCue } }
        guard let lead = found.first else { return nil }
        let currency = lead.amount.currency ?? named
        let settled = PayCurrency.settle(currency, sign: lead.amount.sign, sum: lead.amount.high, text)
        let period = lead.period ?? (lead.amount.high >= 10_000 || lead.amount.hasFactor ? .year : guess(lead))
        let same = found.filter { c in
            let p = c.period ?? (c.amount.high >= 10_000 || c.amount.hasFactor ? .year : period)
            let ratio = c.amount.high / lead.amount.high
            return c.kind == lead.kind && p == period && (c.amount.currency ?? currency) == currency
                && (0.2...5).contains(ratio)
        }
        var low: Double? = same.map { $0.amount.low }.min()
        var high: Double? = same.map { $0.amount.high }.max()
        if let top = same.max(by: { $0.amount.high < $1.amount.high }), top.isFrom, !top.amount.isRange { high = nil }
        if top(same)?.amount.isOpen == true { high = nil }
        if let bottom = same.min(by: { $0.amount.low < $1.amount.low }), bottom.isUpTo, !bottom.amount.isRange {
            low = same.count > 1 ? secondLow(same, bottom) : nil
        }
        let months = PayMonths.paid(in: stretch(lead.amount, text), text)
        return PayFact(
            min: low, max: high, currency: settled, period: period, kind: lead.kind,
            months: period == .month ? months : nil,
            span: lead.span, quote: text.written(lead.span))
    }

    private static func top(_ c: [Candidate]) -> Candidate? { c.max { $0.amount.high < $1.amount.high } }
    private static func secondLow(_ c: [Candidate], _ bottom: Candidate) -> Double? {
        c.filter { !($0.isUpTo && !$0.amount.isRange) }.map(\.amount.low).min()
    }

    /// A sum without a period too small for a year.
    private static func guess(_ c: Candidate) -> PayPeriod {
        let rate = c.amount.currency.flatMap { CurrencyNames.perDollar($0) } ?? 1
        let v = c.amount.high / rate
        return v < 250 ? .hour : v < 1_000 ? .day : .month
    }
}
