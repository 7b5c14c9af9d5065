import Archive
import Base
import Fixtures
import Market
import Server
import Sources
import Taxonomy

/// A market of a few hundred posts over two years, made in a folder of its own.
enum SmallMarket {
    static let hostile = "<script>alert(1)</script>"

    static func with<T>(_ body: (Site) throws -> T) throws -> T {
        try Fixtures.withFolder { folder in try body(make(folder)) }
    }
    static func with<T>(_ body: (Site) async throws -> T) async throws -> T {
        try await Fixtures.withFolder { folder in try await body(make(folder)) }
    }

    /// `first` has read the market before the house's own reader did.
    static func make(_ folder: String, first: DocumentReading? = nil) throws -> Site {
        let archive = try ArchiveStore.open(folder: folder)
        let roles = ["Senior Platform Engineer", "Backend Developer", "Security Engineer", "Data Engineer"]
        let skills = ["Kubernetes", "Terraform", "PostgreSQL", "Python", "Go", "Prometheus", "AWS"]
        var g = SeededGenerator(seed: 42)
        let end = Day(year: 2026, month: 11, day: 24)!
        var documents: [ReceivedDocument] = []
        for i in 0..<900 {
            let day = end + -(i % 720)
            let named = skills.filter { _ in Int.random(in: 0..<3, using: &g) == 0 }
            let title = i == 5 ? "=cmd \(hostile)" : roles[i % 4]
            let pay = i % 3 == 0 ? "Salary: $\(120 + i % 40),000 - $\(150 + i % 40),000 a year." : ""
            let body =
                "Company\(i % 40) | \(title) | Berlin, Germany | REMOTE | Full-time\n\nYou will run our production systems, number \(i), and be on call one week in \(2 + i % 7). "
                + "We require \(named.joined(separator: ", ")). You deploy to production every day with our pipeline \(i * 31 % 97). \(pay) \(i == 5 ? hostile : "")"
            var w = JSONWriter()
            w.object { w in
                w.member("source", "hn")
                w.member("id", String(1000 + i))
                w.member("company", "Company\(i % 40)")
                w.member("title", title)
                w.member("body", body)
                w.member("bodyIsHTML", false)
                w.member("posted", day.description)
                w.member("location", "Berlin, Germany")
                w.member("url", "https://jobs.example/\(i)")
            }
            documents.append(ReceivedDocument(externalID: String(1000 + i), bytes: w.bytes))
        }
        _ = try archive.append([
            PollRecord(board: JSONLines.recordBoard, at: Instant(end), outcome: .complete, documents: documents)
        ])
        if let first {
            _ = try MarketStore(folder: folder, archive: archive, taxonomy: .standard, reading: first).refresh(on: end)
        }
        let market = MarketStore(folder: folder, archive: archive, taxonomy: .standard)
        _ = try market.refresh(on: end)
        return Site(market: market, archive: archive, taxonomy: .standard)
    }

    static func get(_ site: Site, _ target: String, headers: [String: String] = [:]) -> SiteResponse {
        site.respond(SiteRequest(target: target, headers: headers.merging(["host": "127.0.0.1"]) { a, _ in a }))
    }
}
