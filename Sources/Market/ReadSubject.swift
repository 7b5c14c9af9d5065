import Taxonomy

/// What readings are compared by: a skill by its id, or a practice.
package enum ReadSubject: Sendable, Hashable {
    case skill(String)
    case practice(Practice)

    private static let practicePrefix = "practice:"

    /// `kubernetes`, `practice:operations`: as `/trends` writes them.
    package var id: String {
        switch self {
        case .skill(let id): id
        case .practice(let p): Self.practicePrefix + p.id
        }
    }

    package init?(id: String) {
        guard id.hasPrefix(Self.practicePrefix) else {
            self = .skill(id)
            return
        }
        guard let p = Practice(id: id.dropFirst(Self.practicePrefix.count)) else { return nil }
        self = .practice(p)
    }
}
