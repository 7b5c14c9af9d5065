/// A phrase of a book found in a text: its tag, its first token and the one past its last.
struct CueHit {
    var tag: UInt8
    var start: Int32
    var end: Int32
}

/// Phrases of several words, compiled once and looked for in one pass; about 15 ns a word of text.
///
/// A phrase is a line of elements parted by blanks, all within one sentence:
/// `word` exact, `word*` beginning, `*word` end, `a|b` either, `x?` may lack, `_` any one token, `_4` up to four tokens,
/// `#` a number. Words are written folded (lower case, no marks). Case, marks and punctuation of the text do not matter.
final class CueBook: @unchecked Sendable {
    private enum FormKind: UInt8 { case exact, prefix, suffix, number }
    private struct Form {
        var hash: UInt64
        var offset: Int32
        var length: Int32
        var kind: FormKind
    }
    private struct Element {
        var forms: Range<Int32>
        var gap: Int32
        var isOptional: Bool
    }
    private struct Phrase {
        var tag: UInt8
        var elements: Range<Int32>
    }
    /// All of it plain memory that lives as long as the program: written by `init`, read without checks of bounds.
    private let forms: UnsafeMutablePointer<Form>
    private let elements: UnsafeMutablePointer<Element>
    private let phrases: UnsafeMutablePointer<Phrase>
    private let letters: UnsafeMutablePointer<UInt8>
    /// Phrases by the hash of an exact first word: slots of an open table, each a range of `firsts`.
    private let keys: UnsafeMutablePointer<UInt64>
    private let ranges: UnsafeMutablePointer<Range<Int32>>
    private let firsts: UnsafeMutablePointer<UInt16>
    private let mask: Int
    /// Phrases by the first three bytes of a beginning, the last three of an ending, and those that begin with a number.
    private let heads: UnsafeMutablePointer<Range<Int32>>
    private let tails: UnsafeMutablePointer<Range<Int32>>
    private let loose: UnsafeMutablePointer<UInt16>
    private let numbers: [UInt16]
    private static let slots = 1024

    deinit {
        for p in [
            UnsafeMutableRawPointer(forms), .init(elements), .init(phrases), .init(letters), .init(keys), .init(ranges),
            .init(firsts), .init(heads), .init(tails), .init(loose),
        ] {
            p.deallocate()
        }
    }

    /// Precondition: under 65,536 phrases. Empty lines are skipped.
    init(_ lists: [(tag: UInt8, lines: String)]) {
        var build = Builder()
        for (tag, lines) in lists {
            for line in lines.split(separator: "\n") where line.contains(where: { $0 != " " }) { build.add(line, tag) }
        }
        forms = Self.store(build.forms)
        elements = Self.store(build.elements)
        phrases = Self.store(build.phrases)
        letters = Self.store(build.letters)
        var size = 64
        while size < build.exact.count * 3 { size *= 2 }
        mask = size - 1
        var keyList = [UInt64](repeating: 0, count: size)
        var rangeList = [Range<Int32>](repeating: 0..<0, count: size)
        var firstList: [UInt16] = []
        for (hash, list) in build.exact {
            var i = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
            while keyList[i] != 0 { i = (i + 1) & mask }
            keyList[i] = hash
            rangeList[i] = Int32(firstList.count)..<Int32(firstList.count + list.count)
            firstList += list
        }
        keys = Self.store(keyList)
        ranges = Self.store(rangeList)
        firsts = Self.store(firstList)
        var looseList: [UInt16] = []
        func slots(_ map: [Int: [UInt16]]) -> UnsafeMutablePointer<Range<Int32>> {
            var out = [Range<Int32>](repeating: 0..<0, count: Self.slots)
            for (slot, list) in map {
                out[slot] = Int32(looseList.count)..<Int32(looseList.count + list.count)
                looseList += list
            }
            return Self.store(out)
        }
        heads = slots(build.heads)
        tails = slots(build.tails)
        loose = Self.store(looseList)
        numbers = build.numbers
    }

    private static func store<T>(_ list: [T]) -> UnsafeMutablePointer<T> {
        let p = UnsafeMutablePointer<T>.allocate(capacity: max(1, list.count))
        p.initialize(from: list, count: list.count)
        return p
    }

    private struct Builder {
        var forms: [Form] = []
        var elements: [Element] = []
        var phrases: [Phrase] = []
        var letters: [UInt8] = []
        var exact: [UInt64: [UInt16]] = [:]
        var heads: [Int: [UInt16]] = [:]
        var tails: [Int: [UInt16]] = [:]
        var numbers: [UInt16] = []

        mutating func add(_ line: Substring, _ tag: UInt8) {
            let index = UInt16(phrases.count)
            let from = Int32(elements.count)
            for part in line.split(separator: " ") { add(part) }
            phrases.append(Phrase(tag: tag, elements: from..<Int32(elements.count)))
            for k in elements[Int(from)].forms {
                let f = forms[Int(k)]
                let b = letters[Int(f.offset)..<Int(f.offset + f.length)]
                switch f.kind {
                case .number: numbers.append(index)
                case .exact: if exact[f.hash]?.last != index { exact[f.hash, default: []].append(index) }
                case .prefix: heads[CueBook.slot(b.prefix(3)), default: []].append(index)
                case .suffix: tails[CueBook.slot(b.suffix(3)), default: []].append(index)
                }
            }
        }

        mutating func add(_ part: Substring) {
            var s = part
            if s.hasPrefix("_") {
                let n = s.count == 1 ? 1 : Int32(s.dropFirst()) ?? 1
                elements.append(Element(forms: 0..<0, gap: n, isOptional: s.count > 1))
                return
            }
            let isOptional = s.hasSuffix("?")
            if isOptional { s = s.dropLast() }
            let from = Int32(forms.count)
            for f in s.split(separator: "|") {
                let kind: FormKind =
                    f == "#" ? .number : f.hasSuffix("*") ? .prefix : f.hasPrefix("*") ? .suffix : .exact
                let word = kind == .number ? "" : kind == .prefix ? f.dropLast() : kind == .suffix ? f.dropFirst() : f
                forms.append(
                    Form(
                        hash: FactText.hash(word), offset: Int32(letters.count), length: Int32(word.utf8.count),
                        kind: kind))
                letters += Array(word.utf8)
            }
            elements.append(Element(forms: from..<Int32(forms.count), gap: 0, isOptional: isOptional))
        }
    }

    private static func slot(_ b: some Sequence<UInt8>) -> Int {
        var k: UInt32 = 0
        for c in b { k = k << 8 | UInt32(c) }
        return slot(k)
    }
    /// Fibonacci hashing into the slots.
    private static func slot(_ k: UInt32) -> Int { Int((k &* 2_654_435_769) >> 22) }

    // MARK: finding

    /// What a match looks at, without counting references.
    private struct View {
        var tokens: UnsafePointer<FactToken>
        var folded: UnsafePointer<UInt8>
        var end: Int
    }

    /// Appends the hits of `range`, by first token; of one phrase and start the shortest match.
    func find(in text: borrowing FactText, _ range: Range<Int>, into hits: inout [CueHit]) {
        text.tokens.withUnsafeBufferPointer { t in
            text.folded.withUnsafeBufferPointer { f in
                guard let tokens = t.baseAddress, let folded = f.baseAddress else { return }
                let view = View(tokens: tokens, folded: folded, end: range.upperBound)
                for i in range { find(i, view, &hits) }
            }
        }
    }

    private func find(_ i: Int, _ v: View, _ hits: inout [CueHit]) {
        let t = v.tokens[i]
        if t.kind == .sign { return }
        if t.kind == .number { for p in numbers { attempt(Int(p), i, v, &hits) } }
        var k = Int(truncatingIfNeeded: t.hash ^ t.hash >> 32) & mask
        while keys[k] != 0 {
            if keys[k] == t.hash {
                for e in ranges[k] { attempt(Int(firsts[Int(e)]), i, v, &hits) }
                break
            }
            k = (k + 1) & mask
        }
        let low = Int(t.low), high = Int(t.high)
        guard high - low > 2, t.kind == .word else { return }
        let f = v.folded
        let head = heads[Self.slot(UInt32(f[low]) << 16 | UInt32(f[low + 1]) << 8 | UInt32(f[low + 2]))]
        for e in head where fits(first(loose[Int(e)]), i, v, only: .prefix) { attempt(Int(loose[Int(e)]), i, v, &hits) }
        let tail = tails[Self.slot(UInt32(f[high - 3]) << 16 | UInt32(f[high - 2]) << 8 | UInt32(f[high - 1]))]
        for e in tail where fits(first(loose[Int(e)]), i, v, only: .suffix) { attempt(Int(loose[Int(e)]), i, v, &hits) }
    }

    private func first(_ phrase: UInt16) -> Int { Int(phrases[Int(phrase)].elements.lowerBound) }

    /// The first element is known to fit.
    private func attempt(_ n: Int, _ i: Int, _ v: View, _ hits: inout [CueHit]) {
        let p = phrases[n]
        let last = follow(Int(p.elements.lowerBound) + 1, Int(p.elements.upperBound), i + 1, v.tokens[i].sentence, v)
        guard last > 0 else { return }
        if let h = hits.last, h.tag == p.tag, h.start == Int32(i), h.end >= last { return }
        hits.append(CueHit(tag: p.tag, start: Int32(i), end: Int32(last)))
    }

    /// The token past the match of the elements from `e` at token `i`, or 0.
    private func follow(_ e: Int, _ count: Int, _ i: Int, _ sentence: Int32, _ v: View) -> Int {
        if e == count { return i }
        let element = elements[e]
        if element.gap > 0 {
            var skip = element.isOptional ? 0 : Int(element.gap)
            while skip <= Int(element.gap) {
                let r = follow(e + 1, count, i + skip, sentence, v)
                if r > 0 { return r }
                if i + skip >= v.end || v.tokens[i + skip].sentence != sentence { return 0 }
                skip += 1
            }
            return 0
        }
        if i < v.end, v.tokens[i].sentence == sentence, fits(e, i, v, only: nil) {
            let r = follow(e + 1, count, i + 1, sentence, v)
            if r > 0 { return r }
        }
        return element.isOptional ? follow(e + 1, count, i, sentence, v) : 0
    }

    @inline(__always) private func fits(_ e: Int, _ i: Int, _ v: View, only: FormKind?) -> Bool {
        let t = v.tokens[i]
        for k in elements[e].forms {
            let f = forms[Int(k)]
            if let only, f.kind != only { continue }
            switch f.kind {
            case .exact: if f.hash == t.hash { return true }
            case .number: if t.kind == .number { return true }
            case .prefix: if matches(f, Int(t.low), t, v) { return true }
            case .suffix: if matches(f, Int(t.high - f.length), t, v) { return true }
            }
        }
        return false
    }

    private func matches(_ f: Form, _ from: Int, _ t: FactToken, _ v: View) -> Bool {
        guard t.high - t.low >= f.length else { return false }
        var k = 0
        while k < Int(f.length) {
            if v.folded[from + k] != letters[Int(f.offset) + k] { return false }
            k += 1
        }
        return true
    }
}
