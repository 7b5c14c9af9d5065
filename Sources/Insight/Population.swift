import Base
import Market
import Statistics
import Synchronization
import Taxonomy

/// The openings that a figure counts, grouped once by company and role.
struct Population: Sendable {
    var rows: [Int32]
    var table: CountTable
    var window: Window
    /// Openings open today, whenever they appeared: nothing that can show a change.
    var isStock: Bool
    var panel: String
    var caveats: [String]

    /// Openings by cluster.
    let units: [Double]

    init(_ generation: Generation, rows: [Int32], window: Window, isStock: Bool, panel: String, caveats: [String]) {
        self.rows = rows
        table = CountTable(generation, rows: rows, split: 0)
        self.window = window
        self.isStock = isStock
        self.panel = panel.isEmpty ? "openings first seen on \(counted(table.boards, "board"))" : panel
        self.caveats = caveats
        var units = [Double](repeating: 0, count: table.clusters.count)
        for cell in table.cells { units[Int(cell.cluster)] += Double(cell.after) }
        self.units = units
    }

    /// Openings that the subject marks, by cluster.
    func marked(_ subject: Subject, _ insight: MarketInsight) -> [Double] {
        var out = [Double](repeating: 0, count: units.count)
        switch subject {
        case .everything: return units
        case .role(let role):
            for cell in table.cells where cell.role == role.rawValue { out[Int(cell.cluster)] += Double(cell.after) }
        case .skill, .practice:
            for e in insight.entries(subject, table) { out[Int(table.cells[Int(e.cell)].cluster)] += Double(e.after) }
        }
        return out
    }
}

extension MarketInsight {
    func entries(_ subject: Subject, _ table: CountTable) -> ArraySlice<CountTable.Entry> {
        switch subject {
        case .skill(let id): index(ofSkill: id).map { table.entries(skill: $0) } ?? []
        case .practice(let p): table.entries(practice: p)
        case .role, .everything: []
        }
    }

    func index(ofSkill id: String) -> SkillIndex? { generation.skillIDs.firstIndex(of: id).map { SkillIndex($0) } }

    /// What every statistic leaves out: texts that were not read, and work outside IT unless the query names its roles.
    /// Nil if the query names a skill that this generation does not know: then nothing matches.
    func base(_ q: Query) -> RowFilter? {
        var query = q
        query.scope = q.scope ?? .read
        return try? RowFilter(query, generation: generation)
    }

    /// The last twelve complete months.
    var year: Window {
        let end = generation.endOfCompleteMonths()
        return Window(from: (end.month + -12).first, to: end)
    }

    /// Openings for a level: those seen to appear in the window (by default the last twelve complete months), or the
    /// stock of today where a query asks for what is open or where the market was watched too short for more.
    func population(_ q: Query, _ window: Window? = nil) -> Population {
        let key = Memory.Key(query: q.counted, window: window)
        if let known = memory.levels.withLock({ $0[key] }) { return known }
        let made = makePopulation(q.counted, window)
        memory.levels.withLock {
            if $0.count >= Memory.limit { $0.removeAll() }
            $0[key] = made
        }
        return made
    }

    private func makePopulation(_ q: Query, _ window: Window?) -> Population {
        let hasDays = q.from != nil || q.to != nil
        let asked =
            window
            ?? (hasDays
                ? Window(
                    from: q.from
                        ?? Day(
                            number: generation.columns.count > 0
                                ? generation.columns.firstDay[0] : generation.asOf.number),
                    to: (q.to ?? generation.asOf) + 1) : year)
        let isStock = window == nil && !hasDays && (q.isOpen == true || !hasHistory)
        var caveats = marketCaveats(q)
        guard var filter = base(q) else {
            return Population(generation, rows: [], window: asked, isStock: isStock, panel: "", caveats: caveats)
        }
        if isStock {
            filter.require(.open)
            let today = Window(from: generation.asOf, to: generation.asOf + 1)
            if q.isOpen == nil {
                caveats.append(
                    "Counted are openings open today, for too few were seen to appear; those that stay up long weigh more."
                )
            }
            return Population(
                generation, rows: filter.rows(), window: today, isStock: true, panel: "openings open today",
                caveats: caveats)
        }
        filter.require(.live)
        filter.require(days: asked.from..<max(asked.from, asked.to))
        return Population(generation, rows: filter.rows(), window: asked, isStock: false, panel: "", caveats: caveats)
    }

    /// Whether the market was watched long enough that its last twelve months can stand for it.
    var hasHistory: Bool {
        guard var filter = base(.everything) else { return false }
        filter.require(.live)
        filter.require(days: year.from..<year.to)
        return filter.count() >= Gates.leastLive
    }

    func marketCaveats(_ q: Query) -> [String] {
        generation.isSample ? ["Sample market: every opening is invented."] : []
    }

    func witness(_ p: Population, openings: Int, companies: Int, largest: Double) -> Witness {
        var w = Witness(
            window: p.window, panel: p.panel, readerVersion: generation.readerVersion, generation: generation.number)
        w.openings = openings
        w.companies = companies
        w.largestPart = largest
        w.sources = p.table.boards
        return w
    }

    /// The query that opens what a figure counted.
    func opening(_ subject: Subject, in q: Query, _ p: Population) -> Query {
        var out = q.with(subject)
        out.scope = p.isStock ? .read : .appeared
        if p.isStock { out.isOpen = true } else { (out.from, out.to) = (p.window.from, p.window.to + -1) }
        return out
    }
}

extension Query {
    /// Without what changes no count: words are answered by the text index only, order by nobody.
    var counted: Query {
        var q = canonical
        q.words = []
        q.withoutWords = []
        q.sort = .newest
        // The figure decides which openings it counts.
        q.scope = nil
        return q
    }

    /// Also asking for the subject.
    func with(_ subject: Subject) -> Query {
        var q = self
        switch subject {
        case .skill(let id): if !q.skills.contains(id) { q.skills.append(id) }
        case .practice(let p): if !q.practices.contains(p) { q.practices.append(p) }
        case .role(let r): q.roles = [r]
        case .everything: break
        }
        return q
    }
}
