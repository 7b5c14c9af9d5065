import Base
import Insight
import Market
import Taxonomy

/// A share by month: the raw points joined, a band for the 95 % interval, the unfinished month dashed and unlabelled, the
/// last whole month dotted and labelled, months without enough openings left open. Zero is always on the axis.
///
/// Fluid without script: positions in percent in an outer SVG without `viewBox`, so that text keeps its size, and paths
/// in a nested stretched SVG with strokes that do not scale.
struct LinePlot: Sendable {
    var series: Series
    var id: String
    var title: String
    /// A common scale for small multiples; else its own.
    var top: Double?
    var isSmall = false

    private var height: Double { isSmall ? 132 : 232 }
    private var plotTop: Double { 12 }
    private var plotBottom: Double { height - 28 }
    /// Room on the left for the labels of the axis and on the right for the value, in percent.
    private let left = 7.0, right = 91.0

    static func top(_ all: [Series]) -> Double {
        let most = all.flatMap(\.points).compactMap { $0.high ?? $0.share }.max() ?? 1
        return [0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8].first { most <= $0 } ?? 1
    }
    private var most: Double { top ?? Self.top([series]) }

    private func x(_ i: Int) -> Double {
        let n = max(series.points.count - 1, 1)
        return left + (right - left) * Double(i) / Double(n)
    }
    private func y(_ share: Double) -> Double { plotBottom - (plotBottom - plotTop) * min(max(share / most, 0), 1) }

    var drawing: Drawing {
        var nodes: [Node] = []
        for (k, v) in [0, most / 2, most].enumerated() {
            let h = y(v)
            nodes.append(line("track", left, h, right, h))
            nodes.append(text(k == 0 ? "0" : Say.share(v), 0, h + 4, "m", "start"))
        }
        nodes += months
        nodes.append(
            tag(
                "svg",
                [
                    Attribute("viewBox", "0 0 100 \(Say.plain(height))"), Attribute("preserveAspectRatio", "none"),
                    Attribute("width", "100%"),
                    Attribute("height", Say.plain(height)), Attribute("aria-hidden", "true"),
                ], paths))
        nodes += dots
        return Drawing(width: isSmall ? 360 : 720, height: height, nodes: nodes, isFluid: true)
    }

    func node() -> Node {
        drawing.inline(
            id: id, title: title,
            description: description)
    }

    var description: String {
        let whole = series.points.filter { !$0.isPartial && $0.share != nil }
        guard let a = whole.first, let z = whole.last, let p = a.share, let q = z.share else {
            return "No month has enough openings."
        }
        return
            "From \(Say.share(p)) in \(a.month.spoken) to \(Say.share(q)) in \(z.month.spoken), with 95 % intervals. \(series.change.sentence)"
    }

    private var months: [Node] {
        let p = series.points
        guard p.count > 1 else { return [] }
        var marks: [Int]
        if p.count <= 14 {
            marks = [0, p.count / 2, p.count - 1]
        } else {
            marks = p.indices.filter { p[$0].month.month == 1 }
            let step = max(1, (marks.count + (isSmall ? 3 : 7)) / (isSmall ? 4 : 8))
            marks = marks.enumerated().filter { $0.offset % step == 0 }.map(\.element)
        }
        return marks.map { i in
            let label = p.count <= 14 ? p[i].month.spoken : String(p[i].month.year)
            let anchor = i == 0 ? "start" : i == p.count - 1 ? "end" : "middle"
            return .group([
                line("zero", x(i), plotBottom, x(i), plotBottom + 4), text(label, x(i), height - 6, "m", anchor),
            ])
        }
    }

    /// Runs of months that have a share.
    private func runs(_ keep: (Series.Point) -> Bool) -> [[Int]] {
        var out: [[Int]] = []
        for (i, p) in series.points.enumerated() where keep(p) {
            if let last = out.last?.last, last == i - 1 { out[out.count - 1].append(i) } else { out.append([i]) }
        }
        return out
    }

    private var paths: [Node] {
        let p = series.points
        func at(_ i: Int, _ v: Double) -> String { "\(Say.fixed(x(i), 2)) \(Say.fixed(y(v), 1))" }
        var nodes: [Node] = []
        for run in runs({ !$0.isPartial && $0.low != nil && $0.high != nil }) where run.count > 1 {
            let up = run.map { at($0, p[$0].high ?? 0) }
            let down = run.reversed().map { at($0, p[$0].low ?? 0) }
            nodes.append(
                tag(
                    "path",
                    [Attribute("class", "fill"), Attribute("d", "M" + (up + down).joined(separator: "L") + "Z")]))
        }
        for run in runs({ !$0.isPartial && $0.share != nil }) where run.count > 1 {
            nodes.append(
                tag(
                    "path",
                    [
                        Attribute("class", "curve"),
                        Attribute("d", "M" + run.map { at($0, p[$0].share ?? 0) }.joined(separator: "L")),
                    ]))
        }
        if let i = p.indices.last, i > 0, p[i].isPartial, let v = p[i].share, let before = p[i - 1].share {
            nodes.append(
                tag("path", [Attribute("class", "curve dash"), Attribute("d", "M\(at(i - 1, before))L\(at(i, v))")]))
        }
        return nodes
    }

    private var dots: [Node] {
        let p = series.points
        let last = p.lastIndex { !$0.isPartial && $0.share != nil }
        var nodes: [Node] = []
        for (i, q) in p.enumerated() {
            guard let v = q.share, !q.isPartial else { continue }
            let r = i == last ? 4.0 : isSmall || p.count > 40 ? 1.5 : 2.2
            nodes.append(
                tag(
                    "circle",
                    [
                        Attribute("class", i == last ? "dot" : "bar"), Attribute("cx", PlotTable.percent(x(i))),
                        Attribute("cy", Say.fixed(y(v), 1)),
                        Attribute("r", r),
                    ]))
        }
        if let i = last, let v = p[i].share {
            nodes.append(text(Say.share(v), x(p.count - 1) + 1.2, y(v) + 4, "v0", "start"))
        }
        return nodes
    }

    private func line(_ c: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Node {
        tag(
            "line",
            [
                Attribute("class", c), Attribute("x1", PlotTable.percent(x1)), Attribute("x2", PlotTable.percent(x2)),
                Attribute("y1", Say.plain(y1)), Attribute("y2", Say.plain(y2)),
            ])
    }
    private func text(_ s: String, _ x: Double, _ y: Double, _ c: String, _ anchor: String) -> Node {
        tag(
            "text",
            [
                Attribute("class", c), Attribute("x", PlotTable.percent(x)), Attribute("y", Say.plain(y)),
                Attribute("text-anchor", anchor),
            ], [.text(s)])
    }

    // MARK: the same as rows

    var table: PlotTable {
        PlotTable(
            caption: title, head: ["Month", "Share", "Interval", "n", "Asked", "Companies"],
            scale: .zero(to: most, .share),
            rows: series.points.reversed().map { p in
                var q = series.change.query
                q.from = p.month.first
                q.to = p.month.last
                let n = PlotTable.Cell(
                    Say.count(p.openings), raw: String(p.openings), link: Link(q.path()), isMute: true)
                return PlotTable.Row(
                    p.month.description, of: p.isPartial ? "not over" : nil,
                    cells: [
                        .init(p.share.map(Say.share) ?? "–", raw: p.share.map { "\($0)" } ?? ""),
                        .init(
                            p.low.flatMap { lo in p.high.map { "\(Say.fixed(lo * 100, 1))–\(Say.fixed($0 * 100, 1))" } }
                                ?? "",
                            raw: p.low.flatMap { lo in p.high.map { "\(lo);\($0)" } } ?? "", isMute: true),
                        n, .init(Say.count(p.asked), raw: String(p.asked), isMute: true),
                        .init(Say.count(p.companies), raw: String(p.companies), isMute: true),
                    ], refusal: p.refusal.map { Self.why($0, p) })
            })
    }

    private static func why(_ r: Refusal, _ p: Series.Point) -> String {
        switch r {
        case .fewOpenings: "\(Say.openings(p.openings)) are too few"
        case .fewCompanies: "\(Say.companies(p.companies)) are too few"
        case .notSeenLive: "not seen live"
        default: r.rawValue.split(separator: "_").joined(separator: " ")
        }
    }
}
