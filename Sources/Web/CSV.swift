import Base

/// RFC 4180: CRLF, quotes where needed. A text cell that a spreadsheet would take for a formula gets an apostrophe in
/// front (OWASP, "CSV injection"); numbers stay numbers; `raw` leaves the cells as they are, for machines.
package enum CSV {
    package static func text(_ rows: [[String]], raw: Bool = false) -> String {
        rows.map { $0.map { cell($0, raw: raw) }.joined(separator: ",") + "\r\n" }.joined()
    }

    static func cell(_ s: String, raw: Bool) -> String {
        let value = raw ? s : neutral(s)
        guard
            value.utf8.contains(where: { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }) || value.hasPrefix(" ")
                || value.hasSuffix(" ")
        else { return value }
        return "\"" + value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private static func neutral(_ s: String) -> String {
        // The first character that is seen decides: blanks before it are trimmed by some programs.
        guard
            let first = s.unicodeScalars.first(where: {
                !$0.properties.isWhitespace || $0 == "\t" || $0 == "\r" || $0 == "\n"
            })
        else { return s }
        let isFormula: Bool =
            switch first.value {
            case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A, 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, 0x2212: true
            default: false
            }
        return isFormula && Double(s) == nil ? "'" + s : s
    }
}
