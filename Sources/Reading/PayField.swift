import Base
import Sources
import Taxonomy

/// The rough worth of currencies, looked up without a search.
enum CurrencyNamesRate {
    private static let rates: [UInt32: Double] = Dictionary(
        CurrencyNames.entries.map { ($0.currency.packed, $0.perDollar) }, uniquingKeysWith: { a, _ in a })
    static func of(_ c: Currency) -> Double? { rates[c.packed] }
}

/// Pay from the source's own field where it is sane, else from the text.
extension PayReader {
    /// A field's range wider than this is a form left open, not a pay.
    static let widestField = 3.0

    static func pay(_ text: borrowing FactText, _ posting: Posting?, flags: inout [String]) -> PayFact? {
        if let stated = posting?.pay, let fact = field(stated, &flags) { return fact }
        return pay(text, flags: &flags)
    }

    private static func field(_ stated: Posting.StatedPay, _ flags: inout [String]) -> PayFact? {
        let low = stated.min.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
        let high = stated.max.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
        if low != nil || high != nil {
            let top = high ?? low ?? 0, bottom = low ?? high ?? 0
            let period = stated.period ?? (top >= 10_000 ? .year : nil)
            let rate = stated.currency.flatMap { CurrencyNamesRate.of($0) } ?? 1
            if let period, bottom <= top, top / bottom <= widestField, sane.contains(top * period.perYear / rate),
                sane.contains(bottom * period.perYear / rate)
            {
                return PayFact(
                    min: low, max: high, currency: stated.currency, period: period,
                    quote: stated.text ?? quote(low, high, stated.currency, period))
            }
            if !flags.contains("pay-refused") { flags.append("pay-refused") }
            return nil
        }
        guard let words = stated.text, !words.isEmpty else { return nil }
        var none: [String] = []
        guard var fact = pay(FactText(words), bonus: 4, flags: &none) else { return nil }
        fact.span = nil
        fact.quote = words
        return fact
    }

    private static func quote(_ low: Double?, _ high: Double?, _ c: Currency?, _ p: PayPeriod) -> String {
        let figures = [low, high].compactMap { $0 }.map { String(Int($0.rounded())) }
        return figures.joined(separator: "–") + (c.map { " " + $0.code } ?? "") + " per " + p.rawValue
    }
}
