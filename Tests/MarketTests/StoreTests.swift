import Archive
import Base
import Fixtures
import Foundation
import Market
import Reading
import Sources
import Taxonomy
import Testing

@Suite struct `Generations` {
    typealias F = MarketFolder

    /// A market of some boards over some weeks, with copies, edits, closings.
    static func fill(_ f: MarketFolder, seed: Int = 1, from: Int = 0, to: Int = 30) throws {
        for day in stride(from: from, to: to, by: 3) {
            var polls: [PollRecord] = []
            for board in 0..<5 {
                let shown = (0..<20).filter { ($0 + day / 3 + board) % 4 != 0 }.map { i -> (String, [UInt8]) in
                    let text =
                        F.text(seed * 10_000 + board * 100 + i / 2) + (i % 5 == 0 ? " kubernetes pays" : " go")
                        + (day > 12 && i == 3 ? " edited" : "")
                    let title = ["Backend Engineer", "Senior Backend Engineer", "Frontend Engineer", "Seeking work"][
                        i % 4]
                    return ("\(i)", F.document(title, "Company \(board)", posted: F.start + day / 7 * 7, text))
                }
                polls.append(f.poll("greenhouse:b\(board)", day: day, shown))
            }
            _ = try f.archive.append(polls)
        }
    }

    static func columns(_ f: MarketFolder, _ g: Generation) throws -> [UInt8] {
        try DurableFile.read(f.path + "/market/gen-" + pad(g.number, 6) + "/columns")
    }

    @Test func `rebuild and reread give the same bytes`() throws {
        try F.with { (f) throws in
            try Self.fill(f)
            let store = f.store()
            let first = try store.refresh()
            let bytes = try Self.columns(f, first)
            #expect(first.columns.count > 30)
            let again = try store.rebuild()
            #expect(again.number == first.number + 1)
            #expect(try Self.columns(f, again) == bytes)
            #expect(try Self.columns(f, store.reread()) == bytes)
            // In steps, as it would have grown from day to day.
            try MarketFolder.with { g in
                for from in stride(from: 0, to: 30, by: 6) {
                    try Self.fill(g, from: from, to: from + 6)
                    _ = try g.store().refresh()
                }
                #expect(try Self.columns(g, try #require(try g.store().current()).generation) == bytes)
            }
        }
    }

    @Test func `nothing new gives the same generation and old ones go`() throws {
        try F.with { (f) throws in
            try Self.fill(f)
            let store = f.store()
            let first = try store.refresh()
            #expect(try store.refresh().number == first.number)
            let held = try #require(try store.current())
            for _ in 0..<4 { _ = try store.rebuild() }
            let kept = try FileManager.default.contentsOfDirectory(atPath: f.path + "/market").filter {
                $0.hasPrefix("gen-")
            }
            #expect(kept.count == 3)
            // Who holds an old one reads on.
            #expect(try held.search(.everything).total == first.columns.count)
            #expect(held.generation.number == first.number)
        }
    }

    @Test func `another reader version reads everything again`() throws {
        try F.with { (f) throws in
            try Self.fill(f)
            let first = try f.store().refresh()
            let second = try f.store(version: "r2").refresh()
            #expect(second.number == first.number + 1)
            #expect(second.readerVersion == "r2+t1")
        }
    }

    @Test func `a damaged columns file is named and never believed`() throws {
        try F.with { (f) throws in
            try Self.fill(f)
            let store = f.store()
            let g = try store.refresh()
            #expect(store.verify() == [])
            let path = f.path + "/market/gen-" + pad(g.number, 6) + "/columns"
            let bytes = try DurableFile.read(path)
            var random = SeededGenerator(seed: 3)
            for _ in 0..<60 {
                var damaged = bytes
                damaged[Int(random.next() % UInt64(random.next() % 4 == 0 ? 1_100 : damaged.count))] ^=
                    1 << UInt8(random.next() % 8)
                try DurableFile.write(damaged, to: path)
                #expect(!f.store().verify().isEmpty)
                #expect(throws: Fault.self) { _ = try f.store().current() }
            }
            try DurableFile.write(Array(bytes.dropLast(64)), to: path)
            #expect(!f.store().verify().isEmpty)
            // What is derived comes back.
            _ = try f.store().rebuild()
            #expect(f.store().verify() == [])
            #expect(try Self.columns(f, try #require(try f.store().current()).generation) == bytes)
        }
    }

    @Test func `a market of no poll says so`() throws {
        try F.with { (f) throws in
            #expect(try f.store().current() == nil)
            let fault = #expect(throws: Fault.self) { _ = try f.store().refresh() }
            #expect(fault?.code == .notFound)
        }
    }

    @Test func `a document that cannot be read is counted nowhere and loses nothing`() throws {
        try F.with { (f) throws in
            _ = try f.archive.append([
                f.poll("a", day: 0, [("1", Array("broken".utf8)), ("2", F.document("Backend", "Acme", F.text(1)))])
            ])
            let g = try f.store().refresh()
            #expect(g.columns.count == 2)
            #expect((0..<2).filter { g.columns.flags($0).contains(.unread) }.count == 1)
        }
    }
}

@Suite struct `Search` {
    typealias F = MarketFolder

    static func market(_ body: (MarketReader) throws -> Void) throws {
        try F.with { (f) throws in
            var polls: [PollRecord] = []
            for day in 0..<40 {
                let body =
                    F.text(day + 500) + (day % 2 == 0 ? " kubernetes incident response" : " go response incident")
                    + (day % 5 == 0 ? " pays" : "")
                let title = day % 4 == 0 ? "Senior Backend Engineer" : "Frontend Engineer"
                polls.append(
                    f.poll("a", day: day, [("\(day)", F.document(title, day < 20 ? "Acme" : "Beta", body))], .partial))
            }
            _ = try f.archive.append(polls)
            let store = f.store()
            _ = try store.refresh()
            try body(try #require(try store.current()))
        }
    }

    static func query(_ change: (inout Query) -> Void) -> Query {
        var q = Query()
        change(&q)
        return q
    }

    @Test func `pages go from the newest to the oldest, once each`() throws {
        try Self.market { (reader) throws in
            var seen: [Int64] = []
            var cursor: String?
            repeat {
                let page = try reader.search(.everything, after: cursor, limit: 7)
                #expect(page.total == 40)
                seen += page.rows.map(\.id)
                cursor = page.next
            } while cursor != nil
            #expect(seen.count == 40)
            #expect(Set(seen).count == 40)
            #expect(seen == seen.sorted(by: >))
            let fault = #expect(throws: Fault.self) { _ = try reader.search(.everything, after: "x") }
            #expect(fault?.code == .usage)
        }
    }

    @Test func `words, phrases and what is left out`() throws {
        try Self.market { (reader) throws in
            func total(_ change: (inout Query) -> Void) throws -> Int { try reader.search(Self.query(change)).total }
            #expect(try total { $0.words = ["incident"] } == 40)
            #expect(try total { $0.words = ["incident response"] } == 20)
            #expect(try total { $0.words = ["incident", "kubernetes"] } == 20)
            #expect(try total { $0.words = ["kubern*"] } == 20)
            #expect(try total { $0.words = ["kubern"] } == 0)
            #expect(try total { $0.withoutWords = ["kubernetes"] } == 20)
            #expect(try total { $0.words = ["acme"] } == 20)
            #expect(
                try total {
                    $0.words = ["acme"]; $0.skills = ["go"]
                } == 10)
        }
    }

    @Test(arguments: [
        ["\" OR *"], ["NEAR(a b)"], ["-zz1"], ["text:x"], ["c++", "c#", ".net"], ["("], ["^a"], ["{}"],
        ["AND", "OR", "NOT"], ["*"],
    ])
    func `nothing that a visitor writes is syntax`(_ words: [String]) throws {
        try Self.market { (reader) throws in
            #expect(try reader.search(Self.query { $0.words = words }).total == 0)
        }
    }

    @Test func `too many words are refused`() throws {
        try Self.market { (reader) throws in
            for words in [[String](repeating: "a", count: 33), [String(repeating: "a", count: 513)]] {
                let fault = #expect(throws: Fault.self) { _ = try reader.search(Self.query { $0.words = words }) }
                #expect(fault?.code == .limitLength)
            }
        }
    }

    @Test func `a list ignores its own selection and obeys the others`() throws {
        try Self.market { (reader) throws in
            let f = try reader.facets(
                Self.query {
                    $0.roles = [.backend]; $0.skills = ["kubernetes"]
                })
            #expect(f.total == 10)
            #expect(f.roles == [FacetCount(.backend, 10), FacetCount(.frontend, 10)])
            #expect(f.seniorities == [FacetCount(.senior, 10)])
            #expect(f.skills == [FacetCount(1, 10)])
            #expect(f.companies == [FacetCount("Acme", 5), FacetCount("Beta", 5)])
            #expect(
                f.payStated == [FacetCount(false, 8), FacetCount(true, 2)]
                    || f.payStated == [FacetCount(true, 2), FacetCount(false, 8)])
        }
    }

    @Test func `pay sorts within its currency and drops nothing`() throws {
        try Self.market { (reader) throws in
            let page = try reader.search(Self.query { $0.sort = .pay }, limit: 40)
            #expect(page.rows.count == 40)
            #expect(page.rows.prefix(8).allSatisfy { $0.payText != nil })
            #expect(page.rows.dropFirst(8).allSatisfy { $0.payText == nil })
            let second = try reader.search(
                Self.query { $0.sort = .pay }, after: try reader.search(Self.query { $0.sort = .pay }, limit: 10).next,
                limit: 30)
            #expect(second.rows.map(\.id) == page.rows.dropFirst(10).map(\.id))
        }
    }

    @Test func `relevance ranks all matches`() throws {
        try Self.market { (reader) throws in
            let page = try reader.search(
                Self.query {
                    $0.words = ["kubernetes"]; $0.sort = .relevance
                }, limit: 40)
            #expect(page.total == 20)
            #expect(Set(page.rows.map(\.id)).count == 20)
        }
    }

    @Test func `an opening shows its document and its facts`() throws {
        try Self.market { (reader) throws in
            let card = try #require(try reader.search(.everything, limit: 1).rows.first)
            #expect(card.title == "Frontend Engineer")
            #expect(card.company == "Beta")
            #expect(card.place == "Berlin")
            #expect(card.url == "https://example.org/39")
            let detail = try #require(try reader.opening(id: card.id))
            #expect(detail.facts.skills.map(\.skill) == [0])
            #expect(detail.posting.externalID == "39")
            #expect(detail.sightings.count == 1)
            #expect(try reader.opening(id: 999) == nil)
        }
    }
}
