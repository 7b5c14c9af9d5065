import Base
import Taxonomy

// Sentences: how pay, duties and names of skills are put.
extension DraftWriter {
    // MARK: pay

    /// Pay in words, unless the board's own fields carry it.
    mutating func pay(_ kind: Draft.Kind) {
        guard opening.pay != nil else {
            if r.chance(0.3) { say(kind, HouseWords.noPay) }
            return
        }
        guard let text = payText() else { return }
        draft.add(kind) { $0 += text.utf8 }
    }

    mutating func payText() -> String? {
        guard let pay = opening.pay else { return nil }
        let sign = ["USD": "$", "EUR": "€", "GBP": "£"][pay.currency] ?? "\(pay.currency) "
        let low = pay.min ?? pay.max
        filling.set(.currency, pay.currency)
        filling.set(.low, sign + grouped(low))
        filling.set(.high, sign + grouped(pay.max))
        filling.set(.lowNumber, grouped(low))
        filling.set(.highNumber, grouped(pay.max))
        filling.set(.lowThousands, "\(sign)\(Int(low / 1000))k")
        filling.set(.highThousands, "\(sign)\(Int(pay.max / 1000))k")
        let forms: [Phrase] =
            switch pay.period {
            case .hour: HouseWords.payHour
            case .day: HouseWords.payDay
            case .month: HouseWords.payMonth
            default: HouseWords.payYear
            }
        var out: [UInt8] = []
        r.pick(forms).write(filling, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    func grouped(_ x: Double) -> String {
        let digits = String(Int(x))
        guard digits.count > 3 else { return digits }
        let cut = digits.index(digits.endIndex, offsetBy: -3)
        let head = digits[..<cut]
        guard head.count > 3 else { return "\(head),\(digits[cut...])" }
        let second = head.index(head.endIndex, offsetBy: -3)
        return "\(head[..<second]),\(head[second...]),\(digits[cut...])"
    }

    // MARK: words

    mutating func nextObject() { filling.set(.object, r.pick(profile.objects)) }

    mutating func say(_ kind: Draft.Kind, _ words: [Phrase]) {
        nextObject()
        draft.add(kind, r.pick(words), filling)
    }

    mutating func heading(_ words: [Phrase]) {
        let phrase = r.pick(words)
        let colon = employer.number % 4 == 0
        draft.add(.heading) {
            phrase.write(filling, to: &$0); if colon { $0.append(UInt8(ascii: ":")) }
        }
    }

    mutating func bullet(_ words: [Phrase]) {
        nextObject()
        let phrase = r.pick(words)
        let stop = employer.number % 3 == 0
        draft.add(.bullet) {
            phrase.write(filling, to: &$0); if stop, $0.last != UInt8(ascii: ".") { $0.append(UInt8(ascii: ".")) }
        }
    }

    mutating func bullets(_ words: [Phrase], _ count: Int) {
        for phrase in distinct(words, count) { bullet([phrase]) }
    }

    /// A run of the list from a chance place: no phrase twice.
    mutating func distinct(_ words: [Phrase], _ count: Int) -> [Phrase] {
        let start = r.below(words.count)
        let step = words.count % 2 == 0 ? 1 : 2
        return (0..<min(count, words.count)).map { words[(start + $0 * step) % words.count] }
    }

    mutating func goOn(_ words: [Phrase]) {
        nextObject()
        let phrase = r.pick(words)
        draft.goOn { phrase.write(filling, to: &$0) }
    }

    mutating func clause(_ words: [Phrase]) {
        nextObject()
        let phrase = r.pick(words)
        let opener = r.pick(["You will ", "You will ", "You'll ", "In this role you will "])
        draft.goOn {
            $0 += opener.utf8
            phrase.write(filling, to: &$0, asClause: true)
            $0.append(UInt8(ascii: "."))
        }
    }

    mutating func sentence(_ phrase: Phrase, _ group: [Int]) {
        fill(group)
        draft.goOn {
            phrase.write(filling, to: &$0); $0.append(UInt8(ascii: "."))
        }
    }

    mutating func frame(_ group: [Int]) -> Phrase {
        switch group.count {
        case 1: r.pick(HouseWords.need1)
        case 2: r.pick(HouseWords.need2)
        default: r.pick(HouseWords.need3)
        }
    }

    mutating func groups(_ skills: [Int], most: Int = 3) -> [[Int]] {
        var out: [[Int]] = []
        var rest = skills[...]
        while !rest.isEmpty {
            let n = min(rest.count, r.between(1, most))
            out.append(Array(rest.prefix(n)))
            rest = rest.dropFirst(n)
        }
        return out
    }

    mutating func spelling(_ skill: Int) -> String {
        let spellings = SkillBook.all[skill].spellings
        return spellings.count > 1 && r.chance(0.3) ? spellings[1 + r.below(spellings.count - 1)] : spellings[0]
    }

    mutating func fill(_ group: [Int]) {
        let names = group.map { spelling($0) }
        let word = r.chance(0.75) ? "and" : "or"
        filling.set(.skill, names[0])
        filling.set(.skillPair, names.count > 1 ? "\(names[0]) \(word) \(names[1])" : names[0])
        filling.set(
            .skillTriple,
            names.count > 2 ? "\(names[0]), \(names[1]) \(word) \(names[2])" : names.joined(separator: " \(word) "))
    }
}
