import Base
import Taxonomy

/// Finds the phrases of a book in the tokens of a sentence. Holds pointers: made and used inside one closure.
///
/// Of the phrases that can begin with a word nearly all lack a word of theirs in the sentence: the symbols of all its
/// words are summed first, and only a phrase whose words may all be there is followed.
struct PhraseFinder {
    /// Steps that one phrase may take from one word: keeps a hostile sentence linear.
    static let steps = 64

    /// Of each token; below zero for one that is no word of the table.
    private let words: UnsafeBufferPointer<Int32>
    private let entries: UnsafeBufferPointer<WordTable.Entry>
    private let starts: UnsafeBufferPointer<PhraseBook.Start>
    private let bits: UnsafeBufferPointer<UInt64>
    private let phrases: UnsafeBufferPointer<PhraseBook.Phrase>
    private let elements: UnsafeBufferPointer<PhraseBook.Element>
    private let pairs: WordPairs

    static func with(_ words: [Int32], _ table: WordTable, _ book: PhraseBook, _ body: (PhraseFinder) -> Void) {
        words.withUnsafeBufferPointer { words in
            table.entries.withUnsafeBufferPointer { entries in
                table.starts.withUnsafeBufferPointer { starts in
                    table.bits.withUnsafeBufferPointer { bits in
                        book.phrases.withUnsafeBufferPointer { phrases in
                            book.elements.withUnsafeBufferPointer { elements in
                                body(
                                    PhraseFinder(
                                        words: words, entries: entries, starts: starts, bits: bits,
                                        phrases: phrases, elements: elements, pairs: table.pairs))
                            }
                        }
                    }
                }
            }
        }
    }

    func append(_ sentence: Range<Int>, to hits: inout [PhraseHit]) {
        var present = SymbolSum()
        for i in sentence where words[i] >= 0 { present.add(entries[Int(words[i])].sum) }
        for i in sentence {
            let w = words[i]
            guard w >= 0 else { continue }
            let entry = entries[Int(w)]
            guard entry.starts < entry.end else { continue }
            let isFirst = i == sentence.lowerBound
            for k in Int(entry.starts)..<Int(entry.pairs) where isFirst || !starts[k].atStart {
                let p = phrases[Int(starts[k].phrase)]
                hits.append(PhraseHit(family: p.family, note: p.note, tokens: i...i))
            }
            if entry.pairs < entry.loose, i &+ 1 < sentence.upperBound, words[i &+ 1] >= 0 {
                let next = words[i &+ 1]
                let set = Int(entries[Int(next)].bits)
                if set >= 0, entry.nextSum.meets(entries[Int(next)].sum) {
                    pairs.each(
                        w, next, of: Int(entry.pairs)..<Int(entry.loose), where: { isSet(set, starts[$0].next) },
                        { follow(starts[$0], i, isFirst, sentence, present, &hits) })
                }
            }
            for k in Int(entry.loose)..<Int(entry.end) { follow(starts[k], i, isFirst, sentence, present, &hits) }
        }
    }

    @inline(__always) private func follow(
        _ start: PhraseBook.Start, _ i: Int, _ isFirst: Bool, _ sentence: Range<Int>, _ present: SymbolSum,
        _ hits: inout [PhraseHit]
    ) {
        guard present.covers(start.needs), isFirst || !start.atStart else { return }
        let p = phrases[Int(start.phrase)]
        var budget = Self.steps
        let last = match(p, element: 0, at: i, in: sentence, &budget)
        if last >= 0 { hits.append(PhraseHit(family: p.family, note: p.note, tokens: i...last)) }
    }

    @inline(__always) private func isSet(_ set: Int, _ symbol: UInt16) -> Bool {
        bits[set &+ Int(symbol) &>> 6] & 1 &<< (UInt64(symbol) & 63) != 0
    }

    /// The last token of the match, or -1. The first element must stand at `i` exactly.
    private func match(_ p: PhraseBook.Phrase, element e: Int, at i: Int, in sentence: Range<Int>, _ budget: inout Int)
        -> Int
    {
        if e == Int(p.count) { return p.atEnd && i != sentence.upperBound ? -1 : i - 1 }
        budget -= 1
        guard budget > 0 else { return -1 }
        let element = elements[Int(p.first) + e]
        for skip in 0...Int(element.gap) {
            let k = i + skip
            guard k < sentence.upperBound else { break }
            if holds(words[k], element.symbol) {
                let last = match(p, element: e + 1, at: k + 1, in: sentence, &budget)
                if last >= 0 { return last }
            }
        }
        return element.isOptional ? match(p, element: e + 1, at: i, in: sentence, &budget) : -1
    }

    @inline(__always) private func holds(_ word: Int32, _ symbol: UInt16) -> Bool {
        guard word >= 0 else { return false }
        let set = entries[Int(word)].bits
        return set >= 0 && isSet(Int(set), symbol)
    }
}
