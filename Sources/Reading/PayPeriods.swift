import Base

/// The period of a sum, from the words after it or before it.
extension PayView {
    mutating func readPeriod(_ a: PayAmount, _ s: Range<Int>, _ text: borrowing FactText) {
        // After: "/hour", "p.a.", "a year", "brutto im Jahr", "monatlich", at most six tokens on, before another sum and
        // over no more than two words that say nothing of pay.
        var k = a.end
        var per = false
        var unknown = a.currency == nil ? 2 : 0
        while k < s.upperBound, k < a.end + 7 {
            let t = text.tokens[k]
            if t.kind != .word || t.gap.contains(.semicolon) || t.gap.contains(.comma) && k > a.end + 1 {
                break
            }
            let m = PayWords.mark(t)
            if isOfTime(k, text) || t.gap.contains(.plus) && !m.contains(.beside) { break }
            if let p = noun(k, m, a, text) ?? letters(k, text) {
                let glued = t.gap.contains(.slash) || per || t.high - t.low > 3 || k == a.end
                let isArticle = t.hash == PayView.an && !per && !t.gap.contains(.slash)
                if glued, !isArticle, !isTerm(k, a, text) {
                    period = p
                    last = k + 1
                    return
                }
            }
            if m.contains(.other) && !m.contains(.cue) || m.contains(.conjunction) && !m.contains(.per) { break }
            unknown += m.isEmpty ? 1 : 0
            if unknown > 2 { break }
            per = m.contains(.per) || t.gap.contains(.slash)
            k += 1
        }
        // Before, in the same sentence or the short line above: "Monthly salary", "Tagessatz", "hourly rate".
        var found: PayPeriod?
        for k in stride(from: a.first - 1, through: max(s.lowerBound, a.first - 8), by: -1) {
            if let p = PayWords.period(PayWords.mark(k, text)), text.tokens[k].kind == .word, isNaming(k, a.first, text)
            {
                found = p
                break
            }
        }
        if found == nil, s.lowerBound > 0 {
            let above = text.sentence(of: s.lowerBound - 1)
            if above.count <= 6 {
                for k in above where PayWords.period(PayWords.mark(k, text)) != nil && isNaming(k, a.first, text) {
                    found = PayWords.period(PayWords.mark(k, text))
                }
            }
        }
        if let f = found, f == .year || a.high < 400_000 || a.currency != nil { period = f }
    }

    /// "in 14 months", "12 month contract", "per year of service" name a time, not a period of pay.
    private func isTerm(_ k: Int, _ a: PayAmount, _ text: borrowing FactText) -> Bool {
        k + 1 < text.tokens.count && PayView.terms.value(text.tokens[k + 1].hash) != 0
            && !text.tokens[k].gap.contains(.slash)
    }
    private static let an = FactText.hash("an")
    private static let terms = WordMarks(["contract fixed contracts vertrag ftc": 1])

    /// "In a single year", "last month": said of a time, not of a pay.
    private func isOfTime(_ k: Int, _ text: borrowing FactText) -> Bool {
        switch PayView.times.value(text.tokens[k].hash) {
        case 1: true
        case 2: k + 1 < text.tokens.count && PayView.articles.value(text.tokens[k + 1].hash) != 0
        default: false
        }
    }
    private static let times = WordMarks(["last next this within during since first letztes letzten": 1, "in over": 2])
    private static let articles = WordMarks(["a one its their our your single total": 1])

    /// The period of a noun or adjective; `pa` is none in Swedish, and MD is a day's work where md is a month.
    private func noun(_ k: Int, _ m: PayWords.Mark, _ a: PayAmount, _ text: borrowing FactText) -> PayPeriod? {
        let t = text.tokens[k]
        switch t.hash {
        case PayView.pa: return t.end - t.start == 2 ? .year : nil
        case PayView.md: return t.isUpper ? .day : .month
        case PayView.time, PayView.t: return isNordic(a) ? .hour : nil
        default: return PayWords.period(m)
        }
    }
    private static let pa = FactText.hash("pa"), md = FactText.hash("md")
    private static let time = FactText.hash("time"), t = FactText.hash("t")

    /// A word before a sum names its period as an adjective or compound, or stands beside a cue. An adjective does so
    /// close to a word of pay or to the sum: not "our yearly hackathon pays $10,000".
    private func isNaming(_ k: Int, _ first: Int, _ text: borrowing FactText) -> Bool {
        let t = text.tokens[k]
        let m = PayWords.mark(k, text)
        if m.contains(.cue) || t.gap.contains(.slash) { return true }
        let n = text.tokens.count
        if PayView.adjectives.value(t.hash) != 0 {
            return first - k <= 2
                || (max(0, k - 3)..<min(n, k + 4)).contains {
                    $0 != k && !PayWords.mark($0, text).isDisjoint(with: [.cue, .weak, .total, .base, .onTarget])
                }
        }
        return k + 1 < n && !PayWords.mark(k + 1, text).isDisjoint(with: [.cue, .weak]) && t.high - t.low > 2
    }
    private static let adjectives = WordMarks([
        "annual annually yearly monthly weekly daily hourly jahrlich monatlich wochentlich taglich stundlich annuel annuelle mensuel mensuelle journalier horaire anual mensual diario semanal mensal mensuales anuales maandelijks jaarlijks miesiecznie rocznie mesicne rocne arlig arligen manadsvis mensile annuo annua annui annue annuali mensili mensualmente anualmente giornaliera giornaliero oraria orario hebdomadaire manedlig arlige maanedlig ukentlig lunar havi חודשי חודשית שנתי dziennie godzinowa hodinova rocni mesicni denni annualised annualized journaliere":
            1
    ])

    /// p.a., p.m., p/d, p.h., p.w.: two letters with a mark between; and one letter after a slash.
    private func letters(_ k: Int, _ text: borrowing FactText) -> PayPeriod? {
        let t = text.tokens[k]
        if t.high - t.low == 1, text.folded[Int(t.low)] == UInt8(ascii: "p"), k + 1 < text.tokens.count,
            text.tokens[k + 1].high - text.tokens[k + 1].low <= 2
        {
            switch text.word(k + 1) {
            case "a", "an", "j", "y": return .year
            case "m", "mo": return .month
            case "w": return .week
            case "d": return .day
            case "h", "u": return .hour
            default: return nil
            }
        }
        guard t.gap.contains(.slash) else { return nil }
        switch text.word(k) {
        case "h", "u": return .hour
        case "j", "d": return .day
        case "m": return .month
        case "w": return .week
        case "y", "a": return .year
        default: return nil
        }
    }
}
