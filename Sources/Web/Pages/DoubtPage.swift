import Base
import Insight
import Market
import Reading
import Taxonomy

/// After a fact was doubted: thanks, and the way back.
package struct DoubtPage: Sendable {
    package var opening: Int64
    package var title: String
    package var fact: String
    package init(opening: Int64, title: String, fact: String) {
        self.opening = opening
        self.title = title
        self.fact = fact
    }

    package var page: Page {
        Page(
            path: "/doubts/\(opening)", title: "Noted", current: "/openings",
            body: [
                ledger(
                    [a("/openings/\(opening)", "‹ The opening")],
                    [
                        tag("h1", ["Noted"]),
                        tag(
                            "p", class: "text",
                            [
                                "That “", .said(fact), "” is wrong in “", .said(title),
                                "” now stands in a file of this installation, with the text, as a case for the next reader. Nothing was sent.",
                            ]),
                    ], first: true)
            ], hasJSON: false)
    }
}

extension OpeningPage {
    /// The form by which a person says that a fact is wrong.
    var doubtForm: Node {
        let choices = doubtable
        return tag(
            "section", class: "row",
            [
                tag("div", class: "tab", ["Is something wrong?"]),
                tag(
                    "div", class: "body",
                    [
                        tag(
                            "form",
                            [
                                Attribute("class", "form"), Attribute("action", "/doubts/\(line.id)"),
                                Attribute("method", "post"),
                            ],
                            [
                                tag("label", [Attribute("for", "fact")], ["The fact"]),
                                tag(
                                    "select", [.id("fact"), Attribute("name", "fact")],
                                    choices.map { tag("option", [Attribute("value", $0)], [.text($0)]) }),
                                tag("label", [Attribute("for", "says")], ["What the ad says"]),
                                tag(
                                    "input",
                                    [
                                        .id("says"), Attribute("name", "says"), Attribute("maxlength", 400),
                                        Attribute("placeholder", "in your words; no personal data"),
                                    ]),
                                tag("button", ["Report it"]),
                            ]),
                        tag(
                            "p", class: "src",
                            ["Kept in a file of this installation as a case for the reader; sent to nobody."]),
                    ]),
            ])
    }

    private var doubtable: [String] {
        var out = line.asks.prefix(60).map { "\($0.name): \($0.status.id)" }
        out += line.practices.practices.map { "practice: \($0.id)" }
        out.append("role: \(line.role.id), \(line.seniority.id)")
        out.append("place: \(facts.place.mode.id)" + (line.place.isEmpty ? "" : ", \(CleanText.line(line.place))"))
        out.append("pay: " + (line.pay.map(CleanText.line) ?? "not stated"))
        out.append("on-call: \(facts.onCall.value.id)")
        out.append("something is missing")
        return out
    }
}
