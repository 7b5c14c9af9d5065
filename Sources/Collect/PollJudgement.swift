import Archive
import Base
import Sources

/// What is known of a board before it is asked again.
package struct KnownBoard: Sendable, Equatable {
    package var lastPoll: Instant?
    package var lastComplete: Instant?
    package var openPostings = 0
    package var etag: String?
    package var lastModified: String?
    /// When a poll first lost so much that it was not believed.
    package var suspectSince: Instant?

    package init() {}

    package init(_ state: BoardState) {
        lastPoll = state.lastPoll
        lastComplete = state.lastComplete
        openPostings = state.openPostings
        etag = state.etag
        lastModified = state.lastModified
        suspectSince = state.fault?.code == .driftVolume ? state.lastPoll : nil
    }

    /// As the record leaves the board.
    package mutating func take(_ record: PollRecord) {
        lastPoll = max(lastPoll ?? record.at, record.at)
        let isSuspect = record.fault?.code == .driftVolume
        suspectSince = isSuspect ? suspectSince ?? record.at : record.outcome == .failed ? suspectSince : nil
        guard record.outcome == .complete else { return }
        lastComplete = record.at
        etag = record.etag
        lastModified = record.lastModified
        if !record.unchanged { openPostings = record.documents.count }
    }
}

/// Turns what came into a record that can be believed. An empty or broken answer never closes a posting; a list that lost
/// most of its postings at once closes nothing until it has been the same for a day.
package enum PollJudgement {
    /// Below this number of open postings a loss is not suspicious.
    package static let suspicionFrom = 10
    /// A list that holds less than this share of what was open is not believed at once.
    package static let believedShare = 0.5
    /// How long a loss must stand before it is believed, in milliseconds.
    package static let confirmation: Int64 = 86_400_000
    package static let floodFrom = 50

    /// What all answers of one poll held together.
    package struct Found: Sendable {
        package var documents: [ReceivedDocument] = []
        package var rejected: [Fault] = []
        /// Fields that were refused or mended; the postings were read.
        package var notes: [Fault] = []
        package var shortfall: Fault?
        /// What stopped the poll.
        package var fault: Fault?
        package var flags: [String] = []
        package var etag: String?
        package var lastModified: String?
        package var isUnchanged = false

        package init() {}

        package mutating func add(_ listing: Listing) {
            var seen = Set(documents.map(\.externalID))
            for d in listing.documents where seen.insert(d.externalID).inserted { documents.append(d) }
            rejected += listing.rejected
            notes += listing.notes
            shortfall = shortfall ?? listing.shortfall
            for f in listing.flags where !flags.contains(f) { flags.append(f) }
        }
    }

    package static func record(_ board: Board, at: Instant, _ found: Found, known: KnownBoard) -> PollRecord {
        var alarms = found.flags
        func alarm(_ name: String) { if !alarms.contains(name) { alarms.append(name) } }
        if found.isUnchanged {
            return PollRecord(
                board: board, at: at, outcome: .complete, unchanged: true, etag: found.etag,
                lastModified: found.lastModified, alarms: alarms)
        }
        if let fault = found.fault {
            if fault.code == .driftSchema { alarm("schema") }
            if fault.code == .incomplete { alarm("volume") }
            let outcome: PollOutcome = found.documents.isEmpty ? .failed : .partial
            return PollRecord(
                board: board, at: at, outcome: outcome, fault: fault, documents: found.documents, alarms: alarms)
        }
        let count = found.documents.count
        let fresh = count - known.openPostings
        if fresh > max(floodFrom, 10 * known.openPostings),
            known.lastComplete != nil || hasManyCopies(found.documents, board)
        {
            alarm("flood")
        }
        if known.openPostings >= suspicionFrom, count > 3 * known.openPostings { alarm("volume") }
        var fault = found.shortfall
        if let first = found.rejected.first {
            fault =
                fault
                ?? Fault(
                    first.code, "\(found.rejected.count) postings could not be read; the first: \(first.sentence)",
                    at: first.at)
        }
        if fault == nil, known.openPostings >= suspicionFrom, Double(count) < believedShare * Double(known.openPostings)
        {
            alarm("volume")
            let stands = known.suspectSince.map { at.milliseconds - $0.milliseconds >= confirmation } ?? false
            if !stands {
                fault = Fault(
                    .driftVolume,
                    "\(count) postings where \(known.openPostings) were open: believed if it is so tomorrow",
                    at: board.id)
            }
        }
        guard let fault else {
            return PollRecord(
                board: board, at: at, outcome: .complete, documents: found.documents, etag: found.etag,
                lastModified: found.lastModified,
                alarms: alarms)
        }
        return PollRecord(
            board: board, at: at, outcome: .partial, fault: fault, documents: found.documents, alarms: alarms)
    }

    /// True if half of a long list, and more than a few, carry one title of one company.
    private static func hasManyCopies(_ documents: [ReceivedDocument], _ board: Board) -> Bool {
        var counts: [String: Int] = [:]
        for d in documents {
            guard let p = try? SourceCatalog.posting(from: d.bytes, board: board, externalID: d.externalID) else {
                continue
            }
            counts["\(p.company ?? "") \(p.title ?? "")", default: 0] += 1
        }
        return (counts.values.max() ?? 0) > max(floodFrom, documents.count / 2)
    }
}
