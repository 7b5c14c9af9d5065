import ArgumentParser
import Base
import Foundation
import Sample

struct DemoVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Show the main job on a sample market: collect, read, measure, match, and serve the pages.",
        discussion: """
            Makes an invented labour market of 400 employers over three years, serves their boards on loopback, polls them as \
            if the time passed now, and shows what it found; then the pages stay up until Ctrl-C. Everything lies in the \
            folder `demo` of the data folder and is made anew by each run. docs/sample-market.md says what was planted.

            Example: wheelhouse demo --exit --json
            """)

    @Flag(name: .long, help: "End after the summary; exit status 0 only if all of it truly happened.") var exit = false
    @Flag(name: .long, help: "Print the summary as JSON.") var json = false
    @Flag(name: .long, help: "Poll a short list of public boards instead; without a network, the sample.") var live =
        false
    @Option(name: .long, help: "Another seed makes another market.") var seed: UInt64 = 1
    @Option(name: .long, help: "How many postings, 2,000 to 500,000.") var postings = 60_000
    @Option(name: .long, help: "The port of the pages; 0 takes a free one.") var port = 0
    @Option(name: .long, help: ArgumentHelp("Whom a site's operator may write to (with --live).", valueName: "mail"))
    var contact: String?
    @OptionGroup var data: DataOptions

    func validate() throws {
        guard (2_000...500_000).contains(postings) else { throw ValidationError("--postings must be 2,000 to 500,000") }
        guard (0...65_535).contains(port) else { throw ValidationError("--port must be 0 to 65535") }
    }

    func run() async throws {
        let folder = try DemoFolder.fresh(in: try data.folder())
        var summary: DemoSummary
        let market: DemoMarket
        if live, let polled = try await DemoLive.collect(folder, contact: contact) {
            market = try DemoMarket.read(folder, polled)
        } else {
            if live { Output.note("No public board answered; the sample market is shown instead.") }
            let plan = SamplePlan(
                seed: seed, postings: postings, end: Clock.today, employers: min(400, max(40, postings / 100)))
            market = try DemoMarket.read(folder, try await DemoCollection.sample(plan, folder))
        }
        summary = try DemoSummary(market, folder: folder)
        let pages = DemoPages(folder, market)
        if exit {
            try await pages.check(port: port, &summary)
            json ? summary.writeJSON() : summary.print()
            guard summary.checks.allSatisfy(\.isTrue) else {
                for check in summary.checks where !check.isTrue { Output.note("did not happen: \(check.name)") }
                throw ExitCode(1)
            }
        } else {
            json ? summary.writeJSON() : summary.print()
            try await pages.serve(port: port)
        }
    }
}

/// The demo's own data folder, made anew by each run. A folder that the demo did not make is never removed.
enum DemoFolder {
    static let mark = "made-by-demo"

    static func fresh(in dataFolder: String) throws -> String {
        let path = dataFolder + "/demo"
        let files = FileManager.default
        if files.fileExists(atPath: path) {
            guard files.fileExists(atPath: path + "/" + mark) else {
                throw Fault(.conflict, "the folder was not made by the demo; it is left as it is", at: path)
            }
            try files.removeItem(atPath: path)
        }
        try files.createDirectory(atPath: path, withIntermediateDirectories: true)
        try DurableFile.write(Array("Made anew by each `wheelhouse demo`.\n".utf8), to: path + "/" + mark)
        return path
    }
}
