import Base
import Fixtures
import Foundation
import Match
import Person
import Taxonomy
import Testing

@Suite struct FitTests {
    static func opening(_ id: Int64, required: [SkillIndex], nice: [SkillIndex] = []) -> Candidate {
        Candidate(
            row: Int(id), id: id,
            asks: required.map { Candidate.Ask($0, .required) } + nice.map { Candidate.Ask($0, .nice) })
    }

    /// A market in which low numbers are common and high ones are rare.
    static func market(_ seed: UInt64, openings: Int = 400, skills: Int = 60) -> [Candidate] {
        var random = SeededGenerator(seed: seed)
        return (1...openings).map { id in
            let n = Int.random(in: 1...12, using: &random)
            let asks = Set(
                (0..<n).map { _ in SkillIndex(Double(skills) * pow(Double.random(in: 0..<1, using: &random), 2)) })
            return opening(Int64(id), required: asks.sorted())
        }
    }

    @Test func `a text that names little proves little`() {
        let market = Self.market(1)
        let weights = SkillWeights(candidates: market, skillCount: 60)
        let shown: Set<SkillIndex> = [1, 2, 3, 4, 5, 6, 7, 8]
        let vague = Self.opening(1, required: [1]).asks
        let full = Self.opening(2, required: [1, 2, 3, 4, 5, 6, 7, 30]).asks
        #expect(weights.fit(full, shown: shown) > weights.fit(vague, shown: shown))
        #expect(weights.fit([], shown: shown) == 0)
    }

    @Test func `showing one more skill never lowers the fit, and it stays under 1024`() {
        var random = SeededGenerator(seed: 3)
        let market = Self.market(2)
        let weights = SkillWeights(candidates: market, skillCount: 60)
        for candidate in market.prefix(200) {
            var shown: Set<SkillIndex> = []
            var last = 0
            for skill in (0..<60).map({ SkillIndex($0) }).shuffled(using: &random) {
                shown.insert(skill)
                let fit = weights.fit(candidate.asks, shown: shown)
                #expect(fit >= last && fit < 1024)
                last = fit
            }
        }
    }

    @Test func `a planted person finds the opening that was planted`() {
        let market = Self.market(5, openings: 3000, skills: 300)
        let weights = SkillWeights(candidates: market, skillCount: 300)
        var random = SeededGenerator(seed: 9)
        var found = 0
        let trials = 120
        let targets = market.filter { $0.asks.count >= 6 }
        for _ in 0..<trials {
            let target = targets.randomElement(using: &random)!
            let kept = target.asks.map(\.skill).shuffled(using: &random).prefix(target.asks.count * 65 / 100 + 1)
            let foreign = (0..<4).map { _ in SkillIndex.random(in: 0..<300, using: &random) }
            let ranking = Ranking(market, shown: Set(kept + foreign), limits: Limits(), weights: weights)
            if ranking.openings.prefix(10).contains(where: { $0.candidate.id == target.id }) { found += 1 }
        }
        print("planted person: \(found) of \(trials) in the first ten")
        #expect(found * 100 >= trials * 90)
    }

    @Test func `the order is the same whatever the order of input`() {
        var random = SeededGenerator(seed: 4)
        let market = Self.market(6)
        let weights = SkillWeights(candidates: market, skillCount: 60)
        let first = Ranking(market, shown: [1, 5, 9], limits: Limits(), weights: weights).openings.map(\.candidate.id)
        let second = Ranking(market.shuffled(using: &random), shown: [1, 5, 9], limits: Limits(), weights: weights)
            .openings.map(\.candidate.id)
        #expect(first == second)
    }

    @Test func `an opening that names fewer than three skills stands in a group of its own`() {
        let market = [
            Self.opening(1, required: [1, 2]), Self.opening(2, required: [1, 2, 3]), Self.opening(3, required: []),
        ]
        let ranking = Ranking(
            market, shown: [1, 2, 3], limits: Limits(), weights: SkillWeights(candidates: market, skillCount: 4))
        #expect(ranking.openings.map(\.candidate.id) == [2])
        #expect(ranking.littleToGoOn.map(\.candidate.id) == [1, 3])
        #expect(ranking.littleToGoOn.last?.unknown == [.skills])
    }

    @Test func `each limit says how many it hides and how many are silent`() {
        var low = Self.opening(1, required: [1, 2, 3])
        low.pay = (30_000, 40_000, .eur, .year)
        var high = Self.opening(2, required: [1, 2, 3])
        high.pay = (70_000, 90_000, .eur, .year)
        let silent = Self.opening(3, required: [1, 2, 3])
        var limits = Limits()
        limits.payFloor = Money(60_000, .eur)
        let market = [low, high, silent]
        let ranking = Ranking(
            market, shown: [1], limits: limits, weights: SkillWeights(candidates: market, skillCount: 4))
        #expect(ranking.openings.map(\.candidate.id).sorted() == [2, 3])
        #expect(ranking.hidden.count == 1 && ranking.hidden[0].limit == .pay && ranking.hidden[0].count == 1)
        #expect(ranking.hidden[0].silent == 1 && ranking.hidden[0].asked == 3)
        #expect(ranking.openings.first { $0.candidate.id == 3 }?.unknown == [.pay])
    }

    @Test func `a quote is the line of the ad, cut at words around the name`() {
        let text = Array(
            ("x " + String(repeating: "word ", count: 80) + "Kubernetes " + String(repeating: "more ", count: 80)).utf8)
        let start = 2 + 5 * 80
        let quote = Matcher.quote(around: ByteSpan(start, start + 10), in: text)
        #expect(quote.contains("Kubernetes") && quote.count < Matcher.quoteLimit + 10)
        let item = Array("Needs:\n- Go and Rust\nEnd".utf8)
        #expect(Matcher.quote(around: ByteSpan(9, 11), in: item) == "Go and Rust")
    }
}
