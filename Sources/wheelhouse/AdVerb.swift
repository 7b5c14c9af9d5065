import ArgumentParser
import Base
import Insight
import Market
import Server
import Taxonomy
import Web

struct AdVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ad", abstract: "For who writes an ad.", subcommands: [AdCheckVerb.self],
        defaultSubcommand: AdCheckVerb.self)
}

struct AdCheckVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Hold an ad against the market: what it asks, what it pays, what it leaves unsaid.",
        discussion: """
            Nothing is stored.

            Example: wheelhouse ad check advert.txt --title "Senior platform engineer"
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: "The file with the ad's text; - reads standard input.") var file: String
    @Option(help: "The ad's title.") var title = ""

    func run() async throws {
        let bytes = try DurableFile.read(file == "-" ? "/dev/stdin" : file, limit: AdChecker.maxText)
        let reader = try data.openMarket().reader
        let insight = MarketInsight(generation: reader.generation, taxonomy: .standard)
        let check = try AdChecker(insight: insight, taxonomy: .standard).check(
            title: title, text: String(decoding: bytes, as: UTF8.self))
        if output.json { return Output.json { check.write(&$0) } }
        if !output.csv, !output.tsv, Output.isTerminal {
            Output.line(Output.bold(check.sentence))
            Output.line(Output.dim("compared with \(check.comparedWith), n=\(Say.count(check.openings))"))
            Output.line()
        }
        var table = TextTable([("Asks", .left), ("How", .left), ("Share", .right), ("Interval", .right), ("n", .right)])
        for r in check.requirements {
            table.add([
                r.share.name, r.status.id, Say.value(r.share), Say.interval(r.share), String(r.share.witness.openings),
            ])
        }
        table.print(output)
        let stated = check.statedPay.map { "The ad states \($0)." } ?? "The ad states no pay."
        Output.note(stated + " " + check.pay.disclosure.sentence)
        for u in check.unclear { Output.note("unsaid: \(u.what): \(u.sentence)") }
    }
}
