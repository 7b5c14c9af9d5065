import Base
import Glibc

/// An IPv4 or IPv6 address, read strictly: what `inet_pton` takes and nothing else (no `0x7f.1`, no `017700000001`, no
/// zone).
package enum IPAddress: Sendable, Hashable, CustomStringConvertible {
    case v4(UInt32)
    case v6(UInt64, UInt64)

    package init?(_ text: String) {
        var b = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &b) == 1 {
            self = .v4(b[0..<4].reduce(0) { $0 << 8 | UInt32($1) })
        } else if inet_pton(AF_INET6, text, &b) == 1 {
            self = .v6(b[0..<8].reduce(0) { $0 << 8 | UInt64($1) }, b[8..<16].reduce(0) { $0 << 8 | UInt64($1) })
        } else {
            return nil
        }
    }

    package var description: String {
        switch self {
        case .v4(let a): return "\(a >> 24).\(a >> 16 & 255).\(a >> 8 & 255).\(a & 255)"
        case .v6(let hi, let lo):
            let groups = [hi, lo].flatMap { w in stride(from: 48, through: 0, by: -16).map { w >> UInt64($0) & 0xFFFF }
            }
            return groups.map { String($0, radix: 16) }.joined(separator: ":")
        }
    }

    /// True if the first `bits` bits of both agree; never across families.
    package func isIn(_ network: IPAddress, bits: Int) -> Bool {
        switch (self, network) {
        case (.v4(let a), .v4(let n)): return bits <= 0 || (bits >= 32 ? a == n : (a ^ n) >> UInt32(32 - bits) == 0)
        case (.v6(let ah, let al), .v6(let nh, let nl)):
            if bits <= 0 { return true }
            if bits <= 64 { return bits == 64 ? ah == nh : (ah ^ nh) >> UInt64(64 - bits) == 0 }
            return ah == nh && (bits >= 128 ? al == nl : (al ^ nl) >> UInt64(128 - bits) == 0)
        default: return false
        }
    }

    /// The IPv4 address that travels inside: mapped, compatible, NAT64, 6to4, Teredo (there inverted).
    private var inner: IPAddress? {
        guard case .v6(let hi, let lo) = self else { return nil }
        if hi == 0, lo >> 32 == 0xFFFF { return .v4(UInt32(truncatingIfNeeded: lo)) }
        if hi == 0, lo >> 32 == 0, lo > 1 { return .v4(UInt32(truncatingIfNeeded: lo)) }
        if hi == 0x0064_FF9B_0000_0000, lo >> 32 == 0 { return .v4(UInt32(truncatingIfNeeded: lo)) }
        if hi >> 48 == 0x2002 { return .v4(UInt32(truncatingIfNeeded: hi >> 16)) }
        if hi >> 32 == 0x2001_0000 { return .v4(~UInt32(truncatingIfNeeded: lo)) }
        return nil
    }

    /// False for whatever is no address of the public internet: this host, private and shared networks, link-local,
    /// documentation, benchmarking, multicast, reserved; and IPv6 that carries such an IPv4 address.
    package var isPublic: Bool {
        if let inner, !inner.isPublic { return false }
        return !Self.closed.contains { isIn($0.0, bits: $0.1) }
    }

    private static let closed: [(IPAddress, Int)] = [
        ("0.0.0.0", 8), ("10.0.0.0", 8), ("100.64.0.0", 10), ("127.0.0.0", 8), ("169.254.0.0", 16), ("172.16.0.0", 12),
        ("192.0.0.0", 24), ("192.0.2.0", 24), ("192.88.99.0", 24), ("192.168.0.0", 16), ("198.18.0.0", 15),
        ("198.51.100.0", 24),
        ("203.0.113.0", 24), ("224.0.0.0", 3), ("::", 128), ("::1", 128), ("64:ff9b:1::", 48), ("100::", 64),
        ("2001::", 23),
        ("2001:db8::", 32), ("3fff::", 20), ("5f00::", 16), ("fc00::", 7), ("fe80::", 10), ("fec0::", 10),
        ("ff00::", 8),
    ].compactMap { text, bits in IPAddress(text).map { ($0, bits) } }
}
