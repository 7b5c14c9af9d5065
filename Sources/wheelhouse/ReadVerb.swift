import ArgumentParser
import Base
import Foundation
import Glibc
import Reading
import Sources
import Taxonomy

struct ReadVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Read postings and print what they ask for, each fact with its words.",
        discussion: """
            FILE holds JSON or JSON Lines records, or one posting as plain text or HTML; - is standard input. A record with `text` \
            alone is read as it stands and offsets count in it (UTF-8 bytes); one with `title`, `location`, `body` and \
            `bodyIsHTML` is laid out as title, location, blank line, body. Prints one JSON object a line, or with --html a page.
            """)

    @Argument(help: "A file, or - for standard input.") var file: String
    @Flag(help: "Write a page that shows the first posting with its facts marked.") var html = false
    @Flag(help: "Put the text that was read into each record.") var text = false
    @Flag(help: "Print how each sentence was understood.") var why = false
    @Flag(help: .hidden) var measure = false

    func run() async throws {
        let bytes = try Self.bytes(of: file)
        let inputs = try Self.inputs(bytes)
        let reader = Reader(taxonomy: .standard)
        if measure { return try Self.measure(inputs, reader) }
        if why {
            for input in inputs {
                let explanation = reader.explain(input.read(by: reader).text)
                for line in explanation.split(separator: "\n") { Output.line(String(line)) }
            }
            return
        }
        if html {
            guard let first = inputs.first else { throw Fault(.notFound, "no posting in the file", at: file) }
            Output.write(FactsPage.render(first.read(by: reader), title: first.id ?? file, reader: reader))
            return
        }
        for input in inputs {
            var writer = JSONWriter()
            input.read(by: reader).write(
                &writer, id: input.id, taxonomy: reader.taxonomy, version: reader.version,
                withText: text || input.posting != nil)
            Output.write(writer.bytes + [10])
        }
    }

    /// One thing to read: a text as it stands, or a posting.
    struct Input {
        var id: String?
        var text: [UInt8]
        var posting: Posting?
        func read(by reader: Reader) -> Facts { posting.map(reader.read) ?? reader.readText(text) }
    }

    static func bytes(of file: String) throws -> [UInt8] {
        if file == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Fault(.notFound, "cannot read the file", at: file)
        }
        return [UInt8](data)
    }

    static func inputs(_ bytes: [UInt8]) throws -> [Input] {
        let first = bytes.first { $0 > 32 }
        if first == UInt8(ascii: "[") {
            if let document = try? JSONDocument(bytes) { return document.root.elements.compactMap(input) }
        }
        if first == UInt8(ascii: "{") {
            let lines = bytes.split(separator: 10).filter { $0.contains { $0 > 32 } }
            let records = lines.compactMap { try? JSONDocument(Array($0)) }
            if records.count == lines.count { return records.compactMap { input($0.root) } }
            if let document = try? JSONDocument(bytes) { return [input(document.root)].compactMap { $0 } }
            throw Fault(
                .malformed,
                "neither JSON nor JSON Lines: line \(lines.firstIndex { (try? JSONDocument(Array($0))) == nil } ?? 0)")
        }
        let isHTML = first == UInt8(ascii: "<")
        let posting = isHTML ? Posting(kind: .jsonl, externalID: "", body: bytes, bodyForm: .html) : nil
        return [Input(id: nil, text: bytes, posting: posting)]
    }

    private static func input(_ j: JSON) -> Input? {
        let id = j["id"].text
        let title = j["title"].string
        let location = j["location"].string
        if let text = j["text"].utf8 {
            let opensWithTitle = title.map { text.starts(with: $0.utf8) } ?? true
            if opensWithTitle, location == nil || title != nil { return Input(id: id, text: text, posting: nil) }
            return Input(
                id: id, text: [],
                posting: Posting(kind: .jsonl, externalID: id ?? "", title: title, body: text, location: location))
        }
        guard let body = j["body"].utf8 ?? j["description"].utf8 ?? (title.map { _ in [] }) else { return nil }
        let isHTML = j["bodyIsHTML"].bool ?? body.prefix(4000).contains(UInt8(ascii: "<"))
        return Input(
            id: id, text: [],
            posting: Posting(
                kind: SourceKind(rawValue: j["kind"].string ?? "") ?? .jsonl, externalID: id ?? "",
                company: j["company"].string,
                title: title, body: body, bodyForm: isHTML ? .html : .text, location: location))
    }

    /// Prints how fast postings are read on one core: the machine's business, so nothing is asserted.
    private static func measure(_ inputs: [Input], _ reader: Reader) throws {
        let size = inputs.reduce(0) { $0 + ($1.posting?.body.count ?? $1.text.count) }
        /// Seconds of this process on a core.
        func cpu() -> Double {
            var t = timespec()
            clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t)
            return Double(t.tv_sec) + Double(t.tv_nsec) / 1e9
        }
        var mentions = 0
        for input in inputs.prefix(200) { mentions &+= input.read(by: reader).mentions.count }
        var best = Double.infinity
        var rounds = 0
        let started = Progress.monotonic()
        while rounds < 3 || Progress.monotonic() - started < 2 {
            let from = cpu()
            for input in inputs { mentions &+= input.read(by: reader).mentions.count }
            best = min(best, cpu() - from)
            rounds += 1
        }
        let perSecond = Double(inputs.count) / best
        Output.line(
            "\(inputs.count) postings, \(size / max(inputs.count, 1)) bytes each: \(Int(perSecond)) a second of one core, "
                + "\(Int(Double(size) / best / 1e6)) MB/s (best of \(rounds), \(mentions) names)")
    }
}
