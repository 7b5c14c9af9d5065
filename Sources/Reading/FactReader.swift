import Base
import Sources
import Taxonomy

/// One cut of the text and one pass of the phrases, shared by the readers of roles, pay, place, on-call and terms.
enum FactReader {
    /// The text's tokens with their cues; what the readers below are given.
    static func words(_ text: ReadText) -> FactText {
        var words = FactText(text.bytes)
        FactCues.find(in: &words)
        return words
    }

    /// Fills roles, seniority, pay, place, on-call, terms and the flags of these.
    static func read(_ text: ReadText, _ posting: Posting?, into facts: inout Facts) {
        let words = words(text)
        facts.roles = TitleReader.roles(words, text, posting)
        facts.seniority = facts.roles.first?.seniority ?? .unstated
        facts.pay = PayReader.pay(words, posting, flags: &facts.flags)
        if let pay = facts.pay, let span = pay.span, !namesUnit(pay.quote), isOfContact(span, in: text.bytes) {
            facts.pay = nil
        }
        facts.place = PlaceReader.place(words, text, posting)
        facts.onCall = OnCallReader.onCall(words)
        facts.terms = TermsReader.terms(words)
    }

    /// A sign, a code or a period stands in the words of the sum, so that "41 000 - 47 500 kr" is no telephone number.
    private static func namesUnit(_ quote: String) -> Bool {
        quote.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.generalCategory == .currencySymbol }
    }

    /// The figure is a group of a telephone number: "call +44 20 7946 0018".
    private static func isOfContact(_ span: ByteSpan, in bytes: [UInt8]) -> Bool {
        let around = ByteSpan(max(0, Int(span.start) - 24), min(bytes.count, Int(span.end) + 24))
        return Contacts.find(bytes, around).contains { $0.overlaps(span) }
    }
}

extension TitleReader {
    package static func roles(_ text: ReadText, _ posting: Posting?) -> [RoleFact] {
        roles(FactReader.words(text), text, posting)
    }
}

extension PayReader {
    /// Flags are dropped; `FactReader` keeps them.
    package static func pay(_ text: ReadText, _ posting: Posting?) -> PayFact? {
        var flags: [String] = []
        return pay(FactReader.words(text), posting, flags: &flags)
    }
}

extension PlaceReader {
    package static func place(_ text: ReadText, _ posting: Posting?) -> PlaceFact {
        place(FactReader.words(text), text, posting)
    }
}

extension OnCallReader {
    package static func onCall(_ text: ReadText, _ posting: Posting?) -> OnCallFact { onCall(FactReader.words(text)) }
}

extension TermsReader {
    package static func terms(_ text: ReadText, _ posting: Posting?) -> TermsFact { terms(FactReader.words(text)) }
}
