import Base

/// Lines of a text that has no markup.
enum Layout {
    /// Cuts bytes at line breaks; empty lines are left out.
    static func cut(_ bytes: [UInt8], from: Int, to lines: inout [RawLine]) {
        lines.removeAll(keepingCapacity: true)
        var start = from
        for i in from...bytes.count {
            guard i == bytes.count || bytes[i] == 10 || bytes[i] == 13 else { continue }
            if bytes[start..<i].contains(where: { $0 > 32 }) {
                lines.append(RawLine(start: start, end: i, mark: .none, isBold: false))
            }
            start = i + 1
        }
    }

    /// Where the body of a text begins that may open with its title and location: one or two short lines without a
    /// full stop, then a blank line and more. Zero where the text opens otherwise, as a forum post does with its header.
    static func frontMatter(of bytes: [UInt8], lines: [RawLine]) -> Int {
        func isShort(_ l: RawLine) -> Bool {
            let last = bytes[l.end - 1]
            return l.end - l.start <= 120 && (last != UInt8(ascii: ".") || isAbbreviation(l))
                && last != UInt8(ascii: ":") && last != UInt8(ascii: "!") && bytes[l.start] != UInt8(ascii: "-")
        }
        /// "Washington, D.C."
        func isAbbreviation(_ l: RawLine) -> Bool {
            l.end - l.start >= 4 && bytes[l.end - 3] == UInt8(ascii: ".")
                || l.end - l.start >= 4 && bytes[l.end - 3] == 32
        }
        func hasBar(_ l: RawLine) -> Bool { bytes[l.start..<l.end].contains(UInt8(ascii: "|")) }
        for n in 1...2 where lines.count > n {
            guard lines[..<n].allSatisfy(isShort) else { return 0 }
            let between = bytes[lines[n - 1].end..<lines[n].start]
            guard between.count(where: { $0 == 10 }) >= 2 else { continue }
            // A title may hold one bar and a location several ("Germany | France"); a header holds more, or dashes.
            let bars = bytes[lines[0].start..<lines[0].end].count { $0 == UInt8(ascii: "|") }
            if n == 1 ? hasBar(lines[0]) || dashes(bytes, lines[0]) >= 2 : bars > 1 { return 0 }
            return lines[n].start
        }
        return 0
    }

    /// Dashes between blanks.
    private static func dashes(_ b: [UInt8], _ l: RawLine) -> Int {
        var n = 0
        for k in l.start + 1..<max(l.start + 1, l.end - 1) where b[k - 1] == 32 {
            if b[k] == UInt8(ascii: "-"), b[k + 1] == 32 { n += 1 }
            if b[k] == 0xE2, k + 3 < l.end, b[k + 1] == 0x80, b[k + 3] == 32 { n += 1 }
        }
        return n
    }

    /// Takes blanks, bullets and Markdown signs off both ends of each line and marks what they say. `b` is the folded
    /// text: a bullet sign is a comma in it.
    static func trim(_ lines: inout [RawLine], _ b: UnsafeBufferPointer<UInt8>) {
        for k in lines.indices {
            var s = lines[k].start
            var e = lines[k].end
            while s < e, b[s] <= 32 { s += 1 }
            while s < e, b[e - 1] <= 32 { e -= 1 }
            if s < e, b[s] == UInt8(ascii: "#") {
                var q = s
                while q < e, b[q] == UInt8(ascii: "#") { q += 1 }
                if q - s <= 6, q < e, b[q] == 32 {
                    s = q
                    lines[k].mark = .heading
                }
            } else if s + 2 < e, b[s] == UInt8(ascii: "*"), b[s + 1] == UInt8(ascii: "*"), b[s + 2] != 32 {
                var q = e
                if b[q - 1] == UInt8(ascii: ":") { q -= 1 }
                if q - s > 4, b[q - 1] == UInt8(ascii: "*"), b[q - 2] == UInt8(ascii: "*") {
                    s += 2
                    e = q - 2
                    lines[k].isBold = true
                }
            } else if let after = bullet(b, s, e) {
                s = after
                if lines[k].mark == .none { lines[k].mark = .item }
            }
            while s < e, b[s] <= 32 { s += 1 }
            while s < e, b[e - 1] <= 32 { e -= 1 }
            lines[k].start = s
            lines[k].end = e
        }
        lines.removeAll { $0.start >= $0.end }
    }

    /// The place after a bullet sign or an item's number; nil if the line begins with neither.
    private static func bullet(_ b: UnsafeBufferPointer<UInt8>, _ s: Int, _ e: Int) -> Int? {
        guard s + 1 < e else { return nil }
        switch b[s] {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: ">"), UInt8(ascii: "+"):
            return b[s + 1] <= 32 ? s + 1 : nil
        case UInt8(ascii: ","), 0x1F: return s + 1
        case UInt8(ascii: "o"): return b[s + 1] == 9 ? s + 1 : nil
        case 48...57:
            var q = s
            while q < e, (48...57).contains(b[q]), q - s < 2 { q += 1 }
            guard q + 1 < e, b[q] == UInt8(ascii: ".") || b[q] == UInt8(ascii: ")"), b[q + 1] <= 32 else { return nil }
            return q + 1
        default: return nil
        }
    }
}
