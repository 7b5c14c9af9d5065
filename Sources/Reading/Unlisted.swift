import Base
import Taxonomy

/// A technology that no list knows, told by its company: written like a name, in a list of names that are known.
/// Counted apart from mentions: people look at these before they become skills.
package struct Unlisted: Sendable, Equatable {
    package var span: ByteSpan
    package var status: MentionStatus
    package init(span: ByteSpan, status: MentionStatus) {
        self.span = span
        self.status = status
    }
}

extension Reader {
    /// Words of the longest name.
    private static let longestUnlisted = 3
    /// Two known names must stand so near, in words.
    private static let unlistedReach = 8

    /// Appends the unlisted names of one sentence. `group` are its known names in order, with their `statuses`.
    func findUnlisted(
        _ group: [NamedToken], _ statuses: ArraySlice<Mention>, _ own: [[UInt8]], _ scratch: Scratch,
        _ views: [SentenceView], _ language: String, to out: inout [Unlisted]
    ) {
        let sentence = scratch.sentences[group[0].sentence]
        let view = views[group[0].sentence]
        switch view.section {
        case .benefits, .legal, .process, .location, .about: return
        default: break
        }
        var k = sentence.tokens.lowerBound
        var next = 0
        while k < sentence.tokens.upperBound {
            while next < group.count, group[next].last < k { next += 1 }
            if next < group.count, group[next].first <= k { k = group[next].last + 1; continue }
            guard opensItem(k, sentence, scratch), let form = shape(k, scratch),
                let last = itemEnd(from: k, in: sentence, before: next < group.count ? group[next].first : nil, scratch)
            else { k += 1; continue }
            let span = ByteSpan(Int(scratch.tokens[k].start), Int(scratch.tokens[last].end))
            if let by = neighbour(k, last, form, next, group, scratch),
                isLikeName(k, last, form, scratch), !isOwnWord(span, own, scratch),
                !isNoSkill(
                    NamedToken(
                        hit: NameHit(skill: 0, span: span, isAmbiguous: true), sentence: group[0].sentence, first: k,
                        last: last, isSure: false), scratch, views, language)
            {
                out.append(Unlisted(span: span, status: statuses[statuses.startIndex + by].status))
            }
            k = last + 1
        }
    }

    private enum Form { case strong, plain }

    /// How much a word looks like a name: capitals within, a digit among letters, no vowel; or a capital first.
    private func shape(_ k: Int, _ scratch: Scratch) -> Form? {
        let t = scratch.tokens[k]
        guard t.end - t.start >= 3, t.end - t.start <= 24 else { return nil }
        var small = 0, capitals = 0, digits = 0, vowels = 0, turns = 0
        var wasSmall = false
        for c in scratch.folded[Int(t.start)..<Int(t.end)] {
            switch c {
            case 65...90:
                capitals += 1
                if wasSmall { turns += 1 }
                wasSmall = false
            case 97...122:
                small += 1
                wasSmall = true
                if [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79].contains(c) { vowels += 1 }
            case 48...57: digits += 1
            default: return nil
            }
        }
        if turns > 0 { return .strong }
        if digits > 0, small >= 2, !(48...57).contains(scratch.folded[Int(t.start)]) { return .strong }
        if capitals == 0, vowels == 0, digits == 0, small >= 3, small <= 5 { return .strong }
        return capitals == 1 && t.isCapital && digits == 0 && small >= 3 ? .plain : nil
    }

    /// A sign or a word of a list stands before it.
    private func opensItem(_ k: Int, _ s: Sentence, _ scratch: Scratch) -> Bool {
        guard k > s.tokens.lowerBound else { return true }
        let gap = scratch.tokens[k].before
        if !gap.isDisjoint(with: [.comma, .slash, .opens, .plus]) { return true }
        return gap == .space && isConnector(scratch.tokens[k - 1], scratch)
    }

    /// The last token of the name that begins an item; nil if the item goes on with other words.
    private func itemEnd(from k: Int, in s: Sentence, before known: Int?, _ scratch: Scratch) -> Int? {
        var last = k
        let ends: Gap = [.comma, .slash, .opens, .closes, .plus, .semicolon, .colon, .dash, .bar]
        while last + 1 < s.tokens.upperBound {
            let next = scratch.tokens[last + 1]
            if !next.before.isDisjoint(with: ends) { return last }
            if next.before.contains(.period), next.before.contains(.space) { return last }
            // "Rapid 7": the number belongs to a name that is not whole here.
            if next.isNumber { return shape(last, scratch) == .plain ? nil : last }
            if isConnector(next, scratch) { return last }
            if known == last + 1 { return nil }
            guard next.before == .space, next.isCapital, last + 1 - k < Self.longestUnlisted else {
                return next.before == .space && isPreposition(next, scratch) ? last : nil
            }
            last += 1
        }
        return last
    }

    /// The known name beside it that makes it one of a list; nil if its company is too small.
    private func neighbour(
        _ first: Int, _ last: Int, _ form: Form, _ next: Int, _ group: [NamedToken], _ scratch: Scratch
    ) -> Int? {
        let left = next > 0 && joins(group[next - 1].last, first, scratch) ? next - 1 : nil
        let right = next < group.count && joins(last, group[next].first, scratch) ? next : nil
        guard left != nil || right != nil else { return nil }
        if form == .plain { return left != nil && right != nil ? left : nil }
        let isTight =
            left.map { _ in !scratch.tokens[first].before.isDisjoint(with: [.slash, .opens]) } ?? false
            || right.map { !scratch.tokens[group[$0].first].before.isDisjoint(with: [.slash, .opens]) } ?? false
        let near = group.count { $0.last + Self.unlistedReach >= first && $0.first <= last + Self.unlistedReach }
        return near >= 2 || isTight ? left ?? right : nil
    }

    /// Nothing but signs and words of a list between two names.
    private func joins(_ a: Int, _ b: Int, _ scratch: Scratch) -> Bool {
        guard a < b, b - a <= 3 else { return false }
        var isJoined = false
        for k in a + 1...b {
            let gap = scratch.tokens[k].before
            if !gap.isDisjoint(with: [.semicolon, .colon, .bar, .dash, .closes]) { return false }
            if gap.contains(.period), gap.contains(.space) { return false }
            if !gap.isDisjoint(with: [.comma, .slash, .opens, .plus]) { isJoined = true }
            guard k < b else { break }
            if isConnector(scratch.tokens[k], scratch) {
                isJoined = true
            } else if !scratch.tokens[k].isNumber {
                return false
            }
        }
        return isJoined
    }

    /// Not a generic term, a place, or a word that the phrases or this very text know as a word.
    private func isLikeName(_ first: Int, _ last: Int, _ form: Form, _ scratch: Scratch) -> Bool {
        if first < last, Self.jobWords.contains(where: { isToken(last, $0, scratch) }) { return false }
        for k in first...last {
            let t = scratch.tokens[k]
            let word = String(decoding: scratch.folded[Int(t.start)..<Int(t.end)], as: UTF8.self).lowercased()
            if GenericTerms.all.contains(word) || Self.places.contains(word) { return false }
            if word.hasSuffix("s"), GenericTerms.all.contains(String(word.dropLast())) { return false }
        }
        guard form == .plain || first < last else { return true }
        let isStrong = (first...last).contains { shape($0, scratch) == .strong }
        return (first...last).allSatisfy { k in
            guard shape(k, scratch) != .strong else { return true }
            let t = scratch.tokens[k]
            if first < last, !isStrong { return false }
            if isStrong { return true }
            let index = scratch.wordIDs[k]
            let isKnown = index >= 0 && scratch.words.entries[Int(index)].bits >= 0
            return !isKnown && !hasWordEnding(t, scratch) && !isWrittenSmall(index, scratch)
        }
    }

    /// The text has the word in small letters.
    private func isWrittenSmall(_ word: Int32, _ scratch: Scratch) -> Bool {
        word >= 0 && scratch.tokens.indices.contains { scratch.wordIDs[$0] == word && !scratch.tokens[$0].isCapital }
    }

    private func hasWordEnding(_ t: Token, _ scratch: Scratch) -> Bool {
        let b = scratch.folded
        return Self.wordEndings.contains { ending in
            let n = ending.utf8CodeUnitCount
            guard Int(t.end - t.start) > n else { return false }
            for i in 0..<n where b[Int(t.end) - n + i] != ending.utf8Start[i] { return false }
            return true
        }
    }

    /// "TopicPulse Web Developer" is a title.
    private static let jobWords: [StaticString] = [
        "developer", "developers", "engineer", "engineers", "manager", "architect", "analyst", "designer", "team",
        "administrator",
    ]

    private static let wordEndings: [StaticString] = [
        "ing", "tion", "sion", "ment", "ness", "ity", "ics", "ence", "ance", "ers", "ors", "als", "ies", "ship", "ure",
        "ive", "ous", "al", "ed", "ung", "ungen", "keit", "heit", "schaft", "ogy", "ism", "ist", "ble", "ful", "ly",
        "ture",
        "ware", "work", "works", "ity", "ion", "age", "phy", "graphy", "tools", "tests", "ents", "ants", "cy", "cies",
    ]

    private func isOwnWord(_ span: ByteSpan, _ own: [[UInt8]], _ scratch: Scratch) -> Bool {
        own.contains { name in
            name.count >= span.count
                && zip(name, scratch.folded[span.range]).allSatisfy { $0 == ($1 &- 65 < 26 ? $1 | 0x20 : $1) }
        }
    }

    private static let places: Set<String> = {
        var out: Set<String> = []
        for city in PlaceNames.cities { for s in city.spellings + [city.name] { out.insert(s.lowercased()) } }
        for area in PlaceNames.areas { for s in area.names { out.insert(s.lowercased()) } }
        return out
    }()
}
