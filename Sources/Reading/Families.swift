import Taxonomy

/// The families of the phrase book by their meaning, looked up once.
struct Families: Sendable {
    enum Kind: Sendable, Equatable {
        case section(Section), practice(Practice), title(Practice), notPractice(Practice), notTitle
        case you, thou, we, will, ask, gift, absent, verb
        case niceBefore, niceAfter, mustBefore, mustAfter, askedBefore, askedAfter, usedBefore, usedAfter,
            negatedBefore, negatedAfter
        case notNegated, notNice, soughtBefore, learnBefore, learnAfter, orgBefore, orgAfter, orgNoun, place, channel,
            sureBefore, sureAfter
        case former, latter, both, that, orgCalled, orgClause, firm, firmAfter
        case instruction, personTitle, personStrong, personWeak
        case none
    }
    let kinds: [Kind]
    /// Notes of the practice lines.
    let weNote: UInt8?
    /// Counts only where the sentence addresses the person.
    let youNote: UInt8?
    let englishNote: UInt8?
    /// Counts in a posting whatever the model thinks.
    let plainNote: UInt8?
    /// Counts only in a text that is not English.
    let abroadNote: UInt8?

    /// The language of each note that names one.
    let languages: [String]

    init(_ book: PhraseBook) {
        languages = book.notes
        kinds = book.families.map(Self.kind)
        weNote = book.notes.firstIndex(of: "we").map { UInt8($0) }
        abroadNote = book.notes.firstIndex(of: "abroad").map { UInt8($0) }
        englishNote = book.notes.firstIndex(of: "en").map { UInt8($0) }
        plainNote = book.notes.firstIndex(of: "plain").map { UInt8($0) }
        youNote = book.notes.firstIndex(of: "you").map { UInt8($0) }
    }

    private static func kind(_ name: String) -> Kind {
        if let plain = plain[name] { return plain }
        if let p = Practice(id: name) { return .practice(p) }
        let parts = name.split(separator: ":")
        guard parts.count == 2 else { return .none }
        switch parts[0] {
        case "section": return sections[String(parts[1])].map { .section($0) } ?? .none
        case "title": return Practice(id: parts[1]).map { .title($0) } ?? .none
        case "not": return Practice(id: parts[1]).map { .notPractice($0) } ?? (parts[1] == "title" ? .notTitle : .none)
        default: return .none
        }
    }

    private static let sections: [String: Section] = [
        "required": .required, "nice": .nice, "duties": .duties, "about": .about, "benefits": .benefits,
        "stack": .stack,
        "legal": .legal, "process": .process,
    ]
    private static let plain: [String: Kind] = [
        "subject:you": .you, "subject:we": .we, "subject:thou": .thou, "subject:will": .will, "subject:ask": .ask,
        "subject:gift": .gift,
        "subject:absent": .absent, "subject:verb": .verb, "req.after": .askedAfter, "nice.before": .niceBefore,
        "nice.after": .niceAfter, "must.before": .mustBefore,
        "must.after": .mustAfter, "req.before": .askedBefore, "ctx.before": .usedBefore, "ctx.after": .usedAfter,
        "neg.before": .negatedBefore, "neg.after": .negatedAfter, "notneg": .notNegated, "learn.before": .learnBefore,
        "learn.after": .learnAfter, "org.before": .orgBefore, "org.after": .orgAfter, "channel": .channel,
        "instruction": .instruction, "person:title": .personTitle, "person:strong": .personStrong,
        "person:weak": .personWeak,
        "sure.before": .sureBefore, "notnice": .notNice, "seek.before": .soughtBefore, "org.noun": .orgNoun,
        "place.before": .place, "refer:former": .former, "refer:latter": .latter, "refer:both": .both,
        "refer:it": .that, "org.called": .orgCalled, "org.clause": .orgClause, "firm": .firm, "firm.after": .firmAfter,
        "sure.after": .sureAfter,
    ]
}
