import AsyncHTTPClient
import Base
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import Sources
import Synchronization

/// How `Fetcher` asks. Every limit has its number here.
package struct FetcherSettings: Sendable {
    /// Whom a site's operator may write to: a mail address or a URL. Strangers are not asked without it.
    package var contact: String
    /// Hosts and networks that may be asked although they are not public; they are asked without a gap.
    package var allowed: [AddressGuard.Exception]
    /// Requests at once to an allowed host.
    package var allowedConcurrency = 32
    package var totalSeconds: Int64 = 30
    package var idleSeconds: Int64 = 10
    package var redirects = 5
    package var headerLines = 64
    package var headerBytes = 8 << 10
    /// Decoded bytes per received byte, looked at once a mebibyte has come.
    package var ratio = 100
    package var ratioFrom = 1 << 20
    package var robotsSeconds: Int64 = 86_400

    package init(contact: String, allowed: [AddressGuard.Exception] = []) {
        self.contact = contact
        self.allowed = allowed
    }
    package var userAgent: String { "wheelhouse/0.1 (+\(CleanText.line(contact)))" }
}

/// What came back for an `Ask`.
package struct Answer: Sendable {
    /// After redirects.
    package var url: String
    /// The source said that nothing has changed since the validators that we sent; `bytes` is empty.
    package var isUnchanged: Bool
    package var contentType: String?
    package var etag: String?
    package var lastModified: String?
    /// Decoded (no content coding), in the charset in which it was sent.
    package var bytes: [UInt8]
}

/// The one thing that talks to strangers: a thin shell around `AddressGuard`, `HostState` and `Robots`, with
/// AsyncHTTPClient below. Redirects are followed by us, each hop checked like a first request; the connection goes to the
/// address that was checked, with `Host` and TLS name of the host that was asked.
package final class Fetcher: Sendable {
    package typealias Resolver = @Sendable (String) async throws(Fault) -> [IPAddress]

    package let settings: FetcherSettings
    let guardian: AddressGuard
    private let resolve: Resolver
    private let now: @Sendable () -> Instant
    private let sleep: @Sendable (_ milliseconds: Int64) async -> Void
    private let plain: HTTPClient
    private let state = Mutex(State())

    private struct Host {
        var state = HostState()
        var waiting: [CheckedContinuation<Void, Never>] = []
    }
    private struct State: ~Copyable {
        var hosts: [String: Host] = [:]
        var robots: [String: (rules: Robots, until: Instant)] = [:]
        var secure: [String: SecureClient] = [:]
        var made = 0
    }
    private struct SecureClient {
        var client: HTTPClient
        var leases: Int
        var used: Int
    }
    /// Clients for hosts asked by TLS that are kept open.
    private static let secureClients = 64

    /// `now` and `sleep` are the clock of the caller.
    package init(
        _ settings: FetcherSettings, resolve: @escaping Resolver = Fetcher.systemResolver,
        now: @escaping @Sendable () -> Instant,
        sleep: @escaping @Sendable (_ milliseconds: Int64) async -> Void
    ) {
        self.settings = settings
        guardian = AddressGuard(allowed: settings.allowed)
        self.resolve = resolve
        self.now = now
        self.sleep = sleep
        plain = HTTPClient(
            eventLoopGroup: .singletonMultiThreadedEventLoopGroup, configuration: Self.configuration(settings))
    }

    package func shutdown() async {
        let clients = state.withLock { s in
            let all = s.secure.values.map(\.client)
            s.secure = [:]
            return all
        }
        for client in clients + [plain] { try? await client.shutdown() }
    }

    /// Asks once, politely. Throws `net.*` for what the guard, the robots file, the host or the network says no to,
    /// `limit.*` for answers beyond a limit, `busy` if the host wants to be left alone for long.
    package func fetch(_ ask: Ask, gapMilliseconds: Int = 1000, etag: String? = nil, lastModified: String? = nil)
        async throws(Fault) -> Answer
    {
        var url = try WebAddress(ask.url)
        for hop in 0...settings.redirects {
            let allowed = guardian.isAllowed(url)
            guard allowed || !settings.contact.isEmpty else {
                throw Fault(
                    .usage, "say whom a site may write to before strangers are asked (--contact or WHEELHOUSE_CONTACT)",
                    at: url.host)
            }
            _ = try guardian.target(of: url)
            let rules = HostState.Rules(
                gapMilliseconds: allowed ? 0 : Int64(gapMilliseconds),
                concurrent: allowed ? settings.allowedConcurrency : 1,
                backsOff: !allowed)
            guard try await robots(for: url, rules).allows(url.path + (url.query.map { "?" + $0 } ?? "")) else {
                throw Fault(.netRobots, "the site's robots.txt does not want this asked", at: url.description)
            }
            let step = try await exchange(
                url, ask, rules, etag: hop == 0 ? etag : nil, lastModified: hop == 0 ? lastModified : nil)
            switch step {
            case .answer(let answer): return answer
            case .redirect(let to): url = to
            case .refused(let status): throw Fault(.netStatus, "the server answered \(status)", at: url.description)
            }
        }
        throw Fault(.netRedirect, "more than \(settings.redirects) redirects", at: ask.url)
    }

    // MARK: robots

    private func robots(for url: WebAddress, _ rules: HostState.Rules) async throws(Fault) -> Robots {
        let origin = url.origin
        let at = now()
        if let known = state.withLock({ $0.robots[origin] }), known.until > at { return known.rules }
        var ask = Ask(origin + "/robots.txt", bodyLimit: Robots.sizeLimit)
        ask.headers["accept"] = "text/plain"
        var file = try WebAddress(ask.url)
        var found = Robots.nothing
        var seconds = settings.robotsSeconds
        // RFC 9309: unavailable (4xx) allows all, unreachable (5xx, no network) forbids all and is tried again in an hour.
        search: for _ in 0...settings.redirects {
            do throws(Fault) {
                switch try await exchange(file, ask, rules, truncates: true) {
                case .answer(let answer):
                    found = Robots(answer.bytes)
                    break search
                case .redirect(let to): file = to
                case .refused(let status):
                    if status < 500, status != 429 { found = .everything } else { seconds = 3600 }
                    break search
                }
            } catch {
                // What the guard refuses is an error of the address, not of the file.
                guard error.code == .netTimeout || error.code == .netFailed else { throw error }
                seconds = 3600
                break search
            }
        }
        let entry = (rules: found, until: Instant(milliseconds: at.milliseconds + seconds * 1000))
        state.withLock { $0.robots[origin] = entry }
        return found
    }

    // MARK: one request

    private enum Step { case answer(Answer), redirect(WebAddress), refused(status: Int) }

    private func exchange(
        _ url: WebAddress, _ ask: Ask, _ rules: HostState.Rules, etag: String? = nil, lastModified: String? = nil,
        truncates: Bool = false
    ) async throws(Fault) -> Step {
        let target = try guardian.target(of: url)
        let key = url.authority
        try await acquire(key, rules)
        var outcome = HostState.Outcome.failed
        defer { release(key, outcome) }
        let address: IPAddress
        switch target {
        case .address(let literal): address = literal
        case .name(let name): address = try guardian.choose(try await resolve(name), for: url)
        }
        let (client, lease) = client(for: url, at: address)
        defer { if let lease { giveBack(lease) } }
        var request = HTTPClientRequest(url: requestURL(url, address))
        request.headers.add(name: "host", value: url.authority)
        request.headers.add(name: "user-agent", value: settings.userAgent)
        request.headers.add(name: "accept-encoding", value: "gzip, deflate")
        for (name, value) in ask.headers.sorted(by: { $0.key < $1.key }) {
            request.headers.replaceOrAdd(name: name, value: value)
        }
        if let etag { request.headers.add(name: "if-none-match", value: etag) }
        if let lastModified { request.headers.add(name: "if-modified-since", value: lastModified) }

        let deadline = NIODeadline.now() + .seconds(settings.totalSeconds)
        let response: HTTPClientResponse
        do { response = try await client.execute(request, deadline: deadline) } catch { throw Self.fault(error, url) }
        let status = Int(response.status.code)
        let retry = RetryAfter.seconds(response.headers.first(name: "retry-after"), now: now())
        outcome = .answered(status: status, retryAfterSeconds: retry)
        try checkHeaders(response.headers, url)
        switch status {
        case 200:
            do throws(Fault) {
                let bytes = try await body(
                    response, limit: ask.bodyLimit, deadline: deadline, url, truncates: truncates)
                return .answer(answer(url, response.headers, bytes, isUnchanged: false))
            } catch {
                outcome = .failed
                throw error
            }
        case 304 where etag != nil || lastModified != nil:
            return .answer(answer(url, response.headers, [], isUnchanged: true))
        case 301, 302, 303, 307, 308:
            guard let location = response.headers.first(name: "location") else {
                throw Fault(.netRedirect, "a redirect without a place to go", at: url.description)
            }
            let next = try url.resolving(location)
            guard next.isSecure || !url.isSecure else {
                throw Fault(.netRedirect, "a redirect from https to http is not followed", at: url.description)
            }
            // Looked at here too, so that the reason is the address and not its robots file.
            _ = try guardian.target(of: next)
            return .redirect(next)
        default: return .refused(status: status)
        }
    }

    private func answer(_ url: WebAddress, _ headers: HTTPHeaders, _ bytes: [UInt8], isUnchanged: Bool) -> Answer {
        Answer(
            url: url.description, isUnchanged: isUnchanged, contentType: headers.first(name: "content-type"),
            etag: headers.first(name: "etag").map { CleanText.line($0) },
            lastModified: headers.first(name: "last-modified").map { CleanText.line($0) }, bytes: bytes)
    }

    private func checkHeaders(_ headers: HTTPHeaders, _ url: WebAddress) throws(Fault) {
        guard headers.count <= settings.headerLines else {
            throw Fault(.limitItems, "more than \(settings.headerLines) header lines", at: url.description)
        }
        guard headers.allSatisfy({ $0.name.utf8.count + $0.value.utf8.count <= settings.headerBytes }) else {
            throw Fault(.limitLength, "a header line of more than \(settings.headerBytes) bytes", at: url.description)
        }
        let codings = headers[canonicalForm: "content-encoding"].map { $0.lowercased() }.filter { $0 != "identity" }
        guard codings.count <= 1, codings.allSatisfy({ $0 == "gzip" || $0 == "deflate" || $0 == "x-gzip" }) else {
            throw Fault(.unsupported, "the content coding of the answer is not known", at: url.description)
        }
    }

    private func body(
        _ response: HTTPClientResponse, limit: Int, deadline: NIODeadline, _ url: WebAddress, truncates: Bool
    ) async throws(Fault) -> [UInt8] {
        let received = response.headers.first(name: "content-length").flatMap { Int($0) }
        let isCoded = response.headers.contains(name: "content-encoding")
        if let received, !isCoded, received > limit, !truncates {
            throw Fault(.limitBytes, "the answer has \(received) bytes; the limit is \(limit)", at: url.description)
        }
        var bytes: [UInt8] = []
        if let received, !isCoded { bytes.reserveCapacity(min(received, limit)) }
        do {
            for try await chunk in response.body {
                guard bytes.count + chunk.readableBytes <= limit else {
                    if truncates { return bytes }
                    throw Fault(.limitBytes, "the answer has more than \(limit) bytes", at: url.description)
                }
                bytes.append(contentsOf: chunk.readableBytesView)
                if isCoded, let received, bytes.count > settings.ratioFrom,
                    bytes.count / max(received, 1) > settings.ratio
                {
                    throw Fault(
                        .limitRatio, "the answer grows more than \(settings.ratio) times when it is decoded",
                        at: url.description)
                }
                guard NIODeadline.now() < deadline else {
                    throw Fault(
                        .netTimeout, "the answer took more than \(settings.totalSeconds) s", at: url.description)
                }
            }
        } catch {
            throw Self.fault(error, url)
        }
        return bytes
    }

    // MARK: turns

    private func acquire(_ key: String, _ rules: HostState.Rules) async throws(Fault) {
        while true {
            let at = now()
            switch state.withLock({ $0.hosts[key, default: Host()].state.request(at: at, rules) }) {
            case .go: return
            case .refuse(let fault): throw Fault(fault.code, fault.sentence, at: key)
            case .wait(let until): await sleep(max(1, until.milliseconds - at.milliseconds))
            case .busy:
                await withCheckedContinuation { continuation in
                    let isFree = state.withLock { s in
                        if s.hosts[key, default: Host()].state.inFlight < rules.concurrent { return true }
                        s.hosts[key, default: Host()].waiting.append(continuation)
                        return false
                    }
                    if isFree { continuation.resume() }
                }
            }
        }
    }

    private func release(_ key: String, _ outcome: HostState.Outcome) {
        let at = now()
        let next: CheckedContinuation<Void, Never>? = state.withLock { s in
            guard var host = s.hosts[key] else { return nil }
            host.state.finished(outcome, at: at)
            let next = host.waiting.isEmpty ? nil : host.waiting.removeFirst()
            s.hosts[key] = host
            return next
        }
        next?.resume()
    }

    // MARK: clients

    private static func configuration(_ settings: FetcherSettings) -> HTTPClient.Configuration {
        var c = HTTPClient.Configuration()
        c.redirectConfiguration = .disallow
        c.timeout = .init(connect: .seconds(settings.idleSeconds), read: .seconds(settings.idleSeconds))
        c.decompression = .enabled(limit: .size(SourceLimits.body))
        c.httpVersion = .http1Only
        c.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(8, settings.allowedConcurrency)
        return c
    }

    /// A plain request names the checked address in its URL and the host in its header. With TLS the name must stay in
    /// the URL, so the host gets a client that knows one address for it.
    private func client(for url: WebAddress, at address: IPAddress) -> (HTTPClient, lease: String?) {
        guard url.isSecure, IPAddress(url.host) == nil else { return (plain, nil) }
        let key = "\(url.host) \(address)"
        var idle: HTTPClient?
        let client = state.withLock { s -> HTTPClient in
            s.made += 1
            if var known = s.secure[key] {
                known.leases += 1
                known.used = s.made
                s.secure[key] = known
                return known.client
            }
            if s.secure.count >= Self.secureClients,
                let old = s.secure.filter({ $0.value.leases == 0 }).min(by: { $0.value.used < $1.value.used })
            {
                idle = old.value.client
                s.secure[old.key] = nil
            }
            var c = Self.configuration(settings)
            c.dnsOverride = [url.host: address.description]
            let client = HTTPClient(eventLoopGroup: .singletonMultiThreadedEventLoopGroup, configuration: c)
            s.secure[key] = SecureClient(client: client, leases: 1, used: s.made)
            return client
        }
        // An idle client has no request to lose.
        if let idle { Task { try? await idle.shutdown() } }
        return (client, key)
    }

    private func giveBack(_ key: String) { state.withLock { $0.secure[key]?.leases -= 1 } }

    private func requestURL(_ url: WebAddress, _ address: IPAddress) -> String {
        guard !url.isSecure else { return url.description }
        var direct = url
        direct.host = address.description
        return direct.description
    }

    // MARK: the system

    /// getaddrinfo, off the cooperative threads.
    package static let systemResolver: Resolver = { name throws(Fault) in
        do {
            return try await NIOThreadPool.singleton.runIfActive { try lookUp(name) }
        } catch let fault as Fault {
            throw fault
        } catch {
            throw Fault(.netResolve, "names cannot be resolved now", at: name)
        }
    }

    private static func lookUp(_ name: String) throws(Fault) -> [IPAddress] {
        do {
            var out: [IPAddress] = []
            for address in try SocketAddress.all(name) {
                if let ip = address.ipAddress.flatMap({ IPAddress($0) }), !out.contains(ip) { out.append(ip) }
            }
            return out
        } catch { throw Fault(.netResolve, "the host name cannot be resolved", at: name) }
    }

    private static func fault(_ error: any Error, _ url: WebAddress) -> Fault {
        if let fault = error as? Fault { return fault }
        if let e = error as? HTTPClientError {
            switch e {
            case .readTimeout, .connectTimeout, .deadlineExceeded, .getConnectionFromPoolTimeout, .tlsHandshakeTimeout,
                .writeTimeout:
                return Fault(.netTimeout, "the server did not answer in time", at: url.description)
            case .remoteConnectionClosed:
                return Fault(.netFailed, "the server closed the connection", at: url.description)
            default:
                return Fault(
                    .netFailed, "the request failed: \(CleanText.line(String(e.description.prefix(120))))",
                    at: url.description)
            }
        }
        let text = String(describing: error)
        if text.contains("limit") || text.contains("Decompression") {
            return Fault(
                .limitBytes, "the answer has more than \(SourceLimits.body) bytes when it is decoded",
                at: url.description)
        }
        return Fault(.netFailed, "the request failed: \(CleanText.line(String(text.prefix(120))))", at: url.description)
    }
}

extension SocketAddress {
    /// All addresses of a host name, as the system orders them.
    fileprivate static func all(_ name: String) throws -> [SocketAddress] { try AddressList.of(name) }
}
