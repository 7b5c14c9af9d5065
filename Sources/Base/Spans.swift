/// A stretch of UTF-8 bytes, half open. Every fact that was read from a text carries one.
package struct ByteSpan: Sendable, Hashable, Comparable {
    package var start: Int32
    package var end: Int32

    @inlinable package init(_ start: Int, _ end: Int) {
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
    }

    @inlinable package var range: Range<Int> { Int(start)..<Int(end) }
    @inlinable package var count: Int { Int(end - start) }
    package func contains(_ other: ByteSpan) -> Bool { start <= other.start && other.end <= end }
    package func overlaps(_ other: ByteSpan) -> Bool { start < other.end && other.start < end }
    package static func < (a: ByteSpan, b: ByteSpan) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

/// The 32 bytes of a SHA-256. What is hashed, and by which library, is the Archive's affair.
package struct Digest: Sendable, Hashable, Comparable, CustomStringConvertible {
    package var words: (UInt64, UInt64, UInt64, UInt64)

    /// Precondition: exactly 32 bytes.
    package init(bytes: some Collection<UInt8>) {
        precondition(bytes.count == 32, "a digest has 32 bytes")
        var w: [UInt64] = [0, 0, 0, 0]
        for (i, b) in bytes.enumerated() { w[i / 8] = w[i / 8] << 8 | UInt64(b) }
        words = (w[0], w[1], w[2], w[3])
    }

    package init?(hex: some StringProtocol) {
        let u = Array(hex.utf8)
        guard u.count == 64 else { return nil }
        var bytes: [UInt8] = []
        for i in stride(from: 0, to: 64, by: 2) {
            guard let hi = hexValue(u[i]), let lo = hexValue(u[i + 1]) else { return nil }
            bytes.append(hi << 4 | lo)
        }
        self.init(bytes: bytes)
    }

    package var bytes: [UInt8] {
        [words.0, words.1, words.2, words.3].flatMap { w in
            (0..<8).map { UInt8(truncatingIfNeeded: w >> (56 - 8 * $0)) }
        }
    }
    package var description: String { hexText(bytes) }

    package static func == (a: Digest, b: Digest) -> Bool { a.words == b.words }
    package static func < (a: Digest, b: Digest) -> Bool { a.words < b.words }
    package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

package func hexValue(_ c: UInt8) -> UInt8? {
    switch c {
    case 48...57: c - 48
    case 97...102: c - 87
    case 65...70: c - 55
    default: nil
    }
}

package func hexText(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
