// Start here. Insight answers questions about the market with Findings: a number with its interval, its witnesses and
// its caveats, or a refusal that says why. `MarketInsight` is the whole surface; Population decides which openings a
// figure counts, Gates when nothing is said, Sentences how it is said; the rest is one file a question.
//
// Invariant: a figure, its verdict, its sentence and the query that opens its openings come from the same values; no
// direction is claimed unless it survives the test of all that were tried with it.

import Base
import Market
import Synchronization
import Taxonomy

/// Questions about one generation of the market. Cheap to copy; answers that share a population share its counts.
package struct MarketInsight: Sendable {
    package let generation: Generation
    package let taxonomy: Taxonomy
    let memory: Memory

    package init(generation: Generation, taxonomy: Taxonomy) {
        self.generation = generation
        self.taxonomy = taxonomy
        memory = Memory()
    }

    /// The subject's name for people.
    package func name(of subject: Subject) -> String {
        switch subject {
        case .skill(let id): taxonomy.skill(id: id)?.name ?? CleanText.line(id)
        case .practice(let p): p.title
        case .role(let r): r.title
        case .everything: "IT openings"
        }
    }

    /// Counted populations, so that the figures of one page are counted once. Dropped whole when full.
    final class Memory: Sendable {
        static let limit = 48
        struct Key: Hashable {
            var query: Query
            var window: Window?
        }
        let levels = Mutex<[Key: Population]>([:])
        let books = Mutex<[Query: ChangeBook]>([:])
    }
}
