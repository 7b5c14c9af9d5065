import Glibc

/// How long until an end, when some are still going and some were first met at an age: Kaplan–Meier's product with
/// delayed entry, and a band over clusters on the cumulative hazard.
package struct Lifetimes: Sendable {
    /// One life, in any unit of time: at risk in (entry, exit].
    package struct Life: Sendable, Hashable {
        package var entry: Double
        package var exit: Double
        package var ended: Bool
        package var cluster: Int
        package init(entry: Double, exit: Double, ended: Bool, cluster: Int = 0) {
            self.entry = entry
            self.exit = exit
            self.ended = ended
            self.cluster = cluster
        }
    }

    /// Times at which something ended, ascending; the lists below run beside it.
    package private(set) var times: [Double] = []
    package private(set) var atRisk: [Double] = []
    package private(set) var ends: [Double] = []
    package private(set) var survival: [Double] = []
    /// Σd/r (Nelson–Aalen).
    package private(set) var hazard: [Double] = []
    /// Greenwood's variance of ln S, as if lives were independent.
    package private(set) var greenwood: [Double] = []
    let lives: [Life]

    /// Lives whose exit is not after their entry are passed over. O(n log n).
    package init(_ all: [Life]) {
        lives = all.filter { $0.exit > $0.entry }
        let exits = lives.sorted { $0.exit < $1.exit }
        let entries = lives.map(\.entry).sorted()
        var entered = 0
        var left = 0
        var s = 1.0
        var h = 0.0
        var v = 0.0
        while left < exits.count {
            let t = exits[left].exit
            while entered < entries.count, entries[entered] < t { entered += 1 }
            let risk = Double(entered - left)
            var d = 0.0
            while left < exits.count, exits[left].exit == t {
                d += exits[left].ended ? 1 : 0
                left += 1
            }
            guard d > 0 else { continue }
            s *= 1 - d / risk
            h += d / risk
            v += risk > d ? d / (risk * (risk - d)) : .infinity
            times.append(t)
            atRisk.append(risk)
            ends.append(d)
            survival.append(s)
            hazard.append(h)
            greenwood.append(v)
        }
    }

    /// First time at which half or less are left; nil if that was not seen.
    package var median: Double? { quantile(0.5) }
    package func quantile(_ left: Double) -> Double? {
        // A product that is a half but for its last bit is a half.
        survival.firstIndex { $0 <= left * (1 + 1e-12) }.map { times[$0] }
    }

    /// Bounds of S as if lives were independent, on the log-log scale; nil where undefined (S is 0 or 1).
    package func logLogBounds(level: Double = 0.95) -> [(low: Double, high: Double)?] {
        let z = normalQuantile(level: level)
        return survival.indices.map { i in
            let s = survival[i]
            guard s > 0, s < 1, greenwood[i].isFinite else { return nil }
            let theta = z * greenwood[i].squareRoot() / log(s)
            return (pow(s, exp(-theta)), pow(s, exp(theta)))
        }
    }

    /// The band over clusters.
    package struct Band: Sendable {
        /// Standard error of the hazard at each of `times`.
        package var error: [Double]
        package var df: Double
        package var clusters: Int
        package var low: [Double]
        package var high: [Double]
        /// Nil: not reached within what was seen.
        package var medianLow: Double?
        package var medianHigh: Double?
    }

    /// Each cluster's sum of martingale residuals up to t; V = G/(G−1)Σu². Nil with fewer than two clusters or no end.
    /// O(n log n + times × clusters).
    package func band(level: Double = 0.95) -> Band? {
        let ids = Set(lives.map(\.cluster)).sorted()
        guard ids.count >= 2, !times.isEmpty else { return nil }
        var position: [Int: Int] = [:]
        for (i, id) in ids.enumerated() { position[id] = i }
        let cluster = lives.map { position[$0.cluster] ?? 0 }
        let byEntry = lives.indices.sorted { lives[$0].entry < lives[$1].entry }
        let byExit = lives.indices.sorted { lives[$0].exit < lives[$1].exit }
        var risk = [Double](repeating: 0, count: ids.count)
        var u = [Double](repeating: 0, count: ids.count)
        var closings = [Double](repeating: 0, count: ids.count)
        var entered = 0
        var left = 0
        var errors: [Double] = []
        for (i, t) in times.enumerated() {
            while entered < byEntry.count, lives[byEntry[entered]].entry < t {
                risk[cluster[byEntry[entered]]] += 1
                entered += 1
            }
            while left < byExit.count, lives[byExit[left]].exit < t {
                risk[cluster[byExit[left]]] -= 1
                left += 1
            }
            let step = ends[i] / atRisk[i]
            for c in u.indices { u[c] -= risk[c] * step / atRisk[i] }
            var k = left
            while k < byExit.count, lives[byExit[k]].exit == t {
                if lives[byExit[k]].ended {
                    u[cluster[byExit[k]]] += 1 / atRisk[i]
                    closings[cluster[byExit[k]]] += 1
                }
                k += 1
            }
            let g = Double(ids.count)
            errors.append((g / (g - 1) * u.reduce(0) { $0 + $1 * $1 }).squareRoot())
        }
        let df = max(kish(closings) - 1, 1)
        let t = studentQuantile(level: level, df: df)
        let half = log(2.0)
        var band = Band(error: errors, df: df, clusters: ids.count, low: [], high: [])
        for i in times.indices {
            let factor = exp(t * errors[i] / hazard[i])
            band.low.append(exp(-hazard[i] * factor))
            band.high.append(exp(-hazard[i] / factor))
            if band.medianLow == nil, hazard[i] * factor >= half { band.medianLow = times[i] }
            if band.medianHigh == nil, hazard[i] / factor >= half { band.medianHigh = times[i] }
        }
        return band
    }

    /// The log-rank comparison of two groups, as if lives were independent. It errs 43 % of the time at nominal 5 %
    /// when clusters differ: print it only where each cluster is one life.
    package static func logRank(_ lives: [Life], inGroup: [Bool]) -> (
        difference: Double, variance: Double, chiSquare: Double
    ) {
        let all = Lifetimes(lives)
        var difference = 0.0
        var variance = 0.0
        for (i, t) in all.times.enumerated() {
            var risk = 0.0
            var ends = 0.0
            for (life, inside) in zip(lives, inGroup) where inside && life.entry < t && life.exit >= t {
                risk += 1
                if life.ended, life.exit == t { ends += 1 }
            }
            let n = all.atRisk[i]
            let d = all.ends[i]
            difference += ends - d * risk / n
            if n > 1 { variance += d * (risk / n) * (1 - risk / n) * (n - d) / (n - 1) }
        }
        return (difference, variance, variance > 0 ? difference * difference / variance : 0)
    }
}
