import Base
import Foundation
import Insight
import Market
import Statistics
import Taxonomy
import Testing

@Suite struct LevelTests {
    @Test func `a share says what was planted, with its witnesses`() throws {
        let m = SyntheticMarket.still(seed: 21)
        let f = m.insight().share(.skill("docker"), in: .everything)
        #expect(f.verdict == .level && f.unit == .share)
        #expect(abs(try #require(f.value) - 0.3) < 0.04)
        let (low, high) = (try #require(f.low), try #require(f.high))
        #expect(low < 0.3 && high > 0.3)
        #expect(f.witness.openings == 40 * 36 && f.witness.companies == 40)
        #expect(
            f.sentence.hasPrefix("About ")
                && f.sentence.contains("ask for Docker; with other companies it could have been "))
        #expect(f.caveats.contains { $0.contains("40 companies") && $0.contains("at least once") })
        let asking = try RowFilter(f.query, generation: m.generation()).rows().count
        #expect(abs(Double(asking) / Double(f.witness.openings) - f.value!) < 1e-12)
    }

    @Test func `a level is refused with each of its reasons`() {
        func refusal(
            _ m: SyntheticMarket, _ window: Window? = Window(from: Day(iso: "2025-11-01")!, to: Day(iso: "2026-11-01")!)
        ) -> Refusal? {
            m.insight().share(.skill("docker"), in: .everything, window: window).refusal
        }
        #expect(refusal(SyntheticMarket(seed: 22)) == .fewOpenings)
        #expect(refusal(SyntheticMarket.still(seed: 23, companies: 2, perMonth: 1)) == .fewOpenings)
        #expect(refusal(SyntheticMarket.still(seed: 24, companies: 4, perMonth: 4)) == .fewCompanies)
        var one = SyntheticMarket.still(seed: 25, companies: 6, perMonth: 1)
        for k in 12..<24 { for _ in 0..<20 { one.opening(1, SyntheticMarket.start + k, skills: []) } }
        #expect(refusal(one) == .oneCompany)
        var split = SyntheticMarket(seed: 26)
        let list = (0..<6).map { _ in split.company() }
        split.fill(companies: list, perMonth: 1) { _, c, _ in c % 2 == 0 ? 1 : 0 }
        #expect(refusal(split) == .tooWide)
        let f = split.insight().share(
            .skill("docker"), in: .everything,
            window: Window(from: Day(iso: "2025-11-01")!, to: Day(iso: "2026-11-01")!))
        #expect(f.sentence.hasPrefix("It could be anywhere from "))
    }

    @Test func `unread texts and work outside IT are in no figure unless asked for`() {
        var m = SyntheticMarket.still(seed: 27)
        let before = m.insight().share(.skill("docker"), in: .everything).witness.openings
        for c in 1...40 {
            m.opening(c, SyntheticMarket.later, role: .notIT, skills: ["docker"])
            m.opening(c, SyntheticMarket.later, role: .unknown, skills: ["docker"])
            m.opening(c, SyntheticMarket.later, skills: ["docker"], more: .unread)
            m.opening(c, SyntheticMarket.later, skills: ["docker"], live: false)
        }
        let total = m.insight().share(.everything, in: .everything)
        #expect((try? RowFilter(total.query, generation: m.generation()))?.count() == before)
        #expect(m.insight().share(.skill("docker"), in: .everything).witness.openings == before)
        var q = Query()
        q.roles = [.notIT]
        #expect(m.insight().share(.everything, in: q).value == 40)
    }

    @Test func `openings without an employer are one company a board`() throws {
        var m = SyntheticMarket.still(seed: 28)
        let before = m.insight().share(.skill("docker"), in: .everything).witness.companies
        for _ in 0..<90 { m.opening(0, SyntheticMarket.later, skills: ["docker"]) }
        let f = m.insight().share(.skill("docker"), in: .everything)
        #expect(f.witness.companies == before + 1)
        #expect(m.insight().today().caveats.contains { $0.contains("employer is not known") })
    }

    @Test func `a market seen for a day is described by what is open`() {
        var m = SyntheticMarket(seed: 29)
        for _ in 0..<20 {
            let c = m.company(since: "2026-11-20")
            for k in 0..<4 {
                m.opening(
                    c, SyntheticMarket.start + (20 + k), skills: m.chance(0.5) ? ["docker"] : [], open: true,
                    live: false)
            }
        }
        let f = m.insight().share(.skill("docker"), in: .everything)
        #expect(f.witness.panel == "openings open today" && f.verdict == .level)
        #expect(f.query.isOpen == true)
        #expect(f.caveats.contains { $0.contains("open today") })
    }

    @Test func `the wheel has what was planted, and none is drawn from too little`() throws {
        let m = SyntheticMarket.still(seed: 30)
        let w = m.insight().wheel(of: .everything, name: "All IT roles")
        #expect(w.refusal == nil && w.spokes.count == 9)
        for (p, f) in zip(Practice.allCases, w.spokes) {
            let truth = Double(p.rawValue + 1) / 10
            let (low, high) = (try #require(f.low), try #require(f.high))
            #expect(low <= truth + 0.02 && high >= truth - 0.02, "\(f.sentence)")
        }
        // Seven technical skills at .3 each; zig is of the other kind.
        #expect(abs(try #require(w.breadth.value) - 2.1) < 0.2)
        #expect(w.bars().count == 10 && w.bars()[8].contains("90 %") || w.bars()[8].contains("(8"))
        let small = SyntheticMarket.still(seed: 31, companies: 9, perMonth: 4).insight().wheel(
            of: .everything, name: "x")
        #expect(small.refusal == .fewCompanies && small.spokes.allSatisfy { $0.value == nil })
        #expect(SyntheticMarket(seed: 32).insight().wheel(of: .everything, name: "x").refusal == .fewOpenings)
    }

    @Test func `two halves of one market lie nowhere apart`() throws {
        var m = SyntheticMarket.still(seed: 33)
        for i in m.rows.indices { m.rows[i].country = Country(m.rows[i].company % 2 == 0 ? "DE" : "FR") }
        var a = Query(), b = Query()
        a.countries = [Country("DE")!]
        b.countries = [Country("FR")!]
        let d = try #require(m.insight().distance(a, b))
        #expect(d.points < 3 && d.low <= 0)
    }

    @Test func `pay comes after who states it, in one currency, in parts that the numbers allow`() throws {
        var m = SyntheticMarket(seed: 34)
        for _ in 0..<30 {
            let c = m.company()
            for k in 12..<24 {
                let base = 60_000 + 1000 * Double((c * 7 + k * 5) % 41)
                m.opening(c, SyntheticMarket.start + k, skills: [], pay: k % 2 == 0 ? (base, base * 1.3, .eur) : nil)
                if k == 12 { m.opening(c, SyntheticMarket.start + k, skills: [], pay: (90_000, 300_000, .usd)) }
            }
        }
        let p = m.insight().pay(of: .everything, name: "IT")
        #expect(p.currency == .eur && p.other == [PayPicture.CurrencyCount(currency: .usd, openings: 30)])
        #expect(abs(try #require(p.disclosure.value) - 210.0 / 390) < 1e-9)
        let verdicts = p.quantiles.map { $0.finding.refusal }
        #expect(verdicts == [.fewOpenings, nil, nil, nil, .fewOpenings])
        let median = p.quantiles[2].finding
        let middle = try #require(median.value)
        #expect(middle > 80_000 && middle < 103_000)
        #expect(
            median.sentence.hasPrefix("Of IT openings that state pay, half offer ")
                && median.sentence.contains(" EUR a year or more"))
        var usd = Query()
        usd.payFloor = Money(1, .usd)
        let refused = m.insight().pay(of: usd, name: "IT").quantiles[2].finding
        #expect(refused.refusal == .fewOpenings, "ranges of 1 to 3.3 tell no midpoint")
        #expect(
            m.insight().pay(of: Query.everything.with(country: "FR"), name: "IT").disclosure.refusal == .fewOpenings)
    }

    @Test func `what goes together is found, and what only shares a role is marked`() throws {
        var m = SyntheticMarket(seed: 35)
        for _ in 0..<50 {
            let c = m.company()
            for k in 12..<24 {
                let month = SyntheticMarket.start + k
                var a = m.chance(0.5) ? ["kubernetes"] : []
                if m.chance(a.isEmpty ? 0.2 : 0.8) { a.append("docker") }
                if m.chance(0.6) { a.append("terraform") }
                m.opening(c, month, role: .platform, skills: a)
                var b = m.chance(0.03) ? ["kubernetes"] : []
                if m.chance(0.3) { b.append("java") }
                m.opening(c, month, role: .backend, skills: b)
            }
        }
        let list = m.insight().companions(of: "kubernetes", in: .everything)
        #expect(list.first?.skill == "docker" && list.first?.explainedByRole == false)
        let terraform = try #require(list.first { $0.skill == "terraform" })
        #expect(terraform.explainedByRole)
        #expect(!list.contains { $0.skill == "java" || $0.skill == "kubernetes" })
        #expect(abs(try #require(list.first?.share.value) - 0.8) < 0.1)
        #expect(m.insight().companions(of: "cobol", in: .everything).isEmpty)
    }

    @Test func `the list of what is asked says which places are sure`() {
        var m = SyntheticMarket(seed: 36)
        let list = (0..<40).map { _ in m.company() }
        m.fill(companies: list, perMonth: 3) { s, _, _ in s == "python" ? 0.8 : 0.3 }
        let asked = m.insight().asked(in: .everything, limit: 5)
        #expect(asked.count == 5 && asked[0].name == "Python")
        #expect(!asked[0].caveats.contains { $0.contains("Its place") })
        #expect(asked[2].caveats.contains { $0.hasPrefix("Its place in this list is 2 to ") })
    }

    @Test func `the months of a series are the panel's, the unfinished one is marked`() {
        var m = SyntheticMarket.still(seed: 37)
        for c in 1...40 { for _ in 0..<3 { m.opening(c, Month(iso: "2026-11")!, skills: ["docker"], open: true) } }
        let s = m.insight().series(.skill("docker"), in: .everything, months: 24)
        #expect(s.points.count == 25)
        #expect(s.points.dropLast().allSatisfy { !$0.isPartial && $0.openings == 120 && $0.share != nil })
        #expect(s.points.last?.isPartial == true && s.points.last?.month == Month(iso: "2026-11"))
        #expect(s.sparkline.count == 24)
        #expect(s.change.verdict == .cannotTell)
        let longer = m.insight().series(.skill("docker"), in: .everything, months: 36)
        #expect(longer.points.prefix(8).allSatisfy { $0.refusal == .shortHistory && $0.share == nil })
        #expect(longer.points[30].share != nil)
    }

    @Test func `today and demand count what is open and new`() {
        var m = SyntheticMarket.still(seed: 38)
        for c in 1...10 { m.opening(c, Month(iso: "2026-11")!, skills: ["docker"], open: true) }
        let t = m.insight().today()
        #expect(t.openNow == 130 && t.newThisMonth == 10 && t.sources == 40)
        #expect(
            t.headline == nil && t.sentence == "130 IT openings are open on 40 boards; no skill moves beyond chance.")
        let d = m.insight().demand(.skill("docker"), in: .everything)
        #expect(d.newThisMonth == 10 && d.openNow >= 10 && d.companies <= 40)
        #expect(
            MarketInsight(generation: SyntheticMarket(seed: 0).generation(), taxonomy: SyntheticMarket.taxonomy).today()
                .sentence
                == "No IT opening is open yet.")
    }

    @Test func `sentences read as sentences`() {
        func sentence(_ share: Double, _ q: Query = .everything) -> String {
            var m = SyntheticMarket(seed: 50)
            let list = (0..<40).map { _ in m.company() }
            for c in list {
                for k in 0..<20 {
                    m.opening(c, SyntheticMarket.later + k % 12, skills: Double(k) < share * 20 ? ["docker"] : [])
                }
            }
            return String(m.insight().share(.skill("docker"), in: q).sentence.split(separator: ";")[0])
        }
        #expect(sentence(0.3) == "About 3 in 10 IT openings ask for Docker")
        #expect(sentence(0.25) == "About 25 in 100 IT openings ask for Docker")
        #expect(sentence(0.5) == "About half of the IT openings ask for Docker")
        #expect(sentence(0) == "None of the IT openings ask for Docker")
        #expect(sentence(1) == "All IT openings ask for Docker")
        var q = Query()
        q.modes = [.unstated]
        #expect(sentence(0.35, q) == "About 35 in 100 of these openings ask for Docker")
        q = Query()
        q.roles = [.backend]
        q.countries = [Country("DE")!]
        #expect(sentence(0.3, q) == "About 3 in 10 backend engineer openings in DE ask for Docker")
    }

    @Test func `the sample says that it is invented`() {
        var m = SyntheticMarket.still(seed: 39)
        m.isSample = true
        let insight = m.insight()
        for f in [
            insight.share(.skill("docker"), in: .everything), insight.change(.skill("docker"), in: .everything),
            insight.change(.skill("cobol"), in: .everything), insight.wheel(of: .everything, name: "x").breadth,
            insight.pay(of: .everything, name: "x").disclosure,
        ] {
            #expect(f.caveats.contains { $0.contains("invented") }, "\(f.name)")
        }
    }

    @Test func `JSON has one shape, and the same answer is the same bytes`() throws {
        let m = SyntheticMarket.still(seed: 40)
        func bytes(_ f: Finding) -> [UInt8] {
            var w = JSONWriter()
            f.write(&w)
            return w.bytes
        }
        let f = m.insight().change(.skill("docker"), in: .everything)
        let root = try JSONDocument(bytes(f)).root
        for key in [
            "sentence", "verdict", "value", "interval", "n", "companies", "largestPart", "window", "panel",
            "readerVersion",
            "caveats", "refusal", "query",
        ] {
            #expect(root.member(key).exists, "\(key)")
        }
        #expect(root["interval"]["low"].double == f.low)
        #expect(root["refusal"].isNull)
        let refused = m.insight().change(.skill("cobol"), in: .everything)
        #expect(try JSONDocument(bytes(refused)).root["refusal"].string == "few_openings")
        #expect(bytes(f) == bytes(m.insight().change(.skill("docker"), in: .everything)))
        var shuffled = m
        shuffled.rows.shuffle(using: &shuffled.random)
        #expect(bytes(f) == bytes(shuffled.insight().change(.skill("docker"), in: .everything)))
    }
}

extension Query {
    func with(country: String) -> Query {
        var q = self
        q.countries = [Country(country)!]
        return q
    }
}
