import Glibc

/// SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). The only source of
/// chance in this room. Streams are split by mixing names into the seed, so that one more draw in one place moves
/// nothing elsewhere.
package struct SampleRandom: Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// A stream of its own for a numbered thing of a named kind.
    package init(_ seed: UInt64, _ stream: Stream, _ a: Int = 0, _ b: Int = 0) {
        var s = seed ^ (stream.rawValue &* 0xD6E8_FEB8_6659_FD93)
        s = SampleRandom.mix(s &+ UInt64(truncatingIfNeeded: a) &* 0x9E37_79B9_7F4A_7C15)
        s = SampleRandom.mix(s &+ UInt64(truncatingIfNeeded: b) &* 0xC2B2_AE3D_27D4_EB4F)
        state = s
    }

    package enum Stream: UInt64, Sendable {
        case employer = 1, habit, plan, opening, copies, text, wire, practice, flaw
    }

    static func mix(_ value: UInt64) -> UInt64 {
        var z = value &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    /// Uniform in [0, 1).
    package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
    package mutating func chance(_ p: Double) -> Bool { unit() < p }
    /// Uniform in 0..<n. Precondition: n > 0. The bias for n below 2³² is under 2⁻³².
    package mutating func below(_ n: Int) -> Int {
        precondition(n > 0, "nothing to choose from")
        return Int(truncatingIfNeeded: (next() >> 32).multipliedFullWidth(by: UInt64(n) << 32).high)
    }
    package mutating func between(_ low: Int, _ high: Int) -> Int { low + below(high - low + 1) }
    package mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }
    /// Standard normal, by the sum of twelve uniforms (Irwin–Hall): no logarithm whose last bit a libm may choose.
    package mutating func normal() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += unit() }
        return sum
    }
    /// The index chosen with the weights whose running sums are given. Precondition: not empty, last sum > 0.
    package mutating func weighted(_ sums: [Double]) -> Int {
        let x = unit() * sums[sums.count - 1]
        var low = 0
        var high = sums.count - 1
        while low < high {
            let mid = (low + high) / 2
            if sums[mid] > x { high = mid } else { low = mid + 1 }
        }
        return low
    }
    package mutating func shuffle<T>(_ items: inout [T]) {
        guard items.count > 1 else { return }
        for i in stride(from: items.count - 1, to: 0, by: -1) { items.swapAt(i, below(i + 1)) }
    }
}

/// Running sums of weights, for `weighted`.
func runningSums(_ weights: some Sequence<Double>) -> [Double] {
    var total = 0.0
    return weights.map {
        total += $0; return total
    }
}

func expit(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
func logit(_ p: Double) -> Double { log(p / (1 - p)) }
