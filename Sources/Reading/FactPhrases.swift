/// A phrase of a book found in a text: its tag, its first token and the one past its last.
struct CueHit {
    var tag: UInt8
    var start: Int32
    var end: Int32
}

/// Phrases of several words, compiled once and looked for in one pass.
///
/// A phrase is a line of elements parted by blanks, all within one sentence:
/// `word` exact, `word*` beginning, `*word` end, `a|b` either, `x?` may lack, `_` any one token, `_4` up to four tokens,
/// `#` a number. Words are written folded (lower case, no marks). Case, marks and punctuation of the text do not matter.
struct CueBook {
    private struct Form {
        var bytes: [UInt8]
        var isPrefix = false
        var isSuffix = false
        var isNumber = false
    }
    private struct Element {
        var forms: [Form] = []
        var gap = 0
        var isOptional = false
    }
    private struct Phrase {
        var tag: UInt8
        var elements: [Element]
    }
    private var phrases: [Phrase] = []
    /// Phrases by the first three bytes of their first word (`slots` are ranges of `entries`), and by the last three.
    private var slots: [UInt32]
    private var entries: [UInt16] = []
    private var tailSlots: [UInt32]
    private var tailEntries: [UInt16] = []
    private var numberEntries: [UInt16] = []

    /// Precondition: under 65,536 phrases. Empty lines are skipped.
    init(_ lists: [(tag: UInt8, lines: String)]) {
        for (tag, lines) in lists {
            for line in lines.split(separator: "\n") where line.contains(where: { $0 != " " }) {
                phrases.append(Phrase(tag: tag, elements: CueBook.parse(line)))
            }
        }
        var heads: [[UInt16]] = Array(repeating: [], count: 2048)
        var tails: [[UInt16]] = Array(repeating: [], count: 2048)
        for (n, p) in phrases.enumerated() {
            for f in p.elements[0].forms {
                let index = UInt16(n)
                if f.isNumber {
                    numberEntries.append(index)
                } else if f.isSuffix {
                    let k = Int(f.bytes.suffix(3).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }.slot)
                    if tails[k].last != index { tails[k].append(index) }
                } else {
                    let k = Int(CueBook.headKey(f.bytes, 0, f.bytes.count).slot)
                    if heads[k].last != index { heads[k].append(index) }
                }
            }
        }
        (slots, entries) = CueBook.flatten(heads)
        (tailSlots, tailEntries) = CueBook.flatten(tails)
    }

    private static func flatten(_ lists: [[UInt16]]) -> ([UInt32], [UInt16]) {
        var slots: [UInt32] = [0], entries: [UInt16] = []
        for l in lists {
            entries += l
            slots.append(UInt32(entries.count))
        }
        return (slots, entries)
    }

    private static func headKey(_ b: [UInt8], _ low: Int, _ high: Int) -> UInt32 {
        var k: UInt32 = 0
        for i in low..<min(high, low + 3) { k = k << 8 | UInt32(b[i]) }
        return k
    }

    private static func parse(_ line: Substring) -> [Element] {
        line.split(separator: " ").map { part in
            var e = Element()
            var s = part
            if s.hasPrefix("_") {
                e.gap = s.count == 1 ? 1 : Int(s.dropFirst()) ?? 1
                e.isOptional = s.count > 1
                return e
            }
            if s.hasSuffix("?") {
                e.isOptional = true
                s = s.dropLast()
            }
            for f in s.split(separator: "|") {
                if f == "#" {
                    e.forms.append(Form(bytes: [], isNumber: true))
                } else if f.hasSuffix("*") {
                    e.forms.append(Form(bytes: Array(f.dropLast().utf8), isPrefix: true))
                } else if f.hasPrefix("*") {
                    e.forms.append(Form(bytes: Array(f.dropFirst().utf8), isSuffix: true))
                } else {
                    e.forms.append(Form(bytes: Array(f.utf8)))
                }
            }
            return e
        }
    }

    /// Appends the hits of `range`, by first token; of one phrase and start the shortest match.
    func find(in text: borrowing FactText, _ range: Range<Int>, into hits: inout [CueHit]) {
        for i in range {
            let t = text.tokens[i]
            if t.kind == .sign { continue }
            let low = Int(t.low), high = Int(t.high)
            if t.kind == .number {
                for p in numberEntries { attempt(Int(p), i, range.upperBound, text, &hits) }
            }
            let k = Int(CueBook.headKey(text.folded, low, high).slot)
            for e in Int(slots[k])..<Int(slots[k + 1]) { attempt(Int(entries[e]), i, range.upperBound, text, &hits) }
            if high - low > 3 {
                let f = text.folded
                let k = Int((UInt32(f[high - 3]) << 16 | UInt32(f[high - 2]) << 8 | UInt32(f[high - 1])).slot)
                for e in Int(tailSlots[k])..<Int(tailSlots[k + 1]) { attempt(Int(tailEntries[e]), i, range.upperBound, text, &hits) }
            }
        }
    }

    private func attempt(_ n: Int, _ i: Int, _ end: Int, _ text: borrowing FactText, _ hits: inout [CueHit]) {
        guard fits(phrases[n].elements[0], i, text) else { return }
        let last = follow(phrases[n].elements, 1, i + 1, end, text.tokens[i].sentence, text)
        if last > 0 { hits.append(CueHit(tag: phrases[n].tag, start: Int32(i), end: Int32(last))) }
    }

    /// The token past the match of the elements from `e` at token `i`, or 0.
    private func follow(_ elements: [Element], _ e: Int, _ i: Int, _ end: Int, _ sentence: Int32, _ text: borrowing FactText) -> Int {
        if e == elements.count { return i }
        let element = elements[e]
        if element.gap > 0 {
            let first = element.isOptional ? 0 : element.gap
            for skip in first...element.gap {
                let r = follow(elements, e + 1, i + skip, end, sentence, text)
                if r > 0 { return r }
                if i + skip >= end || text.tokens[i + skip].sentence != sentence { return 0 }
            }
            return 0
        }
        if i < end, text.tokens[i].sentence == sentence, fits(element, i, text) {
            let r = follow(elements, e + 1, i + 1, end, sentence, text)
            if r > 0 { return r }
        }
        return element.isOptional ? follow(elements, e + 1, i, end, sentence, text) : 0
    }

    private func fits(_ element: Element, _ i: Int, _ text: borrowing FactText) -> Bool {
        let t = text.tokens[i]
        let low = Int(t.low), count = Int(t.high) - low
        for f in element.forms {
            if f.isNumber {
                if t.kind == .number { return true }
                continue
            }
            let n = f.bytes.count
            guard f.isPrefix || f.isSuffix ? count >= n : count == n else { continue }
            let from = f.isSuffix ? low + count - n : low
            var k = 0
            while k < n, text.folded[from + k] == f.bytes[k] { k += 1 }
            if k == n { return true }
        }
        return false
    }
}

extension UInt32 {
    /// Fibonacci hashing into 2,048 slots.
    fileprivate var slot: UInt32 { (self &* 2_654_435_769) >> 21 }
}
