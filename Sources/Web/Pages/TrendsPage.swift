import Base
import Insight
import Market
import Taxonomy

/// `/trends?s=kubernetes,practice:operations&months=24`: at most six series as small multiples on one scale.
package struct TrendsPage: Sendable {
    package static let maxSeries = 6
    package static let windows = [12, 24, 36, 60, 120]

    package var path: String
    package var series: [Series]
    package var months: Int
    /// What the person typed.
    package var asked: String
    package var query: Query
    package var notes: [String]
    /// What reading again changed of each subject.
    package var revisions: [Subject: [SubjectRevision]]
    package init(
        path: String, series: [Series], months: Int, asked: String, query: Query, notes: [String],
        revisions: [Subject: [SubjectRevision]] = [:]
    ) {
        self.path = path
        self.series = series
        self.months = months
        self.asked = asked
        self.query = query
        self.notes = notes
        self.revisions = revisions
    }

    static func figure(_ s: Series, id: String, revisions: [SubjectRevision] = []) -> Figure {
        var notes: [Figure.Note] = []
        if let v = s.change.value, let lo = s.change.low, let hi = s.change.high {
            notes.append(
                .init(
                    "Change",
                    "\(Say.ratio(v)) (\(Say.fixed(lo, 2))–\(Say.fixed(hi, 2))), the last twelve whole months against the twelve before."
                ))
        }
        if s.points.contains(where: \.isPartial) {
            notes.append(
                .init("Dashed", "The newest month is not over and is in no verdict. The dot is the last whole month."))
        }
        if s.points.contains(where: { $0.refusal != nil }) {
            notes.append(.init("Gaps", "are months with too few openings to say anything."))
        }
        return Figure(
            id: id, title: s.change.refusal == nil ? s.change.sentence : "\(s.name): no verdict on its change",
            sub: "Share of openings first seen in the month that name \(s.name); band = 95 % interval", chart: .line(s),
            witness: s.change.witness, verdict: s.change.verdict, notes: notes, revisions: revisions)
    }

    package var page: Page {
        let top = LinePlot.top(series)
        let figures = series.enumerated().map { i, s in
            Self.figure(s, id: "s\(i)", revisions: revisions[s.change.subject] ?? [])
        }
        let title =
            series.isEmpty
            ? "Choose up to six skills or practices to compare"
            : series.count == 1 ? series[0].change.sentence : Self.title(series)
        let multiples = tag(
            "div", class: "multiples lines",
            zip(series, figures).map { s, f in
                let plot = LinePlot(series: s, id: f.id, title: f.title, top: top, isSmall: true)
                return tag(
                    "figure", [.id("fig-\(f.id)")],
                    [
                        tag("h3", [a(s.change.page, .said(s.name)), " ", PlotTable.verdict(s.change.verdict)]),
                        plot.node(),
                        tag(
                            "figcaption",
                            [
                                .text(
                                    s.change.value == nil
                                        ? s.change.sentence
                                        : "\(Say.valueAndInterval(s.change)) · \(Say.witness(s.change.witness))"), " ",
                                a(s.change.query.path(), "openings"), " · ",
                                a(Link(Page.address(path, "csv", chart: f.id)), "CSV"), " · ",
                                a(Link(Page.address(path, "svg", chart: f.id)), "SVG"),
                            ]),
                        tag("details", class: "reading", [tag("summary", ["Table"]), plot.table.node]),
                    ] + RevisionLines.nodes(f.revisions))
            })
        var body: [Node] = [
            ledger(
                ["Trends"],
                [tag("h1", [headline(title)]), form] + notes.map { tag("p", class: "marked", [.said($0)]) },
                note: series.first.map { Figure.witness($0.change.witness) } ?? [], first: true)
        ]
        if !series.isEmpty {
            body.append(
                ledger(
                    ["By month"],
                    [
                        tag(
                            "p", class: "sub",
                            ["Share of openings first seen in the month; one scale for all; band = 95 % interval"]),
                        multiples,
                    ]))
        }
        return Page(path: path, title: "Trends", current: "/trends", body: body, figures: figures)
    }

    private static func title(_ series: [Series]) -> String {
        let rises = series.filter { $0.change.verdict == .rises }.map(\.name)
        let falls = series.filter { $0.change.verdict == .falls }.map(\.name)
        switch (rises.isEmpty, falls.isEmpty) {
        case (true, true): return "Of these \(series.count) we can tell no change from chance"
        case (false, true): return "\(Say.list(rises)) \(rises.count == 1 ? "rises" : "rise")"
        case (true, false): return "\(Say.list(falls)) \(falls.count == 1 ? "falls" : "fall")"
        case (false, false):
            return
                "\(Say.list(rises)) \(rises.count == 1 ? "rises" : "rise"), \(Say.list(falls)) \(falls.count == 1 ? "falls" : "fall")"
        }
    }

    private var form: Node {
        tag(
            "form", [Attribute("class", "form gap"), Attribute("action", "/trends")],
            [
                tag("label", [Attribute("for", "s")], ["Compare"]),
                tag(
                    "input",
                    [
                        .id("s"), Attribute("name", "s"), Attribute("value", asked),
                        Attribute("placeholder", "kubernetes, practice:operations"), Attribute("maxlength", 300),
                    ]),
                tag("label", [Attribute("for", "q2")], ["Among"]),
                tag(
                    "input",
                    [
                        .id("q2"), Attribute("name", "q"), Attribute("value", query.text),
                        Attribute("placeholder", "all openings, or role:platform"), Attribute("maxlength", 512),
                    ]),
                tag("label", [Attribute("for", "months")], ["Months"]),
                tag(
                    "select", [.id("months"), Attribute("name", "months")],
                    Self.windows.map { m in
                        tag(
                            "option",
                            [Attribute("value", m)] + (m == months ? [Attribute("selected", "selected")] : []),
                            [.text("\(m)")])
                    }), tag("button", ["Show"]),
            ])
    }
}
