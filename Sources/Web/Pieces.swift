import Insight

/// The pieces of a page that another room composes its own pages from (`Home`).
package enum Pieces {
    /// A row of the ledger: label, substance, margin.
    package static func row(_ label: [Node], _ body: [Node], note: [Node] = [], first: Bool = false) -> Node {
        ledger(label, body, note: note, first: first)
    }
    /// A note of the margin: a bold first word, then a sentence.
    package static func margin(_ word: String, _ sentence: String) -> Node { note(word, sentence) }
    package static func opening(_ sentence: String) -> Node { lead(sentence) }
    /// The large wheel of a group of openings.
    package static func wheel(_ wheel: Wheel, id: String, title: String) -> Node {
        WheelDrawing.large(wheel, id: id, title: title)
    }
}
