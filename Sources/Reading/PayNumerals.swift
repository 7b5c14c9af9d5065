import Base
import Taxonomy

/// Sums written in words: "sixty thousand pounds", "sechzigtausend Euro", "quarante-cinq mille euros". Only whole thousands
/// beside a currency.
enum PayNumerals {
    /// The sum whose first word is at `i`: a number of thousands, and a currency right after it.
    static func sum(at i: Int, _ text: borrowing FactText) -> PayAmount? {
        guard mayBegin(i, text), let (low, end) = thousands(at: i, text) ?? bare(at: i, text) else { return nil }
        var a = PayAmount(low: low * 1000, high: low * 1000, first: i, end: end, raw: low)
        // "Seventy to eighty thousand".
        if end + 1 < text.tokens.count, PayWords.mark(text.tokens[end]).contains(.joint),
            let (high, last) = thousands(at: end + 1, text), high > low
        {
            a.high = high * 1000
            a.end = last
            a.isRange = true
        } else if thousands(at: i, text) == nil {
            return nil
        }
        for k in a.end..<min(text.tokens.count, a.end + 3) {
            if let c = PayWords.currency(text.tokens[k]), text.tokens[k].kind == .word {
                a.currency = c
                a.end = k + 1
                a.factor = 1000
                a.isMoney = true
                a.hasFactor = true
                return a
            }
            if fillers.value(text.tokens[k].hash) == 0 { return nil }
        }
        return nil
    }
    private static let fillers = WordMarks(["de brutos bruts gross brutto of us": 1])

    /// Nearly every word of a text begins no number, and this is asked of every word.
    private static func mayBegin(_ i: Int, _ text: borrowing FactText) -> Bool {
        let t = text.tokens[i]
        guard t.kind == .word else { return false }
        if starters.value(t.hash) != 0 { return true }
        if articles.value(t.hash) != 0 { return i + 1 < text.tokens.count && hundreds.value(text.tokens[i + 1].hash) != 0 }
        guard t.high - t.low > 6 else { return false }
        let last = text.folded[Int(t.high) - 1]
        guard last == UInt8(ascii: "d") || last == UInt8(ascii: "n") || last == UInt8(ascii: "a") else { return false }
        let word = text.folded[Int(t.low)..<Int(t.high)]
        return endings.contains { word.count > $0.count + 2 && word.suffix($0.count).elementsEqual($0) }
    }
    private static let starters = WordMarks(
        lists.map { ($0.1, 1) } + [("hundred cent cien ciento cem cento hundra hundrede", 1)])

    /// "Seventy" of "seventy to eighty thousand".
    private static func bare(at i: Int, _ text: borrowing FactText) -> (Double, Int)? {
        guard let (v, end) = number(at: i, text), v >= 10, end < text.tokens.count,
            PayWords.mark(text.tokens[end]).contains(.joint)
        else { return nil }
        return (v, end)
    }

    /// A number of thousands at `i` and the token past it.
    private static func thousands(at i: Int, _ text: borrowing FactText) -> (Double, Int)? {
        guard i < text.tokens.count, text.tokens[i].kind == .word else { return nil }
        let t = text.tokens[i]
        let word = text.folded[Int(t.low)..<Int(t.high)]
        for ending in endings where word.count > ending.count + 2 && word.suffix(ending.count).elementsEqual(ending) {
            return compound(word.dropLast(ending.count)).map { ($0, i + 1) }
        }
        guard let (value, end) = number(at: i, text), end < text.tokens.count, units.value(text.tokens[end].hash) != 0
        else { return nil }
        return (value, end + 1)
    }
    private static let endings = ["tausend", "duizend", "tusen", "mila"].map { Array($0.utf8) }
    private static let units = WordMarks(["thousand grand mille mil tusen tusind": 1])

    /// "Sixty", "fifty-five", "quarenta e cinco", "a hundred and twenty".
    private static func number(at i: Int, _ text: borrowing FactText) -> (Double, Int)? {
        var k = i, value = 0.0, found = false
        while k < text.tokens.count, k < i + 6, text.tokens[k].kind == .word,
            text.tokens[k].gap.isSubset(of: [.space, .dash]) || k == i
        {
            let h = text.tokens[k].hash
            if hundreds.value(h) != 0 {
                value = max(value, 1) * 100
            } else if let v = values[h] {
                value += v
            } else if links.value(h) == 0 || k == i && articles.value(h) == 0 {
                break
            } else {
                k += 1
                continue
            }
            found = true
            k += 1
        }
        // A link at the end belongs to what follows.
        while k > i, links.value(text.tokens[k - 1].hash) != 0 { k -= 1 }
        return found && value > 0 ? (value, k) : nil
    }
    private static let links = WordMarks(["and y e et och og a": 1]), articles = WordMarks(["a": 1])
    private static let hundreds = WordMarks(["hundred cent cien ciento cem cento hundra hundrede": 1])

    /// "Fünfundvierzig", "vijfenveertig", "fyrtiofem", "quaranta".
    private static func compound(_ word: ArraySlice<UInt8>) -> Double? {
        func value(_ w: ArraySlice<UInt8>) -> Double? { values[FactText.hash(String(decoding: w, as: UTF8.self))] }
        if let v = value(word) { return v }
        let hundred = Array("hundert".utf8)
        if word.count > hundred.count, let at = word.indices.first(where: { word[$0...].starts(with: hundred) }) {
            let head = at == word.startIndex ? 1 : value(word[..<at])
            let rest = word[(at + hundred.count)...]
            guard let head, let tail = rest.isEmpty ? 0 : compound(rest) else { return nil }
            return head * 100 + tail
        }
        for cut in word.indices.dropFirst(2) {
            guard let a = value(word[..<cut]) else { continue }
            var rest = word[cut...]
            if let v = value(rest), a >= 20, v < 10 { return a + v }
            for link in ["und", "en"] where rest.starts(with: Array(link.utf8)) {
                rest = rest.dropFirst(link.utf8.count)
                if let v = value(rest), v >= 20, a < 10 { return a + v }
                rest = word[cut...]
            }
        }
        return nil
    }

    private static let lists: [(Double, String)] = [
        (1, "one ein een un uno um en ett"), (2, "two zwei deux dos dois twee tva due"),
        (3, "three drei trois tres drie tre"), (4, "four vier quatre cuatro quatro fyra fire quattro"),
        (5, "five funf cinq cinco vijf fem cinque"), (6, "six sechs seis zes sex seks sei"),
        (7, "seven sieben sept siete sete zeven sju syv sette"), (8, "eight acht huit ocho oito atta otte otto"),
        (9, "nine neun neuf nueve nove negen nio ni"), (10, "ten zehn dix diez dez tien tio ti dieci"),
        (12, "twelve zwolf douze doce doze twaalf tolv dodici"),
        (15, "fifteen funfzehn quinze quince vijftien femton"),
        (16, "sixteen sechzehn seize dieciseis dezesseis zestien sexton"),
        (18, "eighteen achtzehn dieciocho dezoito achttien arton"),
        (20, "twenty zwanzig vingt veinte vinte twintig tjugo venti"),
        (25, "veinticinco venticinque"), (30, "thirty dreissig trente treinta trinta dertig trettio trenta"),
        (35, "trentacinque"), (40, "forty vierzig quarante cuarenta quarenta veertig fyrtio quaranta"),
        (45, "quarantacinque"), (50, "fifty funfzig cinquante cincuenta cinquenta vijftig femtio cinquanta"),
        (55, "cinquantacinque"), (60, "sixty sechzig soixante sesenta sessenta zestig sextio sessanta"),
        (70, "seventy siebzig septante setenta zeventig sjuttio settanta"),
        (80, "eighty achtzig huitante ochenta oitenta tachtig attio ottanta"),
        (90, "ninety neunzig nonante noventa negentig nittio novanta"),
    ]

    private static let values: [UInt64: Double] = {
        var out: [UInt64: Double] = [:]
        for (n, words) in lists {
            for w in words.split(separator: " ") { out[FactText.hash(w)] = n }
        }
        return out
    }()
}
