import Foundation

/// Logistic regression with a penalty on the squares of the weights, by Newton's method with conjugate gradients. Fixed
/// order, no chance, one thread: the same examples give the same weights.
struct LogisticTrainer {
    /// Examples as rows of feature numbers and their counts.
    struct Matrix {
        var starts: [Int] = [0]
        var columns: [Int32] = []
        var values: [Double] = []
        var width = 0
        var height: Int { starts.count - 1 }

        mutating func append(_ row: [(column: Int32, value: Double)]) {
            for (c, v) in row {
                columns.append(c)
                values.append(v)
                width = max(width, Int(c) + 1)
            }
            starts.append(columns.count)
        }

        func times(_ w: [Double]) -> [Double] {
            (0..<height).map { i in
                var sum = 0.0
                for k in starts[i]..<starts[i + 1] { sum += values[k] * w[Int(columns[k])] }
                return sum
            }
        }

        func transposedTimes(_ x: [Double]) -> [Double] {
            var out = Array(repeating: 0.0, count: width)
            for i in 0..<height where x[i] != 0 {
                for k in starts[i]..<starts[i + 1] { out[Int(columns[k])] += values[k] * x[i] }
            }
            return out
        }
    }

    static let rounds = 20
    static let innerRounds = 40

    let matrix: Matrix
    /// The weight of an example's error against the penalty.
    let strength: Double

    /// Weights of the features; `share` says how much each example counts.
    func weights(_ isTrue: [Bool], share: [Double]) -> [Double] {
        let n = matrix.width
        var w = Array(repeating: 0.0, count: n)
        var scores = matrix.times(w)
        var value = objective(w, scores, isTrue, share)
        for _ in 0..<Self.rounds {
            let chances = scores.map { 1 / (1 + exp(-$0)) }
            let errors = chances.indices.map { strength * share[$0] * (chances[$0] - (isTrue[$0] ? 1 : 0)) }
            var gradient = matrix.transposedTimes(errors)
            for k in 0..<n { gradient[k] += w[k] }
            let curve = chances.indices.map { strength * share[$0] * chances[$0] * (1 - chances[$0]) }
            let step = solve(gradient, curve)
            let along = matrix.times(step)
            var length = 1.0
            var next = (w, scores, value)
            while length > 1e-4 {
                let tried = zip(w, step).map { $0 - length * $1 }
                let triedScores = zip(scores, along).map { $0 - length * $1 }
                let triedValue = objective(tried, triedScores, isTrue, share)
                if triedValue < value {
                    next = (tried, triedScores, triedValue)
                    break
                }
                length /= 2
            }
            let gain = value - next.2
            (w, scores, value) = next
            if gain < 1e-6 * abs(value) { break }
        }
        return w
    }

    private func objective(_ w: [Double], _ scores: [Double], _ isTrue: [Bool], _ share: [Double]) -> Double {
        var sum = 0.0
        for x in w { sum += x * x / 2 }
        for i in scores.indices {
            let s = isTrue[i] ? -scores[i] : scores[i]
            sum += strength * share[i] * (s > 30 ? s : log1p(exp(s)))
        }
        return sum
    }

    /// (1 + XᵀDX) step = gradient, by conjugate gradients.
    private func solve(_ gradient: [Double], _ curve: [Double]) -> [Double] {
        var x = Array(repeating: 0.0, count: gradient.count)
        var r = gradient
        var p = r
        var rr = dot(r, r)
        let enough = rr * 1e-4
        for _ in 0..<Self.innerRounds where rr > enough {
            var image = matrix.transposedTimes(zip(matrix.times(p), curve).map { $0 * $1 })
            for k in image.indices { image[k] += p[k] }
            let a = rr / dot(p, image)
            for k in x.indices {
                x[k] += a * p[k]
                r[k] -= a * image[k]
            }
            let next = dot(r, r)
            let b = next / rr
            for k in p.indices { p[k] = r[k] + b * p[k] }
            rr = next
        }
        return x
    }

    private func dot(_ a: [Double], _ b: [Double]) -> Double {
        var sum = 0.0
        for k in a.indices { sum += a[k] * b[k] }
        return sum
    }
}
