import Base
import Reading
import Sources

/// The kinds of cases of one question each, named as their files.
package enum CaseSet: String, Sendable, CaseIterable {
    case skills, practices, pay, place, titles
    case terms = "oncall_terms"
}

package enum SetKind: Sendable, Hashable {
    /// Whole postings with the record of docs/codebook.md.
    case records
    case cases(CaseSet)

    package var id: String {
        switch self {
        case .records: "records"
        case .cases(let set): set.rawValue
        }
    }

    /// By the name of a file without its ending: `pay`, `pay-dev`; nil where the name says nothing.
    package init?(fileName name: String) {
        guard
            let set = CaseSet.allCases.first(where: { set in
                name.hasPrefix(set.rawValue) && !(name.dropFirst(set.rawValue.count).first.map(Self.isInName) ?? false)
            })
        else { return nil }
        self = .cases(set)
    }

    private static func isInName(_ c: Character) -> Bool { c.isLetter || c.isNumber }
}

/// One line of a file.
package struct LabelledRecord: Sendable {
    package var id: String
    /// From 1.
    package var line: Int
    package var json: JSON
    /// `file:line`, for faults.
    var place: String
}

/// A file's records, of one kind, with or without labels.
package struct LabelledSet: Sendable {
    /// The file's name without its ending.
    package var name: String
    package var kind: SetKind
    package var records: [LabelledRecord]
    package var isLabelled: Bool
    let recordNames: RecordNames

    /// Reads JSON Lines. `file` is what faults name; `spellings` are further lines `Name: other, other` for records.
    ///
    /// Throws `malformed` for a line that is no JSON object, lacks id or text, repeats an id, has a label of another kind
    /// than the lines before, or alone has none; `charset`, `limit.bytes`, `limit.items`, `limit.depth`.
    package init(name: String, bytes: [UInt8], file: String, spellings: String = "") throws(Fault) {
        guard bytes.count <= EvaluationLimits.file else {
            throw Fault(
                .limitBytes, "the file has \(bytes.count) bytes; the limit is \(EvaluationLimits.file)", at: file)
        }
        self.name = name
        var names = RecordNames.standard
        names.add(spellings)
        recordNames = names
        records = []
        var ids: Set<String> = []
        for (i, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
        where line.contains(where: { $0 > 32 }) {
            guard records.count < EvaluationLimits.records else {
                throw Fault(.limitItems, "more than \(EvaluationLimits.records) records", at: file)
            }
            let record = try Self.record(line, i + 1, file)
            guard ids.insert(record.id).inserted else {
                throw Fault(.malformed, "the id \(CleanText.line(record.id)) stands twice", at: record.place)
            }
            records.append(record)
        }
        guard !records.isEmpty else { throw Fault(.malformed, "the file has no records", at: file) }
        (kind, isLabelled) = try LabelShape.kind(of: records, named: SetKind(fileName: name))
    }

    private static func record(_ line: ArraySlice<UInt8>, _ number: Int, _ file: String) throws(Fault) -> LabelledRecord
    {
        let place = "\(file):\(number)"
        guard line.count <= EvaluationLimits.line else {
            throw Fault(
                .limitBytes, "a line of \(line.count) bytes; the limit is \(EvaluationLimits.line)", at: place)
        }
        guard (try? UTF8Span(validating: line.span)) != nil else { throw Fault(.charset, "not UTF-8", at: place) }
        let json: JSON
        do throws(Fault) {
            let limits = JSONDocument.Limits(bytes: EvaluationLimits.line, depth: 64, items: EvaluationLimits.values)
            json = try JSONDocument(Array(line), limits: limits).root
        } catch {
            throw Fault(error.code, error.sentence, at: error.at.isEmpty ? place : "\(place), \(error.at)")
        }
        guard json.kind == .object else { throw Fault(.malformed, "not a JSON object", at: place) }
        guard let id = json["id"].text else { throw Fault(.malformed, "a record without an id", at: place) }
        guard json["text"].kind == .string else { throw Fault(.malformed, "a record without a text", at: place) }
        return LabelledRecord(id: id, line: number, json: json, place: place)
    }

    /// What the reader makes of each record, from its input fields alone.
    package func predictions(by reader: Reader) throws(Fault) -> [Prediction] {
        var out: [Prediction] = []
        out.reserveCapacity(records.count)
        for r in records { out.append(try Prediction(line: Prediction.line(of: r.json, kind, by: reader), of: kind)) }
        return out
    }

    /// Throws `malformed` for a label that the set's scorer does not know. Precondition: labelled, a prediction a record.
    package func scores(of predictions: [Prediction]) throws(Fault) -> SetScores {
        precondition(isLabelled && predictions.count == records.count, "a prediction for each labelled record")
        var marked: [Marked] = []
        for (record, prediction) in zip(records, predictions) {
            do throws(Fault) {
                switch kind {
                case .records:
                    marked.append(
                        try RecordScoring.mark(record.json, prediction.answer, recordNames))
                case .cases(let set):
                    marked.append(CaseScoring.mark(record.json, prediction.answer, set))
                }
            } catch { throw Fault(error.code, error.sentence, at: record.place) }
        }
        return SetScores(kind: kind, records: records, marked: marked)
    }
}

/// Which kind of set a file's records are, by the shape of their labels, else by name and input fields.
enum LabelShape {
    static let recordLabels: [String] = ["skills", "practices", "roles", "seniority", "remote", "pay", "oncall"]

    static func kind(of records: [LabelledRecord], named: SetKind?) throws(Fault) -> (SetKind, isLabelled: Bool) {
        var first: (kind: SetKind, line: Int)?
        for r in records {
            guard let kind = try shape(of: r) else { continue }
            if let first, first.kind != kind {
                throw Fault(
                    .malformed, "labelled as \(kind.id), while line \(first.line) is labelled as \(first.kind.id)",
                    at: r.place)
            }
            first = first ?? (kind, r.line)
        }
        let answered = records.filter { $0.json["expected"].exists }
        // Where every case expects null, that is an answer in the set of pay and no label in any other.
        if first == nil, let a = answered.first, named ?? .cases(.pay) == .cases(.pay) {
            first = (.cases(.pay), a.line)
        }
        guard let first else { return (named ?? unlabelled(records[0].json), false) }
        if let named, named != first.kind, case .cases = first.kind {
            throw Fault(
                .malformed, "labelled as \(first.kind.id) in a file named as \(named.id)", at: records[0].place)
        }
        if case .cases(let set) = first.kind {
            for r in records {
                guard r.json["expected"].exists else {
                    throw Fault(.malformed, "`expected` lacks, while line \(first.line) has it", at: r.place)
                }
                if let problem = problem(r.json["expected"], set) {
                    throw Fault(.malformed, "`expected` \(problem)", at: r.place)
                }
            }
        }
        return (first.kind, true)
    }

    /// Nil if the record has no label, or one that fits several sets.
    private static func shape(of r: LabelledRecord) throws(Fault) -> SetKind? {
        let e = r.json["expected"]
        if e.isNull { return recordLabels.contains { r.json.member($0).exists } ? .records : nil }
        if e.kind == .array { return .cases(.skills) }
        if e["practices"].exists { return .cases(.practices) }
        if e["eligible"].exists { return .cases(.place) }
        if e["family"].exists { return .cases(.titles) }
        if e["oncall"].exists { return .cases(.terms) }
        if e["period"].exists { return .cases(.pay) }
        throw Fault(.malformed, "no set expects an answer of this shape", at: r.place)
    }

    /// Without labels and without a telling name, by the input fields: a title that does not open the text, or a place
    /// alone, is a case; all else is a posting.
    private static func unlabelled(_ j: JSON) -> SetKind {
        if ["company", "html", "source", "date"].contains(where: { j.member($0).exists }) { return .records }
        if j["title"].kind == .string { return .cases(.titles) }
        return j["location"].kind == .string ? .cases(.place) : .records
    }

    /// What is wrong with an expected answer; nil if it can be scored.
    private static func problem(_ e: JSON, _ set: CaseSet) -> String? {
        func lacks(_ names: [String]) -> String? { names.first { !e.member($0).exists }.map { "lacks `\($0)`" } }
        switch set {
        case .skills:
            guard e.kind == .array else { return "is not a list" }
            let isBad = e.elements.contains {
                $0["canonical"].string == nil || CaseStatus.rank($0["status"].string) == nil
            }
            return isBad ? "has a name without canonical or with an unknown status" : nil
        case .practices: return e["practices"].kind == .array ? nil : "has no list of practices"
        case .pay:
            return e.isNull ? nil : lacks(["min", "max", "currency", "period", "kind", "annualMin", "annualMax"])
        case .place: return lacks(["mode", "eligible", "cities"])
        case .titles: return lacks(["family", "seniority", "it"])
        case .terms: return lacks(CaseScoring.terms)
        }
    }
}
