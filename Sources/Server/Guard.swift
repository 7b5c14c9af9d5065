import Base
import Synchronization

/// Who may ask and how much. Decisions are functions of the request; only `Turnstile` holds a count.
package struct Guard: Sendable {
    package static let maxTarget = 8 << 10
    package static let maxBody = 1 << 20
    package static let maxAtOnce = 32
    package static let maxAtOnceAClient = 8

    /// Names under which the server answers, with or without a port, lower case: against DNS rebinding.
    package var hosts: Set<String>

    package init(hosts: Set<String>) { self.hosts = hosts }

    /// The names of loopback, and the one that was bound.
    package static func loopback(_ bound: String, extra: [String] = []) -> Guard {
        Guard(hosts: Set(["127.0.0.1", "localhost", "[::1]", bound.lowercased()] + extra.map { $0.lowercased() }))
    }

    package enum Refusal: Sendable, Equatable {
        case host, crossOrigin, target, body, method
        package var status: Int {
            switch self {
            case .host: 421
            case .crossOrigin: 403
            case .target: 414
            case .body: 413
            case .method: 405
            }
        }
        package var code: String {
            switch self {
            case .host: "host"
            case .crossOrigin: "cross_origin"
            case .target: "limit.length"
            case .body: "limit.bytes"
            case .method: "method"
            }
        }
        package var sentence: String {
            switch self {
            case .host: "The Host header names no host of this server."
            case .crossOrigin: "A form of another site may not be sent here."
            case .target: "An address may have \(Guard.maxTarget) bytes."
            case .body: "A body may have \(Guard.maxBody) bytes."
            case .method: "Only GET, HEAD and POST are known here."
            }
        }
    }

    /// `target` is the request line's, `length` the body's declared or counted size.
    package func refusal(method: String, target: String, headers: [String: String], length: Int) -> Refusal? {
        if target.utf8.count > Self.maxTarget { return .target }
        guard let host = headers["host"], hosts.contains(Self.name(host)) else { return .host }
        if method != "GET", method != "HEAD", method != "POST" { return .method }
        if length > Self.maxBody { return .body }
        if method == "POST", !Self.isSameOrigin(headers, host: host) { return .crossOrigin }
        return nil
    }

    /// Without the port.
    static func name(_ host: String) -> String {
        let lower = host.lowercased()
        if lower.hasPrefix("[") { return String(lower.prefix { $0 != "]" }) + "]" }
        return String(lower.prefix { $0 != ":" })
    }

    /// The check of Go's CrossOriginProtection (1.25): Sec-Fetch-Site decides where a browser sends it; else Origin must
    /// name this very host; a request with neither is no browser's.
    static func isSameOrigin(_ headers: [String: String], host: String) -> Bool {
        if let site = headers["sec-fetch-site"] { return site == "same-origin" || site == "none" }
        guard let origin = headers["origin"] else { return true }
        for scheme in ["http://", "https://"] where origin.lowercased() == scheme + host.lowercased() { return true }
        return false
    }

    /// On every answer. Charts use the one stylesheet, so no style attribute and no script is ever needed.
    package static let headers: [(name: String, value: String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"),
    ]
    /// A drawing that is opened by itself carries its own style and nothing else.
    static let drawingPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; sandbox"
}

/// Counts those inside: all, and a client's.
package final class Turnstile: Sendable {
    private let inside = Mutex<(all: Int, byClient: [String: Int])>((0, [:]))
    package init() {}

    /// Nil if there is room: then `leave` must be called.
    package func enter(_ client: String) -> Int? {
        inside.withLock { s in
            if s.all >= Guard.maxAtOnce { return 503 }
            if s.byClient[client, default: 0] >= Guard.maxAtOnceAClient { return 429 }
            s.all += 1
            s.byClient[client, default: 0] += 1
            return nil
        }
    }
    package func leave(_ client: String) {
        inside.withLock { s in
            s.all -= 1
            let n = s.byClient[client, default: 1] - 1
            s.byClient[client] = n > 0 ? n : nil
        }
    }
}
