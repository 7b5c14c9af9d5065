import Base

/// A name found in a text.
package struct NameHit: Sendable, Equatable {
    package var skill: SkillIndex
    package var span: ByteSpan
    /// The spelling counts only with a cue or a sure technology in the same list; the reader decides.
    package var isAmbiguous: Bool
    package init(skill: SkillIndex, span: ByteSpan, isAmbiguous: Bool) {
        self.skill = skill
        self.span = span
        self.isAmbiguous = isAmbiguous
    }
}

/// Finds all names of the taxonomy in one pass over a text.
package struct NameFinder: Sendable {
    package init() {}
    /// Appends the hits in order of their start: whole words, longest name first, no overlaps.
    package func find(in text: Span<UInt8>, into hits: inout [NameHit]) {}
}
