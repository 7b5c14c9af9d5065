import Archive
import Base
import Fixtures
import Market
import Reading
import Sources
import Taxonomy
import Testing

/// A market in a fresh folder with a reader small enough to be seen through: a document is lines `title`, `company`,
/// `place`, `posted`, then the body; words of the body that are skill ids are its skills, and the role and seniority
/// stand in the title.
struct MarketFolder {
    let path: String
    let archive: ArchiveStore
    let taxonomy: Taxonomy

    static let skills = ["go", "kubernetes", "postgres", "swift", "terraform"]

    init(_ path: String) throws {
        self.path = path
        archive = try ArchiveStore.open(folder: path)
        taxonomy = MarketFolder.taxonomy
    }

    static let taxonomy = Taxonomy(
        version: "t1",
        skills: skills.enumerated().map { i, id in
            Skill(
                index: SkillIndex(i), id: id, name: id.uppercased(), kind: .tool, category: .technical, practice: nil,
                aliases: [], source: "test")
        }, finder: NameFinder())

    static func with(_ body: (MarketFolder) throws -> Void) throws {
        try Fixtures.withFolder { try body(MarketFolder($0)) }
    }

    func store(version: String = "r1") -> MarketStore {
        MarketStore(folder: path, archive: archive, taxonomy: taxonomy, reading: MarketFolder.reading(version))
    }

    static func reading(_ version: String) -> DocumentReading {
        DocumentReading(
            version: version,
            posting: { (bytes, board, id) throws(Fault) in
                let lines = String(decoding: bytes, as: UTF8.self).split(
                    separator: "\n", maxSplits: 4, omittingEmptySubsequences: false)
                guard lines.count == 5 else { throw Fault(.malformed, "not a test document") }
                var p = Posting(
                    kind: board.kind, externalID: id, url: "https://example.org/\(id)", title: String(lines[0]),
                    body: Array(lines[4].utf8))
                p.company = lines[1].isEmpty ? board.company : String(lines[1])
                p.location = String(lines[2])
                p.posted = Day(iso: lines[3])
                return p
            },
            facts: { posting in
                let title = posting.title ?? ""
                let head = Array((title + "\n\n").utf8)
                var f = Facts(text: head + posting.body, bodyStart: head.count)
                f.language = "en"
                let low = title.lowercased()
                f.seniority = low.contains("senior") ? .senior : low.contains("junior") ? .junior : .unstated
                let family: RoleFamily = low.contains("frontend") ? .frontend : .backend
                f.roles = [RoleFact(title: title, span: nil, family: family, seniority: f.seniority)]
                f.offersJob = !low.contains("seeking")
                let words = Set(String(decoding: posting.body, as: UTF8.self).split(separator: " ").map(String.init))
                for (i, id) in skills.enumerated() where words.contains(id) {
                    f.mentions.append(Mention(skill: SkillIndex(i), span: ByteSpan(0, 1), status: .required))
                }
                if words.contains("pays") {
                    f.pay = PayFact(
                        min: 50_000, max: 70_000, currency: .eur, period: .year, quote: "50,000 to 70,000 EUR")
                }
                return f
            })
    }

    static func document(
        _ title: String, _ company: String = "", place: String = "Berlin", posted: Day? = nil, _ body: String
    ) -> [UInt8] {
        Array("\(title)\n\(company)\n\(place)\n\(posted?.description ?? "")\n\(body)".utf8)
    }

    static func text(_ seed: Int, words: Int = 120) -> String {
        var random = SeededGenerator(seed: UInt64(seed))
        return (0..<words).map { _ in "w\(random.next() % 900)" }.joined(separator: " ")
    }

    static let start = Day(iso: "2026-01-01")!

    func poll(
        _ board: String, day: Int, kind: SourceKind = .greenhouse, company: String? = nil,
        _ documents: [(String, [UInt8])], _ outcome: PollOutcome = .complete
    )
        -> PollRecord
    {
        PollRecord(
            board: Board(id: board, kind: kind, address: board, company: company), at: Instant(Self.start + day),
            outcome: outcome,
            documents: documents.map { ReceivedDocument(externalID: $0.0, bytes: $0.1) })
    }

    /// Opening cards by title, of everything.
    func all(_ store: MarketStore, _ q: Query = .everything) throws -> [OpeningCard] {
        try #require(try store.current()).search(q, limit: 200).rows
    }
}

@Suite struct `Copies become openings` {
    typealias F = MarketFolder

    @Test func `one role in many places is one opening`() throws {
        try F.with { (f) throws in
            let text = F.text(1)
            let documents = ["Berlin", "Munich", "Graz"].enumerated().map { i, place in
                ("\(i)", F.document("Senior Backend Engineer (\(place))", "Acme GmbH", place: place, text))
            }
            _ = try f.archive.append([f.poll("a", day: 0, documents)])
            let store = f.store()
            let g = try store.refresh()
            #expect(g.columns.count == 1)
            #expect(g.columns.copies[0] == 3)
            #expect(g.postings == 3)
            let detail = try #require(try store.current()?.opening(id: g.columns.id[0]))
            #expect(detail.sightings.map(\.externalID) == ["0", "1", "2"])
            #expect(detail.sightings[1].reason.contains("same text"))
        }
    }

    @Test func `a near copy joins and a veto parts`() throws {
        try F.with { (f) throws in
            let words = F.text(2).split(separator: " ").map(String.init)
            var edited = words
            edited[60] = "other"
            let near = edited.joined(separator: " ")
            let far = (words.prefix(60) + F.text(3, words: 60).split(separator: " ").map(String.init)).joined(
                separator: " ")
            _ = try f.archive.append([
                f.poll(
                    "a", day: 0,
                    [
                        ("1", F.document("Backend Engineer", "Acme", words.joined(separator: " "))),
                        ("2", F.document("Backend Engineer", "ACME, Inc.", near)),
                        ("3", F.document("Backend Engineer", "Acme", far)),
                        ("4", F.document("Senior Backend Engineer", "Acme", near)),
                        ("5", F.document("Frontend Engineer", "Acme", near)),
                        ("6", F.document("Backend Engineer", "Other", near)),
                    ])
            ])
            let store = f.store()
            let g = try store.refresh()
            let copies = (0..<g.columns.count).map { g.columns.copies[$0] }
            #expect(copies.reduce(0, +) == 6)
            #expect(copies.filter { $0 == 2 }.count == 1)
            #expect(g.columns.count == 5)
            #expect(g.companies == ["", "Acme", "Other"])
            let other = try #require((0..<g.columns.count).first { g.columns.company[$0] == 2 })
            #expect(g.columns.flags(other).contains(.twin))
            let joined = try #require((0..<g.columns.count).first { g.columns.copies[$0] == 2 })
            let detail = try #require(try store.current()?.opening(id: g.columns.id[joined]))
            #expect(detail.sightings.map(\.externalID) == ["1", "2"])
            #expect(detail.sightings[1].reason.contains("nearly"))
        }
    }

    @Test func `edits are one posting and a reused id is two`() throws {
        try F.with { (f) throws in
            _ = try f.archive.append([
                f.poll(
                    "a", day: 0,
                    [
                        ("1", F.document("Backend Engineer", "Acme", F.text(4))),
                        ("2", F.document("Backend Dev", "Acme", F.text(5))),
                    ]),
                f.poll(
                    "a", day: 1,
                    [
                        ("1", F.document("Backend Engineer", "Acme", F.text(4) + " kubernetes")),
                        ("2", F.document("Backend Dev", "Acme", F.text(99))),
                    ]),
            ])
            let g = try f.store().refresh()
            #expect(g.columns.count == 3)
            #expect(g.postings == 3)
            let edited = try #require((0..<3).first { !g.columns.skills($0).isEmpty })
            #expect(g.columns.id[edited] == 1)
            #expect(g.columns.document[edited] == 3)
            #expect(g.columns.firstDay[edited] == F.start.number)
        }
    }

    @Test func `a gap of more than thirty days makes a repost`() throws {
        for (days, openings) in [(29, 1), (45, 2)] {
            try F.with { (f) throws in
                let d = [("1", F.document("Backend Engineer", "Acme", F.text(6)))]
                let keep = ("9", F.document("Frontend Engineer", "Acme", F.text(7)))
                var polls = [f.poll("a", day: 0, d + [keep])]
                for day in stride(from: 1, to: days, by: 7) { polls.append(f.poll("a", day: day, [keep])) }
                polls.append(f.poll("a", day: days, d + [keep]))
                _ = try f.archive.append(polls)
                let g = try f.store().refresh()
                let rows = (0..<g.columns.count).filter { g.columns.role[$0] == RoleFamily.backend.rawValue }
                #expect(rows.count == openings)
                #expect(Set(rows.map { g.columns.id[$0] }).count == openings, "ids are distinct")
                #expect(rows.filter { g.columns.flags($0).contains(.reposted) }.count == openings - 1)
                #expect(g.columns.flags(try #require(rows.last)).contains(.open))
                if openings == 2 { #expect(g.columns.closedDay[rows[0]] == F.start.number + 1) }
            }
        }
    }

    @Test func `monthly posts of a record are one opening while they follow each other`() throws {
        try F.with { (f) throws in
            func post(_ id: Int, _ day: String) -> (String, [UInt8]) {
                ("\(id)", F.document("Backend Engineer", "Acme", posted: Day(iso: day), F.text(8)))
            }
            _ = try f.archive.append([
                f.poll(
                    "hn", day: 0, kind: .hackerNews,
                    [post(1, "2020-01-02"), post(2, "2020-02-03"), post(3, "2020-03-02"), post(4, "2020-09-01")])
            ])
            let g = try f.store().refresh()
            #expect((0..<g.columns.count).map { g.columns.copies[$0] } == [3, 1])
            #expect(g.columns.firstDay[0] == Day(iso: "2020-01-02")?.number)
            #expect(g.columns.lastDay[0] == Day(iso: "2020-03-02")?.number)
            #expect(g.columns.flags(0) == [.live])
            #expect(g.columns.flags(1) == [.live, .reposted])
            #expect(g.columns.closedDay[0] == .max)
            #expect(g.boards[0].firstComplete == Day(iso: "2020-01-02"), "a record was watched from its first post")
        }
    }

    @Test func `a post in prose joins its copy though its employer was not read`() throws {
        try F.with { (f) throws in
            let words = F.text(9).split(separator: " ").map(String.init)
            var edited = words
            edited[50] = "other"
            func post(_ id: Int, _ title: String, _ words: [String], _ place: String = "Oslo") -> (String, [UInt8]) {
                (
                    "\(id)",
                    F.document(title, "", place: place, posted: Day(iso: "2020-01-02"), words.joined(separator: " "))
                )
            }
            _ = try f.archive.append([
                f.poll(
                    "hn", day: 0, kind: .hackerNews, [post(1, "Backend", words), post(2, "Senior Frontend", edited)]),
                // Where titles are stated they part.
                f.poll("a", day: 0, [post(1, "Backend", words, "Graz"), post(2, "Senior Frontend", edited, "Graz")]),
            ])
            let g = try f.store().refresh()
            #expect((0..<g.columns.count).map { g.columns.copies[$0] }.sorted() == [1, 1, 2])
        }
    }

    @Test(arguments: [
        ("Acme GmbH & Co. KG", "acme"), ("ACME, Inc.", "acme"), ("The Acme Company Ltd.", "acme"),
        ("Société Générale S.A.", "societe generale"),
        ("Co", "co"), ("AT&T", "at and t"), ("C.H. Robinson", "ch robinson"), ("", ""), ("李宁", "李宁"),
    ]) func `employers have one key`(_ name: String, _ key: String) {
        #expect(Employer.key(name) == key)
    }

    @Test func `an employer in mixed scripts is never merged`() {
        #expect(Employer.key("Аcme") != Employer.key("Acme"))  // the first letter is Cyrillic
        #expect(Employer.isMixedScript("Аcme"))
        #expect(!Employer.isMixedScript("Яндекс Labs"))
    }
}

@Suite struct `Lifetimes` {
    typealias F = MarketFolder

    @Test func `only what was seen to appear is live`() throws {
        try F.with { (f) throws in
            let old = ("old", F.document("Backend A", "Acme", posted: F.start + -100, F.text(10)))
            let early = ("early", F.document("Backend B", "Acme", posted: F.start + 5, F.text(11)))
            let new = ("new", F.document("Backend C", "Acme", posted: F.start + 20, F.text(12)))
            let stale = ("stale", F.document("Backend D", "Acme", posted: F.start + 3, F.text(13)))
            let undated = ("undated", F.document("Backend E", "Acme", F.text(14)))
            var polls: [PollRecord] = []
            for day in 0...30 {
                var shown = [old]
                if day >= 5 { shown.append(early) }
                if day >= 20 { shown += [new, stale, undated] }
                polls.append(f.poll("a", day: day, shown))
            }
            _ = try f.archive.append(polls)
            let store = f.store()
            let g = try store.refresh()
            let live = try f.all(store).filter { g.columns.flags($0.row).contains(.live) }.map(\.title)
            #expect(Set(live) == ["Backend C", "Backend E"])
        }
    }

    @Test func `a close needs two looks and is not a board's own event`() throws {
        try F.with { (f) throws in
            let all = (0..<8).map { ("\($0)", F.document("Backend \($0)", "Acme", F.text(20 + $0))) }
            _ = try f.archive.append([
                f.poll("a", day: 0, all), f.poll("a", day: 1, Array(all.dropFirst())),
                f.poll("a", day: 2, Array(all.dropFirst())),
                // Six of seven vanish at once: the board, not the openings.
                f.poll("a", day: 3, Array(all.suffix(1))), f.poll("a", day: 4, Array(all.suffix(1))),
                f.poll("a", day: 5, []),
            ])
            let store = f.store()
            let g = try store.refresh()
            let closed = Dictionary(
                uniqueKeysWithValues: try f.all(store).map { ($0.title, g.columns.closedDay[$0.row]) })
            #expect(closed["Backend 0"] == F.start.number + 1)
            #expect((1..<7).allSatisfy { closed["Backend \($0)"] == .max })
            #expect(closed["Backend 7"] == .max, "one look is not two")
            #expect(try f.all(store).allSatisfy { !$0.isOpen })
            _ = try f.archive.append([f.poll("a", day: 6, [])])
            let next = try store.refresh()
            let row = try #require(try f.all(store).first { $0.title == "Backend 7" }?.row)
            #expect(next.columns.closedDay[row] == F.start.number + 5)
        }
    }

    @Test func `boards know their first and last whole look and their gaps`() throws {
        try F.with { (f) throws in
            let d = [("1", F.document("Backend", "Acme", F.text(1)))]
            _ = try f.archive.append([
                f.poll("a", day: 0, d), f.poll("a", day: 3, d), f.poll("a", day: 40, d),
                f.poll("a", day: 41, d, .failed),
            ])
            let g = try f.store().refresh()
            #expect(g.boards[0].firstComplete == F.start)
            #expect(g.boards[0].lastComplete == F.start + 40)
            #expect(g.boards[0].gaps == [F.start + 3..<F.start + 40])
            #expect(g.asOf == F.start + 41)
        }
    }

    @Test func `an opening whose board is no longer looked at is not called open`() throws {
        try F.with { (f) throws in
            _ = try f.archive.append([
                f.poll("a", day: 0, [("1", F.document("Backend A", "Acme", F.text(1)))]),
                f.poll("b", day: 60, [("1", F.document("Backend B", "Beta", F.text(2)))]),
            ])
            let store = f.store()
            _ = try store.refresh()
            #expect(try f.all(store).map { "\($0.title) \($0.isOpen)" } == ["Backend B true", "Backend A false"])
        }
    }
}
