import Archive
import ArgumentParser
import Base
import Foundation
import Market
import Sources
import Taxonomy

/// Measures the way of a posting: JSON Lines in, a searchable generation out. Prints one JSON object.
struct IngestBenchVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "ingest-bench", shouldDisplay: false)

    @Argument var files: [String]
    @Option var data: String

    func run() async throws {
        let archive = try ArchiveStore.open(folder: data)
        var documents = 0, bytes = 0
        let watch = Stopwatch()
        for file in files { try IngestBenchVerb.append(file, archive, &documents, &bytes) }
        let appended = watch.seconds
        Output.note("appended \(documents) in \(appended) s")
        let store = MarketStore(folder: data, archive: archive, taxonomy: .standard)
        let g = try store.refresh()
        let refreshed = watch.seconds - appended
        let again = Stopwatch()
        _ = try store.rebuild()
        Output.json { w in
            w.object { w in
                w.member("documents", documents)
                w.member("megabytes", bytes >> 20)
                w.member("appendSeconds", appended)
                w.member("appendPerSecond", Double(documents) / appended)
                w.member("refreshSeconds", refreshed)
                w.member("wholePerSecond", Double(documents) / (appended + refreshed))
                w.member("rebuildSeconds", again.seconds)
                w.member("archiveMegabytes", archive.sizeOnDisk >> 20)
                w.member("postings", g.postings)
                w.member("openings", g.columns.count)
            }
        }
    }

    static func append(_ file: String, _ archive: ArchiveStore, _ documents: inout Int, _ bytes: inout Int) throws {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let board = Board(id: "jsonl:" + name, kind: .jsonl, address: file)
        let all = try DurableFile.read(file, limit: 2 << 30)
        let at = Instant(seconds: 1_790_000_000)
        var batches: [Board: [ReceivedDocument]] = [:]
        func flush(_ board: Board) throws {
            guard let batch = batches.removeValue(forKey: board), !batch.isEmpty else { return }
            _ = try archive.append([PollRecord(board: board, at: at, outcome: .partial, documents: batch)])
        }
        for slice in all.split(separator: 10) {
            guard let line = try? JSONLines.line(Array(slice), board: board) else { continue }
            documents += 1
            bytes += slice.count
            batches[line.board, default: []].append(line.document)
            if batches[line.board]?.count == 4_096 { try flush(line.board) }
        }
        for board in Array(batches.keys) {
            try flush(board)
            _ = try archive.append([PollRecord(board: board, at: at, outcome: .complete, unchanged: true)])
        }
    }
}

/// Measures searches of a market: each question of a file (one a line, in the query language) is asked once cold and
/// then with its facets. Prints quantiles in milliseconds.
struct SearchBenchVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "search-bench", shouldDisplay: false)

    @Argument var file: String
    @Option var data: String
    @Flag var each = false

    func run() async throws {
        var options = DataOptions()
        options.data = data
        let reader = try options.openMarket().reader
        let lines = String(decoding: try DurableFile.read(file), as: UTF8.self).split(separator: "\n").map(String.init)
        var searches: [Double] = [], facets: [Double] = []
        for line in lines {
            let q = QueryReader.read(line, taxonomy: .standard, today: reader.generation.asOf).query
            let watch = Stopwatch()
            let page = try reader.search(q, limit: 20)
            searches.append(watch.seconds * 1_000)
            let second = Stopwatch()
            _ = try reader.facets(q)
            facets.append(second.seconds * 1_000)
            if each {
                Output.note(
                    "\(line): \(page.total), \(searches[searches.count - 1]) ms, facets \(facets[facets.count - 1]) ms")
            }
        }
        func quantile(_ values: [Double], _ p: Double) -> Double {
            values.isEmpty ? 0 : values.sorted()[min(values.count - 1, Int(Double(values.count) * p))]
        }
        Output.json { w in
            w.object { w in
                w.member("openings", reader.generation.columns.count)
                w.member("questions", lines.count)
                for (name, values) in [("search", searches), ("facets", facets)] {
                    w.member(name + "P50", quantile(values, 0.5))
                    w.member(name + "P95", quantile(values, 0.95))
                    w.member(name + "P99", quantile(values, 0.99))
                }
            }
        }
    }
}

/// Seconds since it was made, by a clock that never jumps.
struct Stopwatch {
    private let start = DispatchTime.now()
    var seconds: Double { Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e9 }
}
