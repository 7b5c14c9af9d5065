import Base
import Taxonomy

/// Words seen so far and what the phrase book knows of them; kept between postings, forgotten when it grows too large.
struct WordTable {
    static let limit = 1 << 15
    struct Entry {
        /// Of its letters.
        var key: UInt64
        /// The symbols that the word can be.
        var sum: SymbolSum
        /// The symbols that a phrase wants next to the word.
        var nextSum: SymbolSum
        /// Into `starts`, three stretches: phrases of this one word, phrases whose next word is given, and the others.
        var starts: Int32
        var pairs: Int32
        var loose: Int32
        var end: Int32
        /// Into `bits`: the set of its symbols; -1 for none.
        var bits: Int32
        var languages: UInt16
    }
    /// Index of an entry and one, below 16 bits of its key; 0 is free. Small, for it is looked at once a word and lives in
    /// the cache.
    private var slots: [UInt32] = []
    private(set) var entries: [Entry] = []
    private(set) var starts: [PhraseBook.Start] = []
    private(set) var bits: [UInt64] = []
    private var pairMemory: WordPairs?
    var pairs: WordPairs {
        guard let pairMemory else { preconditionFailure("a lent table is asked") }
        return pairMemory
    }
    private var letters: [UInt8] = []
    /// Grows when the numbers of the words are given anew.
    private(set) var generation = 0

    init() { clear() }

    private init(none: Void) {}
    /// Holds the place of a table that is lent out; knows no word and takes none.
    static var none: WordTable { WordTable(none: ()) }

    private mutating func clear() {
        generation += 1
        slots = Array(repeating: 0, count: Self.limit * 2)
        entries.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        bits.removeAll(keepingCapacity: true)
        if let pairMemory { pairMemory.clear() } else { pairMemory = WordPairs() }
    }

    /// Call between postings only: indices are forgotten.
    mutating func tidy() {
        if entries.count > Self.limit - 8192 { clear() }
        pairs.tidy()
    }

    /// The index of the word with this key; its letters (any case) are looked at the first time only.
    @inline(__always)
    mutating func index(_ key: UInt64, _ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ book: PhraseBook)
        -> Int32
    {
        let mask = slots.count &- 1
        let tag = UInt32(truncatingIfNeeded: key &>> 48) &<< 16
        var k = Int(truncatingIfNeeded: key) & mask
        while true {
            let slot = slots[k]
            guard slot != 0 else { return add(key, k, b, range, book) }
            if slot & 0xFFFF_0000 == tag {
                let i = Int(slot & 0xFFFF) &- 1
                if entries[i].key == key { return Int32(truncatingIfNeeded: i) }
            }
            k = (k &+ 1) & mask
        }
    }

    @inline(never)
    private mutating func add(
        _ key: UInt64, _ slot: Int, _ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ book: PhraseBook
    ) -> Int32 {
        // A posting of 2 MiB can hold more words than the table: those share one entry, known for nothing.
        guard entries.count < Self.limit else { return -1 }
        letters.removeAll(keepingCapacity: true)
        for i in range { letters.append(small(b, i)) }
        let word = letters.withUnsafeBufferPointer { book.word($0) }
        let first = starts.count
        var set: Int32 = -1
        var single: [PhraseBook.Start] = [], paired: [PhraseBook.Start] = [], loose: [PhraseBook.Start] = []
        if !word.symbols.isEmpty {
            set = Int32(bits.count)
            bits.append(contentsOf: repeatElement(0, count: book.symbolWords))
            for s in word.symbols {
                bits[Int(set) + Int(s) / 64] |= 1 << (UInt64(s) & 63)
                for start in book.starting[Int(s)] {
                    if start.isSingle {
                        single.append(start)
                    } else if start.next != PhraseBook.Start.none {
                        paired.append(start)
                    } else {
                        loose.append(start)
                    }
                }
            }
            starts += single
            starts += paired
            starts += loose
        }
        let pairStart = first + single.count
        entries.append(
            Entry(
                key: key, sum: SymbolSum(word.symbols), nextSum: SymbolSum(paired.map(\.next)), starts: Int32(first),
                pairs: Int32(pairStart),
                loose: Int32(pairStart + paired.count), end: Int32(starts.count), bits: set,
                languages: word.languages))
        slots[slot] = UInt32(truncatingIfNeeded: key >> 48) << 16 | UInt32(entries.count)
        return Int32(entries.count - 1)
    }
}

/// Here and not beside the type, so that they are inlined.
extension SymbolSum {
    @inline(__always) mutating func add(_ other: SymbolSum) {
        low |= other.low
        high |= other.high
    }

    @inline(__always) func meets(_ other: SymbolSum) -> Bool { other.low & low | other.high & high != 0 }

    @inline(__always) func covers(_ other: SymbolSum) -> Bool { other.low & ~low | other.high & ~high == 0 }
}

/// Which phrases may begin with a pair of words, remembered for the pairs met lately: language repeats its pairs, and
/// nearly all of them begin nothing. One reading has it to itself; plain memory, for it is asked at every second word.
final class WordPairs {
    private struct Slot {
        var pair: UInt64 = .max
        var first: Int32 = 0
        var count: Int32 = 0
    }
    private static let size = 1 << 12
    private static let listLimit = 1 << 16
    private let slots: UnsafeMutablePointer<Slot>
    private let list: UnsafeMutablePointer<Int32>
    private let filled: UnsafeMutablePointer<Int>

    init() {
        slots = .allocate(capacity: Self.size)
        list = .allocate(capacity: Self.listLimit)
        filled = .allocate(capacity: 1)
        clear()
    }

    deinit {
        slots.deallocate()
        list.deallocate()
        filled.deallocate()
    }

    func clear() {
        slots.initialize(repeating: Slot(), count: Self.size)
        filled.initialize(to: 0)
    }

    func tidy() { if filled.pointee > Self.listLimit / 2 { clear() } }

    /// Calls `body` with each of `candidates` that `holds`, which must depend on the two words alone.
    @inline(__always)
    func each(
        _ a: Int32, _ b: Int32, of candidates: Range<Int>, where holds: (Int) -> Bool, _ body: (Int) -> Void
    ) {
        let pair = UInt64(UInt32(bitPattern: a)) &<< 32 | UInt64(UInt32(bitPattern: b))
        let slot = slots + Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) &>> 52)
        if slot.pointee.pair != pair {
            let first = filled.pointee
            guard first &+ candidates.count <= Self.listLimit else {
                for c in candidates where holds(c) { body(c) }
                return
            }
            var end = first
            for c in candidates where holds(c) {
                list[end] = Int32(truncatingIfNeeded: c)
                end &+= 1
            }
            filled.pointee = end
            slot.pointee = Slot(pair: pair, first: Int32(first), count: Int32(end &- first))
        }
        let found = slot.pointee
        for i in Int(found.first)..<Int(found.first &+ found.count) { body(Int(list[i])) }
    }
}
