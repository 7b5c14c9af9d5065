import Base
import Insight
import Market
import Reading
import Sources
import Taxonomy
import Web

/// Reads a pasted ad as any posting is read and holds it against the openings of its role (and level, where there are
/// enough). Pure: the text goes nowhere.
package struct AdChecker: Sendable {
    /// Comparable openings under which the level is left out of the comparison.
    static let enough = 100
    /// Openings of the role under which all roles are the comparison.
    static let least = 50
    package static let maxText = 64_000

    let insight: MarketInsight
    let taxonomy: Taxonomy
    private let reader: Reader

    package init(insight: MarketInsight, taxonomy: Taxonomy) {
        self.insight = insight
        self.taxonomy = taxonomy
        reader = Reader(taxonomy: taxonomy)
    }

    /// Faults: `.usage` for no text, `.limitLength` for too much.
    package func check(title: String, text: String) throws(Fault) -> AdCheck {
        guard text.utf8.contains(where: { $0 > 32 }) else { throw Fault(.usage, "Paste the text of the ad") }
        guard text.utf8.count <= Self.maxText else { throw Fault(.limitLength, "An ad may have \(Self.maxText) bytes") }
        let isHTML = text.contains("</p>") || text.contains("</li>") || text.contains("<br")
        let posting = Posting(
            kind: .jsonl, externalID: "ad", title: title.isEmpty ? nil : String(CleanText.line(title).prefix(200)),
            body: Array(text.utf8),
            bodyForm: isHTML ? .html : .text)
        let facts = reader.read(posting)
        let role = facts.roles.first?.family ?? .unknown
        let (query, words, n) = comparable(role, facts.seniority)
        let range: (Double, Double)? = facts.pay.flatMap { p in
            guard let lo = p.annualMin ?? p.annualMax, let hi = p.annualMax ?? p.annualMin else { return nil }
            return (lo, hi)
        }
        let picture = insight.pay(of: query, name: "Ads like it")
        let sameCurrency = facts.pay?.currency == picture.currency
        return AdCheck(
            role: role, seniority: facts.seniority, comparable: query, comparedWith: words, openings: n,
            requirements: requirements(facts, query), practices: PracticeSet(facts.practices.map(\.practice)),
            wheel: insight.wheel(of: query, name: words), statedPay: facts.pay.map { Self.words($0) },
            annual: sameCurrency ? range.map { (min: $0.0, max: $0.1) } : nil, pay: picture, unclear: unclear(facts),
            clear: clear(facts))
    }

    /// Of the openings that Insight counts (a year's, or those open now), never of all that were ever seen.
    private func comparable(_ role: RoleFamily, _ seniority: Seniority) -> (Query, String, Int) {
        let all = Query.everything
        guard role.isIT else { return (all, "all IT openings, for the text names no role that we know", count(all)) }
        var q = Query()
        q.roles = [role]
        let name = "\(role.title.lowercased()) openings"
        if seniority != .unstated {
            var level = q
            level.seniorities = [seniority]
            let n = count(level)
            if n >= Self.enough { return (level, "\(seniority.title.lowercased()) \(name)", n) }
        }
        let n = count(q)
        if n >= Self.least { return (q, name, n) }
        return (all, "all IT openings, for \(n) of that role are too few", count(all))
    }
    private func count(_ q: Query) -> Int { insight.wheel(of: q, name: "").witness.openings }

    /// Rarest first; what is refused stands last. The quote is the first mention of the strongest status.
    private func requirements(_ f: Facts, _ query: Query) -> [AdCheck.Requirement] {
        f.skills.filter { $0.status != .negated }.prefix(40).compactMap { ask -> AdCheck.Requirement? in
            guard Int(ask.skill) < taxonomy.skills.count else { return nil }
            let skill = taxonomy.skills[Int(ask.skill)]
            let mention = f.mentions.first { $0.skill == ask.skill && $0.status == ask.status }
            return AdCheck.Requirement(
                status: ask.status,
                quote: mention.map { String(CleanText.line(f.words($0.span)).prefix(200)) } ?? skill.name,
                share: insight.share(.skill(skill.id), in: query))
        }.sorted { ($0.share.value ?? 2, $0.share.name) < ($1.share.value ?? 2, $1.share.name) }
    }

    private func unclear(_ f: Facts) -> [AdCheck.Unclear] {
        var out: [AdCheck.Unclear] = []
        func add(_ what: String, _ sentence: String) { out.append(.init(what, sentence)) }
        if f.pay == nil {
            add("pay", "No sum with a currency is stated.")
        } else if f.pay?.currency == nil {
            add("the currency", "A sum is stated without its currency.")
        }
        if f.place.mode == .unstated {
            add("where the work is done", "The text does not say whether the work is on site, hybrid or remote.")
        } else if f.place.mode == .remote, f.place.eligible.isEmpty, f.place.places.isEmpty {
            add("who may work remotely", "Remote is said, and not from which countries.")
        }
        if f.place.places.isEmpty, f.place.mode != .remote, f.place.mode != .remoteRestricted {
            add("the place", "No place is named.")
        }
        if f.onCall.value == .unstated { add("on-call", "The text does not say whether there is a rota.") }
        if f.seniority == .unstated { add("the level", "Neither the title nor the text names a level.") }
        if !f.place.contradiction.isEmpty {
            add(
                "what holds of the place",
                "Two statements disagree: "
                    + f.place.contradiction.prefix(2).map { "“\(CleanText.line(f.words($0)).prefix(100))”" }.joined(
                        separator: " and ") + ".")
        }
        if !f.mentions.contains(where: { $0.status == .nice }), f.mentions.filter({ $0.status == .required }).count > 8
        {
            add("what may be learnt on the job", "More than eight skills are required, and none is only welcome.")
        }
        return out
    }

    private func clear(_ f: Facts) -> [AdCheck.Unclear] {
        func words(_ span: ByteSpan?) -> String? { span.map { String(CleanText.line(f.words($0)).prefix(200)) } }
        var out: [AdCheck.Unclear] = []
        if let p = f.pay { out.append(.init("pay", words(p.span) ?? p.quote)) }
        if let w = words(f.place.modeSpan) { out.append(.init("where the work is done", w)) }
        if let w = f.place.places.first.flatMap({ words($0.span) ?? $0.text }) { out.append(.init("the place", w)) }
        if let w = words(f.onCall.span) { out.append(.init("on-call", w)) }
        return out
    }

    static func words(_ p: PayFact) -> String {
        "\(p.currency.map { "\($0.code) " } ?? "")\(Say.payRange(p.min, p.max)) \(p.period == .year ? "a year" : "a \(p.period.rawValue)")"
    }
}

extension Desk {
    /// A form (`title`, `text`), JSON with the same members, or the text itself.
    func adCheck(_ r: SiteRequest) throws(Fault) -> Answer {
        let title: String, text: String
        if let sent = try r.members(["title", "text"], depth: 8, items: 1_000) {
            (title, text) = (sent[0], sent[1])
        } else if (r.headers["content-type"] ?? "").lowercased().hasPrefix("text/plain") {
            (title, text) = ("", String(decoding: r.body, as: UTF8.self))
        } else {
            throw Fault(.unsupported, "Send a form, JSON with title and text, or plain text")
        }
        let checker = AdChecker(insight: insight, taxonomy: s.taxonomy)
        var problem: String?
        var check: AdCheck?
        do throws(Fault) { check = try checker.check(title: title, text: text) } catch {
            guard r.path == "/employers" else { throw error }
            problem = error.sentence + "."
        }
        let page = EmployersPage(
            text: String(text.prefix(AdChecker.maxText)), title: title, check: check, problem: problem)
        var answer = Answer(page: { () throws(Fault) in page.page }, isOfGeneration: false)
        if let c = check { answer.json = { (w) throws(Fault) in c.write(&w) } }
        return answer
    }
}
