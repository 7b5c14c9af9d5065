/// The clauses, brackets and labels of one sentence that holds names: who speaks of whom may change at a comma, and a
/// label may stand in the middle ("Nice to have: Rust; required: C++").
struct Clauses {
    private struct Place {
        var clause: UInt16 = 0
        var bracket: UInt16 = 0
        var part: UInt16 = 0
        var section: Section
    }
    private let first: Int
    private var places: [Place] = []
    /// Of whom each part speaks, where the sentence has more than one.
    private var subjects: [Subject?] = []
    private let view: SentenceView

    /// Longest label within a sentence, in words.
    private static let labelWords = 4

    init(reader: Reader, scratch: Scratch, sentence: Sentence, view: SentenceView) {
        first = sentence.tokens.lowerBound
        self.view = view
        let families = reader.families
        var place = Place(section: Self.ownSection(scratch, sentence, view))
        var groups: UInt16 = 0
        places.reserveCapacity(sentence.tokens.count)
        var starts: [(token: Int, subject: Subject)] = []
        for h in sentence.hits {
            let hit = scratch.hits[h]
            switch families.kinds[Int(hit.family)] {
            // "Chez nous vous créez": with us is not we.
            case .we
            where hit.tokens.lowerBound > first
                && Self.withWords.contains { reader.isToken(hit.tokens.lowerBound - 1, $0, scratch) }:
                break
            case .you: starts.append((hit.tokens.lowerBound, .person))
            case .we: starts.append((hit.tokens.lowerBound, .company))
            default: break
            }
        }
        starts.sort { $0.token < $1.token }
        var next = 0
        subjects = [nil]
        for k in sentence.tokens {
            let gap = scratch.tokens[k].before
            if !gap.isDisjoint(with: [.semicolon, .bar]) || (gap.contains(.dash) && k != first) {
                place.clause += 1
                place.part += 1
                subjects.append(nil)
            }
            if gap.contains(.closes) { place.bracket = 0 }
            if gap.contains(.opens) {
                groups += 1
                place.bracket = groups
            }
            if gap.contains(.colon), k != first, !(view.isLabelled && k == view.body.lowerBound),
                let section = Self.label(endingAt: k, reader, scratch, sentence)
            {
                place.section = section
            }
            // "…, and you have shipped": a pronoun after a comma or a word that joins begins a part of its own.
            while next < starts.count, starts[next].token < k { next += 1 }
            if next < starts.count, starts[next].token == k {
                let joins = k > first && reader.isConnector(scratch.tokens[k - 1], scratch)
                // "Vi ser att du behärskar": a word that opens a clause under another.
                let opens = k > first && Self.subordinators.contains { reader.isToken(k - 1, $0, scratch) }
                if k > first, gap.contains(.comma) || joins || opens, !gap.contains(.opens) {
                    place.part += 1
                    subjects.append(nil)
                }
                if subjects[Int(place.part)] == nil { subjects[Int(place.part)] = starts[next].subject }
            }
            places.append(place)
        }
        for h in sentence.hits {
            let hit = scratch.hits[h]
            switch families.kinds[Int(hit.family)] {
            case .gift: subjects[Int(places[hit.tokens.lowerBound - first].part)] = .gift
            case .absent: subjects[Int(places[hit.tokens.lowerBound - first].part)] = .absent
            default: break
            }
        }
    }

    private static let subordinators: [StaticString] = ["that", "att", "dass", "que", "dat"]

    private static let withWords: [StaticString] = [
        "with", "at", "chez", "bei", "hos", "bij", "con", "com", "to", "for",
    ]

    /// A part that speaks of the person begins between.
    func turnsToPerson(from: Int, to: Int) -> Bool {
        let (a, b) = (places[from - first].part, places[to - first].part)
        return a != b && subjects[Int(b)] == .person
    }

    func clause(_ k: Int) -> UInt16 { places[k - first].clause }
    func bracket(_ k: Int) -> UInt16 { places[k - first].bracket }
    func section(_ k: Int) -> Section { places[k - first].section }

    /// Of whom the part with this token speaks; the sentence's own subject where it has one part only.
    func subject(_ k: Int) -> Subject {
        guard subjects.count > 1 && subjects.contains(where: { $0 != nil }) || subjects[0] == .person else {
            return view.subject
        }
        let own = subjects[Int(places[k - first].part)]
        switch view.subject {
        case .person: return own == .gift || own == .absent ? .person : own ?? .neutral
        case .company: return own == .person ? .person : .company
        case .gift, .absent: return own ?? view.subject
        case .neutral: return own == .person ? .person : .neutral
        }
    }

    /// The section of the sentence; a label of its own that says nothing ends what the sentence before carried over.
    private static func ownSection(_ scratch: Scratch, _ s: Sentence, _ view: SentenceView) -> Section {
        guard !view.isLabelled, view.section == .nice, scratch.lines[s.line].section != .nice else {
            return view.section
        }
        let hasLabel = s.tokens.dropFirst().prefix(labelWords).contains { scratch.tokens[$0].before.contains(.colon) }
        return hasLabel ? scratch.lines[s.line].section : view.section
    }

    /// What the label before a colon announces; nil if it is none.
    private static func label(endingAt k: Int, _ reader: Reader, _ scratch: Scratch, _ s: Sentence) -> Section? {
        var from = k
        let ends: Gap = [.semicolon, .comma, .dash, .period, .closes, .opens, .bar]
        while from > s.tokens.lowerBound, k - from <= labelWords {
            from -= 1
            if !scratch.tokens[from].before.isDisjoint(with: ends) { break }
        }
        guard k - from <= labelWords else { return nil }
        var best: (count: Int, section: Section)?
        for h in s.hits {
            let hit = scratch.hits[h]
            guard hit.tokens.lowerBound >= from, hit.tokens.upperBound < k, hit.tokens.count > best?.count ?? 0,
                case .section(let section) = reader.families.kinds[Int(hit.family)]
            else { continue }
            switch section {
            case .required, .nice, .stack, .duties: best = (hit.tokens.count, section)
            default: break
            }
        }
        return best?.section
    }
}
