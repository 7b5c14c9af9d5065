import Base
import Fixtures
import Insight
import Market
import Sources
import Taxonomy

/// A market in which the truth is planted: boards of one company each, openings by month, skills by chance from a seed.
struct SyntheticMarket {
    static let skills = ["kubernetes", "terraform", "jquery", "docker", "python", "zig", "java", "go"]
    static let asOf = Day(iso: "2026-11-24")!
    /// The first of the 24 months that a change compares.
    static let start = Month(iso: "2024-11")!
    static let later = Month(iso: "2025-11")!

    var rows: [OpeningRow] = []
    var companies = [""]
    var boards: [Generation.BoardEntry] = []
    var isSample = false
    var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// A company with its own board, watched from `since`. Returns its index.
    @discardableResult mutating func company(since: String = "2024-06-01", gaps: [Range<Day>] = [], until: Day = asOf)
        -> Int
    {
        let i = companies.count
        companies.append("Company \(i)")
        boards.append(
            Generation.BoardEntry(
                board: Board(id: "greenhouse:c\(i)", kind: .greenhouse, address: "c\(i)"),
                firstComplete: Day(iso: since),
                lastComplete: until, gaps: gaps))
        return i
    }

    mutating func chance(_ p: Double) -> Bool { Double.random(in: 0..<1, using: &random) < p }

    /// One opening of a company (0: unknown, on the first board) in the month.
    mutating func opening(
        _ company: Int, _ month: Month, role: RoleFamily = .backend, skills: [String], practices: [Practice] = [],
        open: Bool = false,
        live: Bool = true, pay: (Double, Double, Currency)? = nil, country: String = "DE", more: Columns.Flags = []
    ) {
        var r = OpeningRow()
        r.id = Int64(rows.count + 1)
        r.document = r.id
        r.firstDay = month.first + Int.random(in: 0..<20, using: &random)
        r.lastDay = r.firstDay + 20
        r.closedDay = open ? nil : r.firstDay + 21
        r.flags = more
        if live { r.flags.insert(.live) }
        if open { r.flags.insert(.open) }
        r.role = role
        r.company = UInt32(company)
        r.board = UInt32(max(0, company - 1))
        r.country = Country(country)
        r.practices = PracticeSet(practices)
        if let pay { (r.payMin, r.payMax, r.payCurrency) = (pay.0, pay.1, pay.2) }
        r.skills = skills.compactMap { Self.skills.firstIndex(of: $0) }.sorted().map {
            OpeningRow.Ask(SkillIndex($0), .required)
        }
        rows.append(r)
    }

    /// `perMonth` openings of each company in each of the 24 months; each skill with its share, which may depend on
    /// company and month.
    mutating func fill(
        companies list: [Int], perMonth: Int, roles: [RoleFamily] = [.backend, .platform],
        share: (String, Int, Month) -> Double
    ) {
        for c in list {
            for m in 0..<24 {
                let month = Self.start + m
                for k in 0..<perMonth {
                    var skills: [String] = []
                    for s in Self.skills where chance(share(s, c, month)) { skills.append(s) }
                    var practices: [Practice] = []
                    for p in Practice.allCases where chance(Double(p.rawValue + 1) / 10) { practices.append(p) }
                    opening(c, month, role: roles[k % roles.count], skills: skills, practices: practices, open: m == 23)
                }
            }
        }
    }

    func generation(asOf: Day = asOf) -> Generation {
        Generation(
            number: 1, columns: Columns(rows: rows), companies: companies, boards: boards, skillIDs: Self.skills,
            readerVersion: "1.0+test", asOf: asOf, postings: rows.count, isSample: isSample)
    }

    static let taxonomy = Taxonomy(
        version: "test",
        skills: skills.enumerated().map { i, id in
            Skill(
                index: SkillIndex(i), id: id, name: id.prefix(1).uppercased() + id.dropFirst(), kind: .tool,
                category: id == "zig" ? .operational : .technical, practice: nil, aliases: [], source: "test")
        }, finder: NameFinder())

    func insight(asOf: Day = asOf) -> MarketInsight {
        MarketInsight(generation: generation(asOf: asOf), taxonomy: Self.taxonomy)
    }

    /// Forty companies of three openings a month; every share .3 in both years.
    static func still(seed: UInt64, companies: Int = 40, perMonth: Int = 3) -> SyntheticMarket {
        var m = SyntheticMarket(seed: seed)
        let list = (0..<companies).map { _ in m.company() }
        m.fill(companies: list, perMonth: perMonth) { _, _, _ in 0.3 }
        return m
    }
}
