import Base
import Glibc
import Insight
import Market
import Taxonomy

/// The wheel: nine equal sectors in the order of `Practice`, clockwise from twelve, **area of a petal = share**:
/// `r(p) = √(r0² + p(R² − r0²))` with r0 = 0.16 R, so that neither order nor outline can lie. Rings at 25, 50, 75 and
/// 100 % by the same formula; the interval is a bar with caps, paper-coloured inside the petal and ink outside.
package struct WheelDrawing: Sendable {
    package static let hubPart = 0.16
    /// Of the 40° of each sector.
    static let sector = 33.6

    let radius: Double
    var hub: Double { radius * Self.hubPart }

    init(radius: Double) { self.radius = radius }

    /// The radius whose ring encloses the part p of a petal's full area.
    package static func radius(of p: Double, outer: Double) -> Double {
        let r0 = outer * hubPart
        return (r0 * r0 + min(max(p, 0), 1) * (outer * outer - r0 * r0)).squareRoot()
    }

    private func r(_ p: Double) -> Double { Self.radius(of: p, outer: radius) }
    private func point(_ radius: Double, _ degrees: Double) -> (x: Double, y: Double) {
        let t = degrees * .pi / 180
        return (radius * sin(t), -radius * cos(t))
    }
    private func at(_ radius: Double, _ degrees: Double) -> String {
        let p = point(radius, degrees)
        return "\(Say.fixed(p.x, 1)) \(Say.fixed(p.y, 1))"
    }

    private func petal(_ i: Int, to outer: Double, class c: String) -> Node {
        let mid = Double(i) * 40
        let a = mid - Self.sector / 2
        let z = mid + Self.sector / 2
        let d =
            "M\(at(outer, a))A\(Say.fixed(outer, 1)) \(Say.fixed(outer, 1)) 0 0 1 \(at(outer, z))"
            + "L\(at(hub, z))A\(Say.fixed(hub, 1)) \(Say.fixed(hub, 1)) 0 0 0 \(at(hub, a))Z"
        return tag("path", [Attribute("class", c), Attribute("d", d)])
    }

    private func interval(_ i: Int, _ f: Finding) -> [Node] {
        guard let v = f.value, let lo = f.low, let hi = f.high else { return [] }
        let mid = Double(i) * 40
        func piece(_ from: Double, _ to: Double, cap: Double, _ c: String) -> Node {
            let p = point(cap, mid)
            let t = mid * .pi / 180
            let dx = 5 * cos(t)
            let dy = 5 * sin(t)
            let d =
                "M\(at(from, mid))L\(at(to, mid))M\(Say.fixed(p.x - dx, 1)) \(Say.fixed(p.y - dy, 1))"
                + "L\(Say.fixed(p.x + dx, 1)) \(Say.fixed(p.y + dy, 1))"
            return tag("path", [Attribute("class", c), Attribute("d", d)])
        }
        return [piece(r(lo), r(v), cap: r(lo), "ci in"), piece(r(v), r(hi), cap: r(hi), "ci")]
    }

    // MARK: what pages ask for

    /// The large wheel, with names, values and intervals around it and n in the hub. Each petal leads to its openings.
    static func large(_ wheel: Wheel, id: String, title: String) -> Node {
        let w = WheelDrawing(radius: 150)
        var nodes: [Node] = [
            tag("title", [.id("\(id)-t")], [.text(title)]), tag("desc", [.id("\(id)-d")], [.text(description(wheel))]),
        ]
        for p in [0.25, 0.5, 0.75, 1] {
            nodes.append(tag("circle", [Attribute("class", "ring"), Attribute("r", Say.fixed(w.r(p), 1))]))
        }
        for (i, f) in wheel.spokes.enumerated() {
            guard let v = f.value else {
                nodes.append(w.petal(i, to: w.radius, class: "petal none"))
                continue
            }
            let label = "\(f.name): \(Say.share(v)), 95 % interval \(Say.interval(f))"
            nodes.append(
                tag(
                    "a", [.href(Link(f.query.path())), Attribute("aria-label", label)],
                    [w.petal(i, to: w.r(v), class: "petal")] + w.interval(i, f)))
        }
        for (p, label) in [(0.5, "50"), (1.0, "100")] {
            let q = w.point(w.r(p) - 4, 20)
            nodes.append(text(label, q.x, q.y + 4, "m halo ringnum", "middle"))
        }
        nodes.append(
            tag(
                "g", [Attribute("aria-hidden", "true"), Attribute("class", "hub")],
                [text("n", 0, -1, "nm it", "middle"), text(Say.count(wheel.witness.openings), 0, 13, "hubn", "middle")])
        )
        nodes.append(w.labels(wheel, full: true))
        nodes.append(w.labels(wheel, full: false))
        return tag(
            "svg",
            [
                Attribute("class", "wheel big"), Attribute("viewBox", "-258 -222 516 436"), Attribute("role", "group"),
                Attribute("aria-labelledby", "\(id)-t \(id)-d"),
            ], nodes)
    }

    /// The same geometry without words beside it, for comparison of many.
    static func small(_ wheel: Wheel, id: String) -> Node {
        let w = WheelDrawing(radius: 96)
        var nodes: [Node] = [
            tag("title", [.id("\(id)-t")], [.text(wheel.name)]),
            tag("desc", [.id("\(id)-d")], [.text(description(wheel))]),
        ]
        for p in [0.25, 0.5, 0.75, 1] {
            nodes.append(tag("circle", [Attribute("class", "ring"), Attribute("r", Say.fixed(w.r(p), 1))]))
        }
        for (i, f) in wheel.spokes.enumerated() {
            if let v = f.value {
                nodes.append(w.petal(i, to: w.r(v), class: "petal"))
                nodes += w.interval(i, f)
            } else {
                nodes.append(w.petal(i, to: w.radius, class: "petal none"))
            }
            let q = w.point(w.radius + 7, Double(i) * 40)
            let anchor = i == 0 ? "middle" : i <= 4 ? "start" : "end"
            nodes.append(
                text(wheel.spokes[i].practice?.short ?? "", q.x, q.y + 4 + (i == 4 || i == 5 ? 6 : 0), "m tiny", anchor)
            )
        }
        return tag(
            "svg",
            [
                Attribute("class", "wheel small"), Attribute("viewBox", "-140 -116 280 232"), Attribute("role", "img"),
                Attribute("aria-labelledby", "\(id)-t \(id)-d"),
            ], nodes)
    }

    /// The mark in the masthead: today's wheel of all roles. Without data it is a ring of equal petals.
    static func mark(_ shares: [Double?]) -> Node {
        let w = WheelDrawing(radius: 20)
        let petals = (0..<9).map { i in
            let v = i < shares.count ? shares[i] : nil
            return w.petal(i, to: v.map { w.r($0) } ?? w.r(0.3), class: "petal")
        }
        return tag(
            "svg",
            [
                Attribute("width", 40), Attribute("height", 40), Attribute("viewBox", "-20 -20 40 40"),
                Attribute("aria-hidden", "true"),
            ],
            petals)
    }

    /// An opening's rosette: a filled petal is a practice that the ad names. Nothing is measured, so all are full size.
    package static func rosette(_ practices: PracticeSet, size: Int = 44) -> Node {
        let w = WheelDrawing(radius: 20)
        let named = practices.practices.map(\.title)
        let label = named.isEmpty ? "Names none of the nine practices" : "Names \(Say.list(named))"
        return tag(
            "svg",
            [
                Attribute("class", "rosette"), Attribute("width", size), Attribute("height", size),
                Attribute("viewBox", "-22 -22 44 44"),
                Attribute("role", "img"), Attribute("aria-label", label),
            ],
            Practice.allCases.map {
                w.petal(Int($0.rawValue), to: w.radius, class: practices.contains($0) ? "petal" : "petal off")
            })
    }

    // MARK: words

    private func labels(_ wheel: Wheel, full: Bool) -> Node {
        var nodes: [Node] = []
        for (i, f) in wheel.spokes.enumerated() {
            let angle = Double(i) * 40
            let p = point(165, angle)
            let c = cos(angle * .pi / 180)
            let name = f.practice?.title ?? f.name
            var lines = full ? Self.broken(name) : [f.practice?.short ?? name]
            lines.append(f.value == nil ? "too few" : full ? Say.valueAndInterval(f) : Say.value(f))
            let anchor = i == 0 ? "middle" : i <= 4 ? "start" : "end"
            let first = p.y - Double(lines.count - 1) * 17 * (1 + c) / 2 + 4.2 - 2.4 * c
            for (k, line) in lines.enumerated() {
                nodes.append(Self.text(line, p.x, first + Double(k) * 17, k == lines.count - 1 ? "m" : "nm", anchor))
            }
        }
        return tag("g", [Attribute("class", full ? "full" : "abbr"), Attribute("aria-hidden", "true")], nodes)
    }

    private static func broken(_ name: String) -> [String] {
        guard name.count > 15, let space = name.lastIndex(of: " ") else { return [name] }
        return [String(name[..<space]), String(name[name.index(after: space)...])]
    }

    private static func text(_ s: String, _ x: Double, _ y: Double, _ c: String, _ anchor: String) -> Node {
        tag(
            "text",
            [
                Attribute("class", c), Attribute("x", Say.fixed(x, 1)), Attribute("y", Say.fixed(y, 1)),
                Attribute("text-anchor", anchor),
            ], [.text(s)])
    }
    private func text(_ s: String, _ x: Double, _ y: Double, _ c: String, _ anchor: String) -> Node {
        Self.text(s, x, y, c, anchor)
    }

    static func description(_ wheel: Wheel) -> String {
        let parts = wheel.spokes.map { f in
            f.value == nil ? "\(f.name) too few" : "\(f.name) \(Say.valueAndInterval(f))"
        }
        return
            "Share of \(Say.openings(wheel.witness.openings)) that name each of nine practices, with its 95 % interval. "
            + parts.joined(separator: "; ") + "."
    }
}

extension Finding {
    package var practice: Practice? { if case .practice(let p) = subject { p } else { nil } }
    package var skill: String? { if case .skill(let s) = subject { s } else { nil } }
    package var role: RoleFamily? { if case .role(let r) = subject { r } else { nil } }

    /// The page of what it is about.
    package var page: String {
        switch subject {
        case .skill(let id): "/skills/\(URLText.encode(id))"
        case .practice(let p): "/practices/\(p.id)"
        case .role(let r): "/roles/\(r.id)"
        case .everything: "/"
        }
    }
}
