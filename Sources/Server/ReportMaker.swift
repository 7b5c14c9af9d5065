import Archive
import Base
import Insight
import Market
import Sources
import Taxonomy
import Web

/// Lays out the report of a month from one generation. No clock and no order of a dictionary is in it, so the same
/// generation gives the same bytes.
package struct ReportMaker: Sendable {
    let insight: MarketInsight
    /// State of the sources, in a fixed order; empty where there is no archive.
    let boards: [BoardState]
    package init(insight: MarketInsight, boards: [BoardState]) {
        self.insight = insight
        self.boards = boards.sorted { $0.board.id < $1.board.id }
    }

    /// Faults: `.notFound` for a month without openings, `.refused` for one that is not over.
    package func make(_ month: Month, inFile: Bool) throws(Fault) -> ReportPage {
        let g = insight.generation
        guard month.first <= g.asOf else { throw Fault(.notFound, "That month has not begun in this market") }
        var within = Query()
        (within.from, within.to) = (month.first, month.last)
        let rows = try RowFilter(within, generation: g).rows()
        guard !rows.isEmpty else { throw Fault(.notFound, "No opening was first seen in that month") }
        let m = insight.movers(in: .everything)
        let practiceChanges = Practice.allCases.map { insight.change(.practice($0), in: .everything) }
        let changed = (practiceChanges + m.rising + m.falling).filter { $0.verdict == .rises || $0.verdict == .falls }
        let roles = g.rolesBySize(12)
        let top = changed.first { $0.skill != nil } ?? changed.first
        return ReportPage(
            month: month, headline: top?.sentence ?? "In \(month.spoken) no change is more than chance",
            changed: Array(changed.prefix(8)),
            opened: rows.count, openNow: openAtEnd(of: month), companies: companies(rows).count,
            wheel: insight.wheel(of: .everything, name: "All IT roles"), practiceChanges: practiceChanges,
            roles: roles.map { ($0, insight.wheel(of: with($0), name: $0.title)) }, rising: Array(m.rising.prefix(12)),
            falling: Array(m.falling.prefix(12)),
            cannotTell: Array(m.cannotTell.prefix(12)), tested: m.tested, refused: m.refused.count,
            pay: insight.pay(of: .everything, name: "All"),
            payByRole: roles.prefix(8).map { insight.pay(of: with($0), name: $0.title) }, hiring: hiring(rows, within),
            sourceFailures: failures,
            sources: g.boards.count, readerVersion: g.readerVersion, generation: g.number, isInFile: inFile)
    }

    package func months() -> [(month: Month, openings: Int)] {
        let columns = insight.generation.columns
        var counts: [Month: Int] = [:]
        withExtendedLifetime(columns) {
            for d in columns.firstDay.buffer { counts[Day(number: d).month, default: 0] += 1 }
        }
        return counts.map { (month: $0.key, openings: $0.value) }.sorted { $0.month > $1.month }.prefix(240).map { $0 }
    }

    private func with(_ role: RoleFamily) -> Query {
        var q = Query()
        q.roles = [role]
        return q
    }

    private func companies(_ rows: [Int32]) -> [UInt32: Int] {
        let columns = insight.generation.columns
        var out: [UInt32: Int] = [:]
        for r in rows where columns.company[Int(r)] != 0 { out[columns.company[Int(r)], default: 0] += 1 }
        return out
    }

    private func hiring(_ rows: [Int32], _ within: Query) -> [(company: String, count: Int, query: Query)] {
        let names = insight.generation.companies
        return companies(rows).map { (name: names[Int($0.key)], count: $0.value) }.sorted {
            ($0.count, $1.name) > ($1.count, $0.name)
        }.prefix(15).map { x in
            var q = within
            q.companies = [x.name]
            return (x.name, x.count, q)
        }
    }

    /// First seen by the month's end and not yet gone at it.
    private func openAtEnd(of month: Month) -> Int {
        let columns = insight.generation.columns, end = min(month.last, insight.generation.asOf).number
        var n = 0
        for row in 0..<columns.count {
            if columns.firstDay[row] > end { break }
            let isThere =
                columns.closedDay[row] == .max
                ? columns.flags(row).contains(.open) || columns.lastDay[row] >= end : columns.closedDay[row] > end
            if isThere { n += 1 }
        }
        return n
    }

    private var failures: [(board: String, sentence: String)] {
        boards.compactMap { b in
            if let f = b.fault { return (b.board.id, f.sentence) }
            return b.alarms.isEmpty ? nil : (b.board.id, b.alarms.joined(separator: ", "))
        }
    }
}

extension Desk {
    func reports() -> Answer {
        let months = ReportMaker(insight: insight, boards: []).months()
        return Answer(page: { () throws(Fault) in ReportsPage(months: months).page })
    }

    func report(_ id: String) throws(Fault) -> Answer {
        guard let month = Month(iso: id) else { throw Fault(.notFound, "A month is written like 2026-11") }
        let report = try ReportMaker(insight: insight, boards: try s.archive.boards()).make(month, inFile: false)
        return Answer(
            page: { () throws(Fault) in report.page },
            json: { (w) throws(Fault) in report.write(&w) })
    }

    func sources() throws(Fault) -> Answer {
        let boards = try s.archive.boards().sorted { $0.board.id < $1.board.id }
        let rows = boards.map { b in
            SourcesPage.Row(
                board: b.board.id, kind: b.board.kind.rawValue, lastPoll: b.lastPoll,
                outcome: b.lastOutcome?.rawValue ?? "never polled",
                fault: b.fault?.sentence ?? "", open: b.openPostings, firstComplete: b.firstComplete?.day,
                alarms: b.alarms)
        }
        let kinds = SourceKind.allCases.filter { k in boards.contains { $0.board.kind == k } }
        let terms = kinds.map { k -> SourcesPage.Terms in
            let t = SourceCatalog.terms(k)
            return .init(
                kind: k.rawValue,
                words: [
                    t.store ? "the text may be kept" : "the text is not kept", t.show ? "and shown" : "and not shown",
                    t.export ? "and given on" : "and not given on",
                    t.pollsPerDay == 1 ? "one poll a day" : "\(t.pollsPerDay) polls a day",
                ], attribution: t.attribution, basis: t.basis)
        }
        let page = SourcesPage(
            rows: rows, terms: terms, postings: generation.postings, openings: generation.columns.count)
        return Answer(
            page: { () throws(Fault) in page.page },
            json: { (w) throws(Fault) in
                w.object { w in
                    w.member("sentence", page.sentence)
                    w.member("postings", page.postings)
                    w.member("openings", page.openings)
                    w.key("sources")
                    w.array(rows) { w, r in
                        w.object { w in
                            w.member("board", r.board)
                            w.member("kind", r.kind)
                            w.member("outcome", r.outcome)
                            w.member("fault", r.fault.isEmpty ? nil : r.fault)
                            w.member("last_poll", r.lastPoll?.description)
                            w.member("watched_since", r.firstComplete?.description)
                            w.member("open", r.open)
                            w.member("alarms", strings: r.alarms)
                        }
                    }
                }
            }, isOfGeneration: false)
    }
}
