/// MT19937 by Makoto Matsumoto and Takuji Nishimura (ACM TOMACS 8, 1998; `mt19937ar.c`, 2002), with the seeding and the
/// draws of Python's `random` (`Modules/_randommodule.c`, `Lib/random.py`). The scorers of labelled sets draw their
/// resamples with it, and equal draws are what makes intervals equal to the last digit.
package struct MersenneTwister: Sendable {
    private static let size = 624
    private static let middle = 397
    private var state: [UInt32]
    private var position = MersenneTwister.size

    /// As `random.Random(seed)`: the seed's 32-bit words, least first, are the key of `init_by_array`.
    package init(seed: UInt64) {
        let high = UInt32(truncatingIfNeeded: seed >> 32)
        self.init(key: [UInt32(truncatingIfNeeded: seed)] + (high == 0 ? [] : [high]))
    }

    /// `init_by_array` of the authors. Precondition: the key is not empty.
    init(key: [UInt32]) {
        precondition(!key.isEmpty, "a key has at least one word")
        var s = [UInt32](repeating: 19_650_218, count: Self.size)
        for i in 1..<Self.size { s[i] = 1_812_433_253 &* (s[i - 1] ^ s[i - 1] >> 30) &+ UInt32(i) }
        var i = 1
        var j = 0
        func step(_ multiplier: UInt32) -> UInt32 { s[i] ^ (s[i - 1] ^ s[i - 1] >> 30) &* multiplier }
        func advance() {
            i += 1
            if i == Self.size { s[0] = s[Self.size - 1]; i = 1 }
        }
        for _ in 0..<max(Self.size, key.count) {
            s[i] = step(1_664_525) &+ key[j] &+ UInt32(j)
            j = (j + 1) % key.count
            advance()
        }
        for _ in 1..<Self.size {
            s[i] = step(1_566_083_941) &- UInt32(i)
            advance()
        }
        s[0] = 0x8000_0000
        state = s
    }

    /// 32 random bits.
    package mutating func next() -> UInt32 {
        if position == Self.size { renew() }
        var y = state[position]
        position += 1
        y ^= y >> 11
        y ^= y << 7 & 0x9D2C_5680
        y ^= y << 15 & 0xEFC6_0000
        return y ^ y >> 18
    }

    private mutating func renew() {
        for k in 0..<Self.size {
            let y = state[k] & 0x8000_0000 | state[(k + 1) % Self.size] & 0x7FFF_FFFF
            state[k] = state[(k + Self.middle) % Self.size] ^ y >> 1 ^ (y & 1 == 0 ? 0 : 0x9908_B0DF)
        }
        position = 0
    }

    /// `random()`: 53 bits, at least 0 and below 1.
    package mutating func fraction() -> Double {
        let a = Double(next() >> 5)
        let b = Double(next() >> 6)
        return (a * 67_108_864 + b) * (1 / 9_007_199_254_740_992)
    }

    /// `randrange(n)`: as many bits as n has, drawn anew until they are below n. Precondition: 0 < n < 2^32.
    package mutating func below(_ n: Int) -> Int {
        precondition(n > 0 && n < 1 << 32, "a number to be below of")
        let bits = Int.bitWidth - n.leadingZeroBitCount
        while true {
            let drawn = Int(next() >> UInt32(32 - bits))
            if drawn < n { return drawn }
        }
    }

    /// The index that `choices()` takes from n things: a fraction of n, rounded down.
    package mutating func choice(of n: Int) -> Int { Int((fraction() * Double(n)).rounded(.down)) }
}
