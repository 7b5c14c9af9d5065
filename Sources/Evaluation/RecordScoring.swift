import Base
import Taxonomy

/// How a posting's reading is marked against its labels: which fields there are, and what one record adds to each.
enum RecordScoring {
    static let fields: [Field] =
        [
            .names("skills canonical"), .names("skills asked"), .share("status"), .share("asked vs context"),
            .names("spans overlap"), .names("spans exact"),
        ]
        + Practice.allCases.flatMap { [.names("practice \($0.id)"), .share("evidence \($0.id)")] } + [
            .names("practices all"), .share("role primary"), .names("role set"), .share("seniority"),
            .share("remote mode"), .names("places"), .names("pay present"), .share("pay exact, of paid"),
            .share("pay, of all"), .share("oncall"),
        ]

    /// The mean of the practices' F1, over those that labels or readings have at all.
    static func macroF1(of scores: [FieldScore]) -> FieldScore {
        let names = Set(Practice.allCases.map { "practice \($0.id)" })
        let known = scores.filter { names.contains($0.name) }.compactMap { $0.f1?.value }
        let mean = known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
        return FieldScore(
            field: Field(name: "practices macro-F1", measure: .mean), total: Tally(), f1: Estimate(value: mean))
    }

    /// Throws `malformed` for labels that no codebook knows.
    static func mark(_ record: JSON, _ answer: JSON, _ names: RecordNames) throws(Fault) -> Marked {
        let comparison = Comparison(
            text: record["text"].utf8 ?? [], labelled: try CodebookRecord(record), read: try CodebookRecord(answer),
            names: names, labels: Set(LabelShape.recordLabels.filter { record.member($0).exists }))
        var m = Marked()
        comparison.markSkills(&m)
        comparison.markPractices(&m)
        comparison.markRest(&m)
        m.severity = Double(m.differences.count)
        return m
    }
}

/// One posting's labels beside its reading.
private struct Comparison {
    var text: [UInt8]
    var labelled: CodebookRecord
    var read: CodebookRecord
    var names: RecordNames
    /// The members that the record has. What lacks counts as nothing, but a reading of it is not shown as a difference.
    var labels: Set<String>

    private func note(_ difference: Difference, of label: String, _ m: inout Marked) {
        if labels.contains(label) { m.differences.append(difference) }
    }

    /// The strongest status of each name, and the names that are optional alone.
    private func strongest(_ skills: [CodebookRecord.Named]) -> (
        sure: [String: MentionStatus], optional: [String: MentionStatus]
    ) {
        var sure: [String: MentionStatus] = [:]
        var optional: [String: MentionStatus] = [:]
        for s in skills where !names.isClassWord(s.name) {
            let name = names.canonical(s.name)
            if s.isOptional {
                optional[name] = max(optional[name] ?? .negated, s.status)
            } else {
                sure[name] = max(sure[name] ?? .negated, s.status)
            }
        }
        return (sure, optional.filter { sure[$0.key] == nil })
    }

    func markSkills(_ m: inout Marked) {
        let (label, doubtful) = strongest(labelled.skills)
        var (given, ownDoubts) = strongest(read.skills)
        for name in ownDoubts.keys { given[name] = .context }
        func live(_ d: [String: MentionStatus]) -> Set<String> { Set(d.filter { $0.value > .negated }.keys) }
        func asked(_ d: [String: MentionStatus]) -> Set<String> { Set(d.filter { $0.value.isAsked }.keys) }
        let (liveLabel, liveRead) = (live(label), live(given))
        let extra = liveRead.subtracting(doubtful.keys)
        m.tallies["skills canonical"] = .names(liveLabel, extra)
        m.tallies["skills asked"] = .names(asked(label), asked(given).subtracting(doubtful.keys))
        let both = liveLabel.intersection(liveRead)
        m.tallies["status"] = .share(both.count { label[$0] == given[$0] }, of: both.count)
        m.tallies["asked vs context"] = .share(
            both.count { (label[$0] == .context) == (given[$0] == .context) }, of: both.count)
        let (spans, readSpans) = (spanned(labelled.skills), spanned(read.skills))
        m.tallies["spans overlap"] = Self.match(spans, readSpans, exactly: false)
        m.tallies["spans exact"] = Self.match(spans, readSpans, exactly: true)

        for name in liveLabel.union(extra).sorted() {
            let (a, b) = (liveLabel.contains(name) ? label[name] : nil, liveRead.contains(name) ? given[name] : nil)
            guard a != b else { continue }
            let mention = mention(of: name, in: a == nil ? read : labelled)
            let words = mention?.span.map { Excerpt.around($0, in: text) }
            note(Difference(what: mention?.name ?? name, labelled: a?.id, read: b?.id, words: words), of: "skills", &m)
        }
    }

    private func mention(of name: String, in record: CodebookRecord) -> CodebookRecord.Named? {
        record.skills.first { names.canonical($0.name) == name }
    }

    private func spanned(_ skills: [CodebookRecord.Named]) -> [(span: Range<Int>, isOptional: Bool)] {
        skills.compactMap { s in names.isClassWord(s.name) ? nil : s.span.map { ($0, s.isOptional) } }
    }

    /// One to one, the longest overlap first, of equals from the left. An optional mention neither counts itself nor
    /// what touches it. O(labelled × read).
    private static func match(
        _ labelled: [(span: Range<Int>, isOptional: Bool)], _ read: [(span: Range<Int>, isOptional: Bool)],
        exactly: Bool
    ) -> Tally {
        var pairs: [(overlap: Int, a: Int, b: Int)] = []
        var touchesOptional = Set<Int>()
        for (i, a) in labelled.enumerated() {
            for (j, b) in read.enumerated() {
                let overlap = min(a.span.upperBound, b.span.upperBound) - max(a.span.lowerBound, b.span.lowerBound)
                guard overlap > 0 else { continue }
                if a.isOptional { touchesOptional.insert(j) }
                if !exactly || a.span == b.span { pairs.append((overlap, i, j)) }
            }
        }
        pairs.sort { p, q in
            (-p.overlap, labelled[p.a].span.lowerBound, p.a, p.b) < (
                -q.overlap, labelled[q.a].span.lowerBound, q.a, q.b
            )
        }
        var matched = Set<Int>(), used = Set<Int>()
        for p in pairs where !matched.contains(p.a) && !used.contains(p.b) {
            matched.insert(p.a)
            used.insert(p.b)
        }
        let sure = Set(labelled.indices.filter { !labelled[$0].isOptional })
        return Tally(
            found: sure.intersection(matched).count,
            extra: read.indices.count { !used.contains($0) && !touchesOptional.contains($0) },
            missed: sure.subtracting(matched).count)
    }

    func markPractices(_ m: inout Marked) {
        var all = Tally()
        for p in Practice.allCases {
            let (a, b) = (labelled.practices[p], read.practices[p])
            let tally = Tally.names(a == nil ? [] : [p], b == nil ? [] : [p])
            m.tallies["practice \(p.id)"] = tally
            all += tally
            if let a, let b {
                m.tallies["evidence \(p.id)"] = .share(Excerpt.isSame(a ?? "", b ?? "", in: text))
            } else if let words = a ?? b {
                let (label, given) = (a == nil ? nil : "yes", b == nil ? nil : "yes")
                note(
                    Difference(what: "practice \(p.id)", labelled: label, read: given, words: words), of: "practices",
                    &m)
            }
        }
        m.tallies["practices all"] = all
    }

    func markRest(_ m: inout Marked) {
        let (a, b) = (labelled, read)
        /// A word that a label gives, and that a reading leaves unstated where it says nothing.
        func word(_ field: String, of member: String, _ label: String?, _ given: String?) {
            let isRight = label == given ?? "unstated"
            m.tallies[field] = .share(isRight)
            if !isRight { note(Difference(what: field, labelled: label, read: given), of: member, &m) }
        }
        func list(_ words: some Collection<String>) -> String? { words.isEmpty ? nil : words.joined(separator: ", ") }
        m.tallies["role primary"] = .share(a.families.first.map { $0 == b.families.first } ?? false)
        m.tallies["role set"] = .names(Set(a.families), Set(b.families))
        if Set(a.families) != Set(b.families) {
            note(Difference(what: "roles", labelled: list(a.families), read: list(b.families)), of: "roles", &m)
        }
        word("seniority", of: "seniority", a.seniority, b.seniority)
        word("remote mode", of: "remote", a.mode, b.mode)
        let (places, readPlaces) = (Set(a.places.map(names.place)), Set(b.places.map(names.place)))
        m.tallies["places"] = .names(places, readPlaces)
        if places != readPlaces {
            note(Difference(what: "places", labelled: list(a.places), read: list(b.places)), of: "remote", &m)
        }
        let isPay = a.pay.map { label in
            guard let given = b.pay else { return false }
            // A label without a currency leaves it open.
            return label.min == given.min && label.max == given.max && label.period == given.period
                && (label.currency == nil || label.currency == given.currency)
        }
        m.tallies["pay present"] = .names(a.pay == nil ? [] : [0], b.pay == nil ? [] : [0])
        if let isPay { m.tallies["pay exact, of paid"] = .share(isPay) }
        m.tallies["pay, of all"] = .share(isPay ?? (b.pay == nil))
        if !(isPay ?? (b.pay == nil)) {
            note(Difference(what: "pay", labelled: a.pay?.spoken, read: b.pay?.spoken), of: "pay", &m)
        }
        word("oncall", of: "oncall", a.onCall, b.onCall)
    }
}

extension CodebookRecord.Pay {
    /// "120000 to 150000 USD a year"
    fileprivate var spoken: String {
        func number(_ n: Double) -> String { n == n.rounded() && abs(n) < 1e15 ? String(Int(n)) : String(n) }
        let amounts =
            switch (min, max) {
            case let (low?, high?): low == high ? number(low) : "\(number(low)) to \(number(high))"
            case let (low?, nil): "from \(number(low))"
            case let (nil, high?): "up to \(number(high))"
            case (nil, nil): "no amount"
            }
        return [amounts, currency, period.map { "a \($0)" }].compactMap { $0 }.joined(separator: " ")
    }
}
