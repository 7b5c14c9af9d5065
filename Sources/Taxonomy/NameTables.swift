// The compiled form of all names. Built once at load (a few milliseconds), then read-only.
//
//   word ──hash──► gate (2^17 bits) ──► slot table ──► entries of that hash, longest first ──► bytes compared
//
// Names of one word are filed under the hash of that word, longer names under the hash of their first two words: the
// first word alone ("data", "google", "open") would lead to a table look-up at every such word of a text.

/// Memory that the finder reads without bounds checks; every index in it was made by `init` and is valid by construction.
final class NameTables: @unchecked Sendable {
    /// One spelling. `offset` points into `folded` and `exact`, from the first word on; a lead ('.' of .NET) stands before.
    struct Entry {
        var offset: Int32
        var length: Int16
        var lead: Int8
        var rule: SpellingRule
        var skill: SkillIndex
        /// The last byte is a letter or digit; `C++` is false.
        var endsInWord: Bool
        /// A name of one letter (C, R) is stricter about its neighbours.
        var isLetter: Bool
        /// Bytes at both ends that must stand there and are not part of the name.
        var before: UInt8
        var after: UInt8
    }
    struct Slot {
        var key: UInt64 = 0
        var first: Int32 = 0
        var count: Int32 = 0
    }

    /// An entry that wins by its length and gives nothing: "go-to-market".
    static let notASkill = SkillIndex.max
    /// The first two words of a name stand at most so many bytes apart ("C++ Builder").
    static let farthestSecondWord = 3
    static let gateWords = 1 << 11

    let gateAny, gateOne, gateMore, gateTwo: UnsafeMutablePointer<UInt64>
    let slots: UnsafeMutablePointer<Slot>
    let slotMask: Int
    let entries: UnsafeMutablePointer<Entry>
    let folded, exact: UnsafeMutablePointer<UInt8>
    /// ASCII to lower case, '-' to ' ', all else itself.
    let foldTable: UnsafeMutablePointer<UInt8>

    deinit {
        for gate in [gateAny, gateOne, gateMore, gateTwo] { gate.deallocate() }
        slots.deallocate()
        entries.deallocate()
        folded.deallocate()
        exact.deallocate()
        foldTable.deallocate()
    }

    /// Precondition: each spelling has a word, and its second word is near (`Spelling.isFindable`).
    init(_ names: [(spelling: Spelling, skill: SkillIndex)]) {
        func gate() -> UnsafeMutablePointer<UInt64> {
            let p = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.gateWords)
            p.initialize(repeating: 0, count: Self.gateWords)
            return p
        }
        (gateAny, gateOne, gateMore, gateTwo) = (gate(), gate(), gate(), gate())
        foldTable = .allocate(capacity: 256)
        for b in 0..<256 { foldTable[b] = Self.fold(UInt8(b)) }

        var bytesFolded: [UInt8] = []
        var bytesExact: [UInt8] = []
        var filed: [(key: UInt64, entry: Entry)] = []
        filed.reserveCapacity(names.count)
        for name in names {
            let text = Array(name.spelling.text.utf8)
            let words = Self.words(of: text)
            precondition(!words.isEmpty && text.count < 256, "a name without a word: \(name.spelling.text)")
            let first = words[0]
            let entry = Entry(
                offset: Int32(bytesFolded.count + first.lowerBound), length: Int16(text.count - first.lowerBound),
                lead: Int8(first.lowerBound), rule: name.spelling.rule, skill: name.skill,
                endsInWord: words[words.count - 1].upperBound == text.count, isLetter: text.count == 1,
                before: UInt8(name.spelling.before), after: UInt8(name.spelling.after))
            bytesFolded += text.map(Self.fold)
            bytesExact += text
            let one = Self.key(of: text[first])
            if words.count == 1 {
                Self.set(gateOne, one)
                filed.append((one, entry))
            } else {
                precondition(
                    words[1].lowerBound - first.upperBound <= Self.farthestSecondWord, "too far: \(name.spelling.text)")
                let two = Self.pair(one, Self.key(of: text[words[1]]))
                Self.set(gateMore, one)
                Self.set(gateTwo, two)
                filed.append((two, entry))
            }
            Self.set(gateAny, one)
        }
        folded = Self.copy(bytesFolded)
        exact = Self.copy(bytesExact)

        filed.sort {
            ($0.key, -Int($0.entry.length) - Int($0.entry.lead)) < ($1.key, -Int($1.entry.length) - Int($1.entry.lead))
        }
        entries = .allocate(capacity: max(1, filed.count))
        entries.initialize(from: filed.map(\.entry), count: filed.count)
        var size = 64
        while size < filed.count * 3 { size *= 2 }
        slotMask = size - 1
        slots = .allocate(capacity: size)
        slots.initialize(repeating: Slot(), count: size)
        var i = 0
        while i < filed.count {
            var j = i
            while j < filed.count, filed[j].key == filed[i].key { j += 1 }
            var at = Int(truncatingIfNeeded: filed[i].key) & slotMask
            while slots[at].count != 0 { at = (at + 1) & slotMask }
            slots[at] = Slot(key: filed[i].key, first: Int32(i), count: Int32(j - i))
            i = j
        }
    }

    /// The entries filed under a key; an empty slot where there are none.
    @inline(__always) func slot(_ key: UInt64) -> Slot {
        var at = Int(truncatingIfNeeded: key) & slotMask
        while slots[at].count != 0 {
            if slots[at].key == key { return slots[at] }
            at = (at + 1) & slotMask
        }
        return Slot()
    }

    private static func copy(_ bytes: [UInt8]) -> UnsafeMutablePointer<UInt8> {
        let p = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
        p.initialize(from: bytes, count: bytes.count)
        return p
    }

    // MARK: Words and hashes, the same for names and texts

    static func fold(_ b: UInt8) -> UInt8 { b &- 65 < 26 ? b | 0x20 : b == 0x2D ? 0x20 : b }

    /// The stretches of word bytes; names are ASCII, so that this needs not know about other scripts.
    static func words(of text: [UInt8]) -> [Range<Int>] {
        var out: [Range<Int>] = []
        var i = 0
        while i < text.count {
            let start = i
            while i < text.count, isWord(text[i]) { i += 1 }
            if i > start { out.append(start..<i) } else { i += 1 }
        }
        return out
    }

    @inline(__always) static func isWord(_ b: UInt8) -> Bool { b >= 0x80 || (b | 0x20) &- 97 < 26 || b &- 48 < 10 }

    static func key(of word: some Collection<UInt8>) -> UInt64 {
        var bytes: UInt64 = 0
        for (i, b) in word.prefix(8).enumerated() { bytes |= UInt64(b) << (8 * i) }
        return key(bytes, word.count)
    }

    /// `bytes` holds at least the word's first 8 bytes, what follows the word is masked away. `length` > 0.
    @inline(__always) static func key(_ bytes: UInt64, _ length: Int) -> UInt64 {
        let k = (bytes | 0x2020_2020_2020_2020) & (~0 &>> UInt64(truncatingIfNeeded: 64 &- 8 &* min(length, 8)))
        let h = (k ^ UInt64(truncatingIfNeeded: length)) &* 0xBF58_476D_1CE4_E5B9
        return (h ^ h &>> 32) &* 0x94D0_49BB_1331_11EB
    }

    @inline(__always) static func pair(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let h = ((a &<< 23 | a &>> 41) ^ b) &* 0x9E37_79B9_7F4A_7C15
        return h ^ h &>> 29
    }

    @inline(__always) static func isSet(_ gate: UnsafeMutablePointer<UInt64>, _ key: UInt64) -> Bool {
        let bit = key &>> 47
        return gate[Int(truncatingIfNeeded: bit &>> 6)] &>> (bit & 63) & 1 != 0
    }

    private static func set(_ gate: UnsafeMutablePointer<UInt64>, _ key: UInt64) {
        gate[Int(key >> 53)] |= 1 << (key >> 47 & 63)
    }
}

extension Spelling {
    /// What the tables can hold: ASCII, 1 to 255 bytes, with a word, and the second word not far from the first.
    package var isFindable: Bool {
        let bytes = Array(text.utf8)
        let words = NameTables.words(of: bytes)
        guard let first = words.first, bytes.count < 256, bytes.allSatisfy({ $0 < 0x80 }), first.lowerBound < 4 else {
            return false
        }
        return words.count == 1 || words[1].lowerBound - first.upperBound <= NameTables.farthestSecondWord
    }
}
