import ArgumentParser
import Base
import Market
import Match
import Person
import Taxonomy

struct MeMatch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Openings that fit, best first, with what is matched, missing and not named.",
        discussion:
            "Reads the market in the data folder and your file; asks nobody. Example: wheelhouse me match --limit 5")
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "How many openings.") var limit = 10
    @Flag(help: "Show the number that orders the list and how it is made.") var explain = false
    @Flag(help: "Show the openings that name too little to tell.") var vague = false

    func run() throws {
        guard (1...200).contains(limit) else { throw Fault(.usage, "--limit is from 1 to 200", at: String(limit)) }
        let profile = try data.person().profile()
        guard !profile.matchable.isEmpty else {
            throw Fault(.refused, "your file names no skill yet; wheelhouse me import FILE")
        }
        let market = try data.openMarket().reader
        let matcher = data.matcher(market)
        let ranking = matcher.rank(profile)
        let list = (vague ? ranking.littleToGoOn : ranking.openings).prefix(limit)
        let lines = try list.map { try MatchLines($0, market: market, matcher: matcher, profile: profile) }
        if output.json { return MatchLines.json(lines, ranking, market) }
        for line in lines { line.print(explain: explain, matcher: matcher) }
        Self.close(ranking, profile, shown: lines.count, vague: vague)
        if market.generation.isSample { Output.line(Output.dim("Sample data: these employers are invented.")) }
    }

    static func close(_ ranking: Ranking, _ profile: Profile, shown: Int, vague: Bool) {
        Output.line(
            "\(Numbers.grouped(shown)) of \(Numbers.grouped(vague ? ranking.littleToGoOn.count : ranking.openings.count)) openings."
                + (vague
                    ? ""
                    : " \(Numbers.grouped(ranking.littleToGoOn.count)) more name fewer than \(Ranking.fewestSkills) skills: little to go on (--vague).")
        )
        if ranking.hiddenTotal > 0 {
            let parts = ranking.hidden.map {
                "\($0.limit.rawValue) hides \(Numbers.grouped($0.count))\($0.silent > 0 ? ", \(Numbers.grouped($0.silent)) of \(Numbers.grouped($0.asked)) do not say" : "")"
            }
            Output.line(
                Output.dim(
                    "Hidden by your limits: \(Numbers.grouped(ranking.hiddenTotal)) (\(parts.joined(separator: "; ")))."
                ))
        }
        if !profile.isConfirmed {
            Output.line(Output.dim("Matched with what your file suggests; nothing is confirmed yet."))
        }
    }
}

/// One opening of the list with its words, as the terminal and JSON show it.
struct MatchLines {
    struct Words {
        var skill: Skill
        var status: MentionStatus
        /// Of the ad; nil if its text names the skill only in a field.
        var quote: String?
        var claim: Claim?
    }
    var ranked: RankedOpening
    var card: OpeningCard
    var matched: [Words]
    var missing: [Words]
    var notNamed: [Skill]

    init(_ ranked: RankedOpening, market: MarketReader, matcher: Matcher, profile: Profile) throws {
        let detail = try market.opening(id: ranked.candidate.id)
        func words(_ ask: Candidate.Ask) -> Words {
            let skill = matcher.taxonomy.skills[Int(ask.skill)]
            return Words(
                skill: skill, status: ask.status, quote: detail.flatMap { Matcher.words(for: ask.skill, in: $0.facts) },
                claim: profile.claim(skill.id))
        }
        self.ranked = ranked
        card = detail?.card ?? market.cards(rows: [ranked.candidate.row])[0]
        matched = ranked.matched.map(words)
        missing = (ranked.missingRequired + ranked.missingNice).map(words)
        notNamed = matcher.notNamed(ranked.candidate, role: card.role).prefix(6).map {
            matcher.taxonomy.skills[Int($0)]
        }
    }

    func print(explain: Bool, matcher: Matcher) {
        Output.line(
            Output.bold(card.title) + "  "
                + [card.company, card.place, card.mode == .unstated ? "" : card.mode.title].filter { !$0.isEmpty }
                .joined(separator: " · "))
        Output.line(
            "  pay        " + (card.payText ?? "not stated")
                + Output.dim("   first seen \(card.firstDay.spoken)\(card.copies > 1 ? ", \(card.copies) copies" : "")")
        )
        row("matched", matched)
        row("missing", missing)
        if !notNamed.isEmpty {
            Output.line(
                "  not named  "
                    + Output.dim(notNamed.map(\.name).joined(separator: ", ") + " (the role usually asks it)"))
        }
        if !ranked.unknown.isEmpty {
            Output.line("  unknown    " + ranked.unknown.map(\.rawValue).joined(separator: ", "))
        }
        if explain {
            let total = matcher.weights.weight(ranked.candidate.asks)
            let shared = matcher.weights.weight(ranked.matched)
            Output.line(
                Output.dim(
                    "  fit        \(ranked.fit)/1024 = shared \(shared) / (named \(total) + usual \(matcher.weights.median))"
                ))
        }
        if let url = card.url { Output.line(Output.dim("  \(url)")) }
        Output.line()
    }

    private func row(_ label: String, _ words: [Words]) {
        guard !words.isEmpty else { return Output.line("  \(label.padded(11))" + Output.dim("nothing")) }
        let names = words.map { $0.skill.name + ($0.status == .nice ? " (nice)" : "") }.joined(separator: ", ")
        Output.line("  \(label.padded(11))" + (label == "matched" ? Output.yellow(names) : names))
        if let quote = words.lazy.compactMap(\.quote).first { Output.line(Output.dim("             “\(quote)”")) }
    }

    static func json(_ lines: [MatchLines], _ ranking: Ranking, _ market: MarketReader) {
        Output.json { w in
            w.object { w in
                w.member("sample", market.generation.isSample)
                w.member("openings", ranking.openings.count)
                w.member("littleToGoOn", ranking.littleToGoOn.count)
                w.member("hidden", ranking.hiddenTotal)
                w.key("hiddenBy")
                w.array(ranking.hidden) { w, hidden in
                    w.object { w in
                        w.member("limit", hidden.limit.rawValue)
                        w.member("count", hidden.count)
                        w.member("silent", hidden.silent)
                        w.member("asked", hidden.asked)
                    }
                }
                w.key("matches")
                w.array(lines) { w, line in line.write(to: &w) }
            }
        }
    }

    func write(to w: inout JSONWriter) {
        w.object { w in
            w.member("id", String(card.id))
            w.member("title", card.title)
            w.member("company", card.company)
            w.member("place", card.place)
            w.member("fit", ranked.fit)
            for (key, words) in [("matched", matched), ("missing", missing)] {
                w.key(key)
                w.array(words) { w, word in
                    w.object { w in
                        w.member("skill", word.skill.id)
                        w.member("name", word.skill.name)
                        w.member("status", word.status.id)
                        w.member("words", word.quote)
                    }
                }
            }
            w.member("notNamed", strings: notNamed.map(\.id))
            w.member("unknown", strings: ranked.unknown.map(\.rawValue))
            w.member("url", card.url)
        }
    }
}

struct MeGap: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gap", abstract: "What a role asks that you do not show yet, by weight.",
        discussion: "Example: wheelhouse me gap platform")
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: "The role: platform, backend, cloud-architect, ...") var role: String
    @Option(help: "How many skills.") var limit = 15

    func run() throws {
        guard let family = RoleFamily(id: role) else {
            throw Fault(
                .usage, "no such role; one of " + RoleFamily.allCases.filter(\.isIT).map(\.id).joined(separator: ", "),
                at: role)
        }
        let profile = try data.person().profile()
        let market = try data.openMarket().reader
        let matcher = data.matcher(market)
        let gap = try matcher.gap(to: family, for: profile)
        if output.json { return json(gap, matcher) }
        Output.line(
            Output.bold(
                "\(family.title): \(Int((gap.gap * 100).rounded())) of 100 parts of what such ads ask, by weight, are not in your file"
            ))
        var table = TextTable([("skill", .left), ("asked in", .right), ("you", .left)])
        for line in gap.lines.prefix(limit) {
            table.add([
                matcher.taxonomy.skills[Int(line.skill)].name, "\(Int((line.share * 100).rounded())) %",
                line.isShown ? "shown" : "not shown yet",
            ])
        }
        table.print(output)
        Output.line(
            Output.dim("n=\(Numbers.grouped(gap.openings)) openings. A small gap in named skills is no small step."))
    }

    private func json(_ gap: Gap, _ matcher: Matcher) {
        Output.json { w in
            w.object { w in
                w.member("role", gap.role.id)
                w.member("openings", gap.openings)
                w.member("gap", gap.gap)
                w.key("skills")
                w.array(gap.lines.prefix(limit)) { w, line in
                    w.object { w in
                        w.member("skill", matcher.taxonomy.skills[Int(line.skill)].id)
                        w.member("share", line.share)
                        w.member("shown", line.isShown)
                    }
                }
            }
        }
    }
}

extension String {
    func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - Output.columns(self))) }
}
