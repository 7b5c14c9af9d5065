import Base
import Market
import Statistics
import Taxonomy

/// How findings are said: plain verbs, present tense, one sentence that ends with a full stop, the number in it taken
/// from the same value that is drawn.
enum Sentences {
    /// A comparison of two years of which one is all but empty: says which.
    static func thinYear(before: Int, after: Int) -> String {
        let year = before <= after ? "The year before has" : "The last twelve months have"
        return
            "\(year) \(counted(min(before, after), "opening", "openings")): too few to compare, under \(Gates.leastOpenings) we say nothing."
    }

    static func refused(_ r: Refusal, openings: Int, companies: Int, interval: Interval?, change: Bool = false)
        -> String
    {
        switch r {
        case .fewOpenings:
            let least = change ? Gates.leastMentions : Gates.leastOpenings
            let are = openings == 1 ? "opening is" : "openings are"
            return "\(grouped(openings)) \(are) too few; we say nothing under \(least)."
        case .fewCompanies:
            let least = change ? Gates.leastAskingCompanies : Gates.leastCompanies
            return
                "\(counted(companies, "company", "companies")) \(companies == 1 ? "is" : "are") too few; we say nothing under \(least)."
        case .oneCompany: return "One company has more than half of these openings, so they tell little of the others."
        case .notSeenLive: return "None of these openings was seen to appear, so we say nothing of a change."
        case .readerChanged: return "The texts were read by different readers, so we do not compare them."
        case .tooWide:
            guard let interval else { return "The answer is too uncertain to show." }
            return
                "It could be anywhere from \(hundredths(interval.low)) to \(hundredths(interval.high)) in 100: too uncertain to show."
        case .shortHistory: return "No board was watched for the 24 months that a change needs, so we say nothing yet."
        case .noSkillOverNaive: return "No forecast beats “as last time” here, so we make none."
        case .lowDisclosure: return "Too few openings state pay to say anything of the others."
        case .mixedCurrency: return "These openings state pay in several currencies, and we do not add them."
        }
    }

    /// "About 3 in 10 IT openings ask for Kubernetes; with other companies it could have been 25 to 36 in 100."
    static func share(_ subject: Subject, _ name: String, _ noun: String, _ i: Interval) -> String {
        "\(about(i.value, noun)) \(asks(subject, name)); with other companies it could have been "
            + "\(hundredths(i.low)) to \(hundredths(i.high)) in 100."
    }

    static func asks(_ subject: Subject, _ name: String) -> String {
        switch subject {
        case .skill: "ask for \(name)"
        case .practice: "ask for \(lowered(name))"
        case .role: "are for \(article(name)) \(lowered(name))"
        case .everything: "are counted"
        }
    }

    static func change(_ subject: Subject, _ name: String, _ place: String, _ verdict: Verdict, _ i: Interval) -> String
    {
        let range = "(×\(ratio(i.value)), \(ratio(i.low)) to \(ratio(i.high)))"
        let who = subject == .everything ? "The number of \(place)" : name
        let where_ = subject == .everything ? "" : " in \(place)"
        switch verdict {
        case .rises: return "\(who) rises\(where_) \(range)."
        case .falls: return "\(who) falls\(where_) \(range)."
        default: return "\(who)\(where_): we cannot tell a change from chance \(range)."
        }
    }

    /// The openings of a query, for the middle of a sentence.
    static func noun(_ q: Query) -> String {
        var out = "IT openings"
        if q.roles.count == 1 {
            out = "\(lowered(q.roles[0].title)) openings"
        } else if q.roles.count > 1 {
            out = "these openings"
        }
        var plain = Query()
        plain.roles = q.roles
        plain.countries = q.countries
        plain.isOpen = q.isOpen
        (plain.from, plain.to) = (q.from, q.to)
        if q.counted != plain.counted { out = "these openings" }
        return q.countries.isEmpty ? out : out + " in " + q.countries.map(\.code).joined(separator: ", ")
    }

    /// "About 3 in 10 IT openings", "About 35 in 100 of these openings", "About half of the IT openings".
    static func about(_ p: Double, _ noun: String) -> String {
        let percent = Int((p * 100).rounded())
        let these = noun.hasPrefix("these")
        let some = these ? "of \(noun)" : noun
        switch percent {
        case 0: return p == 0 ? "None of \(these ? noun : "the " + noun)" : "Fewer than 1 in 100 \(some)"
        case 50: return "About half of \(these ? noun : "the " + noun)"
        case 100: return "\(p == 1 ? "All" : "Nearly all") \(some)"
        case 10, 20, 30, 40, 60, 70, 80, 90: return "About \(percent / 10) in 10 \(some)"
        default: return "About \(percent) in 100 \(some)"
        }
    }

    /// Whole hundredths, one decimal below 1: "25", "0.4".
    static func hundredths(_ p: Double) -> String {
        let x = p * 100
        return x > 0 && x < 0.95 ? "0.\(max(1, Int((x * 10).rounded())))" : "\(Int(x.rounded()))"
    }

    static func ratio(_ r: Double) -> String {
        guard r < 1000 else { return "1000 or more" }
        return r >= 99.5 ? "\(Int(r.rounded()))" : fixed(r, 2)
    }

    static func money(_ amount: Double, _ currency: Currency) -> String {
        "\(grouped(Int((amount / 100).rounded()) * 100)) \(currency.code)"
    }

    /// "platform and DevOps engineer", but "IT operations manager".
    static func lowered(_ s: String) -> String {
        guard let first = s.first, let second = s.dropFirst().first, !second.isUppercase else { return s }
        return first.lowercased() + s.dropFirst()
    }

    static func article(_ s: String) -> String {
        guard let first = lowered(s).first else { return "a" }
        return "aeioIAEO".contains(first) ? "an" : "a"
    }
}

/// `1,204`.
func grouped(_ n: Int) -> String {
    var out = ""
    for (i, c) in String(abs(n)).reversed().enumerated() {
        if i > 0, i % 3 == 0 { out = "," + out }
        out = String(c) + out
    }
    return n < 0 ? "-" + out : out
}

/// `1 board`, `48 boards`.
func counted(_ n: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(n)) \(n == 1 ? one : many ?? one + "s")"
}

/// Fixed decimals without a locale.
func fixed(_ x: Double, _ decimals: Int) -> String {
    guard x.isFinite, abs(x) < 1e12 else { return "–" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let n = Int((abs(x) * scale).rounded())
    let whole = n / Int(scale)
    let sign = x < 0 && n > 0 ? "-" : ""
    return decimals == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(pad(n % Int(scale), decimals))"
}
