import ArgumentParser
import Base
import Foundation
import Insight
import Market
import Taxonomy

/// The question that the market's verbs share.
struct QuestionOptions: ParsableArguments {
    @OptionGroup var data: DataOptions
    @Option(help: "Which openings, in the query language: \"role:platform place:DE\".") var query = ""

    /// The market's answers and the query as it was read; what was not understood is noted on standard error.
    func read() throws -> (insight: MarketInsight, query: Query) {
        let generation = try data.generation()
        let read = QueryReader.read(query, taxonomy: .standard, today: generation.asOf)
        for note in read.notes { Output.note("wheelhouse: \(note.sentence)") }
        if !read.query.words.isEmpty || !read.query.withoutWords.isEmpty {
            Output.note("wheelhouse: words are searched for, not counted; figures leave them out")
        }
        return (MarketInsight(generation: generation, taxonomy: .standard), read.query)
    }
}

extension DataOptions {
    /// The generation in force, mapped and read-only.
    func generation() throws -> Generation { try openMarket().reader.generation }
}

/// What a person types for a subject.
enum SubjectName {
    /// `kubernetes`, `k8s`, `security` (a practice before a role), `role:security`, `skill:go`, `practice:data`.
    static func read(_ text: String) throws -> Subject {
        let parts = text.split(separator: ":", maxSplits: 1)
        if parts.count == 2 {
            switch parts[0] {
            case "skill": return .skill(try skill(String(parts[1])).id)
            case "practice": return .practice(try practice(String(parts[1])))
            case "role": return .role(try role(String(parts[1])))
            default: break
            }
        }
        if let practice = Practice(id: text.lowercased()) { return .practice(practice) }
        if let s = known(text) { return .skill(s.id) }
        if let role = RoleFamily(id: text.lowercased()) { return .role(role) }
        return .skill(try skill(text).id)
    }

    static func skill(_ text: String) throws -> Skill {
        if let s = known(text) { return s }
        let names = Taxonomy.standard.skills.map(\.name)
        let near = QueryKey.nearest(to: text, among: names)
        throw Fault(.notFound, "no skill is called “\(CleanText.line(text))”; did you mean \(near)?")
    }

    private static func known(_ text: String) -> Skill? {
        Taxonomy.standard.skill(id: text.lowercased()) ?? Taxonomy.standard.skill(named: text)
    }

    static func practice(_ text: String) throws -> Practice {
        guard let p = Practice(id: text.lowercased()) else {
            let near = QueryKey.nearest(to: text, among: Practice.allCases.map(\.id))
            throw Fault(.notFound, "no practice is called “\(CleanText.line(text))”; did you mean \(near)?")
        }
        return p
    }

    static func role(_ text: String) throws -> RoleFamily {
        guard let r = RoleFamily(id: text.lowercased()) else {
            let near = QueryKey.nearest(to: text, among: RoleFamily.allCases.map(\.id))
            throw Fault(.notFound, "no role is called “\(CleanText.line(text))”; did you mean \(near)?")
        }
        return r
    }
}

/// Findings as lines: the finding first, then the table, notes last.
enum FindingLines {
    /// The sentence, bold, with what it was counted in beside or under it.
    static func headline(_ f: Finding) { headline(f.sentence, f.witness) }

    static func headline(_ sentence: String, _ w: Witness) {
        let day = w.to(isStock: w.panel.hasSuffix("today"))
        let right = "\(day), \(Numbers.grouped(w.sources)) \(w.sources == 1 ? "board" : "boards")"
        let gap = Output.width - Output.columns(sentence) - Output.columns(right)
        if gap >= 2 {
            Output.line(Output.bold(sentence) + String(repeating: " ", count: gap) + Output.dim(right))
        } else {
            Output.line(Output.bold(sentence))
            Output.line("  " + Output.dim(right))
        }
    }

    /// `  ▲ rises   ×1.30  (1.12–1.51)  n=2,214  ▁▂▃▅▇  Terraform`, aligned over the list.
    static func list(_ findings: [(finding: Finding, extra: String)]) {
        var rows: [[String]] = []
        for (f, extra) in findings {
            if f.refusal != nil {
                rows.append(["\(f.verdict.mark) refused", "", "", "", extra, "\(f.name): \(f.sentence)"])
            } else {
                let word = f.verdict == .level ? f.verdict.mark : "\(f.verdict.mark) \(f.verdict.id)"
                rows.append([
                    word, f.valueText, f.intervalText.isEmpty ? "" : "(\(f.intervalText))",
                    "n=\(Numbers.grouped(f.witness.openings))",
                    extra, f.name,
                ])
            }
        }
        let widths = (0..<5).map { c in rows.map { Output.columns($0[c]) }.max() ?? 0 }
        for (row, (f, _)) in zip(rows, findings) {
            var line = " "
            for c in 0..<5 where widths[c] > 0 {
                let cell = row[c] + String(repeating: " ", count: widths[c] - Output.columns(row[c]))
                line +=
                    " " + (c == 0 ? colored(cell, f.verdict) : c == 2 || c == 3 ? Output.dim(cell) : cell)
                    + (c < 4 ? " " : "")
            }
            Output.line(line + " " + CleanText.line(row[5]))
        }
    }

    static func list(_ findings: [Finding]) { list(findings.map { ($0, "") }) }

    private static func colored(_ s: String, _ verdict: Verdict) -> String {
        switch verdict {
        case .rises: Output.blue(s)
        case .falls: Output.magenta(s)
        default: s
        }
    }

    /// Caveats of all findings, each once, then who stands behind the numbers.
    static func notes(_ findings: [Finding], witness: Witness? = nil) {
        var seen: [String] = []
        // What belongs to one number of a long list would be noise under it.
        for f in findings { for c in f.caveats where !seen.contains(c) { seen.append(c) } }
        for c in seen.prefix(6) { Output.line(Output.dim("  " + c)) }
        if let w = witness ?? findings.first?.witness { Output.line(Output.dim("  " + w.line)) }
    }

    static func section(_ title: String) {
        Output.line()
        Output.line(title)
    }

    /// The wheel: nine bars and the breadth.
    static func wheel(_ w: Wheel) {
        if let refusal = w.refusal {
            Output.line("  \(Verdict.refused(refusal).mark) refused  \(w.spokes.first?.sentence ?? refusal.rawValue)")
            return
        }
        for bar in w.bars(width: max(12, min(36, Output.width - 46))) { Output.line("  " + bar) }
    }

    /// One row a finding, for TSV and CSV.
    static func table(_ findings: [Finding], _ options: OutputOptions) {
        var table = TextTable(
            [
                ("subject", .left), ("verdict", .left), ("value", .right), ("low", .right), ("high", .right),
                ("p", .right),
                ("adjusted", .right), ("n", .right), ("companies", .right), ("finding", .left),
            ], flexible: [9])
        for f in findings {
            func number(_ x: Double?) -> String { x.map { "\(($0 * 1e6).rounded() / 1e6)" } ?? "" }
            table.add([
                f.name, f.refusal?.rawValue ?? f.verdict.id, number(f.value), number(f.low), number(f.high),
                number(f.p),
                number(f.adjusted), String(f.witness.openings), String(f.witness.companies), f.sentence,
            ])
        }
        table.print(options)
    }

    static func json(_ findings: [Finding]) { Output.json { w in w.array(findings) { $1.write(&$0) } } }
}

extension Witness {
    func to(isStock: Bool) -> String { isStock ? "open on \(window.from.spoken)" : window.spoken }
}

extension OutputOptions {
    /// A table for programs was asked for, by name.
    var isTable: Bool { csv || tsv }
}
