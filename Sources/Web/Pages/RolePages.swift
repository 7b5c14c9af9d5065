import Base
import Insight
import Market
import Taxonomy

/// `/roles`: small multiples on one scale, and a table of all.
package struct RolesPage: Sendable {
    package var wheels: [(role: RoleFamily, wheel: Wheel)]
    package var table: [Finding]
    package init(wheels: [(role: RoleFamily, wheel: Wheel)], table: [Finding]) {
        self.wheels = wheels
        self.table = table
    }
    package var page: Page {
        let title =
            table.first { $0.value != nil }.map { "\($0.name) ads are the most, \(Say.share($0.value ?? 0)) of all" }
            ?? "Too few openings to compare roles"
        let shares = Figure(
            id: "roles", title: title, sub: "Share of openings by role, as the title and the duties say it",
            chart: .plot(.shares(table, noun: "Role", caption: title)), witness: table.first?.witness)
        let multiples = tag(
            "div", class: "multiples",
            wheels.prefix(12).enumerated().map { i, w in
                tag(
                    "figure",
                    [
                        tag("h3", [a("/roles/\(w.role.id)", .text(w.role.title))]),
                        WheelDrawing.small(w.wheel, id: "r\(i)"),
                        tag(
                            "figcaption",
                            [
                                .text(
                                    w.wheel.refusal.map { Say.refusal($0, w.wheel.witness) }
                                        ?? "\(Say.witness(w.wheel.witness))")
                            ]),
                    ])
            })
        return Page(
            path: "/roles", title: "Roles", current: "/roles",
            body: [
                ledger(
                    ["Roles"],
                    [
                        tag("h1", ["Every role is a blend of what one knows and how one works"]),
                        Web.lead(
                            "The same nine practices, in the same order and on one scale, so that two roles can be told apart by their shape."
                        ),
                    ], first: true),
                ledger(["The blends"], [multiples]), shares.row("How many", on: "/roles"),
            ], figures: [shares])
    }
}

/// `/roles/:id`: the wheel large, two bars, skills, trend, pay, seniority.
package struct RolePage: Sendable {
    package var role: RoleFamily
    package var demand: Demand
    package var wheel: Wheel
    package var asked: [Finding]
    package var series: Series
    package var pay: PayPicture
    package var paySeniority: [PayPicture]
    package var seniority: [(Seniority, count: Int, query: Query)]

    package init(
        role: RoleFamily, demand: Demand, wheel: Wheel, asked: [Finding], series: Series, pay: PayPicture,
        paySeniority: [PayPicture],
        seniority: [(Seniority, count: Int, query: Query)]
    ) {
        self.role = role
        self.demand = demand
        self.wheel = wheel
        self.asked = asked
        self.series = series
        self.pay = pay
        self.paySeniority = paySeniority
        self.seniority = seniority
    }

    static let wheelNotes: [Figure.Note] = [
        .init("Area of a petal", "is the share of ads naming the practice. Rings at 25, 50, 75 and 100 %."),
        .init("Order", "is the same on every wheel, so that two can be told apart by shape."),
        .init("Unsaid is not undone.", "An ad that does not name leadership may still want it."),
    ]

    /// The three practices most asked, in one sentence.
    package static func title(_ name: String, _ wheel: Wheel) -> String {
        let known = wheel.spokes.filter { $0.value != nil }.sorted { ($0.value ?? 0) > ($1.value ?? 0) }
        guard wheel.refusal == nil, known.count == 9 else { return "\(name): too few openings to draw the blend" }
        return
            "\(name) ads ask most for \(Say.list(known.prefix(3).map { $0.name.lowercased() })); \(known[8].name.lowercased()) least"
    }

    package var page: Page {
        let path = "/roles/\(role.id)"
        let title = Self.title(role.title, wheel)
        var figures: [Figure] = []
        var body: [Node] = [
            ledger(
                [a("/roles", "‹ Roles")], [tag("h1", [headline(title)]), Web.lead(demand.change.sentence)],
                note: [
                    tag("p", class: "sc rub", [.text(role.title)]),
                    note("Open now", "\(Say.openings(demand.openNow)) at \(Say.companies(demand.companies))."),
                    note("New", "\(Say.count(demand.newThisMonth)) first seen in the newest month."),
                    tag("p", [a(demand.share.query.path(), "The openings"), " · ", a("/roles", "Compare roles")]),
                ], first: true)
        ]
        func add(_ label: String, _ f: Figure?) {
            guard let f else { return }
            figures.append(f)
            body.append(f.row(label, on: path))
        }
        add(
            "The blend",
            Figure(
                id: "wheel", title: PracticesPage.title(wheel),
                sub: "Share of openings naming each practice; bar with caps = 95 % interval",
                chart: .wheel(wheel), witness: wheel.witness, notes: Self.wheelNotes))
        add("Two bars", Self.twoBars(wheel))
        if let first = asked.first {
            add(
                "Skills asked",
                Figure(
                    id: "skills", title: "\(first.name) is named most",
                    sub: "Share of these openings that name the skill",
                    chart: .plot(.shares(asked, noun: "Skill", caption: "\(first.name) is named most")),
                    witness: first.witness))
        }
        add("Trend", TrendsPage.figure(series, id: "trend"))
        add("Pay", PayPage.figure([pay] + paySeniority, id: "pay", noun: "Ads"))
        let rows = seniority.filter { $0.count > 0 }
        if !rows.isEmpty {
            body.append(
                ledger(
                    ["Seniority"],
                    [
                        tag("h2", ["What level the ads name"]),
                        tag(
                            "table", class: "gap",
                            [
                                tag("caption", class: "hide", ["Openings by seniority"]),
                                tag(
                                    "tbody",
                                    rows.map { r in
                                        tag(
                                            "tr",
                                            [
                                                tag("th", [Attribute("scope", "row")], [.text(r.0.title)]),
                                                tag(
                                                    "td", class: "num",
                                                    [a(r.query.path(), .text(Say.openings(r.count)))]),
                                            ])
                                    }),
                            ]),
                    ],
                    note: [note("Not stated", "stays a value of its own; nothing is guessed from years of experience.")]
                ))
        }
        return Page(path: path, title: role.title, current: "/roles", body: body, figures: figures)
    }

    /// Two kinds of thing and never one number: how many technical skills an ad names, and how many of nine practices.
    package static func twoBars(_ wheel: Wheel) -> Figure? {
        guard wheel.refusal == nil, let technical = wheel.breadth.value else { return nil }
        let shares = wheel.spokes.compactMap(\.value)
        guard shares.count == 9 else { return nil }
        // The mean number of practices an ad names is the sum of the nine shares.
        let practices = shares.reduce(0, +)
        func part(_ f: Finding, of whole: Double) -> Finding {
            var g = f
            g.unit = .share
            g.value = f.value.map { min($0 / whole, 1) }
            g.low = f.low.map { min($0 / whole, 1) }
            g.high = f.high.map { min($0 / whole, 1) }
            return g
        }
        var operational = wheel.breadth
        operational.value = practices
        operational.low = nil
        operational.high = nil
        operational.subject = .practice(.delivery)
        let title =
            "An ad names \(Say.fixed(technical, 1)) technical skills and \(Say.fixed(practices, 1)) of nine practices on average"
        var table = PlotTable(
            caption: title, head: ["Kind", "Mean", "Interval"], scale: .full,
            rows: [
                .init(
                    "Technical", of: "of 20", mark: .bar(part(wheel.breadth, of: 20)),
                    cells: [
                        .init(Say.fixed(technical, 1), raw: "\(technical)"),
                        .init(
                            Say.interval(wheel.breadth),
                            raw: wheel.breadth.low.flatMap { lo in wheel.breadth.high.map { "\(lo);\($0)" } } ?? "",
                            isMute: true),
                    ]),
                .init(
                    "Operational", of: "of 9", mark: .bar(part(operational, of: 9)),
                    cells: [.init(Say.fixed(practices, 1), raw: "\(practices)"), .empty]),
            ])
        table.hasAxis = false
        return Figure(
            id: "two-bars", title: title,
            sub: "Distinct technical skills an opening, counted up to 20; practices an opening, of nine",
            chart: .plot(table),
            witness: wheel.witness, notes: [.init("Two counts,", "never one score: they are not of one kind.")])
    }
}
