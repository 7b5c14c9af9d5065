import Base

/// What stands around a sum: cues of pay, words of other money, the period, the kind.
struct PayView {
    var score = 0.0
    var hasCue = false
    /// A cue of pay stands close before a figure without sign.
    var sureCue = false
    var period: PayPeriod?
    var kind = PayKind.base
    var isUpTo = false
    var isFrom = false
    var months: Int?
    /// The token past the sum and its period.
    var last: Int

    init(_ a: PayAmount, _ s: Range<Int>, _ text: borrowing FactText) {
        last = a.end
        readPeriod(a, s, text)
        months = PayView.months(in: s, text)
        let clause = PayView.clause(a, last, s, text)
        weigh(a, clause, s, text)
        readBounds(a, s, text)
    }

    // MARK: score

    private mutating func weigh(_ a: PayAmount, _ clause: Range<Int>, _ s: Range<Int>, _ text: borrowing FactText) {
        var nearCue = Int.max, nearOther = Int.max, otherAfter = false, cueBefore = false, weak = false, role = false
        var otherInSentence = false
        for k in s where k < a.first || k >= a.end {
            let m = PayWords.mark(text.tokens[k])
            let distance = k < a.first ? a.first - k : k - a.end + 1
            let inside = clause.contains(k)
            if m.contains(.cue) {
                if inside { nearCue = min(nearCue, distance) }
                hasCue = true
                if k < a.first { cueBefore = true }
                if k < a.first, distance <= 6 { sureCue = true }
            }
            if m.contains(.other) || isCompoundOther(k, text) {
                otherInSentence = true
                if inside, distance < nearOther {
                    nearOther = distance
                    otherAfter = k >= a.end
                }
            }
            if m.contains(.weak), inside || cueBefore || distance < 5 { weak = true }
            if m.contains(.role) { role = true }
            if inside || distance <= 3 || k < a.first && distance <= 10 && m.contains(.onTarget) {
                readKind(k, m, a, text)
            }
        }
        if text.tokens[a.first].hash == FactText.hash("tjm") { hasCue = true }
        if nearCue < Int.max {
            score += 4
        } else if hasCue {
            score += cueBefore ? 3 : 2.5
        } else if followsOther(s, text) {
            score -= 4
        } else if headed(a, s, text) {
            score += 3
            hasCue = true
            sureCue = true
        }
        if weak { score += 1.5 }
        if nearOther < Int.max {
            let covered = nearCue < nearOther || otherAfter && nearCue < Int.max
            score -= covered ? 1 : 6
        } else if addsReward(s, text) {
            score += 1.5
        } else if otherInSentence, !hasCue {
            score -= 1.5
        }
        if period != nil { score += 2 }
        if a.isRange { score += 1.5 }
        if a.hasFactor { score += 1 }
        if isPlausible(a) { score += 1 }
        if role { score += 1 }
        if s.count - (last - a.first) <= 2 { score += 2 }
        if text.tokens[a.first].gap.contains(.colon) { score += 1 }
        for k in max(s.lowerBound, a.first - 3)..<a.first {
            let m = PayWords.mark(text.tokens[k])
            if !m.isDisjoint(with: [.upTo, .from]) {
                score += 1.5
                break
            }
        }
    }

    /// "+ bonus", "plus equity", "+ 10% bonus" after a sum: what it is added to is pay.
    private func addsReward(_ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        guard last < s.upperBound else { return false }
        let joined = text.tokens[last].gap.contains(.plus) || PayWords.mark(text.tokens[last]).contains(.add)
        return joined
            && (last..<min(s.upperBound, last + 4)).contains { PayView.rewards.value(text.tokens[$0].hash) != 0 }
    }
    private static let rewards = WordMarks([
        "bonus bonuses pension equity benefits super superannuation commission variable variabel variablel shares options stock rsus vat holiday participation prime primes ote perks package mwst iva moms holidays":
            1
    ])

    private func isPlausible(_ a: PayAmount) -> Bool {
        let yearly = a.high * (period ?? .year).perYear
        let rate = a.currency.flatMap { CurrencyNamesRate.of($0) } ?? 1
        return PayReader.plausible.contains(yearly / rate)
    }

    /// German compounds: Essenszuschuss, Fitnessgutschein, Lernbudget.
    private func isCompoundOther(_ k: Int, _ text: borrowing FactText) -> Bool {
        let t = text.tokens[k]
        guard t.kind == .word, t.high - t.low > 8 else { return false }
        let b = text.folded[Int(t.low)..<Int(t.high)]
        return PayView.endings.contains { b.suffix($0.count).elementsEqual($0) }
    }
    private static let endings: [[UInt8]] = [
        "zuschuss", "gutschein", "budget", "pramie", "zulage", "bonus", "umsatz", "kosten", "preis", "vorsorge",
        "bidrag", "vergoeding", "investition",
    ].map { Array($0.utf8) }

    /// "Commuter benefit; $300 per month": the clause before the semicolon says what it is.
    private func followsOther(_ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        guard s.lowerBound > 0, text.tokens[s.lowerBound].gap.contains(.semicolon) else { return false }
        return text.sentence(of: s.lowerBound - 1).suffix(8).contains {
            PayWords.mark(text.tokens[$0]).contains(.other)
        }
    }

    /// A short line right above names pay: "Salary", "Compensation range:".
    private func headed(_ a: PayAmount, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        var k = s.lowerBound - 1
        var lines = 0
        while k >= 0, lines < 3 {
            let above = text.sentence(of: k)
            if above.count > 9 { return false }
            for j in above {
                let m = PayWords.mark(text.tokens[j])
                if m.contains(.other) { return false }
                if m.contains(.cue) { return true }
            }
            if above.count > 5 { return false }
            k = above.lowerBound - 1
            lines += 1
        }
        return false
    }

    /// The stretch without a comma, plus or "and" around the sum.
    private static func clause(_ a: PayAmount, _ last: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Range<Int> {
        var low = a.first
        while low > s.lowerBound {
            if !text.tokens[low].gap.isDisjoint(with: [.comma, .plus, .semicolon, .close]) && low != a.first { break }
            if low == a.first, !text.tokens[low].gap.isDisjoint(with: [.comma, .plus, .semicolon]) { break }
            if PayWords.mark(text.tokens[low - 1]).contains(.add), low - 1 != a.first { break }
            if text.tokens[low - 1].kind == .number, low - 1 > s.lowerBound, text.tokens[low - 2].kind == .sign {
                break
            }
            low -= 1
        }
        var high = last
        while high < s.upperBound {
            if !text.tokens[high].gap.isDisjoint(with: [.comma, .plus, .semicolon, .open, .close]) { break }
            if PayWords.mark(text.tokens[high]).contains(.add) { break }
            if text.tokens[high].kind == .sign { break }
            high += 1
        }
        return low..<high
    }

    // MARK: kind and bounds

    private mutating func readKind(_ k: Int, _ m: PayWords.Mark, _ a: PayAmount, _ text: borrowing FactText) {
        // A comma or plus between parts the base from the rest.
        let between = k < a.first ? k + 1..<a.first + 1 : a.end..<k + 1
        if between.contains(where: { !text.tokens[$0].gap.isDisjoint(with: [.comma, .plus, .semicolon]) }) { return }
        if m.contains(.base) {
            kind = .base
            return
        }
        if m.contains(.onTarget), kind == .base, !hasBase(a, text) { kind = .ote }
        if m.contains(.total), kind == .base, !hasBase(a, text) {
            let word = text.tokens[k].hash
            let next = k + 1 < text.tokens.count ? text.tokens[k + 1].hash : 0
            if word != FactText.hash("total") || PayView.totals.value(next) != 0 { kind = .total }
        }
    }
    private static let totals = WordMarks([
        "comp compensation cash package remuneration rewards reward annual pay target earnings": 1
    ])

    private func hasBase(_ a: PayAmount, _ text: borrowing FactText) -> Bool {
        (max(0, a.first - 4)..<a.first).contains {
            PayWords.mark(text.tokens[$0]).contains(.base) && text.tokens[$0].sentence == text.tokens[a.first].sentence
        }
            || (a.end..<min(text.tokens.count, a.end + 2)).contains {
                PayWords.mark(text.tokens[$0]).contains(.base) && text.tokens[$0].gap.isSubset(of: [.space])
            }
    }

    private mutating func readBounds(_ a: PayAmount, _ s: Range<Int>, _ text: borrowing FactText) {
        if a.isRange { return }
        for k in max(s.lowerBound, a.first - 3)..<a.first {
            if (k + 1...a.first).contains(where: { text.tokens[$0].gap.contains(.comma) }) { continue }
            let t = text.tokens[k]
            let m = PayWords.mark(t)
            if m.contains(.upTo) { isUpTo = true }
            if m.contains(.from) { isFrom = true }
            if t.hash == FactText.hash("up") || t.hash == FactText.hash("bis") || t.hash == FactText.hash("fino") {
                isUpTo = true
            }
        }
        if isUpTo { isFrom = false }
        if a.end < s.upperBound, PayView.atLeast.value(text.tokens[a.end].hash) != 0,
            text.tokens[a.end].gap.isSubset(of: [.space])
        {
            isFrom = true
        }
        if a.end < s.upperBound, PayView.atMost.value(text.tokens[a.end].hash) != 0,
            text.tokens[a.end].gap.isSubset(of: [.space])
        {
            isUpTo = true
        }
    }
    private static let atLeast = WordMarks(["minimum min upwards plus_ mindestens onwards": 1])
    private static let atMost = WordMarks(["max maximum maximal": 1])

    // MARK: period and months

    private mutating func readPeriod(_ a: PayAmount, _ s: Range<Int>, _ text: borrowing FactText) {
        // After: "/hour", "p.a.", "a year", "brutto im Jahr", "monatlich", at most five tokens on, before another sum.
        var k = a.end
        var per = false
        while k < s.upperBound, k < a.end + 6 {
            let t = text.tokens[k]
            if t.kind != .word || t.gap.contains(.semicolon) || t.gap.contains(.comma) && k > a.end + 1 { break }
            let m = PayWords.mark(t)
            if let p = PayWords.period(m) ?? letters(k, text) {
                let glued = t.gap.contains(.slash) || per || t.high - t.low > 3 || k == a.end
                let isArticle = t.hash == PayView.an && !per && !t.gap.contains(.slash)
                if glued, !isArticle, !isTerm(k, a, text) {
                    period = p
                    last = k + 1
                    return
                }
            }
            if m.contains(.other) && !m.contains(.cue) || m.contains(.conjunction) && !m.contains(.per) { break }
            per = m.contains(.per) || t.gap.contains(.slash)
            k += 1
        }
        // Before, in the same sentence or the short line above: "Monthly salary", "Tagessatz", "hourly rate".
        var found: PayPeriod?
        for k in stride(from: a.first - 1, through: max(s.lowerBound, a.first - 8), by: -1) {
            if let p = PayWords.period(PayWords.mark(text.tokens[k])), text.tokens[k].kind == .word, isNaming(k, text) {
                found = p
                break
            }
        }
        if found == nil, s.lowerBound > 0 {
            let above = text.sentence(of: s.lowerBound - 1)
            if above.count <= 6 {
                for k in above where PayWords.period(PayWords.mark(text.tokens[k])) != nil && isNaming(k, text) {
                    found = PayWords.period(PayWords.mark(text.tokens[k]))
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

    /// A word before a sum names its period as an adjective or compound, or stands beside a cue.
    private func isNaming(_ k: Int, _ text: borrowing FactText) -> Bool {
        let t = text.tokens[k]
        if PayView.adjectives.value(t.hash) != 0 { return true }
        let m = PayWords.mark(t)
        if m.contains(.cue) { return true }
        return k + 1 < text.tokens.count && !PayWords.mark(text.tokens[k + 1]).isDisjoint(with: [.cue, .weak])
            && t.high - t.low > 2
    }
    private static let adjectives = WordMarks([
        "annual annually yearly monthly weekly daily hourly jahrlich monatlich wochentlich taglich stundlich annuel annuelle mensuel mensuelle journalier horaire anual mensual diario semanal mensal mensuales anuales maandelijks jaarlijks miesiecznie rocznie mesicne rocne arlig manadsvis mensile annuo":
            1
    ])

    /// p.a., p.m., p/d, p.h., p.w.: two letters with a mark between.
    private func letters(_ k: Int, _ text: borrowing FactText) -> PayPeriod? {
        let t = text.tokens[k]
        let n = text.tokens.count
        if text.tokens[k].high - t.low == 1, text.folded[Int(t.low)] == UInt8(ascii: "p"), k + 1 < n,
            text.tokens[k + 1].high - text.tokens[k + 1].low <= 2
        {
            switch text.word(k + 1) {
            case "a", "an": return .year
            case "m", "mo": return .month
            case "w": return .week
            case "d": return .day
            case "h": return .hour
            default: return nil
            }
        }
        guard t.gap.contains(.slash) || k == a(t) else { return nil }
        switch text.word(k) {
        case "h", "u": return .hour
        case "j", "d": return .day
        case "m": return .month
        case "w": return .week
        case "y", "a": return t.gap.contains(.slash) ? .year : nil
        default: return nil
        }
    }
    private func a(_ t: FactToken) -> Int { -1 }

    /// Thirteen to fifteen salaries a year: "x13", "13 Monatsgehälter", "14 pagas", "13th month".
    static func months(in s: Range<Int>, _ text: borrowing FactText) -> Int? {
        for k in s {
            let t = text.tokens[k]
            if t.kind == .word, t.high - t.low == 3, text.folded[Int(t.low)] == UInt8(ascii: "x") {
                if let n = count(text.folded[Int(t.low) + 1..<Int(t.high)]) { return n }
            }
            guard t.kind == .number, let n = count(text.folded[Int(t.low)..<Int(t.high)]) else { continue }
            if k > s.lowerBound, text.tokens[k - 1].hash == FactText.hash("x") { return n }
            let before =
                k > 0 && Int(t.start) > 1 && text.bytes[Int(t.start) - 1] == 0x97
                && text.bytes[Int(t.start) - 2] == 0xC3
            if before { return n }
            for j in (k + 1)..<max(k + 1, min(s.upperBound, k + 4)) where salaries.value(text.tokens[j].hash) != 0 {
                if j + 1 < s.upperBound, terms.value(text.tokens[j + 1].hash) != 0 { break }
                return n
            }
        }
        return nil
    }

    private static func count(_ b: ArraySlice<UInt8>) -> Int? {
        guard b.count == 2, b.first == 49, let c = b.last, (51...53).contains(c) else { return nil }
        return 10 + Int(c - 48)
    }
    private static let salaries = WordMarks([
        "x times salaries salary monatsgehalter gehalter gehaltern monatslohne monate mal pagas pagos mensualidades mensilita mois months month monthly maanden maand salarios vencimentos subsidios manadsloner monatsgehalt gehalt paychecks payments pensji meses lone 13e":
            1
    ])
}
