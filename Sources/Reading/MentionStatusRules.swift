import Base
import Taxonomy

/// Decides the status of the names of one sentence (codebook 1.4): what the sentence says of the name beats what the
/// heading says of the list; the nearest words win.
struct StatusJudge {
    private let reader: Reader
    private let scratch: Scratch
    private let sentence: Sentence
    private let view: SentenceView
    /// Clause and bracket of each token of the sentence.
    private var clause: [UInt16] = []
    private var bracket: [UInt16] = []
    private var cues: [(kind: Families.Kind, tokens: ClosedRange<Int>)] = []
    private var hasVerb = false

    /// Words between a refusal and the first name that it refuses.
    private static let reach = 4
    /// Words between a name and the praise after it.
    private static let afterReach = 14

    init(reader: Reader, scratch: Scratch, sentence: Sentence, view: SentenceView) {
        self.reader = reader
        self.scratch = scratch
        self.sentence = sentence
        self.view = view
        var c: UInt16 = 0
        var open: UInt16 = 0
        var groups: UInt16 = 0
        for k in sentence.tokens {
            let gap = scratch.tokens[k].before
            if !gap.isDisjoint(with: [.semicolon, .bar]) || (gap.contains(.dash) && k != sentence.tokens.lowerBound) {
                c += 1
            }
            if gap.contains(.closes) { open = 0 }
            if gap.contains(.opens) {
                groups += 1
                open = groups
            }
            clause.append(c)
            bracket.append(open)
        }
        var protected: [ClosedRange<Int>] = []
        for h in sentence.hits {
            let hit = scratch.hits[h]
            let kind = reader.families.kinds[Int(hit.family)]
            switch kind {
            case .notNegated: protected.append(hit.tokens)
            case .verb: hasVerb = true
            case .niceBefore, .niceAfter, .mustBefore, .mustAfter, .askedBefore, .askedAfter, .usedBefore, .usedAfter,
                .negatedBefore,
                .negatedAfter, .learnBefore, .learnAfter:
                cues.append((kind, hit.tokens))
            default: break
            }
        }
        if !protected.isEmpty {
            cues.removeAll { cue in
                (cue.kind == .negatedBefore || cue.kind == .negatedAfter)
                    && protected.contains { $0.overlaps(cue.tokens) }
            }
        }
    }

    private func clause(_ k: Int) -> UInt16 { clause[k - sentence.tokens.lowerBound] }
    private func bracket(_ k: Int) -> UInt16 { bracket[k - sentence.tokens.lowerBound] }

    func status(of index: Int, in group: [NamedToken]) -> MentionStatus {
        let n = group[index]
        var nice: Int?
        var must: Int?
        var refused = false
        var taught = false
        var asked: Int?
        var used: Int?
        var askedLater = false
        for cue in cues {
            let before = cue.tokens.upperBound < n.first
            let after = cue.tokens.lowerBound > n.last
            let overlapsName = !before && !after
            switch cue.kind {
            case .niceBefore where before && governs(cue.tokens, n):
                nice = nearer(nice, n.first - cue.tokens.upperBound)
            case .niceAfter where after && reachesBack(cue.tokens, index, group):
                nice = nearer(nice, cue.tokens.lowerBound - n.last)
            case .mustBefore where before && governs(cue.tokens, n):
                must = nearer(must, n.first - cue.tokens.upperBound)
            case .mustAfter where after && reachesBack(cue.tokens, index, group):
                must = nearer(must, cue.tokens.lowerBound - n.last)
            case .askedBefore where (before || overlapsName) && !(entersBracket(cue.tokens, n) && hasOwnCue(n)):
                asked = nearer(asked, n.first - min(cue.tokens.upperBound, n.first - 1))
            case .askedAfter where after: askedLater = true
            case .usedBefore where (before || overlapsName) && !leavesBracket(cue.tokens, n):
                used = nearer(used, n.first - min(cue.tokens.upperBound, n.first - 1))
            case .usedAfter where after && cue.tokens.lowerBound - n.last <= 3: used = nearer(used, 1)
            case .negatedBefore where before && refuses(cue.tokens, index, group): refused = true
            case .negatedAfter where after && isRefused(cue.tokens, index, group): refused = true
            case .learnBefore where before && n.first - cue.tokens.upperBound <= 6: taught = true
            case .learnAfter where after && isTaught(cue.tokens, n): taught = true
            default: break
            }
        }
        if refused || taught, nice == nil, !(must != nil && !refused) { return .negated }
        if let nice, must.map({ nice <= $0 }) ?? true { return .nice }
        if must != nil { return .required }
        return byPlace(asked: asked, used: used, askedLater: askedLater)
    }

    private func byPlace(asked: Int?, used: Int?, askedLater: Bool) -> MentionStatus {
        let isUsed = used.map { u in asked.map { u < $0 } ?? true } ?? false
        switch view.section {
        case .title, .header, .required, .location: return .required
        case .nice: return .nice
        case .stack: return view.subject == .person && asked != nil ? .required : .context
        case .about, .benefits, .legal, .process:
            return view.subject == .person && (asked != nil || askedLater) ? .required : .context
        case .duties:
            if askedLater { return .required }
            return view.subject == .company || isUsed || view.subject == .absent ? .context : .required
        case .none:
            if askedLater { return .required }
            switch view.subject {
            case .person: return isUsed ? .context : .required
            case .company, .gift: return .context
            case .absent: return .context
            case .neutral:
                if isUsed { return .context }
                if asked != nil { return .required }
                return hasVerb && view.kind != .item ? .context : .required
            }
        }
    }

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
        let hasOr = (n.last + 1..<cue.lowerBound).contains { reader.isConnector(scratch.tokens[$0], scratch) }
        let ruled = cues.contains { c in
            (c.kind == .askedBefore || c.kind == .mustBefore || c.kind == .usedBefore) && c.tokens.upperBound < n.first
                && c.tokens.lowerBound - sentence.tokens.lowerBound > 4
        }
        let verbRuled = cues.contains { c in
            c.kind == .askedBefore && c.tokens.upperBound < n.first && startsWithYou(c.tokens)
        }
        return isOneList && hasOr && !verbRuled || (isOneList && !ruled && !verbRuled && hasOr)
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
        for t in cue.upperBound + 1...first.first {
            let gap = scratch.tokens[t].before
            if !gap.isDisjoint(with: [.comma, .semicolon, .colon, .dash, .closes])
                || (gap.contains(.period) && gap.contains(.space))
            {
                return false
            }
        }
        // "no Java but Kotlin": the list ends where a word stands that joins nothing.
        guard index > k, group[index].first > group[k].last else { return true }
        return (group[k].last + 1..<group[index].first).allSatisfy { t in
            reader.isConnector(scratch.tokens[t], scratch) || scratch.tokens[t].isNumber
                || group[k...index].contains { $0.first <= t && t <= $0.last }
        }
    }

    /// "Java is not needed", "Rust (not a requirement)", "the old Jenkins box goes this year".
    private func isRefused(_ cue: ClosedRange<Int>, _ index: Int, _ group: [NamedToken]) -> Bool {
        let n = group[index]
        let inside = bracket(cue.lowerBound)
        if inside != 0, inside != bracket(n.last) {
            return cue.lowerBound - n.last <= 2 && (index + 1 == group.count || group[index + 1].first > cue.lowerBound)
        }
        var k = index
        while k + 1 < group.count, group[k + 1].isLinked, group[k + 1].last < cue.lowerBound { k += 1 }
        guard cue.lowerBound - group[k].last <= Self.reach + 1, clause(cue.lowerBound) == clause(n.last) else {
            return false
        }
        return !(group[k].last + 1...cue.lowerBound).contains {
            !scratch.tokens[$0].before.isDisjoint(with: [.semicolon, .colon, .comma, .dash])
        }
    }

    private func isTaught(_ cue: ClosedRange<Int>, _ n: NamedToken) -> Bool { cue.lowerBound - n.last <= 8 }
}
