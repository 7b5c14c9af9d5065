import Base
import Fixtures
import Foundation
import Match
import Person
import Taxonomy
import Testing

/// The rules of person.md §3 on the cases of `$WHEELHOUSE_VECTORS/person/match.json`.
@Suite struct PersonVectors {
    /// Names to small integers: these cases need no taxonomy.
    struct Names {
        private(set) var index: [String: SkillIndex] = [:]
        private(set) var list: [String] = []
        mutating func callAsFunction(_ name: String) -> SkillIndex {
            if let i = index[name] { return i }
            index[name] = SkillIndex(list.count)
            list.append(name)
            return SkillIndex(list.count - 1)
        }
    }

    @Test func `every visible, hidden, unknown, order and line assertion of match.json`() throws {
        guard let folder = Fixtures.vectors("person") else { return }
        let root = try JSONDocument(DurableFile.read(folder + "/match.json")).root
        var names = Names()
        let candidates = root["openings"].elements.enumerated().map { MatchCase.candidate($1, row: $0, &names) }
        let ids = root["openings"].elements.map { $0["id"].string! }
        let shown = Set(root["profile"]["skills"].members.map { names($0.key) })
        let weights = SkillWeights(candidates: candidates, skillCount: names.list.count)
        let ranking = Ranking(
            candidates, shown: shown, limits: MatchCase.limits(root["profile"]), weights: weights, countsClosed: true)
        let visible = ranking.openings + ranking.littleToGoOn
        let visibleIDs = Set(visible.map { ids[$0.candidate.row] })

        let expect = root["expect"]
        for id in expect["visible_not_filtered"].elements.compactMap(\.string) {
            #expect(visibleIDs.contains(id), "\(id) must be visible")
        }
        for (id, limit) in expect["filtered"].members {
            #expect(!visibleIDs.contains(id), "\(id) must be hidden")
            let row = ids.firstIndex(of: id)!
            let failed = ranking.hiddenByID[candidates[row].id] ?? []
            #expect(
                failed.map(\.rawValue).contains(limit.string!), "\(id) is hidden by \(failed), not by \(limit.string!)")
        }
        for (id, kinds) in expect["unknown"].members {
            let unknown = visible.first { ids[$0.candidate.row] == id }?.unknown.map(\.rawValue) ?? []
            for kind in kinds.elements.compactMap(\.string) {
                #expect(unknown.contains(kind), "\(id): \(kind) must be unknown, found \(unknown)")
            }
        }
        func place(_ id: String) -> Int? {
            ranking.openings.firstIndex { ids[$0.candidate.row] == id }
                ?? ranking.littleToGoOn.firstIndex { ids[$0.candidate.row] == id }.map { $0 + ranking.openings.count }
        }
        for pair in expect["must_rank_above"].elements {
            let (a, b) = (pair.elements[0].string!, pair.elements[1].string!)
            let (i, j) = (try #require(place(a)), try #require(place(b)))
            #expect(i < j, "\(a) must rank above \(b)")
        }
        for (id, lines) in expect["lines"].members {
            let opening = try #require(visible.first { ids[$0.candidate.row] == id })
            #expect(
                Set(opening.matched.map { names.list[Int($0.skill)] })
                    == Set(lines["matched"].elements.compactMap(\.string)))
            let missing = opening.missingRequired + opening.missingNice
            #expect(
                Set(missing.map { names.list[Int($0.skill)] }) == Set(lines["missing"].elements.compactMap(\.string)))
        }
    }
}

/// How a case of the vectors is written.
enum MatchCase {
    static func candidate(_ json: JSON, row: Int, _ names: inout PersonVectors.Names) -> Candidate {
        let required = json["required"].elements.compactMap(\.string).map { Candidate.Ask(names($0), .required) }
        let nice = json["nice"].elements.compactMap(\.string).map { Candidate.Ask(names($0), .nice) }
        var c = Candidate(row: row, id: Int64(row + 1), asks: required + nice)
        c.place = json["place"].string ?? ""
        c.mode = WorkMode(id: json["remote"].string ?? "unstated") ?? .unstated
        let pay = json["pay"]
        if pay.kind == .object, let currency = pay["currency"].string.flatMap({ Currency($0) }) {
            c.pay = (
                pay["min"].double, pay["max"].double, currency,
                PayPeriod(rawValue: pay["period"].string ?? "year") ?? .year
            )
        }
        c.seniority = Seniority(id: json["seniority"].string ?? "unstated") ?? .unstated
        if let duty = json["on_call"].string { (c.onCall, c.onCallPart) = self.duty(duty) }
        let languages = json["languages_required"].elements.compactMap(\.string)
        c.languages = languages.isEmpty ? nil : languages
        c.company = json["company"].string ?? ""
        c.isOpen = json["closed"].bool != true
        return c
    }

    static func duty(_ text: String) -> (OnCall, Double?) {
        if ["no", "none"].contains(text) { return (.no, nil) }
        let ordinals = ["second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8]
        for (word, n) in ordinals where text.contains("every \(word) week") { return (.yes, 1 / Double(n)) }
        if text.contains("every week") { return (.yes, 1) }
        if let limit = Limits.Duty(text), case .atMost(let weeks, let of) = limit {
            return (.yes, Double(weeks) / Double(of))
        }
        return (.yes, nil)
    }

    static func limits(_ profile: JSON) -> Limits {
        var limits = Limits()
        let wants = profile["wants"]
        limits.places = wants["places"].elements.compactMap(\.string)
        limits.workplace = wants["remote"].string.flatMap(Limits.Workplace.init(rawValue:))
        let floor = wants["pay_floor"]
        if let amount = floor["amount"].double, let currency = floor["currency"].string.flatMap({ Currency($0) }) {
            limits.payFloor = Money(amount, currency)
            limits.payPeriod = PayPeriod(rawValue: floor["period"].string ?? "year") ?? .year
        }
        limits.duty = wants["on_call"].string.flatMap { Limits.Duty($0) }
        limits.seniorities = wants["seniority"].elements.compactMap { $0.string.flatMap { Seniority(id: $0) } }
        limits.languages = profile["languages"].elements.compactMap(\.string)
        limits.blockedEmployers = wants["blocked"].elements.compactMap(\.string)
        return limits
    }
}
