import Base
import Glibc
import Sources
import Taxonomy

/// What was planted in the sample market and must be found again, or must not be. One value, printed in
/// docs/sample-market.md; the ground truth of each opening stands beside it in `SampleMarket`.
package struct PlantedTruth: Sendable {
    package struct Change: Sendable {
        /// The taxonomy's id.
        package var skill: String
        /// Openings of the last twelve whole months against the twelve before, within one employer and role.
        package var factor: Double
    }

    /// Skills whose share of openings moves. All others keep theirs.
    package static let changes: [Change] = [
        Change(skill: "terraform", factor: 1.6), Change(skill: "rust", factor: 1.4),
        Change(skill: "langchain", factor: 1.5),
        Change(skill: "opentelemetry", factor: 1.5), Change(skill: "jenkins", factor: 0.62),
        Change(skill: "jquery", factor: 0.7),
    ]
    package static let grows = "terraform"
    package static let falls = "jenkins"
    /// Nothing happens to it.
    package static let steady = "kubernetes"
    /// So rare that nothing may be said.
    package static let rare = "zig"
    /// Openings that ask for it pay this much more in the same company, role and seniority.
    package static let premium = 1.06
    package static let premiumSkill = SkillBook.number("kafka")
    /// What the late joiner asks for far more often than the others.
    package static let lateSkills = [SkillBook.number("oracle-database"), SkillBook.number("sap")]
    /// New openings by calendar month, against the mean month.
    package static let season = [0.82, 0.97, 1.05, 1.06, 1.12, 1.05, 0.99, 0.97, 0.90, 1.07, 1.05, 0.90]
    /// Half of all ads are gone after so many days (before differences between employers).
    package static let medianLife = 38

    package var lateBoard: String
    package var lateJoin: Day
    package var floodEmployer: String
    package var floodDay: Day
    package var floodCopies: Int
    /// Boards that fail for a while.
    package var troubles: [(board: String, trouble: Trouble)]

    init(plan: SamplePlan, employers: [Employer], boards: [SampleBoard]) {
        let late = employers.firstIndex { $0.part == .lateJoiner }
        lateBoard = boards.first { $0.employer != nil && $0.employer == late }?.id ?? ""
        lateJoin = PlantedTruth.lateJoin(plan)
        floodEmployer = employers.first { $0.part == .flooder }?.name ?? ""
        floodDay = PlantedTruth.floodDay(plan)
        floodCopies = PlantedTruth.floodCount(plan)
        troubles = boards.flatMap { b in b.troubles.map { (b.id, $0) } }
    }

    static func lateJoin(_ plan: SamplePlan) -> Day { (plan.end.month + -9).first }
    static func floodDay(_ plan: SamplePlan) -> Day { (plan.end.month + -5).first + 6 }
    static func floodCount(_ plan: SamplePlan) -> Int { min(max(plan.postings / 120, 40), 600) }
    /// The forum's thread opens on the first weekday of a month.
    package static func threadDay(_ month: Month) -> Day {
        let first = month.first
        return first.weekday == 5 ? first + 2 : first.weekday == 6 ? first + 1 : first
    }

    /// The level of a changing skill on a day, 1 at the border of the two windows: level for all earlier months, then
    /// an even growth (or fall) over the two years that are compared, so that the later year is `factor` times the
    /// earlier.
    static func level(factor: Double, on day: Day, _ plan: SamplePlan) -> Double {
        let days = Double(min(max(day - plan.before.lowerBound, 0), 730)) - 365
        return exp(log(factor) * days / 365)
    }
}

extension SampleMarket {
    /// Counted in the ground truth, not planned: the Mantel–Haenszel ratio of openings naming a skill, last twelve
    /// whole months against the twelve before, within employer and role. Nil if nothing can be compared. O(openings).
    package func matchedRatio(of id: String, isNamed: Bool = true) -> Double? {
        let skill = SkillBook.number(id)
        var cells: [Int: (y1: Double, n1: Double, y0: Double, n0: Double)] = [:]
        for o in openings {
            let recent = plan.recent.contains(o.first)
            guard recent || plan.before.contains(o.first) else { continue }
            var cell = cells[o.employer * 64 + o.profile] ?? (0, 0, 0, 0)
            let y: Double = (isNamed ? o.names(skill) : o.asks(skill)) ? 1 : 0
            if recent { cell.n1 += 1; cell.y1 += y } else { cell.n0 += 1; cell.y0 += y }
            cells[o.employer * 64 + o.profile] = cell
        }
        var a = 0.0
        var b = 0.0
        for key in cells.keys.sorted() {
            guard let c = cells[key], c.n1 > 0, c.n0 > 0 else { continue }
            a += c.y1 * c.n0 / (c.n1 + c.n0)
            b += c.y0 * c.n1 / (c.n1 + c.n0)
        }
        return b > 0 ? a / b : nil
    }

    /// The ratio of plain shares in the same windows: what a careless count of all ads would say.
    package func plainRatio(of id: String) -> Double? {
        let skill = SkillBook.number(id)
        var y = [0.0, 0.0]
        var n = [0.0, 0.0]
        for o in openings {
            let w = plan.recent.contains(o.first) ? 1 : plan.before.contains(o.first) ? 0 : 2
            guard w < 2 else { continue }
            n[w] += 1
            if o.names(skill) { y[w] += 1 }
        }
        guard y[0] > 0, n[1] > 0 else { return nil }
        return (y[1] / n[1]) / (y[0] / n[0])
    }
}
