import Base
import Sources
import Taxonomy

/// The employer's own name is no skill (codebook 1.2.3), and a posting says itself whose it is: "About Docker",
/// "At Kong, we", "MongoDB is the company that", "join Databricks".
extension Reader {
    /// Signs of one kind or another that make a name the employer's.
    private static let enoughSigns = 2

    /// The names of the employer, in small letters.
    func ownNames(
        _ named: [NamedToken], _ scratch: Scratch, _ views: [SentenceView], _ posting: Posting?, _ company: CompanyFact?
    ) -> [[UInt8]] {
        var out = [posting?.company, company?.name].compactMap { $0 }.map { $0.utf8.map(Self.small) }
        out.removeAll { $0.count < 2 }
        var signs: [(name: [UInt8], count: Int)] = []
        for n in named {
            let count = employerSigns(n, scratch, views[n.sentence])
            guard count > 0 else { continue }
            let name = scratch.folded[n.hit.span.range].map(Self.small)
            if let i = signs.firstIndex(where: { $0.name == name }) {
                signs[i].count += count
            } else {
                signs.append((name, count))
            }
        }
        for s in signs where s.count >= Self.enoughSigns { out.append(s.name) }
        return out
    }

    /// Drops the employer's names but where the person is asked for them as for any other tool: in a list, or right
    /// after "experience with".
    func dropOwn(_ named: inout [NamedToken], _ own: [[UInt8]], _ scratch: Scratch, _ views: [SentenceView]) {
        guard !own.isEmpty else { return }
        for i in named.indices where !named[i].isDropped && isOwn(named[i], own, scratch) {
            let n = named[i]
            let view = views[n.sentence]
            let isListed = n.isLinked || (i + 1 < named.count && named[i + 1].isLinked)
            let isAsked = scratch.sentences[n.sentence].hits.contains { h in
                let hit = scratch.hits[h]
                switch families.kinds[Int(hit.family)] {
                case .askedBefore, .mustBefore, .niceBefore:
                    return hit.tokens.upperBound + 1 == n.first
                        && !isToken(n.first - 1, "at", scratch)
                default: return false
                }
            }
            let isDemand = view.section == .required || view.section == .nice
            named[i].isDropped = !(isAsked && view.subject != .company || isListed && isDemand)
        }
    }

    private static func small(_ b: UInt8) -> UInt8 { (65...90).contains(b) ? b | 0x20 : b }

    private func isOwn(_ n: NamedToken, _ own: [[UInt8]], _ scratch: Scratch) -> Bool {
        let span = n.hit.span.range
        return own.contains { name in
            guard name.count >= span.count,
                zip(name, scratch.folded[span]).allSatisfy({ $0 == Self.small($1) })
            else { return false }
            return name.count == span.count || !Tokenizer.isWordByte(name[span.count])
        }
    }

    /// How strongly the words around a name say that it is the employer's: 2 is enough.
    private func employerSigns(_ n: NamedToken, _ scratch: Scratch, _ view: SentenceView) -> Int {
        let s = scratch.sentences[n.sentence]
        let isLast = n.last + 1 == s.tokens.upperBound
        let next = isLast ? nil : scratch.tokens[n.last + 1]
        // "Lambda School", "Elm Street Partners": more of the name follows.
        let namesMore = next.map { $0.isCapital && $0.before == .space } ?? false
        guard n.first > s.tokens.lowerBound else {
            guard let next, next.before == .space else { return 0 }
            switch view.section {
            case .about, .none, .duties: break
            default: return 0
            }
            let isFirm = s.hits.contains {
                families.kinds[Int(scratch.hits[$0].family)] == .firm && scratch.hits[$0].tokens.lowerBound > n.last
            }
            return isFirm ? 2 : view.section == .about && view.kind == .paragraph ? 1 : 0
        }
        let before = n.first - 1
        let isSecond = before == s.tokens.lowerBound
        if isToken(before, "at", scratch) || isToken(before, "bei", scratch) || isToken(before, "chez", scratch) {
            if view.section == .title { return 2 }
            if isSecond,
                next.map({ namesMore || $0.before.contains(.comma) || isToken(n.last + 1, "we", scratch) }) ?? false
            {
                return 2
            }
            let verb = before - 1
            let joins =
                ["life", "working", "work", "careers", "career", "role", "engineer", "team", "here", "us", "jobs"]
                as [StaticString]
            return verb >= s.tokens.lowerBound && joins.contains { isToken(verb, $0, scratch) } ? 2 : 0
        }
        if isSecond, isLast, s.tokens.count <= 3,
            ["about", "über", "om", "sobre", "over", "join", "why", "meet"].contains(where: {
                isToken(before, $0, scratch)
            })
        {
            return 2
        }
        if isToken(before, "join", scratch) { return next == nil || next?.before == .space ? 2 : 1 }
        if before > s.tokens.lowerBound, isToken(before, "are", scratch), isToken(before - 1, "we", scratch) {
            return namesMore || n.hit.isAmbiguous ? 2 : 0
        }
        return 0
    }

    func isToken(_ k: Int, _ word: StaticString, _ scratch: Scratch) -> Bool {
        guard scratch.tokens.indices.contains(k) else { return false }
        return scratch.folded.withUnsafeBufferPointer {
            isWord($0, Int(scratch.tokens[k].start), Int(scratch.tokens[k].end), word)
        }
    }
}
