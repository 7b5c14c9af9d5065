import Base
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

/// The invented boards on loopback, as of a simulated day that its owner moves. Port 0 takes a free one.
package final class SampleServer: Sendable {
    package let answers: SampleAnswers
    private let day: Mutex<Day>
    private let origin = Mutex<String>("")
    private let stall: @Sendable () async throws -> Void

    /// `stall` waits as long as a board that does not answer keeps its asker waiting.
    package init(_ market: SampleMarket, stall: @escaping @Sendable () async throws -> Void = {}) {
        answers = SampleAnswers(market)
        day = Mutex(market.plan.start)
        self.stall = stall
    }

    /// The simulated day.
    package var today: Day {
        get { day.withLock { $0 } }
        set { day.withLock { $0 = newValue } }
    }

    /// Serves until the body returns; the body gets the origin, `http://127.0.0.1:<port>`.
    package func serving<T: Sendable>(port: Int = 0, _ body: @escaping @Sendable (String) async throws -> T)
        async throws -> T
    {
        let router = Router()
        router.get("**") { request, _ in try await self.respond(request) }
        let (ports, whenBound) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "sample")
        logger.logLevel = .critical
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { whenBound.yield($0.localAddress?.port ?? 0) }, logger: logger)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { whenBound.finish() }
                try await application.run()
            }
            var bound = 0
            for await p in ports { bound = p; break }
            guard bound > 0 else {
                try await group.next()
                throw Fault(.busy, "the sample boards found no free port")
            }
            let here = "http://127.0.0.1:\(bound)"
            origin.withLock { $0 = here }
            let result = try await body(here)
            group.cancelAll()
            return result
        }
    }

    private func respond(_ request: Request) async throws -> Response {
        let here = origin.withLock { $0 }
        let answer = answers.answer(
            path: request.uri.path, ifNoneMatch: request.headers[.ifNoneMatch], on: today, origin: here)
        if answer.stalls { try await stall() }
        var headers: HTTPFields = [.contentType: answer.type]
        if let etag = answer.etag { headers[.eTag] = etag }
        let status = HTTPResponse.Status(code: answer.status)
        guard answer.status != 304 else { return Response(status: status, headers: headers) }
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
    }
}
