import Base

/// One list of openings that is polled as a whole: a company's board, a forum thread series, a feed, a page, a file.
package struct Board: Sendable, Hashable {
    /// `greenhouse:acme`, `rss:https://…`, `jsonl:corpus.jsonl`. The same for ever.
    package var id: String
    package var kind: SourceKind
    /// What the source's requests need: a slug, a URL, a path.
    package var address: String
    /// The employer, where a board belongs to one and its postings do not say so.
    package var company: String?

    package init(id: String, kind: SourceKind, address: String, company: String? = nil) {
        self.id = id
        self.kind = kind
        self.address = address
        self.company = company
    }
}

/// What a source's terms allow, enforced by code: without a card a `Source` does not compile, without `pollsPerDay`
/// it is not polled.
package struct TermsCard: Sendable, Hashable {
    /// May the text be kept; shown here; given on in exports?
    package var store: Bool
    package var show: Bool
    package var export: Bool
    /// Printed wherever its postings are shown.
    package var attribution: String
    package var pollsPerDay: Int
    /// Least time between two requests to one host, in milliseconds.
    package var gapMilliseconds: Int
    package var linkBack: Bool
    /// How this was established, with a date.
    package var basis: String

    package init(
        store: Bool, show: Bool, export: Bool, attribution: String, pollsPerDay: Int, gapMilliseconds: Int,
        linkBack: Bool,
        basis: String
    ) {
        self.store = store
        self.show = show
        self.export = export
        self.attribution = attribution
        self.pollsPerDay = pollsPerDay
        self.gapMilliseconds = gapMilliseconds
        self.linkBack = linkBack
        self.basis = basis
    }
}

/// A document as it was received: the bytes of one posting, cut out of a response.
package struct ReceivedDocument: Sendable, Equatable {
    package var externalID: String
    package var bytes: [UInt8]
    package init(externalID: String, bytes: [UInt8]) {
        self.externalID = externalID
        self.bytes = bytes
    }
}
