import Base
import Taxonomy

/// Which occurrences of a name that is also a word are the name.
extension Reader {
    /// A word with a capital that opens a sentence of prose says nothing of itself: "Rust never sleeps", "React when
    /// others panic". Beside a sign of a list, or in a list of its own, it is the name.
    func opensProse(_ n: NamedToken, _ named: [NamedToken], _ scratch: Scratch, _ views: [SentenceView]) -> Bool {
        let s = scratch.sentences[n.sentence]
        guard n.first == s.tokens.lowerBound, n.last + 1 < s.tokens.upperBound else { return false }
        let view = views[n.sentence]
        switch view.section {
        case .title, .header, .stack: return false
        default: break
        }
        guard view.kind == .paragraph || view.kind == .item, isCommonWord(n.hit) else { return false }
        let next = scratch.tokens[n.last + 1]
        if next.before != .space || next.isNumber || isConnector(next, scratch) { return false }
        // "Rust in the backend"; not "Sinatra in the lift".
        if isPreposition(next, scratch) {
            let k = n.last + 2
            let isScene =
                view.kind == .paragraph && Self.articles.contains { isToken(k, $0, scratch) }
                && !isPlaceOfCode(k + 1, s, scratch)
            if !isScene { return false }
        }
        var hasVerb = false
        for h in s.hits {
            let hit = scratch.hits[h]
            switch families.kinds[Int(hit.family)] {
            case .niceAfter, .mustAfter, .askedAfter, .negatedAfter, .learnAfter, .you, .sureAfter:
                // "Swift thinkers welcome": a word of no craft between.
                let isNear = hit.tokens.lowerBound == n.last + 1 || scratch.tokens[n.last + 1].before != .space
                if hit.tokens.lowerBound <= n.last + Self.cueReach, isNear || isFollowed(n, s, scratch) { return false }
            case .verb: hasVerb = hasVerb || hit.tokens.lowerBound <= n.last + 2
            default: break
            }
        }
        // Another name in the sentence that is no word.
        if named.contains(where: {
            $0.sentence == n.sentence && $0.first > n.last && $0.isSure && !isCommonWord($0.hit)
        }) {
            return false
        }
        guard view.kind == .item || view.section == .required || view.section == .nice else { return true }
        return hasVerb && s.tokens.count > 4
    }

    /// "The Miro in the hallway", "more Gatsby than garage", "Bun & Ruby": in running text that lists nothing, a word that
    /// is also the name of persons, animals and places must be tied to what makes it a skill.
    func lacksEvidence(_ i: Int, _ named: [NamedToken], _ scratch: Scratch, _ views: [SentenceView]) -> Bool {
        let n = named[i]
        let view = views[n.sentence]
        guard view.kind == .paragraph, view.section == .none || view.section == .about, isCommonWord(n.hit),
            !view.isLabelled
        else { return false }
        let s = scratch.sentences[n.sentence]
        let next = n.last + 1 < s.tokens.upperBound ? scratch.tokens[n.last + 1] : nil
        let before = n.first > s.tokens.lowerBound ? n.first - 1 : nil
        // More of a longer name: "Express Bar", "Elixir Apotheken GmbH", "Bun & Ruby".
        let isEnglish = scratch.tokens[s.tokens].filter(\.isCapital).count * 3 <= s.tokens.count + 3
        let goesOn =
            next.map {
                $0.isCapital && ($0.before == .space || $0.before.contains(.plus) && $0.before.contains(.space))
            } ?? false
        let comesFrom =
            before.map {
                scratch.tokens[n.first].before.contains(.plus) && scratch.tokens[n.first].before.contains(.space)
                    && scratch.tokens[$0].isCapital
            } ?? false
        let isArticled = before.map { k in Self.determiners.contains { isToken(k, $0, scratch) } } ?? false
        // "Loki (a whippet)", "Flink (the grocer)"
        let isExplained =
            next.map { $0.before.contains(.opens) } ?? false
            && Self.determiners.contains { isToken(n.last + 1, $0, scratch) }
        // "a Zoom plug-in" is no "the Miro in the hallway".
        let stands =
            next.map { $0.before != .space || $0.isCapital || isPreposition($0, scratch) } ?? true
            || ["de", "of", "von", "av", "van"].contains { isToken(n.last + 1, $0, scratch) }
            || s.hits.contains {
                families.kinds[Int(scratch.hits[$0].family)] == .verb
                    && scratch.hits[$0].tokens.lowerBound == n.last + 1
            }
        guard goesOn && isEnglish || comesFrom || isArticled && stands || isExplained || isCompared(n, before, scratch)
        else {
            return false
        }
        if isExplained || comesFrom || (goesOn && next?.before.contains(.plus) == true) { return true }
        return !n.isLinked && !(i + 1 < named.count && named[i + 1].isLinked && named[i + 1].sentence == n.sentence)
    }

    private func isCompared(_ n: NamedToken, _ before: Int?, _ scratch: Scratch) -> Bool {
        before.map { k in Self.comparisons.contains { isToken(k, $0, scratch) } } ?? false
    }
    private static let comparisons: [StaticString] = [
        "more", "less", "called", "named", "like", "mehr", "plus", "más", "mer",
    ]
    private static let determiners: [StaticString] = [
        "a", "an", "the", "this", "that", "one", "another", "some", "ein", "eine", "der", "die", "das", "dem", "unser",
        "une",
        "un", "le", "la", "l", "vieille", "el", "una", "een", "het", "ett", "um", "uma",
    ]

    /// Words between a name and what proves that it is one.
    private static let cueReach = 4

    /// A verb or a word of the craft comes next: "Swift is welcome", "Swift experience welcome".
    private func isFollowed(_ n: NamedToken, _ s: Sentence, _ scratch: Scratch) -> Bool {
        s.hits.contains { h in
            let hit = scratch.hits[h]
            guard hit.tokens.lowerBound == n.last + 1 else { return false }
            switch families.kinds[Int(hit.family)] {
            case .verb, .sureAfter, .you, .notNegated: return true
            default: return false
            }
        }
    }

    private func isPlaceOfCode(_ k: Int, _ s: Sentence, _ scratch: Scratch) -> Bool {
        [
            "backend", "back", "frontend", "front", "browser", "cloud", "server", "team", "core", "side", "kernel",
            "data",
        ]
        .contains { isToken(k, $0, scratch) }
            || s.hits.contains {
                families.kinds[Int(scratch.hits[$0].family)] == .sureAfter && scratch.hits[$0].tokens.contains(k)
            }
    }

    /// in, with, for and their kin in seven languages.
    func isPreposition(_ t: Token, _ scratch: Scratch) -> Bool {
        guard t.end - t.start <= 6 else { return false }
        return scratch.folded.withUnsafeBufferPointer { b in
            Self.prepositions.contains { isWord(b, Int(t.start), Int(t.end), $0) }
        }
    }
    private static let prepositions: [StaticString] = [
        "in", "on", "with", "for", "under", "inside", "over", "using", "auf", "mit", "unter", "für", "en", "sur",
        "avec",
        "sous", "con", "sobre", "på", "med", "för", "op", "met", "voor", "em", "com",
    ]
    /// The name counts for sure only with its capital: without it, it is a word.
    func isCommonWord(_ hit: NameHit) -> Bool {
        let spelling = taxonomy.skills[Int(hit.skill)].spellings.first { $0.text.utf8.count == hit.span.count }
        return spelling?.rule == .cased
    }

    /// An ambiguous name counts with a cue beside it, or in one list with a sure name.
    func confirm(_ named: inout [NamedToken], _ scratch: Scratch, _ views: [SentenceView]) {
        for i in named.indices where !named[i].isSure && !named[i].isDropped {
            named[i].isSure = hasCue(named[i], scratch, views[named[i].sentence])
        }
        // Lists carry certainty both ways; so do two doubtful names that one sign joins.
        for i in named.indices.dropFirst() where named[i].isLinked {
            if named[i - 1].isSure, !named[i - 1].isDropped { named[i].isSure = true }
            let view = views[named[i].sentence]
            let joined =
                named[i].first - named[i - 1].last <= 2
                && !(scratch.tokens[named[i].first].before.contains(.plus)
                    && scratch.tokens[named[i].first].before.contains(.space))
                && scratch.tokens[named[i].first].isCapital
                && (!scratch.tokens[named[i].first].before.isDisjoint(with: [.comma, .slash, .plus, .opens])
                    || view.kind == .item || view.section == .required || view.section == .nice)
            if !named[i].isSure, !named[i - 1].isSure, joined, scratch.tokens[named[i - 1].first].isCapital,
                named[i].hit.skill != named[i - 1].hit.skill
            {
                named[i].isSure = true
            }
        }
        // "Cucumber in Java", "C on FreeRTOS": a word of place ties a doubtful name to a sure one.
        for i in named.indices where !named[i].isSure && !named[i].isDropped {
            for j in [i - 1, i + 1] where named.indices.contains(j) && named[j].sentence == named[i].sentence {
                let (a, b) = (named[min(i, j)], named[max(i, j)])
                guard named[j].isSure, !named[j].isDropped, b.first > a.last + 1, b.first <= a.last + 3,
                    scratch.tokens[named[i].first].isCapital,
                    (a.last + 1...b.first).allSatisfy({ scratch.tokens[$0].before == .space }),
                    isPreposition(scratch.tokens[b.first - 1], scratch)
                else { continue }
                named[i].isSure = true
            }
        }
        for i in named.indices.dropLast().reversed()
        where named[i + 1].isLinked && named[i + 1].isSure && !named[i + 1].isDropped {
            named[i].isSure = true
        }
    }

    /// "C-level", "go-live", "R&D", "AD&D": a sign without blanks ties it to its neighbour, which is no word that proves it.
    func isGlued(_ n: NamedToken, _ scratch: Scratch) -> Bool {
        let s = scratch.sentences[n.sentence]
        let signs: Gap = [.hyphen, .plus]
        // "In-Office": glued to what stands before.
        if n.first > s.tokens.lowerBound, scratch.tokens[n.first].before == .hyphen, n.hit.span.count > 2 {
            return true
        }
        // "Ph.D", "U.S": a letter of an abbreviation.
        let before = Int(n.hit.span.start) - 1
        if n.hit.span.count == 1, before > 0, scratch.folded[before] == UInt8(ascii: "."),
            Tokenizer.isWordByte(scratch.folded[before - 1])
        {
            return true
        }
        // "R$ 9.000"
        if Int(n.hit.span.end) < scratch.folded.count, scratch.folded[Int(n.hit.span.end)] == UInt8(ascii: "$") {
            return true
        }
        guard n.last + 1 < s.tokens.upperBound else { return false }
        let next = scratch.tokens[n.last + 1]
        // "R & D" too, with its blanks.
        if next.before.contains(.plus), next.end - next.start == 1, n.hit.span.count == 1 { return true }
        guard !next.before.isDisjoint(with: signs), !next.before.contains(.space) else { return false }
        if next.before.contains(.plus), next.end - next.start > 1, next.isCapital { return false }
        return !s.hits.contains {
            families.kinds[Int(scratch.hits[$0].family)] == .sureAfter
                && scratch.hits[$0].tokens.lowerBound == n.last + 1
        }
    }

    static let articles: [StaticString] = [
        "a", "an", "the", "een", "het", "de", "ein", "eine", "einen", "der", "die", "das", "den", "un", "une", "le",
        "la",
        "el", "una", "los", "en", "ett", "um", "uma", "o",
    ]

    private func hasCue(_ n: NamedToken, _ scratch: Scratch, _ view: SentenceView) -> Bool {
        let s = scratch.sentences[n.sentence]
        let next = n.last + 1 < s.tokens.upperBound ? scratch.tokens[n.last + 1] : nil
        // Alone in its brackets: "the handbook (Notion)"; capitals alone are an abbreviation of the words before.
        if scratch.tokens[n.first].isCapital, scratch.tokens[n.first].before.contains(.opens), n.hit.span.count > 2,
            scratch.folded[n.hit.span.range].contains(where: { (97...122).contains($0) }),
            next?.before.contains(.closes) ?? (scratch.folded[Int(n.hit.span.end)...].first == UInt8(ascii: ")"))
        {
            return true
        }
        // An item or a field that is little more than the name.
        if view.kind == .item || view.section == .stack || view.isLabelled, view.body.count <= 3,
            scratch.tokens[n.first].isCapital
        {
            return true
        }
        // "een helm is verplicht": an article makes it the word.
        if !scratch.tokens[n.first].isCapital, n.first > s.tokens.lowerBound,
            Self.articles.contains(where: { isToken(n.first - 1, $0, scratch) })
        {
            return false
        }
        // "- Boost application performance": a verb that opens a duty.
        let opensCommand =
            n.first == s.tokens.lowerBound && n.hit.span.count > 2 && view.section != .required
            && view.section != .nice && view.kind != .heading
        for h in s.hits {
            let hit = scratch.hits[h]
            switch families.kinds[Int(hit.family)] {
            case .niceAfter, .mustAfter, .negatedAfter, .learnAfter:
                if hit.tokens.lowerBound == n.last + 1, scratch.tokens[n.first].isCapital { return true }
            case .sureBefore:
                if hit.tokens.upperBound == n.first - 1, scratch.tokens[n.first].isCapital || n.hit.span.count > 1 {
                    return true
                }
            case .sureAfter where !opensCommand:
                if hit.tokens.lowerBound == n.last + 1 { return true }
                // Past a version: "Go 1.22+ services".
                if hit.tokens.lowerBound > n.last, hit.tokens.lowerBound <= n.last + 3,
                    (n.last + 1..<hit.tokens.lowerBound).allSatisfy({ scratch.tokens[$0].isNumber })
                {
                    return true
                }
            case .askedBefore, .mustBefore, .soughtBefore, .niceBefore, .usedBefore, .negatedBefore:
                guard hit.tokens.count > 1, scratch.tokens[n.first].isCapital else { continue }
                if hit.tokens.upperBound == n.first - 1 { return true }
                if hit.tokens.upperBound == n.first - 2, isPreposition(scratch.tokens[n.first - 1], scratch) {
                    return true
                }
            default: break
            }
        }
        // "Go (1.22+)", "C 17".
        if let next, next.isNumber,
            scratch.folded[Int(next.end)..<min(Int(next.end) + 1, scratch.folded.count)].first.map({
                $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "+")
            }) ?? false
        {
            return true
        }
        return false
    }
}
