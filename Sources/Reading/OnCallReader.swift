import Base
import Taxonomy

/// Whether the work includes duty out of hours (codebook, section 7).
package enum OnCallReader {
    /// A statement of the text for or against; the first that asks beats one that denies only in another sentence.
    static func onCall(_ text: borrowing FactText) -> OnCallFact {
        var fact = OnCallFact()
        for hit in text.cues where hit.tag == Cue.onCall.rawValue {
            let a = Int(hit.start), b = Int(hit.end)
            if Cues.covered(.onCallNever, a, b, text) || isOtherSense(a, b, text) { continue }
            // German says it last: "Rufbereitschaft gibt es bei uns nicht".
            let value: OnCall = Cues.isDenied(a, b, text, after: 6) || Cues.isNegator(a, text) ? .no : .yes
            if fact.value == .unstated || (value == .yes && fact.value == .no) {
                fact.value = value
                fact.span = Cues.sentenceSpan(a, text)
            }
            if value == .yes { break }
        }
        return fact
    }

    /// A product that serves other people's duty ("rotas for hospitals"), or a way to be reached that is no duty.
    private static func isOtherSense(_ a: Int, _ b: Int, _ text: borrowing FactText) -> Bool {
        let s = text.sentence(of: a)
        let product = Cues.any(.vacant, in: s, text)
        return product && !Cues.any(.you, in: s, text)
    }
}

/// Small questions about the cues of a text that all readers of terms ask.
enum Cues {
    /// A hit of this kind overlaps tokens a..<b. No phrase is longer than 20 tokens.
    static func covered(_ cue: Cue, _ a: Int, _ b: Int, _ text: borrowing FactText) -> Bool {
        var k = text.cue(at: a - 20)
        while k < text.cues.count, Int(text.cues[k].start) < b {
            if text.cues[k].tag == cue.rawValue, Int(text.cues[k].end) > a { return true }
            k += 1
        }
        return false
    }

    static func any(_ cue: Cue, in tokens: Range<Int>, _ text: borrowing FactText) -> Bool {
        var k = text.cue(at: tokens.lowerBound)
        while k < text.cues.count, Int(text.cues[k].start) < tokens.upperBound {
            if text.cues[k].tag == cue.rawValue, Int(text.cues[k].end) <= tokens.upperBound { return true }
            k += 1
        }
        return false
    }

    /// Said not to be: a word of denial at most five tokens before, or right after ("on-call: none", "is not needed"),
    /// in the same sentence and not beyond a "but".
    static func isDenied(
        _ a: Int, _ b: Int, _ text: borrowing FactText, reach: Int = 5, after: Int = 4, acrossComma: Bool = true
    ) -> Bool {
        let s = text.sentence(of: a)
        var i = a - 1
        while i >= s.lowerBound, i >= a - reach {
            if text.gap(after: i).contains(.semicolon) || !acrossComma && text.gap(after: i).contains(.comma) { break }
            let turn = turns.value(text.tokens[i].hash)
            if turn == 1 { break }
            if isNegator(i, text) { return !isNotOnly(i, text) }
            i -= 1
        }
        i = b
        while i < s.upperBound, i < b + after {
            if !text.tokens[i].gap.isDisjoint(with: [.comma, .semicolon, .open]) { break }
            if turns.value(text.tokens[i].hash) == 1 { break }
            if isNegator(i, text) { return !isNotOnly(i, text) }
            i += 1
        }
        // "On-call? Never."
        let answer = answered(s, text)
        return answer.upperBound > s.upperBound && isNegator(s.upperBound, text)
    }

    private static let turns = WordMarks(["but aber mais pero men maar however except mas jedoch because": 1])
    private static let only = FactText.hash("only")

    private static func isNotOnly(_ i: Int, _ text: borrowing FactText) -> Bool {
        i + 1 < text.tokens.count && text.tokens[i + 1].hash == only
    }

    static func isNegator(_ i: Int, _ text: borrowing FactText) -> Bool {
        let hash = text.tokens[i].hash
        if hash == no, text.isPortuguese {
            return i + 1 < text.tokens.count && spanish.value(text.tokens[i + 1].hash) != 0
        }
        // "Non-EU candidates", "no problem" deny nothing.
        if hash == non || hash == no, i + 1 < text.tokens.count, undenied.value(text.tokens[i + 1].hash) != 0 {
            return false
        }
        return negators.value(hash) != 0
    }
    private static let non = FactText.hash("non")
    private static let undenied = WordMarks([
        "eu eea eec european europeans uk us british german native local residents citizens nationals problem problems worries issue matter profit technical":
            1
    ])

    private static let no = FactText.hash("no")
    /// What follows a Spanish "no" and never the Portuguese "in the".
    private static let spanish = WordMarks([
        "se hay es son hace hacen tiene tienes tenemos necesitas necesitamos necesario pedimos exigimos requiere requieren ofrecemos podemos patrocinamos incluye existe importa":
            1
    ])
    private static let negators = WordMarks([
        """
        no not never without none nor cannot cant unable dont doesnt wont isnt arent neither nobody zero nil didnt shouldnt
        kein keine keinen keiner keinerlei keines nicht ohne nie niemals entfallt weder sans pas aucun aucune jamais ni
        sin ninguna ningun ninguno nunca tampoco ingen inga inget inte utan aldrig ej slipper geen niet zonder nooit
        sem nao nenhum nenhuma ikke nessun nessuna senza non bez ei uden uten unavailable impossible なし
        """: 1
    ])

    /// The sentence of a question with the one that answers it: "Degree? We do not mind."
    static func answered(_ s: Range<Int>, _ text: borrowing FactText) -> Range<Int> {
        let end = Int(text.tokens[s.upperBound - 1].end)
        guard s.count <= 6, s.upperBound < text.tokens.count, end < text.bytes.count,
            text.bytes[end] == UInt8(ascii: "?")
        else { return s }
        return s.lowerBound..<text.sentence(of: s.upperBound).upperBound
    }

    /// The words that prove a fact: the sentence, bounded.
    static func sentenceSpan(_ i: Int, _ text: borrowing FactText) -> ByteSpan {
        let s = text.sentence(of: i)
        return text.span(max(s.lowerBound, i - 40), min(s.upperBound - 1, i + 40))
    }
}
