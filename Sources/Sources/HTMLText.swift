import Base

/// The little that this room must know of HTML: character references, and the signs of hidden text. Turning a body into
/// text is Reading's work.
enum HTMLText {
    /// Resolves character references once: the five of XML, `&nbsp;` and numeric ones. Others stay as they are, for they
    /// belong to the HTML inside. 0, surrogates and numbers beyond Unicode become U+FFFD; 128 to 159 are windows-1252.
    static func unescape(_ b: [UInt8]) -> [UInt8] {
        guard b.contains(UInt8(ascii: "&")) else { return b }
        var out: [UInt8] = []
        out.reserveCapacity(b.count)
        var i = 0
        while i < b.count {
            guard b[i] == UInt8(ascii: "&"), let (bytes, next) = reference(b, i) else {
                out.append(b[i])
                i += 1
                continue
            }
            out.append(contentsOf: bytes)
            i = next
        }
        return out
    }

    /// The reference at `i`, if it is one that `unescape` knows.
    private static func reference(_ b: [UInt8], _ i: Int) -> ([UInt8], Int)? {
        var j = i + 1
        if j < b.count, b[j] == UInt8(ascii: "#") {
            j += 1
            let hex = j < b.count && b[j] | 0x20 == UInt8(ascii: "x")
            if hex { j += 1 }
            var value: UInt32 = 0
            let from = j
            while j < b.count, j - from < 8, let d = hexValue(b[j]), hex || d < 10 {
                value = value &* (hex ? 16 : 10) &+ UInt32(d)
                j += 1
            }
            guard j > from, j < b.count, b[j] == UInt8(ascii: ";") else { return nil }
            if (128...159).contains(value) { value = Charset.windows1252(UInt8(value)) }
            let scalar = value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
            return (Array(String(Character(scalar)).utf8), j + 1)
        }
        for (name, bytes) in named where b.count - j > name.count && b[j..<j + name.count].elementsEqual(name) {
            guard b[j + name.count] == UInt8(ascii: ";") else { continue }
            return (bytes, j + name.count + 1)
        }
        return nil
    }

    private static let named: [([UInt8], [UInt8])] = [
        (Array("lt".utf8), Array("<".utf8)), (Array("gt".utf8), Array(">".utf8)), (Array("amp".utf8), Array("&".utf8)),
        (Array("quot".utf8), Array("\"".utf8)), (Array("apos".utf8), Array("'".utf8)),
        (Array("nbsp".utf8), [0xC2, 0xA0]),
    ]

    static func escape(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        for c in text {
            switch c {
            case UInt8(ascii: "<"): out.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): out.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "&"): out.append(contentsOf: "&amp;".utf8)
            case 10: out.append(contentsOf: "<br>".utf8)
            default: out.append(c)
            }
        }
        return out
    }

    /// `<` or `</` and a letter: markup, not a comparison.
    static func hasTag(_ b: [UInt8]) -> Bool {
        var i = 0
        while i + 1 < b.count {
            if b[i] == UInt8(ascii: "<") {
                let k = b[i + 1] == UInt8(ascii: "/") && i + 2 < b.count ? b[i + 2] : b[i + 1]
                if (97...122).contains(k | 0x20) { return true }
            }
            i += 1
        }
        return false
    }

    /// A body that arrives as escaped HTML is unescaped until markup shows, twice at most; one that holds markup is left.
    static func unwrap(_ body: [UInt8]) -> [UInt8] {
        var b = body
        for _ in 0..<2 where !hasTag(b) && contains(b, "&lt;") { b = unescape(b) }
        return b
    }

    static func contains(_ b: [UInt8], _ needle: StaticString) -> Bool { find(b, needle, from: 0) != nil }

    /// The next place of an ASCII needle, ignoring case. O(n).
    static func find(_ b: [UInt8], _ needle: StaticString, from: Int) -> Int? {
        let count = needle.utf8CodeUnitCount
        guard count > 0, b.count >= count else { return nil }
        return b.withUnsafeBufferPointer { hay in
            needle.withUTF8Buffer { n -> Int? in
                var i = max(from, 0)
                let first = fold(n[0])
                while i + count <= hay.count {
                    if fold(hay[i]) == first {
                        var k = 1
                        while k < count, fold(hay[i + k]) == fold(n[k]) { k += 1 }
                        if k == count { return i }
                    }
                    i += 1
                }
                return nil
            }
        }
    }

    @inline(__always) static func fold(_ c: UInt8) -> UInt8 { (65...90).contains(c) ? c | 0x20 : c }

    /// True if a style or attribute takes a part of the body out of sight.
    static func hidesText(_ b: [UInt8]) -> Bool {
        let signs: [StaticString] = [
            "display:none", "display: none", "visibility:hidden", "visibility: hidden", "font-size:0", "font-size: 0",
            "left:-9", "left: -9", "text-indent:-9", "text-indent: -9", "opacity:0;", " hidden>", " hidden=",
        ]
        guard contains(b, "style") || contains(b, " hidden") else { return false }
        return signs.contains { contains(b, $0) }
    }
}
