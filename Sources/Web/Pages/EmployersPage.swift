import Base
import Insight
import Market
import Taxonomy

/// An ad held against the market: what it asks and how many comparable openings ask it, its pay beside theirs, and what
/// a reader cannot learn from it. No score: each line is a count.
package struct AdCheck: Sendable {
    package struct Requirement: Sendable {
        package var status: MentionStatus
        /// The ad's words.
        package var quote: String
        /// Among comparable openings.
        package var share: Finding
        package init(status: MentionStatus, quote: String, share: Finding) {
            self.status = status
            self.quote = quote
            self.share = share
        }
    }
    package struct Unclear: Sendable, Hashable {
        package var what: String
        package var sentence: String
        package init(_ what: String, _ sentence: String) {
            self.what = what
            self.sentence = sentence
        }
    }
    package var role: RoleFamily
    package var seniority: Seniority
    /// The openings it is compared with.
    package var comparable: Query
    package var comparedWith: String
    package var openings: Int
    /// Skills first by how seldom comparable openings ask them.
    package var requirements: [Requirement]
    package var practices: PracticeSet
    package var wheel: Wheel
    /// As the ad states it, spoken; nil if it does not.
    package var statedPay: String?
    package var annual: (min: Double, max: Double)?
    package var pay: PayPicture
    package var unclear: [Unclear]
    package var clear: [Unclear]

    package init(
        role: RoleFamily, seniority: Seniority, comparable: Query, comparedWith: String, openings: Int,
        requirements: [Requirement],
        practices: PracticeSet, wheel: Wheel, statedPay: String?, annual: (min: Double, max: Double)?, pay: PayPicture,
        unclear: [Unclear],
        clear: [Unclear]
    ) {
        self.role = role
        self.seniority = seniority
        self.comparable = comparable
        self.comparedWith = comparedWith
        self.openings = openings
        self.requirements = requirements
        self.practices = practices
        self.wheel = wheel
        self.statedPay = statedPay
        self.annual = annual
        self.pay = pay
        self.unclear = unclear
        self.clear = clear
    }

    /// One sentence, the same on the page and in the terminal.
    package var sentence: String {
        let required = requirements.filter { $0.status == .required }
        let rare = required.filter { ($0.share.value ?? 1) < 0.1 }
        let first = "The ad names \(Self.things(requirements.count)), \(Self.required(required.count))"
        let second =
            rare.isEmpty
            ? ""
            : "; \(Say.list(rare.prefix(3).map(\.share.name))) \(rare.count == 1 ? "is" : "are") asked by fewer than one in ten like it"
        return first + second + (unclear.isEmpty ? "." : ", and leaves \(Say.list(unclear.map(\.what))) unsaid.")
    }
    private static func things(_ n: Int) -> String { n == 1 ? "one skill" : "\(n) skills" }
    private static func required(_ n: Int) -> String {
        n == 0 ? "none as a requirement" : n == 1 ? "one as a requirement" : "\(n) as requirements"
    }

    package func write(_ w: inout JSONWriter) {
        w.object { w in
            w.member("sentence", sentence)
            w.member("role", role.id)
            w.member("seniority", seniority.id)
            w.key("compared_with")
            w.object { w in
                w.member("words", comparedWith)
                w.member("n", openings)
                w.member("query", comparable.text)
                w.member("openings", comparable.path())
            }
            w.key("requirements")
            w.array(requirements) { w, r in
                w.object { w in
                    w.member("skill", r.share.skill)
                    w.member("status", r.status.id)
                    w.member("quoted_text", r.quote)
                    w.key("share")
                    r.share.write(&w)
                }
            }
            w.member("practices", strings: practices.practices.map(\.id))
            w.key("wheel")
            wheel.write(&w)
            w.member("stated_pay", statedPay)
            w.key("pay")
            pay.write(&w)
            w.key("unclear")
            w.array(unclear) { w, u in
                w.object { w in
                    w.member("what", u.what)
                    w.member("sentence", u.sentence)
                }
            }
        }
    }
}

/// `/employers`: paste an ad, see it beside the market. Nothing is stored.
package struct EmployersPage: Sendable {
    package var text: String
    package var title: String
    package var check: AdCheck?
    package var problem: String?
    package init(text: String = "", title: String = "", check: AdCheck? = nil, problem: String? = nil) {
        self.text = text
        self.title = title
        self.check = check
        self.problem = problem
    }

    package var page: Page {
        guard let check else {
            return Page(
                path: "/employers", title: "For employers", current: "/employers",
                body: [
                    ledger(
                        ["Employers"],
                        [
                            tag("h1", ["Hold your ad against the market before you publish it"]),
                            Web.lead(
                                "You see how many comparable ads ask what yours asks, what they pay, and what a reader cannot learn from yours. There is no score."
                            ),
                            problem.map { tag("p", class: "marked", [.text($0)]) } ?? .none, form,
                        ],
                        note: [
                            note(
                                "Nothing is kept.",
                                "The text is read, answered and forgotten: it is not stored, logged or counted."),
                            note("Limit", "64 kB of text."),
                        ], first: true)
                ], hasJSON: false)
        }
        return result(check)
    }

    private func result(_ c: AdCheck) -> Page {
        let body: [Node] = [
            Self.top(c), Self.asks(c), pay(c), Self.clarity(c), Self.unsaid(c), ledger(["Again"], [form]),
        ]
        return Page(
            path: "/employers", title: "Your ad beside the market", current: "/employers", body: body, hasJSON: false)
    }

    private static func top(_ c: AdCheck) -> Node {
        let named = OpeningPage.number(c.practices.practices.count)
        let link = tag(
            "a", [Attribute("class", "first-link"), .href(Link(c.comparable.path()))],
            ["The openings it is compared with"])
        return ledger(
            [a("/employers", "‹ Another ad")],
            [
                tag("h1", [headline(c.sentence)]),
                Web.lead("Compared with \(c.comparedWith): \(Say.openings(c.openings))."),
                tag("p", class: "gap", [link]),
            ],
            note: [
                WheelDrawing.rosette(c.practices, size: 96), Web.note(named + " of nine practices", "are named."),
                Web.note("Nothing is kept.", "This page exists only here."),
            ], first: true)
    }

    private static func asks(_ c: AdCheck) -> Node {
        guard let first = c.requirements.first else {
            return ledger(["What it asks"], [tag("h2", ["No skill of our list is named"])])
        }
        let known = c.requirements.first { $0.share.value != nil }
        let title = known?.share.sentence ?? "Too few comparable openings to say how usual this is"
        let table = PlotTable(
            caption: title, head: ["Skill", "Share", "Interval", "n"], scale: .full,
            rows: c.requirements.map { Self.row($0) })
        var margin = [Web.note("Rare", "is not wrong. Each rare requirement leaves out people who could do the rest.")]
        margin += Figure.witness(first.share.witness)
        let sub = "Of the comparable openings, the share that name the skill; rarest first"
        return ledger(
            ["What it asks"],
            [tag("h2", [headline(title)]), tag("p", class: "sub", [.text(sub)]), tag("figure", [table.node])],
            note: margin
        )
    }

    private static func row(_ r: AdCheck.Requirement) -> PlotTable.Row {
        let f = r.share
        let status = r.status == .required ? "required" : r.status == .nice ? "nice to have" : "named"
        let cells = [
            PlotTable.Cell(Say.value(f), raw: f.value.map { "\($0)" } ?? "", link: Link(f.query.path())),
            PlotTable.Cell(Say.interval(f), isMute: true), PlotTable.Cell(Say.count(f.witness.openings), isMute: true),
        ]
        return PlotTable.Row(
            f.name, link: Link(f.page), of: status, mark: f.value == nil ? .none : .bar(f), cells: cells,
            refusal: f.refusal.map { Say.refusal($0, f.witness) })
    }

    private static func clarity(_ c: AdCheck) -> Node {
        let missing = Say.list(c.unclear.map(\.what))
        var body = [
            tag(
                "h2",
                [headline(c.unclear.isEmpty ? "Pay, place and hours are said" : "A reader cannot learn \(missing)")])
        ]
        func terms(_ list: [AdCheck.Unclear]) -> Node {
            var nodes: [Node] = []
            for u in list {
                nodes.append(tag("dt", [.text(u.what.prefix(1).uppercased() + u.what.dropFirst())]))
                nodes.append(tag("dd", [.said(u.sentence)]))
            }
            return tag("dl", class: "facts", nodes)
        }
        if !c.unclear.isEmpty { body.append(terms(c.unclear)) }
        if !c.clear.isEmpty {
            body.append(tag("p", class: "sub gap", ["What the text says, in its words"]))
            body.append(terms(c.clear))
        }
        return ledger(["What is unclear"], body)
    }

    private static func unsaid(_ c: AdCheck) -> Node {
        let usual = c.wheel.spokes.filter { f in
            guard let p = f.practice, let v = f.value else { return false }
            return !c.practices.contains(p) && v >= 0.4
        }
        if usual.isEmpty { return .none }
        let items = usual.map { f in
            tag("li", [a(f.page, .text(f.name)), " ", tag("span", class: "of", [.text(Say.valueAndInterval(f))])])
        }
        return ledger(
            ["Unsaid"],
            [tag("h2", ["Practices that ads like it name, and this one does not"]), tag("ul", class: "text", items)],
            note: [Web.note("Unsaid is not undone.", "Name what the job really holds, and no more.")])
    }

    private func pay(_ c: AdCheck) -> Node {
        guard let figure = PayPage.figure(c.pay, id: "pay") else { return .none }
        let table = Self.beside(figure.table, c)
        let stated = c.statedPay.map { "The ad states \($0)." } ?? "The ad states no pay."
        return ledger(
            ["Pay"],
            [
                tag("h2", [headline(stated + " " + c.pay.disclosure.sentence)]),
                tag("p", class: "sub", [.text(figure.sub)]), tag("figure", [table.node]),
            ],
            note: figure.margin)
    }

    /// The market's table with the ad's own range above it.
    private static func beside(_ market: PlotTable, _ c: AdCheck) -> PlotTable {
        let isKnown = c.pay.currency != nil && c.pay.quantiles.contains { $0.finding.value != nil }
        guard isKnown, let range = c.annual else { return market }
        var table = market
        if case .linear(let lo, let hi) = market.scale {
            table.scale = .linear(min(lo, PayPage.floor(range.min)), max(hi, PayPage.ceiling(range.max)))
        }
        let own = PlotTable.Row(
            "This ad", mark: .range(range.min, range.max), cells: [.init(Say.payRange(range.min, range.max))])
        table.rows = [own] + market.rows
        return table
    }

    private var form: Node {
        tag(
            "form", [Attribute("class", "form gap"), Attribute("action", "/employers"), Attribute("method", "post")],
            [
                tag("label", [Attribute("for", "title")], ["Title"]),
                tag(
                    "input",
                    [
                        .id("title"), Attribute("name", "title"), Attribute("value", title),
                        Attribute("maxlength", 200), Attribute("placeholder", "Senior platform engineer"),
                    ]),
                tag("label", [Attribute("for", "text"), Attribute("class", "whole")], ["The ad’s text"]),
                tag(
                    "textarea",
                    [.id("text"), Attribute("name", "text"), Attribute("rows", 12), Attribute("maxlength", 64_000)],
                    [.text(text)]),
                tag("button", ["Check"]),
            ])
    }
}
