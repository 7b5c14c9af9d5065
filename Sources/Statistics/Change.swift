import Glibc

/// The change of a share between two windows, as the logarithm of a ratio, when units come in clusters.
///
/// Two estimators, to be chosen by the data set and never by the mark (choosing the narrower per mark makes 13 % false
/// claims): *matched* compares each cluster's strata with themselves, so that a change of who is counted is no change;
/// *pooled* is for data too thin for that (Σw < 250).
package struct Change: Sendable, Hashable {
    /// Least matched weight Σ n1·n0/(n1+n0) at which `matched` is trusted.
    package static let leastMatchedWeight = 250.0

    package enum Method: String, Sendable { case matched, pooled }
    package var method: Method
    package var logRatio: Double
    package var jackknife: Double
    package var error: Double
    package var df: Double
    package var p: Double
    package var logLow: Double
    package var logHigh: Double
    /// Matched weight; for pooled the smaller window's units.
    package var weight: Double

    /// The ratio after / before with its 95 % bounds.
    package var ratio: Interval { Interval(value: exp(logRatio), low: exp(logLow), high: exp(logHigh)) }

    /// One cell: a stratum of a cluster in both windows.
    package struct Cell: Sendable, Hashable {
        package var cluster: Int32
        package var markedAfter: Double
        package var unitsAfter: Double
        package var markedBefore: Double
        package var unitsBefore: Double
        package init(cluster: Int32, markedAfter: Double, unitsAfter: Double, markedBefore: Double, unitsBefore: Double)
        {
            self.cluster = cluster
            self.markedAfter = markedAfter
            self.unitsAfter = unitsAfter
            self.markedBefore = markedBefore
            self.unitsBefore = unitsBefore
        }
        /// What the cell weighs in a matched comparison; 0 unless seen in both windows.
        package var weight: Double {
            unitsAfter > 0 && unitsBefore > 0 ? unitsAfter * unitsBefore / (unitsAfter + unitsBefore) : 0
        }
    }

    private init(_ method: Method, e: Double, jackknife: Double, variance: Double, df: Double, weight: Double) {
        self.method = method
        logRatio = e
        self.jackknife = jackknife
        error = variance.squareRoot()
        self.df = df
        p = error > 0 ? min(1, 2 * studentTail(abs(e) / error, df: df)) : 1
        let half = studentQuantile(df: df) * error
        logLow = e - half
        logHigh = e + half
        self.weight = weight
    }

    /// Mantel–Haenszel ratio over cells seen in both windows, delete-one-cluster variance mixed with that of independent
    /// units at a weight of 4 clusters. Cells must be ordered by cluster. Nil if no cell was seen in both. O(cells).
    package static func matched(_ cells: [Cell]) -> Change? { matched(cells, of: Frame(cells)) }

    /// What all marks of one data set share in a matched comparison.
    package struct Frame: Sendable, Hashable {
        package var weight = 0.0
        /// Clusters with a cell seen in both windows.
        package var clusters = 0
        package init(_ cells: [Cell]) {
            var last: Int32?
            for c in cells where c.weight > 0 {
                weight += c.weight
                if c.cluster != last { clusters += 1 }
                last = c.cluster
            }
        }
    }

    /// As `matched`, of a mark whose marked cells alone are given: a cell without the mark adds nothing but its place in
    /// the frame. O(cells given).
    package static func matched(_ cells: [Cell], of frame: Frame) -> Change? {
        var after: [Double] = []
        var before: [Double] = []
        let w = frame.weight
        var last: Int32?
        for c in cells where c.weight > 0 {
            if c.cluster != last {
                after.append(0)
                before.append(0)
                last = c.cluster
            }
            let total = c.unitsAfter + c.unitsBefore
            after[after.count - 1] += c.markedAfter * c.unitsBefore / total
            before[before.count - 1] += c.markedBefore * c.unitsAfter / total
        }
        guard w > 0 else { return nil }
        let a = after.reduce(0, +)
        let b = before.reduce(0, +)
        let e = log((a + 0.25) / (b + 0.25))
        var squares = 0.0
        // A cluster without the mark changes nothing when it leaves, but it is one of the clusters.
        for i in after.indices {
            let d = log((a - after[i] + 0.25) / (b - before[i] + 0.25)) - e
            squares += d * d
        }
        let g = Double(frame.clusters)
        let vj = (g - 1) / g * squares
        let p = (a + b + 0.5) / (2 * w + 1)
        let centre = (a + b) / 2 + 0.25
        let vb = p * (1 - p) * w / (centre * centre)
        let k = kish(zip(after, before).lazy.map { $0 + $1 })
        let v = ((k - 1) * vj + 4 * max(vj, vb)) / (k - 1 + 4)
        return Change(.matched, e: e, jackknife: vj, variance: v, df: max(k - 1, 1) + 4, weight: w)
    }

    /// ln of the ratio of two shares, half a unit added to each.
    package static func logRatio(_ y1: Double, _ n1: Double, _ y0: Double, _ n0: Double) -> Double {
        log((y1 + 0.5) / (n1 + 1)) - log((y0 + 0.5) / (n0 + 1))
    }

    /// The ratio of the two windows' shares over all cells, each cluster deleted from both. Cells ordered by cluster.
    /// Nil unless both windows have units. O(cells).
    package static func pooled(_ cells: [Cell]) -> Change? {
        var clusters: [Cell] = []
        for c in cells where c.unitsAfter + c.unitsBefore > 0 {
            if let last = clusters.last, last.cluster == c.cluster {
                clusters[clusters.count - 1].markedAfter += c.markedAfter
                clusters[clusters.count - 1].unitsAfter += c.unitsAfter
                clusters[clusters.count - 1].markedBefore += c.markedBefore
                clusters[clusters.count - 1].unitsBefore += c.unitsBefore
            } else {
                clusters.append(c)
            }
        }
        var y1 = 0.0, n1 = 0.0, y0 = 0.0, n0 = 0.0
        for c in clusters {
            y1 += c.markedAfter
            n1 += c.unitsAfter
            y0 += c.markedBefore
            n0 += c.unitsBefore
        }
        guard n1 > 0, n0 > 0 else { return nil }
        let e = logRatio(y1, n1, y0, n0)
        var squares = 0.0
        for c in clusters {
            let d = logRatio(y1 - c.markedAfter, n1 - c.unitsAfter, y0 - c.markedBefore, n0 - c.unitsBefore) - e
            squares += d * d
        }
        let g = Double(clusters.count)
        let vj = (g - 1) / g * squares
        let vb = (1 - y1 / n1) / (y1 + 0.5) + (1 - y0 / n0) / (y0 + 0.5)
        let k = kish(clusters.lazy.map { $0.markedAfter + $0.markedBefore })
        let v = max(vj, ((k - 1) * vj + 8 * max(vj, vb)) / (k - 1 + 8))
        return Change(.pooled, e: e, jackknife: vj, variance: v, df: max(k - 1, 1) + 8, weight: min(n1, n0))
    }

    /// The ratio of the numbers of units themselves, each cluster deleted from both windows; variance and degrees of
    /// freedom mixed as in `matched`, with Poisson counts for independent units. Cells ordered by cluster.
    package static func volume(_ cells: [Cell]) -> Change? {
        var sums: [(after: Double, before: Double)] = []
        var last: Int32?
        for c in cells where c.unitsAfter + c.unitsBefore > 0 {
            if c.cluster != last { sums.append((0, 0)) }
            last = c.cluster
            sums[sums.count - 1].after += c.unitsAfter
            sums[sums.count - 1].before += c.unitsBefore
        }
        let n1 = sums.reduce(0) { $0 + $1.after }
        let n0 = sums.reduce(0) { $0 + $1.before }
        guard n1 > 0, n0 > 0 else { return nil }
        let e = log((n1 + 0.5) / (n0 + 0.5))
        var squares = 0.0
        for c in sums {
            let d = log((n1 - c.after + 0.5) / (n0 - c.before + 0.5)) - e
            squares += d * d
        }
        let g = Double(sums.count)
        let vj = (g - 1) / g * squares
        let vb = 1 / (n1 + 0.5) + 1 / (n0 + 0.5)
        let k = kish(sums.lazy.map { $0.after + $0.before })
        let v = ((k - 1) * vj + 4 * max(vj, vb)) / (k - 1 + 4)
        return Change(.pooled, e: e, jackknife: vj, variance: v, df: max(k - 1, 1) + 4, weight: min(n1, n0))
    }

    /// What the change of composition alone shows: the plain ratio less the matched one, in logarithms.
    package static func mix(plain: Double, matched: Change) -> Double { plain - matched.logRatio }
}
