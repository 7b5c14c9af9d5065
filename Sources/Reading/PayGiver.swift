import Base

/// Who gets the money by the verb before a sum.
enum PayGiver {
    /// The reader of the text ("you earn", "we offer"), others ("drivers make", "our tenants pay"), or nobody is named.
    case firm, other, unknown

    /// Tokens looked at before a sum for its verb.
    private static let reach = 10

    static func of(_ a: PayAmount, _ s: Range<Int>, _ text: borrowing FactText) -> PayGiver {
        guard
            let verb = stride(from: a.first - 1, through: max(s.lowerBound, a.first - reach), by: -1).first(where: {
                !PayWords.mark(text.tokens[$0]).isDisjoint(with: [.verb, .gives])
            })
        else { return isOn(a, s, text) ? .firm : .unknown }
        if text.tokens[verb + 1].hash == out { return .other }
        if (max(s.lowerBound, verb - 4)...min(a.first, verb + 1)).contains(where: {
            readers.value(text.tokens[$0].hash) != 0
        }) {
            return .firm
        }
        let isThird = (s.lowerBound..<a.first).contains {
            $0 != verb && PayWords.mark(text.tokens[$0]).contains(.third) && !isPartOfTitle($0, s, text)
        }
        if isThird { return .other }
        let isRole = (max(s.lowerBound, verb - 4)..<verb).contains { PayWords.mark(text.tokens[$0]).contains(.role) }
        return isRole || PayWords.mark(text.tokens[verb]).contains(.gives) ? .firm : .unknown
    }
    private static let out = FactText.hash("out"), on = FactText.hash("on")

    /// "You would be on £72,000".
    private static func isOn(_ a: PayAmount, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        a.first > s.lowerBound && text.tokens[a.first - 1].hash == on
            && (max(s.lowerBound, a.first - 5)..<a.first).contains { readers.value(text.tokens[$0].hash) != 0 }
    }
    private static let readers = WordMarks([
        "you youll youd du dir sie ihnen vous te ti usted jij je deg dig voce lhe tu ci": 1
    ])

    /// "Payments Engineer", "Customer Success Manager": a word inside the name of a job.
    static func isPartOfTitle(_ k: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        for j in k + 1..<max(k + 1, min(s.upperBound, k + 3)) {
            if text.tokens[j].gap != [.space] { return false }
            if PayWords.mark(text.tokens[j]).contains(.role) { return true }
        }
        return false
    }
}
