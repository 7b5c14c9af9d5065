import Glibc
import Taxonomy

/// Nine petals that measure nothing: each stands for a state, filled, hatched or an outline, all at full size. Same
/// geometry and order as the wheel of shares, so that the two can be looked at side by side and never be laid over.
package enum StateWheel {
    package enum State: Sendable { case shown, said, none }

    private static let radius = 150.0
    private static let hub = 24.0

    package static func drawing(_ states: [State], id: String, title: String) -> Node {
        var nodes: [Node] = [tag("title", [.id("\(id)-t")], [.text(title)]), hatch]
        for (i, state) in states.enumerated() {
            let practice = Practice.allCases[i]
            nodes.append(
                tag(
                    "g", [Attribute("role", "img"), Attribute("aria-label", "\(practice.title): \(word(state))")],
                    [tag("path", look(state) + [Attribute("d", petal(i))])]))
        }
        nodes.append(labels(states, isFull: true))
        nodes.append(labels(states, isFull: false))
        return tag(
            "svg",
            [
                Attribute("class", "wheel big"), Attribute("viewBox", "-258 -222 516 436"), Attribute("role", "group"),
                Attribute("aria-labelledby", "\(id)-t"),
            ], nodes)
    }

    /// The key beside it.
    package static var key: Node {
        let items: [(State, String)] = [
            (.shown, "shown, with evidence of work"), (.said, "said"), (.none, "not shown yet"),
        ]
        return tag(
            "p", class: "key",
            items.map { state, words in
                tag(
                    "span",
                    [
                        tag(
                            "svg", [Attribute("width", 14), Attribute("height", 14), Attribute("aria-hidden", "true")],
                            [
                                tag(
                                    "rect",
                                    look(state) + [
                                        Attribute("x", "0.75"),
                                        Attribute("y", "0.75"),
                                        Attribute("width", "12.5"), Attribute("height", "12.5"),
                                    ])
                            ]), .text(" " + words),
                    ])
            })
    }

    /// A pattern is named by an attribute of its own document: in a stylesheet the name would be looked up in the sheet.
    private static func look(_ state: State) -> [Attribute] {
        switch state {
        case .shown: [Attribute("class", "petal you")]
        case .said: [Attribute("class", "hatched"), Attribute("fill", "url(#hatch)")]
        case .none: [Attribute("class", "petal none")]
        }
    }

    private static func word(_ state: State) -> String {
        switch state {
        case .shown: "shown"
        case .said: "said"
        case .none: "not shown"
        }
    }

    private static var hatch: Node {
        tag(
            "defs",
            [
                tag(
                    "pattern",
                    [
                        .id("hatch"), Attribute("width", 7), Attribute("height", 7),
                        Attribute("patternUnits", "userSpaceOnUse"),
                        Attribute("patternTransform", "rotate(45)"),
                    ], [tag("path", [Attribute("class", "hatching"), Attribute("d", "M0 0V7")])])
            ])
    }

    private static func petal(_ i: Int) -> String {
        let mid = Double(i) * 40, half = WheelDrawing.sector / 2
        func at(_ r: Double, _ degrees: Double) -> String {
            let t = degrees * .pi / 180
            return "\(Say.fixed(r * sin(t), 1)) \(Say.fixed(-r * cos(t), 1))"
        }
        return "M\(at(radius, mid - half))A150 150 0 0 1 \(at(radius, mid + half))"
            + "L\(at(hub, mid + half))A24 24 0 0 0 \(at(hub, mid - half))Z"
    }

    private static func labels(_ states: [State], isFull: Bool) -> Node {
        var nodes: [Node] = []
        for (i, state) in states.enumerated() {
            let practice = Practice.allCases[i], angle = Double(i) * 40 * .pi / 180
            let lines = [isFull ? practice.title : practice.short, word(state)]
            let anchor = i == 0 ? "middle" : i <= 4 ? "start" : "end"
            let x = 165 * sin(angle), y = -165 * cos(angle) - 17 * (1 + cos(angle)) / 2 + 4.2 - 2.4 * cos(angle)
            for (k, line) in lines.enumerated() {
                nodes.append(
                    tag(
                        "text",
                        [
                            Attribute("class", k == 0 ? "nm" : "m"), Attribute("x", Say.fixed(x, 1)),
                            Attribute("y", Say.fixed(y + Double(k) * 17, 1)), Attribute("text-anchor", anchor),
                        ], [.text(line)]))
            }
        }
        return tag("g", [Attribute("class", isFull ? "full" : "abbr"), Attribute("aria-hidden", "true")], nodes)
    }
}
