import Base

/// The marks of a chart before they are put into a page or a file.
struct Drawing: Sendable {
    var width: Double
    var height: Double
    var nodes: [Node]
    /// Positions in percent: no `viewBox`.
    var isFluid = false
    var viewBox: String?

    init(width: Double, height: Double, nodes: [Node], isFluid: Bool = false, viewBox: String? = nil) {
        self.width = width
        self.height = height
        self.nodes = nodes
        self.isFluid = isFluid
        self.viewBox = viewBox
    }

    func inline(id: String, title: String, description: String) -> Node {
        var attributes = [
            Attribute("class", "chart"), Attribute("role", "img"), Attribute("aria-labelledby", "\(id)-t \(id)-d"),
            Attribute("height", Say.plain(height)),
        ]
        if isFluid {
            attributes.append(Attribute("width", "100%"))
        } else {
            attributes.append(Attribute("viewBox", viewBox ?? "0 0 \(Say.plain(width)) \(Say.plain(height))"))
        }
        return tag(
            "svg", attributes,
            [tag("title", [.id("\(id)-t")], [.text(title)]), tag("desc", [.id("\(id)-d")], [.text(description)])]
                + nodes)
    }

    /// A whole file: the finding above, source below, its style inside (light, dark, forced colours and print).
    static func file(
        _ inner: Node, width: Double, height: Double, title: String, sub: String, source: String, x: Double = 0
    ) -> [UInt8] {
        let w = max(width, 560) + 48
        let titleLines = wrap(title, 64)
        let subLines = wrap(sub, 96)
        let sourceLines = wrap(source, 100)
        let head = 30 + Double(titleLines.count) * 26 + Double(subLines.count) * 19
        let total = head + height + 34 + Double(sourceLines.count) * 17
        func text(_ s: String, _ y: Double, _ c: String) -> Node {
            tag("text", [Attribute("class", c), Attribute("x", 24), Attribute("y", Say.plain(y))], [.text(s)])
        }
        var nodes: [Node] = [tag("title", [.text(title)]), tag("desc", [.text(sub)]), tag("style", [.text(fileStyle)])]
        nodes.append(
            tag("rect", [Attribute("class", "paper"), Attribute("width", "100%"), Attribute("height", "100%")]))
        for (i, l) in titleLines.enumerated() { nodes.append(text(l, 36 + Double(i) * 26, "h")) }
        for (i, l) in subLines.enumerated() {
            nodes.append(text(l, 36 + Double(titleLines.count) * 26 + Double(i) * 19 - 2, "m"))
        }
        nodes.append(
            tag(
                "svg",
                [
                    Attribute("x", Say.plain(24 + x)), Attribute("y", Say.plain(head)),
                    Attribute("width", Say.plain(width)), Attribute("height", Say.plain(height)),
                    Attribute("overflow", "visible"),
                ],
                [inner]))
        for (i, l) in sourceLines.enumerated() { nodes.append(text(l, head + height + 28 + Double(i) * 17, "m")) }
        let root = tag(
            "svg",
            [
                Attribute("xmlns", "http://www.w3.org/2000/svg"), Attribute("width", Say.plain(w)),
                Attribute("height", Say.plain(total)),
                Attribute("viewBox", "0 0 \(Say.plain(w)) \(Say.plain(total))"),
            ], nodes)
        var m = Markup()
        m.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        m.write(root)
        m.raw("\n")
        return m.bytes
    }

    /// Lines of at most so many characters, broken at blanks.
    static func wrap(_ s: String, _ most: Int) -> [String] {
        var lines: [String] = []
        for word in s.split(separator: " ") {
            if let last = lines.last, last.count + word.count < most {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    private static let fileStyle = """
        svg{--paper:#FFFDF8;--ink:#211E1A;--mute:#625B50;--edge:#8F8778;--line:#DCD5C7;--market:#4477AA;--deep:#332288;--rubric:#882255;--band:#211E1A}\
        @media(prefers-color-scheme:dark){svg{--paper:#16171A;--ink:#ECE8DF;--mute:#ABA599;--edge:#7A766E;--line:#393A3D;--market:#6F9CEB;--deep:#9DBBF2;--rubric:#EE8866;--band:#ECE8DF}}\
        @media print{svg{--paper:#fff;--ink:#000;--mute:#333;--market:#777;--deep:#000;--rubric:#000;--band:#000}}\
        @media(forced-colors:active){svg{--ink:CanvasText;--mute:CanvasText;--market:CanvasText;--band:Highlight;--paper:Canvas}}\
        text{font:13px "Segoe UI","Open Sans","Noto Sans",system-ui,sans-serif;fill:var(--ink)}\
        .h{font:21px Charter,Georgia,"Noto Serif",serif}.nm{font:15px Charter,Georgia,"Noto Serif",serif}.it{font-style:italic}.m{fill:var(--mute)}\
        .tiny,.ringnum{font-size:11px}.hubn{font-size:12px}.halo{paint-order:stroke;stroke:var(--paper);stroke-width:3px}\
        .paper{fill:var(--paper)}.ring{fill:none;stroke:var(--line)}.petal,.bar{fill:var(--market)}.bar.deep{fill:var(--deep)}\
        .petal.none,.petal.off{fill:none;stroke:var(--edge);stroke-dasharray:3 3}.ci{stroke:var(--band);stroke-width:1.6;fill:none}.ci.in{stroke:var(--paper)}\
        .track{stroke:var(--line)}.zero{stroke:var(--edge)}.mid{fill:var(--market);fill-opacity:.4;stroke:var(--market)}.median{stroke:var(--ink);stroke-width:3}\
        .this{fill:var(--rubric)}.fill{fill:var(--market);fill-opacity:.2}.curve{fill:none;stroke:var(--market);stroke-width:2.5;vector-effect:non-scaling-stroke}\
        .dash{stroke-dasharray:4 4}.dot{fill:var(--band)}.abbr{display:none}
        """
}
