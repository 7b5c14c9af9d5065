import Foundation
import Statistics
import Testing

/// Cases small enough to be worked by hand; they need no file.
@Suite struct WorkedExamples {
    private func near(_ a: Double?, _ b: Double, _ tolerance: Double = 5e-4, at line: SourceLocation = #_sourceLocation)
    {
        #expect(
            a != nil && abs((a ?? .nan) - b) <= tolerance, "\(String(describing: a)) is not \(b)", sourceLocation: line)
    }

    @Test func `Student's t at the printed points of every table`() {
        near(studentQuantile(df: 1), 12.7062, 1e-4)
        near(studentQuantile(df: 10), 2.22814, 1e-5)
        near(studentQuantile(df: 30), 2.04227, 1e-5)
        near(normalQuantile(), 1.959964, 1e-6)
        near(studentTail(2.22814, df: 10), 0.025, 1e-6)
        near(studentTail(-1, df: 1), 0.75, 1e-12)
        near(chiSquareTail(3.841459), 0.05, 1e-7)
        near(incompleteBeta(2, 3, 0.5), 0.6875, 1e-12)
        for df in [1.0, 2.5, 7, 33.3, 1e4] { near(studentTail(studentQuantile(df: df), df: df), 0.025, 1e-12) }
    }

    @Test func `Kish counts equal parts as themselves and nothing as one`() {
        #expect(kish([2, 2, 2]) == 3)
        #expect(kish([1, 0, 0]) == 1)
        #expect(kish([]) == 1)
    }

    @Test func `a share of eight clusters is too wide to be shown`() throws {
        let s = try #require(Share(marked: [3, 1, 0, 2, 0, 4, 1, 0], units: [5, 4, 3, 2, 6, 4, 9, 3]))
        near(s.value, 0.3056)
        near(s.effectiveClusters, 6.61, 0.005)
        near(s.designEffect, 2.395)
        near(s.df, 10.90, 0.005)
        near(s.low, 0.121)
        near(s.high, 0.586)
        let naive = wilson(s.value, n: 36, z: normalQuantile())
        near(naive.low, 0.180)
        near(naive.high, 0.469)
        #expect(s.high - s.low > 0.40)
    }

    @Test func `none of none, none of some, and one cluster`() throws {
        #expect(Share(marked: [], units: []) == nil)
        #expect(Share(marked: [0], units: [0]) == nil)
        let none = try #require(Share(marked: [0, 0], units: [10, 10]))
        #expect(none.low == 0 && none.high > 0.05 && none.high < 1)
        let one = try #require(Share(marked: [3], units: [10]))
        #expect(one.clusters == 1 && one.largestPart == 1 && one.low < 0.3 && one.high > 0.3)
    }

    @Test func `five clusters that ask more make no claim`() throws {
        let now = zip([4.0, 3, 6, 1, 5], [10.0, 6, 12, 4, 8]), before = zip([2.0, 2, 4, 1, 3], [8.0, 6, 10, 5, 9])
        let cells = zip(now, before).enumerated().map { i, c in
            Change.Cell(
                cluster: Int32(i), markedAfter: c.0.0, unitsAfter: c.0.1, markedBefore: c.1.0, unitsBefore: c.1.1)
        }
        let c = try #require(Change.matched(cells))
        near(c.ratio.value, 1.48, 0.005)
        near(c.ratio.low, 0.89, 0.005)
        near(c.ratio.high, 2.44, 0.005)
        near(c.p, 0.11, 0.005)
    }

    @Test func `a new cluster is no change of those that were there`() throws {
        var cells = (0..<20).map {
            Change.Cell(cluster: $0, markedAfter: 5, unitsAfter: 50, markedBefore: 5, unitsBefore: 50)
        }
        cells.append(Change.Cell(cluster: 20, markedAfter: 400, unitsAfter: 400, markedBefore: 0, unitsBefore: 0))
        let matched = try #require(Change.matched(cells))
        let pooled = try #require(Change.pooled(cells))
        #expect(matched.logRatio == 0)
        #expect(pooled.logRatio > 1)
        #expect(Change.mix(plain: pooled.logRatio, matched: matched) > 1)
        // The marked cells alone, in the frame of all, are the same answer.
        let sparse = cells.filter { $0.markedAfter + $0.markedBefore > 0 }
        #expect(Change.matched(sparse, of: Change.Frame(cells)) == matched)
    }

    @Test func `Benjamini and Hochberg's adjusted values by hand`() {
        let adjusted = FalseDiscovery.benjaminiHochberg([0.01, 0.04, 0.03, 0.5])
        let byHand: [Double] = [0.04, 0.16 / 3, 0.16 / 3, 0.5]
        for (a, b) in zip(adjusted, byHand) { near(a, b, 1e-15) }
        #expect(FalseDiscovery.benjaminiHochberg([]) == [])
        near(FalseDiscovery.benjaminiYekutieli([0.01, 0.5])[0], 0.03, 1e-12)
    }

    @Test func `whoever looks every week needs three, not two`() {
        for (n, f) in [(30.0, 3.20), (100, 3.04), (300, 3.10), (1000, 3.24), (3000, 3.39)] {
            near(sequenceMultiplier(n: n), f, 0.006)
        }
    }

    @Test func `six lives with late entries`() {
        let lives = [(0.0, 12.0, true), (0, 30, true), (5, 18, true), (10, 25, false), (0, 40, true), (20, 60, false)]
        let km = Lifetimes(lives.map { Lifetimes.Life(entry: $0.0, exit: $0.1, ended: $0.2) })
        near(km.survival[0], 0.8, 1e-12)
        near(km.survival[1], 0.6, 1e-12)
        near(km.survival[2], 0.4, 1e-12)
        #expect(km.times.prefix(3) == [12, 18, 30])
        #expect(km.atRisk.prefix(3) == [5, 4, 3])
        #expect(km.median == 30)
        #expect(Lifetimes([]).median == nil)
    }

    @Test func `eight of twenty and thirty in two hundred`() throws {
        let a = try #require(Association(both: 8, a: 20, b: 30, n: 200))
        near(a.g2, 8.48, 0.005)
        near(a.lift, 2.67, 0.005)
        near(a.shrunkLift, 1.63, 0.005)
        #expect(Association(both: 1, a: 0, b: 3, n: 10) == nil)
    }

    @Test func `a confounded pair vanishes within its strata`() {
        // In each stratum the marks are independent; together they look tied.
        let tables = [
            Association.Table(both: 64, aOnly: 16, bOnly: 16, neither: 4),
            Association.Table(both: 4, aOnly: 16, bOnly: 16, neither: 64),
        ]
        let s = Association.within(tables)
        near(s.oddsRatio, 1, 1e-12)
        #expect(s.p > 0.99)
    }

    @Test func `groups that share everything lie nowhere apart`() throws {
        let rows = (0..<12).map { i in ProfileDistance.Row(marked: [Double(i % 4), 3, 1], units: 6) }
        let d = try #require(ProfileDistance(rows, rows))
        #expect(d.plugIn == 0 && d.points == 0)
    }

    @Test func `a premium within clusters is not the difference between them`() throws {
        // Clusters that pay more have the mark more often; within each, the mark is worth exactly 0.05.
        var outcome: [Double] = [], mark: [Double] = [], cluster: [Int] = []
        for c in 0..<20 {
            for i in 0..<10 {
                let m = i * 2 < c ? 1.0 : 0
                outcome.append(11 + Double(c) / 20 + 0.05 * m + Double((i * 7 + c * 3) % 5) * 0.001)
                mark.append(m)
                cluster.append(c)
            }
        }
        let r = try #require(ClusterRegression(outcome: outcome, columns: [mark], cluster: cluster))
        near(r.coefficient, 0.05, 0.002)
        #expect(ClusterRegression(outcome: outcome, columns: [cluster.map { Double($0) }], cluster: cluster) == nil)
    }

    @Test func `a wide margin is kept within its limits`() throws {
        let r = try #require(Raking(counts: [[99, 1], [1, 99]], rowShares: [0.5, 0.5], columnShares: [0.5, 0.5]))
        near(r.weights[0][0], 1, 1e-9)
        #expect(Raking(counts: [[1, 0], [1, 0]], rowShares: [0.5, 0.5], columnShares: [0.5, 0.5]) == nil)
        let far = try #require(Raking(counts: [[98, 1]], rowShares: [1], columnShares: [0.1, 0.9]))
        #expect(far.trimmed > 0.1)
    }

    @Test func `places in a list are ranges where intervals touch`() {
        let lists = [
            Interval(value: 9, low: 8, high: 10), Interval(value: 5, low: 3, high: 7),
            Interval(value: 4, low: 2, high: 6),
        ]
        #expect(rankRanges(lists) == [1...1, 2...3, 2...3])
    }
}
