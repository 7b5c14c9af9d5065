import Archive
import Base
import Fixtures
import Foundation
import Market
import Reading
import Sources
import Taxonomy
import Testing

/// One archive read by two readers: what a comparison says, what a revision keeps.
@Suite struct `Reading again` {
    typealias F = MarketFolder
    static let day = F.start + 200

    /// 100 openings that name go, 40 of them kubernetes too, 2 of them swift.
    static func fill(_ f: MarketFolder) throws {
        let documents = (0..<100).map { i in
            let more = (i < 40 ? " kubernetes" : "") + (i < 2 ? " swift" : "")
            return ("\(i)", F.document("Backend Engineer", "Company \(i % 7)", F.text(i) + " go" + more))
        }
        _ = try f.archive.append([f.poll("a", day: 0, documents)])
    }

    static func store(
        _ f: MarketFolder, _ version: String, taxonomy: Taxonomy = F.taxonomy,
        _ change: @escaping @Sendable (inout Facts) -> Void
    ) -> MarketStore {
        var reading = F.reading(version)
        let read = reading.facts
        reading.facts = { posting in
            var facts = read(posting)
            change(&facts)
            return facts
        }
        return MarketStore(folder: f.path, archive: f.archive, taxonomy: taxonomy, reading: reading)
    }

    /// Overlooks kubernetes in 10 of 40, sees terraform in 5 of those, takes swift for nothing, and sees a practice in all
    /// that name kubernetes.
    static func second(_ f: MarketFolder, _ version: String = "r2") -> MarketStore {
        store(f, version) { facts in
            let names = Set(facts.mentions.map(\.skill)), text = String(decoding: facts.text, as: UTF8.self)
            if names.contains(1) { facts.practices = [PracticeEvidence(practice: .operations, span: ByteSpan(0, 1))] }
            facts.mentions.removeAll { $0.skill == 3 }
            let i = (0..<10).first { text.contains(F.text($0)) }
            if let i {
                facts.mentions.removeAll { $0.skill == 1 }
                if i < 5 { facts.mentions.append(Mention(skill: 4, span: ByteSpan(0, 1), status: .nice)) }
            }
        }
    }

    static let changes: [Revision.Change] = [
        .init(.practice(.operations), before: 0, after: 40), .init(.skill("kubernetes"), before: 40, after: 30),
        .init(.skill("terraform"), before: 0, after: 5),
    ]

    static func files(_ f: MarketFolder) throws -> [String: Int] {
        let folder = f.path + "/market"
        return try Dictionary(
            uniqueKeysWithValues: FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { !$0.hasSuffix("-shm") && !$0.hasSuffix("-wal") }.map {
                    let size = try FileManager.default.attributesOfItem(atPath: folder + "/" + $0)[.size] as? Int
                    return ($0, size ?? -1)
                })
    }

    @Test func `a comparison counts by subject and changes nothing`() throws {
        try F.with { (f) throws in
            #expect(throws: Fault.self) { _ = try f.store().compare() }
            try Self.fill(f)
            _ = try f.store().refresh()
            let before = try Self.files(f)
            let c = try Self.second(f).compare()
            #expect(c.readerBefore == "r1+t1" && c.reader == "r2+t1")
            #expect(c.documents == 100 && c.changed == 40)
            #expect(
                c.lines == [
                    .init(.practice(.operations), before: 0, now: 40, both: 0),
                    .init(.skill("terraform"), before: 0, now: 5, both: 0),
                    .init(.skill("kubernetes"), before: 40, now: 30, both: 30),
                    .init(.skill("swift"), before: 2, now: 0, both: 0),
                ])
            let (lines, rest) = c.cut(2)
            #expect(lines.map(\.subject.id) == ["practice:operations", "terraform"])
            #expect(rest.subjects == 2 && rest.gained == 0 && rest.lost == 12)
            #expect(try Self.files(f) == before)
            let same = try f.store().compare()
            #expect(same.documents == 100 && same.changed == 0)
            #expect(same.lines.isEmpty)
        }
    }

    @Test func `a longer list of names is no change of what was named before`() throws {
        try F.with { (f) throws in
            try Self.fill(f)
            _ = try f.store().refresh()
            // Every index moves by one; go becomes another's.
            let longer = Taxonomy(
                version: "t2",
                skills: (["ada"] + F.skills.dropLast()).enumerated().map { i, id in
                    Skill(
                        index: SkillIndex(i), id: id, name: id, kind: .tool, category: .technical, practice: nil,
                        aliases: [], source: "test")
                }, finder: NameFinder())
            let c = try Self.store(f, "r1", taxonomy: longer) { facts in
                facts.mentions = facts.mentions.map { Mention(skill: $0.skill + 1, span: $0.span, status: $0.status) }
            }.compare()
            #expect(c.documents == 100 && c.changed == 0)
            #expect(c.lines.isEmpty)
        }
    }

    @Test func `another reader leaves a revision, the same leaves none`() throws {
        try F.with { (f) throws in
            try Self.fill(f)
            _ = try f.store().refresh(on: Self.day)
            _ = try f.store().reread(on: Self.day)
            let first = try f.store().rebuild(on: Self.day)
            #expect(try f.store().revisions(upTo: first.number) == [])
            // An opening that comes with the new reading is none that both cover.
            let late = F.document("Backend Engineer", "Late", F.text(7_000) + " kubernetes")
            _ = try f.archive.append([f.poll("b", day: 3, [("1", late)])])
            let g = try Self.second(f).refresh(on: Self.day)
            let expected = Revision(
                day: Self.day, generation: g.number, readerBefore: "r1+t1", reader: "r2+t1", openings: 100,
                changes: Self.changes)
            // Swift lost two openings, which is under the least that is recorded.
            #expect(try f.store().revisions(upTo: g.number) == [expected])
            #expect(try f.store().revisions(upTo: first.number) == [])
            _ = try Self.second(f).rebuild(on: Self.day + 1)
            let now = try #require(try Self.second(f).current()).generation.number
            #expect(try f.store().revisions(upTo: now) == [expected])
            let marks = try f.store().revisions(upTo: now).of(.skill("kubernetes"))
            #expect(marks.map(\.before) == [40] && marks.map(\.after) == [30])
            #expect(try f.store().revisions(upTo: now).of(.skill("go")) == [])
        }
    }

    @Test func `without a day it is dated by the archive`() throws {
        try F.with { (f) throws in
            try Self.fill(f)
            _ = try f.store().refresh()
            let g = try Self.second(f).refresh()
            #expect(try f.store().revisions(upTo: g.number).map(\.day) == [F.start])
        }
    }

    @Test func `a line that was cut short is left out, named, and gone with the next`() throws {
        try F.with { (f) throws in
            try Self.fill(f)
            let store = f.store(), path = f.path + "/market/revisions.jsonl"
            _ = try store.refresh()
            let g = try Self.second(f).refresh()
            let whole = try DurableFile.read(path)
            #expect(whole.last == 10)
            for cut in [0, 1, whole.count / 2, whole.count - 2] {
                try DurableFile.write(whole + whole.prefix(cut), to: path)
                #expect(try store.revisions(upTo: g.number).count == 1)
                #expect(store.verify().map(\.place) == (cut == 0 ? [] : ["market/revisions.jsonl"]))
            }
            _ = try Self.second(f, "r3").refresh()
            _ = try f.store().refresh()
            #expect(store.verify() == [])
            #expect(try store.revisions(upTo: .max).map(\.reader) == ["r2+t1", "r3+t1", "r1+t1"])
        }
    }

    @Test func `a revision whose generation never came is never told`() throws {
        try F.with { (f) throws in
            try Self.fill(f)
            let path = f.path + "/market/revisions.jsonl", store = f.store()
            let first = try store.refresh()
            let second = try Self.second(f).refresh()
            let line = try DurableFile.read(path)
            // As if the kill had come before the swap.
            try DurableFile.write(Array("gen-\(pad(first.number, 6))\n".utf8), to: f.path + "/market/current")
            #expect(try store.revisions(upTo: first.number) == [])
            let again = try Self.second(f).refresh()
            #expect(again.number == second.number + 1)
            let known = try store.revisions(upTo: .max)
            #expect(known.map(\.generation) == [again.number])
            #expect(known[0].changes == Self.changes)
            #expect(try DurableFile.read(path) != line)
        }
    }

    @Test func `the oldest revisions go`() throws {
        try F.with { (f) throws in
            _ = try f.archive.append([f.poll("a", day: 0, [("1", F.document("Backend", "Acme", F.text(1)))])])
            for i in 0..<43 { _ = try f.store(version: "v\(i)").refresh() }
            let known = try f.store().revisions(upTo: .max)
            #expect(known.count == 40)
            #expect(known.first?.reader == "v3+t1")
            #expect(known.last?.reader == "v42+t1")
        }
    }
}
