import Base
import Market
import Person
import Reading
import Taxonomy

/// Matching against one generation of the market, at home: reads columns, asks nobody.
package struct Matcher: Sendable {
    package let taxonomy: Taxonomy
    package let candidates: [Candidate]
    package let weights: SkillWeights
    /// `RoleFamily` → of its openings, the share that asks each skill (required or nice), for "not named" and gaps.
    private let roleProfiles: [RoleFamily: RoleProfile]

    package struct RoleProfile: Sendable {
        package var openings: Int
        /// By skill index.
        package var shares: [SkillIndex: Double]
    }
    /// A family with fewer openings has no profile.
    package static let fewestForProfile = 40

    /// O(openings · skills). `place` gives the place line of a row; it is asked of open rows only.
    package init(generation: Generation, taxonomy: Taxonomy, place: (Int) -> String) {
        let columns = generation.columns
        let toIndex = generation.skillIDs.map { taxonomy.skill(id: $0)?.index }
        var candidates: [Candidate] = []
        var counts: [RoleFamily: [SkillIndex: Int]] = [:], totals: [RoleFamily: Int] = [:]
        for row in 0..<columns.count {
            let flags = columns.flags(row)
            guard !flags.contains(.unread) else { continue }
            let asks = columns.skills(row).compactMap { pair -> Candidate.Ask? in
                guard pair.status.isAsked, let index = toIndex[Int(pair.skill)] else { return nil }
                return Candidate.Ask(index, pair.status)
            }
            let role = RoleFamily(rawValue: columns.role[row]) ?? .unknown
            guard role != .notIT else { continue }
            totals[role, default: 0] += 1
            for ask in asks { counts[role, default: [:]][ask.skill, default: 0] += 1 }
            guard flags.contains(.open) else { continue }
            candidates.append(Self.candidate(row, asks, generation, place))
        }
        self.taxonomy = taxonomy
        self.candidates = candidates
        weights = SkillWeights(candidates: candidates, skillCount: taxonomy.skills.count)
        roleProfiles = totals.filter { $0.value >= Self.fewestForProfile }.reduce(into: [:]) { out, entry in
            let n = Double(entry.value)
            out[entry.key] = RoleProfile(
                openings: entry.value, shares: (counts[entry.key] ?? [:]).mapValues { Double($0) / n })
        }
    }

    static func candidate(_ row: Int, _ asks: [Candidate.Ask], _ generation: Generation, _ place: (Int) -> String)
        -> Candidate
    {
        let columns = generation.columns
        var c = Candidate(row: row, id: columns.id[row], asks: asks)
        c.place = place(row)
        c.country = Country(packed: columns.country[row])
        c.mode = WorkMode(rawValue: columns.mode[row]) ?? .unstated
        let low = Double(columns.payMin[row]), high = Double(columns.payMax[row])
        if let currency = columns.currency(row), low.isFinite || high.isFinite {
            c.pay = (low.isFinite ? low : nil, high.isFinite ? high : nil, currency, .year)
        }
        c.seniority = Seniority(rawValue: columns.seniority[row]) ?? .unstated
        c.onCall = OnCall(rawValue: columns.onCall[row]) ?? .unstated
        c.company = generation.companies[Int(columns.company[row])]
        c.isOpen = columns.flags(row).contains(.open)
        c.lastDay = Day(number: columns.lastDay[row])
        return c
    }

    package func shown(_ profile: Profile) -> Set<SkillIndex> {
        Set(profile.matchable.compactMap { taxonomy.skill(id: $0.skill)?.index })
    }

    package func rank(_ profile: Profile) -> Ranking {
        Ranking(candidates, shown: shown(profile), limits: profile.limits, weights: weights)
    }

    package func profile(of role: RoleFamily) -> RoleProfile? { roleProfiles[role] }

    /// What the role usually asks (at least a third of its openings) and this text does not name.
    package func notNamed(_ candidate: Candidate, role: RoleFamily) -> [SkillIndex] {
        guard let profile = roleProfiles[role] else { return [] }
        let named = Set(candidate.asks.map(\.skill))
        return profile.shares.filter { $0.value >= 1.0 / 3 && !named.contains($0.key) }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    /// The sentence of the ad in which the skill stands, in the posting's own words; nil if the text has none.
    package static func words(for skill: SkillIndex, in facts: Facts) -> String? {
        guard
            let mention = facts.mentions.filter({ $0.skill == skill }).max(by: {
                ($0.status, $1.span) < ($1.status, $0.span)
            })
        else { return nil }
        return quote(around: mention.span, in: facts.text)
    }

    package static let quoteLimit = 200

    /// The line around a span, at most `quoteLimit` characters, cut at words.
    package static func quote(around span: ByteSpan, in text: [UInt8]) -> String {
        var start = Int(span.start), end = Int(span.end)
        while start > 0, text[start - 1] != 10 { start -= 1 }
        while end < text.count, text[end] != 10 { end += 1 }
        let line = CleanText.line(String(decoding: text[start..<end], as: UTF8.self))
        let bare = line.drop { "#-•* ".contains($0) }
        guard bare.count > quoteLimit else { return String(bare) }
        let before = String(decoding: text[start..<Int(span.start)], as: UTF8.self).count
        let from = bare.index(bare.startIndex, offsetBy: max(0, min(before - quoteLimit / 2, bare.count - quoteLimit)))
        let window = bare[from...].prefix(quoteLimit)
        return (from > bare.startIndex ? "… " : "") + window.trimmingWords() + " …"
    }
}

extension Substring {
    /// Without the half words at both ends.
    func trimmingWords() -> String {
        let words = split(separator: " ")
        guard words.count > 3 else { return String(self) }
        return words.dropFirst().dropLast().joined(separator: " ")
    }
}
