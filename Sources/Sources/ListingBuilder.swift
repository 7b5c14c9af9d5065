import Base

/// Collects the documents of one answer: ids once each, limits kept, every lost part named.
struct ListingBuilder {
    var listing = Listing()
    private var indexOfID: [String: Int] = [:]

    /// Precondition of the caller: `bytes` is one posting, self-contained.
    mutating func add(id rawID: String?, bytes: [UInt8], at place: @autoclosure () -> String) throws(Fault) {
        guard let id = rawID.map({ CleanText.line($0) }), !id.isEmpty, id.utf8.count <= SourceLimits.externalID else {
            listing.rejected.append(Fault(.malformed, "a posting without a usable id", at: place()))
            return
        }
        guard bytes.count <= SourceLimits.document else {
            listing.rejected.append(Fault(.limitBytes, "a posting of \(bytes.count) bytes", at: place()))
            return
        }
        if let first = indexOfID[id] {
            listing.flag("duplicate-id")
            if listing.documents[first].bytes != bytes {
                listing.notes.append(Fault(.conflict, "two postings with the id \(id); the first is kept", at: place()))
            }
            return
        }
        guard listing.documents.count < SourceLimits.postings else {
            throw Fault(.limitItems, "more than \(SourceLimits.postings) postings on one board", at: place())
        }
        indexOfID[id] = listing.documents.count
        listing.documents.append(ReceivedDocument(externalID: id, bytes: bytes))
    }

    mutating func reject(_ code: Fault.Code, _ sentence: String, at place: String) {
        listing.rejected.append(Fault(code, sentence, at: place))
    }

    /// Reads each posting once, so that what a later reader would refuse or mend is told now. A document that cannot be
    /// read is taken out and named. If none can, the source speaks another language than it used to.
    mutating func prove(board: Board, read: ([UInt8], Board, String) throws(Fault) -> Posting) throws(Fault) {
        var kept: [ReceivedDocument] = []
        kept.reserveCapacity(listing.documents.count)
        var bodies = 0
        for document in listing.documents {
            do throws(Fault) {
                let posting = try read(document.bytes, board, document.externalID)
                if !posting.body.isEmpty { bodies += 1 }
                for flag in posting.flags {
                    listing.flag(flag)
                    if flag == "link-refused" {
                        listing.notes.append(
                            Fault(
                                .netScheme, "the link is not shown: it is no plain http(s) URL", at: document.externalID
                            ))
                    }
                }
                kept.append(document)
            } catch {
                listing.rejected.append(
                    Fault(error.code, error.sentence, at: "posting \(document.externalID) \(error.at)"))
            }
        }
        if kept.isEmpty, !listing.rejected.isEmpty {
            throw Fault(
                .driftSchema,
                "none of \(listing.rejected.count) postings could be read; the first: \(listing.rejected[0].sentence)",
                at: board.id)
        }
        listing.documents = kept
        // A list of three or more without a single body is a request that went wrong or a format that changed.
        if kept.count >= 3, bodies == 0 {
            listing.flag("schema")
            listing.isComplete = false
            listing.shortfall = Fault(.driftSchema, "none of \(kept.count) postings has a body", at: board.id)
        }
    }

    /// What the source says it has against what came; `skipped` counts rows left out on purpose.
    mutating func settle(total: Int?, skipped: Int = 0, rows: Int) throws(Fault) {
        listing.total = total
        guard let total, total > rows else { return }
        listing.flag("volume")
        let fault = Fault(.incomplete, "\(rows) postings came, but the source says it has \(total)")
        guard rows > 0 else { throw fault }
        listing.isComplete = false
        listing.shortfall = listing.shortfall ?? fault
    }
}

extension JSONDocument {
    /// An answer in whatever charset, as a document within the limits of this room.
    static func answer(_ bytes: [UInt8], contentType: String?, into listing: inout Listing) throws(Fault)
        -> JSONDocument
    {
        guard bytes.count <= SourceLimits.body else {
            throw Fault(.limitBytes, "the answer has \(bytes.count) bytes; the limit is \(SourceLimits.body)")
        }
        let text = try Charset.decode(bytes, contentType: contentType)
        let document = try JSONDocument(text.utf8, limits: SourceLimits.json)
        if text.repaired || document.repaired { listing.flag("repaired-text") }
        return document
    }

    /// A stored document. Bytes that are no UTF-8 become U+FFFD when they are read.
    static func stored(_ bytes: [UInt8]) throws(Fault) -> JSON {
        let root = try JSONDocument(bytes, limits: SourceLimits.json).root
        guard root.kind == .object else { throw Fault(.malformed, "a posting is no JSON object") }
        return root
    }
}
