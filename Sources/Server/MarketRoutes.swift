import Base
import HTTPTypes
import Hummingbird
import NIOCore
import Web

/// What a request carries through Hummingbird: its client's address, for the turnstile.
package struct SiteContext: RequestContext, RemoteAddressRequestContext {
    package var coreContext: CoreRequestContextStorage
    package let remoteAddress: SocketAddress?
    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}

/// The thin shell: Hummingbird's requests become `SiteRequest`s behind the guard. `Home` adds its own routes to the same
/// router; a route that is named goes before the market's, which takes every path that is left.
package struct MarketRoutes: Sendable {
    package let site: Site
    package let door: Guard
    package let turnstile = Turnstile()

    package init(site: Site, door: Guard) {
        self.site = site
        self.door = door
    }

    /// Puts the guard before everything on the router that is added after it, then the market's routes.
    package func add(to router: Router<SiteContext>) {
        router.add(middleware: DoorMiddleware(routes: self))
        for path in ["", "**"] {
            router.get(RouterPath(path)) { request, _ in try await self.answer(request) }
            router.head(RouterPath(path)) { request, _ in try await self.answer(request) }
            router.post(RouterPath(path)) { request, _ in try await self.answer(request) }
        }
    }

    private func answer(_ request: Request) async throws -> Response {
        var body: [UInt8] = []
        if request.method == .post {
            guard let buffer = try? await request.body.collect(upTo: Guard.maxBody) else {
                return problem(.body, request)
            }
            body = Array(buffer.readableBytesView)
        }
        let target = request.head.path ?? "/"
        let r = SiteRequest(
            method: request.method.rawValue, target: target, headers: Self.headers(request), body: body)
        return Self.response(site.respond(r), isHead: request.method == .head)
    }

    static func headers(_ request: Request) -> [String: String] {
        var out: [String: String] = [:]
        for f in request.headers { out[f.name.canonicalName] = f.value }
        // In HTTP/1.1 the host travels as the authority.
        if out["host"] == nil { out["host"] = request.head.authority }
        return out
    }

    func problem(_ r: Guard.Refusal, _ request: Request) -> Response {
        site.metrics.countRefused(r.code)
        return Self.response(
            Problem.response(r.status, code: r.code, sentence: r.sentence, asPage: nil), isHead: request.method == .head
        )
    }

    package static func response(_ r: SiteResponse, isHead: Bool = false) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = r.contentType
        for (name, value) in r.headers { if let n = HTTPField.Name(name) { headers[n] = value } }
        let hasBody = !isHead && r.status != 304
        if isHead { headers[.contentLength] = String(r.body.count) }
        return Response(
            status: .init(code: r.status), headers: headers,
            body: hasBody ? .init(byteBuffer: ByteBuffer(bytes: r.body)) : .init())
    }
}

/// The guard and the turnstile before every route, and the security headers on every answer.
struct DoorMiddleware: RouterMiddleware {
    let routes: MarketRoutes

    func handle(_ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response)
        async throws -> Response
    {
        var response = try await pass(request, context, next)
        for (name, value) in Guard.headers {
            if let n = HTTPField.Name(name), response.headers[n] == nil { response.headers[n] = value }
        }
        return response
    }

    private func pass(
        _ request: Request, _ context: SiteContext, _ next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        let headers = MarketRoutes.headers(request)
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        if let r = routes.door.refusal(
            method: request.method.rawValue, target: request.head.path ?? "", headers: headers, length: length)
        {
            return routes.problem(r, request)
        }
        let client = context.remoteAddress?.ipAddress ?? ""
        if let status = routes.turnstile.enter(client) {
            let code = status == 429 ? "rate" : "busy"
            routes.site.metrics.countRefused(code)
            return MarketRoutes.response(
                Problem.response(status, code: code, sentence: "Try again in a moment.", asPage: nil),
                isHead: request.method == .head)
        }
        defer { routes.turnstile.leave(client) }
        do {
            return try await next(request, context)
        } catch let error as HTTPError {
            return MarketRoutes.response(
                Problem.response(
                    error.status.code, code: "http", sentence: "The request could not be answered.", asPage: nil),
                isHead: request.method == .head)
        }
    }
}
