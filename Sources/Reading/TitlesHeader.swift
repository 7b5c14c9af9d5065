import Base
import Taxonomy

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

    /// A part of a list of roles and what parts it from the one before.
    struct Piece {
        var tokens: Range<Int>
        /// A comma or semicolon; otherwise "&", "+", "and" or a free slash.
        var afterComma: Bool
    }

    /// The parts of a list, brackets left whole: parted by "&", "+", "and", "or", "/" with blanks and, if `commas`, by commas.
    static func pieces(_ words: borrowing FactText, _ r: Range<Int>, commas: Bool) -> [Piece] {
        var out: [Piece] = []
        var from = r.lowerBound
        var afterComma = false
        var depth = 0
        for i in r where i > r.lowerBound {
            let g = words.tokens[i].gap
            if g.contains(.close) { depth = 0 }
            let comma = commas && !g.isDisjoint(with: [.comma, .semicolon])
            let sign =
                g.contains(.amp) && g.contains(.space) || g.contains(.slash) && g.contains(.space)
                || g.contains(.plus) && g.contains(.space) && words.tokens[i - 1].high - words.tokens[i - 1].low > 1
                    && words.tokens[i - 1].kind == .word
            let word = joins.value(words.tokens[i].hash) != 0
            if depth == 0, !g.contains(.open) || g.contains(.close), comma || sign || word {
                if from < i { out.append(Piece(tokens: from..<i, afterComma: afterComma)) }
                from = word ? i + 1 : i
                afterComma = comma && !sign && !word
            }
            if g.contains(.open) { depth = 1 }
        }
        if from < r.upperBound { out.append(Piece(tokens: from..<r.upperBound, afterComma: afterComma)) }
        return out
    }
    private static let joins = WordMarks(["and und et y och en e or oder ou eller": 1])

    /// The items of the bracket after a plural noun: "Engineers (Backend, Platform)".
    static func bracket(_ words: borrowing FactText, _ r: Range<Int>) -> [Range<Int>] {
        guard let open = r.dropFirst().first(where: { words.tokens[$0].gap.contains(.open) }) else { return [] }
        var out: [Range<Int>] = []
        var from = open
        for i in open..<r.upperBound where i > open {
            let g = words.tokens[i].gap
            if g.contains(.close) {
                out.append(from..<i)
                return out
            }
            if g.contains(.comma) {
                out.append(from..<i)
                from = i
            }
        }
        out.append(from..<r.upperBound)
        return out
    }

    /// The title with which a line begins, if it begins with one: words in capitals up to a colon, dash, bracket or link.
    static func title(_ words: borrowing FactText, _ span: ByteSpan, isItem: Bool) -> Range<Int>? {
        var i = words.token(at: Int(span.start))
        let end = words.token(at: Int(span.end))
        if i < end, words.tokens[i].kind == .number { i += 1 }
        let first = i
        guard first < end, verbs.value(words.tokens[first].hash) == 0 else { return nil }
        if !isNamelike(first, words) { return isItem ? lowerTitle(words, first..<end) : nil }
        var noun = -1
        var depth = 0
        while i < end, i < first + 16 {
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
                if isLink(t.hash) || t.kind == .sign || t.kind == .number && noun >= 0 && depth == 0 { break }
            }
            if depth == 0, isNoun(t.hash), t.isCapital || t.isUpper || noun < 0 { noun = i }
            if depth == 0, noun < 0, !isNamelike(i, words), small.value(t.hash) == 0 {
                return isItem ? lowerTitle(words, first..<end) : nil
            }
            if depth == 0, noun >= 0, noun != i, !isNamelike(i, words), t.kind == .word, small.value(t.hash) == 0 {
                break
            }
            i += 1
        }
        guard noun >= 0, i > first, i - first <= 15 else { return nil }
        // What follows must part the title from its text; a sentence that merely begins with capitals is none.
        if i < end {
            let g = words.tokens[i].gap
            let parted =
                !g.isDisjoint(with: [.dash, .colon, .open, .close, .bar, .stop, .other, .comma])
                || isLink(words.tokens[i].hash) || words.tokens[i].kind != .word
            if !parted { return nil }
        }
        return first..<i
    }

    /// An item in small letters: "- backend engineer (Go)", short enough to be no sentence.
    private static func lowerTitle(_ words: borrowing FactText, _ r: Range<Int>) -> Range<Int>? {
        guard let noun = r.prefix(5).first(where: { isNoun(words.tokens[$0].hash) }), r.count <= 10 else { return nil }
        if noun + 1 < r.upperBound,
            words.tokens[noun + 1].gap.isDisjoint(with: [.dash, .colon, .open, .comma, .bar, .stop, .other])
        {
            return nil
        }
        return r.lowerBound..<noun + 1
    }

    /// After a dash or colon: capitalised words and then a sign or the line's end (a field of the title, not its text).
    private static func isField(_ i: Int, _ words: borrowing FactText, _ end: Int) -> Bool {
        var k = i
        while k < end, k < i + 7 {
            let t = words.tokens[k]
            if isLink(t.hash) || t.kind != .word { return k > i }
            if k > i,
                !t.gap.isDisjoint(with: [.open, .close, .other, .colon, .bar])
                    || t.gap.contains(.dash) && t.gap.contains(.space)
            {
                return true
            }
            if !isNamelike(k, words), small.value(t.hash) == 0 { return false }
            k += 1
        }
        return k == end
    }

    /// Begins with a capital, or holds one ("iOS").
    private static func isNamelike(_ i: Int, _ words: borrowing FactText) -> Bool {
        let t = words.tokens[i]
        return t.isCapital || t.isUpper || words.bytes[Int(t.start)..<Int(t.end)].contains { (65...90).contains($0) }
    }

    static func isNoun(_ h: UInt64) -> Bool { nouns.value(h) != 0 }
    /// More than one is sought: "engineers", "Entwickler" count as one.
    static func isPlural(_ h: UInt64) -> Bool { nouns.value(h) & 2 != 0 }
    static func isFounder(_ h: UInt64) -> Bool { founders.value(h) != 0 }
    static func searching(_ h: UInt64) -> Bool { search.value(h) != 0 }
    static func isFiller(_ h: UInt64) -> Bool { fillers.value(h) != 0 }
    static func isLink(_ h: UInt64) -> Bool { links.value(h) != 0 }
    /// A word after which prose says what the sought person is to do.
    static func endsRole(_ h: UInt64) -> Bool { ends.value(h) != 0 }
    /// "Open roles: …", "Position: …".
    static func isLabel(_ h: UInt64) -> Bool { labels.value(h) != 0 }

    /// The words sought after a token: up to a word that begins what the person is to do, a free dash or the end.
    static func sought(_ words: borrowing FactText, from start: Int, in s: Range<Int>) -> Range<Int> {
        var low = start
        while low < s.upperBound {
            let h = words.tokens[low].hash
            if h == full, low + 1 < s.upperBound, words.tokens[low + 1].hash == time {
                low += 2
            } else if isFiller(h) {
                low += 1
            } else {
                break
            }
        }
        var high = low
        var depth = 0
        while high < s.upperBound, high < low + 40 {
            let t = words.tokens[high]
            if t.gap.contains(.close) { depth = 0 }
            if high > low, t.gap.contains(.open) { depth = 1 }
            if depth == 0, high > low, endsRole(t.hash) || t.gap.contains(.dash) && t.gap.contains(.space) { break }
            high += 1
        }
        return low..<max(low, high)
    }
    private static let full = FactText.hash("full"), time = FactText.hash("time")

    /// "3 open roles", "Multiple positions": a sum, no title.
    static func isCount(_ title: borrowing FactText) -> Bool {
        title.tokens.contains { counts.value($0.hash) != 0 }
    }

    private static let founders = WordMarks(["founder cofounder": 1])
    private static let links = WordMarks(["https http www": 1])
    private static let counts = WordMarks(["multiple various several many roles positions openings jobs": 1])
    private static let labels = WordMarks([
        "roles positions openings hiring role position title vacancies jobs vacancy stellen postes puestos vagas tjanster":
            1
    ])
    private static let ends = WordMarks([
        "who to that with in at for on across which whose where from based as if because while please here willing able our we you join joining is are":
            1
    ])
    private static let small = WordMarks([
        "of for in and the a to with de la und für i og et or on at software product senior staff engineer developer team teams teamlead":
            1
    ])
    private static let verbs = WordMarks([
        "work working join build you we our help collaborate partner meet talk email contact apply report reports reporting leading mentor managing hire hiring hi looking about if as experience experienced strong great ask ping reach former ex backed founded":
            1
    ])
    private static let fillers = WordMarks([
        "for a an our to new another more few some talented rare the hire of exceptional great seasoned turn around strong experienced passionate your next first hear from someone additional two three four five several one or good excellent smart sharp skilled badass rockstar ambitious currently also fulltime and particularly":
            1
    ])
    private static let search = WordMarks([
        "looking hiring seeking seek seeks hire recruiting recruit wanted interested suchen cherchons recherchons buscamos soker zoeken procuramos need adding":
            1
    ])
    private static let nouns = WordMarks([
        """
        engineer developer designer manager architect analyst eng scientist researcher programmer sre swe sde cto em lead pm tester ae
        administrator admin consultant specialist expert director intern internship writer executive representative recruiter marketer
        head devops qa sdet operator generalist officer dev fde hacker founder cofounder technician strategist advocate owner vp
        coordinator associate assistant sysadmin accountant lawyer leadership president evangelist fellow mle dba sdr bdr gtm
        entwickler entwicklerin utvecklare developpeur developpeuse ingenieur ingenieure ingenjor ingeniero engenheiro
        desarrollador desarrolladora programador ontwikkelaar desenvolvedor analista administrateur architecte chef
        """: 1,
        """
        engineers developers designers managers architects analysts scientists researchers programmers sres swes ems ctos leads pms
        testers aes administrators admins consultants specialists experts directors interns writers executives representatives
        recruiters operators generalists devs fdes hackers technicians sysadmins owners marketers sdets dbas mles qas
        """: 3,
    ])
}
