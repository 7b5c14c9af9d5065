import Archive
import Base
import Fixtures
import Foundation
import Sources
import Testing

/// What an archive holds, without the ids that depend on how often it was interrupted.
struct ArchiveState: Equatable {
    var documents: Set<String> = []
    var sightings: Set<String> = []
    var boards: [String] = []

    init(_ store: ArchiveStore) throws {
        var digest: [Int64: Digest] = [:]
        var after: Int64 = 0
        while true {
            let page = try store.documents(after: after, limit: 500)
            guard let last = page.last else { break }
            for d in page {
                digest[d.id] = d.digest
                documents.insert("\(d.digest) \(d.bytes.count)")
            }
            after = last.id
        }
        let names = Dictionary(try store.boardRows().map { ($0.row, $0.board.id) }, uniquingKeysWith: { a, _ in a })
        for s in try store.sightings() {
            let d = digest[s.document].map(\.description) ?? "missing"
            let ends = "\(s.absentAt?.description ?? "-") \(s.replacedAt?.description ?? "-")"
            sightings.insert("\(names[s.board] ?? "?") \(s.externalID) \(d) \(s.firstSeen) \(s.lastSeen) \(ends)")
        }
        boards = try store.boards().map { "\($0)" }
    }
}

@Suite struct `Kill and damage` {
    /// `wheelhouse` as it was built beside this test bundle.
    static let binary: String? = {
        var folder = URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
        let folders = [
            folder, folder.deletingLastPathComponent(), folder.deletingLastPathComponent().deletingLastPathComponent(),
        ]
        folder = Bundle.main.bundleURL
        for f in folders + [folder, folder.deletingLastPathComponent()] {
            let path = f.appendingPathComponent("wheelhouse").path
            if FileManager.default.isExecutableFile(atPath: path) { return path }
        }
        return nil
    }()

    static var kills: Int { ProcessInfo.processInfo.environment["WHEELHOUSE_KILLS"].flatMap(Int.init) ?? 25 }

    /// Runs the stress verb, kills it after `delay` microseconds and returns the numbers of the polls it had acknowledged.
    static func run(_ binary: String, seed: UInt64, data: String, killAfter delay: UInt32?) throws -> [Int] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: binary)
        process.arguments = ["internal", "ingest-stress", "--seed", "\(seed)", "--data", data]
        let out = Pipe()
        process.standardOutput = out
        try process.run()
        if let delay {
            // The instant is counted from the first acknowledgement, so that a slow start does not make every kill an early one.
            let first = try out.fileHandleForReading.read(upToCount: 1) ?? Data()
            usleep(delay)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let rest = try out.fileHandleForReading.readToEnd() ?? Data()
            return numbers(first + rest)
        }
        let all = try out.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return numbers(all)
    }

    static func numbers(_ output: Data) -> [Int] {
        // A last line without its end was cut by the kill: it was acknowledged all the same, but its number may be cut too.
        let text = String(decoding: output, as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        if !text.hasSuffix("\n"), !lines.isEmpty { lines.removeLast() }
        return lines.compactMap { $0.split(separator: " ").first.flatMap { Int($0) } }
    }

    @Test func `a kill at any instant loses no acknowledged poll and leaves none half`() throws {
        guard let binary = Self.binary else {
            Issue.record("the wheelhouse binary is not beside the test bundle")
            return
        }
        var random = SeededGenerator(seed: 20_26)
        var interrupted = 0
        for k in 0..<Self.kills {
            let seed = random.next()
            let delay = UInt32(random.next() % 60_000)
            try Fixtures.withFolder { folder in
                let acknowledged = try Self.run(binary, seed: seed, data: folder, killAfter: delay)
                let plan = IngestStress(seed: seed).polls
                if acknowledged.count < plan.count { interrupted += 1 }
                let store = try ArchiveStore.open(folder: folder)
                let report = try store.verify()
                #expect(report.damages == [], "seed \(seed), kill \(k)")
                // Exactly the acknowledged polls, or one more that was on the disk before it could be said.
                #expect([acknowledged.count, acknowledged.count + 1].contains(report.polls), "seed \(seed), kill \(k)")
                let state = try ArchiveState(store)
                try Fixtures.withFolder { reference in
                    let whole = try ArchiveStore.open(folder: reference)
                    for p in plan.prefix(report.polls) { _ = try whole.append([p]) }
                    #expect(
                        try ArchiveState(whole) == state,
                        "seed \(seed), kill \(k): not the state after \(report.polls) polls")
                }
                try store.close()
            }
            guard k % 5 == 0 else { continue }
            try Fixtures.withFolder { folder in
                _ = try Self.run(binary, seed: seed, data: folder, killAfter: delay)
                #expect(try Self.run(binary, seed: seed, data: folder, killAfter: nil).count == 60)
                let again = try ArchiveStore.open(folder: folder, readOnly: true)
                try Fixtures.withFolder { reference in
                    let whole = try ArchiveStore.open(folder: reference)
                    _ = try whole.append(IngestStress(seed: seed).polls)
                    #expect(try ArchiveState(whole) == ArchiveState(again), "seed \(seed): a re-run ends elsewhere")
                }
            }
        }
        #expect(interrupted > Self.kills / 3, "the kills come too late to mean anything")
    }

    @Test func `a flipped byte in the archive is named or harmless`() throws {
        var random = SeededGenerator(seed: 7)
        let flips = ProcessInfo.processInfo.environment["WHEELHOUSE_FLIPS"].flatMap(Int.init) ?? 150
        try Fixtures.withFolder { folder in
            let original = try ArchiveStore.open(folder: folder + "/a")
            _ = try original.append(IngestStress(seed: 11, polls: 25).polls)
            let state = try ArchiveState(original)
            try original.close()
            let bytes = try DurableFile.read(folder + "/a/archive.sqlite")
            var named = 0, harmless = 0
            for _ in 0..<flips {
                var damaged = bytes
                // Half of the flips hit the first pages, where header, schema and the roots of the small tables lie.
                let place = Int(
                    random.next() % UInt64(random.next() % 2 == 0 ? damaged.count : min(damaged.count, 40 * 4096)))
                damaged[place] ^= 1 << UInt8(random.next() % 8)
                let path = folder + "/b"
                try? FileManager.default.removeItem(atPath: path)
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
                try DurableFile.write(damaged, to: path + "/archive.sqlite")
                do {
                    let store = try ArchiveStore.open(folder: path, readOnly: true)
                    if try !store.verify().damages.isEmpty { named += 1; continue }
                    #expect(try ArchiveState(store) == state, "byte \(place): another state, and not named")
                    harmless += 1
                } catch {
                    #expect(error is Fault, "byte \(place): \(error)")
                    named += 1
                }
            }
            print("flips: \(named) named, \(harmless) harmless of \(flips)")
            #expect(named > flips / 2)
        }
    }

    @Test func `a full disk is said and keeps nothing of the step`() throws {
        guard let binary = Self.binary else { return }
        try Fixtures.withFolder { folder in
            // `ulimit -f` makes every write beyond the limit fail, as a full disk does.
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = [
                "-c",
                "trap '' XFSZ; ulimit -f 400; exec \"$0\" internal ingest-stress --seed 5 --polls 200 --data \"$1\"",
                binary, folder,
            ]
            let out = Pipe(), said = Pipe()
            process.standardOutput = out
            process.standardError = said
            try process.run()
            let acknowledged = Self.numbers(try out.fileHandleForReading.readToEnd() ?? Data())
            let words = String(decoding: try said.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus != 0)
            #expect(words.contains("storage"), "it said: \(words)")
            #expect(!acknowledged.isEmpty)
            let store = try ArchiveStore.open(folder: folder)
            let report = try store.verify()
            #expect(report.damages == [])
            #expect([acknowledged.count, acknowledged.count + 1].contains(report.polls))
        }
    }
}
