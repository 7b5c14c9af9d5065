import Glibc

/// ln Γ(x) for x > 0.
func logGamma(_ x: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(x, &sign)
}

/// The regularised incomplete beta function I_x(a, b) by Lentz's continued fraction (Numerical Recipes 6.4; DLMF 8.17.22).
/// Relative error below 1e-12 for the arguments that occur here (a, b ≤ 1e6).
package func incompleteBeta(_ a: Double, _ b: Double, _ x: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x))
    if x > (a + 1) / (a + b + 2) { return 1 - front * betaFraction(b, a, 1 - x) / b }
    return front * betaFraction(a, b, x) / a
}

private func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func safe(_ v: Double) -> Double { abs(v) < tiny ? tiny : v }
    var c = 1.0
    var d = 1 / safe(1 - (a + b) * x / (a + 1))
    var h = d
    for i in 1...5000 {
        let m = Double(i)
        let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / safe(1 + even * d)
        c = safe(1 + even / c)
        h *= d * c
        let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 / safe(1 + odd * d)
        c = safe(1 + odd / c)
        h *= d * c
        if abs(d * c - 1) < 1e-15 { break }
    }
    return h
}

/// P(T > t) for Student's t with `df` degrees of freedom, t ≥ 0 or below.
package func studentTail(_ t: Double, df: Double) -> Double {
    guard df.isFinite else { return normalTail(t) }
    let half = incompleteBeta(df / 2, 0.5, df / (df + t * t)) / 2
    return t >= 0 ? half : 1 - half
}

/// The t that leaves (1 − level)/2 on each side: the 95 % multiplier for level .95. Newton's steps kept inside a bracket.
package func studentQuantile(level: Double = 0.95, df: Double) -> Double {
    let tail = (1 - level) / 2
    guard tail > 0, tail < 0.5 else { return tail <= 0 ? .infinity : 0 }
    var low = 0.0
    var high = 1.0
    while studentTail(high, df: df) > tail { high *= 2 }
    let logFront = df.isFinite ? logGamma((df + 1) / 2) - logGamma(df / 2) - log(df * .pi) / 2 : -log(2 * .pi) / 2
    var t = high / 2
    for _ in 0..<200 {
        let error = studentTail(t, df: df) - tail
        if error > 0 { low = t } else { high = t }
        let density = exp(df.isFinite ? logFront - (df + 1) / 2 * log1p(t * t / df) : logFront - t * t / 2)
        var next = t + error / density
        if !(next > low && next < high) { next = (low + high) / 2 }
        if abs(next - t) <= 1e-14 * max(1, t) { return next }
        t = next
    }
    return t
}

/// P(Z > z) of the standard normal.
package func normalTail(_ z: Double) -> Double { erfc(z / 2.0.squareRoot()) / 2 }
/// The two-sided normal multiplier, 1.96 for .95.
package func normalQuantile(level: Double = 0.95) -> Double { studentQuantile(level: level, df: .infinity) }
/// P(X > x) for χ² with one degree of freedom.
package func chiSquareTail(_ x: Double) -> Double { x <= 0 ? 1 : erfc((x / 2).squareRoot()) }
