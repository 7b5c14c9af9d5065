import Base
import Taxonomy

/// What a person will not go below. Each limit that is nil or empty is no limit; an opening that is silent on one is
/// never hidden by it (person.md §3.2: unknown never fails).
package struct Limits: Sendable, Equatable, Sealed {
    /// Which workplaces are wished; nil is all of them.
    package enum Workplace: String, Sendable, CaseIterable {
        case remote
        case remoteOrHybrid = "remote-or-hybrid"
        case onsite
        case any
    }
    /// How much duty out of hours is bearable: none, any, or at most this part of the weeks (1/6).
    package enum Duty: Sendable, Equatable {
        case none, any
        case atMost(weeks: Int, of: Int)
        package init?(_ text: String) {
            switch text.lowercased() {
            case "none", "no": self = .none
            case "any", "yes": self = .any
            default:
                let parts = text.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
                guard parts.count == 2, parts[0] > 0, parts[1] >= parts[0] else { return nil }
                self = .atMost(weeks: parts[0], of: parts[1])
            }
        }
        package var text: String {
            switch self {
            case .none: "none"
            case .any: "any"
            case .atMost(let weeks, let of): "\(weeks)/\(of)"
            }
        }
    }

    package var places: [String] = []
    package var countries: [Country] = []
    package var workplace: Workplace?
    package var payFloor: Money?
    package var payPeriod: PayPeriod = .year
    package var duty: Duty?
    package var seniorities: [Seniority] = []
    /// ISO 639-1 of the languages spoken; an opening that requires another is hidden.
    package var languages: [String] = []
    package var blockedEmployers: [String] = []
    package init() {}

    package var isEmpty: Bool { self == Limits() }

    /// Reads `75000EUR`, `EUR 75,000`, `75k EUR`.
    package static func floor(_ text: String) -> Money? {
        var digits = ""
        var letters = ""
        for c in text where c.isLetter || c.isNumber {
            if c.isNumber { digits.append(c) } else { letters.append(c) }
        }
        var code = letters.uppercased()
        var factor = 1.0
        if code.count == 4, let k = code.first, k == "K" { code.removeFirst(); factor = 1000 }
        guard let amount = Double(digits), amount > 0, let currency = Currency(code) else { return nil }
        return Money(amount * factor, currency)
    }
}
