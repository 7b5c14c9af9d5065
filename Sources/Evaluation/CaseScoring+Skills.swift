import Base

extension CaseScoring {
    /// A label of a case of skills.
    private struct Asked {
        var name: String
        var status: String
        var accepted: Set<String>
        init(_ j: JSON) {
            name = j["canonical"].string ?? ""
            status = j["status"].string ?? ""
            accepted = Set(j["also"].elements.compactMap(\.string)).union([status])
            if status == "learn" { accepted.insert("negated") }
        }
    }

    static func skills(_ record: JSON, _ answer: JSON) -> Marked {
        let names = CaseNames.standard
        let asked = asked(record["expected"])
        let labelled = Set(asked.map(\.name))
        let traps = Set(record["must_not"].elements.compactMap(\.string))
        var ignored = Set(record["ignore"].elements.compactMap(\.string))
        for a in asked where a.status != "negated" { ignored.formUnion(names.implied(by: a.name)) }
        let read = strongest(answer, names)
        let readStatus = Dictionary(uniqueKeysWithValues: read.map { ($0.name, $0.status) })

        var m = Marked()
        var named = Tally(), withStatus = Tally(), status = Tally()
        var isTrapped = false
        for a in asked {
            let given = readStatus[a.name]
            let isRight = given.map(a.accepted.contains) ?? false
            if isRight {
                withStatus.found += 1
            } else {
                withStatus.missed += 1
                if given != nil { withStatus.extra += 1 }
                m.differences.append(Difference(what: a.name, labelled: a.status, read: given))
            }
            if a.status == "negated" {
                if let given, given != "negated", !isRight {
                    named.extra += 1
                    isTrapped = true
                }
            } else if given == nil || given == "negated" && !isRight {
                named.missed += 1
            } else {
                named.found += 1
                status += .share(isRight)
            }
        }
        for (name, given) in read where !labelled.contains(name) && !ignored.contains(name) {
            withStatus.extra += 1
            if given != "negated" {
                named.extra += 1
                if traps.contains(name) { isTrapped = true }
            }
            m.differences.append(Difference(what: name, read: given))
        }
        let isWhole = m.differences.isEmpty
        m.tallies = ["named skill": named, "skill with its status": withStatus, "status right, of found": status]
        if !traps.isEmpty || asked.contains(where: { $0.status == "negated" }) {
            m.tallies["trap cases fallen for"] = .share(isTrapped)
        }
        m.tallies["whole case right"] = .share(isWhole)
        if let kind = record["kind"].string, ["trap", "plain"].contains(kind) {
            m.tallies["whole case right, \(kind) cases"] = .share(isWhole)
        }
        m.severity = Double(withStatus.extra + withStatus.missed + (isTrapped ? 2 : 0))
        return m
    }

    /// One entry a name; of several the last holds.
    private static func asked(_ expected: JSON) -> [Asked] {
        var out: [Asked] = []
        for a in expected.elements.map(Asked.init) {
            if let i = out.firstIndex(where: { $0.name == a.name }) { out[i] = a } else { out.append(a) }
        }
        return out
    }

    /// The names that cases score, each with the strongest status that was read.
    private static func strongest(_ answer: JSON, _ names: CaseNames) -> [(name: String, status: String)] {
        var out: [(name: String, status: String)] = []
        for e in answer.elements {
            let status = e["status"].string ?? "required"
            guard let name = names.canonical(e["canonical"].string ?? ""), let rank = CaseStatus.rank(status) else {
                continue
            }
            if let i = out.firstIndex(where: { $0.name == name }) {
                if rank > CaseStatus.rank(out[i].status) ?? 0 { out[i].status = status }
            } else {
                out.append((name, status))
            }
        }
        return out
    }
}
