import Base
import Taxonomy

/// How far words reach that stand before or after names.
extension StatusJudge {
    /// Words after names ("a plus", "required") reach back over their list: to the clause's beginning, to another such
    /// word, or to the last comma where an earlier "you know …" has taken what stands before it.
    func reachesBack(_ cue: ClosedRange<Int>, _ index: Int, _ group: [NamedToken]) -> Bool {
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
    func isTakenBefore(_ cue: ClosedRange<Int>, _ index: Int, _ group: [NamedToken]) -> Bool {
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
    func belongsToNext(_ cue: ClosedRange<Int>, _ group: [NamedToken]) -> Bool {
        guard cue.lowerBound > sentence.tokens.lowerBound,
            scratch.tokens[cue.lowerBound].before.contains(.comma)
                || reader.isConnector(scratch.tokens[cue.lowerBound - 1], scratch),
            let next = group.first(where: { $0.first > cue.upperBound }), next.first - cue.upperBound <= 3,
            !hasComma(cue.upperBound + 1...next.first)
        else { return false }
        return cues.contains {
            $0.tokens.overlaps(cue)
                && ($0.kind == .niceBefore || $0.kind == .mustBefore || $0.kind == .negatedBefore
                    || $0.kind == .learnBefore)
        }
    }

    /// "…, which is a plus": nothing but small words between the comma and the cue.
    func isAppendix(_ comma: Int, _ cue: ClosedRange<Int>) -> Bool {
        cue.lowerBound - comma <= 3
            || (reader.isConnector(scratch.tokens[comma], scratch) && cue.lowerBound - comma <= 7)
    }

    func startsWithYou(_ cue: ClosedRange<Int>) -> Bool {
        sentence.hits.contains { h in
            reader.families.kinds[Int(scratch.hits[h].family)] == .you
                && scratch.hits[h].tokens.lowerBound <= cue.lowerBound
                && scratch.hits[h].tokens.lowerBound >= cue.lowerBound - 2
        }
    }

    func hasComma(_ range: ClosedRange<Int>) -> Bool {
        range.contains { scratch.tokens[$0].before.contains(.comma) }
    }

    /// "no PHP, Perl or Java": the first name within reach without a comma, and its list.
    func refuses(_ cue: ClosedRange<Int>, _ index: Int, _ group: [NamedToken]) -> Bool {
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

    func opensClause(_ n: NamedToken) -> Bool {
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
    func isRefused(_ cue: ClosedRange<Int>, _ index: Int, _ group: [NamedToken]) -> Bool {
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

    func isTaught(_ cue: ClosedRange<Int>, _ n: NamedToken, _ group: [NamedToken]) -> Bool {
        guard cue.lowerBound - n.last <= 8, clause(cue.lowerBound) == clause(n.last) else { return false }
        // "Vue.js kennst du gut, React lernst du hier"
        guard hasComma(n.last + 1...cue.lowerBound) else { return true }
        guard let later = group.last(where: { $0.first > n.last && $0.last < cue.lowerBound }) else { return true }
        return (n.last + 1..<later.first).allSatisfy { k in
            reader.isConnector(scratch.tokens[k], scratch) || group.contains { $0.first <= k && k <= $0.last }
        }
    }
}
