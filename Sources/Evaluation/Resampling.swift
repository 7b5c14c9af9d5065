/// 95 % intervals by resampling records with replacement (percentile bootstrap; Efron 1979). The draws and the rank rule
/// are those of the scorers that come with the two kinds of sets, so that the same labels give the same digits.
package struct Resampling: Sendable, Equatable {
    enum Draw: Sendable { case randrange, choices }
    package var resamples: Int
    package var seed: UInt64
    var draw: Draw

    static let records = Resampling(resamples: 2000, seed: 1, draw: .randrange)
    static let cases = Resampling(resamples: 1000, seed: 7, draw: .choices)

    /// The scores of each field over all rows; a row holds a tally for each field. O(resamples × rows × fields).
    func scores(of fields: [Field], rows: [[Tally]]) -> [FieldScore] {
        let drawn = totals(rows, fields.count)
        return fields.indices.map { f in
            let total = rows.reduce(into: Tally()) { $0 += $1[f] }
            func estimate(_ measure: (Tally) -> Double?) -> Estimate {
                let (low, high) = interval(drawn.compactMap { measure($0[f]) })
                return Estimate(value: measure(total), low: low, high: high)
            }
            var score = FieldScore(field: fields[f], total: total)
            switch fields[f].measure {
            case .names:
                score.precision = estimate(\.precision)
                score.recall = estimate(\.recall)
                score.f1 = estimate(\.f1)
            case .share: score.share = estimate(\.recall)
            case .mean: break
            }
            return score
        }
    }

    /// The totals of each resample.
    private func totals(_ rows: [[Tally]], _ fields: Int) -> [[Tally]] {
        var random = MersenneTwister(seed: seed)
        return (0..<resamples).map { _ in
            var times = [Int](repeating: 0, count: rows.count)
            for _ in rows {
                switch draw {
                case .randrange: times[random.below(rows.count)] += 1
                case .choices: times[random.choice(of: rows.count)] += 1
                }
            }
            var total = [Tally](repeating: Tally(), count: fields)
            for (row, n) in zip(rows, times) where n > 0 {
                for f in 0..<fields {
                    total[f].found += n * row[f].found
                    total[f].extra += n * row[f].extra
                    total[f].missed += n * row[f].missed
                }
            }
            return total
        }
    }

    private func interval(_ values: [Double]) -> (Double?, Double?) {
        guard !values.isEmpty else { return (nil, nil) }
        let sorted = values.sorted()
        switch draw {
        case .randrange:
            let last = Double(sorted.count - 1)
            return (sorted[Int(0.025 * last)], sorted[Int(0.975 * last)])
        case .choices:
            let n = Double(sorted.count)
            return (sorted[Int(0.025 * n)], sorted[min(sorted.count - 1, Int(0.975 * n))])
        }
    }
}
