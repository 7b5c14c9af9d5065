// Start here. Evaluation measures the reader against labelled texts: records in, scores out. docs/evaluate.md says what is
// counted. The way: `LabelledSet` (a file's records) → `predictions(by:)` → `RecordScoring` or `CaseScoring` (what each
// record adds to each field) → `Resampling` (the intervals) → `FieldScore`.
//
// Invariant: pure and deterministic; no I/O but loading its own tables; the reader gets a record's input fields and never
// a label, and names are compared by tables of this room, so that no reader is forgiven by its own list of spellings.

import Base
import Reading

/// What a reader made of some sets, and how right it was where they are labelled.
package struct Evaluation: Sendable {
    /// The version of the reader that was measured.
    package var reader: String
    package var sets: [EvaluatedSet]

    /// Reads every record, then scores the sets that carry labels. Throws `malformed` for a label that no scorer knows and
    /// for an id that stands in two sets: answers are told apart by it.
    package init(_ sets: [LabelledSet], by reader: Reader) throws(Fault) {
        var ids: [String: String] = [:]
        for set in sets {
            for record in set.records {
                if let other = ids.updateValue(set.name, forKey: record.id) {
                    throw Fault(
                        .malformed, "the id \(CleanText.line(record.id)) stands in \(other) too", at: record.place)
                }
            }
        }
        self.reader = reader.version
        self.sets = []
        for set in sets {
            let predictions = try set.predictions(by: reader)
            let scores = set.isLabelled ? try set.scores(of: predictions) : nil
            self.sets.append(
                EvaluatedSet(
                    name: set.name, kind: set.kind, count: set.records.count, predictions: predictions, scores: scores))
        }
    }

    /// The object of docs/evaluate.md, with at most so many misses a set.
    package func write(_ w: inout JSONWriter, worst: Int) {
        w.object { w in
            w.member("reader", reader)
            w.key("sets")
            w.array(sets) { w, set in set.write(&w, worst: worst) }
        }
    }
}

package struct EvaluatedSet: Sendable {
    package var name: String
    package var kind: SetKind
    /// Records of the set.
    package var count: Int
    package var predictions: [Prediction]
    /// Nil where the set carries no labels.
    package var scores: SetScores?

    /// One line a record, as the scorers of such sets read them.
    package var predictionLines: [UInt8] { Array(predictions.map(\.line).joined(separator: [10])) + [10] }

    func write(_ w: inout JSONWriter, worst: Int) {
        w.object { w in
            w.member("name", name)
            w.member("kind", kind.id)
            w.member("records", count)
            w.member("labelled", scores != nil)
            guard let scores else { return }
            w.key("resampling")
            w.object { w in
                w.member("resamples", scores.resampling.resamples)
                w.member("seed", Int(scores.resampling.seed))
            }
            w.key("fields")
            w.array(scores.fields) { w, field in field.write(&w) }
            w.key("misses")
            w.array(scores.misses.prefix(worst)) { w, miss in miss.write(&w) }
        }
    }
}

/// The limits of this room, each with its number.
package enum EvaluationLimits {
    /// Bytes of a file of records.
    package static let file = 256 << 20
    /// Bytes of one record: its text, its markup and its labels.
    package static let line = 4 << 20
    /// Records of one file.
    package static let records = 20_000
    /// Mentions of skills that one record labels.
    package static let mentions = 5_000
    /// JSON values of one record.
    package static let values = 200_000
}
