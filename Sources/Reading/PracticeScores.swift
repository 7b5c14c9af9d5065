import Base
import Taxonomy

/// Words seen so far with what the model says of each, by their numbers in a `WordTable`: kept beside it between postings,
/// and forgotten with it.
struct PracticeWords {
    struct Entry {
        var word: PracticeModel.Row
        /// One a byte from the lowest, at most 7; the highest byte is their number.
        var classes: UInt64
        /// Into `starts`; below zero for none.
        var start: Int32
    }
    /// Of each word of the table, the index of its entry and one; 0 is not looked up yet.
    private var known: [Int32] = []
    private var generation = 0
    private(set) var entries: [Entry] = []
    private(set) var starts: [PracticeModel.Row] = []
    /// The entries of the tokens of one unit, in order; -1 for a word beyond the limit of the table.
    private(set) var unit: [Int32] = []
    /// And their classes.
    private(set) var classes: [UInt64] = []
    private var letters: [UInt8] = []

    /// Looks up the tokens of a unit.
    mutating func look(up tokens: Range<Int>, _ scratch: borrowing Scratch, _ model: borrowing PracticeModel) {
        if generation != scratch.words.generation { forget(scratch.words.generation) }
        unit.removeAll(keepingCapacity: true)
        classes.removeAll(keepingCapacity: true)
        for k in tokens {
            let word = Int(scratch.wordIDs[k])
            guard word >= 0 else {
                unit.append(-1)
                classes.append(0)
                continue
            }
            if known[word] == 0 { add(word, scratch.tokens[k], scratch, model) }
            let i = known[word] &- 1
            unit.append(i)
            classes.append(entries[Int(i)].classes)
        }
    }

    private mutating func forget(_ next: Int) {
        generation = next
        known = Array(repeating: 0, count: WordTable.limit)
        entries.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
    }

    @inline(never)
    private mutating func add(
        _ word: Int, _ token: Token, _ scratch: borrowing Scratch, _ model: borrowing PracticeModel
    ) {
        letters.removeAll(keepingCapacity: true)
        scratch.folded.withUnsafeBufferPointer { b in
            for i in Int(token.start)..<Int(token.end) { letters.append(small(b, i)) }
        }
        let (sums, found) = letters.withUnsafeBufferPointer { (model.rows(of: $0), model.meanings.classes(of: $0)) }
        var start: Int32 = -1
        if sums.start != PracticeModel.Row() {
            start = Int32(starts.count)
            starts.append(sums.start)
        }
        var set = UInt64(found.count) << 56
        for (i, c) in found.enumerated() { set |= UInt64(c) << UInt64(8 * i) }
        entries.append(Entry(word: sums.word, classes: set, start: start))
        known[word] = Int32(entries.count)
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
        words.look(up: unit.tokens, scratch, self)
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
            addWords(words, rows, subject: s, to: &sum)
        }
        return PracticeScores(sums: sum)
    }

    /// Words, their classes, and the pairs of their classes. What one token adds fits 16 bits: a pair's weight fits 8
    /// (`PracticeTraining.pairLimit`), and a word has `Meanings.classLimit` classes at most.
    private func addWords(
        _ words: borrowing PracticeWords, _ rows: UnsafeBufferPointer<Row>, subject s: Int, to sum: inout Sum
    ) {
        let n = tables.classes
        words.entries.withUnsafeBufferPointer { entries in
            words.unit.withUnsafeBufferPointer { ids in
                words.classes.withUnsafeBufferPointer { classes in
                    pairs.withUnsafeBufferPointer { pairs in
                        for k in ids.indices where ids[k] >= 0 {
                            var row = entries[Int(ids[k])].word
                            if k == 0, entries[Int(ids[0])].start >= 0 {
                                row &+= words.starts[Int(entries[Int(ids[0])].start)]
                            }
                            Self.each(classes[k]) { own in
                                row &+= rows[tables.bySubject &+ s &* n &+ own]
                                if k < 2 { row &+= rows[tables.first &+ own] }
                                let column = own &* n
                                var j = max(0, k &- Self.window)
                                while j < k {
                                    Self.each(classes[j]) { row &+= rows[Int(pairs[column &+ $0])] }
                                    j &+= 1
                                }
                            }
                            sum &+= Sum(truncatingIfNeeded: row)
                        }
                    }
                }
            }
        }
    }

    /// The classes of a word (`PracticeWords.Entry.classes`).
    @inline(__always)
    private static func each(_ classes: UInt64, _ body: (Int) -> Void) {
        var rest = classes
        var count = classes &>> 56
        while count != 0 {
            body(Int(rest & 0xFF))
            rest &>>= 8
            count &-= 1
        }
    }
}
