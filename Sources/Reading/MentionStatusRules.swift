import Base
import Taxonomy

/// Decides the status of the names of one sentence (codebook 1.4): what the sentence says of the name beats what the
/// heading says of the list; the nearest words win.
struct StatusJudge {
    fileprivate struct Cue {
        var kind: Families.Kind
        var tokens: ClosedRange<Int>
    }
    private let reader: Reader
    private let scratch: Scratch
    private let sentence: Sentence
    private let view: SentenceView
    private let clauses: Clauses
    private var cues: [Cue] = []
    private var verbs: [Int] = []
    /// Where the first words of a gift stand.
    private var gift = Int.max
    private var hasWe = false
    /// "Not needed: PHP": the label refuses all that follows.
    private var isRefusedByLabel = false

    /// Words between a refusal and the first name that it refuses.
    private static let reach = 4
    /// Words between a name and the praise after it.
    private static let afterReach = 14

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
            case .usedBefore             where (before || overlapsName) && !leavesBracket(cue.tokens, n) && !isBare(cue.tokens, n)
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
        let isWeak = view.kind == .paragraph && clauses.section(n.first) == .none && clauses.subject(n.first) == .neutral
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
        guard !hasWe, view.section == .none, clauses.subject(n.first) == .person || clauses.subject(n.first) == .neutral,
            Self.participles.contains(where: { reader.isToken(cue.lowerBound, $0, scratch) })
        else { return false }
        return !verbs.contains { $0 < cue.lowerBound && clause($0) == clause(cue.lowerBound) }
    }
    /// "You extend our Django monolith": what the person works on.
    private func isWorkedOn(_ cue: ClosedRange<Int>) -> Bool {
        ["our", "unser", "unsere", "unseren", "notre", "nos", "nuestro", "nuestra", "vår", "vårt", "onze", "nossa", "nosso"]
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
        "built", "written", "documented", "developed", "implemented", "moving", "migrating", "move", "migrate", "porting",
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
    private func hasNameSoonAfter(_ cue: ClosedRange<Int>, _ group: [NamedToken]) -> Bool {
        group.contains { n in
            n.first > cue.upperBound && n.first - cue.upperBound <= Self.reach + 1
                && (cue.upperBound + 1...n.first).allSatisfy {
                    scratch.tokens[$0].before.isDisjoint(with: [.colon, .semicolon, .dash])
                }
        }
    }

    private func clause(_ k: Int) -> UInt16 { clauses.clause(k) }
    private func bracket(_ k: Int) -> UInt16 { clauses.bracket(k) }

    private func nearer(_ a: Int?, _ b: Int) -> Int { a.map { min($0, b) } ?? b }

    /// Words before a name govern it to the end of their clause; words in brackets govern the bracket only.
    private func governs(_ cue: ClosedRange<Int>, _ n: NamedToken) -> Bool {
        clause(cue.upperBound) == clause(n.first) && !leavesBracket(cue, n) && !(entersBracket(cue, n) && hasOwnCue(n))
    }

    private func entersBracket(_ cue: ClosedRange<Int>, _ n: NamedToken) -> Bool {
        bracket(cue.lowerBound) != bracket(n.first)
    }

    /// "(our backend is primarily Python)": the bracket says for itself what its names are.
    private func hasOwnCue(_ n: NamedToken) -> Bool {
        let own = bracket(n.first)
        return own != 0
            && cues.contains { c in
                c.tokens.upperBound < n.first && bracket(c.tokens.lowerBound) == own
                    && (c.kind == .usedBefore || c.kind == .niceBefore || c.kind == .mustBefore
                        || c.kind == .askedBefore)
            }
    }

    private func leavesBracket(_ cue: ClosedRange<Int>, _ n: NamedToken) -> Bool {
        bracket(cue.lowerBound) != 0 && bracket(cue.lowerBound) != bracket(n.first)
    }

    /// Words after names ("a plus", "required") reach back over their list: to the clause's beginning, to another such
    /// word, or to the last comma where an earlier "you know …" has taken what stands before it.
    private func reachesBack(_ cue: ClosedRange<Int>, _ index: Int, _ group: [NamedToken]) -> Bool {
        let n = group[index]
        guard clause(cue.lowerBound) == clause(n.last), cue.lowerBound - n.last <= Self.afterReach * 3 else {
            return false
        }
        let inside = bracket(cue.lowerBound)
        if isTakenBefore(cue, index, group) { return false }
        // "(Redis, GraphQL) a bonus": the bracket as one.
        if inside == 0, bracket(n.last) != 0, let end = group.last(where: { $0.last < cue.lowerBound }),
            bracket(end.first) == bracket(n.last), cue.lowerBound - end.last <= 3
        {
            return true
        }
        // "one of (Travis CI, Buildkite), and Spinnaker preferred"
        if inside == 0, bracket(n.last) != 0,
            group.contains(where: { $0.first > n.last && $0.last < cue.lowerBound && bracket($0.first) == 0 })
        {
            return false
        }
        if inside != 0, inside != bracket(n.last) {
            // "Kafka (a plus)": the name just before the bracket, and no name inside it.
            let isLast = index + 1 == group.count || group[index + 1].first > cue.lowerBound
            let opensHere = cue.lowerBound - n.last <= 2
            return isLast && opensHere && !group.contains { bracket($0.first) == inside }
        }
        // Another word of the kind between: that one has the name.
        for other in cues where other.tokens.lowerBound > n.last && other.tokens.upperBound < cue.lowerBound {
            if other.kind == .niceAfter || other.kind == .mustAfter,
                hasComma(other.tokens.upperBound + 1...cue.lowerBound)
            {
                return false
            }
        }
        guard hasComma(n.last + 1...cue.lowerBound) else { return true }
        // A comma stands between. It splits if a name follows it and the part before it has its own cue.
        var comma = cue.lowerBound
        while comma > n.last, !scratch.tokens[comma].before.contains(.comma) { comma -= 1 }
        let laterNames = group.contains { $0.first >= comma && $0.last < cue.lowerBound }
        guard laterNames else { return isAppendix(comma, cue) }
        let isOneList = group[index...].dropFirst().filter { $0.first <= cue.lowerBound }.allSatisfy(\.isLinked)
        // The word that joins stands before the last name: "A, B or C welcome", not "A and B, a C past welcome".
        let last = group.last { $0.last < cue.lowerBound } ?? n
        let hasOr = (max(n.last + 1, comma)..<max(comma + 1, last.first)).contains {
            reader.isConnector(scratch.tokens[$0], scratch)
        }
        let ruled = cues.contains { c in
            (c.kind == .askedBefore || c.kind == .mustBefore || c.kind == .usedBefore) && c.tokens.upperBound < n.first
                && c.tokens.lowerBound - sentence.tokens.lowerBound > 4
        }
        let verbRuled = cues.contains { c in
            c.kind == .askedBefore && c.tokens.upperBound < n.first && startsWithYou(c.tokens)
        }
        return isOneList && hasOr && !verbRuled || (isOneList && !ruled && !verbRuled && hasOr)
    }

    /// "Kubernetes required, Istio a plus, Linkerd not needed": words after a name take what stands before them, so later
    /// words reach back to the next name only.
    private func isTakenBefore(_ cue: ClosedRange<Int>, _ index: Int, _ group: [NamedToken]) -> Bool {
        let n = group[index]
        if belongsToNext(cue, group) { return true }
        return cues.contains { other in
            guard other.tokens.lowerBound > n.last, other.tokens.upperBound < cue.lowerBound else { return false }
            switch other.kind {
            case .niceAfter, .mustAfter, .negatedAfter:
                return group.contains { $0.first > other.tokens.upperBound && $0.last < cue.lowerBound }
            default: return false
            }
        }
    }

    /// "We ask Python, value Go and need no Java": words that open a part and stand right before a name speak for that one.
    private func belongsToNext(_ cue: ClosedRange<Int>, _ group: [NamedToken]) -> Bool {
        guard cue.lowerBound > sentence.tokens.lowerBound,
            scratch.tokens[cue.lowerBound].before.contains(.comma)
                || reader.isConnector(scratch.tokens[cue.lowerBound - 1], scratch),
            let next = group.first(where: { $0.first > cue.upperBound }), next.first - cue.upperBound <= 3,
            !hasComma(cue.upperBound + 1...next.first)
        else { return false }
        return cues.contains {
            $0.tokens.overlaps(cue)
                && ($0.kind == .niceBefore || $0.kind == .mustBefore || $0.kind == .negatedBefore || $0.kind == .learnBefore)
        }
    }

    /// "…, which is a plus": nothing but small words between the comma and the cue.
    private func isAppendix(_ comma: Int, _ cue: ClosedRange<Int>) -> Bool {
        cue.lowerBound - comma <= 3
            || (reader.isConnector(scratch.tokens[comma], scratch) && cue.lowerBound - comma <= 7)
    }

    private func startsWithYou(_ cue: ClosedRange<Int>) -> Bool {
        sentence.hits.contains { h in
            reader.families.kinds[Int(scratch.hits[h].family)] == .you
                && scratch.hits[h].tokens.lowerBound <= cue.lowerBound
                && scratch.hits[h].tokens.lowerBound >= cue.lowerBound - 2
        }
    }

    private func hasComma(_ range: ClosedRange<Int>) -> Bool {
        range.contains { scratch.tokens[$0].before.contains(.comma) }
    }

    /// "no PHP, Perl or Java": the first name within reach without a comma, and its list.
    private func refuses(_ cue: ClosedRange<Int>, _ index: Int, _ group: [NamedToken]) -> Bool {
        var k = index
        guard !leavesBracket(cue, group[index]) else { return false }
        while k > 0, group[k].isLinked, group[k - 1].first > cue.upperBound { k -= 1 }
        let first = group[k]
        guard first.first > cue.upperBound, first.first - cue.upperBound <= Self.reach + 1 else { return false }
        // "You finish the move from webpack to Vite": a move that the person makes asks for both.
        if clauses.subject(first.first) == .person,
            ["move", "moving", "migrate", "moves"].contains(where: { reader.isToken(cue.lowerBound, $0, scratch) })
        {
            return false
        }
        // "left Heroku behind and run on AWS": it has its name within.
        if group.contains(where: { cue.contains($0.first) }) { return false }
        // "replaced by Kotlin"
        if ["by", "with", "durch", "par", "por", "av", "door"].contains(where: {
            reader.isToken(cue.upperBound + 1, $0, scratch)
        }) {
            return false
        }
        // "replaced Java by Kotlin": the first name alone.
        if k > 0, group[k - 1].first > cue.upperBound { return false }
        let from = cue.upperBound + 1
        // "Won't: Angular", "Not needed: PHP": a label.
        let isLabel = cue.lowerBound == sentence.tokens.lowerBound && scratch.tokens[from].before.contains(.colon)
        for t in (isLabel ? from + 1 : from)..<max(first.first + 1, isLabel ? from + 1 : from) {
            let gap = scratch.tokens[t].before
            if !gap.isDisjoint(with: [.comma, .semicolon, .colon, .dash, .closes])
                || (gap.contains(.period) && gap.contains(.space))
            {
                return false
            }
        }
        // "no Java but Kotlin": the list ends where a word stands that joins nothing.
        guard index > k, group[index].first > group[k].last else { return true }
        // "You need no Ansible, Puppet will do": a clause of its own.
        if opensClause(group[index]) { return false }
        return (group[k].last + 1..<group[index].first).allSatisfy { t in
            reader.isConnector(scratch.tokens[t], scratch) || scratch.tokens[t].isNumber
                || group[k...index].contains { $0.first <= t && t <= $0.last }
        }
    }

    private func opensClause(_ n: NamedToken) -> Bool {
        scratch.tokens[n.first].before.contains(.comma)
            && sentence.hits.contains { h in
                let hit = scratch.hits[h]
                guard hit.tokens.lowerBound == n.last + 1 else { return false }
                switch reader.families.kinds[Int(hit.family)] {
                case .verb, .mustAfter, .niceAfter, .askedAfter, .learnAfter: return true
                default: return false
                }
            }
    }

    /// "Java is not needed", "Rust (not a requirement)", "the old Jenkins box goes this year".
    private func isRefused(_ cue: ClosedRange<Int>, _ index: Int, _ group: [NamedToken]) -> Bool {
        let n = group[index]
        let inside = bracket(cue.lowerBound)
        if isTakenBefore(cue, index, group) { return false }
        if inside != 0, inside != bracket(n.last) {
            return cue.lowerBound - n.last <= 2 && (index + 1 == group.count || group[index + 1].first > cue.lowerBound)
        }
        var k = index
        while k + 1 < group.count, group[k + 1].isLinked, group[k + 1].last < cue.lowerBound { k += 1 }
        guard cue.lowerBound - group[k].last <= Self.reach + 1, clause(cue.lowerBound) == clause(n.last) else {
            return false
        }
        // "Perl, which we left behind": a comma may stand before a whole clause.
        let isRelative = cue.count >= 3 && group[k].last + 1 == cue.lowerBound
        return isRelative
            || !(group[k].last + 1...cue.lowerBound).contains {
                !scratch.tokens[$0].before.isDisjoint(with: [.semicolon, .comma, .dash])
            }
    }

    private func isTaught(_ cue: ClosedRange<Int>, _ n: NamedToken, _ group: [NamedToken]) -> Bool {
        guard cue.lowerBound - n.last <= 8, clause(cue.lowerBound) == clause(n.last) else { return false }
        // "Vue.js kennst du gut, React lernst du hier"
        guard hasComma(n.last + 1...cue.lowerBound) else { return true }
        guard let later = group.last(where: { $0.first > n.last && $0.last < cue.lowerBound }) else { return true }
        return (n.last + 1..<later.first).allSatisfy { k in
            reader.isConnector(scratch.tokens[k], scratch) || group.contains { $0.first <= k && k <= $0.last }
        }
    }
}

extension StatusJudge.Cue {
    /// What it says, whether of the names before or after it.
    fileprivate var meaning: Families.Kind {
        switch kind {
        case .niceAfter: .niceBefore
        case .mustAfter: .mustBefore
        case .negatedAfter: .negatedBefore
        case .learnAfter: .learnBefore
        default: kind
        }
    }
    fileprivate var isNice: Bool { kind == .niceBefore || kind == .niceAfter }
    fileprivate var isRefusal: Bool { kind == .negatedBefore || kind == .negatedAfter }
    /// It gives a status by itself and for sure; the others only when nothing else speaks.
    fileprivate var decides: Bool {
        switch kind {
        case .niceBefore, .niceAfter, .mustBefore, .mustAfter, .negatedBefore, .negatedAfter, .learnBefore, .learnAfter:
            true
        default: false
        }
    }
}
