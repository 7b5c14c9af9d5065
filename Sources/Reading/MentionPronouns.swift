import Base
import Taxonomy

/// What a sentence says of names that an earlier one named: "Solr today, Elasticsearch tomorrow. You know both."
struct Pronoun {
    enum Which { case former, latter, both, that }
    var which: Which
    var sentence: Int
    var tokens: ClosedRange<Int>
}

extension Reader {
    /// Most names that "both" or "either" can mean.
    private static let mostReferents = 4

    func pronouns(_ scratch: Scratch) -> [Pronoun] {
        var out: [Pronoun] = []
        for (i, s) in scratch.sentences.enumerated() {
            for h in s.hits {
                let hit = scratch.hits[h]
                let which: Pronoun.Which? =
                    switch families.kinds[Int(hit.family)] {
                    case .former: .former
                    case .latter: .latter
                    case .both: .both
                    case .that: .that
                    default: nil
                    }
                if let which { out.append(Pronoun(which: which, sentence: i, tokens: hit.tokens)) }
            }
        }
        return out
    }

    /// Gives the names before the pronoun what is said at the pronoun. They stand in its own sentence, or in the one
    /// before it in the same line.
    func apply(
        _ p: Pronoun, to mentions: inout [Mention], _ named: [NamedToken], _ scratch: Scratch, _ views: [SentenceView],
        _ language: String
    ) {
        let s = scratch.sentences[p.sentence]
        // "You have built at least one Symfony site": no pronoun.
        let next = p.tokens.upperBound + 1
        if p.which == .that, next < s.tokens.upperBound, scratch.tokens[next].isCapital, scratch.tokens[next].before == .space {
            return
        }
        let at = scratch.tokens[p.tokens.lowerBound].start
        var referents: [Int] = []
        for from in [p.sentence, p.sentence - 1] where from >= 0 && referents.isEmpty {
            guard scratch.sentences[from].line == s.line else { break }
            let span = scratch.sentences[from].span
            var seen: Set<SkillIndex> = []
            for i in mentions.indices.reversed() {
                guard mentions[i].span.start >= span.start else { break }
                if mentions[i].span.end <= at, seen.insert(mentions[i].skill).inserted { referents.append(i) }
            }
        }
        guard referents.count >= (p.which == .both || p.which == .that ? 1 : 2) else { return }
        let pronoun = NamedToken(
            hit: NameHit(
                skill: 0, span: ByteSpan(Int(at), Int(scratch.tokens[p.tokens.upperBound].end)), isAmbiguous: false),
            sentence: p.sentence, first: p.tokens.lowerBound, last: p.tokens.upperBound, isSure: true)
        let judge = StatusJudge(
            reader: self, scratch: scratch, sentence: s, view: views[p.sentence], language: language)
        // "You have run it": whoever is told so is asked for it, unless the words around wish or refuse.
        let said = judge.statusAtPronoun(pronoun)
        guard let status = p.which == .that ? said ?? .required : said else { return }
        // Found from the last to the first.
        switch p.which {
        case .latter: mentions[referents[0]].status = status
        case .former: mentions[referents[1]].status = status
        case .both, .that:
            for i in referents.prefix(Self.mostReferents)
            where mentions[i].status == .context && status != .negated
                || mentions[i].status == .required && status == .nice
            {
                mentions[i].status = status
            }
        }
    }
}
