import Base
import Taxonomy

/// Long words of the Germanic languages that no list can hold: what pays ("Einstiegsgehalt", "begynnerlønn"), what is
/// other money ("Essenszuschuss"), and the period inside ("Jahresbruttolohn").
enum PayCompounds {
    /// Shorter words are in the lists.
    static let least = 8

    static func mark(_ k: Int, _ text: borrowing FactText) -> PayWords.Mark {
        let t = text.tokens[k]
        guard t.kind == .word, t.high - t.low >= least else { return [] }
        let word = text.folded[Int(t.low)..<Int(t.high)]
        if others.contains(where: { word.count > $0.count && word.suffix($0.count).elementsEqual($0) }) {
            return .other
        }
        let bound: PayWords.Mark =
            word.starts(with: floor) ? .from : tops.contains { word.starts(with: $0) } ? .upTo : []
        let isPay = pays.contains { word.count > $0.count && word.suffix($0.count).elementsEqual($0) }
        // A rate is one only with its period: "Stundensatz", not "Umsatz" or "Grundsatz".
        guard isPay || word.suffix(4).elementsEqual(rate) else { return [] }
        var inner = word
        for head in [floor, gross] + tops where inner.starts(with: head) { inner = inner.dropFirst(head.count) }
        guard let stem = stems.first(where: { inner.starts(with: $0.0) }) else { return isPay ? bound.union(.cue) : [] }
        return PayWords.Mark(rawValue: PayWords.Mark.cue.rawValue | stem.1 << 8).union(bound)
    }

    private static let rate = Array("satz".utf8), gross = Array("brutto".utf8), floor = Array("mindest".utf8)
    private static let tops = [Array("maximal".utf8), Array("hochst".utf8)]
    private static let pays: [[UInt8]] = [
        "gehalt", "gehalter", "gehaltsspanne", "gehaltsband", "lohn", "lohnband", "slon", "slonn", "sloon", "salaris",
        "verdienst", "entgelt", "vergutung", "lonniva", "lonnsniva", "lonespann", "lonsspann", "arvode", "tarief",
        "palkka",
    ].map { Array($0.utf8) }
    private static let others: [[UInt8]] = [
        "zuschuss", "zuschusse", "gutschein", "gutscheine", "budget", "budgets", "pramie", "pramien", "zulage",
        "zulagen",
        "budsjett", "budsjet", "bonus", "umsatz", "kosten", "preis", "preise", "vorsorge", "bidrag", "bidraget",
        "vergoeding", "investition",
        "investitionen", "geld", "penger", "penge", "pengar", "hilfe", "stotte", "tilskudd", "tilskud", "tillegg",
        "tillaeg", "tillagg", "toeslag", "forsikring", "forsakring", "versicherung", "verzekering", "gebuhr",
        "gebuhren", "strafe", "kaution", "darlehen", "kort",
    ].map { Array($0.utf8) }
    /// The number of the period, as in `PayWords`.
    private static let stems: [([UInt8], UInt32)] = [
        ("jahr", 1), ("jaar", 1), ("arslon", 1), ("monat", 2), ("maand", 2), ("manad", 2), ("maned", 2), ("woch", 3),
        ("week", 3), ("veck", 3), ("tag", 4), ("dag", 4), ("stund", 5), ("uur", 5), ("tim", 5),
    ].map { (Array($0.0.utf8), $0.1) }
}
