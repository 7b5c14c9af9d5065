import ArgumentParser
import Base
import Foundation
import Glibc
import Reading
import Sources
import Taxonomy

/// Measures the reading of postings on one core: names alone, HTML to text, all facts. With --export it writes the same
/// bytes for other engines (Benchmarks/reading_peers.c).
struct BenchReading: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "bench-reading", shouldDisplay: false)

    @Argument(help: "JSON Lines with `body` in HTML.") var file: String
    @Option(help: "How many names are looked for.") var names = 10_000
    @Option(help: "A folder for html.bin, text.bin and names.txt.") var export: String?
    /// Rounds of which the best counts.
    private static let rounds = 7

    func run() async throws {
        let bodies = try ReadVerb.bytes(of: file).split(separator: 10).compactMap { line in
            (try? JSONDocument(Array(line)))?.root["body"].utf8
        }
        let postings = bodies.map { Posting(kind: .jsonl, externalID: "", body: $0, bodyForm: .html) }
        let reader = Reader(taxonomy: .standard)
        let texts = postings.map { reader.plainText(of: $0) }
        let list = Self.spellings(names)
        let finder = NameFinder(list.map { (Spelling($0, .plain), SkillIndex(0)) })
        let htmlBytes = bodies.reduce(0) { $0 + $1.count }, textBytes = texts.reduce(0) { $0 + $1.count }
        if let export { try Self.write(bodies, texts, list, to: export) }
        var found = 0
        var hits: [NameHit] = []
        let build = Self.cpu { _ = NameFinder(list.map { (Spelling($0, .plain), SkillIndex(0)) }) }
        let namesTime = Self.best {
            for text in texts {
                hits.removeAll(keepingCapacity: true)
                finder.find(in: text.span, into: &hits)
                found &+= hits.count
            }
        }
        let htmlTime = Self.best { for p in postings { found &+= reader.plainTextSize(of: p) } }
        let wholeTime = Self.best { for p in postings { found &+= reader.read(p).mentions.count } }
        Output.json { w in
            w.object { w in
                w.member("postings", postings.count)
                w.member("htmlBytesEach", htmlBytes / max(1, postings.count))
                w.member("names", list.count)
                w.member("namesBuildSeconds", build)
                w.member("namesMegabytesPerSecond", Double(textBytes) / namesTime / 1e6)
                w.member("htmlMegabytesPerSecond", Double(htmlBytes) / htmlTime / 1e6)
                w.member("postingsPerSecond", Double(postings.count) / wholeTime)
                w.member("microsecondsEach", wholeTime / Double(max(1, postings.count)) * 1e6)
                w.member("sum", found & 0xFFFF)
            }
        }
    }

    /// The first spellings of the taxonomy; beyond them pairs of its words, so that any number can be had.
    private static func spellings(_ n: Int) -> [String] {
        var seen: Set<String> = []
        var out: [String] = []
        func add(_ s: String) {
            guard out.count < n, s.utf8.count > 1, Spelling(s, .plain).isFindable, seen.insert(s.lowercased()).inserted
            else { return }
            out.append(s)
        }
        let skills = Taxonomy.standard.skills
        for s in skills { for spelling in s.spellings { add(spelling.text) } }
        var k = 1
        while out.count < n, k < skills.count {
            for (a, b) in zip(skills, skills.dropFirst(k)) { add(a.id + " " + b.id) }
            k += 1
        }
        return out
    }

    private static func write(_ bodies: [[UInt8]], _ texts: [[UInt8]], _ names: [String], to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, list) in [("html.bin", bodies), ("text.bin", texts)] {
            var out: [UInt8] = []
            for b in list {
                withUnsafeBytes(of: UInt32(b.count).littleEndian) { out += $0 }
                out += b
            }
            try DurableFile.write(out, to: folder + "/" + name)
        }
        try DurableFile.write(Array((names.joined(separator: "\n") + "\n").utf8), to: folder + "/names.txt")
    }

    private static func best(_ body: () -> Void) -> Double {
        (0..<rounds).map { _ in cpu(body) }.min() ?? 0
    }

    /// Seconds of this process on a core.
    private static func cpu(_ body: () -> Void) -> Double {
        func now() -> Double {
            var t = timespec()
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t)
            return Double(t.tv_sec) + Double(t.tv_nsec) / 1e9
        }
        let from = now()
        body()
        return now() - from
    }
}
