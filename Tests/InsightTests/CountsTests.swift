import Base
import Fixtures
import Market
import Sources
import Taxonomy
import Testing

/// The scans against what a loop over rows, written as plainly as can be, finds.
@Suite struct CountsTests {
    /// Openings with every column drawn from a seed.
    static func generation(_ n: Int, seed: UInt64, skills: Int = 50) -> Generation {
        var random = SeededGenerator(seed: seed)
        func pick(_ n: Int) -> Int { Int.random(in: 0..<n, using: &random) }
        let countries = [nil, Country("US"), Country("DE"), Country("FR")]
        let rows = (0..<n).map { i in
            var r = OpeningRow()
            r.id = Int64(i)
            r.firstDay = Day(iso: "2024-01-01")! + pick(700)
            r.flags = Columns.Flags(rawValue: UInt16(pick(128)))
            r.role = RoleFamily.allCases[pick(RoleFamily.allCases.count)]
            r.seniority = Seniority.allCases[pick(Seniority.allCases.count)]
            r.mode = WorkMode.allCases[pick(WorkMode.allCases.count)]
            r.onCall = OnCall.allCases[pick(3)]
            r.country = countries[pick(4)]
            r.practices = PracticeSet(rawValue: UInt16(pick(512)))
            r.company = UInt32(pick(12))
            r.board = UInt32(pick(5))
            if pick(2) == 0 {
                r.payMin = Double(40 + pick(60)) * 1000
                r.payMax = pick(5) == 0 ? nil : r.payMin! * 1.3
                r.payCurrency = pick(2) == 0 ? .eur : .usd
            }
            r.skills = Set((0..<pick(9)).map { _ in SkillIndex(pick(skills)) }).sorted()
                .map { OpeningRow.Ask($0, pick(2) == 0 ? .required : .context) }
            return r
        }
        return Generation(
            number: 1, columns: Columns(rows: rows), companies: [""] + (1..<12).map { "Company \($0)" },
            boards: (0..<5).map {
                .init(board: Board(id: "b\($0)", kind: .greenhouse, address: ""), firstComplete: nil, lastComplete: nil)
            }, skillIDs: (0..<skills).map { "s\($0)" }, readerVersion: "t", asOf: Day(iso: "2026-01-01")!, postings: n,
            isSample: false)
    }

    static func query(_ random: inout SeededGenerator) -> Query {
        func maybe() -> Bool { Int.random(in: 0..<4, using: &random) == 0 }
        var q = Query()
        if maybe() { q.skills = ["s\(Int.random(in: 0..<50, using: &random))"] }
        if maybe() { q.withoutSkills = ["s\(Int.random(in: 0..<50, using: &random))"] }
        if maybe() { q.roles = [.backend, .platform, .unknown, .notIT] }
        if maybe() { q.practices = [.data, .leadership] }
        if maybe() { q.seniorities = [.senior, .unstated] }
        if maybe() { q.modes = [.remote, .remoteRestricted] }
        if maybe() { q.countries = Bool.random(using: &random) ? [Country("US")!] : [Country("US")!, Country("DE")!] }
        if maybe() { q.onCall = [.yes] }
        if maybe() { q.companies = ["Company 3", "Nobody"] }
        if maybe() { q.boards = ["b1", "b9"] }
        if maybe() { q.payFloor = Money(60_000, .eur) }
        if maybe() { q.payStated = Bool.random(using: &random) }
        if maybe() { q.from = Day(iso: "2024-06-01") }
        if maybe() { q.to = Day(iso: "2025-03-01") }
        if maybe() { q.isOpen = Bool.random(using: &random) }
        return q
    }

    /// The meaning of a query, word for word.
    static func plain(_ q: Query, _ g: Generation, _ row: Int) -> Bool {
        let c = g.columns
        let skills = Set(c.skills(row).map { g.skillIDs[Int($0.skill)] })
        let low = c.payMin[row], high = c.payMax[row]
        let stated = !low.isNaN || !high.isNaN
        if !q.skills.allSatisfy(skills.contains) || q.withoutSkills.contains(where: skills.contains) { return false }
        if !q.roles.isEmpty, !q.roles.contains(where: { $0.rawValue == c.role[row] }) { return false }
        if !q.practices.allSatisfy({ PracticeSet(rawValue: c.practices[row]).contains($0) }) { return false }
        if !q.seniorities.isEmpty, !q.seniorities.contains(where: { $0.rawValue == c.seniority[row] }) { return false }
        if !q.modes.isEmpty, !q.modes.contains(where: { $0.rawValue == c.mode[row] }) { return false }
        if !q.onCall.isEmpty, !q.onCall.contains(where: { $0.rawValue == c.onCall[row] }) { return false }
        if !q.countries.isEmpty, !q.countries.contains(where: { $0.packed == c.country[row] }) { return false }
        if !q.companies.isEmpty, !q.companies.contains(g.companies[Int(c.company[row])]) { return false }
        if !q.boards.isEmpty, !q.boards.contains(g.boards[Int(c.board[row])].board.id) { return false }
        if let s = q.payStated, s != stated { return false }
        if let floor = q.payFloor {
            let top = high.isNaN ? low : high
            if c.currency(row) != floor.currency || !(top >= Float(floor.amount)) { return false }
        }
        if let from = q.from, c.firstDay[row] < from.number { return false }
        if let to = q.to, c.firstDay[row] > to.number { return false }
        if let open = q.isOpen, open != c.flags(row).contains(.open) { return false }
        return true
    }

    @Test func `a filter passes exactly the rows that the query means`() throws {
        let g = Self.generation(800, seed: 41)
        var random = SeededGenerator(seed: 42)
        for _ in 0..<300 {
            let q = Self.query(&random)
            let filter = try RowFilter(q, generation: g)
            let expected = (0..<g.columns.count).filter { Self.plain(q, g, $0) }
            #expect(filter.rows().map { Int($0) } == expected, "\(q)")
            #expect((0..<g.columns.count).filter { filter.matches($0) } == expected, "\(q)")
            #expect(filter.count() == expected.count)
        }
        #expect(!RowFilter_matches_outside(g))
    }

    private func RowFilter_matches_outside(_ g: Generation) -> Bool {
        guard let f = try? RowFilter(.everything, generation: g) else { return true }
        return f.matches(-1) || f.matches(g.columns.count)
    }

    @Test func `a skill that nobody knows is said, an employer that nobody knows matches nothing`() throws {
        let g = Self.generation(50, seed: 43)
        var q = Query()
        q.skills = ["cobol"]
        #expect(throws: Fault.self) { try RowFilter(q, generation: g) }
        q.skills = []
        q.companies = ["Nobody"]
        #expect(try RowFilter(q, generation: g).rows().isEmpty)
    }

    @Test func `counts are those of a plain loop, for any number of threads`() throws {
        // Enough rows that two threads share them.
        let g = Self.generation(250_000, seed: 44)
        let a = Day(iso: "2024-02-01")!..<Day(iso: "2024-12-10")!, b = Day(iso: "2024-12-10")!..<Day(iso: "2025-11-30")!
        for q in [Query.everything, Query.everything.with(country: "US")] {
            let filter = try RowFilter(q, generation: g)
            let one = SkillCounts(filter, vocabulary: 50, before: a, after: b)
            for threads in 2...4 {
                #expect(SkillCounts(filter, vocabulary: 50, before: a, after: b, threads: threads) == one)
            }
            var before = [UInt32](repeating: 0, count: 50), after = before
            var rows = 0
            for row in 0..<g.columns.count where Self.plain(q, g, row) {
                let day = Day(number: g.columns.firstDay[row])
                if a.contains(day) { rows += 1 }
                for s in g.columns.skills(row) {
                    if a.contains(day) { before[Int(s.skill)] += 1 }
                    if b.contains(day) { after[Int(s.skill)] += 1 }
                }
            }
            #expect(one.before == before && one.after == after && one.rowsBefore == rows)
        }
    }

    @Test func `the table adds up to the counts`() throws {
        let g = Self.generation(5_000, seed: 45)
        let filter = try RowFilter(.everything, generation: g)
        let split = g.columns.firstRow(from: Day(iso: "2025-01-01")!)
        let table = CountTable(g, rows: filter.rows(), split: split)
        #expect(table.cells.reduce(0) { $0 + Int($1.before) } == split)
        #expect(table.cells.reduce(0) { $0 + Int($1.before + $1.after) } == g.columns.count)
        // Eleven employers, and each board's openings without one.
        #expect(table.clusters.count == 16 && table.clusters.filter { $0 == nil }.count == 5)
        let counts = SkillCounts(
            filter, vocabulary: 50, before: Day(number: 0)..<Day(iso: "2025-01-01")!,
            after: Day(iso: "2025-01-01")!..<Day(iso: "2030-01-01")!)
        for s in 0..<50 {
            let entries = table.entries(skill: SkillIndex(s))
            #expect(entries.reduce(0) { $0 + Int($1.before) } == Int(counts.before[s]))
            #expect(entries.reduce(0) { $0 + Int($1.after) } == Int(counts.after[s]))
            #expect(zip(entries, entries.dropFirst()).allSatisfy { $0.cell < $1.cell })
        }
        for p in Practice.allCases {
            let expected = (0..<g.columns.count).filter { PracticeSet(rawValue: g.columns.practices[$0]).contains(p) }
                .count
            #expect(table.entries(practice: p).reduce(0) { $0 + Int($1.before + $1.after) } == expected)
        }
        #expect(CountTable(g, rows: [], split: 0).cells.isEmpty)
    }
}
