import Base
import Taxonomy

/// A job that the person has had, as the import states it.
package struct WorkLine: Sendable, Equatable, Sealed {
    package var employer: String
    package var position: String
    package var start: String?
    /// Nil is "now".
    package var end: String?
    package init(employer: String, position: String, start: String?, end: String?) {
        self.employer = employer
        self.position = position
        self.start = start
        self.end = end
    }
}

/// Everything the file says, folded from its records.
package struct Profile: Sendable, Equatable, Sealed {
    /// By skill id, ascending.
    package private(set) var claims: [Claim] = []
    package private(set) var work: [WorkLine] = []
    /// Names that an import gave and the taxonomy does not know: shown, never matched.
    package private(set) var unrecognised: [String] = []
    package private(set) var limits = Limits()
    package private(set) var imports: [String] = []
    package init() {}

    package func claim(_ skill: String) -> Claim? { claims.first { $0.skill == skill } }

    /// What openings are matched with: the confirmed claims; before the first confirmation, all that is suggested.
    package var matchable: [Claim] {
        let confirmed = claims.filter { $0.state == .confirmed }
        return confirmed.isEmpty ? claims.filter { $0.state == .suggested } : confirmed
    }
    package var isConfirmed: Bool { claims.contains { $0.state == .confirmed } }

    /// The practices that the claims speak for. A claim says; nothing here is measured (shown comes with evidence of work).
    package func said(in taxonomy: Taxonomy) -> PracticeSet {
        PracticeSet(matchable.compactMap { taxonomy.skill(id: $0.skill)?.practice })
    }

    mutating func apply(_ record: PersonRecord) {
        switch record {
        case .created: break
        case .imported(let imported):
            // The same file imported again replaces what it said before.
            for i in claims.indices { claims[i].evidence.removeAll { $0.at.hasPrefix(imported.name + "#") } }
            for claim in imported.claims { merge(claim, from: imported.name) }
            claims.removeAll { $0.evidence.isEmpty && $0.state == .suggested }
            for line in imported.work where !work.contains(line) { work.append(line) }
            for name in imported.unrecognised where !unrecognised.contains(name) { unrecognised.append(name) }
            if !imports.contains(imported.name) { imports.append(imported.name) }
        case .limits(let new): limits = new
        case .state(let skill, let state):
            if let i = claims.firstIndex(where: { $0.skill == skill }) { claims[i].state = state }
        }
    }

    private mutating func merge(_ claim: Claim, from name: String) {
        var claim = claim
        for i in claim.evidence.indices { claim.evidence[i].at = name + "#" + claim.evidence[i].at }
        if let i = claims.firstIndex(where: { $0.skill == claim.skill }) {
            claims[i].level = [claims[i].level, claim.level].compactMap { $0 }.max()
            claims[i].evidence += claim.evidence
        } else {
            claims.insert(claim, at: claims.firstIndex { $0.skill > claim.skill } ?? claims.count)
        }
    }
}

/// What an import understood, before it becomes a record.
package struct Imported: Sendable, Equatable, Sealed {
    /// The file's name without its folder.
    package var name: String
    package var claims: [Claim] = []
    package var work: [WorkLine] = []
    package var unrecognised: [String] = []
    /// What had the wrong shape: a JSON pointer and a sentence each. Never stored.
    package var faults: [Fault] = []
    package init(name: String) { self.name = name }
}

/// One line of the file.
package enum PersonRecord: Sendable, Equatable {
    case created(at: Instant)
    case imported(Imported)
    case limits(Limits)
    case state(skill: String, ClaimState)
}
