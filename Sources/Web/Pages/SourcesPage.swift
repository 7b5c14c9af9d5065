import Base
import Insight
import Market
import Taxonomy

/// `/sources`: where everything comes from, how well the reading goes, and on what terms.
package struct SourcesPage: Sendable {
    package struct Row: Sendable {
        package var board: String
        package var kind: String
        package var lastPoll: Instant?
        package var outcome: String
        /// What went wrong, in the words of the fault.
        package var fault: String
        package var open: Int
        package var firstComplete: Day?
        package var alarms: [String]
        package init(
            board: String, kind: String, lastPoll: Instant?, outcome: String, fault: String, open: Int,
            firstComplete: Day?, alarms: [String]
        ) {
            self.board = board
            self.kind = kind
            self.lastPoll = lastPoll
            self.outcome = outcome
            self.fault = fault
            self.open = open
            self.firstComplete = firstComplete
            self.alarms = alarms
        }
        var isWell: Bool { fault.isEmpty && alarms.isEmpty }
    }
    package struct Terms: Sendable {
        package var kind: String
        package var words: [String]
        package var attribution: String
        package var basis: String
        package init(kind: String, words: [String], attribution: String, basis: String) {
            self.kind = kind
            self.words = words
            self.attribution = attribution
            self.basis = basis
        }
    }
    package static let shown = 500

    package var rows: [Row]
    package var terms: [Terms]
    package var postings: Int
    package var openings: Int
    package init(rows: [Row], terms: [Terms], postings: Int, openings: Int) {
        self.rows = rows
        self.terms = terms
        self.postings = postings
        self.openings = openings
    }

    package var sentence: String {
        let ill = rows.filter { !$0.isWell }.count
        if rows.isEmpty { return "No source is set up yet" }
        return ill == 0
            ? "\(rows.count == 1 ? "The one source answers" : "All \(Say.count(rows.count)) sources answer")"
            : "\(Say.count(ill)) of \(Say.count(rows.count)) sources \(ill == 1 ? "has" : "have") something to report"
    }

    package var page: Page {
        let ordered = rows.sorted { ($0.isWell ? 1 : 0, -$0.open, $0.board) < ($1.isWell ? 1 : 0, -$1.open, $1.board) }
        let table = tag(
            "table",
            [
                tag("caption", class: "hide", ["Sources with their health"]),
                tag(
                    "thead",
                    [
                        tag(
                            "tr",
                            [
                                tag("th", [Attribute("scope", "col")], ["Source"]),
                                tag("th", [Attribute("scope", "col")], ["State"]),
                                tag("th", [Attribute("scope", "col"), Attribute("class", "num")], ["Openings"]),
                                tag(
                                    "th", [Attribute("scope", "col"), Attribute("class", "num wideonly")],
                                    ["Watched since"]),
                                tag("th", [Attribute("scope", "col"), Attribute("class", "num")], ["Last poll"]),
                            ])
                    ]),
                tag(
                    "tbody",
                    ordered.prefix(Self.shown).map { r in
                        var state: [Node] = [.text(r.outcome)]
                        if !r.fault.isEmpty { state += [": ", .said(String(r.fault.prefix(200)))] }
                        if !r.alarms.isEmpty { state.append(.text(" (\(r.alarms.joined(separator: ", ")))")) }
                        var q = Query()
                        q.boards = [r.board]
                        return tag(
                            "tr",
                            [
                                tag("th", [Attribute("scope", "row")], [.said(r.board)]),
                                tag("td", class: r.isWell ? "mute" : "rub", state),
                                tag("td", class: "num", [a(q.path(), .text(Say.count(r.open)))]),
                                tag("td", class: "num mute wideonly", [.text(r.firstComplete?.spoken ?? "–")]),
                                tag("td", class: "num mute", [.text(r.lastPoll.map { "\($0.day.spoken)" } ?? "never")]),
                            ])
                    }),
            ])
        let cards = terms.map { t in
            tag(
                "div",
                [
                    tag("dt", [.text(t.kind)]),
                    tag(
                        "dd",
                        [
                            .text(t.words.joined(separator: "; ") + ". "), .said(t.attribution), " ",
                            tag("span", class: "mute small", [.said(t.basis)]),
                        ]),
                ])
        }
        return Page(
            path: "/sources", title: "Sources",
            body: [
                ledger(
                    ["Sources"],
                    [
                        tag("h1", [headline(sentence)]),
                        Web.lead("\(Say.count(postings)) postings were read, and are \(Say.openings(openings))."),
                    ],
                    note: [
                        note("Failed", "never means “no jobs”: a poll that fails closes nothing."),
                        note(
                            "Partial", "means that some documents of the board could not be read; the rest were kept."),
                    ], first: true),
                ledger(
                    ["Health"],
                    [table]
                        + (rows.count > Self.shown
                            ? [
                                tag(
                                    "p", class: "src",
                                    [.text("The first \(Self.shown) of \(Say.count(rows.count)); all are in the JSON.")]
                                )
                            ] : [])),
                ledger(
                    ["Terms"],
                    [tag("h2", ["What each kind of source allows"]), tag("dl", class: "three doors gap", cards)]),
            ])
    }
}

/// `/method`
package struct MethodPage: Sendable {
    package var readerVersion: String
    package var generation: Int
    package var asOf: Day
    package var skills: Int
    /// Oldest first.
    package var revisions: [Revision]
    package init(readerVersion: String, generation: Int, asOf: Day, skills: Int, revisions: [Revision] = []) {
        self.readerVersion = readerVersion
        self.generation = generation
        self.asOf = asOf
        self.skills = skills
        self.revisions = revisions
    }

    private var revisionSection: Node {
        let list =
            revisions.isEmpty
            ? tag("p", class: "text", ["So far one reader has read all of this market."])
            : tag("ul", class: "gap", revisions.reversed().map { tag("li", [.text(RevisionLines.item($0))]) })
        return ledger(
            ["Revisions"],
            [
                tag("h2", [headline("A new reader reads the old ads too")]),
                tag(
                    "p", class: "text",
                    [
                        "When the reader changes, every ad of the archive is read again, old ones like new, and all series are drawn anew. What that changed is a revision: it is told under the chart, and is no movement of the market."
                    ]), list,
            ], id: "revisions")
    }

    package var page: Page {
        func section(_ label: String, _ title: String, _ paragraphs: [String], id: String) -> Node {
            ledger(
                [.text(label)],
                [tag("h2", [headline(title)])] + paragraphs.map { tag("p", class: "text", [.text($0)]) },
                id: id)
        }
        return Page(
            path: "/method", title: "Method",
            body: [
                ledger(
                    ["Method"],
                    [
                        tag("h1", ["What is counted, and when we say nothing"]),
                        Web.lead(
                            "Wheelhouse reads what employers publish. It counts openings, not ads, and shows for each number the openings behind it."
                        ),
                    ],
                    note: [
                        note("Generation", "\(generation), read up to \(asOf.spoken)."),
                        note("Reading", "\(readerVersion), \(Say.count(skills)) names of skills."),
                    ], first: true),
                section(
                    "Unit", "One opening, however often it is published",
                    [
                        "The same posting seen again, a repost and a copy on another board are joined into one opening; each page of an opening lists what was joined and why.",
                        "An opening begins on the day we first saw it. Only openings that appeared while their board was watched count in a trend: a list of what is still open today is no history.",
                    ], id: "unit"),
                section(
                    "Reading", "A fact is a span of the ad’s text",
                    [
                        "A skill counts where the text asks for it, wishes for it or works with it; a name in a negation or in a list of the firm’s customers does not. A practice counts where one sentence says that the person will do it.",
                        "Every fact carries the bytes that prove it. On the page of an opening they are marked, and each number leads there in two steps.",
                    ], id: "reading"),
                section(
                    "Intervals", "95 %, by drawing companies",
                    [
                        "Openings of one employer resemble each other, so they are not independent. The interval says: had we followed another set of companies like these, the share would lie here. It does not shrink because one employer publishes more.",
                        "It says nothing about companies that never publish.",
                    ], id: "intervals"),
                section(
                    "Change", "Twelve whole months against the twelve before",
                    [
                        "The same boards in both windows, and within them the same companies and roles, are compared, so that a new source or another mix of roles is not a trend. The unfinished month is drawn dashed and is in no verdict.",
                        "We say that a skill rises or falls only if the change is at least ×1.15 (or its inverse) and survives the correction for having tested many skills (Benjamini and Hochberg, 10 %). Otherwise we cannot tell.",
                    ], id: "change"),
                revisionSection,
                section(
                    "Refusals", "When we say nothing",
                    [
                        "Under 30 openings or 5 companies, where one company has more than half of the openings, or where the interval is wider than 40 points, there is no number. The page says which of these it was.",
                        "Pay is summed up only where enough ads state it, in one currency, and never without the share of ads that state any.",
                    ], id: "refusals"),
                section(
                    "Bias", "What this cannot show",
                    [
                        "Work that is never advertised, boards we do not watch, and ads in languages that are not read yet. What an ad asks is not what the job holds, and an ad that does not name a thing may still want it.",
                        "Demand is counted from ads alone. Nothing here says how many people look for work.",
                    ], id: "bias"),
            ], hasJSON: false)
    }
}
