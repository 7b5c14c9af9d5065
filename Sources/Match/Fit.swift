import Base
import Taxonomy

/// How rare each skill is among distinct openings, and the weight of a usual posting: what `fit` needs of the market.
///
/// idf(k) = ln(1 + (N − n_k + ½) / (n_k + ½)); fit = S / (W + M), where S is the weight of the skills that are shared,
/// W that of all that the opening names, and M the median W (person.md §3.1): how much of what it names you show, and a
/// text that names little proves little. Weights are integers of 1/1024, so that every machine orders alike.
package struct SkillWeights: Sendable {
    /// In 1/1024.
    package private(set) var idf: [Int]
    package private(set) var median: Int
    package private(set) var openings: Int

    /// Counts each opening once. O(asks).
    package init(candidates: some Sequence<Candidate>, skillCount: Int) {
        var named = [Int](repeating: 0, count: skillCount)
        var all: [[Candidate.Ask]] = []
        for candidate in candidates {
            all.append(candidate.asks)
            for ask in candidate.asks { named[Int(ask.skill)] += 1 }
        }
        let n = Double(all.count)
        idf = named.map { Int((Self.ln(1 + (n - Double($0) + 0.5) / (Double($0) + 0.5)) * 1024).rounded()) }
        openings = all.count
        median = 0
        // A posting that names nothing says nothing of what a usual one names.
        let weights = all.filter { !$0.isEmpty }.map { weight($0) }.sorted()
        median = weights.isEmpty ? 0 : weights[weights.count / 2]
    }

    /// 1 for required, ½ for nice, 0 for context (what the company has, without a demand on the person).
    package static func share(_ status: MentionStatus) -> Int {
        switch status {
        case .required: 2
        case .nice: 1
        case .context, .negated: 0
        }
    }

    package func weight(_ asks: [Candidate.Ask]) -> Int {
        asks.reduce(0) { $0 + idf[Int($1.skill)] * Self.share($1.status) / 2 }
    }

    /// In 1/1024: 0 nothing shared, below 1024 always.
    package func fit(_ asks: [Candidate.Ask], shown: Set<SkillIndex>) -> Int {
        let total = weight(asks) + median
        guard total > 0 else { return 0 }
        return weight(asks.filter { shown.contains($0.skill) }) * 1024 / total
    }

    /// The natural logarithm by its series, the same on every machine: C libraries differ in the last digit, and a
    /// rounded weight must not. atanh form: ln(m·2^e) = 2·Σ z^(2k+1)/(2k+1) + e·ln 2, z = (m−1)/(m+1).
    static func ln(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        let m = x.significand, e = Double(x.exponent)
        let z = (m - 1) / (m + 1), z2 = z * z
        var term = z, sum = 0.0, k = 1.0
        while k < 60 {
            sum += term / k
            term *= z2
            k += 2
        }
        return 2 * sum + e * 0.693_147_180_559_945_3
    }
}
