import Archive
import ArgumentParser
import Base
import Collect
import Sources

struct SourcesVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "The boards that are followed, and what each source's terms allow.",
        subcommands: [List.self, Add.self, Terms.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The boards, and how their last poll went.")
        @OptionGroup var output: OutputOptions
        @OptionGroup var data: DataOptions

        func run() async throws {
            let folder = try data.folder()
            let followed = try BoardList(folder: folder).boards
            var states: [BoardState] = []
            do throws(Fault) { states = try ArchiveStore.open(folder: folder, readOnly: true).boards() } catch {
                guard error.code == .notFound else { throw error }
            }
            var rows: [(board: Board, state: BoardState?, isFollowed: Bool)] = followed.map { b in
                (b, states.first { $0.board.id == b.id }, true)
            }
            for s in states where !followed.contains(where: { $0.id == s.board.id }) {
                rows.append((s.board, s, false))
            }
            if output.json { return json(rows) }
            var table = TextTable(
                [
                    ("board", .left), ("followed", .left), ("open", .right), ("last poll", .left), ("outcome", .left),
                    ("why", .left),
                ], flexible: [0, 5])
            for r in rows {
                let why =
                    ([r.state?.fault?.sentence].compactMap { $0 } + (r.state?.alarms ?? []).map { "alarm: \($0)" })
                    .joined(separator: "; ")
                table.add([
                    r.board.id, r.isFollowed ? "yes" : "no", r.state.map { "\($0.openPostings)" } ?? "",
                    r.state?.lastPoll?.description ?? "never",
                    r.state?.lastOutcome?.rawValue ?? "", why,
                ])
            }
            table.print(output)
        }

        private func json(_ rows: [(board: Board, state: BoardState?, isFollowed: Bool)]) {
            Output.json { w in
                w.array(rows) { w, r in
                    w.object { w in
                        w.member("board", r.board.id)
                        w.member("kind", r.board.kind.rawValue)
                        w.member("company", r.board.company)
                        w.member("followed", r.isFollowed)
                        w.member("open", r.state?.openPostings)
                        w.member("lastPoll", r.state?.lastPoll?.description)
                        w.member("lastComplete", r.state?.lastComplete?.description)
                        w.member("outcome", r.state?.lastOutcome?.rawValue)
                        w.member("code", r.state?.fault?.code.rawValue)
                        w.member("sentence", r.state?.fault?.sentence)
                        w.member("alarms", strings: r.state?.alarms ?? [])
                    }
                }
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Follow a board: kind:slug, or a URL copied from the browser.",
            discussion:
                "The board goes on a list, boards.txt in the data folder, which may be edited by hand. Nothing is asked yet."
        )
        @Argument(help: "kind:slug, or a URL.") var board: String
        @Option(help: "The employer, where the board does not say it.") var company: String?
        @Flag(help: "Print JSON.") var json = false
        @OptionGroup var data: DataOptions

        func run() async throws {
            var list = try BoardList(folder: try data.folder())
            let (board, isNew) = try list.add(self.board, company: company)
            let ask = try SourceCatalog.ask(for: board)
            let card = SourceCatalog.terms(board.kind)
            if json {
                Output.json { w in
                    w.object { w in
                        w.member("board", board.id)
                        w.member("new", isNew)
                        w.member("url", ask.url)
                        w.member("pollsPerDay", card.pollsPerDay)
                    }
                }
                return
            }
            Output.line(isNew ? "\(board.id) is followed" : "\(board.id) was followed before")
            Output.line("  asked at \(ask.url), \(card.pollsPerDay) times a day at most")
            Output.line("  terms: \(card.basis)")
        }
    }

    struct Terms: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What each source's terms allow, and how that was established.")
        @OptionGroup var output: OutputOptions

        func run() async throws {
            if output.json {
                Output.json { w in
                    w.array(SourceKind.allCases) { w, kind in
                        let card = SourceCatalog.terms(kind)
                        w.object { w in
                            w.member("kind", kind.rawValue)
                            w.member("store", card.store)
                            w.member("show", card.show)
                            w.member("export", card.export)
                            w.member("linkBack", card.linkBack)
                            w.member("pollsPerDay", card.pollsPerDay)
                            w.member("gapMilliseconds", card.gapMilliseconds)
                            w.member("attribution", card.attribution)
                            w.member("basis", card.basis)
                        }
                    }
                }
                return
            }
            var table = TextTable(
                [
                    ("source", .left), ("store", .left), ("show", .left), ("export", .left), ("a day", .right),
                    ("named as", .left), ("basis", .left),
                ],
                flexible: [5, 6])
            func yes(_ b: Bool) -> String { b ? "yes" : "no" }
            for kind in SourceKind.allCases {
                let c = SourceCatalog.terms(kind)
                table.add([
                    kind.rawValue, yes(c.store), yes(c.show), yes(c.export), "\(c.pollsPerDay)", c.attribution, c.basis,
                ])
            }
            table.print(output)
        }
    }
}
