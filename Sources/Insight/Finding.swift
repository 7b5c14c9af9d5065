import Base
import Market
import Taxonomy

/// What a question is about.
package enum Subject: Sendable, Hashable {
    case skill(String)
    case practice(Practice)
    case role(RoleFamily)
    case everything
}

/// Why nothing is claimed. The raw values are the codes of statistics.md, the same in API and pages.
package enum Refusal: String, Sendable, CaseIterable {
    case fewOpenings = "few_openings", fewCompanies = "few_companies", oneCompany = "one_company"
    case notSeenLive = "not_seen_live", readerChanged = "reader_changed", tooWide = "too_wide"
    case shortHistory = "short_history", noSkillOverNaive = "no_skill_over_naive", lowDisclosure = "low_disclosure"
    case mixedCurrency = "mixed_currency"
}

package enum Verdict: Sendable, Hashable {
    case rises, falls, cannotTell
    /// A level, about which no direction is claimed.
    case level
    case refused(Refusal)

    package var id: String {
        switch self {
        case .rises: "rises"
        case .falls: "falls"
        case .cannotTell: "cannot tell"
        case .level: "level"
        case .refused: "refused"
        }
    }
}

/// The half-open window of days that a figure counts, by the day on which openings were first seen.
package struct Window: Sendable, Hashable {
    package var from: Day
    package var to: Day
    package init(from: Day, to: Day) {
        self.from = from
        self.to = to
    }
    /// `Dec 2024 – Nov 2025`, or `now` for a stock.
    package var spoken: String {
        from.month == (to + -1).month ? from.month.spoken : "\(from.month.spoken) – \((to + -1).month.spoken)"
    }
}

/// What stands beside every number: how many openings of how many companies, over which sources and days.
package struct Witness: Sendable, Hashable {
    package var openings = 0
    package var companies = 0
    /// The largest company's part of the openings, 0...1.
    package var largestPart = 0.0
    package var sources = 0
    package var window: Window
    /// `fixed panel of 48 boards`, `openings open today`.
    package var panel: String
    package var readerVersion: String
    package var generation: Int
    package init(window: Window, panel: String, readerVersion: String, generation: Int) {
        self.window = window
        self.panel = panel
        self.readerVersion = readerVersion
        self.generation = generation
    }
}

/// One answer: the same value on a page, in the terminal, the API, a CSV and the report.
package struct Finding: Sendable, Hashable {
    package enum Unit: String, Sendable { case share, ratio, count, money, index }

    package var subject: Subject
    /// The subject's name for people: "Kubernetes".
    package var name: String
    /// For a shopkeeper, one sentence with a verb, ending with a full stop.
    package var sentence: String
    package var verdict: Verdict
    package var unit: Unit
    /// Nil where refused.
    package var value: Double?
    package var low: Double?
    package var high: Double?
    /// Two-sided, and the Benjamini–Hochberg value within its list, where a direction was tested.
    package var p: Double?
    package var adjusted: Double?
    package var witness: Witness
    package var caveats: [String]
    /// The openings behind the number.
    package var query: Query

    package init(
        subject: Subject, name: String, sentence: String, verdict: Verdict, unit: Unit, value: Double? = nil,
        low: Double? = nil, high: Double? = nil, p: Double? = nil, adjusted: Double? = nil, witness: Witness,
        caveats: [String] = [], query: Query
    ) {
        self.subject = subject
        self.name = name
        self.sentence = sentence
        self.verdict = verdict
        self.unit = unit
        self.value = value
        self.low = low
        self.high = high
        self.p = p
        self.adjusted = adjusted
        self.witness = witness
        self.caveats = caveats
        self.query = query
    }
    package var refusal: Refusal? { if case .refused(let r) = verdict { r } else { nil } }
}

/// A share by month, each point with its interval or the reason why it has none.
package struct Series: Sendable, Hashable {
    package struct Point: Sendable, Hashable {
        package var month: Month
        package var asked: Int
        package var openings: Int
        package var companies: Int
        package var share: Double?
        package var low: Double?
        package var high: Double?
        package var refusal: Refusal?
        /// The month is not over: drawn dashed, in no verdict.
        package var isPartial: Bool
        package init(
            month: Month, asked: Int, openings: Int, companies: Int, share: Double?, low: Double?, high: Double?,
            refusal: Refusal?, isPartial: Bool
        ) {
            self.month = month
            self.asked = asked
            self.openings = openings
            self.companies = companies
            self.share = share
            self.low = low
            self.high = high
            self.refusal = refusal
            self.isPartial = isPartial
        }
    }
    package var subject: Subject
    package var name: String
    package var points: [Point]
    /// The change that the chart's title states.
    package var change: Finding
    package init(subject: Subject, name: String, points: [Point], change: Finding) {
        self.subject = subject
        self.name = name
        self.points = points
        self.change = change
    }
}

/// The blend of a group of openings: nine spokes and the technical breadth, two kinds of thing and never one number.
package struct Wheel: Sendable, Hashable {
    package var name: String
    /// In the order of `Practice.allCases`.
    package var spokes: [Finding]
    /// Mean of min(distinct technical skills, 20) an opening.
    package var breadth: Finding
    package var witness: Witness
    package var refusal: Refusal?
    package init(name: String, spokes: [Finding], breadth: Finding, witness: Witness, refusal: Refusal?) {
        self.name = name
        self.spokes = spokes
        self.breadth = breadth
        self.witness = witness
        self.refusal = refusal
    }
}

/// What a skill is named together with.
package struct Companion: Sendable, Hashable {
    package var skill: String
    package var name: String
    /// Of the openings that name the first skill, the share that names this one, with its interval.
    package var share: Finding
    /// (both + 5) / (expected + 5).
    package var lift: Double
    package var g2: Double
    /// The association vanishes within roles (statistics.md S7).
    package var explainedByRole: Bool
    package init(skill: String, name: String, share: Finding, lift: Double, g2: Double, explainedByRole: Bool) {
        self.skill = skill
        self.name = name
        self.share = share
        self.lift = lift
        self.g2 = g2
        self.explainedByRole = explainedByRole
    }
}

/// Pay of a group of openings: who states it first, then the quantiles of those who do, in one currency.
package struct PayPicture: Sendable, Hashable {
    package var name: String
    package var disclosure: Finding
    package var currency: Currency?
    /// p10, p25, p50, p75, p90 where there is enough; refused ones say why.
    package var quantiles: [Quantile]
    package var other: [CurrencyCount]
    package struct Quantile: Sendable, Hashable {
        package var level: Double
        package var finding: Finding
        package init(level: Double, finding: Finding) {
            self.level = level
            self.finding = finding
        }
    }
    package struct CurrencyCount: Sendable, Hashable {
        package var currency: Currency
        package var openings: Int
        package init(currency: Currency, openings: Int) {
            self.currency = currency
            self.openings = openings
        }
    }
    package init(name: String, disclosure: Finding, currency: Currency?, quantiles: [Quantile], other: [CurrencyCount])
    {
        self.name = name
        self.disclosure = disclosure
        self.currency = currency
        self.quantiles = quantiles
        self.other = other
    }
}

/// Demand from ads alone (never supply): each figure with its interval, none combined.
package struct Demand: Sendable, Hashable {
    package var openNow: Int
    package var newThisMonth: Int
    package var companies: Int
    package var share: Finding
    package var change: Finding
    package var payDisclosed: Finding
    package init(
        openNow: Int, newThisMonth: Int, companies: Int, share: Finding, change: Finding, payDisclosed: Finding
    ) {
        self.openNow = openNow
        self.newThisMonth = newThisMonth
        self.companies = companies
        self.share = share
        self.change = change
        self.payDisclosed = payDisclosed
    }
}
