import Base
import Market

/// How a revision is told where its series is drawn: beside the chart, never as a point of it.
enum RevisionLines {
    /// Newest ones that stand under a chart; all of them stand in the JSON and on `/method`.
    static let shown = 3

    static func nodes(_ revisions: [SubjectRevision]) -> [Node] {
        let newest = revisions.prefix(shown)
        guard !newest.isEmpty else { return [] }
        return newest.enumerated().map { i, r in
            tag(
                "p", class: "small mute",
                [b("Revision"), .text(sentence(r) + (i == newest.count - 1 ? " " + meaning : ""))])
        }
    }

    private static let meaning = "The whole series was read again, so this is no movement of the market."

    /// What follows the word “Revision”.
    private static func sentence(_ r: SubjectRevision) -> String {
        let change = Say.change(r.before, r.after).map { " (\($0))" } ?? ""
        return
            " of \(r.day.spoken): read again with reader \(r.reader); openings that name it \(Say.count(r.before)) → \(Say.count(r.after))\(change)."
    }

    /// An item of the list of all revisions.
    static func item(_ r: Revision) -> String {
        let n = r.changes.count
        let changed =
            n == 0
            ? "no skill and no practice changed"
            : "the openings of \(n == 1 ? "1 skill or practice" : "\(Say.count(n)) skills and practices") changed"
        return
            "\(r.day.spoken): reader \(r.reader) after \(r.readerBefore). Of \(Say.openings(r.openings)) that both have read, \(changed) by \(Revision.leastPercent) % or more."
    }
}
