import Base

/// Contact data of private persons: e-mail addresses and telephone numbers. `Reader` blanks it before it reads facts.
package enum Contacts {
    /// Addresses and telephone numbers in a stretch of text: `name@host`, `name [at] host [dot] tld`, and digits that are
    /// written as a number to call.
    package static func find(_ bytes: [UInt8], _ span: ByteSpan) -> [ByteSpan] {
        var out: [ByteSpan] = []
        bytes.withUnsafeBufferPointer { b in
            let from = Int(span.start)
            let to = Int(span.end)
            var i = from
            while i < to {
                guard Self.beginners[Int(b[i])] else {
                    i += 1
                    continue
                }
                if b[i] == UInt8(ascii: "@"), let found = address(b, at: i, from, to) {
                    out.append(found)
                    i = Int(found.end)
                } else if let found = spelledAddress(b, i, from, to) {
                    out.append(found)
                    i = Int(found.end)
                } else if b[i] == UInt8(ascii: "+") || (48...57).contains(b[i]) || b[i] == UInt8(ascii: "("),
                    i == from || !isInWord(b[i - 1]), let end = telephone(b, i, to)
                {
                    out.append(ByteSpan(i, end))
                    i = end
                } else {
                    i += 1
                }
            }
        }
        return out
    }

    /// Bytes at which contact data is noticed.
    private static let beginners: [Bool] = (0..<256).map { "@[(<+0123456789".utf8.contains(UInt8($0)) }

    package static func hasPrivate(_ bytes: [UInt8], _ span: ByteSpan) -> Bool { !find(bytes, span).isEmpty }

    /// The words of a span, with contact data replaced by `[contact]`.
    package static func masked(_ bytes: [UInt8], _ span: ByteSpan) -> String {
        let found = find(bytes, span)
        guard !found.isEmpty else { return String(decoding: bytes[span.range], as: UTF8.self) }
        var out: [UInt8] = []
        var at = Int(span.start)
        for f in found {
            out += bytes[at..<Int(f.start)]
            out += Array("[contact]".utf8)
            at = Int(f.end)
        }
        out += bytes[at..<Int(span.end)]
        return String(decoding: out, as: UTF8.self)
    }

    private static func isInWord(_ c: UInt8) -> Bool {
        isLetter(c) || (48...57).contains(c) || c >= 0x80 || c == 46 || c == 45 || c == 95
    }

    private static func address(_ b: UnsafeBufferPointer<UInt8>, at i: Int, _ from: Int, _ to: Int) -> ByteSpan? {
        var s = i
        while s > from, isInWord(b[s - 1]) || b[s - 1] == UInt8(ascii: "+"), i - s < 64 { s -= 1 }
        var e = i + 1
        while e < to, isInWord(b[e]), e - i < 255 { e += 1 }
        while e > i + 1, b[e - 1] == UInt8(ascii: ".") || b[e - 1] == UInt8(ascii: "-") { e -= 1 }
        guard s < i, b[i + 1..<e].contains(UInt8(ascii: ".")) else { return nil }
        return ByteSpan(s, e)
    }

    /// "jane [at] example [dot] org", "jane(at)example.org", "jane<at>example".
    private static func spelledAddress(_ b: UnsafeBufferPointer<UInt8>, _ i: Int, _ from: Int, _ to: Int) -> ByteSpan? {
        guard b[i] == UInt8(ascii: "[") || b[i] == UInt8(ascii: "(") || b[i] == UInt8(ascii: "<"), i + 3 < to else {
            return nil
        }
        var k = i + 1
        while k < to, b[k] == 32 { k += 1 }
        guard k + 2 < to, b[k] | 0x20 == UInt8(ascii: "a"), b[k + 1] | 0x20 == UInt8(ascii: "t") else { return nil }
        k += 2
        while k < to, b[k] == 32 { k += 1 }
        guard k < to, b[k] == UInt8(ascii: "]") || b[k] == UInt8(ascii: ")") || b[k] == UInt8(ascii: ">") else {
            return nil
        }
        var s = i
        while s > from, b[s - 1] == 32 { s -= 1 }
        while s > from, isInWord(b[s - 1]), i - s < 64 { s -= 1 }
        k += 1
        while k < to, b[k] == 32 { k += 1 }
        while k < to, isInWord(b[k]) { k += 1 }
        // [dot] org
        var q = k
        while q < to, b[q] == 32 { q += 1 }
        if q + 4 < to, b[q] == UInt8(ascii: "[") || b[q] == UInt8(ascii: "(") || b[q] == UInt8(ascii: "<"),
            b[q + 1] | 0x20 == UInt8(ascii: "d")
        {
            while q < to, b[q] != UInt8(ascii: "]"), b[q] != UInt8(ascii: ")"), b[q] != UInt8(ascii: ">"), q - k < 12 {
                q += 1
            }
            q += 1
            while q < to, b[q] == 32 { q += 1 }
            while q < to, isInWord(b[q]) { q += 1 }
            k = min(q, to)
        }
        return ByteSpan(s, k)
    }

    /// A number to call: a plus and 8 to 15 digits, or groups of digits with dashes, dots or blanks as numbers of
    /// telephones are written. Pay ("120.000 - 140.000") and years are not: no group of a call is followed by `k` or
    /// stands after a currency sign.
    private static func telephone(_ b: UnsafeBufferPointer<UInt8>, _ i: Int, _ to: Int) -> Int? {
        // "41 000 - 47 500": thousands of a sum.
        if i + 2 < to, b[i] == 48, b[i + 1] == 48, b[i + 2] == 48 { return nil }
        var k = i
        var digits = 0
        var groups = 0
        var inGroup = false
        var last = i
        while k < to, k - i < 24 {
            let c = b[k]
            if (48...57).contains(c) {
                digits += 1
                if !inGroup { groups += 1 }
                inGroup = true
                last = k + 1
            } else if c == 32 || c == UInt8(ascii: "-") || c == UInt8(ascii: ".") || c == UInt8(ascii: "(")
                || c == UInt8(ascii: ")")
                || c == UInt8(ascii: "/") || (c == UInt8(ascii: "+") && k == i)
            {
                inGroup = false
            } else {
                break
            }
            k += 1
        }
        let isInternational =
            b[i] == UInt8(ascii: "+") || (b[i] == UInt8(ascii: "0") && i + 1 < to && b[i + 1] == UInt8(ascii: "0"))
        if isInternational, (8...15).contains(digits) { return last }
        let startsLikeCall = b[i] == UInt8(ascii: "(") || b[i] == UInt8(ascii: "0")
        if startsLikeCall, (9...13).contains(digits), groups >= 2 { return last }
        // 555-123-4567
        if digits == 10, groups == 3, last - i == 12, b[i + 3] == b[i + 7],
            b[i + 3] == UInt8(ascii: "-") || b[i + 3] == UInt8(ascii: ".")
        {
            return last
        }
        return nil
    }
}
