import Base
import Hummingbird

extension MarketRoutes {
    /// A request as a value, for a room that answers beside the market's routes. Its body is bounded by `Guard.maxBody`,
    /// and a longer one throws `.limitBytes`.
    package func request(_ request: Request) async throws -> SiteRequest {
        var body: [UInt8] = []
        if request.method == .post {
            guard let buffer = try? await request.body.collect(upTo: Guard.maxBody) else {
                throw Fault(.limitBytes, "the body has more than \(Guard.maxBody) bytes")
            }
            body = Array(buffer.readableBytesView)
        }
        return SiteRequest(
            method: request.method.rawValue, target: request.head.path ?? "/", headers: Self.headers(request),
            body: body)
    }
}
