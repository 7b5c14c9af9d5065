import Base
import Hummingbird
import Logging

/// A running server of the market alone.
package struct WebServer: Sendable {
    package var host: String
    /// Zero lets the system choose; `onListening` is told which.
    package var port: Int
    package var routes: MarketRoutes

    package init(host: String, port: Int, routes: MarketRoutes) {
        self.host = host
        self.port = port
        self.routes = routes
    }

    /// Serves until SIGINT or SIGTERM, or until its task is cancelled.
    package func run(onListening: @escaping @Sendable (_ port: Int) -> Void) async throws {
        let router = Router(context: SiteContext.self)
        routes.add(to: router)
        try await Self.run(router, host: host, port: port, onListening: onListening)
    }

    /// For a router that has more on it (`Home`).
    package static func run(
        _ router: Router<SiteContext>, host: String, port: Int, onListening: @escaping @Sendable (_ port: Int) -> Void
    ) async throws {
        var logger = Logger(label: "wheelhouse")
        logger.logLevel = .warning
        let app = Application(
            router: router, configuration: .init(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in onListening(channel.localAddress?.port ?? port) }, logger: logger)
        try await app.runService()
    }
}
