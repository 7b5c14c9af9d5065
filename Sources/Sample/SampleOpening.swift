import Base
import Sources
import Taxonomy

/// One distinct opening and all that is true of it: the ground truth against which readers and figures are held.
package struct SampleOpening: Sendable {
    package struct Pay: Sendable, Equatable {
        package var min: Double?
        package var max: Double
        package var currency: String
        package var period: PayPeriod
        /// ln of the yearly middle.
        package var logMiddle: Double
    }
    package enum Duty: Sendable { case unstated, yes, no }

    package var number: Int
    package var employer: Int
    /// Position in `RoleDemand.all`.
    package var profile: Int
    package var title: String
    package var seniority: Seniority
    /// Years asked, where the text says so.
    package var years: Int?
    /// By skill number; `asked` means required or nice.
    package var skills: [(skill: Int, status: MentionStatus)]
    /// Practices asked for in words, bit by `Practice.rawValue`.
    package var practices: PracticeSet
    /// What the text as a whole asks for: words, title (codebook P4) and skills asked.
    package var allPractices: PracticeSet
    package var pay: Pay?
    package var mode: WorkMode
    /// Position in `SamplePlace.all`.
    package var place: Int
    package var onCall: Duty
    package var first: Day
    /// The first day on which it is gone.
    package var end: Day
    package var structure: Employer.Structure
    package var namesContact: Bool

    package func status(_ skill: Int) -> MentionStatus? { skills.first { $0.skill == skill }?.status }
    package func asks(_ skill: Int) -> Bool { status(skill)?.isAsked ?? false }
    package func names(_ skill: Int) -> Bool { status(skill).map { $0 != .negated } ?? false }
}

/// One posting on one board: the first of its opening, or a copy.
package struct SamplePosting: Sendable {
    package enum Origin: Sendable, Equatable {
        case original
        /// The same role in another place, at the same time.
        case place
        /// The same ad on a feed that gathers others' ads.
        case feed
        /// An agency's version of another employer's ad.
        case agency
        /// The same ad again, within 30 days of its end.
        case repost
        /// One of hundreds within days.
        case flood
    }

    package var number: Int
    package var opening: Int
    package var board: Int
    package var origin: Origin
    package var place: Int
    /// The employer under whose name it stands.
    package var employer: Int
    package var first: Day
    package var end: Day
    package var flaw: Flaw?
}

/// One board of the sample market.
package struct SampleBoard: Sendable {
    package var number: Int
    package var kind: SourceKind
    package var slug: String
    package var name: String
    /// Nil for boards that carry many employers.
    package var employer: Int?
    /// The first day on which it can be polled.
    package var joins: Day
    package var troubles: [Trouble]

    package func trouble(on day: Day) -> Trouble.Kind? { troubles.first { $0.from <= day && day < $0.to }?.kind }
}

/// A stretch of days in which a board does not answer as it should.
package struct Trouble: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// HTTP 500.
        case serverError
        /// No answer for longer than anybody waits.
        case stalls
        /// HTTP 200 with a page that says sorry.
        case errorPage
        /// The answer breaks off.
        case truncated
        /// An empty list, though the ads are still there.
        case emptied
        /// The list under another name: the format has changed.
        case renamed
        /// Arrays in arrays, 50,000 deep.
        case nested
        /// Declarations of entities that multiply.
        case entityBomb
    }
    package var kind: Kind
    package var from: Day
    package var to: Day
}
