import Base
import Insight
import Market
import Taxonomy

/// One chart of a page, with all that must stand beside it. The title is the sentence of the finding that it shows, so
/// that the two cannot disagree.
package struct Figure: Sendable {
    package enum Chart: Sendable {
        case wheel(Wheel)
        case line(Series)
        case plot(PlotTable)
    }

    /// Unique within its page; the `chart` of its CSV and SVG addresses.
    package var id: String
    package var title: String
    /// Measure, unit, window.
    package var sub: String
    package var chart: Chart
    package var witness: Witness?
    package var verdict: Verdict?
    /// Bold first word, then a sentence; at most three are shown.
    package var notes: [Note]
    /// What reading again changed of the subject, newest first: said under the chart.
    package var revisions: [SubjectRevision]

    package struct Note: Sendable, Hashable {
        package var word: String
        package var sentence: String
        package init(_ word: String, _ sentence: String) {
            self.word = word
            self.sentence = sentence
        }
    }

    package init(
        id: String, title: String, sub: String, chart: Chart, witness: Witness? = nil, verdict: Verdict? = nil,
        notes: [Note] = [], revisions: [SubjectRevision] = []
    ) {
        self.id = id
        self.title = title
        self.sub = sub
        self.chart = chart
        self.witness = witness
        self.verdict = verdict
        self.notes = notes
        self.revisions = revisions
    }

    /// A row of the ledger: label, finding with chart, witnesses in the margin.
    func row(_ label: String, on path: String) -> Node {
        tag(
            "section", [Attribute("class", "row"), .id(id)],
            [
                tag("div", class: "tab", [.text(label)]),
                tag(
                    "div", class: "body",
                    [tag("h2", [headline(title)]), tag("p", class: "sub", [.text(sub)]), figure(on: path)]),
                tag("aside", class: "note", margin),
            ])
    }

    var margin: [Node] {
        var out: [Node] = []
        if let w = witness { out.append(contentsOf: Self.witness(w)) }
        out += notes.prefix(3).map { tag("p", [b($0.word), " ", .text($0.sentence)]) }
        return out
    }

    static func witness(_ w: Witness) -> [Node] {
        var of = "\(Say.openings(w.openings)) of \(Say.companies(w.companies))"
        if w.largestPart > 0, w.openings > 0 { of += "; the largest has \(Say.share(w.largestPart))" }
        return [
            tag("p", [b("n"), " ", .text(of + ".")]),
            tag("p", [b("Window"), " ", .text("\(w.window.spoken)."), " ", b("Panel"), " ", .text(w.panel + ".")]),
        ]
    }

    /// The chart with its table and the links that take it away.
    package func figure(on path: String) -> Node {
        var nodes: [Node]
        switch chart {
        case .wheel(let w):
            nodes = [WheelDrawing.large(w, id: id, title: title)]
        case .line(let s):
            nodes = [LinePlot(series: s, id: id, title: title).node()]
        case .plot(let t):
            nodes = [t.node]
        }
        var source: [Node] = [.text(sourceLine), " "]
        for (word, suffix) in [("CSV", "csv"), ("SVG", "svg")] {
            source.append(a(Link(Page.address(path, suffix, chart: id)), .text(word)))
        }
        source.append(a(Link(Page.address(path, "json")), "JSON"))
        nodes.append(tag("figcaption", class: "src", source))
        if case .plot = chart {
        } else {
            nodes.append(tag("details", class: "reading", [tag("summary", ["Table"]), table.node]))
        }
        nodes += RevisionLines.nodes(revisions)
        return tag("figure", nodes)
    }

    var sourceLine: String {
        guard let w = witness else { return "" }
        return
            "Wheelhouse, generation \(w.generation), \(w.sources == 1 ? "1 source" : "\(Say.count(w.sources)) sources"), reading \(w.readerVersion)."
    }

    package var table: PlotTable {
        switch chart {
        case .plot(let t): t
        case .line(let s): LinePlot(series: s, id: id, title: title).table
        case .wheel(let w):
            .shares(
                w.spokes, noun: "Practice",
                caption: "Share of openings that name each practice, with its 95 % interval", scale: .full)
        }
    }

    package var csv: String { CSV.text(table.csv) }

    /// A file that stands alone.
    package var svg: [UInt8] {
        switch chart {
        case .plot(let t): file(t.drawing)
        case .line(let s): file(LinePlot(series: s, id: id, title: title).drawing)
        case .wheel(let w):
            Drawing.file(
                WheelDrawing.large(w, id: "w", title: title), width: 560, height: 480, title: title, sub: sub,
                source: sourceLine)
        }
    }

    private func file(_ d: Drawing) -> [UInt8] {
        Drawing.file(.group(d.nodes), width: d.width, height: d.height, title: title, sub: sub, source: sourceLine)
    }
}
