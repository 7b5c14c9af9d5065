import Base
import Reading
import Sources
import Taxonomy

/// What a list shows of an opening. Texts are as the source wrote them, controls removed; unknown is empty or nil.
package struct OpeningCard: Sendable {
    /// In its generation's columns.
    package var row: Int
    package var id: Int64
    package var title: String
    /// Empty if not known.
    package var company: String
    package var place: String
    package var mode: WorkMode
    package var role: RoleFamily
    package var seniority: Seniority
    /// As the text or the source's field writes it.
    package var payText: String?
    package var firstDay: Day
    package var lastDay: Day
    package var isOpen: Bool
    /// Postings joined into it (1 = no copy).
    package var copies: Int
    /// Ascending by skill.
    package var skills: [(SkillIndex, MentionStatus)]
    package var practices: PracticeSet
    package var onCall: OnCall
    package var url: String?
    /// Printed wherever the opening is shown, as its source's terms ask.
    package var attribution: String
}

package struct SearchPage: Sendable {
    /// All that match; exact unless `isExact` is false, then at least as many.
    package var total: Int
    package var isExact: Bool
    package var rows: [OpeningCard]
    /// What `after` takes for the next page; nil on the last.
    package var next: String?
}

package struct FacetCount<Value: Sendable & Equatable>: Sendable, Equatable {
    package var value: Value
    package var count: Int
    package init(_ value: Value, _ count: Int) {
        self.value = value
        self.count = count
    }
}

/// How many openings there would be with one more choice: each list ignores its own selection and obeys all others;
/// for skills and practices, which must all be met, it is "if I added this". Most frequent first; none with zero.
package struct Facets: Sendable {
    package var total = 0
    package var roles: [FacetCount<RoleFamily>] = []
    package var seniorities: [FacetCount<Seniority>] = []
    package var modes: [FacetCount<WorkMode>] = []
    package var countries: [FacetCount<Country>] = []
    /// The 30 most named.
    package var skills: [FacetCount<SkillIndex>] = []
    package var practices: [FacetCount<Practice>] = []
    package var onCall: [FacetCount<OnCall>] = []
    /// true: states pay.
    package var payStated: [FacetCount<Bool>] = []
    /// The 30 with most openings; the unknown employer is left out.
    package var companies: [FacetCount<String>] = []
    package static let listLimit = 30
}

package struct OpeningDetail: Sendable {
    package var card: OpeningCard
    package var posting: Posting
    package var facts: Facts
    /// Each stretch in which a board showed one of its postings, in order of first sight, and why it belongs here.
    package var sightings:
        [(board: String, externalID: String, url: String?, first: Day, last: Day, absent: Day?, reason: String)]
    /// The archive's document that the facts are read from.
    package var document: StoredDocumentName
}

/// A document by its number and its SHA-256, as a page cites it.
package struct StoredDocumentName: Sendable, Equatable {
    package var id: Int64
    package var digest: Digest
}
