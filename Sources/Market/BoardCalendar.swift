import Archive
import Base
import Sources

/// When one board was seen whole, and what follows for the lifetimes of its postings (docs/statistics.md, S3 and S5).
struct BoardCalendar {
    /// Days that a board must have been watched before what it shows counts as new.
    static let settlingDays = 14
    /// A longer stretch between two complete polls is a gap of the panel.
    static let longestGapDays = 14
    /// A posting is new if it was posted no longer ago than this, or than twice the usual gap between polls.
    static let freshDays = 3
    /// The second look that confirms an absence comes at least this long after the first.
    static let confirmation: Int64 = 20 * 3_600_000
    /// A board event: at least this part of at least that many open postings gone in one poll.
    static let eventShare = 0.6, eventFloor = 5

    private(set) var entry: Generation.BoardEntry
    private let polls: [Instant]
    private let moments: [Int64]
    /// Median days between complete polls; nil before the third.
    private let usualGapDays: Double?
    private var events: Set<Int64> = []

    init(board: Board, polls: [Instant]) {
        self.polls = polls
        moments = polls.map(\.milliseconds)
        var gaps: [Range<Day>] = []
        var spans: [Int64] = []
        for (a, b) in zip(polls, polls.dropFirst()) {
            spans.append(b.milliseconds - a.milliseconds)
            if b.day - a.day > Self.longestGapDays { gaps.append(a.day..<b.day) }
        }
        spans.sort()
        usualGapDays = spans.isEmpty ? nil : Double(spans[spans.count / 2]) / 86_400_000
        entry = Generation.BoardEntry(
            board: board, firstComplete: polls.first?.day, lastComplete: polls.last?.day, gaps: gaps)
    }

    /// A record was watched from its first post to its last, whenever it was read.
    mutating func cover(_ posted: Day) {
        entry.firstComplete = min(entry.firstComplete ?? posted, posted)
        entry.lastComplete = max(entry.lastComplete ?? posted, posted)
    }

    /// Finds the polls in which most of the board's postings vanished at once. `stretches` are (begin, end, absent?).
    mutating func findEvents(_ stretches: [(first: Int64, end: Int64, isAbsence: Bool)]) {
        let firsts = stretches.map(\.first).sorted()
        let ends = stretches.map(\.end).sorted()
        var gone: [Int64: Int] = [:]
        for s in stretches where s.isAbsence { gone[s.end, default: 0] += 1 }
        for (at, n) in gone {
            let open = BoardCalendar.below(at, in: firsts) - BoardCalendar.below(at, in: ends)
            if open >= Self.eventFloor, Double(n) >= Self.eventShare * Double(open) { events.insert(at) }
        }
    }

    static func below(_ v: Int64, in sorted: [Int64]) -> Int {
        var low = 0, high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < v { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// An absence that counts as a close: seen twice, and not the board's own event.
    func isClose(_ absent: Instant) -> Bool {
        guard !events.contains(absent.milliseconds), let last = polls.last else { return false }
        return last.milliseconds >= absent.milliseconds + Self.confirmation
    }

    /// Whether the board was watched when the posting came up: only such openings stand in a series.
    func isLive(firstSeen: Instant, posted: Day?) -> Bool {
        guard let start = entry.firstComplete, firstSeen.day >= start + Self.settlingDays else { return false }
        if let posted {
            guard posted >= start else { return false }
            return Double(firstSeen.day - posted) <= max(Double(Self.freshDays), 2 * (usualGapDays ?? 0))
        }
        // Without a date of its own it is new if the board was seen whole shortly before, without it.
        let before = BoardCalendar.below(firstSeen.milliseconds, in: moments)
        return before > 0 && firstSeen.day - polls[before - 1].day <= Self.longestGapDays
    }
}
