import Base

/// `/reading`: how ads are read, how often that is right, and where it is wrong.
package struct ReadingPage: Sendable {
    package var accuracy: Accuracy?
    package var readerVersion: String
    package init(accuracy: Accuracy?, readerVersion: String) {
        self.accuracy = accuracy
        self.readerVersion = readerVersion
    }

    package var page: Page {
        var body: [Node] = [
            ledger(
                ["Reading"],
                [
                    tag("h1", [headline(sentence)]),
                    Web.lead(
                        "Rules and lists that anyone can look at, one small linear model for the nine practices, no request to anybody. Each fact keeps the words that prove it."
                    ),
                ],
                note: [
                    note("Reader", "\(readerVersion) reads the ads that these pages count."),
                    accuracy.map { note("Measured", "on \($0.date.spoken) with reader \($0.reader).") } ?? .none,
                ], first: true)
        ]
        guard let accuracy else {
            body.append(
                ledger(["Accuracy"], [tag("p", class: "text", ["No measurement is stored with this installation."])]))
            return Page(path: "/reading", title: "How this is read", body: body)
        }
        for group in accuracy.groups { body.append(Self.section(group)) }
        body.append(Self.limits)
        return Page(path: "/reading", title: "How this is read", body: body)
    }

    private var sentence: String {
        let first = accuracy?.groups.first
        guard let skills = first?.fields.first(where: { $0.name == "skills canonical" }),
            let p = skills.precision?.value, let r = skills.recall?.value
        else { return "How an ad becomes facts" }
        return "Of a hundred skills that we name, \(Int((p * 100).rounded())) are asked or used; "
            + "of a hundred that stand there, we find \(Int((r * 100).rounded()))"
    }

    private static func section(_ g: Accuracy.Group) -> Node {
        let head = ["Field", "Precision", "Recall", "F1 or right", "95 % interval", "n"]
        return ledger(
            [.text(g.title)],
            [
                tag("h2", [headline(g.title)]), tag("p", class: "text", [.text(g.drawn)]),
                tag(
                    "table", class: "gap",
                    [
                        tag("caption", class: "hide", [.text("Accuracy by field: " + g.title)]),
                        tag(
                            "thead",
                            [
                                tag(
                                    "tr",
                                    head.enumerated().map { k, name in
                                        tag(
                                            "th",
                                            [Attribute("scope", "col")]
                                                + (k == 0
                                                    ? []
                                                    : [Attribute("class", k == 1 || k == 2 ? "num wideonly" : "num")]),
                                            [.text(name)])
                                    })
                            ]),
                        tag("tbody", g.fields.map(row)),
                    ]),
            ], note: [note("\(Say.count(g.records)) texts", "labelled by reading.")])
    }

    private static func row(_ f: Accuracy.Field) -> Node {
        func number(_ x: Double?) -> String { x.map { Say.fixed($0, 2) } ?? "–" }
        let interval = f.whole.low.map { "\(Say.fixed($0, 2))–\(number(f.whole.high))" } ?? "–"
        return tag(
            "tr",
            [
                tag(
                    "th", [Attribute("scope", "row")],
                    [.text(f.name + (f.lowerIsBetter ? " (lower is better)" : ""))]),
                tag("td", class: "num mute wideonly", [.text(number(f.precision?.value))]),
                tag("td", class: "num mute wideonly", [.text(number(f.recall?.value))]),
                tag("td", class: "num", [.text(number(f.whole.value))]),
                tag("td", class: "num mute", [.text(interval)]), tag("td", class: "num mute", [.text(Say.count(f.n))]),
            ])
    }

    private static let limits = ledger(
        ["Limits"],
        [
            tag("h2", [headline("Where the reading is weak")]),
            tag(
                "ul",
                [
                    "English is read in depth; German, French, Spanish, Swedish, Dutch and Portuguese in a first form. Ads in other languages are counted and said to be unread.",
                    "A name that no list holds is shown apart, as found by its company, and never counted with the others.",
                    "A practice is claimed from one sentence. A sentence that means it without saying so may be missed; one that speaks of the firm may be taken for one that speaks of the person.",
                    "The labels are ours, made by one reader each; where two careful people differ, the numbers cannot tell who is right.",
                ].map { tag("li", [.text($0)]) }),
            tag(
                "p", class: "text",
                [
                    "If a fact of an ad is wrong, say so on its page: it becomes a case by which the next reader is judged."
                ]),
        ])
}
