import Base
import Reading

/// One point on which a reading and a label differ.
package struct Difference: Sendable, Equatable {
    /// A name, "practice security", "pay", "seniority", ...
    package var what: String
    /// What the label says; nil is nothing.
    package var labelled: String?
    /// What was read; nil is nothing.
    package var read: String?
    /// The words of the text that it is about; nil where it is about no words, or about the text as a whole.
    package var words: String?

    func write(_ w: inout JSONWriter) {
        w.object { w in
            w.member("what", what)
            w.member("labelled", labelled)
            w.member("read", read)
            w.member("words", words)
        }
    }
}

/// A record that was read otherwise than it is labelled.
package struct Miss: Sendable, Equatable {
    package var id: String
    /// How much is wrong, to put the worst first: of a posting the number of differences, of a case as its set weighs them.
    package var severity: Double
    /// The beginning of the input, in one line.
    package var text: String
    /// The labeller's reason, where the record gives one.
    package var why: String?
    package var differences: [Difference]

    func write(_ w: inout JSONWriter) {
        w.object { w in
            w.member("id", id)
            w.member("severity", severity)
            w.member("text", text)
            w.member("why", why)
            w.key("differences")
            w.array(differences) { w, difference in difference.write(&w) }
        }
    }
}

/// What one record gave: a tally a field by the field's name, and where label and reading differ.
struct Marked: Sendable {
    var tallies: [String: Tally] = [:]
    var severity = 0.0
    var differences: [Difference] = []
}

/// The scores of one set and its misses, the worst first.
package struct SetScores: Sendable {
    package var fields: [FieldScore]
    package var misses: [Miss]
    package var resampling: Resampling

    init(kind: SetKind, records: [LabelledRecord], marked: [Marked]) {
        let names: [Field]
        switch kind {
        case .records: (names, resampling) = (RecordScoring.fields, .records)
        case .cases(let set): (names, resampling) = (CaseScoring.fields(set), .cases)
        }
        let known = Set(names.map(\.name))
        let rows = marked.map { m in
            precondition(known.isSuperset(of: m.tallies.keys), "a tally belongs to a field")
            return names.map { m.tallies[$0.name] ?? Tally() }
        }
        fields = resampling.scores(of: names, rows: rows)
        if kind == .records { fields.append(RecordScoring.macroF1(of: fields)) }
        misses = zip(records, marked).filter { $1.severity > 0 }.map { r, m in
            Miss(
                id: r.id, severity: m.severity, text: Self.opening(of: r.json), why: r.json["why"].string,
                differences: m.differences)
        }
        // By id where equally bad: the order of a file says nothing.
        misses.sort { ($1.severity, $0.id) < ($0.severity, $1.id) }
    }

    /// Title, location and text in one line of at most 150 characters.
    private static func opening(of j: JSON) -> String {
        let text = (j["text"].utf8 ?? []).prefix(1000)
        var out = Contacts.masked(Array(text), ByteSpan(0, text.count))
        if let title = j["title"].string, !out.hasPrefix(title) { out = title + (out.isEmpty ? "" : " | " + out) }
        if let location = j["location"].string, j["title"].string == nil { out = "[\(location)] " + out }
        let line = CleanText.line(out)
        return line.count < 150 ? line : line.prefix(147) + "…"
    }
}
