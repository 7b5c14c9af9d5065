import Archive
import Base
import Collect
import Fixtures
import Foundation
import Sources
import Synchronization
import Testing

@Suite struct JudgementTests {
    let board = Board(id: "greenhouse:acme", kind: .greenhouse, address: "acme")
    let t0 = Instant(seconds: 1_800_000_000)
    func documents(_ n: Int, title: String? = nil) -> [ReceivedDocument] {
        (0..<n).map {
            ReceivedDocument(
                externalID: "\($0)", bytes: Array(#"{"id":\#($0),"title":"\#(title ?? "T\($0)")","content":"x"}"#.utf8))
        }
    }
    func known(_ open: Int) -> KnownBoard {
        var k = KnownBoard()
        k.openPostings = open
        k.lastPoll = t0
        k.lastComplete = t0
        return k
    }
    func found(_ n: Int, title: String? = nil) -> PollJudgement.Found {
        var f = PollJudgement.Found()
        f.documents = documents(n, title: title)
        return f
    }

    @Test func `A list that loses most at once is believed a day later`() {
        var k = known(20)
        let hour: Int64 = 3_600_000
        for (at, n, outcome) in [
            (hour, 9, PollOutcome.partial), (hour * 6, 9, .partial), (hour * 24, 9, .partial),
            (hour * 26, 9, .complete),
        ] {
            let r = PollJudgement.record(board, at: Instant(milliseconds: t0.milliseconds + at), found(n), known: k)
            #expect(r.outcome == outcome, "after \(at / hour) h")
            #expect(r.alarms.contains("volume"))
            if outcome == .partial { #expect(r.fault?.code == .driftVolume) }
            k.take(r)
        }
        #expect(k.openPostings == 9)
        #expect(k.suspectSince == nil)
    }

    @Test func `A list that recovers is complete at once`() {
        var k = known(20)
        k.take(PollJudgement.record(board, at: Instant(milliseconds: t0.milliseconds + 1000), found(0), known: k))
        #expect(k.suspectSince != nil)
        let r = PollJudgement.record(board, at: Instant(milliseconds: t0.milliseconds + 2000), found(19), known: k)
        #expect(r.outcome == .complete)
        k.take(r)
        #expect(k.suspectSince == nil)
    }

    @Test func `Small boards may lose all, half of a board is no alarm`() {
        #expect(PollJudgement.record(board, at: t0, found(0), known: known(9)).outcome == .complete)
        #expect(PollJudgement.record(board, at: t0, found(10), known: known(20)).outcome == .complete)
    }

    @Test func `An outage is no empty list`() {
        var f = PollJudgement.Found()
        f.fault = Fault(.netTimeout, "x")
        let r = PollJudgement.record(board, at: t0, f, known: known(20))
        #expect(r.outcome == .failed)
        #expect(r.documents.isEmpty)
        f.documents = documents(3)
        #expect(PollJudgement.record(board, at: t0, f, known: known(20)).outcome == .partial)
        f.fault = Fault(.driftSchema, "x")
        #expect(PollJudgement.record(board, at: t0, f, known: known(20)).alarms == ["schema"])
    }

    @Test func `A flood is told, a large first list is not`() {
        #expect(PollJudgement.record(board, at: t0, found(800, title: "One"), known: KnownBoard()).alarms == ["flood"])
        #expect(PollJudgement.record(board, at: t0, found(800), known: KnownBoard()).alarms == [])
        #expect(PollJudgement.record(board, at: t0, found(60), known: known(1)).alarms.contains("flood"))
        #expect(PollJudgement.record(board, at: t0, found(40), known: known(12)).alarms == ["volume"])
    }

    @Test func `The polls a day of the card are the least time between two`() {
        var k = known(3)
        let quarter: Int64 = 86_400_000 / 4
        #expect(Poller.refusal(board, Instant(milliseconds: t0.milliseconds + quarter - 1), k)?.code == .netTerms)
        #expect(Poller.refusal(board, Instant(milliseconds: t0.milliseconds + quarter), k) == nil)
        k.lastPoll = nil
        #expect(Poller.refusal(board, t0, k) == nil)
        #expect(Poller.refusal(Board(id: "csv:x", kind: .csv, address: "x"), t0, k)?.code == .unsupported)
    }
}

@Suite struct PollerTests {
    let day = Instant(milliseconds: 1_800_057_600_000)

    func withPoller<T>(_ body: (ArchiveStore, Poller) async throws -> T) async throws -> T {
        try await Fixtures.withFolder { folder in
            let archive = try ArchiveStore.open(folder: folder)
            let clock = FakeClock(Instant(seconds: 1_800_000_000))
            let fetcher = Fetcher(
                FetcherSettings(contact: "", allowed: AddressGuard.loopback), now: { clock.now },
                sleep: { clock.sleep($0) })
            do {
                let out = try await body(archive, Poller(archive: archive, fetcher: fetcher))
                await fetcher.shutdown()
                try archive.close()
                return out
            } catch {
                await fetcher.shutdown()
                throw error
            }
        }
    }

    @Test func `Polls are complete, unchanged, partial or failed, and nothing is lost by an outage`() async throws {
        let now = Mutex(0)
        let server = try LoopbackServer { r in
            let step = now.withLock { $0 }
            switch (r.path.split(separator: "?").first.map(String.init) ?? "", step) {
            case ("/robots.txt", _): return LoopbackServer.answer(404, [:], [])
            case ("/v0/postings/acme", 0), ("/v0/postings/acme", 1):
                if r.headers["if-none-match"] == "\"a\"" { return LoopbackServer.answer(304, [:], []) }
                return LoopbackServer.json(
                    #"[{"id":"a","text":"A","descriptionPlain":"x"},{"id":"b","text":"B","descriptionPlain":"y"}]"#,
                    ["ETag": "\"a\""])
            case ("/v0/postings/acme", 2): return LoopbackServer.answer(503, [:], [])
            case ("/v0/postings/acme", 3):
                return LoopbackServer.json(#"[{"id":"a","text":"A","descriptionPlain":"x"},{"id":"c"}]"#)
            case ("/v0/postings/acme", 4): return LoopbackServer.json(#"{"ok":false}"#)
            case ("/v0/postings/acme", _): return LoopbackServer.json("[]")
            default: return LoopbackServer.answer(404, [:], [])
            }
        }
        defer { server.stop() }
        try await withPoller { archive, poller in
            let acme = try SourceCatalog.board(forURL: server.url("/v0/postings/acme"))
            let wrong = try SourceCatalog.board(forURL: server.url("/v0/postings/wrong"))
            @Sendable func poll(_ step: Int) async throws -> [PollResult] {
                now.withLock { $0 = step }
                return try await poller.poll(
                    [acme, wrong], at: Instant(milliseconds: day.milliseconds + Int64(step) * 86_400_000))
            }
            let first = try await poll(0)
            #expect(first.map(\.outcome) == [.complete, .failed])
            #expect(first[0].postings == 2)
            #expect(first[1].fault?.code == .netStatus)
            let second = try await poll(1)
            #expect(second[0].isUnchanged)
            #expect(try await poll(2)[0].outcome == .failed)
            let partial = try await poll(3)[0]
            #expect(partial.outcome == .partial)
            #expect(partial.fault?.code == .malformed)
            #expect(try await poll(4)[0].fault?.code == .driftSchema)
            #expect(try archive.sightings().filter(\.isOpen).count == 2)
            // A live empty list is complete and ends what was there.
            #expect(try await poll(5)[0].outcome == .complete)
            #expect(try archive.sightings().filter(\.isOpen).isEmpty)
            // The card allows four polls a day.
            let soon = try await poller.poll(
                [acme], at: Instant(milliseconds: day.milliseconds + 5 * 86_400_000 + 60_000))
            #expect(soon[0].outcome == nil)
            #expect(soon[0].fault?.code == .netTerms)
        }
    }

    @Test func `A board of several answers is one poll`() async throws {
        let server = try LoopbackServer { r in
            switch r.path {
            case "/robots.txt": return LoopbackServer.answer(404, [:], [])
            case "/v0/item/9.json": return LoopbackServer.json(#"{"id":9,"type":"story","kids":[1,2,3]}"#)
            case "/v0/item/1.json":
                return LoopbackServer.json(#"{"id":1,"type":"comment","parent":9,"time":1788000000,"text":"A | SRE"}"#)
            case "/v0/item/2.json": return LoopbackServer.json(#"{"id":2,"type":"comment","parent":9,"deleted":true}"#)
            case "/v0/item/3.json": return LoopbackServer.answer(500, [:], [])
            default: return LoopbackServer.answer(404, [:], [])
            }
        }
        defer { server.stop() }
        try await withPoller { archive, poller in
            let thread = Board(id: "hackernews:9", kind: .hackerNews, address: server.url("/v0/item/9.json"))
            let r = try await poller.poll([thread], at: day)
            #expect(r[0].outcome == .partial)
            #expect(r[0].postings == 1)
            #expect(r[0].fault?.code == .netStatus)
        }
    }

    @Test func `Thousands of small boards are polled in one go`() async throws {
        let server = try LoopbackServer { r in
            r.path == "/robots.txt"
                ? LoopbackServer.answer(404, [:], [])
                : LoopbackServer.json(#"[{"id":"a\#(r.path)","text":"A","descriptionPlain":"x"}]"#)
        }
        defer { server.stop() }
        try await withPoller { archive, poller in
            let boards = (0..<2000).map {
                Board(id: "lever:b\($0)", kind: .lever, address: server.url("/v0/postings/b\($0)"))
            }
            let started = ContinuousClock.now
            let results = try await poller.poll(boards, at: day)
            let spent = ContinuousClock.now - started
            #expect(results.allSatisfy { $0.outcome == .complete })
            print("2,000 polls in \(spent)")
            #expect(try archive.boards().count == 2000)
        }
    }
}
