import Base
import Market
import Web

/// A question as a feed (RFC 4287): at most 50 openings, newest first. Ids are tag URIs (RFC 4151) and never change.
enum Atom {
    private static let authority = "tag:wheelhouse,2026:"

    static func feed(of q: Query, lines: [OpeningLine], asOf: Day, origin: String) -> [UInt8] {
        let path = q.path()
        let title = q.text.isEmpty ? "Openings" : "Openings: \(q.text)"
        var nodes: [Node] = [
            tag("title", [.text(title)]), tag("id", [.text(authority + "openings:" + URLText.encode(q.text))]),
            tag("updated", [.text(Instant(lines.map(\.firstDay).max() ?? asOf).description)]),
            tag("author", [tag("name", ["Wheelhouse"])]),
            tag(
                "link",
                [
                    Attribute("rel", "self"), Attribute("type", "application/atom+xml"),
                    Attribute("href", origin + Page.address(path, "atom")),
                ]),
            tag(
                "link",
                [Attribute("rel", "alternate"), Attribute("type", "text/html"), Attribute("href", origin + path)]),
        ]
        for l in lines {
            var summary = l.company.isEmpty ? "Employer not named" : CleanText.line(l.company)
            if !l.place.isEmpty { summary += " · " + CleanText.line(l.place) }
            summary += " · " + (l.pay.map(CleanText.line) ?? "pay not stated")
            if !l.attribution.isEmpty { summary += " · " + l.attribution }
            nodes.append(
                tag(
                    "entry",
                    [
                        tag("title", [.text(CleanText.line(l.shownTitle))]),
                        tag("id", [.text(authority + "opening:\(l.id)")]),
                        tag("updated", [.text(Instant(l.firstDay).description)]),
                        tag(
                            "link",
                            [
                                Attribute("rel", "alternate"), Attribute("type", "text/html"),
                                Attribute("href", "\(origin)/openings/\(l.id)"),
                            ]),
                        tag("summary", [.text(summary)]),
                    ]))
        }
        var m = Markup(isXML: true)
        m.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        m.write(tag("feed", [Attribute("xmlns", "http://www.w3.org/2005/Atom")], nodes))
        m.raw("\n")
        return m.bytes
    }
}
