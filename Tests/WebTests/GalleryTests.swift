import Base
import Fixtures
import Foundation
import Insight
import Market
import Taxonomy
import Testing
import Web

/// Every page once with made-up values, held against files that were looked at (`UPDATE=1` writes them again).
@Suite struct GalleryTests {
    static let roles: [RoleFamily] = [.platform, .backend, .security]

    static let adCheck = AdCheck(
        role: .platform, seniority: .senior, comparable: MadeUp.query(.role(.platform)),
        comparedWith: "senior platform openings", openings: 611,
        requirements: [
            .init(status: .required, quote: "VMware", share: MadeUp.share(.skill("vmware"), "VMware", 0.04)),
            .init(status: .nice, quote: "Go", share: MadeUp.share(.skill("go"), "Go", 0.31)),
            .init(status: .required, quote: "Zig", share: MadeUp.share(.skill("zig"), "Zig", nil)),
        ], practices: PracticeSet([.infrastructure]), wheel: MadeUp.wheel("Platform"),
        statedPay: "EUR 60,000–70,000 a year",
        annual: (60_000, 70_000), pay: MadeUp.pay("Platform"),
        unclear: [.init("on-call", "The text does not say whether there is a rota.")],
        clear: [.init("place", "Berlin")])

    static let pages: [(name: String, page: Page)] = [
        (
            "today",
            TodayPage(
                headline: "Terraform rises; seven ads in ten keep pay to themselves",
                lead: "Of nine practices, delivery is asked most.",
                toNote: Array(MadeUp.movers.prefix(3)), wheel: MadeUp.wheel("All IT roles"),
                wheelTitle: "Delivery is asked most",
                movers: MadeUp.movers, tested: 412, refused: 792,
                disclosure: roles.map { MadeUp.share(.role($0), $0.title, 0.2 + Double($0.rawValue) / 100) },
                pay: MadeUp.pay("All").disclosure, month: Month(year: 2026, month: 10)
            ).page
        ),
        (
            "openings",
            OpeningsPage(
                query: MadeUp.query(.skill("kubernetes")),
                notes: [.init("skil:go", "There is no key “skil”; the nearest is “skill”.")],
                total: 312, isExact: true, rows: [MadeUp.line(1), MadeUp.line(2)], next: "MTIz", isFirst: true,
                facets: [
                    FacetList(
                        title: "Role",
                        entries: roles.map {
                            .init(
                                name: $0.title, count: Int($0.rawValue) * 10, isChosen: $0 == .backend,
                                query: MadeUp.query(.role($0)))
                        })
                ], relax: [], asOf: MadeUp.asOf
            ).page
        ),
        (
            "openings-none",
            OpeningsPage(
                query: MadeUp.query(.skill("kubernetes")), notes: [], total: 0, isExact: true, rows: [], next: nil,
                isFirst: true, facets: [],
                relax: [("remote:yes", .everything, 12)], asOf: MadeUp.asOf
            ).page
        ),
        ("opening", MadeUp.opening(MadeUp.ad).page),
        (
            "skills",
            SkillsPage(
                asked: [
                    MadeUp.share(.skill("kubernetes"), "Kubernetes", 0.21), MadeUp.share(.skill("go"), "Go", 0.11),
                ], movers: MadeUp.movers,
                tested: 412, index: [("go", "Go", 1871), ("kubernetes", "Kubernetes", 1204)]
            ).page
        ),
        (
            "skill",
            SkillPage(
                id: "kubernetes", name: "Kubernetes", kind: "Platform", spellings: ["Kubernetes", "k8s"],
                demand: MadeUp.demand(.skill("kubernetes"), "Kubernetes"),
                series: MadeUp.series(.skill("kubernetes"), "Kubernetes"),
                companions: [
                    Companion(
                        skill: "terraform", name: "Terraform",
                        share: MadeUp.share(.skill("terraform"), "Terraform", 0.64), lift: 3.1, g2: 90,
                        explainedByRole: true)
                ], byRole: roles.map { MadeUp.share(.role($0), $0.title, 0.3) }, pay: MadeUp.pay("Kubernetes"),
                revisions: MadeUp.revisions.of(.skill("kubernetes"))
            ).page
        ),
        (
            "practices",
            PracticesPage(
                wheel: MadeUp.wheel("All IT roles"),
                changes: Practice.allCases.map { MadeUp.change(.practice($0), $0.title, 1.05, 0.97, 1.14, .cannotTell) }
            ).page
        ),
        (
            "practice",
            PracticePage(
                practice: .operations, share: MadeUp.share(.practice(.operations), "Operations", 0.37),
                series: MadeUp.series(.practice(.operations), "Operations", base: 0.3),
                byRole: roles.map { MadeUp.share(.role($0), $0.title, 0.5) },
                skills: [MadeUp.share(.skill("prometheus"), "Prometheus", 0.33)],
                revisions: MadeUp.revisions.of(.practice(.operations))
            ).page
        ),
        (
            "roles",
            RolesPage(
                wheels: roles.map { ($0, MadeUp.wheel($0.title, refused: $0 == .security)) },
                table: roles.map { MadeUp.share(.role($0), $0.title, 0.12) }
            ).page
        ),
        (
            "role",
            RolePage(
                role: .platform, demand: MadeUp.demand(.role(.platform), "Platform"), wheel: MadeUp.wheel("Platform"),
                asked: [MadeUp.share(.skill("kubernetes"), "Kubernetes", 0.71)],
                series: MadeUp.series(.role(.platform), "Platform", base: 0.05),
                pay: MadeUp.pay("All platform ads"),
                paySeniority: [MadeUp.pay("Senior"), MadeUp.pay("Lead", median: nil)],
                seniority: [(.senior, 244, .everything), (.unstated, 90, .everything)]
            ).page
        ),
        (
            "trends",
            TrendsPage(
                path: "/trends?s=kubernetes,terraform",
                series: [
                    MadeUp.series(.skill("kubernetes"), "Kubernetes"),
                    MadeUp.series(.skill("terraform"), "Terraform", base: 0.1),
                ], months: 24, asked: "kubernetes, terraform", query: .everything, notes: [],
                revisions: [.skill("kubernetes"): MadeUp.revisions.of(.skill("kubernetes"))]
            ).page
        ),
        (
            "pay",
            PayPage(
                path: "/pay", query: .everything, all: MadeUp.pay("All"),
                byRole: [MadeUp.pay("Platform"), MadeUp.pay("Backend", median: nil)],
                bySeniority: [MadeUp.pay("Senior")]
            ).page
        ),
        ("employers", EmployersPage().page),
        ("employers-check", EmployersPage(text: "ad", title: "t", check: adCheck).page),
        (
            "sources",
            SourcesPage(
                rows: [
                    .init(
                        board: "greenhouse:acme", kind: "greenhouse", lastPoll: Instant(MadeUp.asOf), outcome: "failed",
                        fault: "no answer within 10 s",
                        open: 12, firstComplete: MadeUp.asOf + -100, alarms: ["volume"])
                ],
                terms: [
                    .init(
                        kind: "Greenhouse", words: ["text may be shown"], attribution: "The employer’s board.",
                        basis: "terms of 2026")
                ],
                postings: 60_000, openings: 41_203
            ).page
        ),
        (
            "method",
            MethodPage(
                readerVersion: "1.0", generation: 42, asOf: MadeUp.asOf, skills: 3000, revisions: MadeUp.revisions
            ).page
        ),
        ("report", report(inFile: false).page),
        ("reports", ReportsPage(months: [(Month(year: 2026, month: 10), 3000)]).page),
        (
            "problem",
            ProblemPage(title: "There is no such page", sentence: "Perhaps the opening is no longer held.").page
        ),
    ]

    static func report(inFile: Bool) -> ReportPage {
        ReportPage(
            month: Month(year: 2026, month: 10), headline: "Terraform rises in October 2026",
            changed: [MadeUp.movers[0]], opened: 3120,
            openNow: 41_203, companies: 1377, wheel: MadeUp.wheel("All IT roles"),
            practiceChanges: [MadeUp.change(.practice(.security), "Security", 1.1, 0.98, 1.2, .cannotTell)],
            roles: roles.map { ($0, MadeUp.wheel($0.title)) }, rising: Array(MadeUp.movers.prefix(2)),
            falling: [MadeUp.movers[3]],
            cannotTell: [MadeUp.movers[2]], tested: 412, refused: 792, pay: MadeUp.pay("All"),
            payByRole: [MadeUp.pay("Platform")],
            hiring: [("Acme, Inc.", 41, .everything)], sourceFailures: [("rss:jobs", "no answer within 10 s")],
            sources: 61,
            readerVersion: "1.0", generation: 42, isInFile: inFile)
    }

    static let folder = Fixtures.root + "/Tests/WebTests/Golden"

    @Test(arguments: pages.indices) func `a page is what it was when it was looked at`(i: Int) throws {
        let (name, page) = Self.pages[i]
        // Line breaks between elements make a difference of two golden files readable.
        let html = String(decoding: page.html(MadeUp.chrome), as: UTF8.self)
            .replacingOccurrences(of: "><", with: ">\n<")
            // A change of the style alone is no change of a page.
            .replacingOccurrences(of: Stylesheet.standard.path, with: "/assets/look.css")
        let path = "\(Self.folder)/\(name).html"
        if ProcessInfo.processInfo.environment["UPDATE"] == "1" {
            try Data(html.utf8).write(to: URL(fileURLWithPath: path))
            return
        }
        let golden = try String(decoding: DurableFile.read(path), as: UTF8.self)
        #expect(html == golden, "\(name): run with UPDATE=1 and read the difference")
    }

    @Test(arguments: pages.indices) func `a page holds no script, no style attribute and one of each id`(i: Int) {
        let html = String(decoding: Self.pages[i].page.html(MadeUp.chrome), as: UTF8.self)
        #expect(
            !html.contains("<script") && !html.contains(" style=\"") && !html.contains(" onclick=")
                && !html.contains(" onload="))
        #expect(!html.contains("<style"))
        #expect(html.components(separatedBy: "<h1").count == 2)
        var ids: Set<String> = []
        for piece in html.components(separatedBy: " id=\"").dropFirst() {
            let id = String(piece.prefix { $0 != "\"" })
            #expect(ids.insert(id).inserted, "\(id) twice in \(Self.pages[i].name)")
        }
        for piece in html.components(separatedBy: "aria-labelledby=\"").dropFirst() {
            for id in piece.prefix(while: { $0 != "\"" }).split(separator: " ") { #expect(ids.contains(String(id))) }
        }
        #expect(html.contains("Sample data"))
    }

    @Test func `a chart's file stands alone and its CSV is its table`() {
        for (name, page) in Self.pages {
            for f in page.figures {
                let svg = String(decoding: f.svg, as: UTF8.self)
                #expect(
                    svg.hasPrefix("<?xml") && svg.contains("xmlns=\"http://www.w3.org/2000/svg\"")
                        && svg.contains("prefers-color-scheme"))
                let lines = f.csv.components(separatedBy: "\r\n").dropLast()
                #expect(lines.count == f.table.rows.count + 1, "\(name) \(f.id)")
            }
        }
    }

    @Test func `the report stands on its own`() {
        let html = String(decoding: Self.report(inFile: true).page.standalone(MadeUp.chrome), as: UTF8.self)
        #expect(
            html.contains("<style>") && !html.contains("<link")
                && html == String(decoding: Self.report(inFile: true).page.standalone(MadeUp.chrome), as: UTF8.self))
    }
}
