import Base
import Market
import Statistics
import Taxonomy

extension MarketInsight {
    /// The share of openings that name the subject (required, wished for or in context), over companies.
    package func share(_ subject: Subject, in q: Query, window: Window? = nil) -> Finding {
        share(subject, in: q, population(q, window))
    }

    func share(_ subject: Subject, in q: Query, _ p: Population) -> Finding {
        if subject == .everything { return total(in: q, p) }
        let marked = p.marked(subject, self)
        let found = Share(marked: marked, units: p.units)
        return finding(
            subject, name(of: subject), found, q: q, p,
            sentence: { Sentences.share(subject, self.name(of: subject), Sentences.noun(q), $0) },
            notes: { Self.companiesAsking(marked, p.units) })
    }

    /// A share as a finding: gated, with its witnesses, or refused.
    func finding(
        _ subject: Subject, _ name: String, _ share: Share?, q: Query, _ p: Population, opens: Query? = nil,
        width: Bool = true,
        sentence: (Interval) -> String, notes: () -> [String] = { [] }
    ) -> Finding {
        let n = Int(share?.units ?? 0)
        let companies = share?.clusters ?? 0
        let w = witness(p, openings: n, companies: companies, largest: share?.largestPart ?? 0)
        let query = opens ?? opening(subject, in: q, p)
        if let refusal = Gates.refusal(of: share, width: width) {
            return Finding(
                subject: subject, name: name,
                sentence: Sentences.refused(refusal, openings: n, companies: companies, interval: share?.interval),
                verdict: .refused(refusal), unit: .share, witness: w, caveats: p.caveats, query: query)
        }
        guard let share else { preconditionFailure("no share passes the gates without openings") }
        return Finding(
            subject: subject, name: name, sentence: sentence(share.interval), verdict: .level, unit: .share,
            value: share.value,
            low: share.low, high: share.high, witness: w,
            caveats: notes() + Gates.warnings(effective: share.effectiveClusters, largest: share.largestPart)
                + p.caveats,
            query: query)
    }

    /// "34 % of companies (26 to 43) ask for it at least once": beside each share, for one company's many ads are one wish.
    static func companiesAsking(_ marked: [Double], _ units: [Double]) -> [String] {
        let asks = marked.map { $0 > 0 ? 1.0 : 0 }
        guard let s = Share(marked: asks, units: units.map { $0 > 0 ? 1.0 : 0 }) else { return [] }
        return [
            "\(Sentences.hundredths(s.value)) % of \(counted(s.clusters, "company", "companies")) "
                + "(\(Sentences.hundredths(s.low)) to \(Sentences.hundredths(s.high))) name it at least once."
        ]
    }

    /// How many openings there are: a count, which needs no interval.
    private func total(in q: Query, _ p: Population) -> Finding {
        let n = p.units.reduce(0, +)
        let largest = n > 0 ? (p.units.max() ?? 0) / n : 0
        let when = p.isStock ? "are open today" : "first appeared \(p.window.spoken)"
        return Finding(
            subject: .everything, name: name(of: .everything),
            sentence: "\(grouped(Int(n))) \(Sentences.noun(q)) \(when).", verdict: .level, unit: .count, value: n,
            witness: witness(p, openings: Int(n), companies: p.units.count, largest: largest), caveats: p.caveats,
            query: opening(.everything, in: q, p))
    }

    /// The skills named most, highest share first, at most `limit`; each says which places it may truly have.
    package func asked(in q: Query, limit: Int) -> [Finding] {
        let p = population(q)
        var found: [(subject: Subject, count: Double, share: Share)] = []
        for (i, id) in generation.skillIDs.enumerated() where !q.skills.contains(id) {
            let entries = p.table.entries(skill: SkillIndex(i))
            guard entries.reduce(0, { $0 + Int($1.after) }) >= 5 else { continue }
            let marked = p.marked(.skill(id), self)
            guard let s = Share(marked: marked, units: p.units), Gates.refusal(of: s) == nil else { continue }
            found.append((.skill(id), s.marked, s))
        }
        found.sort { $0.count > $1.count }
        let places = rankRanges(found.map(\.share.interval))
        return found.prefix(max(0, limit)).enumerated().map { i, f in
            var finding = share(f.subject, in: q, p)
            let place = places[i]
            if place.count > 1 {
                finding.caveats.append("Its place in this list is \(place.lowerBound) to \(place.upperBound).")
            }
            return finding
        }
    }

    /// The subject's share by month over boards that were watched throughout, and the change that the chart's title
    /// states. The unfinished month stands last, marked as such.
    package func series(_ subject: Subject, in q: Query, months: Int) -> Series {
        let end = generation.endOfCompleteMonths()
        let whole = max(1, months)
        var query = q.counted
        (query.from, query.to, query.isOpen) = (nil, nil, nil)
        // The longest history that has a panel; older months are drawn as not known.
        var reach = whole
        var panel = Panel(generation, window: (end.month + -Int(reach)).first..<end)
        while panel.count == 0, reach > 1 {
            reach -= 1
            panel = Panel(generation, window: (end.month + -Int(reach)).first..<end)
        }
        var points: [Series.Point] = []
        for k in stride(from: whole, through: 0, by: -1) {
            let month = end.month + -k
            let isPartial = k == 0
            if isPartial, month != generation.asOf.month { continue }
            let isKnown = panel.count > 0 && k <= reach
            points.append(point(subject, query, month, panel, isKnown: isKnown, isPartial: isPartial))
        }
        return Series(subject: subject, name: name(of: subject), points: points, change: change(subject, in: q))
    }

    private func point(
        _ subject: Subject, _ q: Query, _ month: Month, _ panel: Panel, isKnown: Bool, isPartial: Bool
    ) -> Series.Point {
        var rows: [Int32] = []
        if isKnown, var filter = base(q) {
            filter.require(.live)
            filter.require(boards: panel.isMember)
            filter.require(days: month.first..<(month + 1).first)
            rows = filter.rows()
        }
        let p = Population(
            generation, rows: rows, window: Window(from: month.first, to: (month + 1).first), isStock: false, panel: "",
            caveats: [])
        let s = Share(marked: p.marked(subject, self), units: p.units)
        let refusal = isKnown ? Gates.refusal(of: s) : .shortHistory
        let shown = refusal == nil && subject != .everything
        return Series.Point(
            month: month, asked: Int(s?.marked ?? 0), openings: Int(s?.units ?? 0), companies: s?.clusters ?? 0,
            share: shown ? s?.value : nil, low: shown ? s?.low : nil, high: shown ? s?.high : nil, refusal: refusal,
            isPartial: isPartial)
    }
}
