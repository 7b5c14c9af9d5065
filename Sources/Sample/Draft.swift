import Base
import Taxonomy

/// A posting's text as blocks over one buffer, before it is HTML or plain text.
package struct Draft: Sendable {
    package enum Kind: UInt8, Sendable { case heading, paragraph, bullet }
    package struct Block: Sendable {
        package var kind: Kind
        package var start: Int32
        package var end: Int32
    }

    package private(set) var bytes: [UInt8] = []
    package private(set) var blocks: [Block] = []

    init() {
        bytes.reserveCapacity(4096)
        blocks.reserveCapacity(48)
    }

    mutating func add(_ kind: Kind, _ write: (inout [UInt8]) -> Void) {
        let start = bytes.count
        write(&bytes)
        guard bytes.count > start else { return }
        blocks.append(Block(kind: kind, start: Int32(start), end: Int32(bytes.count)))
    }

    mutating func add(_ kind: Kind, _ phrase: Phrase, _ filling: Filling) {
        add(kind) { phrase.write(filling, to: &$0) }
    }

    /// Lets the last block go on, if there is one of that kind; else begins one.
    mutating func goOn(_ write: (inout [UInt8]) -> Void) {
        guard let last = blocks.last, last.kind == .paragraph, Int(last.end) == bytes.count else {
            return add(.paragraph, write)
        }
        bytes.append(UInt8(ascii: " "))
        write(&bytes)
        blocks[blocks.count - 1].end = Int32(bytes.count)
    }

    // MARK: forms

    /// How an employer's system marks up what it holds.
    package enum Markup: Int, CaseIterable, Sendable { case headings, strong, divisions }

    package func html(_ markup: Markup, _ range: Range<Int>? = nil) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + blocks.count * 16)
        var inList = false
        for i in range ?? blocks.indices {
            let block = blocks[i]
            if markup != .divisions {
                if block.kind == .bullet, !inList { out += "<ul>\n".utf8; inList = true }
                if block.kind != .bullet, inList { out += "</ul>\n".utf8; inList = false }
            }
            switch (block.kind, markup) {
            case (.heading, .headings): wrap(block, "<h3>", "</h3>\n", &out)
            case (.heading, .strong): wrap(block, "<p><strong>", "</strong></p>\n", &out)
            case (.heading, .divisions): wrap(block, "<div><b>", "</b></div>", &out)
            case (.paragraph, .divisions): wrap(block, "<div>", "</div><div><br></div>", &out)
            case (.paragraph, _): wrap(block, "<p>", "</p>\n", &out)
            case (.bullet, .divisions): wrap(block, "<div>- ", "</div>", &out)
            case (.bullet, .strong): wrap(block, "<li><p>", "</p></li>\n", &out)
            case (.bullet, .headings): wrap(block, "<li>", "</li>\n", &out)
            }
        }
        if inList { out += "</ul>\n".utf8 }
        return out
    }

    package func plain(_ range: Range<Int>? = nil) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + blocks.count * 4)
        for i in range ?? blocks.indices {
            let block = blocks[i]
            if !out.isEmpty { out += (block.kind == .bullet ? "\n" : "\n\n").utf8 }
            if block.kind == .bullet { out += "• ".utf8 }
            out += bytes[Int(block.start)..<Int(block.end)]
        }
        return out
    }

    private func wrap(_ block: Block, _ open: StaticString, _ close: StaticString, _ out: inout [UInt8]) {
        open.withUTF8Buffer { out.append(contentsOf: $0) }
        appendEscaped(bytes[Int(block.start)..<Int(block.end)], to: &out)
        close.withUTF8Buffer { out.append(contentsOf: $0) }
    }
}

/// Text as HTML or XML text: `&`, `<`, `>` and quotes as entities.
func appendEscaped(_ text: some Sequence<UInt8>, to out: inout [UInt8]) {
    for c in text {
        switch c {
        case UInt8(ascii: "&"): out.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "<"): out.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): out.append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "\""): out.append(contentsOf: "&quot;".utf8)
        default: out.append(c)
        }
    }
}
