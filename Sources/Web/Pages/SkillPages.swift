import Base
import Insight
import Market
import Taxonomy

/// `/skills`: what is asked most, what moves, and every name of the list.
package struct SkillsPage: Sendable {
    package var asked: [Finding]
    package var movers: [Finding]
    package var tested: Int
    /// All skills that any opening names, by name, with their openings.
    package var index: [(id: String, name: String, openings: Int)]
    package init(asked: [Finding], movers: [Finding], tested: Int, index: [(id: String, name: String, openings: Int)]) {
        self.asked = asked
        self.movers = movers
        self.tested = tested
        self.index = index
    }

    package var page: Page {
        let title = asked.first { $0.value != nil }?.sentence ?? "Too few openings to rank skills"
        let askedFigure = Figure(
            id: "asked", title: title, sub: "Share of openings that name the skill; bar = share, caps = 95 % interval",
            chart: .plot(.shares(asked, noun: "Skill", caption: title)), witness: asked.first?.witness,
            notes: [.init("Order", "by share. Where intervals overlap, the order is not sure.")])
        let moversTitle = TodayPage.moversTitle(movers)
        let moverFigure = Figure(
            id: "movers", title: moversTitle,
            sub: "The last twelve whole months against the twelve before, the same companies and roles compared",
            chart: .plot(.changes(movers, noun: "Skill", caption: moversTitle)), witness: movers.first?.witness,
            notes: [
                .init(
                    "Correction",
                    "\(Say.count(tested)) skills were tested; one false verdict in ten is allowed among those we name.")
            ])
        var body: [Node] = [
            ledger(
                ["Skills"],
                [
                    tag("h1", [headline(title)]),
                    Web.lead(
                        "A skill is counted where an ad asks for it, wishes for it or works with it. One opening counts once, whatever it is copied to."
                    ),
                ], first: true),
            askedFigure.row("Asked most", on: "/skills"),
        ]
        var figures = [askedFigure]
        if !movers.isEmpty {
            body.append(moverFigure.row("Movers", on: "/skills"))
            figures.append(moverFigure)
        }
        var links: [Node] = []
        for s in index {
            links.append(
                tag(
                    "span", class: "nb",
                    [
                        a("/skills/\(URLText.encode(s.id))", .text(s.name)),
                        tag("span", class: "of", [.text(Say.count(s.openings))]),
                    ]))
            links.append(" ")
        }
        body.append(
            ledger(
                ["All names"],
                [
                    tag("h2", [.text("\(Say.count(index.count)) skills are named in these openings")]),
                    tag("p", class: "names", links),
                ]))
        return Page(path: "/skills", title: "Skills", current: "/skills", body: body, figures: figures)
    }
}

/// `/skills/:id`
package struct SkillPage: Sendable {
    package var id: String
    package var name: String
    package var kind: String
    package var spellings: [String]
    package var demand: Demand
    package var series: Series
    package var companions: [Companion]
    package var byRole: [Finding]
    package var pay: PayPicture
    /// What reading again changed of it, newest first.
    package var revisions: [SubjectRevision]
    package init(
        id: String, name: String, kind: String, spellings: [String], demand: Demand, series: Series,
        companions: [Companion], byRole: [Finding],
        pay: PayPicture, revisions: [SubjectRevision] = []
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.spellings = spellings
        self.demand = demand
        self.series = series
        self.companions = companions
        self.byRole = byRole
        self.pay = pay
        self.revisions = revisions
    }

    package var page: Page {
        let path = "/skills/\(URLText.encode(id))"
        var figures: [Figure] = []
        var body: [Node] = [head]
        func add(_ label: String, _ f: Figure?) {
            guard let f else { return }
            figures.append(f)
            body.append(f.row(label, on: path))
        }
        add("Trend", TrendsPage.figure(series, id: "trend", revisions: revisions))
        add("Goes with", Self.companionFigure(companions, of: name))
        if byRole.contains(where: { $0.value != nil }) {
            let most = byRole.filter { $0.value != nil }.max { ($0.value ?? 0) < ($1.value ?? 0) }
            let title = most.map { "\($0.name) ads name it most" } ?? "Roles that ask for it"
            add(
                "Roles",
                Figure(
                    id: "roles", title: title, sub: "Share of each role’s openings that name \(name)",
                    chart: .plot(.shares(byRole, noun: "Role", caption: title)), witness: most?.witness))
        }
        add("Pay", PayPage.figure(pay, id: "pay"))
        let names = spellings.filter { $0 != name }
        body.append(
            ledger(
                ["Spellings"],
                [
                    tag(
                        "h2",
                        [
                            .text(
                                names.isEmpty
                                    ? "Written only as \(name)" : "Also written \(Say.list(Array(names.prefix(4))))")
                        ]),
                    tag(
                        "p", class: "text",
                        [
                            .text(names.count > 4 ? "And \(Say.list(Array(names.dropFirst(4).prefix(40)))). " : ""),
                            "When a spelling is added, old and new ads are read again, so that a longer list does not look like growth.",
                        ]),
                ]))
        return Page(path: path, title: name, current: "/skills", body: body, figures: figures)
    }

    private var head: Node {
        let c = demand.change
        let all = demand.share.query.path()
        return ledger(
            [a("/skills", "‹ Skills")],
            [
                tag("h1", [headline(c.refusal == nil ? c.sentence : demand.share.sentence)]),
                Web.lead(c.refusal == nil ? demand.share.sentence : "Change: \(c.sentence)"),
                tag(
                    "p", class: "gap",
                    [
                        tag(
                            "a", [Attribute("class", "first-link"), .href(Link(all))],
                            [.text("\(Say.openings(demand.openNow)) open now")])
                    ]),
            ],
            note: [
                tag("p", class: "sc rub", [.text(name)]), note("Kind", kind + "."),
                note("New", "\(Say.count(demand.newThisMonth)) first seen in the newest month."),
                note("Employers", "\(Say.companies(demand.companies)) ask for it now."),
                note("Pay stated", Say.valueAndInterval(demand.payDisclosed)),
            ], first: true)
    }

    static func companionFigure(_ companions: [Companion], of name: String) -> Figure? {
        guard let top = companions.first else { return nil }
        let title = top.share.sentence
        let table = PlotTable(
            caption: title, head: ["Skill", "Share", "Interval", "Lift"], scale: .shares(companions.map(\.share)),
            rows: companions.map { c in
                PlotTable.Row(
                    c.name, link: Link("/skills/\(URLText.encode(c.skill))"), of: c.explainedByRole ? "by role" : nil,
                    mark: c.share.value == nil ? .none : .bar(c.share),
                    cells: [
                        .init(
                            Say.value(c.share), raw: c.share.value.map { "\($0)" } ?? "",
                            link: Link(c.share.query.path())),
                        .init(
                            Say.interval(c.share),
                            raw: c.share.low.flatMap { lo in c.share.high.map { "\(lo);\($0)" } } ?? "", isMute: true),
                        .init(Say.ratio(c.lift), raw: "\(c.lift)"),
                    ], refusal: c.share.refusal.map { Say.refusal($0, c.share.witness) })
            })
        return Figure(
            id: "goes-with", title: title,
            sub: "Of the openings that name \(name), the share that name the other; lift against all openings",
            chart: .plot(table), witness: top.share.witness,
            notes: [
                .init("Lift", "share here divided by share everywhere, drawn toward 1 where both are rare."),
                .init(
                    "By role",
                    "the two are named together because one kind of job needs both; within a role they do not attract each other."
                ),
            ])
    }
}

/// `/practices` and `/practices/:id`
package struct PracticesPage: Sendable {
    package var wheel: Wheel
    package var changes: [Finding]
    package init(wheel: Wheel, changes: [Finding]) {
        self.wheel = wheel
        self.changes = changes
    }
    package var page: Page {
        let wheelFigure = Figure(
            id: "wheel", title: Self.title(wheel),
            sub: "Share of IT openings that name each practice; area of a petal = share, bar with caps = 95 % interval",
            chart: .wheel(wheel), witness: wheel.witness, notes: RolePage.wheelNotes)
        let title = TodayPage.moversTitle(changes)
        let change = Figure(
            id: "changes", title: title, sub: "The last twelve whole months against the twelve before",
            chart: .plot(.changes(changes, noun: "Practice", caption: title)), witness: changes.first?.witness)
        return Page(
            path: "/practices", title: "Nine practices", current: "/practices",
            body: [
                ledger(
                    ["Practices"],
                    [
                        tag("h1", [headline(Self.title(wheel))]),
                        Web.lead(
                            "A practice is a way of working that an ad asks for, beside the tools it names. An opening names one where a sentence says so, and the sentence can be read."
                        ),
                    ], first: true), wheelFigure.row("The blend", on: "/practices"),
                change.row("Change", on: "/practices"),
                ledger(
                    ["Each"],
                    [
                        tag(
                            "ul", class: "text",
                            wheel.spokes.map { f in
                                tag(
                                    "li",
                                    [
                                        a(f.page, .text(f.name)), " ",
                                        tag("span", class: "of", [.text(Say.valueAndInterval(f))]),
                                    ])
                            })
                    ]),
            ], figures: [wheelFigure, change])
    }

    /// One sentence over nine findings.
    package static func title(_ wheel: Wheel) -> String {
        let known = wheel.spokes.filter { $0.value != nil }.sorted { ($0.value ?? 0) > ($1.value ?? 0) }
        guard let most = known.first, let least = known.last, known.count > 1 else {
            return "Too few openings to draw the blend"
        }
        return
            "\(most.name) is asked most, by \(Say.share(most.value ?? 0)) of ads; \(least.name.lowercased()) least, by \(Say.share(least.value ?? 0))"
    }
}

package struct PracticePage: Sendable {
    package var practice: Practice
    package var share: Finding
    package var series: Series
    package var byRole: [Finding]
    package var skills: [Finding]
    /// What reading again changed of it, newest first.
    package var revisions: [SubjectRevision]
    package init(
        practice: Practice, share: Finding, series: Series, byRole: [Finding], skills: [Finding],
        revisions: [SubjectRevision] = []
    ) {
        self.practice = practice
        self.share = share
        self.series = series
        self.byRole = byRole
        self.skills = skills
        self.revisions = revisions
    }
    package var page: Page {
        let path = "/practices/\(practice.id)"
        var figures: [Figure] = []
        var body: [Node] = [
            ledger(
                [a("/practices", "‹ Practices")],
                [
                    tag("h1", [headline(share.sentence)]), Web.lead(series.change.sentence),
                    tag(
                        "p", class: "gap",
                        [
                            tag(
                                "a", [Attribute("class", "first-link"), .href(Link(share.query.path()))],
                                ["The openings, each with its sentence"])
                        ]),
                ], note: [tag("p", class: "sc rub", [.text(practice.title)])] + Figure.witness(share.witness),
                first: true)
        ]
        func add(_ label: String, _ f: Figure) {
            figures.append(f)
            body.append(f.row(label, on: path))
        }
        add("Trend", TrendsPage.figure(series, id: "trend", revisions: revisions))
        if !byRole.isEmpty {
            let title =
                byRole.first { $0.value != nil }.map { "\($0.name) ads name it most" }
                ?? "Too few openings to compare roles"
            add(
                "Roles",
                Figure(
                    id: "roles", title: title,
                    sub: "Share of each role’s openings that name \(practice.title.lowercased())",
                    chart: .plot(.shares(byRole, noun: "Role", caption: title, scale: .full)),
                    witness: byRole.first?.witness))
        }
        if !skills.isEmpty {
            let title = "\(skills[0].name) is the skill most named beside it"
            add(
                "Skills",
                Figure(
                    id: "skills", title: title,
                    sub: "Of the openings that name the practice, the share that name the skill",
                    chart: .plot(.shares(skills, noun: "Skill", caption: title)), witness: skills[0].witness))
        }
        return Page(path: path, title: practice.title, current: "/practices", body: body, figures: figures)
    }
}
