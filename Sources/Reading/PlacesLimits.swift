import Base
import Taxonomy

/// Where a person may live who works from afar, and in which hours.
enum PlaceLimits {
    /// Codes of the places, countries of cities and states, without doubles, in order.
    static func codes(_ atoms: [PlaceAtom]) -> [String] {
        var out: [String] = []
        for a in atoms where !a.area.isEmpty && !out.contains(a.area) { out.append(a.area) }
        return out
    }

    /// Places in the sentences of the body that limit remote work. A short text may say it in a sentence of its own
    /// ("EU or Switzerland."); in a long one the sentence must speak of remote work or of where the person lives.
    static func inBody(_ r: Range<Int>, _ text: borrowing FactText, isShort: Bool) -> [PlaceAtom] {
        var out: [PlaceAtom] = []
        var i = r.lowerBound
        while i < r.upperBound {
            let s = text.sentence(of: i)
            let end = min(s.upperBound, r.upperBound)
            defer { i = max(end, i + 1) }
            let lone = isShort && s.count <= 8
            let remote = Cues.any(.remote, in: s, text)
            let limit = Cues.any(.limit, in: s, text)
            guard lone || remote && (limit || isShort || s.count <= 12) || limit && isShort || limit && hasDuty(s, text)
            else { continue }
            if s.contains(where: { others.value(text.tokens[$0].hash) != 0 }), !remote, !limit { continue }
            let before = out.count
            for a in PlaceFinder.find(i..<end, text, loose: false) where !isOther(a, s, text) { out.append(a) }
            guard isShort else { continue }
            out[before...].removeAll { PlaceExclusions.holds($0, s, text) }
            if out.count == before { out += spoken(i..<end, text) }
            if out.count > 40 { break }
        }
        return out
    }

    /// Countries that the sentence names by an adjective beside a word of land or residence ("any Italian region"), by codes
    /// of provinces or states in a list, or within a word of a script without blanks.
    private static func spoken(_ r: Range<Int>, _ text: borrowing FactText) -> [PlaceAtom] {
        var out: [PlaceAtom] = []
        for i in r {
            let t = text.tokens[i]
            if text.folded[Int(t.low)] >= 0xE3 {
                let w = text.folded[Int(t.low)..<Int(t.high)]
                for (code, names) in unspaced where names.contains(where: { SenseMark.holds(w, $0) }) {
                    out.append(PlaceAtom(kind: code.count == 2 ? .country : .region, area: code, first: i, end: i + 1))
                    break
                }
            } else if let code = wide[t.hash] {
                out.append(PlaceAtom(kind: .country, area: code, first: i, end: i + 1))
            } else if let code = adjectives[t.hash] {
                let near = max(r.lowerBound, i - 2)..<min(r.upperBound, i + 3)
                if near.contains(where: { lands.value(text.tokens[$0].hash) != 0 }) {
                    out.append(PlaceAtom(kind: .country, area: code, first: i, end: i + 1))
                }
            }
        }
        if out.isEmpty, r.contains(where: { provinces.value(text.tokens[$0].hash) != 0 }) {
            out = PlaceReader.codes(r, text)
        }
        return out
    }
    static let distances = WordMarks([
        "miles mile km kilometers kilometres hour hours minutes drive umkreis stunden radius commute commuting distance train":
            1
    ])
    private static let provinces = WordMarks([
        "province provinces state states territory territories provinzen provincias bundesstaaten etats estados": 1
    ])
    private static let lands = WordMarks([
        """
        region regions regione regioni regiones regiao regioes state states estado estados bundesland province provinces provincia provincias
        territory territorio territoire land soil boden sol suolo suelo solo city citta ciudad town village place lieu lugar luogo ort plats
        resident residents residency residence residencia residenza tax taxpayer taxpayers taxes payroll citta comune municipio commune
        departement border borders passport citizens wohnsitz address adresse locality
        """: 1
    ])
    private static let wide: [UInt64: String] = [
        FactText.hash("bundesweit"): "DE", FactText.hash("deutschlandweit"): "DE",
        FactText.hash("osterreichweit"): "AT",
        FactText.hash("schweizweit"): "CH", FactText.hash("eu"): "EU",
    ]
    private static let adjectives: [UInt64: String] = {
        var out: [UInt64: String] = [:]
        let list: [(String, String)] = [
            ("IT", "italian italiana italiano italiane italiani italienne italiensk italienische italienischer"),
            ("FR", "french francaise francaises francais francese francesa franzosische franzosischer fransk franse"),
            (
                "DE",
                "german deutsche deutscher deutschen deutsches allemande allemand alemana aleman tedesca tedesco tysk tyska duitse alema niemieckie"
            ),
            (
                "ES",
                "spanish espanola espanol espanolas espanoles espagnole spagnola spanische spansk spaanse espanhola"
            ),
            ("PT", "portuguese portuguesa portugues portugais portugiesische portoghese"),
            ("BR", "brazilian brasileiro brasileira brasileiros brasileiras brasileno brasilena bresilien"),
            ("GB", "british britannique britanico britische brittisk britse scottish welsh english_"),
            ("IE", "irish irlandaise irlandesa irische"),
            ("NL", "dutch nederlandse niederlandische neerlandaise holandesa"),
            ("BE", "belgian belge belgische belga"),
            ("SE", "swedish svensk svenska svenskt schwedische suedoise sueca zweedse"),
            ("NO", "norwegian norsk norske norwegische"), ("DK", "danish dansk danske danische"),
            ("FI", "finnish finsk finska finnische suomalainen"),
            ("PL", "polish polskie polski polska_ polskiej polnische polsk polonaise polaca"),
            ("CZ", "czech ceska ceske tschechische"),
            ("AT", "austrian osterreichische osterreichischer osterreichischen autrichienne"),
            ("CH", "swiss schweizer suisse_ svizzera_ suiza_"),
            ("CA", "canadian canadien canadienne canadiense kanadische"),
            ("US", "american americain estadounidense amerikanische"),
            ("MX", "mexican mexicano mexicana"), ("AR", "argentine argentino argentina_ argentinian"),
            ("CL", "chilean chileno chilena"),
            ("CO", "colombian colombiano colombiana"), ("AU", "australian australische"), ("NZ", "zealand_"),
            ("IN", "indian"),
            ("JP", "japanese japanische japonais"), ("ZA", "african_"), ("GR", "greek griechische"),
            ("RO", "romanian rumanische"),
            ("UA", "ukrainian ukrainische"), ("TR", "turkish turkische"), ("IL", "israeli"), ("KE", "kenyan"),
            ("NG", "nigerian"), ("PH", "philippine filipino"),
            ("EU", "eu_"),
            (
                "EUROPE",
                "european europeo europea europeen europeenne europaische europaischen europeisk europeia europeu europees europese"
            ),
        ]
        for (code, words) in list { for w in words.split(separator: " ") { out[FactText.hash(w)] = code } }
        return out
    }()
    private static let unspaced: [(String, [[UInt8]])] = [
        ("JP", ["日本", "国内", "全国"]), ("TW", ["台湾", "台灣"]), ("KR", ["韓国", "한국"]), ("CN", ["中国"]), ("US", ["米国", "アメリカ"]),
        ("SG", ["シンガポール"]), ("VN", ["ベトナム"]), ("TH", ["タイ国"]), ("PH", ["フィリピン"]), ("IN", ["インド国"]),
        ("EU", ["欧州連合"]), ("EUROPE", ["欧州", "ヨーロッパ"]), ("ASIA", ["アジア"]),
    ].map { ($0.0, $0.1.map { Array($0.utf8) }) }

    private static func hasDuty(_ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        s.contains { duty.value(text.tokens[$0].hash) != 0 }
    }
    private static let duty = WordMarks([
        "must reside resident residents authorized authorised eligible hire employ residing located open": 1
    ])
    private static let others = WordMarks([
        """
        hq headquarters headquartered headquarter hauptsitz siege sede_ customers clients offices founded backed investors shipping
        investor users partners team teams colleague colleagues sits registered support supports takes kunden clientes offsite offsites retreat overlap hours meetup holidays benefits
        """: 1
    ])

    /// A headquarters or an office in a bracket or clause of its own, or a place that is refused.
    private static func isOther(_ a: PlaceAtom, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        let before = max(s.lowerBound, a.first - 3)..<a.first
        if before.contains(where: { others.value(text.tokens[$0].hash) != 0 }) { return true }
        if a.end < s.upperBound, others.value(text.tokens[a.end].hash) != 0 || isHours(a, text) { return true }
        return before.contains { Cues.isNegator($0, text) || outside.value(text.tokens[$0].hash) != 0 }
    }
    /// "EU time zone", "Central European Time": hours, which are no place.
    static func isHours(_ a: PlaceAtom, _ text: borrowing FactText) -> Bool {
        a.end < text.tokens.count && hours.value(text.tokens[a.end].hash) != 0
            && text.tokens[a.end].sentence == text.tokens[a.first].sentence
    }
    private static let hours = WordMarks([
        "time timezone timezones hours zeit zeitzone zeitzonen arbeitszeit tid tijd tijdzone fuseau fuso zona huso timmar uur tidszon":
            1
    ])

    private static let outside = WordMarks(["outside except excluding ausserhalb hors fuera": 1])

    // MARK: hours from UTC

    private static let zones: [UInt64: Double] = {
        var out: [UInt64: Double] = [:]
        let list: [(String, Double)] = [
            ("utc", 0), ("gmt", 0), ("wet", 0), ("greenwich", 0), ("western", 0), ("bst", 0), ("cet", 1), ("cest", 1),
            ("mez", 1), ("eet", 2),
            ("eest", 2), ("msk", 3),
            ("est", -5), ("edt", -5), ("et", -5), ("eastern", -5), ("cst", -6), ("cdt", -6), ("ct", -6),
            ("central", -6), ("mst", -7),
            ("mt", -7), ("pst", -8), ("pdt", -8), ("pt", -8), ("pacific", -8), ("brt", -3), ("art", -3), ("sgt", 8),
            ("jst", 9),
            ("aest", 10), ("aedt", 10), ("acst", 9.5), ("awst", 8), ("ist", 5.5), ("hkt", 8), ("kst", 9), ("nzst", 12),
            ("nzt", 12),
            ("gst", 4), ("trt", 3), ("eat", 3), ("wat", 1), ("cat", 2), ("sast", 2), ("pkt", 5), ("wib", 7), ("ict", 7),
            ("clt", -4),
            ("ast", -4), ("akst", -9), ("hst", -10), ("mountain", -7),
        ]
        for (w, v) in list { out[FactText.hash(w)] = v }
        return out
    }()

    /// A stated band: "UTC±2", "CET ± 1 h", "GMT-8 to GMT+2", "EST to PST", "within 3 hours of CET".
    static func band(_ r: Range<Int>, _ text: borrowing FactText) -> [Double]? {
        var i = r.lowerBound
        while i < r.upperBound {
            guard let base = zone(i, text) else {
                i += 1
                continue
            }
            let (first, end, around) = offset(i, base, text)
            if let around { return [first - around, first + around] }
            var k = end
            while k < min(r.upperBound, end + 4), zone(k, text) == nil, text.tokens[k].kind == .word,
                k > end || joins.value(text.tokens[k].hash) != 0
            { k += 1 }
            if k < r.upperBound, text.tokens[k].sentence == text.tokens[i].sentence || k == end,
                k > end || !text.tokens[k].gap.isDisjoint(with: [.dash, .slash, .other])
            {
                if let other = zone(k, text) {
                    let (second, _, _) = offset(k, other, text)
                    if second != first { return [min(first, second), max(first, second)] }
                } else if end > i + 1, let (v, _) = signed(k, text) {
                    return [min(first, v), max(first, v)]
                }
            }
            let s = text.sentence(of: i)
            for j in max(s.lowerBound, i - 7)..<i where withins.value(text.tokens[j].hash) != 0 {
                if let n = (j..<i).compactMap({ TermsNumbers.value($0, text) }).first, n <= 12 {
                    return [first - n, first + n]
                }
            }
            i = end
        }
        return nil
    }
    private static let joins = WordMarks([
        "to and bis a y und et e och en till tot up through thru until au ate hasta fino and_ plus_": 1
    ])
    private static let withins = WordMarks([
        "within max maximum up most more hochstens maximal maximaal maximo massimo": 1
    ])

    static func zone(_ i: Int, _ text: borrowing FactText) -> Double? {
        let t = text.tokens[i]
        guard t.kind == .word, t.isUpper || t.isCapital && t.high - t.low > 5, let z = zones[t.hash] else { return nil }
        // "Central European Time", "Eastern European Time".
        if i + 1 < text.tokens.count, european.value(text.tokens[i + 1].hash) != 0 {
            return z == -6 ? 1 : z == -5 ? 2 : z
        }
        return z
    }

    private static let european = WordMarks(["european europe europaische europa": 1])

    /// The zone with the hours written after it; `around` for "±".
    private static func offset(_ i: Int, _ base: Double, _ text: borrowing FactText) -> (Double, Int, around: Double?) {
        guard i + 1 < text.tokens.count, text.tokens[i + 1].kind == .number,
            text.tokens[i + 1].sentence == text.tokens[i].sentence,
            let (v, around) = signed(i + 1, text)
        else { return (base, i + 1, nil) }
        // "UTC-05:30".
        var hours = v, end = i + 2
        if end < text.tokens.count, text.tokens[end].kind == .number, text.tokens[end].gap == [.colon],
            let minutes = TermsNumbers.value(end, text), minutes < 60
        {
            hours += hours < 0 ? -minutes / 60 : minutes / 60
            end += 1
        }
        return around ? (base, end, abs(hours)) : (base + hours, end, nil)
    }

    /// "+2", "-5", "±3", "+/-3" before a figure.
    private static func signed(_ i: Int, _ text: borrowing FactText) -> (Double, Bool)? {
        guard text.tokens[i].kind == .number, let v = TermsNumbers.value(i, text), v <= 14 else { return nil }
        let from = i > 0 ? Int(text.tokens[i - 1].end) : 0
        let between = text.bytes[from..<Int(text.tokens[i].start)]
        let plus = between.contains(UInt8(ascii: "+"))
        let minus = between.contains(UInt8(ascii: "-")) || between.contains(0x92) || between.contains(0x93)
        let both = plus && minus || zip(between, between.dropFirst()).contains { $0 == 0xC2 && $1 == 0xB1 }
        if both { return (v, true) }
        return (minus ? -v : v, false)
    }
}
