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
        _ scratch: inout Scratch, _ text: ReadText, _ views: [SentenceView], _ posting: Posting?, company: CompanyFact?
    ) -> [Mention] {
        var names = scratch.names
        scratch.names = []
        names.removeAll(keepingCapacity: true)
        scratch.folded.withUnsafeBufferPointer { taxonomy.finder.find(in: Span(_unsafeElements: $0), into: &names) }
        scratch.names = names
        guard !scratch.names.isEmpty else { return [] }
        var named = place(scratch)
        link(&named, scratch)
        let own = ownNames(posting, company)
        for i in named.indices {
            named[i].isDropped =
                isNoSkill(named[i], scratch, views, own) || (!named[i].isSure && isGlued(named[i], scratch))
        }
        confirm(&named, scratch, views)
        var out: [Mention] = []
        out.reserveCapacity(named.count)
        var i = 0
        while i < named.count {
            var j = i
            while j < named.count, named[j].sentence == named[i].sentence { j += 1 }
            let group = named[i..<j].filter { !$0.isDropped && $0.isSure }
            if !group.isEmpty {
                let view = views[named[i].sentence]
                let judge = StatusJudge(
                    reader: self, scratch: scratch, sentence: scratch.sentences[named[i].sentence], view: view)
                for (k, n) in group.enumerated() {
                    out.append(Mention(skill: n.hit.skill, span: n.hit.span, status: judge.status(of: k, in: group)))
                }
            }
            i = j
        }
        return out
    }

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

    // MARK: What makes a name no skill

    private func ownNames(_ posting: Posting?, _ company: CompanyFact?) -> [[UInt8]] {
        [posting?.company, company?.name].compactMap { $0 }.map {
            $0.utf8.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
        }
        .filter { $0.count >= 2 }
    }

    private func isNoSkill(_ n: NamedToken, _ scratch: Scratch, _ views: [SentenceView], _ own: [[UInt8]]) -> Bool {
        let view = views[n.sentence]
        if view.kind == .location || view.section == .legal { return true }
        // What the firm gives or pays for names products, not skills.
        if view.section == .benefits, view.subject != .person { return true }
        if isInAddress(n.hit.span, scratch.folded) { return true }
        let s = scratch.sentences[n.sentence]
        var isAsked = view.section == .required || view.section == .nice
        var isOut = view.section == .process
        for h in s.hits {
            let hit = scratch.hits[h]
            switch families.kinds[Int(hit.family)] {
            case .channel:
                if hit.tokens.lowerBound <= n.last + 8, n.first <= hit.tokens.upperBound + 8 { isOut = true }
            case .orgBefore:
                if hit.tokens.upperBound < n.first, areNames(hit.tokens.upperBound + 1..<n.first, scratch, lead: 4) {
                    isOut = true
                }
                if hit.tokens.contains(n.first) && hit.tokens.upperBound > n.last { isOut = true }
            case .orgAfter:
                if hit.tokens.lowerBound > n.last, areNames(n.last + 1..<hit.tokens.lowerBound, scratch) {
                    isOut = true
                }
            case .askedBefore, .mustBefore: if hit.tokens.upperBound < n.first { isAsked = true }
            default: break
            }
        }
        if isOut { return true }
        if view.kind != .title, isEmployer(n, scratch, own), !isAsked { return true }
        return false
    }

    /// All of them capital words or words that join: "Nvidia, Adobe and".
    private func areNames(_ range: Range<Int>, _ scratch: Scratch, lead: Int = 0) -> Bool {
        guard range.count <= 40 else { return false }
        let names = range.drop { !scratch.tokens[$0].isCapital }
        return names.startIndex - range.lowerBound <= lead
            && names.allSatisfy {
                scratch.tokens[$0].isCapital || scratch.tokens[$0].isNumber || isConnector(scratch.tokens[$0], scratch)
            }
            || range.allSatisfy { isConnector(scratch.tokens[$0], scratch) }
    }

    /// The employer's name, by its field or by "We are Elixir Health", "At Docker, we".
    private func isEmployer(_ n: NamedToken, _ scratch: Scratch, _ own: [[UInt8]]) -> Bool {
        let word = scratch.folded[n.hit.span.range].map { (65...90).contains($0) ? $0 | 0x20 : $0 }
        for name in own where name.starts(with: word) {
            if name.count == word.count || !Tokenizer.isWordByte(name[word.count]) { return true }
        }
        let s = scratch.sentences[n.sentence]
        guard n.first > s.tokens.lowerBound else { return false }
        func isToken(_ k: Int, _ w: StaticString) -> Bool {
            guard k >= s.tokens.lowerBound else { return false }
            return scratch.folded.withUnsafeBufferPointer {
                isWord($0, Int(scratch.tokens[k].start), Int(scratch.tokens[k].end), w)
            }
        }
        let next = n.last + 1
        let namesMore =
            next < s.tokens.upperBound && scratch.tokens[next].isCapital && scratch.tokens[next].before == .space
        if isToken(n.first - 1, "are"), isToken(n.first - 2, "we"), namesMore || n.hit.isAmbiguous { return true }
        if isToken(n.first - 1, "join"), namesMore { return true }
        if isToken(n.first - 1, "at"), n.first - 1 == s.tokens.lowerBound, next < s.tokens.upperBound,
            namesMore || scratch.tokens[next].before.contains(.comma)
        {
            return true
        }
        if isToken(n.first - 1, "about"), n.first - 1 == s.tokens.lowerBound { return true }
        return false
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

    // MARK: Ambiguous names

    /// An ambiguous name counts with a cue beside it, or in one list with a sure name.
    private func confirm(_ named: inout [NamedToken], _ scratch: Scratch, _ views: [SentenceView]) {
        for i in named.indices where !named[i].isSure && !named[i].isDropped {
            named[i].isSure = hasCue(named[i], scratch, views[named[i].sentence])
        }
        // Lists carry certainty both ways; so do two doubtful names that one sign joins.
        for i in named.indices.dropFirst() where named[i].isLinked {
            if named[i - 1].isSure, !named[i - 1].isDropped { named[i].isSure = true }
            let joined = named[i].first - named[i - 1].last <= 2 && scratch.tokens[named[i].first].isCapital
            if !named[i].isSure, !named[i - 1].isSure, joined, scratch.tokens[named[i - 1].first].isCapital,
                named[i].hit.skill != named[i - 1].hit.skill
            {
                named[i].isSure = true
            }
        }
        for i in named.indices.dropLast().reversed()
        where named[i + 1].isLinked && named[i + 1].isSure && !named[i + 1].isDropped {
            named[i].isSure = true
        }
    }

    /// "C-level", "go-live", "R&D", "AD&D": a sign without blanks ties it to its neighbour, which is no word that proves it.
    private func isGlued(_ n: NamedToken, _ scratch: Scratch) -> Bool {
        let s = scratch.sentences[n.sentence]
        let signs: Gap = [.hyphen, .plus]
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

    private func hasCue(_ n: NamedToken, _ scratch: Scratch, _ view: SentenceView) -> Bool {
        let s = scratch.sentences[n.sentence]
        let next = n.last + 1 < s.tokens.upperBound ? scratch.tokens[n.last + 1] : nil
        // Alone in its brackets: "the handbook (Notion)".
        if scratch.tokens[n.first].isCapital, scratch.tokens[n.first].before.contains(.opens), n.hit.span.count > 2,
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
        for h in s.hits {
            let hit = scratch.hits[h]
            switch families.kinds[Int(hit.family)] {
            case .sureBefore:
                if hit.tokens.upperBound == n.first - 1, scratch.tokens[n.first].isCapital || n.hit.span.count > 1 {
                    return true
                }
            case .sureAfter:
                if hit.tokens.lowerBound == n.last + 1 { return true }
                // Past a version: "Go 1.22+ services".
                if hit.tokens.lowerBound > n.last, hit.tokens.lowerBound <= n.last + 3,
                    (n.last + 1..<hit.tokens.lowerBound).allSatisfy({ scratch.tokens[$0].isNumber })
                {
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
