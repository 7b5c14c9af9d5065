import Base

/// How a source's bytes are to be understood. The raw value is stored with each document for ever.
package enum SourceKind: String, Sendable, CaseIterable, Hashable {
    case greenhouse, lever, ashby
    case hackerNews = "hackernews"
    case rss, atom, jsonld, jsonl, csv
    /// Posts with a date in a dated public record that keeps them (a forum's monthly thread): what is there has been
    /// seen to appear, also when it is read years later. A board's list of what is open today is no such record.
    package var isRecord: Bool { self == .hackerNews }
}

/// One posting as a source states it: nothing is read from its text yet. Unknown is nil, never zero or empty.
package struct Posting: Sendable, Equatable {
    package enum BodyForm: UInt8, Sendable { case text, html }

    /// What the source's own fields say of pay; nothing parsed from prose.
    package struct StatedPay: Sendable, Equatable {
        package var min: Double?
        package var max: Double?
        package var currency: Currency?
        package var period: PayPeriod?
        /// As shown by the source, e.g. "€70K – €90K • Offers Equity".
        package var text: String?
        package init(
            min: Double? = nil, max: Double? = nil, currency: Currency? = nil, period: PayPeriod? = nil,
            text: String? = nil
        ) {
            self.min = min
            self.max = max
            self.currency = currency
            self.period = period
            self.text = text
        }
    }

    package var kind: SourceKind
    /// The source's id for it, unique within its board.
    package var externalID: String
    package var url: String?
    /// The employer by the source's own field; a post that names it only in prose leaves this nil.
    package var company: String?
    package var title: String?
    package var body: [UInt8]
    package var bodyForm: BodyForm
    /// The location line as stated, several joined by "; ".
    package var location: String?
    /// The source's own flag. Nil is "not said", which is not false.
    package var isRemote: Bool?
    /// onsite, hybrid, remote as the source's field spells it.
    package var workplace: String?
    package var employmentType: String?
    package var department: String?
    package var posted: Day?
    package var updated: Day?
    package var validThrough: Day?
    package var pay: StatedPay?
    package var tags: [String]
    /// What the parser had to mend or refuse (`repaired-text`, `date-refused`, `hidden-text`, ...).
    package var flags: [String]

    package init(
        kind: SourceKind, externalID: String, url: String? = nil, company: String? = nil, title: String? = nil,
        body: [UInt8] = [], bodyForm: BodyForm = .text, location: String? = nil, isRemote: Bool? = nil,
        workplace: String? = nil, employmentType: String? = nil, department: String? = nil, posted: Day? = nil,
        updated: Day? = nil, validThrough: Day? = nil, pay: StatedPay? = nil, tags: [String] = [], flags: [String] = []
    ) {
        self.kind = kind
        self.externalID = externalID
        self.url = url
        self.company = company
        self.title = title
        self.body = body
        self.bodyForm = bodyForm
        self.location = location
        self.isRemote = isRemote
        self.workplace = workplace
        self.employmentType = employmentType
        self.department = department
        self.posted = posted
        self.updated = updated
        self.validThrough = validThrough
        self.pay = pay
        self.tags = tags
        self.flags = flags
    }
}
