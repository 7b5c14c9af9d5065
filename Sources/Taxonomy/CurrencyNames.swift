import Base

/// The currencies that postings name, with their signs and words, from `Names/currencies.tsv`.
package enum CurrencyNames {
    package struct Entry: Sendable {
        package var currency: Currency
        /// Units for one US dollar, roughly: only to tell a sane sum from an absurd one, never to convert.
        package var perDollar: Double
        /// Folded words and signs.
        package var words: [String]
    }

    package static let entries: [Entry] = NameFile.rows("currencies.tsv").compactMap { row in
        guard row.count == 3, let c = Currency(row[0]), let rate = Double(row[1]) else { return nil }
        return Entry(currency: c, perDollar: rate, words: row[2].split(separator: " ").map(String.init))
    }

    package static func perDollar(_ c: Currency) -> Double? { entries.first { $0.currency == c }?.perDollar }
}
