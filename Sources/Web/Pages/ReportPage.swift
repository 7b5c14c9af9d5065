import Base
import Insight
import Market
import Taxonomy

/// The industry report of one month: a page that stands on its own, prints on paper, and is the same bytes whenever it
/// is made from the same generation.
package struct ReportPage: Sendable {
    package var month: Month
    package var headline: String
    /// What changed, each one sentence.
    package var changed: [Finding]
    package var opened: Int
    package var openNow: Int
    package var companies: Int
    package var wheel: Wheel
    package var practiceChanges: [Finding]
    package var roles: [(role: RoleFamily, wheel: Wheel)]
    package var rising: [Finding]
    package var falling: [Finding]
    package var cannotTell: [Finding]
    package var tested: Int
    package var refused: Int
    package var pay: PayPicture
    package var payByRole: [PayPicture]
    package var hiring: [(company: String, count: Int, query: Query)]
    package var sourceFailures: [(board: String, sentence: String)]
    package var sources: Int
    package var readerVersion: String
    package var generation: Int
    /// Where the market is served, for links out of a file: "" in the page itself, else `http://…`.
    package var isInFile: Bool

    package init(
        month: Month, headline: String, changed: [Finding], opened: Int, openNow: Int, companies: Int, wheel: Wheel,
        practiceChanges: [Finding],
        roles: [(role: RoleFamily, wheel: Wheel)], rising: [Finding], falling: [Finding], cannotTell: [Finding],
        tested: Int, refused: Int,
        pay: PayPicture, payByRole: [PayPicture], hiring: [(company: String, count: Int, query: Query)],
        sourceFailures: [(board: String, sentence: String)], sources: Int, readerVersion: String, generation: Int,
        isInFile: Bool
    ) {
        self.month = month
        self.headline = headline
        self.changed = changed
        self.opened = opened
        self.openNow = openNow
        self.companies = companies
        self.wheel = wheel
        self.practiceChanges = practiceChanges
        self.roles = roles
        self.rising = rising
        self.falling = falling
        self.cannotTell = cannotTell
        self.tested = tested
        self.refused = refused
        self.pay = pay
        self.payByRole = payByRole
        self.hiring = hiring
        self.sourceFailures = sourceFailures
        self.sources = sources
        self.readerVersion = readerVersion
        self.generation = generation
        self.isInFile = isInFile
    }

    package var page: Page {
        let path = "/reports/\(month)"
        var inMonth = Query()
        inMonth.from = month.first
        inMonth.to = month.last
        var figures: [Figure] = []
        var body: [Node] = [
            ledger(
                ["Report"],
                [
                    tag("h1", [Web.headline(headline)]),
                    Web.lead("The market for work in IT in \(month.spoken), as employers describe it."),
                    tag(
                        "p", class: "gap",
                        [
                            a(inMonth.path(), .text("\(Say.openings(opened)) first seen in the month")),
                            .text(" at \(Say.companies(companies)); "),
                            .text("\(Say.openings(openNow)) open at its end."),
                        ]),
                ],
                note: [
                    note("Edition", "\(month), from generation \(generation); reading \(readerVersion)."),
                    note("Sources", "\(Say.count(sources)) boards and records."),
                    note("Every number", "leads to the openings behind it, and each of those to its words."),
                ], first: true)
        ]
        func add(_ label: String, _ f: Figure?) {
            guard let f else { return }
            figures.append(f)
            body.append(f.row(label, on: path))
        }
        body.append(
            ledger(
                ["What changed"],
                [
                    tag(
                        "h2",
                        [
                            .text(
                                changed.isEmpty
                                    ? "Nothing that we can tell from chance"
                                    : changed.count == 1
                                        ? "One change that is more than chance"
                                        : "\(changed.count) changes that are more than chance")
                        ]),
                    tag(
                        "ul", class: "text gap",
                        changed.map { f in
                            tag(
                                "li",
                                [
                                    PlotTable.verdict(f.verdict), " ", .text(f.sentence), " ",
                                    tag("span", class: "of", [a(f.query.path(), .text(Say.valueAndInterval(f)))]),
                                ])
                        }),
                ]))
        add(
            "Nine practices",
            Figure(
                id: "wheel", title: PracticesPage.title(wheel),
                sub: "Share of openings naming each practice; area of a petal = share, bar = 95 % interval",
                chart: .wheel(wheel), witness: wheel.witness, notes: RolePage.wheelNotes))
        if !practiceChanges.isEmpty {
            let t = TodayPage.moversTitle(practiceChanges)
            add(
                "Their change",
                Figure(
                    id: "practices", title: t, sub: "The last twelve whole months against the twelve before",
                    chart: .plot(.changes(practiceChanges, noun: "Practice", caption: t)),
                    witness: practiceChanges[0].witness))
        }
        if !roles.isEmpty {
            body.append(
                ledger(
                    ["Blend by role"],
                    [
                        tag("h2", ["Each role has its shape"]),
                        tag("p", class: "sub", ["Same practices, same order, one scale; bar = 95 % interval"]),
                        tag(
                            "div", class: "multiples",
                            roles.prefix(12).enumerated().map { i, r in
                                tag(
                                    "figure",
                                    [
                                        tag("h3", [a("/roles/\(r.role.id)", .text(r.role.title))]),
                                        WheelDrawing.small(r.wheel, id: "r\(i)"),
                                        tag(
                                            "figcaption",
                                            [
                                                .text(
                                                    r.wheel.refusal.map { Say.refusal($0, r.wheel.witness) }
                                                        ?? Say.witness(r.wheel.witness))
                                            ]),
                                    ])
                            }),
                    ]))
        }
        for (label, list, id) in [
            ("Rising", rising, "rising"), ("Falling", falling, "falling"), ("Cannot tell", cannotTell, "cannot-tell"),
        ] where !list.isEmpty {
            let t =
                id == "cannot-tell"
                ? "For \(list[0].name) and others we cannot tell a change from chance" : TodayPage.moversTitle(list)
            add(
                label,
                Figure(
                    id: id, title: t,
                    sub:
                        "Share of openings that name the skill, the last twelve whole months against the twelve before",
                    chart: .plot(.changes(list, noun: "Skill", caption: t)), witness: list[0].witness,
                    notes: [
                        .init(
                            "Correction",
                            "\(Say.count(tested)) skills were tested; one false verdict in ten is allowed among those named. \(Say.count(refused)) were too few to test."
                        )
                    ]))
        }
        add("Pay", PayPage.figure([pay] + payByRole, id: "pay", noun: "Role"))
        if !hiring.isEmpty {
            body.append(
                ledger(
                    ["Who hires"],
                    [
                        tag("h2", [.text("\(Say.companies(companies)) published openings")]),
                        tag(
                            "p", class: "sub",
                            [
                                .text(
                                    "Openings first seen in \(month.spoken), the largest publishers; no ranking of merit"
                                )
                            ]),
                        tag(
                            "table",
                            [
                                tag("caption", class: "hide", ["Employers by openings first seen in the month"]),
                                tag(
                                    "tbody",
                                    hiring.map { h in
                                        tag(
                                            "tr",
                                            [
                                                tag("th", [Attribute("scope", "row")], [.said(h.company)]),
                                                tag(
                                                    "td", class: "num",
                                                    [a(h.query.path(), .text(Say.openings(h.count)))]),
                                            ])
                                    }),
                            ]),
                    ]))
        }
        body.append(
            ledger(
                ["Method"],
                [
                    tag("h2", ["What is counted"]),
                    tag(
                        "p", class: "text",
                        [
                            "Openings, with copies and reposts joined, each by the day it was first seen. Intervals are 95 %, by drawing companies. A change is named only if it is at least ×1.15 and survives the correction for many tests. Where there are too few openings or companies, nothing is said. ",
                            a("/method", "The method in full"),
                        ]),
                ]))
        body.append(
            ledger(
                ["Sources’ failures"],
                [
                    tag(
                        "h2",
                        [
                            .text(
                                sourceFailures.isEmpty
                                    ? "Every source answered at its last poll"
                                    : "\(sourceFailures.count) of \(Say.count(sources)) sources did not answer wholly")
                        ]),
                    tag(
                        "ul",
                        sourceFailures.prefix(30).map { s in tag("li", [.said(s.board), ": ", .said(s.sentence)]) }),
                    tag("p", class: "src", [a("/sources", "All sources with their state")]),
                ], note: [note("Cite", "Wheelhouse, report \(month), generation \(generation).")]))
        return Page(path: path, title: "Report for \(month.spoken)", current: "/reports", body: body, figures: figures)
    }
}

/// `/reports`: the months there are.
package struct ReportsPage: Sendable {
    package var months: [(month: Month, openings: Int)]
    package init(months: [(month: Month, openings: Int)]) { self.months = months }
    package var page: Page {
        Page(
            path: "/reports", title: "Reports", current: "/reports",
            body: [
                ledger(
                    ["Reports"],
                    [
                        tag("h1", ["One page a month, to read, print and cite"]),
                        tag(
                            "table", class: "gap",
                            [
                                tag("caption", class: "hide", ["Months with a report"]),
                                tag(
                                    "tbody",
                                    months.map { m in
                                        tag(
                                            "tr",
                                            [
                                                tag(
                                                    "th", [Attribute("scope", "row")],
                                                    [a("/reports/\(m.month)", .text(m.month.spoken))]),
                                                tag(
                                                    "td", class: "num",
                                                    [.text("\(Say.openings(m.openings)) first seen")]),
                                            ])
                                    }),
                            ]),
                    ], first: true)
            ], hasJSON: false)
    }
}

/// What is shown where a page cannot be: never a word of the address, which a stranger may have written.
package struct ProblemPage: Sendable {
    package var title: String
    package var sentence: String
    package init(title: String, sentence: String) {
        self.title = title
        self.sentence = sentence
    }
    package var page: Page {
        Page(
            path: "/", title: title,
            body: [
                ledger(
                    ["Sorry"], [tag("h1", [headline(title)]), Web.lead(sentence), searchBox("", isLarge: true)],
                    first: true)
            ], hasJSON: false)
    }
}

extension ReportPage {
    package func write(_ w: inout JSONWriter) {
        w.object { w in
            w.member("month", month.description)
            w.member("headline", headline)
            w.member("opened", opened)
            w.member("openNow", openNow)
            w.member("companies", companies)
            w.member("sources", sources)
            w.member("readerVersion", readerVersion)
            w.member("generation", generation)
            w.member("tested", tested)
            w.key("wheel")
            wheel.write(&w)
            for (key, list) in [
                ("changed", changed), ("practices", practiceChanges), ("rising", rising), ("falling", falling),
                ("cannotTell", cannotTell),
            ] {
                w.key(key)
                w.array(list) { $1.write(&$0) }
            }
            w.key("pay")
            pay.write(&w)
            w.key("hiring")
            w.array(hiring) { w, h in
                w.object { w in
                    w.member("company", h.company)
                    w.member("n", h.count)
                    w.member("openings", h.query.path())
                }
            }
            w.key("sourceFailures")
            w.array(sourceFailures) { w, f in
                w.object { w in
                    w.member("board", f.board)
                    w.member("sentence", f.sentence)
                }
            }
        }
    }
}
