import Base
import Glibc
import Sources
import Taxonomy

/// The heart of the room: what happened in the sample market, with its ground truth. Texts are not held; they follow
/// from an opening and the seed whenever a board is asked (`Draft`).
///
/// Building 60,000 postings takes about a second and some 40 MB.
package struct SampleMarket: Sendable {
    package let plan: SamplePlan
    package let employers: [Employer]
    package let boards: [SampleBoard]
    package let openings: [SampleOpening]
    /// In the order of their opening.
    package let postings: [SamplePosting]
    package let truth: PlantedTruth
    /// Positions in `postings` by board, in order of their first day.
    package let byBoard: [[Int32]]

    package init(_ plan: SamplePlan) {
        var making = Making(plan)
        making.run()
        self.plan = plan
        employers = making.employers
        boards = making.boards
        openings = making.openings
        postings = making.postings
        truth = PlantedTruth(plan: plan, employers: making.employers, boards: making.boards)
        var byBoard = [[Int32]](repeating: [], count: making.boards.count)
        for p in making.postings { byBoard[p.board].append(Int32(p.number)) }
        for b in byBoard.indices {
            byBoard[b].sort { (making.postings[Int($0)].first, $0) < (making.postings[Int($1)].first, $1) }
        }
        self.byBoard = byBoard
    }

    /// The postings that a board shows on a day, oldest first.
    package func open(board: Int, on day: Day) -> [Int32] {
        var out: [Int32] = []
        for p in byBoard[board] {
            let posting = postings[Int(p)]
            if posting.first > day { break }
            if day < posting.end { out.append(p) }
        }
        return out
    }
}

/// The market while it is being made.
struct Making {
    let plan: SamplePlan
    let employers: [Employer]
    var boards: [SampleBoard]
    var openings: [SampleOpening] = []
    var postings: [SamplePosting] = []

    private let employerSums: [Double]
    private let late: Int
    private let flooder: Int
    private let agencies: [Int]
    private let feeds: [Int]
    private let forum: Int
    private let lateFrom: Day
    private let trends: [Int: Double]
    /// By employer; the first board where it has none (the forum's employers are posted by hand).
    private let boardOf: [Int]
    private var titles: [String: (practices: PracticeSet, skills: [Int])] = [:]

    /// Postings per opening that the copies below add up to, found by counting.
    private static let copyFactor = 1.266

    init(_ plan: SamplePlan) {
        self.plan = plan
        let employers = Employer.all(of: plan)
        self.employers = employers
        boards = SampleBoard.all(of: plan, employers: employers)
        employerSums = runningSums(employers.map(\.weight))
        late = employers.firstIndex { $0.part == .lateJoiner } ?? 0
        flooder = employers.firstIndex { $0.part == .flooder } ?? 0
        agencies = employers.indices.filter { employers[$0].part == .agency }
        let all = boards
        feeds = all.indices.filter { all[$0].employer == nil && all[$0].kind != .hackerNews }
        forum = all.firstIndex { $0.kind == .hackerNews } ?? 0
        var boardOf = [Int](repeating: 0, count: employers.count)
        for board in all { if let e = board.employer { boardOf[e] = board.number } }
        self.boardOf = boardOf
        lateFrom = PlantedTruth.lateJoin(plan)
        trends = Dictionary(uniqueKeysWithValues: PlantedTruth.changes.map { (SkillBook.number($0.skill), $0.factor) })
    }

    mutating func run() {
        var r = SampleRandom(plan.seed, .plan)
        let from = plan.start.month + -4
        let months = (0...(plan.end.month - from)).map { from + $0 }
        let weights = months.map { month -> Double in
            let part = month == plan.end.month ? Double(plan.end.civil.day) / Double(month.last.civil.day) : 1
            return PlantedTruth.season[month.month - 1] * part
        }
        let total = weights.reduce(0, +)
        let originals = Double(plan.postings) / Making.copyFactor
        openings.reserveCapacity(Int(originals) + 1024)
        postings.reserveCapacity(plan.postings + 1024)
        for (month, weight) in zip(months, weights) {
            let count = Int((originals * weight / total).rounded())
            for _ in 0..<count { add(month, &r) }
        }
        flood(&r)
        oddities(&r)
    }

    // MARK: openings

    private mutating func add(_ month: Month, _ r: inout SampleRandom) {
        let isLate = month.first >= lateFrom + -40 && r.chance(0.09)
        let e = isLate ? late : r.weighted(employerSums)
        let day = workday(month, &r)
        guard day <= plan.end else { return }
        let employer = employers[e]
        let onForum = employer.part == .forumOnly || (employer.postsOnForum && r.chance(0.10))
        if onForum {
            let opening = make(e, threadDay(month, &r), &r)
            post(opening, board: forum, .original, end: Day(number: Int32.max))
            forumRepost(opening, month, &r)
            return
        }
        let opening = make(e, day, &r)
        let board = boardOf[e]
        post(opening, board: board, .original)
        copies(of: opening, board: board, &r)
    }

    /// Most ads appear on Tuesdays to Thursdays, few at weekends.
    private func workday(_ month: Month, _ r: inout SampleRandom) -> Day {
        let last = month == plan.end.month ? plan.end.civil.day : month.last.civil.day
        for _ in 0..<8 {
            let day = month.first + r.below(last)
            if r.chance([0.85, 1, 1, 0.95, 0.7, 0.12, 0.1][day.weekday]) { return day }
        }
        return month.first
    }

    private func threadDay(_ month: Month, _ r: inout SampleRandom) -> Day {
        min(PlantedTruth.threadDay(month) + [0, 0, 0, 0, 1, 1, 2, 4][r.below(8)], plan.end)
    }

    private mutating func make(_ e: Int, _ day: Day, _ r: inout SampleRandom) -> Int {
        let employer = employers[e]
        let number = openings.count
        var o = SampleRandom(plan.seed, .opening, number)
        let profileNumber = o.weighted(employer.roleSums)
        let profile = RoleDemand.all[profileNumber]
        let place = employer.places[min(o.below(employer.places.count), o.below(employer.places.count))]
        let (title, seniority, years) = TitleMaker.make(profile, place: SamplePlace.all[place], &o)
        var skills = drawSkills(employer, profile, day, &o)
        let said = said(byTitle: title)
        for skill in said.skills {
            skills.removeAll { $0.skill == skill }
            skills.append((skill, .required))
        }
        let practices = drawPractices(employer, profile, &o)
        var all = practices
        all.formUnion(said.practices)
        for s in skills where s.status.isAsked { all.formUnion(SkillBook.all[s.skill].proves) }
        let duty: SampleOpening.Duty = o.chance(profile.onCall) ? .yes : (o.chance(0.02) ? .no : .unstated)
        if duty == .yes { all.formUnion(PracticeSet([Practice.operations])) }
        let life = exp(log(38.0) + employer.lifeEffect + 0.75 * o.normal())
        let pay = PayMaker.make(
            employer, profile, place: SamplePlace.all[place], seniority,
            asksKafka: skills.contains {
                $0.skill == PlantedTruth.premiumSkill && $0.status.isAsked
            }, &o)
        openings.append(
            SampleOpening(
                number: number, employer: e, profile: profileNumber, title: title, seniority: seniority, years: years,
                skills: skills,
                practices: practices, allPractices: all, pay: pay, mode: drawMode(&o), place: place, onCall: duty,
                first: day,
                end: day + max(3, Int(life.rounded())),
                structure: o.chance(0.7) ? employer.structure : o.pick(Employer.Structure.allCases),
                namesContact: o.chance(0.06)))
        return number
    }

    private mutating func said(byTitle title: String) -> (practices: PracticeSet, skills: [Int]) {
        if let known = titles[title] { return known }
        let said = (TitleMaker.practices(of: title), TitleMaker.skills(in: title))
        titles[title] = said
        return said
    }

    private func drawMode(_ r: inout SampleRandom) -> WorkMode {
        switch r.below(100) {
        case 0..<14: .remote
        case 14..<34: .remoteRestricted
        case 34..<62: .hybrid
        case 62..<76: .onsite
        default: .unstated
        }
    }

    private func drawSkills(
        _ employer: Employer, _ profile: RoleDemand, _ day: Day, _ r: inout SampleRandom
    ) -> [(skill: Int, status: MentionStatus)] {
        var out: [(skill: Int, status: MentionStatus)] = []
        for (skill, rate) in profile.skills {
            let trend = trends[skill]
            // The ceiling leaves room to rise without running into "everybody asks for it".
            let habit = min(expit(logit(rate) + 0.95 * Double(employer.skillHabit[skill])), trend == nil ? 0.95 : 0.58)
            if r.chance(habit * (trend.map { PlantedTruth.level(factor: $0, on: day, plan) } ?? 1)) {
                out.append((skill, status(&r)))
            }
        }
        if employer.part == .lateJoiner {
            for skill in PlantedTruth.lateSkills where r.chance(0.55) && !out.contains(where: { $0.skill == skill }) {
                out.append((skill, status(&r)))
            }
        }
        r.shuffle(&out)
        if out.count > 14 { out.removeLast(out.count - 14) }
        if r.chance(0.02) {
            let skill = r.below(SkillBook.all.count)
            if !out.contains(where: { $0.skill == skill }) { out.append((skill, .negated)) }
        }
        return out
    }

    private func status(_ r: inout SampleRandom) -> MentionStatus {
        let x = r.unit()
        return x < 0.66 ? .required : x < 0.84 ? .nice : .context
    }

    private func drawPractices(_ employer: Employer, _ profile: RoleDemand, _ r: inout SampleRandom) -> PracticeSet {
        PracticeSet(
            Practice.allCases.filter { p in
                let rate = profile.practices[Int(p.rawValue)]
                guard rate > 0 else { return false }
                return r.chance(
                    rate >= 0.99 ? rate : expit(logit(rate) + 0.85 * Double(employer.practiceHabit[Int(p.rawValue)])))
            })
    }

    // MARK: postings

    private mutating func post(
        _ opening: Int, board: Int, _ origin: SamplePosting.Origin, place: Int? = nil, employer: Int? = nil,
        first: Day? = nil,
        end: Day? = nil, flaw: Flaw? = nil
    ) {
        let o = openings[opening]
        let first = first ?? o.first
        guard first <= plan.end else { return }
        postings.append(
            SamplePosting(
                number: postings.count, opening: opening, board: board, origin: origin, place: place ?? o.place,
                employer: employer ?? o.employer, first: first, end: end ?? o.end, flaw: flaw))
    }

    private mutating func copies(of opening: Int, board: Int, _ r: inout SampleRandom) {
        let o = openings[opening]
        let employer = employers[o.employer]
        if employer.places.count > 1, r.chance(0.22) {
            for place in employer.places where place != o.place && r.chance(0.55) {
                post(opening, board: board, .place, place: place)
            }
        }
        if r.chance(0.09) { repost(opening, board, &r) }
        if r.chance(0.06) {
            let first = o.first + r.between(1, 6)
            if first < o.end { post(opening, board: r.pick(feeds), .feed, first: first) }
        }
        if RoleDemand.all[o.profile].isIT, r.chance(0.02) {
            let agency = r.pick(agencies)
            let its = boardOf[agency]
            let first = o.first + r.between(2, 20)
            post(opening, board: its, .agency, employer: agency, first: first, end: max(o.end, first + 14))
        }
    }

    private mutating func repost(_ opening: Int, _ board: Int, _ r: inout SampleRandom) {
        let o = openings[opening]
        let first = o.end + r.between(2, 20)
        post(opening, board: board, .repost, first: first, end: first + r.between(14, 50))
    }

    /// A fifth of the forum's posts are those of the month before, hardly changed.
    private mutating func forumRepost(_ opening: Int, _ month: Month, _ r: inout SampleRandom) {
        var next = month
        while r.chance(0.22) {
            next = next + 1
            guard next <= plan.end.month else { return }
            let day = threadDay(next, &r)
            guard day <= plan.end else { return }
            post(opening, board: forum, .repost, first: day, end: Day(number: Int32.max))
        }
    }

    /// One employer, one ad, a hundred and more branches.
    private mutating func flood(_ r: inout SampleRandom) {
        let day = PlantedTruth.floodDay(plan)
        let opening = make(flooder, day, &r)
        let board = boardOf[flooder]
        post(opening, board: board, .original)
        for _ in 0..<PlantedTruth.floodCount(plan) {
            post(
                opening, board: board, .flood, place: r.below(SamplePlace.all.count), first: day + r.below(12),
                end: day + 12 + r.below(20))
        }
    }

    private mutating func oddities(_ r: inout SampleRandom) {
        let odd = employers.indices.filter { employers[$0].part == .oddity }
        for (i, flaw) in Flaw.allCases.enumerated() {
            let e = odd[i % odd.count]
            let opening = make(e, plan.end + -(30 + 12 * i), &r)
            post(opening, board: boardOf[e], .original, end: plan.end + 30, flaw: flaw)
        }
    }
}
