import Base
import Sources
import Taxonomy

/// One whole, immutable state of the market. Readers hold one; the next is swapped in beside it.
package struct Generation: Sendable {
    package struct BoardEntry: Sendable, Equatable {
        package var board: Board
        /// First complete poll; nil if there was none. Its panel start is this + 14 days (for a record: its first posting).
        package var firstComplete: Day?
        package var lastComplete: Day?
        /// Stretches of more than 14 days between complete polls, half open.
        package var gaps: [Range<Day>]
        package init(board: Board, firstComplete: Day?, lastComplete: Day?, gaps: [Range<Day>] = []) {
            self.board = board
            self.firstComplete = firstComplete
            self.lastComplete = lastComplete
            self.gaps = gaps
        }
    }

    package var number: Int
    package var columns: Columns
    /// Employers' names by `Columns.company`; entry 0 is "".
    package var companies: [String]
    /// By `Columns.board`.
    package var boards: [BoardEntry]
    /// The taxonomy's skill ids in the order of `Columns.skill`.
    package var skillIDs: [String]
    /// Reader and taxonomy that made the facts, e.g. `1.0+names.3f2a`.
    package var readerVersion: String
    /// The day up to which the archive has been read: its newest poll.
    package var asOf: Day
    /// Postings before copies were joined.
    package var postings: Int
    /// True while the sample market is in use: every surface says so.
    package var isSample: Bool

    package init(
        number: Int, columns: Columns, companies: [String], boards: [BoardEntry], skillIDs: [String],
        readerVersion: String,
        asOf: Day, postings: Int, isSample: Bool
    ) {
        self.number = number
        self.columns = columns
        self.companies = companies
        self.boards = boards
        self.skillIDs = skillIDs
        self.readerVersion = readerVersion
        self.asOf = asOf
        self.postings = postings
        self.isSample = isSample
    }
}
