import Base
import Fixtures
import Foundation
import Taxonomy
import Testing

/// Time of this thread alone, so that other tests do not count.
func cpuSeconds(_ body: () -> Void) -> Double {
    func now() -> Double {
        var t = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t)
        return Double(t.tv_sec) + Double(t.tv_nsec) / 1e9
    }
    let start = now()
    body()
    return now() - start
}

struct NameFinderTests {
    /// Hits as people would write them down: `id:words`, and `?` after an ambiguous one.
    static func found(_ text: String) -> String {
        var hits: [NameHit] = []
        let bytes = Array(text.utf8)
        Taxonomy.standard.finder.find(in: bytes.span, into: &hits)
        return hits.map { hit in
            let words = String(decoding: bytes[hit.span.range], as: UTF8.self)
            return Taxonomy.standard.skills[Int(hit.skill)].id + ":" + words + (hit.isAmbiguous ? "?" : "")
        }.joined(separator: " ")
    }

    @Test(arguments: boundaries) func `names end where people end them`(text: String, expected: String) {
        #expect(Self.found(text) == expected, "\(text)")
    }

    @Test func `an empty text and a text of one byte`() {
        #expect(Self.found("") == "")
        #expect(Self.found("C") == "c:C?")
        #expect(Self.found(" ") == "")
    }

    @Test func `a name is found at every distance from the end of a block`() {
        for before in 0..<140 {
            for after in [0, 1, 3, 7, 63, 64, 65] {
                let text =
                    String(repeating: ".", count: before) + "Ruby on Rails" + String(repeating: " ", count: after)
                #expect(Self.found(text) == "ruby-on-rails:Ruby on Rails", "\(before) before, \(after) after")
            }
        }
    }

    @Test func `very long words hide nothing and are nothing`() {
        for length in [62, 63, 64, 65, 127, 128, 129, 1000] {
            #expect(Self.found(String(repeating: "a", count: length) + " Kafka") == "kafka:Kafka")
            #expect(Self.found("Kafka" + String(repeating: "a", count: length)) == "")
        }
    }

    @Test func `equals the naive finder on random texts`() {
        var random = SeededGenerator(seed: 20_260_824)
        let names = Self.names
        let naive = NaiveFinder(names)
        let glue = [
            " ", " ", " ", ", ", "/", "-", ".", ". ", "\n", "_", "@", "+", "#", "&", "'", "", "é", "·", "中", "’", "3",
            "11", "20", "x", "s",
        ]
        for round in 0..<120 {
            var text = ""
            for _ in 0..<Int.random(in: 1...25, using: &random) {
                var part = names[Int.random(in: 0..<names.count, using: &random)].spelling.text
                switch Int.random(in: 0..<8, using: &random) {
                case 0: part = part.lowercased()
                case 1: part = part.uppercased()
                case 2: part = String(part.prefix(Int.random(in: 1...part.count, using: &random)))
                case 3:
                    part =
                        ["go", "C", "R", "c++", "we use", "for the", "node", ".net", "F#"].randomElement(using: &random)
                        ?? ""
                default: break
                }
                text += part + (glue.randomElement(using: &random) ?? " ")
            }
            expectEqual(text, naive, "round \(round)")
        }
    }

    @Test func `equals the naive finder on random bytes`() {
        var random = SeededGenerator(seed: 7)
        let naive = NaiveFinder(Self.names)
        let alphabet = Array("cCrRgoO+#.-_@&' /jsJS3é".utf8) + [0xE2, 0x80, 0x99, 0xC2, 0xA0, 0xFF]
        for round in 0..<150 {
            let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            }
            var hits: [NameHit] = []
            Taxonomy.standard.finder.find(in: bytes.span, into: &hits)
            #expect(hits == naive.find(in: bytes), "round \(round): \(bytes)")
        }
    }

    /// A sample of all names, so that the naive finder ends in reasonable time; every phrase and short name is in it.
    private static let names: [(spelling: Spelling, skill: SkillIndex?)] = {
        var out: [(spelling: Spelling, skill: SkillIndex?)] = Taxonomy.standard.phrases.map { ($0, nil) }
        for skill in Taxonomy.standard.skills { for s in skill.spellings { out.append((s, skill.index)) } }
        return out
    }()

    private func expectEqual(_ text: String, _ naive: NaiveFinder, _ what: String) {
        var hits: [NameHit] = []
        let bytes = Array(text.utf8)
        Taxonomy.standard.finder.find(in: bytes.span, into: &hits)
        let expected = naive.find(in: bytes)
        #expect(hits == expected, "\(what): \(text)")
    }

    @Test func `speed is printed`() throws {
        let paragraph = """
            We build data pipelines in Python and Go on Kubernetes, with PostgreSQL and Kafka behind them. You will work with \
            product managers and other engineers, own what you ship, take part in the on-call rotation, and write down what you \
            learn. Experience with Terraform, GitHub Actions or a similar tool is a plus; so is having run services for people \
            who depend on them. We offer a budget for learning, thirty days of leave and an office with a view of the river.

            """
        let text = Array(String(repeating: paragraph, count: 20_000).utf8)
        var hits: [NameHit] = []
        hits.reserveCapacity(400_000)
        var best = Double.infinity
        for _ in 0..<3 {
            hits.removeAll(keepingCapacity: true)
            best = min(best, cpuSeconds { Taxonomy.standard.finder.find(in: text.span, into: &hits) })
        }
        print(
            "finder: \(text.count / 1_000_000) MB, \(hits.count) hits, \(Int(Double(text.count) / 1e6 / best)) MB/s of CPU"
        )
        let compile = cpuSeconds { _ = NameFinder(Self.names) }
        print("finder: \(Self.names.count) spellings compiled in \(Int(compile * 1e6)) µs of CPU")
        #expect(hits.count > 100_000)
    }
}
