import Base
import Taxonomy

/// Puts one opening into words. What it asks for is fixed in `SampleOpening`; how it is said follows from the opening's
/// own stream of chance, so that a copy says the same as its original.
struct DraftWriter {
    let market: SampleMarket
    let opening: SampleOpening
    let posting: SamplePosting
    private let employer: Employer
    private let profile: RoleProfile
    private let place: SamplePlace
    private var filling = Filling()
    private var r: SampleRandom
    private var draft = Draft()
    /// Practices still to be said.
    private var unsaid: [Practice]

    init(_ market: SampleMarket, _ posting: SamplePosting) {
        self.market = market
        self.posting = posting
        opening = market.openings[posting.opening]
        employer = market.employers[opening.employer]
        profile = RoleProfile.all[opening.profile]
        place = SamplePlace.all[posting.place]
        r = SampleRandom(market.plan.seed, .text, posting.opening)
        unsaid = opening.practices.practices
        let name = posting.origin == .agency ? "our client" : employer.name
        filling.set(.company, name)
        filling.set(.product, employer.product)
        filling.set(.domain, employer.domain)
        filling.set(.size, String(employer.size))
        filling.set(.city, place.city)
        filling.set(.country, place.countryName)
        filling.set(.title, bareTitle)
        r.shuffle(&unsaid)
    }

    /// The title without its brackets, for use in a sentence.
    private var bareTitle: String { opening.title.split(separator: "(").first.map { SkillBook.trimmed($0) } ?? opening.title }

    mutating func write(onForum: Bool) -> Draft {
        if onForum { forum() } else {
            if posting.origin == .agency { say(.paragraph, HouseWords.agencyOpenings) }
            switch opening.structure {
            case .full: full()
            case .mixed: mixed()
            case .prose: prose()
            case .bare: bare()
            }
        }
        return draft
    }

    // MARK: structures

    private mutating func full() {
        if r.chance(0.6) { heading(HouseWords.aboutHeads) }
        about()
        say(.paragraph, HouseWords.role)
        heading(HouseWords.dutyHeads)
        duties(all: false)
        heading(HouseWords.needHeads)
        needs()
        wishes(headed: true)
        stack(headed: r.chance(0.4))
        refusals()
        offer(headed: true)
        closing()
    }

    private mutating func mixed() {
        about()
        if r.chance(0.5) { say(.paragraph, HouseWords.role) }
        terms()
        stack(headed: false)
        heading(r.chance(0.5) ? HouseWords.needHeads : HouseWords.dutyHeads)
        if r.chance(0.5) { duties(all: true); needs() } else { needs(); duties(all: true) }
        wishes(headed: r.chance(0.7))
        refusals()
        pay(.paragraph)
        benefitsLine()
        closing()
    }

    private mutating func prose() {
        about()
        say(.paragraph, HouseWords.role)
        clauses()
        let asked = opening.skills.filter { $0.status == .required }.map(\.skill)
        for group in groups(asked) { sentence(frame(group), group) }
        years(.paragraph)
        wishes(headed: false)
        stack(headed: false)
        refusals()
        terms()
        pay(.paragraph)
        if r.chance(0.5) { benefitsLine() }
        closing()
    }

    private mutating func bare() {
        say(.paragraph, HouseWords.role)
        duties(all: true)
        needs()
        wishes(headed: false)
        stack(headed: false)
        terms()
        refusals()
        pay(.paragraph)
        contact()
    }

    /// "Employer | Role | Place | REMOTE | pay", then a paragraph or three.
    private mutating func forum() {
        var header = [employer.name, opening.title]
        let city = place.city
        switch opening.mode {
        case .remote: header.append(r.chance(0.5) ? "REMOTE" : "\(city) or Remote")
        case .remoteRestricted: header.append("Remote (\(place.countryName))")
        case .hybrid: header += [city, r.chance(0.5) ? "HYBRID" : "Hybrid, 2-3 days in the office"]
        case .onsite: header += [city, "ONSITE"]
        case .unstated: header.append(place.line)
        }
        if r.chance(0.7) { header.append("Full-time") }
        if let text = payText() { header.append(text) }
        draft.add(.paragraph) { $0 += header.joined(separator: " | ").utf8 }
        say(.paragraph, HouseWords.about)
        clauses()
        let asked = opening.skills.filter { $0.status == .required }.map(\.skill)
        for group in groups(asked) { sentence(frame(group), group) }
        years(.paragraph)
        wishes(headed: false)
        stack(headed: false)
        refusals()
        onCall(.paragraph)
        let slug = employer.slug
        draft.add(.paragraph) { $0 += "Apply: https://careers.\(slug).example/jobs".utf8 }
        contact()
    }

    // MARK: sections

    private mutating func about() {
        say(.paragraph, HouseWords.about)
        if r.chance(0.55) { goOn(PracticeWords.notEnough) }
        if r.chance(0.25) { say(.paragraph, PracticeWords.notEnough) }
    }

    /// Duties as bullets. In a full ad some practices are kept for the list of what the person brings.
    private mutating func duties(all: Bool) {
        for _ in 0..<r.between(1, 2) { bullet(profile.isEngineering ? HouseWords.neutralDuties : HouseWords.neutralOffice) }
        let count = all ? unsaid.count : (unsaid.count * 3 + 2) / 4
        for practice in unsaid.prefix(count) { bullet(PracticeWords.all[Int(practice.rawValue)].duties) }
        unsaid.removeFirst(count)
        onCall(.bullet)
    }

    /// Duties as sentences: "You will …", or the team's own words.
    private mutating func clauses() {
        clause(profile.isEngineering ? HouseWords.neutralDuties : HouseWords.neutralOffice)
        for practice in unsaid {
            let words = PracticeWords.all[Int(practice.rawValue)]
            if r.chance(0.3) { goOn(words.team) } else { clause(words.duties) }
        }
        unsaid = []
        onCall(.paragraph)
    }

    private mutating func needs() {
        years(.bullet)
        let asked = opening.skills.filter { $0.status == .required }.map(\.skill)
        for group in groups(asked) {
            let phrase = frame(group)
            fill(group)
            draft.add(.bullet, phrase, filling)
        }
        for practice in unsaid { bullet(PracticeWords.all[Int(practice.rawValue)].brings) }
        unsaid = []
        bullets(HouseWords.neutralBrings, r.below(3))
    }

    private mutating func wishes(headed: Bool) {
        let wished = opening.skills.filter { $0.status == .nice }.map(\.skill)
        guard !wished.isEmpty else { return }
        if headed {
            heading(HouseWords.niceHeads)
            for skill in wished {
                fill([skill])
                draft.add(.bullet, r.pick(HouseWords.wishListed), filling)
            }
        } else {
            for group in groups(wished, most: 2) {
                fill(group)
                let phrase = r.pick(HouseWords.wish)
                draft.add(.paragraph) { phrase.write(filling, to: &$0); $0.append(UInt8(ascii: ".")) }
            }
        }
    }

    private mutating func stack(headed: Bool) {
        let named = opening.skills.filter { $0.status == .context }.map(\.skill)
        guard !named.isEmpty else { return }
        if headed {
            heading(HouseWords.stackHeads)
            let names = named.map { spelling($0) }.joined(separator: ", ")
            draft.add(.paragraph) { $0 += names.utf8 }
            return
        }
        filling.set(.skillList, named.map { spelling($0) }.joined(separator: ", "))
        say(.paragraph, HouseWords.context)
    }

    private mutating func refusals() {
        for s in opening.skills where s.status == .negated {
            fill([s.skill])
            say(.paragraph, HouseWords.refused)
        }
    }

    private mutating func terms() {
        let words: [Phrase] =
            switch opening.mode {
            case .remote: HouseWords.remote
            case .remoteRestricted: HouseWords.restricted
            case .hybrid: HouseWords.hybrid
            case .onsite: HouseWords.onsite
            case .unstated: []
            }
        if !words.isEmpty { say(.paragraph, words) }
    }

    private mutating func offer(headed: Bool) {
        terms()
        if opening.pay != nil, r.chance(0.4) { heading(HouseWords.payHeads) }
        pay(.paragraph)
        if headed { heading(HouseWords.offerHeads) }
        bullets(HouseWords.benefits, r.between(2, 5))
    }

    private mutating func benefitsLine() {
        let items = distinct(HouseWords.benefits, r.between(2, 4))
        draft.add(.paragraph) { out in
            out += "We offer: ".utf8
            for (i, item) in items.enumerated() {
                if i > 0 { out += ", ".utf8 }
                item.write(filling, to: &out, asClause: true)
            }
            out.append(UInt8(ascii: "."))
        }
    }

    private mutating func closing() {
        contact()
        if r.chance(0.7) { say(.paragraph, HouseWords.closing) }
        if posting.origin == .flood { draft.add(.paragraph) { $0 += "Reference \(posting.number)".utf8 } }
    }

    private mutating func onCall(_ kind: Draft.Kind) {
        switch opening.onCall {
        case .yes: say(kind, HouseWords.onCallYes)
        case .no: say(kind, HouseWords.onCallNo)
        case .unstated: break
        }
    }

    private mutating func years(_ kind: Draft.Kind) {
        guard let years = opening.years else { return }
        let form = r.below(3)
        draft.add(kind) {
            $0 += ["\(years)+ years of professional experience", "At least \(years) years of experience", "\(years) or more years in a similar role"][form].utf8
        }
    }

    private mutating func contact() {
        guard opening.namesContact else { return }
        let person = r.pick(["Dana Whitlock", "Iver Solberg", "Marta Quill", "Ben Ashdown", "Noor Hadley"])
        filling.set(.person, person)
        filling.set(.mail, "\(person.split(separator: " ")[0].lowercased())@\(employer.slug).example")
        filling.set(.phone, r.chance(0.5) ? "+44 20 7946 0\(r.between(100, 999))" : "+1 212-555-01\(r.between(10, 99))")
        say(.paragraph, HouseWords.contacts)
    }

    // MARK: pay

    /// Pay in words, unless the board's own fields carry it.
    private mutating func pay(_ kind: Draft.Kind) {
        guard opening.pay != nil else {
            if r.chance(0.3) { say(kind, HouseWords.noPay) }
            return
        }
        guard let text = payText() else { return }
        draft.add(kind) { $0 += text.utf8 }
    }

    private mutating func payText() -> String? {
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

    private func grouped(_ x: Double) -> String {
        let digits = String(Int(x))
        guard digits.count > 3 else { return digits }
        let cut = digits.index(digits.endIndex, offsetBy: -3)
        let head = digits[..<cut]
        guard head.count > 3 else { return "\(head),\(digits[cut...])" }
        let second = head.index(head.endIndex, offsetBy: -3)
        return "\(head[..<second]),\(head[second...]),\(digits[cut...])"
    }

    // MARK: words

    private mutating func nextObject() { filling.set(.object, r.pick(profile.objects)) }

    private mutating func say(_ kind: Draft.Kind, _ words: [Phrase]) {
        nextObject()
        draft.add(kind, r.pick(words), filling)
    }

    private mutating func heading(_ words: [Phrase]) {
        let phrase = r.pick(words)
        let colon = employer.number % 4 == 0
        draft.add(.heading) { phrase.write(filling, to: &$0); if colon { $0.append(UInt8(ascii: ":")) } }
    }

    private mutating func bullet(_ words: [Phrase]) {
        nextObject()
        let phrase = r.pick(words)
        let stop = employer.number % 3 == 0
        draft.add(.bullet) { phrase.write(filling, to: &$0); if stop, $0.last != UInt8(ascii: ".") { $0.append(UInt8(ascii: ".")) } }
    }

    private mutating func bullets(_ words: [Phrase], _ count: Int) {
        for phrase in distinct(words, count) { bullet([phrase]) }
    }

    /// A run of the list from a chance place: no phrase twice.
    private mutating func distinct(_ words: [Phrase], _ count: Int) -> [Phrase] {
        let start = r.below(words.count)
        let step = words.count % 2 == 0 ? 1 : 2
        return (0..<min(count, words.count)).map { words[(start + $0 * step) % words.count] }
    }

    private mutating func goOn(_ words: [Phrase]) {
        nextObject()
        let phrase = r.pick(words)
        draft.goOn { phrase.write(filling, to: &$0) }
    }

    private mutating func clause(_ words: [Phrase]) {
        nextObject()
        let phrase = r.pick(words)
        let opener = r.pick(["You will ", "You will ", "You'll ", "In this role you will "])
        draft.goOn {
            $0 += opener.utf8
            phrase.write(filling, to: &$0, asClause: true)
            $0.append(UInt8(ascii: "."))
        }
    }

    private mutating func sentence(_ phrase: Phrase, _ group: [Int]) {
        fill(group)
        draft.goOn { phrase.write(filling, to: &$0); $0.append(UInt8(ascii: ".")) }
    }

    private mutating func frame(_ group: [Int]) -> Phrase {
        switch group.count {
        case 1: r.pick(HouseWords.need1)
        case 2: r.pick(HouseWords.need2)
        default: r.pick(HouseWords.need3)
        }
    }

    private mutating func groups(_ skills: [Int], most: Int = 3) -> [[Int]] {
        var out: [[Int]] = []
        var rest = skills[...]
        while !rest.isEmpty {
            let n = min(rest.count, r.between(1, most))
            out.append(Array(rest.prefix(n)))
            rest = rest.dropFirst(n)
        }
        return out
    }

    private mutating func spelling(_ skill: Int) -> String {
        let spellings = SkillBook.all[skill].spellings
        return spellings.count > 1 && r.chance(0.3) ? spellings[1 + r.below(spellings.count - 1)] : spellings[0]
    }

    private mutating func fill(_ group: [Int]) {
        let names = group.map { spelling($0) }
        let word = r.chance(0.75) ? "and" : "or"
        filling.set(.skill, names[0])
        filling.set(.skillPair, names.count > 1 ? "\(names[0]) \(word) \(names[1])" : names[0])
        filling.set(.skillTriple, names.count > 2 ? "\(names[0]), \(names[1]) \(word) \(names[2])" : names.joined(separator: " \(word) "))
    }
}
