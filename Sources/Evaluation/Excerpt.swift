import Base
import Reading

/// Words cut from a posting's text.
enum Excerpt {
    /// Bytes of the line that are shown on either side.
    static let reach = 60

    /// The span and what stands around it in its line, whole words, contact data masked. A span beyond the text is cut.
    static func around(_ span: Range<Int>, in text: [UInt8]) -> String {
        let start = min(span.lowerBound, text.count)
        let end = min(span.upperBound, text.count)
        var from = start
        while from > 0, start - from < reach, text[from - 1] != 10 { from -= 1 }
        var to = end
        while to < text.count, to - end < reach, text[to] != 10 { to += 1 }
        if from > 0, text[from - 1] != 10 { from = text[from..<start].firstIndex(of: 32).map { $0 + 1 } ?? start }
        if to < text.count, text[to] != 10 { to = text[end..<to].lastIndex(of: 32) ?? end }
        return CleanText.line(Contacts.masked(text, ByteSpan(from, to)))
    }

    /// Two quotes prove the same: they share a byte where both stand in the text, else half of the words of the shorter.
    static func isSame(_ a: String, _ b: String, in text: [UInt8]) -> Bool {
        guard !a.isEmpty, !b.isEmpty else { return false }
        if let i = text.firstRange(of: Array(a.utf8)), let j = text.firstRange(of: Array(b.utf8)) {
            return i.overlaps(j)
        }
        let (first, second) = (words(a), words(b))
        let fewer = min(first.count, second.count)
        return fewer > 0 && 2 * first.intersection(second).count >= fewer
    }

    private static func words(_ s: String) -> Set<[Unicode.Scalar]> {
        Set(s.lowercased().unicodeScalars.split { !$0.isWord }.map(Array.init))
    }
}
