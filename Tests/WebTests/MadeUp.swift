import Base
import Insight
import Market
import Reading
import Taxonomy
import Web

/// Values for the gallery: made up, plausible, and always the same.
enum MadeUp {
    static let asOf = Day(year: 2026, month: 11, day: 24)!
    static let window = Window(from: Day(year: 2025, month: 11, day: 1)!, to: Day(year: 2026, month: 11, day: 1)!)
    static let hostile =
        #""><script>alert(1)</script><img src=x onerror=alert(2)> \#u{202E}dlrow ' & javascript:alert(3)"#

    static func witness(_ n: Int, _ companies: Int) -> Witness {
        var w = Witness(
            window: window, panel: "fixed panel of 48 boards", readerVersion: "1.0+names.3f2a", generation: 42)
        w.openings = n
        w.companies = companies
        w.largestPart = 0.06
        w.sources = 48
        return w
    }

    static let revisions = [
        Revision(
            day: asOf + -30, generation: 30, readerBefore: "0.8+names.1a", reader: "0.9+names.1a", openings: 40_112,
            changes: [.init(.skill("kubernetes"), before: 0, after: 312)]),
        Revision(
            day: asOf, generation: 42, readerBefore: "0.9+names.1a", reader: "1.0+names.3f2a", openings: 41_003,
            changes: [
                .init(.practice(.operations), before: 1_000, after: 1_120),
                .init(.skill("kubernetes"), before: 312, after: 305),
            ]),
        Revision(
            day: asOf, generation: 43, readerBefore: "1.0+names.3f2a", reader: "1.0+names.3f2b", openings: 1,
            changes: []),
    ]

    static func query(_ s: Subject) -> Query {
        var q = Query()
        switch s {
        case .skill(let id): q.skills = [id]
        case .practice(let p): q.practices = [p]
        case .role(let r): q.roles = [r]
        case .everything: break
        }
        return q
    }

    static func share(_ s: Subject, _ name: String, _ v: Double?, n: Int = 2214) -> Finding {
        let sentence =
            v.map { "\(name) is named in \(Say.share($0)) of openings." }
            ?? "Too few openings to say anything of \(name)."
        return Finding(
            subject: s, name: name, sentence: sentence, verdict: v == nil ? .refused(.fewOpenings) : .level,
            unit: .share,
            value: v, low: v.map { max(0, $0 - 0.03) }, high: v.map { min(1, $0 + 0.035) },
            witness: witness(v == nil ? 19 : n, v == nil ? 4 : n / 7), query: query(s))
    }

    static func change(_ s: Subject, _ name: String, _ v: Double, _ lo: Double, _ hi: Double, _ verdict: Verdict)
        -> Finding
    {
        let sentence =
            switch verdict {
            case .rises: "\(name) rises (\(Say.ratio(v)), \(Say.fixed(lo, 2)) to \(Say.fixed(hi, 2)))."
            case .falls: "\(name) falls (\(Say.ratio(v)), \(Say.fixed(lo, 2)) to \(Say.fixed(hi, 2)))."
            default: "\(name): no change that we can tell from chance."
            }
        return Finding(
            subject: s, name: name, sentence: sentence, verdict: verdict, unit: .ratio, value: v, low: lo, high: hi,
            p: 0.01,
            adjusted: 0.04, witness: witness(1204, 210), query: query(s))
    }

    static let movers = [
        change(.skill("terraform"), "Terraform", 1.30, 1.12, 1.51, .rises),
        change(.skill("go"), "Go", 1.16, 1.04, 1.29, .rises),
        change(.skill("kubernetes"), "Kubernetes", 0.96, 0.84, 1.11, .cannotTell),
        change(.skill("jquery"), "jQuery", 0.78, 0.69, 0.89, .falls),
        Finding(
            subject: .skill("zig"), name: "Zig", sentence: "39 openings are too few.", verdict: .refused(.fewOpenings),
            unit: .ratio,
            witness: witness(39, 12), query: query(.skill("zig"))),
    ]

    static func wheel(_ name: String, refused: Bool = false) -> Wheel {
        let shares = [0.58, 0.49, 0.37, 0.33, 0.29, 0.35, 0.44, 0.22, 0.17]
        let spokes = zip(Practice.allCases, shares).map { share(.practice($0), $0.title, refused ? nil : $1, n: 4120) }
        var breadth = share(.everything, "Technical breadth", 0.5)
        breadth.unit = .index
        breadth.value = refused ? nil : 7.3
        breadth.low = refused ? nil : 6.9
        breadth.high = refused ? nil : 7.8
        return Wheel(
            name: name, spokes: spokes, breadth: breadth, witness: witness(refused ? 19 : 4120, refused ? 4 : 1377),
            refusal: refused ? .fewOpenings : nil)
    }

    static func series(_ s: Subject, _ name: String, base: Double = 0.2) -> Series {
        let first = Month(year: 2024, month: 11)
        let points = (0...24).map { i -> Series.Point in
            let v = base + Double(i) * 0.004 + Double((i * 7) % 5) * 0.006
            let isRefused = i == 3
            return Series.Point(
                month: first + i, asked: Int(v * 400), openings: isRefused ? 12 : 400, companies: isRefused ? 3 : 90,
                share: isRefused ? nil : v, low: isRefused ? nil : v - 0.03, high: isRefused ? nil : v + 0.03,
                refusal: isRefused ? .fewOpenings : nil, isPartial: i == 24)
        }
        return Series(subject: s, name: name, points: points, change: change(s, name, 1.18, 1.07, 1.30, .rises))
    }

    static func pay(_ name: String, median: Double? = 78_000) -> PayPicture {
        let levels = [0.1, 0.25, 0.5, 0.75, 0.9]
        let factors = [0.7, 0.88, 1, 1.14, 1.35]
        let quantiles = zip(levels, factors).map { level, f in
            PayPicture.Quantile(
                level: level,
                finding: Finding(
                    subject: .everything, name: name,
                    sentence: "Half of the \(name.lowercased()) ads that state pay state EUR 78,000 or more.",
                    verdict: median == nil ? .refused(.lowDisclosure) : .level, unit: .money,
                    value: median.map { $0 * f },
                    low: median.map { $0 * f * 0.96 }, high: median.map { $0 * f * 1.03 }, witness: witness(162, 71),
                    query: query(.everything)))
        }
        var disclosure = share(.everything, "Pay", 0.31)
        disclosure.sentence = "About 31 in 100 openings state pay."
        return PayPicture(
            name: name, disclosure: disclosure, currency: median == nil ? nil : .eur, quantiles: quantiles,
            other: [.init(currency: .usd, openings: 44), .init(currency: .gbp, openings: 12)])
    }

    static func demand(_ s: Subject, _ name: String) -> Demand {
        Demand(
            openNow: 312, newThisMonth: 41, companies: 198, share: share(s, name, 0.21),
            change: change(s, name, 0.96, 0.84, 1.11, .cannotTell), payDisclosed: share(s, name, 0.28))
    }

    static func line(_ id: Int64, title: String = "Platform Engineer", company: String = "Acme Logistics")
        -> OpeningLine
    {
        OpeningLine(
            id: id, title: title, company: company, place: "Berlin", mode: .hybrid, role: .platform, seniority: .senior,
            pay: id % 2 == 0 ? "EUR 75,000–90,000 a year" : nil, firstDay: asOf + -3, lastDay: asOf, isOpen: true,
            copies: 2,
            asks: [
                .init(id: "kubernetes", name: "Kubernetes", status: .required),
                .init(id: "terraform", name: "Terraform", status: .required),
                .init(id: "go", name: "Go", status: .nice),
            ], practices: PracticeSet([.delivery, .infrastructure, .operations]), onCall: .yes,
            url: "https://jobs.example/1",
            attribution: "From the employer’s board")
    }

    static func facts(_ body: String) -> Facts {
        let head = "Platform Engineer\nBerlin\n\n"
        var f = Facts(text: Array((head + body).utf8), bodyStart: head.utf8.count)
        f.language = "en"
        func span(_ words: String) -> ByteSpan? {
            let t = f.text, w = Array(words.utf8)
            guard let at = (0...(t.count - w.count)).first(where: { t[$0..<$0 + w.count].elementsEqual(w) }) else {
                return nil
            }
            return ByteSpan(at, at + w.count)
        }
        if let s = span("You run the Kubernetes clusters and carry the pager.") {
            f.practices = [.init(practice: .operations, span: s)]
        }
        if let s = span("Kubernetes") { f.mentions.append(Mention(skill: 0, span: s, status: .required)) }
        if let s = span("Go") { f.mentions.append(Mention(skill: 1, span: s, status: .nice)) }
        f.onCall.value = .yes
        f.onCall.span = span("one week in five")
        f.pay = PayFact(
            min: 75_000, max: 90_000, currency: .eur, period: .year, span: span("75.000 bis 90.000 Euro"),
            quote: "75.000 bis 90.000 Euro")
        return f
    }
    static let ad = """
        You run the Kubernetes clusters and carry the pager. The rota is one week in five.

        Go would be welcome.
        The salary is 75.000 bis 90.000 Euro.
        """

    static func opening(_ body: String, title: String = "Platform Engineer") -> OpeningPage {
        OpeningPage(
            line: line(7, title: title), facts: facts(body),
            sightings: [
                .init(
                    board: "greenhouse:acme", url: "https://jobs.example/1", first: asOf + -3, last: asOf, absent: nil,
                    reason: "same posting"),
                .init(
                    board: "rss:jobs", url: "javascript:alert(9)", first: asOf + -2, last: asOf, absent: nil,
                    reason: "copy"),
            ], mayShowText: true, terms: "Shown with a link to the employer’s board.", readerVersion: "1.0", asOf: asOf,
            pay: pay("Platform"),
            names: { $0 == 0 ? ("kubernetes", "Kubernetes") : ("go", "Go") })
    }

    static let chrome = Chrome(
        asOf: asOf, openings: 41_203, sources: 61, isSample: true, generation: 42,
        wheel: [0.58, 0.49, 0.37, 0.33, 0.29, 0.35, 0.44, 0.22, 0.17])
}
