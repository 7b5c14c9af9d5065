import Base
import Insight
import Market
import Match
import Person
import Taxonomy
import Web

/// One opening of the person's list, with what its ad says of each skill.
package struct HomeMatch: Sendable {
    package var ranked: RankedOpening
    package var card: OpeningCard
    package var quotes: [SkillIndex: String]
    package var notNamed: [SkillIndex]
}

/// The personal pages as values: what the person says on the left, what the market says on the right, never one over the
/// other. Ochre is you, blue is the market (LOOK.md).
struct HomePages {
    let taxonomy: Taxonomy
    let profile: Profile

    func name(_ skill: SkillIndex) -> String { taxonomy.skills[Int(skill)].name }

    // MARK: the overview

    func overview(_ ranking: Ranking, _ matches: [HomeMatch], role: Wheel?) -> Page {
        let said = profile.said(in: taxonomy)
        var body: [Node] = [heading(said)]
        let mine = figure(
            "What you say", "Hatched: you say so. Full petals come with evidence of work. No percentage of a person.",
            StateWheel.drawing(
                Practice.allCases.map { said.contains($0) ? .said : .none }, id: "you",
                title: "Your wheel: " + spoken(said)), key: StateWheel.key)
        if let role, role.refusal == nil {
            let theirs = figure(
                "What ads for “\(role.name)” ask",
                "Area: share of \(Say.openings(role.witness.openings)). Bar: 95 % interval.",
                Pieces.wheel(role, id: "market", title: role.name))
            body.append(tag("div", class: "row open", [mine, theirs]))
        } else {
            body.append(tag("div", class: "row open", [mine]))
        }
        body.append(list(ranking, matches, heading: headline(ranking)))
        body.append(roles())
        return Page(path: "/me", title: "Your wheel", current: "/me", body: body, hasJSON: false)
    }

    private func heading(_ said: PracticeSet) -> Node {
        let n = profile.matchable.count
        let title =
            said.practices.isEmpty
            ? "Your file names no skill of the nine practices yet"
            : "You say \(Say.list(said.practices.map { $0.title.lowercased() }))"
        let confirmed = profile.claims.filter { $0.state == .confirmed }.count
        let waiting = profile.claims.filter { $0.state == .suggested }.count
        return Pieces.row(
            [tag("span", class: "you", ["On this machine only"])],
            [
                tag("h1", [.text(title)]),
                Pieces.opening(
                    "\(n == 1 ? "1 skill is" : "\(n) skills are") matched: \(confirmed) confirmed, \(waiting) \(waiting == 1 ? "waits" : "wait") for you."
                ),
            ],
            note: [
                tag(
                    "p",
                    [
                        b("Private"),
                        " This page is served to you alone, from \(PersonStore.fileName). The market does not know that you looked.",
                    ]),
                tag(
                    "p",
                    [
                        a("/me/claims", "Review your claims"), tag("br", []), a("/me/limits", "Your limits"),
                        tag("br", []), a("/me/import", "Add a CV or a list"),
                    ]),
            ], first: true)
    }

    private func figure(_ title: String, _ sub: String, _ drawing: Node, key: Node = .none) -> Node {
        let caption = tag("figcaption", [tag("h2", [.text(title)]), tag("p", class: "sub small", [.text(sub)])])
        return tag("figure", [caption, drawing, key])
    }

    static func problem(_ sentence: String) -> Page {
        Page(
            path: "/me", title: "This cannot be shown", current: "/me",
            body: [
                Pieces.row(["You"], [tag("h1", [.text(sentence)]), tag("p", [a("/me", "Your wheel")])], first: true)
            ], hasJSON: false)
    }

    private func spoken(_ said: PracticeSet) -> String {
        let no = Practice.allCases.filter { !said.contains($0) }
        return said.practices.isEmpty
            ? "nothing said yet"
            : "said " + Say.list(said.practices.map(\.title))
                + (no.isEmpty ? "" : "; not shown yet " + Say.list(no.map(\.title)))
    }

    private func headline(_ ranking: Ranking) -> String {
        ranking.openings.isEmpty
            ? "No opening is within your limits"
            : "\(Say.openings(ranking.openings.count)) within your limits, best fit first"
    }

    private func roles() -> Node {
        let links = RoleFamily.allCases.filter(\.isIT).map { role in
            tag("li", [a(Link("/me/gap/\(role.id)"), .text(role.title))])
        }
        return Pieces.row(["Paths"], [tag("h2", ["What would a role ask of you?"]), tag("ul", class: "three", links)])
    }

    // MARK: the list

    func matches(_ ranking: Ranking, _ matches: [HomeMatch], isVague: Bool) -> Page {
        let title = isVague ? "\(Say.openings(ranking.littleToGoOn.count)) name too little to tell" : headline(ranking)
        return Page(
            path: isVague ? "/me/matches?group=vague" : "/me/matches", title: "Openings for you", current: "/me",
            body: [list(ranking, matches, heading: title, isFirst: true)], hasJSON: false)
    }

    private func list(_ ranking: Ranking, _ matches: [HomeMatch], heading: String, isFirst: Bool = false)
        -> Node
    {
        var body: [Node] = [
            tag(isFirst ? "h1" : "h2", [.text(heading)]),
            tag(
                "p", class: "sub",
                [
                    "Ordered by how much of what an ad names is in your file, by weight; an ad that names little proves little."
                ]),
            tag("ol", matches.map(row)),
        ]
        if !isFirst, ranking.openings.count > matches.count {
            body.append(tag("p", class: "src", [a("/me/matches", "More openings")]))
        }
        if ranking.hiddenTotal > 0 { body.append(hidden(ranking)) }
        var notes: [Node] = [
            Pieces.margin("Matched", "stands in your file. Missing is asked and does not."),
            Pieces.margin("Not named", "is what such ads usually say and this one does not. Ask."),
        ]
        if !ranking.littleToGoOn.isEmpty {
            notes.append(
                tag(
                    "p",
                    [
                        b("Little to go on"),
                        " \(Say.openings(ranking.littleToGoOn.count)) name fewer than \(Ranking.fewestSkills) skills; ",
                        a("/me/matches?group=vague", "they are apart"), ".",
                    ]))
        }
        return Pieces.row(["Openings for you"], body, note: notes, first: isFirst)
    }

    private func hidden(_ ranking: Ranking) -> Node {
        let parts = ranking.hidden.map {
            "\($0.limit.rawValue) \(Say.count($0.count))"
                + ($0.silent > 0 ? " (\(Say.count($0.silent)) of \(Say.count($0.asked)) do not say and are shown)" : "")
        }
        return tag(
            "p", class: "src",
            [
                tag("span", class: "sc", ["Hidden by your limits"]),
                " \(Say.openings(ranking.hiddenTotal)): \(parts.joined(separator: ", ")). ",
                a("/me/limits", "Change your limits"),
            ])
    }

    private func row(_ match: HomeMatch) -> Node {
        let card = match.card
        let mode = card.mode == .unstated || card.place.contains(card.mode.title) ? "" : card.mode.title
        let place = [card.place, mode].filter { !$0.isEmpty }.joined(separator: " · ")
        var missing: [Node] = []
        if match.ranked.missingRequired.isEmpty { missing.append("Nothing required. ") }
        missing += words(match.ranked.missingRequired, match, most: 8)
        if !match.ranked.missingNice.isEmpty {
            missing.append(.text(" Nice: ")); missing += words(match.ranked.missingNice, match, most: 5)
        }
        var notNamed = match.notNamed.prefix(5).map(name)
        notNamed += match.ranked.unknown.map { $0 == .pay ? "Pay" : $0.rawValue }
        return tag(
            "li", class: "job",
            [
                WheelDrawing.rosette(card.practices),
                tag(
                    "div",
                    [
                        tag("h3", [a(Link("/openings/\(card.id)"), .said(card.title))]),
                        tag("p", [.said(card.company), place.isEmpty ? .none : .group([" · ", .said(place)])]),
                    ]),
                tag(
                    "p", class: card.payText == nil ? "pay mute" : "pay",
                    [card.payText.map { .said($0) } ?? "Not stated"]),
                tag(
                    "dl", class: "three spoken",
                    [
                        cell("Matched", words(match.ranked.matched, match, most: 10)), cell("Missing", missing),
                        cell(
                            "Not named", [.text(notNamed.isEmpty ? "Nothing usual" : notNamed.joined(separator: ", "))]),
                    ]),
            ])
    }

    private func cell(_ title: String, _ content: [Node]) -> Node {
        tag("div", [tag("dt", [.text(title)]), tag("dd", content.isEmpty ? ["Nothing"] : content)])
    }

    /// Names with the words of the ad behind them, as a title that a pointer or a screen reader gets.
    private func words(_ asks: [Candidate.Ask], _ match: HomeMatch, most: Int) -> [Node] {
        var out: [Node] = []
        for (i, ask) in asks.prefix(most).enumerated() {
            if i > 0 { out.append(", ") }
            let quote = match.quotes[ask.skill].map { "“\($0)”" } ?? "Named in a field of the ad"
            out.append(tag("span", [Attribute("title", CleanText.line(quote))], [.text(name(ask.skill))]))
        }
        if asks.count > most { out.append(.text(" and \(asks.count - most) more")) }
        return out
    }

    // MARK: the gap to a role

    func gap(_ gap: Gap, wheel: Wheel?) -> Page {
        let percent = Int((gap.gap * 100).rounded())
        let rows = gap.lines.prefix(30).map { line -> Node in
            let skill = taxonomy.skills[Int(line.skill)]
            return tag(
                "tr",
                [
                    tag("th", [Attribute("scope", "row")], [a(Link("/skills/\(skill.id)"), .text(skill.name))]),
                    tag("td", class: "plot", [bar(line.share)]),
                    tag("td", class: "num", [.text(Say.share(line.share))]),
                    tag(
                        "td", class: line.isShown ? "you" : "mute",
                        [.text(line.isShown ? "in your file" : "not shown yet")]),
                ])
        }
        let head = tag(
            "thead",
            [
                tag(
                    "tr",
                    [
                        tag("th", [Attribute("scope", "col")], ["Skill"]), tag("td", []),
                        tag("th", [Attribute("scope", "col"), Attribute("class", "num")], ["Asked in"]),
                        tag("th", [Attribute("scope", "col")], ["You"]),
                    ])
            ])
        var body: [Node] = [
            Pieces.row(
                ["A role"],
                [
                    tag(
                        "h1",
                        [
                            .text(
                                "\(gap.role.title): \(percent) of 100 parts of what its ads ask are not in your file yet"
                            )
                        ]),
                    tag(
                        "p", class: "sub",
                        ["Weighed by how rare a skill is. A small gap in named skills is no small step."]),
                    tag(
                        "table",
                        [
                            tag("caption", class: "hide", [.text("What \(gap.role.title) asks, heaviest first")]), head,
                            tag("tbody", rows),
                        ]),
                ],
                note: [
                    Pieces.margin("n", "\(Say.openings(gap.openings)), each counted once."),
                    tag("p", [a(Link("/roles/\(gap.role.id)"), "The role in the market")]),
                ],
                first: true)
        ]
        if let wheel, wheel.refusal == nil {
            body.append(
                Pieces.row(
                    ["Practices"],
                    [
                        tag("h2", [.text("What ads for “\(gap.role.title)” ask")]),
                        Pieces.wheel(wheel, id: "role", title: wheel.name),
                    ]))
        }
        return Page(
            path: "/me/gap/\(gap.role.id)", title: "The gap to \(gap.role.title)", current: "/me", body: body,
            hasJSON: false)
    }

    private func bar(_ share: Double) -> Node {
        tag(
            "svg", [Attribute("height", 24), Attribute("aria-hidden", "true")],
            [
                tag(
                    "rect",
                    [
                        Attribute("class", "bar"), Attribute("y", 7), Attribute("height", 10),
                        Attribute("width", "\(Say.fixed(share * 100, 1))%"),
                    ])
            ])
    }
}
