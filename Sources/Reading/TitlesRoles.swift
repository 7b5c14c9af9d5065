import Base
import Sources
import Taxonomy

/// The roles that a posting offers: its title field, or the header line and lists of a forum post (codebook, section 3).
extension TitleReader {
    /// Roles kept of one posting.
    static let roleLimit = 24

    static func roles(_ words: borrowing FactText, _ text: ReadText, _ posting: Posting?) -> [RoleFact] {
        let line = text.lines.first { $0.kind == .title }?.span
        if let title = posting?.title ?? line.map({ text.words($0) }), title.contains(where: { !$0.isWhitespace }) {
            let clean = CleanText.line(title)
            let (family, level) = classify(FactText(clean), body: words, lines: text.lines)
            return [RoleFact(title: clean, span: line, family: family, seniority: level)]
        }
        let listed = list(words, text)
        var found = listed.count >= 2 ? listed : header(words, text)
        if found.isEmpty { found = listed }
        if found.isEmpty { found = prose(words) }
        if found.count == 1 {
            if found[0].family == .software, let f = TitleNarrowing.family(words, from: .software) {
                found[0].family = f
            }
            if found[0].seniority == .unstated { found[0].seniority = SeniorityReader.inText(words) }
        }
        return Array(found.prefix(roleLimit))
    }

    // MARK: header

    /// Roles of the first line: "Company | Role, Role & Role | Place | REMOTE".
    private static func header(_ words: borrowing FactText, _ text: ReadText) -> [RoleFact] {
        guard let line = text.lines.first(where: { Int($0.span.start) >= text.bodyStart }) else { return [] }
        var out: [RoleFact] = []
        let parts = HeaderLine.segments(words, line.span)
        for (n, part) in parts.enumerated() where n > 0 || parts.count == 1 {
            if part.count > 24 && parts.count > 1 { continue }
            for piece in HeaderLine.pieces(words, part) {
                if let role = role(words, piece) { out.append(role) }
                if out.count >= roleLimit { return out }
            }
        }
        return out
    }

    /// A role if the tokens name one; nil for a place, a company or a mode.
    private static func role(_ words: borrowing FactText, _ r: Range<Int>) -> RoleFact? {
        guard !r.isEmpty, r.count <= 14 else { return nil }
        let span = words.span(r.lowerBound, r.upperBound - 1)
        let title = FactText(words.written(span))
        guard namesRole(title), !HeaderLine.isCount(title) else { return nil }
        let family = family(of: title)
        let known = family == .unknown ? RoleFamily.notIT : family
        return RoleFact(
            title: CleanText.line(words.written(span)), span: span, family: known,
            seniority: SeniorityReader.inTitle(title, family: known))
    }

    // MARK: lists

    /// Lines of the body that begin with a title: "- Staff Engineer (remote): …", "1) Founding Engineer – …".
    private static func list(_ words: borrowing FactText, _ text: ReadText) -> [RoleFact] {
        var out: [RoleFact] = []
        var isFirst = true
        for line in text.lines where Int(line.span.start) >= text.bodyStart {
            if isFirst {
                isFirst = false
                continue
            }
            guard out.count < roleLimit, let r = HeaderLine.title(words, line.span), let role = role(words, r) else {
                continue
            }
            if out.contains(where: { $0.title == role.title }) { continue }
            out.append(withYears(role, words, line.span))
        }
        return out
    }

    /// A level by the years that the same line asks (S4).
    private static func withYears(_ role: RoleFact, _ words: borrowing FactText, _ line: ByteSpan) -> RoleFact {
        guard role.seniority == .unstated else { return role }
        var role = role
        var fact = TermsFact()
        var part = FactText(words.written(line))
        FactCues.find(in: &part)
        TermsNumbers.readYears(part, &fact)
        if let y = fact.yearsMin { role.seniority = SeniorityReader.ofYears(y) }
        return role
    }

    /// "Founding Engineer (Full-Stack)": the bracket right after belongs to the title.
    private static func withBracket(_ end: Int, _ s: Range<Int>, _ words: borrowing FactText) -> Int {
        guard end < s.upperBound, words.tokens[end].gap.contains(.open) else { return end }
        for k in end..<min(s.upperBound, end + 5) where words.gap(after: k).contains(.close) { return k + 1 }
        return end
    }

    /// The first role's noun with the capitalised words before it, where nothing says that somebody is sought.
    private static func anyNoun(_ words: borrowing FactText) -> [RoleFact] {
        for k in 0..<words.tokens.count where HeaderLine.isNoun(words.tokens[k].hash) && words.tokens[k].isCapital {
            let s = words.sentence(of: k)
            var low = k
            while low > s.lowerBound, k - low < 5, words.tokens[low - 1].isCapital,
                words.tokens[low].gap.isSubset(of: [.space, .dash, .slash])
            { low -= 1 }
            if low < k, let found = role(words, low..<k + 1) { return [found] }
        }
        for k in 0..<words.tokens.count where HeaderLine.isNoun(words.tokens[k].hash) {
            if let found = role(words, k..<k + 1) { return [found] }
        }
        return []
    }

    // MARK: prose

    /// "We are looking for a seasoned UI engineer": the words up to the role's noun.
    private static func prose(_ words: borrowing FactText) -> [RoleFact] {
        for i in 0..<words.tokens.count where HeaderLine.searching(words.tokens[i].hash) {
            let s = words.sentence(of: i)
            var k = i + 1
            while k < s.upperBound, k < i + 12 {
                if HeaderLine.isNoun(words.tokens[k].hash) {
                    var low = i + 1
                    while low < k, HeaderLine.isFiller(words.tokens[low].hash) { low += 1 }
                    if let found = role(words, low..<withBracket(k + 1, s, words)) { return [found] }
                }
                k += 1
            }
        }
        return anyNoun(words)
    }
}

/// How a forum post writes its first line and its lists of roles.
enum HeaderLine {
    /// Token ranges between bars, or between free dashes where there is no bar.
    static func segments(_ words: borrowing FactText, _ span: ByteSpan) -> [Range<Int>] {
        let first = words.token(at: Int(span.start)), end = words.token(at: Int(span.end))
        guard first < end else { return [] }
        let hasBar = (first + 1..<max(first + 1, end)).contains { words.tokens[$0].gap.contains(.bar) }
        var out: [Range<Int>] = []
        var from = first
        for i in first..<end where i > from {
            let g = words.tokens[i].gap
            if hasBar ? g.contains(.bar) : g.contains(.dash) && g.contains(.space) || g.contains(.stop) {
                out.append(from..<i)
                from = i
            }
        }
        out.append(from..<end)
        return out
    }

    /// The single titles of a list: parted by commas, "&", "+", "and", "/" with blanks; a level or field without a noun
    /// takes the noun of the last ("AI, Frontend, Platform Engineers").
    static func pieces(_ words: borrowing FactText, _ r: Range<Int>) -> [Range<Int>] {
        var out: [Range<Int>] = []
        var from = r.lowerBound
        for i in r where i > from {
            let g = words.tokens[i].gap
            let parts = !g.isDisjoint(with: [.comma, .amp, .plus, .semicolon]) && !g.contains(.open)
            let word = joins.value(words.tokens[i].hash) != 0
            if parts || word {
                out.append(from..<i)
                from = word ? i + 1 : i
            }
        }
        if from < r.upperBound { out.append(from..<r.upperBound) }
        // "Software Engineer, Full Stack": a part without a noun after one with a noun narrows it, unless a list follows.
        var joined: [Range<Int>] = []
        for p in out {
            let named = p.contains { isNoun(words.tokens[$0].hash) }
            if !named, let last = joined.last, last.contains(where: { isNoun(words.tokens[$0].hash) }),
                last.upperBound == p.lowerBound, out.count == 2
            {
                joined[joined.count - 1] = last.lowerBound..<p.upperBound
            } else {
                joined.append(p)
            }
        }
        return joined
    }
    private static let joins = WordMarks(["and und et y och en e": 1])

    /// The title with which a line begins, if it begins with one: capitalised words up to a colon, dash, bracket or link.
    static func title(_ words: borrowing FactText, _ span: ByteSpan) -> Range<Int>? {
        var i = words.token(at: Int(span.start))
        let end = words.token(at: Int(span.end))
        while i < end, words.tokens[i].kind == .number, i < words.token(at: Int(span.start)) + 1 { i += 1 }
        let first = i
        guard first < end, words.tokens[first].isCapital || words.tokens[first].isUpper else { return nil }
        if verbs.value(words.tokens[first].hash) != 0 { return nil }
        var noun = -1
        var depth = 0
        while i < end, i < first + 14 {
            let t = words.tokens[i]
            if i > first {
                if t.gap.contains(.close) { depth = 0 }
                let dash = t.gap.contains(.dash) && t.gap.contains(.space)
                if t.gap.contains(.stop) || t.gap.contains(.colon) && !isField(i, words, end) || t.gap.contains(.bar)
                    || t.gap.contains(.other) && noun >= 0 && !t.gap.contains(.space)
                {
                    break
                }
                if t.gap.contains(.open) { depth = 1 }
                if dash, noun >= 0, !isField(i, words, end) { break }
                if t.hash == http || t.kind == .sign || t.kind == .number && noun >= 0 { break }
            }
            if depth == 0, isNoun(t.hash), t.isCapital || t.isUpper { noun = i }
            if depth == 0, noun < 0, !t.isCapital, small.value(t.hash) == 0 { return nil }
            if depth == 0, noun >= 0, !t.isCapital, t.kind == .word, small.value(t.hash) == 0 { break }
            i += 1
        }
        guard noun >= 0, i > first, i - first <= 12 else { return nil }
        // What follows must part the title from its text; a sentence that merely begins with capitals is none.
        if i < end {
            let g = words.tokens[i].gap
            let parted =
                !g.isDisjoint(with: [.dash, .colon, .open, .close, .bar, .stop, .other, .comma])
                || words.tokens[i].hash == http || words.tokens[i].kind != .word
            if !parted { return nil }
        }
        return first..<i
    }

    /// After a dash or colon: up to five capitalised words and then the line ends (a field of the title, not its text).
    private static func isField(_ i: Int, _ words: borrowing FactText, _ end: Int) -> Bool {
        var k = i
        while k < end, k < i + 7 {
            let t = words.tokens[k]
            if t.hash == http || k > i && !t.gap.isDisjoint(with: [.open, .other]) { return k > i }
            if t.kind == .sign || t.kind == .number { return false }
            if !t.isCapital, small.value(t.hash) == 0 { return false }
            k += 1
        }
        return k == end
    }

    static func isNoun(_ h: UInt64) -> Bool { nouns.value(h) != 0 }
    static func searching(_ h: UInt64) -> Bool { search.value(h) != 0 }
    static func isFiller(_ h: UInt64) -> Bool { fillers.value(h) != 0 }

    /// "3 open roles", "Multiple positions": a sum, no title.
    static func isCount(_ title: borrowing FactText) -> Bool {
        title.tokens.contains { counts.value($0.hash) != 0 }
    }

    private static let http = FactText.hash("https")
    private static let counts = WordMarks(["multiple various several many roles positions openings jobs": 1])
    private static let small = WordMarks([
        "of for in and the a to with de la und für i og et or on at software product senior staff engineer developer": 1
    ])
    private static let verbs = WordMarks([
        "work working join build you we our our help collaborate partner meet talk email contact apply report reports reporting lead leading mentor manage managing hire hiring hi looking about if as experience experienced strong great":
            1
    ])
    private static let fillers = WordMarks([
        "for a an our to new another more few some talented rare the hire of exceptional great seasoned turn around strong experienced passionate your next first":
            1
    ])
    private static let search = WordMarks([
        "looking hiring seeking seek hire recruiting suchen cherchons recherchons buscamos soker zoeken need": 1
    ])
    private static let nouns = WordMarks([
        """
        engineer engineers developer developers designer designers manager managers architect architects analyst analysts eng
        scientist scientists researcher researchers programmer programmers sre sres swe swes cto ems lead pms pm tester aes ae
        administrator administrators consultant consultants specialist specialists expert experts director intern interns writer
        executive executives representative recruiter marketer head devops sdet operator generalist officer devs dev fde fdes
        hackers hacker founder technician strategist advocate owner entwickler utvecklare developpeur
        """: 1
    ])
}
