import ArgumentParser
import Base
import Insight
import Market
import Taxonomy

struct MarketVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "market", abstract: "The market today: what moves, and the blend of all IT work.",
        discussion: "Example: wheelhouse market")
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let insight = MarketInsight(generation: try data.generation(), taxonomy: .standard)
        let today = insight.today()
        if output.json { return Output.json { today.write(&$0) } }
        if output.isTable {
            let m = today.movers
            return FindingLines.table(m.rising + m.falling + m.cannotTell + m.refused, output)
        }
        Self.show(today, insight)
    }

    /// The front page in text; the demo prints it too.
    static func show(_ today: MarketToday, _ insight: MarketInsight) {
        Output.line(Output.bold(today.sentence))
        Output.line(
            Output.dim(
                "  \(Numbers.grouped(today.openNow)) IT openings open, \(Numbers.grouped(today.newThisMonth)) new this month, "
                    + "\(Numbers.grouped(today.sources)) \(today.sources == 1 ? "board" : "boards"), \(today.asOf.spoken)"
            ))
        FindingLines.section("What moves")
        show(today.movers, insight, .everything, limit: 5, headline: false)
        FindingLines.section("What IT work is made of: the share of openings that ask for each")
        FindingLines.wheel(today.wheel)
        FindingLines.section("Pay")
        Output.line("  " + today.disclosure.sentence)
        Output.line()
        for c in today.caveats { Output.line(Output.dim("  " + c)) }
        Output.line(Output.dim("  " + today.wheel.witness.line))
    }

    static func show(_ movers: Movers, _ insight: MarketInsight, _ query: Query, limit: Int, headline: Bool = true) {
        let moving = movers.rising.prefix(limit) + movers.falling.prefix(limit)
        let shown = moving + movers.cannotTell.prefix(max(2, limit - moving.count))
        if headline {
            if let first = moving.first ?? shown.first {
                FindingLines.headline(first)
            } else {
                Output.line(Output.bold(insight.change(.everything, in: query).sentence))
            }
        }
        FindingLines.list(shown.map { ($0, insight.series($0.subject, in: query, months: 24).sparkline) })
        if movers.tested == 0 {
            FindingLines.list(movers.refused.prefix(3).map { ($0, "") })
            Output.line(Output.dim("  No skill could be tested."))
        } else {
            Output.line(
                Output.dim(
                    "  \(Numbers.grouped(movers.tested)) skills tested together, at most one false claim in ten: "
                        + "\(movers.rising.count) rise, \(movers.falling.count) fall."))
        }
        if headline { FindingLines.notes(Array(shown)) }
    }
}
