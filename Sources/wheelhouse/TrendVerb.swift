import ArgumentParser
import Base
import Insight
import Market
import Taxonomy

struct TrendVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trend", abstract: "Is it growing? Skills, practices, roles; without a subject, what moves.",
        discussion: """
            Compares the last twelve complete months with the twelve before, on boards watched throughout, company by company, \
            and says rises or falls only if that survives the test of all that were tried with it. In a pipe it prints TSV.
            Example: wheelhouse trend terraform kubernetes --query "role:platform"
            """)
    @Argument(help: "kubernetes, security, role:backend, ... ") var subjects: [String] = []
    @OptionGroup var question: QuestionOptions
    @OptionGroup var output: OutputOptions
    @Flag(help: "The share of each month instead of the change.") var monthly = false
    @Option(help: "Months of the series.") var months = 24

    func run() async throws {
        guard (1...120).contains(months) else { throw Fault(.usage, "--months is from 1 to 120", at: String(months)) }
        let subjects = try subjects.map(SubjectName.read)
        let (insight, query) = try question.read()
        if subjects.isEmpty { return movers(insight, query) }
        let series = subjects.map { insight.series($0, in: query, months: months) }
        let changes = series.map(\.change)
        if output.json {
            // A program reads the refusal in the JSON.
            return Output.json { w in w.array(series) { $1.write(&$0) } }
        } else if monthly {
            table(series)
        } else if output.isTable || !Output.isTerminal {
            FindingLines.table(changes, output)
        } else {
            FindingLines.headline(changes[0])
            FindingLines.list(series.map { ($0.change, $0.sparkline) })
            FindingLines.notes(changes)
        }
        if changes.allSatisfy({ $0.refusal != nil }) { throw ExitCode(3) }
    }

    private func table(_ series: [Series]) {
        var table = TextTable(
            [
                ("subject", .left), ("month", .left), ("asked", .right), ("openings", .right), ("companies", .right),
                ("share", .right),
                ("low", .right), ("high", .right), ("note", .left),
            ])
        for s in series {
            for p in s.points {
                func percent(_ x: Double?) -> String { x.map { "\(($0 * 1000).rounded() / 10)" } ?? "" }
                table.add([
                    s.name, p.month.description, String(p.asked), String(p.openings), String(p.companies),
                    percent(p.share),
                    percent(p.low), percent(p.high), p.isPartial ? "month not over" : p.refusal?.rawValue ?? "",
                ])
            }
        }
        table.print(output)
    }

    private func movers(_ insight: MarketInsight, _ query: Query) {
        let movers = insight.movers(in: query)
        if output.json { return Output.json { movers.write(&$0) } }
        let all = movers.rising + movers.falling + movers.cannotTell
        if output.isTable || !Output.isTerminal { return FindingLines.table(all + movers.refused, output) }
        MarketVerb.show(movers, insight, query, limit: 12)
    }
}
