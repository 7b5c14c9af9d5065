import Base

/// What a part of a posting is about, by the nearest heading above it. Raw values are stable within one reader version.
package enum Section: UInt8, Sendable, CaseIterable {
    /// No heading rules here: prose, or the body before its first heading.
    case none
    /// The title's own line, the location's own line, the header line of a forum post ("Acme | Go | Oslo | REMOTE").
    case title, location, header
    /// The company, its product, team and culture.
    case about
    /// What the person will do.
    case duties
    case required, nice
    /// What the person gets: pay, perks, equity.
    case benefits
    /// "Our stack", "Tech": what is in use, asking nothing.
    case stack
    /// Equal opportunity, privacy notices, e-verify.
    case legal
    /// How to apply, how the interviews go.
    case process
}

package enum LineKind: UInt8, Sendable { case heading, item, paragraph, title, location }

/// One line of a posting: its bytes without the line break, without a bullet sign and without blanks at both ends.
package struct Line: Sendable, Equatable {
    package var span: ByteSpan
    package var kind: LineKind
    package var section: Section
    package init(span: ByteSpan, kind: LineKind, section: Section) {
        self.span = span
        self.kind = kind
        self.section = section
    }
}

/// The text of a posting, cut into lines whose sections are known: what every reader of facts is given.
/// `bytes` is valid UTF-8; each line's span lies in it, in order, without overlap; empty lines are absent.
package struct ReadText: Sendable {
    package var bytes: [UInt8]
    package var lines: [Line]
    /// Where the body begins in `bytes`.
    package var bodyStart: Int

    package init(bytes: [UInt8] = [], lines: [Line] = [], bodyStart: Int = 0) {
        self.bytes = bytes
        self.lines = lines
        self.bodyStart = bodyStart
    }

    package func words(_ span: ByteSpan) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

    /// The sentences of a line, without the blanks around them, at least one for a line that is not empty.
    package func sentences(in line: Line) -> [ByteSpan] {
        var out: [ByteSpan] = []
        bytes.withUnsafeBufferPointer { Sentences.append(of: line.span, in: $0, to: &out) }
        return out
    }
}

/// Where sentences end: after `.`, `!`, `?`, `…` and what closes it, when a blank and no small letter follow, unless the
/// word before is a known abbreviation or a single letter. "Node.js", "3.5", "e.g. Go" and "Acme Inc. builds" stay whole.
enum Sentences {
    static func append(of span: ByteSpan, in b: UnsafeBufferPointer<UInt8>, to out: inout [ByteSpan]) {
        var start = Int(span.start)
        let end = Int(span.end)
        var i = start
        while i < end {
            let c = b[i]
            guard c == UInt8(ascii: ".") || c == UInt8(ascii: "!") || c == UInt8(ascii: "?") else { i += 1; continue }
            var j = i + 1
            while j < end, isCloser(b[j]) || b[j] == UInt8(ascii: ".") || b[j] == UInt8(ascii: "!") { j += 1 }
            let after = j
            while j < end, b[j] == 32 || b[j] == 9 { j += 1 }
            if j < end, j > after, startsSentence(b, j),
                c != UInt8(ascii: ".") || !isAbbreviation(b, from: start, dot: i)
            {
                out.append(ByteSpan(start, after))
                start = j
            }
            i = max(j, i + 1)
        }
        if start < end { out.append(ByteSpan(start, end)) }
    }

    private static func isCloser(_ c: UInt8) -> Bool {
        c == UInt8(ascii: ")") || c == UInt8(ascii: "\"") || c == UInt8(ascii: "'") || c == UInt8(ascii: "]")
            || c == UInt8(ascii: "*")
    }

    private static func startsSentence(_ b: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
        !(97...122).contains(b[i]) && b[i] != UInt8(ascii: ",") && b[i] != UInt8(ascii: ";")
    }

    /// True for the word that ends at `dot`: one letter ("U.S."), or a word of the list.
    private static func isAbbreviation(_ b: UnsafeBufferPointer<UInt8>, from start: Int, dot: Int) -> Bool {
        var k = dot
        while k > start, b[k - 1] > 32, b[k - 1] != UInt8(ascii: "(") { k -= 1 }
        let n = dot - k
        if n == 0 { return true }
        // A single letter is an initial ("J. Doe") unless it is a name of its own at the end of a list ("C and R. You").
        if n == 1 { return (97...122).contains(b[k]) }
        if n >= 2, n <= 3, b[dot - 2] == UInt8(ascii: ".") { return true }
        guard n <= 6 else { return false }
        return abbreviations.contains { w in
            guard w.utf8CodeUnitCount == n else { return false }
            for q in 0..<n where b[k + q] | 0x20 != w.utf8Start[q] | 0x20 { return false }
            return true
        }
    }

    private static let abbreviations: [StaticString] = [
        "eg", "ie", "etc", "inc", "ltd", "llc", "corp", "sr", "jr", "dr", "mr", "ms", "mrs", "vs", "approx", "incl",
        "excl",
        "resp", "bzw", "ca", "inkl", "zzgl", "max", "min", "mind", "evtl", "ggf", "usw", "bspw", "nr", "no", "vgl",
        "st",
        "t.ex", "bl.a", "dvs", "osv", "p.ex", "p.ej", "bijv", "o.a", "e.g", "i.e", "z.b", "u.a", "d.h", "mtl", "jhrl",
        "abs",
    ]
}
