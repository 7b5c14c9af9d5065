import ArgumentParser
import Base
import Insight
import Market
import Taxonomy

struct SkillVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "skill", abstract: "How much a skill is asked for, whether that changes, and what goes with it.",
        discussion: "Example: wheelhouse skill terraform --query \"place:DE\"")
    @Argument(help: "Any spelling: Kubernetes, k8s.") var name: String
    @OptionGroup var question: QuestionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let skill = try SubjectName.skill(name)
        let (insight, query) = try question.read()
        let subject = Subject.skill(skill.id)
        let demand = insight.demand(subject, in: query)
        let companions = insight.companions(of: skill.id, in: query)
        if output.json {
            return Output.json { w in
                w.object { w in
                    w.member("skill", skill.id)
                    w.member("name", skill.name)
                    w.key("demand")
                    demand.write(&w)
                    w.key("companions")
                    w.array(companions) { $1.write(&$0) }
                }
            }
        }
        if output.isTable {
            return FindingLines.table([demand.share, demand.change] + companions.map(\.share), output)
        }
        FindingLines.headline(demand.share)
        Output.line("  \(demand.change.verdict.mark) \(demand.change.sentence)")
        DemandLines.show(demand)
        FindingLines.section("Goes with")
        CompanionLines.show(companions)
        FindingLines.notes([demand.share, demand.change])
    }
}

enum DemandLines {
    static func show(_ d: Demand) {
        let employers = d.companies == 1 ? "1 known employer" : "\(Numbers.grouped(d.companies)) known employers"
        Output.line(
            "  \(Numbers.grouped(d.openNow)) open now at \(employers), \(Numbers.grouped(d.newThisMonth)) new this month"
        )
        Output.line("  \(d.payDisclosed.sentence)")
    }
}

enum CompanionLines {
    static func show(_ companions: [Companion]) {
        if companions.isEmpty { Output.line("  – nothing is named with it often enough to tell") }
        for c in companions {
            let share = c.share.refusal == nil ? "\(c.share.valueText)  (\(c.share.intervalText))" : "–"
            let name = TextTable.fit(c.name, 24, .left)
            let role = c.explainedByRole ? "  explained by role" : ""
            Output.line(
                "  \(name)  \(TextTable.fit(share, 16, .left))  \((c.lift * 10).rounded() / 10) times as often as elsewhere\(role)"
            )
        }
    }
}
