import Base
import Sources
import Taxonomy

/// Which boards a comparison over time may count, and up to where.
///
/// A board belongs to the panel of a window if it was watched from before the window's first day (14 days after its
/// first complete poll; a record from its first opening) to its end, with no stretch of more than 14 days unwatched.
package struct Panel: Sendable, Hashable {
    package static let settlingDays = 14
    package static let longestGapDays = 14

    package var window: Range<Day>
    /// By `Columns.board`.
    package var isMember: [Bool]
    package var count: Int { isMember.lazy.filter { $0 }.count }

    package init(_ generation: Generation, window: Range<Day>) {
        self.window = window
        var firstSeen: [Day?] = []
        if generation.boards.contains(where: \.board.kind.isRecord) { firstSeen = generation.firstDays() }
        isMember = generation.boards.enumerated().map { i, entry in
            if entry.board.kind.isRecord {
                // A record keeps its posts: what was missed can be read later, so that only its two ends matter.
                guard let first = firstSeen[i], let last = entry.lastComplete else { return false }
                return first <= window.lowerBound && last >= window.upperBound + -1
            }
            guard let first = entry.firstComplete, let last = entry.lastComplete else { return false }
            return first + Panel.settlingDays <= window.lowerBound && last >= window.upperBound + -Panel.longestGapDays
                && !entry.gaps.contains { $0.overlaps(window) }
        }
    }
}

extension Generation {
    /// The day of each board's first live opening; nil where it has none.
    func firstDays() -> [Day?] {
        var out = [Day?](repeating: nil, count: boards.count)
        var missing = boards.count
        for row in 0..<columns.count where missing > 0 && columns.flags(row).contains(.live) {
            let b = Int(columns.board[row])
            if b < out.count, out[b] == nil {
                out[b] = Day(number: columns.firstDay[row])
                missing -= 1
            }
        }
        return out
    }

    /// The first day of the month that is not over: windows of complete months end here. A market whose newest live
    /// opening is older than the last complete month (an archive that ended) ends with that opening's month.
    package func endOfCompleteMonths() -> Day {
        let end = asOf.month.first
        var row = columns.count - 1
        while row >= 0, !columns.flags(row).contains(.live) { row -= 1 }
        guard row >= 0 else { return end }
        let newest = Day(number: columns.firstDay[row]).month
        return newest + 1 < asOf.month ? newest.first : end
    }
}
