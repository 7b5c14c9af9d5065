import Base

/// Markup as a value. A string literal (with whatever is interpolated into it) is text, and text is always escaped.
package indirect enum Node: Sendable, ExpressibleByStringInterpolation {
    case text(String)
    case element(StaticString, [Attribute], [Node])
    case group([Node])

    package init(stringLiteral value: String) { self = .text(value) }
    package static let none = Node.group([])

    /// What a stranger wrote: cleaned, and isolated so that its direction cannot turn the words around it.
    package static func said(_ s: String) -> Node { .element("bdi", [], [.text(CleanText.line(s))]) }
}

/// An attribute. Names are literals of the source, values are escaped; where a URL is wanted only `Link` makes one.
package struct Attribute: Sendable {
    let name: StaticString
    let value: String

    package init(_ name: StaticString, _ value: String) {
        self.name = name
        self.value = value
    }
    package init(_ name: StaticString, _ value: Double) { self.init(name, Say.plain(value)) }
    package init(_ name: StaticString, _ value: Int) { self.init(name, String(value)) }
    package static func href(_ link: Link) -> Attribute { Attribute("href", link.target) }
    package static func id(_ id: String) -> Attribute { Attribute("id", id) }
}

/// Where a link may lead: a place of this site, or an http(s) address of another. Nothing else can be written.
package struct Link: Sendable, Hashable {
    package let target: String

    /// A path from the root, a query or a fragment. Anything else leads to the root, never to another host.
    package init(_ local: String) {
        let u = Array(local.utf8.prefix(2))
        let fine =
            u.first == 35 || u.first == 63 || (u.first == 47 && u.dropFirst().first != 47 && u.dropFirst().first != 92)
        target = fine && !local.utf8.contains(where: { $0 < 33 || $0 == 92 }) ? local : "/"
    }

    /// Nil unless the address is http or https with a host and no user name, blank or control character.
    package init?(external address: String) {
        let lower = address.prefix(8).lowercased()
        let prefix = lower.hasPrefix("https://") ? 8 : lower.hasPrefix("http://") ? 7 : 0
        guard prefix > 0, address.utf8.count <= 2000, address.utf8.allSatisfy({ $0 > 32 && $0 != 127 && $0 != 92 })
        else { return nil }
        let host = address.utf8.dropFirst(prefix).prefix { $0 != 47 && $0 != 63 && $0 != 35 }
        guard !host.isEmpty, !host.contains(64) else { return nil }
        target = address
    }

    /// The host of an external link, for people.
    package var host: String {
        guard let slashes = target.utf8.firstIndex(of: 58), target.hasPrefix("http") else { return "" }
        let rest = target[slashes...].dropFirst(3)
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
    }
}

// MARK: short forms, for pages read like what they show

package func tag(_ name: StaticString, _ children: [Node]) -> Node { .element(name, [], children) }
package func tag(_ name: StaticString, class c: String, _ children: [Node]) -> Node {
    .element(name, [Attribute("class", c)], children)
}
package func tag(_ name: StaticString, _ attributes: [Attribute], _ children: [Node] = []) -> Node {
    .element(name, attributes, children)
}
package func a(_ link: Link, _ children: Node...) -> Node { .element("a", [.href(link)], children) }
package func a(_ local: String, _ children: Node...) -> Node { .element("a", [.href(Link(local))], children) }
package func b(_ s: String) -> Node { .element("b", [], [.text(s)]) }

// MARK: writing

/// Writes nodes into one buffer of UTF-8.
package struct Markup: Sendable {
    package private(set) var bytes: [UInt8] = []
    /// In XML every empty element closes itself and none is void.
    private let isXML: Bool
    package init(isXML: Bool = false) {
        self.isXML = isXML
        bytes.reserveCapacity(1 << 15)
    }
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package static func text(_ node: Node) -> String {
        var m = Markup()
        m.write(node)
        return m.text
    }

    package mutating func write(_ node: Node) {
        switch node {
        case .text(let s): escape(s)
        case .group(let nodes): for n in nodes { write(n) }
        case .element(let name, let attributes, let children):
            raw("<")
            raw(name)
            for a in attributes {
                raw(" ")
                raw(a.name)
                raw("=\"")
                escape(a.value)
                raw("\"")
            }
            if children.isEmpty, isXML || Self.closesItself(name) { return raw("/>") }
            raw(">")
            if !isXML, Self.isVoid(name) { return }
            for n in children { write(n) }
            raw("</")
            raw(name)
            raw(">")
        }
    }

    /// The only door for bytes that are not escaped: literals of this source.
    package mutating func raw(_ s: StaticString) { s.withUTF8Buffer { bytes.append(contentsOf: $0) } }

    /// For the stylesheet of the bundle alone.
    mutating func append(_ own: [UInt8]) { bytes.append(contentsOf: own) }

    /// Escapes for text and for quoted attributes alike, and drops controls and bidirectional overrides, whoever wrote them.
    private mutating func escape(_ s: String) {
        var s = s
        s.withUTF8 { u in
            var i = 0
            while i < u.count {
                let c = u[i]
                switch c {
                case UInt8(ascii: "&"): raw("&amp;")
                case UInt8(ascii: "<"): raw("&lt;")
                case UInt8(ascii: ">"): raw("&gt;")
                case UInt8(ascii: "\""): raw("&quot;")
                case UInt8(ascii: "'"): raw("&#39;")
                case 9, 10: bytes.append(c)
                case 0..<32, 127: break
                // U+202A…202E and U+2066…2069
                case 0xE2
                where i + 2 < u.count
                    && ((u[i + 1] == 0x80 && (0xAA...0xAE).contains(u[i + 2]))
                        || (u[i + 1] == 0x81 && (0xA6...0xA9).contains(u[i + 2]))):
                    i += 2
                default: bytes.append(c)
                }
                i += 1
            }
        }
    }

    private static func isVoid(_ name: StaticString) -> Bool {
        name.isOne(of: ["br", "meta", "link", "input", "hr", "img"])
    }
    private static func closesItself(_ name: StaticString) -> Bool {
        name.isOne(of: ["path", "circle", "line", "rect"])
    }
}

extension StaticString {
    fileprivate func isOne(of names: [StaticString]) -> Bool {
        names.contains { n in
            n.utf8CodeUnitCount == utf8CodeUnitCount
                && n.withUTF8Buffer { x in withUTF8Buffer { y in x.elementsEqual(y) } }
        }
    }
}
