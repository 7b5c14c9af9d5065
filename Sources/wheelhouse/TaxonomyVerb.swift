import ArgumentParser
import Base
import Foundation
import Taxonomy

/// `wheelhouse taxonomy`: which names are known, how they are written, and what the finder sees in a text.
struct TaxonomyVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "taxonomy", abstract: "Show the names of skills that Wheelhouse knows.",
        subcommands: [
            ListSkillsVerb.self, ShowSkillVerb.self, FindSkillsVerb.self, CheckSkillsVerb.self,
            CandidatesVerb.self, AdoptVerb.self,
        ],
        defaultSubcommand: ListSkillsVerb.self)

    static func write(_ skill: Skill, to w: inout JSONWriter) {
        w.object { w in
            w.member("id", skill.id)
            w.member("name", skill.name)
            w.member("kind", skill.kind.rawValue)
            w.member("category", skill.category.rawValue)
            w.key("practice")
            if let practice = skill.practice { w.value(practice.id) } else { w.null() }
            w.key("spellings")
            w.array(skill.spellings) { w, spelling in
                w.object { w in
                    w.member("text", spelling.written)
                    w.member("rule", spelling.rule.id)
                }
            }
            w.key("onet")
            if let link = skill.onet {
                w.object { w in
                    w.member("example", link.example)
                    w.member("commodity", link.commodity)
                }
            } else {
                w.null()
            }
            w.member("source", skill.source)
        }
    }
}

struct ListSkillsVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List skills.")

    @Option(help: "Only this kind: \(SkillKind.allCases.map(\.rawValue).joined(separator: ", ")).") var kind: String?
    @Option(help: "Only this practice: \(Practice.allCases.map(\.id).joined(separator: ", ")).") var practice: String?
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let kind, SkillKind(rawValue: kind) == nil { throw ValidationError("\(kind) is no kind of skill") }
        if let practice, Practice(id: practice) == nil { throw ValidationError("\(practice) is no practice") }
    }

    func run() async throws {
        let skills = Taxonomy.standard.skills.filter { skill in
            (kind == nil || skill.kind.rawValue == kind) && (practice == nil || skill.practice?.id == practice)
        }
        if output.json {
            Output.json { w in
                w.object { w in
                    w.member("version", Taxonomy.standard.version)
                    w.key("skills")
                    w.array(skills) { w, skill in TaxonomyVerb.write(skill, to: &w) }
                }
            }
            return
        }
        var table = TextTable(
            [
                ("id", .left), ("name", .left), ("kind", .left), ("category", .left), ("practice", .left),
                ("also", .left),
            ], flexible: [5])
        for skill in skills {
            let also = skill.aliases.joined(separator: ", ")
            table.add([
                skill.id, skill.name, skill.kind.rawValue, skill.category.rawValue, skill.practice?.id ?? "", also,
            ])
        }
        table.print(output)
    }
}

struct ShowSkillVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one skill, by its id or any of its names.")

    @Argument(help: "An id or a name: kubernetes, K8s, \"C++\".") var name: String
    @OptionGroup var output: OutputOptions

    func run() async throws {
        guard let skill = Taxonomy.standard.skill(id: name) ?? Taxonomy.standard.skill(named: name) else {
            throw Fault(.notFound, "no skill has this name", at: CleanText.line(name))
        }
        if output.json { return Output.json { w in TaxonomyVerb.write(skill, to: &w) } }
        var table = TextTable([("what", .left), ("value", .left)], flexible: [1])
        table.add(["id", skill.id])
        table.add(["name", skill.name])
        table.add(["kind", skill.kind.rawValue])
        table.add(["category", skill.category.rawValue])
        table.add(["practice", skill.practice?.id ?? "none"])
        for spelling in skill.spellings { table.add(["spelling", "\(spelling.written) (\(spelling.rule.id))"]) }
        if let link = skill.onet { table.add(["O*NET", "\(link.example) (\(link.commodity))"]) }
        table.add(["source", skill.source])
        table.print(output)
    }
}

struct FindSkillsVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "Find names in a text from standard input, as the reader of postings would.",
        discussion:
            "A hit marked ambiguous counts only with a cue or beside other names; what a posting says of it is the reader's work."
    )

    static let longestText = 4 << 20
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let text = try Array(FileHandle.standardInput.read(upToCount: Self.longestText + 1) ?? Data())
        guard text.count <= Self.longestText else {
            throw Fault(.limitBytes, "a text has at most \(Self.longestText) bytes")
        }
        var hits: [NameHit] = []
        Taxonomy.standard.finder.find(in: text.span, into: &hits)
        func words(_ hit: NameHit) -> String { String(decoding: text[hit.span.range], as: UTF8.self) }
        if output.json {
            Output.json { w in
                w.array(hits) { w, hit in
                    w.object { w in
                        w.member("id", Taxonomy.standard.skills[Int(hit.skill)].id)
                        w.member("start", Int(hit.span.start))
                        w.member("end", Int(hit.span.end))
                        w.member("words", words(hit))
                        w.member("ambiguous", hit.isAmbiguous)
                    }
                }
            }
            return
        }
        var table = TextTable(
            [("start", .right), ("end", .right), ("words", .left), ("skill", .left), ("ambiguous", .left)],
            flexible: [2])
        for hit in hits {
            let skill = Taxonomy.standard.skills[Int(hit.skill)]
            table.add([
                String(hit.span.start), String(hit.span.end), words(hit), skill.id, hit.isAmbiguous ? "ambiguous" : "",
            ])
        }
        table.print(output)
    }
}

struct CheckSkillsVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check the data files of a taxonomy: those that ship, or a folder of your own.")

    @Argument(help: "A folder with skills-*.tsv; without it, the files that ship.") var folder: String?
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let taxonomy = try Taxonomy.load(folder: folder ?? Taxonomy.namesFolder)
        let faults = taxonomy.faults()
        let spellings = taxonomy.skills.reduce(0) { $0 + $1.spellings.count }
        if output.json {
            Output.json { w in
                w.object { w in
                    w.member("version", taxonomy.version)
                    w.member("skills", taxonomy.skills.count)
                    w.member("spellings", spellings)
                    w.key("faults")
                    w.array(faults) { $0.value($1) }
                }
            }
        } else {
            for fault in faults { Output.line(fault) }
            Output.line("\(taxonomy.skills.count) skills, \(spellings) spellings, \(faults.count) faults")
        }
        if !faults.isEmpty { throw Fault(.malformed, "the taxonomy has \(faults.count) faults") }
    }
}
