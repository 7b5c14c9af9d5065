import Archive
import Base
import Sources
import Synchronization

/// What a poll of one board came to.
package struct PollResult: Sendable {
    package var board: Board
    /// Nil if the board was not asked at all; `fault` says why.
    package var outcome: PollOutcome?
    package var postings: Int
    package var isUnchanged: Bool
    package var fault: Fault?
    package var alarms: [String]
}

/// Polls boards: many hosts at once, one host politely. Reads every answer off the caller's thread, judges it, appends it
/// in transactions of many polls each. A result is given only for what the archive has kept.
///
/// The polls a day of a source's terms are enforced by the time since the board's last poll, which the archive knows, so
/// neither a restart nor a second process asks more often.
package final class Poller: Sendable {
    /// Requests that one poll of a board may make.
    package static let requestLimit = 2_000
    /// Hosts asked at once.
    package static let hostsAtOnce = 64
    /// Polls of one transaction, and about how many bytes of documents.
    package static let pollsAtOnce = 256
    package static let bytesAtOnce = 8 << 20

    private let archive: ArchiveStore
    private let fetcher: Fetcher
    private let known = Mutex<[String: KnownBoard]?>(nil)

    package init(archive: ArchiveStore, fetcher: Fetcher) {
        self.archive = archive
        self.fetcher = fetcher
    }

    /// Looks at each board once. `at` is the moment under which the polls are kept. Throws only if the archive cannot
    /// keep what came; everything else is the result of its board. Results come in the order of `boards`.
    package func poll(_ boards: [Board], at: Instant, progress: (@Sendable (Int) -> Void)? = nil) async throws(Fault)
        -> [PollResult]
    {
        try loadKnown()
        let keeper = PollKeeper(archive: archive, count: boards.count, progress: progress)
        let lanes = lanes(boards)
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                var next = 0
                func start() {
                    guard next < lanes.count else { return }
                    let lane = lanes[next]
                    next += 1
                    group.addTask { for i in lane { try await self.look(i, boards[i], at, keeper) } }
                }
                for _ in 0..<Self.hostsAtOnce { start() }
                while try await group.next() != nil { start() }
            }
            return try await keeper.finish()
        } catch let fault as Fault {
            throw fault
        } catch {
            throw Fault(.storage, "polling ended early: \(CleanText.line(String(describing: error)))")
        }
    }

    private func loadKnown() throws(Fault) {
        if known.withLock({ $0 != nil }) { return }
        var states: [String: KnownBoard] = [:]
        for state in try archive.boards() { states[state.board.id] = KnownBoard(state) }
        known.withLock { $0 = $0 ?? states }
    }

    /// Boards of one host in one lane; those of an allowed host in as many as may be asked at once.
    private func lanes(_ boards: [Board]) -> [[Int]] {
        var byHost: [String: [Int]] = [:]
        var order: [String] = []
        for (i, board) in boards.enumerated() {
            let url = (try? SourceCatalog.ask(for: board)).flatMap { try? WebAddress($0.url) }
            let lane: String
            if let url, fetcher.guardian.isAllowed(url) {
                lane = "\(url.authority) \(i % fetcher.settings.allowedConcurrency)"
            } else {
                lane = url?.authority ?? ""
            }
            if byHost[lane] == nil { order.append(lane) }
            byHost[lane, default: []].append(i)
        }
        return order.compactMap { byHost[$0] }
    }

    private func look(_ index: Int, _ board: Board, _ at: Instant, _ keeper: PollKeeper) async throws(Fault) {
        let before = known.withLock { $0?[board.id] ?? KnownBoard() }
        if let refusal = Self.refusal(board, at, before) {
            await keeper.skip(index, board, refusal)
            return
        }
        let found = await ask(board, before)
        // What never left this machine was no look at the board: it is told, and not kept as a poll.
        if let fault = found.fault, fault.code == .usage || fault.code == .busy, found.documents.isEmpty {
            await keeper.skip(index, board, fault)
            return
        }
        let record = PollJudgement.record(board, at: at, found, known: before)
        known.withLock { $0?[board.id, default: KnownBoard()].take(record) }
        try await keeper.keep(index, record)
    }

    /// Why the terms of the board's source do not let it be asked now; nil if they do.
    package static func refusal(_ board: Board, _ at: Instant, _ known: KnownBoard) -> Fault? {
        let card = SourceCatalog.terms(board.kind)
        guard card.pollsPerDay > 0 else {
            return Fault(.unsupported, "a \(board.kind.rawValue) file is imported, not polled", at: board.id)
        }
        guard let last = known.lastPoll, last <= at else { return nil }
        let next = Instant(milliseconds: last.milliseconds + 86_400_000 / Int64(card.pollsPerDay))
        guard next > at else { return nil }
        return Fault(.netTerms, "asked \(card.pollsPerDay) times a day at most; next at \(next)", at: board.id)
    }

    /// All answers of one board. Never throws: what went wrong is part of what was found.
    private func ask(_ board: Board, _ known: KnownBoard) async -> PollJudgement.Found {
        var found = PollJudgement.Found()
        let gap = SourceCatalog.terms(board.kind).gapMilliseconds
        do throws(Fault) {
            let first = try SourceCatalog.ask(for: board)
            var waiting = [first]
            var asked: Set<String> = []
            while !waiting.isEmpty {
                let ask = waiting.removeFirst()
                guard asked.insert(ask.url).inserted else { continue }
                guard asked.count <= Self.requestLimit else {
                    throw Fault(.limitItems, "the board needs more than \(Self.requestLimit) requests", at: board.id)
                }
                let isFirst = ask == first
                let answer = try await fetcher.fetch(
                    ask, gapMilliseconds: gap, etag: isFirst ? known.etag : nil,
                    lastModified: isFirst ? known.lastModified : nil)
                if answer.isUnchanged {
                    found.isUnchanged = true
                    found.etag = answer.etag ?? known.etag
                    found.lastModified = answer.lastModified ?? known.lastModified
                    return found
                }
                let listing = try SourceCatalog.listing(
                    answer.bytes, at: AnswerPlace(board: board, url: answer.url, contentType: answer.contentType))
                found.add(listing)
                guard found.documents.count <= SourceLimits.postings else {
                    throw Fault(.limitItems, "more than \(SourceLimits.postings) postings on one board", at: board.id)
                }
                waiting += listing.details + (listing.next.map { [$0] } ?? [])
                // Validators speak for one answer; a board of several has none.
                if isFirst, waiting.isEmpty {
                    found.etag = answer.etag
                    found.lastModified = answer.lastModified
                }
            }
        } catch { found.fault = error }
        return found
    }
}

/// Gathers the records of a batch and appends them in transactions of many. One at a time; whoever comes meanwhile waits,
/// which holds the network back when the disk is slow.
private actor PollKeeper {
    private let archive: ArchiveStore
    private let progress: (@Sendable (Int) -> Void)?
    private var results: [PollResult?]
    private var waiting: [(index: Int, record: PollRecord)] = []
    private var bytes = 0
    private var done = 0

    init(archive: ArchiveStore, count: Int, progress: (@Sendable (Int) -> Void)?) {
        self.archive = archive
        self.progress = progress
        results = Array(repeating: nil, count: count)
    }

    func skip(_ index: Int, _ board: Board, _ fault: Fault) {
        results[index] = PollResult(
            board: board, outcome: nil, postings: 0, isUnchanged: false, fault: fault, alarms: [])
        done += 1
    }

    func keep(_ index: Int, _ record: PollRecord) throws(Fault) {
        waiting.append((index, record))
        bytes += record.documents.reduce(0) { $0 + $1.bytes.count }
        if waiting.count >= Poller.pollsAtOnce || bytes >= Poller.bytesAtOnce { try flush() }
    }

    private func flush() throws(Fault) {
        guard !waiting.isEmpty else { return }
        _ = try archive.append(waiting.map(\.record))
        for (i, r) in waiting {
            results[i] = PollResult(
                board: r.board, outcome: r.outcome, postings: r.documents.count, isUnchanged: r.unchanged,
                fault: r.fault, alarms: r.alarms)
        }
        done += waiting.count
        waiting.removeAll(keepingCapacity: true)
        bytes = 0
        progress?(done)
    }

    func finish() throws(Fault) -> [PollResult] {
        try flush()
        return results.compactMap { $0 }
    }
}
