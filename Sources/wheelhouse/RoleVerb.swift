import ArgumentParser
import Base
import Insight
import Market
import Taxonomy

struct RoleVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "What a role is made of: its wheel, what it asks for, what moves, what it pays.",
        discussion: "Example: wheelhouse role platform")
    @Argument(help: "backend, platform, data-engineer, ...") var name: String
    @OptionGroup var question: QuestionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let role = try SubjectName.role(name)
        let (insight, asked) = try question.read()
        var query = asked
        query.roles = [role]
        let wheel = insight.wheel(of: query, name: role.title)
        let skills = insight.asked(in: query, limit: 12)
        let movers = insight.movers(in: query)
        let pay = insight.pay(of: query, name: role.title)
        let change = insight.change(.role(role), in: asked)
        if output.json {
            return Output.json { w in
                w.object { w in
                    w.member("role", role.id)
                    w.member("name", role.title)
                    w.key("change")
                    change.write(&w)
                    w.key("wheel")
                    wheel.write(&w)
                    w.key("asked")
                    w.array(skills) { $1.write(&$0) }
                    w.key("movers")
                    movers.write(&w)
                    w.key("pay")
                    pay.write(&w)
                }
            }
        }
        if output.isTable { return FindingLines.table(wheel.spokes + skills + [change], output) }
        FindingLines.headline(Self.sentence(role, wheel), wheel.witness)
        FindingLines.wheel(wheel)
        Output.line("  \(change.verdict.mark) \(change.sentence)")
        FindingLines.section("Asked for most")
        FindingLines.list(skills)
        FindingLines.section("What moves")
        MarketVerb.show(movers, insight, query, limit: 4, headline: false)
        FindingLines.section("Pay")
        PayVerb.lines(pay)
        Output.line()
        FindingLines.notes([wheel.breadth], witness: wheel.witness)
    }

    /// The two tallest spokes that are shown, in a sentence.
    static func sentence(_ role: RoleFamily, _ wheel: Wheel) -> String {
        let tall = wheel.spokes.filter { $0.value != nil }.sorted { ($0.value ?? 0) > ($1.value ?? 0) }.prefix(2)
        guard wheel.refusal == nil, tall.count == 2 else {
            return wheel.spokes.first?.sentence ?? "Nothing can be said of this role."
        }
        return
            "\(role.title) ads ask most for \(tall[0].name.lowercased()) (\(tall[0].valueText)) and \(tall[1].name.lowercased()) (\(tall[1].valueText))."
    }
}
