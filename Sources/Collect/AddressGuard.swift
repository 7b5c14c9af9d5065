import Base
import Sources

/// Which hosts may be asked. A posting, a redirect or a feed can name any URL; none of them may make this machine talk to
/// its own network. Names are resolved by us, every address must be public, and the connection goes to the address that
/// was checked, at each redirect again.
package struct AddressGuard: Sendable {
    /// What the operator allows although it is not public: a host name, or a network.
    package enum Exception: Sendable, Hashable {
        case name(String)
        case network(IPAddress, bits: Int)

        /// `127.0.0.0/8`, `::1`, `jobs.intranet`.
        package init(_ text: String) throws(Fault) {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            if let address = IPAddress(parts[0]) {
                let most = if case .v4 = address { 32 } else { 128 }
                let bits = parts.count == 1 ? most : Int(parts[1]) ?? -1
                guard parts.count <= 2, (0...most).contains(bits) else {
                    throw Fault(.usage, "no network is written so", at: text)
                }
                self = .network(address, bits: bits)
            } else {
                guard parts.count == 1, !text.isEmpty else { throw Fault(.usage, "no network is written so", at: text) }
                self = .name(text.lowercased())
            }
        }
    }

    package static let ports: Set<Int> = [80, 443, 8080, 8443]
    /// The loopback networks, for the sample market and for tests.
    package static let loopback: [Exception] = [.network(.v4(0x7F00_0000), bits: 8), .network(.v6(0, 1), bits: 128)]

    package let allowed: [Exception]

    package init(allowed: [Exception] = []) { self.allowed = allowed }

    /// What is known of a URL before any name is resolved.
    package enum Target: Sendable, Equatable { case address(IPAddress), name(String) }

    /// Refuses `net.private` hosts, `net.port` ports and `net.scheme` schemes (the latter when the URL was read).
    package func target(of url: WebAddress) throws(Fault) -> Target {
        if let address = IPAddress(url.host) {
            if isAllowed(address) { return .address(address) }
            guard address.isPublic else { throw refusal(url, "an address of a private network is not asked") }
            try checkPort(url)
            return .address(address)
        }
        if allowed.contains(.name(url.host)) { return .name(url.host) }
        let labels = url.host.split(separator: ".", omittingEmptySubsequences: false)
        guard let last = labels.last, !labels.contains("") else {
            throw refusal(url, "the host name has an empty part")
        }
        // What looks like a number is read as an address by some, in octal or hexadecimal: refused.
        let isNumber = last.utf8.allSatisfy { (48...57).contains($0) } || last.hasPrefix("0x")
        guard !isNumber, !url.host.contains(":") else { throw refusal(url, "a host written as a number is not asked") }
        guard labels.count > 1,
            !Self.localSuffixes.contains(where: { url.host == $0.dropFirst() || url.host.hasSuffix($0) })
        else {
            throw refusal(url, "a name of the local network is not asked")
        }
        try checkPort(url)
        return .name(url.host)
    }

    /// The address to connect to, if none of them is private.
    package func choose(_ addresses: [IPAddress], for url: WebAddress) throws(Fault) -> IPAddress {
        guard let first = addresses.first else {
            throw Fault(.netResolve, "the host name has no address", at: url.host)
        }
        if allowed.contains(.name(url.host)) || addresses.allSatisfy({ isAllowed($0) }) { return first }
        guard addresses.allSatisfy({ $0.isPublic || isAllowed($0) }) else {
            throw refusal(url, "the host name leads into a private network")
        }
        return first
    }

    /// True if the operator has named this host: it is asked without the gap that strangers are given.
    package func isAllowed(_ url: WebAddress) -> Bool {
        if let address = IPAddress(url.host) { return isAllowed(address) }
        return allowed.contains(.name(url.host))
    }

    private func isAllowed(_ address: IPAddress) -> Bool {
        allowed.contains { if case .network(let n, let bits) = $0 { address.isIn(n, bits: bits) } else { false } }
    }

    private func checkPort(_ url: WebAddress) throws(Fault) {
        guard Self.ports.contains(url.port) else {
            throw Fault(.netPort, "the port \(url.port) is not asked", at: url.origin)
        }
    }

    private func refusal(_ url: WebAddress, _ sentence: String) -> Fault {
        Fault(.netPrivate, sentence, at: url.origin)
    }

    private static let localSuffixes = [
        ".localhost", ".local", ".internal", ".intranet", ".lan", ".home", ".corp", ".private", ".home.arpa", ".svc",
        ".localdomain",
    ]
}
