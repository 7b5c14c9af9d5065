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
    /// One table of rows after another, in the order of `Tables`; then those of words.
    private(set) var rows: [Row]
    private(set) var bias = Row()
    let tables: Tables
    /// Of a class and, in its stretch, one before it: the row of the pair.
    private(set) var pairs: [UInt16] = []
    private var words: [UInt64: Int32] = [:]
    private var heads: [UInt64: Int32] = [:]
    private var starts: [UInt64: Int32] = [:]

    /// Where each table begins in `rows`.
    struct Tables: Sendable {
        let classes: Int
        let notes: Int
        let subject = 0
        let length: Int
        let found: Int
        let first: Int
        let bySubject: Int
        /// The row of zeros: of pairs without weights.
        let zero: Int
        let hits: Int
        let end: Int

        init(classes n: Int, families: Int, notes: Int) {
            classes = n
            self.notes = notes
            length = subject + PracticeModel.subjects.count
            found = length + PracticeModel.lengthLimit + 1
            first = found + Practice.allCases.count
            bySubject = first + n
            zero = bySubject + PracticeModel.subjects.count * n
            hits = zero + 1
            end = hits + families * notes
        }
    }

    /// The names of features are those that `PracticeFeatures.names` gives.
    init(_ text: String, meanings: Meanings, book: PhraseBook) throws(Fault) {
        self.meanings = meanings
        let n = meanings.classes.count
        let tables = Tables(classes: n, families: book.families.count, notes: book.notes.count)
        self.tables = tables
        rows = Array(repeating: Row(), count: tables.end)
        pairs = Array(repeating: UInt16(tables.zero), count: n * n)
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
                if let c = classIDs[String(name)] {
                    for s in 0..<Self.subjects.count { rows[tables.bySubject + s * n + c] &+= row }
                }
            case "pair":
                if let (a, b) = split(UInt8(ascii: ">")), let a = classIDs[a], let b = classIDs[b] {
                    guard rows.count <= UInt16.max else { throw Fault(.corrupt, "too many features", at: String(name)) }
                    pairs[b * n + a] = UInt16(rows.count)
                    rows.append(row)
                }
            case "who":
                if let (a, c) = split(UInt8(ascii: "+")), let s = Self.subjects.firstIndex(of: a), let c = classIDs[c] {
                    rows[tables.bySubject + s * n + c] &+= row
                }
            case "first": if let c = classIDs[String(name)] { rows[tables.first + c] = row }
            case "subject": if let s = Self.subjects.firstIndex(of: String(name)) { rows[tables.subject + s] = row }
            case "length": if let k = Int(name), (0...Self.lengthLimit).contains(k) { rows[tables.length + k] = row }
            case "found": if let p = Practice(id: name) { rows[tables.found + Int(p.rawValue)] = row }
            case "hit":
                if let (f, m) = split(UInt8(ascii: "/")), let f = familyIDs[f], let m = noteIDs[m] {
                    rows[tables.hits + f * tables.notes + m] = row
                }
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

    /// The rows of a word and its beginnings in one sum, and that of the word as the first of a sentence.
    func rows(of letters: UnsafeBufferPointer<UInt8>) -> (word: Row, start: Row) {
        var sum = Row()
        if let r = words[PhraseBook.hash(letters)] { sum &+= rows[Int(r)] }
        for n in Self.beginnings where Self.isBeginning(letters, n) {
            if let r = heads[PhraseBook.hash(letters[..<n])] { sum &+= rows[Int(r)] }
        }
        return (sum, starts[PhraseBook.hash(letters)].map { rows[Int($0)] } ?? Row())
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
