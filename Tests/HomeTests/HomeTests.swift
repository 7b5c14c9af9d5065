import Base
import Home
import Testing

@Suite struct DoorkeeperTests {
    @Test func `a token opens once, and only the cookie it gave is known afterwards`() {
        var door = Doorkeeper(token: "aa11", cookie: "cc22", port: 4000)
        #expect(door.exchange("aa1") == .refused)
        #expect(door.exchange("aa11") == .cookie("cc22"))
        #expect(door.exchange("aa11") == .refused, "a token is used up")
        #expect(door.knows(cookieHeader: "other=1; \(Doorkeeper.cookieName)=cc22"))
        for header in [
            nil, "", "\(Doorkeeper.cookieName)=", "\(Doorkeeper.cookieName)=cc2", "x\(Doorkeeper.cookieName)=cc22",
            "\(Doorkeeper.cookieName)=cc222",
        ] {
            #expect(!door.knows(cookieHeader: header))
        }
    }

    @Test func `guessing is stopped`() {
        var door = Doorkeeper(token: "right", cookie: "c", port: 1)
        for i in 0..<Doorkeeper.failureLimit { #expect(door.exchange("wrong\(i)") == .refused) }
        #expect(door.exchange("right") == .refused)
    }

    @Test func `a name that is not ours is a stranger's page, and so is an origin`() {
        let door = Doorkeeper(token: "t", cookie: "c", port: 4000)
        #expect(door.isOurs(host: "127.0.0.1:4000") && door.isOurs(host: "localhost:4000"))
        for host in [nil, "", "127.0.0.1", "evil.example:4000", "127.0.0.1:4001", "127.0.0.1:4000.evil.example"] {
            #expect(!door.isOurs(host: host))
        }
        #expect(door.isOurs(origin: "http://127.0.0.1:4000", fetchSite: nil))
        #expect(door.isOurs(origin: nil, fetchSite: "same-origin"))
        #expect(!door.isOurs(origin: "http://evil.example", fetchSite: nil))
        #expect(!door.isOurs(origin: "http://127.0.0.1:4000", fetchSite: "cross-site"))
        #expect(!door.isOurs(origin: "null", fetchSite: nil))
    }

    @Test func `nobody is let in before the port is known`() {
        let door = Doorkeeper(token: "t", cookie: "c")
        #expect(!door.isOurs(host: "127.0.0.1:0") && !door.isOurs(host: nil))
    }
}
