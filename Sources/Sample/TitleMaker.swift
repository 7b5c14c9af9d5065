import Base
import Glibc
import Taxonomy

/// Titles, levels and years, with what the codebook makes of them (section 4).
enum TitleMaker {
    static func make(_ profile: RoleDemand, place: SamplePlace, _ r: inout SampleRandom) -> (String, Seniority, Int?) {
        var title = r.pick(profile.titles)
        var seniority = Seniority.unstated
        var years: Int?
        switch profile.family {
        case .engineeringManager:
            seniority = title.hasPrefix("Head") || title.hasPrefix("Director") ? .director : .manager
        case .techLead: seniority = .lead
        case .itOpsManager: seniority = .manager
        default: (title, seniority, years) = level(title, &r)
        }
        if r.chance(0.10), profile.isIT {
            title += r.pick([", Payments", ", Logistics", " - Growth", ", Core Product", ", Marketplace"])
        }
        if place.country == "DE" || place.country == "AT" || place.country == "CH", r.chance(0.4) {
            title += r.pick([" (m/f/d)", " (f/m/x)"])
        }
        return (title, seniority, years)
    }

    private static func level(_ title: String, _ r: inout SampleRandom) -> (String, Seniority, Int?) {
        switch r.below(100) {
        case 0..<2: return ("\(title) Intern", .intern, nil)
        case 2..<12: return ("\(r.pick(["Junior", "Junior", "Graduate", "Entry-Level"])) \(title)", .junior, nil)
        case 12..<20: return (r.chance(0.5) ? "Mid-Level \(title)" : "\(title) II", .mid, nil)
        case 20..<56:
            let written = r.chance(0.8) ? "Senior \(title)" : r.chance(0.5) ? "Sr. \(title)" : "\(title) (Senior)"
            return (written, .senior, r.chance(0.4) ? r.pick([5, 5, 6, 7, 8]) : nil)
        case 56..<63:
            return (
                "\(r.pick(["Staff", "Staff", "Principal"])) \(title)", .staff, r.chance(0.3) ? r.pick([8, 10]) : nil
            )
        case 63..<69: return ("Lead \(title)", .lead, nil)
        default:
            let years = r.chance(0.6) ? r.pick([1, 2, 3, 3, 4, 5, 5, 6]) : nil
            guard let years else { return (title, .unstated, nil) }
            return (title, years < 2 ? .junior : years < 5 ? .mid : .senior, years)
        }
    }

    /// A skill that stands in the title is required (codebook 1.4.3).
    static func skills(in title: String) -> [Int] { named.filter { title.contains($0.0) }.map(\.1) }
    private static let named: [(String, Int)] = [
        ("Java ", "java"), ("Python", "python"), ("iOS", "ios"), ("Android", "android"), ("Linux", "linux"),
        ("Unity", "unity"),
        ("PostgreSQL", "postgresql"),
    ].map { ($0.0, SkillBook.number($0.1)) }

    /// What a title alone proves (codebook P4).
    static func practices(of title: String) -> PracticeSet {
        var out: PracticeSet = []
        func add(_ words: [String], _ practices: [Practice]) {
            if words.contains(where: { title.contains($0) }) { out.formUnion(PracticeSet(practices)) }
        }
        add(["DevOps"], [.delivery, .infrastructure, .automation])
        add(["Site Reliability", "SRE"], [.infrastructure, .operations])
        add(
            ["Platform Engineer", "Infrastructure Engineer", "Cloud Engineer", "Cloud Architect", "Network Engineer"],
            [.infrastructure])
        add(["System Administrator", "Systems Administrator"], [.infrastructure, .operations])
        add(["Security Engineer", "Security Analyst", "- Security"], [.security])
        add(
            [
                "Support", "Help Desk", "Solutions", "Sales Engineer", "Implementation", "Technical Account",
                "Forward Deployed", "Account Executive",
            ], [.customer])
        add(["Data Analyst", "Product Analyst", "BI Analyst", "Data Scientist"], [.data])
        add(["Product Manager", "Project Manager", "Program Manager"], [.collaboration])
        add(["Engineering Manager", "Head of", "Director", "Lead", "IT Manager"], [.leadership])
        return out
    }
}

/// What an opening pays, and whether it says so.
enum PayMaker {
    static func make(
        _ employer: Employer, _ profile: RoleDemand, place: SamplePlace, _ seniority: Seniority, asksKafka: Bool,
        _ r: inout SampleRandom
    ) -> SampleOpening.Pay? {
        // Drawn whether it is stated or not, so that a place's law moves nothing else.
        let noise = 0.06 * r.normal()
        let spread = exp(0.31 + 0.10 * r.normal())
        let stated = r.chance(expit(logit(place.disclosure) + 0.8 * employer.disclosureTilt))
        let form = r.below(100)
        guard stated else { return nil }
        var logMiddle = log(profile.pay * 1000 * place.payFactor) + factor(seniority) + employer.payEffect + noise
        if asksKafka { logMiddle += log(PlantedTruth.premium) }
        let middle = exp(logMiddle)
        let low = middle * 2 / (1 + max(spread, 1.05))
        let high = 2 * middle - low
        func rounded(_ x: Double, _ step: Double) -> Double { (x / step).rounded() * step }
        if place.currency == "USD", form < 5 {
            return .init(
                min: rounded(low / 2080, 1), max: rounded(high / 2080, 1), currency: "USD", period: .hour,
                logMiddle: logMiddle)
        }
        if place.currency == "GBP", form < 6 {
            return .init(min: nil, max: rounded(high / 260, 25), currency: "GBP", period: .day, logMiddle: logMiddle)
        }
        if place.currency == "PLN", form < 70 {
            return .init(
                min: rounded(low / 12, 500), max: rounded(high / 12, 500), currency: "PLN", period: .month,
                logMiddle: logMiddle)
        }
        let step: Double = middle > 500_000 ? 10_000 : 1_000
        return .init(
            min: rounded(low, step), max: rounded(high, step), currency: place.currency, period: .year,
            logMiddle: logMiddle)
    }

    private static func factor(_ s: Seniority) -> Double {
        switch s {
        case .intern: -0.8
        case .junior: -0.32
        case .mid, .manager, .unstated: 0
        case .senior: 0.2
        case .lead: 0.3
        case .staff: 0.4
        case .director: 0.42
        }
    }
}
