import Base
import Insight
import Market
import Sources
import Taxonomy
import Testing

@Suite struct ChangeTests {
    let later = SyntheticMarket.later

    @Test func `growth that was planted is found, and nothing else`() throws {
        var m = SyntheticMarket(seed: 1)
        let list = (0..<60).map { _ in m.company() }
        m.fill(companies: list, perMonth: 3) { skill, _, month in
            switch skill {
            case "terraform": month >= self.later ? 0.30 : 0.15
            case "jquery": month >= self.later ? 0.10 : 0.22
            default: 0.25
            }
        }
        let movers = m.insight().movers(in: .everything)
        #expect(movers.rising.map(\.name) == ["Terraform"])
        #expect(movers.falling.map(\.name) == ["Jquery"])
        #expect(movers.tested == 8 && movers.cannotTell.count == 6)
        let t = try #require(movers.rising.first)
        let (low, high) = (try #require(t.low), try #require(t.high))
        #expect(low < 2 && high > 1.7)
        #expect(t.sentence == "Terraform rises in IT openings (×\(t.intervalTextOfSentence)).")
        // The list and the single question agree to the last bit.
        #expect(m.insight().change(.skill("terraform"), in: .everything) == t)
        // What it counted is what its query opens, and nothing else: not of a board that joined late, not stock, not unread.
        let late = m.company(since: "2026-01-01")
        m.opening(late, later, skills: ["terraform"])
        m.opening(1, later, skills: ["terraform"], live: false)
        m.opening(1, later, skills: ["terraform"], more: .unread)
        m.opening(1, later, role: .notIT, skills: ["terraform"])
        let again = m.insight().change(.skill("terraform"), in: .everything)
        #expect(again.witness.openings == t.witness.openings && again.value == t.value)
        #expect(try RowFilter(again.query, generation: m.generation()).rows().count == t.witness.openings)
        #expect(t.witness.panel == "fixed panel of 60 boards")
    }

    @Test func `where nothing changed little is claimed`() {
        var claims = 0
        for seed in 0..<12 {
            let movers = SyntheticMarket.still(seed: UInt64(100 + seed)).insight().movers(in: .everything)
            claims += movers.rising.count + movers.falling.count
            #expect(movers.tested == 8)
        }
        #expect(claims <= 2, "\(claims) of 96 claims about nothing")
    }

    @Test func `companies that join late are no growth`() {
        var m = SyntheticMarket.still(seed: 2)
        for _ in 0..<40 {
            let c = m.company(since: "2025-10-01")
            for k in 0..<13 { for _ in 0..<3 { m.opening(c, later + (k - 1), skills: ["zig", "kubernetes"]) } }
        }
        let change = m.insight().change(.skill("kubernetes"), in: .everything)
        #expect(change.verdict == .cannotTell)
        #expect(change.witness.panel == "fixed panel of 40 boards")
    }

    @Test func `a flood by one company is no growth`() {
        var m = SyntheticMarket.still(seed: 3, companies: 60)
        for k in 0..<400 { m.opening(1, later + k % 12, skills: ["docker"]) }
        let change = m.insight().change(.skill("docker"), in: .everything)
        #expect(change.verdict == .cannotTell, "\(change.sentence)")
    }

    @Test func `a board that was not watched for a month leaves the panel`() {
        var m = SyntheticMarket.still(seed: 4, companies: 30)
        let gap = Day(iso: "2025-03-01")!..<Day(iso: "2025-04-05")!
        for _ in 0..<5 { m.company(gaps: [gap]) }
        for _ in 0..<3 { m.company(until: Day(iso: "2026-09-01")!) }
        let change = m.insight().change(.skill("docker"), in: .everything)
        #expect(change.witness.panel == "fixed panel of 30 boards")
        #expect(change.witness.sources == 30)
    }

    @Test func `a change of who advertises is said beside the change`() throws {
        // Platform ads, which name Kubernetes, doubled in every company; habits within a role did not move.
        var m = SyntheticMarket(seed: 5)
        for _ in 0..<60 {
            let c = m.company()
            for k in 0..<24 {
                let month = SyntheticMarket.start + k
                for _ in 0..<2 { m.opening(c, month, role: .backend, skills: m.chance(0.1) ? ["kubernetes"] : []) }
                for _ in 0..<(k < 12 ? 1 : 4) {
                    m.opening(c, month, role: .platform, skills: m.chance(0.8) ? ["kubernetes"] : [])
                }
            }
        }
        let change = m.insight().change(.skill("kubernetes"), in: .everything)
        #expect(change.verdict == .cannotTell, "\(change.sentence)")
        #expect(change.caveats.contains { $0.contains("Who advertises has changed") })
        let role = m.insight().change(.role(.platform), in: .everything)
        #expect(role.verdict == .rises, "\(role.sentence)")
        #expect(m.insight().change(.everything, in: .everything).verdict == .rises)
    }

    @Test func `too little is refused, each time with its reason`() {
        func refusal(_ m: SyntheticMarket, _ skill: String = "docker", _ q: Query = .everything) -> Refusal? {
            m.insight().change(.skill(skill), in: q).refusal
        }
        #expect(refusal(SyntheticMarket(seed: 6)) == .shortHistory)
        // Never named, or by few companies.
        var rare = SyntheticMarket(seed: 7)
        let list = (0..<30).map { _ in rare.company() }
        rare.fill(companies: list, perMonth: 3) { s, c, _ in s == "zig" ? 0 : s == "go" ? (c <= 10 ? 0.5 : 0) : 0.3 }
        #expect(refusal(rare, "zig") == .fewOpenings)
        #expect(refusal(rare, "go") == .fewCompanies)
        #expect(refusal(rare, "cobol") == .fewOpenings)
        // Watched for a year only.
        var young = SyntheticMarket(seed: 8)
        let late = (0..<30).map { _ in young.company(since: "2025-10-01") }
        young.fill(companies: late, perMonth: 3) { _, _, _ in 0.3 }
        #expect(refusal(young) == .shortHistory)
        // One company is most of it.
        var one = SyntheticMarket.still(seed: 9, companies: 8, perMonth: 1)
        for k in 0..<24 { for _ in 0..<30 { one.opening(1, SyntheticMarket.start + k, skills: ["docker"]) } }
        #expect(refusal(one) == .oneCompany)
        // Four companies.
        #expect(refusal(SyntheticMarket.still(seed: 10, companies: 4, perMonth: 8)) == .fewCompanies)
        // Nothing was seen to appear.
        var stock = SyntheticMarket(seed: 11)
        let late2 = (0..<30).map { _ in stock.company(since: "2026-11-20") }
        for c in late2 {
            for k in 0..<24 { stock.opening(c, SyntheticMarket.start + k, skills: ["docker"], open: true, live: false) }
        }
        #expect(refusal(stock) == .notSeenLive)
        // A query that leaves too little.
        var q = Query()
        q.countries = [Country("FR")!]
        #expect(refusal(SyntheticMarket.still(seed: 12), "docker", q) == .fewOpenings)
    }

    @Test func `a refusal says how many are too few`() {
        var m = SyntheticMarket(seed: 13)
        let list = (0..<30).map { _ in m.company() }
        m.fill(companies: list, perMonth: 3) { s, _, _ in s == "zig" ? 0 : 0.3 }
        for c in 1...30 { m.opening(c, later, skills: ["zig"]) }
        let f = m.insight().change(.skill("zig"), in: .everything)
        #expect(f.sentence == "30 openings are too few; we say nothing under 100.")
        #expect(f.value == nil && f.low == nil)
        #expect(f.line == "– refused  30 openings are too few; we say nothing under 100.")
    }

    @Test func `the windows are whole months, and an archive that ended ends with its last`() {
        let m = SyntheticMarket.still(seed: 14)
        let w = m.insight().change(.skill("docker"), in: .everything).witness.window
        #expect(w.from == Day(iso: "2024-11-01") && w.to == Day(iso: "2026-11-01"))
        #expect(m.generation(asOf: Day(iso: "2027-03-05")!).endOfCompleteMonths() == Day(iso: "2026-10-01"))
        #expect(m.generation(asOf: Day(iso: "2026-10-31")!).endOfCompleteMonths() == Day(iso: "2026-10-01"))
    }

    @Test func `a record counts from its first post, however late it is read`() {
        var m = SyntheticMarket(seed: 15)
        m.companies += (1...40).map { "Poster \($0)" }
        m.boards = [
            Generation.BoardEntry(
                board: Board(id: "hackernews:hiring", kind: .hackerNews, address: "hiring"),
                firstComplete: SyntheticMarket.asOf,
                lastComplete: SyntheticMarket.asOf)
        ]
        for c in 1...40 {
            for k in -1..<24 {
                for _ in 0..<2 { m.opening(c, SyntheticMarket.start + k, skills: m.chance(0.4) ? ["docker"] : []) }
            }
        }
        for i in m.rows.indices { m.rows[i].board = 0 }
        let f = m.insight().change(.skill("docker"), in: .everything)
        #expect(f.verdict == .cannotTell && f.witness.panel == "fixed panel of 1 board", "\(f.sentence)")
    }
}

extension Finding {
    /// `1.52, 1.31 to 1.77` as the sentence has it.
    var intervalTextOfSentence: String {
        let parts = intervalText.split(separator: "–")
        return "\(valueText.dropFirst()), \(parts.first ?? "") to \(parts.last ?? "")"
    }
}
