import Base

/// Terms that are numbers: years asked, hours a week, per cent of travel or of a post.
enum TermsNumbers {
    /// Small numbers in words, folded, in the languages read.
    static let small: [UInt64: Double] = {
        let tens: [(Double, String)] = [
            (18, "eighteen achtzehn dieciocho arton achttien dezoito"),
            (20, "twenty zwanzig vingt veinte tjugo twintig vinte"),
            (24, "vierundzwanzig vingtquatre veinticuatro tjugofyra"),
            (30, "thirty dreissig trente treinta trettio dertig trinta"),
            (40, "forty vierzig quarante cuarenta fyrtio veertig quarenta"),
        ]
        let lists = [
            "one a an ein eine einem einen einer un une uno una en ett een um uma",
            "two zwei deux dos tva twee dois duas due to",
            "three drei trois tres tre drie", "four vier quatre cuatro fyra quatro quattro fire",
            "five funf cinq cinco fem vijf cinque", "six sechs seis sex zes sei seks",
            "seven sieben sept siete sju zeven sete syv",
            "eight acht huit ocho atta oito otte", "nine neun neuf nueve nio negen nove ni",
            "ten zehn dix diez tio tien dez ti",
            "eleven elf onze once", "twelve zwolf douze doce tolv twaalf", "thirteen", "fourteen",
            "fifteen funfzehn quinze quince femton",
        ]
        var out: [UInt64: Double] = [:]
        for (n, words) in lists.enumerated() {
            for w in words.split(separator: " ") where out[FactText.hash(w)] == nil {
                out[FactText.hash(w)] = Double(n + 1)
            }
        }
        for (n, words) in tens {
            for w in words.split(separator: " ") { out[FactText.hash(w)] = n }
        }
        return out
    }()

    /// A figure of at most four digits with one decimal, or a number in words.
    static func value(_ i: Int, _ text: borrowing FactText) -> Double? {
        let t = text.tokens[i]
        if t.kind == .number {
            return plain(text.folded[Int(t.low)..<Int(t.high)]).map { $0 + (isHalf(t, text) ? 0.5 : 0) }
        }
        return t.kind == .word ? small[t.hash] : nil
    }

    /// "37½".
    private static func isHalf(_ t: FactToken, _ text: borrowing FactText) -> Bool {
        let e = Int(t.end)
        return e + 1 < text.bytes.count && text.bytes[e] == 0xC2 && text.bytes[e + 1] == 0xBD
    }

    static func plain(_ b: ArraySlice<UInt8>) -> Double? {
        guard b.count <= 6 else { return nil }
        var whole = 0.0, part = 0.0, scale = 1.0
        var isPart = false
        for c in b {
            if c == 0x2E || c == 0x2C {
                if isPart { return nil }
                isPart = true
            } else if (48...57).contains(c) {
                if isPart {
                    scale /= 10
                    part += Double(c - 48) * scale
                } else {
                    whole = whole * 10 + Double(c - 48)
                }
            } else {
                return nil
            }
        }
        return whole + part
    }

    // MARK: years

    static func readYears(_ text: borrowing FactText, _ fact: inout TermsFact) {
        for hit in text.cues where hit.tag == Cue.years.rawValue {
            let i = Int(hit.start)
            let s = text.sentence(of: i)
            guard let (low, first) = compound(i, text) ?? lower(before: i, s, text), low <= 30, low >= 0 else {
                continue
            }
            if Cues.covered(.yearsVoid, first, i + 1, text) || isLetter(text.tokens[i].hash) && !after(i, s, text) {
                continue
            }
            let isHalf = first > s.lowerBound && halves.value(text.tokens[first - 1].hash) != 0
            let isDecade = decades.value(text.tokens[i].hash) != 0
            if isHalf || isDecade, !speaksOfExperience(i, s, text) { continue }
            if !asks(first, i, s, text) || Cues.any(.nice, in: s, text) && fact.yearsMin != nil { continue }
            if fact.yearsMin == nil {
                fact.yearsMin = isHalf ? low / 2 : isDecade ? low * 10 : low
                TermsReader.note("years", i, text, &fact)
            }
        }
    }

    /// "Fünfjährige Erfahrung".
    private static func compound(_ i: Int, _ text: borrowing FactText) -> (Double, Int)? {
        let t = text.tokens[i]
        let word = text.folded[Int(t.low)..<Int(t.high)]
        guard word.count > 10, let at = word.indices.first(where: { word[$0...].starts(with: aged) }),
            at > word.startIndex
        else { return nil }
        return small[FactText.hash(String(decoding: word[..<at], as: UTF8.self))].map { ($0, i) }
    }
    private static let aged = Array("jahrig".utf8)

    private static let halves = WordMarks(["half halbes demi demie media medio halv halvt half meio": 1])
    private static let decades = WordMarks(["decade jahrzehnt decennium decada": 1])

    private static func speaksOfExperience(_ i: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        (max(s.lowerBound, i - 6)..<min(s.upperBound, i + 8)).contains { experience.value(text.tokens[$0].hash) != 0 }
    }

    /// Months of experience, from half a year on: "18 months' experience with React".
    static func readMonths(_ text: borrowing FactText, _ fact: inout TermsFact) {
        guard fact.yearsMin == nil else { return }
        for i in 0..<text.tokens.count where months.value(text.tokens[i].hash) != 0 {
            let s = text.sentence(of: i)
            guard speaksOfExperience(i, s, text), let (low, first) = lower(before: i, s, text), (6...120).contains(low),
                first == s.lowerBound || text.tokens[first - 1].hash != than,
                asks(first, i, s, text)
            else { continue }
            fact.yearsMin = low / 12
            TermsReader.note("years", i, text, &fact)
            return
        }
    }
    private static let than = FactText.hash("than")
    private static let months = WordMarks(["months monate monaten mois meses manader maanden mesi": 1])

    /// Words that are other things in other languages ("ar" is Swedish for years) need experience right after.
    private static func isLetter(_ h: UInt64) -> Bool { others.value(h) != 0 }
    private static let others = WordMarks(["ar ars lat let aar anni ans": 1])
    private static func after(_ i: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        (max(s.lowerBound, i - 6)..<min(s.upperBound, i + 8)).contains {
            experience.value(text.tokens[$0].hash) != 0 || worked.value(text.tokens[$0].hash) != 0
        }
    }
    private static let worked = WordMarks(["av jobbat arbetat varit utvecklat lavorato pracy prace": 1])

    /// The lower figure that stands before "years": "3", "3+", "3–5", "3 to 5", "three or more".
    private static func lower(before i: Int, _ s: Range<Int>, _ text: borrowing FactText) -> (Double, Int)? {
        var k = i - 1
        var skipped = 0
        while k >= s.lowerBound, skipped < 3, value(k, text) == nil {
            guard fillers.value(text.tokens[k].hash) != 0 else { return nil }
            k -= 1
            skipped += 1
        }
        guard k >= s.lowerBound, let upper = value(k, text), upper < 40 else { return nil }
        if text.tokens[k].kind == .word, articles.value(text.tokens[k].hash) != 0, !text.tokens[i].gap.contains(.space)
        {
            return nil
        }
        var j = k - 1
        if j >= s.lowerBound, joins.value(text.tokens[j].hash) != 0 { j -= 1 }
        let joined = j < k - 1 || text.tokens[k].gap.contains(.dash)
        if joined, j >= s.lowerBound, let low = value(j, text), low < upper, text.tokens[j].kind == text.tokens[k].kind
        {
            return (low, j)
        }
        return (upper, k)
    }
    private static let fillers = WordMarks([
        "plus or so more full solid good whole ou mas o oder mehr volle or eller fler minimum relevant professional consecutive":
            1
    ])
    private static let articles = WordMarks(["a an un une en ett ein eine to ni": 1])
    private static let joins = WordMarks(["to or bis a till tot ate and und et y a o oder ou": 1])

    /// The years are asked of the person: experience, "of X", a minimum; and it is not the firm that speaks of itself.
    private static func asks(_ first: Int, _ i: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        let before = max(s.lowerBound, first - 6)..<first
        let after = (i + 1)..<min(s.upperBound, i + 9)
        if before.contains(where: { firm.value(text.tokens[$0].hash) != 0 && !isAsking($0, first, text) }) {
            return false
        }
        if (s.lowerBound..<first).contains(where: { isFirmSubject($0, s, text) }), !hasAsk(s.lowerBound..<first, text) {
            return false
        }
        if after.contains(where: { experience.value(text.tokens[$0].hash) != 0 }) { return true }
        if before.contains(where: { asking.value(text.tokens[$0].hash) != 0 }) { return true }
        if after.isEmpty || s.count < 20, s.contains(where: { experience.value(text.tokens[$0].hash) != 0 }) {
            return true
        }
        guard let next = after.first(where: { more.value(text.tokens[$0].hash) == 0 }) else {
            return text.tokens[i - 1].hash == FactText.hash("plus") || text.gap(after: i - 1).contains(.plus)
                || s.count <= 4
        }
        if s.contains(where: { experience.value(text.tokens[$0].hash) != 0 }) { return true }
        return links.value(text.tokens[next].hash) != 0 && !voidAfter(next, s, text)
    }

    private static let more = WordMarks([
        "or so more longer plus minimum oder mehr ou mas o eller mer meer minst min": 1
    ])

    private static func voidAfter(_ k: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        (k..<min(s.upperBound, k + 3)).contains { lifetimes.value(text.tokens[$0].hash) != 0 }
    }
    private static let lifetimes = WordMarks([
        "business operation history service market existence warranty support updates growth funding runway age": 1
    ])
    private static let links = WordMarks([
        "of in with as working building writing developing coding programming using on professional commercial practical industry hands software engineering de en mit als in som med av inom als met com avec con em for como som backend frontend java python":
            1
    ])
    private static let experience = WordMarks([
        """
        experience experienced exp erfahrung berufserfahrung praxis praxiserfahrung experiencia erfarenhet
        arbetslivserfarenhet yrkeserfarenhet ervaring werkervaring experiencia esperienza doswiadczenia erfaring yoe track
        erfaren programmiererfahrung entwicklungserfahrung projekterfahrung anciennete
        """: 1
    ])
    private static let asking = WordMarks([
        """
        least minimum min required require requires need needs want ask seek seeking looking you youve your bring have least
        mindestens mind minimum wenigstens au minimum moins minimo menos al minst minimaal tenminste pelo
        """: 1
    ])
    private static let firm = WordMarks([
        "vesting vest vests since founded established for over celebrating celebrate": 1
    ])
    private static let subjects = WordMarks([
        "we our us company firm team founders unser unsere wir nous notre nosotros nuestra vi vart wij ons nossa": 1
    ])

    private static func isAsking(_ k: Int, _ first: Int, _ text: borrowing FactText) -> Bool {
        hasAsk(max(0, k - 6)..<first, text) || text.tokens[k].hash == over && !hasFirm(max(0, k - 4)..<k, text)
    }
    private static let over = FactText.hash("over")
    private static func hasFirm(_ r: Range<Int>, _ text: borrowing FactText) -> Bool {
        r.contains { subjects.value(text.tokens[$0].hash) != 0 }
    }
    private static func hasAsk(_ r: Range<Int>, _ text: borrowing FactText) -> Bool {
        r.contains { demand.value(text.tokens[$0].hash) != 0 }
    }
    private static func isFirmSubject(_ k: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        subjects.value(text.tokens[k].hash) != 0
    }
    private static let demand = WordMarks([
        """
        you youve your need want ask asks looking seek seeking require required expect hire hiring least minimum candidate someone
        du dein sie suchen erwarten wunschen vous cherchons recherchons demandons buscamos pedimos soker kraver zoeken vragen procuramos
        """: 1
    ])

    // MARK: hours

    static func readHours(_ text: borrowing FactText, _ fact: inout TermsFact) {
        for i in 0..<text.tokens.count where hourWords.value(text.tokens[i].hash) != 0 {
            let s = text.sentence(of: i)
            if let labelled = labelledHours(i, s, text) {
                (fact.hoursMin, fact.hoursMax) = (labelled, labelled)
                TermsReader.note("hours", i, text, &fact)
                return
            }
            guard i > s.lowerBound, let high = value(i - 1, text), high >= 4, high <= 80,
                isWeekly(i, s, text) || isOfPost(high, s, text)
            else { continue }
            var low = high
            var k = i - 2
            if k >= s.lowerBound, joins.value(text.tokens[k].hash) != 0 || text.tokens[k].hash == to { k -= 1 }
            if k >= s.lowerBound, k < i - 2 || text.tokens[i - 1].gap.contains(.dash), let l = value(k, text), l < high,
                l >= 1
            {
                low = l
            }
            let before = max(s.lowerBound, i - 4)..<(i - 1)
            if before.contains(where: { hourVoid.value(text.tokens[$0].hash) != 0 }) || overtime(i, s, text) {
                continue
            }
            let isFloor = i - 1 > s.lowerBound && isFrom(i - 2, text)
            let isMost =
                low == high
                && before.contains {
                    most.value(text.tokens[$0].hash) != 0
                        || text.tokens[$0].hash == bis && text.tokens[$0 + 1].hash == zu
                }
            let isPlus = low == high && text.tokens[i].gap.contains(.plus)
            let isLeast =
                isPlus || isFloor && low == high
                || low == high && before.contains { asksLeast.value(text.tokens[$0].hash) != 0 }
            fact.hoursMin = isMost ? nil : low
            fact.hoursMax = isLeast ? nil : high
            TermsReader.note("hours", i, text, &fact)
            return
        }
    }
    /// "Hours: 40 a week".
    private static func labelledHours(_ i: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Double? {
        guard text.gap(after: i).contains(.colon), i + 1 < s.upperBound, let v = value(i + 1, text), v >= 4, v <= 80,
            (i + 2..<min(s.upperBound, i + 5)).contains(where: { weekWords.value(text.tokens[$0].hash) != 0 })
        else { return nil }
        return v
    }

    /// "Part-time, 24 hours": beside a word for the size of a post they are those of a week.
    private static func isOfPost(_ hours: Double, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        (10...42).contains(hours) && s.count <= 12 && (Cues.any(.partTime, in: s, text) || Cues.any(.fullTime, in: s, text))
    }

    private static let hourWords = WordMarks([
        "hours hour hrs hr h stunden std stundenwoche heures horas hora timmar tim timmars uur uren timer wochenstunden godzin ore hodin u":
            1
    ])
    private static let weekWords = WordMarks([
        "week weekly wk woche wochentlich wochenstunden semaine hebdo hebdomadaires hebdomadaire semana semanales semanal semanais vecka veckan veckor stundenwoche wochenarbeitszeit arbeitswoche arbetsvecka werkweek ugen uge uken uke tydzien tygodniowo settimana settimanali tyden":
            1
    ])
    private static func isWeekly(_ i: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        (i..<min(s.upperBound, i + 4)).contains { weekWords.value(text.tokens[$0].hash) != 0 }
            || isDutchRange(i, s, text)
            || (i - 1 > s.lowerBound
                && (max(s.lowerBound, i - 5)..<(i - 1)).contains { weekWords.value(text.tokens[$0].hash) != 0 })
    }
    /// "32-40 uur": a range of hours is one of the week.
    private static func isDutchRange(_ i: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        guard text.tokens[i].hash == uur, i > s.lowerBound + 1, text.tokens[i - 1].gap.contains(.dash),
            let high = value(i - 1, text), let low = value(i - 2, text), low >= 8, low < high, (24...40).contains(high)
        else { return false }
        return !(i + 1..<min(s.upperBound, i + 3)).contains { spells.value(text.tokens[$0].hash) != 0 }
    }
    private static let uur = FactText.hash("uur"), spells = WordMarks(["dag maand jaar open bereikbaar": 1])
    private static let hourVoid = WordMarks([
        "save saves saving saved spend spends lose last reply respond within open meetings": 1
    ])
    private static func overtime(_ i: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        (i + 1..<min(s.upperBound, i + 6)).contains { overs.value(text.tokens[$0].hash) != 0 }
    }
    private static let overs = WordMarks([
        "training learning course volunteer volunteering meetings overlap support coverage saved paperwork lessons study":
            1
    ])
    private static let to = FactText.hash("to")

    /// "From 20 hours", "ab 30 Stunden", "à partir de 24 heures", "upwards of 20".
    private static func isFrom(_ k: Int, _ text: borrowing FactText) -> Bool {
        switch floors.value(text.tokens[k].hash) {
        case 1: true
        case 2: k > 0 && origins.value(text.tokens[k - 1].hash) != 0
        default: false
        }
    }
    private static let floors = WordMarks(["from ab vanaf fran fra over above desde dal od": 1, "de of": 2])
    private static let origins = WordMarks(["partir upwards north excess": 1])
    private static let bis = FactText.hash("bis"), zu = FactText.hash("zu")
    private static let most = WordMarks(["up max maximum maximal hochstens jusqu maximaal maximo ate hasta upp": 1])
    private static let asksLeast = WordMarks(["least minimum min mindestens minimaal minst menos": 1])

    // MARK: per cent

    /// The highest figure in per cent at most eight tokens from a..<b, within the sentence.
    static func percent(near a: Int, _ b: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Double? {
        var best: (distance: Int, value: Double)?
        for k in max(s.lowerBound, a - 8)..<min(s.upperBound, b + 8) {
            guard text.tokens[k].kind == .number, isPercent(k, text), let v = value(k, text), v <= 100 else { continue }
            let d = k < a ? a - k : k - b
            if best == nil || d < best!.distance - 3 || (abs(d - best!.distance) <= 3 && v > best!.value) {
                best = (d, v)
            }
        }
        return best?.value
    }

    static func isPercent(_ k: Int, _ text: borrowing FactText) -> Bool {
        if text.gap(after: k).contains(.percent) { return true }
        guard k + 1 < text.tokens.count else { return false }
        let after =
            k + 2 < text.tokens.count && text.tokens[k + 1].hash != text.tokens[k + 2].hash
            ? text.tokens[k + 2].hash : 0
        return percents.value(text.tokens[k + 1].hash) != 0
            || hundreds.value(after) != 0 && text.tokens[k + 1].high - text.tokens[k + 1].low <= 4
    }
    private static let percents = WordMarks(["percent prozent procent pct percento": 1])
    private static let hundreds = WordMarks(["ciento cento cent": 1])

    /// A share of a whole post: "80–100 %", "Pensum 60 %".
    static func workload(_ text: borrowing FactText) -> ((Double, Double), Int)? {
        for i in 0..<text.tokens.count where text.tokens[i].kind == .number && isPercent(i, text) {
            guard let high = value(i, text), high <= 100, high >= 20, !isShareOfOther(i, text) else { continue }
            let s = text.sentence(of: i)
            let near = max(s.lowerBound, i - 4)..<min(s.upperBound, i + 4)
            guard near.contains(where: { posts.value(text.tokens[$0].hash) != 0 }) else { continue }
            if i > s.lowerBound, let low = value(i - 1, text), low < high, text.tokens[i].gap.contains(.dash) {
                return ((low, high), i)
            }
            return ((high, high), i)
        }
        return nil
    }
    /// "20 % resor", "100 % remote", "50% of the costs".
    private static func isShareOfOther(_ i: Int, _ text: borrowing FactText) -> Bool {
        if i + 1 < text.tokens.count, parts.value(text.tokens[i + 1].hash) != 0 { return true }
        return (i + 1..<min(text.tokens.count, i + 4)).contains { shares.value(text.tokens[$0].hash) != 0 }
    }
    /// "60 % of the role is coding".
    private static let parts = WordMarks(["of is are": 1])
    private static let shares = WordMarks([
        "travel travelling remote homeoffice home bonus variable variabel reisen reisetatigkeit resor resa distans deplacements teletravail viajes viagens remoto reizen thuis match discount equity employer paid covered coverage premiums employees our unserer vara code":
            1
    ])
    private static let posts = WordMarks([
        "omfattning anstallningsgrad sysselsattningsgrad tjanst tjansten stillingsprosent stillingsandel poste visstidsanstallning vikariat tillsvidareanstallning anstellung teilzeitstelle taux beschaftigung dienstverband jornada pensum workload stelle position post employment arbeitspensum beschaftigungsgrad tjanstgoringsgrad contract role anstallning fte":
            1
    ])
}
