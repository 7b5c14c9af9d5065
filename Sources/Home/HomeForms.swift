import Base
import Market
import Match
import Person
import Taxonomy
import Web

// The pages on which a person says something. Every form posts to its own address; an answer never repeats a value in
// an address.

extension HomePages {
    func claims() -> Page {
        let visible = profile.claims.filter { $0.state != .hidden }
        let rows = visible.map { claim -> Node in
            let evidence = claim.evidence.prefix(3).map { e in
                tag("p", class: "small", [tag("q", [.said(e.quote)]), tag("span", class: "mute", [.text(" " + e.at)])])
            }
            return tag(
                "tr",
                [
                    tag(
                        "th", [Attribute("scope", "row")], [.text(taxonomy.skill(id: claim.skill)?.name ?? claim.skill)]
                    ),
                    tag("td", [.text(claim.level?.rawValue ?? "–")]), tag("td", evidence),
                    tag("td", [.text(claim.state.rawValue)]),
                    tag("td", [stateForm(claim)]),
                ])
        }
        let heads = ["Skill", "Level", "Evidence", "State", "Your word"].map {
            tag("th", [Attribute("scope", "col")], [.text($0)])
        }
        var body: [Node] = [
            tag(
                "h1",
                [
                    .text(
                        visible.isEmpty
                            ? "Your file claims nothing yet" : "\(visible.count) claims, each with its words")
                ]),
            tag(
                "p", class: "sub",
                [
                    "Confirmed claims are matched; before the first confirmation, all that is suggested. Disputed ones stay, out of matching."
                ]),
        ]
        if !visible.isEmpty {
            body.append(
                tag(
                    "table",
                    [
                        tag("caption", class: "hide", ["Your claims"]), tag("thead", [tag("tr", heads)]),
                        tag("tbody", rows),
                    ]))
        }
        if !profile.unrecognised.isEmpty {
            body.append(
                tag(
                    "p", class: "src",
                    ["Not known by name, kept apart: ", .said(profile.unrecognised.joined(separator: ", ")), "."]))
        }
        return Page(
            path: "/me/claims", title: "Your claims", current: "/me",
            body: [
                Pieces.row(
                    ["Claims"], body,
                    note: [tag("p", [a("/me/import", "Add a CV or a list")]), tag("p", [a("/me", "Your wheel")])],
                    first: true)
            ], hasJSON: false)
    }

    private func stateForm(_ claim: Claim) -> Node {
        let buttons = [ClaimState.confirmed, .disputed, .hidden].filter { $0 != claim.state }.map { state in
            tag(
                "button", [Attribute("name", "state"), Attribute("value", state.rawValue)],
                [.text(state == .confirmed ? "Confirm" : state == .disputed ? "Dispute" : "Hide")])
        }
        return tag(
            "form", [Attribute("method", "post"), Attribute("action", "/me/claims"), Attribute("class", "words")],
            [tag("input", [Attribute("type", "hidden"), Attribute("name", "skill"), Attribute("value", claim.skill)])]
                + buttons)
    }

    func limits(problem: String? = nil) -> Page {
        let l = profile.limits
        func field(_ name: String, _ label: String, _ value: String, _ hint: String) -> Node {
            .group([
                tag("label", [Attribute("for", name)], [.text(label)]),
                tag(
                    "input",
                    [
                        .id(name), Attribute("name", name), Attribute("value", value), Attribute("placeholder", hint),
                        Attribute("maxlength", 200), Attribute("autocomplete", "off"),
                    ]),
            ])
        }
        let workplaces = Limits.Workplace.allCases.map { w in
            tag(
                "option",
                [Attribute("value", w.rawValue)]
                    + ((l.workplace ?? .any) == w ? [Attribute("selected", "selected")] : []), [.text(w.rawValue)])
        }
        let form = tag(
            "form", [Attribute("method", "post"), Attribute("action", "/me/limits"), Attribute("class", "form")],
            [
                field("place", "Places", l.places.joined(separator: ", "), "Berlin, Hamburg"),
                field("country", "Countries", l.countries.map(\.code).joined(separator: ", "), "DE, AT"),
                tag("label", [Attribute("for", "workplace")], ["Workplace"]),
                tag("select", [.id("workplace"), Attribute("name", "workplace")], workplaces),
                field(
                    "floor", "Least pay a year", l.payFloor.map { "\(Int($0.amount)) \($0.currency.code)" } ?? "",
                    "75000 EUR"),
                field("oncall", "On-call", l.duty?.text ?? "", "none, any, or 1/6"),
                field("seniority", "Levels", l.seniorities.map(\.id).joined(separator: ", "), "mid, senior"),
                field("language", "Languages you speak", l.languages.joined(separator: ", "), "en, de"),
                field("block", "Never show", l.blockedEmployers.joined(separator: ", "), "an employer"),
                tag("button", [Attribute("class", "whole")], ["Keep these limits"]),
            ])
        var body: [Node] = [
            tag("h1", ["What you will not go below"]),
            tag(
                "p", class: "sub",
                ["An opening that does not say is never hidden: unknown is not no. Empty means no limit."]), form,
        ]
        if let problem {
            body.insert(tag("p", [Attribute("class", "rub"), Attribute("role", "alert")], [.text(problem)]), at: 1)
        }
        return Page(
            path: "/me/limits", title: "Your limits", current: "/me",
            body: [Pieces.row(["Limits"], body, note: [tag("p", [a("/me", "Your wheel")])], first: true)],
            hasJSON: false)
    }

    func importing(problem: String? = nil, done: Imported? = nil) -> Page {
        var body: [Node] = [tag("h1", ["Add a CV or a list of skills"])]
        if let problem {
            body.append(tag("p", [Attribute("class", "rub"), Attribute("role", "alert")], [.text(problem)]))
        }
        if let done {
            body.append(
                tag(
                    "p", [Attribute("class", "lead"), Attribute("role", "status")],
                    [
                        .text("\(done.claims.count) skills and \(done.work.count) jobs were read."), " ",
                        a("/me/claims", "Look at them"),
                    ]))
            for fault in done.faults {
                body.append(tag("p", class: "src", [.text("\(fault.at): \(fault.sentence); left out.")]))
            }
        }
        body.append(
            tag(
                "p", class: "sub",
                [
                    "Paste a JSON Resume, or skills separated by commas or lines. Pictures, telephone numbers, addresses and other persons are not kept."
                ]))
        body.append(
            tag(
                "form", [Attribute("method", "post"), Attribute("action", "/me/import"), Attribute("class", "form")],
                [
                    tag("label", [Attribute("for", "text"), Attribute("class", "hide")], ["Text"]),
                    tag(
                        "textarea",
                        [
                            .id("text"), Attribute("name", "text"), Attribute("rows", 14),
                            Attribute("spellcheck", "false"),
                        ], [""]),
                    tag("button", [Attribute("class", "whole")], ["Read it"]),
                ]))
        return Page(
            path: "/me/import", title: "Add to your file", current: "/me",
            body: [
                Pieces.row(
                    ["Import"], body,
                    note: [
                        Pieces.margin(
                            "Private",
                            "It is read on this machine and kept in \(PersonStore.fileName), which only your account can read."
                        )
                    ], first: true)
            ], hasJSON: false)
    }

    static func welcome(path: String) -> Page {
        Page(
            path: "/me", title: "Your page", current: "/me",
            body: [
                Pieces.row(
                    ["On this machine only"],
                    [
                        tag("h1", ["You have no file yet"]),
                        Pieces.opening(
                            "It would lie at \(path), readable by your account alone. It is not encrypted yet. Nothing in it is ever sent anywhere."
                        ),
                        tag(
                            "form", [Attribute("method", "post"), Attribute("action", "/me/init")],
                            [tag("p", [tag("button", [Attribute("class", "plainbutton")], ["Make my file"])])]),
                    ], first: true)
            ], hasJSON: false)
    }

    static func entrance(problem: String? = nil) -> Page {
        var body: [Node] = [
            tag("h1", ["Whose page is this?"]),
            Pieces.opening("Yours, if you can read the terminal in which Wheelhouse runs: it printed a code."),
        ]
        if let problem {
            body.append(tag("p", [Attribute("class", "rub"), Attribute("role", "alert")], [.text(problem)]))
        }
        body.append(
            tag(
                "form", [Attribute("method", "post"), Attribute("action", "/enter"), Attribute("class", "ask")],
                [
                    tag("label", [Attribute("class", "hide"), Attribute("for", "token")], ["Code"]),
                    tag(
                        "input",
                        [
                            .id("token"), Attribute("name", "token"), Attribute("autocomplete", "off"),
                            Attribute("placeholder", "The code from your terminal"), Attribute("maxlength", 128),
                        ]),
                    tag("button", ["Enter"]),
                ]))
        return Page(
            path: "/enter", title: "Enter", current: "/me",
            body: [Pieces.row(["On this machine only"], body, first: true)],
            hasJSON: false)
    }
}
