import Base
import Insight
import Market
import Taxonomy

/// An entry of the navigation.
package struct NavItem: Sendable, Hashable {
    package var title: String
    package var path: String
    package init(_ title: String, _ path: String) {
        self.title = title
        self.path = path
    }
    package static let market = [
        NavItem("Search", "/openings"), NavItem("Skills", "/skills"), NavItem("Practices", "/practices"),
        NavItem("Roles", "/roles"),
        NavItem("Trends", "/trends"), NavItem("Pay", "/pay"), NavItem("Reports", "/reports"),
        NavItem("For employers", "/employers"),
    ]
}

/// What stands around every page: masthead, dateline, footer. `Home` sets `extra` for the person's own pages.
package struct Chrome: Sendable {
    package var asOf: Day
    package var openings: Int
    package var sources: Int
    package var isSample: Bool
    package var generation: Int
    /// Today's shares of the nine practices, which draw the mark.
    package var wheel: [Double?]
    package var nav: [NavItem]
    /// Entries behind the market's, e.g. "Me".
    package var extra: [NavItem]

    package init(
        asOf: Day, openings: Int, sources: Int, isSample: Bool, generation: Int, wheel: [Double?] = [],
        nav: [NavItem] = NavItem.market,
        extra: [NavItem] = []
    ) {
        self.asOf = asOf
        self.openings = openings
        self.sources = sources
        self.isSample = isSample
        self.generation = generation
        self.wheel = wheel
        self.nav = nav
        self.extra = extra
    }

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    func header(current: String?) -> Node {
        let items = (nav + extra).map { item in
            tag(
                "a", [.href(Link(item.path))] + (item.path == current ? [Attribute("aria-current", "page")] : []),
                [.text(item.title)])
        }
        return tag(
            "header",
            [
                tag(
                    "div", class: "mast",
                    [
                        tag(
                            "a", [Attribute("class", "mark"), .href(Link("/"))],
                            [WheelDrawing.mark(wheel), "Wheelhouse"]),
                        tag("nav", [Attribute("aria-label", "Main")], items),
                    ]),
                tag(
                    "div", class: "dateline",
                    [
                        tag("span", [.text("\(Self.weekdays[asOf.weekday]) \(asOf.spoken)")]),
                        tag(
                            "span",
                            [
                                .text(
                                    "\(Say.openings(openings)) · \(sources == 1 ? "1 source" : "\(Say.count(sources)) sources")"
                                )
                            ]),
                        isSample
                            ? tag("span", class: "rub", ["Sample data"])
                            : tag("span", class: "wideonly", [.text("Generation \(generation)")]),
                    ]),
            ])
    }

    func footer(json: Link?) -> Node {
        var links: [Node] = [
            a("/method", "Method"), a("/reading", "How this is read"), a("/sources", "Sources and terms"),
            a("/api/openapi.json", "API"),
        ]
        if let json { links.append(a(json, "This page as JSON")) }
        let end =
            isSample
            ? "Sample data. All names and numbers are made up."
            : "Counts of ads that were published, not of work that exists."
        return tag("footer", links + [tag("span", [.text(end)])])
    }
}

/// A whole page as a value: `html` writes it, and its figures answer for their CSV and SVG at the same address.
package struct Page: Sendable {
    /// The canonical address, query included.
    package var path: String
    package var title: String
    /// The path of the navigation entry that is current.
    package var current: String?
    package var body: [Node]
    package var figures: [Figure]
    /// Atom, where the page is a list of openings.
    package var feed: Link?
    package var hasJSON: Bool

    package init(
        path: String, title: String, current: String? = nil, body: [Node], figures: [Figure] = [], feed: Link? = nil,
        hasJSON: Bool = true
    ) {
        self.path = path
        self.title = title
        self.current = current
        self.body = body
        self.figures = figures
        self.feed = feed
        self.hasJSON = hasJSON
    }

    /// The same place in another form: `/skills/go?q=…` becomes `/skills/go.csv?q=…&chart=trend`.
    package static func address(_ path: String, _ suffix: String, chart: String? = nil) -> String {
        let parts = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let base = parts[0] == "/" ? "/index" : String(parts[0])
        var query = parts.count > 1 ? [String(parts[1])] : []
        if let chart { query.append("chart=\(chart)") }
        return "\(base).\(suffix)" + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    package func html(_ chrome: Chrome) -> [UInt8] {
        var head: [Node] = headStart
        head.append(tag("link", [Attribute("rel", "stylesheet"), .href(Link(Stylesheet.standard.path))]))
        head.append(tag("link", [Attribute("rel", "canonical"), .href(Link(path))]))
        if let feed {
            head.append(
                tag(
                    "link",
                    [
                        Attribute("rel", "alternate"), Attribute("type", "application/atom+xml"),
                        Attribute("title", title), .href(feed),
                    ]))
        }
        var m = Markup()
        m.raw("<!doctype html>\n<html lang=\"en\">")
        m.write(tag("head", head))
        m.write(
            tag(
                "body",
                [
                    tag("a", [Attribute("class", "hide"), .href(Link("#main"))], ["To the content"]),
                    chrome.header(current: current),
                    tag("main", [.id("main")], body),
                    chrome.footer(json: hasJSON ? Link(Page.address(path, "json")) : nil),
                ]))
        m.raw("</html>\n")
        return m.bytes
    }

    /// A file that needs no server: the style inside, no navigation, no links into other forms. The links of numbers
    /// lead to `base`, where the market is served.
    package func standalone(_ chrome: Chrome) -> [UInt8] {
        var c = chrome
        c.nav = []
        c.extra = []
        var m = Markup()
        m.raw("<!doctype html>\n<html lang=\"en\"><head>")
        for n in headStart { m.write(n) }
        m.embed(.standard)
        m.raw("</head>")
        m.write(tag("body", [c.header(current: nil), tag("main", [.id("main")], body), c.footer(json: nil)]))
        m.raw("</html>\n")
        return m.bytes
    }

    private var headStart: [Node] {
        [
            tag("meta", [Attribute("charset", "utf-8")]),
            tag("meta", [Attribute("name", "viewport"), Attribute("content", "width=device-width,initial-scale=1")]),
            tag("meta", [Attribute("name", "color-scheme"), Attribute("content", "light dark")]),
            tag("title", [.text("\(title) · Wheelhouse")]),
        ]
    }
}

// MARK: pieces that several pages share

func ledger(_ label: [Node], _ body: [Node], note: [Node] = [], first: Bool = false, id: String? = nil) -> Node {
    var attributes = [Attribute("class", first ? "row first" : "row")]
    if let id { attributes.append(.id(id)) }
    var children = [tag("div", class: "tab", label), tag("div", class: note.isEmpty ? "body wide" : "body", body)]
    if !note.isEmpty { children.append(tag("aside", class: "note", note)) }
    return tag(first ? "div" : "section", attributes, children)
}

/// A finding's sentence as a heading: without its full stop.
func headline(_ s: String) -> Node { .text(s.hasSuffix(".") ? String(s.dropLast()) : s) }

func note(_ word: String, _ sentence: String) -> Node { tag("p", [b(word), " ", .text(sentence)]) }
func lead(_ s: String) -> Node { tag("p", class: "lead", [.text(s)]) }

/// The search box of every page that has one.
func searchBox(_ text: String, isLarge: Bool) -> Node {
    let field =
        isLarge
        ? tag(
            "input",
            [
                .id("q"), Attribute("name", "q"), Attribute("value", text),
                Attribute("placeholder", "A skill, a role, a place"), Attribute("autocomplete", "off"),
                Attribute("maxlength", 512),
            ])
        : tag(
            "input",
            [
                .id("q"), Attribute("class", "q"), Attribute("name", "q"), Attribute("value", text),
                Attribute("placeholder", "skill:kubernetes remote:yes"), Attribute("autocomplete", "off"),
                Attribute("spellcheck", "false"), Attribute("maxlength", 512),
            ])
    return tag(
        "form",
        [
            Attribute("class", isLarge ? "ask" : "ask top"), Attribute("action", "/openings"),
            Attribute("role", "search"),
        ],
        [
            tag("label", [Attribute("class", "hide"), Attribute("for", "q")], ["Search openings"]), field,
            tag("button", ["Search"]),
        ])
}
