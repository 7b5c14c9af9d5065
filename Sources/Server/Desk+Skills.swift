import Base
import Insight
import Market
import Taxonomy
import Web

extension Desk {
    /// Openings that name each skill, by its position in the taxonomy.
    private func counts() -> [Int] {
        let columns = generation.columns
        var counts = [Int](repeating: 0, count: generation.skillIDs.count)
        withExtendedLifetime(columns) {
            for k in columns.skill.buffer where Int(k) < counts.count { counts[Int(k)] += 1 }
        }
        return counts
    }

    func skills() -> Answer {
        let asked = insight.asked(in: .everything, limit: 40), m = insight.movers(in: .everything)
        let counts = counts()
        let index = generation.skillIDs.enumerated().compactMap { i, id -> (id: String, name: String, openings: Int)? in
            counts[i] > 0 ? (id, s.taxonomy.skill(id: id)?.name ?? id, counts[i]) : nil
        }.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
        return Answer(
            page: { () throws(Fault) in
                SkillsPage(asked: asked, movers: movers(m, each: 12), tested: m.tested, index: index).page
            },
            json: { (w) throws(Fault) in
                w.object { w in
                    w.key("asked")
                    w.array(asked) { $1.write(&$0) }
                    w.key("movers")
                    m.write(&w)
                    w.key("index")
                    w.array(index) { w, x in
                        w.object { w in
                            w.member("id", x.id)
                            w.member("name", x.name)
                            w.member("openings", x.openings)
                        }
                    }
                }
            })
    }

    func skill(_ id: String) throws(Fault) -> Answer {
        guard let skill = s.taxonomy.skill(id: id) ?? s.taxonomy.skill(named: id) else {
            throw Fault(.notFound, "There is no such skill in the list of names")
        }
        let subject = Subject.skill(skill.id)
        var asking = Query()
        asking.skills = [skill.id]
        let demand = insight.demand(subject, in: .everything),
            series = insight.series(subject, in: .everything, months: 36)
        let companions = Array(insight.companions(of: skill.id, in: .everything).prefix(12)),
            pay = insight.pay(of: asking, name: skill.name)
        let revisions = s.revisions.of(.skill(skill.id))
        return Answer(
            page: { () throws(Fault) in
                SkillPage(
                    id: skill.id, name: skill.name,
                    kind: skill.kind.rawValue.prefix(1).uppercased() + skill.kind.rawValue.dropFirst(),
                    spellings: [skill.name] + skill.aliases, demand: demand, series: series, companions: companions,
                    byRole: byRole(subject), pay: pay, revisions: revisions
                ).page
            },
            json: { (w) throws(Fault) in
                w.object { w in
                    w.member("skill", skill.id)
                    w.member("name", skill.name)
                    w.member("kind", skill.kind.rawValue)
                    w.member("spellings", strings: [skill.name] + skill.aliases)
                    w.key("demand")
                    demand.write(&w)
                    w.key("series")
                    series.write(&w)
                    w.key("revisions")
                    w.array(revisions) { $1.write(&$0) }
                    w.key("companions")
                    w.array(companions) { $1.write(&$0) }
                    w.key("pay")
                    pay.write(&w)
                }
            })
    }

    func trends(_ r: SiteRequest) throws(Fault) -> Answer {
        let text = r.value("s") ?? "", read = read(r)
        let months = r.value("months").flatMap { Int($0) } ?? 36
        guard TrendsPage.windows.contains(months) else {
            throw Fault(.usage, "months takes \(TrendsPage.windows.map(String.init).joined(separator: ", "))")
        }
        var subjects: [Subject] = [], notes = read.notes.map(\.sentence)
        for part in text.split(separator: ",").map({ $0.split(separator: " ").joined(separator: " ") })
        where !part.isEmpty {
            if let s = subject(part) {
                if !subjects.contains(s) { subjects.append(s) }
            } else {
                notes.append("“\(CleanText.line(String(part.prefix(60))))” is no skill, practice:id or role:id.")
            }
        }
        if subjects.count > TrendsPage.maxSeries {
            notes.append("At most \(TrendsPage.maxSeries) are compared; the rest was left out.")
            subjects = Array(subjects.prefix(TrendsPage.maxSeries))
        }
        let series = subjects.map { insight.series($0, in: read.query, months: months) }
        var query: [String] = []
        if !text.isEmpty { query.append("s=\(URLText.encode(subjects.map(Self.word).joined(separator: ",")))") }
        if months != 36 { query.append("months=\(months)") }
        if read.query != .everything { query.append("q=\(URLText.encode(read.query.text))") }
        let path = "/trends" + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
        let said = notes, compared = subjects
        let reread = Dictionary(uniqueKeysWithValues: compared.map { ($0, revisions(of: $0)) })
        return Answer(
            page: { () throws(Fault) in
                TrendsPage(
                    path: path, series: series, months: months,
                    asked: compared.isEmpty ? text : compared.map(Self.word).joined(separator: ", "),
                    query: read.query, notes: said, revisions: reread
                ).page
            },
            json: { (w) throws(Fault) in
                w.object { w in
                    w.member("months", months)
                    w.member("query", read.query.text)
                    w.member("notes", strings: said)
                    w.key("series")
                    w.array(series) { $1.write(&$0) }
                    w.key("revisions")
                    w.array(compared.flatMap { reread[$0] ?? [] }) { $1.write(&$0) }
                }
            })
    }

    /// Roles are read too, but a revision counts skills and practices.
    private func revisions(of subject: Subject) -> [SubjectRevision] {
        switch subject {
        case .skill(let id): s.revisions.of(.skill(id))
        case .practice(let p): s.revisions.of(.practice(p))
        case .role, .everything: []
        }
    }

    private func subject(_ part: String) -> Subject? {
        if part.hasPrefix("practice:") { return Practice(id: part.dropFirst(9)).map { .practice($0) } }
        if part.hasPrefix("role:") { return RoleFamily(id: part.dropFirst(5)).map { .role($0) } }
        let name = part.hasPrefix("skill:") ? String(part.dropFirst(6)) : part
        return (s.taxonomy.skill(id: name) ?? s.taxonomy.skill(named: name)).map { .skill($0.id) }
    }

    private static func word(_ s: Subject) -> String {
        switch s {
        case .skill(let id): id
        case .practice(let p): "practice:\(p.id)"
        case .role(let r): "role:\(r.id)"
        case .everything: ""
        }
    }

    func pay(_ r: SiteRequest) throws(Fault) -> Answer {
        let q = read(r).query
        let all = insight.pay(of: q, name: "All")
        let roles = (q.roles.isEmpty ? rolesBySize(12) : q.roles).map {
            insight.pay(of: with(q, role: $0), name: $0.title)
        }
        let levels = Seniority.allCases.filter { q.seniorities.isEmpty || q.seniorities.contains($0) }.map { level in
            var x = q
            x.seniorities = [level]
            return insight.pay(of: x, name: level.title)
        }
        let path = q.path("/pay")
        return Answer(
            page: { () throws(Fault) in PayPage(path: path, query: q, all: all, byRole: roles, bySeniority: levels).page
            },
            json: { (w) throws(Fault) in
                w.object { w in
                    w.member("query", q.text)
                    w.key("all")
                    all.write(&w)
                    w.key("roles")
                    w.array(roles) { $1.write(&$0) }
                    w.key("seniority")
                    w.array(levels) { $1.write(&$0) }
                }
            })
    }
}
