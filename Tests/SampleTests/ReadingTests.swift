import Base
import Reading
import Sample
import Sources
import Taxonomy
import Testing

/// The ground truth of the sample market against what `Reading` understands of its texts. The texts were written by one
/// hand, so this says what is lost on plain prose of many forms, not how reading fares in the field: that is measured on
/// labelled postings.
@Suite struct `What the reader finds again` {
    struct Tally {
        var found = 0
        var truth = 0
        var right = 0
        var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
        var recall: Double { truth == 0 ? 1 : Double(right) / Double(truth) }
        var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
        mutating func add(_ found: Set<String>, _ truth: Set<String>) {
            self.found += found.count
            self.truth += truth.count
            right += found.intersection(truth).count
        }
        var line: String { "P \(percent(precision)) R \(percent(recall)) F1 \(percent(f1)) of \(truth)" }
    }

    static func percent(_ x: Double) -> Double { (x * 1000).rounded() / 10 }

    @Test func `skills, practices, roles, pay, modes and on-call of 1,500 postings`() throws {
        let market = SampleMarket(SamplePlan(seed: 21, postings: 6_000, end: sampleEnd))
        let wire = Wire(market)
        let reader = Reader(taxonomy: Taxonomy.standard)
        var named = Tally()
        var asked = Tally()
        var practices = [Tally](repeating: Tally(), count: Practice.allCases.count)
        var same: [String: (Int, Int)] = [:]
        func count(_ name: String, _ isSame: Bool) {
            same[name, default: (0, 0)].1 += 1
            if isSame { same[name, default: (0, 0)].0 += 1 }
        }
        var misses: [String: Int] = [:]
        for posting in market.postings where posting.number % 4 == 0 && posting.flaw == nil {
            let board = market.boards[posting.board]
            let polled = Board(id: board.id, kind: board.kind, address: "http://127.0.0.1:9/x", company: nil)
            let read = try SourceCatalog.posting(
                from: wire.document(posting), board: polled, externalID: "\(posting.number)")
            let facts = reader.read(read)
            let truth = market.openings[posting.opening]
            func ids(_ pick: (MentionStatus) -> Bool) -> Set<String> {
                Set(facts.skills.filter { pick($0.status) }.map { Taxonomy.standard.skills[Int($0.skill)].id })
            }
            func truths(_ pick: (MentionStatus) -> Bool) -> Set<String> {
                Set(truth.skills.filter { pick($0.status) }.map { SkillBook.all[$0.skill].id })
            }
            named.add(ids { $0 != .negated }, truths { $0 != .negated })
            asked.add(ids(\.isAsked), truths(\.isAsked))
            for s in truths({ $0 != .negated }).subtracting(ids { $0 != .negated }) {
                misses["missed \(s)", default: 0] += 1
            }
            for s in ids({ $0 != .negated }).subtracting(truths { $0 != .negated }) {
                misses["false \(s)", default: 0] += 1
            }
            let has = PracticeSet(facts.practices.map(\.practice))
            for p in Practice.allCases {
                practices[Int(p.rawValue)].add(
                    has.contains(p) ? ["x"] : [], truth.allPractices.contains(p) ? ["x"] : [])
            }
            let family = RoleDemand.all[truth.profile].family
            count("role", facts.roles.first?.family == family)
            if facts.roles.first?.family != family {
                misses["role \(family.id) as \(facts.roles.first?.family.id ?? "-"): \(truth.title)", default: 0] += 1
            }
            count("seniority", facts.seniority == truth.seniority)
            if facts.seniority != truth.seniority {
                misses["seniority \(truth.seniority) as \(facts.seniority)", default: 0] += 1
            }
            count("mode", facts.place.mode == truth.mode)
            if facts.place.mode != truth.mode { misses["mode \(truth.mode) as \(facts.place.mode)", default: 0] += 1 }
            count("on-call", facts.onCall.value.id == "\(truth.onCall)")
            let payIsRight =
                truth.pay.map { pay in
                    facts.pay.map { $0.currency?.code == pay.currency && ($0.max ?? 0) == pay.max } ?? false
                }
                ?? (facts.pay == nil)
            count("pay", payIsRight)
            if !payIsRight {
                misses[
                    "pay \(truth.pay?.currency ?? "-") \(truth.pay?.period.rawValue ?? "-") as \(facts.pay?.quote ?? "-")",
                    default: 0] += 1
            }
            count(
                "country", facts.place.country?.code == SamplePlace.all[posting.place].country || truth.mode == .remote)
        }
        print("named skills:", named.line)
        print("asked skills:", asked.line)
        for p in Practice.allCases { print("practice \(p.id):", practices[Int(p.rawValue)].line) }
        for (name, n) in same.sorted(by: { $0.key < $1.key }) {
            print("\(name): \(Self.percent(Double(n.0) / Double(n.1))) % right of \(n.1)")
        }
        for (name, n) in misses.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(60) {
            print("   ", n, name)
        }
        #expect(named.f1 > 0.9, "\(named.line)")
        #expect(asked.f1 > 0.85, "\(asked.line)")
        for p in Practice.allCases {
            #expect(practices[Int(p.rawValue)].f1 > 0.6, "\(p.id): \(practices[Int(p.rawValue)].line)")
        }
    }
}
