import ArgumentParser
import Base
import Insight
import Market
import Taxonomy

struct PayVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pay", abstract: "Who states pay, and what those who do offer; one currency, nothing converted.",
        discussion: "Example: wheelhouse pay --query \"role:backend place:US\"")
    @OptionGroup var question: QuestionOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let (insight, query) = try question.read()
        let pay = insight.pay(of: query, name: "these openings")
        if output.json { return Output.json { pay.write(&$0) } }
        let findings = [pay.disclosure] + pay.quantiles.map(\.finding)
        if output.isTable { return FindingLines.table(findings, output) }
        FindingLines.headline(pay.disclosure)
        Self.lines(pay, disclosure: false)
        Output.line()
        FindingLines.notes(findings)
        if findings.allSatisfy({ $0.refusal != nil }) { throw ExitCode(3) }
    }

    static func lines(_ pay: PayPicture, disclosure: Bool = true) {
        if disclosure { Output.line("  " + pay.disclosure.sentence) }
        guard let currency = pay.currency else { return Output.line("  – no currency is stated") }
        for q in pay.quantiles {
            let f = q.finding
            if f.refusal != nil {
                Output.line("  – \(f.name)  \(Output.dim(f.sentence))")
            } else {
                Output.line(
                    "  · \(f.name)  \(f.valueText) \(currency.code)  \(Output.dim("(\(f.intervalText))  n=\(Numbers.grouped(f.witness.openings))"))"
                )
            }
        }
        if !pay.other.isEmpty {
            let others = pay.other.prefix(6).map { "\($0.currency.code) \(Numbers.grouped($0.openings))" }.joined(
                separator: ", ")
            Output.line(Output.dim("  Not counted with these: \(others)."))
        }
    }
}
