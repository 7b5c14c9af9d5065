import Base
import Taxonomy

/// What a sign means in this text: `$`, `kr`, `kroner` and `¥` are shared by several currencies.
enum PayCurrency {
    /// The currency of a sum whose sign is `sign` (the hash of its token), read as `read`.
    static func settle(_ read: Currency?, sign: UInt64, sum: Double, _ text: borrowing FactText) -> Currency? {
        guard let read else { return otherDollar(text) ?? named(text) }
        switch sign {
        case dollar: return otherDollar(text) ?? (sum >= peso ? country(text) : nil) ?? read
        case kr, kroner: return crown(text) ?? read
        case yen: return has(china, text) ? Currency("CNY") : read
        default: return read
        }
    }

    /// A sum of dollars from here on is no pay, one of pesos may be.
    static let peso = 500_000.0

    private static let dollar = FactText.hash("$"), yen = FactText.hash("¥"), kr = FactText.hash("kr")
    private static let kroner = FactText.hash("kroner")

    /// Pesos after a figure in millions, with the country that the words or the text name, and the token past them.
    static func pesos(after k: Int, _ text: borrowing FactText) -> (Currency?, Int)? {
        var i = k + 1
        let n = text.tokens.count
        if i < n, text.tokens[i].hash == of { i += 1 }
        guard i < n, units.value(text.tokens[i].hash) != 0 else { return nil }
        i += 1
        let nation = i < n ? nations.value(text.tokens[i].hash) : 0
        return nation != 0 ? (Currency(codes[Int(nation)]), i + 1) : (country(text), i)
    }
    private static let of = FactText.hash("de")

    /// The country of pesos by the places and codes that a text names.
    private static func country(_ text: borrowing FactText) -> Currency? {
        for t in text.tokens where t.kind == .word {
            let land = latin.value(t.hash)
            if land != 0, t.isCapital { return Currency(codes[Int(land)]) }
        }
        return nil
    }
    private static let latin = WordMarks([
        "mexico cdmx guadalajara monterrey mxn": 6, "colombia bogota medellin cali barranquilla cop": 7,
        "chile santiago valparaiso clp": 8, "argentina caba cordoba rosario ars": 9,
    ])

    static func isCrown(_ sign: UInt64) -> Bool { sign == kr || sign == kroner }

    /// The first currency that the text names in words or as a code: "all figures in euros".
    private static func named(_ text: borrowing FactText) -> Currency? {
        for t in text.tokens where t.kind == .sign || t.high - t.low > 3 || t.isUpper && t.high - t.low == 3 {
            guard !ambiguous.contains(t.hash), let c = PayWords.currency(t) else { continue }
            return c
        }
        return nil
    }
    /// Words that are currencies only beside a figure.
    private static let ambiguous: [UInt64] = ["php", "rand", "real", "all", "try", "sterling", "soles", "won", "leva"]
        .map { FactText.hash($0) }

    /// Another country's dollar or peso that stands apart from the sums: "all pay in Canadian dollars", "(AUD)".
    private static func otherDollar(_ text: borrowing FactText) -> Currency? {
        if text.tokens.contains(where: { $0.hash == usd }) { return nil }
        for (k, t) in text.tokens.enumerated().dropFirst() where t.kind == .word {
            let before = text.tokens[k - 1].hash
            let nation = nations.value(t.hash)
            if nation != 0, k + 1 < text.tokens.count,
                units.value(text.tokens[k + 1].hash) != 0 || units.value(before) != 0
            {
                return Currency(codes[Int(nation)])
            }
            // CAD is a kind of software too.
            guard t.isUpper, t.high - t.low == 3, let c = PayWords.currency(t), codes.contains(c.code),
                namers.value(before) != 0 || c.code != "CAD" && t.gap.contains(.open)
                    || text.gap(after: k).contains(.close)
            else { continue }
            return c
        }
        return nil
    }
    private static let usd = FactText.hash("usd")
    private static let namers = WordMarks([
        "currency are all quoted stated figures amounts salaries payable denominated in en moneda valores": 1
    ])
    private static let codes = ["", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "COP", "CLP", "ARS", "TWD"]
    private static let nations = WordMarks([
        "canadian canadiens canadiennes canadienses": 1, "australian": 2, "zealand kiwi": 3, "singapore singaporean": 4,
        "kong": 5, "mexican mexicanos mexicaines": 6, "colombianos colombian": 7, "chilenos chilean": 8,
        "argentinos argentine": 9, "taiwan taiwanese": 10,
    ])
    private static let units = WordMarks(["dollar dollars pesos peso dolares": 1])

    /// Norway, Denmark or Sweden, by letters, words and places.
    private static func crown(_ text: borrowing FactText) -> Currency? {
        var norway = 0, denmark = 0, sweden = 0
        for (k, t) in text.tokens.enumerated() where t.kind == .word {
            let m = lands.value(t.hash)
            // "650 kr. i timen": Danes put the full stop.
            if t.hash == kr, k + 1 < text.tokens.count, text.tokens[k + 1].gap.contains(.stop),
                !text.tokens[k + 1].isCapital
            {
                denmark += 1
            }
            norway += Int(m & 15)
            denmark += Int(m >> 4 & 15)
            sweden += Int(m >> 8 & 15)
        }
        // Ø and æ are no Swedish letters, ä and ö no Danish or Norwegian ones.
        if text.bytes.indices.dropLast().contains(where: { text.bytes[$0] == 0xC3 && isNotSwedish(text.bytes[$0 + 1]) })
        {
            norway += 1
            denmark += 1
            sweden -= 2
        }
        if norway > sweden, norway >= denmark, norway > 0 { return Currency("NOK") }
        if denmark > sweden, denmark > 0 { return Currency("DKK") }
        return sweden > 0 ? Currency("SEK") : nil
    }
    private static func isNotSwedish(_ b: UInt8) -> Bool { b == 0xB8 || b == 0x98 || b == 0xA6 || b == 0x86 }
    private static let lands = WordMarks([
        "norge norway norwegian norsk norske oslo bergen trondheim stavanger tromso kristiansand drammen bodo nok": 4,
        "lonn arslonn manedslonn timelonn lonnsniva bruttolonn fastlonn lonnen": 4,
        "uke arbeid hvor noe deg meg vare av stilling tillegg pensjon": 1,
        "danmark denmark danish dansk danske kobenhavn copenhagen aarhus arhus odense aalborg esbjerg lyngby dkk": 64,
        "manedslon arslon timelon bruttolon uge arbejde af dig mig vores jeres pr hvad tillaeg stillingen pension kunderne samt oveni":
            16,
        "til og timen fra ikke hver rette erfaring maneden": 17,
        "rigtige rigtig efter aftale erfaringer kvalifikationer afhaengig afhaengigt": 32,
        "riktige riktig etter avtale kvalifikasjoner avhengig lonnes": 2,
        "sverige sweden swedish svensk svenska stockholm goteborg gothenburg malmo lund uppsala linkoping vasteras sek":
            1024,
        "lon manadslon timlon manad manaden ar och tjanst till timmen timme tim fran": 256,
    ])

    private static func has(_ words: WordMarks, _ text: borrowing FactText) -> Bool {
        text.tokens.contains { words.value($0.hash) != 0 }
    }
    private static let china = WordMarks([
        "china chinese shanghai beijing shenzhen hangzhou guangzhou chengdu suzhou wuhan nanjing rmb yuan cny 上海 北京 深圳":
            1
    ])
}
