import Base
import Collect
import Sources
import Testing

@Suite struct GuardTests {
    let guardian = AddressGuard()

    @Test(arguments: [
        "http://127.0.0.1/", "http://127.1/", "http://0x7f000001/", "http://017700000001/", "http://2130706433/",
        "http://127.0.0.1.:80/",
        "http://10.1.2.3/", "http://100.64.0.1/", "http://169.254.169.254/latest/", "http://172.31.255.255/",
        "http://192.0.0.1/",
        "http://192.0.2.1/", "http://192.88.99.1/", "http://192.168.1.1/", "http://198.18.0.1/", "http://198.51.100.7/",
        "http://203.0.113.9/",
        "http://224.0.0.1/", "http://240.0.0.1/", "http://255.255.255.255/", "http://0.0.0.0/", "http://[::]/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/", "http://[::ffff:a00:1]/", "http://[::7f00:1]/", "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[2002:a00:1::1]/", "http://[2001::1]/", "http://[2001:db8::1]/", "http://[fc00::1]/",
        "http://[fd12::1]/", "http://[fe80::1]/",
        "http://[ff02::1]/", "http://localhost/", "http://LOCALHOST:8080/", "http://a.localhost/",
        "http://printer.local/", "http://db.internal/",
        "http://intranet/", "http://kubernetes.default.svc/", "http://good.example:25/", "http://good.example:22/",
        "http://good.example:6379/",
        "https://good.example:8444/", "ftp://good.example/", "file:///etc/passwd", "gopher://good.example/",
        "dict://good.example/",
        "javascript:alert(1)", "http://user@good.example/", "http://user:pw@good.example/",
        "http://good.example@127.0.0.1/", "http://a..b/",
        "http:///x", "http://good.example\\@127.0.0.1/", "http://good.example /", "//good.example/", "good.example",
        "http://[::1", "http://good.example:0/",
        "http://good.example:99999/", "http://1.2.3.4.5/", "http://1.2.3/", "http://0/",
        "http://[::ffff:0:7f00:1%25eth0]/", "",
    ])
    func `No private or unclear address is asked`(_ text: String) {
        #expect(throws: Fault.self) { try guardian.target(of: try WebAddress(text)) }
    }

    @Test(arguments: [
        "https://good.example/x", "http://good.example:8080/", "https://good.example:8443/a?b=c#d",
        "http://93.184.216.34/", "http://[2606:2800:220:1::1]/",
        "https://xn--mnchen-3ya.example/", "https://a-b.c_d.example/", "http://1.1.1.1:80/", "https://8.8.8.8/",
        "http://2130706433.example/",
        "http://[2002:808:808::1]/", "http://good.example./",
    ])
    func `Public addresses are asked`(_ text: String) throws { _ = try guardian.target(of: try WebAddress(text)) }

    @Test func `One private address among many refuses the name`() throws {
        let url = try WebAddress("http://twofaced.test/")
        let a = try #require(IPAddress("93.184.216.34")), b = try #require(IPAddress("127.0.0.1"))
        #expect(try guardian.choose([a], for: url) == a)
        #expect(throws: Fault.self) { try guardian.choose([a, b], for: url) }
        #expect(throws: Fault.self) { try guardian.choose([], for: url) }
    }

    @Test func `What the operator allows is asked at any port, and nothing more`() throws {
        let open = AddressGuard(allowed: [try .init("127.0.0.0/8"), try .init("jobs.intranet")])
        _ = try open.target(of: try WebAddress("http://127.0.0.1:45123/"))
        _ = try open.target(of: try WebAddress("http://jobs.intranet:9000/"))
        #expect(throws: Fault.self) { try open.target(of: try WebAddress("http://10.0.0.1/")) }
        #expect(throws: Fault.self) { try open.target(of: try WebAddress("http://[::1]/")) }
        #expect(throws: Fault.self) { try AddressGuard.Exception("10.0.0.0/33") }
        #expect(throws: Fault.self) { try AddressGuard.Exception("10.0.0.0/x") }
    }

    @Test func `Addresses are read strictly and written back`() {
        #expect(IPAddress("1.2.3.4")?.description == "1.2.3.4")
        #expect(IPAddress("::ffff:1.2.3.4") == .v6(0, 0xFFFF_0102_0304))
        for bad in ["1.2.3", "01.2.3.4", "1.2.3.256", "0x1.2.3.4", "::1%eth0", "1.2.3.4 ", ""] {
            #expect(IPAddress(bad) == nil, "\(bad)")
        }
    }
}

@Suite struct HostStateTests {
    let rules = HostState.Rules(gapMilliseconds: 1000)
    let t0 = Instant(seconds: 1_800_000_000)
    func at(_ ms: Int64) -> Instant { Instant(milliseconds: t0.milliseconds + ms) }

    @Test func `One at a time, with a gap`() {
        var host = HostState()
        #expect(host.request(at: t0, rules) == .go)
        #expect(host.request(at: at(5000), rules) == .busy)
        host.finished(.answered(status: 200, retryAfterSeconds: nil), at: at(300))
        #expect(host.request(at: at(300), rules) == .wait(until: at(1000)))
        #expect(host.request(at: at(1000), rules) == .go)
    }

    @Test func `Retry-After is obeyed and capped to a day`() {
        var host = HostState()
        _ = host.request(at: t0, rules)
        host.finished(.answered(status: 429, retryAfterSeconds: 30), at: t0)
        #expect(host.request(at: at(2000), rules) == .wait(until: at(30_000)))
        #expect(host.request(at: at(30_000), rules) == .go)
        host.finished(.answered(status: 503, retryAfterSeconds: 10_000_000), at: at(30_000))
        #expect(host.notBefore == at(30_000 + 86_400_000))
        guard case .refuse(let fault) = host.request(at: at(40_000), rules) else { Issue.record("not refused"); return }
        #expect(fault.code == .busy)
    }

    @Test func `A failing host is left alone for longer and longer, up to a day`() {
        var host = HostState()
        var now = t0
        var last: Int64 = 0
        for i in 1...20 {
            now = max(now, host.notBefore ?? now)
            now = Instant(milliseconds: now.milliseconds + 1000)
            #expect(host.request(at: now, rules) == .go)
            host.finished(.failed, at: now)
            let pause = (host.notBefore?.milliseconds ?? now.milliseconds) - now.milliseconds
            #expect(i < HostState.patience ? pause <= 0 : pause >= last)
            last = max(pause, 0)
        }
        #expect(last == 86_400_000)
        now = Instant(milliseconds: (host.notBefore?.milliseconds ?? 0) + 1)
        _ = host.request(at: now, rules)
        host.finished(.answered(status: 200, retryAfterSeconds: nil), at: now)
        #expect(host.failures == 0)
    }

    @Test func `The operator's own hosts are neither spared nor given up`() {
        var host = HostState()
        let own = HostState.Rules(gapMilliseconds: 0, concurrent: 2, backsOff: false)
        for _ in 0..<10 {
            #expect(host.request(at: t0, own) == .go)
            host.finished(.answered(status: 503, retryAfterSeconds: 600), at: t0)
        }
        #expect(host.request(at: t0, own) == .go)
        #expect(host.request(at: t0, own) == .go)
        #expect(host.request(at: t0, own) == .busy)
    }
}

@Suite struct RobotsTests {
    func robots(_ text: String) -> Robots { Robots(Array(text.utf8)) }

    @Test func `The longest rule decides, Allow wins a tie`() {
        let r = robots("User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /x\nAllow: /x\n")
        #expect(!r.allows("/a/c"))
        #expect(r.allows("/a/b/c"))
        #expect(r.allows("/x"))
        #expect(r.allows("/other"))
        #expect(Robots.nothing.allows("/robots.txt"))
    }

    @Test func `Our own group replaces the general one`() {
        let r = robots(
            "User-agent: *\nDisallow: /\n\nUser-Agent: Other\nUser-agent: WheelHouse/2.0 (x)\nDisallow: /private\n\nUser-agent: z\nDisallow: /q"
        )
        #expect(r.allows("/"))
        #expect(!r.allows("/private/x"))
        #expect(r.allows("/q"))
    }

    @Test func `Wildcards, anchors, comments and escapes`() {
        let r = robots(
            "\u{FEFF}\nuser-agent:* # all\r\ndisallow: /*.pdf$\r\ndisallow: /s?*id= # c\ndisallow:\ndisallow: /caf%c3%A9"
        )
        #expect(!r.allows("/a/b.pdf"))
        #expect(r.allows("/a/b.pdf?x"))
        #expect(!r.allows("/s?q=1&id=2"))
        #expect(!r.allows("/café/x"))
        #expect(r.allows("/"))
        #expect(!robots("User-agent: *\nDisallow: /").allows("/"))
        #expect(robots("").allows("/x"))
        #expect(robots("<html>no robots</html>").allows("/x"))
    }

    @Test func `A nasty pattern costs little`() {
        let r = robots("User-agent: *\nDisallow: /" + String(repeating: "*a", count: 200) + "$")
        #expect(r.allows("/" + String(repeating: "a", count: 5000) + "b"))
    }
}

@Suite struct RetryAfterTests {
    @Test(arguments: [
        ("120", 120), ("Fri, 31 Dec 1999 23:59:59 GMT", 59), ("Friday, 31-Dec-99 23:59:59 GMT", 59),
        ("Fri Dec 31 23:59:59 1999", 59),
        ("Fri, 31 Dec 1999 23:00:00 GMT", 0),
    ])
    func `Seconds and all three dates`(_ text: String, _ seconds: Int64) throws {
        let now = Instant(
            seconds: try #require(Day(year: 1999, month: 12, day: 31)).secondsSince1970 + 23 * 3600 + 59 * 60)
        #expect(RetryAfter.seconds(text, now: now) == seconds)
    }

    @Test(arguments: ["", "soon", "-5", "Fri, 32 Dec 1999 23:59:59 GMT", "1 2 3 4 5", "99999999999999999999"])
    func `Nonsense is no time`(_ text: String) {
        let s = RetryAfter.seconds(text, now: Instant(seconds: 0))
        #expect(s == nil || s == 999_999_999)
    }
}
