import Archive
import Base
import Collect
import Home
import Market
import Person
import Server
import Sources
import Taxonomy
import Web

/// The demo's pages on loopback: the market's, and beside them those of the sample person.
struct DemoPages {
    /// What must answer before the demo says that its pages stand.
    static let paths = [
        "/", "/openings", "/trends", "/skills", "/skills/terraform", "/roles", "/roles/platform", "/pay", "/sources",
        "/method",
    ]

    let folder: String
    let market: DemoMarket

    init(_ folder: String, _ market: DemoMarket) {
        self.folder = folder
        self.market = market
    }

    private var surface: HomeSurface {
        let site = Site(
            market: market.store, archive: market.collection.archive, taxonomy: .standard,
            extraNav: [NavItem("Me", "/me")])
        return HomeSurface(
            store: PersonStore(folder: folder), site: site, taxonomy: .standard, code: Secret.hex(),
            cookie: Secret.hex(),
            now: { Clock.now })
    }

    /// Serves and asks each page once. The server ends with the process: nothing else waits for it.
    func check(port: Int, _ summary: inout DemoSummary) async throws {
        let surface = surface
        let (origins, bound) = AsyncThrowingStream.makeStream(of: String.self)
        let serving = Task {
            do { try await surface.run(port: port) { origin, _ in bound.yield(origin) } } catch {
                bound.finish(throwing: error)
            }
        }
        for try await origin in origins {
            summary.add(pages: await Self.ask(origin))
            break
        }
        _ = serving
    }

    private static func ask(_ origin: String) async -> [(path: String, status: Int)] {
        let settings = FetcherSettings(contact: "demo", allowed: AddressGuard.loopback)
        let fetcher = Fetcher(settings, now: { Clock.now }, sleep: { try? await Task.sleep(for: .milliseconds($0)) })
        var out: [(path: String, status: Int)] = []
        for path in paths {
            do {
                let answer = try await fetcher.fetch(Ask(origin + path, headers: ["accept": "text/html"]))
                out.append((path, answer.bytes.isEmpty ? 204 : 200))
            } catch {
                Output.note("  \(path): \(error.description)")
                // "the server answered 404"; no number where there was no answer.
                out.append((path, error.sentence.split(separator: " ").last.flatMap { Int($0) } ?? 0))
            }
        }
        await fetcher.shutdown()
        return out
    }

    /// Serves until Ctrl-C.
    func serve(port: Int) async throws {
        try await surface.run(port: port) { origin, entrance in
            Output.line(Output.bold("The pages are up: \(origin)/") + "  (sample data)")
            Output.line("The sample person's: \(entrance)  " + Output.dim("the code works once. Ctrl-C ends."))
        }
    }
}
