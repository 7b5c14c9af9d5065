import Base

/// What a stretch of text says of the workplace.
struct PlaceModes {
    /// The first token of the words for each mode; -1 if not said.
    var remote = -1, hybrid = -1, onsite = -1
    /// Remote work is refused, or the office is not needed.
    var noRemote = -1, noOffice = -1
    /// Words that say the mode of this role, not of something.
    var isRemoteSure = false

    var isEmpty: Bool { remote < 0 && hybrid < 0 && onsite < 0 && noRemote < 0 && noOffice < 0 }

    init() {}

    /// The cues of the stretch, weighed by their sentences. `loose` is a location field, where a word suffices; a short text
    /// says nothing beside the matter, so that "at your bench" speaks of this work.
    init(_ r: Range<Int>, _ text: borrowing FactText, loose: Bool, isShort: Bool = false) {
        var k = text.cue(at: r.lowerBound)
        while k < text.cues.count, Int(text.cues[k].start) < r.upperBound {
            let hit = text.cues[k]
            k += 1
            let a = Int(hit.start), b = Int(hit.end)
            switch Cue(rawValue: hit.tag) {
            case .hybrid: takeHybrid(a, b, text)
            case .remote: takeRemote(a, b, text, loose)
            case .anywhere:
                if remote < 0, loose || b - a > 1 || text.sentence(of: a).count <= 4,
                    !Cues.any(.company, in: a..<min(b + 3, text.sentence(of: a).upperBound), text),
                    loose || saysRole(a, b, text) || text.sentence(of: a).count <= 8,
                    loose || isShort || Cues.any(.remote, in: text.sentence(of: a), text)
                {
                    remote = a
                }
            case .onsite: takeOnsite(a, b, text, loose || isShort)
            case .officeNever: if noOffice < 0 { noOffice = a }
            default: break
            }
        }
        if loose, remote < 0, let i = r.first(where: { text.tokens[$0].hash == PlaceModes.distributed }) { remote = i }
        guard isShort, onsite < 0 else { return }
        var desks: [CueHit] = []
        FactCues.desk.find(in: text, r, into: &desks)
        for d in desks where !isHome(Int(d.end), text) { takeOnsite(Int(d.start), Int(d.end), text, true) }
    }

    private static let distributed = FactText.hash("distributed")

    private mutating func takeHybrid(_ a: Int, _ b: Int, _ text: borrowing FactText) {
        let s = text.sentence(of: a)
        if hybridVoid(a, b, s, text) || isBareFigure(a, b, text) { return }
        if wholeWeek(s, text) || (days(a, b, text) ?? 0) >= 5 {
            if onsite < 0, (a..<b).contains(where: { PlaceModes.office.value(text.tokens[$0].hash) != 0 }) {
                onsite = a
            }
            return
        }
        if isPassing(a, b, text) { return }
        if Cues.isDenied(a, a + 1, text, reach: 2, after: b - a == 1 ? 3 : 0) {
            if b - a == 1, noRemote < 0 { noRemote = a }
            return
        }
        if hybrid < 0 { hybrid = a }
    }

    /// "Monday to Friday".
    private func wholeWeek(_ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        guard let m = s.first(where: { PlaceModes.ends.value(text.tokens[$0].hash) == 1 }) else { return false }
        for f in m + 1..<max(m + 1, min(s.upperBound, m + 4)) where PlaceModes.ends.value(text.tokens[f].hash) == 2 {
            // "Monday and Friday" are two days.
            return f == m + 1
                ? text.tokens[f].gap.contains(.dash)
                : (m + 1..<f).contains { PlaceModes.through.value(text.tokens[$0].hash) != 0 }
        }
        return false
    }
    private static let ends = WordMarks([
        "monday mon montag lundi lunes mandag maandag segunda": 1,
        "friday fri freitag vendredi viernes fredag vrijdag sexta": 2,
    ])

    private static let through = WordMarks(["to through thru till until bis au a al tot tm til till ate do": 1])

    /// A figure that counts neither days nor per cent ("2 remote positions") splits no week.
    private func isBareFigure(_ a: Int, _ b: Int, _ text: borrowing FactText) -> Bool {
        guard text.tokens[a].kind == .number, b - a > 1 else { return false }
        if text.tokens[a + 1].gap.contains(.percent) { return TermsNumbers.value(a, text) ?? 0 >= 90 }
        return text.tokens[a + 1].gap.isDisjoint(with: [.slash])
            && !(a + 1..<b).contains { PlaceModes.parts.value(text.tokens[$0].hash) != 0 }
    }
    private static let parts = WordMarks([
        """
        day days daily times time x week weekly tag tage tagen woche pro jour jours j fois semaine dia dias vez veces vezes semana
        dag dagar dagars dager dage dagen ganger gang veckan giorno giorni dni dzien dny fifth fifths third thirds quarter quarters
        """: 1
    ])

    /// "Hybrid cloud", "hybrid search", meetings counted by the year.
    private func hybridVoid(_ a: Int, _ b: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        if b < s.upperBound, PlaceModes.hybridThings.value(text.tokens[b].hash) != 0 { return true }
        let near = max(s.lowerBound, a - 5)..<min(s.upperBound, b + 5)
        if b - a > 1, near.contains(where: { PlaceModes.rare.value(text.tokens[$0].hash) != 0 }) { return true }
        if b - a > 1, near.contains(where: { PlaceModes.leave.value(text.tokens[$0].hash) != 0 }) { return true }
        return false
    }
    private static let hybridThings = WordMarks([
        "cloud clouds search retrieval architecture infrastructure app apps mobile electric vehicle vehicles car cars engine engines systems environments environment_ deployment deployments it threat quantum multi intelligence identity warfare powertrain solar energy bonds storage networks network model_ query transactional apps workers workforce workplaces meetings meeting events event classrooms learning desks beamer integration integrations":
            1
    ])
    private static let rare = WordMarks([
        "year years yearly annually annual quarter quarterly jahr jahre jaar quartal trimestre ano anos": 1
    ])
    private static let leave = WordMarks([
        "vacation leave holiday holidays pto urlaub vacances conges vacaciones semester interview trial": 1
    ])
    private static let office = WordMarks([
        "office onsite site person buro bureau oficina kontor kontoret kantoor escritorio sede prasenz vor presencial plats in":
            1
    ])

    private func days(_ a: Int, _ b: Int, _ text: borrowing FactText) -> Double? {
        for i in a..<b {
            if let v = TermsNumbers.value(i, text), v <= 7, v != 1 || text.tokens[i].kind == .number { return v }
        }
        return nil
    }

    private mutating func takeRemote(_ a: Int, _ b: Int, _ text: borrowing FactText, _ loose: Bool) {
        if Cues.covered(.remoteVoid, a, b, text) || insideHybrid(a, b, text) || splitsWeek(a, text) { return }
        if Cues.isDenied(a, b, text, reach: 4, after: 4), !isNoLimit(a, text) {
            if noRemote < 0 { noRemote = a }
            return
        }
        let s = text.sentence(of: a)
        if (s.lowerBound..<a).contains(where: { text.tokens[$0].hash == PlaceModes.unless }) { return }
        if isYearly(a, b, text) || isPassing(a, b, text) { return }
        if isRefusedInside(a, text) {
            if noRemote < 0 { noRemote = a }
            return
        }
        let sure = loose || saysRole(a, b, text)
        if remote < 0 || sure && !isRemoteSure { remote = a }
        isRemoteSure = isRemoteSure || sure
    }

    /// Days counted by the year ("34 days a year") change nothing.
    private func isYearly(_ a: Int, _ b: Int, _ text: borrowing FactText) -> Bool {
        let s = text.sentence(of: a)
        for k in max(s.lowerBound, a - 6)..<min(s.upperBound, b + 6)
        where PlaceModes.spans.value(text.tokens[k].hash) != 0 {
            guard k > s.lowerBound, TermsNumbers.value(k - 1, text) != nil else { continue }
            if (k + 1..<min(s.upperBound, k + 4)).contains(where: { PlaceModes.rare.value(text.tokens[$0].hash) != 0 })
            {
                return true
            }
        }
        return false
    }
    private static let spans = WordMarks([
        "day days week weeks tag tage tagen wochen jours semaines dias semanas giorni settimane dagar veckor dagen weken":
            1
    ])

    /// Said of a first time, after which the lasting arrangement follows: "the first month from home".
    private func isPassing(_ a: Int, _ b: Int, _ text: borrowing FactText) -> Bool {
        let s = text.sentence(of: a)
        var low = a, high = b
        while low > s.lowerBound, low > a - 7, !text.tokens[low].gap.contains(.comma) { low -= 1 }
        while high < s.upperBound, high < b + 6, !text.tokens[high].gap.contains(.comma) { high += 1 }
        for k in low..<high {
            switch PlaceModes.passing.value(text.tokens[k].hash) {
            case 1:
                if (k + 1..<max(k + 1, min(high, k + 4))).contains(where: {
                    PlaceModes.periods.value(text.tokens[$0].hash) != 0
                }) {
                    return true
                }
            case 2:
                if k > s.lowerBound,
                    PlaceModes.during.value(text.tokens[k - 1].hash) != 0
                        || k > s.lowerBound + 1 && PlaceModes.during.value(text.tokens[k - 2].hash) != 0
                {
                    return true
                }
            default: break
            }
        }
        return false
    }
    private static let passing = WordMarks([
        "first initial initially erste ersten erster anfangs premier premiers premiere premieres primer primera primeros primo primi prima forsta eerste primeiro primeiros primeira":
            1,
        "onboarding probation training induction einarbeitung probezeit introduktion inwerkperiode formation integration":
            2,
    ])
    private static let periods = WordMarks([
        "month months week weeks monat monate monaten woche wochen mois semaine semaines mes meses semana semanas mese mesi settimana settimane manad manader vecka veckor maand maanden week weken year":
            1
    ])
    private static let during = WordMarks(["during wahrend pendant durante under tijdens in der zur la l the your": 1])

    /// A language without blanks denies within the word: "リモート勤務はできません".
    private func isRefusedInside(_ a: Int, _ text: borrowing FactText) -> Bool {
        guard text.folded[Int(text.tokens[a].low)] >= 0xE3 else { return false }
        let s = text.sentence(of: a)
        return (a..<min(s.upperBound, a + 4)).contains { k in
            let w = text.folded[Int(text.tokens[k].low)..<Int(text.tokens[k].high)]
            return PlaceModes.refusals.contains { r in w.count >= r.count && w.suffix(r.count).elementsEqual(r) }
        }
    }
    private static let refusals: [[UInt8]] = ["ません", "不可", "なし", "ない", "お断り", "ありません"].map { Array($0.utf8) }

    /// The sentence splits the week ("three days in the office, two from home") and offers no choice.
    private func splitsWeek(_ a: Int, _ text: borrowing FactText) -> Bool {
        let s = text.sentence(of: a)
        guard !s.contains(where: { PlaceModes.choice.value(text.tokens[$0].hash) != 0 }) else { return false }
        var k = text.cue(at: s.lowerBound)
        while k < text.cues.count, Int(text.cues[k].start) < s.upperBound {
            let hit = text.cues[k]
            if hit.tag == Cue.hybrid.rawValue, hit.end - hit.start > 1,
                (days(Int(hit.start), Int(hit.end), text) ?? 9) < 5
            {
                return true
            }
            k += 1
        }
        return false
    }
    private static let choice = WordMarks(["or oder ou o eller of fully 100 full entirely vollstandig": 1])

    /// "No matter where", "not only remote".
    private func isNoLimit(_ a: Int, _ text: borrowing FactText) -> Bool {
        let s = text.sentence(of: a)
        return (max(s.lowerBound, a - 5)..<a).contains { PlaceModes.matter.value(text.tokens[$0].hash) != 0 }
    }
    /// Not the rule: "unless approved to work remotely".
    private static let unless = FactText.hash("unless")
    private static let matter = WordMarks([
        "matter only just commute commuting restriction restrictions office offices": 1
    ])

    private func saysRole(_ a: Int, _ b: Int, _ text: borrowing FactText) -> Bool {
        let s = text.sentence(of: a)
        if s.count <= 7 { return true }
        let near = max(s.lowerBound, a - 5)..<min(s.upperBound, b + 5)
        return near.contains { PlaceModes.role.value(text.tokens[$0].hash) != 0 }
    }
    private static let role = WordMarks([
        """
        role position job work working fully 100 full first li location based you your can option possible friendly permanent opportunity
        us usa uk eu europe worldwide within anywhere eligible available only or and stelle arbeiten moglich poste travail puesto trabajo
        tjansten jobba functie werken vaga trabalhe candidates employees team hire hiring
        """: 1
    ])

    private mutating func takeOnsite(_ a: Int, _ b: Int, _ text: borrowing FactText, _ loose: Bool) {
        if Cues.covered(.onsiteVoid, a, b, text) || insideHybrid(a, b, text) || isPassing(a, b, text) { return }
        let s = text.sentence(of: a)
        if Cues.isDenied(a, b, text, reach: 4, after: 3) {
            if noOffice < 0 { noOffice = a }
            return
        }
        if !loose, s.count > 12,
            !(s.lowerBound..<s.upperBound).contains(where: { PlaceModes.binding.value(text.tokens[$0].hash) != 0 })
        {
            return
        }
        if (s.lowerBound..<s.upperBound).contains(where: { PlaceModes.rare.value(text.tokens[$0].hash) != 0 }),
            s.count < 25
        {
            return
        }
        if onsite < 0 { onsite = a }
    }
    /// "Your desk is at home."
    private func isHome(_ b: Int, _ text: borrowing FactText) -> Bool {
        b < text.tokens.count && PlaceReader.remoteWords.value(text.tokens[b].hash) != 0
    }

    private static let binding = WordMarks([
        "role position must required onsite based full location relocate relocation week office offices standort poste puesto tjansten functie":
            1
    ])

    /// Part of the words for hybrid, but not beside them: "Hybrid / Remote" offers both.
    private func insideHybrid(_ a: Int, _ b: Int, _ text: borrowing FactText) -> Bool {
        var k = text.cue(at: a - 20)
        var isInside = false
        while k < text.cues.count, Int(text.cues[k].start) < b, !isInside {
            let hit = text.cues[k]
            isInside =
                hit.tag == Cue.hybrid.rawValue && Int(hit.end) > a && !isBareFigure(Int(hit.start), Int(hit.end), text)
            k += 1
        }
        guard isInside else { return false }
        let isBeside =
            !text.tokens[a].gap.isDisjoint(with: [.slash, .comma, .bar, .open, .plus, .amp])
            && text.tokens[a - 1 >= 0 ? a - 1 : a].hash == PlaceModes.hybridWord
        return !isBeside
    }
    private static let hybridWord = FactText.hash("hybrid")
}
