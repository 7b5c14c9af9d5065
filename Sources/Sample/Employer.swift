import Base
import Glibc
import Sources
import Taxonomy

/// One invented employer and its habits. What it asks for, it asks for again: that is what makes openings of one
/// company alike (correlation of a skill within a company about .2, sizes whose Kish count is a third of their number).
package struct Employer: Sendable {
    package enum Part: Sendable, Equatable {
        case plain
        /// Publishes through others' words: its ads are copies under its own name.
        case agency
        /// Comes under watch late, is large and asks for other things than the rest.
        case lateJoiner
        /// Publishes hundreds of near copies within days.
        case flooder
        /// Its documents are hostile or broken.
        case oddity
        /// Known from the forum's monthly thread alone.
        case forumOnly
    }

    package var number: Int
    package var name: String
    package var slug: String
    package var part: Part
    package var kind: SourceKind
    /// Relative share of all openings.
    package var weight: Double
    /// Positions in `SamplePlace.all`, home first.
    package var places: [Int]
    package var product: String
    package var domain: String
    package var size: Int
    /// ln of its pay against the market's.
    package var payEffect: Double
    /// ln of its ads' lives against the market's.
    package var lifeEffect: Double
    package var disclosureTilt: Double
    /// Running sums of its role mix, by position in `RoleDemand.all`.
    package var roleSums: [Double]
    /// Deviations of its habits, standard normal: by skill number, by practice.
    package var skillHabit: [Float]
    package var practiceHabit: [Float]
    package var postsOnForum: Bool
    /// How it likes to write.
    package var structure: Structure

    package enum Structure: Int, CaseIterable, Sendable { case full, mixed, prose, bare }
}

extension Employer {
    /// All employers of a plan: plain ones, forum-only ones, one late joiner, one flooder, agencies, oddities.
    static func all(of plan: SamplePlan) -> [Employer] {
        var names = Set<String>()
        var out: [Employer] = []
        let forum = max(plan.employers / 8, 4)
        let agencies = max(plan.employers / 66, 2)
        let special: [Part] =
            [.lateJoiner, .flooder] + Array(repeating: .agency, count: agencies) + Array(repeating: .oddity, count: 3)
        let plain = plan.employers - forum - special.count
        let parts =
            Array(repeating: Part.plain, count: plain) + Array(repeating: Part.forumOnly, count: forum) + special
        for (i, part) in parts.enumerated() { out.append(make(i, part, plan, &names)) }
        return out
    }

    private static func make(_ number: Int, _ part: Part, _ plan: SamplePlan, _ names: inout Set<String>) -> Employer {
        var r = SampleRandom(plan.seed, .employer, number)
        var name = ""
        repeat { name = invent(&r, part) } while !names.insert(slug(name)).inserted
        let placeSums = runningSums(SamplePlace.weights)
        let home = r.weighted(placeSums)
        var places = [home]
        for _ in 0..<r.below(4) {
            let p = r.weighted(placeSums)
            if !places.contains(p), r.chance(0.5) || SamplePlace.all[p].country == SamplePlace.all[home].country {
                places.append(p)
            }
        }
        let payEffect = 0.15 * r.normal()
        var habits = SampleRandom(plan.seed, .habit, number)
        var skillHabit = SkillBook.all.map { _ in Float(habits.normal()) }
        // Kafka is commoner where pay is high: the premium that is planted is not the difference that is seen.
        skillHabit[SkillBook.number("kafka")] += Float(payEffect / 0.15 * 0.7)
        let practiceHabit = Practice.allCases.map { _ in Float(habits.normal()) }
        let weight: Double =
            switch part {
            case .plain: exp(1.05 * r.normal())
            case .forumOnly: 0.25 * exp(0.6 * r.normal())
            default: 0
            }
        return Employer(
            number: number, name: name, slug: slug(name), part: part, kind: boardKind(&r, part, number), weight: weight,
            places: places, product: r.pick(products), domain: r.pick(domains),
            size: 8 + r.below(40) * r.between(1, 60),
            payEffect: payEffect, lifeEffect: 0.4 * r.normal(), disclosureTilt: 1.2 * r.normal(),
            roleSums: runningSums(RoleDemand.all.map { $0.weight * exp(0.8 * r.normal()) }), skillHabit: skillHabit,
            practiceHabit: practiceHabit, postsOnForum: part == .forumOnly || r.chance(0.3),
            structure: [.full, .full, .full, .mixed, .mixed, .prose, .bare][r.below(7)])
    }

    private static func boardKind(_ r: inout SampleRandom, _ part: Part, _ number: Int) -> SourceKind {
        switch part {
        case .forumOnly: .hackerNews
        case .lateJoiner, .flooder: .greenhouse
        case .oddity: [.greenhouse, .ashby, .rss][number % 3]
        case .agency: r.chance(0.5) ? .lever : .greenhouse
        case .plain:
            switch r.below(100) {
            case 0..<46: .greenhouse
            case 46..<68: .lever
            case 68..<91: .ashby
            case 91..<95: .rss
            case 95..<97: .atom
            default: .jsonld
            }
        }
    }

    private static func invent(_ r: inout SampleRandom, _ part: Part) -> String {
        let stem = r.pick(firsts) + r.pick(seconds)
        switch part {
        case .agency: return stem + r.pick([" Recruitment", " Talent Partners", " Staffing"])
        default: return stem + r.pick(suffixes)
        }
    }

    static func slug(_ name: String) -> String {
        String(name.lowercased().compactMap { $0.isLetter || $0.isNumber ? $0 : nil })
    }

    private static let firsts = lines(
        """
        Harrow
        Quill
        Tarn
        Brindle
        Osk
        Vell
        Marrow
        Thistle
        Corv
        Lunder
        Fen
        Gallow
        Pell
        Ostra
        Wend
        Kestr
        Bramble
        Noril
        Sedge
        Tull
        Ember
        Yarrow
        Dovel
        Hask
        Ivar
        Jorun
        Lark
        Mosk
        Ravel
        Skerry
        """)
    private static let seconds = lines(
        """
        gate
        feather
        mere
        wick
        by
        holm
        ford
        lyn
        stad
        quist
        vale
        moor
        ander
        ova
        ine
        ison
        tide
        mark
        well
        ridge
        """)
    private static let suffixes = [
        "", " Labs", " Systems", " Software", " Health", " Analytics", " Robotics", " Payments", " GmbH", " Inc.",
        " Ltd", " Group", " Energy", " Studio",
    ]

    private static let products = lines(
        """
        a planning tool for hospitals
        payment software for small shops
        route planning for delivery fleets
        a ledger for housing cooperatives
        sensors and software for greenhouses
        booking software for ferries
        a marketplace for used machine parts
        learning software for apprentices
        tools for insurance claims
        energy management for office blocks
        a map of underground cables
        scheduling for film crews
        laboratory software
        inventory software for museums
        a reading app for children
        warehouse robots
        weather forecasts for farmers
        ticketing for regional railways
        """)
    private static let domains = lines(
        """
        hospitals
        shop owners
        haulage companies
        housing cooperatives
        growers
        ferry lines
        workshops
        schools
        insurers
        landlords
        utilities
        film crews
        laboratories
        museums
        parents
        warehouses
        farmers
        railways
        """)
}
