import Base

/// An absolute http or https URL, taken apart strictly: what two readers could understand differently is refused.
package struct WebAddress: Sendable, Hashable, CustomStringConvertible {
    package var isSecure: Bool
    /// Lower case; an IPv6 address stands without its brackets.
    package var host: String
    package var port: Int
    /// From the slash on, without the fragment.
    package var path: String
    /// Without the question mark.
    package var query: String?

    /// Throws `net.scheme` unless the URL is http or https without user info, `malformed` if it is no URL.
    package init(_ text: String) throws(Fault) {
        let u = Array(text.utf8)
        func bad(_ sentence: String) -> Fault {
            Fault(.malformed, sentence, at: CleanText.line(String(text.prefix(120))))
        }
        guard u.count <= SourceLimits.url else {
            throw Fault(.limitLength, "the URL has more than \(SourceLimits.url) bytes")
        }
        guard u.allSatisfy({ $0 > 32 && $0 != 127 && $0 != UInt8(ascii: "\\") }) else {
            throw bad("the URL holds a blank, a control character or a backslash")
        }
        let head = String(decoding: u.prefix(8), as: UTF8.self).lowercased()
        let rest: ArraySlice<UInt8>
        if head.hasPrefix("https://") {
            isSecure = true
            rest = u[8...]
        } else if head.hasPrefix("http://") {
            isSecure = false
            rest = u[7...]
        } else {
            throw Fault(.netScheme, "only http and https are asked", at: CleanText.line(String(text.prefix(120))))
        }
        let end =
            rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
            ?? rest.endIndex
        var authority = rest[..<end]
        guard !authority.contains(UInt8(ascii: "@")) else {
            throw Fault(.netScheme, "a URL with a user name is not asked", at: CleanText.line(String(text.prefix(120))))
        }
        var port = isSecure ? 443 : 80
        let colon = authority.lastIndex(of: UInt8(ascii: ":"))
        if authority.first == UInt8(ascii: "[") {
            guard let close = authority.firstIndex(of: UInt8(ascii: "]")) else {
                throw bad("an IPv6 address without its bracket")
            }
            if let colon, colon > close {
                guard colon == close + 1, let p = Self.number(authority[(colon + 1)...]) else {
                    throw bad("the port is no number")
                }
                port = p
            } else if close + 1 != authority.endIndex {
                throw bad("text after an IPv6 address")
            }
            authority = authority[(authority.startIndex + 1)..<close]
        } else if let colon {
            guard let p = Self.number(authority[(colon + 1)...]) else { throw bad("the port is no number") }
            port = p
            authority = authority[..<colon]
        }
        guard !authority.isEmpty, authority.count <= 253,
            authority.allSatisfy({ Self.isHostByte($0) })
        else { throw bad("the URL has no plain host name") }
        host = String(decoding: authority, as: UTF8.self).lowercased()
        if host.hasSuffix(".") { host.removeLast() }
        self.port = port
        var tail = rest[end...]
        if let hash = tail.firstIndex(of: UInt8(ascii: "#")) { tail = tail[..<hash] }
        let mark = tail.firstIndex(of: UInt8(ascii: "?"))
        let pathBytes = tail[..<(mark ?? tail.endIndex)]
        path = pathBytes.isEmpty ? "/" : String(decoding: pathBytes, as: UTF8.self)
        query = mark.map { String(decoding: tail[($0 + 1)...], as: UTF8.self) }
    }

    /// `host` for the default port, else `host:port`.
    package var authority: String {
        let name = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
        return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
    }
    package var origin: String { "\(isSecure ? "https" : "http")://\(authority)" }
    package var description: String { origin + path + (query.map { "?" + $0 } ?? "") }
    /// The parts of the path between slashes, empty ones left out.
    package var segments: [String] { path.split(separator: "/").map(String.init) }
    package func value(of name: String) -> String? {
        for pair in (query ?? "").split(separator: "&") where pair.hasPrefix(name + "=") {
            return String(pair.dropFirst(name.utf8.count + 1))
        }
        return nil
    }

    /// The URL that a `Location` or `href` names, seen from this one.
    package func resolving(_ reference: String) throws(Fault) -> WebAddress {
        let r = reference
        if r.contains("://") || Self.hasScheme(r) { return try WebAddress(r) }
        if r.hasPrefix("//") { return try WebAddress((isSecure ? "https:" : "http:") + r) }
        if r.hasPrefix("/") { return try WebAddress(origin + r) }
        if r.hasPrefix("?") { return try WebAddress(origin + path + r) }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
        return try WebAddress(origin + folder + r)
    }

    private static func hasScheme(_ s: String) -> Bool {
        guard let colon = s.firstIndex(of: ":") else { return false }
        let name = s[..<colon]
        return !name.isEmpty && name.utf8.allSatisfy { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 }
    }

    private static func isHostByte(_ c: UInt8) -> Bool {
        switch c {
        case 48...57, 65...90, 97...122: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: ":"): true
        default: false
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 5, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let n = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        return (1...65_535).contains(n) ? n : nil
    }
}
