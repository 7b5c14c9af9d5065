import Archive
import ArgumentParser
import Base
import Market
import Sources
import Taxonomy

extension DataOptions {
    /// The archive for reading and the market as it was last made.
    func openMarket() throws -> (store: MarketStore, reader: MarketReader) {
        let folder = try folder()
        let archive = try ArchiveStore.open(folder: folder, readOnly: true)
        let store = MarketStore(folder: folder, archive: archive, taxonomy: .standard)
        guard let reader = try store.current() else {
            throw Fault(.notFound, "the market was not made yet; run `wheelhouse rebuild`", at: folder)
        }
        return (store, reader)
    }

    /// For a verb that makes the market: the one writer.
    func openMarketForWriting() throws -> MarketStore {
        let folder = try folder()
        return MarketStore(folder: folder, archive: try ArchiveStore.open(folder: folder), taxonomy: .standard)
    }

    /// Reads what is new in the archive and swaps in the next generation, with progress.
    func refreshMarket(_ archive: ArchiveStore) throws {
        let progress = Progress("market")
        let store = MarketStore(folder: try folder(), archive: archive, taxonomy: .standard)
        let generation = try store.refresh(on: Clock.today) { done, total in
            progress.update(done, of: total, unit: "documents read")
        }
        progress.finish(
            generation.columns.count, unit: "openings", note: "\(Numbers.grouped(generation.postings)) postings joined")
    }
}

struct ArchiveVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive", abstract: "The record of what the market said.", subcommands: [ArchiveStats.self],
        defaultSubcommand: ArchiveStats.self)
}

struct ArchiveStats: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Show what the archive holds: boards, polls, open postings, size.",
        discussion: "Example: wheelhouse archive stats --json")

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let archive = try ArchiveStore.open(folder: try data.folder(), readOnly: true)
        let boards = try archive.boards()
        if output.json {
            return Output.json { w in
                w.object { w in
                    w.member("documents", Int((try? archive.newestDocument()) ?? 0))
                    w.member("bytes", archive.sizeOnDisk)
                    w.key("boards")
                    w.array(boards) { w, b in ArchiveStats.write(b, to: &w) }
                }
            }
        }
        var table = TextTable(
            [
                ("board", .left), ("open", .right), ("first look", .left), ("last look", .left), ("outcome", .left),
                ("says", .left),
            ],
            flexible: [0, 5])
        for b in boards {
            let says = b.fault.map { "\($0.code.rawValue): \($0.sentence)" } ?? b.alarms.joined(separator: ", ")
            table.add([
                b.board.id, Numbers.grouped(b.openPostings), b.firstComplete?.day.description ?? "-",
                b.lastPoll?.day.description ?? "-", b.lastOutcome?.rawValue ?? "-", says,
            ])
        }
        table.print(output)
        let newest = try archive.newestDocument()
        Output.note(
            "\(boards.count) boards, \(Numbers.grouped(Int(newest))) documents, \(Numbers.grouped(archive.sizeOnDisk >> 20)) MB"
        )
    }

    private static func write(_ b: BoardState, to w: inout JSONWriter) {
        w.object { w in
            w.member("id", b.board.id)
            w.member("kind", b.board.kind.rawValue)
            w.member("company", b.board.company)
            w.member("open", b.openPostings)
            w.member("firstComplete", b.firstComplete?.description)
            w.member("lastComplete", b.lastComplete?.description)
            w.member("lastPoll", b.lastPoll?.description)
            w.member("lastOutcome", b.lastOutcome?.rawValue)
            w.member("fault", b.fault?.code.rawValue)
            w.member("sentence", b.fault?.sentence)
            w.member("alarms", strings: b.alarms)
        }
    }
}
