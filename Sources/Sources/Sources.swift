// Start here. Sources knows how each source speaks: what to ask, how its answers page, and how bytes become `Posting`s.
//
// Invariant: everything in this room is a pure function of bytes. Nothing here opens a file or a socket, reads a clock
// or writes anywhere; `Collect` does, as the `TermsCard` of each source allows. What comes in was written by strangers:
// every reader has limits with names, and throws a `Fault` that says what was wrong and where.
import Base

/// One request, as a value. `Collect` decides whether and when it is made.
package struct Ask: Sendable, Hashable {
    package var url: String
    package var headers: [String: String]
    /// How large the decoded answer may be, in bytes.
    package var bodyLimit: Int

    package init(_ url: String, headers: [String: String] = [:], bodyLimit: Int = SourceLimits.body) {
        self.url = url
        self.headers = headers
        self.bodyLimit = bodyLimit
    }
}

/// What an answer belongs to.
package struct AnswerPlace: Sendable {
    package var board: Board
    /// The request that brought the answer (after redirects), or a path for a file.
    package var url: String
    /// The `Content-Type` of the answer, for its charset.
    package var contentType: String?

    package init(board: Board, url: String = "", contentType: String? = nil) {
        self.board = board
        self.url = url
        self.contentType = contentType
    }
}

/// What one answer of a board holds.
package struct Listing: Sendable {
    /// The postings, cut out of the answer as received; ids are unique.
    package var documents: [ReceivedDocument] = []
    /// The next page, if the answer names one.
    package var next: Ask?
    /// Requests that must be answered too before the board is known whole.
    package var details: [Ask] = []
    /// How many postings the source says there are.
    package var total: Int?
    /// False if the answer itself admits that it is not all; `shortfall` then says why.
    package var isComplete = true
    /// Why the board is not whole, or not to be trusted.
    package var shortfall: Fault?
    /// Postings that were there and could not be read, each with its place.
    package var rejected: [Fault] = []
    /// Fields that were refused or mended in postings that were read.
    package var notes: [Fault] = []
    /// `repaired-text`, `duplicate-id`, `schema`, `volume`, ...
    package var flags: [String] = []

    package init() {}

    package mutating func flag(_ name: String) { if !flags.contains(name) { flags.append(name) } }
}

/// A place where postings are published: one file of this room each. A source is polled only as its card allows, and
/// without a card it does not compile.
package protocol Source {
    static var kind: SourceKind { get }
    static var terms: TermsCard { get }

    /// The first request for a board. Throws `usage` if the board's address is none, `unsupported` for kinds that are files.
    static func ask(for board: Board) throws(Fault) -> Ask
    /// Reads one answer. Throws if nothing of it can be trusted (`malformed`, `drift.schema`, `incomplete`, a limit).
    static func listing(_ bytes: [UInt8], at place: AnswerPlace) throws(Fault) -> Listing
    /// Reads one document that `listing` cut out, now or years later.
    static func posting(from document: [UInt8], board: Board, externalID: String) throws(Fault) -> Posting
    /// The board behind a URL that a person copied from the browser; nil if it is not this source's.
    static func board(for url: WebAddress) -> Board?
}

/// The limits of this room, each with its number.
package enum SourceLimits {
    /// Bytes of an answer after decoding.
    package static let body = 16 << 20
    /// Bytes of an HTML page.
    package static let page = 2 << 20
    /// Open elements of an HTML page.
    package static let pageDepth = 512
    /// Open elements of an XML feed.
    package static let xmlDepth = 64
    /// Postings of one answer.
    package static let postings = 20_000
    /// JSON values or XML elements of one answer.
    package static let nodes = 2_000_000
    /// Bytes of a title, a company, a place.
    package static let line = 500
    /// Bytes of one posting.
    package static let document = 1 << 20
    /// Bytes of a link.
    package static let url = 2048
    /// Bytes of a source's id.
    package static let externalID = 512
    package static let tags = 64
    /// Columns of a CSV file.
    package static let columns = 256

    static let json = JSONDocument.Limits(bytes: body, depth: 64, items: nodes)
}
