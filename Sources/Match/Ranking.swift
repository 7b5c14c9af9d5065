import Base
import Person
import Taxonomy

/// One opening in the order for one person.
package struct RankedOpening: Sendable {
    package var candidate: Candidate
    /// In 1/1024, shown only on request (`--explain`): it orders, it is no grade.
    package var fit: Int
    /// By status, then weight, heaviest first.
    package var matched: [Candidate.Ask]
    package var missingRequired: [Candidate.Ask]
    package var missingNice: [Candidate.Ask]
    /// Limits that the text does not let us judge.
    package var unknown: [LimitKind]
    package var passed: [LimitKind]
}

/// The person's list: what fits, what names too little to tell, and what the limits hide, never silently.
package struct Ranking: Sendable {
    package struct Hidden: Sendable {
        package var limit: LimitKind
        /// Openings that this limit fails (some fail others too).
        package var count: Int
        /// Of those that it was asked of, how many do not say.
        package var silent: Int
        package var asked: Int
    }
    package private(set) var openings: [RankedOpening] = []
    /// Names fewer than three skills: "little to go on".
    package private(set) var littleToGoOn: [RankedOpening] = []
    package private(set) var hidden: [Hidden] = []
    package private(set) var hiddenTotal = 0
    /// By id, which limits hide it.
    package private(set) var hiddenByID: [Int64: [LimitKind]] = [:]

    package static let fewestSkills = 3

    /// O(openings · skills + n log n). `closed` openings are left out of `hidden` unless `showsClosed`.
    package init(
        _ candidates: [Candidate], shown: Set<SkillIndex>, limits: Limits, weights: SkillWeights,
        countsClosed: Bool = false
    ) {
        var fails: [LimitKind: Int] = [:], silent: [LimitKind: Int] = [:], asked: [LimitKind: Int] = [:]
        for candidate in candidates {
            let check = LimitCheck(candidate, limits: limits)
            if check.failed.contains(.closed), !countsClosed { continue }
            for kind in check.failed + check.passed + check.unknown { asked[kind, default: 0] += 1 }
            for kind in check.unknown { silent[kind, default: 0] += 1 }
            guard check.failed.isEmpty else {
                for kind in check.failed { fails[kind, default: 0] += 1 }
                hiddenByID[candidate.id] = check.failed
                hiddenTotal += 1
                continue
            }
            let ranked = Self.ranked(candidate, check, shown, weights)
            if candidate.asks.count < Self.fewestSkills { littleToGoOn.append(ranked) } else { openings.append(ranked) }
        }
        openings.sort(by: Self.before)
        littleToGoOn.sort(by: Self.before)
        hidden = LimitKind.allCases.compactMap { kind in
            fails[kind].map { Hidden(limit: kind, count: $0, silent: silent[kind] ?? 0, asked: asked[kind] ?? 0) }
        }
    }

    /// Better fit first; ties by the newest sighting, then by id.
    static func before(_ a: RankedOpening, _ b: RankedOpening) -> Bool {
        (b.fit, b.candidate.lastDay, a.candidate.id) < (a.fit, a.candidate.lastDay, b.candidate.id)
    }

    static func ranked(_ c: Candidate, _ check: LimitCheck, _ shown: Set<SkillIndex>, _ weights: SkillWeights)
        -> RankedOpening
    {
        let heaviest = c.asks.sorted {
            let a = weights.idf[Int($0.skill)] * SkillWeights.share($0.status),
                b = weights.idf[Int($1.skill)] * SkillWeights.share($1.status)
            return (b, $0.skill) < (a, $1.skill)
        }
        return RankedOpening(
            candidate: c, fit: weights.fit(c.asks, shown: shown),
            matched: heaviest.filter { shown.contains($0.skill) },
            missingRequired: heaviest.filter { $0.status == .required && !shown.contains($0.skill) },
            missingNice: heaviest.filter { $0.status == .nice && !shown.contains($0.skill) },
            unknown: check.unknown, passed: check.passed)
    }
}
