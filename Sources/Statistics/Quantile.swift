/// A quantile of clustered numbers with bounds that are numbers of the sample (Woodruff 1952): the interval of the
/// share at or below the quantile, read back as order statistics.
package struct Quantile: Sendable, Hashable {
    package var level: Double
    package var interval: Interval
    package var levelLow: Double
    package var levelHigh: Double
    package var units: Int
    package var clusters: Int

    /// `cluster[i]` is the cluster of `values[i]`, 0 ..< `clusters`. Nil for an empty list. O(n log n).
    package init?(_ level: Double, of values: [Double], cluster: [Int], clusters: Int) {
        precondition(values.count == cluster.count, "one cluster a value")
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let n = sorted.count
        let position = max(1, min(n, Int((level * Double(n)).rounded(.up))))
        let q = sorted[position - 1]
        var marked = [Double](repeating: 0, count: clusters)
        var units = [Double](repeating: 0, count: clusters)
        for (v, c) in zip(values, cluster) {
            units[c] += 1
            if v <= q { marked[c] += 1 }
        }
        guard let share = Share(marked: marked, units: units) else { return nil }
        let low = max(1, Int((share.low * Double(n)).rounded(.down)))
        let high = max(1, min(n, Int((share.high * Double(n)).rounded(.up))))
        self.level = level
        interval = Interval(value: q, low: sorted[low - 1], high: sorted[high - 1])
        levelLow = share.low
        levelHigh = share.high
        self.units = n
        self.clusters = share.clusters
    }
}
