import ArgumentParser
import Base
import Market
import Reading
import Sources
import Taxonomy

struct OpeningVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "opening", abstract: "Show one opening: what it asks, in its words, and where it was seen.",
        discussion: "Example: wheelhouse opening 1")

    @Argument(help: "The opening's id, as `search` prints it.") var id: Int64
    @Flag(help: "Print the text that was read.") var text = false
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let reader = try data.openMarket().reader
        guard let detail = try reader.opening(id: id) else {
            throw Fault(.notFound, "there is no opening \(id) in the market", at: "id")
        }
        let taxonomy = Taxonomy.standard
        if output.json { return printJSON(detail, reader, taxonomy) }
        let card = detail.card
        Output.line(Output.bold(card.title))
        Output.line([card.company, card.place, card.mode.title].filter { !$0.isEmpty }.joined(separator: " · "))
        Output.line("\(card.role.title), seniority \(card.seniority.title.lowercased()), on call \(card.onCall.id)")
        if let pay = card.payText { Output.line("Pay: \(pay)") }
        for s in card.skills where Int(s.0) < taxonomy.skills.count {
            Output.line("  \(s.1.id)  \(taxonomy.skills[Int(s.0)].name)")
        }
        for p in detail.facts.practices { Output.line("  \(p.practice.title): \(detail.facts.words(p.span))") }
        if let url = card.url { Output.line(url) }
        for s in detail.sightings {
            Output.line(
                "  \(s.first) to \(s.last)\(s.absent.map { ", gone \($0)" } ?? "")  \(s.board) \(s.externalID): \(s.reason)"
            )
        }
        Output.line("Document \(detail.document.id), SHA-256 \(detail.document.digest)")
        Output.line(card.attribution)
        if text { Output.write(Array(CleanLines.of(detail.facts.text)) + [10]) }
    }

    private func printJSON(_ detail: OpeningDetail, _ reader: MarketReader, _ taxonomy: Taxonomy) {
        Output.json { w in
            w.object { w in
                w.key("opening")
                detail.card.write(to: &w, skills: reader.generation.skillIDs)
                w.member("document", Int(detail.document.id))
                w.member("sha256", detail.document.digest.description)
                w.key("sightings")
                w.array(detail.sightings) { w, s in
                    w.object { w in
                        w.member("board", s.board)
                        w.member("externalID", s.externalID)
                        w.member("url", s.url)
                        w.member("first", s.first.description)
                        w.member("last", s.last.description)
                        w.member("absent", s.absent?.description)
                        w.member("reason", s.reason)
                    }
                }
                w.key("facts")
                var facts = JSONWriter()
                detail.facts.write(
                    &facts, id: String(id), taxonomy: taxonomy, version: reader.generation.readerVersion, withText: text
                )
                w.raw(facts.bytes)
            }
        }
    }
}

/// A text of several lines for a terminal: line breaks stay, everything else that is not read goes.
enum CleanLines {
    static func of(_ text: [UInt8]) -> [UInt8] {
        let lines = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        return Array(lines.map { CleanText.line(String($0)) }.joined(separator: "\n").utf8)
    }
}
