import Base
import Insight
import Market
import Sample
import Taxonomy

// The summary in words and as JSON: the finding first, then the table, notes last (LOOK: terminal).
extension DemoSummary {
    func print() {
        let m = market, c = m.collection, g = m.generation
        let copies = g.postings - g.columns.count
        if let plan = c.market?.plan {
            Output.line(
                Output.dim(
                    "Sample data: \(plan.employers) invented employers, seed \(plan.seed); nothing here is real."))
        }
        Output.line()
        Output.line(
            Output.bold("\(Numbers.grouped(g.postings)) postings are \(Numbers.grouped(g.columns.count)) openings"))
        Output.line(
            "  \(Numbers.grouped(c.boards)) sources, polled \(Numbers.grouped(c.polls)) times "
                + "(\(Numbers.grouped(c.unchanged)) unchanged, \(Numbers.grouped(c.failed)) failed, each with its reason)"
        )
        Output.line(
            "  \(Numbers.grouped(copies)) copies joined; \(Numbers.grouped(postingsASecond)) postings a second from board to column"
        )
        Output.line()
        Output.line(Output.bold(grew.sentence))
        Output.line("  \(Output.blue(grew.line))  \(grew.name)")
        Output.line("  \(Output.dim(grew.witnessLine))")
        for f in [fell, steady, refused] {
            let line = f.verdict == .falls ? Output.magenta(f.line) : f.line
            Output.line("  \(line)  \(f.refusal == nil ? f.name : "(\(f.name))")")
        }
        Output.line()
        Output.line(
            Output.bold("\(wheel.name): what its openings ask for") + "  "
                + Output.dim("n=\(Numbers.grouped(wheel.witness.openings))"))
        for line in wheel.bars() { Output.line("  " + line) }
        Output.line()
        Output.line(
            Output.bold("\(Numbers.grouped(fitting)) openings for \(SamplePerson.introduction); the first five"))
        for (i, fit) in fits.enumerated() { Self.print(i + 1, fit) }
        Output.line()
    }

    private static func print(_ n: Int, _ fit: Fit) {
        Output.line("  \(n) \(fit.title) — \(fit.company)" + (fit.place.isEmpty ? "" : " · \(fit.place)"))
        Output.line("    \(Output.yellow("matched")) \(fit.matched.map(\.name).joined(separator: ", "))")
        if let first = fit.matched.first { Output.line("      \(Output.dim("“\(first.words)”"))") }
        Output.line(
            "    missing \(fit.missing.isEmpty ? "nothing that it requires" : fit.missing.joined(separator: ", "))")
        Output.line("    not said \(fit.unknown.isEmpty ? "–" : fit.unknown.joined(separator: ", "))")
    }

    var postingsASecond: Int {
        let seconds = market.collection.pollSeconds + market.readSeconds
        return seconds > 0 ? Int(Double(market.generation.postings) / seconds) : 0
    }

    func writeJSON() {
        let m = market, c = m.collection, g = m.generation
        Output.json { w in
            w.object { w in
                w.member("sample", g.isSample)
                w.member("seed", c.market.map { String($0.plan.seed) })
                w.member("as_of", "\(g.asOf)")
                w.member("boards", c.boards)
                w.member("polls", c.polls)
                w.member("unchanged", c.unchanged)
                w.member("failed", c.failed)
                w.key("faults")
                w.object { w in for (code, n) in c.faults.sorted(by: { $0.key < $1.key }) { w.member(code, n) } }
                w.key("alarms")
                w.object { w in for (name, n) in c.alarms.sorted(by: { $0.key < $1.key }) { w.member(name, n) } }
                w.member("documents", m.documents)
                w.member("postings", g.postings)
                w.member("openings", g.columns.count)
                w.member("copies", g.postings - g.columns.count)
                w.member("postings_a_second", postingsASecond)
                w.key("seconds")
                w.object { w in
                    w.member("make", Self.tenths(c.makeSeconds))
                    w.member("poll", Self.tenths(c.pollSeconds))
                    w.member("read", Self.tenths(m.readSeconds))
                }
                for (key, finding) in [
                    ("grew", grew), ("fell", fell), ("cannot_tell", steady), ("refused", refused), ("late", late),
                ] {
                    w.key(key)
                    finding.write(&w)
                }
                w.key("wheel")
                w.array(wheel.spokes) { w, f in f.write(&w) }
                w.key("matches")
                w.array(fits) { w, fit in Self.write(fit, &w) }
                w.key("pages")
                w.array(pages) { w, page in
                    w.object { w in
                        w.member("path", page.path); w.member("status", page.status)
                    }
                }
                w.key("checks")
                w.array(checks) { w, check in
                    w.object { w in
                        w.member("name", check.name); w.member("ok", check.isTrue)
                    }
                }
                w.member("ok", checks.allSatisfy(\.isTrue))
            }
        }
    }

    private static func write(_ fit: Fit, _ w: inout JSONWriter) {
        w.object { w in
            w.member("title", fit.title)
            w.member("company", fit.company)
            w.member("place", fit.place)
            w.member("url", fit.url)
            w.key("matched")
            w.array(fit.matched) { w, m in
                w.object { w in
                    w.member("skill", m.name); w.member("words", m.words)
                }
            }
            w.member("missing", strings: fit.missing)
            w.member("unknown", strings: fit.unknown)
        }
    }

    private static func tenths(_ s: Double) -> Double { (s * 10).rounded() / 10 }
}
