import Base
import Insight
import Market
import Match
import Person
import Sample
import Taxonomy

/// What the demo found, and whether each part of it truly happened.
struct DemoSummary {
    struct Check {
        var name: String
        var isTrue: Bool
    }
    /// An opening for the sample person; each matched skill with the ad's own words.
    struct Fit {
        var title: String
        var company: String
        var place: String
        var url: String?
        var matched: [(name: String, words: String)]
        var missing: [String]
        var unknown: [String]
    }

    let market: DemoMarket
    let grew: Finding
    let fell: Finding
    let steady: Finding
    let refused: Finding
    /// What only the board that joined late asks for: it must not read as growth.
    let late: Finding
    let wheel: Wheel
    let fits: [Fit]
    let fitting: Int
    var pages: [(path: String, status: Int)] = []
    private(set) var checks: [Check] = []

    init(_ market: DemoMarket, folder: String) throws {
        self.market = market
        let insight = market.insight
        let isSample = market.collection.market != nil
        func change(_ id: String) -> Finding { insight.change(.skill(id), in: .everything) }
        if isSample {
            grew = change(PlantedTruth.grows)
            fell = change(PlantedTruth.falls)
            steady = change(PlantedTruth.steady)
            refused = change(PlantedTruth.rare)
        } else {
            let movers = insight.movers(in: .everything)
            grew = movers.rising.first ?? change(PlantedTruth.grows)
            fell = movers.falling.first ?? change(PlantedTruth.falls)
            steady = movers.cannotTell.first ?? change(PlantedTruth.steady)
            refused = movers.refused.first ?? change(PlantedTruth.rare)
        }
        late = change("oracle-database")
        var platform = Query()
        platform.roles = [.platform]
        wheel = insight.wheel(of: platform, name: RoleFamily.platform.title)
        (fits, fitting) = try DemoSummary.fits(market, folder)
        checks = DemoSummary.checks(self, isSample: isSample)
    }

    mutating func add(pages answered: [(path: String, status: Int)]) {
        pages = answered
        checks.append(
            Check(
                name: "every page answered 200", isTrue: !answered.isEmpty && answered.allSatisfy { $0.status == 200 }))
    }

    // MARK: the person

    private static func fits(_ market: DemoMarket, _ folder: String) throws -> ([Fit], Int) {
        let taxonomy = Taxonomy.standard
        let imported = try PersonImport(taxonomy: taxonomy).read(SamplePerson.resume, name: SamplePerson.name)
        var limits = Limits()
        if let country = Country(SamplePerson.country) { limits.countries = [country] }
        limits.workplace = .remoteOrHybrid
        // The person's own file, as `me` makes it: the demo's folder is the sample person's home too.
        let person = PersonStore(folder: folder)
        try person.create(at: Clock.now)
        try person.append(.imported(imported))
        try person.append(.limits(limits))
        let profile = try person.profile()
        let cards = market.reader
        let matcher = Matcher(generation: market.generation, taxonomy: taxonomy) { cards.cards(rows: [$0])[0].place }
        let ranking = matcher.rank(profile)
        var out: [Fit] = []
        for ranked in ranking.openings.prefix(5) {
            guard let detail = try market.reader.opening(id: ranked.candidate.id) else { continue }
            let matched = ranked.matched.map { ask in
                (taxonomy.skills[Int(ask.skill)].name, Matcher.words(for: ask.skill, in: detail.facts) ?? "")
            }
            out.append(
                Fit(
                    title: detail.card.title, company: detail.card.company, place: detail.card.place,
                    url: detail.card.url,
                    matched: matched, missing: ranked.missingRequired.map { taxonomy.skills[Int($0.skill)].name },
                    unknown: ranked.unknown.map(\.rawValue)))
        }
        return (out, ranking.openings.count)
    }

    // MARK: what must be true

    private static func checks(_ s: DemoSummary, isSample: Bool) -> [Check] {
        let m = s.market
        var out = [
            Check(name: "boards were polled", isTrue: m.collection.polls > 0),
            Check(name: "documents were archived and read", isTrue: m.documents > 0 && m.generation.postings > 0),
            Check(name: "openings stand in columns", isTrue: m.generation.columns.count > 0),
            Check(
                name: "five openings fit, each with words",
                isTrue: s.fits.count == 5
                    && s.fits.allSatisfy { f in
                        !f.matched.isEmpty && f.matched.allSatisfy { !$0.words.isEmpty }
                    }),
        ]
        guard isSample else { return out }
        let names = m.collection.faults.keys
        out += [
            Check(name: "copies were joined", isTrue: m.generation.postings > m.generation.columns.count),
            Check(name: "the planted growth was found", isTrue: s.grew.verdict == .rises),
            Check(name: "the planted fall was found", isTrue: s.fell.verdict == .falls),
            Check(name: "nothing is claimed of the steady skill", isTrue: s.steady.verdict == .cannotTell),
            Check(name: "the rare skill was refused", isTrue: s.refused.refusal != nil),
            // The plain shares rise tenfold; a claim of that size would be the board, not the market.
            Check(
                name: "a board that joined late is no growth",
                isTrue: s.late.verdict != .rises || (s.late.value ?? 0) < 2),
            Check(name: "the wheel has its nine spokes", isTrue: s.wheel.refusal == nil && s.wheel.spokes.count == 9),
            Check(
                name: "failing boards are named states",
                isTrue: names.contains("net.status") && names.contains("net.timeout")),
            Check(name: "the market is marked as sample data", isTrue: m.generation.isSample),
        ]
        return out
    }
}
