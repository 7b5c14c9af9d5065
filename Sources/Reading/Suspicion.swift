import Base
import Taxonomy

/// What in a text may deceive its readers: each a flag with its reason in `docs/codebook.md`. Nothing is left out for it; who
/// counts may leave it out.
extension Reader {
    /// Names of skills in one posting beyond which it is a list of search words.
    static let stuffedSkills = 150
    /// Share of names among the words beyond which a text of some length is one.
    private static let stuffedShare = 3
    private static let stuffedWords = 120
    /// Bytes of a single line that no person wrote.
    static let longLine = 20_000

    func suspicions(_ scratch: Scratch, _ facts: Facts) -> [String] {
        var out: [String] = []
        let skills = Set(facts.mentions.map(\.skill)).count
        if skills > Self.stuffedSkills
            || (scratch.tokens.count > Self.stuffedWords && skills * Self.stuffedShare > scratch.tokens.count)
        {
            out.append("stuffed")
        }
        if scratch.hits.contains(where: { families.kinds[Int($0.family)] == .instruction }) {
            out.append("instructions")
        }
        if hasHomoglyphs(scratch) { out.append("homoglyphs") }
        if scratch.builder.lines.contains(where: { $0.end - $0.start > Self.longLine }) { out.append("long-line") }
        if isUnread(facts.language, scratch) { out.append("unread-language") }
        if speaksSeveral(scratch) { out.append("several-languages") }
        return out
    }

    /// The languages that are read; a text in another keeps its title, pay, place and names, and no practice.
    static let readLanguages: Set<String> = ["en", "de", "fr", "es", "sv", "nl", "pt"]

    /// Words of a text whose language is believed to be known.
    private static let languageWords = 30

    func isUnread(_ language: String, _ scratch: Scratch) -> Bool {
        !language.isEmpty && !Self.readLanguages.contains(language) && scratch.tokens.count >= Self.languageWords
    }

    /// A word of Latin letters with a Cyrillic or Greek one among them: written to be found by nobody, or by everybody.
    private func hasHomoglyphs(_ scratch: Scratch) -> Bool {
        let b = scratch.folded
        // Nearly every text has no byte beyond ASCII once its signs are folded, or only accents.
        guard b.contains(where: { $0 &- 0xCE < 4 }) else { return false }
        return scratch.tokens.contains { t in
            var latin = false, other = false
            for k in Int(t.start)..<Int(t.end) {
                let c = b[k]
                if c < 0x80 {
                    latin = latin || isLetter(c)
                } else if c == 0xCE || c == 0xCF || c == 0xD0 || c == 0xD1 {
                    other = true
                }
            }
            return latin && other
        }
    }

    /// Words that only one language has, for it to be one of several.
    private static let languageVotes = 4

    /// Whole paragraphs in three languages or more.
    private func speaksSeveral(_ scratch: Scratch) -> Bool {
        var votes = Array(repeating: 0, count: book.languages.count)
        for word in scratch.wordIDs where word >= 0 {
            let mask = scratch.words.entries[Int(word)].languages
            // A word of one language only speaks for it.
            if mask != 0, mask & (mask - 1) == 0 { votes[mask.trailingZeroBitCount] += 1 }
        }
        let total = votes.reduce(0, +)
        return votes.count { $0 >= Self.languageVotes && $0 * 10 > total } >= 3
    }
}
