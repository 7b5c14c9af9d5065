import ArgumentParser
import Base
import Foundation
import Insight
import Market
import Sources
import Taxonomy

/// Times the column scans on a made-up market; `Benchmarks/README.md` says how to compare them with DuckDB.
struct BenchColumns: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-columns", abstract: "Time the column scans on a made-up market.", shouldDisplay: false)

    @Option(help: "Openings.") var openings = 1_000_000
    @Option(help: "Months that they are spread over.") var months = 120
    @Option(help: "Skills in the vocabulary.") var skills = 3_000
    @Option var seed: UInt64 = 1
    @Option(help: "Runs of each question; the median is printed.") var runs = 15
    @Option(help: "Write the market as tab-separated values for another engine, and stop.") var export: String?

    func run() async throws {
        guard openings > 0, months >= 24, (100...60_000).contains(skills), runs > 0 else {
            throw Fault(.usage, "openings > 0, months ≥ 24, skills 100 to 60000, runs > 0")
        }
        let market = BenchMarket(openings: openings, months: months, skills: skills, seed: seed)
        if let export { return try market.export(to: export) }
        let g = market.generation
        let end = market.firstMonth + months
        let before = (end + -24).first..<(end + -12).first
        let after = (end + -12).first..<end.first
        let half = (end + -(months / 2)).first
        var us = Query()
        us.countries = [Country("US")!]
        var usBackend = us
        usBackend.roles = [.backend]

        Output.line(
            "\(Numbers.grouped(g.columns.count)) openings, \(Numbers.grouped(g.columns.skill.count)) mentions, \(months) months"
        )
        Output.line("counts of all skills in two windows                  ms, median of \(runs) (least)   checksum")
        let cases: [(String, Query, Range<Day>, Range<Day>)] = [
            ("two years", .everything, before, after), ("two years, one country (27 %)", us, before, after),
            ("two years, one country and role", usBackend, before, after),
            ("all months", .everything, market.firstMonth.first..<half, half..<end.first),
            ("all months, one country", us, market.firstMonth.first..<half, half..<end.first),
        ]
        for (name, query, a, b) in cases {
            let filter = try RowFilter(query, generation: g)
            for threads in [1, 2] {
                report("\(name), \(threads) thread\(threads == 1 ? "" : "s")") {
                    let c = SkillCounts(filter, vocabulary: skills, before: a, after: b, threads: threads)
                    return checksum(c.before) &+ checksum(c.after)
                }
            }
        }
        report("table by company and role, two years, one country") {
            var filter = (try? RowFilter(us, generation: g))!
            filter.require(days: before.lowerBound..<after.upperBound)
            let table = CountTable(g, rows: filter.rows(), split: g.columns.firstRow(from: after.lowerBound))
            return UInt64(table.cells.count)
        }
        report("movers of one country, all skills tested") {
            let movers = MarketInsight(generation: g, taxonomy: .standard).movers(in: us)
            return UInt64(movers.tested)
        }
    }

    private func report(_ name: String, _ body: () -> UInt64) {
        var times: [Double] = []
        var sum: UInt64 = 0
        for _ in 0..<runs {
            let start = Progress.monotonic()
            sum = body()
            times.append((Progress.monotonic() - start) * 1000)
        }
        times.sort()
        func ms(_ x: Double) -> String { "\((x * 100).rounded() / 100)" }
        let label = name + String(repeating: " ", count: max(1, 56 - name.count))
        Output.line("  \(label)\(ms(times[runs / 2]))  (\(ms(times[0])))   \(sum)")
    }

    /// The same as the peer's: Σ (skill + 1) · count.
    private func checksum(_ counts: [UInt32]) -> UInt64 {
        counts.enumerated().reduce(0) { $0 &+ UInt64($1.offset + 1) &* UInt64($1.element) }
    }
}

/// Openings with skills by a power law, companies of unequal size, one country with 27 % of them.
struct BenchMarket {
    let generation: Generation
    let firstMonth: Month

    init(openings: Int, months: Int, skills: Int, seed: UInt64) {
        let firstMonth = Month(year: 2016, month: 1)
        self.firstMonth = firstMonth
        var state = seed
        func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }
        func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
        // Zipf with exponent 1.05 by inversion over cumulative weights.
        var cumulative: [Double] = []
        var total = 0.0
        for k in 1...skills {
            total += 1 / pow(Double(k), 1.05)
            cumulative.append(total)
        }
        func skill() -> SkillIndex {
            let x = unit() * total
            var low = 0
            var high = skills - 1
            while low < high {
                let m = (low + high) / 2
                if cumulative[m] < x { low = m + 1 } else { high = m }
            }
            return SkillIndex(low)
        }
        let countries = ["US", "DE", "GB", "FR", "PL", "IN", "CA", "NL", "ES", "SE", "BR"].compactMap { Country($0) }
        let companies = max(20, openings / 80)
        var rows: [OpeningRow] = []
        rows.reserveCapacity(openings)
        for i in 0..<openings {
            var r = OpeningRow()
            r.id = Int64(i + 1)
            r.document = r.id
            let month = firstMonth + Int(next() % UInt64(months))
            r.firstDay = month.first + Int(next() % 28)
            r.lastDay = r.firstDay + 30
            r.flags = .live
            r.role = RoleFamily(rawValue: UInt8(1 + next() % 20)) ?? .backend
            let x = unit()
            r.country = x < 0.27 ? countries[0] : countries[1 + Int(next() % 10)]
            r.company = UInt32(1 + Int(Double(companies - 1) * unit() * unit()))
            r.board = r.company - 1
            r.practices = PracticeSet(rawValue: UInt16(next() & 0x1FF))
            var list = Set<SkillIndex>()
            for _ in 0..<(4 + Int(next() % 17)) { list.insert(skill()) }
            r.skills = list.sorted().map { OpeningRow.Ask($0, .required) }
            rows.append(r)
        }
        let last = (firstMonth + months).first
        generation = Generation(
            number: 1, columns: Columns(rows: rows), companies: [""] + (1..<max(2, companies)).map { "Company \($0)" },
            boards: (0..<companies).map {
                .init(
                    board: Board(id: "bench:\($0)", kind: .greenhouse, address: ""),
                    firstComplete: firstMonth.first + -60, lastComplete: last)
            }, skillIDs: (0..<skills).map { "skill-\($0)" }, readerVersion: "bench", asOf: last + 3, postings: openings,
            isSample: true)
    }

    /// month (months since the year 0), country, role, skills separated by blanks.
    func export(to path: String) throws {
        let c = generation.columns
        var out: [UInt8] = Array("month\tcountry\trole\tskills\n".utf8)
        out.reserveCapacity(c.count * 60)
        for row in 0..<c.count {
            let month = Day(number: c.firstDay[row]).month.number
            let country = Country(packed: c.country[row])?.code ?? ""
            let skills = c.skills(row).map { String($0.skill) }.joined(separator: " ")
            out.append(contentsOf: "\(month)\t\(country)\t\(c.role[row])\t\(skills)\n".utf8)
        }
        try DurableFile.write(out, to: path)
    }
}
