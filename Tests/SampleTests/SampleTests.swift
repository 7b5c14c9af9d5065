import Base
import Fixtures
import Glibc
import Sample
import Sources
import Taxonomy
import Testing

let sampleEnd = Day(year: 2026, month: 11, day: 24) ?? Day(number: 0)
/// The whole market, made once for all tests that only read it.
let wholeMarket = SampleMarket(SamplePlan(seed: 7, end: sampleEnd))

@Suite struct `The sample market` {
    static func fingerprint(_ market: SampleMarket, every step: Int) -> UInt64 {
        let wire = Wire(market)
        var h: UInt64 = 14_695_981_039_346_656_037
        for i in stride(from: 0, to: market.postings.count, by: step) {
            for b in wire.document(market.postings[i]) { h = (h ^ UInt64(b)) &* 1_099_511_628_211 }
        }
        return h
    }

    @Test func `the same plan gives the same bytes, another seed gives others`() {
        let plan = SamplePlan(seed: 11, postings: 4_000, end: sampleEnd)
        let a = Self.fingerprint(SampleMarket(plan), every: 3)
        let b = Self.fingerprint(SampleMarket(plan), every: 3)
        var other = plan
        other.seed = 12
        #expect(a == b)
        #expect(a != Self.fingerprint(SampleMarket(other), every: 3))
    }

    @Test func `has the size that was asked for`() {
        let m = wholeMarket
        #expect(abs(m.postings.count - 60_000) < 3_000, "\(m.postings.count) postings")
        #expect(m.employers.count == 400)
        #expect(Set(m.employers.map(\.name)).count == 400)
        #expect(Set(m.boards.map(\.id)).count == m.boards.count)
        #expect(m.boards.allSatisfy { $0.id.hasPrefix("sample-") })
        #expect(Set(m.openings.map { RoleDemand.all[$0.profile].family }.filter(\.isIT)).count >= 20)
        #expect(m.postings.allSatisfy { $0.first <= sampleEnd && $0.first < $0.end })
        let small = SampleMarket(SamplePlan(seed: 3, postings: 3_000, end: sampleEnd))
        #expect(abs(small.postings.count - 3_000) < 400, "\(small.postings.count) postings")
        print("whole market: \(m.postings.count) postings, \(m.openings.count) openings, \(m.boards.count) boards")
    }

    @Test func `a third of the companies carries the weight of all, as in the field`() {
        var n: [Int: Double] = [:]
        for o in wholeMarket.openings { n[o.employer, default: 0] += 1 }
        let sum = n.values.reduce(0, +)
        let kish = sum * sum / n.values.reduce(0) { $0 + $1 * $1 }
        #expect((70...190).contains(kish), "Kish count \(kish) of \(n.count) companies")
        print("Kish count of companies: \(Int(kish)) of \(n.count)")
    }

    @Test func `copies are a fifth of all postings, each of a known kind`() {
        var n: [String: Int] = [:]
        for p in wholeMarket.postings { n["\(p.origin)", default: 0] += 1 }
        let copies = wholeMarket.postings.count - n["original", default: 0]
        let part = Double(copies) / Double(wholeMarket.postings.count)
        #expect((0.15...0.32).contains(part), "\(part)")
        for kind in ["place", "feed", "agency", "repost", "flood"] { #expect(n[kind, default: 0] > 100, "\(kind)") }
        print("postings by origin:", n.sorted { $0.key < $1.key }, "copies:", part)
    }

    @Test func `texts are made fast enough to be made when asked for`() {
        let wire = Wire(wholeMarket)
        var clock = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &clock)
        let from = Double(clock.tv_sec) + Double(clock.tv_nsec) / 1e9
        var bytes = 0
        for i in stride(from: 0, to: wholeMarket.postings.count, by: 10) {
            bytes += wire.document(wholeMarket.postings[i]).count
        }
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &clock)
        let seconds = Double(clock.tv_sec) + Double(clock.tv_nsec) / 1e9 - from
        let n = wholeMarket.postings.count / 10
        print("documents: \(Int(Double(n) / seconds)) a second of CPU, \(bytes / n) bytes each")
    }
}

@Suite struct `What was planted is there` {
    let market = wholeMarket

    @Test func `one skill grows and one falls by the planted factor, within employers`() throws {
        for change in PlantedTruth.changes where ["terraform", "jenkins"].contains(change.skill) {
            let ratio = try #require(market.matchedRatio(of: change.skill))
            #expect(abs(log(ratio / change.factor)) < 0.12, "\(change.skill): \(ratio), planted \(change.factor)")
        }
        for change in PlantedTruth.changes {
            print("planted \(change.skill) ×\(change.factor): counted", market.matchedRatio(of: change.skill) ?? .nan)
        }
    }

    @Test func `the steady skill keeps its share`() throws {
        let ratio = try #require(market.matchedRatio(of: PlantedTruth.steady))
        #expect(abs(log(ratio)) < 0.08, "\(ratio)")
    }

    @Test func `the rare skill is rare enough to be refused`() {
        let zig = SkillBook.number(PlantedTruth.rare)
        let n = market.openings.filter { $0.names(zig) }.count
        #expect((1..<30).contains(n), "\(n) openings")
    }

    @Test func `the late board moves the plain share and not the matched one`() throws {
        for skill in PlantedTruth.lateSkills {
            let id = SkillBook.all[skill].id
            let plain = try #require(market.plainRatio(of: id))
            let matched = try #require(market.matchedRatio(of: id))
            #expect(plain > 2, "\(id): plain \(plain)")
            #expect(abs(log(matched)) < 0.5, "\(id): matched \(matched)")
            print("\(id): plain ratio \(plain), matched \(matched)")
        }
        let late = try #require(market.boards.first { $0.id == market.truth.lateBoard })
        #expect(late.joins > market.plan.start + 600)
    }

    @Test func `Kafka pays six percent more in the same company, role and level`() {
        let kafka = PlantedTruth.premiumSkill
        var cells: [Int: (with: [Double], without: [Double])] = [:]
        for o in market.openings {
            guard let pay = o.pay else { continue }
            let key = ((o.employer * 64 + o.profile) * 16 + Int(o.seniority.rawValue)) * 64 + o.place
            if o.asks(kafka) {
                cells[key, default: ([], [])].with.append(pay.logMiddle)
            } else {
                cells[key, default: ([], [])].without.append(pay.logMiddle)
            }
        }
        var sum = 0.0
        var weight = 0.0
        for (_, c) in cells where !c.with.isEmpty && !c.without.isEmpty {
            let w = Double(c.with.count * c.without.count) / Double(c.with.count + c.without.count)
            sum += w * (c.with.reduce(0, +) / Double(c.with.count) - c.without.reduce(0, +) / Double(c.without.count))
            weight += w
        }
        #expect(weight > 100)
        #expect(abs(sum / weight - log(PlantedTruth.premium)) < 0.015, "\(exp(sum / weight)) from weight \(weight)")
    }

    @Test func `January is thin and May is full`() {
        var byMonth = [Double](repeating: 0, count: 12)
        for o in market.openings
        where o.first < market.plan.end.month.first && o.first >= market.plan.end.month.first + -1096 {
            byMonth[o.first.month.month - 1] += 1
        }
        let mean = byMonth.reduce(0, +) / 12
        #expect(abs(byMonth[0] / mean - 0.82) < 0.06)
        #expect(abs(byMonth[4] / mean - 1.12) < 0.06)
    }

    @Test func `half of the ads are gone after about 38 days`() {
        let lives = market.openings.map { $0.end - $0.first }.sorted()
        let median = lives[lives.count / 2]
        #expect((34...42).contains(median), "\(median)")
    }

    @Test func `one employer floods, boards fail, contacts are named`() {
        let flood = market.postings.filter { $0.origin == .flood }
        #expect(flood.count >= 300)
        #expect(Set(flood.map(\.opening)).count == 1)
        #expect(Set(market.truth.troubles.map(\.trouble.kind)) == Set(Trouble.Kind.allCases))
        #expect(market.openings.filter(\.namesContact).count > 1000)
        #expect(Set(market.postings.compactMap(\.flaw)) == Set(Flaw.allCases))
    }
}
