import Base
import Taxonomy

/// Names that no list knows, gathered over many postings: what may become skills. A pure count; constant in memory but for
/// the names themselves.
package struct Candidates: Sendable {
    /// Names that are kept; further ones are counted together.
    package static let limit = 200_000
    /// Bytes of an example.
    private static let exampleBytes = 160

    package struct Candidate: Sendable {
        /// As written most lately in the order of reading; case is folded for counting.
        package var name: String
        package var postings: Int
        /// Employers, told apart by the key given with each posting.
        package var companies: Set<String>
        /// Postings that ask for it.
        package var asked: Int
        package var example: String
    }
    private var byName: [String: Candidate] = [:]
    /// Postings whose names did not fit any more.
    package private(set) var dropped = 0

    package init() {}

    package mutating func add(_ facts: Facts, company: String) {
        var seen: Set<String> = []
        for u in facts.unlisted {
            let name = CleanText.line(facts.words(u.span))
            let key = Taxonomy.fold(name)
            guard !key.isEmpty, seen.insert(key).inserted else { continue }
            guard byName[key] != nil || byName.count < Self.limit else {
                dropped += 1
                continue
            }
            var c =
                byName[key]
                ?? Candidate(name: name, postings: 0, companies: [], asked: 0, example: Self.example(u, facts))
            c.postings += 1
            c.companies.insert(company)
            c.asked += u.status.isAsked ? 1 : 0
            byName[key] = c
        }
    }

    /// Those of most employers first, then of most postings.
    package func ranked(limit: Int) -> [Candidate] {
        Array(
            byName.values.sorted {
                ($0.companies.count, $0.postings, $1.name) > ($1.companies.count, $1.postings, $0.name)
            }.prefix(limit))
    }

    package var count: Int { byName.count }

    private static func example(_ u: Unlisted, _ facts: Facts) -> String {
        let from = max(0, Int(u.span.start) - exampleBytes / 2),
            to = min(facts.text.count, Int(u.span.end) + exampleBytes / 2)
        let line = facts.text[from..<to].split(separator: 10).first {
            $0.startIndex <= Int(u.span.start) && $0.endIndex >= Int(u.span.end)
        }
        return CleanText.line(String(decoding: line ?? facts.text[u.span.range], as: UTF8.self))
    }
}
