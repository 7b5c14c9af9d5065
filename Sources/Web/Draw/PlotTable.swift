import Base
import Glibc
import Insight
import Market
import Taxonomy

/// Where a value stands on the axis of a plot column, in percent of its width.
package enum PlotScale: Sendable, Hashable {
    /// From zero: the rule for bars.
    case zero(to: Double, Finding.Unit)
    /// Ratios about ×1.
    case log(Double, Double)
    /// Money; the axis may be cut, for it carries marks and no bars.
    case linear(Double, Double)

    package func position(_ v: Double) -> Double {
        let p: Double
        switch self {
        case .zero(let top, _): p = v / top
        case .log(let lo, let hi): p = v > 0 ? (Glibc.log(v) - Glibc.log(lo)) / (Glibc.log(hi) - Glibc.log(lo)) : 0
        case .linear(let lo, let hi): p = (v - lo) / (hi - lo)
        }
        return p.isFinite ? min(max(p, 0), 1) * 100 : 0
    }

    /// The least round top over all intervals, so that differences are seen; printed on the axis.
    package static func shares(_ findings: [Finding]) -> PlotScale {
        let top = findings.compactMap { $0.high ?? $0.value }.max() ?? 1
        let round = [0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8].first { top <= $0 } ?? 1
        return .zero(to: round, .share)
    }
    package static let full = PlotScale.zero(to: 1, .share)

    /// Symmetric about ×1 and wide enough for every interval, at most ×10.
    package static func ratios(_ findings: [Finding]) -> PlotScale {
        let far =
            findings.flatMap { [$0.low, $0.high, $0.value] }.compactMap { $0 }.map { $0 > 0 ? max($0, 1 / $0) : 10 }
            .max() ?? 1.5
        let top = [1.5, 1.67, 2, 2.5, 3.33, 5].first { far <= $0 } ?? 10
        return .log(1 / top, top)
    }

    package var ticks: [(value: Double, label: String)] {
        switch self {
        case .zero(let top, let unit): [0, top / 2, top].map { ($0, $0 == 0 ? "0" : Say.number($0, unit)) }
        case .log(let lo, let hi):
            [lo, lo.squareRoot(), 1, hi.squareRoot(), hi].map { ($0, $0 == 1 ? "×1" : "×" + Self.short($0)) }
        case .linear(let lo, let hi): (0...4).map { lo + (hi - lo) * Double($0) / 4 }.map { ($0, Self.thousands($0)) }
        }
    }
    private static func short(_ v: Double) -> String {
        let s = Say.fixed(v, 2)
        return s.hasSuffix("0") ? String(s.dropLast(s.hasSuffix("00") ? 3 : 1)) : s
    }
    private static func thousands(_ v: Double) -> String { v >= 10_000 ? "\(Say.fixed(v / 1000, 0))k" : Say.amount(v) }
}

/// A table whose rows carry a mark on one common scale: the bar list, the ratio dots and the lines of pay are all this.
/// It is its own table for those who cannot see it, and its CSV is exactly its rows.
package struct PlotTable: Sendable {
    package enum Mark: Sendable {
        case bar(Finding)
        case dot(Finding)
        /// p10, p25, p50, p75, p90 of stated pay.
        case pay([Double?])
        /// A stated range beside the market's, for the ad check.
        case range(Double, Double)
        case none
    }
    package struct Cell: Sendable {
        package var shown: String
        /// For CSV and JSON: plain.
        package var raw: String
        package var link: Link?
        package var isMute = false
        package init(_ shown: String, raw: String? = nil, link: Link? = nil, isMute: Bool = false) {
            self.shown = shown
            self.raw = raw ?? shown
            self.link = link
            self.isMute = isMute
        }
        package static let empty = Cell("", raw: "")
    }
    package struct Row: Sendable {
        package var name: String
        package var link: Link?
        /// Beside the name, small: `21 of 58`.
        package var of: String?
        package var verdict: Verdict?
        package var mark: Mark
        package var cells: [Cell]
        /// In place of mark and cells.
        package var refusal: String?
        package init(
            _ name: String, link: Link? = nil, of: String? = nil, verdict: Verdict? = nil, mark: Mark = .none,
            cells: [Cell] = [],
            refusal: String? = nil
        ) {
            self.name = name
            self.link = link
            self.of = of
            self.verdict = verdict
            self.mark = mark
            self.cells = cells
            self.refusal = refusal
        }
    }

    package var caption: String
    /// Of the name column, then of the cells.
    package var head: [String]
    package var hasVerdict: Bool
    package var scale: PlotScale
    package var rows: [Row]
    /// False where the rows are of different kinds and only their own cells can be read.
    package var hasAxis = true

    package init(caption: String, head: [String], hasVerdict: Bool = false, scale: PlotScale, rows: [Row]) {
        self.caption = caption
        self.head = head
        self.hasVerdict = hasVerdict
        self.scale = scale
        self.rows = rows
    }

    /// Shares as bars: name, share, interval, n.
    package static func shares(_ findings: [Finding], noun: String, caption: String, scale: PlotScale? = nil)
        -> PlotTable
    {
        PlotTable(
            caption: caption, head: [noun, "Share", "Interval", "n"], scale: scale ?? .shares(findings),
            rows: findings.map { f in
                Row(
                    f.name, link: f.subject == .everything ? nil : Link(f.page), mark: f.value == nil ? .none : .bar(f),
                    cells: cells(f), refusal: why(f))
            })
    }

    /// Changes as dots about ×1: name, verdict, change, interval, n.
    package static func changes(_ findings: [Finding], noun: String, caption: String) -> PlotTable {
        PlotTable(
            caption: caption, head: [noun, "Change", "Interval", "n"], hasVerdict: true, scale: .ratios(findings),
            rows: findings.map { f in
                Row(
                    f.name, link: Link(f.page), verdict: f.verdict, mark: f.value == nil ? .none : .dot(f),
                    cells: cells(f), refusal: why(f))
            })
    }

    private static func why(_ f: Finding) -> String? { f.refusal.map { Say.refusal($0, f.witness) } }
    private static func cells(_ f: Finding) -> [Cell] {
        let link = Link(f.query.path())
        return [
            Cell(Say.value(f), raw: f.value.map { "\($0)" } ?? "", link: link),
            Cell(Say.interval(f), raw: f.low.flatMap { lo in f.high.map { "\(lo);\($0)" } } ?? "", isMute: true),
            Cell(Say.count(f.witness.openings), raw: String(f.witness.openings), link: link, isMute: true),
        ]
    }

    // MARK: the table in the page

    package var node: Node {
        let numbers = head.dropFirst()
        var header: [Node] = [tag("th", [Attribute("scope", "col")], [.text(head[0])])]
        if hasVerdict { header.append(tag("th", [Attribute("scope", "col")], ["Verdict"])) }
        header.append(tag("td", class: "ax", [axis]))
        for (i, h) in numbers.enumerated() {
            header.append(
                tag("th", [Attribute("scope", "col"), Attribute("class", i >= 2 ? "num wideonly" : "num")], [.text(h)]))
        }
        return tag(
            "table", class: "plots",
            [
                tag("caption", class: "hide", [.text(caption)]), tag("thead", [tag("tr", header)]),
                tag("tbody", rows.map { row($0, numbers.count) }),
            ])
    }

    private func row(_ r: Row, _ numbers: Int) -> Node {
        var name: [Node] = [r.link.map { a($0, .said(r.name)) } ?? .said(r.name)]
        if let of = r.of { name.append(tag("span", class: "of", [.text(of)])) }
        var cells: [Node] = [tag("th", [Attribute("scope", "row")], name)]
        if let refusal = r.refusal {
            if hasVerdict { cells.append(tag("td", [Self.verdict(.refused(.fewOpenings))])) }
            let words: [Node] =
                hasVerdict ? [.text(refusal)] : [Self.verdict(.refused(.fewOpenings)), " ", .text(refusal)]
            cells.append(tag("td", [Attribute("colspan", numbers + 1), Attribute("class", "mute small why")], words))
            return tag("tr", cells)
        }
        if hasVerdict { cells.append(tag("td", [r.verdict.map(Self.verdict) ?? .none])) }
        cells.append(tag("td", class: "plot", [plot(r.mark)]))
        for i in 0..<numbers {
            let c = i < r.cells.count ? r.cells[i] : .empty
            cells.append(
                tag(
                    "td", class: "num" + (c.isMute ? " mute" : "") + (i >= 2 ? " wideonly" : ""),
                    [c.link.map { a($0, .text(c.shown)) } ?? .text(c.shown)]))
        }
        return tag("tr", cells)
    }

    package static func verdict(_ v: Verdict) -> Node {
        switch v {
        case .rises: tag("span", class: "v up", ["rises"])
        case .falls: tag("span", class: "v down", ["falls"])
        case .cannotTell: tag("span", class: "v same", ["cannot tell"])
        case .level: .none
        case .refused: tag("span", class: "v no", ["refused"])
        }
    }

    private var axis: Node {
        guard hasAxis else { return .none }
        let ticks = scale.ticks
        return tag(
            "svg",
            [
                Attribute("class", "wideonly"), Attribute("width", "100%"), Attribute("height", 16),
                Attribute("aria-hidden", "true"),
            ],
            ticks.enumerated().map { i, t in
                tag(
                    "text",
                    [
                        Attribute("class", "m"), Attribute("x", Self.percent(scale.position(t.value))),
                        Attribute("y", 12),
                        Attribute("text-anchor", i == 0 ? "start" : i == ticks.count - 1 ? "end" : "middle"),
                    ], [.text(t.label)])
            })
    }

    private func plot(_ mark: Mark) -> Node {
        tag(
            "svg", [Attribute("width", "100%"), Attribute("height", 28), Attribute("aria-hidden", "true")],
            marks(mark, 14, { Self.percent($0) }))
    }
    static func percent(_ p: Double) -> String { "\(Say.fixed(p, 1))%" }

    /// The marks of one row about the height y; `x` turns percent of the column into a coordinate.
    private func marks(_ mark: Mark, _ y: Double, _ x: (Double) -> String) -> [Node] {
        func line(_ c: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Node {
            tag(
                "line",
                [
                    Attribute("class", c), Attribute("x1", x(x1)), Attribute("x2", x(x2)),
                    Attribute("y1", Say.plain(y1)),
                    Attribute("y2", Say.plain(y2)),
                ])
        }
        func caps(_ f: Finding, inside: Bool) -> [Node] {
            guard let v = f.value, let lo = f.low, let hi = f.high else { return [] }
            let l = scale.position(lo)
            let m = scale.position(v)
            let h = scale.position(hi)
            let inner = inside ? "ci in" : "ci"
            return [
                line(inner, l, y, m, y), line("ci", m, y, h, y), line(inner, l, y - 4, l, y + 4),
                line("ci", h, y - 4, h, y + 4),
            ]
        }
        switch mark {
        case .none: return []
        case .bar(let f):
            let p = scale.position(f.value ?? 0)
            let bar = tag(
                "rect",
                [
                    Attribute("class", f.skill == nil && f.subject == .everything ? "bar deep" : "bar"),
                    Attribute("x", x(0)),
                    Attribute("y", Say.plain(y - 5)), Attribute("height", 10), Attribute("width", x(p)),
                ])
            return [line("track", 0, y, 100, y), bar] + caps(f, inside: true)
        case .dot(let f):
            let one = scale.position(1)
            let dot = tag(
                "circle",
                [
                    Attribute("class", "bar"), Attribute("r", 4), Attribute("cx", x(scale.position(f.value ?? 1))),
                    Attribute("cy", Say.plain(y)),
                ])
            return [line("zero", one, y - 14, one, y + 14)] + caps(f, inside: false) + [dot]
        case .pay(let q):
            guard q.count == 5 else { return [] }
            var nodes = [line("track", 0, y, 100, y)]
            let p = q.map { $0.map(scale.position) }
            if let lo = p[0], let hi = p[4] { nodes.append(line("ci", lo, y, hi, y)) }
            if let lo = p[1], let hi = p[3] {
                nodes.append(
                    tag(
                        "rect",
                        [
                            Attribute("class", "mid"), Attribute("x", x(lo)), Attribute("width", x(max(hi - lo, 0.3))),
                            Attribute("y", Say.plain(y - 6)), Attribute("height", 12),
                        ]))
            }
            if let m = p[2] { nodes.append(line("median", m, y - 8, m, y + 8)) }
            return nodes
        case .range(let lo, let hi):
            let l = scale.position(lo)
            let h = scale.position(hi)
            return [
                line("track", 0, y, 100, y),
                tag(
                    "rect",
                    [
                        Attribute("class", "this"), Attribute("x", x(l)), Attribute("width", x(max(h - l, 0.6))),
                        Attribute("y", Say.plain(y - 4)),
                        Attribute("height", 8),
                    ]),
            ]
        }
    }

    // MARK: the same as one drawing and as rows

    /// For the file that leaves the page: 720 wide, 28 a row.
    var drawing: Drawing {
        let left = 190.0
        let right = 250.0
        let width = 720.0
        let plotWidth = width - left - right
        var nodes: [Node] = []
        func text(_ s: String, _ x: Double, _ y: Double, _ c: String, _ anchor: String) -> Node {
            tag(
                "text",
                [
                    Attribute("class", c), Attribute("x", Say.plain(x)), Attribute("y", Say.plain(y)),
                    Attribute("text-anchor", anchor),
                ], [.text(s)])
        }
        for (i, t) in scale.ticks.enumerated() where hasAxis {
            nodes.append(
                text(
                    t.label, left + plotWidth * scale.position(t.value) / 100, 12, "m",
                    i == 0 ? "start" : i == scale.ticks.count - 1 ? "end" : "middle"))
        }
        for (i, h) in head.dropFirst().prefix(3).enumerated() {
            nodes.append(text(h, left + plotWidth + [75, 165, 245][i], 12, "m", "end"))
        }
        for (i, r) in rows.enumerated() {
            let y = 34.0 + Double(i) * 28
            nodes.append(text(CleanText.line(r.name), 0, y + 4, "nm", "start"))
            if let refusal = r.refusal {
                nodes.append(text(refusal, left, y + 4, "m", "start"))
                continue
            }
            nodes.append(
                tag(
                    "g", [Attribute("transform", "translate(\(Say.plain(left)) 0)")],
                    marks(r.mark, y) { Say.plain(plotWidth * $0 / 100) }))
            for (k, c) in r.cells.prefix(3).enumerated() {
                nodes.append(text(c.shown, left + plotWidth + [75, 165, 245][k], y + 4, c.isMute ? "m" : "v0", "end"))
            }
        }
        return Drawing(width: width, height: 28 * Double(rows.count) + 28, nodes: nodes)
    }

    /// With the header; the same cells as in the page.
    package var csv: [[String]] {
        var head = self.head.flatMap { $0 == "Interval" ? ["Low", "High"] : [$0] }
        if hasVerdict { head.insert("Verdict", at: 1) }
        head.append("Refused")
        return [head]
            + rows.map { r in
                var line = [r.name]
                if hasVerdict { line.append(r.verdict?.id ?? "") }
                for (i, h) in self.head.dropFirst().enumerated() {
                    let raw = i < r.cells.count && r.refusal == nil ? r.cells[i].raw : ""
                    if h == "Interval" {
                        let ends = raw.split(separator: ";").map(String.init)
                        line += ends.count == 2 ? ends : ["", ""]
                    } else {
                        line.append(raw)
                    }
                }
                return line + [r.refusal ?? ""]
            }
    }
}
