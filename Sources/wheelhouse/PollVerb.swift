import Archive
import ArgumentParser
import Base
import Collect
import Foundation
import Sources

struct PollVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "poll", abstract: "Ask boards for their openings, as their terms allow.",
        discussion: """
            Boards are those of `wheelhouse sources add`, or any given here as kind:slug or URL. Each source's card says how \
            often it may be asked; a board that was asked too recently is left alone. Sites are told who asks: give a mail \
            address or URL with --contact or WHEELHOUSE_CONTACT. Private networks are refused unless --allow names them.
            """)

    @Argument(help: "Boards to poll, as kind:slug or URL.") var boards: [String] = []
    @Flag(help: "Poll all boards of the list.") var all = false
    @Option(help: "Whom a site's operator may write to.") var contact: String?
    @Option(help: ArgumentHelp("A host or network that may be asked although it is not public.", valueName: "network"))
    var allow: [String] = []
    @OptionGroup var output: OutputOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        let folder = try data.folder()
        var asked: [Board] = []
        for text in boards { asked.append(try SourceCatalog.board(named: text)) }
        if all { asked += try BoardList(folder: folder).boards.filter { b in !asked.contains { $0.id == b.id } } }
        guard !asked.isEmpty else {
            throw Fault(
                .usage, all ? "no board is on the list yet: wheelhouse sources add URL" : "name a board, or say --all")
        }
        let archive = try ArchiveStore.open(folder: folder)
        let fetcher = try Network.fetcher(contact: contact, allow: allow)
        let progress = Progress("poll")
        let total = asked.count
        let results = try await Poller(archive: archive, fetcher: fetcher).poll(asked, at: Clock.now) {
            progress.update($0, of: total, unit: "boards")
        }
        await fetcher.shutdown()
        if try archive.newestPoll() != nil { try data.refreshMarket(archive) }
        try archive.close()
        show(results)
        // The world failed if nothing could be asked or nothing answered.
        if !results.contains(where: { $0.outcome == .complete || $0.outcome == .partial }) {
            throw ExitCode(results.first { $0.outcome == nil }?.fault?.exitStatus ?? 1)
        }
    }

    private func show(_ results: [PollResult]) {
        if output.json {
            Output.json { w in
                w.array(results) { w, r in
                    w.object { w in
                        w.member("board", r.board.id)
                        w.member("outcome", r.outcome?.rawValue ?? "not_asked")
                        w.member("postings", r.postings)
                        w.member("unchanged", r.isUnchanged)
                        w.member("code", r.fault?.code.rawValue)
                        w.member("sentence", r.fault?.sentence)
                        w.member("at", r.fault?.at)
                        w.member("alarms", strings: r.alarms)
                    }
                }
            }
            return
        }
        var table = TextTable(
            [("board", .left), ("outcome", .left), ("postings", .right), ("why", .left)], flexible: [0, 3])
        for r in results {
            let outcome = r.isUnchanged ? "unchanged" : r.outcome?.rawValue ?? "not asked"
            let why = ([r.fault?.sentence].compactMap { $0 } + r.alarms.map { "alarm: \($0)" }).joined(separator: "; ")
            table.add([r.board.id, outcome, r.isUnchanged ? "" : "\(r.postings)", why])
        }
        table.print(output)
    }
}
