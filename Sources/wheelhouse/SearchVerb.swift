import ArgumentParser
import Base
import Market
import Sources
import Taxonomy

struct SearchVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find openings.",
        discussion: """
            The language is that of the search page: skill:kubernetes -skill:vmware role:platform pay>=80000EUR \
            place:DE remote:yes "on call". Words must all occur.

            Example: wheelhouse search skill:kubernetes remote:yes --limit 5
            """)

    @Argument(help: "The question; everything if empty.") var query: [String] = []
    @Option(help: "Openings to print, at most 200.") var limit = 20
    @Option(help: ArgumentHelp("Go on after a page: its cursor.", valueName: "cursor")) var after: String?
    @Flag(help: "Print the counts beside each choice instead of openings.") var facets = false
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let reader = try data.openMarket().reader
        let read = QueryReader.read(query.joined(separator: " "), taxonomy: .standard, today: reader.generation.asOf)
        for note in read.notes { Output.note("\(note.token): \(note.sentence)") }
        if facets { return try printFacets(reader, read.query) }
        let page = try reader.search(read.query, after: after, limit: limit)
        if output.json { return printJSON(page, reader) }
        var table = TextTable(
            [
                ("id", .right), ("first seen", .left), ("title", .left), ("company", .left), ("place", .left),
                ("mode", .left), ("pay", .left),
            ],
            flexible: [2, 3, 4, 6])
        for card in page.rows {
            table.add([
                String(card.id), card.firstDay.description, card.title, card.company, card.place, card.mode.id,
                card.payText ?? "",
            ])
        }
        table.print(output)
        let sample = reader.generation.isSample ? "  (sample market: made up)" : ""
        Output.note(
            "\(Numbers.grouped(page.total)) openings\(sample)" + (page.next.map { "; next page: --after \($0)" } ?? ""))
    }

    private func printJSON(_ page: SearchPage, _ reader: MarketReader) {
        Output.json { w in
            w.object { w in
                w.member("total", page.total)
                w.member("isExact", page.isExact)
                w.member("isSample", reader.generation.isSample)
                w.member("next", page.next)
                w.key("openings")
                w.array(page.rows) { w, card in card.write(to: &w, skills: reader.generation.skillIDs) }
            }
        }
    }

    private func printFacets(_ reader: MarketReader, _ q: Query) throws {
        let f = try reader.facets(q)
        let skills = reader.generation.skillIDs
        let lists: [(String, [(String, Int)])] = [
            ("role", f.roles.map { ($0.value.id, $0.count) }),
            ("seniority", f.seniorities.map { ($0.value.id, $0.count) }),
            ("mode", f.modes.map { ($0.value.id, $0.count) }), ("place", f.countries.map { ($0.value.code, $0.count) }),
            ("skill", f.skills.map { (skills[Int($0.value)], $0.count) }),
            ("practice", f.practices.map { ($0.value.id, $0.count) }),
            ("oncall", f.onCall.map { ($0.value.id, $0.count) }),
            ("pay", f.payStated.map { ($0.value ? "stated" : "not stated", $0.count) }),
            ("company", f.companies.map { ($0.value, $0.count) }),
        ]
        if output.json {
            return Output.json { w in
                w.object { w in
                    w.member("total", f.total)
                    for (key, list) in lists {
                        w.key(key)
                        w.array(list) { w, item in
                            w.object { w in
                                w.member("value", item.0)
                                w.member("count", item.1)
                            }
                        }
                    }
                }
            }
        }
        var table = TextTable([("list", .left), ("value", .left), ("openings", .right)], flexible: [1])
        for (key, list) in lists { for item in list { table.add([key, item.0, String(item.1)]) } }
        table.print(output)
    }
}

extension OpeningCard {
    /// The opening as the API has it.
    func write(to w: inout JSONWriter, skills ids: [String]) {
        w.object { w in
            w.member("id", Int(id))
            w.member("title", title)
            w.member("company", company.isEmpty ? nil : company)
            w.member("place", place.isEmpty ? nil : place)
            w.member("mode", mode.id)
            w.member("role", role.id)
            w.member("seniority", seniority.id)
            w.member("pay", payText)
            w.member("firstSeen", firstDay.description)
            w.member("lastSeen", lastDay.description)
            w.member("isOpen", isOpen)
            w.member("copies", copies)
            w.key("skills")
            w.array(skills) { w, s in
                w.object { w in
                    w.member("id", Int(s.0) < ids.count ? ids[Int(s.0)] : "")
                    w.member("status", s.1.id)
                }
            }
            w.member("practices", strings: practices.practices.map(\.id))
            w.member("onCall", onCall.id)
            w.member("url", url)
            w.member("attribution", attribution)
        }
    }
}
