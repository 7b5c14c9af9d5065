import Base
import Reading
import Sources
import Taxonomy

/// What the reader made of one record, in the form in which it is scored and written.
package struct Prediction: Sendable {
    /// One JSON object without a line break: of a posting the record that `wheelhouse read` prints, of a case
    /// `{"id": …, "expected": …}`.
    package var line: [UInt8]
    /// The record, or the value of `expected`.
    package var answer: JSON

    /// Throws `malformed` for a line that is no JSON object.
    package init(line: [UInt8], of kind: SetKind) throws(Fault) {
        let root = try JSONDocument(line).root
        guard root.kind == .object else { throw Fault(.malformed, "a prediction is a JSON object") }
        self.line = line
        answer = kind == .records ? root : root["expected"]
    }

    /// The reader gets text, title and location and no other field.
    static func line(of record: JSON, _ kind: SetKind, by reader: Reader) -> [UInt8] {
        var w = JSONWriter()
        switch kind {
        case .records:
            let facts = reader.readText(record["text"].utf8 ?? [])
            facts.write(&w, id: record["id"].text, taxonomy: reader.taxonomy, version: reader.version)
        case .cases(let set):
            let facts = Self.facts(record, reader)
            w.object { w in
                w.key("id")
                // As it stands: a number stays a number.
                w.raw(record["id"].raw)
                w.key("expected")
                facts.write(&w, answerOf: set, reader.taxonomy)
            }
        }
        return w.bytes
    }

    private static func facts(_ record: JSON, _ reader: Reader) -> Facts {
        let text = record["text"].utf8 ?? []
        let (title, location) = (record["title"].string, record["location"].string)
        guard title != nil || location != nil else { return reader.readText(text) }
        return reader.read(Posting(kind: .jsonl, externalID: "", title: title, body: text, location: location))
    }
}

extension Facts {
    /// The answer to a case of one set, in the shape of its `expected`.
    fileprivate func write(_ w: inout JSONWriter, answerOf set: CaseSet, _ taxonomy: Taxonomy) {
        switch set {
        case .skills:
            w.array(skills) { w, s in
                w.object { w in
                    w.member("canonical", taxonomy.skills[Int(s.skill)].name)
                    w.member("status", s.status.id)
                }
            }
        case .practices: w.object { $0.member("practices", strings: practices.map(\.practice.id)) }
        case .pay: writePayAnswer(&w)
        case .place: writePlaceAnswer(&w)
        case .titles:
            w.object { w in
                w.member("family", roles.first?.family.id ?? RoleFamily.notIT.id)
                w.member("seniority", roles.first?.seniority.id ?? Seniority.unstated.id)
                w.member("it", roles.first?.family.isIT ?? false)
            }
        case .terms: writeTermsAnswer(&w)
        }
    }

    private func writePayAnswer(_ w: inout JSONWriter) {
        guard let pay else { return w.null() }
        w.object { w in
            pay.writeMembers(&w)
        }
    }

    private func writePlaceAnswer(_ w: inout JSONWriter) {
        w.object { w in
            // A limit of remote work stands in `eligible`.
            w.member("mode", place.mode == .remoteRestricted ? WorkMode.remote.id : place.mode.id)
            w.member("eligible", strings: place.eligible)
            place.writeCities(&w)
            if let zone = place.timezone {
                w.key("tz")
                w.array(zone) { $0.value($1) }
            }
        }
    }

    private func writeTermsAnswer(_ w: inout JSONWriter) {
        w.object { w in
            w.member("oncall", onCall.value.id)
            terms.writeMembers(&w)
        }
    }
}
