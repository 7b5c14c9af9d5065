import Base
import Foundation
import Taxonomy

/// What a sentence asks, by the words it is made of: a linear model beside the phrase rules, for the ways of saying a thing
/// that no list of phrases foresees. Ten sums of whole numbers a sentence: one for each practice, and one (`gate`) for
/// "says something of the person at all". Data in `Names/practice-model.tsv`, made by `PracticeTraining`.
struct PracticeModel: Sendable {
    /// Lanes 0 to 8 are the practices, lane 9 the gate, the rest empty.
    typealias Row = SIMD16<Int16>
    typealias Sum = SIMD16<Int32>
    static let gate = 9
    static let outputs = 10
    /// What a weight of 1 is in the file.
    static let scale = 64
    /// How far apart two words may stand whose classes make a pair.
    static let window = 4
    /// Lengths of the beginnings of words that are features, in bytes.
    static let beginnings = 4...7
    static let subjects = ["person", "company", "neutral", "gift", "absent"]
    static let lengthStep = 5
    static let lengthLimit = 6

    let meanings: Meanings
    /// Empty for a model that has not been trained.
    private(set) var version = ""
    /// Everything below points here; row 0 is all zero.
    private(set) var rows: [Row] = [Row()]
    private(set) var bias = Row()
    private var words: [UInt64: Int32] = [:]
    private var heads: [UInt64: Int32] = [:]
    private var starts: [UInt64: Int32] = [:]
    /// Subject times class: the class alone and with the subject, in one row.
    private(set) var bySubject: [Row]
    /// Class times class.
    private(set) var pairs: [Row]
    private(set) var first: [Row]
    private(set) var subject: [Row]
    private(set) var length: [Row]
    private(set) var found: [Row]
    /// Family of phrases times note.
    private(set) var hits: [Row]
    let noteCount: Int

    /// The names of features are those that `PracticeFeatures.names` gives.
    init(_ text: String, meanings: Meanings, book: PhraseBook) throws(Fault) {
        self.meanings = meanings
        let n = meanings.classes.count
        noteCount = book.notes.count
        bySubject = Array(repeating: Row(), count: Self.subjects.count * n)
        pairs = Array(repeating: Row(), count: n * n)
        first = Array(repeating: Row(), count: n)
        subject = Array(repeating: Row(), count: Self.subjects.count)
        length = Array(repeating: Row(), count: Self.lengthLimit + 1)
        found = Array(repeating: Row(), count: Practice.allCases.count)
        hits = Array(repeating: Row(), count: book.families.count * book.notes.count)
        let classIDs = Dictionary(uniqueKeysWithValues: meanings.classes.enumerated().map { ($1, $0) })
        let familyIDs = Dictionary(uniqueKeysWithValues: book.families.enumerated().map { ($1, $0) })
        let noteIDs = Dictionary(uniqueKeysWithValues: book.notes.enumerated().map { ($1, $0) })
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            if line.first == UInt8(ascii: "#") {
                if version.isEmpty { version = String(PhraseBook.hash(text.utf8), radix: 36) }
                continue
            }
            guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else {
                throw Fault(.corrupt, "a weight has a name and numbers", at: String(Substring(line)))
            }
            let row = Self.row(line[line.index(after: tab)...])
            guard let colon = line[..<tab].firstIndex(of: UInt8(ascii: ":")) else { continue }
            let key = line[line.index(after: colon)..<tab]
            func split(_ mark: UInt8) -> (String, String)? {
                guard let at = key.firstIndex(of: mark) else { return nil }
                return (String(Substring(key[..<at])), String(Substring(key[key.index(after: at)...])))
            }
            func add(_ table: inout [UInt64: Int32]) {
                table[PhraseBook.hash(key)] = Int32(rows.count)
                rows.append(row)
            }
            let name = Substring(key)
            switch String(Substring(line[..<colon])) {
            case "bias": bias = row
            case "word": add(&words)
            case "head": add(&heads)
            case "start": add(&starts)
            case "class":
                if let c = classIDs[String(name)] { for s in 0..<Self.subjects.count { bySubject[s * n + c] &+= row } }
            case "pair":
                if let (a, b) = split(UInt8(ascii: ">")), let a = classIDs[a], let b = classIDs[b] { pairs[a * n + b] = row }
            case "who":
                if let (a, c) = split(UInt8(ascii: "+")), let s = Self.subjects.firstIndex(of: a), let c = classIDs[c] {
                    bySubject[s * n + c] &+= row
                }
            case "first": if let c = classIDs[String(name)] { first[c] = row }
            case "subject": if let s = Self.subjects.firstIndex(of: String(name)) { subject[s] = row }
            case "length": if let k = Int(name), length.indices.contains(k) { length[k] = row }
            case "found": if let p = Practice(id: name) { found[Int(p.rawValue)] = row }
            case "hit":
                if let (f, m) = split(UInt8(ascii: "/")), let f = familyIDs[f], let m = noteIDs[m] { hits[f * noteCount + m] = row }
            default: throw Fault(.corrupt, "an unknown kind of feature", at: String(Substring(line)))
            }
        }
    }

    /// `1,,-3`: the numbers of the lanes; what is empty or beyond the end is zero.
    private static func row(_ text: Substring.UTF8View) -> Row {
        var out = Row()
        var lane = 0
        var value = 0
        var isNegative = false
        for c in text {
            switch c {
            case UInt8(ascii: ","):
                if lane < outputs { out[lane] = Int16(clamping: isNegative ? -value : value) }
                (lane, value, isNegative) = (lane + 1, 0, false)
            case UInt8(ascii: "-"): isNegative = true
            default: value = value * 10 + Int(c &- 48)
            }
        }
        if lane < outputs { out[lane] = Int16(clamping: isNegative ? -value : value) }
        return out
    }

    /// The row of a word, of its beginnings together, and of the word as the first of a sentence.
    func rows(of letters: UnsafeBufferPointer<UInt8>) -> (word: Sum, start: Sum) {
        var sum = Sum()
        if let r = words[PhraseBook.hash(letters)] { sum &+= Sum(truncatingIfNeeded: rows[Int(r)]) }
        for n in Self.beginnings where Self.isBeginning(letters, n) {
            if let r = heads[PhraseBook.hash(letters[..<n])] { sum &+= Sum(truncatingIfNeeded: rows[Int(r)]) }
        }
        let start = starts[PhraseBook.hash(letters)].map { Sum(truncatingIfNeeded: rows[Int($0)]) } ?? Sum()
        return (sum, start)
    }

    /// A beginning is shorter than its word and cuts no letter in two.
    static func isBeginning(_ letters: UnsafeBufferPointer<UInt8>, _ n: Int) -> Bool {
        n < letters.count && letters[n] & 0xC0 != 0x80
    }

    /// The model that ships. The data files are part of the program, so a fault in them is ours.
    static let standard: PracticeModel = {
        do {
            return try PracticeModel(text("practice-model"), meanings: Meanings(text("meanings")), book: .standard)
        } catch {
            preconditionFailure("the model of practices does not load: \(error)")
        }
    }()

    static func text(_ name: String) -> String {
        let data = FileManager.default.contents(atPath: "\(Taxonomy.namesFolder)/\(name).tsv")
        return String(decoding: data ?? Data(), as: UTF8.self)
    }

    /// Every row of a file by the name of its feature: for explanations, which may take their time.
    static func rowsByName(_ text: String) -> [String: Row] {
        var out: [String: Row] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: "\t")
            if parts.count == 2 { out[String(parts[0])] = row(parts[1].utf8) }
        }
        return out
    }
}
