import Base

extension CaseScoring {
    static func place(_ record: JSON, _ answer: JSON) -> Marked {
        let names = CaseNames.standard
        let e = record["expected"]
        let also = record["also"]
        let readMode = answer["mode"].string.map { $0 == "remote-restricted" ? "remote" : $0 } ?? "unstated"
        let labelledMode = e["mode"].string ?? ""
        let isMode = readMode == labelledMode || Self.also(record, "mode").contains(readMode)

        let read = names.eligible(answer["eligible"])
        let wanted = closest(to: read, of: ([e["eligible"]] + also["eligible"].elements).map(names.eligible))
        func cities(_ j: JSON) -> Set<[UInt8]> { Set(j.elements.map(names.city)) }
        let readCities = cities(answer["cities"])
        let wantedCities = closest(to: readCities, of: ([e["cities"]] + also["cities"].elements).map(cities))

        var m = Marked()
        m.tallies["mode right"] = .share(isMode)
        if modes.contains(labelledMode) { m.tallies["mode right, \(labelledMode)"] = .share(isMode) }
        m.tallies["eligible set right"] = .share(read == wanted)
        m.tallies["eligible"] = .names(wanted, read)
        m.tallies["city set right"] = .share(readCities == wantedCities)
        m.tallies["city"] = .names(wantedCities, readCities)
        m.tallies["whole case right"] = .share(isMode && read == wanted && readCities == wantedCities)
        if e["tz"].kind == .array {
            m.tallies["time zone right, where stated"] = .share(hours(answer["tz"]) == hours(e["tz"]))
        }

        func spoken(_ set: Set<[UInt8]>) -> String? {
            let words = set.map { String(decoding: $0.map { $0 == 0 ? 32 : $0 }, as: UTF8.self) }
            return words.isEmpty ? nil : words.sorted().joined(separator: ", ")
        }
        func list(_ set: Set<String>) -> String? { set.isEmpty ? nil : set.sorted().joined(separator: ", ") }
        if !isMode { m.differences.append(Difference(what: "mode", labelled: labelledMode, read: readMode)) }
        if read != wanted {
            m.differences.append(Difference(what: "eligible", labelled: list(wanted), read: list(read)))
        }
        if readCities != wantedCities {
            m.differences.append(
                Difference(what: "cities", labelled: spoken(wantedCities), read: spoken(readCities)))
        }
        let wrongPlaces = min(2, read.symmetricDifference(wanted).count)
        let wrongCities = min(2, readCities.symmetricDifference(wantedCities).count)
        m.severity = Double((isMode ? 0 : 2) + wrongPlaces + wrongCities)
        return m
    }

    /// The accepted set that differs least from what was read; of equals the first.
    private static func closest<T>(to read: Set<T>, of accepted: [Set<T>]) -> Set<T> {
        accepted.min { $0.symmetricDifference(read).count < $1.symmetricDifference(read).count } ?? []
    }

    private static func hours(_ zone: JSON) -> [Double] { zone.elements.compactMap(\.double) }

    static func titles(_ record: JSON, _ answer: JSON) -> Marked {
        let e = record["expected"]
        let isIT = e["it"].bool ?? false
        let family = answer["family"].string
        let readIT = answer["it"].bool ?? (family.map { $0 != "not-it" } ?? false)
        let seniority = answer["seniority"].string ?? "unstated"
        let isRight = readIT == isIT
        let isFamily = family == e["family"].string || family.map(Self.also(record, "family").contains) ?? false
        let isSeniority = seniority == e["seniority"].string || Self.also(record, "seniority").contains(seniority)

        var m = Marked()
        m.tallies["IT or not, right"] = .share(isRight)
        m.tallies["IT"] = Tally(
            found: isIT && readIT ? 1 : 0, extra: !isIT && readIT ? 1 : 0, missed: isIT && !readIT ? 1 : 0)
        if isIT {
            m.tallies["family right, of IT"] = .share(isFamily)
            m.tallies["seniority right, of IT"] = .share(isSeniority)
            if e["seniority"].string != "unstated" {
                m.tallies["seniority right, where stated"] = .share(isSeniority)
            }
            m.tallies["whole case right"] = .share(isRight && isFamily && isSeniority)
        } else {
            m.tallies["non-IT taken for IT"] = .share(!isRight)
            m.tallies["whole case right"] = .share(isRight)
        }
        if !isRight || isIT && !isFamily {
            m.differences.append(Difference(what: "family", labelled: e["family"].string, read: family))
        }
        if isIT, !isSeniority {
            m.differences.append(Difference(what: "seniority", labelled: e["seniority"].string, read: seniority))
        }
        m.severity = Double((isRight ? 0 : 2) + (isIT && !isFamily ? 1 : 0) + (isIT && !isSeniority ? 1 : 0))
        return m
    }

    static func terms(_ record: JSON, _ answer: JSON) -> Marked {
        let e = record["expected"]
        var m = Marked()
        var facts = Tally()
        for name in terms {
            let labelled = Value(e.member(name)).stated
            var read = Value(answer.member(name)).stated
            // To travel at most 0 % is not to travel.
            if name == "travelMaxPercent", e["travel"].string == "no", read == .number(0) { read = nil }
            let accepted = record["also"].member(name).elements.map(Value.init)
            let isRight = isSame(labelled, read) || accepted.contains { $0 == read ?? Value(unstated: name) }
            if labelled != nil { m.tallies["\(name) right, where stated"] = .share(isRight) }
            if isRight {
                if labelled != nil, read != nil { facts.found += 1 }
                continue
            }
            if read != nil { facts.extra += 1 }
            if labelled != nil { facts.missed += 1 }
            m.differences.append(Difference(what: name, labelled: labelled?.spoken, read: read?.spoken))
        }
        m.tallies["fact"] = facts
        m.tallies["whole case right"] = .share(m.differences.isEmpty)
        m.severity = Double(m.differences.count)
        return m
    }

    /// Numbers within half a per cent of the label, words to the letter.
    private static func isSame(_ labelled: Value?, _ read: Value?) -> Bool {
        if case .number(let a) = labelled, case .number(let b) = read { return abs(a - b) <= 0.005 * max(abs(a), 1e-9) }
        return labelled == read
    }

    /// A term as JSON has it.
    private enum Value: Equatable {
        case null
        case word(String)
        case number(Double)

        init(_ j: JSON) { self = j.double.map(Value.number) ?? j.string.map(Value.word) ?? .null }
        /// How a field says that the text does not give it: numbers by null.
        init(unstated name: String) {
            self = ["travelMaxPercent", "yearsMin", "hoursMin", "hoursMax"].contains(name) ? .null : .word("unstated")
        }
        var stated: Value? { self == .null || self == .word("unstated") ? nil : self }
        var spoken: String {
            switch self {
            case .null: "null"
            case .word(let word): word
            case .number(let n): n == n.rounded() && abs(n) < 1e15 ? String(Int(n)) : String(n)
            }
        }
    }
}
