import ArgumentParser
import Base
import Home
import Market
import Server
import Taxonomy
import Web

struct MeServe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Your pages beside the market's, on loopback, until Ctrl-C.",
        discussion: "Prints an address with a code that works once. Example: wheelhouse me serve")
    @OptionGroup var data: DataOptions
    @Option(help: "The port; 0 takes a free one.") var port = 0

    func run() async throws {
        let store = try data.person()
        let market = try data.openMarket().store
        let site = Site(market: market, archive: market.archive, taxonomy: .standard, extraNav: [NavItem("Me", "/me")])
        let surface = HomeSurface(
            store: store, site: site, taxonomy: .standard, code: Secret.hex(), cookie: Secret.hex(), now: { Clock.now })
        try await surface.run(port: port) { origin, entrance in
            Output.line("Your pages: \(entrance)")
            Output.line(Output.dim("The code works once. The market's pages: \(origin)/  Ctrl-C ends both."))
        }
    }
}

/// 256 random bits of the system.
enum Secret {
    static func hex() -> String {
        var random = SystemRandomNumberGenerator()
        return hexText((0..<32).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
}
