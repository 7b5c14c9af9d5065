import Base
import CShim
import Glibc

/// HTML to text in one pass over bytes: tolerant, without a tree, without recursion, in time linear in the input
/// whatever the input is. Rules that real bodies asked for:
/// a tag is `<` or `</` and a letter, anything else is text; it ends at `>` outside quotes, a quote opens only after
/// `=`; what never closes is remembered as missing, so that nobody searches for it twice. Scripts, styles, comments and
/// what the page hides from the eye (display:none, white on white, off screen, aria-hidden) give no text; the latter
/// is reported.
struct HTMLText {
    /// Elements inside each other that are followed; deeper ones are read as if they stood at this depth.
    static let depthLimit = 512
    /// Elements of one name that are counted inside a hidden one.
    private var hiddenName: UInt64 = 0
    private var hiddenDepth = 0
    private(set) var hasHidden = false
    private var boldDepth = 0
    private var listDepth = 0
    /// Names of end tags that do not occur after the point where they were last looked for.
    private var missing: [UInt64] = []
    private var missingComment = false
    private var missingEnd = false
    /// The attributes looked at last, with the sign that ends their tag: mark-up repeats itself.
    private var lastAttributes = 0..<0
    private var lastHides = false
    private var missingQuotes: (double: Bool, single: Bool) = (false, false)

    enum Element: UInt8 { case block, heading, item, list, lineBreak, cell, skipped, bold, void, inline }

    mutating func read(_ b: UnsafeBufferPointer<UInt8>, into t: inout TextBuilder) {
        self = HTMLText()
        var i = 0
        let n = b.count
        guard let base = b.baseAddress else { return t.finish() }
        while i < n {
            if hiddenDepth == 0 {
                let run = wh_plain_run(base + i, n - i)
                if run > 0 {
                    t.run(b, i, i + run)
                    i += run
                    continue
                }
            }
            let c = b[i]
            if c == UInt8(ascii: "<") {
                if let next = tag(b, i, &t) { i = next; continue }
                if hiddenDepth == 0 { t.text(c) }
                i += 1
            } else if hiddenDepth > 0 {
                if c > 32 { hasHidden = true }
                i += 1
            } else if c == UInt8(ascii: "&") {
                i = reference(b, i, &t)
            } else if c >= 0x80 {
                i += t.character(b, i)
            } else {
                if c > 32, c != 127 { t.text(c) } else if c == 32 || (9...13).contains(c) { t.blank() }
                i += 1
            }
        }
        t.isBold = false
        t.isHeading = false
        t.startsItem = false
        t.finish()
    }

    // MARK: Tags

    /// The place after the tag at `i`, or nil if there is none.
    private mutating func tag(_ b: UnsafeBufferPointer<UInt8>, _ i: Int, _ t: inout TextBuilder) -> Int? {
        guard i + 1 < b.count else { return nil }
        let c = b[i + 1]
        if c == UInt8(ascii: "!") || c == UInt8(ascii: "?") { return declaration(b, i) }
        let isEnd = c == UInt8(ascii: "/")
        let nameStart = isEnd ? i + 2 : i + 1
        guard nameStart < b.count, isLetter(b[nameStart]) else { return nil }
        var k = nameStart
        var name: UInt64 = 0
        while k < b.count, isLetter(b[k]) || (48...57).contains(b[k]) {
            if k - nameStart < 7 { name = name << 8 | UInt64(b[k] | 0x20) }
            k += 1
        }
        name = name << 8 | UInt64(truncatingIfNeeded: min(k - nameStart, 255))
        let element = Self.elements.element(name)
        if k < b.count, b[k] == UInt8(ascii: ">") {
            if isEnd { closes(name, element, &t) } else { return opens(name, element, b, k, k + 1, &t) }
            return k + 1
        }
        guard let end = repeatedEnd(b, k) ?? tagEnd(b, k) else { return element == nil ? nil : b.count }
        if isEnd { closes(name, element, &t) } else { return opens(name, element, b, k, end, &t) }
        return end
    }

    /// The end of a tag whose attributes are those of the tag before it, to the last byte.
    private func repeatedEnd(_ b: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int? {
        let n = lastAttributes.count
        guard n > 0, from + n <= b.count, let base = b.baseAddress,
            memcmp(base + from, base + lastAttributes.lowerBound, n) == 0
        else { return nil }
        return from + n
    }

    private mutating func declaration(_ b: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int? {
        if i + 3 < b.count, b[i + 2] == UInt8(ascii: "-"), b[i + 3] == UInt8(ascii: "-") {
            if !missingComment {
                var k = i + 4
                while k + 2 < b.count {
                    if b[k + 2] == UInt8(ascii: ">"), b[k + 1] == UInt8(ascii: "-"), b[k] == UInt8(ascii: "-") {
                        return k + 3
                    }
                    k += 1
                }
                missingComment = true
            }
        }
        return plainEnd(b, i + 2)
    }

    /// The place after the next `>`; nil, remembered, if there is none.
    private mutating func plainEnd(_ b: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int? {
        if missingEnd { return nil }
        var k = from
        while k < b.count {
            if b[k] == UInt8(ascii: ">") { return k + 1 }
            k += 1
        }
        missingEnd = true
        return nil
    }

    private mutating func tagEnd(_ b: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int? {
        if missingEnd { return nil }
        var k = from
        var afterEquals = false
        while k < b.count {
            let c = b[k]
            if c == UInt8(ascii: ">") { return k + 1 }
            if afterEquals, c == UInt8(ascii: "\"") || c == UInt8(ascii: "'") {
                let isDouble = c == UInt8(ascii: "\"")
                guard !(isDouble ? missingQuotes.double : missingQuotes.single) else { return plainEnd(b, k) }
                var q = k + 1
                while q < b.count, b[q] != c { q += 1 }
                if q == b.count {
                    if isDouble { missingQuotes.double = true } else { missingQuotes.single = true }
                    return plainEnd(b, k)
                }
                k = q + 1
                afterEquals = false
                continue
            }
            if c > 32 { afterEquals = c == UInt8(ascii: "=") }
            k += 1
        }
        missingEnd = true
        return nil
    }

    private mutating func opens(
        _ name: UInt64, _ element: Element?, _ b: UnsafeBufferPointer<UInt8>, _ attributes: Int, _ end: Int,
        _ t: inout TextBuilder
    ) -> Int {
        let selfClosed = end >= 2 && b[end - 2] == UInt8(ascii: "/")
        if element == .skipped {
            if selfClosed, name != Self.script { return end }
            return skip(name, b, end)
        }
        if hiddenDepth > 0 {
            if name == hiddenName, hiddenDepth < Self.depthLimit { hiddenDepth += 1 }
            return end
        }
        if element != .void, element != .lineBreak, !selfClosed, end - attributes > 4, isHidden(b, attributes, end) {
            hiddenName = name
            hiddenDepth = 1
            return end
        }
        switch element {
        case .block:
            t.lineBreak(name == Self.paragraph ? 2 : 1)
        case .heading:
            t.lineBreak(2)
            t.isHeading = true
        case .list:
            t.lineBreak()
            listDepth = min(listDepth + 1, 16)
        case .item:
            t.lineBreak()
            t.startsItem = true
        case .lineBreak: t.lineBreak()
        case .cell: t.blank()
        case .bold:
            boldDepth = min(boldDepth + 1, Self.depthLimit)
            t.isBold = true
        case .void, .inline, .skipped, nil: break
        }
        return end
    }

    private mutating func closes(_ name: UInt64, _ element: Element?, _ t: inout TextBuilder) {
        if hiddenDepth > 0 {
            if name == hiddenName { hiddenDepth -= 1 }
            return
        }
        switch element {
        case .block: t.lineBreak(name == Self.paragraph ? 1 : 1)
        case .heading:
            t.lineBreak(2)
            t.isHeading = false
        case .list:
            t.lineBreak(2)
            t.startsItem = false
            listDepth = max(listDepth - 1, 0)
        case .item:
            t.lineBreak()
            t.startsItem = false
        case .cell: t.blank()
        case .bold:
            boldDepth = max(boldDepth - 1, 0)
            t.isBold = boldDepth > 0
        case .lineBreak: t.lineBreak()
        case .void, .inline, .skipped, nil: break
        }
    }

    /// The place after the end tag of a skipped element; right after its start tag if the end tag is missing.
    private mutating func skip(_ name: UInt64, _ b: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int {
        if missing.contains(name) { return from }
        var k = from
        while k + 2 < b.count {
            guard b[k] == UInt8(ascii: "<"), b[k + 1] == UInt8(ascii: "/") else { k += 1; continue }
            var q = k + 2
            var found: UInt64 = 0
            while q < b.count, isLetter(b[q]) {
                if q - k - 2 < 7 { found = found << 8 | UInt64(b[q] | 0x20) }
                q += 1
            }
            found = found << 8 | UInt64(truncatingIfNeeded: min(q - k - 2, 255))
            if found == name {
                while q < b.count, b[q] != UInt8(ascii: ">") { q += 1 }
                return min(q + 1, b.count)
            }
            k = q
        }
        missing.append(name)
        return from
    }

    // MARK: What the page hides

    /// True if the attributes hide the element from the eye.
    private mutating func isHidden(_ b: UnsafeBufferPointer<UInt8>, _ from: Int, _ end: Int) -> Bool {
        if let base = b.baseAddress, end - from == lastAttributes.count,
            memcmp(base + from, base + lastAttributes.lowerBound, end - from) == 0
        {
            return lastHides
        }
        lastAttributes = from..<end
        lastHides = hides(b, from, end)
        return lastHides
    }

    private func hides(_ b: UnsafeBufferPointer<UInt8>, _ from: Int, _ end: Int) -> Bool {
        var k = from
        while k < end {
            while k < end, !isLetter(b[k]) { k += 1 }
            let start = k
            while k < end, isLetter(b[k]) || b[k] == UInt8(ascii: "-") { k += 1 }
            let nameEnd = k
            while k < end, b[k] <= 32 { k += 1 }
            var value = k..<k
            if k < end, b[k] == UInt8(ascii: "=") {
                k += 1
                while k < end, b[k] <= 32 { k += 1 }
                let quote = k < end && (b[k] == UInt8(ascii: "\"") || b[k] == UInt8(ascii: "'")) ? b[k] : 0
                if quote != 0 { k += 1 }
                let valueStart = k
                while k < end, quote != 0 ? b[k] != quote : (b[k] > 32 && b[k] != UInt8(ascii: ">")) { k += 1 }
                value = valueStart..<k
                if quote != 0 { k += 1 }
            }
            if nameEnd == start { k = max(k, start + 1); continue }
            if isWord(b, start, nameEnd, "hidden") { return true }
            if isWord(b, start, nameEnd, "aria-hidden"), value.count == 4,
                isWord(b, value.lowerBound, value.upperBound, "true")
            {
                return true
            }
            if isWord(b, start, nameEnd, "style"), Style.hides(b, value) { return true }
        }
        return false
    }

    // MARK: Names

    private static func key(_ s: StaticString) -> UInt64 {
        var name: UInt64 = 0
        for k in 0..<min(s.utf8CodeUnitCount, 7) { name = name << 8 | UInt64(s.utf8Start[k] | 0x20) }
        return name << 8 | UInt64(s.utf8CodeUnitCount)
    }
    private static let paragraph = key("p"), script = key("script")

    /// A small open table: a tag's name is looked up for every tag.
    private struct Elements {
        private static let size = 512
        private var keys = [UInt64](repeating: 0, count: size)
        private var values = [Element](repeating: .inline, count: size)

        private static func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 55) }

        subscript(key: UInt64) -> Element? {
            get { element(key) }
            set {
                guard let newValue else { return }
                var k = Self.slot(key)
                while keys[k] != 0, keys[k] != key { k = (k + 1) & (Self.size - 1) }
                keys[k] = key
                values[k] = newValue
            }
        }

        func element(_ key: UInt64) -> Element? {
            var k = Self.slot(key)
            while keys[k] != 0 {
                if keys[k] == key { return values[k] }
                k = (k + 1) & (Self.size - 1)
            }
            return nil
        }
    }

    private static let elements: Elements = {
        var out = Elements()
        func add(_ element: Element, _ names: StaticString...) { for n in names { out[key(n)] = element } }
        add(
            .block, "p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "table", "tr",
            "tbody", "thead",
            "tfoot", "blockquote", "pre", "dl", "dt", "address", "figure", "figcaption", "fieldset", "form", "body",
            "html",
            "details", "summary", "caption", "center", "hgroup")
        add(.heading, "h1", "h2", "h3", "h4", "h5", "h6")
        add(.item, "li", "dd")
        add(.list, "ul", "ol", "menu")
        add(.lineBreak, "br", "hr")
        add(.cell, "td", "th")
        add(
            .skipped, "script", "style", "template", "noscript", "textarea", "title", "svg", "iframe", "head", "math",
            "object",
            "select")
        add(.bold, "b", "strong")
        add(.void, "img", "input", "meta", "link", "wbr", "col", "area", "base", "embed", "source", "track", "param")
        add(
            .inline, "a", "span", "em", "i", "u", "s", "font", "small", "big", "code", "kbd", "samp", "var", "sub",
            "sup", "q",
            "cite", "abbr", "time", "label", "mark", "del", "ins", "strike", "tt", "button", "dfn", "bdi", "bdo",
            "picture",
            "video", "audio", "canvas", "ruby", "rt", "rp", "data", "option", "nobr", "map", "output", "progress",
            "meter")
        return out
    }()
}

@inline(__always) func isLetter(_ c: UInt8) -> Bool { (97...122).contains(c | 0x20) }

/// ASCII comparison without case; the word is given in small letters.
func isWord(_ b: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int, _ word: StaticString) -> Bool {
    guard to - from == word.utf8CodeUnitCount else { return false }
    for k in 0..<(to - from) where b[from + k] | 0x20 != word.utf8Start[k] | 0x20 { return false }
    return true
}

/// The few declarations of a style attribute that make its element invisible.
enum Style {
    /// Longer style attributes are read this far.
    static let limit = 512

    static func hides(_ b: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) -> Bool {
        var s: [UInt8] = []
        for k in value.prefix(limit) where b[k] > 32 { s.append((65...90).contains(b[k]) ? b[k] | 0x20 : b[k]) }
        func at(_ word: StaticString, from: Int = 0) -> Int? {
            let n = word.utf8CodeUnitCount
            guard s.count - from >= n else { return nil }
            for i in from...(s.count - n)
            where s[i..<i + n].elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: n)) {
                return i + n
            }
            return nil
        }
        /// The number that follows is zero ("0", "0px", "0.0em").
        func isZero(_ i: Int) -> Bool {
            var k = i
            guard k < s.count, s[k] == UInt8(ascii: "0") else { return false }
            while k < s.count, s[k] == UInt8(ascii: "0") || s[k] == UInt8(ascii: ".") { k += 1 }
            return k == s.count || !(48...57).contains(s[k])
        }
        if at("display:none") != nil || at("visibility:hidden") != nil || at("visibility:collapse") != nil {
            return true
        }
        for word: StaticString in ["font-size:", "opacity:", "max-height:", "max-width:"] {
            if let i = at(word), isZero(i) { return true }
        }
        if at("overflow:hidden") != nil, let i = at("height:"), isZero(i) { return true }
        if at("clip:rect(0") != nil || at("clip:rect(1px,1px") != nil || at("clip-path:inset(50%") != nil {
            return true
        }
        for word: StaticString in [
            "left:-", "top:-", "right:-", "text-indent:-", "margin-left:-", "translatex(-", "translatey(-",
        ] {
            guard let i = at(word) else { continue }
            let digits = s[i...].prefix { (48...57).contains($0) }
            if digits.count >= 3 { return true }
        }
        return isWhiteOnWhite(s, at: at)
    }

    /// White letters where no other background is named.
    private static func isWhiteOnWhite(_ s: [UInt8], at: (StaticString, Int) -> Int?) -> Bool {
        func white(_ i: Int) -> Bool {
            let rest = s[i...].prefix { $0 != UInt8(ascii: ";") }
            return [StaticString]([
                "white", "#fff", "#ffffff", "rgb(255,255,255)", "rgba(255,255,255,1)", "transparent", "#fefefe",
            ]).contains { w in
                rest.elementsEqual(UnsafeBufferPointer(start: w.utf8Start, count: w.utf8CodeUnitCount))
            }
        }
        var color: Int?
        var from = 0
        while let i = at("color:", from) {
            let before = i - 7
            if before < 0 || s[before] == UInt8(ascii: ";") { color = i }
            from = i
        }
        guard let color, white(color) else { return false }
        guard let ground = at("background-color:", 0) ?? at("background:", 0) else { return true }
        return white(ground)
    }
}
