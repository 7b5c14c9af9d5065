import Base
import Taxonomy

/// One question about openings: the same value in the URL, the API, the command line, a feed. Its text form and its
/// canonical URL are in `Query+Text.swift`. Skills are ids, so that a query outlives a taxonomy version.
package struct Query: Sendable, Hashable {
    /// All must be asked (required, nice or context unless `asked`).
    package var skills: [String] = []
    package var withoutSkills: [String] = []
    /// Any of.
    package var roles: [RoleFamily] = []
    /// All of.
    package var practices: [Practice] = []
    /// Any of each.
    package var seniorities: [Seniority] = []
    package var modes: [WorkMode] = []
    package var countries: [Country] = []
    package var onCall: [OnCall] = []
    /// Employer, by exact name.
    package var companies: [String] = []
    package var boards: [String] = []
    /// Least pay a year: passes if the stated maximum reaches it, in the same currency. Unstated pay does not pass.
    package var payFloor: Money?
    /// States pay / does not.
    package var payStated: Bool?
    /// First seen from / to (inclusive).
    package var from: Day?
    package var to: Day?
    /// Open now / not.
    package var isOpen: Bool?
    /// Words and "phrases" for the text index; each must occur.
    package var words: [String] = []
    package var withoutWords: [String] = []
    /// Narrows to what a figure counts, so that the link under a number opens exactly its openings.
    package var scope: Scope?
    package var sort: Sort = .newest

    package enum Sort: String, Sendable, CaseIterable { case newest, relevance, pay }
    package enum Scope: String, Sendable, CaseIterable {
        /// Texts that were read; IT roles, unless the query names roles.
        case read
        /// Also seen to appear while its board was watched (`Columns.Flags.live`).
        case appeared
        /// Also on a board that was watched throughout the query's days (`Panel`).
        case panel
    }
    package init() {}

    package static let everything = Query()
}
