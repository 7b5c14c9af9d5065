/// Writes JSON into one buffer, members in the order given, so that the same value is always the same bytes.
/// Doubles are written in their shortest form that reads back equal; NaN and infinities as null. `<` is written as
/// \u003c, so that no output can end a script element that carries it.
package struct JSONWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    private var first: [Bool] = [true]
    private var afterKey = false

    package init() {}
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    private mutating func separate() {
        if afterKey { afterKey = false; return }
        if first[first.count - 1] { first[first.count - 1] = false } else { bytes.append(UInt8(ascii: ",")) }
    }

    package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
        separate()
        bytes.append(UInt8(ascii: "{"))
        first.append(true)
        try body(&self)
        first.removeLast()
        bytes.append(UInt8(ascii: "}"))
    }

    package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
        separate()
        bytes.append(UInt8(ascii: "["))
        first.append(true)
        try body(&self)
        first.removeLast()
        bytes.append(UInt8(ascii: "]"))
    }

    package mutating func array<S: Sequence>(_ items: S, _ each: (inout JSONWriter, S.Element) throws -> Void) rethrows
    {
        try array { w in for item in items { try each(&w, item) } }
    }

    package mutating func key(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        afterKey = true
    }

    package mutating func null() { separate(); bytes.append(contentsOf: "null".utf8) }
    package mutating func value(_ v: Bool) { separate(); bytes.append(contentsOf: (v ? "true" : "false").utf8) }
    package mutating func value(_ v: Int) { separate(); bytes.append(contentsOf: String(v).utf8) }
    package mutating func value(_ v: String) { separate(); quote(v) }
    package mutating func value(_ v: Double) {
        separate()
        guard v.isFinite else { bytes.append(contentsOf: "null".utf8); return }
        if v == v.rounded(), abs(v) < 1e15 {
            bytes.append(contentsOf: String(Int(v)).utf8)
        } else {
            bytes.append(contentsOf: v.description.utf8)
        }
    }
    /// A value that is JSON already.
    package mutating func raw(_ json: some Sequence<UInt8>) { separate(); bytes.append(contentsOf: json) }

    package mutating func member(_ name: String, _ v: Bool) { key(name); value(v) }
    package mutating func member(_ name: String, _ v: Int) { key(name); value(v) }
    package mutating func member(_ name: String, _ v: Double) { key(name); value(v) }
    package mutating func member(_ name: String, _ v: String) { key(name); value(v) }
    package mutating func member(_ name: String, _ v: Bool?) { key(name); if let v { value(v) } else { null() } }
    package mutating func member(_ name: String, _ v: Int?) { key(name); if let v { value(v) } else { null() } }
    package mutating func member(_ name: String, _ v: Double?) { key(name); if let v { value(v) } else { null() } }
    package mutating func member(_ name: String, _ v: String?) { key(name); if let v { value(v) } else { null() } }
    package mutating func member(_ name: String, strings: some Sequence<String>) {
        key(name); array(strings) { $0.value($1) }
    }

    private mutating func quote(_ s: String) {
        bytes.append(UInt8(ascii: "\""))
        for c in s.utf8 {
            switch c {
            case UInt8(ascii: "\""): bytes.append(contentsOf: [UInt8(ascii: "\\"), c])
            case UInt8(ascii: "\\"): bytes.append(contentsOf: [c, c])
            case 10: bytes.append(contentsOf: "\\n".utf8)
            case 13: bytes.append(contentsOf: "\\r".utf8)
            case 9: bytes.append(contentsOf: "\\t".utf8)
            case 0..<32, UInt8(ascii: "<"), 127: bytes.append(contentsOf: "\\u00\(hexText([c]))".utf8)
            default: bytes.append(c)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
