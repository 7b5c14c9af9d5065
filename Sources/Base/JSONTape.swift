/// The scanner behind `JSONDocument`: one pass, an explicit stack, RFC 8259 grammar.
struct JSONTape {
    let bytes: [UInt8]
    let limits: JSONDocument.Limits
    var nodes: [JSONDocument.Node] = []
    var repaired = false

    init(bytes: [UInt8], limits: JSONDocument.Limits) {
        self.bytes = bytes
        self.limits = limits
        nodes.reserveCapacity(bytes.count / 24 + 4)
    }

    /// What the grammar waits for next.
    private enum Expect { case value, valueOrEnd, keyOrEnd, key, colon, commaOrEnd, nothing }

    mutating func scan() throws(Fault) {
        var stack: [Int] = []
        var expect = Expect.value
        var i = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let n = bytes.count
        while true {
            while i < n, bytes[i] == 32 || bytes[i] == 10 || bytes[i] == 13 || bytes[i] == 9 { i += 1 }
            guard i < n else { break }
            let c = bytes[i]
            switch expect {
            case .nothing: throw bad("text after the end of the value", i)
            case .colon:
                guard c == UInt8(ascii: ":") else { throw bad("a colon is missing", i) }
                i += 1
                expect = .value
            case .key, .keyOrEnd:
                if c == UInt8(ascii: "}"), expect == .keyOrEnd {
                    i += 1
                    expect = close(&stack, at: i)
                } else {
                    guard c == UInt8(ascii: "\"") else { throw bad("a member's name is missing", i) }
                    try string(&i)
                    expect = .colon
                }
            case .commaOrEnd:
                guard let open = stack.last else { throw bad("text after the end of the value", i) }
                let object = nodes[open].kind == .object
                if c == UInt8(ascii: ",") {
                    i += 1
                    expect = object ? .key : .value
                } else if c == (object ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                    i += 1
                    expect = close(&stack, at: i)
                } else {
                    throw bad("a comma or the end of the \(object ? "object" : "array") is missing", i)
                }
            case .value, .valueOrEnd:
                if c == UInt8(ascii: "]"), expect == .valueOrEnd {
                    i += 1
                    expect = close(&stack, at: i)
                    continue
                }
                switch c {
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    guard stack.count < limits.depth else {
                        throw Fault(.limitDepth, "JSON nested deeper than \(limits.depth)", at: "byte \(i)")
                    }
                    let object = c == UInt8(ascii: "{")
                    stack.append(nodes.count)
                    try append(object ? .object : .array, i, i)
                    i += 1
                    expect = object ? .keyOrEnd : .valueOrEnd
                    continue
                case UInt8(ascii: "\""): try string(&i)
                case UInt8(ascii: "-"), 48...57: try number(&i)
                case UInt8(ascii: "t"): try word("true", .bool, &i)
                case UInt8(ascii: "f"): try word("false", .bool, &i)
                case UInt8(ascii: "n"): try word("null", .null, &i)
                default: throw bad("no JSON value begins like this", i)
                }
                expect = stack.isEmpty ? .nothing : .commaOrEnd
            }
        }
        guard expect == .nothing else { throw bad("the JSON text ends too early", n) }
    }

    private mutating func close(_ stack: inout [Int], at end: Int) -> Expect {
        let open = stack.removeLast()
        nodes[open].end = Int32(end)
        nodes[open].next = Int32(nodes.count)
        return stack.isEmpty ? .nothing : .commaOrEnd
    }

    private mutating func append(_ kind: JSONDocument.Kind, _ start: Int, _ end: Int, escaped: Bool = false)
        throws(Fault)
    {
        guard nodes.count < limits.items else {
            throw Fault(.limitItems, "more than \(limits.items) JSON values", at: "byte \(start)")
        }
        nodes.append(
            .init(kind: kind, escaped: escaped, start: Int32(start), end: Int32(end), next: Int32(nodes.count + 1)))
    }

    private mutating func string(_ i: inout Int) throws(Fault) {
        let start = i
        var escaped = false
        i += 1
        while i < bytes.count {
            let c = bytes[i]
            if c == UInt8(ascii: "\"") {
                i += 1
                try append(.string, start, i, escaped: escaped)
                return
            }
            if c == UInt8(ascii: "\\") {
                escaped = true
                guard i + 1 < bytes.count else { break }
                switch bytes[i + 1] {
                case UInt8(ascii: "u"):
                    guard let unit = Self.hex4(bytes, i + 2) else {
                        throw bad("a \\u escape needs four hexadecimal digits", i)
                    }
                    if (0xD800...0xDFFF).contains(unit) {
                        let paired =
                            unit < 0xDC00 && i + 7 < bytes.count && bytes[i + 6] == UInt8(ascii: "\\")
                            && bytes[i + 7] == UInt8(ascii: "u")
                            && (Self.hex4(bytes, i + 8).map { (0xDC00...0xDFFF).contains($0) } ?? false)
                        if paired { i += 6 } else { repaired = true }
                    }
                    i += 6
                case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
                    UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
                    i += 2
                default: throw bad("an unknown escape", i)
                }
                continue
            }
            // RFC 8259 forbids raw control characters; boards send them all the same, so line breaks and tabs are let through.
            guard c >= 32 || c == 9 || c == 10 || c == 13 else { throw bad("a control character in a string", i) }
            i += 1
        }
        throw bad("a string has no end", start)
    }

    private mutating func number(_ i: inout Int) throws(Fault) {
        let start = i
        if bytes[i] == UInt8(ascii: "-") { i += 1 }
        var digits = 0
        while i < bytes.count, (48...57).contains(bytes[i]) { i += 1; digits += 1 }
        guard digits > 0 else { throw bad("a number without digits", start) }
        if i < bytes.count, bytes[i] == UInt8(ascii: ".") {
            i += 1
            let from = i
            while i < bytes.count, (48...57).contains(bytes[i]) { i += 1 }
            guard i > from else { throw bad("a number without digits after the point", start) }
        }
        if i < bytes.count, bytes[i] | 0x20 == UInt8(ascii: "e") {
            i += 1
            if i < bytes.count, bytes[i] == UInt8(ascii: "+") || bytes[i] == UInt8(ascii: "-") { i += 1 }
            let from = i
            while i < bytes.count, (48...57).contains(bytes[i]) { i += 1 }
            guard i > from else { throw bad("a number without exponent digits", start) }
        }
        try append(.number, start, i)
    }

    private mutating func word(_ w: StaticString, _ kind: JSONDocument.Kind, _ i: inout Int) throws(Fault) {
        let n = w.utf8CodeUnitCount
        let fits = i + n <= bytes.count && w.withUTF8Buffer { bytes[i..<i + n].elementsEqual($0) }
        guard fits else { throw bad("no JSON value begins like this", i) }
        try append(kind, i, i + n)
        i += n
    }

    private func bad(_ sentence: String, _ at: Int) -> Fault { Fault(.malformed, sentence, at: "byte \(at)") }

    static func hex4(_ bytes: [UInt8], _ at: Int) -> UInt32? {
        guard at + 4 <= bytes.count else { return nil }
        var v: UInt32 = 0
        for k in at..<at + 4 {
            guard let h = hexValue(bytes[k]) else { return nil }
            v = v << 4 | UInt32(h)
        }
        return v
    }

    /// Resolves the escapes of a string's body that `string` has checked; unpaired surrogates become U+FFFD.
    static func unescape(_ body: ArraySlice<UInt8>) -> [UInt8] {
        let b = Array(body)
        var out: [UInt8] = []
        out.reserveCapacity(b.count)
        var i = 0
        while i < b.count {
            guard b[i] == UInt8(ascii: "\\"), i + 1 < b.count else { out.append(b[i]); i += 1; continue }
            switch b[i + 1] {
            case UInt8(ascii: "b"): out.append(8)
            case UInt8(ascii: "f"): out.append(12)
            case UInt8(ascii: "n"): out.append(10)
            case UInt8(ascii: "r"): out.append(13)
            case UInt8(ascii: "t"): out.append(9)
            case UInt8(ascii: "u"):
                var value = hex4(b, i + 2) ?? 0xFFFD
                i += 4
                if (0xD800...0xDBFF).contains(value), i + 3 < b.count, b[i + 2] == UInt8(ascii: "\\"),
                    b[i + 3] == UInt8(ascii: "u"),
                    let low = hex4(b, i + 4), (0xDC00...0xDFFF).contains(low)
                {
                    value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
                    i += 6
                }
                let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
                out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            default: out.append(b[i + 1])
            }
            i += 2
        }
        return out
    }
}
