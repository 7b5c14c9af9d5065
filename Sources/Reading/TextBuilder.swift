import Base

/// A line before it is known what it is: where it lies, and what the markup said of it.
struct RawLine {
    enum Mark: UInt8 { case none, heading, item }
    var start: Int
    var end: Int
    var mark: Mark
    /// Everything in it was bold: a heading to the eye.
    var isBold: Bool
}

/// Collects the text of a posting in the one form that all spans count in: single blanks, one line a block, items as
/// `- `, at most one blank line between blocks and none before or between items. Cost: one append a byte.
struct TextBuilder {
    var out: [UInt8] = []
    var lines: [RawLine] = []
    private var lineStart = 0
    private var mark = RawLine.Mark.none
    private var needsBlank = false
    private var breaks = 0
    private var boldBytes = 0
    private var plainBytes = 0
    private var lastWasItem = false
    var isBold = false
    /// The next text begins an item.
    var startsItem = false
    var isHeading = false
    var hasBidi = false

    mutating func reset() {
        out.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        lineStart = 0
        mark = .none
        needsBlank = false
        breaks = 0
        boldBytes = 0
        plainBytes = 0
        lastWasItem = false
        isBold = false
        startsItem = false
        isHeading = false
        hasBidi = false
    }

    /// White space in the source.
    @inline(__always) mutating func blank() { needsBlank = true }

    /// The end of a line (1) or of a block (2).
    mutating func lineBreak(_ n: Int = 1) {
        finishLine()
        breaks = min(2, breaks + n)
        needsBlank = false
    }

    private mutating func finishLine() {
        guard out.count > lineStart else { return }
        lines.append(RawLine(start: lineStart, end: out.count, mark: mark, isBold: boldBytes > 0 && plainBytes == 0))
        lastWasItem = mark == .item
        lineStart = out.count
        mark = .none
        boldBytes = 0
        plainBytes = 0
    }

    /// What must stand before the next byte of text.
    private mutating func open() {
        if startsItem {
            finishLine()
            if !out.isEmpty { out.append(10) }
            out.append(UInt8(ascii: "-"))
            out.append(32)
            lineStart = out.count
            mark = .item
            startsItem = false
        } else {
            if !out.isEmpty { for _ in 0..<breaks { out.append(10) } }
            lineStart = out.count
            mark = isHeading ? .heading : .none
        }
        breaks = 0
        needsBlank = false
    }

    @inline(__always) mutating func text(_ c: UInt8) {
        if out.count == lineStart || startsItem { open() } else if needsBlank { out.append(32) }
        needsBlank = false
        if isBold { boldBytes &+= 1 } else if c > 64 { plainBytes &+= 1 }
        out.append(c)
    }

    /// Plain text as `wh_plain_run` finds it, copied at once.
    @inline(__always) mutating func run(_ b: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) {
        var a = from, z = to
        if b[a] == 32 {
            needsBlank = true
            a += 1
        }
        guard a < z else { return }
        let endsInBlank = b[z - 1] == 32
        if endsInBlank { z -= 1 }
        if out.count == lineStart || startsItem { open() } else if needsBlank { out.append(32) }
        needsBlank = endsInBlank
        if isBold {
            boldBytes &+= z - a
        } else if plainBytes == 0 {
            var k = a
            while k < z, b[k] <= 64 { k += 1 }
            if k < z { plainBytes = 1 }
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: b[a..<z]))
    }

    mutating func scalar(_ value: UInt32) {
        switch value {
        case 9, 10, 13, 32, 0xA0, 0x2028, 0x2029: blank()
        case 0xAD, 0x200B...0x200F, 0x2060...0x2065, 0xFEFF, 0xE0000...0xE007F, 0x061C: return
        case 0x202A...0x202E, 0x2066...0x2069: hasBidi = true
        case 0..<32, 0x7F..<0xA0: return
        default:
            let u = Unicode.Scalar(value) ?? "\u{FFFD}"
            for c in UTF8.encode(u) ?? UTF8.encodedReplacementCharacter { text(c) }
        }
    }

    /// Copies the character at `i` of valid UTF-8, which is not ASCII, and gives its length.
    @inline(__always) mutating func character(_ b: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
        let c = b[i]
        let n = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4
        guard i + n <= b.count else { return b.count - i }
        if c == 0xC2 || c == 0xE2 || c == 0xEF || c == 0xF3 || c == 0xD8 {
            var v = UInt32(c) & (n == 2 ? 0x1F : n == 3 ? 0x0F : 0x07)
            for k in 1..<n { v = v << 6 | UInt32(b[i + k] & 0x3F) }
            scalar(v)
        } else {
            for k in 0..<n { text(b[i + k]) }
        }
        return n
    }

    mutating func finish() {
        finishLine()
        breaks = 0
    }

    /// A title or a location, a line of its own; the blank line before the body is the caller's.
    mutating func ownLine(_ s: String) {
        var s = s
        s.withUTF8 { b in
            var i = 0
            while i < b.count {
                let c = b[i]
                if c >= 0x80 {
                    i += character(b, i)
                } else {
                    if c <= 32 || c == 127 { if c <= 32 { blank() } } else { text(c) }
                    i += 1
                }
            }
        }
        lineBreak()
    }

    /// A plain text: its own lines, white space as it stands inside a line made single.
    mutating func plain(_ b: UnsafeBufferPointer<UInt8>) {
        var i = 0
        var bytesInLine = 0
        while i < b.count {
            let c = b[i]
            if c == 10 || c == 13 {
                if c == 13, i + 1 < b.count, b[i + 1] == 10 { i += 1 }
                lineBreak(1)
                bytesInLine = 0
                i += 1
            } else if c >= 0x80 {
                i += character(b, i)
                bytesInLine += 1
            } else {
                if c <= 32 { blank() } else if c != 127 { text(c) }
                bytesInLine += 1
                i += 1
            }
        }
        finish()
    }
}

/// True for well-formed UTF-8 (no overlong forms, no surrogates, nothing beyond U+10FFFF).
func isValidUTF8(_ b: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = 0
    let n = b.count
    guard let base = UnsafeRawPointer(b.baseAddress) else { return true }
    while i < n {
        while i + 8 <= n, base.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 { i += 8 }
        guard i < n else { break }
        let c = b[i]
        if c < 0x80 { i += 1; continue }
        func next(_ k: Int) -> Bool { i + k < n && b[i + k] & 0xC0 == 0x80 }
        switch c {
        case 0xC2...0xDF:
            guard next(1) else { return false }
            i += 2
        case 0xE0...0xEF:
            guard next(1), next(2), c != 0xE0 || b[i + 1] >= 0xA0, c != 0xED || b[i + 1] < 0xA0 else { return false }
            i += 3
        case 0xF0...0xF4:
            guard next(1), next(2), next(3), c != 0xF0 || b[i + 1] >= 0x90, c != 0xF4 || b[i + 1] < 0x90 else {
                return false
            }
            i += 4
        default: return false
        }
    }
    return true
}
