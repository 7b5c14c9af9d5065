import Base
import Synchronization
import Taxonomy

/// Words seen so far with what the model says of each; kept between postings, forgotten when there are too many.
struct PracticeWords {
    static let limit = 1 << 14

    struct Entry {
        var word: PracticeModel.Sum
        var start: PracticeModel.Sum
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
    private var letters: [UInt8] = []

    /// Call between postings only: indices are forgotten.
    mutating func tidy() {
        guard entries.count > Self.limit - Self.limit / 4 else { return }
        self = PracticeWords()
    }

    /// The entry of the token, or nil in a text of more words than the table holds.
    @inline(__always)
    mutating func index(_ token: Token, _ b: UnsafeBufferPointer<UInt8>, _ model: PracticeModel) -> Int? {
        var key: UInt64 = 0xCBF2_9CE4_8422_2325
        for i in Int(token.start)..<Int(token.end) { key = (key ^ UInt64(small(b, i))) &* 0x100_0000_01B3 }
        let mask = slots.count &- 1
        var k = Int(truncatingIfNeeded: key ^ key &>> 29) & mask
        while slots[k].entry >= 0 {
            if slots[k].key == key { return Int(slots[k].entry) }
            k = (k &+ 1) & mask
        }
        guard entries.count < Self.limit else { return nil }
        letters.removeAll(keepingCapacity: true)
        for i in Int(token.start)..<Int(token.end) { letters.append(small(b, i)) }
        let (sums, found) = letters.withUnsafeBufferPointer { (model.rows(of: $0), model.meanings.classes(of: $0)) }
        entries.append(
            Entry(word: sums.word, start: sums.start, first: Int32(classes.count), count: Int32(found.count)))
        classes += found
        slots[k] = Slot(key: key, entry: Int32(entries.count - 1))
        return entries.count - 1
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
        let n = meanings.classes.count
        let s = Int(unit.subject.lane)
        var sum = Sum(truncatingIfNeeded: bias) &+ Sum(truncatingIfNeeded: subject[s])
        sum &+= Sum(truncatingIfNeeded: length[min(unit.tokens.count / Self.lengthStep, Self.lengthLimit)])
        for p in Practice.allCases where unit.found.contains(p) {
            sum &+= Sum(truncatingIfNeeded: found[Int(p.rawValue)])
        }
        for i in unit.sentences {
            for h in scratch.sentences[i].hits {
                let hit = scratch.hits[h]
                sum &+= Sum(truncatingIfNeeded: hits[Int(hit.family) * noteCount + Int(hit.note)])
            }
        }
        // The entries of the tokens before this one, newest first.
        var before = (-1, -1, -1, -1)
        scratch.folded.withUnsafeBufferPointer { b in
            for (k, t) in unit.tokens.enumerated() {
                guard let e = words.index(scratch.tokens[t], b, self) else { continue }
                let entry = words.entries[e]
                sum &+= entry.word
                if k == 0 { sum &+= entry.start }
                for c in Int(entry.first)..<Int(entry.first + entry.count) {
                    let own = Int(words.classes[c])
                    sum &+= Sum(truncatingIfNeeded: bySubject[s * n + own])
                    if k < 2 { sum &+= Sum(truncatingIfNeeded: first[own]) }
                    add(before.0, own, n, words, &sum)
                    add(before.1, own, n, words, &sum)
                    add(before.2, own, n, words, &sum)
                    add(before.3, own, n, words, &sum)
                }
                before = (e, before.0, before.1, before.2)
            }
        }
        return PracticeScores(sums: sum)
    }

    @inline(__always)
    private func add(_ earlier: Int, _ own: Int, _ n: Int, _ words: borrowing PracticeWords, _ sum: inout Sum) {
        guard earlier >= 0 else { return }
        let entry = words.entries[earlier]
        for c in Int(entry.first)..<Int(entry.first + entry.count) {
            sum &+= Sum(truncatingIfNeeded: pairs[Int(words.classes[c]) * n + own])
        }
    }
}

extension Subject {
    /// Its place in `PracticeModel.subjects`.
    var lane: UInt8 { rawValue }
}
