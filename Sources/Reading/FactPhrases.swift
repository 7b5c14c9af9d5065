import Synchronization
import Taxonomy

/// A phrase of a book found in a text: its tag, its first token and the one past its last.
struct CueHit {
    var tag: UInt8
    var start: Int32
    var end: Int32
}

/// Phrases of several words, compiled once and looked for in one pass, in the notation of `PhraseBook` (one a line). Words
/// are written folded (lower case, no marks). Case, marks and punctuation of the text do not matter.
final class CueBook: Sendable {
    private let book: PhraseBook
    /// Of each family of the book.
    private let tags: [UInt8]
    /// What is known of words met before; lent to one search at a time.
    private struct Idle: @unchecked Sendable { var tables: [WordTable] = [] }
    private let idle = Mutex(Idle())

    /// The patterns are part of the program, so a fault in them is ours.
    init(_ lists: [(tag: UInt8, lines: String)]) {
        do {
            book = try PhraseBook(lists: lists.map { (String($0.tag), $0.lines) })
        } catch {
            preconditionFailure("the cues do not compile: \(error)")
        }
        tags = book.families.map { UInt8($0) ?? 0 }
    }

    /// Appends the hits of `range`, by first token; of one tag and start the longer only if it comes later.
    func find(in text: borrowing FactText, _ range: Range<Int>, into hits: inout [CueHit]) {
        guard !range.isEmpty else { return }
        var box = idle.withLock { state in Idle(tables: state.tables.popLast().map { [$0] } ?? []) }
        var table = box.tables.popLast() ?? WordTable()
        table.tidy()
        var words: [Int32] = []
        words.reserveCapacity(range.count)
        text.folded.withUnsafeBufferPointer { folded in
            for t in text.tokens[range] {
                words.append(
                    t.kind == .sign ? -1 : table.index(t.hash, folded, Int(t.low)..<Int(t.high), book))
            }
        }
        var found: [PhraseHit] = []
        found.reserveCapacity(64)
        PhraseFinder.with(words, table, book) { finder in
            var from = range.lowerBound
            while from < range.upperBound {
                let sentence = text.tokens[from].sentence
                var to = from + 1
                while to < range.upperBound, text.tokens[to].sentence == sentence { to += 1 }
                finder.append(from - range.lowerBound..<to - range.lowerBound, to: &found)
                from = to
            }
        }
        for h in found {
            let start = Int32(range.lowerBound + h.tokens.lowerBound),
                end = Int32(range.lowerBound + h.tokens.upperBound + 1)
            let tag = tags[Int(h.family)]
            if let last = hits.last, last.tag == tag, last.start == start, last.end >= end { continue }
            hits.append(CueHit(tag: tag, start: start, end: end))
        }
        box.tables.append(table)
        let back = box
        idle.withLock { $0.tables += back.tables }
    }
}
