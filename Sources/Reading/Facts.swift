// Start here. Reading turns one `Posting` into `Facts`, each with the words that prove it.
//
// Invariant: pure and deterministic; no I/O, no clock; every span cuts `Facts.text` at UTF-8 boundaries.

import Base
import Sources
import Taxonomy

/// Everything that one posting says, by the codebook (docs/codebook.md).
package struct Facts: Sendable, Equatable {
    /// The text that was read, in which all spans count: title, newline, location if any, blank line, body.
    package var text: [UInt8]
    /// Where the body begins in `text`.
    package var bodyStart: Int
    /// The language by detection: en, de, fr, es, sv, nl, pt; another code is "not read"; empty is unknown.
    package var language: String
    /// False for a text that offers no job (a seeker's ad, a reply).
    package var offersJob: Bool
    package var mentions: [Mention]
    /// Names of technologies that the taxonomy lacks, told by the list that they stand in.
    package var unlisted: [Unlisted]
    package var practices: [PracticeEvidence]
    package var roles: [RoleFact]
    /// Of the first role.
    package var seniority: Seniority
    package var pay: PayFact?
    package var place: PlaceFact
    package var onCall: OnCallFact
    package var terms: TermsFact
    /// The employer named in the text, for posts whose source has no field for it.
    package var company: CompanyFact?
    package var flags: [String]

    package init(text: [UInt8], bodyStart: Int) {
        self.text = text
        self.bodyStart = bodyStart
        language = ""
        offersJob = true
        mentions = []
        unlisted = []
        practices = []
        roles = []
        seniority = .unstated
        place = PlaceFact()
        onCall = OnCallFact()
        terms = TermsFact()
        flags = []
    }

    package func words(_ span: ByteSpan) -> String { String(decoding: text[span.range], as: UTF8.self) }

    /// The strongest status of each skill, by index, ascending. Negated skills are included with their status.
    package var skills: [(skill: SkillIndex, status: MentionStatus)] {
        var best: [SkillIndex: MentionStatus] = [:]
        for m in mentions { best[m.skill] = max(best[m.skill] ?? .negated, m.status) }
        return best.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

package struct Mention: Sendable, Equatable {
    package var skill: SkillIndex
    package var span: ByteSpan
    package var status: MentionStatus
    package init(skill: SkillIndex, span: ByteSpan, status: MentionStatus) {
        self.skill = skill
        self.span = span
        self.status = status
    }
}

/// A practice that the posting asks for, and the sentence, bullet or title that proves it (codebook P5).
package struct PracticeEvidence: Sendable, Equatable {
    package var practice: Practice
    package var span: ByteSpan
    package init(practice: Practice, span: ByteSpan) {
        self.practice = practice
        self.span = span
    }
}

package struct RoleFact: Sendable, Equatable {
    package var title: String
    /// Nil if the title came from a field that is not part of the text.
    package var span: ByteSpan?
    package var family: RoleFamily
    package var seniority: Seniority
    package init(title: String, span: ByteSpan?, family: RoleFamily, seniority: Seniority) {
        self.title = title
        self.span = span
        self.family = family
        self.seniority = seniority
    }
}

package enum PayKind: String, Sendable, CaseIterable { case base, ote, total }

package struct PayFact: Sendable, Equatable {
    /// In units of the currency and of the period, as stated. An open end is nil.
    package var min: Double?
    package var max: Double?
    package var currency: Currency?
    package var period: PayPeriod
    package var kind: PayKind
    /// Salaries paid a year where the text says 13, 14 or 15.
    package var months: Int?
    /// Normalised in one place (`PayFact.annual`).
    package var annualMin: Double?
    package var annualMax: Double?
    /// In the text; nil if it comes from the source's own field.
    package var span: ByteSpan?
    /// The words, or the field's text.
    package var quote: String

    package init(
        min: Double?, max: Double?, currency: Currency?, period: PayPeriod, kind: PayKind = .base, months: Int? = nil,
        span: ByteSpan? = nil, quote: String
    ) {
        self.min = min
        self.max = max
        self.currency = currency
        self.period = period
        self.kind = kind
        self.months = months
        self.span = span
        self.quote = quote
        let factor = period == .month ? Double(months ?? 12) : period.perYear
        annualMin = min.map { $0 * factor }
        annualMax = max.map { $0 * factor }
    }
}

package struct PlaceFact: Sendable, Equatable {
    package struct Place: Sendable, Equatable {
        /// As written.
        package var text: String
        package var span: ByteSpan?
        package var city: String?
        package var country: Country?
        package init(text: String, span: ByteSpan?, city: String? = nil, country: Country? = nil) {
            self.text = text
            self.span = span
            self.city = city
            self.country = country
        }
    }
    /// The workplace.
    package var mode: WorkMode = .unstated
    package var modeSpan: ByteSpan?
    package var places: [Place] = []
    /// Where the person may live and work: ISO codes, region names of the codebook, or `worldwide`; empty is unknown.
    package var eligible: [String] = []
    /// Hours from UTC, only when a band is stated.
    package var timezone: [Double]?
    /// Two statements of the text that contradict each other, both quoted.
    package var contradiction: [ByteSpan] = []
    package init() {}
    package var country: Country? {
        places.lazy.compactMap(\.country).first ?? eligible.lazy.compactMap { Country($0) }.first
    }
}

package struct OnCallFact: Sendable, Equatable {
    package var value: OnCall = .unstated
    package var span: ByteSpan?
    package init() {}
}

/// What people filter by. A nil or `unstated` says that the text does not.
package struct TermsFact: Sendable, Equatable {
    package enum Answer: String, Sendable { case yes, no, unstated }
    package enum Clearance: String, Sendable { case required, preferred, notRequired = "not_required", unstated }
    package enum Degree: String, Sendable {
        case required, equivalent, preferred, notRequired = "not_required", unstated
    }
    package enum Contract: String, Sendable {
        case permanent, fixedTerm = "fixed_term", contractor, internship, unstated
    }
    package enum Worktime: String, Sendable { case fullTime = "full_time", partTime = "part_time", either, unstated }
    package var visa = Answer.unstated
    package var clearance = Clearance.unstated
    package var travel = Answer.unstated
    package var travelMaxPercent: Double?
    package var degree = Degree.unstated
    package var yearsMin: Double?
    package var contract = Contract.unstated
    package var worktime = Worktime.unstated
    package var hoursMin: Double?
    package var hoursMax: Double?
    /// The words of each stated field, by its name in the record (`visa`, `travel`, `degree`, ...).
    package var spans: [String: ByteSpan] = [:]
    package init() {}
}

package struct CompanyFact: Sendable, Equatable {
    package var name: String
    package var span: ByteSpan?
    package init(name: String, span: ByteSpan?) {
        self.name = name
        self.span = span
    }
}
