import Glibc

/// The season of a monthly series of positive numbers: factors by calendar month from a 2×12 moving average, each
/// drawn towards none by how much of their spread is noise.
package struct Season: Sendable, Hashable {
    /// Fewer complete months than this adjust nothing.
    package static let leastMonths = 36
    /// Least share of the factors' spread that must be season.
    package static let leastSignal = 0.5

    /// Twelve log factors; index 0 belongs to the series' first month.
    package var raw: [Double]
    package var shrunk: [Double]
    package var noise: Double
    /// Variance of the true factors, after the noise in their means is taken away.
    package var signal: Double
    /// `signal / (signal + noise / years)`.
    package var shrinkage: Double
    package var months: Int

    /// Whether the season is long and clear enough to be taken out.
    package var isUsable: Bool { months >= Season.leastMonths && shrinkage >= Season.leastSignal }

    /// Nil below 26 months (each calendar month needs a residual, and one a second) or at a value that is not positive.
    package init?(_ series: [Double]) {
        guard series.count >= 26, series.allSatisfy({ $0 > 0 }) else { return nil }
        let x = series.map { log($0) }
        var sums = [Double](repeating: 0, count: 12)
        var counts = [Double](repeating: 0, count: 12)
        var residuals: [(month: Int, value: Double)] = []
        for t in 6..<(x.count - 6) {
            var middle = (x[t - 6] + x[t + 6]) / 2
            for k in -5...5 { middle += x[t + k] }
            let r = x[t] - middle / 12
            residuals.append((t % 12, r))
            sums[t % 12] += r
            counts[t % 12] += 1
        }
        guard residuals.count > 12, counts.allSatisfy({ $0 > 0 }) else { return nil }
        var means = (0..<12).map { sums[$0] / counts[$0] }
        var within = 0.0
        for r in residuals {
            let d = r.value - means[r.month]
            within += d * d
        }
        let centre = means.reduce(0, +) / 12
        means = means.map { $0 - centre }
        noise = within / Double(residuals.count - 12)
        let years = Double(residuals.count) / 12
        let spread = means.reduce(0) { $0 + $1 * $1 } / 11
        signal = max(spread - noise / years, 0)
        let whole = signal + noise / years
        let k = whole > 0 ? signal / whole : 0
        raw = means
        shrunk = means.map { $0 * k }
        shrinkage = k
        months = series.count
    }

    /// The series with the season taken out.
    package func adjusted(_ series: [Double]) -> [Double] {
        series.enumerated().map { $1 / exp(shrunk[$0 % 12]) }
    }
}

/// Exponential smoothing with a trend that fades by `phi` a step (Gardner and McKenzie 1985). Works on whatever scale
/// it is given: logarithms of volumes, logits of shares.
package struct DampedTrend: Sendable, Hashable {
    package static let alphas = [0.1, 0.3, 0.5, 0.8]
    package static let betas = [0.05, 0.15, 0.3]
    package static let phi = 0.9

    package var level: Double
    package var trend: Double
    package var phi: Double
    package var alpha: Double
    package var beta: Double
    /// Sum of squared errors one step ahead.
    package var squaredError: Double

    /// Starts at the first value, without a trend. Nil for an empty series.
    package init?(_ series: [Double], alpha: Double, beta: Double, phi: Double = DampedTrend.phi) {
        guard let first = series.first else { return nil }
        level = first
        trend = 0
        self.phi = phi
        self.alpha = alpha
        self.beta = beta
        squaredError = 0
        for x in series {
            let error = x - (level + phi * trend)
            squaredError += error * error
            level += phi * trend + alpha * error
            trend = phi * trend + alpha * beta * error
        }
    }

    /// The pair of rates with the least squared error one step ahead.
    package static func fitted(_ series: [Double]) -> DampedTrend? {
        var best: DampedTrend?
        for a in alphas {
            for b in betas {
                guard let fit = DampedTrend(series, alpha: a, beta: b) else { return nil }
                if best.map({ fit.squaredError < $0.squaredError }) ?? true { best = fit }
            }
        }
        return best
    }

    package func forecast(_ horizon: Int) -> [Double] {
        var out: [Double] = []
        var reach = 0.0
        var factor = 1.0
        for _ in 0..<max(0, horizon) {
            factor *= phi
            reach += factor
            out.append(level + reach * trend)
        }
        return out
    }
}
