import Base
import Sources
import Testing

@Suite struct FeedReading {
    func listing(_ kind: SourceKind, _ bytes: [UInt8], contentType: String? = nil) throws(Fault) -> Listing {
        let board = Board(id: "\(kind.rawValue):x", kind: kind, address: "https://a.example/jobs.xml")
        return try SourceCatalog.listing(
            bytes, at: AnswerPlace(board: board, url: "https://a.example/jobs.xml", contentType: contentType))
    }
    func postings(_ kind: SourceKind, _ text: String) throws -> [Posting] {
        let board = Board(id: "\(kind.rawValue):x", kind: kind, address: "https://a.example/jobs.xml")
        return try listing(kind, Array(text.utf8)).documents.map {
            try SourceCatalog.posting(from: $0.bytes, board: board, externalID: $0.externalID)
        }
    }

    @Test func `RSS reads CDATA, references, dates and categories`() throws {
        let p = try postings(
            .rss,
            """
            <?xml version="1.0"?><!-- c --><rss version="2.0"><channel><title>Jobs</title>
            <item><title>R&amp;D &#8211; Ops &lt;3</title><link>https://a.example/1</link><guid isPermaLink="false">g1</guid>
            <pubDate>Tue, 01 Sep 2026 08:00:00 GMT</pubDate><category>Linux</category><category><![CDATA[C++]]></category>
            <description><![CDATA[<p>Run & mend</p>]]></description></item>
            <item><title>Bare & ampersand</title><link>https://a.example/2</link>
            <description>&lt;b&gt;x&lt;/b&gt;</description></item></channel></rss>
            """)
        #expect(p.map(\.title) == ["R&D – Ops <3", "Bare & ampersand"])
        #expect(p.map(\.externalID) == ["g1", "https://a.example/2"])
        #expect(p[0].posted?.description == "2026-09-01")
        #expect(p[0].tags == ["Linux", "C++"])
        #expect(String(decoding: p[0].body, as: UTF8.self) == "<p>Run & mend</p>")
        #expect(String(decoding: p[1].body, as: UTF8.self) == "<b>x</b>")
    }

    @Test func `Search engines' XML is read as a feed`() throws {
        let p = try postings(
            .rss,
            """
            <source><publisher>x</publisher><job><title><![CDATA[DBA]]></title><date><![CDATA[Fri, 10 Dec 2025 22:49:39 GMT]]></date>
            <referencenumber><![CDATA[r7]]></referencenumber><url><![CDATA[https://a.example/7?a=1&b=2]]></url><company>Acme</company>
            <city>Berlin</city><country>DE</country><salary>EUR 60k</salary><description><![CDATA[<p>SQL</p>]]></description></job></source>
            """)
        #expect(p.count == 1)
        #expect(p[0].externalID == "r7")
        #expect(p[0].company == "Acme")
        #expect(p[0].location == "Berlin, DE")
        #expect(p[0].url == "https://a.example/7?a=1&b=2")
        #expect(p[0].pay?.text == "EUR 60k")
    }

    @Test func `Atom reads entries, links by rel and its next page`() throws {
        let text = """
            <feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="x"/><link rel="next" href="/jobs.xml?page=2"/>
            <entry><id>urn:1</id><title type="html">Ops</title><link rel="edit" href="https://a.example/e"/><link href='https://a.example/1'/>
            <published>2026-09-01T00:00:00Z</published><updated>2026-09-03T00:00:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Linux</p></div></content></entry></feed>
            """
        let p = try postings(.atom, text)
        #expect(p.count == 1)
        #expect(p[0].url == "https://a.example/1")
        #expect(p[0].posted?.description == "2026-09-01")
        #expect(String(decoding: p[0].body, as: UTF8.self).contains("<p>Linux</p>"))
        #expect(try listing(.atom, Array(text.utf8)).next?.url == "https://a.example/jobs.xml?page=2")
    }

    @Test(arguments: [
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"b\">]><rss><channel><item><title>&a;</title></item></channel></rss>",
        "<!doctype rss><rss/>", "<rss><!DOCTYPE x></rss>", "<!ENTITY a \"b\"><rss/>",
    ])
    func `Any document type is refused`(_ text: String) {
        do {
            _ = try listing(.rss, Array(text.utf8))
            Issue.record("accepted")
        } catch { #expect(error.code == .xmlEntity) }
    }

    @Test(arguments: [
        ("<rss><channel><item><title>A</title>", Fault.Code.malformed), ("<rss><channel><item><title>A", .malformed),
        ("", .malformed),
        ("no xml", .malformed), ("<html><body>down</body></html>", .driftSchema), ("<rss><!-- x", .malformed),
        ("<rss><a b=\"></rss>", .malformed),
        (String(repeating: "<a>", count: 65), .limitDepth),
    ])
    func `What is no whole feed is an error with a code`(_ text: String, _ code: Fault.Code) {
        do {
            _ = try listing(.rss, Array(text.utf8))
            Issue.record("accepted")
        } catch { #expect(error.code == code) }
    }

    @Test func `A million nested tags cost little`() {
        let deep = Array(String(repeating: "<a>", count: 1_000_000).utf8)
        #expect(throws: Fault.self) { try listing(.rss, deep) }
    }

    @Test func `The charset comes from mark, header, declaration, validity, in this order`() throws {
        func title(_ bytes: [UInt8], _ type: String? = nil) throws -> String? {
            let l = try listing(.rss, bytes, contentType: type)
            let d = try #require(l.documents.first)
            return try SourceCatalog.posting(
                from: d.bytes, board: Board(id: "rss:x", kind: .rss, address: "x"), externalID: "1"
            ).title
        }
        func feed(_ head: String, _ word: [UInt8]) -> [UInt8] {
            Array((head + "<rss><channel><item><title>").utf8) + word + Array("</title></item></channel></rss>".utf8)
        }
        #expect(try title(feed("", [0x4D, 0xFC, 0x6E])) == "Mün")
        #expect(try title(feed("", [0x80])) == "€")
        #expect(try title(feed("", Array("Mün".utf8))) == "Mün")
        #expect(try title(feed("<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>", [0xA4])) == "€")
        #expect(try title(feed("<?xml version='1.0' encoding='windows-1251'?>", [0xC8])) == "И")
        #expect(
            try title(
                feed("<?xml version=\"1.0\" encoding=\"windows-1251\"?>", Array("ü".utf8)),
                "text/xml; charset=\"UTF-8\"") == "ü")
        #expect(
            try title(
                [0xEF, 0xBB, 0xBF] + feed("<?xml version=\"1.0\" encoding=\"windows-1251\"?>", Array("ü".utf8)),
                "text/xml; charset=koi8-r") == "ü")
        var utf16: [UInt8] = [0xFF, 0xFE]
        for unit in String(decoding: feed("", Array("ü".utf8)), as: UTF8.self).utf16 {
            utf16 += [UInt8(unit & 255), UInt8(unit >> 8)]
        }
        #expect(try title(utf16) == "ü")
        #expect(throws: Fault.self) { try title(feed("", [0x41]), "text/xml; charset=utf-7") }
    }

    @Test func `Broken UTF-8 is mended and told`() throws {
        let bytes = Array("<rss><channel><item><title>A".utf8) + [0xFF] + Array("</title></item></channel></rss>".utf8)
        #expect(try listing(.rss, bytes, contentType: "text/xml; charset=utf-8").flags.contains("repaired-text"))
    }
}

@Suite struct PageReading {
    let job =
        #"{"@context":"https://schema.org","@type":"JobPosting","title":"Ops","description":"<p>Linux</p>","datePosted":"2026-09-01","identifier":{"value":"42"},"hiringOrganization":{"name":"Acme"},"jobLocation":{"address":{"addressLocality":"Berlin","addressCountry":"DE"}},"baseSalary":{"currency":"EUR","value":{"minValue":60000,"maxValue":"75000","unitText":"YEAR"}}}"#

    func read(_ page: String) throws(Fault) -> (Listing, [Posting]) {
        let board = Board(id: "jsonld:x", kind: .jsonld, address: "https://a.example/job")
        let l = try SourceCatalog.listing(Array(page.utf8), at: AnswerPlace(board: board, url: "https://a.example/job"))
        var out: [Posting] = []
        for d in l.documents {
            out.append(try SourceCatalog.posting(from: d.bytes, board: board, externalID: d.externalID))
        }
        return (l, out)
    }

    @Test func `Fields are read where schema.org puts them`() throws {
        let (_, p) = try read("<html><script type=\"application/ld+json\">\(job)</script></html>")
        #expect(p.count == 1)
        #expect(p[0].externalID == "42")
        #expect(p[0].company == "Acme")
        #expect(p[0].location == "Berlin, DE")
        #expect(p[0].pay == .init(min: 60_000, max: 75_000, currency: .eur, period: .year))
        #expect(p[0].url == "https://a.example/job")
    }

    @Test func `Every form and common fault of the block is read`() throws {
        let forms = [
            "<script type='application/ld+json'>[{\"@type\":\"WebSite\"},\(job)]</script>",
            "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Organization\"},\(job)]}</script>",
            "<SCRIPT TYPE=\"Application/LD+JSON; charset=utf-8\">\(job)</SCRIPT>",
            "<script type='application/ld+json'>{}</script><p><script nonce=x type=\"application/ld+json\">\(job)</script>",
            "<script type='application/ld+json'>\n//<![CDATA[\n\(job)\n//]]>\n</script>",
            "<script type='application/ld+json'><!--\n\(job)\n--></script>",
            "<script type='application/ld+json'>\(job.dropLast())\n, }</script>",
            "<script type='application/ld+json'>\(job.replacing("Linux", with: "Li\n\tnux"))</script>",
            "<script type='application/ld+json'>\(job.replacing("\"", with: "&quot;"))</script>",
            "<script type='application/ld+json'>\(job.replacing("\"JobPosting\"", with: "[\"Thing\",\"JobPosting\"]"))</script>",
            "<script type='application/ld+json'>{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"ListItem\",\"item\":\(job)}]}</script>",
        ]
        for form in forms {
            let (l, p) = try read("<!doctype html><html><head>\(form)</head></html>")
            #expect(p.count == 1, "\(form.prefix(70))")
            #expect(p.first?.title == "Ops")
            #expect(l.rejected.isEmpty)
        }
    }

    @Test func `A broken block is named, one that is no posting is passed over`() throws {
        let (l, p) = try read(
            "<script type='application/ld+json'>\(job)</script><script type='application/ld+json'>{\"x\":</script><script type='application/ld+json'>{\"@type\":\"JobPosting\",</script>"
        )
        #expect(p.count == 1)
        #expect(l.rejected.map(\.code) == [.malformed])
    }

    @Test func `Remote work is a fact of its own and zero pay is unknown`() throws {
        let page =
            #"<script type="application/ld+json">{"@type":"JobPosting","title":"A","description":"b","jobLocationType":"TELECOMMUTE","applicantLocationRequirements":[{"@type":"Country","name":"Germany"}],"employmentType":["FULL_TIME","CONTRACTOR"],"baseSalary":{"currency":"EUR","value":{"minValue":0,"maxValue":0,"unitText":"YEAR"}},"qualifications":"Ten years of Go"}</script>"#
        let (_, p) = try read(page)
        #expect(p[0].isRemote == true)
        #expect(p[0].location == "Germany")
        #expect(p[0].pay == nil)
        #expect(p[0].employmentType == "FULL_TIME; CONTRACTOR")
        #expect(String(decoding: p[0].body, as: UTF8.self).contains("Ten years of Go"))
    }

    @Test func `Pages have limits of size and depth, and optional end tags do not count`() throws {
        func code(_ page: String) -> Fault.Code? { do { _ = try read(page); return nil } catch { return error.code } }
        #expect(code(String(repeating: "<div>", count: 513)) == .limitDepth)
        #expect(code(String(repeating: "<div>", count: 512)) == nil)
        #expect(code(String(repeating: "<p>a<li>b<br>", count: 5000)) == nil)
        #expect(code(String(repeating: "<div></div>", count: 5000)) == nil)
        #expect(code(String(repeating: "x", count: (2 << 20) + 1)) == .limitBytes)
    }

    @Test func `A hundred thousand script tags without an end are read once`() throws {
        let (l, _) = try read(String(repeating: "<script>", count: 100_000))
        #expect(l.documents.isEmpty)
    }
}
