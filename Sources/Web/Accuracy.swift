import Base
import Foundation

/// How often the reader was right when it was measured: a record that ships, made by `scripts/record-accuracy` from
/// `wheelhouse evaluate --json`. Numbers are those of the sets named in it, with the reader of that day.
package struct Accuracy: Sendable {
    package struct Estimate: Sendable {
        /// From 0 to 1; nil where the set says nothing.
        package var value: Double?
        package var low: Double?
        package var high: Double?

        init(_ j: JSON) {
            value = j["value"].double
            low = j["low"].double
            high = j["high"].double
        }
    }

    package struct Field: Sendable {
        package var name: String
        package var precision: Estimate?
        package var recall: Estimate?
        /// F1, or the share that is right.
        package var whole: Estimate
        /// Labelled things, or cases.
        package var n: Int
        package var lowerIsBetter: Bool

        init?(_ j: JSON) {
            guard let name = j["name"].string else { return nil }
            self.name = name
            precision = j["precision"].exists ? Estimate(j["precision"]) : nil
            recall = j["recall"].exists ? Estimate(j["recall"]) : nil
            whole = Estimate(j["f1"].exists ? j["f1"] : j["share"])
            n = j["of"].int ?? (j["found"].int ?? 0) + (j["missed"].int ?? 0)
            lowerIsBetter = j["lowerIsBetter"].bool ?? false
        }
    }

    package struct Group: Sendable {
        package var title: String
        /// How its texts were drawn and labelled, in a sentence.
        package var drawn: String
        package var records: Int
        package var fields: [Field]
    }

    package var date: Day
    package var reader: String
    package var groups: [Group]

    /// The record that ships; nil where the file is absent or is none.
    package static let standard: Accuracy? = {
        let file = (Bundle.module.resourcePath ?? "") + "/Assets/accuracy.json"
        guard let bytes = try? DurableFile.read(file), let document = try? JSONDocument(bytes) else { return nil }
        return Accuracy(document.root)
    }()

    package init?(_ j: JSON) {
        guard let date = j["date"].string.flatMap({ Day(iso: $0) }), let reader = j["reader"].string else { return nil }
        self.date = date
        self.reader = reader
        groups = j["sets"].elements.compactMap { s in
            guard let title = s["title"].string else { return nil }
            return Group(
                title: title, drawn: s["drawn"].string ?? "", records: s["records"].int ?? 0,
                fields: s["fields"].elements.compactMap(Field.init))
        }
    }

    package func write(_ w: inout JSONWriter) {
        func estimate(_ name: String, _ e: Estimate?, _ w: inout JSONWriter) {
            guard let e else { return }
            w.key(name)
            w.object { w in
                w.member("value", e.value)
                w.member("low", e.low)
                w.member("high", e.high)
            }
        }
        w.object { w in
            w.member("date", date.description)
            w.member("reader", reader)
            w.key("sets")
            w.array(groups) { w, g in
                w.object { w in
                    w.member("title", g.title)
                    w.member("drawn", g.drawn)
                    w.member("records", g.records)
                    w.key("fields")
                    w.array(g.fields) { w, f in
                        w.object { w in
                            w.member("name", f.name)
                            estimate("precision", f.precision, &w)
                            estimate("recall", f.recall, &w)
                            estimate(f.precision == nil ? "share" : "f1", f.whole, &w)
                            w.member("n", f.n)
                            w.member("lower_is_better", f.lowerIsBetter)
                        }
                    }
                }
            }
        }
    }
}
