import Base
import Foundation

/// How employers say things: families of phrases for practices, for headings and for the small words that decide whether
/// a name is asked, wished or refused. Data in `Names/{practices,headings,cues,people,languages}.tsv`, compiled once.
///
/// A line is `family TAB note TAB pattern`. A pattern is a row of elements:
/// `word` a whole word · `word*` its beginning · `a|b|c` one of several · `@name` one of a class that a line
/// `@name TAB - TAB words` defines · `?x` may be absent · `..` up to three words between · `...` up to seven ·
/// `_4` up to four · `*word` its end · `#` a number · `^` first, the sentence begins here · `$` last, it ends here. Words are
/// small letters; hyphens, slashes and apostrophes in the text separate words ("on-call" is `on call`, "you'll" is `you ll`).
package struct PhraseBook: Sendable {
    package struct Element: Sendable {
        package var symbol: UInt16
        /// Words that may stand between the element before and this one.
        package var gap: UInt8
        package var isOptional: Bool
    }

    package struct Phrase: Sendable {
        package var family: UInt16
        package var note: UInt8
        package var first: UInt32
        package var count: UInt8
        package var atStart: Bool
        package var atEnd: Bool
    }

    /// What is known of a word: the elements that it can be, and the languages that it speaks for.
    package struct Word: Sendable {
        package var symbols: [UInt16]
        package var languages: UInt16
    }

    package private(set) var phrases: [Phrase] = []
    package private(set) var elements: [Element] = []
    package private(set) var families: [String] = []
    package private(set) var notes: [String] = []
    package private(set) var languages: [String] = []
    /// A phrase that can begin with a symbol, with what must follow at once (so that most are refused by one look).
    package struct Start: Sendable {
        package var phrase: UInt32
        /// The symbol of the next word, where one must follow at once.
        package var next: UInt16
        /// What must occur somewhere in the sentence, as `SymbolSum`.
        package var needs: SymbolSum
        package var isSingle: Bool
        package var atStart: Bool
        /// No symbol has this number.
        package static let none = UInt16.max
    }
    package private(set) var starting: [[Start]] = []
    /// How many symbols there are.
    package var symbolCount: Int { starting.count }
    /// Words of 64 bits that a set of symbols takes.
    package var symbolWords: Int { (symbolCount + 63) / 64 }
    /// Changes with every change of the phrases.
    package private(set) var version = ""
    private var familyIDs: [String: UInt16] = [:]
    private var exact: [UInt64: [UInt16]] = [:]
    private var prefixes: [UInt64: [UInt16]] = [:]
    private var prefixLengths: [Int] = []
    private var suffixes: [UInt64: [UInt16]] = [:]
    private var suffixLengths: [Int] = []
    private var numbers: [UInt16] = []
    private var spoken: [UInt64: UInt16] = [:]

    /// The book that ships. The data files are part of the program, so a fault in them is ours.
    package static let standard: PhraseBook = {
        do {
            return try PhraseBook(folder: Taxonomy.namesFolder)
        } catch {
            preconditionFailure("the phrase files do not load: \(error)")
        }
    }()

    package init(folder: String) throws(Fault) {
        func text(_ name: String) throws(Fault) -> String {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name).tsv") else {
                throw Fault(.notFound, "a file of phrases is missing", at: "\(folder)/\(name).tsv")
            }
            return String(decoding: data, as: UTF8.self)
        }
        try self.init(
            phrases: [text("practices"), text("headings"), text("cues"), text("people")], languages: text("languages"))
    }

    /// From the text of phrase files and of the file of languages (`code TAB words`).
    package init(phrases files: [String], languages file: String) throws(Fault) {
        var compiler = Compiler()
        for f in files { try compiler.read(f) }
        self.init(compiler)
        var sum = Self.hash(file.utf8)
        for f in files { sum = (sum ^ Self.hash(f.utf8)) &* 0x100_0000_01B3 }
        version = String(UInt32(truncatingIfNeeded: sum ^ sum >> 32), radix: 36)
        for line in file.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: "\t")
            guard parts.count == 2, languages.count < 16 else {
                throw Fault(.corrupt, "a line of languages has two fields", at: String(line))
            }
            let bit = UInt16(1) << UInt16(languages.count)
            languages.append(String(parts[0]))
            for w in parts[1].split(separator: " ") { spoken[Self.hash(w.utf8), default: 0] |= bit }
        }
    }

    /// From lists of patterns, one a line; a list's family is its tag. The first element of a pattern must stand.
    package init(lists: [(family: String, patterns: String)]) throws(Fault) {
        var compiler = Compiler()
        for list in lists {
            for line in list.patterns.split(separator: "\n") where line.contains(where: { $0 != " " }) {
                let first = compiler.elements.count
                try compiler.phrase(family: list.family, note: "-", pattern: String(line))
                compiler.elements[first].isOptional = false
            }
        }
        self.init(compiler)
    }

    private init(_ compiler: Compiler) {
        phrases = compiler.phrases
        elements = compiler.elements
        families = compiler.families
        notes = compiler.notes
        familyIDs = compiler.familyIDs
        exact = compiler.exact
        prefixes = compiler.prefixes
        prefixLengths = compiler.prefixLengths.sorted()
        suffixes = compiler.suffixes
        suffixLengths = compiler.suffixLengths.sorted()
        numbers = compiler.numbers
        starting = Array(repeating: [], count: compiler.symbolIDs.count + 1)
        for (i, p) in phrases.enumerated() {
            let all = elements[Int(p.first)..<Int(p.first) + Int(p.count)]
            var e = all.startIndex
            func start(_ isFirst: Bool) -> Start {
                let later = all[(e + 1)...]
                let isPlain = isFirst && !all[e].isOptional && later.first.map { !$0.isOptional && $0.gap == 0 } ?? true
                let next = isPlain ? later.first?.symbol : nil
                let needed = later.dropFirst(next == nil ? 0 : 1).filter { !$0.isOptional }.map(\.symbol)
                return Start(
                    phrase: UInt32(i), next: next ?? Start.none, needs: SymbolSum(needed),
                    isSingle: isPlain && all.count == 1 && !p.atEnd, atStart: p.atStart)
            }
            starting[Int(all[e].symbol)].append(start(true))
            while all[e].isOptional, e + 1 < all.endIndex {
                e += 1
                starting[Int(all[e].symbol)].append(start(false))
            }
        }
    }

    /// Nil for a family that no line has; asking for one is done at start only.
    package func family(_ name: String) -> UInt16? { familyIDs[name] }

    /// FNV-1a, 64 bits, of the small letters.
    package static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
        var h = seed
        for c in word { h = mixed(h, c) }
        return h
    }

    package static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    @inline(__always) package static func mixed(_ h: UInt64, _ c: UInt8) -> UInt64 {
        (h ^ UInt64(c)) &* 0x100_0000_01B3
    }

    /// What is known of a word given in small letters. Cost: as many look-ups as there are lengths of beginnings;
    /// readers remember the answer.
    package func word(_ letters: UnsafeBufferPointer<UInt8>) -> Word {
        var symbols: [UInt16] = []
        let h = Self.hash(letters)
        if let found = exact[h] { symbols += found }
        for n in prefixLengths {
            guard n <= letters.count else { break }
            if let found = prefixes[Self.hash(letters[0..<n])] { symbols += found }
        }
        for n in suffixLengths {
            guard n <= letters.count else { break }
            if let found = suffixes[Self.hash(letters[(letters.count - n)...])] { symbols += found }
        }
        if let first = letters.first, first &- 48 < 10 { symbols += numbers }
        return Word(symbols: symbols, languages: spoken[h] ?? 0)
    }
}

/// A set of symbols in 128 bits, two bits a symbol: what is not in it is not in the set. Tells of nearly every phrase that
/// it cannot stand in a sentence, at the price of one comparison.
package struct SymbolSum: Sendable, Equatable {
    package var low: UInt64 = 0
    package var high: UInt64 = 0

    package init() {}

    package init(_ symbols: some Sequence<UInt16>) {
        for s in symbols {
            let h = UInt64(s) &* 0x9E37_79B9_7F4A_7C15
            low |= 1 << (h >> 58)
            high |= 1 << (h >> 52 & 63)
        }
    }
}

/// Turns lines into elements and symbols.
private struct Compiler {
    var phrases: [PhraseBook.Phrase] = []
    var elements: [PhraseBook.Element] = []
    var families: [String] = []
    var familyIDs: [String: UInt16] = [:]
    var notes: [String] = []
    var symbolIDs: [String: UInt16] = [:]
    var exact: [UInt64: [UInt16]] = [:]
    var prefixes: [UInt64: [UInt16]] = [:]
    var prefixLengths: Set<Int> = []
    var suffixes: [UInt64: [UInt16]] = [:]
    var suffixLengths: Set<Int> = []
    var numbers: [UInt16] = []
    private var classes: [String: [Substring]] = [:]

    mutating func read(_ text: String) throws(Fault) {
        for line in text.split(separator: "\n") where !line.hasPrefix("#") && !line.allSatisfy(\.isWhitespace) {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard parts.count == 3 else { throw Fault(.corrupt, "a phrase has three fields", at: String(line)) }
            if parts[0].hasPrefix("@") {
                classes[String(parts[0])] = parts[2].split(separator: " ")
            } else {
                for pattern in parts[2].split(separator: " ; ") {
                    try phrase(family: String(parts[0]), note: String(parts[1]), pattern: String(pattern))
                }
            }
        }
    }

    mutating func phrase(family: String, note: String, pattern: String) throws(Fault) {
        let id: UInt16
        if let known = familyIDs[family] {
            id = known
        } else {
            id = UInt16(families.count)
            families.append(family)
            familyIDs[family] = id
        }
        if !notes.contains(note) { notes.append(note) }
        var p = PhraseBook.Phrase(
            family: id, note: UInt8(notes.firstIndex(of: note) ?? 0), first: UInt32(elements.count), count: 0,
            atStart: false,
            atEnd: false)
        var gap: UInt8 = 0
        for part in pattern.split(separator: " ") {
            switch part {
            case "^": p.atStart = true
            case "$": p.atEnd = true
            case "..": gap = 3
            case "...": gap = 7
            case _ where part.hasPrefix("_"):
                guard let n = UInt8(part.dropFirst()) else {
                    throw Fault(.corrupt, "a gap without a number", at: pattern)
                }
                gap = n
            default:
                let isOptional = part.hasPrefix("?") || part.hasSuffix("?")
                let element = !isOptional ? part : part.hasPrefix("?") ? part.dropFirst() : part.dropLast()
                elements.append(.init(symbol: try symbol(element), gap: gap, isOptional: isOptional))
                gap = 0
                p.count += 1
            }
        }
        guard p.count > 0 else { throw Fault(.corrupt, "a phrase without a word", at: pattern) }
        phrases.append(p)
    }

    private mutating func symbol(_ element: Substring) throws(Fault) -> UInt16 {
        let key = String(element)
        if let id = symbolIDs[key] { return id }
        let id = UInt16(symbolIDs.count)
        symbolIDs[key] = id
        var words: [Substring] = []
        for w in element.split(separator: "|") {
            if w.hasPrefix("@") {
                guard let members = classes[String(w)] else { throw Fault(.corrupt, "an unknown class", at: key) }
                words += members
            } else {
                words.append(w)
            }
        }
        for w in words {
            if w == "#" {
                numbers.append(id)
            } else if w.hasPrefix("*") {
                let tail = w.dropFirst()
                suffixLengths.insert(tail.utf8.count)
                suffixes[PhraseBook.hash(tail.utf8), default: []].append(id)
            } else if w.hasSuffix("*") {
                let head = w.dropLast()
                prefixLengths.insert(head.utf8.count)
                prefixes[PhraseBook.hash(head.utf8), default: []].append(id)
            } else {
                exact[PhraseBook.hash(w.utf8), default: []].append(id)
            }
        }
        return id
    }
}
