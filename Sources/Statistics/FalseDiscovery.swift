import Glibc

/// The false discovery rate among many tests, and the multiplier for those who look every week.
package enum FalseDiscovery {
    /// Benjamini and Hochberg 1995: adjusted p values, in the order given. O(n log n).
    package static func benjaminiHochberg(_ p: [Double]) -> [Double] { adjust(p, factor: 1) }

    /// Benjamini and Yekutieli 2001: holds under any dependence, at the price of Σ1/i.
    package static func benjaminiYekutieli(_ p: [Double]) -> [Double] {
        adjust(p, factor: p.isEmpty ? 1 : (1...p.count).reduce(0.0) { $0 + 1 / Double($1) })
    }

    private static func adjust(_ p: [Double], factor: Double) -> [Double] {
        let order = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
        var out = [Double](repeating: 1, count: p.count)
        var least = 1.0
        for rank in stride(from: p.count, to: 0, by: -1) {
            let i = order[rank - 1]
            least = min(least, p[i] * factor * Double(p.count) / Double(rank))
            out[i] = least
        }
        return out
    }
}

/// What takes the place of 1.96 when an interval is looked at again and again and may never miss (asymptotic
/// confidence sequence, Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas 2024, arXiv 2103.06476). `n` is the effective
/// number of units seen, `tightestAt` where the sequence is narrowest.
package func sequenceMultiplier(n: Double, tightestAt: Double = 100, alpha: Double = 0.05) -> Double {
    let l = 2 * log(1 / alpha)
    let x = n * (l + log(l + 1)) / tightestAt
    return ((1 + 1 / x) * (log(1 + x) + l)).squareRoot()
}
