import Base
import Taxonomy

/// Puts one opening into words. What it asks for is fixed in `SampleOpening`; how it is said follows from the opening's
/// own stream of chance, so that a copy says the same as its original.
struct DraftWriter {
    let market: SampleMarket
    let opening: SampleOpening
    let posting: SamplePosting
    let employer: Employer
    let profile: RoleDemand
    let place: SamplePlace
    var filling = Filling()
    var r: SampleRandom
    var draft = Draft()
    /// Practices still to be said.
    var unsaid: [Practice]

    init(_ market: SampleMarket, _ posting: SamplePosting) {
        self.market = market
        self.posting = posting
        opening = market.openings[posting.opening]
        employer = market.employers[opening.employer]
        profile = RoleDemand.all[opening.profile]
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
    var bareTitle: String {
        opening.title.split(separator: "(").first.map { SkillBook.trimmed($0) } ?? opening.title
    }

    mutating func write(onForum: Bool) -> Draft {
        if onForum {
            forum()
        } else {
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

    mutating func full() {
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

    mutating func mixed() {
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

    mutating func prose() {
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

    mutating func bare() {
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
    mutating func forum() {
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

    mutating func about() {
        say(.paragraph, HouseWords.about)
        if r.chance(0.55) { goOn(PracticeWords.notEnough) }
        if r.chance(0.25) { say(.paragraph, PracticeWords.notEnough) }
    }

    /// Duties as bullets. In a full ad some practices are kept for the list of what the person brings.
    mutating func duties(all: Bool) {
        for _ in 0..<r.between(1, 2) {
            bullet(profile.isEngineering ? HouseWords.neutralDuties : HouseWords.neutralOffice)
        }
        let count = all ? unsaid.count : (unsaid.count * 3 + 2) / 4
        for practice in unsaid.prefix(count) { bullet(PracticeWords.all[Int(practice.rawValue)].duties) }
        unsaid.removeFirst(count)
        onCall(.bullet)
    }

    /// Duties as sentences: "You will …", or the team's own words.
    mutating func clauses() {
        clause(profile.isEngineering ? HouseWords.neutralDuties : HouseWords.neutralOffice)
        for practice in unsaid {
            let words = PracticeWords.all[Int(practice.rawValue)]
            if r.chance(0.3) { goOn(words.team) } else { clause(words.duties) }
        }
        unsaid = []
        onCall(.paragraph)
    }

    mutating func needs() {
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

    mutating func wishes(headed: Bool) {
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
                draft.add(.paragraph) {
                    phrase.write(filling, to: &$0); $0.append(UInt8(ascii: "."))
                }
            }
        }
    }

    mutating func stack(headed: Bool) {
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

    mutating func refusals() {
        for s in opening.skills where s.status == .negated {
            fill([s.skill])
            say(.paragraph, HouseWords.refused)
        }
    }

    mutating func terms() {
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

    mutating func offer(headed: Bool) {
        terms()
        if opening.pay != nil, r.chance(0.4) { heading(HouseWords.payHeads) }
        pay(.paragraph)
        if headed { heading(HouseWords.offerHeads) }
        bullets(HouseWords.benefits, r.between(2, 5))
    }

    mutating func benefitsLine() {
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

    mutating func closing() {
        contact()
        if r.chance(0.7) { say(.paragraph, HouseWords.closing) }
        if posting.origin == .flood { draft.add(.paragraph) { $0 += "Reference \(posting.number)".utf8 } }
    }

    mutating func onCall(_ kind: Draft.Kind) {
        switch opening.onCall {
        case .yes: say(kind, HouseWords.onCallYes)
        case .no: say(kind, HouseWords.onCallNo)
        case .unstated: break
        }
    }

    mutating func years(_ kind: Draft.Kind) {
        guard let years = opening.years else { return }
        let form = r.below(3)
        draft.add(kind) {
            $0 +=
                [
                    "\(years)+ years of professional experience", "At least \(years) years of experience",
                    "\(years) or more years in a similar role",
                ][form].utf8
        }
    }

    mutating func contact() {
        guard opening.namesContact else { return }
        let person = r.pick(["Dana Whitlock", "Iver Solberg", "Marta Quill", "Ben Ashdown", "Noor Hadley"])
        filling.set(.person, person)
        filling.set(.mail, "\(person.split(separator: " ")[0].lowercased())@\(employer.slug).example")
        filling.set(.phone, r.chance(0.5) ? "+44 20 7946 0\(r.between(100, 999))" : "+1 212-555-01\(r.between(10, 99))")
        say(.paragraph, HouseWords.contacts)
    }
}
