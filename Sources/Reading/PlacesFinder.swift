import Base
import Taxonomy

/// A place named in a text.
struct PlaceAtom {
    enum Kind { case city, country, region, state, code, unknown }
    var kind: Kind
    /// Index into `PlaceNames.cities` of the likeliest city; -1 for another kind.
    var city = -1
    /// ISO code, or a region's name.
    var area: String
    /// State or province code.
    var state = ""
    /// Tokens, half open; for a city with what qualifies it ("Austin, TX, USA").
    var first: Int
    var end: Int
    /// The city's name in English, or as written.
    var name = ""
}

/// Finds places by name; only ever asked about short stretches of a text.
enum PlaceFinder {
    private struct Table {
        var cities: [UInt64: [Int32]] = [:]
        var areas: [UInt64: String] = [:]
        var states: [UInt64: (country: String, code: String)] = [:]
        var stateCodes: [UInt64: String] = [:]
        var countryCodes: [UInt64: String] = [:]
        /// "SP" after a town of Brazil.
        var localCodes: [String: Set<UInt64>] = [:]
        /// Names that are areas only in capitals ("US", "NA", "SEA").
        var capitals: Set<UInt64> = []
        var longest = 1
    }

    private static let table: Table = {
        var t = Table()
        for (n, c) in PlaceNames.cities.enumerated() {
            for s in c.spellings { t.cities[key(s, &t.longest), default: []].append(Int32(n)) }
        }
        for k in t.cities.keys { t.cities[k]?.sort { rank($0) < rank($1) } }
        for a in PlaceNames.areas {
            for s in a.names {
                let k = key(s, &t.longest)
                if t.areas[k] == nil { t.areas[k] = a.code }
                if s.count <= 4, s.allSatisfy({ $0.isUppercase || $0 == "." }) { t.capitals.insert(k) }
            }
            if a.code.count == 2, a.code != "EU" { t.countryCodes[FactText.hash(a.code.lowercased())] = a.code }
        }
        for s in PlaceNames.states {
            for n in s.names { t.states[key(n, &t.longest)] = (s.country, s.code) }
            if ["US", "CA"].contains(s.country) || s.country == "AU" && s.code.utf8.count == 3,
                t.stateCodes[FactText.hash(s.code.lowercased())] == nil
            {
                t.stateCodes[FactText.hash(s.code.lowercased())] = s.country
            }
        }
        for (country, codes) in PlaceNames.localCodes {
            t.localCodes[country] = Set(codes.lowercased().split(separator: " ").map { FactText.hash($0) })
        }
        return t
    }()

    private static func rank(_ n: Int32) -> Int { (PlaceNames.cities[Int(n)].isSecond ? 100_000 : 0) + Int(n) }

    private static func key(_ name: String, _ longest: inout Int) -> UInt64 {
        let words = FactText(name).tokens
        longest = max(longest, min(4, words.count))
        return words.reduce(UInt64(7)) { step($0, $1.hash) }
    }

    private static func step(_ h: UInt64, _ word: UInt64) -> UInt64 { (h &* 0x9E37_79B9_7F4A_7C15) ^ word }

    /// Places in a stretch, in order. `loose`: a location field, where small codes and unknown names count.
    static func find(_ r: Range<Int>, _ text: borrowing FactText, loose: Bool) -> [PlaceAtom] {
        var atoms: [PlaceAtom] = []
        var i = r.lowerBound
        while i < r.upperBound {
            if let a = atom(at: i, r.upperBound, text, loose: loose, after: atoms.last) {
                i = a.end
                absorb(a, into: &atoms, text, loose: loose, from: r.lowerBound)
            } else {
                i += 1
            }
        }
        return atoms
    }

    private static func hash(_ text: borrowing FactText, _ folded: Range<Int>) -> UInt64 {
        text.folded.withUnsafeBufferPointer { b in
            b.baseAddress.map {
                FactText.hash($0 + folded.lowerBound, folded.count, readable: b.count - folded.lowerBound)
            } ?? 0
        }
    }

    /// Of the word without a possessive ("Costa Rica's capital").
    private static func nameHash(_ i: Int, _ text: borrowing FactText) -> UInt64 {
        let t = text.tokens[i]
        let e = Int(t.end)
        guard t.end - t.start > 4, text.bytes[e - 1] == UInt8(ascii: "s"),
            text.bytes[e - 2] == UInt8(ascii: "'") || text.bytes[e - 2] == 0x99 && text.bytes[e - 3] == 0x80
        else { return t.hash }
        return hash(text, Int(t.low)..<Int(t.high) - 1)
    }

    private static func atom(at i: Int, _ limit: Int, _ text: borrowing FactText, loose: Bool, after last: PlaceAtom?)
        -> PlaceAtom?
    {
        let t = text.tokens[i]
        // "remote (uk)"
        let isBracketed =
            loose && t.gap.contains(.open) && text.gap(after: i).contains(.close) && i > 0
            && PlaceReader.remoteWords.value(text.tokens[i - 1].hash) != 0
        guard t.kind == .word, t.isCapital || t.isUpper || loose || text.folded[Int(t.low)] >= 0x80 else { return nil }
        var h: UInt64 = 7
        var keys: [(UInt64, Int)] = []
        for k in i..<min(limit, i + table.longest) {
            if k > i, !text.tokens[k].gap.isSubset(of: [.space, .dash, .other, .amp]) { break }
            h = step(h, nameHash(k, text))
            keys.append((h, k + 1))
        }
        for (key, end) in keys.reversed() {
            let isShort = end == i + 1 && t.high - t.low <= 4
            if let area = table.areas[key],
                !isShort || t.isUpper || isBracketed || !table.capitals.contains(key) || loose && t.high - t.low > 2
            {
                if let s = table.states[key], isState(s, after: last, text, i) {
                    return PlaceAtom(kind: .state, area: s.country, state: s.code, first: i, end: end)
                }
                // A country that is also a city ("Singapore", "Luxembourg") is named as both.
                return PlaceAtom(
                    kind: area.count == 2 && area != "EU" ? .country : .region, area: area, first: i, end: end)
            }
            if let cities = table.cities[key], let c = cities.first.map({ Int($0) }),
                !isShort || t.isUpper || t.high - t.low > 2
            {
                let city = PlaceNames.cities[c]
                if city.isSecond, let s = table.states[key] {
                    return PlaceAtom(kind: .state, area: s.country, state: s.code, first: i, end: end)
                }
                if city.isSecond, !loose { continue }
                return PlaceAtom(
                    kind: .city, city: c, area: city.country, state: city.state, first: i, end: end, name: city.name)
            }
            if let s = table.states[key] {
                return PlaceAtom(kind: .state, area: s.country, state: s.code, first: i, end: end)
            }
        }
        if text.folded[Int(t.low)] >= 0xE3, let c = unitTown(t, text) {
            let city = PlaceNames.cities[c]
            return PlaceAtom(
                kind: .city, city: c, area: city.country, state: city.state, first: i, end: i + 1, name: city.name)
        }
        guard t.isUpper || isBracketed, t.high - t.low <= 3, !isOfArea(i + 1, text) else { return nil }
        if let last, last.end == i, last.kind == .city, table.localCodes[last.area]?.contains(t.hash) ?? false {
            return PlaceAtom(kind: .code, area: last.area, state: last.state, first: i, end: i + 1)
        }
        if let last, last.end == i,
            last.kind == .city || last.kind == .unknown || last.kind == .code || last.kind == .state,
            !small(t, text) || loose
        {
            if let country = table.stateCodes[t.hash] {
                return PlaceAtom(kind: .code, area: country, state: text.word(i).uppercased(), first: i, end: i + 1)
            }
            if let country = table.countryCodes[t.hash] {
                return PlaceAtom(kind: .code, area: country, first: i, end: i + 1)
            }
        }
        if isBracketed, !t.isUpper, let country = table.countryCodes[t.hash] {
            return PlaceAtom(kind: .code, area: country, first: i, end: i + 1)
        }
        if loose, let country = table.stateCodes[t.hash] ?? table.countryCodes[t.hash], !small(t, text) || last == nil {
            return PlaceAtom(
                kind: .code, area: country, state: table.stateCodes[t.hash] != nil ? text.word(i).uppercased() : "",
                first: i, end: i + 1)
        }
        return nil
    }

    /// States of the United States and Canada written as codes alone.
    static func codes(_ r: Range<Int>, _ text: borrowing FactText) -> [PlaceAtom] {
        r.compactMap { i in
            table.stateCodes[text.tokens[i].hash].map {
                PlaceAtom(kind: .code, area: $0, state: text.word(i).uppercased(), first: i, end: i + 1)
            }
        }
    }

    /// "札幌市", "東京都": a town with the word for its kind, of one character.
    private static func unitTown(_ t: FactToken, _ text: borrowing FactText) -> Int? {
        let end = Int(t.high) - 3
        guard end - Int(t.low) >= 6, units.contains(where: { text.folded[end..<Int(t.high)].elementsEqual($0) }) else {
            return nil
        }
        return table.cities[step(7, hash(text, Int(t.low)..<end))]?.first.map { Int($0) }
    }
    private static let units: [[UInt8]] = ["市", "都", "府", "区", "시"].map { Array($0.utf8) }

    /// "(LA Area)" means the city.
    private static func isOfArea(_ i: Int, _ text: borrowing FactText) -> Bool {
        i < text.tokens.count && areas.value(text.tokens[i].hash) & 1 != 0 && text.tokens[i].gap == [.space]
    }
    private static let areas = WordMarks([
        "area metro": 1, "metro greater region metropolitan grossraum stadt provincia province county district": 2,
    ])

    /// "Georgia" after a city of the state, or alone beside American words.
    private static func isState(
        _ s: (country: String, code: String), after last: PlaceAtom?, _ text: borrowing FactText, _ i: Int
    ) -> Bool {
        guard let last, last.kind == .city || last.kind == .unknown, last.end == i else { return false }
        if last.kind == .unknown { return true }
        return candidates(last, text).contains {
            PlaceNames.cities[$0].state == s.code && PlaceNames.cities[$0].country == s.country
        }
    }

    /// Words that are codes too: "IN", "OR", "ME" count only in a location after a city.
    private static func small(_ t: FactToken, _ text: borrowing FactText) -> Bool {
        words.value(t.hash) != 0
    }
    private static let words = WordMarks([
        "in or me hi ok oh pa ma al de la id ai it is to no so am be as at my do ml vs hr pr pm ca_ tv": 1
    ])

    /// The city meant by an ambiguous name once a country or state is known; the atom is left alone if none fits.
    static func settle(_ a: inout PlaceAtom, by other: PlaceAtom, _ text: borrowing FactText) {
        guard a.kind == .city, !qualified(a, text) else { return }
        let pick = candidates(a, text).first {
            let c = PlaceNames.cities[$0]
            return c.country == other.area && (other.state.isEmpty || c.state == other.state)
        }
        guard let pick else { return }
        a.city = pick
        a.area = PlaceNames.cities[pick].country
        a.state = PlaceNames.cities[pick].state
        a.name = PlaceNames.cities[pick].name
    }

    private static func candidates(_ a: PlaceAtom, _ text: borrowing FactText) -> [Int] {
        var h: UInt64 = 7
        for k in a.first..<a.end {
            h = step(h, text.tokens[k].hash)
            if let c = table.cities[h],
                k + 1 == a.end || text.tokens[k + 1].gap.contains(.comma) || text.tokens[k + 1].gap.contains(.open)
            {
                return c.map { Int($0) }
            }
        }
        return []
    }

    /// Joins what qualifies a city to it; makes an unknown name before a state or country a city.
    private static func absorb(
        _ a: PlaceAtom, into atoms: inout [PlaceAtom], _ text: borrowing FactText, loose: Bool, from start: Int
    ) {
        if var last = atoms.last, last.end == a.first, last.kind == .city || last.kind == .unknown,
            text.tokens[a.first].gap.isDisjoint(with: [.bar, .slash, .semicolon, .plus, .amp, .stop, .line])
        {
            let plain = text.tokens[a.first].gap.isSubset(of: [.space])
            switch a.kind {
            case .code
            where last.area == a.area && table.localCodes[last.area]?.contains(text.tokens[a.first].hash) ?? false:
                last.end = a.end
                atoms[atoms.count - 1] = last
                return
            case .code, .state, .country:
                // "SF (US work permit required)": the bracket speaks of something else.
                if text.tokens[a.first].gap.contains(.open), a.end < text.tokens.count,
                    text.tokens[a.end].gap.isDisjoint(with: [.close, .comma]), !isOfArea(a.end, text)
                {
                    return
                }
                if last.kind == .city {
                    let options = candidates(last, text)
                    let byState = options.first {
                        !a.state.isEmpty && PlaceNames.cities[$0].state == a.state
                            && (PlaceNames.cities[$0].country == a.area || a.kind == .code)
                    }
                    let code = a.kind == .code ? text.word(a.first).uppercased() : a.area
                    let byCountry = options.first {
                        PlaceNames.cities[$0].country == code
                            || PlaceNames.cities[$0].country == a.area && a.state.isEmpty
                    }
                    if let pick = byState ?? byCountry {
                        last.city = pick
                        last.area = PlaceNames.cities[pick].country
                        last.state = PlaceNames.cities[pick].state
                        last.name = PlaceNames.cities[pick].name
                    } else if a.kind == .country, !plain || a.area == last.area {
                        // The text says another country than is known: it knows better.
                        if last.area != a.area, last.state.isEmpty || a.state.isEmpty, last.end - last.first > 0,
                            text.tokens[a.first].gap.contains(.comma)
                        {
                            if qualified(last, text) { break }
                            last.area = a.area
                            last.city = -1
                            last.kind = .unknown
                        }
                    } else if a.kind == .country {
                        break
                    } else if !qualified(last, text) {
                        last.area = a.area
                        last.state = a.state
                        last.city = -1
                        last.kind = .unknown
                        last.name = text.written(text.span(last.first, last.end - 1))
                    }
                }
                last.end = a.end
                atoms[atoms.count - 1] = last
                return
            case .city:
                // "New York, New York", "Seattle, Washington", "Montreal, Quebec".
                let same =
                    last.name == a.name || a.name == "Washington" && last.state == "WA"
                    || a.name == "Quebec City" && last.state == "QC"
                    || a.name == "New York" && last.state == "NY"
                    // "Taguig, Metro Manila"
                    || last.area == a.area && a.first > last.end - 1 && isRegionOf(a, text)
                if same {
                    last.end = a.end
                    atoms[atoms.count - 1] = last
                    return
                }
            default: break
            }
        }
        // "Lebanon, NH": a country's name before a state is a town.
        if var last = atoms.last, last.end == a.first, last.kind == .country, a.kind == .code || a.kind == .state,
            text.tokens[a.first].gap.contains(.comma), last.area != a.area, !a.state.isEmpty
        {
            last.kind = .unknown
            last.name = text.written(text.span(last.first, last.end - 1))
            last.area = a.area
            last.state = a.state
            last.end = a.end
            atoms[atoms.count - 1] = last
            return
        }
        // "Westlake Village, CA": a known name with a word of capitals after it is another town.
        if loose, a.kind == .code || a.kind == .state, let last = atoms.last, last.kind == .city, last.end < a.first,
            a.first - last.end <= 2, text.tokens[a.first].gap.contains(.comma),
            (last.end..<a.first).allSatisfy({
                text.tokens[$0].isCapital && text.tokens[$0].gap == [.space]
                    && notTown.value(text.tokens[$0].hash) == 0
            })
        {
            atoms[atoms.count - 1] = PlaceAtom(
                kind: .unknown, area: a.area, state: a.state, first: last.first, end: a.end,
                name: text.written(text.span(last.first, a.first - 1)))
            return
        }
        if loose, a.kind == .code || a.kind == .state || a.kind == .country,
            let u = unknown(before: a, atoms.last?.end ?? start, text)
        {
            atoms.append(u)
            return
        }
        atoms.append(a)
    }

    /// "Metro Manila", "Greater London" after a town of the country.
    private static func isRegionOf(_ a: PlaceAtom, _ text: borrowing FactText) -> Bool {
        a.end - a.first > 1 && areas.value(text.tokens[a.first].hash) & 2 != 0
    }

    private static func qualified(_ a: PlaceAtom, _ text: borrowing FactText) -> Bool {
        (a.first + 1..<max(a.first + 1, a.end)).contains {
            text.tokens[$0].gap.contains(.comma) || text.tokens[$0].gap.contains(.open)
        }
    }

    /// One to three capitalised words right before ", TX" or ", Brazil".
    private static func unknown(before a: PlaceAtom, _ start: Int, _ text: borrowing FactText) -> PlaceAtom? {
        guard a.first > start, text.tokens[a.first].gap.contains(.comma) else { return nil }
        var k = a.first - 1
        while k >= start, k > a.first - 4, text.tokens[k].kind == .word, text.tokens[k].isCapital,
            notTown.value(text.tokens[k].hash) == 0
        {
            if !text.tokens[k].gap.isSubset(of: [.space, .dash]) {
                k -= 1
                break
            }
            k -= 1
        }
        let first = k + 1
        guard first < a.first, text.tokens[first].isCapital, notTown.value(text.tokens[first].hash) == 0 else {
            return nil
        }
        return PlaceAtom(
            kind: .unknown, area: a.area, state: a.state, first: first, end: a.end,
            name: text.written(text.span(first, a.first - 1)))
    }
    private static let notTown = WordMarks([
        "area region county greater metro work citizens persons visa only based remote hybrid onsite anywhere office home hq headquarters full time fulltime engineering multiple various the us usa wfh distributed telecommute virtual flexible nationwide worldwide global":
            1
    ])
}
