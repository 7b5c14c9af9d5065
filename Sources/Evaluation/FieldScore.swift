import Base

/// What is measured under one name.
package struct Field: Sendable, Equatable {
    package enum Measure: Sendable, Equatable {
        /// Things are named, and may be missed or extra: precision, recall, F1.
        case names
        /// Answers are right or not: their share. Also where less is better (traps fallen for).
        case share
        /// The mean of other fields' F1.
        case mean
    }
    package var name: String
    package var measure: Measure
    /// True where the share counts mistakes.
    package var lowerIsBetter = false

    static func names(_ name: String) -> Field { Field(name: name, measure: .names) }
    static func share(_ name: String, lowerIsBetter: Bool = false) -> Field {
        Field(name: name, measure: .share, lowerIsBetter: lowerIsBetter)
    }
}

/// What records add to a field. Of a share, `found` are the right ones and `missed` the others.
package struct Tally: Sendable, Equatable {
    package var found = 0
    package var extra = 0
    package var missed = 0

    /// Labelled: of a share, all that were asked.
    package var labelled: Int { found + missed }

    static func share(_ right: Bool) -> Tally { Tally(found: right ? 1 : 0, missed: right ? 0 : 1) }
    static func share(_ right: Int, of all: Int) -> Tally { Tally(found: right, missed: all - right) }
    static func names<T>(_ labelled: Set<T>, _ read: Set<T>) -> Tally {
        let found = labelled.intersection(read).count
        return Tally(found: found, extra: read.count - found, missed: labelled.count - found)
    }

    static func += (a: inout Tally, b: Tally) {
        a.found += b.found
        a.extra += b.extra
        a.missed += b.missed
    }

    /// Nil where nothing was read.
    var precision: Double? { ratio(found, found + extra) }
    /// Nil where nothing is labelled. Of a share, the share.
    var recall: Double? { ratio(found, found + missed) }
    /// Nil where nothing is labelled and nothing was read.
    var f1: Double? { ratio(2 * found, 2 * found + extra + missed) }

    private func ratio(_ part: Int, _ whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }
}

/// A number between 0 and 1 with its 95 % bootstrap interval. Nil is "nothing to divide by", which is not 0.
package struct Estimate: Sendable, Equatable {
    package var value: Double?
    package var low: Double?
    package var high: Double?
}

/// The summary of one field over a set.
package struct FieldScore: Sendable, Equatable {
    package var field: Field
    package var total: Tally
    /// Of names.
    package var precision: Estimate?
    package var recall: Estimate?
    /// Of names, and of means (without an interval).
    package var f1: Estimate?
    /// Of shares.
    package var share: Estimate?

    package var name: String { field.name }

    func write(_ w: inout JSONWriter) {
        func estimate(_ w: inout JSONWriter, _ name: String, _ e: Estimate?) {
            guard let e else { return }
            w.key(name)
            w.object { w in
                w.member("value", e.value)
                w.member("low", e.low)
                w.member("high", e.high)
            }
        }
        w.object { w in
            w.member("name", field.name)
            estimate(&w, "precision", precision)
            estimate(&w, "recall", recall)
            estimate(&w, "f1", f1)
            estimate(&w, "share", share)
            switch field.measure {
            case .names:
                w.member("found", total.found)
                w.member("extra", total.extra)
                w.member("missed", total.missed)
            case .share:
                w.member("right", total.found)
                w.member("of", total.labelled)
                if field.lowerIsBetter { w.member("lowerIsBetter", true) }
            case .mean: break
            }
        }
    }
}
