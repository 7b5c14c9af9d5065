import Base
import Insight
import Market
import Taxonomy

/// One opening as a list shows it, names resolved.
package struct OpeningLine: Sendable {
    package struct Ask: Sendable {
        package var id: String
        package var name: String
        package var status: MentionStatus
        package init(id: String, name: String, status: MentionStatus) {
            self.id = id
            self.name = name
            self.status = status
        }
    }
    package var id: Int64
    package var title: String
    package var company: String
    package var place: String
    package var mode: WorkMode
    package var role: RoleFamily
    package var seniority: Seniority
    package var pay: String?
    package var firstDay: Day
    package var lastDay: Day
    package var isOpen: Bool
    package var copies: Int
    package var asks: [Ask]
    package var practices: PracticeSet
    package var onCall: OnCall
    package var url: String?
    package var attribution: String

    package init(
        id: Int64, title: String, company: String, place: String, mode: WorkMode, role: RoleFamily,
        seniority: Seniority, pay: String?,
        firstDay: Day, lastDay: Day, isOpen: Bool, copies: Int, asks: [Ask], practices: PracticeSet, onCall: OnCall,
        url: String?,
        attribution: String
    ) {
        self.id = id
        self.title = title
        self.company = company
        self.place = place
        self.mode = mode
        self.role = role
        self.seniority = seniority
        self.pay = pay
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.isOpen = isOpen
        self.copies = copies
        self.asks = asks
        self.practices = practices
        self.onCall = onCall
        self.url = url
        self.attribution = attribution
    }

    package var shownTitle: String { title.isEmpty ? role.title : title }

    /// Leads to the opening, and there to the words that answer the question.
    package func path(for query: Query) -> String {
        let hit =
            query.skills.first { s in asks.contains { $0.id == s } }.map { "#skill-\(URLText.encode($0))" }
            ?? query.practices.first.map { "#practice-\($0.id)" } ?? ""
        return "/openings/\(id)\(hit)"
    }

    func placeWords() -> [Node] {
        var out: [Node] = []
        if !place.isEmpty { out.append(.said(place)) }
        if mode != .unstated {
            if !out.isEmpty { out.append(", ") }
            out.append(.text(out.isEmpty ? mode.title : mode.title.lowercased()))
        }
        return out.isEmpty ? ["Place not stated"] : out
    }

    func node(_ query: Query, asOf: Day) -> Node {
        let wanted = Set(query.skills)
        func names(_ list: [Ask]) -> [Node] {
            var out: [Node] = []
            for (i, s) in list.prefix(8).enumerated() {
                if i > 0 { out.append(", ") }
                out.append(wanted.contains(s.id) ? b(s.name) : .text(s.name))
            }
            if list.count > 8 { out.append(.text(" and \(list.count - 8) more")) }
            return out
        }
        let first = { (s: Ask) in wanted.contains(s.id) ? 0 : 1 }
        let must = asks.filter { $0.status == .required || $0.status == .context }.sorted {
            (first($0), $1.status) < (first($1), $0.status)
        }
        let nice = asks.filter { $0.status == .nice }.sorted { first($0) < first($1) }
        var skills = names(must)
        if !nice.isEmpty { skills += [skills.isEmpty ? "nice: " : " · nice: "] + names(nice) }
        if skills.isEmpty { skills = ["No skill of our list is named"] }
        let age = asOf - firstDay
        var seen = ["first seen " + (age <= 0 ? "today" : age < 60 ? "\(Say.days(age)) ago" : firstDay.spoken)]
        if copies > 1 { seen.append("\(copies) copies") }
        if !isOpen { seen.append("last seen \(lastDay.spoken)") }
        if onCall != .unstated { seen.append(onCall == .yes ? "on call" : "no on-call") }
        return tag(
            "li", class: "job",
            [
                WheelDrawing.rosette(practices),
                tag(
                    "div",
                    [
                        tag("h3", [a(path(for: query), .said(shownTitle))]),
                        tag(
                            "p", (company.isEmpty ? ["Employer not named"] : [.said(company)]) + [" · "] + placeWords()),
                        tag("p", class: "skills", skills),
                        tag("p", class: "small mute", [.text(seen.joined(separator: " · "))]),
                    ]),
                pay.map { tag("p", class: "pay", [.said($0)]) } ?? tag("p", class: "pay mute", ["Not stated"]),
            ])
    }
}

/// A way to narrow the search: counts ignore this facet's own choice and obey all others.
package struct FacetList: Sendable {
    package struct Entry: Sendable {
        package var name: String
        package var count: Int
        package var isChosen: Bool
        /// The question with this entry added, or taken away where it is chosen.
        package var query: Query
        package init(name: String, count: Int, isChosen: Bool, query: Query) {
            self.name = name
            self.count = count
            self.isChosen = isChosen
            self.query = query
        }
    }
    package var title: String
    package var entries: [Entry]
    package init(title: String, entries: [Entry]) {
        self.title = title
        self.entries = entries
    }

    static let shown = 10

    var node: Node {
        let chosen = entries.filter(\.isChosen)
        let rest = entries.filter { !$0.isChosen }
        let top = max(entries.map(\.count).max() ?? 1, 1)
        func item(_ e: Entry) -> Node {
            var attributes: [Attribute] = [.href(Link(e.query.path()))]
            if e.isChosen { attributes.append(Attribute("aria-current", "true")) }
            return tag(
                "li",
                [
                    tag(
                        "a", attributes,
                        [tag("span", [.said(e.name)]), tag("span", class: "mute", [.text(Say.count(e.count))])]),
                    tag(
                        "svg", [Attribute("height", 2), Attribute("aria-hidden", "true")],
                        [
                            tag(
                                "rect",
                                [
                                    Attribute("class", "bar"), Attribute("height", 2),
                                    Attribute("width", PlotTable.percent(100 * Double(e.count) / Double(top))),
                                ])
                        ]),
                ])
        }
        let first = Array((chosen + rest).prefix(Self.shown))
        let more = Array((chosen + rest).dropFirst(Self.shown))
        var nodes: [Node] = [tag("h2", class: "sc", [.text(title)]), tag("ul", first.map(item))]
        if !more.isEmpty {
            nodes.append(tag("details", [tag("summary", [.text("\(more.count) more")]), tag("ul", more.map(item))]))
        }
        return tag("div", class: "facet", nodes)
    }
}

/// `/openings`: the query's text on top, facets at the left, one row an opening, the reading guide at the right.
package struct OpeningsPage: Sendable {
    package var query: Query
    package var notes: [ReadQuery.Note]
    package var total: Int
    package var isExact: Bool
    package var rows: [OpeningLine]
    /// Cursor of the next page.
    package var next: String?
    package var isFirst: Bool
    package var facets: [FacetList]
    /// Where there is no result: the filter whose removal gives most, what it is called, and how many it gives.
    package var relax: [(name: String, query: Query, count: Int)]
    package var asOf: Day

    package init(
        query: Query, notes: [ReadQuery.Note], total: Int, isExact: Bool, rows: [OpeningLine], next: String?,
        isFirst: Bool, facets: [FacetList],
        relax: [(name: String, query: Query, count: Int)], asOf: Day
    ) {
        self.query = query
        self.notes = notes
        self.total = total
        self.isExact = isExact
        self.rows = rows
        self.next = next
        self.isFirst = isFirst
        self.facets = facets
        self.relax = relax
        self.asOf = asOf
    }

    private var heading: String {
        if total == 0 { return "No opening answers all of this" }
        return isExact ? Say.openings(total) : "More than \(Say.openings(total))"
    }

    package var page: Page {
        let path = query.path()
        var body: [Node] = [
            tag("h1", class: "hide", [.text(query.text.isEmpty ? "All openings" : "Openings: \(query.text)")]),
            searchBox(query.text, isLarge: false),
        ]
        if !notes.isEmpty {
            body.append(
                tag(
                    "div", [Attribute("class", "marked"), Attribute("role", "status")],
                    notes.prefix(6).map { n in tag("p", [tag("code", [.said(n.token)]), " ", .text(n.sentence)]) }))
        }
        body.append(
            tag(
                "div", class: "row first find",
                [
                    tag(
                        "div", [Attribute("class", "facets"), .id("facets")],
                        facets.filter { !$0.entries.isEmpty }.map(\.node)), results, aside,
                ]))
        return Page(
            path: path, title: query.text.isEmpty ? "Openings" : query.text, current: "/openings", body: body,
            feed: Link(Page.address(path, "atom")))
    }

    private var results: Node {
        var nodes: [Node] = [
            tag(
                "div", class: "split",
                [
                    tag("h2", [headline(heading)]),
                    tag(
                        "p", class: "small",
                        [tag("a", [Attribute("class", "narrow"), .href(Link("#facets"))], ["Narrow down"]), " "] + sorts
                    ),
                ])
        ]
        if rows.isEmpty {
            nodes.append(
                tag("p", class: "text", [.text("Every term must hold." + (relax.isEmpty ? "" : " Leave one out:"))]))
            nodes.append(
                tag(
                    "ul", class: "text",
                    relax.map { r in
                        tag("li", ["without ", a(r.query.path(), .said(r.name)), .text(", \(Say.openings(r.count))")])
                    }))
        } else {
            nodes.append(tag("ol", rows.map { $0.node(query, asOf: asOf) }))
        }
        var foot: [Node] = []
        if let next { foot.append(a(Link(Self.more(query, next)), "More openings")) }
        if !isFirst { foot.append(a(query.path(), "Back to the first")) }
        foot.append(
            tag(
                "span", class: "nb", [.text("\(rows.count) of \(isExact ? "" : "more than ")\(Say.count(total)) shown")]
            ))
        nodes.append(tag("p", class: "src", foot))
        return tag("div", class: "body", nodes)
    }

    package static func more(_ query: Query, _ cursor: String) -> String {
        let p = query.path()
        return p + (p.contains("?") ? "&" : "?") + "after=\(URLText.encode(cursor))"
    }

    private var sorts: [Node] {
        var out: [Node] = []
        for (i, s) in Query.Sort.allCases.enumerated() {
            let name = ["newest first", "best match", "best paid"][i]
            if i > 0 { out.append(" · ") }
            if s == query.sort {
                out.append(tag("span", class: "mute", [.text(name)]))
            } else {
                var q = query
                q.sort = s
                out.append(a(q.path(), .text(name)))
            }
        }
        return out
    }

    private var aside: Node {
        let path = query.path()
        var nodes: [Node] = [
            note("One row, one opening.", "Copies and reposts are folded in."),
            note(
                "Wheel",
                "A filled petal is a practice that the ad names; an outline, one that it does not. First petal: delivery, then clockwise."
            ),
            note("Dates", "are when we first saw the ad, not when it says it was posted."),
        ]
        if query.payFloor != nil {
            nodes.append(note("Pay", "Your floor leaves out every opening that states none."))
        }
        nodes.append(
            tag(
                "p",
                [
                    a(Link(Page.address(path, "atom")), "Feed"), " · ", a(Link(Page.address(path, "csv")), "CSV"),
                    " · ",
                    a(Link(Page.address(path, "json")), "JSON"),
                ]))
        return tag("aside", class: "note", nodes)
    }
}
