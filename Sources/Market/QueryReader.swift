import Base
import Taxonomy

/// A question as typed, understood as far as it could be: what was not understood is marked and searched as words, so
/// that a slip never empties a page without saying so.
package struct ReadQuery: Sendable, Equatable {
    package struct Note: Sendable, Hashable {
        /// The token as it was typed, cut at 80 characters.
        package var token: String
        /// One sentence, without the token.
        package var sentence: String
        package init(_ token: String, _ sentence: String) {
            self.token = String(token.prefix(80))
            self.sentence = sentence
        }
    }
    package var query: Query
    package var notes: [Note]
    package init(query: Query, notes: [Note] = []) {
        self.query = query
        self.notes = notes
    }
}

/// Reads the query language. A pure function of text, names and the day that `posted:30d` counts from; O(bytes) but for
/// "did you mean", which looks at every skill once a bad token. Nothing here recurses.
package struct QueryReader: Sendable {
    /// Bytes that are read; what stands behind is cut off, with a note.
    package static let maxBytes = 512
    /// Terms (list values, words, phrases) that are read.
    package static let maxTerms = 32
    /// Open parentheses that are followed. Groups have no meaning (all terms must hold), so they are only noted.
    package static let maxDepth = 32

    let taxonomy: Taxonomy
    let today: Day
    private var query = Query()
    private var notes: [ReadQuery.Note] = []
    private var terms = 0
    private var depth = 0

    private init(taxonomy: Taxonomy, today: Day) {
        self.taxonomy = taxonomy
        self.today = today
    }

    package static func read(_ text: String, taxonomy: Taxonomy, today: Day) -> ReadQuery {
        var reader = QueryReader(taxonomy: taxonomy, today: today)
        var line = CleanText.line(text)
        if line.utf8.count > maxBytes {
            var end = line.utf8.index(line.startIndex, offsetBy: maxBytes)
            while end.samePosition(in: line.unicodeScalars) == nil { end = line.utf8.index(before: end) }
            line = String(line[..<end])
            reader.notes.append(.init("…", "The query has more than \(maxBytes) bytes; the rest was left out."))
        }
        reader.take(QueryToken.split(line))
        return ReadQuery(query: reader.query.canonical, notes: reader.notes)
    }

    private mutating func take(_ tokens: [QueryToken]) {
        var i = 0
        while i < tokens.count {
            let t = tokens[i]
            guard count(t) else { return }
            if let key = t.key {
                read(key, t)
                i += 1
            } else if t.isBare, !t.isNegated, let (skill, n) = skillName(at: i, tokens) {
                query.skills.append(skill.id)
                i += n
            } else {
                word(t)
                i += 1
            }
        }
        if depth > 0 { notes.append(.init("(", "Parentheses have no meaning here: every term must hold.")) }
    }

    /// False, once, where the limit is reached.
    private mutating func count(_ t: QueryToken) -> Bool {
        terms += max(t.values.count, 1)
        guard terms > Self.maxTerms else { return true }
        notes.append(.init(t.raw, "More than \(Self.maxTerms) terms; this one and the rest were left out."))
        return false
    }

    // MARK: words

    /// The longest run of up to four bare words that is the name of a skill: `ruby on rails`, `C++`, `k8s`.
    private func skillName(at i: Int, _ tokens: [QueryToken]) -> (Skill, Int)? {
        for n in stride(from: min(4, tokens.count - i), through: 1, by: -1) {
            let run = tokens[i..<i + n]
            guard run.allSatisfy({ $0.isBare && !$0.isNegated && $0.key == nil }) else { continue }
            if let skill = taxonomy.skill(named: run.map(\.word).joined(separator: " ")) { return (skill, n) }
        }
        return nil
    }

    private mutating func word(_ t: QueryToken) {
        if t.isBare {
            switch t.word {
            case "AND": return
            case "OR", "NOT", "|", "||", "&&":
                return note(
                    t, "“\(t.word)” has no meaning here: all terms must hold, a list is role:a,b, and -word leaves out."
                )
            default: break
            }
        }
        var text = t.word
        for c: Character in ["(", ")"] where t.isBare {
            let n = text.filter { $0 == c }.count
            if n > 0 { depth = min(Self.maxDepth, depth + n) }
        }
        // Names with signs mean nothing to a text index; they are skills or they are not searched.
        if Self.hasSign(text), let skill = taxonomy.skill(named: text) {
            if t.isNegated { query.withoutSkills.append(skill.id) } else { query.skills.append(skill.id) }
            return
        }
        if t.isBare, text.contains("*") {
            note(t, "A star has no meaning here: words are searched whole.")
        }
        if t.isBare { text = String(text.filter { !"()*\"".contains($0) }) }
        guard let clean = Self.searchable(text) else {
            if t.isUnclosed || !text.isEmpty { note(t, "There is no letter or digit in it to search.") }
            return
        }
        if t.isUnclosed { note(t, "The quote is not closed; it was read to the end.") }
        if t.isNegated { query.withoutWords.append(clean) } else { query.words.append(clean) }
    }

    /// With blanks single and without quotes; nil if no letter or digit is in it.
    static func searchable(_ s: String) -> String? {
        let clean = CleanText.line(String(s.filter { $0 != "\"" }))
        let trimmed = clean.split(separator: " ").joined(separator: " ")
        return trimmed.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
            ? trimmed : nil
    }

    static func hasSign(_ s: String) -> Bool { s.utf8.contains { $0 == 35 || $0 == 43 || $0 == 46 || $0 == 47 } }

    private mutating func note(_ t: QueryToken, _ sentence: String) { notes.append(.init(t.raw, sentence)) }

    /// Marks the token and searches its values as words.
    private mutating func mark(_ t: QueryToken, _ sentence: String, _ values: [String]? = nil) {
        let words = (values ?? t.values).compactMap(Self.searchable)
        note(t, sentence + (words.isEmpty ? "" : " It was searched as words."))
        if t.isNegated { query.withoutWords += words } else { query.words += words }
    }

    // MARK: keys

    private mutating func read(_ name: String, _ t: QueryToken) {
        guard let key = QueryKey.named(name.lowercased()) else {
            return mark(
                t, "There is no key “\(name.prefix(40))”; the nearest is “\(QueryKey.nearest(to: name.lowercased()))”.")
        }
        guard !t.values.isEmpty else { return note(t, "Nothing stands behind the colon.") }
        if t.isNegated, key != .skill, key != .has { return mark(t, "Only skills, words and has:pay can be left out.") }
        switch key {
        case .skill: skills(t)
        case .role: each(t, "role", RoleFamily.allCases.map(\.id), { RoleFamily(id: $0) }, \.roles)
        case .practice: each(t, "practice", Practice.allCases.map(\.id), { Practice(id: $0) }, \.practices)
        case .seniority: each(t, "seniority", Seniority.allCases.map(\.id), { Seniority(id: $0) }, \.seniorities)
        case .mode: each(t, "way of working", WorkMode.allCases.map(\.id), { WorkMode(id: $0) }, \.modes)
        case .oncall: each(t, "answer", OnCall.allCases.map(\.id), { OnCall(id: $0) }, \.onCall)
        case .remote: remote(t)
        case .place: places(t)
        case .company: query.companies += t.values.compactMap { $0.isEmpty ? nil : $0 }
        case .board: query.boards += t.values.compactMap { $0.isEmpty ? nil : $0 }
        case .pay: pay(t)
        case .has: has(t)
        case .posted: posted(t)
        case .open:
            switch t.values[0].lowercased() {
            case "yes", "open", "true": query.isOpen = true
            case "no", "closed", "false": query.isOpen = false
            default: mark(t, "open: takes yes or no.")
            }
        case .scope:
            if let s = Query.Scope(rawValue: t.values[0].lowercased()) {
                query.scope = s
            } else {
                note(t, "scope: takes read, appeared or panel.")
            }
        case .sort:
            if let s = Query.Sort(rawValue: t.values[0].lowercased()) {
                query.sort = s
            } else {
                note(t, "sort: takes newest, relevance or pay.")
            }
        }
    }

    private mutating func each<V>(
        _ t: QueryToken, _ noun: String, _ names: [String], _ make: (String) -> V?, _ path: WritableKeyPath<Query, [V]>
    ) {
        for value in t.values {
            if let v = make(value.lowercased()) {
                query[keyPath: path].append(v)
            } else {
                mark(
                    t,
                    "There is no \(noun) “\(value.prefix(40))”; the nearest is “\(QueryKey.nearest(to: value.lowercased(), among: names))”.",
                    [value])
            }
        }
    }

    private mutating func skills(_ t: QueryToken) {
        for value in t.values {
            if let s = taxonomy.skill(id: value.lowercased()) ?? taxonomy.skill(named: value) {
                if t.isNegated { query.withoutSkills.append(s.id) } else { query.skills.append(s.id) }
                continue
            }
            let word = value.lowercased()
            let near = taxonomy.skills.lazy.map { (EditDistance.between($0.id, word), $0.id) }.min { $0 < $1 }
            let hint = near.flatMap { $0.0 <= max(1, word.utf8.count / 3) ? "; did you mean “\($0.1)”" : nil } ?? ""
            mark(t, "There is no skill “\(value.prefix(40))” in the list of names\(hint).", [value])
        }
    }

    private mutating func remote(_ t: QueryToken) {
        for value in t.values {
            switch value.lowercased() {
            case "yes", "true": query.modes += Query.remoteModes
            case "no", "false": query.modes += [.onsite, .hybrid]
            case let word:
                if let m = WorkMode(id: word) {
                    query.modes.append(m)
                } else {
                    mark(t, "remote: takes yes, no, hybrid or unstated.", [value])
                }
            }
        }
    }

    private mutating func places(_ t: QueryToken) {
        for value in t.values {
            if let c = Country(value.uppercased()) {
                query.countries.append(c)
            } else {
                mark(t, "A place is the two letters of a country, as in place:DE.", [value])
            }
        }
    }

    private mutating func has(_ t: QueryToken) {
        switch t.values[0].lowercased() {
        case "pay": query.payStated = !t.isNegated
        case "nopay", "no-pay": query.payStated = t.isNegated
        case "oncall", "on-call":
            if t.isNegated { query.onCall.append(.unstated) } else { query.onCall += [.yes, .no] }
        default: mark(t, "has: takes pay or oncall.")
        }
    }

    /// `80000EUR`, `80kEUR`, `EUR80,000`, `€80k`.
    private mutating func pay(_ t: QueryToken) {
        let text = t.values.joined()
        switch text.lowercased() {
        case "yes", "stated": query.payStated = true
        case "no", "unstated": query.payStated = false
        default:
            if let m = Self.money(text) { query.payFloor = m } else { mark(t, "Pay is written like pay>=80000EUR.") }
        }
    }

    static func money(_ text: String) -> Money? {
        var digits: [UInt8] = []
        var letters: [UInt8] = []
        var symbol: Currency?
        for u in text.unicodeScalars {
            switch u {
            case "0"..."9": digits.append(UInt8(u.value))
            case ".": digits.append(46)
            case ",", "_", " ", "'", "=", ">": continue
            case "a"..."z": letters.append(UInt8(u.value) - 32)
            case "A"..."Z": letters.append(UInt8(u.value))
            case "€": symbol = .eur
            case "$": symbol = .usd
            case "£": symbol = .gbp
            default: return nil
            }
        }
        // At most nine digits before the point: no year of work is paid a billion.
        guard !digits.isEmpty, digits.count <= 12, var amount = Double(String(decoding: digits, as: UTF8.self)) else {
            return nil
        }
        if letters.first == 75, letters.count == 4 || letters.count == 1 {
            letters.removeFirst()
            amount *= 1000
        }
        let stated = letters.isEmpty ? symbol : Currency(String(decoding: letters, as: UTF8.self))
        guard let currency = stated, symbol == nil || symbol == currency, amount > 0, amount < 1e9 else { return nil }
        return Money(amount, currency)
    }

    /// `30d`, `6w`, `12m`, `1y`, `2026-10`, `2026-10-01..2026-10-31`, `2026-10-01..`, `..2026-10-31`.
    private mutating func posted(_ t: QueryToken) {
        let text = t.values.joined(separator: ",").lowercased()
        if let back = Self.daysBack(text) {
            query.from = today + -back
            return
        }
        let ends: [String]
        if let dots = Self.position(of: "..", in: text) {
            ends = [String(text[..<dots]), String(text[text.index(dots, offsetBy: 2)...])]
        } else {
            ends = [text, text]
        }
        let from = Self.range(ends[0])?.from
        let to = Self.range(ends[1])?.to
        guard from != nil || ends[0].isEmpty, to != nil || ends[1].isEmpty, from != nil || to != nil else {
            return mark(t, "A time is written like posted:30d or posted:2026-10-01..2026-10-31.")
        }
        query.from = from ?? query.from
        query.to = to ?? query.to
    }

    private static func position(of needle: String, in s: String) -> String.Index? {
        var i = s.startIndex
        while i < s.endIndex {
            if s[i...].hasPrefix(needle) { return i }
            i = s.index(after: i)
        }
        return nil
    }

    private static func daysBack(_ s: String) -> Int? {
        guard let unit = s.last, let n = Int(s.dropLast()), (1...3660).contains(n) else { return nil }
        switch unit {
        case "d": return n
        case "w": return n * 7
        case "m": return n * 365 / 12
        case "y": return n <= 60 ? n * 365 : nil
        default: return nil
        }
    }

    /// A day, a month or a year, from its first day to its last.
    private static func range(_ s: String) -> (from: Day, to: Day)? {
        if s.utf8.count == 10, let d = Day(iso: s) { return (d, d) }
        if let m = Month(iso: s) { return (m.first, m.last) }
        if s.utf8.count == 4, let y = Int(s), let a = Day(year: y, month: 1, day: 1),
            let b = Day(year: y, month: 12, day: 31)
        {
            return (a, b)
        }
        return nil
    }
}
