import Base

/// Which file of this room speaks for which kind.
package enum SourceCatalog {
    package static func implementation(_ kind: SourceKind) -> any Source.Type {
        switch kind {
        case .greenhouse: Greenhouse.self
        case .lever: Lever.self
        case .ashby: Ashby.self
        case .hackerNews: HackerNews.self
        case .rss: RSSFeed.self
        case .atom: AtomFeed.self
        case .jsonld: JobPostingPage.self
        case .jsonl: JSONLines.self
        case .csv: CommaSeparated.self
        }
    }

    /// Reads one stored document. Pure; the same bytes give the same posting.
    package static func posting(from document: [UInt8], board: Board, externalID: String) throws(Fault) -> Posting {
        try implementation(board.kind).posting(from: document, board: board, externalID: externalID)
    }

    package static func listing(_ bytes: [UInt8], at place: AnswerPlace) throws(Fault) -> Listing {
        try implementation(place.board.kind).listing(bytes, at: place)
    }

    package static func ask(for board: Board) throws(Fault) -> Ask { try implementation(board.kind).ask(for: board) }
    package static func terms(_ kind: SourceKind) -> TermsCard { implementation(kind).terms }

    /// The board behind what a person typed: `greenhouse:acme`, or a URL copied from the browser. The page itself
    /// (`jsonld`) is the last resort of a URL.
    package static func board(named text: String) throws(Fault) -> Board {
        if !text.contains("://") || SourceKind.allCases.contains(where: { text.hasPrefix($0.rawValue + ":") }),
            let colon = text.firstIndex(of: ":"), let kind = SourceKind(rawValue: String(text[..<colon]))
        {
            let board = Board(id: text, kind: kind, address: String(text[text.index(after: colon)...]))
            _ = try ask(for: board)
            return board
        }
        return try board(forURL: text)
    }

    package static func board(forURL text: String) throws(Fault) -> Board {
        let url = try WebAddress(text)
        // Feeds and pages match by their ending only, so the boards with hosts of their own come first.
        let order: [SourceKind] = [.greenhouse, .lever, .ashby, .hackerNews, .atom, .rss, .jsonld]
        for kind in order { if let board = implementation(kind).board(for: url) { return board } }
        throw Fault(.unsupported, "no source knows this address", at: url.description)
    }
}
