import Base
import Hummingbird
import Person
import Server
import Taxonomy
import Web

/// The person's server: the market's routes and the personal ones on one port of 127.0.0.1.
package struct HomeSurface: Sendable {
    package var store: PersonStore
    package var site: Site
    package var taxonomy: Taxonomy
    /// The one-time code and the cookie that it is exchanged for, 256 random bits each.
    package var code: String
    package var cookie: String
    package var now: @Sendable () -> Instant

    package init(
        store: PersonStore, site: Site, taxonomy: Taxonomy, code: String, cookie: String,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.site = site
        self.taxonomy = taxonomy
        self.code = code
        self.cookie = cookie
        self.now = now
    }

    /// Serves until SIGINT or SIGTERM, or until its task is cancelled. `onListening` gets the origin and the address that
    /// lets its reader in once: the code stands behind `#`, which a browser sends to nobody.
    package func run(port: Int, onListening: @escaping @Sendable (_ origin: String, _ entrance: String) -> Void)
        async throws
    {
        let routes = MarketRoutes(site: site, door: .loopback("127.0.0.1"))
        let router = Router(context: SiteContext.self)
        routes.add(to: router)
        let home = HomeSite(
            store: store, site: site, taxonomy: taxonomy, door: Doorkeeper(token: code, cookie: cookie), now: now)
        for path in HomeSite.paths {
            router.get(RouterPath(path)) { request, _ in
                MarketRoutes.response(home.respond(try await routes.request(request)))
            }
            router.post(RouterPath(path)) { request, _ in
                MarketRoutes.response(home.respond(try await routes.request(request)))
            }
        }
        let code = code
        try await WebServer.run(router, host: "127.0.0.1", port: port) { bound in
            home.listens(on: bound)
            onListening("http://127.0.0.1:\(bound)", "http://127.0.0.1:\(bound)/enter#\(code)")
        }
    }
}
