import Archive
import Base
import Fixtures
import Sources
import Testing

/// A store in a fresh folder, and what tests ask of it.
struct ArchiveFolder {
    let path: String
    let board = Board(id: "greenhouse:acme", kind: .greenhouse, address: "acme", company: "Acme")

    func at(_ day: Int, hour: Int = 8) -> Instant {
        Instant(seconds: 1_780_000_000 + Int64(day) * 86_400 + Int64(hour) * 3_600)
    }

    func poll(_ day: Int, _ texts: [(String, String)], _ outcome: PollOutcome = .complete, unchanged: Bool = false)
        -> PollRecord
    {
        PollRecord(
            board: board, at: at(day), outcome: outcome,
            documents: texts.map { ReceivedDocument(externalID: $0.0, bytes: Array($0.1.utf8)) }, unchanged: unchanged)
    }

    static func with(_ body: (ArchiveFolder) throws -> Void) throws {
        try Fixtures.withFolder { try body(ArchiveFolder(path: $0)) }
    }
}

@Suite struct `Polls and sightings` {
    @Test func `a document comes back as it was received`() throws {
        try ArchiveFolder.with { folder in
            let store = try ArchiveStore.open(folder: folder.path)
            let bytes = (0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let poll = PollRecord(
                board: folder.board, at: folder.at(0), outcome: .complete,
                documents: [
                    ReceivedDocument(externalID: "1", bytes: bytes), ReceivedDocument(externalID: "2", bytes: []),
                ])
            let ids = try store.append([poll])
            #expect(ids == [1])
            let found = try store.documents(after: 0, limit: 10)
            #expect(found.map(\.bytes) == [bytes, []])
            #expect(found.map(\.externalID) == ["1", "2"])
            #expect(found[0].board == "greenhouse:acme")
            #expect(try store.document(id: found[0].id)?.bytes == bytes)
            #expect(try store.document(id: 99) == nil)
            try store.close()
            let again = try ArchiveStore.open(folder: folder.path, readOnly: true)
            #expect(try again.documents(after: 0, limit: 10).map(\.bytes) == [bytes, []])
        }
    }

    @Test func `only a complete poll ends a posting`() throws {
        try ArchiveFolder.with { f in
            let store = try ArchiveStore.open(folder: f.path)
            _ = try store.append([
                f.poll(0, [("1", "one"), ("2", "two")]), f.poll(1, [("1", "one")], .partial), f.poll(2, [], .failed),
            ])
            #expect(try store.sightings().allSatisfy(\.isOpen))
            _ = try store.append([f.poll(3, [("1", "one")])])
            let s = try store.sightings()
            #expect(s.map(\.externalID) == ["1", "2"])
            #expect(s[0].isOpen)
            #expect(s[0].lastSeen == f.at(3))
            #expect(s[1].absentAt == f.at(3))
            #expect(s[1].lastSeen == f.at(0))
        }
    }

    @Test func `an open posting lasts to the newest complete poll, and to a partial one that shows it`() throws {
        try ArchiveFolder.with { f in
            let store = try ArchiveStore.open(folder: f.path)
            _ = try store.append([f.poll(0, [("1", "one"), ("2", "two")]), f.poll(1, [], unchanged: true)])
            #expect(try store.sightings().map(\.lastSeen) == [f.at(1), f.at(1)])
            _ = try store.append([f.poll(2, [("2", "two")], .partial)])
            #expect(try store.sightings().map(\.lastSeen) == [f.at(1), f.at(2)])
            _ = try store.append([f.poll(3, [])])
            let s = try store.sightings()
            #expect(s.map(\.absentAt) == [f.at(3), f.at(3)])
            #expect(s.map(\.lastSeen) == [f.at(1), f.at(2)])
        }
    }

    @Test func `edited bytes are a new version of the same posting`() throws {
        try ArchiveFolder.with { f in
            let store = try ArchiveStore.open(folder: f.path)
            _ = try store.append([f.poll(0, [("1", "one")]), f.poll(5, [("1", "one, edited")])])
            let s = try store.sightings()
            #expect(s.count == 2)
            #expect(s[0].replacedAt == f.at(5))
            #expect(s[0].absentAt == nil)
            #expect(s[1].firstSeen == f.at(5))
            #expect(s[1].isOpen)
            #expect(try store.boards()[0].openPostings == 1)
        }
    }

    @Test func `a posting that comes back has two stretches and one document`() throws {
        try ArchiveFolder.with { f in
            let store = try ArchiveStore.open(folder: f.path)
            _ = try store.append([f.poll(0, [("1", "one")]), f.poll(1, []), f.poll(2, [("1", "one")])])
            let s = try store.sightings()
            #expect(s.map(\.document) == [1, 1])
            #expect(s.map(\.absentAt) == [f.at(1), nil])
            #expect(try store.newestDocument() == 1)
        }
    }

    @Test func `the same poll appended twice changes nothing`() throws {
        try ArchiveFolder.with { f in
            let store = try ArchiveStore.open(folder: f.path)
            let first = try store.append([f.poll(0, [("1", "one")]), f.poll(1, [("1", "two")])])
            let before = try store.sightings()
            #expect(try store.append([f.poll(0, [("1", "one")]), f.poll(1, [("1", "two")])]) == first)
            #expect(try store.sightings() == before)
            // The same moment with other content is another poll: an import in parts.
            #expect(try store.append([f.poll(1, [("9", "nine")], .partial)]) != [first[1]])
            #expect(try store.sightings().count == before.count + 1)
        }
    }

    @Test func `a poll of the past widens and ends nothing`() throws {
        try ArchiveFolder.with { f in
            let store = try ArchiveStore.open(folder: f.path)
            _ = try store.append([f.poll(10, [("1", "one"), ("2", "two")]), f.poll(3, [("1", "one"), ("0", "zero")])])
            let s = try store.sightings()
            #expect(s.map(\.externalID) == ["0", "1", "2"])
            #expect(s[0].absentAt == f.at(10), "the whole look of day 10 did not show it")
            #expect(s[0].lastSeen == f.at(3))
            #expect(s[1].firstSeen == f.at(3))
            #expect(s[1].isOpen && s[2].isOpen)
            #expect(try store.boards()[0].firstComplete == f.at(3))
            #expect(try store.boards()[0].lastComplete == f.at(10))
        }
    }

    @Test func `an import of days in any order leaves open what nothing ended`() throws {
        try ArchiveFolder.with { f in
            let store = try ArchiveStore.open(folder: f.path)
            _ = try store.append([
                f.poll(10, [("1", "one")], .partial), f.poll(3, [("2", "two"), ("1", "one, earlier")], .partial),
                f.poll(5, [("2", "two")], .partial),
            ])
            let s = try store.sightings()
            #expect(s.map(\.externalID) == ["1", "1", "2"])
            #expect(s[0].replacedAt == f.at(10))
            #expect(s[1].isOpen && s[2].isOpen)
            #expect(s[2].firstSeen == f.at(3) && s[2].lastSeen == f.at(5))
            #expect(try store.verify().damages == [])
        }
    }

    @Test func `an unchanged poll costs its row and nothing else`() throws {
        try ArchiveFolder.with { f in
            let store = try ArchiveStore.open(folder: f.path)
            let many = (0..<500).map { ("\($0)", "text \($0)") }
            _ = try store.append([f.poll(0, many)])
            try store.close()
            let again = try ArchiveStore.open(folder: f.path)
            let before = again.sizeOnDisk
            for day in 1...50 { _ = try again.append([f.poll(day, many)]) }
            try again.close()
            #expect(again.sizeOnDisk - before < 50 * 400)
        }
    }

    @Test func `a board's state is that of its polls`() throws {
        try ArchiveFolder.with { f in
            let store = try ArchiveStore.open(folder: f.path)
            var first = f.poll(0, [("1", "one")])
            first.etag = "\"a\""
            first.lastModified = "Sun"
            let failed = PollRecord(
                board: f.board, at: f.at(2), outcome: .failed,
                fault: Fault(.netStatus, "the source said 503", at: "https://x"), alarms: ["volume", "schema"])
            _ = try store.append([first, f.poll(1, [], unchanged: true), failed])
            let state = try #require(try store.boards().first)
            #expect(state.board == f.board)
            #expect(state.firstComplete == f.at(0))
            #expect(state.lastComplete == f.at(1))
            #expect(state.lastPoll == f.at(2))
            #expect(state.lastOutcome == .failed)
            #expect(state.fault == failed.fault)
            #expect(state.etag == "\"a\"")
            #expect(state.lastModified == "Sun")
            #expect(state.alarms == ["volume", "schema"])
            #expect(state.openPostings == 1)
        }
    }
}

@Suite struct `Opening an archive` {
    @Test func `a second writer is refused while readers are not`() throws {
        try ArchiveFolder.with { f in
            let store = try ArchiveStore.open(folder: f.path)
            _ = try store.append([f.poll(0, [("1", "one")])])
            let fault = #expect(throws: Fault.self) { _ = try ArchiveStore.open(folder: f.path) }
            #expect(fault?.code == .busy)
            let reader = try ArchiveStore.open(folder: f.path, readOnly: true)
            #expect(try reader.newestDocument() == 1)
            #expect(throws: Fault.self) { _ = try reader.append([f.poll(1, [])]) }
            withExtendedLifetime(store) {}
        }
    }

    @Test func `a newer file is refused and left alone`() throws {
        try ArchiveFolder.with { f in
            try ArchiveStore.open(folder: f.path).close()
            // The user version is the four bytes at offset 60 of an SQLite file.
            var bytes = try DurableFile.read(f.path + "/archive.sqlite")
            bytes[63] = 99
            try DurableFile.write(bytes, to: f.path + "/archive.sqlite")
            for readOnly in [true, false] {
                let fault = #expect(throws: Fault.self) {
                    _ = try ArchiveStore.open(folder: f.path, readOnly: readOnly)
                }
                #expect(fault?.code == .newer)
            }
            #expect(try DurableFile.read(f.path + "/archive.sqlite") == bytes)
        }
    }

    @Test func `reading where nothing is says so`() throws {
        try ArchiveFolder.with { f in
            let fault = #expect(throws: Fault.self) { _ = try ArchiveStore.open(folder: f.path, readOnly: true) }
            #expect(fault?.code == .notFound)
        }
    }

    @Test func `a document over the limit is refused and nothing is kept`() throws {
        try ArchiveFolder.with { f in
            let store = try ArchiveStore.open(folder: f.path)
            var poll = f.poll(0, [("1", "one")])
            poll.documents.append(ReceivedDocument(externalID: "2", bytes: [UInt8](repeating: 65, count: 16 << 20 + 1)))
            let fault = #expect(throws: Fault.self) { _ = try store.append([poll]) }
            #expect(fault?.code == .limitBytes)
            #expect(try store.newestDocument() == 0)
            #expect(try store.boards().isEmpty)
        }
    }
}

@Suite struct `Documents at rest` {
    @Test func `a dictionary is trained and frames of before and after open`() throws {
        try ArchiveFolder.with { f in
            let stress = IngestStress(seed: 3, polls: 400).polls
            let store = try ArchiveStore.open(folder: f.path)
            for batch in stride(from: 0, to: stress.count, by: 20) {
                _ = try store.append(Array(stress[batch..<min(batch + 20, stress.count)]))
            }
            let report = try store.verify()
            #expect(report.damages == [])
            #expect(report.documents > 1_500)
            try store.close()
            let again = try ArchiveStore.open(folder: f.path, readOnly: true)
            var seen = Set<Digest>()
            var after: Int64 = 0
            while let last = try again.documents(after: after, limit: 700).last {
                for d in try again.documents(after: after, limit: 700) { seen.insert(d.digest) }
                after = last.id
            }
            #expect(seen.count == report.documents)
        }
    }
}
