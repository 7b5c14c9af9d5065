import Base
import Taxonomy

/// The level of a role (codebook S1–S5).
enum SeniorityReader {
    private static let levels: [Seniority] = [
        .unstated, .intern, .junior, .mid, .senior, .staff, .lead, .manager, .director,
    ]
    private static let words = WordMarks([
        "intern internship interns apprentice apprenticeship azubi auszubildende auszubildender auszubildenden werkstudent werkstudentin werkstudenten praktikant praktikantin praktikum stagiaire stage alternant alternante alternance apprenti becario becaria practicas praktik larling stagiair estagiario estagiaria estagio tirocinante ausbildung lehrling placement trainee_ co-op coop studentische abschlussarbeit masterarbeit bachelorarbeit stagiarie stazysta praktikand duales praktyki larlingsplats traineeship estagiarios estudante":
            1,
        "junior jr graduate grad entry apprentice_ trainee juniorentwickler berufseinsteiger berufseinsteigerin absolvent absolventin einsteiger debutant debutante nyexaminerad nyexad starter novato recien early beginner medarbetare_":
            2,
        "mid medior middle intermediate semisenior ssr pleno midlevel midweight confirme_": 3,
        "senior sr snr seniorentwickler sen erfahrener_": 4,
        "principal distinguished fellow": 5,
        "lead leads teamlead techlead teamleiter teamleiterin teamledare teamleider lider teamleader": 6,
        "head director directors vp svp evp avp chief cto cio ciso cpo cdo president directeur directrice direktor direktorin directora leiter leiterin hoofd diretor diretora gerente_":
            8,
    ])
    /// True if the tokens are levels and nothing else: "Senior", "Sr/Staff".
    static func isLevel(_ text: borrowing FactText, _ r: Range<Int>) -> Bool {
        r.allSatisfy { words.value(text.tokens[$0].hash) != 0 || text.tokens[$0].hash == staff }
    }

    private static let romans = WordMarks(["i 1": 2, "ii 2": 3, "iii iv 3 4": 4, "v vi 5 6": 5])

    static func inTitle(_ title: borrowing FactText, family: RoleFamily) -> Seniority {
        var found: [(level: Seniority, at: Int)] = []
        for (i, t) in title.tokens.enumerated() {
            var level = levels[Int(words.value(t.hash))]
            if level == .unstated { level = special(i, t, title, family) }
            if level != .unstated, !isOther(level, i, title) { found.append((level, i)) }
        }
        if found.isEmpty { return roman(title) }
        if let m = found.first(where: { $0.level == .intern }) { return m.level }
        // Two levels of one role in a range take the lower; "Senior Staff" is one level, the higher.
        var result = found[0].level
        for k in 1..<max(1, found.count) {
            let (level, at) = found[k]
            let apart =
                title.tokens[at].gap.isDisjoint(with: [.slash, .amp]) && !isJoin(at - 1, title)
                && !isRange(at, found[k - 1].at, title)
            result = apart ? max(result, level) : min(result, level)
        }
        return result
    }

    private static func max(_ a: Seniority, _ b: Seniority) -> Seniority { a.rawValue >= b.rawValue ? a : b }
    private static func min(_ a: Seniority, _ b: Seniority) -> Seniority { a.rawValue <= b.rawValue ? a : b }
    private static func max(_ a: Int, _ b: Int) -> Int { a > b ? a : b }

    private static func isJoin(_ i: Int, _ t: borrowing FactText) -> Bool {
        i > 0 && joins.value(t.tokens[i].hash) != 0
    }
    private static let joins = WordMarks(["or to oder bis eller ou o of and und until": 1])
    private static func isRange(_ at: Int, _ before: Int, _ t: borrowing FactText) -> Bool {
        at == before + 1 && t.tokens[at].gap.contains(.dash)
            || (before + 1...at).contains { t.tokens[$0].gap.contains(.slash) }
    }

    private static let staff = FactText.hash("staff"), associate = FactText.hash("associate"),
        manager = FactText.hash("manager"), teamLead = FactText.hash("tl")
    private static let managers = WordMarks([
        "manager managers em ems chef itchef utvecklingschef driftchef itleiter responsable jefe jefa coordenador": 1
    ])

    private static func special(_ i: Int, _ t: FactToken, _ title: borrowing FactText, _ family: RoleFamily)
        -> Seniority
    {
        if t.hash == staff {
            // A grade of engineers; "support staff" and "staff nurse" are people.
            let next = i + 1 < title.tokens.count || !t.gap.isDisjoint(with: [.comma, .open, .dash, .slash])
            return family.isIT && (next || i == 0) && !(i > 0 && ofs.value(title.tokens[i - 1].hash) != 0)
                ? .staff : .unstated
        }
        if t.hash == teamLead, t.isUpper, family == .techLead { return .lead }
        if t.hash == associate { return i == 0 && title.tokens.count > 1 ? .junior : .unstated }
        if managers.value(t.hash) != 0 {
            if family == .engineeringManager || family == .itOpsManager { return .manager }
            // A manager of a team named by its field ("Senior Manager – Security Response").
            let generic: [RoleFamily] = [
                .security, .platform, .dataEngineer, .dataScientist, .ml, .analyst, .qa, .support, .designer, .research,
            ]
            let before = i > 0 ? title.tokens[i - 1].hash : 0
            return t.hash == manager && generic.contains(family)
                && (i == 0 || words.value(before) != 0 || family != .support) ? .manager : .unstated
        }
        return .unstated
    }
    private static let ofs = WordMarks(["of it support technical": 1])

    /// "Lead generation", "chief of staff", "mid-market", "senior living", "head chef".
    private static func isOther(_ level: Seniority, _ i: Int, _ title: borrowing FactText) -> Bool {
        let next = i + 1 < title.tokens.count ? title.tokens[i + 1].hash : 0
        if others.value(next) != 0 { return true }
        if level == .director, next == FactText.hash("of"), i + 2 < title.tokens.count,
            title.tokens[i + 2].hash == staff
        {
            return true
        }
        // "Software Engineer, Vice President": a grade after the person's trade.
        if level == .director, corporate.value(title.tokens[i].hash) != 0,
            (0..<i).contains(where: { trades.value(title.tokens[$0].hash) != 0 }),
            next != FactText.hash("of"), !title.tokens[i].gap.contains(.slash)
        {
            return true
        }
        // A bank's corporate grade in brackets.
        return level == .director && title.tokens[i].gap.contains(.open) && title.gap(after: i).contains(.close)
    }
    private static let corporate = WordMarks(["vp svp evp avp president": 1])
    private static let trades = WordMarks([
        "engineer developer analyst architect scientist programmer quant designer administrator entwickler tester consultant specialist":
            1
    ])
    private static let others = WordMarks(["generation gen market living chef cook care citizen citizens": 1])

    /// A number of the grade right after the role's name: "Engineer II", "SDE 2".
    private static func roman(_ title: borrowing FactText) -> Seniority {
        for i in 1..<max(1, title.tokens.count) {
            let t = title.tokens[i]
            let v = romans.value(t.hash)
            guard v != 0, t.isUpper || t.kind == .number || t.high - t.low == 1 && t.isCapital else { continue }
            let ends =
                i + 1 == title.tokens.count
                || !title.tokens[i + 1].gap.isDisjoint(with: [.comma, .open, .dash, .close, .bar, .slash, .colon])
            if grades.value(title.tokens[i - 1].hash) != 0, ends || t.kind != .number { return levels[Int(v)] }
        }
        return .unstated
    }
    private static let grades = WordMarks([
        "engineer developer analyst programmer swe sde scientist administrator architect technician designer consultant specialist tester level grade devops sre admin qa researcher entwickler manager support development":
            1
    ])

    // MARK: in the text

    private static let persons = WordMarks([
        "engineer engineers developers developer generalist generalists programmer person role position designer analyst scientist colleague architect hire candidate entwickler entwicklerin developpeur profil desarrollador perfil utvecklare ontwikkelaar individual contributor administrator admin level engineering teammate professional backend frontend fullstack software":
            1
    ])
    private static let articles = WordMarks(["a an one another en ein eine einen un une een uma um": 1])

    /// S3, a level word about the person asked for, then S4, the years asked.
    static func inText(_ body: borrowing FactText) -> Seniority {
        var level = levelInText(body)
        if level == .unstated, body.tokens.count <= 60 { level = levelInShort(body) }
        if level != .unstated { return level }
        var terms = TermsFact()
        TermsNumbers.readYears(body, &terms)
        guard let years = terms.yearsMin ?? (body.tokens.count <= 60 ? plainYears(body) : nil) else { return .unstated }
        return ofYears(years)
    }

    /// "We need a senior generalist", "looking for senior engineers", "an engineer (senior or above)".
    static func levelInText(_ body: borrowing FactText) -> Seniority {
        for i in 1..<Swift.max(1, body.tokens.count) {
            let v = words.value(body.tokens[i].hash)
            guard v >= 2, v <= 4 else { continue }
            let s = body.sentence(of: i)
            guard i > s.lowerBound else { continue }
            let before = body.tokens[i - 1].hash
            let isAside = body.tokens[i].gap.contains(.open) && persons.value(before) != 0
            guard isAside || articles.value(before) != 0 || HeaderLine.searching(before) || HeaderLine.isFiller(before)
            else { continue }
            guard
                isAside
                    || (i + 1..<Swift.min(s.upperBound, i + 4)).contains(where: {
                        persons.value(body.tokens[$0].hash) != 0
                    })
            else { continue }
            guard (s.lowerBound..<i).contains(where: { asks.value(body.tokens[$0].hash) != 0 }) else { continue }
            return levels[Int(v)]
        }
        return .unstated
    }

    /// A short text speaks of the person sought, unless the level is a colleague's: "you are a senior", "a mid-level person
    /// is what we are after", "suits a graduate".
    private static func levelInShort(_ body: borrowing FactText) -> Seniority {
        for i in 0..<body.tokens.count {
            let v = words.value(body.tokens[i].hash)
            guard v >= 2, v <= 4 else { continue }
            let s = body.sentence(of: i)
            let next = i + 1 < s.upperBound ? body.tokens[i + 1].hash : 0
            guard others.value(next) == 0, halfWords.value(body.tokens[i].hash) == 0 || levelWords.value(next) != 0
            else { continue }
            let before = Swift.max(s.lowerBound, i - 6)..<i
            guard
                !before.contains(where: { colleagues.value(body.tokens[$0].hash) != 0 || Cues.isNegator($0, body) })
            else { continue }
            let near = Swift.max(s.lowerBound, i - 5)..<Swift.min(s.upperBound, i + 6)
            if near.contains(where: {
                $0 != i && (sought.value(body.tokens[$0].hash) != 0 || HeaderLine.searching(body.tokens[$0].hash))
            }) {
                return levels[Int(v)]
            }
        }
        return .unstated
    }
    private static let halfWords = WordMarks(["early entry starter beginner mid middle recien sen intermediate": 1])
    private static let levelWords = WordMarks(["level levels career career_ niveau nivel": 1])
    private static let colleagues = WordMarks([
        """
        by with from our report reports reporting alongside help helps mentor mentors mentored mentoring coach coaches guide train under support beside
        learn teach led von mit unserer unsere unseren nos notre nuestros nuestro par avec con por med av door met ons onze vara vi team staff
        """: 1
    ])
    private static let sought = WordMarks([
        """
        you du vous tu je voce person persons somebody someone anyone profile perfil profil profilo colleague hire level position role post
        suits suit suited ideal ideally after picture wanted gesucht sought needed welcome accepte accepted candidate candidates eres etes bist
        engineer developer entwickler developpeur desarrollador utvecklare ontwikkelaar niveau nivel stelle poste puesto vaga tjanst functie job
        """: 1
    ])

    /// A short text may ask years without a word of experience: "two years or more".
    private static func plainYears(_ body: borrowing FactText) -> Double? {
        for hit in body.cues where hit.tag == Cue.years.rawValue {
            let a = Int(hit.start), s = body.sentence(of: a)
            guard !Cues.covered(.yearsVoid, a, Int(hit.end), body), a > s.lowerBound else { continue }
            if let n = TermsNumbers.value(a - 1, body), n > 0, n <= 20,
                s.count <= 6 || s.contains(where: { asks.value(body.tokens[$0].hash) != 0 })
            {
                return n
            }
        }
        return nil
    }

    private static let asks = WordMarks([
        "looking need needs hiring seeking seek want is are as suchen gesucht cherchons recherchons buscamos soker zoeken procuramos for this":
            1
    ])

    static func ofYears(_ years: Double) -> Seniority { years < 2 ? .junior : years < 5 ? .mid : .senior }
}
