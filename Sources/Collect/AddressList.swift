import Glibc
import NIOCore

/// getaddrinfo with all its answers, for the guard must see every one.
enum AddressList {
    struct Unresolved: Error {}

    static func of(_ name: String) throws -> [SocketAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(name, nil, &hints, &list) == 0 else { throw Unresolved() }
        defer { freeaddrinfo(list) }
        var out: [SocketAddress] = []
        var at = list
        while let entry = at {
            defer { at = entry.pointee.ai_next }
            guard let raw = entry.pointee.ai_addr else { continue }
            if entry.pointee.ai_family == AF_INET {
                out.append(raw.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { SocketAddress($0.pointee) })
            } else if entry.pointee.ai_family == AF_INET6 {
                out.append(raw.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { SocketAddress($0.pointee) })
            }
        }
        return out
    }
}
