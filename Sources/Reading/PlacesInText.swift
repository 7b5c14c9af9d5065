import Base
import Taxonomy

/// Places that the body names for the work, beside those of the location field.
extension PlaceReader {
    /// Towns beside the word office in the body: "in our Lyon office", "office in Porto", "based in Graz".
    static func offices(_ r: Range<Int>, _ words: borrowing FactText, short: Bool) -> [PlaceAtom] {
        var out: [PlaceAtom] = []
        for i in r
        where offices.value(words.tokens[i].hash) != 0
            || short && SenseMark.of(words.tokens[i].hash) & SenseMark.office != 0
        {
            let s = words.sentence(of: i)
            if s.contains(where: {
                asides.value(words.tokens[$0].hash) != 0 || elsewhere.value(words.tokens[$0].hash) != 0
            }) {
                continue
            }
            for a in PlaceFinder.find(max(s.lowerBound, i - 4)..<min(s.upperBound, i + 7), words, loose: false)
            where a.kind == .city {
                if !out.contains(where: { $0.name == a.name }) { out.append(a) }
            }
            if !out.isEmpty { break }
        }
        return out
    }
    private static let offices = WordMarks([
        "office buro bureau bureaux oficina oficinas kontor kontoret kantoor escritorio sede based location standort onsite site relocate":
            1
    ])
    private static let elsewhere = WordMarks(["offices customers clients founded visit visits company": 1])

    /// Adds the places of sentences that say where this role is done: "This role is based in New York or San Francisco",
    /// "The position can be remote anywhere in the USA or Canada", "Locations: Lyon, Nantes".
    static func addTold(_ z: Zones, _ words: borrowing FactText, _ fact: inout PlaceFact) {
        let r = z.body
        // "QA Engineer - (Brazil)": a place in a part of its own in the title.
        var found = PlaceFinder.find(z.title, words, loose: false).filter {
            ($0.kind == .city || $0.kind == .country) && $0.first > z.title.lowerBound
                && !words.tokens[$0.first].gap.isDisjoint(with: $0.kind == .city ? [.open] : [.open, .bar, .dash])
        }
        var i = r.lowerBound
        while i < r.upperBound, found.count < 24 {
            let v = subjects.value(words.tokens[i].hash)
            guard v != 0 else {
                i += 1
                continue
            }
            let s = words.sentence(of: i)
            let isLabel = v & 2 != 0 && i == s.lowerBound && words.gap(after: i).contains(.colon)
            let isSaid = v & 1 != 0 && isOfRole(s, words) && s.contains { sayings.value(words.tokens[$0].hash) != 0 }
            if isLabel || isSaid, !s.contains(where: { void.value(words.tokens[$0].hash) != 0 }) {
                found += PlaceFinder.find(i + 1..<s.upperBound, words, loose: isLabel)
                found += codes(s, words)
                i = s.upperBound
            }
            i += 1
        }
        let isRemote = fact.mode == .remote || fact.mode == .remoteRestricted
        for a in found where !PlaceLimits.isHours(a, words) && !isAway(a, words) && (isRemote || a.kind != .region) {
            // A state named again without its town.
            let name = words.written(words.span(a.first, a.end - 1))
            if a.kind != .city, fact.places.contains(where: { $0.text.contains(name) }) { continue }
            add(a, words, &fact)
            if !fact.eligible.isEmpty, !isRemote || a.kind != .city, fact.eligible != ["worldwide"],
                !fact.eligible.contains(a.area), !a.area.isEmpty
            {
                fact.eligible.append(a.area)
            }
        }
    }

    /// The sentence speaks of this role or of where the reader may work.
    static func isOfRole(_ s: Range<Int>, _ words: borrowing FactText) -> Bool {
        if s.contains(where: { HeaderLine.searching(words.tokens[$0].hash) }) {
            return s.contains { living.value(words.tokens[$0].hash) != 0 }
        }
        for k in s where subjects.value(words.tokens[k].hash) & 1 != 0 {
            if officesOf.value(words.tokens[k].hash) != 0 {
                if (s.lowerBound..<k).contains(where: { words.tokens[$0].hash == work }) { return true }
                continue
            }
            if (max(s.lowerBound, k - 3)..<k).contains(where: { these.value(words.tokens[$0].hash) != 0 }) {
                return true
            }
        }
        return false
    }

    /// A list of three or more state codes: "(FL, CO, IL)".
    static func codes(_ s: Range<Int>, _ words: borrowing FactText) -> [PlaceAtom] {
        var k = s.lowerBound
        while k < s.upperBound {
            var end = k
            while end < s.upperBound, words.tokens[end].isUpper, words.tokens[end].high - words.tokens[end].low == 2,
                end == k || words.tokens[end].gap.contains(.comma)
            { end += 1 }
            if end - k >= 3 {
                return PlaceFinder.codes(k..<end, words)
            }
            k = max(end, k + 1)
        }
        return []
    }

    /// "Customers in Oslo", "reporting to the manager in Paris", "outside the EU".
    private static func isAway(_ a: PlaceAtom, _ words: borrowing FactText) -> Bool {
        let s = words.sentence(of: a.first)
        return (max(s.lowerBound, a.first - 4)..<a.first).contains {
            others.value(words.tokens[$0].hash) != 0 || Cues.isNegator($0, words)
        }
    }

    private static let living = WordMarks(["based located remote remotely locally": 1])
    private static let officesOf = WordMarks(["offices hubs": 1])
    private static let work = FactText.hash("work")
    private static let subjects = WordMarks([
        """
        role position job opportunity vacancy offices hubs looking candidates members stelle poste puesto posicion tjansten tjanst rollen
        functie vacature vaga posizione
        """: 1,
        "location locations office standort standorte lieu lieux ubicacion plats ort locatie localizacao sede arbeitsort standplaats":
            2,
    ])
    private static let these = WordMarks([
        "this the these our diese dieser die ce cette le este esta el la denna den deze a o questa successful team all":
            1
    ])
    private static let sayings = WordMarks([
        """
        based located location locations remote remotely onsite site hybrid office offices hub hubs commuting relocate relocation anywhere
        person sit sits standort buro bureau bureaux oficina oficinas kontor kontoret kantoor escritorio sede markets
        """: 1
    ])
    private static let void = WordMarks([
        """
        salary salaries pay compensation range customers clients founded headquartered headquarters hq visit visits travel equity
        bonus benefits law laws applicants investors backed offsite offsites raised
        """: 1
    ])
    private static let others = WordMarks([
        "customers clients partners outside except teams colleagues reporting reports manager headquarters hq university visit":
            1
    ])
}
