import Base
import Fixtures
import Market
import Taxonomy
import Testing

@Suite struct QueryTextTests {
    static let today = Day(year: 2026, month: 11, day: 24)!
    static let names: Taxonomy = {
        let list: [(String, String, [String])] = [
            ("kubernetes", "Kubernetes", ["k8s"]), ("vmware", "VMware", []), ("cpp", "C++", ["cpp"]),
            ("c-sharp", "C#", []),
            ("dotnet", ".NET", []), ("ruby-on-rails", "Ruby on Rails", ["rails"]), ("c", "C", []),
            ("f-sharp", "F#", []),
            ("nodejs", "Node.js", []), ("terraform", "Terraform", []),
        ]
        let skills = list.enumerated().map { i, s in
            Skill(
                index: SkillIndex(i), id: s.0, name: s.1, kind: .tool, category: .technical, practice: nil,
                aliases: s.2, source: "test")
        }
        return Taxonomy(version: "test", skills: skills, finder: NameFinder())
    }()

    static func read(_ s: String) -> ReadQuery { QueryReader.read(s, taxonomy: names, today: today) }

    @Test func `the example of the page reads as it says`() {
        let r = Self.read(
            #"skill:kubernetes -skill:"vmware" role:platform pay>=80000EUR posted:30d place:DE remote:yes company:"Acme" oncall:yes has:pay "on call" word"#
        )
        #expect(r.notes == [])
        #expect(r.query.skills == ["kubernetes"] && r.query.withoutSkills == ["vmware"])
        #expect(r.query.roles == [.platform] && r.query.payFloor == Money(80_000, .eur))
        #expect(r.query.from == Day(year: 2026, month: 10, day: 25) && r.query.to == nil)
        #expect(r.query.countries == [Country("DE")!] && r.query.modes == [.remote, .remoteRestricted])
        #expect(r.query.companies == ["Acme"] && r.query.onCall == [.yes] && r.query.payStated == true)
        #expect(r.query.words == ["on call", "word"])
        #expect(
            r.query.text
                == #"skill:kubernetes -skill:vmware role:platform remote:yes place:DE oncall:yes company:Acme pay>=80000EUR has:pay posted:2026-10-25.. "on call" "word""#
        )
    }

    @Test(arguments: [
        ("C++", "skill:cpp"), ("c#", "skill:c-sharp"), (".net", "skill:dotnet"), ("node.js", "skill:nodejs"),
        ("F#", "skill:f-sharp"),
        ("C", "skill:c"), (#""C++" -"C#""#, "skill:cpp -skill:c-sharp"), ("k8s", "skill:kubernetes"),
        ("ruby on rails", "skill:ruby-on-rails"),
        (#""kubernetes""#, #""kubernetes""#), ("skill:k8s,terraform", "skill:kubernetes,terraform"), ("", ""),
        ("-word", #"-"word""#),
        ("pay>=€80k", "pay>=80000EUR"), ("pay:80,000eur", #"pay>=80000EUR"#),
        ("posted:2026-10", "posted:2026-10-01..2026-10-31"),
        ("posted:..2026-01-31", "posted:..2026-01-31"), ("remote:no", "mode:onsite,hybrid"),
        ("level:senior", "seniority:senior"),
    ])
    func `what people type has one canonical form`(typed: String, canonical: String) {
        let r = Self.read(typed)
        #expect(r.query.text == canonical && r.notes == [])
    }

    @Test func `a bad token is marked, its nearest key named, and it is searched as words`() {
        let r = Self.read(
            #"skil:kubernetes role:plattform skill:terrafrom place:Berlin posted:yesterday..tomorrow pay:abc -role:qa"#)
        #expect(r.notes.count == 7)
        #expect(r.notes[0].token == "skil:kubernetes" && r.notes[0].sentence.contains("“skill”"))
        #expect(r.notes[1].sentence.contains("“platform”"))
        #expect(r.notes[2].sentence.contains("“terraform”"))
        #expect(
            r.query.words.contains("kubernetes") && r.query.words.contains("Berlin") && r.query.words.contains("abc"))
        #expect(r.query.withoutWords == ["qa"])
        #expect(Self.read("NOT").query == .everything && Self.read("NOT").notes.count == 1)
        #expect(Self.read("skill:").query == .everything && Self.read("skill:").notes.count == 1)
    }

    @Test func `limits hold and are said`() {
        let many = Self.read((1...60).map { "w\($0)" }.joined(separator: " "))
        #expect(many.query.words.count == QueryReader.maxTerms && many.notes.count == 1)
        let long = Self.read(String(repeating: "ä", count: 3000))
        #expect(long.query.words.count == 1 && long.query.words[0].utf8.count <= QueryReader.maxBytes)
        #expect(Self.read(String(repeating: "(", count: 400) + "a").query.words == ["a"])
    }

    @Test func `the hostile queries are answered in well under a second each`() throws {
        guard let folder = Fixtures.vectors("hostile") else { return }
        let file = try JSONDocument(DurableFile.read(folder + "/queries.json"))
        let queries = file.root["queries"].elements.compactMap(\.string)
        #expect(queries.count >= 17)
        for text in queries {
            var r = ReadQuery(query: .everything, notes: [])
            let time = ContinuousClock().measure { r = Self.read(text) }
            #expect(time < .milliseconds(500), "\(text.prefix(40))")
            #expect(Self.read(r.query.text).query == r.query, "\(text.prefix(40))")
            #expect(r.query.words.count + r.query.withoutWords.count <= QueryReader.maxTerms)
        }
    }

    @Test func `text and URL round trip for any query`() {
        var g = SeededGenerator(seed: 20_261_124)
        func some<T>(_ all: [T], _ most: Int) -> [T] {
            (0..<Int.random(in: 0...most, using: &g)).compactMap { _ in all.randomElement(using: &g) }
        }
        let odd = [
            "Acme", "Acme, Inc.", #"The "Best" GmbH"#, "Ünï & Co", "a:b", "-x", "日本 株式会社", "AT&T", "C++ Partners",
            "100%", "(x)", "=",
        ]
        for _ in 0..<3000 {
            var q = Query()
            q.skills = some(Self.names.skills.map(\.id), 2)
            q.withoutSkills = some(Self.names.skills.map(\.id), 2)
            q.roles = some(RoleFamily.allCases, 3)
            q.practices = some(Practice.allCases, 3)
            q.seniorities = some(Seniority.allCases, 2)
            q.modes = some(WorkMode.allCases, 3)
            q.countries = some(["DE", "US", "GB"].compactMap { Country($0) }, 2)
            q.onCall = some(OnCall.allCases, 2)
            q.companies = some(odd, 2)
            q.boards = some(["greenhouse:acme", "rss:https://a.example/f?x=1&y=2", "jsonl:a b.jsonl"], 1)
            q.payFloor = some([Money(80_000, .eur), Money(12.5, .usd), Money(999_999_999, .gbp)], 1).first
            q.payStated = some([true, false], 1).first
            q.from = some([Day(number: 20_000), Day(number: 0)], 1).first
            q.to = some([Day(number: 20_100), Day(number: 3)], 1).first
            q.isOpen = some([true, false], 1).first
            q.sort = some(Query.Sort.allCases, 1).first ?? .newest
            q.words = some(["on call", "urgent", "Straße", "OR", "key:value"], 2)
            q.withoutWords = some(["agency", "no thanks"], 1)
            guard q.text.utf8.count <= QueryReader.maxBytes else { continue }
            let r = Self.read(q.text)
            #expect(r.notes == [] && r.query == q.canonical, "\(q.text)")
            #expect(r.query.text == q.text)
            let path = q.path()
            let value = path.split(separator: "=", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
            #expect(
                URLText.decode(value) == q.text && path.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != 34 && $0 != 60 })
        }
    }

    @Test func `random bytes never trap and always read again as themselves`() {
        var g = SeededGenerator(seed: 7)
        let alphabet = Array("skill:role:pay>=\"\"-(),* .+#ab19€🙂\u{202E}\u{0}\tOR NOT".unicodeScalars)
        for _ in 0..<5000 {
            var v = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...60, using: &g) { v.append(alphabet.randomElement(using: &g)!) }
            let r = Self.read(String(v))
            #expect(Self.read(r.query.text).query == r.query, "\(String(v).debugDescription)")
        }
    }
}
