/// What a stranger wrote, made harmless for a line of output. One function, used by every surface that prints
/// third-party words; HTML is escaped by `Web` on top of it.
package enum CleanText {
    /// Drops C0 and C1 controls (line break and tab become one blank), bidirectional controls, zero-width characters,
    /// tag characters and U+FEFF; keeps everything that is read.
    package static func line(_ s: String) -> String {
        var out = String.UnicodeScalarView()
        var blank = false
        for u in s.unicodeScalars {
            switch u.value {
            case 9, 10, 13, 0x20, 0xA0, 0x2028, 0x2029: blank = true
            case 0..<32, 0x7F..<0xA0, 0xAD: continue
            case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xE0000...0xE007F, 0x061C, 0xFFF9...0xFFFB:
                continue
            default:
                if blank, !out.isEmpty { out.append(" ") }
                blank = false
                out.append(u)
            }
        }
        return String(out)
    }

    /// True if the text carries characters that reorder what is seen.
    package static func hasBidi(_ s: String) -> Bool {
        s.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) }
    }
}
