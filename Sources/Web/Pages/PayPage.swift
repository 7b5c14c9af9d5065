import Base
import Insight
import Market
import Taxonomy

/// `/pay`: who states it first, then the quantiles of those who do; never one number, never two currencies on one axis.
package struct PayPage: Sendable {
    package var path: String
    package var query: Query
    package var all: PayPicture
    package var byRole: [PayPicture]
    package var bySeniority: [PayPicture]
    package init(path: String, query: Query, all: PayPicture, byRole: [PayPicture], bySeniority: [PayPicture]) {
        self.path = path
        self.query = query
        self.all = all
        self.byRole = byRole
        self.bySeniority = bySeniority
    }

    package var page: Page {
        var figures: [Figure] = []
        let shares = byRole.map { p in
            var f = p.disclosure
            f.name = p.name
            return f
        }
        let title = all.disclosure.sentence
        var body: [Node] = [
            ledger(
                ["Pay"],
                [
                    tag("h1", [headline(title)]),
                    Web.lead(
                        "Pay is shown as ads state it, a year before tax, in the currency they use. Nothing is converted, and those that state no pay may pay otherwise."
                    ),
                    searchForm,
                ], note: Figure.witness(all.disclosure.witness), first: true)
        ]
        func add(_ label: String, _ f: Figure?) {
            guard let f else { return }
            figures.append(f)
            body.append(f.row(label, on: path))
        }
        if shares.contains(where: { $0.value != nil }) {
            let most = shares.filter { $0.value != nil }.max { ($0.value ?? 0) < ($1.value ?? 0) }
            let t = most.map { "\($0.name) ads state pay most often, \(Say.share($0.value ?? 0)) of them" } ?? title
            add(
                "Who states it",
                Figure(
                    id: "disclosure", title: t, sub: "Share of openings that state any pay",
                    chart: .plot(.shares(shares, noun: "Role", caption: t, scale: .full)),
                    witness: all.disclosure.witness))
        }
        add("By role", Self.figure(byRole, id: "roles", noun: "Role"))
        add("By seniority", Self.figure(bySeniority, id: "seniority", noun: "Seniority"))
        if !all.other.isEmpty {
            body.append(
                ledger(
                    ["Currencies"],
                    [
                        tag("h2", ["Other currencies are counted, not converted"]),
                        tag(
                            "p", class: "text",
                            [
                                .text(
                                    Say.list(
                                        all.other.prefix(12).map { "\($0.currency.code) \(Say.count($0.openings))" })
                                        + ".")
                            ]),
                    ]))
        }
        return Page(path: path, title: "Pay", current: "/pay", body: body, figures: figures)
    }

    private var searchForm: Node {
        tag(
            "form", [Attribute("class", "ask"), Attribute("action", "/pay")],
            [
                tag("label", [Attribute("class", "hide"), Attribute("for", "q")], ["Among"]),
                tag(
                    "input",
                    [
                        .id("q"), Attribute("class", "q"), Attribute("name", "q"), Attribute("value", query.text),
                        Attribute("placeholder", "all openings, or place:US role:backend"), Attribute("maxlength", 512),
                    ]),
                tag("button", ["Show"]),
            ])
    }

    package static func figure(_ picture: PayPicture, id: String) -> Figure? { figure([picture], id: id, noun: "Ads") }

    /// Of one currency: the one that most pictures use; others are left to their own pages.
    package static func figure(_ pictures: [PayPicture], id: String, noun: String) -> Figure? {
        let known = pictures.filter { $0.quantiles.contains { $0.finding.value != nil } }
        let counts = Dictionary(grouping: known.compactMap(\.currency), by: { $0 }).mapValues(\.count)
        guard let currency = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
            guard let first = pictures.first else { return nil }
            var table = PlotTable(
                caption: first.disclosure.sentence, head: [noun, "Median", "Interval"], scale: .linear(0, 1),
                rows: pictures.map { row($0, nil) })
            table.hasAxis = false
            return Figure(
                id: id, title: first.disclosure.sentence,
                sub: "Pay as stated, a year; too few openings state it to draw it", chart: .plot(table),
                witness: first.disclosure.witness)
        }
        let values = known.filter { $0.currency == currency }.flatMap(\.quantiles).compactMap(\.finding.value)
        let lo = floor(values.min() ?? 0)
        let hi = ceiling(values.max() ?? 1)
        let median = known.first { $0.currency == currency }.flatMap { p in
            p.quantiles.first { $0.level == 0.5 }?.finding
        }
        let title = median?.value != nil ? median?.sentence ?? "" : pictures[0].disclosure.sentence
        let table = PlotTable(
            caption: title, head: [noun, "Median", "Interval"], scale: .linear(lo, hi),
            rows: pictures.map { row($0, $0.currency == currency ? currency : nil) })
        return Figure(
            id: id, title: title,
            sub: "\(currency.code) a year as stated. Line: 10th to 90th of ads; block: middle half; mark: median",
            chart: .plot(table),
            witness: pictures[0].disclosure.witness,
            notes: [
                .init("Disclosure first", "\(pictures[0].disclosure.sentence) Those that do not may pay otherwise.")
            ])
    }

    private static func row(_ p: PayPicture, _ currency: Currency?) -> PlotTable.Row {
        let of = p.disclosure.value.map { "\(Say.share($0)) state pay" }
        let median = p.quantiles.first { $0.level == 0.5 }?.finding
        var q = p.disclosure.query
        q.payStated = true
        let link = Link(q.path())
        guard let currency, p.currency == currency, let median, median.value != nil else {
            let why =
                median?.refusal.map { Say.refusal($0, median?.witness ?? p.disclosure.witness) }
                ?? (p.currency != nil && p.currency != currency && currency != nil
                    ? "stated in \(p.currency?.code ?? "")" : "Too few of these openings state their pay.")
            return PlotTable.Row(p.name, of: of, cells: [], refusal: why)
        }
        let byLevel = [0.1, 0.25, 0.5, 0.75, 0.9].map { l in
            p.quantiles.first { abs($0.level - l) < 0.001 }?.finding.value
        }
        return PlotTable.Row(
            p.name, link: link, of: of, mark: .pay(byLevel),
            cells: [
                .init(Say.value(median), raw: median.value.map { "\($0)" } ?? "", link: link),
                .init(
                    Say.interval(median), raw: median.low.flatMap { lo in median.high.map { "\(lo);\($0)" } } ?? "",
                    isMute: true),
            ])
    }

    /// Round ends for an axis of money.
    static func floor(_ v: Double) -> Double { (v / step(v) - 0.25).rounded(.down) * step(v) }
    static func ceiling(_ v: Double) -> Double { (v / step(v) + 0.25).rounded(.up) * step(v) }
    private static func step(_ v: Double) -> Double {
        v > 400_000 ? 100_000 : v > 40_000 ? 20_000 : v > 4_000 ? 2_000 : 100
    }
}
