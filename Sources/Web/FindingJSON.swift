import Base
import Insight
import Market
import Taxonomy

// The JSON of findings: the API's keys, which the command line and the pages' `.json` share. Each number comes with its
// n, interval and caveats; a refused one has `value: null` and says why.

extension Finding {
    package func write(to w: inout JSONWriter) {
        w.object { w in
            w.key("subject")
            subject.write(to: &w)
            w.member("name", name)
            w.member("sentence", sentence)
            w.member("verdict", verdict.id)
            w.member("refusal", refusal?.rawValue)
            w.member("unit", unit.rawValue)
            w.member("value", value)
            w.key("interval")
            if let low, let high { w.array([low, high]) { $0.value($1) } } else { w.null() }
            w.member("p", p)
            w.member("adjusted", adjusted)
            witness.writeMembers(to: &w)
            w.member("caveats", strings: caveats)
            w.member("query", query.text)
            w.member("openings", query.path())
        }
    }
}

extension Subject {
    package func write(to w: inout JSONWriter) {
        let (kind, id): (String, String?) =
            switch self {
            case .skill(let s): ("skill", s)
            case .practice(let p): ("practice", p.id)
            case .role(let r): ("role", r.id)
            case .everything: ("everything", nil)
            }
        w.object { w in
            w.member("kind", kind)
            w.member("id", id)
        }
    }
}

extension Witness {
    package func writeMembers(to w: inout JSONWriter) {
        w.member("n", openings)
        w.member("companies", companies)
        w.member("largest_part", largestPart)
        w.member("sources", sources)
        w.member("from", window.from.description)
        w.member("to", window.to.description)
        w.member("panel", panel)
        w.member("reader", readerVersion)
        w.member("generation", generation)
    }
}

extension Series {
    package func write(to w: inout JSONWriter) {
        w.object { w in
            w.key("subject")
            subject.write(to: &w)
            w.member("name", name)
            w.key("change")
            change.write(to: &w)
            w.key("points")
            w.array(points) { w, p in
                w.object { w in
                    w.member("month", p.month.description)
                    w.member("asked", p.asked)
                    w.member("n", p.openings)
                    w.member("companies", p.companies)
                    w.member("value", p.share)
                    w.key("interval")
                    if let low = p.low, let high = p.high { w.array([low, high]) { $0.value($1) } } else { w.null() }
                    w.member("refusal", p.refusal?.rawValue)
                    w.member("partial", p.isPartial)
                }
            }
        }
    }
}

extension Wheel {
    package func write(to w: inout JSONWriter) {
        w.object { w in
            w.member("name", name)
            witness.writeMembers(to: &w)
            w.member("refusal", refusal?.rawValue)
            w.key("practices")
            w.array(spokes) { w, f in f.write(to: &w) }
            w.key("breadth")
            breadth.write(to: &w)
        }
    }
}

extension PayPicture {
    package func write(to w: inout JSONWriter) {
        w.object { w in
            w.member("name", name)
            w.member("currency", currency?.code)
            w.member("period", "year")
            w.key("disclosure")
            disclosure.write(to: &w)
            w.key("quantiles")
            w.array(quantiles) { w, q in
                w.object { w in
                    w.member("level", q.level)
                    w.key("finding")
                    q.finding.write(to: &w)
                }
            }
            w.key("other_currencies")
            w.array(other) { w, o in
                w.object { w in
                    w.member("currency", o.currency.code)
                    w.member("n", o.openings)
                }
            }
        }
    }
}

extension Companion {
    package func write(to w: inout JSONWriter) {
        w.object { w in
            w.member("skill", skill)
            w.member("name", name)
            w.member("lift", lift)
            w.member("g2", g2)
            w.member("explained_by_role", explainedByRole)
            w.key("share")
            share.write(to: &w)
        }
    }
}

extension Demand {
    package func write(to w: inout JSONWriter) {
        w.object { w in
            w.member("open_now", openNow)
            w.member("new_this_month", newThisMonth)
            w.member("companies", companies)
            w.key("share")
            share.write(to: &w)
            w.key("change")
            change.write(to: &w)
            w.key("pay_disclosed")
            payDisclosed.write(to: &w)
        }
    }
}
