import ArgumentParser
import Base
import Market
import Sources

struct RebuildVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Make the market again from the stored facts, reading only what is new.",
        discussion: "The same archive gives the same columns, byte by byte. Example: wheelhouse rebuild")

    @OptionGroup var data: DataOptions

    func run() async throws {
        let store = try data.openMarketForWriting()
        let progress = Progress("rebuild")
        let generation = try store.rebuild(on: Clock.today) { progress.update($0, of: $1, unit: "documents") }
        progress.finish(
            generation.postings, unit: "postings", note: "\(Numbers.grouped(generation.columns.count)) openings")
    }
}
