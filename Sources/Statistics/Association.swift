import Glibc

/// How two marks go together over units, from (possibly weighted) counts.
package struct Association: Sendable, Hashable {
    /// Signed log-likelihood ratio 2ΣO ln(O/E), below zero if they avoid each other (Dunning 1993).
    package var g2: Double
    package var lift: Double
    /// (both + 5)/(expected + 5).
    package var shrunkLift: Double
    /// log2 of both²/(a·b).
    package var pmi2: Double

    /// Nil unless 0 < a, b < n and the table is possible.
    package init?(both: Double, a: Double, b: Double, n: Double) {
        guard n > 0, a > 0, b > 0, both >= 0, both <= min(a, b) * (1 + 1e-12), a <= n, b <= n else { return nil }
        let expected = a * b / n
        func term(_ o: Double, _ e: Double) -> Double { o > 1e-12 && e > 0 ? o * log(o / e) : 0 }
        let g =
            2
            * (term(both, expected) + term(a - both, a * (n - b) / n) + term(b - both, (n - a) * b / n)
                + term(n - a - b + both, (n - a) * (n - b) / n))
        lift = both / expected
        g2 = lift >= 1 ? g : -g
        shrunkLift = (both + 5) / (expected + 5)
        pmi2 = both > 0 ? log2(both * both / (a * b)) : -.infinity
    }

    /// A 2×2 table of one stratum: [both, a alone; b alone, neither].
    package struct Table: Sendable, Hashable {
        package var both: Double, aOnly: Double, bOnly: Double, neither: Double
        package init(both: Double, aOnly: Double, bOnly: Double, neither: Double) {
            self.both = both
            self.aOnly = aOnly
            self.bOnly = bOnly
            self.neither = neither
        }
    }

    /// Association that is left within strata.
    package struct Stratified: Sendable, Hashable {
        /// Mantel–Haenszel's odds ratio; nil where no stratum informs it.
        package var oddsRatio: Double?
        /// Of its logarithm, after Robins, Breslow and Greenland 1986.
        package var logError: Double?
        /// Cochran–Mantel–Haenszel, without continuity correction.
        package var chiSquare: Double
        package var p: Double { chiSquareTail(chiSquare) }
    }

    package static func within(_ tables: [Table]) -> Stratified {
        var r = 0.0, s = 0.0, pr = 0.0, psqr = 0.0, qs = 0.0
        var excess = 0.0, variance = 0.0
        for t in tables {
            let n = t.both + t.aOnly + t.bOnly + t.neither
            guard n > 1 else { continue }
            let ri = t.both * t.neither / n
            let si = t.aOnly * t.bOnly / n
            let p = (t.both + t.neither) / n
            let q = (t.aOnly + t.bOnly) / n
            r += ri
            s += si
            pr += p * ri
            psqr += p * si + q * ri
            qs += q * si
            let row = t.both + t.aOnly
            let column = t.both + t.bOnly
            excess += t.both - row * column / n
            variance += row * (n - row) * column * (n - column) / (n * n * (n - 1))
        }
        let error = r > 0 && s > 0 ? (pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s)).squareRoot() : nil
        return Stratified(
            oddsRatio: r > 0 && s > 0 ? r / s : nil, logError: error,
            chiSquare: variance > 0 ? excess * excess / variance : 0)
    }
}
