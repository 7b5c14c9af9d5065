import Base
import Insight
import Market
import Taxonomy
import Web

/// Puts the questions that a page needs to Insight and lays the answers out. One file a group of pages.
struct Desk: Sendable {
    let s: Snapshot
    init(_ s: Snapshot) { self.s = s }

    var insight: MarketInsight { s.insight }
    var generation: Generation { s.generation }

    /// The query of a request; notes are what was not understood.
    func read(_ r: SiteRequest) -> ReadQuery {
        QueryReader.read(r.value("q") ?? "", taxonomy: s.taxonomy, today: generation.asOf)
    }

    func rolesBySize(_ limit: Int) -> [RoleFamily] { generation.rolesBySize(limit) }

    func with(_ query: Query = .everything, role: RoleFamily) -> Query {
        var q = query
        q.roles = [role]
        return q
    }

    /// The finding about one thing in each role, named by the role.
    func byRole(_ subject: Subject, limit: Int = 14) -> [Finding] {
        rolesBySize(limit).map { role in
            var f = insight.share(subject, in: with(role: role))
            f.name = role.title
            f.subject = .role(role)
            return f
        }.sorted { ($0.value ?? -1) > ($1.value ?? -1) }
    }

    func movers(_ m: Movers, each: Int) -> [Finding] {
        Array(m.rising.prefix(each)) + Array(m.falling.prefix(each))
            + Array(m.cannotTell.prefix(m.rising.isEmpty && m.falling.isEmpty ? each : 4))
    }

    func today() -> Answer {
        let today = insight.today()
        return Answer(
            page: { () throws(Fault) in page(today) },
            json: { (w) throws(Fault) in today.write(&w) })
    }

    private func page(_ t: MarketToday) -> Page {
        let disclosure = rolesBySize(8).map { role in
            var f = insight.pay(of: with(role: role), name: role.title).disclosure
            f.name = role.title
            f.subject = .role(role)
            return f
        }.sorted { ($0.value ?? -1) > ($1.value ?? -1) }
        let toNote = [t.movers.rising.first, t.movers.falling.first, t.movers.cannotTell.first].compactMap { $0 }
        let blend = PracticesPage.title(t.wheel)
        let lead =
            "\(Say.openings(t.openNow)) \(t.openNow == 1 ? "is" : "are") open now, \(Say.count(t.newThisMonth)) first seen this month. "
            + (t.wheel.refusal == nil ? blend + "." : "")
            + (t.disclosure.value.map { " Pay is stated in \(Say.share($0)) of ads." } ?? "")
        return TodayPage(
            headline: t.sentence, lead: lead, toNote: toNote, wheel: t.wheel, wheelTitle: blend,
            movers: movers(t.movers, each: 5),
            tested: t.movers.tested, refused: t.movers.refused.count, disclosure: disclosure, pay: t.disclosure,
            month: lastWholeMonth
        ).page
    }

    /// The last month that is over on the generation's day.
    var lastWholeMonth: Month { (generation.asOf + 1).month + -1 }

    func practices() -> Answer {
        let wheel = insight.wheel(of: .everything, name: "All IT roles")
        let changes = Practice.allCases.map { insight.change(.practice($0), in: .everything) }
        return Answer(
            page: { () throws(Fault) in PracticesPage(wheel: wheel, changes: changes).page },
            json: { (w) throws(Fault) in
                w.object { w in
                    w.key("wheel")
                    wheel.write(&w)
                    w.key("changes")
                    w.array(changes) { $1.write(&$0) }
                }
            })
    }

    func practice(_ id: String) throws(Fault) -> Answer {
        guard let practice = Practice(id: id) else {
            throw Fault(.notFound, "There are nine practices, and this is none of them")
        }
        let subject = Subject.practice(practice)
        var asking = Query()
        asking.practices = [practice]
        let share = insight.share(subject, in: .everything),
            series = insight.series(subject, in: .everything, months: 36)
        let roles = byRole(subject), skills = insight.asked(in: asking, limit: 12)
        let revisions = s.revisions.of(.practice(practice))
        return Answer(
            page: { () throws(Fault) in
                PracticePage(
                    practice: practice, share: share, series: series, byRole: roles, skills: skills,
                    revisions: revisions
                ).page
            },
            json: { (w) throws(Fault) in
                w.object { w in
                    w.member("practice", practice.id)
                    w.key("share")
                    share.write(&w)
                    w.key("series")
                    series.write(&w)
                    w.key("revisions")
                    w.array(revisions) { $1.write(&$0) }
                    w.key("roles")
                    w.array(roles) { $1.write(&$0) }
                    w.key("skills")
                    w.array(skills) { $1.write(&$0) }
                }
            })
    }

    func roles() -> Answer {
        let wheels = rolesBySize(12).map { ($0, insight.wheel(of: with(role: $0), name: $0.title)) }
        let shares = rolesBySize(30).map { insight.share(.role($0), in: .everything) }.sorted {
            ($0.value ?? -1) > ($1.value ?? -1)
        }
        return Answer(
            page: { () throws(Fault) in RolesPage(wheels: wheels.map { (role: $0.0, wheel: $0.1) }, table: shares).page
            },
            json: { (w) throws(Fault) in
                w.object { w in
                    w.key("roles")
                    w.array(shares) { $1.write(&$0) }
                    w.key("wheels")
                    w.array(wheels) { w, x in
                        w.object { w in
                            w.member("role", x.0.id)
                            w.key("wheel")
                            x.1.write(&w)
                        }
                    }
                }
            })
    }

    func role(_ id: String) throws(Fault) -> Answer {
        guard let role = RoleFamily(id: id) else { throw Fault(.notFound, "There is no such role") }
        let subject = Subject.role(role), q = with(role: role)
        let demand = insight.demand(subject, in: .everything), wheel = insight.wheel(of: q, name: role.title)
        let asked = insight.asked(in: q, limit: 15), series = insight.series(subject, in: .everything, months: 36)
        let pay = insight.pay(of: q, name: "All levels")
        let levels = Seniority.allCases.map { level -> (Seniority, count: Int, query: Query) in
            var x = q
            x.seniorities = [level]
            return (level, (try? RowFilter(x, generation: generation).count()) ?? 0, x)
        }
        let payLevels = levels.filter { $0.count >= 30 && $0.0 != .unstated }.map {
            insight.pay(of: $0.query, name: $0.0.title)
        }
        return Answer(
            page: { () throws(Fault) in
                RolePage(
                    role: role, demand: demand, wheel: wheel, asked: asked, series: series, pay: pay,
                    paySeniority: payLevels, seniority: levels
                ).page
            },
            json: { (w) throws(Fault) in
                w.object { w in
                    w.member("role", role.id)
                    w.member("name", role.title)
                    w.key("demand")
                    demand.write(&w)
                    w.key("wheel")
                    wheel.write(&w)
                    w.key("skills")
                    w.array(asked) { $1.write(&$0) }
                    w.key("series")
                    series.write(&w)
                    w.key("pay")
                    pay.write(&w)
                    w.key("seniority")
                    w.array(levels) { w, l in
                        w.object { w in
                            w.member("level", l.0.id)
                            w.member("n", l.count)
                            w.member("openings", l.query.path())
                        }
                    }
                }
            })
    }

    func method() -> Answer {
        Answer(page: { () throws(Fault) in
            MethodPage(
                readerVersion: generation.readerVersion, generation: generation.number, asOf: generation.asOf,
                skills: s.taxonomy.skills.count, revisions: s.revisions
            ).page
        })
    }
}

extension Generation {
    /// IT roles by the openings of the last year, most first.
    func rolesBySize(_ limit: Int) -> [RoleFamily] {
        var counts = [Int](repeating: 0, count: 256)
        let since = (asOf + -365).number
        for row in (0..<columns.count).reversed() {
            if columns.firstDay[row] < since { break }
            counts[Int(columns.role[row])] += 1
        }
        let found = RoleFamily.allCases.filter { $0.isIT && counts[Int($0.rawValue)] > 0 }
        let order = found.sorted { a, b in
            (counts[Int(a.rawValue)], b.rawValue) > (counts[Int(b.rawValue)], a.rawValue)
        }
        return Array(order.prefix(limit))
    }
}
