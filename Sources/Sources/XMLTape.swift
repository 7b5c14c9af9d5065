import Base

/// An XML text as a flat list of elements over its own bytes, scanned once with an explicit stack.
///
/// Any `<!DOCTYPE` is refused (`xml.entity`), so no entity is ever expanded and nothing is ever loaded. Feeds in the wild
/// are not well-formed, therefore tolerant: a bare `&` is text, an end tag closes what was left open inside it, an end
/// tag that closes nothing is passed over; both set `mended`. An element open at the end of the text is an error: the
/// connection was cut.
struct XMLTape: Sendable {
    struct Element: Sendable {
        /// The name with its prefix.
        var name: ByteSpan
        var attributes: ByteSpan
        /// From `<` to after the end tag.
        var whole: ByteSpan
        var content: ByteSpan
        var depth: Int32
        /// The element after this one and all it holds.
        var next: Int32
    }

    let bytes: [UInt8]
    private(set) var elements: [Element] = []
    private(set) var mended = false

    init(_ bytes: [UInt8]) throws(Fault) {
        guard bytes.count <= SourceLimits.body else {
            throw Fault(.limitBytes, "the XML text has \(bytes.count) bytes; the limit is \(SourceLimits.body)")
        }
        self.bytes = bytes
        try scan()
        guard !elements.isEmpty else { throw Fault(.malformed, "no XML element") }
    }

    private mutating func scan() throws(Fault) {
        var stack: [Int] = []
        var i = 0
        let n = bytes.count
        while let open = nextAngle(from: i) {
            i = open
            guard i + 1 < n else { break }
            let c = bytes[i + 1]
            if c == UInt8(ascii: "!") {
                i = try skipMarkedSection(i)
            } else if c == UInt8(ascii: "?") {
                guard let end = HTMLText.find(bytes, "?>", from: i) else {
                    throw bad("a processing instruction has no end", i)
                }
                i = end + 2
            } else if c == UInt8(ascii: "/") {
                let from = i
                guard let end = bytes[i...].firstIndex(of: UInt8(ascii: ">")) else {
                    throw bad("an end tag has no end", i)
                }
                close(nameEnd: end, from: from, &stack)
                i = end + 1
            } else if isNameStart(c) {
                i = try openTag(i, &stack)
            } else {
                i += 1
                mended = true
            }
        }
        guard stack.isEmpty else {
            throw Fault(
                .malformed, "the XML text ends inside <\(name(elements[stack[stack.count - 1]]))>", at: "byte \(n)")
        }
    }

    private func nextAngle(from i: Int) -> Int? {
        i < bytes.count ? bytes[i...].firstIndex(of: UInt8(ascii: "<")) : nil
    }

    /// A comment, CDATA, or what must not be.
    private func skipMarkedSection(_ i: Int) throws(Fault) -> Int {
        if bytes[i...].starts(with: "<!--".utf8) {
            guard let end = HTMLText.find(bytes, "-->", from: i + 4) else { throw bad("a comment has no end", i) }
            return end + 3
        }
        if bytes[i...].starts(with: "<![CDATA[".utf8) {
            guard let end = HTMLText.find(bytes, "]]>", from: i + 9) else { throw bad("a CDATA section has no end", i) }
            return end + 3
        }
        if HTMLText.find(Array(bytes[i..<min(i + 9, bytes.count)]), "<!DOCTYPE", from: 0) == 0
            || bytes[i...].starts(with: "<!ENTITY".utf8)
        {
            throw Fault(
                .xmlEntity, "a feed with a document type is refused, for it may define entities", at: "byte \(i)")
        }
        throw bad("an unknown declaration", i)
    }

    /// A start tag at `i`: reads the name and finds the end outside quotes.
    private mutating func openTag(_ i: Int, _ stack: inout [Int]) throws(Fault) -> Int {
        var j = i + 1
        while j < bytes.count, isNameByte(bytes[j]) { j += 1 }
        let name = ByteSpan(i + 1, j)
        var quote: UInt8 = 0
        let attributes = j
        while j < bytes.count {
            let c = bytes[j]
            if quote != 0 {
                if c == quote { quote = 0 }
            } else if c == UInt8(ascii: "\"") || c == UInt8(ascii: "'") {
                quote = c
            } else if c == UInt8(ascii: ">") {
                break
            } else if c == UInt8(ascii: "<") {
                throw bad("a tag begins inside a tag", j)
            }
            j += 1
        }
        guard j < bytes.count else { throw bad("a start tag has no end", i) }
        guard stack.count < SourceLimits.xmlDepth else {
            throw Fault(.limitDepth, "XML nested deeper than \(SourceLimits.xmlDepth)", at: "byte \(i)")
        }
        guard elements.count < SourceLimits.nodes else {
            throw Fault(.limitItems, "more than \(SourceLimits.nodes) XML elements", at: "byte \(i)")
        }
        // Unescaped HTML in a feed does not close these.
        let isVoid =
            name.count == 2 && (bytes[i + 1..<j].elementsEqual("br".utf8) || bytes[i + 1..<j].elementsEqual("hr".utf8))
            || bytes[i + 1..<j].elementsEqual("img".utf8)
        let empty = isVoid || bytes[j - 1] == UInt8(ascii: "/")
        elements.append(
            Element(
                name: name,
                attributes: ByteSpan(attributes, max(attributes, bytes[j - 1] == UInt8(ascii: "/") ? j - 1 : j)),
                whole: ByteSpan(i, j + 1),
                content: ByteSpan(j + 1, j + 1), depth: Int32(stack.count), next: Int32(elements.count + 1)))
        if !empty { stack.append(elements.count - 1) }
        return j + 1
    }

    private mutating func close(nameEnd: Int, from: Int, _ stack: inout [Int]) {
        var end = nameEnd
        while end > from + 2, bytes[end - 1] <= 32 { end -= 1 }
        let wanted = bytes[(from + 2)..<end]
        guard let at = stack.lastIndex(where: { bytes[elements[$0].name.range].elementsEqual(wanted) }) else {
            mended = true
            return
        }
        if at != stack.count - 1 { mended = true }
        while stack.count > at {
            let e = stack.removeLast()
            // What was left open inside counts as empty: its content belongs to the parent.
            elements[e].content.end = stack.count == at ? Int32(from) : elements[e].content.start
            elements[e].whole.end = stack.count == at ? Int32(nameEnd + 1) : elements[e].content.start
            elements[e].next = Int32(elements.count)
        }
    }

    private func isNameStart(_ c: UInt8) -> Bool {
        (97...122).contains(c | 0x20) || c == UInt8(ascii: "_") || c >= 0x80
    }
    private func isNameByte(_ c: UInt8) -> Bool {
        isNameStart(c) || (48...57).contains(c) || c == UInt8(ascii: ":") || c == UInt8(ascii: "-")
            || c == UInt8(ascii: ".")
    }
    private func bad(_ sentence: String, _ at: Int) -> Fault { Fault(.malformed, sentence, at: "byte \(at)") }

    // MARK: reading

    func name(_ e: Element) -> String { String(decoding: bytes[e.name.range], as: UTF8.self) }
    func raw(_ e: Element) -> [UInt8] { Array(bytes[e.whole.range]) }

    /// The indices of the elements directly inside.
    func children(of index: Int) -> [Int] {
        var out: [Int] = []
        var i = index + 1
        while i < Int(elements[index].next) {
            out.append(i)
            i = max(Int(elements[i].next), i + 1)
        }
        return out
    }

    /// The first child of one of the names.
    func child(_ index: Int, _ names: [String]) -> Int? {
        let all = children(of: index)
        for n in names { if let hit = all.first(where: { name(elements[$0]) == n }) { return hit } }
        return nil
    }

    /// The characters inside: CDATA as it stands, references resolved once, tags left out.
    func text(_ index: Int) -> [UInt8] {
        let range = elements[index].content.range
        var out: [UInt8] = []
        var plain: [UInt8] = []
        var i = range.lowerBound
        func flush() { out += HTMLText.unescape(plain); plain.removeAll(keepingCapacity: true) }
        while i < range.upperBound {
            guard bytes[i] == UInt8(ascii: "<") else { plain.append(bytes[i]); i += 1; continue }
            if bytes[i..<range.upperBound].starts(with: "<![CDATA[".utf8),
                let end = HTMLText.find(bytes, "]]>", from: i + 9)
            {
                flush()
                out += bytes[(i + 9)..<min(end, range.upperBound)]
                i = end + 3
            } else if bytes[i..<range.upperBound].starts(with: "<!--".utf8),
                let end = HTMLText.find(bytes, "-->", from: i + 4)
            {
                i = end + 3
            } else if let end = bytes[i..<range.upperBound].firstIndex(of: UInt8(ascii: ">")) {
                i = end + 1
            } else {
                i += 1
            }
        }
        flush()
        return out
    }

    func string(_ index: Int?) -> String? {
        guard let index else { return nil }
        let s = String(decoding: text(index), as: UTF8.self)
        return s.allSatisfy(\.isWhitespace) ? nil : s
    }

    /// The value of an attribute, references resolved.
    func attribute(_ index: Int, _ wanted: String) -> String? {
        let b = Array(bytes[elements[index].attributes.range])
        var i = 0
        while i < b.count {
            while i < b.count, b[i] <= 32 || b[i] == UInt8(ascii: "/") { i += 1 }
            let from = i
            while i < b.count, b[i] != UInt8(ascii: "="), b[i] > 32 { i += 1 }
            let name = String(decoding: b[from..<i], as: UTF8.self)
            while i < b.count, b[i] <= 32 { i += 1 }
            guard i < b.count, b[i] == UInt8(ascii: "=") else { if i == from { i += 1 }; continue }
            i += 1
            while i < b.count, b[i] <= 32 { i += 1 }
            guard i < b.count, b[i] == UInt8(ascii: "\"") || b[i] == UInt8(ascii: "'") else { continue }
            let quote = b[i]
            let start = i + 1
            i = start
            while i < b.count, b[i] != quote { i += 1 }
            if name == wanted { return String(decoding: HTMLText.unescape(Array(b[start..<i])), as: UTF8.self) }
            i += 1
        }
        return nil
    }
}
