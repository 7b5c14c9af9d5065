import Base
import Sources

/// How a poll ended. Only a complete poll can end a posting's sighting.
package enum PollOutcome: String, Sendable, CaseIterable { case complete, partial, failed }

/// One look at a board, as the Archive appends it: whole or not at all.
package struct PollRecord: Sendable {
    package var board: Board
    package var at: Instant
    package var outcome: PollOutcome
    /// Why it was partial or failed.
    package var fault: Fault?
    package var documents: [ReceivedDocument]
    /// The source said "not modified": every open sighting of the board goes on. `documents` is empty.
    package var unchanged: Bool
    package var etag: String?
    package var lastModified: String?
    /// What the operator is told: `volume`, `schema`, `flood`, `repaired-text`, ...
    package var alarms: [String]

    package init(
        board: Board, at: Instant, outcome: PollOutcome, fault: Fault? = nil, documents: [ReceivedDocument] = [],
        unchanged: Bool = false, etag: String? = nil, lastModified: String? = nil, alarms: [String] = []
    ) {
        self.board = board
        self.at = at
        self.outcome = outcome
        self.fault = fault
        self.documents = documents
        self.unchanged = unchanged
        self.etag = etag
        self.lastModified = lastModified
        self.alarms = alarms
    }
}
