import Base
import Person
import Taxonomy

/// The limits as the form has them. A fault's `at` is the label that the person sees.
enum LimitsForm {
    static func read(_ fields: [(name: String, value: String)]) throws(Fault) -> Limits {
        let form = Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { a, _ in a })
        var limits = Limits()
        limits.places = list(form["place"])
        limits.blockedEmployers = list(form["block"])
        limits.languages = list(form["language"]).map { $0.lowercased() }
        limits.workplace = form["workplace"].flatMap(Limits.Workplace.init(rawValue:))
        for code in list(form["country"]) {
            guard let country = Country(code.uppercased()) else {
                throw Fault(.usage, "a country has two letters, like DE", at: "Countries")
            }
            limits.countries.append(country)
        }
        for word in list(form["seniority"]) {
            guard let level = Seniority(id: word.lowercased()) else {
                throw Fault(.usage, "one of " + Seniority.allCases.map(\.id).joined(separator: ", "), at: "Levels")
            }
            limits.seniorities.append(level)
        }
        if let text = form["floor"], !text.isEmpty {
            guard let floor = Limits.floor(text) else {
                throw Fault(.usage, "say an amount and a currency, like 75000 EUR", at: "Least pay")
            }
            limits.payFloor = floor
        }
        if let text = form["oncall"], !text.isEmpty {
            guard let duty = Limits.Duty(text) else {
                throw Fault(.usage, "say none, any, or 1/6 for one week in six", at: "On-call")
            }
            limits.duty = duty
        }
        return limits
    }

    private static func list(_ text: String?) -> [String] {
        (text ?? "").split(separator: ",").prefix(50).map { CleanText.line(String($0)) }.filter { !$0.isEmpty }
    }
}
