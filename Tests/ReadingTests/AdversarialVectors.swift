import Base
import Fixtures
import Foundation
import Reading
import Sources
import Taxonomy
import Testing

private let reader = Reader(taxonomy: .standard)

/// The six files of short cases that lie beside the project, scored by their README. Each set prints its accuracy and
/// has a floor for texts that nobody has tuned to (what was reached on the known ones is printed; the own
/// cases guard that).
@Suite struct AdversarialVectors {
    private func records(_ set: String) throws -> [JSON]? {
        guard let folder = Fixtures.vectors("adversarial") else { return nil }
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(set).jsonl") else { return nil }
        return try data.split(separator: 10).map { try JSONDocument([UInt8]($0)).root }
    }

    private func facts(_ r: JSON) -> Facts {
        let text = r["text"].utf8 ?? []
        guard r["title"].exists || r["location"].exists else { return reader.readText(text) }
        return reader.read(
            Posting(kind: .jsonl, externalID: "", title: r["title"].string, body: text, location: r["location"].string))
    }

    @Test func `skills: named, with their status, and no trap`() throws {
        guard let all = try records("skills") else { return }
        var found = 0, wrongStatus = 0, missed = 0, traps = 0, trapCases = 0
        for r in all {
            let read = Dictionary(uniqueKeysWithValues: facts(r).skills.map { ($0.skill, $0.status) })
            for e in r["expected"].elements {
                let name = try #require(e["canonical"].string)
                let skill = try #require(reader.taxonomy.skill(named: name), "the taxonomy has no \(name)")
                let want = e["status"].string == "learn" ? "negated" : e["status"].string ?? ""
                let also = e["also"].elements.compactMap(\.string)
                switch read[skill.index] {
                case nil: if want != "negated" { missed += 1 }
                case let status?:
                    if status.id == want || also.contains(status.id) { found += 1 } else { wrongStatus += 1 }
                }
            }
            let bad = r["must_not"].elements.compactMap { $0.string.flatMap { reader.taxonomy.skill(named: $0) } }
            if !bad.isEmpty {
                trapCases += 1
                if bad.contains(where: { read[$0.index].map { $0 > .negated } ?? false }) { traps += 1 }
            }
        }
        print(
            "adversarial skills: \(found) right, \(wrongStatus) with another status, \(missed) missed; \(traps) of \(trapCases) traps"
        )
        #expect(Double(found) >= 0.75 * Double(found + wrongStatus + missed))
        #expect(traps * 3 <= trapCases)
    }

    @Test func `practices: asked of the person`() throws {
        guard let all = try records("practices") else { return }
        var found = 0, extra = 0, missed = 0, falseOnNegative = 0, negatives = 0
        for r in all {
            let read = Set(facts(r).practices.map(\.practice.id))
            let want = Set(r["expected"]["practices"].elements.compactMap(\.string))
            let ignore = Set(r["ignore"].elements.compactMap(\.string))
            found += read.intersection(want).count
            missed += want.subtracting(read).count
            let more = read.subtracting(want).subtracting(ignore)
            extra += more.count
            if r["kind"].string == "hard_negative" {
                negatives += 1
                if !more.isEmpty { falseOnNegative += 1 }
            }
        }
        let f1 = 2 * Double(found) / Double(2 * found + extra + missed)
        print("adversarial practices: F1 \(f1); \(falseOnNegative) of \(negatives) hard negatives labelled")
        #expect(f1 >= 0.6)
        #expect(falseOnNegative * 3 <= negatives)
    }

    @Test func `pay, place, titles, on-call and terms`() throws {
        guard let pay = try records("pay"), let place = try records("place"), let titles = try records("titles"),
            let terms = try records("oncall_terms")
        else { return }
        let payRight = pay.count { r in
            let want = r["expected"]
            guard let read = facts(r).pay else { return want.isNull }
            guard !want.isNull else { return false }
            return near(want["min"].double, read.min) && near(want["max"].double, read.max)
                && want["currency"].string == read.currency?.code && want["period"].string == read.period.rawValue
        }
        let placeRight = place.count { r in
            let read = facts(r).place.mode
            let also = r["also"]["mode"].elements.compactMap(\.string)
            let id = read == .remoteRestricted ? "remote" : read.id
            return id == r["expected"]["mode"].string || also.contains(id)
        }
        let titlesRight = titles.count { r in
            let role = facts(r).roles.first
            let isIT = role.map { $0.family.isIT } ?? false
            guard r["expected"]["it"].bool == isIT else { return false }
            let also = r["also"]["family"].elements.compactMap(\.string)
            let family = role?.family.id ?? ""
            return !isIT || family == r["expected"]["family"].string || also.contains(family)
        }
        let onCallRight = terms.count { r in facts(r).onCall.value.id == r["expected"]["oncall"].string }
        print(
            "adversarial pay: \(payRight) of \(pay.count); mode \(placeRight) of \(place.count);",
            "family \(titlesRight) of \(titles.count); on-call \(onCallRight) of \(terms.count)")
        #expect(payRight * 100 >= pay.count * 65)
        #expect(placeRight * 100 >= place.count * 65)
        #expect(titlesRight * 100 >= titles.count * 65)
        #expect(onCallRight * 100 >= terms.count * 75)
    }

    private func near(_ a: Double?, _ b: Double?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return abs(a - b) <= 0.005 * max(abs(a), 1e-9)
    }
}
