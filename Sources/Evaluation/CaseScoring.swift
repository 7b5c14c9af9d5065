import Base
import Taxonomy

/// How a case of one question is marked: which fields its set has, and what one answer adds to each.
enum CaseScoring {
    /// The facts of a case of on-call and terms, each null or "unstated" where the text does not give it.
    static let terms = [
        "oncall", "visa", "clearance", "travel", "travelMaxPercent", "degree", "yearsMin", "contract", "worktime",
        "hoursMin", "hoursMax",
    ]
    static let modes = ["onsite", "hybrid", "remote", "unstated"]
    static let payParts = ["amount", "currency", "period", "kind", "annual"]

    static func fields(_ set: CaseSet) -> [Field] {
        switch set {
        case .skills:
            [
                .names("named skill"), .names("skill with its status"), .share("status right, of found"),
                .share("trap cases fallen for", lowerIsBetter: true), .share("whole case right"),
                .share("whole case right, trap cases"), .share("whole case right, plain cases"),
            ]
        case .practices:
            [.names("practice")] + Practice.allCases.map { .names($0.id) } + [
                .share("hard negatives labelled", lowerIsBetter: true), .share("whole case right"),
            ]
        case .pay:
            [
                .share("amount, currency, period right, of stated pays"), .share("all fields right, of all cases"),
            ] + payParts.map { .share("\($0) right, of stated pays") } + [
                .share("non-pay accepted as pay", lowerIsBetter: true), .names("pay found"),
            ]
        case .place:
            [.share("mode right")] + modes.map { .share("mode right, \($0)") } + [
                .share("eligible set right"), .names("eligible"), .share("city set right"), .names("city"),
                .share("time zone right, where stated"), .share("whole case right"),
            ]
        case .titles:
            [
                .share("IT or not, right"), .share("non-IT taken for IT", lowerIsBetter: true),
                .share("family right, of IT"), .share("seniority right, of IT"),
                .share("seniority right, where stated"), .share("whole case right"), .names("IT"),
            ]
        case .terms:
            [.names("fact")] + terms.map { .share("\($0) right, where stated") } + [.share("whole case right")]
        }
    }

    /// Precondition: the case's `expected` has the shape of its set.
    static func mark(_ record: JSON, _ answer: JSON, _ set: CaseSet) -> Marked {
        switch set {
        case .skills: skills(record, answer)
        case .practices: practices(record, answer)
        case .pay: pay(record, answer)
        case .place: place(record, answer)
        case .titles: titles(record, answer)
        case .terms: terms(record, answer)
        }
    }

    /// Within half a per cent of the label; two unknown numbers are equal.
    static func isNear(_ labelled: JSON, _ read: JSON) -> Bool {
        guard !labelled.isNull, !read.isNull else { return labelled.isNull && read.isNull }
        guard let a = labelled.double, let b = read.double else { return false }
        return abs(a - b) <= 0.005 * max(abs(a), 1e-9)
    }

    /// Further accepted answers: the strings of `also` under a name.
    static func also(_ record: JSON, _ name: String) -> [String] {
        record["also"].member(name).elements.compactMap(\.string)
    }

    // MARK: Practices

    private static func practices(_ record: JSON, _ answer: JSON) -> Marked {
        func names(_ j: JSON) -> Set<String> { Set(j.elements.compactMap(\.string)) }
        let labelled = names(record["expected"]["practices"])
        let read = names(answer["practices"]).subtracting(names(record["ignore"]).subtracting(labelled))
        var m = Marked()
        m.tallies["practice"] = .names(labelled, read)
        for p in Practice.allCases {
            m.tallies[p.id] = .names(labelled.intersection([p.id]), read.intersection([p.id]))
        }
        if labelled.isEmpty { m.tallies["hard negatives labelled"] = .share(!read.isEmpty) }
        m.tallies["whole case right"] = .share(labelled == read)
        for name in labelled.symmetricDifference(read).sorted() {
            let isLabelled = labelled.contains(name)
            m.differences.append(
                Difference(what: "practice \(name)", labelled: isLabelled ? "yes" : nil, read: isLabelled ? nil : "yes")
            )
        }
        m.severity = Double(m.differences.count)
        return m
    }

    // MARK: Pay

    private static func pay(_ record: JSON, _ answer: JSON) -> Marked {
        let isRead = !answer["min"].isNull || !answer["max"].isNull
        var m = Marked()
        guard !record["expected"].isNull else {
            m.tallies["non-pay accepted as pay"] = .share(isRead)
            m.tallies["all fields right, of all cases"] = .share(!isRead)
            m.tallies["pay found"] = Tally(extra: isRead ? 1 : 0)
            if isRead { m.differences = [Difference(what: "pay", read: spoken(answer))] }
            m.severity = isRead ? 3 : 0
            return m
        }
        /// Whether each part of the answer is that of one accepted pay.
        func parts(_ e: JSON) -> [(name: String, isRight: Bool)] {
            func same(_ name: String, unsaid: String? = nil) -> Bool {
                e.member(name).string == (answer.member(name).exists ? answer.member(name).string : unsaid)
            }
            return [
                ("min", isRead && isNear(e["min"], answer["min"])), ("max", isRead && isNear(e["max"], answer["max"])),
                ("currency", isRead && same("currency")), ("period", isRead && same("period")),
                ("kind", isRead && same("kind", unsaid: "base")),
                (
                    "annual",
                    isRead && isNear(e["annualMin"], answer["annualMin"])
                        && isNear(e["annualMax"], answer["annualMax"])
                ),
            ]
        }
        let accepted = [record["expected"]] + record["alts"].elements
        var best = parts(accepted[0])
        for e in accepted.dropFirst() where parts(e).count(where: \.isRight) > best.count(where: \.isRight) {
            best = parts(e)
        }
        let right = Dictionary(uniqueKeysWithValues: best.map { ($0.name, $0.isRight) })
        func all(_ names: String...) -> Bool { names.allSatisfy { right[$0] == true } }
        m.tallies["amount, currency, period right, of stated pays"] = .share(all("min", "max", "currency", "period"))
        m.tallies["all fields right, of all cases"] = .share(best.allSatisfy(\.isRight))
        for part in payParts {
            m.tallies["\(part) right, of stated pays"] = .share(part == "amount" ? all("min", "max") : all(part))
        }
        m.tallies["pay found"] = Tally(found: isRead ? 1 : 0, missed: isRead ? 0 : 1)
        let wrong = best.filter { !$0.isRight }.map(\.name)
        if !wrong.isEmpty {
            m.differences = [
                Difference(
                    what: isRead ? "pay (\(wrong.joined(separator: ", ")))" : "pay",
                    labelled: spoken(record["expected"]), read: isRead ? spoken(answer) : nil)
            ]
        }
        m.severity = Double(wrong.count) / 2
        return m
    }

    /// "120000 to 150000 USD a year, base"
    private static func spoken(_ pay: JSON) -> String {
        func number(_ j: JSON) -> String? { j.isNull ? nil : String(decoding: j.raw, as: UTF8.self) }
        let amounts: String
        switch (number(pay["min"]), number(pay["max"])) {
        case let (low?, high?): amounts = low == high ? low : "\(low) to \(high)"
        case let (low?, nil): amounts = "from \(low)"
        case let (nil, high?): amounts = "up to \(high)"
        case (nil, nil): amounts = "no amount"
        }
        return [amounts, pay["currency"].string, pay["period"].string.map { "a \($0)," }, pay["kind"].string ?? "base"]
            .compactMap { $0 }.joined(separator: " ")
    }
}
