import Base
import Sources
import Taxonomy

/// A name in its sentence.
struct NamedToken {
    var hit: NameHit
    var sentence: Int
    /// The tokens that it covers.
    var first: Int
    var last: Int
    var isSure: Bool
    var isDropped = false
    /// Stands in one list with the name before it.
    var isLinked = false
}

extension Reader {
    /// The names of skills in the text, each with its status (codebook 1.1 to 1.4), in order.
    func mentions(
        _ scratch: inout Scratch, _ text: ReadText, _ views: [SentenceView], _ posting: Posting?, _ facts: Facts
    ) -> (known: [Mention], unlisted: [Unlisted]) {
        var names = scratch.names
        scratch.names = []
        names.removeAll(keepingCapacity: true)
        scratch.folded.withUnsafeBufferPointer { taxonomy.finder.find(in: Span(_unsafeElements: $0), into: &names) }
        addMisspelled(scratch, to: &names)
        scratch.names = names
        guard !names.isEmpty else { return ([], []) }
        let views = settleWishes(views, scratch)
        var named = place(scratch)
        for i in named.indices where named[i].isSure { named[i].isSure = !opensProse(named[i], named, scratch, views) }
        link(&named, scratch)
        for i in named.indices where named[i].isSure && lacksEvidence(i, named, scratch, views) {
            named[i].isSure = false
        }
        let own = ownNames(named, scratch, views, posting, facts.company)
        for i in named.indices {
            named[i].isDropped =
                isNoSkill(named[i], scratch, views, facts.language)
                || (!named[i].isSure && isGlued(named[i], scratch))
        }
        confirm(&named, scratch, views)
        dropOwn(&named, own, scratch, views)
        return judged(named, own, scratch, views, facts.language)
    }

    /// The mentions of all names that stand, with what later sentences say of them.
    private func judged(
        _ named: [NamedToken], _ own: [[UInt8]], _ scratch: Scratch, _ views: [SentenceView], _ language: String
    ) -> (known: [Mention], unlisted: [Unlisted]) {
        var out: [Mention] = []
        var unlisted: [Unlisted] = []
        out.reserveCapacity(named.count)
        var weak: [Int] = []
        var said: [(skill: SkillIndex, status: MentionStatus)] = []
        var i = 0
        var pronouns = pronouns(scratch)[...]
        func refer(before sentence: Int) {
            while let p = pronouns.first, p.sentence < sentence {
                pronouns = pronouns.dropFirst()
                apply(p, to: &out, named, scratch, views, language)
            }
        }
        while i < named.count {
            var j = i
            let at = named[i].sentence
            while j < named.count, named[j].sentence == at { j += 1 }
            refer(before: at)
            let group = named[i..<j].filter { !$0.isDropped && $0.isSure }
            if !group.isEmpty {
                let judge = StatusJudge(
                    reader: self, scratch: scratch, sentence: scratch.sentences[at], view: views[at],
                    language: language)
                let from = out.count
                for (k, n) in group.enumerated() {
                    let verdict = judge.verdict(of: k, in: group)
                    if !verdict.isSaid, verdict.status == .required { weak.append(out.count) }
                    if verdict.isSaid, verdict.status == .nice || verdict.status == .negated {
                        said.append((n.hit.skill, verdict.status))
                    }
                    out.append(Mention(skill: n.hit.skill, span: n.hit.span, status: verdict.status))
                }
                if let last = out.indices.last, last >= from, let status = answer(at, scratch, views, language) {
                    for i in from...last { out[i].status = status }
                }
                findUnlisted(group, out[from...], own, scratch, views, language, to: &unlisted)
            }
            i = j
        }
        refer(before: .max)
        // "Elm in front, Haskell behind. Haskell is nice to have": what is said beats what only the place suggests.
        if !said.isEmpty {
            for i in weak where out[i].status == .required {
                if let s = said.first(where: { $0.skill == out[i].skill }) { out[i].status = s.status }
            }
        }
        return (out, unlisted)
    }

    /// "Jenkins? No, it is gone.", "PHP? Certainly not.", "dbt? We teach you.": what the answer says of the names in the
    /// question; nil where there is none.
    private func answer(
        _ sentence: Int, _ scratch: Scratch, _ views: [SentenceView], _ language: String
    ) -> MentionStatus? {
        let s = scratch.sentences[sentence]
        guard s.tokens.count <= Self.questionWords, scratch.folded[Int(s.span.end) - 1] == UInt8(ascii: "?"),
            sentence + 1 < scratch.sentences.count
        else { return nil }
        let next = scratch.sentences[sentence + 1]
        guard next.line == s.line, let first = next.tokens.first, let last = next.tokens.last else { return nil }
        let refusals: [StaticString] = [
            "no", "not", "never", "nein", "non", "nej", "nee", "não", "nope", "nicht", "jamais", "nunca", "nie",
            "aldrig",
            "nooit",
        ]
        if refusals.contains(where: { isToken(first, $0, scratch) }) { return .negated }
        if next.tokens.count <= 3, refusals.contains(where: { isToken(last, $0, scratch) }) { return .negated }
        for h in next.hits {
            let hit = scratch.hits[h]
            guard speaks(hit, language) else { continue }
            switch families.kinds[Int(hit.family)] {
            case .learnBefore, .learnAfter: return .negated
            case .niceBefore,
                .niceAfter where next.tokens.count <= Self.questionWords:
                return .nice
            default: break
            }
        }
        return nil
    }
    private static let questionWords = 5

    /// Gives each hit its sentence and tokens; hits outside any sentence (none in well-formed input) are left out.
    private func place(_ scratch: Scratch) -> [NamedToken] {
        var out: [NamedToken] = []
        out.reserveCapacity(scratch.names.count)
        var s = 0
        for hit in scratch.names {
            while s < scratch.sentences.count, scratch.sentences[s].span.end <= hit.span.start { s += 1 }
            guard s < scratch.sentences.count else { break }
            let sentence = scratch.sentences[s]
            guard sentence.span.start <= hit.span.start else { continue }
            var first = sentence.tokens.lowerBound
            while first < sentence.tokens.upperBound, scratch.tokens[first].end <= hit.span.start { first += 1 }
            var last = first
            while last + 1 < sentence.tokens.upperBound, scratch.tokens[last + 1].start < hit.span.end { last += 1 }
            guard first < sentence.tokens.upperBound else { continue }
            out.append(
                NamedToken(
                    hit: hit, sentence: s, first: first, last: last,
                    isSure: !hit.isAmbiguous
                        && !(hit.span.count == 9 && scratch.folded[hit.span.range].elementsEqual("Palo Alto".utf8))))
        }
        return out
    }

    /// "Desired skills: …" is the list of demands where "Nice to have: …" is another and no list is called a demand.
    private func settleWishes(_ views: [SentenceView], _ scratch: Scratch) -> [SentenceView] {
        var isPlain = false
        var desired: [Int] = []
        for (i, s) in scratch.sentences.enumerated() {
            let view = views[i]
            if view.kind == .heading || view.isLabelled, view.section == .required { return views }
            guard view.section == .nice, view.kind == .heading || view.isLabelled else { continue }
            let isDesired = s.tokens.prefix(4).contains { k in
                ["desired", "preferred", "desirable", "gewünscht", "souhaité", "deseable", "önskvärt", "gewenst"]
                    .contains { isToken(k, $0, scratch) }
            }
            if isDesired { desired.append(i) } else { isPlain = true }
        }
        guard isPlain, !desired.isEmpty else { return views }
        var out = views
        for i in desired {
            var k = i
            let isHeading = views[i].kind == .heading
            repeat {
                out[k].section = .required
                out[k].subject = .person
                k += 1
            } while k < views.count && views[k].section == .nice && views[k].kind != .heading && !views[k].isLabelled
                && (isHeading || scratch.sentences[k].line == scratch.sentences[i].line)
        }
        return out
    }

    /// Marks names that stand in one list with the one before: at most four words between, a sign or a word of joining
    /// among them, and nothing that ends a list.
    private func link(_ named: inout [NamedToken], _ scratch: Scratch) {
        for i in named.indices.dropFirst() where named[i].sentence == named[i - 1].sentence {
            // Two names within one word ("C/C++") have nothing between them.
            guard named[i - 1].last < named[i].first else { continue }
            let between = (named[i - 1].last + 1)..<named[i].first
            guard between.count <= 4 else { continue }
            var joins = 0
            var others = 0
            var breaks = false
            for k in between.lowerBound...named[i].first {
                let gap = scratch.tokens[k].before
                if !gap.isDisjoint(with: [.semicolon, .colon, .bar]) || (gap.contains(.period) && gap.contains(.space))
                {
                    breaks = true
                }
                if gap.contains(.dash) { breaks = true }
                if !gap.isDisjoint(with: [.comma, .slash, .plus, .opens, .closes]) { joins += 1 }
                guard k < named[i].first else { break }
                if isConnector(scratch.tokens[k], scratch) {
                    joins += 1
                } else if !scratch.tokens[k].isNumber {
                    others += 1
                }
            }
            named[i].isLinked = !breaks && joins > 0 && others <= 2
        }
    }

    /// and, or and their kin in seven languages.
    func isConnector(_ t: Token, _ scratch: Scratch) -> Bool {
        let n = Int(t.end - t.start)
        guard n <= 5 else { return false }
        var packed: UInt64 = 0
        for k in Int(t.start)..<Int(t.end) { packed = packed << 8 | UInt64(scratch.folded[k] | 0x20) }
        return Self.connectors.contains(packed)
    }
    private static let connectors: Set<UInt64> = Set(
        [
            "and", "or", "nor", "und", "oder", "et", "ou", "y", "o", "e", "och", "eller", "en", "of", "plus", "sowie",
            "ni", "as", "well", "noch",
        ]
        .map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1 | 0x20) } })
}
