import Base
import Market
import Web

/// What a route can say, in every form it has. Only the form that is asked for is made.
struct Answer: Sendable {
    var page: (@Sendable () throws(Fault) -> Page)?
    var json: (@Sendable (inout JSONWriter) throws(Fault) -> Void)?
    var csv: (@Sendable () throws(Fault) -> [[String]])?
    var atom: (@Sendable () throws(Fault) -> [UInt8])?
    /// Answers that hold for a generation may be kept and compared by ETag.
    var isOfGeneration = true
    var links: [(name: String, value: String)] = []
}

/// One place of the site. The same handler serves the page and the API, so that the two cannot disagree.
struct Route: Sendable {
    /// In the description and the metrics: `openings`, `skill`.
    var name: String
    var method = "GET"
    /// With `{id}` for a part that varies; nil if there is no page.
    var page: String?
    /// Below `/api/v1`; nil if there is none.
    var api: String?
    var summary: String
    /// The keys that its query may have, with a sentence each.
    var parameters: [(name: String, sentence: String)] = []
    /// The members of what is sent to it, all text; the last must be there.
    var body: [String] = []
    /// The schema of its JSON, in `components/schemas`.
    var schema: String = "object"
    var handle: @Sendable (Snapshot, SiteRequest, _ id: String) throws(Fault) -> Answer
}

/// The one list of routes; a request finds its route, its id and its form here.
struct RouteTable: Sendable {
    static let api = "/api/v1"
    var routes: [Route]

    struct Match: Sendable {
        var route: Route
        var id: String
        var form: Form
        var isAPI: Bool
    }
    enum Found: Sendable {
        case match(Match)
        case method
        case nothing
    }

    func find(_ method: String, _ path: String) -> Found {
        let isAPI = path.hasPrefix(Self.api + "/")
        var rest = isAPI ? String(path.dropFirst(Self.api.count)) : path
        var form: Form = isAPI ? .json : .html
        if !isAPI, let dot = rest.lastIndex(of: "."), !rest[dot...].contains("/"),
            let f = Form(rawValue: String(rest[rest.index(after: dot)...])), f != .html
        {
            form = f
            rest = String(rest[..<dot])
            if rest == "/index" { rest = "/" }
        }
        var isThere = false
        for route in routes {
            guard let pattern = isAPI ? route.api : route.page, let id = Self.match(pattern, rest) else { continue }
            isThere = true
            if route.method == method || (route.method == "GET" && method == "HEAD") {
                return .match(Match(route: route, id: id, form: form, isAPI: isAPI))
            }
        }
        return isThere ? .method : .nothing
    }

    /// The id, empty where the pattern has none; nil if it does not fit.
    private static func match(_ pattern: String, _ path: String) -> String? {
        guard let brace = pattern.firstIndex(of: "{") else { return pattern == path ? "" : nil }
        let prefix = pattern[..<brace]
        guard path.hasPrefix(prefix) else { return nil }
        let id = path.dropFirst(prefix.count)
        return id.isEmpty || id.contains("/") || id.utf8.count > 200 ? nil : String(id)
    }
}
