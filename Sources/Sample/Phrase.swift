/// A sentence with gaps, cut once into literals and slots, so that filling it is a copy of bytes.
struct Phrase: Sendable {
    /// What a gap is filled with. The raw value is the word between braces.
    enum Slot: String, CaseIterable, Sendable {
        case company = "co", product, domain, size, city, country, title, object = "obj"
        case skill = "s", skillPair = "s2", skillTriple = "s3", skillList = "list"
        case low = "lo", high = "hi", lowThousands = "kl", highThousands = "kh", lowNumber = "nl", highNumber = "nh"
        case currency = "cur", person, mail, phone
        var index: Int { Slot.positions[self] ?? 0 }
        private static let positions = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
    }

    /// One more than slots: literal, slot, literal, …
    let literals: [[UInt8]]
    /// Positions in `Filling.values`.
    let slots: [Int]

    /// Precondition: each word in braces is a slot.
    init(_ text: String) {
        var literals: [[UInt8]] = [[]]
        var slots: [Int] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            literals[literals.count - 1] += Array(rest[..<open].utf8)
            guard let slot = Slot(rawValue: String(rest[rest.index(after: open)..<close])) else {
                preconditionFailure("no such gap in: \(text)")
            }
            slots.append(slot.index)
            literals.append([])
            rest = rest[rest.index(after: close)...]
        }
        literals[literals.count - 1] += Array(rest.utf8)
        self.literals = literals
        self.slots = slots
    }

    func has(_ slot: Slot) -> Bool { slots.contains(slot.index) }

    /// Appends the filled sentence; with `asClause` its first letter is made small ("You will " + clause).
    func write(_ filling: Filling, to out: inout [UInt8], asClause: Bool = false) {
        let start = out.count
        out.append(contentsOf: literals[0])
        for (i, slot) in slots.enumerated() {
            out.append(contentsOf: filling.values[slot])
            out.append(contentsOf: literals[i + 1])
        }
        if asClause, start < out.count, (65...90).contains(out[start]) { out[start] += 32 }
    }
}

/// What the gaps of one text are filled with.
struct Filling: Sendable {
    var values = [[UInt8]](repeating: [], count: Phrase.Slot.allCases.count)
    subscript(_ slot: Phrase.Slot) -> [UInt8] {
        get { values[slot.index] }
        set { values[slot.index] = newValue }
    }
    mutating func set(_ slot: Phrase.Slot, _ text: String) { values[slot.index] = Array(text.utf8) }
}

/// One phrase a line; surrounding blanks do not count.
func phrases(_ text: String) -> [Phrase] { lines(text).map { Phrase($0) } }

func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { SkillBook.trimmed($0) }.filter { !$0.isEmpty }
}
