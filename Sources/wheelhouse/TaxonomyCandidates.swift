import Archive
import ArgumentParser
import Base
import Foundation
import Reading
import Sources
import Taxonomy

/// `wheelhouse taxonomy candidates`: names that no list knows, found by the list they stand in.
struct CandidatesVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "candidates",
        abstract: "Show names in the archive that no list knows and that stand among skills.",
        discussion: """
            Found by their company, never counted with the skills. One that is a skill is adopted by \
            `wheelhouse taxonomy adopt NAME`; the next reread counts it.

            Example: wheelhouse taxonomy candidates --limit 20
            """)
    private static let step = 1_000

    @OptionGroup var data: DataOptions
    @Option(help: "How many names are shown.") var limit = 40
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...10_000).contains(limit) else { throw ValidationError("a limit is a number from 1 to 10000") }
    }

    func run() async throws {
        let archive = try ArchiveStore.open(folder: try data.folder(), readOnly: true)
        let boards = Dictionary(try archive.boards().map { ($0.board.id, $0.board) }, uniquingKeysWith: { a, _ in a })
        let reader = Reader(taxonomy: .standard)
        var candidates = Candidates()
        var after: Int64 = 0
        var read = 0
        while true {
            let documents = try archive.documents(after: after, limit: Self.step)
            guard let last = documents.last else { break }
            after = last.id
            for d in documents {
                guard let board = boards[d.board],
                    let posting = try? SourceCatalog.posting(from: d.bytes, board: board, externalID: d.externalID)
                else { continue }
                read += 1
                candidates.add(reader.read(posting), company: posting.company ?? board.id)
            }
        }
        let ranked = candidates.ranked(limit: limit)
        if output.json {
            return Output.json { w in
                w.object { w in
                    w.member("documents", read)
                    w.member("names", candidates.count)
                    w.key("candidates")
                    w.array(ranked) { w, c in
                        w.object { w in
                            w.member("name", c.name)
                            w.member("postings", c.postings)
                            w.member("companies", c.companies.count)
                            w.member("asked", c.asked)
                            w.member("example", c.example)
                        }
                    }
                }
            }
        }
        var table = TextTable(
            [("name", .left), ("companies", .right), ("postings", .right), ("asked", .right), ("example", .left)],
            flexible: [4])
        for c in ranked {
            table.add([c.name, String(c.companies.count), String(c.postings), String(c.asked), c.example])
        }
        table.print(output)
    }
}

/// `wheelhouse taxonomy adopt`: makes a name a skill of this installation.
struct AdoptVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "Make a name a skill of this installation.",
        discussion: """
            Appends a line to `names/skills-own.tsv` of the data folder (or of $WHEELHOUSE_NAMES); the reader's version changes \
            with it, and the next refresh reads the archive anew.

            Example: wheelhouse taxonomy adopt QuestDB --kind database
            """)

    @Argument(help: "The name as its maker writes it.") var name: String
    @Option(help: "Its id; by itself the name in small letters.") var id: String?
    @Option(help: "\(SkillKind.allCases.map(\.rawValue).joined(separator: ", ")).") var kind = SkillKind.product
        .rawValue
    @Option(help: "technical or operational.") var category = SkillCategory.technical.rawValue
    @Option(help: "The practice that it stands for, or -.") var practice = "-"
    @Option(help: "How it counts: \(SpellingRule.allCases.map(\.id).joined(separator: ", ")).") var rule = SpellingRule
        .cueExact.id
    @Option(name: .customLong("also"), help: "A further spelling; may be repeated.") var aliases: [String] = []

    func run() async throws {
        let name = CleanText.line(name)
        let id = self.id ?? String(name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        let known = Taxonomy.standard
        if let skill = known.skill(named: name) ?? known.skill(id: id) {
            throw Fault(.usage, "\(name) is known as \(skill.name)", at: skill.id)
        }
        let cells = [
            id, name, kind, category, practice, rule, aliases.isEmpty ? "-" : aliases.joined(separator: "|"), "adopted",
        ]
        guard !cells.contains(where: { $0.contains("\t") || $0.contains("\n") || $0.isEmpty }) else {
            throw Fault(.usage, "no part of a skill holds a tab or is empty", at: name)
        }
        let row = cells.joined(separator: "\t") + "\n"
        // What cannot be read is refused before it is written.
        var table = SkillTable()
        try table.add(skills: row, file: "the new line")
        let file = Taxonomy.ownFile
        let folder = (file as NSString).deletingLastPathComponent
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try DurableFile.append(Array(row.utf8), to: file, mode: 0o644)
        Output.line("\(name) is now a skill of this installation: \(id)")
    }
}
