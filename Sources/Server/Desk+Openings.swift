import Base
import Insight
import Market
import Reading
import Sources
import Taxonomy
import Web

extension Desk {
    static let pageLimit = 25
    static let csvLimit = 1_000
    static let feedLimit = 50

    func line(_ c: OpeningCard) -> OpeningLine {
        OpeningLine(
            id: c.id, title: c.title, company: c.company, place: c.place, mode: c.mode, role: c.role,
            seniority: c.seniority, pay: c.payText,
            firstDay: c.firstDay, lastDay: c.lastDay, isOpen: c.isOpen, copies: c.copies,
            asks: c.skills.map {
                let n = name($0.0); return .init(id: n.id, name: n.name, status: $0.1)
            }, practices: c.practices,
            onCall: c.onCall, url: c.url, attribution: c.attribution)
    }

    /// By a column's index, which is the generation's, not the taxonomy's.
    func name(_ i: SkillIndex) -> (id: String, name: String) {
        guard Int(i) < generation.skillIDs.count else { return ("", "") }
        let id = generation.skillIDs[Int(i)]
        return (id, s.taxonomy.skill(id: id)?.name ?? id)
    }

    func openings(_ r: SiteRequest) throws(Fault) -> Answer {
        let read = read(r), q = read.query
        let limit: Int
        if let text = r.value("limit") {
            guard let n = Int(text), (1...100).contains(n) else {
                throw Fault(.usage, "limit takes a number from 1 to 100")
            }
            limit = n
        } else {
            limit = Self.pageLimit
        }
        let after = r.value("after")
        var answer = Answer()
        answer.page = { () throws(Fault) in try page(read, after: after, limit: limit) }
        answer.json = { (w) throws(Fault) in try json(read, after: after, limit: limit, &w) }
        answer.csv = { () throws(Fault) in try csv(q) }
        answer.atom = { () throws(Fault) in
            let found = try s.reader.search(newest(q), after: nil, limit: Self.feedLimit)
            return Atom.feed(of: q, lines: found.rows.map(line), asOf: generation.asOf, origin: s.origin)
        }
        return answer
    }

    private func newest(_ q: Query) -> Query {
        var n = q
        n.sort = .newest
        return n
    }

    private func page(_ read: ReadQuery, after: String?, limit: Int) throws(Fault) -> Page {
        let q = read.query
        let found = try s.reader.search(q, after: after, limit: limit)
        return OpeningsPage(
            query: q, notes: read.notes, total: found.total, isExact: found.isExact, rows: found.rows.map(line),
            next: found.next, isFirst: after == nil,
            facets: facets(q, try s.reader.facets(q)), relax: found.total == 0 ? try relax(q) : [],
            asOf: generation.asOf
        ).page
    }

    private func json(_ read: ReadQuery, after: String?, limit: Int, _ w: inout JSONWriter) throws(Fault) {
        let found = try s.reader.search(read.query, after: after, limit: limit), f = try s.reader.facets(read.query)
        w.object { w in
            w.member("query", read.query.text)
            w.key("notes")
            w.array(read.notes) { w, n in
                w.object { w in
                    w.member("token", CleanText.line(n.token))
                    w.member("sentence", n.sentence)
                }
            }
            w.member("total", found.total)
            w.member("exact", found.isExact)
            w.member("next", found.next)
            w.key("openings")
            w.array(found.rows.map(line)) { w, l in Self.write(l, &w) }
            w.key("facets")
            w.object { w in
                for list in facets(read.query, f) {
                    w.key(list.title.lowercased().split(separator: " ").joined(separator: "_"))
                    w.array(list.entries) { w, e in
                        w.object { w in
                            w.member("name", e.name)
                            w.member("n", e.count)
                            w.member("chosen", e.isChosen)
                            w.member("openings", e.query.path())
                        }
                    }
                }
            }
        }
    }

    static func write(_ l: OpeningLine, _ w: inout JSONWriter) {
        w.object { w in
            w.member("id", String(l.id))
            w.member("title", CleanText.line(l.title))
            w.member("company", l.company.isEmpty ? nil : CleanText.line(l.company))
            w.member("place", l.place.isEmpty ? nil : CleanText.line(l.place))
            w.member("mode", l.mode.id)
            w.member("role", l.role.id)
            w.member("seniority", l.seniority.id)
            w.member("pay", l.pay.map(CleanText.line))
            w.member("first_seen", l.firstDay.description)
            w.member("last_seen", l.lastDay.description)
            w.member("open", l.isOpen)
            w.member("copies", l.copies)
            w.member("on_call", l.onCall.id)
            w.key("skills")
            w.array(l.asks) { w, a in
                w.object { w in
                    w.member("id", a.id)
                    w.member("name", a.name)
                    w.member("status", a.status.id)
                }
            }
            w.member("practices", strings: l.practices.practices.map(\.id))
            w.member("url", l.url.flatMap { Link(external: $0)?.target })
            w.member("attribution", l.attribution)
        }
    }

    private func csv(_ q: Query) throws(Fault) -> [[String]] {
        var rows = [
            [
                "id", "title", "company", "place", "mode", "role", "seniority", "pay", "first_seen", "last_seen",
                "open", "copies", "skills", "practices", "url",
            ]
        ]
        var after: String?
        repeat {
            let found = try s.reader.search(q, after: after, limit: 200)
            for l in found.rows.map(line) {
                rows.append([
                    String(l.id), CleanText.line(l.title), CleanText.line(l.company), CleanText.line(l.place),
                    l.mode.id, l.role.id, l.seniority.id,
                    CleanText.line(l.pay ?? ""), l.firstDay.description, l.lastDay.description, l.isOpen ? "yes" : "no",
                    String(l.copies),
                    l.asks.map(\.id).joined(separator: " "), l.practices.practices.map(\.id).joined(separator: " "),
                    l.url.flatMap { Link(external: $0)?.target } ?? "",
                ])
            }
            after = found.next
        } while after != nil && rows.count <= Self.csvLimit
        return rows
    }

    // MARK: facets

    /// A click writes the query's text: adds the value to its list, or takes it away.
    func facets(_ q: Query, _ f: Facets) -> [FacetList] {
        func list<V: Equatable & Sendable>(
            _ title: String, _ counts: [FacetCount<V>], _ path: WritableKeyPath<Query, [V]>, _ name: (V) -> String
        ) -> FacetList {
            FacetList(
                title: title,
                entries: counts.map { c in
                    let chosen = q[keyPath: path].contains(c.value)
                    var x = q
                    if chosen { x[keyPath: path].removeAll { $0 == c.value } } else { x[keyPath: path].append(c.value) }
                    return .init(name: name(c.value), count: c.count, isChosen: chosen, query: x)
                })
        }
        let skills = f.skills.map { FacetCount(name($0.value).id, $0.count) }
        let pay = FacetList(
            title: "Pay",
            entries: f.payStated.map { c in
                var x = q
                x.payStated = q.payStated == c.value ? nil : c.value
                return .init(
                    name: c.value ? "Stated" : "Not stated", count: c.count, isChosen: q.payStated == c.value, query: x)
            })
        return [
            list("Role", f.roles, \.roles) { $0.title }, list("Way of working", f.modes, \.modes) { $0.title }, pay,
            list("Skill", skills, \.skills) { s.taxonomy.skill(id: $0)?.name ?? $0 },
            list("Practice", f.practices, \.practices) { $0.title },
            list("Seniority", f.seniorities, \.seniorities) { $0.title },
            list("Country", f.countries, \.countries) { $0.code },
            list("On call", f.onCall, \.onCall) { $0 == .yes ? "Yes" : $0 == .no ? "No" : "Not stated" },
            list("Employer", f.companies, \.companies) { $0 },
        ]
    }

    /// For a question without answer: each part left out in turn, those that help most first.
    func relax(_ q: Query) throws(Fault) -> [(name: String, query: Query, count: Int)] {
        var parts: [(String, Query)] = []
        func without(_ name: String, _ change: (inout Query) -> Void) {
            var x = q
            change(&x)
            if x != q { parts.append((name, x)) }
        }
        for k in q.skills { without("skill:\(k)") { $0.skills.removeAll { $0 == k } } }
        for w in q.words { without("“\(w)”") { $0.words.removeAll { $0 == w } } }
        for p in q.practices { without("practice:\(p.id)") { $0.practices.removeAll { $0 == p } } }
        without("the role") { $0.roles = [] }
        without("the seniority") { $0.seniorities = [] }
        without("the way of working") { $0.modes = [] }
        without("the country") { $0.countries = [] }
        without("on-call") { $0.onCall = [] }
        without("the employer") { $0.companies = [] }
        without("the source") { $0.boards = [] }
        without("the pay floor") { $0.payFloor = nil }
        without("whether pay is stated") { $0.payStated = nil }
        without("the time") { ($0.from, $0.to) = (nil, nil) }
        without("whether it is open") { $0.isOpen = nil }
        without("what is left out") { ($0.withoutSkills, $0.withoutWords) = ([], []) }
        var out: [(name: String, query: Query, count: Int)] = []
        for (name, x) in parts {
            let n = try s.reader.search(x, after: nil, limit: 1).total
            if n > 0 { out.append((name, x, n)) }
        }
        return Array(out.sorted { ($0.count, $1.name) > ($1.count, $0.name) }.prefix(4))
    }

    // MARK: one opening

    func opening(_ text: String) throws(Fault) -> Answer {
        guard let id = Int64(text), let d = try s.reader.opening(id: id) else {
            throw Fault(.notFound, "There is no such opening here")
        }
        let l = line(d.card), terms = SourceCatalog.terms(d.posting.kind)
        // Facts are read with the taxonomy in force, so their indexes are its own.
        let skills = s.taxonomy.skills.map { (id: $0.id, name: $0.name) }
        var asking = with(role: d.card.role)
        if let c = d.facts.place.country { asking.countries = [c] }
        let ask = asking
        return Answer(
            page: { () throws(Fault) in
                OpeningPage(
                    line: l, facts: d.facts,
                    sightings: d.sightings.map {
                        .init(
                            board: $0.board, url: $0.url, first: $0.first, last: $0.last, absent: $0.absent,
                            reason: $0.reason)
                    }, mayShowText: terms.show, terms: terms.attribution, readerVersion: generation.readerVersion,
                    asOf: generation.asOf,
                    pay: insight.pay(of: ask, name: d.card.role.title),
                    names: { Int($0) < skills.count ? skills[Int($0)] : ("", "") }
                ).page
            },
            json: { (w) throws(Fault) in
                w.object { w in
                    w.key("opening")
                    Self.write(l, &w)
                    w.key("facts")
                    write(d.facts, show: terms.show, &w)
                    w.key("sightings")
                    w.array(d.sightings) { w, x in
                        w.object { w in
                            w.member("board", x.board)
                            w.member("first", x.first.description)
                            w.member("last", x.last.description)
                            w.member("absent", x.absent?.description)
                            w.member("reason", x.reason)
                        }
                    }
                    w.member("attribution", terms.attribution)
                    w.member("reader", generation.readerVersion)
                    w.member("generation", generation.number)
                }
            })
    }

    /// Every fact with its words, at most 200 characters each.
    private func write(_ f: Facts, show: Bool, _ w: inout JSONWriter) {
        func quote(_ span: ByteSpan) -> String { String(CleanText.line(f.words(span)).prefix(200)) }
        w.object { w in
            w.member("language", f.language)
            w.key("skills")
            w.array(f.mentions) { w, m in
                w.object { w in
                    w.member("id", Int(m.skill) < s.taxonomy.skills.count ? s.taxonomy.skills[Int(m.skill)].id : "")
                    w.member("status", m.status.id)
                    w.member("start", Int(m.span.start))
                    w.member("end", Int(m.span.end))
                    w.member("quoted_text", quote(m.span))
                }
            }
            w.key("practices")
            w.array(f.practices) { w, p in
                w.object { w in
                    w.member("id", p.practice.id)
                    w.member("start", Int(p.span.start))
                    w.member("end", Int(p.span.end))
                    w.member("quoted_text", quote(p.span))
                }
            }
            w.key("pay")
            if let p = f.pay {
                w.object { w in
                    w.member("min", p.min)
                    w.member("max", p.max)
                    w.member("currency", p.currency?.code)
                    w.member("period", p.period.rawValue)
                    w.member("annual_min", p.annualMin)
                    w.member("annual_max", p.annualMax)
                    w.member("quoted_text", String(CleanText.line(p.quote).prefix(200)))
                }
            } else {
                w.null()
            }
            w.member("mode", f.place.mode.id)
            w.member("eligible", strings: f.place.eligible)
            w.member("on_call", f.onCall.value.id)
        }
    }
}
