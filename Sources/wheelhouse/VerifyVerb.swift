import Archive
import ArgumentParser
import Base
import Market
import Sources
import Taxonomy

struct VerifyVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Read everything that is stored and name what is not as it was written.",
        discussion: """
            Checks the SHA-256 of every document, the seal of every row, SQLite's pages and indexes, that polls and \
            sightings agree, the columns of the market and its word index. Exit status 1 if anything is damaged. A damaged \
            market is made again by `wheelhouse rebuild` or `wheelhouse reread`; a damaged archive comes from a backup.

            Example: wheelhouse verify
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let folder = try data.folder()
        let archive = try ArchiveStore.open(folder: folder, readOnly: true)
        let total = Int(try archive.newestDocument())
        let progress = Progress("verify")
        let report = try archive.verify { progress.update($0, of: total, unit: "documents") }
        let damages = report.damages + MarketStore(folder: folder, archive: archive, taxonomy: .standard).verify()
        if output.json {
            Output.json { w in
                w.object { w in
                    w.member("documents", report.documents)
                    w.member("polls", report.polls)
                    w.member("sightings", report.sightings)
                    w.key("damages")
                    w.array(damages) { w, d in
                        w.object { w in
                            w.member("place", d.place)
                            w.member("sentence", d.sentence)
                        }
                    }
                }
            }
        } else {
            for d in damages { Output.line(d.description) }
            progress.finish(
                report.documents, unit: "documents",
                note: damages.isEmpty ? "all as written" : "\(damages.count) damages")
        }
        if !damages.isEmpty { throw ExitCode(1) }
    }
}
