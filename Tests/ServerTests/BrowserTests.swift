import Base
import Fixtures
import Foundation
import Server
import Testing

/// The pages in a real browser, over a real socket. Skipped with a printed line where there is no Chromium.
@Suite struct BrowserTests {
    static let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// The document after all that would run in it has run.
    static func document(_ url: String, profile: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(browser))
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--user-data-dir=\(profile)",
            "--dump-dom", url,
        ]
        let path = profile + ".html"
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        process.standardOutput = FileHandle(forWritingAtPath: path)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    @Test func `a hostile posting stays text in a browser, and the style arrives`() async throws {
        guard Self.browser != nil else {
            print("skipped: no Chromium")
            return
        }
        try await Fixtures.withFolder { folder in
            let site = try SmallMarket.make(folder)
            let hostile = SmallMarket.get(site, "/openings.json?q=cmd").text
            let id = try #require(JSONDocument(Array(hostile.utf8)).root["openings"].elements.first?["id"].text)
            let (ports, bound) = AsyncStream.makeStream(of: Int.self)
            let server = WebServer(
                host: "127.0.0.1", port: 0, routes: MarketRoutes(site: site, door: .loopback("127.0.0.1")))
            let running = Task { try await server.run { bound.yield($0) } }
            defer { running.cancel() }
            var port = 0
            for await p in ports {
                port = p
                break
            }
            for path in ["/", "/openings", "/openings/\(id)", "/roles/platform"] {
                let page = try Self.document("http://127.0.0.1:\(port)\(path)", profile: folder + "/profile")
                #expect(page.contains("<h1") || page.contains("openings"), "\(path)")
                #expect(!page.contains("<script"), "\(path)")
                #expect(page.contains("stylesheet"), "\(path)")
            }
            let opening = try Self.document("http://127.0.0.1:\(port)/openings/\(id)", profile: folder + "/profile")
            #expect(opening.contains("&lt;script&gt;alert(1)&lt;/script&gt;") || opening.contains("alert(1)"))
        }
    }
}
