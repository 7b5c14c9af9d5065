import Archive
import ArgumentParser
import Base
import Collect
import Sources

struct ImportVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring files in: JSON Lines, CSV, feeds, pages, saved boards.",
        discussion: """
            Files may be plain, .gz or .zst. A file that was imported before changes nothing, and an import that was \
            stopped is finished by running it again. A line is counted on the day that it names as `seen`; others on --day. The market is made anew at the end.

            Example: wheelhouse import postings.jsonl
            """)

    @Argument(help: "Files to import.") var files: [String]
    @Option(help: ArgumentHelp("The board to which a saved answer belongs, e.g. greenhouse:acme.", valueName: "board"))
    var board: String?
    @Option(
        help: ArgumentHelp(
            "How the file is to be read: \(SourceKind.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "kind"))
    var kind: String?
    @Option(
        help: ArgumentHelp("The day on which the file's content was seen; today if not given.", valueName: "YYYY-MM-DD")
    ) var day: String?
    @Flag(help: "Keep the documents, and leave the market as it is until `wheelhouse rebuild`.") var archiveOnly = false
    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var data: DataOptions

    func run() async throws {
        let day =
            try self.day.map { text throws(Fault) -> Day in
                guard text.utf8.count == 10, let day = Day(iso: text) else {
                    throw Fault(.usage, "a day is written YYYY-MM-DD", at: text)
                }
                return day
            } ?? Clock.today
        let archive = try ArchiveStore.open(folder: try data.folder())
        let importer = Importer(archive: archive)
        var reports: [ImportReport] = []
        var failure: Fault?
        for file in files {
            let progress = Progress(file)
            do throws(Fault) {
                let report = try importer.importFile(file, day: day, board: try target(file)) { p in
                    progress.update(p.documents, unit: "documents (\(p.size > 0 ? p.bytes * 100 / p.size : 100) %)")
                }
                progress.finish(
                    report.documents, unit: "documents", note: report.rejected > 0 ? "\(report.rejected) not read" : "")
                for fault in report.faults.prefix(10) { Output.note("  \(file): \(fault.description)") }
                if report.rejected > 10 { Output.note("  \(file): and \(report.rejected - 10) more") }
                for alarm in report.alarms { Output.note("  \(file): alarm \(alarm)") }
                reports.append(report)
            } catch {
                // One bad file does not keep the others out.
                Output.note("wheelhouse: \(file): \(error.description)")
                failure = failure ?? error
            }
        }
        if !archiveOnly, try archive.newestPoll() != nil { try data.refreshMarket(archive) }
        try archive.close()
        if json { printJSON(reports) }
        if let failure { throw ExitCode(failure.exitStatus) }
    }

    private func target(_ file: String) throws(Fault) -> Board? {
        if let board {
            if let known = try? SourceCatalog.board(named: board) { return known }
            let parts = board.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2, let kind = SourceKind(rawValue: parts[0]) else {
                throw Fault(.usage, "a board is written kind:name", at: board)
            }
            return Board(id: board, kind: kind, address: parts[1])
        }
        guard let kind else { return nil }
        guard let known = SourceKind(rawValue: kind) else {
            throw Fault(.usage, "there is no such kind of source", at: kind)
        }
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return Board(id: "\(kind):\(name)", kind: known, address: name)
    }

    private func printJSON(_ reports: [ImportReport]) {
        Output.json { w in
            w.array(reports) { w, r in
                w.object { w in
                    w.member("file", r.path)
                    w.member("documents", r.documents)
                    w.member("rejected", r.rejected)
                    w.key("boards")
                    w.object { w in for (id, n) in r.boards.sorted(by: { $0.key < $1.key }) { w.member(id, n) } }
                    w.member("alarms", strings: r.alarms)
                    w.key("faults")
                    w.array(r.faults) { w, f in
                        w.object { w in
                            w.member("code", f.code.rawValue)
                            w.member("sentence", f.sentence)
                            w.member("at", f.at)
                        }
                    }
                }
            }
        }
    }
}
