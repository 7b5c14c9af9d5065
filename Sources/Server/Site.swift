import Archive
import Base
import Insight
import Market
import Synchronization
import Taxonomy
import Web

/// One generation with all that answers need: held whole by a request, whatever is swapped in meanwhile.
struct Snapshot: Sendable {
    var reader: MarketReader
    var insight: MarketInsight
    var archive: ArchiveStore
    var taxonomy: Taxonomy
    /// What reading again has changed up to this generation, oldest first.
    var revisions: [Revision]
    var chrome: Chrome
    var doubts: DoubtBook
    /// The hosts' own name for links that must be absolute (feeds).
    var origin: String
    var generation: Generation { reader.generation }
}

/// The market's site over one data folder. `respond` is the whole of it: a request in, an answer out.
package final class Site: Sendable {
    /// Bytes of answers that are kept for the generation in force; dropped whole when full.
    static let keptBytes = 32 << 20

    let market: MarketStore
    let archive: ArchiveStore
    let taxonomy: Taxonomy
    let table: RouteTable
    /// Entries that another surface puts into the navigation (`Home`: "Me").
    let extraNav: [NavItem]
    package let metrics = Metrics()
    /// Where doubted facts are kept.
    package var doubtsFile: String { DoubtBook(folder: market.folder).path }

    private struct Held {
        var snapshot: Snapshot?
        var answers: [String: SiteResponse] = [:]
        var bytes = 0
    }
    private let held = Mutex(Held())

    package init(market: MarketStore, archive: ArchiveStore, taxonomy: Taxonomy, extraNav: [NavItem] = []) {
        self.market = market
        self.archive = archive
        self.taxonomy = taxonomy
        self.extraNav = extraNav
        table = .market
    }

    /// Today's chrome, for pages that other rooms make; nil while there is no generation.
    package func chrome() throws(Fault) -> Chrome? { try snapshot()?.chrome }
    /// The reader and the insight of the generation in force, for rooms that look further.
    package func current() throws(Fault) -> (reader: MarketReader, insight: MarketInsight)? {
        try snapshot().map { ($0.reader, $0.insight) }
    }

    /// Of the newest generation; made anew when it has changed (a look at one small file a request).
    func snapshot() throws(Fault) -> Snapshot? {
        guard let reader = try market.current() else { return nil }
        if let s = held.withLock({ $0.snapshot }), s.generation.number == reader.generation.number { return s }
        let g = reader.generation
        let insight = MarketInsight(generation: g, taxonomy: taxonomy)
        let wheel = insight.wheel(of: .everything, name: "All IT roles")
        let chrome = Chrome(
            asOf: g.asOf, openings: g.columns.count, sources: g.boards.count, isSample: g.isSample,
            generation: g.number,
            wheel: wheel.spokes.map(\.value), extra: extraNav)
        let s = Snapshot(
            reader: reader, insight: insight, archive: archive, taxonomy: taxonomy,
            revisions: try market.revisions(upTo: g.number), chrome: chrome,
            doubts: DoubtBook(folder: market.folder), origin: "")
        held.withLock { $0 = Held(snapshot: s) }
        return s
    }

    /// Never throws: what fails becomes a problem, as JSON where JSON was asked.
    package func respond(_ request: SiteRequest) -> SiteResponse {
        let wantsPage = !request.path.hasPrefix("/api/") && !request.path.hasSuffix(".json")
        do throws(Fault) {
            if let own = asset(request) { return own }
            guard var s = try snapshot() else {
                return Problem.response(
                    503, code: Fault.Code.busy.rawValue,
                    sentence: "The market has not been read yet. Import or collect something first.",
                    asPage: wantsPage ? Self.empty(extraNav) : nil)
            }
            s.origin = "http://" + (request.headers["host"] ?? "localhost")
            switch table.find(request.method, request.path) {
            case .nothing:
                return Problem.response(
                    404, code: "not_found", sentence: "Nothing is served at this address.",
                    asPage: wantsPage ? s.chrome : nil)
            case .method:
                return Problem.response(
                    405, code: "method", sentence: "This place does not take that method.",
                    asPage: wantsPage ? s.chrome : nil)
            case .match(let m):
                metrics.count(m.route.name)
                return try answer(m, request, s)
            }
        } catch {
            metrics.countFault(error.code)
            let status = Problem.status(error.code)
            // What failed inside is for the operator; what the caller did wrong is for the caller.
            let sentence =
                status < 500 || error.code == .busy || error.code == .limitTime
                ? error.sentence : "The answer could not be made."
            let chrome = (try? snapshot())?.chrome ?? Self.empty(extraNav)
            return Problem.response(
                status, code: error.code.rawValue, sentence: sentence, asPage: wantsPage ? chrome : nil)
        }
    }

    private func answer(_ m: RouteTable.Match, _ request: SiteRequest, _ s: Snapshot) throws(Fault) -> SiteResponse {
        try check(m, request)
        let tag = "\"g\(s.generation.number)-\(Stylesheet.standard.path.dropFirst(13).prefix(8))\""
        let key =
            "\(m.form.rawValue)\(m.isAPI)\(request.path)?"
            + request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&") + s.origin
        let isRead = m.route.method == "GET"
        if isRead,
            let kept = held.withLock({ $0.snapshot?.generation.number == s.generation.number ? $0.answers[key] : nil })
        {
            return conditional(kept, request)
        }
        let a = try m.route.handle(s, request, m.id)
        var r = try make(a, m, request, s)
        r.headers += a.links
        guard isRead, a.isOfGeneration else {
            r.headers.append(("Cache-Control", "no-store"))
            return r
        }
        r.headers += [("ETag", tag), ("Cache-Control", "no-cache")]
        let size = r.body.count + key.utf8.count
        let whole = r
        held.withLock { h in
            guard h.snapshot?.generation.number == s.generation.number else { return }
            if h.bytes + size > Self.keptBytes { (h.answers, h.bytes) = ([:], 0) }
            if size < Self.keptBytes / 8 {
                h.answers[key] = whole
                h.bytes += size
            }
        }
        return conditional(r, request)
    }

    private func conditional(_ r: SiteResponse, _ request: SiteRequest) -> SiteResponse {
        guard let tag = r.header("ETag"), let asked = request.headers["if-none-match"] else { return r }
        let names = asked.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }.map {
            $0.hasPrefix("W/") ? $0.dropFirst(2) : $0
        }
        guard names.contains(where: { $0 == tag[...] || $0 == "*" }) else { return r }
        return SiteResponse(status: 304, contentType: r.contentType, headers: r.headers, body: [])
    }

    private func make(_ a: Answer, _ m: RouteTable.Match, _ request: SiteRequest, _ s: Snapshot) throws(Fault)
        -> SiteResponse
    {
        let type = m.form.contentType
        switch m.form {
        case .html:
            if let page = a.page { return SiteResponse(contentType: type, body: try page().html(s.chrome)) }
        case .json:
            if let json = a.json {
                var w = JSONWriter()
                try json(&w)
                return SiteResponse(contentType: type, body: w.bytes)
            }
        case .atom:
            if let atom = a.atom { return SiteResponse(contentType: type, body: try atom()) }
        case .csv:
            let raw = request.value("raw") == "1"
            if let chart = try figure(a, request) {
                return download(CSV.text(chart.table.csv, raw: raw), "\(chart.id).csv", type)
            }
            if let csv = a.csv { return download(CSV.text(try csv(), raw: raw), "\(m.route.name).csv", type) }
        case .svg:
            if let chart = try figure(a, request) {
                var r = SiteResponse(contentType: type, body: chart.svg)
                r.headers.append(("Content-Security-Policy", Guard.drawingPolicy))
                return r
            }
        }
        throw Fault(.notFound, "This place has no such form or chart")
    }

    private func figure(_ a: Answer, _ request: SiteRequest) throws(Fault) -> Figure? {
        guard let id = request.value("chart"), let page = a.page else { return nil }
        guard let f = try page().figures.first(where: { $0.id == id }) else {
            throw Fault(.notFound, "There is no such chart here")
        }
        return f
    }

    private func download(_ text: String, _ name: String, _ type: String) -> SiteResponse {
        SiteResponse(
            contentType: type, headers: [("Content-Disposition", "attachment; filename=\"\(name)\"")],
            body: Array(text.utf8))
    }

    /// An unknown key is the caller's mistake, and a slip is easier to mend with the nearest key named.
    private func check(_ m: RouteTable.Match, _ request: SiteRequest) throws(Fault) {
        var known = m.route.parameters.map(\.name)
        if !m.isAPI { known += ["chart", "raw"] }
        for (name, _) in request.query where !known.contains(name) {
            let nearest = known.isEmpty ? "" : "; the nearest is “\(QueryKey.nearest(to: name, among: known))”"
            throw Fault(.usage, "The address has a key that is not known here\(nearest)")
        }
    }

    /// What needs no generation.
    private func asset(_ request: SiteRequest) -> SiteResponse? {
        guard request.method != "POST" else { return nil }
        switch request.path {
        case Stylesheet.standard.path:
            return SiteResponse(
                contentType: "text/css; charset=utf-8",
                headers: [("Cache-Control", "public, max-age=31536000, immutable")],
                body: Stylesheet.standard.bytes)
        case "/api/openapi.json":
            return SiteResponse(
                contentType: "application/json", headers: [("Cache-Control", "no-cache")], body: OpenAPI.document(table)
            )
        case "/metrics":
            return SiteResponse(
                contentType: "text/plain; version=0.0.4; charset=utf-8", headers: [("Cache-Control", "no-store")],
                body: Array(metrics.text(generation: (try? snapshot())?.generation).utf8))
        case "/robots.txt":
            return SiteResponse(
                contentType: "text/plain; charset=utf-8",
                body: Array("User-agent: *\nDisallow: /openings?\nDisallow: /api/\n".utf8))
        default: return nil
        }
    }

    private static func empty(_ extra: [NavItem]) -> Chrome {
        Chrome(asOf: Day(number: 0), openings: 0, sources: 0, isSample: false, generation: 0, extra: extra)
    }
}
