import Base
import Fixtures
import Foundation
import Testing

/// Documentation is tested: every verb stands in docs/cli.md and has an example in its help, and every example of
/// docs/cli.md runs, in the order of the page, on a small market.
@Suite(.serialized) struct DocumentedVerbsTests {
    struct Verb {
        var path: [String]
        var help: String
    }

    static func verbs() throws -> [Verb] {
        try Fixtures.withFolder { folder in
            let run = try Fixtures.run(["--experimental-dump-help"], data: folder)
            let root = try JSONDocument(Array(run.output.utf8)).root["command"]
            return collect(root, path: [])
        }
    }

    private static func collect(_ json: JSON, path: [String]) -> [Verb] {
        var out: [Verb] = []
        for child in json["subcommands"].elements {
            let name = child["commandName"].string ?? ""
            // `internal` has what tests and benchmarks run; `help` comes with the parser.
            if name == "help" || name == "internal" { continue }
            let verb = Verb(
                path: path + [name], help: (child["discussion"].string ?? "") + (child["abstract"].string ?? ""))
            out.append(verb)
            out += collect(child, path: verb.path)
        }
        return out
    }

    @Test func `every verb stands in the documentation and shows an example`() throws {
        let page = try String(contentsOfFile: Fixtures.root + "/docs/cli.md", encoding: .utf8)
        let verbs = try Self.verbs()
        #expect(verbs.count > 20)
        for verb in verbs {
            let name = "wheelhouse " + verb.path.joined(separator: " ")
            #expect(page.contains(name), "docs/cli.md does not show `\(name)`")
        }
    }

    /// Lines of the page's code blocks; `# exit 3` behind one says how it ends.
    static func examples() throws -> [(arguments: [String], status: Int32)] {
        let page = try String(contentsOfFile: Fixtures.root + "/docs/cli.md", encoding: .utf8)
        return page.split(separator: "\n").filter { $0.hasPrefix("wheelhouse ") }.compactMap { line in
            let parts = line.split(separator: "#", maxSplits: 1)
            let comment = parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
            if comment.hasPrefix("runs until") || comment.hasPrefix("asks the network") { return nil }
            let status = comment.hasPrefix("exit ") ? Int32(comment.dropFirst(5).prefix { $0.isNumber }) ?? 0 : 0
            return (words(String(parts[0])), status)
        }
    }

    /// Splits as a shell does, for quotes of either kind.
    static func words(_ line: String) -> [String] {
        var out: [String] = []
        var word = ""
        var quote: Character?
        var isOpen = false
        for c in line.dropFirst("wheelhouse".count) {
            if let q = quote {
                if c == q { quote = nil } else { word.append(c) }
            } else if c == "'" || c == "\"" {
                quote = c
                isOpen = true
            } else if c == " " {
                if !word.isEmpty || isOpen { out.append(word) }
                (word, isOpen) = ("", false)
            } else {
                word.append(c)
            }
        }
        if !word.isEmpty || isOpen { out.append(word) }
        return out
    }

    @Test func `every example of the page runs and ends as it says`() throws {
        try Fixtures.withFolder { folder in
            try SmallMarket.write(to: folder + "/postings.jsonl")
            try DurableFile.write(
                Array("Kubernetes\nTerraform: practitioner\nLinux, Python\n".utf8), to: folder + "/skills.txt")
            try DurableFile.write(
                Array("Platform Engineer\n\nYou bring Kubernetes and Terraform. Rust is a plus.\n".utf8),
                to: folder + "/ad.txt")
            try DurableFile.write(Array(Self.labelled.utf8), to: folder + "/labelled.jsonl")
            let files = ["postings.jsonl", "skills.txt", "ad.txt", "report.html", "labelled.jsonl", "answers.jsonl"]
            var count = 0
            for example in try Self.examples() {
                let arguments = example.arguments.map { files.contains($0) ? folder + "/" + $0 : $0 }
                let run = try Fixtures.run(arguments, data: folder)
                #expect(run.status == example.status, "wheelhouse \(arguments.joined(separator: " ")): \(run.notes)")
                for scalar in (run.output + run.notes).unicodeScalars
                where scalar.value < 32 && ![9, 10, 13].contains(scalar.value) {
                    Issue.record("wheelhouse \(arguments.joined(separator: " ")) printed a control character")
                }
                if arguments.contains("--json") {
                    #expect(throws: Never.self) { try JSONDocument(Array(run.output.utf8)) }
                }
                count += 1
            }
            #expect(count > 20)
        }
    }

    static let labelled = """
        {"id":"1","text":"Platform Engineer\\n\\nYou bring Kubernetes.","skills":[{"canonical":"k8s","start":29,"end":39,"status":"nice"}]}
        {"id":"2","text":"You are on call.","oncall":"yes"}

        """

    @Test func `evaluate scores labels, answers without them, and writes nothing where a line is wrong`() throws {
        try Fixtures.withFolder { folder in
            let (file, out) = (folder + "/labelled.jsonl", folder + "/answers.jsonl")
            try DurableFile.write(Array(Self.labelled.utf8), to: file)
            let scored = try Fixtures.run(["evaluate", file, "--predictions", out], data: folder)
            #expect(scored.status == 0 && scored.output.contains("skills canonical\t1.000"), "\(scored.output)")
            #expect(scored.output.contains("k8s: labelled nice, read required  “You bring Kubernetes.”"))
            #expect(try String(contentsOfFile: out, encoding: .utf8).split(separator: "\n").count == 2)

            let cases = folder + "/cases"
            try FileManager.default.createDirectory(atPath: cases, withIntermediateDirectories: true)
            try DurableFile.write(Array(#"{"id":"p","text":"40 EUR an hour"}"#.utf8), to: cases + "/pay.jsonl")
            let blind = try Fixtures.run(["evaluate", cases, "--predictions", folder + "/read"], data: folder)
            #expect(blind.status == 0 && blind.output.contains("nothing was scored"))
            let answer = try String(contentsOfFile: folder + "/read/pay.jsonl", encoding: .utf8)
            #expect(answer.hasPrefix(#"{"id":"p","expected":{"min":40,"max":40,"currency":"EUR","period":"hour""#))

            let over = try Fixtures.run(["evaluate", cases, "--predictions", cases], data: folder)
            #expect(over.status == 1 && over.notes.contains("conflict"))
            try DurableFile.write(Array((Self.labelled + "{}\n").utf8), to: file)
            let wrong = try Fixtures.run(["evaluate", file, "--predictions", folder + "/none.jsonl"], data: folder)
            #expect(wrong.status == 1 && wrong.notes.contains("labelled.jsonl:3"))
            #expect(!FileManager.default.fileExists(atPath: folder + "/none.jsonl"))
        }
    }

    static let mistakes: [([String], Int32)] = [
        (["evaluate", "no-such-file.jsonl"], 4), (["evaluate", "/proc", "--worst", "1"], 4),
        (["evaluate", "a", "--worst", "-1"], 2),
        (["--nonsense"], 2), (["search", "--limit", "x"], 2), (["me", "gap", "astronaut"], 2),
        (["import", "no-such-file.jsonl"], 4),
    ]

    @Test(arguments: mistakes)
    func `a mistake ends with its status and says so on standard error alone`(arguments: [String], status: Int32) throws
    {
        try Fixtures.withFolder { folder in
            let run = try Fixtures.run(arguments, data: folder)
            #expect(run.status == status, "\(run.status): \(run.notes)")
            #expect(run.output.isEmpty && !run.notes.isEmpty)
        }
    }
}
