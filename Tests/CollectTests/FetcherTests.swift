import Base
import Collect
import Fixtures
import Foundation
import Sources
import Synchronization
import Testing

@Suite struct FetcherTests {
    let start = Instant(seconds: 1_800_000_000)

    /// A fetcher that may ask loopback, with a clock that moves only by waiting.
    func withFetcher<T>(
        allowed: [AddressGuard.Exception] = AddressGuard.loopback, contact: String = "ops@example.org",
        clock: FakeClock? = nil,
        resolve: @escaping Fetcher.Resolver = { name throws(Fault) in
            throw Fault(.netResolve, "no names here", at: name)
        },
        _ body: (Fetcher) async throws -> T
    ) async throws -> T {
        let clock = clock ?? FakeClock(start)
        let fetcher = Fetcher(
            FetcherSettings(contact: contact, allowed: allowed), resolve: resolve, now: { clock.now },
            sleep: { clock.sleep($0) })
        do {
            let out = try await body(fetcher)
            await fetcher.shutdown()
            return out
        } catch {
            await fetcher.shutdown()
            throw error
        }
    }

    func code(_ fetcher: Fetcher, _ url: String, limit: Int = SourceLimits.body) async -> Fault.Code? {
        do throws(Fault) { _ = try await fetcher.fetch(Ask(url, bodyLimit: limit)); return nil } catch {
            return error.code
        }
    }

    @Test func `Validators go out, an unchanged answer comes back, and we say who asks`() async throws {
        let server = try LoopbackServer { r in
            if r.path == "/robots.txt" { return LoopbackServer.answer(404, [:], []) }
            if r.headers["if-none-match"] == "\"v1\"" { return LoopbackServer.answer(304, ["ETag": "\"v1\""], []) }
            return LoopbackServer.json("[]", ["ETag": "\"v1\"", "Last-Modified": "Tue, 01 Sep 2026 08:00:00 GMT"])
        }
        defer { server.stop() }
        try await withFetcher { f in
            let first = try await f.fetch(Ask(server.url("/x")))
            #expect(first.bytes == Array("[]".utf8))
            #expect(first.etag == "\"v1\"")
            let second = try await f.fetch(Ask(server.url("/x")), etag: first.etag, lastModified: first.lastModified)
            #expect(second.isUnchanged)
            #expect(second.bytes.isEmpty)
        }
        #expect(server.paths() == ["/robots.txt", "/x", "/x"])
        #expect(server.requests[1].headers["user-agent"] == "wheelhouse/0.1 (+ops@example.org)")
        #expect(server.requests[2].headers["if-modified-since"] == "Tue, 01 Sep 2026 08:00:00 GMT")
    }

    @Test func `robots.txt is obeyed, once a day, and a broken one forbids`() async throws {
        let server = try LoopbackServer { r in
            r.path == "/robots.txt"
                ? LoopbackServer.answer(200, [:], Array("User-agent: *\nDisallow: /no".utf8))
                : LoopbackServer.json("[]")
        }
        defer { server.stop() }
        let broken = try LoopbackServer { r in
            r.path == "/robots.txt" ? LoopbackServer.answer(500, [:], []) : LoopbackServer.json("[]")
        }
        defer { broken.stop() }
        try await withFetcher { f in
            #expect(await code(f, server.url("/no/x")) == .netRobots)
            #expect(await code(f, server.url("/yes")) == nil)
            #expect(await code(f, broken.url("/yes")) == .netRobots)
        }
        #expect(server.paths() == ["/robots.txt", "/yes"])
        #expect(broken.paths() == ["/robots.txt"])
    }

    @Test func `Redirects are checked at each hop`() async throws {
        let server = try LoopbackServer { r in
            switch r.path {
            case "/robots.txt": LoopbackServer.answer(404, [:], [])
            case "/private": LoopbackServer.answer(307, ["Location": "http://10.0.0.5:8500/v1/kv/"], [])
            case "/scheme": LoopbackServer.answer(302, ["Location": "file:///etc/passwd"], [])
            case "/nowhere": LoopbackServer.answer(302, [:], [])
            case "/relative": LoopbackServer.answer(301, ["Location": "end"], [])
            case "/end": LoopbackServer.json("[1]")
            case "/loop": LoopbackServer.answer(302, ["Location": "/loop"], [])
            default: LoopbackServer.answer(404, [:], [])
            }
        }
        defer { server.stop() }
        try await withFetcher { f in
            #expect(await code(f, server.url("/private")) == .netPrivate)
            #expect(await code(f, server.url("/scheme")) == .netScheme)
            #expect(await code(f, server.url("/nowhere")) == .netRedirect)
            #expect(await code(f, server.url("/loop")) == .netRedirect)
            #expect(await code(f, server.url("/gone")) == .netStatus)
            let end = try await f.fetch(Ask(server.url("/relative")))
            #expect(end.url == server.url("/end"))
        }
        #expect(server.paths().filter { $0 == "/loop" }.count == 6)
    }

    @Test func `A name that also leads home is not asked, and the checked address is the one connected to`()
        async throws
    {
        let server = try LoopbackServer { r in
            r.path == "/robots.txt" ? LoopbackServer.answer(404, [:], []) : LoopbackServer.json("[]")
        }
        defer { server.stop() }
        let asked = Mutex(0)
        let resolve: Fetcher.Resolver = { name throws(Fault) in
            let n = asked.withLock {
                $0 += 1; return $0
            }
            guard let home = IPAddress("127.0.0.1"), let away = IPAddress("93.184.216.34") else { return [] }
            if name == "twofaced.test" { return [away, home] }
            // A name that moves home after the check gains nothing: each connection goes to what was checked for it.
            return name == "moving.test" && n > 1 ? [home] : [away]
        }
        try await withFetcher(allowed: [], resolve: resolve) { f in
            #expect(await code(f, "http://twofaced.test/") == .netPrivate)
            #expect(await code(f, server.url("/x")) == .netPrivate)
            #expect(await code(f, "http://good.test:25/") == .netPort)
        }
        #expect(server.requests.isEmpty)
        // An allowed name is asked where it leads, with its name in the request.
        let byName: Fetcher.Resolver = { _ throws(Fault) in IPAddress("127.0.0.1").map { [$0] } ?? [] }
        try await withFetcher(allowed: [.name("jobs.test")], resolve: byName) { f in
            _ = try await f.fetch(Ask("http://jobs.test:\(server.port)/x"))
        }
        #expect(server.requests.last?.headers["host"] == "jobs.test:\(server.port)")
    }

    @Test func `Answers have limits of size, of headers and of codings`() async throws {
        let server = try LoopbackServer { r in
            switch r.path {
            case "/robots.txt": return LoopbackServer.answer(404, [:], [])
            case "/long": return LoopbackServer.answer(200, [:], [UInt8](repeating: 65, count: 3000))
            case "/stream": return Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + [UInt8](repeating: 65, count: 3000)
            case "/headers":
                return LoopbackServer.answer(
                    200, Dictionary(uniqueKeysWithValues: (0..<70).map { ("X-\($0)", "1") }), [])
            case "/header": return LoopbackServer.answer(200, ["X-Long": String(repeating: "a", count: 9000)], [])
            case "/coding": return LoopbackServer.answer(200, ["Content-Encoding": "br"], [1, 2, 3])
            case "/cut": return Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc".utf8)
            default: return LoopbackServer.json("[]")
            }
        }
        defer { server.stop() }
        try await withFetcher { f in
            #expect(await code(f, server.url("/long"), limit: 2000) == .limitBytes)
            #expect(await code(f, server.url("/stream"), limit: 2000) == .limitBytes)
            #expect(await code(f, server.url("/headers")) == .limitItems)
            #expect(await code(f, server.url("/header")) == .limitLength)
            #expect(await code(f, server.url("/coding")) == .unsupported)
        }
    }

    @Test func `Strangers are not asked by somebody without a name`() async throws {
        try await withFetcher(contact: "") { f in #expect(await code(f, "https://good.example/") == .usage) }
    }

    @Test func `A busy host is asked one by one with the card's gap`() async throws {
        // The same state machine as for strangers, seen through the clock: a host by name, not an allowed network.
        let clock = FakeClock(start)
        var host = HostState()
        let rules = HostState.Rules(gapMilliseconds: 1000)
        var sent: [Int64] = []
        for _ in 0..<5 {
            while true {
                let step = host.request(at: clock.now, rules)
                if step == .go { break }
                guard case .wait(let until) = step else { Issue.record("\(step)"); return }
                clock.sleep(until.milliseconds - clock.now.milliseconds)
            }
            sent.append(clock.now.milliseconds)
            host.finished(.answered(status: 200, retryAfterSeconds: nil), at: clock.now)
        }
        for (a, b) in zip(sent, sent.dropFirst()) { #expect(b - a >= 1000) }
    }

    @Test func `Hostile answers and addresses end as expected`() async throws {
        guard let folder = Fixtures.vectors("hostile") else { return }
        let expected = try JSONDocument(DurableFile.read(folder + "/expected.json")).root
        for (name, want) in expected.members where want["kind"].string == "http" {
            let bytes = try DurableFile.read(folder + "/" + name)
            let server = try LoopbackServer { r in r.path == "/robots.txt" ? LoopbackServer.answer(404, [:], []) : bytes
            }
            defer { server.stop() }
            try await withFetcher { f in
                let got = await code(f, server.url("/x"))
                #expect(got?.rawValue == want["reason"].string, "\(name)")
            }
        }
        for (name, want) in expected.members where want["kind"].string == "urls" {
            let file = try JSONDocument(DurableFile.read(folder + "/" + name)).root
            let answers = Dictionary(
                uniqueKeysWithValues: file["resolver"].members.map {
                    (
                        $0.key,
                        $0.value.elements.flatMap { $0.elements.compactMap { $0.string.flatMap { IPAddress($0) } } }
                    )
                })
            let guardian = AddressGuard()
            func passes(_ text: String) throws(Fault) {
                let url = try WebAddress(text)
                guard case .name(let host) = try guardian.target(of: url) else { return }
                _ = try guardian.choose(answers[host] ?? [], for: url)
            }
            for url in file["refuse"].elements.compactMap(\.string) {
                #expect(throws: Fault.self, "\(url)") { try passes(url) }
            }
            for url in file["allow"].elements.compactMap(\.string) { try passes(url) }
        }
    }
}
