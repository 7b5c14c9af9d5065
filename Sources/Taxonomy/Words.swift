// The closed lists of the codebook (docs/codebook.md, sections 1.4, 3, 4, 5 and 7). Raw values are what columns hold:
// a case may be added at the end, never moved.

/// How a posting names a skill, weakest first. Of several mentions of one skill the strongest counts.
package enum MentionStatus: UInt8, CaseIterable, Sendable, Comparable {
    case negated, context, nice, required
    package var id: String { String(describing: self) }
    package init?(id: some StringProtocol) {
        guard let s = MentionStatus.allCases.first(where: { $0.id == id }) else { return nil }
        self = s
    }
    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    /// The text expects or wishes it of the person.
    package var isAsked: Bool { self >= .nice }
}

package enum RoleFamily: UInt8, CaseIterable, Sendable, Hashable {
    case unknown, software, backend, frontend, fullstack, mobile, embedded, game, dataEngineer, dataScientist, analyst,
        ml
    case research, platform, cloudArchitect, security, qa, support, solutions, sysadmin, network, dba, productManager
    case projectManager, engineeringManager, techLead, itOpsManager, designer, otherIT, notIT

    /// The codebook's word: `data-engineer`, `it-ops-manager`, `not-it`.
    package var id: String { Self.words[Int(rawValue)].0 }
    /// For a page, singular: "Data engineer".
    package var title: String { Self.words[Int(rawValue)].1 }
    package var isIT: Bool { self != .unknown && self != .notIT }
    package init?(id: some StringProtocol) {
        guard let f = RoleFamily.allCases.first(where: { $0.id == id }) else { return nil }
        self = f
    }
    private static let words: [(String, String)] = [
        ("unknown", "Unknown role"), ("software", "Software engineer"), ("backend", "Backend engineer"),
        ("frontend", "Frontend engineer"), ("fullstack", "Full-stack engineer"), ("mobile", "Mobile engineer"),
        ("embedded", "Embedded engineer"), ("game", "Game developer"), ("data-engineer", "Data engineer"),
        ("data-scientist", "Data scientist"), ("analyst", "Analyst"), ("ml", "Machine-learning engineer"),
        ("research", "Researcher"), ("platform", "Platform and DevOps engineer"),
        ("cloud-architect", "Cloud and software architect"),
        ("security", "Security engineer"), ("qa", "Quality engineer"), ("support", "Technical support"),
        ("solutions", "Solutions engineer"), ("sysadmin", "System administrator"), ("network", "Network engineer"),
        ("dba", "Database administrator"), ("product-manager", "Product manager"),
        ("project-manager", "Project manager"),
        ("engineering-manager", "Engineering manager"), ("tech-lead", "Tech lead"),
        ("it-ops-manager", "IT operations manager"),
        ("designer", "Designer"), ("other-it", "Other IT role"), ("not-it", "Not IT"),
    ]
}

package enum Seniority: UInt8, CaseIterable, Sendable, Hashable {
    case unstated, intern, junior, mid, senior, staff, lead, manager, director
    package var id: String { String(describing: self) }
    package var title: String { self == .unstated ? "Not stated" : id.prefix(1).uppercased() + id.dropFirst() }
    package init?(id: some StringProtocol) {
        guard let s = Seniority.allCases.first(where: { $0.id == id }) else { return nil }
        self = s
    }
}

package enum WorkMode: UInt8, CaseIterable, Sendable, Hashable {
    case unstated, onsite, hybrid, remote, remoteRestricted
    package var id: String { self == .remoteRestricted ? "remote-restricted" : String(describing: self) }
    package var title: String {
        switch self {
        case .unstated: "Not stated"
        case .onsite: "On site"
        case .hybrid: "Hybrid"
        case .remote: "Remote"
        case .remoteRestricted: "Remote, with a limit"
        }
    }
    package init?(id: some StringProtocol) {
        guard let m = WorkMode.allCases.first(where: { $0.id == id }) else { return nil }
        self = m
    }
}

package enum OnCall: UInt8, CaseIterable, Sendable, Hashable {
    case unstated, yes, no
    package var id: String { String(describing: self) }
    package init?(id: some StringProtocol) {
        guard let v = OnCall.allCases.first(where: { $0.id == id }) else { return nil }
        self = v
    }
}

/// ISO 3166-1 alpha-2 in one column value; zero is unknown. Names are in `Names/`.
package struct Country: Sendable, Hashable, Comparable, CustomStringConvertible {
    package var packed: UInt16
    package init?(_ code: some StringProtocol) {
        let u = Array(code.utf8)
        guard u.count == 2, u.allSatisfy({ (65...90).contains($0) }) else { return nil }
        packed = UInt16(u[0]) << 8 | UInt16(u[1])
    }
    package init?(packed: UInt16) {
        guard packed != 0 else { return nil }
        self.packed = packed
    }
    package var code: String { String(decoding: [UInt8(packed >> 8), UInt8(packed & 255)], as: UTF8.self) }
    package var description: String { code }
    package static func < (a: Country, b: Country) -> Bool { a.packed < b.packed }
}
