import Base
import Synchronization
import Taxonomy

/// Words seen so far with what the model says of each; kept between postings, forgotten when there are too many.
struct PracticeWords {
    static let limit = 1 << 14

    struct Entry {
        var word: PracticeModel.Row
        var start: PracticeModel.Row
        /// Into `classes`.
        var first: Int32
        var count: Int32
    }
    private struct Slot {
        var key: UInt64 = 0
        var entry: Int32 = -1
    }
    private var slots = Array(repeating: Slot(), count: limit * 2)
    private(set) var entries: [Entry] = []
    private(set) var classes: [UInt8] = []
    /// The entries of the tokens of one unit, in order; -1 for a word beyond the limit.
    private(set) var unit: [Int32] = []
    private var letters: [UInt8] = []

    /// Call between postings only: indices are forgotten.
    mutating func tidy() {
        guard entries.count > Self.limit - Self.limit / 4 else { return }
        self = PracticeWords()
    }

    /// Looks up the tokens of a unit.
    mutating func look(
        up tokens: Slice<UnsafeBufferPointer<Token>>, _ b: UnsafeBufferPointer<UInt8>, _ model: borrowing PracticeModel
    ) {
        unit.removeAll(keepingCapacity: true)
        for t in tokens { unit.append(index(t, b, model)) }
    }

    @inline(__always)
    private mutating func index(_ token: Token, _ b: UnsafeBufferPointer<UInt8>, _ model: borrowing PracticeModel)
        -> Int32
    {
        var key: UInt64 = 0xCBF2_9CE4_8422_2325
        for i in Int(token.start)..<Int(token.end) { key = (key ^ UInt64(small(b, i))) &* 0x100_0000_01B3 }
        let mask = slots.count &- 1
        var k = Int(truncatingIfNeeded: key ^ key &>> 29) & mask
        while slots[k].entry >= 0 {
            if slots[k].key == key { return slots[k].entry }
            k = (k &+ 1) & mask
        }
        return add(token, key, k, b, model)
    }

    @inline(never)
    private mutating func add(
        _ token: Token, _ key: UInt64, _ slot: Int, _ b: UnsafeBufferPointer<UInt8>, _ model: borrowing PracticeModel
    ) -> Int32 {
        guard entries.count < Self.limit else { return -1 }
        letters.removeAll(keepingCapacity: true)
        for i in Int(token.start)..<Int(token.end) { letters.append(small(b, i)) }
        let (sums, found) = letters.withUnsafeBufferPointer { (model.rows(of: $0), model.meanings.classes(of: $0)) }
        entries.append(
            Entry(word: sums.word, start: sums.start, first: Int32(classes.count), count: Int32(found.count)))
        classes += found
        slots[slot] = Slot(key: key, entry: Int32(entries.count - 1))
        return slots[slot].entry
    }
}

/// Idle tables of words; one lock a posting.
final class PracticeWordsPool: Sendable {
    private let idle = Mutex<[PracticeWords]>([])

    func lend<R>(_ body: (inout PracticeWords) -> R) -> R {
        var words = idle.withLock { $0.popLast() } ?? PracticeWords()
        words.tidy()
        let result = body(&words)
        let back = words
        idle.withLock { $0.append(back) }
        return result
    }
}

/// One or more sentences that are judged together.
struct PracticeUnit {
    var sentences: Range<Int>
    var tokens: Range<Int>
    var subject: Subject
    /// What the phrase rules found in it.
    var found: PracticeSet
}

/// What the model says of a unit, 64 to the unit of log-odds.
struct PracticeScores {
    var sums: PracticeModel.Sum

    /// How sure it is that the unit asks for the practice: the logarithm of the chance that it speaks of the person and of
    /// the practice, never above 0.
    func sureness(_ p: Practice) -> Int {
        -Self.doubt(Int(sums[Int(p.rawValue)])) - Self.doubt(Int(sums[PracticeModel.gate]))
    }

    /// 64 ln(1 + e^(-x/64)) in whole numbers: |x| or 0, and near 0 a parabola that meets both with the right height.
    static func doubt(_ x: Int) -> Int {
        let reach = 177
        let base = max(0, -x)
        let near = reach - abs(x)
        return near <= 0 ? base : base + near * near / (4 * reach)
    }
}

extension PracticeModel {
    /// The sums of a unit. Allocates nothing once its words are known.
    func scores(_ unit: PracticeUnit, _ scratch: borrowing Scratch, _ words: inout PracticeWords) -> PracticeScores {
        scratch.folded.withUnsafeBufferPointer { b in
            scratch.tokens.withUnsafeBufferPointer { words.look(up: $0[unit.tokens], b, self) }
        }
        let s = Int(unit.subject.rawValue)
        var sum = Sum(truncatingIfNeeded: bias)
        rows.withUnsafeBufferPointer { rows in
            sum &+= Sum(truncatingIfNeeded: rows[tables.subject + s])
            let length = min(unit.tokens.count / Self.lengthStep, Self.lengthLimit)
            sum &+= Sum(truncatingIfNeeded: rows[tables.length + length])
            for p in Practice.allCases where unit.found.contains(p) {
                sum &+= Sum(truncatingIfNeeded: rows[tables.found + Int(p.rawValue)])
            }
            for i in unit.sentences {
                for h in scratch.sentences[i].hits {
                    let hit = scratch.hits[h]
                    sum &+= Sum(truncatingIfNeeded: rows[tables.hits + Int(hit.family) * tables.notes + Int(hit.note)])
                }
            }
            words.entries.withUnsafeBufferPointer { entries in
                words.classes.withUnsafeBufferPointer { classes in
                    words.unit.withUnsafeBufferPointer { ids in
                        addWords(ids, entries, classes, rows, subject: s, to: &sum)
                    }
                }
            }
        }
        return PracticeScores(sums: sum)
    }

    /// Words, their classes, and the pairs of their classes. What one token adds fits 16 bits: a pair's weight fits 8
    /// (`PracticeTraining.pairLimit`), and a word has `Meanings.classLimit` classes at most.
    private func addWords(
        _ ids: UnsafeBufferPointer<Int32>, _ entries: UnsafeBufferPointer<PracticeWords.Entry>,
        _ classes: UnsafeBufferPointer<UInt8>, _ rows: UnsafeBufferPointer<Row>, subject s: Int, to sum: inout Sum
    ) {
        let n = tables.classes
        for k in ids.indices where ids[k] >= 0 {
            let entry = entries[Int(ids[k])]
            var row = entry.word
            if k == 0 { row &+= entry.start }
            for c in Int(entry.first)..<Int(entry.first &+ entry.count) {
                let own = Int(classes[c])
                row &+= rows[tables.bySubject &+ s &* n &+ own]
                if k < 2 { row &+= rows[tables.first &+ own] }
                for j in max(0, k &- Self.window)..<k where ids[j] >= 0 {
                    let other = entries[Int(ids[j])]
                    for d in Int(other.first)..<Int(other.first &+ other.count) {
                        row &+= rows[tables.pairs &+ Int(classes[d]) &* n &+ own]
                    }
                }
            }
            sum &+= Sum(truncatingIfNeeded: row)
        }
    }
}
