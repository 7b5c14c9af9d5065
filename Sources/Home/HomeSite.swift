import Base
import Insight
import Market
import Match
import Person
import Server
import Synchronization
import Taxonomy
import Web

/// The personal pages as one function: a request in, an answer out. Sockets are `HomeSurface`'s affair.
package final class HomeSite: Sendable {
    let store: PersonStore
    let site: Site
    let taxonomy: Taxonomy
    private let now: @Sendable () -> Instant
    private let door: Mutex<Doorkeeper>
    /// Of one generation: building it reads every open row once.
    private let matcher = Mutex<(generation: Int, matcher: Matcher)?>(nil)

    package static let listLimit = 40
    package static let overviewLimit = 10
    package static let paths = ["/enter", "/enter.js", "/me", "/me/**"]

    package init(
        store: PersonStore, site: Site, taxonomy: Taxonomy, door: Doorkeeper, now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.site = site
        self.taxonomy = taxonomy
        self.door = Mutex(door)
        self.now = now
    }

    package func listens(on port: Int) { door.withLock { $0.port = port } }

    package func respond(_ request: SiteRequest) -> SiteResponse {
        let isPost = request.method == "POST"
        guard isOurs(request, isPost: isPost) else { return refused(403) }
        switch (isPost, request.path) {
        case (false, "/enter"): return page(HomePages.entrance())
        case (false, "/enter.js"):
            return answer(200, "text/javascript; charset=utf-8", Array(Self.entranceScript.utf8))
        case (true, "/enter"): return enter(request)
        default: break
        }
        guard door.withLock({ $0.knows(cookieHeader: request.headers["cookie"]) }) else {
            return isPost ? refused(403) : redirect("/enter")
        }
        do { return try isPost ? posted(request) : shown(request) } catch { return fault(error) }
    }

    /// Fills the field from the address's fragment and posts it; without JavaScript the code is typed.
    static let entranceScript = """
        const code = location.hash.slice(1);
        if (code) {
          history.replaceState(null, "", location.pathname);
          const field = document.getElementById("token");
          field.value = code;
          field.form.submit();
        }
        """

    private func isOurs(_ request: SiteRequest, isPost: Bool) -> Bool {
        door.withLock { door in
            guard door.isOurs(host: request.headers["host"]) else { return false }
            return !isPost
                || door.isOurs(origin: request.headers["origin"], fetchSite: request.headers["sec-fetch-site"])
        }
    }

    private func enter(_ request: SiteRequest) -> SiteResponse {
        let code = fields(request).first { $0.name == "token" }?.value ?? ""
        guard case .cookie(let cookie) = door.withLock({ $0.exchange(code) }) else {
            let sentence =
                "This code is not right, or it was used already. Start wheelhouse me serve again for a new one."
            return page(HomePages.entrance(problem: sentence), status: 403)
        }
        var out = redirect("/me")
        out.headers.append(("Set-Cookie", "\(Doorkeeper.cookieName)=\(cookie); Path=/; HttpOnly; SameSite=Strict"))
        return out
    }

    private func shown(_ request: SiteRequest) throws -> SiteResponse {
        guard store.exists else { return page(HomePages.welcome(path: store.path)) }
        switch request.path {
        case "/me": return try overview()
        case "/me/matches": return try matches(isVague: request.value("group") == "vague")
        case "/me/claims": return page(try pages().claims())
        case "/me/limits": return page(try pages().limits())
        case "/me/import": return page(try pages().importing())
        default:
            guard request.path.hasPrefix("/me/gap/"), let role = RoleFamily(id: request.path.dropFirst(8)), role.isIT
            else {
                throw Fault(.notFound, "Nothing of yours is at this address")
            }
            return try gap(role)
        }
    }

    private func posted(_ request: SiteRequest) throws -> SiteResponse {
        switch request.path {
        case "/me/init":
            if !store.exists { try store.create(at: now()) }
            return redirect("/me/import")
        case "/me/claims": return try setClaim(fields(request))
        case "/me/limits": return try setLimits(fields(request))
        case "/me/import": return try importText(fields(request))
        default: throw Fault(.notFound, "Nothing of yours is at this address")
        }
    }

    private func fields(_ request: SiteRequest) -> [(name: String, value: String)] {
        SiteRequest.items(String(decoding: request.body, as: UTF8.self))
    }

    // MARK: what is shown

    private func market() throws(Fault) -> (reader: MarketReader, insight: MarketInsight) {
        guard let current = try site.current() else {
            throw Fault(.notFound, "There is no market in this data folder yet; import or poll something first")
        }
        return current
    }

    private func pages() throws(Fault) -> HomePages { HomePages(taxonomy: taxonomy, profile: try store.profile()) }

    private func overview() throws -> SiteResponse {
        let pages = try pages(), (reader, insight) = try market(), matcher = matcher(for: reader)
        let ranking = matcher.rank(pages.profile)
        let nearest = RoleFamily.allCases.filter { $0.isIT && $0 != .otherIT }
            .compactMap { role in (try? matcher.gap(to: role, for: pages.profile)).map { (role, $0.gap) } }
            .min { ($0.1, $0.0.rawValue) < ($1.1, $1.0.rawValue) }?.0
        let list = try list(ranking.openings, reader, matcher, limit: Self.overviewLimit)
        return page(pages.overview(ranking, list, role: nearest.map { wheel($0, insight) }))
    }

    private func matches(isVague: Bool) throws -> SiteResponse {
        let pages = try pages(), reader = try market().reader, matcher = matcher(for: reader)
        let ranking = matcher.rank(pages.profile)
        let list = try list(isVague ? ranking.littleToGoOn : ranking.openings, reader, matcher)
        return page(pages.matches(ranking, list, isVague: isVague))
    }

    private func gap(_ role: RoleFamily) throws -> SiteResponse {
        let pages = try pages(), (reader, insight) = try market()
        return page(pages.gap(try matcher(for: reader).gap(to: role, for: pages.profile), wheel: wheel(role, insight)))
    }

    private func wheel(_ role: RoleFamily, _ insight: MarketInsight) -> Wheel {
        var query = Query()
        query.roles = [role]
        return insight.wheel(of: query, name: role.title)
    }

    private func list(
        _ openings: [RankedOpening], _ reader: MarketReader, _ matcher: Matcher, limit: Int = HomeSite.listLimit
    ) throws -> [HomeMatch] {
        try openings.prefix(limit).compactMap { ranked in
            guard let detail = try reader.opening(id: ranked.candidate.id) else { return nil }
            let quotes = ranked.candidate.asks.reduce(into: [SkillIndex: String]()) {
                $0[$1.skill] = Matcher.words(for: $1.skill, in: detail.facts)
            }
            let notNamed = matcher.notNamed(ranked.candidate, role: detail.card.role)
            return HomeMatch(ranked: ranked, card: detail.card, quotes: quotes, notNamed: notNamed)
        }
    }

    private func matcher(for reader: MarketReader) -> Matcher {
        matcher.withLock { held in
            if let held, held.generation == reader.generation.number { return held.matcher }
            let made = Matcher(reader: reader, taxonomy: taxonomy)
            held = (reader.generation.number, made)
            return made
        }
    }

    // MARK: what is said

    private func setClaim(_ form: [(name: String, value: String)]) throws -> SiteResponse {
        let skill = form.first { $0.name == "skill" }?.value ?? ""
        guard let state = ClaimState(rawValue: form.first { $0.name == "state" }?.value ?? ""),
            try store.profile().claim(skill) != nil
        else { throw Fault(.usage, "There is no such claim") }
        try store.append(.state(skill: skill, state))
        return redirect("/me/claims")
    }

    private func setLimits(_ form: [(name: String, value: String)]) throws -> SiteResponse {
        let limits: Limits
        do throws(Fault) { limits = try LimitsForm.read(form) } catch {
            return page(try pages().limits(problem: "\(error.at): \(error.sentence)."), status: 422)
        }
        try store.append(.limits(limits))
        return redirect("/me")
    }

    private func importText(_ form: [(name: String, value: String)]) throws -> SiteResponse {
        let text = form.first { $0.name == "text" }?.value ?? ""
        let imported: Imported
        do throws(Fault) {
            imported = try PersonImport(taxonomy: taxonomy).read(Array(text.utf8), name: "pasted")
        } catch {
            return page(try pages().importing(problem: "\(error.sentence)."), status: 422)
        }
        try store.append(.imported(imported))
        return page(try pages().importing(done: imported))
    }

    // MARK: answers

    private static let headers: [(name: String, value: String)] = [
        ("Cache-Control", "no-store"), ("Referrer-Policy", "no-referrer"), ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        (
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
    ]

    private func answer(_ status: Int, _ type: String, _ body: [UInt8]) -> SiteResponse {
        SiteResponse(status: status, contentType: type, headers: Self.headers, body: body)
    }

    private func page(_ page: Page, status: Int = 200) -> SiteResponse {
        let empty = Chrome(
            asOf: now().day, openings: 0, sources: 0, isSample: false, generation: 0, extra: [NavItem("Me", "/me")])
        return answer(status, "text/html; charset=utf-8", page.html((try? site.chrome()) ?? empty))
    }

    private func redirect(_ path: String) -> SiteResponse {
        var out = answer(303, "text/plain; charset=utf-8", [])
        out.headers.append(("Location", path))
        return out
    }

    /// Says nothing of what was asked.
    private func refused(_ status: Int) -> SiteResponse {
        answer(status, "text/plain; charset=utf-8", Array("Refused.\n".utf8))
    }

    private func fault(_ error: any Error) -> SiteResponse {
        guard let fault = error as? Fault else { return refused(500) }
        let status = Problem.status(fault.code)
        let words = fault.sentence.prefix(1).uppercased() + fault.sentence.dropFirst() + "."
        return page(HomePages.problem(words), status: status)
    }
}

extension Matcher {
    /// Over the openings of a reader's generation.
    package init(reader: MarketReader, taxonomy: Taxonomy) {
        self.init(generation: reader.generation, taxonomy: taxonomy) { row in
            reader.cards(rows: [row]).first?.place ?? ""
        }
    }
}
