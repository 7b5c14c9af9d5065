import Base
import Taxonomy

/// Thirteen to fifteen salaries a year: "x13", "13 Monatsgehälter", "14 pagas", "en treize mois", "dertiende maand".
enum PayMonths {
    /// How many are paid, by the sentence of the sum or the short one after it.
    static func paid(in s: Range<Int>, _ text: borrowing FactText) -> Int? {
        if let n = count(in: s, text) { return n }
        guard s.upperBound < text.tokens.count else { return nil }
        let next = text.sentence(of: s.upperBound)
        return next.count <= 8 ? count(in: next, text) : nil
    }

    private static func count(in s: Range<Int>, _ text: borrowing FactText) -> Int? {
        for k in s {
            let t = text.tokens[k]
            if t.kind == .word, t.high - t.low == 3, text.folded[Int(t.low)] == UInt8(ascii: "x"),
                let n = figure(text.folded[Int(t.low) + 1..<Int(t.high)])
            {
                return n
            }
            let word = t.kind == .word ? Int(numbers.value(t.hash)) : 0
            // "Das dreizehnmal", "13th salary".
            if word > 0, text.folded[Int(t.high) - 3..<Int(t.high)].elementsEqual(mal) { return word }
            guard
                let n = word > 0
                    ? word : t.kind == .number ? figure(text.folded[Int(t.low)..<Int(t.high)]) : nil
            else { continue }
            if t.kind == .number, isTimes(k, text) { return n }
            if k > s.lowerBound, grades.value(text.tokens[k - 1].hash) != 0 { continue }
            // "13. Monatslohn": the full stop ends no sentence.
            let isOrdinal = k + 1 == s.upperBound && k + 1 < text.tokens.count && text.tokens[k + 1].gap.contains(.stop)
            let reach = isOrdinal ? k + 2 : min(s.upperBound, k + 4)
            for j in (k + 1)..<max(k + 1, reach) {
                if !text.tokens[j].gap.isDisjoint(with: [.comma, .open, .colon]) { break }
                guard salaries.value(text.tokens[j].hash) != 0 else { continue }
                let isTerm = j + 1 < s.upperBound && terms.value(text.tokens[j + 1].hash) != 0
                if isTerm || k > s.lowerBound && spans.value(text.tokens[k - 1].hash) != 0 { break }
                return n
            }
        }
        return nil
    }

    /// "x 13", "× 13".
    private static func isTimes(_ k: Int, _ text: borrowing FactText) -> Bool {
        guard k > 0 else { return false }
        if text.tokens[k - 1].hash == FactText.hash("x") { return true }
        var b = Int(text.tokens[k].start) - 1
        while b > Int(text.tokens[k - 1].end), text.bytes[b] == 0x20 { b -= 1 }
        return b > 0 && text.bytes[b] == 0x97 && text.bytes[b - 1] == 0xC3
    }

    private static let mal = Array("mal".utf8)

    private static func figure(_ b: ArraySlice<UInt8>) -> Int? {
        guard b.count == 2, b.first == 49, let c = b.last, (51...53).contains(c) else { return nil }
        return 10 + Int(c - 48)
    }

    private static let numbers = WordMarks([
        "thirteen thirteenth dreizehn dreizehntes dreizehnte dreizehnten dreizehnmal 13th 13e 13o 13º 13ª 13eme 13eme 13de 13i trettonde decimotercera decimotercer tredicesimi treize treizieme trece tredici tredicesima treze dertien dertiende tretton":
            13,
        "fourteen fourteenth vierzehn vierzehntes vierzehnte vierzehnmal 14th 14e 14o 14º 14eme quatorze catorce quattordici quattordicesima catorze veertien fjorton":
            14,
        "fifteen funfzehn funfzehnmal 15th quinze quince quindici vijftien femton": 15,
    ])
    private static let salaries = WordMarks([
        """
        x times salaries salary monatsgehalter gehalter gehaltern monatslohne monatsgehalt gehalt monate mal pagas pagos mensualidades
        mensilita mois months month monthly maanden maand salarios vencimentos subsidios manadsloner paychecks payments pensji meses
        lone 13e monatslohn pay salaire salaires salaris salario salarie salariu plat vezes veces fois volte keer gange ganger mes meses mois maaned mal
        """: 1
    ])
    /// "TV-L 13", "Grade 14" number a grade; "in 14 months" and "für 13 Monate" a time.
    private static let grades = WordMarks([
        "e eg l grade gs level band entgeltgruppe besoldungsgruppe schaal scale stufe tvod a w g": 1
    ])
    private static let spans = WordMarks([
        "in within after nach innerhalb fur for last next every dans pendant durante": 1
    ])
    private static let terms = WordMarks(["contract fixed contracts vertrag ftc parental maternity leave": 1])
}
