import Base

/// Who may see the personal pages: a value that decides, without sockets or clock. The one-time token is printed in the
/// owner's terminal; exchanging it gives the browser a cookie; a second exchange is refused.
package struct Doorkeeper: Sendable {
    private var token: String?
    private let cookie: String
    /// The port that was bound; until it is known nobody is let in.
    package var port: Int?
    private var failures = 0
    package static let failureLimit = 20

    /// Both secrets are 256 random bits in hexadecimal.
    package init(token: String, cookie: String, port: Int? = nil) {
        self.token = token
        self.cookie = cookie
        self.port = port
    }

    package enum Exchange: Sendable, Equatable {
        case cookie(String)
        case refused
    }

    package mutating func exchange(_ given: String) -> Exchange {
        guard let token, failures < Self.failureLimit, Self.equal(token, given) else {
            failures += 1
            return .refused
        }
        self.token = nil
        return .cookie(cookie)
    }

    /// True if one of the request's cookies is ours.
    package func knows(cookieHeader: String?) -> Bool {
        guard let cookieHeader else { return false }
        return cookieHeader.split(separator: ";").contains { pair in
            let parts = pair.split(separator: "=", maxSplits: 1).map { String($0.drop { $0 == " " }) }
            return parts.count == 2 && parts[0] == Self.cookieName && Self.equal(parts[1], cookie)
        }
    }

    package static let cookieName = "wheelhouse_home"

    /// The names by which a browser on this machine calls us; any other is a stranger's page that resolved to loopback.
    package func isOurs(host: String?) -> Bool {
        guard let port else { return false }
        return host == "127.0.0.1:\(port)" || host == "localhost:\(port)"
    }

    /// A form counts only from our own pages. A browser always sends one of the two headers with a POST; what sends
    /// neither is no browser, and has no cookie of ours either.
    package func isOurs(origin: String?, fetchSite: String?) -> Bool {
        if let fetchSite { return fetchSite == "same-origin" || fetchSite == "none" }
        guard let origin else { return true }
        guard let port else { return false }
        return origin == "http://127.0.0.1:\(port)" || origin == "http://localhost:\(port)"
    }

    /// Takes as long for a wrong secret as for a right one.
    static func equal(_ a: String, _ b: String) -> Bool {
        let x = Array(a.utf8), y = Array(b.utf8)
        var difference = x.count ^ y.count
        for i in 0..<max(x.count, y.count) { difference |= Int(i < x.count ? x[i] : 0) ^ Int(i < y.count ? y[i] : 0) }
        return difference == 0
    }
}
