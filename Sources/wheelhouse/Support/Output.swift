import ArgumentParser
import Base
import Glibc
import Web

/// Standard output is data, standard error is progress, notes and errors. Nothing that a stranger wrote reaches a
/// terminal with a control character in it: every line goes through here.
enum Output {
    static let isTerminal = isatty(STDOUT_FILENO) == 1
    static let errorIsTerminal = isatty(STDERR_FILENO) == 1

    /// Colour only on a terminal that wants it: NO_COLOR, TERM=dumb and CLICOLOR_FORCE are obeyed.
    static let hasColor: Bool = {
        func set(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
        if let no = set("NO_COLOR"), !no.isEmpty { return false }
        if let force = set("CLICOLOR_FORCE"), force != "0", !force.isEmpty { return true }
        return isTerminal && set("TERM") != "dumb"
    }()

    /// Columns of the terminal; 100 where there is none.
    static let width: Int = {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 100 }
        return Int(size.ws_col)
    }()

    /// Bytes as they are, for JSON, CSV, HTML. Ends the program quietly when the reader has gone.
    static func write(_ bytes: [UInt8]) {
        var done = 0
        while done < bytes.count {
            let n = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress! + done, bytes.count - done) }
            if n < 0 {
                if errno == EINTR { continue }
                Glibc.exit(errno == EPIPE ? 0 : 1)
            }
            done += n
        }
    }

    static func line(_ text: String = "") { write(Array((clean(text) + "\n").utf8)) }

    static func json(_ body: (inout JSONWriter) throws -> Void) rethrows {
        var writer = JSONWriter()
        try body(&writer)
        write(writer.bytes + [10])
    }

    /// One line on standard error.
    static func note(_ text: String) {
        let bytes = Array((clean(text, keepingBreaks: true) + "\n").utf8)
        bytes.withUnsafeBytes { _ = Glibc.write(STDERR_FILENO, $0.baseAddress!, bytes.count) }
    }

    static func bold(_ s: String) -> String { style("1", s) }
    static func dim(_ s: String) -> String { style("2", s) }
    /// The market, a fall, and you: LOOK.md's three terminal colours.
    static func blue(_ s: String) -> String { style("34", s) }
    static func magenta(_ s: String) -> String { style("35", s) }
    static func yellow(_ s: String) -> String { style("33", s) }

    private static func style(_ code: String, _ s: String) -> String { hasColor ? "\u{1B}[\(code)m\(s)\u{1B}[0m" : s }

    /// Keeps only our own style sequences (ESC [ digits m) and drops every other control character.
    private static func clean(_ text: String, keepingBreaks: Bool = false) -> String {
        var out = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        var i = 0
        while i < scalars.count {
            let u = scalars[i].value
            if u == 27, hasColor, i + 3 < scalars.count, scalars[i + 1] == "[",
                let end = scalars[i + 2..<min(i + 5, scalars.count)].firstIndex(of: "m"),
                scalars[i + 2..<end].allSatisfy({ ("0"..."9").contains($0) })
            {
                out.append(contentsOf: scalars[i...end])
                i = end + 1
                continue
            }
            let isControl = u < 32 || (0x7F..<0xA0).contains(u)
            if !isControl || u == 9 || (keepingBreaks && u == 10) {
                out.append(scalars[i])
            } else if u == 10 {
                out.append(" ")
            }
            i += 1
        }
        return String(out)
    }

    /// Columns that a terminal gives to the text: two for wide characters, none for combining ones, none for styles.
    static func columns(_ s: String) -> Int {
        var n = 0
        var inStyle = false
        for u in s.unicodeScalars {
            if u.value == 27 { inStyle = true; continue }
            if inStyle { if u == "m" { inStyle = false }; continue }
            n += columns(of: u)
        }
        return n
    }

    /// After Unicode's East Asian Width (UAX #11, wide and full-width blocks) and general category: two, one or none.
    private static func columns(of u: Unicode.Scalar) -> Int {
        switch u.value {
        case 0..<32, 0x7F..<0xA0: 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            2
        default:
            switch u.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: 0
            default: 1
            }
        }
    }
}

/// The output forms that every verb with a table has.
struct OutputOptions: ParsableArguments {
    @Flag(name: .long, help: "Print JSON; its keys are the API's.") var json = false
    @Flag(name: .long, help: "Print CSV (RFC 4180).") var csv = false
    @Flag(name: .long, help: "Print tab-separated values.") var tsv = false
    @Flag(name: .long, help: "No line of column names.") var noHeader = false
}

/// A table for people on a terminal, and the same as TSV or CSV for programs.
struct TextTable {
    enum Align { case left, right }
    struct Head {
        var title: String
        var align: Align
        /// May be cut with "…" when the terminal is narrow.
        var flexible: Bool
    }
    var heads: [Head]
    var rows: [[String]] = []

    init(_ heads: [(String, Align)], flexible: Set<Int> = [0]) {
        self.heads = heads.enumerated().map { Head(title: $1.0, align: $1.1, flexible: flexible.contains($0)) }
    }

    mutating func add(_ cells: [String]) {
        precondition(cells.count == heads.count, "a row has as many cells as the table has heads")
        rows.append(cells.map { CleanText.line($0) })
    }

    func print(_ options: OutputOptions) {
        if options.csv { return commaSeparated(options) }
        if options.tsv || !Output.isTerminal { return tabSeparated(options) }
        aligned(options)
    }

    /// A page's CSV and a terminal's are written, and kept from being run as formulas, by the same code.
    private func commaSeparated(_ options: OutputOptions) {
        Output.write(Array(CSV.text((options.noHeader ? [] : [heads.map(\.title)]) + rows).utf8))
    }

    private func tabSeparated(_ options: OutputOptions) {
        let lines = (options.noHeader ? [] : [heads.map(\.title)]) + rows
        for line in lines { Output.write(Array((line.joined(separator: "\t") + "\n").utf8)) }
    }

    private func aligned(_ options: OutputOptions) {
        var widths = heads.indices.map { c in
            max(options.noHeader ? 0 : Output.columns(heads[c].title), rows.map { Output.columns($0[c]) }.max() ?? 0)
        }
        var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - Output.width
        for c in heads.indices where heads[c].flexible && excess > 0 {
            let cut = min(excess, max(0, widths[c] - 12))
            widths[c] -= cut
            excess -= cut
        }
        func cells(_ row: [String]) -> String {
            zip(row.indices, row).map { c, cell in Self.fit(cell, widths[c], heads[c].align) }.joined(separator: "  ")
        }
        if !options.noHeader { Output.line(Output.dim(cells(heads.map(\.title)))) }
        for row in rows { Output.line(cells(row)) }
    }

    static func fit(_ cell: String, _ width: Int, _ align: Align) -> String {
        var text = cell
        if Output.columns(text) > width {
            while Output.columns(text) > width - 1, !text.isEmpty { text.removeLast() }
            text += "…"
        }
        let blank = String(repeating: " ", count: max(0, width - Output.columns(text)))
        return align == .left ? text + blank : blank + text
    }
}
