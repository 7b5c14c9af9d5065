// Start here. Numbers in, numbers out: shares and changes of clustered counts, false discoveries, raking, season,
// time until an end, quantiles, regression with fixed effects, association, distance of profiles.
//
// Invariant: knows no noun of any market, does no I/O, reads no clock, draws no random number (but `Simulation`, from a
// seed), and adds in the order of its input, so that a result is the same to the last bit wherever it is computed. The
// words here are *unit* (what is counted) and *cluster* (units that resemble each other because one hand made them):
// every interval is over clusters. Formulas, with sources and measured coverage: docs/method.md.

/// A number with its two-sided bounds, in the unit of the number.
package struct Interval: Sendable, Hashable {
    package var value: Double
    package var low: Double
    package var high: Double
    package init(value: Double, low: Double, high: Double) {
        self.value = value
        self.low = low
        self.high = high
    }
    package var width: Double { high - low }
}

/// Kish's effective number of equal parts, (Σx)²/Σx²; 1 for nothing at all. Kish 1965, Survey Sampling, 11.7.
package func kish(_ x: some Sequence<Double>) -> Double {
    var sum = 0.0
    var squares = 0.0
    for v in x {
        sum += v
        squares += v * v
    }
    return squares > 0 ? sum * sum / squares : 1
}

/// Wilson's score interval for a proportion of `n` (which need not be whole), clipped to 0...1.
package func wilson(_ p: Double, n: Double, z: Double) -> (low: Double, high: Double) {
    guard n > 0 else { return (0, 1) }
    let zz = z * z
    let centre = (p + zz / (2 * n)) / (1 + zz / n)
    let half = z / (1 + zz / n) * (p * (1 - p) / n + zz / (4 * n * n)).squareRoot()
    // Exactly none and exactly all have exact bounds on their side.
    return (p <= 0 ? 0 : max(0, centre - half), p >= 1 ? 1 : min(1, centre + half))
}
