import Base

/// What stands around a sum: cues of pay, words of other money, the period, the kind.
struct PayView {
    var score = 0.0
    var hasCue = false
    /// A cue of pay stands close before a figure without sign.
    var sureCue = false
    var period: PayPeriod?
    var kind = PayKind.base
    /// No word of other money stands in its clause.
    var isClean = true
    var isUpTo = false
    var isFrom = false
    /// The token past the sum and its period.
    var last: Int

    init(_ a: PayAmount, _ s: Range<Int>, _ text: borrowing FactText) {
        last = a.end
        readPeriod(a, s, text)
        // "CHF 8'200 x 13": salaries are paid by the month.
        if period == nil, a.isMoney, isMonthly(a), PayMonths.paid(in: s, text) != nil {
            period = .month
            hasCue = true
        }
        let clause = PayView.clause(a, last, s, text)
        weigh(a, clause, s, text)
        readBounds(a, s, text)
    }

    // MARK: score

    private mutating func weigh(_ a: PayAmount, _ clause: Range<Int>, _ s: Range<Int>, _ text: borrowing FactText) {
        var nearCue = Int.max, nearNoun = Int.max, nearOther = Int.max, otherAfter = false, cueBefore = false,
            weak = false, role = false
        var otherInSentence = false, namesPay = false, otherFirst = false
        for k in s where k < a.first || k >= a.end {
            var m = PayWords.mark(k, text)
            if m.isEmpty { continue }
            if isRate(k, s, text) { m.insert(.cue) }
            if m.contains(.other), isCostToCompany(k, text) { m = [.cue, .total] }
            if m.contains(.other), isOfRole(k, s, text) { m = .cue }
            if m.contains(.total), isTotal(k, text) { m.insert(.cue) }
            let distance = k < a.first ? a.first - k : k - a.end + 1
            let inside = clause.contains(k)
            // "We move fast": a word for the fixed part is a cue only beside its sum.
            if m.contains(.base), distance > 3 { m.remove(.cue) }
            if m.contains(.cue) {
                if inside {
                    nearCue = min(nearCue, distance)
                    if !m.contains(.verb) { nearNoun = min(nearNoun, distance) }
                }
                hasCue = true
                if k < a.first { cueBefore = true }
                if k < a.first, distance <= 6, !m.contains(.base) { sureCue = true }
                if m.isDisjoint(with: [.verb, .base]) { namesPay = true }
            }
            if m.contains(.other), !PayGiver.isPartOfTitle(k, s, text) {
                otherInSentence = true
                otherFirst = otherFirst || !hasCue
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
        if (a.first..<a.end).contains(where: { text.tokens[$0].hash == PayView.lpa }) {
            hasCue = true
            sureCue = true
            score += 3
        }
        if PayOthers.isProduct(a, s, text) || PayOthers.isTrial(last, s, text) { score -= 12 }
        if nearCue < Int.max {
            score += 4
        } else if hasCue {
            // "Life insurance of four times your salary, up to £500,000": the sentence speaks of the insurance.
            score += otherFirst ? 0 : cueBefore ? 3 : 2.5
        } else if followsOther(s, text) {
            score -= 4
        } else if headed(a, s, text) {
            score += 3
            hasCue = true
            sureCue = true
        }
        if weak { score += 1.5 }
        isClean = nearOther == Int.max
        if !isClean {
            let covered = nearNoun < nearOther || otherAfter && nearCue < Int.max
            let isFar = otherAfter && nearOther > last - a.end + 6
            score -= covered ? 1 : isFar ? 2 : 6
        } else if addsReward(s, text) {
            score += 1.5
        } else if otherInSentence, !hasCue {
            score -= 1.5
        }
        switch PayGiver.of(a, s, text) {
        case .other: score -= namesPay ? 0 : 8
        case .firm: score += 1.5
        case .unknown: break
        }
        if period != nil { score += 2 }
        if a.isRange { score += 1.5 }
        if a.hasFactor { score += 1 }
        if isPlausible(a) { score += 1 }
        if role { score += isBesideRole(a, s, text) ? 2 : 1 }
        if s.count - (last - a.first) <= 2 { score += 2 }
        if text.tokens[a.first].gap.contains(.colon) { score += 1.5 }
        for k in max(s.lowerBound, a.first - 3)..<a.first {
            if !PayWords.mark(text.tokens[k]).isDisjoint(with: [.upTo, .from, .between])
                || PayView.bounds.value(text.tokens[k].hash) == 1 && !otherInSentence && isPlausible(a)
            {
                score += 1.5
                break
            }
        }
    }

    private static let lpa = FactText.hash("lpa")

    /// "The budget for this role".
    private func isOfRole(_ k: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        text.tokens[k].hash == PayView.budget
            && (k + 1..<max(k + 1, min(s.upperBound, k + 4))).contains {
                PayView.posts.value(text.tokens[$0].hash) != 0
            }
    }
    private static let budget = FactText.hash("budget")
    private static let posts = WordMarks([
        "role position job hire post vacancy stelle poste puesto vaga rol functie tjansten": 1
    ])

    /// "Day rate", "hourly rates": a rate with its period is one of pay.
    private func isRate(_ k: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        PayView.rates.value(text.tokens[k].hash) != 0 && k > s.lowerBound
            && PayWords.period(PayWords.mark(text.tokens[k - 1])) != nil
    }
    private static let rates = WordMarks(["rate rates": 1])

    private func isCostToCompany(_ k: Int, _ text: borrowing FactText) -> Bool {
        k + 2 < text.tokens.count && text.tokens[k].hash == PayView.cost && text.tokens[k + 2].hash == PayView.company
    }
    private static let cost = FactText.hash("cost"), company = FactText.hash("company")

    /// A role right before the sum ("Data Analyst, $92,500") or right after it ("$92,500 for a senior analyst").
    private func isBesideRole(_ a: PayAmount, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        let before = max(s.lowerBound, a.first - 2)..<a.first, after = last..<max(last, min(s.upperBound, last + 5))
        return before.contains { PayWords.mark(text.tokens[$0]).contains(.role) }
            || after.contains { PayWords.mark(text.tokens[$0]).contains(.role) }
    }

    /// "+ bonus", "plus equity", "+ 10% bonus" after a sum: what it is added to is pay.
    private func addsReward(_ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        guard last < s.upperBound else { return false }
        let joined = text.tokens[last].gap.contains(.plus) || PayWords.mark(text.tokens[last]).contains(.add)
        return joined
            && (last..<min(s.upperBound, last + 4)).contains { PayView.rewards.value(text.tokens[$0].hash) != 0 }
    }
    private static let rewards = WordMarks([
        "bonus bonuses bono bonos prime primes premie premia provvigioni pension equity benefits super superannuation commission variable variabel variablel shares options stock rsus vat holiday participation prime primes ote perks package mwst iva moms holidays":
            1
    ])

    /// Too small for a year's pay.
    private func isMonthly(_ a: PayAmount) -> Bool {
        a.high / (a.currency.flatMap { CurrencyNamesRate.of($0) } ?? 1) < 15_000
    }

    private func isPlausible(_ a: PayAmount) -> Bool {
        let yearly = a.high * (period ?? .year).perYear
        let rate = a.currency.flatMap { CurrencyNamesRate.of($0) } ?? 1
        return PayReader.plausible.contains(yearly / rate)
    }

    /// "Commuter benefit; $300 per month": the clause before the semicolon says what it is.
    private func followsOther(_ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        guard s.lowerBound > 0, text.tokens[s.lowerBound].gap.contains(.semicolon) else { return false }
        return text.sentence(of: s.lowerBound - 1).suffix(8).contains {
            PayWords.mark($0, text).contains(.other)
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
                let m = PayWords.mark(j, text)
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
        if k >= a.end, text.tokens[k].gap.contains(.open), k + 1 < text.tokens.count, text.tokens[k + 1].kind != .word {
            return
        }
        if m.contains(.base) {
            // "When base and bonus are added up" is said of the whole.
            if k >= a.end, (a.end..<k).contains(where: { PayWords.mark(text.tokens[$0]).isEmpty }) { return }
            kind = .base
            return
        }
        if m.contains(.onTarget), kind == .base, !hasBase(a, text) { kind = .ote }
        if m.contains(.total), kind == .base, !hasBase(a, text), isTotal(k, text) { kind = .total }
    }
    private func isTotal(_ k: Int, _ text: borrowing FactText) -> Bool {
        text.tokens[k].hash != FactText.hash("total")
            || k + 1 < text.tokens.count && PayView.totals.value(text.tokens[k + 1].hash) != 0
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
                    && ($0 == a.end || !PayWords.mark(text.tokens[a.end]).isEmpty)
            }
    }

    private mutating func readBounds(_ a: PayAmount, _ s: Range<Int>, _ text: borrowing FactText) {
        if a.isRange { return }
        for k in max(s.lowerBound, a.first - 3)..<a.first {
            if (k + 1...a.first).contains(where: { text.tokens[$0].gap.contains(.comma) }) { continue }
            let t = text.tokens[k]
            let m = PayWords.mark(k, text)
            if m.contains(.upTo) { isUpTo = true }
            if m.contains(.from) { isFrom = true }
            switch PayView.bounds.value(t.hash) {
            case 1: isUpTo = true
            case 2: isUpTo = isUpTo || isSlavic(a)
            case 3: isFrom = isFrom || isNordic(a)
            case 4: read(denied: k, s, text)
            default: break
            }
        }
        if !isUpTo, !isFrom { readMinimum(a, s, text) }
        if isUpTo { isFrom = false }
        for k in Set([a.end, last]) where k + 1 < s.upperBound && !isUpTo {
            // "90k and up", "80.000 € oder mehr"
            if !PayWords.mark(text.tokens[k]).isDisjoint(with: .conjunction)
                || PayView.ors.value(text.tokens[k].hash) != 0,
                text.tokens[k + 1].gap == [.space], PayView.more.value(text.tokens[k + 1].hash) != 0,
                k + 2 >= s.upperBound || !text.tokens[k + 2].gap.isSubset(of: [.space])
                    || PayView.ups.value(text.tokens[k + 1].hash) != 0
            {
                isFrom = true
            }
        }
        // "1.000.000 Ft-tól"
        if a.end < s.upperBound, text.tokens[a.end].gap == [.dash] {
            if text.tokens[a.end].hash == PayView.tol { isFrom = true }
            if text.tokens[a.end].hash == PayView.ig { isUpTo = true }
        }
        for k in [a.end, last] where k < s.upperBound && text.tokens[k].gap.isSubset(of: [.space]) {
            if PayView.atLeast.value(text.tokens[k].hash) != 0 { isFrom = true }
            if PayView.atMost.value(text.tokens[k].hash) != 0 { isUpTo = true }
        }
    }
    private static let tol = FactText.hash("tol"), ig = FactText.hash("ig")
    private static let ors = WordMarks(["or oder ou o eller of lub nebo": 1])
    private static let more = WordMarks([
        "up above more upwards higher upward mehr plus mas mais upp uppat opp meer hoger oltre wiecej vice daruber": 1
    ])
    private static let ups = WordMarks(["up above upwards upward uppat": 1])

    /// "Mindestgehalt lt. KV: EUR 3.205", "Lägsta lön", "minimum salary for this role is €50,000": a word of the least
    /// or the most right beside the word for pay, further before the sum.
    private mutating func readMinimum(_ a: PayAmount, _ s: Range<Int>, _ text: borrowing FactText) {
        let start = s.lowerBound > 0 && isAbbreviated(s.lowerBound - 1, text) ? s.lowerBound - 4 : s.lowerBound
        for k in stride(from: a.first - 1, through: max(0, start, a.first - 9), by: -1) {
            if text.tokens[k].kind == .number { return }
            let m = PayWords.mark(k, text)
            guard !m.isDisjoint(with: [.from, .upTo]) else { continue }
            let beside = [k - 1, k + 1].contains {
                $0 >= 0 && $0 < a.first && PayWords.mark($0, text).contains(.cue)
            }
            guard m.contains(.cue) || beside && PayView.extremes.value(text.tokens[k].hash) != 0 else { continue }
            if m.contains(.from) { isFrom = true } else { isUpTo = true }
            return
        }
    }
    private static let extremes = WordMarks([
        "minimum minimal minimo minima min lagsta laveste lowest maximum maximal maximo max hogsta hojeste highest": 1
    ])
    private func isAbbreviated(_ k: Int, _ text: borrowing FactText) -> Bool {
        PayView.abbreviations.value(text.tokens[k].hash) != 0
    }
    private static let abbreviations = WordMarks(["lt gem laut ca iZd": 1])

    private static let bounds = WordMarks([
        "up till until bis fino opp op jusqua": 1, "do az": 2, "fra": 3,
        "less under below more over above exceeding": 4,
    ])
    private func isSlavic(_ a: PayAmount) -> Bool { a.currency?.code == "PLN" || a.currency?.code == "CZK" }
    /// A currency that may be that of Norway or Denmark.
    func isNordic(_ a: PayAmount) -> Bool {
        PayCurrency.isCrown(a.sign) || a.currency?.code == "NOK" || a.currency?.code == "DKK"
    }

    /// "No less than", "not under", "no more than": the denial turns the bound around.
    private mutating func read(denied k: Int, _ s: Range<Int>, _ text: borrowing FactText) {
        guard k > s.lowerBound, Cues.isNegator(k - 1, text) else { return }
        if PayView.lesser.value(text.tokens[k].hash) != 0 { isFrom = true } else { isUpTo = true }
    }
    private static let lesser = WordMarks(["less under below": 1])

    private static let atLeast = WordMarks(["minimum min upwards mindestens onwards": 1])
    private static let atMost = WordMarks(["max maximum maximal": 1])
}
