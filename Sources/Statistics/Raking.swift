/// Weights that make a table's margins what they are known to be (iterative proportional fitting; Deming and Stephan 1940).
package struct Raking: Sendable, Hashable {
    package static let rounds = 50
    package static let tolerance = 1e-6
    /// Weights are kept within these multiples of their mean, then fitted once more.
    package static let trim = 0.2...5.0

    /// A weight for each unit of the cell, mean 1 over units. Cells without units have weight 0.
    package var weights: [[Double]]
    package var roundsUsed: Int
    /// The part of the total weight that trimming moved, 0...1. Above .1 the weights should not be used.
    package var trimmed: Double

    /// `counts[row][column]`; both lists of shares sum to 1. Nil if a margin asks for units where there are none.
    package init?(
        counts: [[Double]], rowShares: [Double], columnShares: [Double], trim: ClosedRange<Double>? = Raking.trim
    ) {
        precondition(
            counts.count == rowShares.count && counts.allSatisfy { $0.count == columnShares.count },
            "margins fit the table")
        let total = counts.reduce(0) { $0 + $1.reduce(0, +) }
        guard total > 0 else { return nil }
        var w = counts.map { $0.map { $0 > 0 ? 1.0 : 0 } }
        var used = 0
        func fitOnce() -> Double? {
            var change = 0.0
            for i in counts.indices {
                let sum = counts[i].indices.reduce(0) { $0 + counts[i][$1] * w[i][$1] }
                guard sum > 0 || rowShares[i] == 0 else { return nil }
                let f = sum > 0 ? rowShares[i] * total / sum : 0
                change = max(change, abs(f - 1))
                for j in w[i].indices { w[i][j] *= f }
            }
            for j in columnShares.indices {
                let sum = counts.indices.reduce(0) { $0 + counts[$1][j] * w[$1][j] }
                guard sum > 0 || columnShares[j] == 0 else { return nil }
                let f = sum > 0 ? columnShares[j] * total / sum : 0
                change = max(change, abs(f - 1))
                for i in w.indices { w[i][j] *= f }
            }
            return change
        }
        while used < Raking.rounds {
            guard let change = fitOnce() else { return nil }
            used += 1
            if change < Raking.tolerance { break }
        }
        var moved = 0.0
        if let trim {
            for i in w.indices {
                for j in w[i].indices where counts[i][j] > 0 {
                    let kept = min(max(w[i][j], trim.lowerBound), trim.upperBound)
                    moved += counts[i][j] * abs(kept - w[i][j])
                    w[i][j] = kept
                }
            }
            if moved > 0 { guard fitOnce() != nil else { return nil } }
        }
        weights = w
        roundsUsed = used
        trimmed = moved / total
    }
}
