import ArgumentParser
import Base
import Home
import Market
import Match
import Person
import Taxonomy

/// `wheelhouse me`: the person's own side. Nothing here is sent anywhere.
struct MeVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "me", abstract: "What you can show, and the work that fits. It stays on this machine.",
        subcommands: [
            MeInit.self, MeImport.self, MeShow.self, MeConfirm.self, MeDispute.self, MeHide.self, MeLimits.self,
            MeMatch.self, MeGap.self, MeErase.self, MeServe.self,
        ])
}

extension DataOptions {
    func person() throws -> PersonStore { PersonStore(folder: try folder()) }

    func matcher(_ market: MarketReader) -> Matcher { Matcher(reader: market, taxonomy: .standard) }
}

struct MeInit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make your file.",
        discussion: "Example: wheelhouse me init")
    @OptionGroup var data: DataOptions

    func run() throws {
        let store = try data.person()
        try store.create(at: Clock.now)
        Output.line("Your file is \(store.path).")
        Output.line(
            "Only your account can read it (mode 0600). It is not encrypted yet: whoever can log in as you, or takes the disk, can read it."
        )
        Output.line(
            "Nothing in it is ever sent anywhere. Next: wheelhouse me import resume.json, or a plain list of skills.")
    }
}

struct MeImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read a JSON Resume or a plain list of skills into your file.",
        discussion: "Example: wheelhouse me import skills.txt")
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: "The file.") var files: [String]

    func run() throws {
        let store = try data.person()
        let reader = PersonImport(taxonomy: .standard)
        for file in files {
            let bytes = try DurableFile.read(file, limit: PersonImport.limitBytes)
            let imported = try reader.read(bytes, name: file.split(separator: "/").last.map(String.init) ?? file)
            try store.append(.imported(imported))
            for fault in imported.faults { Output.note("\(file)\(fault.at): \(fault.sentence); left out") }
            if output.json { report(imported); continue }
            Output.line("\(file): \(imported.claims.count) skills, \(imported.work.count) jobs.")
            if !imported.unrecognised.isEmpty {
                Output.line("Not known by name, kept apart: \(imported.unrecognised.joined(separator: ", ")).")
            }
        }
    }

    private func report(_ imported: Imported) {
        Output.json { w in
            w.object { w in
                w.member("file", imported.name)
                w.member("skills", strings: imported.claims.map(\.skill))
                w.member("jobs", imported.work.count)
                w.member("unrecognised", strings: imported.unrecognised)
                w.member("faults", strings: imported.faults.map { "\($0.at): \($0.sentence)" })
            }
        }
    }
}

struct MeShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What your file says, each claim with its words.",
        discussion: "Example: wheelhouse me show")
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let profile = try data.person().profile()
        let taxonomy = Taxonomy.standard
        let claims = profile.claims.filter { $0.state != .hidden }
        if output.json { return json(profile, claims) }
        var table = TextTable(
            [("skill", .left), ("level", .left), ("state", .left), ("evidence", .left)], flexible: [3])
        for claim in claims {
            let words = claim.evidence.first.map { "“\($0.quote)” (\($0.at))" } ?? ""
            let more = claim.evidence.count > 1 ? " and \(claim.evidence.count - 1) more" : ""
            table.add([
                taxonomy.skill(id: claim.skill)?.name ?? claim.skill, claim.level?.rawValue ?? "–",
                claim.state.rawValue, words + more,
            ])
        }
        table.print(output)
        guard Output.isTerminal, !output.csv, !output.tsv else { return }
        let said = profile.said(in: taxonomy)
        Output.line()
        Output.line(
            "Practices that your skills speak for: "
                + (said.practices.isEmpty ? "none yet" : said.practices.map(\.title).joined(separator: ", ")) + ".")
        let silent = Practice.allCases.filter { !said.contains($0) }
        if !silent.isEmpty {
            Output.line(Output.dim("Not shown yet: " + silent.map(\.title).joined(separator: ", ") + "."))
        }
        if !profile.isConfirmed {
            Output.line(
                Output.dim(
                    "Nothing is confirmed yet: matching uses all that is suggested. `wheelhouse me confirm SKILL...`"))
        }
    }

    private func json(_ profile: Profile, _ claims: [Claim]) {
        Output.json { w in
            w.object { w in
                w.key("skills")
                w.array(claims) { w, claim in
                    w.object { w in
                        w.member("skill", claim.skill)
                        w.member("level", claim.level?.rawValue)
                        w.member("state", claim.state.rawValue)
                        w.key("evidence")
                        w.array(claim.evidence) { w, e in
                            w.object { w in
                                w.member("at", e.at)
                                w.member("quote", e.quote)
                                w.member("first", e.first)
                                w.member("last", e.last)
                            }
                        }
                    }
                }
                w.member("practices", strings: profile.said(in: .standard).practices.map(\.id))
                w.member("unrecognised", strings: profile.unrecognised)
            }
        }
    }
}

/// The owner's word on claims, for one or several skills.
protocol ClaimVerb: ParsableCommand {
    static var state: ClaimState { get }
    var data: DataOptions { get }
    var skills: [String] { get }
}

extension ClaimVerb {
    func run() throws {
        let store = try data.person()
        let profile = try store.profile()
        let ids = try skills.map { name in
            guard let skill = Taxonomy.standard.skill(named: name) ?? Taxonomy.standard.skill(id: name),
                profile.claim(skill.id) != nil
            else {
                throw Fault(.notFound, "your file has no claim of this name", at: name)
            }
            return skill.id
        }
        for id in ids { try store.append(.state(skill: id, Self.state)) }
        Output.line("\(ids.count) \(ids.count == 1 ? "claim is" : "claims are") \(Self.state.rawValue).")
    }
}

struct MeConfirm: ClaimVerb {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Say that claims are true; from the first on, only those are matched.")
    static let state = ClaimState.confirmed
    @OptionGroup var data: DataOptions
    @Argument(help: "Skills.") var skills: [String]
}

struct MeDispute: ClaimVerb {
    static let configuration = CommandConfiguration(
        commandName: "dispute", abstract: "Keep claims, but out of matching.")
    static let state = ClaimState.disputed
    @OptionGroup var data: DataOptions
    @Argument(help: "Skills.") var skills: [String]
}

struct MeHide: ClaimVerb {
    static let configuration = CommandConfiguration(commandName: "hide", abstract: "Keep claims out of every output.")
    static let state = ClaimState.hidden
    @OptionGroup var data: DataOptions
    @Argument(help: "Skills.") var skills: [String]
}

struct MeErase: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "erase", abstract: "Remove your file.")
    @OptionGroup var data: DataOptions
    @Flag(help: "Really do it.") var yes = false

    func run() throws {
        let store = try data.person()
        guard yes else { throw Fault(.usage, "this removes your file for good; say --yes", at: store.path) }
        try store.erase()
        Output.line(
            "Your file is gone. Copies that you made elsewhere are not; a disk may keep old blocks until they are written over."
        )
    }
}
