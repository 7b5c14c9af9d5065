import ArgumentParser
import Base
import Insight
import Market
import Taxonomy

struct PracticeVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice", abstract: "How much a practice is asked for, by which roles, and with which skills.",
        discussion: "Example: wheelhouse practice operations")
    @Argument(
        help: "delivery, infrastructure, operations, data, collaboration, security, automation, customer, leadership")
    var name: String
    @OptionGroup var question: QuestionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let practice = try SubjectName.practice(name)
        let (insight, query) = try question.read()
        let demand = insight.demand(.practice(practice), in: query)
        let roles = Self.roles(practice, insight, query)
        var asking = query
        asking.practices = Array(Set(asking.practices + [practice])).sorted { $0.rawValue < $1.rawValue }
        let skills = insight.asked(in: asking, limit: 10)
        if output.json {
            return Output.json { w in
                w.object { w in
                    w.member("practice", practice.id)
                    w.member("name", practice.title)
                    w.key("demand")
                    demand.write(&w)
                    w.key("roles")
                    w.array(roles) { $1.write(&$0) }
                    w.key("asked")
                    w.array(skills) { $1.write(&$0) }
                }
            }
        }
        if output.isTable { return FindingLines.table([demand.share, demand.change] + roles + skills, output) }
        FindingLines.headline(demand.share)
        Output.line("  \(demand.change.verdict.mark) \(demand.change.sentence)")
        DemandLines.show(demand)
        FindingLines.section("By role")
        FindingLines.list(roles)
        FindingLines.section("Skills that the same openings name")
        FindingLines.list(skills)
        Output.line()
        FindingLines.notes([demand.share, demand.change])
    }

    /// Its share in each role that has enough openings, highest first.
    static func roles(_ practice: Practice, _ insight: MarketInsight, _ query: Query) -> [Finding] {
        let families = query.roles.isEmpty ? RoleFamily.allCases.filter(\.isIT) : query.roles
        return families.map { role -> Finding in
            var q = query
            q.roles = [role]
            var f = insight.share(.practice(practice), in: q)
            f.name = role.title
            return f
        }
        .filter { $0.refusal == nil }.sorted { ($0.value ?? 0, $1.name) > ($1.value ?? 0, $0.name) }
    }
}
