/// A JSON text as a flat tape of nodes over its own bytes: nothing is copied until a value is asked for, depth is a
/// number instead of recursion, and each node knows its span, so that one posting can be cut out of a board as received.
///
/// Stricter than it looks: nesting, items and size have limits; a duplicate key keeps the first value; a lone surrogate
/// (`\ud800`) is repaired to U+FFFD and reported in `repaired`, for one bad escape must not lose a board.
/// Numbers keep their text; ids with thirty digits stay exact through `text`.
package struct JSONDocument: Sendable {
    package struct Limits: Sendable {
        package var bytes = 64 << 20
        package var depth = 64
        /// Nodes of the whole document.
        package var items = 4_000_000
        package init(bytes: Int = 64 << 20, depth: Int = 64, items: Int = 4_000_000) {
            self.bytes = bytes
            self.depth = depth
            self.items = items
        }
    }

    package enum Kind: UInt8, Sendable { case null, bool, number, string, array, object }

    /// `next` is the index of the node after this one and all it holds, which makes skipping one step.
    struct Node: Sendable {
        var kind: Kind
        var escaped: Bool
        var start: Int32
        var end: Int32
        var next: Int32
    }

    package let bytes: [UInt8]
    let nodes: [Node]
    /// True if an unpaired surrogate or an invalid UTF-8 sequence was replaced somewhere (found when a string is read or scanned).
    package let repaired: Bool

    package init(_ bytes: [UInt8], limits: Limits = Limits()) throws(Fault) {
        guard bytes.count <= limits.bytes else {
            throw Fault(.limitBytes, "the JSON text has \(bytes.count) bytes; the limit is \(limits.bytes)")
        }
        var tape = JSONTape(bytes: bytes, limits: limits)
        try tape.scan()
        self.bytes = bytes
        nodes = tape.nodes
        repaired = tape.repaired
    }

    package var root: JSON { JSON(document: self, index: 0) }
}

/// One value of a document: cheap to pass, empty (`exists == false`) where a path leads nowhere.
package struct JSON: Sendable {
    let document: JSONDocument
    let index: Int

    var node: JSONDocument.Node? { index >= 0 ? document.nodes[index] : nil }
    package var exists: Bool { index >= 0 }
    package var kind: JSONDocument.Kind? { node?.kind }
    package var isNull: Bool { kind == .null || kind == nil }
    /// The bytes of the value as received, quotes and braces included.
    package var span: ByteSpan { node.map { ByteSpan(Int($0.start), Int($0.end)) } ?? ByteSpan(0, 0) }
    package var raw: [UInt8] { Array(document.bytes[span.range]) }

    /// The member of an object (the first of that name), else a value that does not exist. O(members).
    package subscript(_ key: StaticString) -> JSON {
        key.withUTF8Buffer { find(Array($0)) }
    }
    package func member(_ key: String) -> JSON { find(Array(key.utf8)) }

    private func find(_ key: [UInt8]) -> JSON {
        guard let node, node.kind == .object else { return JSON(document: document, index: -1) }
        var i = index + 1
        while i < Int(node.next) {
            let k = document.nodes[i]
            let value = i + 1
            if !k.escaped {
                if Int(k.end - k.start) - 2 == key.count,
                    document.bytes[Int(k.start) + 1..<Int(k.end) - 1].elementsEqual(key)
                {
                    return JSON(document: document, index: value)
                }
            } else if Array(JSON(document: document, index: i).string?.utf8 ?? "".utf8) == key {
                return JSON(document: document, index: value)
            }
            i = Int(document.nodes[value].next)
        }
        return JSON(document: document, index: -1)
    }

    /// The elements of an array; empty for anything else.
    package var elements: [JSON] {
        guard let node, node.kind == .array else { return [] }
        var out: [JSON] = []
        var i = index + 1
        while i < Int(node.next) {
            out.append(JSON(document: document, index: i))
            i = Int(document.nodes[i].next)
        }
        return out
    }

    /// The members of an object in order; empty for anything else.
    package var members: [(key: String, value: JSON)] {
        guard let node, node.kind == .object else { return [] }
        var out: [(String, JSON)] = []
        var i = index + 1
        while i < Int(node.next) {
            out.append((JSON(document: document, index: i).string ?? "", JSON(document: document, index: i + 1)))
            i = Int(document.nodes[i + 1].next)
        }
        return out
    }

    /// The string, unescaped and repaired; nil if the value is no string.
    package var string: String? {
        guard let utf8 = utf8 else { return nil }
        return String(decoding: utf8, as: UTF8.self)
    }

    /// As `string`, in bytes (valid UTF-8 unless the source's was not).
    package var utf8: [UInt8]? {
        guard let node, node.kind == .string else { return nil }
        let body = document.bytes[Int(node.start) + 1..<Int(node.end) - 1]
        return node.escaped ? JSONTape.unescape(body) : Array(body)
    }

    /// A string, or the text of a number: what an id is. Nil for anything else and for the empty string.
    package var text: String? {
        switch kind {
        case .string: string.flatMap { $0.isEmpty ? nil : $0 }
        case .number: String(decoding: raw, as: UTF8.self)
        default: nil
        }
    }

    package var double: Double? { kind == .number ? Double(String(decoding: raw, as: UTF8.self)) : nil }
    package var int: Int? {
        guard let d = double, d == d.rounded(), abs(d) < 9e15 else { return nil }
        return Int(d)
    }
    package var bool: Bool? {
        kind == .bool ? document.bytes[Int(document.nodes[index].start)] == UInt8(ascii: "t") : nil
    }
}
