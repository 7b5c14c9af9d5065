import ArgumentParser
import Base
import Person
import Taxonomy

struct MeLimits: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "limits",
        abstract: "What you will not go below. An opening that is silent is never hidden by a limit.",
        discussion: """
            Without options it prints the limits. With options it replaces those that are named.
            Example: wheelhouse me limits --place Berlin --country DE --floor 75000EUR --oncall 1/6
            """)
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "A place; repeat for several.") var place: [String] = []
    @Option(help: "A country, two letters; repeat for several.") var country: [String] = []
    @Option(help: "remote, remote-or-hybrid, onsite or any.") var workplace: String?
    @Option(help: "Least pay a year: 75000EUR.") var floor: String?
    @Option(help: "Duty out of hours: none, any, or 1/6 for one week in six.") var oncall: String?
    @Option(help: "A level (junior, mid, senior, ...); repeat for several.") var seniority: [String] = []
    @Option(help: "A language that you speak, two letters; repeat for several.") var language: [String] = []
    @Option(help: "An employer whose openings you never want to see; repeat for several.") var block: [String] = []
    @Flag(help: "Drop all limits first.") var clear = false

    func run() throws {
        let store = try data.person()
        let before = try store.profile().limits
        let after = try changed(clear ? Limits() : before)
        if after != before { try store.append(.limits(after)) }
        show(after)
    }

    private func changed(_ start: Limits) throws -> Limits {
        var limits = start
        if !place.isEmpty { limits.places = place }
        if !country.isEmpty {
            limits.countries = try country.map {
                guard let c = Country($0.uppercased()) else { throw Fault(.usage, "a country has two letters", at: $0) }
                return c
            }
        }
        if let workplace {
            guard let w = Limits.Workplace(rawValue: workplace) else {
                throw Fault(.usage, "say remote, remote-or-hybrid, onsite or any", at: workplace)
            }
            limits.workplace = w
        }
        if let floor {
            guard let money = Limits.floor(floor) else {
                throw Fault(.usage, "say an amount and a currency, like 75000EUR", at: floor)
            }
            limits.payFloor = money
        }
        if let oncall {
            guard let duty = Limits.Duty(oncall) else {
                throw Fault(.usage, "say none, any, or 1/6 for one week in six", at: oncall)
            }
            limits.duty = duty
        }
        if !seniority.isEmpty {
            limits.seniorities = try seniority.map {
                guard let s = Seniority(id: $0) else {
                    throw Fault(
                        .usage, "no such level; one of " + Seniority.allCases.map(\.id).joined(separator: ", "), at: $0)
                }
                return s
            }
        }
        if !language.isEmpty { limits.languages = language.map { $0.lowercased() } }
        if !block.isEmpty { limits.blockedEmployers = block }
        return limits
    }

    private func show(_ limits: Limits) {
        if output.json {
            return Output.json { w in
                w.object { w in
                    w.member("places", strings: limits.places)
                    w.member("countries", strings: limits.countries.map(\.code))
                    w.member("workplace", limits.workplace?.rawValue)
                    w.member("floor", limits.payFloor?.amount)
                    w.member("currency", limits.payFloor?.currency.code)
                    w.member("oncall", limits.duty?.text)
                    w.member("seniority", strings: limits.seniorities.map(\.id))
                    w.member("languages", strings: limits.languages)
                    w.member("blocked", strings: limits.blockedEmployers)
                }
            }
        }
        var table = TextTable([("limit", .left), ("value", .left)], flexible: [1])
        func row(_ name: String, _ value: String) { if !value.isEmpty { table.add([name, value]) } }
        row("places", (limits.places + limits.countries.map(\.code)).joined(separator: ", "))
        row("workplace", limits.workplace?.rawValue ?? "")
        row(
            "pay",
            limits.payFloor.map { "at least \($0.currency.code) \(Numbers.grouped(Int($0.amount))) a year" } ?? "")
        row("on-call", limits.duty?.text ?? "")
        row("seniority", limits.seniorities.map(\.title).joined(separator: ", "))
        row("languages", limits.languages.joined(separator: ", "))
        row("never", limits.blockedEmployers.joined(separator: ", "))
        if limits.isEmpty { Output.line("No limits.") } else { table.print(output) }
    }
}
