import Glibc

/// The mean number a unit over clusters, a ratio of sums, with a delete-one-cluster interval t(effective clusters − 1).
package func ratioMean(sums: [Double], units: [Double], level: Double = 0.95) -> Interval? {
    var n = 0.0
    var s = 0.0
    var g = 0.0
    for c in units.indices where units[c] > 0 {
        n += units[c]
        s += sums[c]
        g += 1
    }
    guard n > 0, g >= 2 else { return nil }
    let mean = s / n
    var squares = 0.0
    for c in units.indices where units[c] > 0 {
        let d = (s - sums[c]) / (n - units[c]) - mean
        squares += d * d
    }
    let df = max(kish(units.lazy.filter { $0 > 0 }) - 1, 1)
    let half = studentQuantile(level: level, df: df) * ((g - 1) / g * squares).squareRoot()
    return Interval(value: mean, low: mean - half, high: mean + half)
}

/// How far two groups' profiles of shares lie apart, less what chance alone puts between them.
package struct ProfileDistance: Sendable, Hashable {
    /// Mean squared difference a spoke, before and after the noise is taken away.
    package var plugIn: Double
    package var debiased: Double
    /// Bounds of `debiased`; the groups differ only if `low` > 0.
    package var low: Double
    package var high: Double
    /// 100·√max(debiased, 0): percentage points a spoke.
    package var points: Double { 100 * max(debiased, 0).squareRoot() }

    /// A cluster's counts in one group: `marked[j]` of `units` for each spoke j. Both lists run over the same clusters,
    /// for a cluster in both groups ties them. Nil if a group has no unit or there are fewer than two clusters.
    package struct Row: Sendable, Hashable {
        package var marked: [Double]
        package var units: Double
        package init(marked: [Double], units: Double) {
            self.marked = marked
            self.units = units
        }
    }

    package init?(_ a: [Row], _ b: [Row]) {
        precondition(a.count == b.count, "both groups list the same clusters")
        let used = a.indices.filter { a[$0].units + b[$0].units > 0 }
        guard used.count >= 2, let spokes = a.first?.marked.count, spokes > 0 else { return nil }
        let n = used.reduce(0) { $0 + a[$1].units }
        let m = used.reduce(0) { $0 + b[$1].units }
        guard n > 0, m > 0 else { return nil }
        let y = (0..<spokes).map { j in used.reduce(0) { $0 + a[$1].marked[j] } }
        let x = (0..<spokes).map { j in used.reduce(0) { $0 + b[$1].marked[j] } }
        let g = Double(used.count)
        var square = 0.0
        var noise = 0.0
        for j in 0..<spokes {
            let p = y[j] / n
            let q = x[j] / m
            square += (p - q) * (p - q)
            var z2 = 0.0
            for c in used {
                let z = (a[c].marked[j] - p * a[c].units) / n - (b[c].marked[j] - q * b[c].units) / m
                z2 += z * z
            }
            noise += g / (g - 1) * z2
        }
        plugIn = square / Double(spokes)
        debiased = (square - noise) / Double(spokes)
        var replicates: [Double] = []
        for c in used where n > a[c].units && m > b[c].units {
            var s = 0.0
            for j in 0..<spokes {
                let d = (y[j] - a[c].marked[j]) / (n - a[c].units) - (x[j] - b[c].marked[j]) / (m - b[c].units)
                s += d * d
            }
            replicates.append(s / Double(spokes))
        }
        let centre = replicates.reduce(0, +) / Double(max(replicates.count, 1))
        let variance = (g - 1) / g * replicates.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
        let df = max(kish(used.lazy.map { a[$0].units + b[$0].units }) - 1, 1)
        let half = studentQuantile(df: df) * variance.squareRoot()
        low = debiased - half
        high = debiased + half
    }
}

/// Two frozen axes of profiles: principal components of arcsin √share over a baseline; later profiles only project.
package struct ProfileMap: Sendable, Hashable {
    package var mean: [Double]
    package var axes: [[Double]]
    /// Share of the baseline's variance on each axis.
    package var explained: [Double]

    /// Nil with fewer than three profiles. The largest loading of each axis is positive. O(profiles × spokes² + spokes³).
    package init?(baseline: [[Double]], dimensions: Int = 2) {
        guard baseline.count >= 3, let k = baseline.first?.count, k >= dimensions else { return nil }
        let x = baseline.map { $0.map(ProfileMap.scale) }
        let n = Double(x.count)
        mean = (0..<k).map { j in x.reduce(0) { $0 + $1[j] } / n }
        var covariance = [[Double]](repeating: [Double](repeating: 0, count: k), count: k)
        for row in x {
            for i in 0..<k {
                for j in 0..<k { covariance[i][j] += (row[i] - mean[i]) * (row[j] - mean[j]) / (n - 1) }
            }
        }
        let (values, vectors) = symmetricEigen(covariance)
        let total = values.reduce(0, +)
        explained = values.prefix(dimensions).map { total > 0 ? $0 / total : 0 }
        axes = vectors.prefix(dimensions).map { v in
            let largest = v.indices.max { abs(v[$0]) < abs(v[$1]) } ?? 0
            return v[largest] < 0 ? v.map { -$0 } : v
        }
    }

    static func scale(_ share: Double) -> Double { asin(min(1, max(0, share)).squareRoot()) }

    package func place(_ shares: [Double]) -> [Double] {
        axes.map { axis in axis.indices.reduce(0) { $0 + axis[$1] * (ProfileMap.scale(shares[$1]) - mean[$1]) } }
    }
}

/// Eigenvalues, descending, and unit eigenvectors of a small symmetric matrix by cyclic Jacobi rotations
/// (Golub and Van Loan, Matrix Computations, 8.5).
package func symmetricEigen(_ matrix: [[Double]]) -> (values: [Double], vectors: [[Double]]) {
    let k = matrix.count
    var a = matrix
    var v = (0..<k).map { i in (0..<k).map { $0 == i ? 1.0 : 0 } }
    for _ in 0..<100 {
        var off = 0.0
        for i in 0..<k { for j in 0..<k where i != j { off += a[i][j] * a[i][j] } }
        if off < 1e-300 { break }
        for p in 0..<k {
            for q in p + 1..<max(k, p + 1) where a[p][q] != 0 {
                let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
                let t = (theta >= 0 ? 1.0 : -1) / (abs(theta) + (theta * theta + 1).squareRoot())
                let c = 1 / (t * t + 1).squareRoot()
                let s = t * c
                for i in 0..<k { (a[i][p], a[i][q]) = (c * a[i][p] - s * a[i][q], s * a[i][p] + c * a[i][q]) }
                for i in 0..<k { (a[p][i], a[q][i]) = (c * a[p][i] - s * a[q][i], s * a[p][i] + c * a[q][i]) }
                for i in 0..<k { (v[i][p], v[i][q]) = (c * v[i][p] - s * v[i][q], s * v[i][p] + c * v[i][q]) }
            }
        }
    }
    let order = (0..<k).sorted { a[$0][$0] > a[$1][$1] }
    return (order.map { a[$0][$0] }, order.map { j in (0..<k).map { v[$0][j] } })
}
