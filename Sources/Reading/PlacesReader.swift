import Base
import Sources
import Taxonomy

/// Where the work is done: two facts, the workplace and where the person may live (codebook, section 5).
package enum PlaceReader {
    /// The parts of a posting that speak of its place.
    struct Zones {
        /// The location line, or a forum post's first line.
        var location: Range<Int>
        var title: Range<Int>
        var body: Range<Int>
        var isHeader: Bool
        /// A body of few words says nothing beside the matter.
        var isShort: Bool
    }
    static let shortBody = 120

    static func place(_ words: borrowing FactText, _ text: ReadText, _ posting: Posting?) -> PlaceFact {
        let zones = zones(words, text, posting)
        var fact = PlaceFact()
        var field = PlaceModes(zones.location, words, loose: true)
        let inTitle = PlaceModes(zones.title, words, loose: true)
        merge(inTitle, into: &field)
        let body = PlaceModes(zones.body, words, loose: false, isShort: zones.isShort)
        let stated = workplace(posting)
        decide(field, body, stated, posting?.isRemote == true, zones, words, &fact)

        var located = Located(zones, words)
        if zones.isShort, !zones.isHeader { located.settle(zones, words) }
        fill(located, zones, words, &fact)
        if !zones.isShort, !zones.isHeader || located.sites.isEmpty { addTold(zones, words, &fact) }
        return fact
    }

    private static func zones(_ words: borrowing FactText, _ text: ReadText, _ posting: Posting?) -> Zones {
        func tokens(_ s: ByteSpan) -> Range<Int> {
            let a = words.token(at: Int(s.start))
            return a..<max(a, words.token(at: Int(s.end)))
        }
        let start = words.token(at: text.bodyStart)
        var body = start..<words.tokens.count
        let title = text.lines.first { $0.kind == .title }.map { tokens($0.span) } ?? 0..<0
        var location = text.lines.first { $0.kind == .location }.map { tokens($0.span) } ?? 0..<0
        var isHeader = false
        if location.isEmpty, title.isEmpty, posting?.title == nil,
            let line = text.lines.first(where: { Int($0.span.start) >= text.bodyStart })
        {
            location = tokens(line.span)
            if location.count > 60 { location = location.lowerBound..<location.lowerBound + 60 }
            isHeader = true
            body = location.upperBound..<words.tokens.count
        }
        return Zones(location: location, title: title, body: body, isHeader: isHeader, isShort: body.count <= shortBody)
    }

    private static func workplace(_ posting: Posting?) -> WorkMode {
        guard let w = posting?.workplace else { return .unstated }
        let words = FactText(w)
        for t in words.tokens {
            switch modes.value(t.hash) {
            case 1: return .remote
            case 2: return .hybrid
            case 3: return .onsite
            default: continue
            }
        }
        return .unstated
    }
    private static let modes = WordMarks([
        "remote telecommute fullyremote": 1, "hybrid": 2, "onsite on office inoffice in": 3,
    ])

    private static func merge(_ a: PlaceModes, into b: inout PlaceModes) {
        if b.remote < 0 { b.remote = a.remote }
        if b.hybrid < 0 { b.hybrid = a.hybrid }
        if b.onsite < 0 { b.onsite = a.onsite }
    }

    // MARK: mode

    /// The freest mode that is open; a sentence about the work beats the field (M6), and both are kept if they differ.
    private static func decide(
        _ field: PlaceModes, _ body: PlaceModes, _ stated: WorkMode, _ isRemote: Bool, _ z: Zones,
        _ words: borrowing FactText,
        _ fact: inout PlaceFact
    ) {
        let said = freest(field)
        var told = freest(body)
        if !z.isShort {
            // In a long text "remote" is a common word: alone it does not overrule hybrid or a field.
            if told.mode == .remote, !body.isRemoteSure {
                told =
                    body.hybrid >= 0
                    ? (.hybrid, body.hybrid) : said.mode == .unstated && stated == .unstated ? told : (.unstated, -1)
            }
            if told.mode == .remote, body.hybrid >= 0, stated != .remote, said.mode != .remote,
                words.tokens[body.remote].sentence != words.tokens[body.hybrid].sentence
            {
                told = (.hybrid, body.hybrid)
            }
            if told.mode == .onsite, said.mode == .remote || said.mode == .hybrid { told = (.unstated, -1) }
        }
        if told.mode == .unstated, body.noRemote >= 0, said.mode != .remote || z.isShort {
            told = (.onsite, body.noRemote)
        }
        if told.mode == .onsite, body.noOffice >= 0, said.mode == .remote { told = (.remote, body.noOffice) }
        if told.mode == .unstated, body.noOffice >= 0, said.mode == .unstated { told = (.remote, body.noOffice) }

        var result = told
        if z.isHeader, said.mode != .unstated {
            result = said
            if said.mode == .onsite, told.mode == .hybrid { result = told }
            if said.mode == .remote, told.mode == .hybrid, z.isShort { result = told }
        } else if result.mode == .unstated {
            result = said
        } else if said.mode != .unstated, said.mode != told.mode, told.mode == .onsite, said.mode == .hybrid, !z.isShort
        {
            result = said
        }
        // The header of a bare text may be its only sentence.
        let isSentence = z.isHeader && !z.location.contains { words.tokens[$0].gap.contains(.bar) }
        if z.isShort, !z.isHeader || isSentence {
            let sense = PlaceSense(isSentence ? z.location.lowerBound..<z.body.upperBound : z.body, words)
            if sense.mode != .unstated { result = (sense.mode, sense.at) }
        }
        if result.mode == .unstated, stated != .unstated { result = (stated, -1) }
        if stated == .hybrid, result.mode == .onsite || result.mode == .remote && !z.isShort && !body.isRemoteSure {
            result = (.hybrid, result.at)
        }
        if result.mode == .unstated, isRemote { result = (.remote, -1) }
        fact.mode = result.mode
        if result.at >= 0 { fact.modeSpan = Cues.sentenceSpan(result.at, words) }
        if said.mode != .unstated, told.mode != .unstated, said.at >= 0, told.at >= 0, clash(said.mode, told.mode) {
            fact.contradiction = [Cues.sentenceSpan(said.at, words), Cues.sentenceSpan(told.at, words)]
        }
    }

    private static func clash(_ a: WorkMode, _ b: WorkMode) -> Bool {
        (a == .remote) != (b == .remote) && (a == .onsite || b == .onsite || a == .hybrid || b == .hybrid)
    }

    private static func freest(_ m: PlaceModes) -> (mode: WorkMode, at: Int) {
        if m.remote >= 0 { return (.remote, m.remote) }
        if m.hybrid >= 0 { return (.hybrid, m.hybrid) }
        if m.onsite >= 0 { return (.onsite, m.onsite) }
        return (.unstated, -1)
    }

    // MARK: places

    /// Places of the location field, those of remote work apart.
    struct Located {
        var sites: [PlaceAtom] = []
        var limits: [PlaceAtom] = []
        /// Regions that stand for their hours: "Remote (EU time zone)".
        var zones: [PlaceAtom] = []
        var hasRemote = false

        init(_ z: Zones, _ words: borrowing FactText) {
            for r in PlaceReader.parts(z.location, words, isHeader: z.isHeader) {
                if z.isHeader,
                    r.allSatisfy({ Located.shorthand.value(words.tokens[$0].hash) != 0 && words.tokens[$0].isUpper })
                {
                    continue
                }
                let atoms = PlaceFinder.find(r, words, loose: !z.isHeader || isPlaceLike(r, words))
                let remote = r.contains { PlaceReader.remoteWords.value(words.tokens[$0].hash) != 0 }
                hasRemote = hasRemote || remote
                for a in atoms where !isAside(a, r, words) {
                    // "Berlin, Remote" is a city and a mode; "Remote, Berlin" and "Remote (US)" are limits.
                    let isLimit = remote && (a.kind != .city && a.kind != .unknown || followsRemote(a, r, words))
                    var a = a
                    // "Remote from Quebec" is the province.
                    if isLimit, a.kind == .city, a.end - a.first == 1, words.tokens[a.first].hash == Located.quebec {
                        a = PlaceAtom(kind: .state, area: "CA", state: "QC", first: a.first, end: a.end)
                    }
                    if a.kind != .city, PlaceLimits.isHours(a, words) {
                        zones.append(a)
                    } else if isLimit {
                        limits.append(a)
                    } else {
                        sites.append(a)
                    }
                }
            }
            if z.isHeader { sites.removeAll { $0.kind == .code && $0.state == "" } }
        }

        /// A short text may say which of several towns of a name is meant: "That is London, Ontario", "Costa Rica's capital".
        mutating func settle(_ z: Zones, _ words: borrowing FactText) {
            guard let first = sites.first, sites.count == 1, first.kind == .city else { return }
            for other in PlaceFinder.find(z.body, words, loose: false) {
                if other.kind == .city || other.kind == .unknown ? other.name == first.name : other.area.utf8.count == 2
                {
                    PlaceFinder.settle(&sites[0], by: other, words)
                }
            }
        }

        private static let quebec = FactText.hash("quebec")
        /// Roles and fields of a header in capitals, some of which are codes of countries too.
        private static let shorthand = WordMarks([
            "qa sre pm it ml ai de ds ux ui em ba po sm fe be swe sde dba devops mle sdet tpm gtm hr pr vp cto ceo cfo vr ar qe bi se ae tl":
                1
        ])

        private func followsRemote(_ a: PlaceAtom, _ r: Range<Int>, _ words: borrowing FactText) -> Bool {
            a.first > r.lowerBound && !words.tokens[a.first].gap.contains(.slash)
                && (max(r.lowerBound, a.first - 3)..<a.first).contains {
                    PlaceReader.remoteWords.value(words.tokens[$0].hash) != 0
                }
        }

        /// "HQ Lisbon", "(HQ: Miami)", "visits to Oslo".
        private func isAside(_ a: PlaceAtom, _ r: Range<Int>, _ words: borrowing FactText) -> Bool {
            a.first > r.lowerBound && PlaceReader.asides.value(words.tokens[a.first - 1].hash) != 0
                && words.tokens[a.first].gap.isDisjoint(with: [.comma, .close, .slash, .bar])
        }

        /// A header's part that is made of capitals and commas, as places are.
        private func isPlaceLike(_ r: Range<Int>, _ words: borrowing FactText) -> Bool { r.count <= 8 }
    }
    static let remoteWords = WordMarks([
        "remote remotely remoto remota anywhere wfh homeoffice home homebased distributed teletravail teletrabajo teletrabalho telelavoro distans distansarbete hemifran thuiswerk thuiswerken fjernarbejde hjemmefra telecommute telework virtual fullyremote zdalnie zdalna リモート フルリモート 在宅 在宅勤務 完全リモート テレワーク":
            1
    ])
    static let asides = WordMarks([
        "hq headquarters headquartered hauptsitz firmensitz siege huvudkontor hoofdkantoor": 1
    ])

    /// Location fields list places by bars, slashes, semicolons and "or".
    static func parts(_ r: Range<Int>, _ words: borrowing FactText, isHeader: Bool) -> [Range<Int>] {
        var out: [Range<Int>] = []
        var from = r.lowerBound
        for i in r where i > from {
            let t = words.tokens[i]
            let mark =
                !t.gap.isDisjoint(with: [.bar, .semicolon, .line])
                || t.gap.contains(.slash) && remoteWords.value(t.hash) != 0
            let word = ors.value(t.hash) != 0
            // "Berlin, Remote": a mode after a city begins a part of its own.
            let mode = remoteWords.value(t.hash) != 0 && t.gap.contains(.comma) && i > from
            if mark || word || mode {
                out.append(from..<i)
                from = word ? i + 1 : i
            }
        }
        if from < r.upperBound { out.append(from..<r.upperBound) }
        return out
    }
    private static let ors = WordMarks(["or oder ou o eller of": 1])

    private static func fill(_ l: Located, _ z: Zones, _ words: borrowing FactText, _ fact: inout PlaceFact) {
        var sites = l.sites
        let towns = sites.filter { $0.kind == .city || $0.kind == .unknown || isCityState($0) }
        if towns.isEmpty, fact.mode != .remote || !l.hasRemote { sites += offices(z.body, words, short: z.isShort) }
        if fact.mode == .remote { fillRemote(l, z, words, &fact) }
        let isRemote = fact.mode == .remote || fact.mode == .remoteRestricted
        for a in sites where a.kind == .city || a.kind == .unknown || isCityState(a) && !(isRemote && l.hasRemote) {
            add(a, words, &fact)
        }
        if !isRemote {
            let towns = sites.filter { $0.kind == .city || $0.kind == .unknown || isCityState($0) }
            fact.eligible = PlaceLimits.codes(towns.isEmpty ? sites : towns)
            for a in sites where a.kind != .city && a.kind != .unknown && !isCityState(a) && towns.isEmpty {
                add(a, words, &fact)
            }
        } else {
            let shown =
                l.limits
                + (l.limits.isEmpty
                    ? l.sites.filter { $0.kind != .city && $0.kind != .unknown && !isCityState($0) } : [])
            for a in shown + l.zones { add(a, words, &fact) }
        }
    }

    static func isCityState(_ a: PlaceAtom) -> Bool {
        a.kind == .country && ["SG", "MC", "GI", "LU", "HK"].contains(a.area)
    }

    private static func fillRemote(_ l: Located, _ z: Zones, _ words: borrowing FactText, _ fact: inout PlaceFact) {
        fact.timezone = PlaceLimits.band(z.location, words) ?? PlaceLimits.band(z.body, words)
        var limits = l.limits
        if limits.isEmpty {
            limits = l.sites.filter {
                $0.kind == .country || $0.kind == .region || $0.kind == .state || $0.kind == .code
            }
        }
        // "Within 60 miles of Columbus": a distance gives its country.
        if limits.isEmpty || !limits.contains(where: { $0.kind != .city && $0.kind != .unknown }) {
            let isNear = z.location.contains { PlaceLimits.distances.value(words.tokens[$0].hash) != 0 }
            if isNear { limits = l.limits + l.sites }
        }
        let told = PlaceLimits.inBody(z.body, words, isShort: z.isShort)
        if limits.isEmpty || z.isShort && !told.isEmpty && l.limits.isEmpty { limits += told }
        // "This role is remote and can be done globally" is wider than the country in the field.
        let isWide = l.limits.isEmpty && !z.isShort && saysWorldwide(z.body, words, ofRole: true)
        fact.eligible = isWide ? [] : PlaceLimits.codes(limits)
        if fact.eligible.isEmpty,
            Cues.any(.anywhere, in: z.location, words)
                || (z.isShort ? isWorld(z.body, words) : saysWorldwide(z.body, words))
        {
            fact.eligible = ["worldwide"]
        }
        // A town in the field of a remote post limits it too, though it says not how far (M2).
        let isBeside = z.location.contains {
            remoteWords.value(words.tokens[$0].hash) != 0 && words.tokens[$0].gap.contains(.dash)
                && words.tokens[$0].gap.isDisjoint(with: [.comma, .slash])
        }
        let town =
            !isWide && !z.isHeader && (!l.hasRemote || isBeside && !z.isShort)
            && l.sites.contains { $0.kind == .city || $0.kind == .unknown }
        if fact.eligible.first.map({ $0 != "worldwide" })
            ?? (fact.timezone != nil || town || !l.zones.isEmpty || zone(l, z, words, &fact))
        {
            fact.mode = .remoteRestricted
        }
    }

    /// "Remote (CET)", "Remote | US hours": a zone beside the word in the location limits it, and is named among the places.
    private static func zone(_ l: Located, _ z: Zones, _ words: borrowing FactText, _ fact: inout PlaceFact) -> Bool {
        guard l.hasRemote else { return false }
        for i in z.location where PlaceLimits.zone(i, words) != nil {
            let near = max(z.location.lowerBound, i - 4)..<i
            guard near.contains(where: { remoteWords.value(words.tokens[$0].hash) != 0 }) else { continue }
            let span = words.span(i, i)
            fact.places.append(PlaceFact.Place(text: words.written(span), span: span))
            return true
        }
        return false
    }

    /// Any place, with no word after it that says within what.
    private static func isWorld(_ r: Range<Int>, _ words: borrowing FactText) -> Bool {
        var k = words.cue(at: r.lowerBound)
        while k < words.cues.count, Int(words.cues[k].start) < r.upperBound {
            if words.cues[k].tag == Cue.anywhere.rawValue, !isWithin(Int(words.cues[k].end), words) { return true }
            k += 1
        }
        return false
    }

    private static func saysWorldwide(_ r: Range<Int>, _ words: borrowing FactText, ofRole: Bool = false) -> Bool {
        var k = words.cue(at: r.lowerBound)
        while k < words.cues.count, Int(words.cues[k].start) < r.upperBound {
            if words.cues[k].tag == Cue.anywhere.rawValue,
                Cues.any(.remote, in: words.sentence(of: Int(words.cues[k].start)), words),
                !isWithin(Int(words.cues[k].end), words),
                !ofRole || isOfRole(words.sentence(of: Int(words.cues[k].start)), words)
            {
                return true
            }
            k += 1
        }
        return false
    }

    /// "Anywhere in Canada" is not the world.
    private static func isWithin(_ i: Int, _ words: borrowing FactText) -> Bool {
        i < words.tokens.count && within.value(words.tokens[i].hash) != 0
    }
    private static let within = WordMarks(["in within across between inside innerhalb in dans en inom binnen": 1])

    static func add(_ a: PlaceAtom, _ words: borrowing FactText, _ fact: inout PlaceFact) {
        var span = words.span(a.first, a.end - 1)
        if (a.first + 1..<max(a.first + 1, a.end)).contains(where: { words.tokens[$0].gap.contains(.open) }),
            Int(span.end) < words.bytes.count,
            words.bytes[Int(span.end)] == UInt8(ascii: ")")
        {
            span.end += 1
        }
        guard !fact.places.contains(where: { $0.span.map { $0.overlaps(span) } ?? false }) else { return }
        let isTown = a.kind == .city || a.kind == .unknown || isCityState(a)
        let name = a.name.isEmpty ? words.written(span) : a.name
        if isTown, fact.places.contains(where: { $0.city == name && $0.country?.code == a.area }) { return }
        fact.places.append(
            PlaceFact.Place(
                text: CleanText.line(words.written(span)), span: span, city: isTown ? name : nil,
                country: Country(a.area)))
    }
}
