import Base
import Insight
import Taxonomy

/// How numbers, intervals and findings are written on pages. Data files have plain numbers instead (`plain`).
package enum Say {
    /// `41,203`
    package static func count(_ n: Int) -> String {
        var digits = String(n.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (n < 0 ? "−" : "") + ([digits] + groups).joined(separator: ",")
    }

    /// Fixed decimals without Foundation; halves away from zero.
    package static func fixed(_ v: Double, _ decimals: Int) -> String {
        guard v.isFinite, abs(v) < 1e15 else { return "–" }
        let power = decimals == 0 ? 1 : decimals == 1 ? 10 : decimals == 2 ? 100 : 1000
        let scaled = Int((abs(v) * Double(power)).rounded())
        let sign = v < 0 && scaled > 0 ? "-" : ""
        return decimals == 0 ? "\(sign)\(scaled)" : "\(sign)\(scaled / power).\(pad(scaled % power, decimals))"
    }

    /// For coordinates and data: at most one decimal (coordinates need no more), no trailing zero.
    package static func plain(_ v: Double) -> String {
        let s = fixed(v, 1)
        return s.hasSuffix(".0") ? String(s.dropLast(2)) : s
    }

    /// `58 %`; one decimal under 10 % where the first figure would be lost otherwise.
    package static func share(_ p: Double) -> String { "\(points(p))\u{A0}%" }
    private static func points(_ p: Double) -> String {
        let percent = p * 100
        return percent > 0 && percent < 1.95 ? fixed(percent, 1) : fixed(percent, 0)
    }
    /// `×1.30`
    package static func ratio(_ r: Double) -> String { "×\(r >= 9.95 ? fixed(r, 0) : fixed(r, 2))" }
    /// `+2.2 %`, `-14 %`: from one count to another; nil if there is nothing to compare with.
    package static func change(_ before: Int, _ after: Int) -> String? {
        guard before > 0 else { return nil }
        let percent = Double(after - before) / Double(before) * 100
        return "\(percent >= 0.05 ? "+" : "")\(fixed(percent, abs(percent) < 9.95 ? 1 : 0))\u{A0}%"
    }
    /// `75,000`
    package static func amount(_ d: Double) -> String { d.isFinite && abs(d) < 1e15 ? count(Int(d.rounded())) : "–" }

    package static func value(_ f: Finding) -> String {
        guard let v = f.value else { return "–" }
        return number(v, f.unit)
    }
    package static func number(_ v: Double, _ unit: Finding.Unit) -> String {
        switch unit {
        case .share: share(v)
        case .ratio: ratio(v)
        case .count: count(Int(v.rounded()))
        case .money: amount(v)
        case .index: fixed(v, 1)
        }
    }
    /// `55–61`, without the unit, which the value beside it has.
    package static func interval(_ f: Finding) -> String {
        guard let lo = f.low, let hi = f.high else { return "" }
        switch f.unit {
        case .share: return "\(points(lo))–\(points(hi))"
        case .ratio: return "\(fixed(lo, 2))–\(fixed(hi, 2))"
        case .count, .money: return "\(amount(lo))–\(amount(hi))"
        case .index: return "\(fixed(lo, 1))–\(fixed(hi, 1))"
        }
    }
    /// `58 % (55–61)`
    package static func valueAndInterval(_ f: Finding) -> String {
        let i = interval(f)
        return i.isEmpty ? value(f) : "\(value(f)) (\(i))"
    }
    package static func openings(_ n: Int) -> String { n == 1 ? "1 opening" : "\(count(n)) openings" }
    package static func companies(_ n: Int) -> String { n == 1 ? "1 company" : "\(count(n)) companies" }
    package static func days(_ n: Int) -> String { n == 1 ? "1 day" : "\(count(n)) days" }

    /// Why nothing is claimed, in one sentence with the number that was too small.
    package static func refusal(_ r: Refusal, _ w: Witness) -> String {
        switch r {
        case .fewOpenings: "\(openings(w.openings)) \(w.openings == 1 ? "is" : "are") too few to say anything."
        case .fewCompanies: "\(companies(w.companies)) \(w.companies == 1 ? "is" : "are") too few to say anything."
        case .oneCompany: "One company has more than half of these openings."
        case .notSeenLive: "These openings were not seen to appear, so they are no history."
        case .readerChanged: "The reading changed between the two windows."
        case .tooWide: "The interval is too wide to be of use."
        case .shortHistory: "We have not watched for long enough."
        case .noSkillOverNaive: "A forecast would be no better than a guess."
        case .lowDisclosure: "Too few of these openings state their pay."
        case .mixedCurrency: "Pay is stated in several currencies, none of them by enough."
        }
    }

    /// `n = 2,214 of 310 companies`
    package static func witness(_ w: Witness) -> String { "\(openings(w.openings)) of \(companies(w.companies))" }

    /// A range of pay: `75,000–90,000`, `from 75,000`, `up to 90,000`.
    package static func payRange(_ min: Double?, _ max: Double?) -> String {
        switch (min, max) {
        case (let a?, let b?): a == b ? amount(a) : "\(amount(a))–\(amount(b))"
        case (let a?, nil): "from \(amount(a))"
        case (nil, let b?): "up to \(amount(b))"
        case (nil, nil): "–"
        }
    }
    package static func list(_ items: [String]) -> String {
        items.count < 2 ? items.first ?? "" : items.dropLast().joined(separator: ", ") + " and " + (items.last ?? "")
    }
}
