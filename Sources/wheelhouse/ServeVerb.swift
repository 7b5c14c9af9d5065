import Archive
import ArgumentParser
import Base
import Market
import Server
import Taxonomy

struct ServeVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the market's pages, API and feeds.",
        discussion: """
            Listens on 127.0.0.1 only unless told otherwise; a public server shows the market and never a person.

            Example: wheelhouse serve --port 8080
            """)

    @OptionGroup var data: DataOptions
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port; 0 takes a free one and prints it.") var port = 8080
    @Option(
        name: .customLong("name"), help: "A further host name under which the server may be asked; may be repeated.")
    var names: [String] = []

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("a port is a number from 0 to 65535") }
    }

    func run() async throws {
        let folder = try data.folder()
        let archive = try ArchiveStore.open(folder: folder, readOnly: true)
        let market = MarketStore(folder: folder, archive: archive, taxonomy: .standard)
        let site = Site(market: market, archive: archive, taxonomy: .standard)
        let routes = MarketRoutes(site: site, door: .loopback(host, extra: names))
        let host = host
        try await WebServer(host: host, port: port, routes: routes).run { port in
            Output.line("http://\(host.contains(":") ? "[\(host)]" : host):\(port)/")
        }
    }
}
