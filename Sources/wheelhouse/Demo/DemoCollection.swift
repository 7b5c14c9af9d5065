import Archive
import Base
import Collect
import Foundation
import Sample
import Sources

/// What the first stages of the demo left: an archive, and what was counted on the way.
struct DemoCollection {
    var archive: ArchiveStore
    /// Nil when real boards were polled.
    var market: SampleMarket?
    var boards = 0
    var polls = 0
    var unchanged = 0
    var failed = 0
    /// Named states of polls that did not end well, by code.
    var faults: [String: Int] = [:]
    var alarms: [String: Int] = [:]
    var makeSeconds = 0.0
    var pollSeconds = 0.0

    /// How long an answer is waited for; the sample's silent board waits longer.
    static let patience: Int64 = 2

    mutating func count(_ results: [PollResult]) {
        for r in results {
            guard let outcome = r.outcome else { continue }
            polls += 1
            if r.isUnchanged { unchanged += 1 }
            if outcome != .complete { failed += 1 }
            if let fault = r.fault { faults[fault.code.rawValue, default: 0] += 1 }
            for alarm in r.alarms { alarms[alarm, default: 0] += 1 }
        }
    }

    /// Makes the sample market and polls its boards on loopback, round after round of simulated days.
    static func sample(_ plan: SamplePlan, _ folder: String) async throws -> DemoCollection {
        let making = Progress("made")
        let market = SampleMarket(plan)
        making.finish(market.postings.count, unit: "postings of an invented market", note: "seed \(plan.seed)")
        var out = DemoCollection(archive: try ArchiveStore.open(folder: folder), market: market)
        out.makeSeconds = making.seconds
        let server = SampleServer(market) { try await Task.sleep(for: .seconds(patience + 2)) }
        var settings = FetcherSettings(contact: "demo", allowed: AddressGuard.loopback)
        settings.totalSeconds = patience
        settings.idleSeconds = patience
        let fetcher = Fetcher(settings, now: { Clock.now }, sleep: { try? await Task.sleep(for: .milliseconds($0)) })
        let start = out
        let polled = try await server.serving { origin in
            try await rounds(start, server, origin, fetcher)
        }
        await fetcher.shutdown()
        return polled
    }

    private static func rounds(
        _ start: DemoCollection, _ server: SampleServer, _ origin: String, _ fetcher: Fetcher
    ) async throws -> DemoCollection {
        var out = start
        let progress = Progress("polled")
        let poller = Poller(archive: start.archive, fetcher: fetcher)
        let days = server.answers.market.plan.rounds
        for day in days {
            server.today = day
            let boards = server.answers.boards(at: origin, on: day)
            out.boards = max(out.boards, boards.count)
            out.count(try await poller.poll(boards, at: Instant(day)))
            progress.update(out.polls, of: days.count * boards.count, unit: "times; now it is \(day.spoken)")
        }
        progress.finish(
            out.polls, unit: "times at \(out.boards) boards", note: "\(Numbers.grouped(out.unchanged)) unchanged")
        out.pollSeconds = progress.seconds
        return out
    }
}

/// Real boards: the starter list, once. Nil where nothing answered.
enum DemoLive {
    static func collect(_ folder: String, contact: String?) async throws -> DemoCollection? {
        let boards = try StarterBoards.boards()
        let fetcher = try Network.fetcher(contact: contact ?? "https://wheelhouse.example/demo", allow: [])
        var out = DemoCollection(archive: try ArchiveStore.open(folder: folder))
        let progress = Progress("polled")
        let results = try await Poller(archive: out.archive, fetcher: fetcher).poll(boards, at: Clock.now) {
            progress.update($0, of: boards.count, unit: "public boards")
        }
        await fetcher.shutdown()
        out.boards = boards.count
        out.count(results)
        out.pollSeconds = progress.seconds
        for r in results { if let fault = r.fault { Output.note("  \(r.board.id): \(fault.sentence)") } }
        guard results.contains(where: { $0.outcome == .complete && $0.postings > 0 }) else {
            try out.archive.close()
            try clear(folder)
            return nil
        }
        progress.finish(results.filter { $0.outcome == .complete }.count, unit: "public boards")
        return out
    }

    /// Polls that failed say nothing of the sample: the folder begins anew.
    private static func clear(_ folder: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name != DemoFolder.mark {
            try FileManager.default.removeItem(atPath: folder + "/" + name)
        }
    }
}
