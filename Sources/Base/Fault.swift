/// The caller's mistake or the world's failure, as a value: a code for machines, a sentence for people, and where.
///
/// Programmer errors are not Faults; they are preconditions.
package struct Fault: Error, Sendable, Equatable, CustomStringConvertible {
    /// A closed list, so that a surface can map each to an HTTP status and an exit code once (`Fault+Surface.swift`).
    package enum Code: String, Sendable, CaseIterable {
        case usage, notFound = "not_found", refused, conflict, busy
        case malformed, incomplete, unsupported
        case limitBytes = "limit.bytes", limitDepth = "limit.depth", limitItems = "limit.items"
        case limitTime = "limit.time", limitLength = "limit.length", limitRatio = "limit.ratio"
        case limitOccurrences = "limit.occurrences"
        case xmlEntity = "xml.entity", charset
        case netPrivate = "net.private", netScheme = "net.scheme", netPort = "net.port", netResolve = "net.resolve"
        case netRedirect = "net.redirect", netStatus = "net.status", netTimeout = "net.timeout", netRobots =
            "net.robots"
        case netTerms = "net.terms", netFailed = "net.failed"
        case driftSchema = "drift.schema", driftVolume = "drift.volume"
        case storage, storageFull = "storage.full", corrupt, newer
    }

    package var code: Code
    /// One sentence for a person, without a full stop at the end, never containing secrets or profile text.
    package var sentence: String
    /// Where: a file, a URL, a line or a JSON pointer. Empty if there is no such place.
    package var at: String

    package init(_ code: Code, _ sentence: String, at: String = "") {
        self.code = code
        self.sentence = sentence
        self.at = at
    }

    package var description: String {
        at.isEmpty ? "\(code.rawValue): \(sentence)" : "\(code.rawValue): \(sentence) (\(at))"
    }

    /// The exit status of the command line: 1 the world, 2 usage, 3 refused, 4 not found.
    package var exitStatus: Int32 {
        switch code {
        case .usage, .unsupported: 2
        case .refused: 3
        case .notFound: 4
        default: 1
        }
    }
}
