/// ISO 4217, three capital letters packed in one integer. `Taxonomy` knows which exist and how they are written.
package struct Currency: Sendable, Hashable, Comparable, CustomStringConvertible {
    package var packed: UInt32

    package init?(_ code: some StringProtocol) {
        let u = Array(code.utf8)
        guard u.count == 3, u.allSatisfy({ (65...90).contains($0) }) else { return nil }
        packed = UInt32(u[0]) << 16 | UInt32(u[1]) << 8 | UInt32(u[2])
    }
    /// From a column. Zero means unknown and gives nil.
    package init?(packed: UInt32) {
        guard packed != 0 else { return nil }
        self.packed = packed
    }
    package var code: String {
        String(decoding: [UInt8(packed >> 16 & 255), UInt8(packed >> 8 & 255), UInt8(packed & 255)], as: UTF8.self)
    }
    package var description: String { code }
    package static func < (a: Currency, b: Currency) -> Bool { a.packed < b.packed }
    package static let usd = Currency(packed: 0x55_53_44)!, eur = Currency(packed: 0x45_55_52)!
    package static let gbp = Currency(packed: 0x47_42_50)!
}

/// How often an amount is paid. The factors to a year are the codebook's: 2,080 hours, 260 days, 52 weeks, 12 months.
package enum PayPeriod: String, Sendable, CaseIterable, Codable {
    case year, month, week, day, hour
    package var perYear: Double {
        switch self {
        case .year: 1
        case .month: 12
        case .week: 52
        case .day: 260
        case .hour: 2080
        }
    }
}

/// An amount of money in units of its currency (180000, not 180k).
package struct Money: Sendable, Hashable {
    package var amount: Double
    package var currency: Currency
    package init(_ amount: Double, _ currency: Currency) {
        self.amount = amount
        self.currency = currency
    }
}
