import ArgumentParser
import Base
import Evaluation
import Foundation
import Reading
import Taxonomy

struct EvaluateVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure the reader against labelled texts, or answer texts that carry no labels.",
        discussion: """
            PATH is a file of postings with the codebook's record, a file of short cases of one question, or a folder of \
            such files: skills, practices, pay, place, titles, oncall_terms, each .jsonl. The reader gets text, title and \
            location alone. Prints precision, recall and F1, or the share of right answers, with 95 % bootstrap \
            intervals, and the worst misses with the words. docs/evaluate.md says what is counted.

            Example: wheelhouse evaluate labelled.jsonl --predictions answers.jsonl
            """)

    /// Bytes of a list of further spellings.
    static let spellingsLimit = 1 << 20
    static let worstLimit = 10_000

    @Argument(help: "A file or a folder of labelled records.") var path: String
    @Option(help: ArgumentHelp("Write what was read: a file, or for a folder a folder.", valueName: "out"))
    var predictions: String?
    @Option(help: "How many misses of each set to show.") var worst = 5
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (0...Self.worstLimit).contains(worst) else {
            throw ValidationError("--worst is a number from 0 to \(Self.worstLimit)")
        }
    }

    func run() async throws {
        let isFolder = Self.isFolder(path)
        let files = try isFolder ? Self.files(in: path) : [path]
        let sets = try files.map(Self.set)
        let evaluation = try Evaluation(sets, by: Reader(taxonomy: .standard))
        if let predictions { try Self.write(evaluation, files: files, to: predictions, isFolder: isFolder) }
        if output.json { return Output.json { evaluation.write(&$0, worst: worst) } }
        if output.isTable { return EvaluationTable.print(evaluation, output) }
        for (i, set) in evaluation.sets.enumerated() {
            if i > 0 { Output.line() }
            EvaluationTable.show(set, worst: worst, output, hasPredictions: predictions != nil)
        }
        Output.line(Output.dim("Read by \(evaluation.reader)."))
    }

    // MARK: Files

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private static func files(in folder: String) throws(Fault) -> [String] {
        let files = CaseSet.allCases.map { "\(folder)/\($0.rawValue).jsonl" }.filter(FileManager.default.fileExists)
        guard !files.isEmpty else {
            let names = CaseSet.allCases.map { "\($0.rawValue).jsonl" }.joined(separator: ", ")
            throw Fault(.notFound, "the folder holds none of \(names)", at: folder)
        }
        return files
    }

    private static func set(_ file: String) throws(Fault) -> LabelledSet {
        let bytes = try DurableFile.read(file, limit: EvaluationLimits.file)
        let beside = folder(of: file) + "/aliases.extra"
        let spellings =
            FileManager.default.fileExists(atPath: beside)
            ? String(decoding: try DurableFile.read(beside, limit: spellingsLimit), as: UTF8.self) : ""
        return try LabelledSet(name: stem(file), bytes: bytes, file: file, spellings: spellings)
    }

    private static func folder(of file: String) -> String {
        let folder = (file as NSString).deletingLastPathComponent
        return folder.isEmpty ? "." : folder
    }

    /// The file's name without `.jsonl`.
    private static func stem(_ file: String) -> String {
        ((file as NSString).lastPathComponent as NSString).deletingPathExtension
    }

    /// Writes whole files only, and never over the labels.
    private static func write(_ evaluation: Evaluation, files: [String], to out: String, isFolder: Bool) throws {
        guard isFolder || !Self.isFolder(out) else {
            throw Fault(.usage, "one file is evaluated, and its predictions are a file too", at: out)
        }
        let targets = isFolder ? evaluation.sets.map { "\(out)/\($0.name).jsonl" } : [out]
        for (file, target) in zip(files, targets) where isSame(file, target) {
            throw Fault(.conflict, "the predictions would take the place of the records", at: target)
        }
        if isFolder {
            do { try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true) } catch {
                throw Fault(.storage, "cannot make the folder: \(error.localizedDescription)", at: out)
            }
        }
        for (set, target) in zip(evaluation.sets, targets) { try DurableFile.write(set.predictionLines, to: target) }
    }

    private static func isSame(_ a: String, _ b: String) -> Bool {
        func whole(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
        return whole(a) == whole(b)
    }
}

/// How an evaluation looks in a terminal and as one table.
enum EvaluationTable {
    static func show(_ set: EvaluatedSet, worst: Int, _ output: OutputOptions, hasPredictions: Bool) {
        let unit = set.kind == .records ? "postings" : "cases"
        Output.line(Output.bold("\(set.name): \(set.count) \(set.count == 1 ? String(unit.dropLast()) : unit)"))
        guard let scores = set.scores else {
            Output.line("  No labels, so nothing was scored.")
            if !hasPredictions { Output.line(Output.dim("  --predictions OUT writes what was read.")) }
            return
        }
        var names = TextTable(
            [
                ("field", .left), ("precision", .right), ("recall", .right), ("F1", .right),
                ("found/extra/missed", .right),
            ])
        var shares = TextTable([("field", .left), ("right", .right), ("right/of", .right)])
        for f in scores.fields {
            switch f.field.measure {
            case .names:
                names.add([
                    f.name, cell(f.precision), cell(f.recall), cell(f.f1),
                    "\(f.total.found)/\(f.total.extra)/\(f.total.missed)",
                ])
            case .share:
                let name = f.field.lowerIsBetter ? "\(f.name) (lower is better)" : f.name
                shares.add([name, cell(f.share), "\(f.total.found)/\(f.total.labelled)"])
            case .mean: names.add([f.name, "", "", f.f1?.value.map(number) ?? "–", ""])
            }
        }
        names.print(output)
        Output.line()
        shares.print(output)
        guard worst > 0, !scores.misses.isEmpty else { return }
        FindingLines.section("The worst of \(scores.misses.count) that were read otherwise than labelled")
        for miss in scores.misses.prefix(worst) { show(miss) }
    }

    private static func show(_ miss: Miss) {
        Output.line("  \(Output.blue(CleanText.line(miss.id)))  \(miss.text)")
        for d in miss.differences {
            let words = d.words.map { "  “\(CleanText.line($0))”" } ?? ""
            let (labelled, read) = (d.labelled ?? "nothing", d.read ?? "nothing")
            Output.line("    \(CleanText.line("\(d.what): labelled \(labelled), read \(read)"))\(Output.dim(words))")
        }
        if let why = miss.why { Output.line(Output.dim("    why: \(CleanText.line(why))")) }
    }

    /// One row a number: for programs.
    static func print(_ evaluation: Evaluation, _ output: OutputOptions) {
        var table = TextTable([
            ("set", .left), ("field", .left), ("measure", .left), ("value", .right), ("low", .right), ("high", .right),
            ("labelled", .right),
        ])
        for set in evaluation.sets {
            for f in set.scores?.fields ?? [] {
                let measures = [("precision", f.precision), ("recall", f.recall), ("f1", f.f1), ("share", f.share)]
                for case (let measure, let e?) in measures {
                    let numbers = [e.value, e.low, e.high].map { $0.map { "\($0)" } ?? "" }
                    table.add([set.name, f.name, measure] + numbers + ["\(f.total.labelled)"])
                }
            }
        }
        table.print(output)
    }

    /// "0.912 [0.860, 0.950]"; a dash where there was nothing to divide by.
    private static func cell(_ e: Estimate?) -> String {
        guard let e, let value = e.value else { return "–" }
        guard let low = e.low, let high = e.high else { return number(value) }
        return "\(number(value)) [\(number(low)), \(number(high))]"
    }

    private static func number(_ x: Double) -> String { String(format: "%.3f", x) }
}
