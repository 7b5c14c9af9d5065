import Base
import Insight
import Market
import Reading
import Taxonomy

/// `/openings/:id`: the facts of one ad, and the ad itself with the words that say them.
package struct OpeningPage: Sendable {
    package struct Sighting: Sendable {
        package var board: String
        package var url: String?
        package var first: Day
        package var last: Day
        package var absent: Day?
        /// Why it was joined to the others: `same posting`, `repost`, `copy`.
        package var reason: String
        package init(board: String, url: String?, first: Day, last: Day, absent: Day?, reason: String) {
            self.board = board
            self.url = url
            self.first = first
            self.last = last
            self.absent = absent
            self.reason = reason
        }
    }
    package var line: OpeningLine
    package var facts: Facts
    package var sightings: [Sighting]
    /// What the terms of the source allow to be shown here.
    package var mayShowText: Bool
    package var terms: String
    package var readerVersion: String
    package var asOf: Day
    /// Pay of comparable openings, where there is any.
    package var pay: PayPicture?
    var names: @Sendable (SkillIndex) -> (id: String, name: String)

    package init(
        line: OpeningLine, facts: Facts, sightings: [Sighting], mayShowText: Bool, terms: String, readerVersion: String,
        asOf: Day,
        pay: PayPicture?, names: @escaping @Sendable (SkillIndex) -> (id: String, name: String)
    ) {
        self.line = line
        self.facts = facts
        self.sightings = sightings
        self.mayShowText = mayShowText
        self.terms = terms
        self.readerVersion = readerVersion
        self.asOf = asOf
        self.pay = pay
        self.names = names
    }

    package var page: Page {
        let path = "/openings/\(line.id)"
        var body: [Node] = [top]
        let annotated = AnnotatedText(facts: facts, names: names)
        if mayShowText {
            body.append(
                tag(
                    "section", class: "row",
                    [
                        tag("div", class: "tab", ["The ad, as received"]),
                        tag(
                            "div", class: "body wide",
                            [
                                tag("h2", ["What it says, and the words that say it"]),
                                tag(
                                    "p", class: "key sub",
                                    [
                                        tag("span", [tag("mark", ["skill"])]),
                                        tag("span", [tag("mark", class: "practice", ["practice"])]),
                                        tag("span", [tag("mark", class: "term", ["terms"])]),
                                        tag("span", [tag("mark", class: "pay", ["pay"])]),
                                    ]),
                                tag(
                                    "div",
                                    [Attribute("dir", "auto")]
                                        + (facts.language.isEmpty ? [] : [Attribute("lang", facts.language)]),
                                    annotated.paragraphs),
                                tag(
                                    "p", class: "src",
                                    [
                                        .text(terms + " "), .text("Reading \(readerVersion). "),
                                        a(Link(Page.address(path, "json")), "JSON"),
                                    ]),
                            ]),
                    ]))
        } else {
            body.append(
                ledger(
                    ["The ad"],
                    [
                        tag("h2", ["The source does not allow its text to be shown here"]), tag("ul", annotated.quotes),
                        tag("p", class: "src", [.text(terms)]),
                    ]))
        }
        var figures: [Figure] = []
        if let pay, let figure = Self.payFigure(pay, of: facts) {
            figures.append(figure)
            body.append(figure.row("Beside the market", on: path))
        }
        if sightings.count > 0 { body.append(copies) }
        body.append(doubtForm)
        return Page(path: path, title: line.shownTitle, current: "/openings", body: body, figures: figures)
    }

    private var top: Node {
        var head: [Node] = [
            tag("h1", [.said(line.shownTitle)]),
            tag(
                "p", class: "lead tight",
                (line.company.isEmpty ? ["Employer not named"] : [.said(line.company)]) + [" · "] + line.placeWords()),
        ]
        let when =
            line.isOpen
            ? "still up on \(line.lastDay.spoken)" : "last seen \(line.lastDay.spoken)"
        if let url = line.url, let link = Link(external: url) {
            head.append(
                tag(
                    "p", class: "gap",
                    [
                        tag(
                            "a",
                            [
                                Attribute("class", "first-link"), .href(link),
                                Attribute("rel", "noopener noreferrer external"),
                            ], ["Read the original at ", .said(link.host)]), " ",
                        tag("span", class: "mute small", [.text(when)]),
                    ]))
        }
        head.append(tag("dl", class: "facts gap", facts(of: facts)))
        let named = line.practices.practices
        var margin: [Node] = [
            WheelDrawing.rosette(line.practices, size: 96),
            note(
                "\(Self.number(named.count)) of nine practices",
                named.isEmpty ? "named." : "named: \(Say.list(named.map { $0.title.lowercased() }))."),
        ]
        let days = max(line.lastDay - line.firstDay, 0)
        margin.append(
            line.isOpen
                ? note("Open", "since \(line.firstDay.spoken), \(Say.days(max(asOf - line.firstDay, 0))).")
                : note("Seen", "from \(line.firstDay.spoken) to \(line.lastDay.spoken), \(Say.days(days))."))
        if sightings.count > 1 {
            margin.append(
                tag(
                    "p",
                    [
                        b("Copies"), .text(" \(sightings.count) postings, shown as one opening. "),
                        a("#copies", "All copies"),
                    ]))
        }
        if !line.attribution.isEmpty { margin.append(note("Source", line.attribution)) }
        return ledger([a("/openings", "‹ Openings")], head, note: margin, first: true)
    }

    static func number(_ n: Int) -> String {
        ["None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"][min(max(n, 0), 9)]
    }

    private func facts(of f: Facts) -> [Node] {
        var out: [Node] = []
        func row(_ name: String, _ value: [Node]) { out += [tag("dt", [.text(name)]), tag("dd", value)] }
        func written(_ span: ByteSpan?, else text: String = "") -> Node {
            let words = span.map { f.words($0) } ?? text
            return words.isEmpty ? .none : tag("span", class: "mute", [" written: ", .said(String(words.prefix(200)))])
        }
        var unsaid: [String] = []
        if let pay = f.pay {
            row("Pay", [.said(line.pay ?? Self.payWords(pay)), written(pay.span, else: pay.quote)])
        } else if let pay = line.pay {
            row("Pay", [.said(pay)])
        } else {
            unsaid.append("pay")
        }
        row(
            "Role",
            [
                a("/roles/\(line.role.id)", .text(line.role.title)),
                .text(line.seniority == .unstated ? "" : ", \(line.seniority.title.lowercased())"),
            ])
        if line.seniority == .unstated { unsaid.append("seniority") }
        row("Place", line.placeWords() + [written(f.place.modeSpan)])
        if !f.place.eligible.isEmpty { row("May work from", [.said(f.place.eligible.joined(separator: ", "))]) }
        if f.onCall.value == .unstated {
            unsaid.append("on-call")
        } else {
            row("On call", [.text(f.onCall.value == .yes ? "Yes" : "No"), written(f.onCall.span)])
        }
        func skills(_ s: MentionStatus) -> [Node] {
            var nodes: [Node] = []
            for ask in line.asks where ask.status == s {
                if !nodes.isEmpty { nodes.append(", ") }
                nodes.append(
                    tag(
                        "a", [.href(Link("#skill-\(URLText.encode(ask.id))")), Attribute("class", "quiet")],
                        [.text(ask.name)]))
            }
            return nodes
        }
        for (s, name) in [(MentionStatus.required, "Required"), (.nice, "Nice to have"), (.context, "Also named")] {
            let list = skills(s)
            if !list.isEmpty { row(name, list) }
        }
        for t in terms(f.terms) { row(t.name, [.text(t.value), written(f.terms.spans[t.key])]) }
        if f.terms.visa == .unstated { unsaid.append("sponsorship") }
        if f.terms.contract == .unstated { unsaid.append("contract") }
        if !unsaid.isEmpty {
            out += [
                tag("dt", ["Not named"]),
                tag(
                    "dd", class: "mute", [.text(Say.list(unsaid).prefix(1).uppercased() + Say.list(unsaid).dropFirst())]
                ),
            ]
        }
        return out
    }

    static func payWords(_ p: PayFact) -> String {
        let unit = p.period == .year ? "a year" : "a \(p.period.rawValue)"
        return "\(p.currency.map { "\($0.code) " } ?? "")\(Say.payRange(p.min, p.max)) \(unit)"
            + (p.kind == .base ? "" : p.kind == .ote ? ", on target" : ", in total")
    }

    private func terms(_ t: TermsFact) -> [(name: String, value: String, key: String)] {
        var out: [(String, String, String)] = []
        func words(_ s: String) -> String {
            s.prefix(1).uppercased() + s.dropFirst().split(separator: "_").joined(separator: " ")
        }
        if t.visa != .unstated { out.append(("Sponsorship", words(t.visa.rawValue), "visa")) }
        if t.clearance != .unstated { out.append(("Clearance", words(t.clearance.rawValue), "clearance")) }
        if t.travel != .unstated {
            out.append(
                (
                    "Travel",
                    words(t.travel.rawValue) + (t.travelMaxPercent.map { ", up to \(Say.plain($0)) %" } ?? ""), "travel"
                ))
        }
        if t.degree != .unstated { out.append(("Degree", words(t.degree.rawValue), "degree")) }
        if let y = t.yearsMin { out.append(("Experience", y == 1 ? "1 year" : "\(Say.plain(y)) years", "years_min")) }
        if t.contract != .unstated { out.append(("Contract", words(t.contract.rawValue), "contract")) }
        if t.worktime != .unstated { out.append(("Hours", words(t.worktime.rawValue), "worktime")) }
        return out
    }

    private static func payFigure(_ picture: PayPicture, of facts: Facts) -> Figure? {
        guard let currency = picture.currency, picture.quantiles.contains(where: { $0.finding.value != nil }) else {
            return nil
        }
        let values = picture.quantiles.map(\.finding.value)
        var rows = [
            PlotTable.Row(
                "Ads like it", link: Link(picture.disclosure.query.path()), mark: .pay(values),
                cells: [
                    .init(picture.quantiles.first { $0.level == 0.5 }.map { Say.value($0.finding) } ?? "–"),
                    .init(
                        picture.quantiles.first { $0.level == 0.5 }.map { Say.interval($0.finding) } ?? "", isMute: true
                    ),
                ])
        ]
        var all = values.compactMap { $0 }
        if let pay = facts.pay, pay.currency == currency, let lo = pay.annualMin ?? pay.annualMax,
            let hi = pay.annualMax ?? pay.annualMin
        {
            all += [lo, hi]
            rows.insert(.init("This ad", mark: .range(lo, hi), cells: [.init(Say.payRange(lo, hi)), .empty]), at: 0)
        }
        guard let lo = all.min(), let hi = all.max(), hi > lo else { return nil }
        let title = picture.disclosure.sentence
        return Figure(
            id: "pay", title: title,
            sub: "\(currency.code) a year, as stated. Line: 10th to 90th of ads; block: middle half; mark: median",
            chart: .plot(
                PlotTable(
                    caption: title, head: ["Ads", "Median", "Interval"],
                    scale: .linear(PayPage.floor(lo), PayPage.ceiling(hi)), rows: rows)),
            witness: picture.disclosure.witness,
            notes: [.init("Disclosure first", "Those that state no pay may pay otherwise.")])
    }

    private var copies: Node {
        let rows = sightings.prefix(50).map { s -> Node in
            let link = s.url.flatMap { Link(external: $0) }
            return tag(
                "tr",
                [
                    tag(
                        "th", [Attribute("scope", "row")],
                        [
                            link.map {
                                tag(
                                    "a", [.href($0), Attribute("rel", "noopener noreferrer external")], [.said(s.board)]
                                )
                            } ?? .said(s.board)
                        ]),
                    tag("td", [.text(s.reason)]), tag("td", class: "num", [.text(s.first.spoken)]),
                    tag("td", class: "num", [.text(s.last.spoken)]),
                    tag("td", class: "num mute", [.text(s.absent.map { "gone \($0.spoken)" } ?? "")]),
                ])
        }
        return ledger(
            ["Where it stands"],
            [
                tag(
                    "h2",
                    [
                        .text(
                            sightings.count == 1
                                ? "Published in one place"
                                : "\(Say.count(sightings.count)) postings are this one opening")
                    ]),
                tag(
                    "table",
                    [
                        tag("caption", class: "hide", ["Where the opening was published"]),
                        tag(
                            "thead",
                            [
                                tag(
                                    "tr",
                                    ["Board", "Why joined"].map { tag("th", [Attribute("scope", "col")], [.text($0)]) }
                                        + ["First seen", "Last seen", ""].map {
                                            tag(
                                                "th", [Attribute("scope", "col"), Attribute("class", "num")],
                                                [.text($0)])
                                        })
                            ]),
                        tag("tbody", Array(rows)),
                    ]),
            ], id: "copies")
    }
}
