import Base
import Taxonomy

/// Decides the status of the names of one sentence (codebook 1.4): what the sentence says of the name beats what the
/// heading says of the list; the nearest words win.
struct StatusJudge {
    struct Cue {
        var kind: Families.Kind
        var tokens: ClosedRange<Int>
    }
    let reader: Reader
    let scratch: Scratch
    let sentence: Sentence
    private let view: SentenceView
    let clauses: Clauses
    var cues: [Cue] = []
    private var verbs: [Int] = []
    /// Where the first words of a gift stand.
    private var gift = Int.max
    private var hasWe = false
    /// "Not needed: PHP": the label refuses all that follows.
    private var isRefusedByLabel = false

    /// Words between a refusal and the first name that it refuses.
    static let reach = 4
    /// Words between a name and the praise after it.
    static let afterReach = 14

    init(reader: Reader, scratch: Scratch, sentence: Sentence, view: SentenceView, language: String) {
        self.reader = reader
        self.scratch = scratch
        self.sentence = sentence
        self.view = view
        clauses = Clauses(reader: reader, scratch: scratch, sentence: sentence, view: view)
        var protected: [(isNice: Bool, tokens: ClosedRange<Int>)] = []
        for h in sentence.hits {
            let hit = scratch.hits[h]
            let kind = reader.families.kinds[Int(hit.family)]
            // What a label says has become the section.
            if view.isLabelled, hit.tokens.upperBound < view.body.lowerBound {
                if kind == .notNegated { protected.append((false, hit.tokens)) }
                if kind == .negatedBefore || kind == .negatedAfter, hit.tokens.count > 1 { isRefusedByLabel = true }
                continue
            }
            switch kind {
            case .notNegated: protected.append((false, hit.tokens))
            case .notNice: protected.append((true, hit.tokens))
            case .verb: verbs.append(hit.tokens.lowerBound)
            case .gift: gift = min(gift, hit.tokens.lowerBound)
            case .we: hasWe = true
            case .negatedBefore, .negatedAfter:
                if reader.speaks(hit, language) { cues.append(Cue(kind: kind, tokens: hit.tokens)) }
            case .niceBefore, .niceAfter, .mustBefore, .mustAfter, .askedBefore, .askedAfter, .soughtBefore,
                .usedBefore, .usedAfter, .learnBefore, .learnAfter:
                cues.append(Cue(kind: kind, tokens: hit.tokens))
            default: break
            }
        }
        if !protected.isEmpty { isRefusedByLabel = false }
        guard cues.count > 1 || !protected.isEmpty else { return }
        // The longest reading of a stretch holds: "not required but" is no "required".
        let all = cues
        cues.removeAll { cue in
            protected.contains {
                $0.isNice == cue.isNice && (cue.isNice || cue.isRefusal) && $0.tokens.overlaps(cue.tokens)
            }
                || all.contains {
                    $0.tokens.count > cue.tokens.count && $0.tokens.lowerBound <= cue.tokens.lowerBound
                        && $0.tokens.upperBound >= cue.tokens.upperBound && $0.decides && cue.decides
                        && ($0.kind == cue.kind || $0.meaning != cue.meaning)
                }
        }
    }

    func status(of index: Int, in group: [NamedToken]) -> MentionStatus { verdict(of: index, in: group).status }

    /// The status, and whether words say it or only the place of the name.
    func verdict(of index: Int, in group: [NamedToken]) -> (status: MentionStatus, isSaid: Bool) {
        let n = group[index]
        var nice: Int?
        var must: Int?
        var refused = false
        var taught = false
        var asked: Int?
        var sought: Int?
        var used: Int?
        var askedLater = false
        var isStated = false
        if isRefusedByLabel, n.first >= view.body.lowerBound { return (.negated, true) }
        for cue in cues {
            let before = cue.tokens.upperBound < n.first
            let after = cue.tokens.lowerBound > n.last
            let overlapsName = !before && !after
            switch cue.kind {
            case .niceBefore
            where before && governs(cue.tokens, n) && (opensPart(cue.tokens) || !endsAtComma(cue.tokens)):
                nice = nearer(nice, n.first - cue.tokens.upperBound)
            case .niceAfter where after && reachesBack(cue.tokens, index, group):
                nice = nearer(nice, cue.tokens.lowerBound - n.last)
            case .mustBefore where before && governs(cue.tokens, n) && !endsAtComma(cue.tokens):
                must = nearer(must, n.first - cue.tokens.upperBound)
            case .mustAfter where after && reachesBack(cue.tokens, index, group):
                must = nearer(must, cue.tokens.lowerBound - n.last)
            case .askedBefore where (before || overlapsName) && !(entersBracket(cue.tokens, n) && hasOwnCue(n)):
                asked = nearer(asked, n.first - min(cue.tokens.upperBound, n.first - 1))
            case .soughtBefore where before && governs(cue.tokens, n):
                sought = nearer(sought, n.first - cue.tokens.upperBound)
            case .askedAfter where after && !hasNameSoonAfter(cue.tokens, group): askedLater = true
            case .usedBefore
            where (before || overlapsName) && !leavesBracket(cue.tokens, n) && !isBare(cue.tokens, n)
                && !isWorkedOn(cue.tokens) && !clauses.turnsToPerson(from: cue.tokens.lowerBound, to: n.first):
                if verbs.contains(cue.tokens.lowerBound - 1) { isStated = true }
                used = nearer(used, n.first - min(cue.tokens.upperBound, n.first - 1))
            case .usedAfter where after && cue.tokens.lowerBound - n.last <= 3: used = nearer(used, 1)
            case .negatedBefore where before && refuses(cue.tokens, index, group): refused = true
            case .negatedBefore where cue.tokens.lowerBound < n.first && cue.tokens.upperBound > n.last: refused = true
            case .negatedAfter where after && isRefused(cue.tokens, index, group): refused = true
            case .learnBefore
            where (before || overlapsName) && n.first - cue.tokens.upperBound <= 6
                && !(isLearnAfter(cue.tokens, group) && hasComma(min(cue.tokens.upperBound + 1, n.first)...n.first)):
                taught = true
            case .learnAfter where after && isTaught(cue.tokens, n, group): taught = true
            default: break
            }
        }
        if refused || taught, nice == nil, !(must != nil && !refused) { return (.negated, true) }
        if let nice, must.map({ nice <= $0 }) ?? true { return (.nice, true) }
        if must != nil { return (.required, true) }
        // "some Go": a name is no verb.
        let hasVerb = verbs.contains { verb in
            clause(verb) == clause(n.first) && !group.contains { $0.first <= verb && verb <= $0.last }
        }
        let status = byPlace(
            n, asked: isStated && asked == used ? nil : asked, sought: sought, used: used, askedLater: askedLater,
            isStatement: hasVerb)
        let isWeak =
            view.kind == .paragraph && clauses.section(n.first) == .none && clauses.subject(n.first) == .neutral
        return (status, asked != nil || sought != nil || askedLater || !isWeak)
    }

    /// What the sentence says of names that it mentions without naming them: "know both". nil where it says nothing.
    func statusAtPronoun(_ pronoun: NamedToken) -> MentionStatus? {
        let speaks = cues.contains { cue in
            switch cue.kind {
            case .usedBefore, .usedAfter: false
            default: clauses.clause(cue.tokens.lowerBound) == clauses.clause(pronoun.first)
            }
        }
        guard speaks || view.hasAsk else { return nil }
        let status = status(of: 0, in: [pronoun])
        return status == .context ? nil : status
    }

    private func byPlace(
        _ n: NamedToken, asked: Int?, sought: Int?, used: Int?, askedLater: Bool, isStatement: Bool
    ) -> MentionStatus {
        var isUsed = used.map { u in asked.map { u < $0 } ?? true } ?? false
        // "- Experience with services that run on Kubernetes"
        if isUsed, view.kind == .item, opensWithDemand { isUsed = false }
        var subject = clauses.subject(n.first)
        // "AWS for three years, and you can tell …": what comes after the name gives nothing.
        if subject == .gift, gift != .max, gift > n.last { subject = .neutral }
        switch clauses.section(n.first) {
        case .title, .header, .required, .location: return .required
        case .nice: return .nice
        case .stack, .about:
            if let sought, sought <= used ?? .max { return .required }
            if view.addresses, opensWithDemand, !isUsed { return .required }
            return subject == .person && (asked != nil || askedLater) ? .required : .context
        case .benefits, .legal, .process:
            return subject == .person && (asked != nil || askedLater) ? .required : .context
        case .duties:
            if askedLater { return .required }
            return subject == .company || isUsed || subject == .absent ? .context : .required
        case .none:
            if askedLater || sought.map({ s in used.map { s <= $0 } ?? true }) ?? false { return .required }
            switch subject {
            case .person: return isUsed ? .context : .required
            case .company, .gift, .absent: return .context
            case .neutral:
                if isUsed { return .context }
                if asked != nil { return .required }
                return isStatement && view.kind != .item ? .context : .required
            }
        }
    }

    /// "C++, built with CMake", "moving 300 repositories from GitLab to GitHub": where the sentence tells of no firm and
    /// states nothing, it is the work that is described.
    private func isBare(_ cue: ClosedRange<Int>, _ n: NamedToken) -> Bool {
        guard !hasWe, view.section == .none,
            clauses.subject(n.first) == .person || clauses.subject(n.first) == .neutral,
            Self.participles.contains(where: { reader.isToken(cue.lowerBound, $0, scratch) })
        else { return false }
        return !verbs.contains { $0 < cue.lowerBound && clause($0) == clause(cue.lowerBound) }
    }
    /// "You extend our Django monolith": what the person works on.
    private func isWorkedOn(_ cue: ClosedRange<Int>) -> Bool {
        [
            "our", "unser", "unsere", "unseren", "notre", "nos", "nuestro", "nuestra", "vår", "vårt", "onze", "nossa",
            "nosso",
        ]
        .contains { reader.isToken(cue.lowerBound, $0, scratch) }
            && cues.contains {
                $0.kind == .askedBefore && cue.lowerBound - $0.tokens.upperBound <= 1
                    && $0.tokens.upperBound < cue.lowerBound
            }
    }

    /// "Docker leer je bij ons, Linux ken je al": the words have the name before them.
    private func isLearnAfter(_ cue: ClosedRange<Int>, _ group: [NamedToken]) -> Bool {
        group.contains { $0.last < cue.lowerBound && cue.lowerBound - $0.last <= 2 }
    }
    private static let participles: [StaticString] = [
        "built", "written", "documented", "developed", "implemented", "moving", "migrating", "move", "migrate",
        "porting",
        "port", "switching", "integrating", "integrate", "connecting",
    ]

    /// "Kafka is a must, Rust …": the words belong to what stands before them.
    private func endsAtComma(_ cue: ClosedRange<Int>) -> Bool {
        cue.upperBound + 1 < sentence.tokens.upperBound && scratch.tokens[cue.upperBound + 1].before.contains(.comma)
    }

    private func opensPart(_ cue: ClosedRange<Int>) -> Bool {
        cue.lowerBound <= sentence.tokens.lowerBound + 1
            || !scratch.tokens[cue.lowerBound].before.isDisjoint(with: [.comma, .semicolon, .colon, .dash, .opens])
    }

    private var opensWithDemand: Bool {
        cues.contains { $0.kind == .askedBefore && $0.tokens.lowerBound <= sentence.tokens.lowerBound + 2 }
    }

    /// "…, and you have shipped at least one Phoenix app": the words belong to the name that follows them.
    func hasNameSoonAfter(_ cue: ClosedRange<Int>, _ group: [NamedToken]) -> Bool {
        group.contains { n in
            n.first > cue.upperBound && n.first - cue.upperBound <= Self.reach + 1
                && (cue.upperBound + 1...n.first).allSatisfy {
                    scratch.tokens[$0].before.isDisjoint(with: [.colon, .semicolon, .dash])
                }
        }
    }

    func clause(_ k: Int) -> UInt16 { clauses.clause(k) }
    func bracket(_ k: Int) -> UInt16 { clauses.bracket(k) }

    func nearer(_ a: Int?, _ b: Int) -> Int { a.map { min($0, b) } ?? b }

    /// Words before a name govern it to the end of their clause; words in brackets govern the bracket only.
    func governs(_ cue: ClosedRange<Int>, _ n: NamedToken) -> Bool {
        clause(cue.upperBound) == clause(n.first) && !leavesBracket(cue, n) && !(entersBracket(cue, n) && hasOwnCue(n))
    }

    func entersBracket(_ cue: ClosedRange<Int>, _ n: NamedToken) -> Bool {
        bracket(cue.lowerBound) != bracket(n.first)
    }

    /// "(our backend is primarily Python)": the bracket says for itself what its names are.
    func hasOwnCue(_ n: NamedToken) -> Bool {
        let own = bracket(n.first)
        return own != 0
            && cues.contains { c in
                c.tokens.upperBound < n.first && bracket(c.tokens.lowerBound) == own
                    && (c.kind == .usedBefore || c.kind == .niceBefore || c.kind == .mustBefore
                        || c.kind == .askedBefore)
            }
    }

    func leavesBracket(_ cue: ClosedRange<Int>, _ n: NamedToken) -> Bool {
        bracket(cue.lowerBound) != 0 && bracket(cue.lowerBound) != bracket(n.first)
    }
}

extension StatusJudge.Cue {
    /// What it says, whether of the names before or after it.
    var meaning: Families.Kind {
        switch kind {
        case .niceAfter: .niceBefore
        case .mustAfter: .mustBefore
        case .negatedAfter: .negatedBefore
        case .learnAfter: .learnBefore
        default: kind
        }
    }
    var isNice: Bool { kind == .niceBefore || kind == .niceAfter }
    var isRefusal: Bool { kind == .negatedBefore || kind == .negatedAfter }
    /// It gives a status by itself and for sure; the others only when nothing else speaks.
    var decides: Bool {
        switch kind {
        case .niceBefore, .niceAfter, .mustBefore, .mustAfter, .negatedBefore, .negatedAfter, .learnBefore, .learnAfter:
            true
        default: false
        }
    }
}
