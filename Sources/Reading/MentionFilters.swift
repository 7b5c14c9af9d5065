import Base
import Taxonomy

/// What makes a name no skill: organisations, addresses, channels, benefits, notices (codebook 1.2).
extension Reader {
    /// Words around a word of a channel that it governs: "send your code (GitHub, GitLab)".
    private static let channelReach = (before: 3, after: 8)

    func isNoSkill(_ n: NamedToken, _ scratch: Scratch, _ views: [SentenceView], _ language: String) -> Bool {
        let view = views[n.sentence]
        if view.kind == .location || view.section == .legal || view.section == .process { return true }
        // What the firm gives or pays for names products, not skills.
        if view.section == .benefits, !view.hasAsk, !view.hasWill { return true }
        if isInAddress(n.hit.span, scratch.folded) { return true }
        let s = scratch.sentences[n.sentence]
        // "Apache Doris": the foundation's name before a project that is not listed.
        if n.hit.span.count == 6, n.last + 1 < s.tokens.upperBound, scratch.tokens[n.last + 1].before == .space,
            scratch.tokens[n.last + 1].isCapital, isToken(n.first, "apache", scratch)
        {
            return true
        }
        for h in s.hits {
            let hit = scratch.hits[h]
            switch families.kinds[Int(hit.family)] {
            case .channel:
                if hit.tokens.lowerBound <= n.last + Self.channelReach.before,
                    n.first <= hit.tokens.upperBound + Self.channelReach.after, speaks(hit, language)
                {
                    return true
                }
            case .orgBefore:
                if hit.tokens.upperBound < n.first, areNames(hit.tokens.upperBound + 1..<n.first, scratch, lead: 4) {
                    return true
                }
                if hit.tokens.contains(n.first) && hit.tokens.upperBound > n.last { return true }
            case .orgCalled:
                // "Our parrot, called Perl"
                if hit.tokens.upperBound + 1 == n.first { return true }
            case .orgClause:
                if isActors(hit.tokens, n, s, view, scratch) { return true }
            case .orgNoun:
                // "our customers (Docker, Riot Games)", "investors: Salesforce"
                let next = hit.tokens.upperBound + 1
                if next <= n.first, !scratch.tokens[next].before.isDisjoint(with: [.opens, .colon, .dash]),
                    areNames(next..<n.first, scratch)
                {
                    return true
                }
            case .place:
                if hit.tokens.upperBound + 1 == n.first { return true }
            case .firmAfter:
                // "Spark Energia", "Elm Street": a word of firms and places with a capital.
                if hit.tokens.lowerBound == n.last + 1, scratch.tokens[n.last + 1].before == .space,
                    scratch.tokens[n.last + 1].isCapital, view.kind == .paragraph, !isUnmistakable(n.hit)
                {
                    return true
                }
            case .orgAfter:
                if hit.tokens.lowerBound > n.last, areNames(n.last + 1..<hit.tokens.lowerBound, scratch) {
                    return true
                }
            default: break
            }
        }
        return false
    }

    /// "Rival studios work in Unreal Engine": the clause speaks of others and of nobody here.
    private func isActors(
        _ word: ClosedRange<Int>, _ n: NamedToken, _ s: Sentence, _ view: SentenceView, _ scratch: Scratch
    ) -> Bool {
        guard view.section != .required, view.section != .nice, view.section != .stack else { return false }
        let between =
            word.upperBound < n.first
            ? word.upperBound + 1..<n.first + 1 : n.last + 1..<max(n.last + 1, word.lowerBound + 1)
        guard between.count <= Self.actorReach,
            between.allSatisfy({ scratch.tokens[$0].before.isDisjoint(with: [.semicolon, .colon, .dash, .bar]) })
        else { return false }
        return !s.hits.contains { h in
            let hit = scratch.hits[h]
            switch families.kinds[Int(hit.family)] {
            case .you: return true
            case .we: return between.contains(hit.tokens.lowerBound) && hit.tokens.lowerBound > word.upperBound
            default: return false
            }
        }
    }
    private static let actorReach = 12

    /// A name that is neither a word nor a name of persons or places.
    private func isUnmistakable(_ hit: NameHit) -> Bool { !hit.isAmbiguous && !isCommonWord(hit) }

    /// A phrase counts in a text of its own language only: Spanish "no" is no refusal in Portuguese. English phrases of
    /// several words count everywhere, for headings and set phrases are borrowed.
    func speaks(_ hit: PhraseHit, _ language: String) -> Bool {
        let own = families.languages[Int(hit.note)]
        guard !language.isEmpty, own.utf8.count == 2, own != language else { return true }
        return own == "en" && hit.tokens.count > 1
    }

    /// All of them capital words or words that join: "Nvidia, Adobe and".
    private func areNames(_ range: Range<Int>, _ scratch: Scratch, lead: Int = 0) -> Bool {
        guard range.count <= 40 else { return false }
        let names = range.drop { !scratch.tokens[$0].isCapital }
        return names.startIndex - range.lowerBound <= lead
            && names.allSatisfy { k in
                scratch.tokens[k].isCapital || scratch.tokens[k].isNumber || isConnector(scratch.tokens[k], scratch)
                    || Self.articles.contains { isToken(k, $0, scratch) }
            }
            || range.allSatisfy { isConnector(scratch.tokens[$0], scratch) }
    }

    /// Inside a web address, an e-mail address, a handle or a file's name.
    private func isInAddress(_ span: ByteSpan, _ b: [UInt8]) -> Bool {
        var s = Int(span.start)
        var e = Int(span.end)
        while s > 0, b[s - 1] > 32, b[s - 1] != UInt8(ascii: "("), b[s - 1] != UInt8(ascii: ","),
            Int(span.start) - s < 300
        { s -= 1 }
        while e < b.count, b[e] > 32, b[e] != UInt8(ascii: ")"), b[e] != UInt8(ascii: ","), e - Int(span.end) < 300 {
            e += 1
        }
        guard s < Int(span.start) || e > Int(span.end) else { return false }
        let run = b[s..<e]
        if run.contains(UInt8(ascii: "@")) { return true }
        var k = s
        while k + 2 < e {
            if b[k] == UInt8(ascii: ":"), b[k + 1] == UInt8(ascii: "/"), b[k + 2] == UInt8(ascii: "/") { return true }
            k += 1
        }
        if s > 0, b[Int(span.start) - 1] == UInt8(ascii: "#") { return true }
        let after = Int(span.end)
        if after + 2 < b.count, b[after] == UInt8(ascii: "."), after + 1 < e {
            // "fly.io", "go.mod": a small word after the point; but "Kafka.Experience" is a missing blank.
            let tail = b[(after + 1)..<e].prefix { (97...122).contains($0) }
            if tail.count >= 2, tail.count <= 6 { return true }
        }
        if s < Int(span.start), b[Int(span.start) - 1] == UInt8(ascii: "."), b[Int(span.start)] != UInt8(ascii: "."),
            s < Int(span.start) - 1, (97...122).contains(b[Int(span.start)])
        {
            return true
        }
        return false
    }
}
