import Base
import Sources
import Taxonomy

// The formats of three systems that employers rent: Greenhouse, Lever, Ashby. Fields and their traps as real answers
// have them (docs/sample-market.md names the traps that are kept).
extension Wire {
    func greenhouse(_ item: WireItem) -> [UInt8] {
        var escaped: [UInt8] = []
        let html = item.html
        escaped.reserveCapacity(html.count * 5 / 4)
        appendEscaped(html, to: &escaped)
        var w = JSONWriter()
        w.object { w in
            w.member("absolute_url", item.link)
            w.member("internal_job_id", item.number - 90_000)
            w.key("location")
            w.object { w in w.member("name", item.posting.flaw == .nullFields ? String?.none : item.location) }
            w.key("metadata")
            w.array { w in
                guard item.posting.number % 4 == 0 else { return }
                w.object { w in
                    w.member("id", 71)
                    w.member("name", "Employment Type")
                    // A string on one board, a list on the next.
                    if item.posting.number % 8 == 0 {
                        w.member("value", "Full-time")
                    } else {
                        w.member("value", strings: ["Full-time"])
                    }
                    w.member("value_type", "single_select")
                }
            }
            w.member("id", item.number)
            // Later than the day of publication: reading this as the date of the ad is a trap.
            w.member("updated_at", "\(item.posting.first + item.posting.number % 3)T08:50:01-04:00")
            w.member("requisition_id", "R-\(item.posting.opening)")
            w.key("title")
            title(item, &w)
            w.member("company_name", item.posting.flaw == .nullFields ? nil : item.companyName)
            w.member("first_published", item.posting.flaw == .nullFields ? nil : "\(item.posted)T11:55:32-04:00")
            w.member("content", String(decoding: escaped, as: UTF8.self))
            w.key("departments")
            w.array { w in
                w.object { w in
                    w.member("id", 1); w.member("name", item.department)
                }
            }
            w.key("offices")
            w.array { w in
                w.object { w in
                    w.member("id", 9); w.member("name", item.place.city); w.member("location", item.place.line)
                }
            }
            if item.posting.flaw == .absurdPay {
                w.key("pay_input_ranges")
                w.array { w in
                    w.object { w in
                        w.member("min_cents", 900_000_000_000_000)
                        w.member("max_cents", 1)
                        w.member("currency_type", "USD")
                        w.member("title", "Salary per hour")
                    }
                }
            } else if let pay = item.opening.pay, pay.period == .year, item.posting.number % 5 == 0 {
                w.key("pay_input_ranges")
                w.array { w in
                    w.object { w in
                        w.member("min_cents", Int((pay.min ?? pay.max) * 100))
                        w.member("max_cents", Int(pay.max * 100))
                        w.member("currency_type", pay.currency)
                        w.member("title", "Annual base salary")
                        w.member("blurb", "")
                    }
                }
            }
        }
        return w.bytes
    }

    private func title(_ item: WireItem, _ w: inout JSONWriter) {
        if item.posting.flaw == .loneSurrogate {
            w.raw("\"\(item.opening.title) \\ud800\"".utf8)
        } else {
            w.value(item.title)
        }
    }

    func lever(_ item: WireItem) -> [UInt8] {
        let id = item.uuid
        let parts = LeverParts(item.draft)
        var w = JSONWriter()
        w.object { w in
            w.member("id", id)
            w.key("text")
            title(item, &w)
            w.member("hostedUrl", "https://\(item.employer.slug).example/jobs/\(id)")
            w.member("applyUrl", "https://\(item.employer.slug).example/jobs/\(id)/apply")
            w.member("createdAt", Int(item.posted.secondsSince1970 + 43_200) * 1000)
            w.member("workplaceType", item.workplace ?? "unspecified")
            w.member("country", item.place.country)
            w.key("categories")
            w.object { w in
                w.member("commitment", "Full-time")
                w.member("department", item.department)
                w.member("location", item.location)
                w.key("allLocations")
                w.array([item.location]) { $0.value($1) }
            }
            w.member("description", String(decoding: item.draft.html(item.markup, parts.description), as: UTF8.self))
            w.member("descriptionPlain", String(decoding: item.draft.plain(parts.description), as: UTF8.self))
            w.key("lists")
            w.array(parts.lists) { w, list in
                w.object { w in
                    w.member("text", parts.text(list.heading))
                    w.member("content", parts.items(list.items))
                }
            }
            w.member("additional", String(decoding: item.draft.html(item.markup, parts.additional), as: UTF8.self))
            w.member("additionalPlain", String(decoding: item.draft.plain(parts.additional), as: UTF8.self))
            if let pay = item.opening.pay, pay.period != .day, item.posting.number % 5 < 3 {
                w.key("salaryRange")
                w.object { w in
                    w.member("currency", pay.currency)
                    w.member(
                        "interval",
                        pay.period == .hour
                            ? "per-hour-wage" : pay.period == .month ? "per-month-salary" : "per-year-salary")
                    w.member("min", pay.min ?? pay.max)
                    w.member("max", pay.max)
                }
            }
        }
        return w.bytes
    }

    func ashby(_ item: WireItem) -> [UInt8] {
        let id = item.uuid
        var w = JSONWriter()
        w.object { w in
            w.member("id", id)
            w.key("title")
            title(item, &w)
            w.member("department", item.department)
            w.member("team", item.department)
            w.member("employmentType", "FullTime")
            w.member("location", item.posting.flaw == .nullFields ? nil : item.location)
            w.key("secondaryLocations")
            w.array { _ in }
            w.member("publishedAt", "\(item.posted)T17:00:00.000+00:00")
            w.member("isListed", true)
            // Null where the source does not say, which is not false.
            w.member("isRemote", item.workplace.map { $0 == "remote" })
            w.key("address")
            w.object { w in
                w.key("postalAddress")
                w.object { w in
                    w.member("addressCountry", item.place.countryName)
                    w.member("addressLocality", item.place.city)
                }
            }
            w.member("jobUrl", "https://\(item.employer.slug).example/jobs/\(id)")
            w.member("applyUrl", "https://\(item.employer.slug).example/jobs/\(id)/application")
            w.member("descriptionHtml", String(decoding: item.html, as: UTF8.self))
            if item.employer.number % 3 == 0 {
                w.member("descriptionPlain", String(decoding: item.draft.plain(), as: UTF8.self))
            }
            if let pay = item.opening.pay, item.posting.number % 5 != 0 { compensation(pay, &w) }
        }
        return w.bytes
    }

    private func compensation(_ pay: SampleOpening.Pay, _ w: inout JSONWriter) {
        let interval = ["hour": "1 HOUR", "day": "1 DAY", "month": "1 MONTH"][pay.period.rawValue] ?? "1 YEAR"
        w.key("compensation")
        w.object { w in
            w.member(
                "compensationTierSummary",
                "\(pay.currency) \(Int(pay.min ?? pay.max)) – \(Int(pay.max)) • Offers Equity")
            w.key("summaryComponents")
            w.array { w in
                w.object { w in
                    w.member("compensationType", "Salary")
                    w.member("interval", interval)
                    w.member("currencyCode", pay.currency)
                    w.member("minValue", pay.min ?? pay.max)
                    w.member("maxValue", pay.max)
                }
                w.object { w in
                    w.member("compensationType", "EquityPercentage")
                    w.member("interval", "NONE")
                    w.key("currencyCode")
                    w.null()
                    w.member("minValue", 0.05)
                    w.member("maxValue", 0.2)
                }
            }
        }
    }
}

/// A draft as Lever keeps it: words before the first list, the lists with their headings, words after the last.
private struct LeverParts {
    struct List {
        var heading: Int
        var items: Range<Int>
    }
    let draft: Draft
    let description: Range<Int>
    let lists: [List]
    let additional: Range<Int>

    init(_ draft: Draft) {
        self.draft = draft
        let blocks = draft.blocks
        var lists: [List] = []
        var i = 0
        while i < blocks.count {
            var j = i + 1
            while j < blocks.count, blocks[j].kind == .bullet { j += 1 }
            // A list counts if nothing but lists stood since the first one: what is between would be lost.
            if blocks[i].kind == .heading, j > i + 1, lists.last.map({ $0.items.upperBound == i }) ?? true {
                lists.append(List(heading: i, items: i + 1..<j))
            }
            i = j
        }
        self.lists = lists
        description = 0..<(lists.first?.heading ?? blocks.count)
        additional = (lists.last?.items.upperBound ?? blocks.count)..<blocks.count
    }

    func text(_ i: Int) -> String {
        String(decoding: draft.bytes[Int(draft.blocks[i].start)..<Int(draft.blocks[i].end)], as: UTF8.self)
    }

    func items(_ range: Range<Int>) -> String {
        var out: [UInt8] = []
        for i in range {
            out += "\n<li>".utf8
            appendEscaped(draft.bytes[Int(draft.blocks[i].start)..<Int(draft.blocks[i].end)], to: &out)
            out += "</li>".utf8
        }
        return String(decoding: out, as: UTF8.self)
    }
}
