import Base
import Reading
import Sources
import Taxonomy

/// How a stored document becomes a posting and its facts: two pure functions and the version that names them together.
/// `MarketStore` is given one, so that a test can put its own reader in the place of the house's.
package struct DocumentReading: Sendable {
    /// Changes whenever the same document could give other facts; the facts cache keys by it.
    package var version: String
    package var posting: @Sendable (_ document: [UInt8], _ board: Board, _ externalID: String) throws(Fault) -> Posting
    package var facts: @Sendable (Posting) -> Facts

    package init(
        version: String, posting: @escaping @Sendable ([UInt8], Board, String) throws(Fault) -> Posting,
        facts: @escaping @Sendable (Posting) -> Facts
    ) {
        self.version = version
        self.posting = posting
        self.facts = facts
    }
}
