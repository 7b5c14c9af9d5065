import Base
import Insight
import Market
import Taxonomy

/// `/`: the finding of the day, a search box, three to note, the wheel of all roles; then movers, pay, and doors.
package struct TodayPage: Sendable {
    package var headline: String
    package var lead: String
    /// At most three, each of another verdict where there are such.
    package var toNote: [Finding]
    package var wheel: Wheel
    package var wheelTitle: String
    /// Rising, falling and cannot tell, in this order.
    package var movers: [Finding]
    /// How many skills were tested for them.
    package var tested: Int
    package var refused: Int
    /// Who states pay, by role; the largest roles.
    package var disclosure: [Finding]
    package var pay: Finding
    package var month: Month

    package init(
        headline: String, lead: String, toNote: [Finding], wheel: Wheel, wheelTitle: String, movers: [Finding],
        tested: Int, refused: Int,
        disclosure: [Finding], pay: Finding, month: Month
    ) {
        self.headline = headline
        self.lead = lead
        self.toNote = toNote
        self.wheel = wheel
        self.wheelTitle = wheelTitle
        self.movers = movers
        self.tested = tested
        self.refused = refused
        self.disclosure = disclosure
        self.pay = pay
        self.month = month
    }

    package var page: Page {
        let wheelFigure = Figure(
            id: "wheel", title: wheelTitle,
            sub: "Share of IT ads that name each practice; area of a petal = share, bar = 95 % interval",
            chart: .wheel(wheel), witness: wheel.witness)
        let moverFigure = Figure(
            id: "movers", title: Self.moversTitle(movers),
            sub: "Share of openings that name the skill, the last twelve whole months against the twelve before",
            chart: .plot(.changes(movers, noun: "Skill", caption: Self.moversTitle(movers))),
            witness: movers.first?.witness,
            notes: [
                .init(
                    "Interval", "95 %, by drawing companies, not ads, so that one busy employer does not make a trend."),
                .init(
                    "Correction",
                    "\(Say.count(tested)) skills were tested; one false verdict in ten is allowed among those we name. \(Say.count(refused)) have too few openings."
                ),
            ])
        let payFigure = Figure(
            id: "pay", title: pay.sentence, sub: "Share of openings that state any pay, by role",
            chart: .plot(.shares(disclosure, noun: "Role", caption: pay.sentence)), witness: pay.witness,
            notes: [.init("Not counted", "Pay given only as “competitive” or without a currency.")])
        var body: [Node] = [opening(wheelFigure)]
        if !movers.isEmpty { body.append(moverFigure.row("Movers", on: "/")) }
        if !disclosure.isEmpty { body.append(payFigure.row("Pay", on: "/")) }
        body.append(doors)
        return Page(
            path: "/", title: "The market today", body: body,
            figures: [wheelFigure] + (movers.isEmpty ? [] : [moverFigure]) + (disclosure.isEmpty ? [] : [payFigure]))
    }

    static func moversTitle(_ movers: [Finding]) -> String {
        let up = movers.first { $0.verdict == .rises }
        let down = movers.first { $0.verdict == .falls }
        let same = movers.first { $0.verdict == .cannotTell }
        switch (up, down, same) {
        case (let u?, let d?, _): return "\(u.name) rises most and \(d.name) falls most"
        case (let u?, nil, let s?): return "\(u.name) rises most; for \(s.name) we cannot tell"
        case (nil, let d?, let s?): return "\(d.name) falls most; for \(s.name) we cannot tell"
        case (let u?, nil, nil): return "\(u.name) rises most"
        case (nil, let d?, nil): return "\(d.name) falls most"
        case (nil, nil, _?): return "No change that we can tell from chance"
        case (nil, nil, nil): return "Too few openings to compare two years"
        }
    }

    private func opening(_ figure: Figure) -> Node {
        var left: [Node] = [
            tag("h1", [Web.headline(headline)]), Web.lead(lead), searchBox("", isLarge: true),
            tag(
                "p", class: "small mute try",
                [
                    "Try ", a("/openings?q=skill:kubernetes+remote:yes", "skill:kubernetes remote:yes"), " or ",
                    a("/openings?q=role:platform+has:pay", "role:platform has:pay"),
                ]),
        ]
        if !toNote.isEmpty {
            left.append(
                tag(
                    "table", class: "gap",
                    [
                        tag(
                            "caption",
                            [
                                .text(
                                    toNote.count == 1
                                        ? "One to note" : toNote.count == 2 ? "Two to note" : "Three to note")
                            ]),
                        tag(
                            "tbody",
                            toNote.map { f in
                                tag(
                                    "tr",
                                    [
                                        tag("th", [Attribute("scope", "row")], [a(f.page, .said(f.name))]),
                                        tag("td", [PlotTable.verdict(f.verdict)]),
                                        tag("td", class: "num", [a(f.query.path(), .text(Say.value(f)))]),
                                        tag("td", class: "num mute", [.text(Say.interval(f))]),
                                    ])
                            }),
                    ]))
        }
        return tag(
            "div", class: "row open first",
            [
                tag("div", left),
                tag(
                    "div",
                    [figure.figure(on: "/")] + [
                        tag(
                            "p", class: "src",
                            [
                                .text(
                                    figure.sub + ". " + Say.witness(wheel.witness) + ", \(wheel.witness.window.spoken)."
                                )
                            ])
                    ]),
            ])
    }

    private var doors: Node {
        ledger(
            ["For whom"],
            [
                tag(
                    "dl", class: "three doors",
                    [
                        door(
                            "Seekers",
                            [
                                "See ", a("/roles", "what a role asks"), " and ", a("/skills", "which skills rise"),
                                ". A profile stays on your own machine; the market comes to you.",
                            ]),
                        door(
                            "Employers",
                            [
                                "Hold ", a("/employers", "your ad against the market"),
                                " before you publish it. Nothing you paste is kept.",
                            ]),
                        door(
                            "Analysts",
                            [
                                "Read ", a("/reports/\(month)", .text("the report for \(month.spoken)")),
                                ", take every figure as CSV, and cite an address that names its question.",
                            ]),
                    ])
            ])
    }
    private func door(_ name: String, _ words: [Node]) -> Node {
        tag("div", [tag("dt", [.text(name)]), tag("dd", words)])
    }
}
