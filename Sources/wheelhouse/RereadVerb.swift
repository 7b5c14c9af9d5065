import ArgumentParser
import Base
import Market
import Sources

struct RereadVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reread", abstract: "Read every document of the archive again and make the market from that.",
        discussion: """
            For a damaged facts file or word index. A new version of the reader rereads by itself at the next refresh.

            Example: wheelhouse reread
            """)

    @OptionGroup var data: DataOptions

    func run() async throws {
        let store = try data.openMarketForWriting()
        let progress = Progress("reread")
        let generation = try store.reread { progress.update($0, of: $1, unit: "documents") }
        progress.finish(
            generation.postings, unit: "postings", note: "\(Numbers.grouped(generation.columns.count)) openings")
    }
}
