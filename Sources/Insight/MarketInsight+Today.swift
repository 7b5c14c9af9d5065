import Base
import Market
import Statistics
import Taxonomy

/// The front page's values.
package struct MarketToday: Sendable, Hashable {
    /// The largest move that is sure; nil if none is.
    package var headline: Finding?
    /// The headline's sentence, or what can be said without a move.
    package var sentence: String
    package var openNow: Int
    package var newThisMonth: Int
    package var movers: Movers
    /// Of all IT openings.
    package var wheel: Wheel
    package var disclosure: Finding
    package var asOf: Day
    package var sources: Int
    package var caveats: [String]
    package init(
        headline: Finding?, sentence: String, openNow: Int, newThisMonth: Int, movers: Movers, wheel: Wheel,
        disclosure: Finding,
        asOf: Day, sources: Int, caveats: [String]
    ) {
        self.headline = headline
        self.sentence = sentence
        self.openNow = openNow
        self.newThisMonth = newThisMonth
        self.movers = movers
        self.wheel = wheel
        self.disclosure = disclosure
        self.asOf = asOf
        self.sources = sources
        self.caveats = caveats
    }
}

extension MarketInsight {
    /// Demand from ads alone. Supply is not in them: no shortage, no difficulty.
    package func demand(_ subject: Subject, in q: Query) -> Demand {
        let asking = q.with(subject)
        var open = asking
        open.isOpen = true
        var companies = Set<Int>()
        let openRows = base(open)?.rows() ?? []
        for row in openRows {
            let c = generation.cluster(of: Int(row))
            if generation.isEmployer(cluster: c) { companies.insert(c) }
        }
        return Demand(
            openNow: openRows.count, newThisMonth: newThisMonth(asking), companies: companies.count,
            share: share(subject, in: q),
            change: change(subject, in: q), payDisclosed: pay(of: asking, name: name(of: subject)).disclosure)
    }

    private func newThisMonth(_ q: Query) -> Int {
        guard var filter = base(q) else { return 0 }
        filter.require(.live)
        filter.require(days: generation.asOf.month.first..<(generation.asOf + 1))
        return filter.count()
    }

    package func today() -> MarketToday {
        var open = Query()
        open.isOpen = true
        let openNow = base(open)?.count() ?? 0
        let movers = movers(in: .everything)
        let headline = (movers.rising + movers.falling).max { a, b in strength(a) < strength(b) }
        let sources = generation.boards.count
        let sentence: String
        if let headline {
            sentence = headline.sentence
        } else if openNow == 0 {
            sentence = "No IT opening is open yet."
        } else {
            let rest = movers.tested > 0 ? "; no skill moves beyond chance" : ""
            let are = openNow == 1 ? "opening is" : "openings are"
            sentence = "\(grouped(openNow)) IT \(are) open on \(counted(sources, "board"))\(rest)."
        }
        return MarketToday(
            headline: headline, sentence: sentence, openNow: openNow, newThisMonth: newThisMonth(.everything),
            movers: movers,
            wheel: wheel(of: .everything, name: "All IT roles"),
            disclosure: pay(of: .everything, name: "IT openings").disclosure,
            asOf: generation.asOf, sources: sources, caveats: todayCaveats(movers))
    }

    private func todayCaveats(_ movers: Movers) -> [String] {
        var out = population(.everything).caveats
        if generation.columns.company.buffer.contains(0) {
            out.append("Openings whose employer is not known count as one company a board.")
        }
        return out
    }

    /// How far the nearer bound lies from "no change": a move that is both large and sure comes first.
    private func strength(_ f: Finding) -> Double {
        guard let low = f.low, let high = f.high, low > 0 else { return 0 }
        return f.verdict == .rises ? low : 1 / high
    }
}
