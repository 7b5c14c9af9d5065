import Base
import Foundation
import Taxonomy

/// A sentence of our own writing with the practices that it asks for (codebook 2).
package struct PracticeExample: Sendable {
    package var text: String
    package var practices: PracticeSet
    /// Practices on which readers may differ: neither for nor against.
    package var ignored: PracticeSet

    package init(text: String, practices: PracticeSet, ignored: PracticeSet) {
        self.text = text
        self.practices = practices
        self.ignored = ignored
    }

    /// From a line of `Training/practices/*.jsonl`.
    package init(line: [UInt8]) throws(Fault) {
        let json = try JSONDocument(line).root
        func set(_ list: JSON) -> PracticeSet {
            PracticeSet(list.elements.compactMap { Practice(id: $0.string ?? "") })
        }
        text = json["text"].string ?? ""
        practices = set(json["expected"]["practices"])
        ignored = set(json["ignore"])
    }
}

extension PracticeExample {
    /// All examples of a folder: its `.jsonl` files by name, in the order of their lines. An example is one line of text; one
    /// of several lines would be judged line by line, and says not which line asks.
    package static func all(in folder: String) throws(Fault) -> [PracticeExample] {
        let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        var out: [PracticeExample] = []
        for file in files where file.hasSuffix(".jsonl") {
            guard let data = FileManager.default.contents(atPath: folder + "/" + file) else {
                throw Fault(.storage, "cannot be read", at: file)
            }
            for line in data.split(separator: UInt8(ascii: "\n")) {
                let example = try PracticeExample(line: Array(line))
                if !example.text.utf8.contains(UInt8(ascii: "\n")) { out.append(example) }
            }
        }
        guard !out.isEmpty else { throw Fault(.notFound, "no sentences in *.jsonl", at: folder) }
        return out
    }
}

/// Makes `Names/practice-model.tsv` from examples: the same examples, phrases and meanings give the same bytes.
package struct PracticeTraining {
    /// Features of fewer examples are left out.
    static let leastExamples = 2
    /// Against the penalty on large weights.
    static let strength = 1.0
    /// What an example counts that asks nothing, for the practices: that it asks nothing is for the gate to say.
    static let negativeShare = 0.2
    /// Smaller weights are left out, and features without a weight of `leastLine`: they change no answer that was measured.
    static let leastWeight = 3
    static let leastLine = 6

    /// What a pair's weight stays below, so that sums of them fit 16 bits.
    static let pairLimit = 127

    private let reader: Reader

    package init(_ reader: Reader) { self.reader = reader }

    /// The text of the model's file.
    package func model(_ examples: [PracticeExample]) -> String {
        let lists = examples.map { e in
            reader.withUnit(of: e.text) { reader.model.features($0, $1, reader.book) } ?? []
        }
        var seen: [String: Int] = [:]
        for list in lists { for name in Set(list) { seen[name, default: 0] += 1 } }
        let names = seen.filter { $0.value >= Self.leastExamples }.map(\.key).sorted()
        let ids = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
        var matrix = LogisticTrainer.Matrix()
        matrix.width = names.count
        for list in lists {
            var counts: [Int32: Double] = [:]
            for name in list { if let id = ids[name] { counts[id, default: 0] += 1 } }
            matrix.append(counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        }
        let trainer = LogisticTrainer(matrix: matrix, strength: Self.strength)
        var columns: [[Double]] = []
        for p in Practice.allCases {
            let share = examples.map { e in
                if e.practices.contains(p) { return 1.0 }
                if e.ignored.contains(p) { return 0 }
                return e.practices.isEmpty ? Self.negativeShare : 1
            }
            columns.append(trainer.weights(examples.map { $0.practices.contains(p) }, share: share))
        }
        columns.append(trainer.weights(examples.map { !$0.practices.isEmpty }, share: examples.map { _ in 1 }))
        return file(names, columns, examples)
    }

    /// Names a set of examples: a model's file says which it was made from.
    package static func sum(_ examples: [PracticeExample]) -> String {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for e in examples {
            for b in e.text.utf8 { sum = (sum ^ UInt64(b)) &* 0x100_0000_01B3 }
            sum = (sum ^ UInt64(e.practices.rawValue) << 16 ^ UInt64(e.ignored.rawValue)) &* 0x100_0000_01B3
        }
        return String(sum, radix: 16)
    }

    private func file(_ names: [String], _ columns: [[Double]], _ examples: [PracticeExample]) -> String {
        var out = """
            # What asks for each practice, learned from \(examples.count) sentences of our own writing (Training/practices).
            # sum of the sentences and their labels: \(Self.sum(examples))
            # Made by `wheelhouse internal train-practices Training/practices`; docs/adr/0004-practice-model.md. Not for editing.
            # feature TAB \(Practice.allCases.map(\.id).joined(separator: ",")),gate; a weight of 1 is \(PracticeModel.scale).

            """
        for (i, name) in names.enumerated() {
            var weights = columns.map { Int(($0[i] * Double(PracticeModel.scale)).rounded()) }
            if name.hasPrefix("pair:") { weights = weights.map { max(-Self.pairLimit, min(Self.pairLimit, $0)) } }
            guard weights.contains(where: { abs($0) >= Self.leastLine }) else { continue }
            weights = weights.map { abs($0) < Self.leastWeight ? 0 : $0 }
            while weights.last == 0 { weights.removeLast() }
            out += name + "\t" + weights.map { $0 == 0 ? "" : String($0) }.joined(separator: ",") + "\n"
        }
        return out
    }
}

extension PracticeTraining {
    /// True if what is summed by table for a text is what its named features add up to.
    package func sumsAgree(_ text: String) -> Bool {
        let rows = PracticeModel.rowsByName(PracticeModel.text("practice-model"))
        return reader.withUnit(of: text) { unit, scratch in
            var named = PracticeModel.Sum()
            for f in reader.model.features(unit, scratch, reader.book) {
                named &+= PracticeModel.Sum(truncatingIfNeeded: rows[f] ?? PracticeModel.Row())
            }
            var words = PracticeWords()
            return reader.model.scores(unit, scratch, &words).sums == named
        } ?? true
    }
}

extension Reader {
    /// Judges a text that stands for one unit; nil for an empty one.
    func withUnit<R>(of text: String, _ body: (PracticeUnit, borrowing Scratch) -> R) -> R? {
        var scratch = Scratch()
        let facts = readText(Array(text.utf8))
        scratch.builder.reset()
        scratch.builder.out = facts.text
        Layout.cut(facts.text, from: 0, to: &scratch.builder.lines)
        let read = analyse(&scratch, bodyStart: facts.bodyStart, nil)
        let views = subjects(scratch, read, facts)
        guard !views.isEmpty else { return nil }
        let found = phraseFindings(scratch, views, facts)
        let unit = PracticeUnit(
            sentences: scratch.sentences.indices, tokens: 0..<scratch.tokens.count, subject: views[0].subject,
            found: found.reduce(PracticeSet()) { $0.union($1.all) })
        return body(unit, scratch)
    }
}
