// Start here. Match compares one person with openings: which fit, what is matched, missing and not named, what the
// person's limits hide, and how far a role is. It ranks jobs for a person; no type here holds a set of persons, and
// nothing maps an opening to persons (Tests/TidyTests looks for both).

import Base
import Market
import Person
import Taxonomy

/// One opening as matching sees it. `nil` is "the text does not say".
package struct Candidate: Sendable {
    package struct Ask: Sendable, Equatable {
        package var skill: SkillIndex
        package var status: MentionStatus
        package init(_ skill: SkillIndex, _ status: MentionStatus) {
            self.skill = skill
            self.status = status
        }
    }
    package var row: Int
    package var id: Int64
    /// Required and nice ones; context asks nothing of the person.
    package var asks: [Ask]
    /// The place line as shown; empty if none is stated.
    package var place: String
    package var country: Country?
    package var mode: WorkMode
    package var pay: (min: Double?, max: Double?, currency: Currency, period: PayPeriod)?
    package var seniority: Seniority
    package var onCall: OnCall
    /// The part of the weeks with duty, where the text gives it.
    package var onCallPart: Double?
    /// ISO 639-1, required by the text; nil if it names none.
    package var languages: [String]?
    package var company: String
    package var isOpen: Bool
    package var lastDay: Day

    package init(row: Int, id: Int64, asks: [Ask]) {
        self.row = row
        self.id = id
        self.asks = asks
        place = ""
        mode = .unstated
        seniority = .unstated
        onCall = .unstated
        company = ""
        isOpen = true
        lastDay = Day(number: 0)
    }
}

/// A limit of the person, by the word that pages and commands use.
package enum LimitKind: String, Sendable, CaseIterable {
    case closed, employer, place, remote, pay, seniority, onCall = "on-call", language, skills
}
