import Base
import Sources
import Taxonomy

extension Reader {
    /// Longest name of a company that a header is believed to state, in bytes.
    static let companyLimit = 80

    /// The employer that a post names itself: the first field of its header line ("Acme (YC S23) | …").
    func company(in text: ReadText, _ posting: Posting?) -> CompanyFact? {
        guard posting?.company == nil, let line = text.lines.first(where: { $0.section == .header }) else { return nil }
        let b = text.bytes
        var end = Int(line.span.end)
        var k = Int(line.span.start)
        while k < end {
            let isBar = b[k] == UInt8(ascii: "|")
            let isDash = k + 2 < end && b[k] == 0xE2 && b[k + 1] == 0x80 && (0x92...0x95).contains(b[k + 2])
            let isHyphen = b[k] == UInt8(ascii: "-") && k > 0 && b[k - 1] == 32 && k + 1 < end && b[k + 1] == 32
            if isBar || isDash || isHyphen {
                end = k
                break
            }
            k += 1
        }
        // What stands in brackets after the name is not the name; nor is an address.
        if let open = b[Int(line.span.start)..<end].firstIndex(of: UInt8(ascii: "(")), open > Int(line.span.start) {
            end = open
        }
        while end > Int(line.span.start),
            b[end - 1] <= 32 || b[end - 1] == UInt8(ascii: ",") || b[end - 1] == UInt8(ascii: ":")
        { end -= 1 }
        let span = ByteSpan(Int(line.span.start), end)
        guard span.count > 0, span.count <= Self.companyLimit else { return nil }
        let name = text.words(span)
        guard !name.contains("@"), !name.contains("://"), name.contains(where: \.isLetter),
            !Contacts.hasPrivate(text.bytes, span)
        else {
            return nil
        }
        return CompanyFact(name: CleanText.line(name), span: span)
    }

    /// False for a seeker's ad, a service on offer, a reply: texts of open threads that offer no job. Documents of a board
    /// are postings by what they are.
    func offersJob(_ scratch: Scratch, _ text: ReadText, _ facts: Facts, _ posting: Posting?) -> Bool {
        guard posting == nil || posting?.kind == .hackerNews else { return true }
        let b = scratch.folded
        func has(_ phrase: StaticString, within limit: Int = .max) -> Bool {
            let n = phrase.utf8CodeUnitCount
            let top = min(b.count, limit == .max ? b.count : limit)
            guard top >= n else { return false }
            var i = 0
            outer: while i + n <= top {
                for k in 0..<n where (b[i + k] &- 65 < 26 ? b[i + k] | 0x20 : b[i + k]) != phrase.utf8Start[k] {
                    i += 1
                    continue outer
                }
                return true
            }
            return false
        }
        if has("seeking work", within: 300) || has("seeking freelance work", within: 300) { return false }
        if has("willing to relocate:"), has("technologies:") || has("sumé/cv:") || has("cv:") { return false }
        if has("looking for a job", within: 200) || has("open to work", within: 200)
            || has("available for hire", within: 400)
        {
            return false
        }
        // Header, role, address to apply at: what offers have. None of them, and it is talk.
        let isOffer =
            has("hiring") || has("apply") || has("looking for") || has("seeking") || has("join") || has("full-time")
            || has("full time")
            || has("position") || has("role") || has("we need") || has("salary") || has("onsite") || has("on-site")
            || has("you will")
            || has("engineer") || has("developer") || has("intern")
        if has("i help ", within: 500) && has("call") && !has("hiring") { return false }
        if has("my services") || has("i am available") || has("i'm available") || has("i offer ") { return false }
        let isTalk =
            has("i applied") || has("ghosted") || has("is this role") || has("are you still") || has("do you sponsor")
            || has("do you hire")
            || has("do you accept") || has("would you consider") || has("thanks for") || has("is it possible")
            || has("any chance")
        if isTalk, b.count < 600, !has("|", within: 200) { return false }
        if posting?.kind == .hackerNews, !isOffer, !text.lines.contains(where: { $0.section == .header }) {
            return false
        }
        return true
    }
}
