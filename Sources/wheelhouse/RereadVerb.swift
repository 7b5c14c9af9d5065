import ArgumentParser
import Base
import Market
import Sources
import Web

struct RereadVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reread", abstract: "Read every document of the archive again and make the market from that.",
        discussion: """
            For a damaged facts file or word index. A new version of the reader rereads by itself at the next refresh.

            --compare changes nothing: it reads with the reader at hand and prints, by skill and practice, how many documents \
            named it in the reading that the market is made of, how many do now, and how many in both; what weighs most \
            in number and in share comes first.

            Example: wheelhouse reread --compare --limit 20
            """)

    @Flag(help: "Only say what reading again would change.") var compare = false
    @Option(help: "With --compare: lines to print; the rest is summed.") var limit = ReadingComparison.defaultLines
    @OptionGroup var output: OutputOptions
    @OptionGroup var data: DataOptions

    func validate() throws {
        guard limit >= 0 else { throw ValidationError("--limit is 0 or more") }
        guard compare || !(output.json || output.isTable) else {
            throw ValidationError("--json, --csv and --tsv go with --compare")
        }
    }

    func run() async throws {
        if compare { return try printComparison() }
        let store = try data.openMarketForWriting()
        let progress = Progress("reread")
        let generation = try store.reread(on: Clock.today) { progress.update($0, of: $1, unit: "documents") }
        progress.finish(
            generation.postings, unit: "postings", note: "\(Numbers.grouped(generation.columns.count)) openings")
    }

    private func printComparison() throws {
        let store = try data.openMarket().store
        let progress = Progress("compare")
        let comparison = try store.compare { progress.update($0, of: $1, unit: "documents") }
        progress.finish(
            comparison.documents, unit: "documents", note: "\(Numbers.grouped(comparison.changed)) read otherwise")
        if output.json { return writeJSON(comparison) }
        Output.note("reader \(comparison.readerBefore) → \(comparison.reader)")
        var table = TextTable(
            [
                ("subject", .left), ("before", .right), ("now", .right), ("both", .right), ("gained", .right),
                ("lost", .right), ("change", .right),
            ])
        let (lines, rest) = comparison.cut(limit)
        for l in lines {
            table.add(
                [l.subject.id] + [l.before, l.now, l.both, l.gained, l.lost].map(String.init)
                    + [Say.change(l.before, l.now) ?? "new"])
        }
        if rest.subjects > 0 {
            table.add(["(\(rest.subjects) more)", "", "", "", String(rest.gained), String(rest.lost), ""])
        }
        table.print(output)
    }

    private func writeJSON(_ c: ReadingComparison) {
        let (lines, rest) = c.cut(limit)
        Output.json { w in
            w.object { w in
                w.member("readerBefore", c.readerBefore)
                w.member("reader", c.reader)
                w.member("documents", c.documents)
                w.member("changed", c.changed)
                w.key("subjects")
                w.array(lines) { w, l in
                    w.object { w in
                        w.member("subject", l.subject.id)
                        w.member("before", l.before)
                        w.member("now", l.now)
                        w.member("both", l.both)
                        w.member("gained", l.gained)
                        w.member("lost", l.lost)
                    }
                }
                w.key("rest")
                w.object { w in
                    w.member("subjects", rest.subjects)
                    w.member("gained", rest.gained)
                    w.member("lost", rest.lost)
                }
            }
        }
    }
}
