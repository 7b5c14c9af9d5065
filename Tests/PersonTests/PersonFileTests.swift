import Base
import Fixtures
import Foundation
import Person
import Taxonomy
import Testing

@Suite struct PersonFileTests {
    static let now = Instant(seconds: 1_790_000_000)

    static func claim(_ skill: String) -> Claim {
        Claim(
            skill: skill, level: .working,
            evidence: [Evidence(source: .list, at: "line 1", quote: skill, first: "2020-01", last: nil)])
    }

    @Test func `the file is the owner's alone, and what was appended is read back`() throws {
        try Fixtures.withFolder { folder in
            let store = PersonStore(folder: folder)
            #expect { try store.profile() } throws: { ($0 as? Fault)?.code == .notFound }
            try store.create(at: Self.now)
            #expect { try store.create(at: Self.now) } throws: { ($0 as? Fault)?.code == .conflict }
            let mode = try FileManager.default.attributesOfItem(atPath: store.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)

            var imported = Imported(name: "list.txt")
            imported.claims = [Self.claim("go"), Self.claim("kubernetes")]
            imported.work = [WorkLine(employer: "Acme", position: "Engineer", start: "2020", end: nil)]
            imported.unrecognised = ["Basket weaving"]
            try store.append(.imported(imported))
            var limits = Limits()
            limits.places = ["Berlin"]
            limits.payFloor = Limits.floor("75k EUR")
            limits.duty = .atMost(weeks: 1, of: 6)
            limits.seniorities = [.mid, .senior]
            limits.workplace = .remoteOrHybrid
            try store.append(.limits(limits))
            try store.append(.state(skill: "go", .confirmed))

            let profile = try store.profile()
            #expect(profile.claims.map(\.skill) == ["go", "kubernetes"])
            #expect(
                profile.claims[0].evidence[0].at == "list.txt#line 1"
                    && profile.claims[0].evidence[0].first == "2020-01")
            #expect(profile.limits == limits && profile.limits.payFloor?.amount == 75_000)
            #expect(profile.matchable.map(\.skill) == ["go"], "confirmed claims alone are matched once there is one")
            #expect(profile.unrecognised == ["Basket weaving"])
        }
    }

    @Test func `a last line cut short by a crash loses only itself`() throws {
        try Fixtures.withFolder { folder in
            let store = PersonStore(folder: folder)
            try store.create(at: Self.now)
            try store.append(.state(skill: "go", .hidden))
            var imported = Imported(name: "a")
            imported.claims = [Self.claim("go")]
            try store.append(.imported(imported))
            let whole = try DurableFile.read(store.path)
            for cut in stride(from: whole.count - 1, to: whole.count - 60, by: -7) {
                try DurableFile.write(Array(whole[0..<cut]), to: store.path, mode: 0o600)
                // Only the line break is missing at the first cut: the record itself is whole.
                #expect(try store.profile().claims.isEmpty == (cut < whole.count - 1))
                try store.append(.imported(imported))
                #expect(try store.profile().claims.map(\.skill) == ["go"])
            }
        }
    }

    @Test func `a file that others can read is refused, and so is one of a newer version`() throws {
        try Fixtures.withFolder { folder in
            let store = PersonStore(folder: folder)
            try store.create(at: Self.now)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: store.path)
            #expect { try store.profile() } throws: { ($0 as? Fault)?.code == .refused }
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: store.path)
            try DurableFile.append(Array("{\"v\":99,\"kind\":\"created\"}\n".utf8), to: store.path)
            #expect { try store.profile() } throws: { ($0 as? Fault)?.code == .newer }
        }
    }

    @Test func `importing the same file again replaces what it said`() throws {
        try Fixtures.withFolder { folder in
            let store = PersonStore(folder: folder)
            try store.create(at: Self.now)
            var imported = Imported(name: "cv")
            imported.claims = [Self.claim("go"), Self.claim("rust")]
            try store.append(.imported(imported))
            imported.claims = [Self.claim("go")]
            try store.append(.imported(imported))
            #expect(try store.profile().claims.map(\.skill) == ["go"])
        }
    }

    @Test func `no type of the person prints what it holds`() {
        let secret = "ZXQ-canary"
        var limits = Limits()
        limits.places = [secret]
        var imported = Imported(name: secret)
        imported.claims = [Claim(skill: secret, evidence: [Evidence(source: .own, at: secret, quote: secret)])]
        let things: [Any] = [
            limits, imported, imported.claims[0], imported.claims[0].evidence[0], Profile(),
            WorkLine(employer: secret, position: secret, start: nil, end: nil),
        ]
        for thing in things {
            var dumped = ""
            dump(thing, to: &dumped)
            #expect(
                !"\(thing)".contains(secret) && !String(reflecting: thing).contains(secret) && !dumped.contains(secret))
        }
    }

    @Test(arguments: [
        ("75000EUR", 75_000.0, "EUR"), ("EUR 75,000", 75_000, "EUR"), ("80kUSD", 80_000, "USD"),
        ("60k GBP", 60_000, "GBP"),
    ])
    func `a floor of pay is read as people write it`(text: String, amount: Double, currency: String) {
        #expect(Limits.floor(text) == Money(amount, Currency(currency)!))
    }

    @Test(arguments: ["", "75000", "EUR", "0EUR", "75000 EURO", "-"])
    func `what is no floor is nil`(text: String) { #expect(Limits.floor(text) == nil) }
}
