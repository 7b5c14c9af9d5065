import Base
import Person
import Taxonomy

/// How far a role is from what a person shows: gap = Σ idf·p·[not shown] / Σ idf·p, with p the share of the role's
/// openings that asks a skill (person.md §4). 0 is nothing new, 1 is everything.
package struct Gap: Sendable {
    package struct Line: Sendable {
        package var skill: SkillIndex
        /// Of the role's openings.
        package var share: Double
        package var isShown: Bool
    }
    package var role: RoleFamily
    package var openings: Int
    package var gap: Double
    /// Heaviest first, both what is shown and what is missing.
    package var lines: [Line]
    package var missing: [Line] { lines.filter { !$0.isShown } }
    package var shared: [Line] { lines.filter(\.isShown) }
}

extension Matcher {
    /// Refuses (`refused`) a role with fewer than `fewestForProfile` openings.
    package func gap(to role: RoleFamily, for profile: Profile) throws(Fault) -> Gap {
        guard let wanted = self.profile(of: role) else {
            throw Fault(
                .refused,
                "\(role.title): fewer than \(Self.fewestForProfile) openings are too few for a profile of the role")
        }
        let mine = shown(profile)
        var total = 0.0, missing = 0.0
        // Ascending by skill, so that the sums are the same on every run.
        let entries = wanted.shares.sorted { $0.key < $1.key }
        for (skill, share) in entries {
            let w = Double(weights.idf[Int(skill)]) * share
            total += w
            if !mine.contains(skill) { missing += w }
        }
        let lines = entries.map { Gap.Line(skill: $0.key, share: $0.value, isShown: mine.contains($0.key)) }
            .sorted {
                let a = Double(weights.idf[Int($0.skill)]) * $0.share, b = Double(weights.idf[Int($1.skill)]) * $1.share
                return (b, $0.skill) < (a, $1.skill)
            }
        return Gap(role: role, openings: wanted.openings, gap: total > 0 ? missing / total : 0, lines: lines)
    }
}
