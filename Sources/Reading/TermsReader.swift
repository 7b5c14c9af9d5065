import Base

/// The eleven terms that people filter by. Each is stated by the text or left unstated; nothing is inferred.
package enum TermsReader {
    static func terms(_ text: borrowing FactText) -> TermsFact {
        var fact = TermsFact()
        readVisa(text, &fact)
        readClearance(text, &fact)
        readTravel(text, &fact)
        readDegree(text, &fact)
        readContract(text, &fact)
        readWorktime(text, &fact)
        TermsNumbers.readYears(text, &fact)
        TermsNumbers.readMonths(text, &fact)
        TermsNumbers.readHours(text, &fact)
        return fact
    }

    // MARK: visa

    /// A word for a visa beside a word of help, or sponsorship of people; cards and sponsored events say nothing.
    private static func readVisa(_ text: borrowing FactText, _ fact: inout TermsFact) {
        for hit in text.cues where hit.tag == Cue.visa.rawValue || hit.tag == Cue.sponsor.rawValue {
            let a = Int(hit.start), b = Int(hit.end)
            if Cues.covered(.visaVoid, a, b, text) { continue }
            let s = Cues.answered(text.sentence(of: a), text)
            if b - a == 1, isOtherSponsor(a, text) { continue }
            var denied = Cues.isDenied(a, b, text, reach: 7) || deniedInside(a, b, text)
            if !denied, answersNo(b, s, text) { denied = true }
            if hit.tag == Cue.sponsor.rawValue, !denied {
                // "Sponsorship" alone needs a word of people, work or offer beside it.
                guard b - a > 1 || Cues.any(.visa, in: s, text) || has(s, offers, text) else { continue }
                if Cues.any(.clearance, in: s, text) || Cues.any(.visaVoid, in: s, text) { continue }
            }
            if hit.tag == Cue.visa.rawValue, !denied {
                let sure = has(s, offers, text) || Cues.any(.sponsor, in: s, text)
                if !sure { continue }
                if has(s, demands, text), !has(s, help, text) { continue }
            }
            let value: TermsFact.Answer = denied ? .no : .yes
            if fact.visa == .unstated { note("visa", a, text, &fact) }
            if fact.visa == .unstated || value == .no { fact.visa = value }
        }
        if fact.visa == .unstated, let at = headsVisa(text) {
            fact.visa = .yes
            note("visa", at, text, &fact)
        }
    }

    /// "REMOTE (EU) | VISA": the word alone in the head of an ad.
    private static func headsVisa(_ text: borrowing FactText) -> Int? {
        text.tokens.prefix(80).indices.first {
            text.tokens[$0].hash == visa && text.sentence(of: $0).count == 1
                && (text.tokens[$0].gap.contains(.bar) || text.gap(after: $0).contains(.bar))
        }
    }
    private static let visa = FactText.hash("visa")

    /// "A sponsor in the board": a person; a licensed sponsor is an employer.
    private static func isOtherSponsor(_ a: Int, _ text: borrowing FactText) -> Bool {
        guard sponsors.value(text.tokens[a].hash) != 0, a > 0 else { return false }
        let next = a + 1 < text.tokens.count ? text.tokens[a + 1].hash : 0
        return articles.value(text.tokens[a - 1].hash) != 0 && licences.value(next) == 0
    }
    private static let sponsors = WordMarks(["sponsor sponsors": 1]), articles = WordMarks(["a an the your": 1])
    private static let licences = WordMarks(["licence license licences licenses licensed": 1])

    private static let offers = WordMarks([
        """
        care get take takes taking leave occupons occupe charge encargamos ocupamos encarga hand cuidamos transfer transfers organise organize apply applies file paperwork lawyer lawyers fees paid prenons demarches gerons facilitons financons organisons
        besorgen organisieren kummert ubernimmt skoter verzorgt regelt tratam gestiona licensed
        available offer offers offered offering provide provides provided providing support supports supported supporting help
        helps assist assistance possible yes sponsor sponsors sponsorship sponsored handle handles arrange arranged cover covered
        pay relocation process willing able open consider considered can will happy ja oui si sim welcome
        unterstutzen unterstutzung unterstutzt helfen hilfe ubernehmen kummern moglich bieten beantragen
        aide aidons accompagnons accompagnement sponsorisons parrainage sponsoring prise charge proposons
        apoyo apoyamos patrocinio patrocinamos tramitamos ayudamos ayuda gestionamos ofrecemos
        hjalper hjalp stod stodjer ordnar erbjuder sponsrar sponsring fixar
        helpen hulp regelen verzorgen bieden ondersteunen ondersteuning sponsoren sponsor
        apoio apoiamos ajudamos ajuda oferecemos patrocinamos patrocinio tratamos
        """: 1
    ])
    private static let help = WordMarks([
        """
        sponsor sponsors sponsorship support help helps assist assistance offer provide handle arrange relocation cover apply applies pay
        lawyer paperwork care fees if
        unterstutzen helfen ubernehmen kummern bieten aidons hjalper helpen ayudamos apoiamos ajudamos
        """: 1
    ])
    private static let demands = WordMarks([
        "must need require required requires valid hold have gultige gultigen existing only already bringst voraus vorausgesetzt valide vigente":
            1
    ])

    private static func answersNo(_ b: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        b < s.upperBound && b < text.tokens.count && text.tokens[b].gap.contains(.colon) && Cues.isNegator(b, text)
    }

    private static func deniedInside(_ a: Int, _ b: Int, _ text: borrowing FactText) -> Bool {
        (a..<b).contains { Cues.isNegator($0, text) }
    }

    private static func has(_ s: Range<Int>, _ table: WordMarks, _ text: borrowing FactText) -> Bool {
        s.contains { table.value(text.tokens[$0].hash) != 0 }
    }

    // MARK: clearance

    private static func readClearance(_ text: borrowing FactText, _ fact: inout TermsFact) {
        for hit in text.cues where hit.tag == Cue.clearance.rawValue {
            let a = Int(hit.start), b = Int(hit.end)
            if Cues.covered(.clearanceVoid, a, b, text) { continue }
            let s = text.sentence(of: a)
            if text.tokens[a].hash == cleared, b - a == 1, a == s.lowerBound || !text.tokens[a - 1].isUpper { continue }
            if isBare(a, b, text), !has(s, vetting, text) { continue }
            if Cues.any(.vacant, in: s, text), !Cues.any(.you, in: s, text) { continue }
            let isNice = Cues.any(.nice, in: s, text)
            let isDenied = Cues.isDenied(a, b, text, after: isNice ? 0 : 4)
            let value: TermsFact.Clearance =
                if isDenied { .notRequired } else if isNice { .preferred } else {
                    .required
                }
            if fact.clearance == .unstated { note("clearance", a, text, &fact) }
            if fact.clearance == .unstated || value == .required { fact.clearance = value }
        }
    }
    private static let cleared = FactText.hash("cleared")

    /// "Clearance" alone is of security only with a word that says so.
    private static func isBare(_ a: Int, _ b: Int, _ text: borrowing FactText) -> Bool {
        b - a == 1 && clearances.value(text.tokens[a].hash) != 0
    }
    private static let clearances = WordMarks(["clearance clearances": 1])
    private static let vetting = WordMarks([
        """
        security secret top sc dv ctc nv1 nv2 ts sci government active hold held holding holds obtain obtainable obtained maintain required
        require requires need needed needs must eligible eligibility nato polygraph poly federal defense defence dod doe personnel level
        national vetting current possess get granted baseline public trust mod citizen citizens citizenship confidential essential
        preferred desirable plus advantage bonus interim mandatory have your no without able
        """: 1
    ])

    // MARK: travel

    private static func readTravel(_ text: borrowing FactText, _ fact: inout TermsFact) {
        for hit in text.cues where hit.tag == Cue.travel.rawValue || hit.tag == Cue.trip.rawValue {
            let a = Int(hit.start), b = Int(hit.end)
            if Cues.covered(.travelVoid, a, b, text) { continue }
            let s = text.sentence(of: a)
            let percent = TermsNumbers.percent(near: a, b, s, text)
            let denied = Cues.isDenied(a, b, text, reach: 6) || percent == 0
            if hit.tag == Cue.trip.rawValue {
                if Cues.any(.vacant, in: s, text), !Cues.any(.you, in: s, text) { continue }
            } else if !denied, percent == nil, !asksTravel(a, b, s, text) {
                continue
            }
            if fact.travel == .unstated || (fact.travel == .no && !denied) {
                fact.travel = denied ? .no : .yes
                note("travel", a, text, &fact)
            }
            if !denied, let percent, percent > 0 { fact.travelMaxPercent = max(fact.travelMaxPercent ?? 0, percent) }
        }
    }

    /// Travel is asked of the person, not sold, paid or praised.
    private static func asksTravel(_ a: Int, _ b: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        if text.folded[Int(text.tokens[a].low)] != UInt8(ascii: "t"), text.tokens[a].high - text.tokens[a].low > 9 {
            return true
        }
        if s.count <= 4 { return true }
        let low = max(s.lowerBound, a - 7), high = min(s.upperBound, b + 7)
        return (low..<high).contains { travelAsks.value(text.tokens[$0].hash) != 0 }
    }
    private static let travelAsks = WordMarks([
        """
        required require requires expected expect involves involve involving willing willingness ability able must need needed
        necessary occasional occasionally some frequent frequently regular regularly light moderate extensive domestic
        international business up to prepared open readiness happy sometimes limited minimal periodic quarterly monthly weekly
        nationwide overseas nationally internationally ready amount days week weeks month year times comfortable travels
        erforderlich bereitschaft gelegentlich gelegentliche regelmassig regelmassige notig bereit haufig tage monat
        ponctuels ponctuel reguliers frequents occasionnels prevoir prevus deplacer clients mobilite quelques france jours
        disponibilidad puntuales ocasionales frecuentes requiere requieren viajar dias
        ingar forekommer ibland tillfalliga regelbundna kunna villig krav dagar manga ingar
        kunden kunde standort standorte client siege filiales sede veces oficinas eventuais eventual trimestre
        bereid bereidheid naar keer maand regelmatig soms incidenteel nodig vereist af dagen
        disponibilidade pontuais ocasionais frequentes necessario dias
        disponibilita occasionali rejsedage gotowosc
        """: 1
    ])

    // MARK: degree

    private static func readDegree(_ text: borrowing FactText, _ fact: inout TermsFact) {
        var sentence: Int32 = -1
        for hit in text.cues where hit.tag == Cue.degree.rawValue {
            let a = Int(hit.start), b = Int(hit.end)
            if Cues.covered(.degreeVoid, a, b, text) { continue }
            let s = text.sentence(of: a)
            if isBiography(a, s, text) { continue }
            let isNice = isNice(a, b, s, text)
            let denied =
                Cues.isDenied(a, b, text, reach: 5, after: isNice ? 0 : 7)
                || !Cues.any(.degreeOrElse, in: s, text) && indifferent(Cues.answered(s, text), text)
            let value: TermsFact.Degree =
                if denied {
                    .notRequired
                } else if Cues.any(.degreeOrElse, in: s, text) {
                    .equivalent
                } else if isNice {
                    .preferred
                } else {
                    .required
                }
            if fact.degree == .unstated {
                fact.degree = value
                note("degree", a, text, &fact)
                sentence = text.tokens[a].sentence
            } else if value == .equivalent, fact.degree == .required {
                fact.degree = .equivalent
            } else if value == .required, fact.degree == .preferred, text.tokens[a].sentence == sentence {
                fact.degree = .required
            }
        }
    }

    /// A wish in the clause of the degree, or in its sentence if the clause demands nothing: "MSc preferred, BSc essential".
    private static func isNice(_ a: Int, _ b: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        guard Cues.any(.nice, in: s, text) else { return false }
        var low = a, high = b
        while low > s.lowerBound, !text.tokens[low].gap.contains(.comma) { low -= 1 }
        while high < s.upperBound, !text.tokens[high].gap.contains(.comma) { high += 1 }
        return Cues.any(.nice, in: low..<high, text) || !has(low..<high, musts, text)
    }
    private static let musts = WordMarks([
        "essential required must mandatory necessary needed erforderlich vorausgesetzt exige requis krav vereist imprescindible obrigatorio":
            1
    ])

    /// "We do not care about degrees", "degree or not".
    private static func indifferent(_ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        s.contains {
            let word = careless.value(text.tokens[$0].hash)
            return word == 1 || word == 2 && $0 > s.lowerBound && Cues.isNegator($0 - 1, text)
        }
    }
    private static let careless = WordMarks([
        "regardless irrespective unimportant optional egal zweitrangig indifferent": 1,
        "mind care matter": 2,
    ])

    /// "Our founder holds a PhD": said of somebody who is there already.
    private static func isBiography(_ a: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        (s.lowerBound..<a).contains { biography.value(text.tokens[$0].hash) != 0 }
    }
    private static let biography = WordMarks([
        "founder founders cofounder cofounders ceo cto colleagues alumni students pupils founded customers tuition pursuing holds":
            1
    ])

    // MARK: contract and worktime

    private static func readContract(_ text: borrowing FactText, _ fact: inout TermsFact) {
        let order: [(Cue, Cue?, TermsFact.Contract)] = [
            (.internship, .internshipVoid, .internship), (.fixedTerm, nil, .fixedTerm),
            (.contractor, .contractorVoid, .contractor),
            (.permanent, nil, .permanent),
        ]
        for (cue, void, value) in order {
            for hit in text.cues where hit.tag == cue.rawValue {
                let a = Int(hit.start), b = Int(hit.end)
                if let void, Cues.covered(void, a, b, text) { continue }
                let s = text.sentence(of: a)
                if Cues.isDenied(a, b, text, reach: 3, after: 2, acrossComma: false) { continue }
                if cue == .permanent, permanentVoid(a, b, s, text) { continue }
                if cue == .fixedTerm,
                    isOfIR35(b, s, text) || b < s.upperBound && deposits.value(text.tokens[b].hash) != 0
                {
                    continue
                }
                if cue != .permanent, Cues.any(.vacant, in: s, text), !Cues.any(.you, in: s, text) { continue }
                if cue == .internship, s.count > 14, Cues.any(.years, in: s, text) { continue }
                fact.contract = value
                note("contract", a, text, &fact)
                return
            }
        }
    }

    /// "Six-month contract outside IR35": a contractor's.
    private static func isOfIR35(_ b: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        (b..<min(s.upperBound, b + 5)).contains { ir35.value(text.tokens[$0].hash) != 0 }
    }
    private static let ir35 = WordMarks(["ir35 freelance freelancer contractor b2b c2c": 1])
    private static let deposits = WordMarks([
        "deposit deposits rate rates loan loans savings income bond bonds annuity": 1
    ])

    private static func permanentVoid(_ a: Int, _ b: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        b < s.upperBound && permanentOthers.value(text.tokens[b].hash) != 0
    }
    private static let permanentOthers = WordMarks([
        "resident residents residency residence fix solution solutions location storage magnet marker collection loss change vast link makeup magnets staff_ exhibition":
            1
    ])

    private static func readWorktime(_ text: borrowing FactText, _ fact: inout TermsFact) {
        var full = -1, part = -1
        for hit in text.cues where hit.tag == Cue.fullTime.rawValue || hit.tag == Cue.partTime.rawValue {
            let a = Int(hit.start), b = Int(hit.end)
            if Cues.covered(.timeVoid, a, b, text) { continue }
            if Cues.isDenied(a, b, text, reach: 2, after: 2, acrossComma: false) { continue }
            if b - a == 1, text.tokens[a].hash == fte, a > 0, let share = TermsNumbers.value(a - 1, text), share < 1 {
                part = part < 0 ? a : part
                continue
            }
            if hit.tag == Cue.fullTime.rawValue { full = full < 0 ? a : full } else { part = part < 0 ? a : part }
        }
        if let shared = slashed(text) {
            full = shared
            part = shared
        }
        if full >= 0, part >= 0 {
            fact.worktime = .either
        } else if full >= 0 {
            fact.worktime = .fullTime
        } else if part >= 0 {
            fact.worktime = .partTime
        } else if let (share, at) = TermsNumbers.workload(text) {
            fact.worktime = share.1 >= 100 ? (share.0 >= 100 ? .fullTime : .either) : .partTime
            note("worktime", at, text, &fact)
            return
        }
        if fact.worktime != .unstated { note("worktime", max(full, part), text, &fact) }
    }

    private static let fte = FactText.hash("fte")

    /// "Voll- oder Teilzeit", "full or part time", "hel- eller deltid", "temps plein ou partiel".
    private static func slashed(_ text: borrowing FactText) -> Int? {
        for i in 0..<max(0, text.tokens.count - 2) where halves.value(text.tokens[i].hash) == 1 {
            for k in (i + 1)...min(i + 2, text.tokens.count - 1)
            where halves.value(text.tokens[k].hash) == 2 && text.tokens[k].sentence == text.tokens[i].sentence {
                return i
            }
        }
        return nil
    }
    private static let halves = WordMarks([
        "voll full hel plein completa voltijd heltid vollzeit fulltime voltijds complet integral": 1,
        "teilzeit part deltid partiel parcial deeltijd parttime deeltijds": 2,
    ])

    static func note(_ field: String, _ i: Int, _ text: borrowing FactText, _ fact: inout TermsFact) {
        fact.spans[field] = Cues.sentenceSpan(i, text)
    }
}
