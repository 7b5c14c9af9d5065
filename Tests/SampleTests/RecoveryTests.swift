import Archive
import Base
import Fixtures
import Insight
import Market
import Sample
import Sources
import Taxonomy
import Testing

/// A sample market, polled over its months without a socket, read, unified and counted.
struct PolledMarket {
    let market: SampleMarket
    let generation: Generation
    let insight: MarketInsight
    let polls: Int

    /// Each round is one transaction, as the collector has it.
    /// The folder is removed before this returns; what is mapped stays readable.
    static func make(_ plan: SamplePlan) throws -> PolledMarket {
        try Fixtures.withFolder { folder in
            let market = SampleMarket(plan)
            let answers = SampleAnswers(market)
            let archive = try ArchiveStore.open(folder: folder)
            var etags: [String: String] = [:]
            var polls = 0
            for day in plan.rounds {
                let boards = answers.boards(at: "http://127.0.0.1:9", on: day)
                let known = etags
                let records = parallel(boards.count) { i in look(boards[i], answers, known[boards[i].id], day) }
                for r in records where r.outcome == .complete { etags[r.board.id] = r.etag }
                polls += try archive.append(records).count
            }
            let store = MarketStore(folder: folder, archive: archive, taxonomy: .standard)
            let generation = try store.refresh()
            let insight = MarketInsight(generation: generation, taxonomy: .standard)
            return PolledMarket(market: market, generation: generation, insight: insight, polls: polls)
        }
    }

    private static func look(_ board: Board, _ answers: SampleAnswers, _ etag: String?, _ day: Day) -> PollRecord {
        var record = PollRecord(board: board, at: Instant(day), outcome: .complete)
        do {
            var documents: [ReceivedDocument] = []
            var waiting = [try SourceCatalog.ask(for: board)]
            let isSingle = board.kind != .hackerNews
            while let ask = waiting.popLast() {
                let url = try WebAddress(ask.url)
                let answer = answers.answer(path: url.path, ifNoneMatch: isSingle ? etag : nil, on: day)
                if answer.status == 304 {
                    record.unchanged = true
                    record.etag = etag
                    return record
                }
                guard answer.status == 200, !answer.stalls else { throw Fault(.netStatus, "\(answer.status)") }
                let listing = try SourceCatalog.listing(
                    answer.body, at: AnswerPlace(board: board, url: ask.url, contentType: answer.type))
                // An empty list where there was none before is believed; the poller proper asks twice.
                if board.kind == .lever, listing.documents.isEmpty, etag != nil { throw Fault(.driftVolume, "empty") }
                documents += listing.documents
                waiting += listing.details
                record.etag = isSingle ? answer.etag : nil
            }
            record.documents = documents
        } catch {
            record.outcome = .failed
            record.fault = error as? Fault
        }
        return record
    }
}

/// What came of the planted truths over several markets.
struct RecoveryTally {
    var counts: [String: Int] = [:]
    mutating func add(_ name: String, _ n: Int = 1) { counts[name, default: 0] += n }
    func callAsFunction(_ name: String) -> Int { counts[name] ?? 0 }
}

@Suite(.serialized) struct `The planted truths come out again` {
    static let watched = [
        PlantedTruth.grows, PlantedTruth.falls, PlantedTruth.steady, PlantedTruth.rare, "oracle-database", "sap",
    ]

    @Test func `over several seeds, and how often`() throws {
        var tally = RecoveryTally()
        let seeds: [UInt64] = [1, 2, 3]
        for seed in seeds {
            let polled = try PolledMarket.make(
                SamplePlan(seed: seed, postings: 15_000, end: sampleEnd, months: 25, employers: 400))
            Self.judge(polled, seed, &tally)
        }
        print("over \(seeds.count) seeds:", tally.counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })
        #expect(tally("\(PlantedTruth.grows) rises") >= seeds.count - 1)
        #expect(tally("\(PlantedTruth.steady) rises") + tally("\(PlantedTruth.steady) falls") == 0)
    }

    static func judge(_ polled: PolledMarket, _ seed: UInt64, _ tally: inout RecoveryTally) {
        let g = polled.generation
        print(
            "seed \(seed): \(polled.market.postings.count) postings, \(polled.polls) polls, \(g.postings) read,",
            "\(g.columns.count) openings of \(polled.market.openings.count)")
        #expect(g.isSample)
        #expect(g.postings > polled.market.postings.count * 8 / 10)
        // Openings that lived between two looks are never seen; copies must not count.
        let seen = Double(g.columns.count) / Double(polled.market.openings.count)
        #expect((0.75...1.1).contains(seen), "\(seen)")
        for id in watched {
            let f = polled.insight.change(.skill(id), in: .everything)
            tally.add("\(id) \(f.verdict.id)")
            print("  ", id, f.line, "counted in the truth:", polled.market.matchedRatio(of: id) ?? .nan)
            if id == PlantedTruth.rare { #expect(f.refusal != nil) }
            if id == "oracle-database" || id == "sap" { #expect(f.verdict != .rises, "\(id)") }
        }
        let movers = polled.insight.movers(in: .everything)
        let planted = PlantedTruth.changes.map { Subject.skill($0.skill) }
        let claimed = movers.rising + movers.falling
        tally.add("claims", claimed.count)
        tally.add("claims that were not planted", claimed.filter { !planted.contains($0.subject) }.count)
        print("   claims:", claimed.map { "\($0.name) \($0.valueText)" }, "tested:", movers.tested)
    }
}
