import Base
import Sources
import Taxonomy

/// The roles that a posting offers: its title field, or the header line and lists of a forum post (codebook, section 3).
extension TitleReader {
    /// Roles kept of one posting.
    static let roleLimit = 24

    static func roles(_ words: borrowing FactText, _ text: ReadText, _ posting: Posting?) -> [RoleFact] {
        let line = text.lines.first { $0.kind == .title }?.span
        var opening: [RoleFact] = []
        if let title = posting?.title ?? line.map({ text.words($0) }), title.contains(where: { !$0.isWhitespace }) {
            let clean = CleanText.line(title)
            let cut = FactText(clean)
            let (family, level) = classify(cut, body: words, from: words.token(at: text.bodyStart))
            opening = [RoleFact(title: clean, span: line, family: family, seniority: level)]
            // The first line of a bare text may be no title: "Acme is hiring for several roles".
            let isKnown =
                family.isIT || namesRole(cut)
                || cut.tokens.count <= 8 && self.family(of: cut) == .notIT
                    && !cut.tokens.contains { HeaderLine.searching($0.hash) || HeaderLine.isFiller($0.hash) }
            if posting?.title != nil || !HeaderLine.isCount(cut) && isKnown { return opening }
        }
        var found = listed(words, text)
        if found.isEmpty, !opening.isEmpty { return opening }
        if found.count == 1 {
            if found[0].family == .software, let f = TitleNarrowing.family(words, 0, from: .software) {
                found[0].family = f
            }
            if found[0].seniority == .unstated { found[0].seniority = SeniorityReader.inText(words) }
        } else if found.first?.seniority == .unstated {
            // Years that one role of several asks say nothing of the first; "we need senior engineers" does.
            found[0].seniority = SeniorityReader.levelInText(words)
        }
        return Array(found.prefix(roleLimit))
    }

    /// Roles of a post without a title: those of the header, unless it only sums up what a list names one by one (R4).
    private static func listed(_ words: borrowing FactText, _ text: ReadText) -> [RoleFact] {
        let header = header(words, text, departments: false)
        let list = list(words, text)
        if list.count >= 2 || !list.isEmpty && header.allSatisfy(isSum) {
            let isDetail =
                header.allSatisfy(isSum)
                || list.count > header.count && header.contains { h in list.contains { $0.family == h.family } }
            if isDetail { return list }
        }
        if !header.isEmpty { return header }
        if !list.isEmpty { return list }
        let told = prose(words)
        if !told.isEmpty { return told }
        let departments = self.header(words, text, departments: true)
        return departments.isEmpty ? anyNoun(words) : departments
    }

    /// "Engineers", "Software Engineers": a sum rather than a role.
    private static func isSum(_ role: RoleFact) -> Bool {
        let title = FactText(role.title)
        return role.family == .software && role.seniority == .unstated && title.tokens.count <= 2
            && (title.tokens.last.map { HeaderLine.isPlural($0.hash) } ?? false)
    }

    // MARK: header

    /// Roles of the first line: "Company | Role, Role & Role | Place | REMOTE". With `departments`, of parts that name a
    /// field alone: "Company | Data infra, Product | Place" (R5).
    private static func header(_ words: borrowing FactText, _ text: ReadText, departments: Bool) -> [RoleFact] {
        guard let line = text.lines.first(where: { Int($0.span.start) >= text.bodyStart }) else { return [] }
        var out: [RoleFact] = []
        let parts = HeaderLine.segments(words, line.span)
        // A sentence is no header.
        let isPlain = parts.dropFirst().allSatisfy {
            words.tokens[$0.lowerBound].gap.isDisjoint(with: [.bar, .dash])
        }
        if isPlain, parts.contains(where: { $0.count > 16 || $0.contains { isProse(words.tokens[$0].hash) } }) {
            return []
        }
        let hasBar = parts.dropFirst().contains { words.tokens[$0.lowerBound].gap.contains(.bar) }
        for (n, part) in parts.enumerated() where n > 0 || parts.count == 1 {
            if part.count > 40 && parts.count > 1 { continue }
            if !hasBar, part.count > 8, part.contains(where: { isProse(words.tokens[$0].hash) }) { continue }
            if departments {
                let pieces = HeaderLine.pieces(words, part, commas: true)
                let found = pieces.compactMap { $0.tokens.count <= 3 ? department(words, $0.tokens) : nil }
                if found.count == pieces.count { out += found }
            } else {
                out += RoleList(words, part, .header).roles
            }
            if out.count >= roleLimit { break }
        }
        // "INTERN" among the modes of a header says who may apply.
        if out.count > 1 { out.removeAll { $0.family == .notIT && $0.seniority == .intern } }
        return out
    }

    private static func isProse(_ h: UInt64) -> Bool { HeaderLine.searching(h) || HeaderLine.endsRole(h) }

    /// A field named alone: "Data infra", "Product", "Sales".
    static func department(_ words: borrowing FactText, _ r: Range<Int>) -> RoleFact? {
        guard !r.isEmpty, !r.contains(where: { HeaderLine.isLink(words.tokens[$0].hash) }),
            !r.dropFirst().contains(where: { words.tokens[$0].gap == .stop || words.tokens[$0].gap == .other })
        else { return nil }
        let span = words.span(r.lowerBound, r.upperBound - 1)
        let title = FactText(words.written(span))
        let family = family(of: title)
        guard family != .unknown else { return nil }
        return RoleFact(
            title: CleanText.line(words.written(span)), span: span, family: family,
            seniority: SeniorityReader.inTitle(title, family: family))
    }

    /// A role if the tokens name one; nil for a place, a company or a mode.
    static func role(_ words: borrowing FactText, _ r: Range<Int>) -> RoleFact? {
        guard !r.isEmpty, r.count <= 18, !r.contains(where: { HeaderLine.isLink(words.tokens[$0].hash) }) else {
            return nil
        }
        var span = words.span(r.lowerBound, r.upperBound - 1)
        let end = Int(span.end)
        let opens = words.bytes[span.range].count { $0 == UInt8(ascii: "(") }
        if opens > words.bytes[span.range].count(where: { $0 == UInt8(ascii: ")") }), end < words.bytes.count,
            words.bytes[end] == UInt8(ascii: ")")
        {
            span.end += 1
        }
        let title = FactText(words.written(span))
        guard namesRole(title), !HeaderLine.isCount(title) else { return nil }
        let family = family(of: title)
        let known = family == .unknown ? RoleFamily.notIT : family
        return RoleFact(
            title: CleanText.line(words.written(span)), span: span, family: known,
            seniority: SeniorityReader.inTitle(title, family: known))
    }

    // MARK: lists

    /// Lines of the body that begin with a title: "- Staff Engineer (remote): …", "1) Founding Engineer – …", and what
    /// follows a label: "Open roles: Data Engineer, Designer".
    private static func list(_ words: borrowing FactText, _ text: ReadText) -> [RoleFact] {
        var out: [RoleFact] = []
        var isFirst = true
        for line in text.lines where Int(line.span.start) >= text.bodyStart {
            if isFirst {
                isFirst = false
                continue
            }
            guard out.count < roleLimit else { break }
            if let rest = labelled(words, line.span) {
                for r in RoleList(words, rest, .header).roles where isNew(r, out) { out.append(r) }
            } else if let r = HeaderLine.title(words, line.span, isItem: line.kind == .item) {
                for role in RoleList(words, r, .item).roles where isNew(role, out) {
                    out.append(withYears(role, words, line.span))
                }
            } else if line.kind == .item, out.count >= 3, let role = field(words, line.span), isNew(role, out) {
                out.append(role)
            }
        }
        return out
    }

    private static func isNew(_ role: RoleFact, _ out: [RoleFact]) -> Bool {
        !out.contains { $0.title == role.title }
    }

    /// What follows "Open roles:" or "Position:" in a line.
    private static func labelled(_ words: borrowing FactText, _ line: ByteSpan) -> Range<Int>? {
        let first = words.token(at: Int(line.start)), end = words.token(at: Int(line.end))
        guard first < end else { return nil }
        for i in first + 1..<max(first + 1, min(end, first + 10)) where words.tokens[i].gap.contains(.colon) {
            let isLabel = (max(first, i - 3)..<i).contains { HeaderLine.isLabel(words.tokens[$0].hash) }
            return isLabel ? HeaderLine.sought(words, from: i, in: i..<end) : nil
        }
        return nil
    }

    /// An item of a list of roles that is a field alone: "- Partnerships", "- Operations: keep us running".
    private static func field(_ words: borrowing FactText, _ line: ByteSpan) -> RoleFact? {
        let first = words.token(at: Int(line.start)), end = words.token(at: Int(line.end))
        var i = first
        while i < end, i == first || words.tokens[i].gap.isSubset(of: [.space, .amp]) { i += 1 }
        guard i > first, i - first <= 3, words.tokens[first].isCapital else { return nil }
        return department(words, first..<i)
    }

    /// A level by the years that the same line asks (S4).
    private static func withYears(_ role: RoleFact, _ words: borrowing FactText, _ line: ByteSpan) -> RoleFact {
        guard role.seniority == .unstated else { return role }
        var role = role
        var fact = TermsFact()
        var part = FactText(words.written(line))
        FactCues.find(in: &part)
        TermsNumbers.readYears(part, &fact)
        if let y = fact.yearsMin { role.seniority = SeniorityReader.ofYears(y) }
        return role
    }

    // MARK: prose

    /// "We are looking for a seasoned UI engineer": the words up to the role's noun, and the roles listed after it.
    private static func prose(_ words: borrowing FactText) -> [RoleFact] {
        var other: [RoleFact] = []
        for i in 0..<words.tokens.count where HeaderLine.searching(words.tokens[i].hash) {
            let s = words.sentence(of: i)
            let sought = HeaderLine.sought(words, from: i + 1, in: s)
            guard sought.lowerBound < i + 12 else { continue }
            let found = RoleList(words, sought, .prose).roles
            if found.contains(where: \.family.isIT) { return found }
            if other.isEmpty { other = found }
        }
        return other
    }

    /// The first role's noun with the words of its field before it, where nothing says that somebody is sought.
    private static func anyNoun(_ words: borrowing FactText) -> [RoleFact] {
        var plain: RoleFact?
        for k in 0..<words.tokens.count where HeaderLine.isNoun(words.tokens[k].hash) {
            let s = words.sentence(of: k)
            var low = k
            while low > s.lowerBound, k - low < 4, words.tokens[low].gap.isSubset(of: [.space, .dash, .slash]),
                words.tokens[low - 1].isCapital
                    || words.tokens[k].isCapital == false
                        && department(words, low - 1..<low) != nil
            { low -= 1 }
            guard let found = role(words, low..<k + 1), found.family.isIT, found.seniority != .director else {
                continue
            }
            if low < k { return [found] }
            if plain == nil { plain = found }
        }
        return plain.map { [$0] } ?? []
    }
}

/// The roles of one stretch: a single title, or a list that shares a noun or a level ("Backend, Platform Engineers",
/// "Senior Engineers (Backend, Platform)").
struct RoleList {
    /// Where the stretch stands: a comma lists roles in a header and in prose, and narrows a title in a line of its own.
    enum Place { case header, item, prose }
    private(set) var roles: [RoleFact] = []
    private let place: Place
    /// A noun in the plural was read.
    private var isPlural = false

    init(_ words: borrowing FactText, _ r: Range<Int>, _ place: Place) {
        self.place = place
        var pieces = HeaderLine.pieces(words, r, commas: place != .item)
        if place == .item, pieces.count > 1, !RoleList.areTitles(pieces, words) {
            pieces = [HeaderLine.Piece(tokens: r, afterComma: false)]
        }
        var pending: [Range<Int>] = []
        var nouns = 0
        for piece in pieces {
            guard let noun = RoleList.noun(words, piece.tokens) else {
                if nouns == 0 || !trail(words, piece, count: pieces.count) { pending.append(piece.tokens) }
                continue
            }
            // "Kim, Co-founder & CTO" signs the post.
            if HeaderLine.isFounder(words.tokens[noun].hash), nouns > 0 || pending.count > 0 { break }
            nouns += 1
            take(words, piece.tokens, noun: noun, pending: pending)
            pending = []
        }
    }

    /// True if each part of a line is a title that ends in its noun, or a field before one in the plural:
    /// "Security Engineer / Research Engineer", but not "Manager, SDK & Developer Primitives".
    private static func areTitles(_ pieces: [HeaderLine.Piece], _ words: borrowing FactText) -> Bool {
        var last = -1
        for p in pieces {
            guard let noun = noun(words, p.tokens) else { continue }
            last = noun
            let after = noun + 1
            if after < p.tokens.upperBound,
                words.tokens[after].gap.isDisjoint(with: [.comma, .open, .dash, .colon])
            {
                return false
            }
        }
        guard last >= 0, let end = pieces.last, end.tokens.contains(last) else { return false }
        return pieces.allSatisfy { noun(words, $0.tokens) != nil } || HeaderLine.isPlural(words.tokens[last].hash)
    }

    private static let of = FactText.hash("of")

    /// The last noun outside brackets.
    private static func noun(_ words: borrowing FactText, _ r: Range<Int>) -> Int? {
        var depth = 0
        var found: Int?
        for i in r {
            if words.tokens[i].gap.contains(.close) { depth = 0 }
            if i > r.lowerBound, words.tokens[i].gap.contains(.open) { depth = 1 }
            if depth == 0, HeaderLine.isNoun(words.tokens[i].hash) { found = i }
        }
        return found ?? r.first { HeaderLine.isNoun(words.tokens[$0].hash) }
    }

    /// A piece with a noun, and before it pieces without one: levels and words of the same title join it, fields before a
    /// plural are roles of their own.
    private mutating func take(_ words: borrowing FactText, _ r: Range<Int>, noun: Int, pending: [Range<Int>]) {
        let isPlural = HeaderLine.isPlural(words.tokens[noun].hash)
        var low = r.lowerBound
        var own: [Range<Int>] = []
        for p in pending.reversed() {
            let isField = TitleReader.department(words, p) != nil
            if isPlural && isField {
                own.append(p)
            } else if own.isEmpty, p.count <= 3, !isField || !isPlural && pending.count == 1,
                !words.tokens[low].gap.contains(.comma) || SeniorityReader.isLevel(words, p)
            {
                low = p.lowerBound
            }
        }
        for p in own.reversed() {
            guard var role = TitleReader.department(words, p) else { continue }
            if role.family == .productManager || role.family == .unknown { role.family = .software }
            roles.append(role)
        }
        let items = isPlural ? HeaderLine.bracket(words, r) : []
        let fields = items.compactMap { TitleReader.department(words, $0) }
        if items.count > 1, fields.count == items.count, let head = TitleReader.role(words, low..<noun + 1) {
            for var f in fields {
                if f.seniority == .unstated { f.seniority = head.seniority }
                roles.append(f)
            }
        } else if let role = TitleReader.role(words, low..<r.upperBound) {
            roles.append(role)
        }
    }

    /// A piece without a noun after one with a noun: the field of that title, or after a plural or "&" a role by its
    /// department. False if it is neither.
    private mutating func trail(_ words: borrowing FactText, _ piece: HeaderLine.Piece, count: Int) -> Bool {
        guard let last = roles.last, let span = last.span else { return false }
        let department = TitleReader.department(words, piece.tokens)
        let title = FactText(last.title)
        if title.tokens.contains(where: { HeaderLine.isPlural($0.hash) }) { isPlural = true }
        let isOfField = !isPlural && title.tokens.contains { $0.hash == RoleList.of }
        if piece.afterComma || isOfField, !isPlural, department.map(\.family.isIT) ?? (count == 2) {
            let first = words.token(at: Int(span.start))
            if let joined = TitleReader.role(words, first..<piece.tokens.upperBound) {
                roles[roles.count - 1] = joined
            }
            return true
        }
        if place == .prose, count < 3 || !isPlural { return false }
        guard let department, isPlural || !piece.afterComma || !department.family.isIT, piece.tokens.count <= 5 else {
            return false
        }
        roles.append(department)
        return true
    }
}
