import Archive
import Base
import Insight
import Market
import Reading
import Sources
import Taxonomy
import Web

extension RouteTable {
    private static let q = (name: "q", sentence: "A question in the query language (docs/query.md).")

    /// Every route of the market, in the order of the description.
    static let market = RouteTable(routes: [
        Route(
            name: "market", page: "/", api: "/market",
            summary: "The market today: headline, movers, the blend of all roles, who states pay.",
            schema: "MarketToday", handle: { s, _, _ throws(Fault) in Desk(s).today() }),
        Route(
            name: "openings", page: "/openings", api: "/openings",
            summary: "Openings that answer a question, newest first, with facets.",
            parameters: [
                q, ("after", "The cursor of the page before (`next`)."), ("limit", "Openings a page, at most 100."),
            ], schema: "Openings", handle: { s, r, _ throws(Fault) in try Desk(s).openings(r) }),
        Route(
            name: "opening", page: "/openings/{id}", api: "/openings/{id}",
            summary: "One opening: its facts, each with the words that say it.",
            schema: "Opening", handle: { s, _, id throws(Fault) in try Desk(s).opening(id) }),
        Route(
            name: "skills", page: "/skills", api: "/skills", summary: "Skills asked most, and those that move.",
            schema: "Skills",
            handle: { s, _, _ throws(Fault) in Desk(s).skills() }),
        Route(
            name: "skill", page: "/skills/{id}", api: "/skills/{id}",
            summary: "Demand for one skill, its trend, what it goes with, its pay.",
            schema: "Skill", handle: { s, _, id throws(Fault) in try Desk(s).skill(id) }),
        Route(
            name: "practices", page: "/practices", api: "/practices",
            summary: "The nine practices and how they change.", schema: "Practices",
            handle: { s, _, _ throws(Fault) in Desk(s).practices() }),
        Route(
            name: "practice", page: "/practices/{id}", api: "/practices/{id}",
            summary: "One practice: share, trend, roles, skills.",
            schema: "Practice", handle: { s, _, id throws(Fault) in try Desk(s).practice(id) }),
        Route(
            name: "roles", page: "/roles", api: "/roles", summary: "The blends of the largest roles.", schema: "Roles",
            handle: { s, _, _ throws(Fault) in Desk(s).roles() }),
        Route(
            name: "role", page: "/roles/{id}", api: "/roles/{id}",
            summary: "One role: demand, blend, skills, trend, pay.", schema: "Role",
            handle: { s, _, id throws(Fault) in try Desk(s).role(id) }),
        Route(
            name: "trends", page: "/trends", api: "/trends", summary: "At most six series of shares by month.",
            parameters: [
                ("s", "Skills, or practice:id or role:id, separated by commas."), ("months", "12, 24, 36, 60 or 120."),
                q,
            ], schema: "Trends", handle: { s, r, _ throws(Fault) in try Desk(s).trends(r) }),
        Route(
            name: "pay", page: "/pay", api: "/pay",
            summary: "Who states pay, and its quantiles, by role and seniority.", parameters: [q],
            schema: "Pay", handle: { s, r, _ throws(Fault) in try Desk(s).pay(r) }),
        Route(
            name: "sources", page: "/sources", api: "/sources", summary: "Every source with its state and its terms.",
            schema: "Sources",
            handle: { s, _, _ throws(Fault) in try Desk(s).sources() }),
        Route(
            name: "employers", page: "/employers", summary: "The form of the ad check.",
            handle: { _, _, _ throws(Fault) in Answer(page: { () throws(Fault) in EmployersPage().page }) }),
        Route(
            name: "ad-check", method: "POST", page: "/employers", api: "/ad-check",
            summary: "Holds an ad against comparable openings. Nothing is stored.", body: ["title", "text"],
            schema: "AdCheck",
            handle: { s, r, _ throws(Fault) in try Desk(s).adCheck(r) }),
        Route(
            name: "reports", page: "/reports", summary: "The months that have a report.",
            handle: { s, _, _ throws(Fault) in Desk(s).reports() }),
        Route(
            name: "report", page: "/reports/{id}", api: "/reports/{id}", summary: "The report of a month, `YYYY-MM`.",
            schema: "Report",
            handle: { s, _, id throws(Fault) in try Desk(s).report(id) }),
        Route(
            name: "doubt", method: "POST", page: "/doubts/{id}", api: "/doubts/{id}",
            summary: "Notes that a fact of an opening is wrong, in a file of this installation.",
            body: ["says", "fact"], schema: "Doubt",
            handle: { s, r, id throws(Fault) in try Desk(s).doubt(r, id) }),
        Route(
            name: "reading", page: "/reading", api: "/reading",
            summary: "How ads are read, and how often that was right when it was measured.", schema: "Reading",
            handle: { s, _, _ throws(Fault) in Desk(s).reading() }),
        Route(
            name: "method", page: "/method", summary: "What is counted, and when nothing is said.",
            handle: { s, _, _ throws(Fault) in Desk(s).method() }),
    ])
}
