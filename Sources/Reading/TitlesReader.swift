import Base
import Taxonomy

/// From a title to a role's family and level (codebook, sections 3 and 4).
package enum TitleReader {
    private struct Entry {
        var family: RoleFamily
        var weight: Int
    }
    private static let entries: [Entry] = {
        var out: [Entry] = []
        for p in RoleNames.phrases where !out.contains(where: { $0.family == p.family && $0.weight == p.weight }) {
            out.append(Entry(family: p.family, weight: p.weight))
        }
        return out
    }()
    private static let book = CueBook(
        RoleNames.phrases.map { p in
            (UInt8(entries.firstIndex { $0.family == p.family && $0.weight == p.weight } ?? 0), p.words)
        })

    /// Family and level of one title. `text` may narrow a general family and state a level (R1, S3, S4); empty if unknown.
    package static func classify(_ title: String, text: String = "") -> (family: RoleFamily, seniority: Seniority) {
        var body = FactText(text)
        FactCues.find(in: &body)
        return classify(FactText(title), body: body)
    }

    /// `start`: the first token of the body, before which `body` may hold the title itself.
    static func classify(_ title: borrowing FactText, body: borrowing FactText, from start: Int = 0) -> (
        family: RoleFamily, seniority: Seniority
    ) {
        var family = self.family(of: title, isTitle: true)
        if family == .software || family == .techLead || family == .unknown {
            if let narrowed = TitleNarrowing.family(body, start, from: family) { family = narrowed }
        }
        if family == .cloudArchitect, TitleNarrowing.isPresales(title, body, start) { family = .solutions }
        if family == .unknown { family = .notIT }
        var level = SeniorityReader.inTitle(title, family: family)
        if level == .unstated { level = SeniorityReader.inText(body) }
        return (family, level)
    }

    // MARK: family

    /// Unknown if no phrase of the book is in the title. `isTitle`: a title field, where "PO" is a role and no river.
    static func family(of title: borrowing FactText, isTitle: Bool = false) -> RoleFamily {
        var hits: [CueHit] = []
        book.find(in: title, 0..<title.tokens.count, into: &hits)
        if hits.isEmpty { return isTitle ? abbreviated(title) : .unknown }
        let segments = TitleReader.segments(title)
        var sure = Entry(family: .unknown, weight: 117)
        for h in hits where entries[Int(h.tag)].weight > sure.weight { sure = entries[Int(h.tag)] }
        if sure.family != .unknown { return sure.family }
        let part = headPart(hits, segments, title)
        guard let head = headEntry(hits, segments, part, title) else {
            let short = isTitle ? abbreviated(title) : .unknown
            return short != .unknown ? short : later(hits, segments, beside: part, all: true, title) ?? .unknown
        }
        if head.family == .notIT {
            let short = isTitle && head.weight <= 60 ? abbreviated(title) : .unknown
            return short != .unknown ? short : .notIT
        }
        // Goods of another trade decide wherever they stand, unless the head is of IT alone.
        if !isSurelyIT(head), !saysIT(title),
            hits.contains(where: { (112...113).contains(entries[Int($0.tag)].weight) })
        {
            return .notIT
        }
        if isVague(head), title.tokens.count > 3,
            !hits.contains(where: { entries[Int($0.tag)].family.isIT && !isVague(entries[Int($0.tag)]) })
        {
            return .notIT
        }
        if isEngineer(head) {
            // Security in brackets or after the comma decides; another field only where the head names none.
            if hits.contains(where: {
                entries[Int($0.tag)].family == .security && segments[Int($0.start)] != part
                    // "Full Stack Engineer, Security Analytics" works on the product.
                    && (head.family != .fullstack && head.family != .frontend || endsPart($0, segments, title))
            }) {
                return .security
            }
            if head.weight <= 45 || head.family == .software,
                let field = later(hits, segments, beside: part, all: false, title)
            {
                return field
            }
        }
        if head.family == .cloudArchitect, hits.contains(where: { entries[Int($0.tag)].family == .solutions }) {
            return .solutions
        }
        return head.family
    }

    /// Words that are of IT only in company: "Team Lead", "Data".
    private static func isVague(_ e: Entry) -> Bool {
        e.family == .techLead && e.weight == 44 || e.family == .dataEngineer && e.weight == 50
    }

    /// The part that names the role: the first, or, where that holds no role's noun, the first that does
    /// ("Acme Finance - Founding AI Engineer").
    private static func headPart(_ hits: [CueHit], _ segments: [Int], _ title: borrowing FactText) -> Int {
        var first = -1
        for i in 0..<title.tokens.count where HeaderLine.isNoun(title.tokens[i].hash) {
            if segments[i] == 0 { return 0 }
            if first < 0 { first = segments[i] }
        }
        guard first > 0, hits.contains(where: { segments[Int($0.start)] == first }) else { return 0 }
        // A phrase of the first part that names a person ("Nurse, ICU specialist") or reaches into the next stays the head.
        let stays = hits.contains {
            segments[Int($0.start)] == 0
                && (segments[Int($0.end) - 1] > 0 || entries[Int($0.tag)].weight >= 106
                    || entries[Int($0.tag)].family.isIT && entries[Int($0.tag)].weight >= 80)
        }
        return stays ? 0 : first
    }

    /// The heaviest entry of the part. A role's noun with its field beats a word of another trade beside it ("Payroll
    /// Software Engineer", "Engineer - Communications"), and a phrase within the part one that reaches into the next.
    private static func headEntry(_ hits: [CueHit], _ segments: [Int], _ part: Int, _ title: borrowing FactText)
        -> Entry?
    {
        guard let head = best(hits, segments, part) else { return nil }
        guard head.family == .notIT, head.weight < 120 else { return head }
        var end: Int32 = 0
        var isWord = true
        for h in hits where segments[Int(h.start)] == part && entries[Int(h.tag)].family == .notIT {
            let weight = entries[Int(h.tag)].weight
            guard weight >= 60 else { continue }
            end = max(end, h.end)
            let crosses = segments[Int(h.end) - 1] != part
            if !crosses, h.end - h.start > 1 || weight >= 106 { isWord = false }
        }
        var found: Entry?
        for h in hits where segments[Int(h.start)] == part && segments[Int(h.end) - 1] == part {
            let e = entries[Int(h.tag)]
            guard e.family != .notIT, e.weight > found?.weight ?? 36,
                HeaderLine.isNoun(title.tokens[Int(h.end) - 1].hash)
            else { continue }
            let isAfter =
                h.start >= end && h.start <= end + 1
                && (h.start == end || prepositions.value(title.tokens[Int(end)].hash) == 0)
            if isWord ? e.weight >= 70 || isAfter || e.weight == 40 : isAfter { found = e }
        }
        return found ?? head
    }
    private static let prepositions = WordMarks(["of to for in de the und and et with at": 1])

    /// A word that makes the trade one of IT whatever the goods: "IT Support, brewery".
    private static func saysIT(_ title: borrowing FactText) -> Bool {
        title.tokens.contains { $0.hash == shortIT ? $0.isUpper : itWords.value($0.hash) != 0 }
    }
    private static let shortIT = FactText.hash("it")
    private static let itWords = WordMarks([
        "ict edv software sap erp data cloud web app apps informatik informatique informatica digital cyber ux ui saas ml ai devops sre kubernetes linux database":
            1
    ])

    private static func isSurelyIT(_ e: Entry) -> Bool {
        switch e.family {
        case .backend, .frontend, .fullstack, .mobile, .dataEngineer, .dataScientist, .ml, .security, .sysadmin, .dba,
            .engineeringManager, .research:
            true
        case .software: e.weight == 40
        case .embedded, .game: e.weight >= 79
        default: false
        }
    }

    /// "EM, Growth", "PO – Checkout": roles written as capitals at the head of a title.
    private static func abbreviated(_ title: borrowing FactText) -> RoleFamily {
        for t in title.tokens.prefix(3) where t.isUpper {
            let v = Int(abbreviations.value(t.hash))
            if v > 0 { return abbreviationFamilies[v] }
        }
        return .unknown
    }
    private static let abbreviationFamilies: [RoleFamily] = [
        .unknown, .engineeringManager, .techLead, .productManager, .analyst, .ml, .dataEngineer, .dataScientist,
        .frontend,
        .backend, .projectManager, .software,
    ]
    private static let abbreviations = WordMarks([
        "em": 1, "tl": 2, "po": 3, "ba": 4, "mle": 5, "de": 6, "ds": 7, "fe": 8, "be": 9, "sm": 10, "swe": 11,
    ])

    private static func isEngineer(_ e: Entry) -> Bool {
        e.weight <= 45 || e.family == .software
            || [.backend, .frontend, .fullstack, .platform].contains(e.family) && e.weight < 82
    }

    private static func best(_ hits: [CueHit], _ segments: [Int], _ segment: Int) -> Entry? {
        var found: Entry?
        for h in hits where segments[Int(h.start)] == segment {
            let e = entries[Int(h.tag)]
            if e.weight > found?.weight ?? 0 { found = e }
        }
        return found
    }

    private static let fields: [RoleFamily] = [
        .backend, .frontend, .fullstack, .mobile, .embedded, .game, .dataEngineer, .ml, .platform, .security, .qa,
        .network, .dba,
    ]

    /// The family of the first part after the head that names one; only fields of engineers unless `all`. Of several
    /// fields in a part the last decides ("Backend Infrastructure" is infrastructure, R2).
    private static func later(
        _ hits: [CueHit], _ segments: [Int], beside head: Int, all: Bool, _ title: borrowing FactText
    )
        -> RoleFamily?
    {
        var found: Entry?
        var part = Int.max
        var end: Int32 = 0
        for h in hits where segments[Int(h.start)] != head && segments[Int(h.start)] <= part {
            let e = entries[Int(h.tag)]
            if !all, !fields.contains(e.family) || e.family == .ml && !endsPart(h, segments, title) { continue }
            let n = segments[Int(h.start)]
            let isHeavier = e.weight > found?.weight ?? 0
            if n < part || (all ? isHeavier : h.end > end || h.end == end && isHeavier) {
                found = e
                part = n
                end = h.end
            }
        }
        return found?.family
    }

    /// "Software Engineer, AI" is of the field, "Software Engineer, AI SDK" is of what it stands before.
    private static func endsPart(_ h: CueHit, _ segments: [Int], _ title: borrowing FactText) -> Bool {
        let next = Int(h.end)
        return next == title.tokens.count || segments[next] != segments[Int(h.start)]
            || vague.value(title.tokens[next].hash) != 0 || entries[Int(h.tag)].weight >= 80
    }
    private static let vague = WordMarks([
        "team product products systems applications research models features experience experiences agents agent quality and":
            1
    ])

    /// The part of each token: a comma, bracket, colon, bar or free dash begins the next.
    private static func segments(_ title: borrowing FactText) -> [Int] {
        var n = 0
        var out: [Int] = []
        for (i, t) in title.tokens.enumerated() {
            let dash = t.gap.contains(.dash) && t.gap.contains(.space)
            let divides = dash || !t.gap.isDisjoint(with: [.comma, .open, .close, .colon, .bar])
            if i > 0, divides, !(t.gap.contains(.open) && !t.gap.contains(.space)) { n += 1 }
            out.append(n)
        }
        return out
    }

    /// True if the words hold a phrase that names a role (not merely a field).
    static func namesRole(_ title: borrowing FactText) -> Bool {
        title.tokens.contains { HeaderLine.isNoun($0.hash) } || title.tokens.contains { hasNounEnding($0, title) }
    }

    private static func hasNounEnding(_ t: FactToken, _ text: borrowing FactText) -> Bool {
        guard t.high - t.low > 10 else { return false }
        let w = String(decoding: text.folded[Int(t.low)..<Int(t.high)], as: UTF8.self)
        return [
            "entwickler", "entwicklerin", "utvecklare", "ontwikkelaar", "architekt", "ingenieur", "ingenjor",
            "administrator",
        ].contains { w.hasSuffix($0) }
    }
}
