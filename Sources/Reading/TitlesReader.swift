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
        return classify(FactText(title), body: body, lines: [])
    }

    static func classify(_ title: borrowing FactText, body: borrowing FactText, lines: [Line]) -> (
        family: RoleFamily, seniority: Seniority
    ) {
        var family = self.family(of: title)
        if family == .software || family == .techLead || family == .unknown {
            if let narrowed = TitleNarrowing.family(body, from: family) { family = narrowed }
        }
        if family == .unknown { family = .notIT }
        var level = SeniorityReader.inTitle(title, family: family)
        if level == .unstated { level = SeniorityReader.inText(body) }
        return (family, level)
    }

    // MARK: family

    /// Unknown if no phrase of the book is in the title.
    static func family(of title: borrowing FactText) -> RoleFamily {
        var hits: [CueHit] = []
        book.find(in: title, 0..<title.tokens.count, into: &hits)
        if hits.isEmpty { return .unknown }
        let segments = TitleReader.segments(title)
        // Another trade by a sure phrase is decided wherever it stands.
        var sure = Entry(family: .unknown, weight: 99)
        for h in hits where entries[Int(h.tag)].weight > sure.weight { sure = entries[Int(h.tag)] }
        if sure.family != .unknown { return sure.family }
        let head = best(hits, segments, 0)
        guard let head else { return later(hits, segments, all: true) ?? .unknown }
        if head.family == .notIT { return .notIT }
        if isEngineer(head) {
            // Security in brackets or after the comma decides; another field only where the head names none.
            if hits.contains(where: { entries[Int($0.tag)].family == .security && segments[Int($0.start)] > 0 }) {
                return .security
            }
            if head.weight <= 45, let field = later(hits, segments, all: false) { return field }
        }
        if head.family == .cloudArchitect, hits.contains(where: { entries[Int($0.tag)].family == .solutions }) {
            return .solutions
        }
        return head.family
    }

    private static func isEngineer(_ e: Entry) -> Bool {
        e.weight <= 45 || [.backend, .frontend, .fullstack, .platform].contains(e.family) && e.weight < 82
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

    /// The heaviest family of the parts after the head; only fields of engineers unless `all`.
    private static func later(_ hits: [CueHit], _ segments: [Int], all: Bool) -> RoleFamily? {
        var found: Entry?
        for h in hits where segments[Int(h.start)] > 0 {
            let e = entries[Int(h.tag)]
            if !all, !fields.contains(e.family) { continue }
            if e.weight > found?.weight ?? 0 { found = e }
        }
        return found?.family
    }

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
        title.tokens.contains { nouns.value($0.hash) != 0 } || title.tokens.contains { hasNounEnding($0, title) }
    }

    private static func hasNounEnding(_ t: FactToken, _ text: borrowing FactText) -> Bool {
        guard t.high - t.low > 10 else { return false }
        let w = String(decoding: text.folded[Int(t.low)..<Int(t.high)], as: UTF8.self)
        return [
            "entwickler", "entwicklerin", "utvecklare", "ontwikkelaar", "architekt", "ingenieur", "ingenjor",
            "administrator",
        ].contains { w.hasSuffix($0) }
    }

    private static let nouns = WordMarks([
        """
        engineer engineers eng developer developers dev devs designer designers manager managers architect architects analyst analysts
        scientist scientists researcher researchers programmer programmers sre sres em ems swe swes sde cto ctos lead leads pm pms
        ae aes tester testers qa sdet sdets admin admins administrator administrators consultant consultants specialist
        specialists expert head director vp intern interns internship technician technicians writer writers executive executives
        representative recruiter marketer marketers owner owners dba dbas devops advocate evangelist fellow strategist operator
        hacker hackers generalist accountant lawyer coordinator associate assistant officer sdr bdr gtm fde fdes founder cofounder
        entwickler entwicklerin developpeur developpeuse ingenieur ingenieure desarrollador desarrolladora ingeniero programador
        utvecklare ingenjor ontwikkelaar desenvolvedor engenheiro analista administrateur architecte chef
        """: 1
    ])
}
