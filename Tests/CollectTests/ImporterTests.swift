import Archive
import Base
import Collect
import Fixtures
import Foundation
import Sources
import Testing

@Suite struct ImporterTests {
    let day = Day(year: 2026, month: 11, day: 1) ?? Day(number: 0)

    func withArchive(_ body: (String, ArchiveStore) throws -> Void) throws {
        try Fixtures.withFolder { folder in
            let archive = try ArchiveStore.open(folder: folder + "/data")
            try body(folder, archive)
            try archive.close()
        }
    }

    func write(_ text: String, _ path: String) throws -> String {
        try DurableFile.write(Array(text.utf8), to: path)
        return path
    }

    @Test func `Lines go to their boards and days, bad ones are named`() throws {
        try withArchive { folder, archive in
            let path = try write(
                """
                {"source":"hn","id":"1","body":"A | SRE","bodyIsHTML":true,"posted":"2014-03"}
                {"source":"ashby","id":"x","title":"T","body":"b","seen":"2026-07-18"}
                not json
                {"source":"ashby","id":"y","title":"U","body":"b"}

                {"source":"ashby","title":"no id"}
                {"source":"ashby","id":"z","title":"V","body":"b"}
                """, folder + "/mixed.jsonl")
            let r = try Importer(archive: archive).importFile(path, day: day)
            #expect(r.documents == 4)
            #expect(r.rejected == 2)
            #expect(r.faults.map(\.at) == ["line 3, byte 0", "line 6, /id"])
            #expect(r.boards == ["hackernews:import": 1, "jsonl:mixed.jsonl": 3])
            let seen = try archive.sightings().map { $0.firstSeen.day.description }.sorted()
            #expect(seen == ["2014-03-01", "2026-07-18", "2026-11-01", "2026-11-01"])
            // Nothing that a file does not hold has ended, and the same file again changes nothing.
            let before = try archive.sightings()
            _ = try Importer(archive: archive).importFile(path, day: day)
            #expect(try archive.sightings() == before)
        }
    }

    @Test(arguments: ["gz", "zst"]) func `Compressed files are read as they come, whatever they are called`(
        _ ending: String
    ) throws {
        try withArchive { folder, archive in
            let lines = (0..<9000).map {
                #"{"source":"x","id":"\#($0)","title":"T\#($0)","body":"\#(String(repeating: "word ", count: 40))"}"#
            }
            let path = try write(lines.joined(separator: "\n"), folder + "/many.jsonl")
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ending == "gz" ? ["gzip", path] : ["zstd", "-q", "--rm", path]
            do { try process.run() } catch { print("skipped: no \(ending)"); return }
            process.waitUntilExit()
            guard process.terminationStatus == 0 else { print("skipped: no \(ending)"); return }
            var last = ImportProgress()
            let r = try Importer(archive: archive).importFile("\(path).\(ending)", day: day) { last = $0 }
            #expect(r.documents == 9000)
            #expect(r.rejected == 0)
            #expect(r.polls == 3)
            #expect(last.documents == 9000)
            #expect(r.boards.keys.map { $0 } == ["jsonl:many.jsonl"])
            // A file that was cut is an error, not a shorter file.
            let bytes = try DurableFile.read("\(path).\(ending)")
            try DurableFile.write(Array(bytes.prefix(bytes.count / 2)), to: "\(path).\(ending)")
            #expect(throws: Fault.self) { try Importer(archive: archive).importFile("\(path).\(ending)", day: day) }
        }
    }

    @Test func `Long CSV files are cut between rows`() throws {
        try withArchive { folder, archive in
            var text = "id,title,description\n"
            for i in 0..<10_000 { text += "\(i),\"T, \(i)\",\"line one\nline \"\"two\"\" of \(i)\"\n" }
            text += "10000,\"never ends\n"
            let r = try Importer(archive: archive).importFile(try write(text, folder + "/rows.csv"), day: day)
            #expect(r.documents == 10_000)
            #expect(r.faults.map(\.at) == ["line 20002"])
        }
    }

    @Test func `A saved board is a poll of it`() throws {
        try withArchive { folder, archive in
            let board = Board(id: "greenhouse:acme", kind: .greenhouse, address: "acme")
            func jobs(_ ids: [Int], total: Int) -> String {
                let rows = ids.map {
                    #"{"id":\#($0),"title":"T","absolute_url":"https://a.example/\#($0)","content":"x"}"#
                }
                return #"{"jobs":[\#(rows.joined(separator: ","))],"meta":{"total":\#(total)}}"#
            }
            let importer = Importer(archive: archive)
            _ = try importer.importFile(
                try write(jobs(Array(1...20), total: 20), folder + "/a.json"), day: day, board: board)
            #expect(try archive.sightings().filter(\.isOpen).count == 20)
            // Nothing changes by an empty answer that says it is not empty, a cut one or another format.
            for bad in [jobs([], total: 20), String(jobs(Array(1...20), total: 20).dropLast(100)), #"{"data":[]}"#] {
                #expect(throws: Fault.self) {
                    try importer.importFile(try write(bad, folder + "/b.json"), day: day + 1, board: board)
                }
            }
            #expect(try archive.sightings().filter(\.isOpen).count == 20)
            _ = try importer.importFile(
                try write(jobs(Array(1...19), total: 19), folder + "/c.json"), day: day + 2, board: board)
            #expect(try archive.sightings().filter(\.isOpen).count == 19)
            // What a file is, its bytes say.
            let guess = try importer.importFile(try write(jobs([1], total: 1), folder + "/saved.json"), day: day)
            #expect(guess.boards.keys.first == "greenhouse:saved.json")
            #expect(throws: Fault.self) { try importer.importFile(try write("hello", folder + "/x.txt"), day: day) }
            #expect(throws: Fault.self) { try importer.importFile(folder + "/none.jsonl", day: day) }
        }
    }

    @Test func `Every corpus is read`() throws {
        guard let corpus = Fixtures.shared("corpus") else { return }
        try withArchive { _, archive in
            let importer = Importer(archive: archive)
            for name in ["hn2026", "cyber-radar2026", "salary-radar-eval", "usajobs2016", "hn2011-04"] {
                let r = try importer.importFile("\(corpus)/\(name).jsonl.zst", day: day)
                #expect(r.documents > 20)
                #expect(r.rejected == 0, "\(name): \(r.faults)")
            }
            #expect(try archive.boards().contains { $0.board == JSONLines.recordBoard })
        }
    }
}
