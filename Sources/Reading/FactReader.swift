import Base
import Sources

/// One cut of the text and one pass of the phrases, shared by the readers of pay, place, on-call and terms.
enum FactReader {
    static func read(_ text: ReadText, _ posting: Posting, into facts: inout Facts) {
        var words = FactText(text.bytes)
        FactCues.find(in: &words)
        facts.onCall = OnCallReader.onCall(words)
        facts.terms = TermsReader.terms(words)
    }
}

extension OnCallReader {
    package static func onCall(_ text: ReadText, _ posting: Posting) -> OnCallFact {
        var words = FactText(text.bytes)
        FactCues.find(in: &words)
        return onCall(words)
    }
}

extension TermsReader {
    package static func terms(_ text: ReadText, _ posting: Posting) -> TermsFact {
        var words = FactText(text.bytes)
        FactCues.find(in: &words)
        return terms(words)
    }
}
