import Base
import Taxonomy

/// Private persons in postings (recruiters, managers, founders who sign): their names, addresses and telephone numbers are
/// blanked in the text before any fact is read, so that no fact, page, index or export can carry them. The text keeps its
/// length: each byte becomes `_`, and spans stay true.
extension Reader {
    /// What stands in a name's place.
    static let blank = UInt8(ascii: "_")
    /// Words of one name.
    private static let nameWords = 3
    /// Words of a line by which someone signs.
    private static let signatureWords = 8
    /// Words between a name and the address that belongs to it.
    private static let addressReach = 4

    func blankPeople(_ scratch: inout Scratch) {
        var spans = Contacts.find(scratch.builder.out, ByteSpan(0, scratch.builder.out.count))
        var names: Set<Int32> = []
        for s in scratch.sentences {
            for h in s.hits {
                let hit = scratch.hits[h]
                let kind = families.kinds[Int(hit.family)]
                guard kind == .personTitle || kind == .personStrong || kind == .personWeak else { continue }
                let isEnglish = hit.note == families.englishNote
                takeNames(after: hit.tokens.upperBound, kind, isEnglish, s, scratch, &spans, &names)
            }
            if isSignature(s, scratch) {
                takeNames(after: s.tokens.lowerBound - 1, .personWeak, false, s, scratch, &spans, &names)
            }
        }
        for contact in spans where contact.count > 0 && scratch.folded[contact.range].contains(UInt8(ascii: "@")) {
            takeNames(beside: contact, scratch, &spans, &names)
        }
        guard !spans.isEmpty else { return }
        if !names.isEmpty {
            for (i, t) in scratch.tokens.enumerated() where t.isCapital && names.contains(scratch.wordIDs[i]) {
                spans.append(ByteSpan(Int(t.start), Int(t.end)))
            }
        }
        for span in spans {
            for k in span.range {
                scratch.builder.out[k] = Self.blank
                scratch.folded[k] = Self.blank
            }
        }
    }

    /// "Joel Mulkey, founder": a line of few words that opens with a first name and goes on after a comma.
    private func isSignature(_ s: Sentence, _ scratch: Scratch) -> Bool {
        guard (2...Self.signatureWords).contains(s.tokens.count), scratch.tokens[s.tokens.lowerBound].isCapital,
            s.tokens.dropFirst().prefix(2).contains(where: { scratch.tokens[$0].before.contains(.comma) })
        else { return false }
        return isFirstName(s.tokens.lowerBound, scratch)
    }

    /// The name that follows a token, and those that "and" joins to it.
    private func takeNames(
        after token: Int, _ kind: Families.Kind, _ isEnglish: Bool, _ s: Sentence, _ scratch: Scratch,
        _ spans: inout [ByteSpan], _ names: inout Set<Int32>
    ) {
        var next = token + 1
        var kind = kind
        while next < s.tokens.upperBound {
            var end = next
            while end < s.tokens.upperBound, end - next < Self.nameWords, isNameWord(end, scratch),
                end == next || isTied(scratch.tokens[end].before)
            { end += 1 }
            let count = end - next
            guard count > 0 else { return }
            let isKnown = isFirstName(next, scratch)
            let isName: Bool =
                switch kind {
                case .personTitle: true
                case .personStrong: isKnown || (isEnglish && count == 2 && !isCompany(end, s, scratch))
                default: isKnown
                }
            guard isName else { return }
            for k in next..<end {
                let t = scratch.tokens[k]
                spans.append(ByteSpan(Int(t.start), Int(t.end)))
                // A first name alone may be a product's too (Ray, Alan).
                if isKnown, count > 1, scratch.wordIDs[k] >= 0 { names.insert(scratch.wordIDs[k]) }
            }
            // "Anna Berg and Ben Olsen", "Anna Berg, Ben Olsen"
            guard end < s.tokens.upperBound else { return }
            if isConnector(scratch.tokens[end], scratch) {
                next = end + 1
            } else if scratch.tokens[end].before.contains(.comma) {
                next = end
            } else {
                return
            }
            kind = .personWeak
        }
    }

    /// "Jane Roe <jane.roe@acme.example>", and the words of such an address wherever they stand.
    private func takeNames(
        beside contact: ByteSpan, _ scratch: Scratch, _ spans: inout [ByteSpan], _ names: inout Set<Int32>
    ) {
        let last = scratch.tokens.partitioningIndex { $0.start >= contact.start }
        var k = last - 1
        while k >= 0, k >= last - Self.addressReach, isNameWord(k, scratch) || k >= last - 1 {
            if isFirstName(k, scratch), scratch.tokens[k].isCapital {
                for q in k..<min(last, k + Self.nameWords)
                where isNameWord(q, scratch) && (q == k || isTied(scratch.tokens[q].before)) {
                    spans.append(ByteSpan(Int(scratch.tokens[q].start), Int(scratch.tokens[q].end)))
                }
            }
            k -= 1
        }
        // jane.roe@: both words are a person's if one is a first name.
        let local = scratch.tokens[last...].prefix {
            $0.start < contact.end && $0.end <= (scratch.folded[contact.range].firstIndex(of: UInt8(ascii: "@")) ?? 0)
        }
        guard local.indices.contains(where: { isFirstName($0, scratch) }) else { return }
        for q in local.indices where scratch.wordIDs[q] >= 0 && scratch.tokens[q].end - scratch.tokens[q].start > 2 {
            names.insert(scratch.wordIDs[q])
        }
    }

    private func isTied(_ gap: Gap) -> Bool {
        gap == .space || gap == .hyphen || gap == .quote || gap == [.period, .space]
    }

    private func isNameWord(_ k: Int, _ scratch: Scratch) -> Bool {
        let t = scratch.tokens[k]
        guard t.isCapital, !t.isNumber, t.end - t.start <= 24 else { return false }
        let letters = scratch.folded[Int(t.start)..<Int(t.end)]
        // HR, CEO: no name is all capitals, but an initial is.
        if letters.count > 1, letters.allSatisfy({ $0 &- 65 < 26 }) { return false }
        return !Self.noNames.contains(hash(letters))
    }

    private func isFirstName(_ k: Int, _ scratch: Scratch) -> Bool {
        let t = scratch.tokens[k]
        return FirstNames.hashes.contains(hash(scratch.folded[Int(t.start)..<Int(t.end)]))
    }

    private func hash(_ letters: ArraySlice<UInt8>) -> UInt64 {
        letters.withUnsafeBufferPointer { b in
            var h = PhraseBook.seed
            for i in b.indices { h = PhraseBook.mixed(h, small(b, i)) }
            return h
        }
    }

    /// "Contact Acme Robotics Inc": a name that goes on as a firm's or a department's.
    private func isCompany(_ end: Int, _ s: Sentence, _ scratch: Scratch) -> Bool {
        end < s.tokens.upperBound && scratch.tokens[end].isCapital && scratch.tokens[end].before == .space
    }

    /// Capital words that stand where a name could.
    private static let noNames: Set<UInt64> = Set(
        """
        us our the hr talent team recruiting recruitment human resources people careers jobs support sales me you your office \
        customer company engineering product data software security services service center centre group inc gmbh ltd llc ab corp \
        department department monday tuesday wednesday thursday friday saturday sunday january february march april june july august \
        september october november december github linkedin slack discord twitter zoom email phone website please if for and or a an \
        this that we i manager director engineer developer recruiter specialist operations finance legal marketing business \
        management united states state federal agency national general chief senior lead head vice president information technology
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { PhraseBook.hash($0.utf8) })
}

extension Array {
    /// The first index for which `belongs` holds, of elements sorted so that it holds from there on.
    func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
