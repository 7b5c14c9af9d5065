/// The nine practices, in the order that every wheel, list and column keeps. What counts as each is the codebook's
/// (docs/codebook.md, section 2); the phrase families that find them are in `Names/`.
package enum Practice: UInt8, CaseIterable, Sendable, Hashable {
    case delivery, infrastructure, operations, data, collaboration, security, automation, customer, leadership

    /// The word used in data, routes and verbs.
    package var id: String { String(describing: self) }
    package var title: String {
        switch self {
        case .delivery: "Delivery"
        case .infrastructure: "Infrastructure"
        case .operations: "Operations"
        case .data: "Data and decisions"
        case .collaboration: "Collaboration"
        case .security: "Security"
        case .automation: "Automation"
        case .customer: "Customer focus"
        case .leadership: "Leadership"
        }
    }
    /// For narrow wheels, at most five letters.
    package var short: String {
        switch self {
        case .delivery: "Deliv"
        case .infrastructure: "Infra"
        case .operations: "Ops"
        case .data: "Data"
        case .collaboration: "Colla"
        case .security: "Secur"
        case .automation: "Autom"
        case .customer: "Cust"
        case .leadership: "Lead"
        }
    }
    package init?(id: some StringProtocol) {
        guard let p = Practice.allCases.first(where: { $0.id == id }) else { return nil }
        self = p
    }
}

/// A set of practices in one column value: bit n is the practice with raw value n.
package struct PracticeSet: OptionSet, Sendable, Hashable {
    package var rawValue: UInt16
    @inlinable package init(rawValue: UInt16) { self.rawValue = rawValue }
    @inlinable package init() { rawValue = 0 }
    package init(_ practices: some Sequence<Practice>) {
        rawValue = practices.reduce(0) { $0 | 1 << UInt16($1.rawValue) }
    }
    package func contains(_ p: Practice) -> Bool { rawValue & 1 << UInt16(p.rawValue) != 0 }
    package var practices: [Practice] { Practice.allCases.filter { contains($0) } }
}
