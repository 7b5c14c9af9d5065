// Start here. The Person is what you say and show about yourself: one append-only file on your own machine, 0600.
//
// Invariant: imports no HTTP client, no server and no logger; nothing of it is Codable; every type prints as "‹sealed›",
// so that no log line or error can carry it; it knows names of skills, and no opening. `Server` cannot import it.

import Base
import Taxonomy

/// Four levels, after the UK Government Digital and Data framework. Nil where nobody has said one.
package enum ClaimLevel: String, Sendable, CaseIterable, Comparable {
    case awareness, working, practitioner, expert
    package static func < (a: Self, b: Self) -> Bool {
        (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
}

/// What the owner says of a suggested claim. Disputed: kept, out of matching. Hidden: out of every output.
package enum ClaimState: String, Sendable, CaseIterable { case suggested, confirmed, disputed, hidden }

/// The words that a claim stands on, and where they are.
package struct Evidence: Sendable, Equatable, Sealed {
    package enum Source: String, Sendable, CaseIterable { case resume, list, own }
    package var source: Source
    /// A JSON pointer or a line number in the imported file.
    package var at: String
    /// At most 160 characters, as written.
    package var quote: String
    /// As precise as the source: YYYY, YYYY-MM or YYYY-MM-DD; nil if it says nothing.
    package var first: String?
    package var last: String?
    package init(source: Source, at: String, quote: String, first: String? = nil, last: String? = nil) {
        self.source = source
        self.at = at
        self.quote = String(CleanText.line(quote).prefix(160))
        self.first = first
        self.last = last
    }
}

/// One skill of the person, with everything that speaks for it.
package struct Claim: Sendable, Equatable, Sealed {
    /// The taxonomy's id.
    package var skill: String
    package var level: ClaimLevel?
    package var state: ClaimState
    package var evidence: [Evidence]
    package init(skill: String, level: ClaimLevel? = nil, state: ClaimState = .suggested, evidence: [Evidence] = []) {
        self.skill = skill
        self.level = level
        self.state = state
        self.evidence = evidence
    }
}

/// A type of the person: it prints as a sealed thing wherever it is interpolated by mistake.
package protocol Sealed: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}
extension Sealed {
    package var description: String { "‹sealed›" }
    package var debugDescription: String { "‹sealed›" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
