import Base
import Market
import Taxonomy

// One JSON shape for the API, the command line and the assistant. docs/method.md names every member.

extension Finding {
    /// `openings` is the local path that opens what was counted.
    package func write(_ w: inout JSONWriter) {
        w.object { w in
            w.member("name", name)
            w.member("sentence", sentence)
            w.member("verdict", verdict.id)
            w.member("refusal", refusal?.rawValue)
            w.member("unit", unit.rawValue)
            w.member("value", value)
            w.key("interval")
            if let low, let high {
                w.object { w in
                    w.member("low", low)
                    w.member("high", high)
                    w.member("level", 0.95)
                }
            } else {
                w.null()
            }
            w.member("p", p)
            w.member("adjusted", adjusted)
            witness.writeMembers(&w)
            w.member("caveats", strings: caveats)
            w.member("query", query.text)
            w.member("openings", query.path())
        }
    }
}

extension Witness {
    func writeMembers(_ w: inout JSONWriter) {
        w.member("n", openings)
        w.member("companies", companies)
        w.member("largestPart", largestPart)
        w.member("sources", sources)
        w.key("window")
        w.object { w in
            w.member("from", window.from.description)
            w.member("to", (window.to + -1).description)
        }
        w.member("panel", panel)
        w.member("readerVersion", readerVersion)
        w.member("generation", generation)
    }
}

extension Series {
    package func write(_ w: inout JSONWriter) {
        w.object { w in
            w.member("name", name)
            w.key("change")
            change.write(&w)
            w.key("points")
            w.array(points) { w, p in
                w.object { w in
                    w.member("month", p.month.description)
                    w.member("asked", p.asked)
                    w.member("openings", p.openings)
                    w.member("companies", p.companies)
                    w.member("share", p.share)
                    w.member("low", p.low)
                    w.member("high", p.high)
                    w.member("refusal", p.refusal?.rawValue)
                    w.member("partial", p.isPartial)
                }
            }
        }
    }
}

extension Movers {
    package func write(_ w: inout JSONWriter) {
        w.object { w in
            w.member("tested", tested)
            for (key, list) in [
                ("rising", rising), ("falling", falling), ("cannotTell", cannotTell), ("refused", refused),
            ] {
                w.key(key)
                w.array(list) { $1.write(&$0) }
            }
        }
    }
}

extension Wheel {
    package func write(_ w: inout JSONWriter) {
        w.object { w in
            w.member("name", name)
            w.member("refusal", refusal?.rawValue)
            witness.writeMembers(&w)
            w.key("spokes")
            w.array(zip(Practice.allCases, spokes)) { w, spoke in
                w.object { w in
                    w.member("practice", spoke.0.id)
                    w.key("finding")
                    spoke.1.write(&w)
                }
            }
            w.key("breadth")
            breadth.write(&w)
        }
    }
}

extension Companion {
    package func write(_ w: inout JSONWriter) {
        w.object { w in
            w.member("skill", skill)
            w.member("name", name)
            w.member("lift", lift)
            w.member("g2", g2)
            w.member("explainedByRole", explainedByRole)
            w.key("share")
            share.write(&w)
        }
    }
}

extension PayPicture {
    package func write(_ w: inout JSONWriter) {
        w.object { w in
            w.member("name", name)
            w.member("currency", currency?.code)
            w.key("disclosure")
            disclosure.write(&w)
            w.key("quantiles")
            w.array(quantiles) { w, q in
                w.object { w in
                    w.member("level", q.level)
                    w.key("finding")
                    q.finding.write(&w)
                }
            }
            w.key("otherCurrencies")
            w.array(other) { w, c in
                w.object { w in
                    w.member("currency", c.currency.code)
                    w.member("openings", c.openings)
                }
            }
        }
    }
}

extension Demand {
    package func write(_ w: inout JSONWriter) {
        w.object { w in
            w.member("openNow", openNow)
            w.member("newThisMonth", newThisMonth)
            w.member("companies", companies)
            for (key, f) in [("share", share), ("change", change), ("payDisclosed", payDisclosed)] {
                w.key(key)
                f.write(&w)
            }
        }
    }
}

extension MarketToday {
    package func write(_ w: inout JSONWriter) {
        w.object { w in
            w.member("sentence", sentence)
            w.key("headline")
            if let headline { headline.write(&w) } else { w.null() }
            w.member("openNow", openNow)
            w.member("newThisMonth", newThisMonth)
            w.member("asOf", asOf.description)
            w.member("sources", sources)
            w.member("caveats", strings: caveats)
            w.key("movers")
            movers.write(&w)
            w.key("wheel")
            wheel.write(&w)
            w.key("disclosure")
            disclosure.write(&w)
        }
    }
}
