import Glibc

/// Seeded worlds in which the truth is known, to measure how often our intervals hold it. Clusters are of very unequal
/// size, each has a habit of its own (a logit-normal share), and habits persist between windows.
package enum Simulation {
    package struct ShareResult: Sendable { package var cluster: Double, naive: Double, width: Double }
    package struct ChangeResult: Sendable {
        package var matched: Double, pooled: Double, matchedWidth: Double, pooledWidth: Double, claims: Double
    }

    /// SplitMix64 (Steele, Lea, Flood 2014).
    struct Stream {
        var state: UInt64
        mutating func unit() -> Double {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return (Double((z ^ z >> 31) >> 11) + 0.5) / 9007199254740992
        }
        mutating func normal() -> Double { (-2 * log(unit())).squareRoot() * cos(2 * .pi * unit()) }
        mutating func count(_ n: Int, _ p: Double) -> Double {
            var k = 0.0
            for _ in 0..<n where unit() < p { k += 1 }
            return k
        }
    }

    private static func expit(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

    /// The sd of logits with about the wanted correlation within clusters, by the latent scale: ρ = s²/(s² + π²/3).
    private static func spread(_ correlation: Double) -> Double {
        (correlation / (1 - correlation) * .pi * .pi / 3).squareRoot()
    }

    /// Sizes of a log-normal, median below mean, at least 1 (the unequal sizes of real boards).
    private static func sizes(_ clusters: Int, mean: Double, _ s: inout Stream) -> [Int] {
        (0..<clusters).map { _ in max(1, Int((mean * exp(1.1 * s.normal() - 0.605)).rounded())) }
    }

    /// The truth is the share that the clusters' own habits give at these sizes, over many sets of clusters: found by
    /// averaging habits, since sizes and habits are independent here.
    private static func truth(_ base: Double, _ sd: Double) -> Double {
        var sum = 0.0
        var weight = 0.0
        for i in -400...400 {
            let z = Double(i) / 80
            let w = exp(-z * z / 2)
            sum += w * expit(base + sd * z)
            weight += w
        }
        return sum / weight
    }

    package static func shareCoverage(
        runs: Int, clusters: Int, meanUnits: Double, share: Double, correlation: Double, seed: UInt64
    ) -> ShareResult {
        var s = Stream(state: seed)
        let sd = spread(correlation)
        let base = log(share / (1 - share))
        let target = truth(base, sd)
        var hits = 0.0, naiveHits = 0.0, width = 0.0
        for _ in 0..<runs {
            let n = sizes(clusters, mean: meanUnits, &s)
            let y = n.map { k in
                let habit = expit(base + sd * s.normal())
                return s.count(k, habit)
            }
            guard let found = Share(marked: y, units: n.map { Double($0) }) else { continue }
            hits += found.low <= target && target <= found.high ? 1 : 0
            width += found.high - found.low
            let naive = wilson(found.value, n: found.units, z: normalQuantile())
            naiveHits += naive.low <= target && target <= naive.high ? 1 : 0
        }
        let r = Double(runs)
        return ShareResult(cluster: hits / r, naive: naiveHits / r, width: width / r)
    }

    /// `ratio` multiplies the odds-free share of each cluster's habit (capped at .95).
    package static func changeCoverage(
        runs: Int, clusters: Int, meanUnits: Double, share: Double, correlation: Double, persistence: Double,
        ratio: Double,
        seed: UInt64
    ) -> ChangeResult {
        var s = Stream(state: seed)
        let sd = spread(correlation)
        let base = log(share / (1 - share))
        let target = log(ratio)
        var matched = 0.0, pooled = 0.0, widthM = 0.0, widthP = 0.0, claims = 0.0
        for _ in 0..<runs {
            let before = sizes(clusters, mean: meanUnits, &s)
            var cells: [Change.Cell] = []
            for (c, k) in before.enumerated() {
                let z = s.normal()
                let later = persistence * z + (1 - persistence * persistence).squareRoot() * s.normal()
                let k1 = max(1, Int((Double(k) * exp(0.4 * s.normal())).rounded()))
                let p0 = expit(base + sd * z)
                let p1 = min(0.95, expit(base + sd * later) * ratio)
                cells.append(
                    Change.Cell(
                        cluster: Int32(c), markedAfter: s.count(k1, p1), unitsAfter: Double(k1),
                        markedBefore: s.count(k, p0),
                        unitsBefore: Double(k)))
            }
            if let m = Change.matched(cells) {
                matched += m.logLow <= target && target <= m.logHigh ? 1 : 0
                widthM += m.logHigh - m.logLow
                claims += m.p <= 0.05 ? 1 : 0
            }
            if let p = Change.pooled(cells) {
                pooled += p.logLow <= target && target <= p.logHigh ? 1 : 0
                widthP += p.logHigh - p.logLow
            }
        }
        let r = Double(runs)
        return ChangeResult(
            matched: matched / r, pooled: pooled / r, matchedWidth: widthM / r, pooledWidth: widthP / r,
            claims: claims / r)
    }
}
