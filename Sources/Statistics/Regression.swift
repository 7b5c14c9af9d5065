import Glibc

/// Least squares with one effect a cluster taken out and errors over clusters: what a mark goes with *within* a
/// cluster, other things named beside it being equal.
package struct ClusterRegression: Sendable, Hashable {
    /// Of the first column.
    package var coefficient: Double
    package var error: Double
    package var df: Double
    package var low: Double
    package var high: Double
    package var p: Double
    package var clusters: Int
    package var units: Int

    /// `columns[0]` is the mark; `factors` are codes (0 is the base) that become columns of their own. Columns which
    /// tell nothing within clusters are dropped. Nil if the mark itself is one, or fewer than two clusters.
    /// O(units × columns²).
    package init?(outcome: [Double], columns: [[Double]], factors: [[Int]] = [], cluster: [Int]) {
        let n = outcome.count
        precondition(columns.allSatisfy { $0.count == n } && cluster.count == n && !columns.isEmpty, "one value a unit")
        let ids = Set(cluster).sorted()
        guard ids.count >= 2 else { return nil }
        var position: [Int: Int] = [:]
        for (i, id) in ids.enumerated() { position[id] = i }
        let c = cluster.map { position[$0] ?? 0 }
        var sizes = [Double](repeating: 0, count: ids.count)
        for i in c { sizes[i] += 1 }

        func demeaned(_ x: [Double]) -> [Double] {
            var sums = [Double](repeating: 0, count: sizes.count)
            for i in 0..<n { sums[c[i]] += x[i] }
            return (0..<n).map { x[$0] - sums[c[$0]] / sizes[c[$0]] }
        }
        func dot(_ a: [Double], _ b: [Double]) -> Double {
            var s = 0.0
            for i in 0..<n { s += a[i] * b[i] }
            return s
        }
        // Gram–Schmidt over the other columns, then the mark: what is left of the mark carries the coefficient
        // (Frisch–Waugh–Lovell), so that no matrix is inverted.
        var basis: [[Double]] = []
        func residual(_ x: [Double]) -> [Double] {
            var r = x
            for _ in 0..<2 {
                for b in basis {
                    let f = dot(r, b)
                    for i in 0..<n { r[i] -= f * b[i] }
                }
            }
            return r
        }
        func add(_ raw: [Double]) {
            let x = demeaned(raw)
            let size = dot(x, x)
            let r = residual(x)
            let left = dot(r, r)
            if size > 1e-12, left > 1e-10 * size { basis.append(r.map { $0 / left.squareRoot() }) }
        }
        for column in columns.dropFirst() { add(column) }
        for factor in factors {
            for code in Set(factor).sorted().dropFirst() { add(factor.map { $0 == code ? 1 : 0 }) }
        }
        let mark = demeaned(columns[0])
        let y = residual(demeaned(outcome))
        let x = residual(mark)
        let xx = dot(x, x)
        guard xx > 1e-10 * max(dot(mark, mark), 1e-300), xx > 1e-12 else { return nil }
        let b = dot(x, y) / xx
        var scores = [Double](repeating: 0, count: ids.count)
        for i in 0..<n { scores[c[i]] += x[i] * (y[i] - b * x[i]) }
        let g = Double(ids.count)
        coefficient = b
        error = (g / (g - 1) * dotAll(scores)).squareRoot() / xx
        df = g - 1
        let half = studentQuantile(df: df) * error
        low = b - half
        high = b + half
        p = error > 0 ? min(1, 2 * studentTail(abs(b) / error, df: df)) : 1
        clusters = ids.count
        units = n
    }
}

private func dotAll(_ x: [Double]) -> Double { x.reduce(0) { $0 + $1 * $1 } }

/// Draws estimates towards none by how much of their spread is error: τ²/(τ² + se²), τ² = max(mean(b² − se²), 0).
package func shrunkEstimates(_ b: [Double], errors: [Double]) -> [Double] {
    guard !b.isEmpty else { return [] }
    let tau = max(0, zip(b, errors).reduce(0) { $0 + $1.0 * $1.0 - $1.1 * $1.1 } / Double(b.count))
    return zip(b, errors).map { tau > 0 ? $0 * tau / (tau + $1 * $1) : 0 }
}
