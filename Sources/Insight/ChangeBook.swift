import Base
import Market
import Statistics
import Synchronization
import Taxonomy

/// All changes of one query, tested together: the last twelve complete months against the twelve before, on boards
/// watched throughout. A direction belongs to a list, so that one skill asked alone and the same skill in the list of
/// movers say the same.
struct ChangeBook: Sendable {
    struct Tested: Sendable {
        var subject: Subject
        /// Openings that name it in both windows together, and the companies that do.
        var mentions: Int
        var companies: Int
        var largest: Double
        var change: Change?
        /// ln of the plain ratio of both years' shares, to say how much is mix.
        var plain = 0.0
        var adjusted: Double?
        var refusal: Refusal?
    }

    var window: Window
    var split: Day
    var boards: Int
    var panel: String
    var method: Change.Method
    var frame: Change.Frame
    /// Why nothing at all is said of these openings.
    var refusal: Refusal?
    var openingsBefore: Int
    var openingsAfter: Int
    var clusters: Int
    var largest: Double
    var skills: [Tested] = []
    var practices: [Tested] = []
    var roles: [Tested] = []
    var volume: Tested?

    func tested(_ s: Subject) -> Tested? {
        switch s {
        case .skill: skills.first { $0.subject == s }
        case .practice: practices.first { $0.subject == s }
        case .role: roles.first { $0.subject == s }
        case .everything: volume
        }
    }
}

extension MarketInsight {
    /// What a change may be asked of: days and "open now" would count survivors, so they are not applied.
    func changeQuery(_ q: Query) -> Query {
        var out = q.counted
        (out.from, out.to, out.isOpen) = (nil, nil, nil)
        return out
    }

    func book(_ q: Query) -> ChangeBook {
        let key = changeQuery(q)
        if let known = memory.books.withLock({ $0[key] }) { return known }
        let made = makeBook(key)
        memory.books.withLock {
            if $0.count >= Memory.limit { $0.removeAll() }
            $0[key] = made
        }
        return made
    }

    private func makeBook(_ q: Query) -> ChangeBook {
        let split = year.from
        let window = Window(from: (split.month + -12).first, to: year.to)
        let panel = Panel(generation, window: window.from..<window.to)
        var rows: [Int32] = []
        if var filter = base(q) {
            filter.require(.live)
            filter.require(boards: panel.isMember)
            filter.require(days: window.from..<window.to)
            rows = filter.rows()
        }
        let table = CountTable(generation, rows: rows, split: generation.columns.firstRow(from: split))
        let cells = table.cells.map {
            Change.Cell(
                cluster: $0.cluster, markedAfter: 0, unitsAfter: Double($0.after), markedBefore: 0,
                unitsBefore: Double($0.before))
        }
        var sizes = [Double](repeating: 0, count: table.clusters.count)
        for cell in cells { sizes[Int(cell.cluster)] += cell.unitsAfter + cell.unitsBefore }
        let before = cells.reduce(0) { $0 + Int($1.unitsBefore) }
        let after = cells.reduce(0) { $0 + Int($1.unitsAfter) }
        let frame = Change.Frame(cells)
        var book = ChangeBook(
            window: window, split: split, boards: panel.count, panel: "fixed panel of \(counted(panel.count, "board"))",
            method: frame.weight >= Change.leastMatchedWeight ? .matched : .pooled, frame: frame,
            openingsBefore: before, openingsAfter: after,
            clusters: sizes.count, largest: (sizes.max() ?? 0) / Double(max(before + after, 1)))
        book.refusal = refusal(of: book, panel)
        book.skills = generation.skillIDs.indices.lazy.filter { !q.skills.contains(generation.skillIDs[$0]) }.compactMap
        { i in
            let entries = table.entries(skill: SkillIndex(i))
            return entries.isEmpty ? nil : test(.skill(generation.skillIDs[i]), entries, table, cells, book)
        }
        book.practices = Practice.allCases.map { test(.practice($0), table.entries(practice: $0), table, cells, book) }
        book.roles = RoleFamily.allCases.filter(\.isIT).map { test(role: $0, table, cells, book) }
        book.volume = volume(cells, book)
        adjust(&book.skills)
        adjust(&book.practices)
        adjust(&book.roles)
        return book
    }

    private func refusal(of book: ChangeBook, _ panel: Panel) -> Refusal? {
        if panel.count == 0 { return generation.columns.count > 0 && !hasLive ? .notSeenLive : .shortHistory }
        if min(book.openingsBefore, book.openingsAfter) < Gates.leastOpenings { return .fewOpenings }
        if book.clusters < Gates.leastCompanies { return .fewCompanies }
        return book.largest > Gates.largestPart ? .oneCompany : nil
    }

    private var hasLive: Bool {
        guard var filter = base(.everything) else { return false }
        filter.require(.live)
        return filter.count() > 0
    }

    private func test(
        _ subject: Subject, _ entries: ArraySlice<CountTable.Entry>, _ table: CountTable, _ cells: [Change.Cell],
        _ book: ChangeBook
    ) -> ChangeBook.Tested {
        // A matched comparison needs the marked cells only; a pooled one looks at every cluster.
        if book.method == .matched {
            let marked = entries.map { e in
                var cell = cells[Int(e.cell)]
                cell.markedAfter = Double(e.after)
                cell.markedBefore = Double(e.before)
                return cell
            }
            return test(subject, marked, book, frame: book.frame)
        }
        var marked = cells
        for e in entries {
            marked[Int(e.cell)].markedAfter = Double(e.after)
            marked[Int(e.cell)].markedBefore = Double(e.before)
        }
        return test(subject, marked, book)
    }

    /// A role is a stratum of the match, so that its own change is compared within companies only.
    private func test(role: RoleFamily, _ table: CountTable, _ cells: [Change.Cell], _ book: ChangeBook)
        -> ChangeBook.Tested
    {
        var marked: [Change.Cell] = []
        for (cell, counts) in zip(table.cells, cells) {
            if marked.last?.cluster != cell.cluster {
                marked.append(
                    Change.Cell(
                        cluster: cell.cluster, markedAfter: 0, unitsAfter: 0, markedBefore: 0, unitsBefore: 0))
            }
            let i = marked.count - 1
            marked[i].unitsAfter += counts.unitsAfter
            marked[i].unitsBefore += counts.unitsBefore
            if cell.role == role.rawValue {
                marked[i].markedAfter += counts.unitsAfter
                marked[i].markedBefore += counts.unitsBefore
            }
        }
        return test(.role(role), marked, book)
    }

    private func test(
        _ subject: Subject, _ cells: [Change.Cell], _ book: ChangeBook, frame: Change.Frame? = nil
    ) -> ChangeBook.Tested {
        var mentions = 0
        var after = 0.0
        var companies = 0
        var largest = 0
        var last: Int32 = -1
        var here = 0
        for cell in cells where cell.markedAfter + cell.markedBefore > 0 {
            if cell.cluster != last {
                companies += 1
                here = 0
                last = cell.cluster
            }
            here += Int(cell.markedAfter + cell.markedBefore)
            largest = max(largest, here)
            mentions += Int(cell.markedAfter + cell.markedBefore)
            after += cell.markedAfter
        }
        var out = ChangeBook.Tested(
            subject: subject, mentions: mentions, companies: companies,
            largest: Double(largest) / Double(max(mentions, 1)))
        if let refusal = book.refusal {
            out.refusal = refusal
        } else if mentions < Gates.leastMentions {
            out.refusal = .fewOpenings
        } else if companies < Gates.leastAskingCompanies {
            out.refusal = .fewCompanies
        } else {
            out.plain = Change.logRatio(
                after, Double(book.openingsAfter), Double(mentions) - after, Double(book.openingsBefore))
            out.change =
                book.method == .matched ? Change.matched(cells, of: frame ?? Change.Frame(cells)) : Change.pooled(cells)
            if out.change == nil { out.refusal = .fewOpenings }
        }
        return out
    }

    private func volume(_ cells: [Change.Cell], _ book: ChangeBook) -> ChangeBook.Tested {
        var out = ChangeBook.Tested(
            subject: .everything, mentions: book.openingsBefore + book.openingsAfter, companies: book.clusters,
            largest: book.largest)
        out.refusal = book.refusal
        if out.refusal == nil { out.change = Change.volume(cells) }
        if out.refusal == nil, out.change == nil { out.refusal = .fewOpenings }
        out.adjusted = out.change?.p
        return out
    }

    /// Benjamini–Hochberg within the list: gated on counts, never on the estimate.
    private func adjust(_ list: inout [ChangeBook.Tested]) {
        let tested = list.indices.filter { list[$0].change != nil }
        let adjusted = FalseDiscovery.benjaminiHochberg(tested.map { list[$0].change?.p ?? 1 })
        for (i, p) in zip(tested, adjusted) { list[i].adjusted = p }
    }
}
