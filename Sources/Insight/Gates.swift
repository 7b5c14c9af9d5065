import Market
import Statistics

/// When nothing is said. Numbers with their reasons: docs/method.md, "Refusals".
enum Gates {
    static let leastOpenings = 30
    static let leastCompanies = 5
    /// One company above this part of the openings speaks for itself only.
    static let largestPart = 0.5
    /// Width of a share's interval, 0...1.
    static let widest = 0.40
    /// A change is tested for subjects named so often in both windows together, by so many companies.
    static let leastMentions = 100
    static let leastAskingCompanies = 20
    /// False discoveries allowed among claims.
    static let discoveryRate = 0.10
    /// A change below this ratio (or above its inverse) is not called one, however sure.
    static let leastRatio = 1.15
    static let leastWheelCompanies = 10
    static let leastPayCompanies = 10
    /// Ads that state pay, for a median, quartiles and deciles.
    static let medianAds = 30, quartileAds = 100, decileAds = 400
    /// A range wider than this (top / bottom) tells no midpoint.
    static let widestPayRange = 2.0
    /// A market with fewer openings seen to appear in the window is described by its stock.
    static let leastLive = 300

    static func refusal(of share: Share?, width: Bool = true) -> Refusal? {
        guard let share, share.units >= Double(leastOpenings) else { return .fewOpenings }
        if share.clusters < leastCompanies { return .fewCompanies }
        if share.largestPart > largestPart { return .oneCompany }
        return width && share.interval.width > widest ? .tooWide : nil
    }

    /// What must be said beside a number that is shown.
    static func warnings(effective: Double, largest: Double) -> [String] {
        var out: [String] = []
        if largest > 0.25 { out.append("One company has \(Int((largest * 100).rounded())) % of these openings.") }
        if effective < 10 { out.append("The companies weigh as few as \(Int(effective.rounded())) equal ones would.") }
        return out
    }
}
