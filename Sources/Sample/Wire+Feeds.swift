import Base
import Sources
import Taxonomy

// Feeds and pages: RSS 2.0 with the job elements that boards add, Atom, and a careers page with schema.org markup.
extension Wire {
    func rssItem(_ item: WireItem) -> [UInt8] {
        var out = Array("<item><title>".utf8)
        func element(_ name: String, _ text: String) {
            out += "<\(name)>".utf8
            appendEscaped(xmlText(text), to: &out)
            out += "</\(name)>".utf8
        }
        appendEscaped(xmlText(item.title), to: &out)
        out += "</title>".utf8
        element("link", item.link)
        out += "<guid isPermaLink=\"false\">\(item.board.slug):\(item.number)</guid>".utf8
        element("pubDate", rfc822(item.posted))
        element("job_listing:company", item.companyName)
        element("job_listing:location", item.location)
        element("category", item.department)
        // Half of the feeds escape their HTML, the other half put it into CDATA.
        if item.board.number % 2 == 0 {
            out += "<description>".utf8
            appendEscaped(xmlText(item.html), to: &out)
            out += "</description>".utf8
        } else {
            out += "<content:encoded><![CDATA[".utf8
            out += xmlText(item.html).map { $0 }
            out += "]]></content:encoded>".utf8
        }
        return out + "</item>".utf8
    }

    func rss(_ board: SampleBoard, _ documents: [[UInt8]], on day: Day) -> [UInt8] {
        joined(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
            xmlns:job_listing="https://sample.example/ns"><channel><title>\(board.name) jobs</title>
            <link>https://\(board.slug).example/</link><description>Open positions</description>

            """, documents, "\n</channel></rss>\n", separator: "\n")
    }

    func atomEntry(_ item: WireItem) -> [UInt8] {
        var out = Array("<entry><id>tag:\(item.board.slug).example,2020:\(item.number)</id><title>".utf8)
        appendEscaped(xmlText(item.title), to: &out)
        out += "</title><link rel=\"alternate\" href=\"\(item.link)\"/>".utf8
        out += "<published>\(item.posted)T09:00:00Z</published><updated>\(item.posted)T09:00:00Z</updated>".utf8
        out += "<author><name>".utf8
        appendEscaped(xmlText(item.companyName), to: &out)
        out += "</name></author><location>".utf8
        appendEscaped(xmlText(item.location), to: &out)
        out += "</location><content type=\"html\">".utf8
        appendEscaped(xmlText(item.html), to: &out)
        return out + "</content></entry>".utf8
    }

    func atom(_ board: SampleBoard, _ documents: [[UInt8]], on day: Day, origin: String) -> [UInt8] {
        joined(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom"><id>tag:\(board.slug).example,2020:jobs</id>
            <title>\(board.name) jobs</title>\
            <updated>\(day)T00:00:00Z</updated><link rel="self" href="\(origin)/feeds/\(board.slug).atom"/>

            """, documents, "\n</feed>\n", separator: "\n")
    }

    func jobPosting(_ item: WireItem) -> [UInt8] {
        var w = JSONWriter()
        w.object { w in
            w.member("@context", "https://schema.org/")
            w.member("@type", "JobPosting")
            w.member("title", item.title)
            w.member("description", String(decoding: item.html, as: UTF8.self))
            w.key("identifier")
            w.object { w in
                w.member("@type", "PropertyValue")
                w.member("name", item.employer.name)
                w.member("value", "\(item.number)")
            }
            w.member("datePosted", "\(item.posted)")
            w.member("url", item.link)
            w.key("hiringOrganization")
            w.object { w in
                w.member("@type", "Organization")
                w.member("name", item.companyName)
            }
            if item.workplace == "remote" {
                w.member("jobLocationType", "TELECOMMUTE")
                w.key("applicantLocationRequirements")
                w.object { w in
                    w.member("@type", "Country")
                    w.member("name", item.opening.mode == .remote ? "Worldwide" : item.place.countryName)
                }
            } else {
                w.key("jobLocation")
                w.object { w in
                    w.member("@type", "Place")
                    w.key("address")
                    w.object { w in
                        w.member("@type", "PostalAddress")
                        w.member("addressLocality", item.place.city)
                        w.member("addressCountry", item.place.country)
                    }
                }
            }
            w.member("employmentType", "FULL_TIME")
            if let pay = item.opening.pay { baseSalary(pay, &w) }
        }
        return w.bytes
    }

    private func baseSalary(_ pay: SampleOpening.Pay, _ w: inout JSONWriter) {
        w.key("baseSalary")
        w.object { w in
            w.member("@type", "MonetaryAmount")
            w.member("currency", pay.currency)
            w.key("value")
            w.object { w in
                w.member("@type", "QuantitativeValue")
                w.member("minValue", pay.min ?? pay.max)
                w.member("maxValue", pay.max)
                w.member("unitText", pay.period.rawValue.uppercased())
            }
        }
    }

    func careers(_ board: SampleBoard, _ documents: [[UInt8]]) -> [UInt8] {
        joined(
            """
            <!DOCTYPE html><html lang="en"><head><title>Jobs at \(board.name)</title>
            <script type="application/ld+json">
            {"@context":"https://schema.org/","@type":"Organization","name":"\(board.name)"}</script>
            <script type="application/ld+json">
            """, documents, "</script></head><body><h1>Open positions</h1></body></html>\n",
            separator: "</script>\n<script type=\"application/ld+json\">")
    }

    /// What XML 1.0 may hold: control characters are left out.
    func xmlText(_ text: String) -> [UInt8] { xmlText(Array(text.utf8)) }
    func xmlText(_ text: [UInt8]) -> [UInt8] { text.filter { $0 >= 32 || $0 == 9 || $0 == 10 || $0 == 13 } }

    func rfc822(_ day: Day) -> String {
        let c = day.civil
        let name = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday]
        return "\(name), \(pad(c.day, 2)) \(Month.names[c.month - 1]) \(c.year) 06:25:52 GMT"
    }
}
