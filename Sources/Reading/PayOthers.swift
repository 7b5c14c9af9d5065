import Base

/// Sums beside a word of pay that pay nobody who is hired here.
enum PayOthers {
    /// What a product or a study says of pay elsewhere: "our site compares salaries from £18k to £250k", "our graduates
    /// earn $90k on average". The reader of the text or the role named before the sum makes it pay.
    static func isProduct(_ a: PayAmount, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        var found = false
        for k in s.lowerBound..<a.first {
            let h = text.tokens[k].hash
            if readers.value(h) != 0 { return false }
            switch words.value(h) {
            case 1:
                // "Our payroll product": a product of the firm, at most three words on, and what it does.
                let end = min(a.first, k + 5)
                if let p = (k + 1..<max(k + 1, end)).first(where: {
                    products.value(text.tokens[$0].hash) != 0 || isProductWord($0, text)
                }),
                    p + 1 < a.first, !PayGiver.isPartOfTitle(p, s, text), text.gap(after: p).isSubset(of: [.space])
                {
                    found = true
                }
            case 2:
                // "We help people negotiate", "helps candidates compare"
                if k + 1 < a.first,
                    others.value(text.tokens[k + 1].hash) != 0
                        || others.value(text.tokens[min(k + 2, a.first)].hash) != 0
                {
                    found = true
                }
            case 3:
                if (s.lowerBound..<a.first).contains(where: { others.value(text.tokens[$0].hash) != 0 }) {
                    found = true
                }
            default: break
            }
        }
        return found
    }

    private static func isProductWord(_ k: Int, _ text: borrowing FactText) -> Bool {
        let t = text.tokens[k]
        guard t.high - t.low > 8 else { return false }
        let word = text.folded[Int(t.low)..<Int(t.high)]
        return endings.contains { word.count > $0.count && word.suffix($0.count).elementsEqual($0) }
    }
    private static let endings = [
        "rechner", "portal", "plattform", "datenbank", "vergleich", "software", "borse", "databas",
    ].map { Array($0.utf8) }

    private static let readers = WordMarks([
        "you youll youd your role position du dich dir dein sie ihnen ihr vous vos te ti tu usted jij je jou dig voce lhe stelle poste puesto vaga functie tjansten":
            1
    ])
    private static let words = WordMarks([
        "our unser unsere unserem unseren notre nos nuestro nuestra nuestros nosso nossa var vart vores onze ons the":
            1,
        "help helps helping helfen aidons aide ayudamos ayuda ajudamos hjalper helpen": 2,
        "average averages median medians durchschnitt durchschnittlich moyenne media": 3,
    ])
    private static let products = WordMarks([
        """
        site website platform product app tool database board calculator marketplace software engine guide survey report index
        payroll users graduates alumni members customers clients listings jobs students portal aggregator comparator
        comparateur outil plateforme logiciel simulateur plataforma comparador herramienta calculadora producto produto
        ferramenta plattform nutzer kunden absolventen produkt tjanst sajt verktyg vergelijker gebruikers klanten
        """: 1
    ])
    private static let others = WordMarks([
        "people candidates workers freelancers users graduates alumni students members jobseekers professionals talent employees developers nurses drivers menschen bewerber kandidaten personnes candidats personas pessoas candidatos manniskor mensen":
            1
    ])

    /// Paid once for a task on the way to the job: "$500 for the take-home test", "€300 for the trial day".
    static func isTrial(_ last: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        guard last < s.upperBound else { return false }
        for k in last..<min(s.upperBound, last + 7) {
            if !text.tokens[k].gap.isSubset(of: [.space, .dash, .other, .slash]) { return false }
            guard tasks.value(text.tokens[k].hash) != 0 else { continue }
            return (last..<k).contains { fors.value(text.tokens[$0].hash) != 0 } && !PayGiver.isPartOfTitle(k, s, text)
        }
        return false
    }
    private static let fors = WordMarks(["for fur pour por para voor till for til per za the your den die a": 1])
    private static let tasks = WordMarks([
        "trial takehome test assignment homework interview challenge task probetag probearbeit probeaufgabe probearbeitstag testaufgabe essai prueba entrevista teste desafio proefdag provdag":
            1
    ])
}
