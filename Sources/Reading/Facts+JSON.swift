import Base
import Taxonomy

extension Facts {
    /// The record of the codebook, one object without a line break: `id` and `text` as the caller wants them, then skills,
    /// practices, roles, seniority, remote, pay, oncall, and what this reader says beyond it. Quotes are free of contact data.
    package func write(_ w: inout JSONWriter, id: String?, taxonomy: Taxonomy, version: String, withText: Bool = false)
    {
        w.object { w in
            if let id { w.member("id", id) }
            if withText { w.member("text", String(decoding: text, as: UTF8.self)) }
            w.member("version", version)
            w.member("language", language)
            w.member("offersJob", offersJob)
            writeSkills(&w, taxonomy)
            writeUnlisted(&w)
            writePractices(&w)
            w.key("roles")
            w.array(roles) { w, r in
                w.object { w in
                    w.member("title", r.title)
                    w.member("family", r.family.id)
                    w.member("seniority", r.seniority.id)
                }
            }
            w.member("seniority", seniority.id)
            writePlace(&w)
            writePay(&w)
            w.member("oncall", onCall.value.id)
            writeTerms(&w)
            w.key("company")
            if let company { w.value(company.name) } else { w.null() }
            w.member("flags", strings: flags)
        }
    }

    private func quote(_ span: ByteSpan?) -> String? { span.map { Contacts.masked(text, $0) } }

    private func writeSkills(_ w: inout JSONWriter, _ taxonomy: Taxonomy) {
        w.key("skills")
        w.array(mentions) { w, m in
            w.object { w in
                w.member("canonical", taxonomy.skills[Int(m.skill)].name)
                w.member("surface", words(m.span))
                w.member("start", Int(m.span.start))
                w.member("end", Int(m.span.end))
                w.member("status", m.status.id)
            }
        }
    }

    private func writeUnlisted(_ w: inout JSONWriter) {
        w.key("unlisted")
        w.array(unlisted) { w, u in
            w.object { w in
                w.member("surface", words(u.span))
                w.member("start", Int(u.span.start))
                w.member("end", Int(u.span.end))
                w.member("status", u.status.id)
            }
        }
    }

    private func writePractices(_ w: inout JSONWriter) {
        w.key("practices")
        w.object { w in
            for p in Practice.allCases {
                let evidence = practices.first { $0.practice == p }
                w.key(p.id)
                w.object { w in
                    w.member("present", evidence != nil)
                    w.member("evidence", quote(evidence?.span))
                }
            }
        }
    }

    private func writePlace(_ w: inout JSONWriter) {
        w.key("remote")
        w.object { w in
            w.member("mode", place.mode.id)
            w.member("places", strings: place.places.map(\.text))
        }
        w.key("place")
        w.object { w in
            w.member("eligible", strings: place.eligible)
            place.writeCities(&w)
            w.key("timezone")
            if let zone = place.timezone { w.array(zone) { $0.value($1) } } else { w.null() }
            w.key("contradiction")
            w.array(place.contradiction) { $0.value(Contacts.masked(text, $1)) }
        }
    }

    private func writePay(_ w: inout JSONWriter) {
        w.key("pay")
        guard let pay else { return w.null() }
        w.object { w in
            pay.writeMembers(&w)
            w.member("quote", pay.quote)
        }
    }

    private func writeTerms(_ w: inout JSONWriter) {
        w.key("terms")
        w.object { w in
            terms.writeMembers(&w)
            w.key("evidence")
            w.object { w in
                for name in terms.spans.keys.sorted() { w.member(name, quote(terms.spans[name])) }
            }
        }
    }
}

// The members of a fact, for every object that states it.

extension PayFact {
    package func writeMembers(_ w: inout JSONWriter) {
        w.member("min", min)
        w.member("max", max)
        w.member("currency", currency?.code)
        w.member("period", period.rawValue)
        w.member("kind", kind.rawValue)
        if let months = months { w.member("months", months) }
        w.member("annualMin", annualMin)
        w.member("annualMax", annualMax)
    }
}

extension PlaceFact {
    /// `cities`: those of the places that are towns.
    package func writeCities(_ w: inout JSONWriter) {
        w.key("cities")
        w.array(places.filter { $0.city != nil }) { w, p in
            w.object { w in
                w.member("name", p.city)
                w.member("country", p.country?.code)
            }
        }
    }
}

extension TermsFact {
    package func writeMembers(_ w: inout JSONWriter) {
        w.member("visa", visa.rawValue)
        w.member("clearance", clearance.rawValue)
        w.member("travel", travel.rawValue)
        w.member("travelMaxPercent", travelMaxPercent)
        w.member("degree", degree.rawValue)
        w.member("yearsMin", yearsMin)
        w.member("contract", contract.rawValue)
        w.member("worktime", worktime.rawValue)
        w.member("hoursMin", hoursMin)
        w.member("hoursMax", hoursMax)
    }
}
