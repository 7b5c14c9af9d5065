import Base

/// What near-copies are found by: a one-permutation MinHash of a text's 4-word shingles, 128 bins of 8 bits (Li, Owen,
/// Zhang 2012; empty bins borrow as in Shrivastava 2017), and a hash of all its words in order.
package struct ShingleSignature: Sendable, Equatable {
    package static let binCount = 128
    /// Bins in a band; two texts are compared if one whole band is equal.
    package static let bandWidth = 8
    package static let bands = binCount / bandWidth

    /// Of all words in order: equal texts but for case, punctuation and blanks.
    package var body: (UInt64, UInt64) = (0, 0)
    /// Distinct shingles.
    package var count: UInt32 = 0
    package var bins = [UInt8](repeating: 0, count: binCount)

    package init() {}

    package static func == (a: Self, b: Self) -> Bool { a.body == b.body && a.count == b.count && a.bins == b.bins }

    /// Estimate of the Jaccard similarity, corrected for the one in 256 that agree by chance. Standard error 0.03.
    package func similarity(_ other: ShingleSignature) -> Double {
        guard count > 0, other.count > 0 else { return 0 }
        var same = 0
        for i in 0..<Self.binCount where bins[i] == other.bins[i] { same += 1 }
        return max((Double(same) / Double(Self.binCount) - 1 / 256) / (1 - 1 / 256), 0)
    }

    func band(_ k: Int) -> UInt64 {
        var v: UInt64 = 0
        for i in k * Self.bandWidth..<(k + 1) * Self.bandWidth { v = v << 8 | UInt64(bins[i]) }
        return v
    }
}

/// The set of a text's 4-word shingles, as sorted 32-bit hashes: two texts are compared exactly by it.
package enum Shingles {
    static let width = 4
    /// Words after these are left out: no posting has as many.
    static let wordLimit = 20_000

    /// One pass over the text: words are runs of ASCII letters and digits and of any other script's bytes; case of ASCII
    /// is folded. About 10 µs for 3 kB.
    package static func read(_ text: ArraySlice<UInt8>) -> (signature: ShingleSignature, set: [UInt32]) {
        var signature = ShingleSignature()
        var hashes: [UInt64] = []
        hashes.reserveCapacity(text.count / 6 + 1)
        var window: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        var words = 0
        var a: UInt64 = 0x243F_6A88_85A3_08D3, b: UInt64 = 0x1319_8A2E_0370_7344
        func take(_ word: UInt64) {
            window = (window.1, window.2, window.3, word)
            words += 1
            a = mix(a ^ word)
            b = mix(b &+ word &* 0xD6E8_FEB8_6659_FD93)
            if words >= width { hashes.append(shingle(window)) }
        }
        text.withUnsafeBufferPointer { p in
            var word: UInt64 = 0
            for c in p {
                let low = c | 0x20
                if c >= 0x80 || (low &- 97) < 26 || (c &- 48) < 10 {
                    let folded = (low &- 97) < 26 ? low : c
                    word = (word ^ UInt64(folded) &+ 1) &* 0x0000_0100_0000_01B3 &+ 0x9E37_79B9
                } else if word != 0 {
                    take(word)
                    word = 0
                    if words >= wordLimit { break }
                }
            }
            if word != 0 { take(word) }
        }
        guard words > 0 else { return (signature, []) }
        if words < width { hashes.append(shingle(window)) }
        signature.body = (a, b)
        let set = distinct(hashes)
        signature.count = UInt32(set.count)
        signature.bins = bins(hashes)
        return (signature, set)
    }

    private static func shingle(_ w: (UInt64, UInt64, UInt64, UInt64)) -> UInt64 {
        mix(mix(w.0 &* 3 &+ w.1) ^ mix(w.2 &* 5 &+ w.3) &* 0x9E37_79B9_7F4A_7C15)
    }

    /// The finaliser of MurmurHash3 (Austin Appleby, public domain).
    private static func mix(_ v: UInt64) -> UInt64 {
        var x = v
        x = (x ^ x >> 33) &* 0xFF51_AFD7_ED55_8CCD
        x = (x ^ x >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return x ^ x >> 33
    }

    private static func distinct(_ hashes: [UInt64]) -> [UInt32] {
        var set = hashes.map { UInt32(truncatingIfNeeded: $0 >> 20) }
        set.sort()
        var n = 0
        for v in set where n == 0 || set[n - 1] != v {
            set[n] = v
            n += 1
        }
        set.removeLast(set.count - n)
        return set
    }

    /// The top seven bits choose the bin, the least of the low 32 bits stays, eight mixed bits of it are kept.
    private static func bins(_ hashes: [UInt64]) -> [UInt8] {
        var least = [UInt32](repeating: .max, count: ShingleSignature.binCount)
        var filled = [Bool](repeating: false, count: ShingleSignature.binCount)
        for h in hashes {
            let bin = Int(h >> 57), value = UInt32(truncatingIfNeeded: h)
            filled[bin] = true
            if value < least[bin] { least[bin] = value }
        }
        return (0..<ShingleSignature.binCount).map { i in
            var k = i, step: UInt64 = 0
            while !filled[k] {
                step += 1
                k = Int(mix(UInt64(i) << 32 | step) >> 57)
            }
            return UInt8(truncatingIfNeeded: mix(UInt64(least[k]) &+ step << 40) >> 32)
        }
    }

    /// |A∩B| / |A∪B| of two sorted sets.
    package static func jaccard(_ a: [UInt32], _ b: [UInt32]) -> Double {
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        var i = 0, j = 0, both = 0
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                both += 1
                i += 1
                j += 1
            } else if a[i] < b[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return Double(both) / Double(a.count + b.count - both)
    }

    package static func encode(_ set: [UInt32]) -> [UInt8] {
        var w = ByteWriter(capacity: set.count * 4)
        for v in set { w.put(v) }
        return w.bytes
    }

    package static func decode(_ bytes: [UInt8]) -> [UInt32] {
        bytes.withUnsafeBytes { p in
            (0..<bytes.count / 4).map { UInt32(littleEndian: p.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)) }
        }
    }
}
