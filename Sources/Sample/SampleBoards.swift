import Base
import Sources

extension SampleBoard {
    /// `sample-greenhouse:harrowgate`: no real board can be mistaken for it.
    package var id: String { "sample-\(kind.rawValue):\(slug)" }

    /// A board for each employer that has one, the forum, and three feeds that gather others' ads.
    static func all(of plan: SamplePlan, employers: [Employer]) -> [SampleBoard] {
        var out: [SampleBoard] = []
        for e in employers where e.part != .forumOnly {
            out.append(
                SampleBoard(
                    number: out.count, kind: e.kind, slug: e.slug, name: e.name, employer: e.number,
                    joins: e.part == .lateJoiner ? PlantedTruth.lateJoin(plan) : plan.start, troubles: []))
        }
        out.append(
            SampleBoard(
                number: out.count, kind: .hackerNews, slug: "whoishiring", name: "Sample thread", employer: nil,
                joins: plan.start,
                troubles: []))
        for (slug, kind) in [("itwork", SourceKind.rss), ("remotefolk", .rss), ("northjobs", .atom)] {
            out.append(
                SampleBoard(
                    number: out.count, kind: kind, slug: slug, name: slug, employer: nil, joins: plan.start,
                    troubles: []))
        }
        plant(plan, employers, &out)
        return out
    }

    /// Each trouble falls on the n-th plain board of a kind, so that a small market has them too.
    private static func plant(_ plan: SamplePlan, _ employers: [Employer], _ boards: inout [SampleBoard]) {
        let gap = plan.pollGap
        let table: [(Trouble.Kind, SourceKind, Int, Int, Int)] = [
            // kind, board kind, which of them, days before the end, days long
            (.serverError, .greenhouse, 0, 200, 40), (.serverError, .greenhouse, 1, 500, 25),
            (.errorPage, .lever, 0, 300, 30), (.stalls, .ashby, 0, 120, gap), (.truncated, .greenhouse, 2, 150, gap),
            (.emptied, .lever, 1, 220, gap), (.renamed, .ashby, 1, 260, gap), (.nested, .greenhouse, 3, 90, gap),
            (.entityBomb, .rss, 0, 60, gap),
        ]
        for (trouble, kind, nth, before, long) in table {
            // Of the middle of the field: a large board's outage would take half of the market out of every panel, a
            // small one's would not be noticed.
            let plain = boards.indices.filter { b in
                boards[b].kind == kind && boards[b].employer.map { employers[$0].part == .plain } ?? false
            }.sorted { a, b in
                (employers[boards[b].employer ?? 0].weight, b) < (employers[boards[a].employer ?? 0].weight, a)
            }
            guard !plain.isEmpty else { continue }
            let from = plan.end + -before
            boards[plain[min(plain.count / 8 + nth, plain.count - 1)]].troubles.append(
                Trouble(kind: trouble, from: from, to: from + long))
        }
    }
}
