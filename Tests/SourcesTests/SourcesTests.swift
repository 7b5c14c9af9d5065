import Base
import Sources
import Testing

/// What each source's format does that a plain reader gets wrong.
@Suite struct SourceTraps {
    func listing(_ kind: SourceKind, _ text: String, contentType: String? = nil, url: String = "https://a.example/x")
        throws(Fault) -> Listing
    {
        let board = Board(id: "\(kind.rawValue):acme", kind: kind, address: "acme")
        return try SourceCatalog.listing(
            Array(text.utf8), at: AnswerPlace(board: board, url: url, contentType: contentType))
    }

    func posting(_ kind: SourceKind, _ text: String, address: String = "acme") throws(Fault) -> Posting {
        let board = Board(id: "\(kind.rawValue):acme", kind: kind, address: address)
        return try SourceCatalog.posting(from: Array(text.utf8), board: board, externalID: "1")
    }

    func body(_ p: Posting) -> String { String(decoding: p.body, as: UTF8.self) }

    // MARK: Greenhouse

    @Test func `Greenhouse content is unescaped once and read as HTML`() throws {
        let p = try posting(
            .greenhouse,
            #"{"id":1,"title":"SRE","content":"&lt;p class=&quot;x&quot;&gt;A &amp;amp; B &amp;lt;3&lt;/p&gt;"}"#)
        #expect(body(p) == #"<p class="x">A &amp; B &lt;3</p>"#)
        #expect(p.bodyForm == .html)
    }

    @Test func `Greenhouse is posted when first published, not when updated`() throws {
        let p = try posting(
            .greenhouse,
            #"{"id":1,"title":"SRE","first_published":"2026-06-29T02:02:50-04:00","updated_at":"2026-08-03T07:12:33-04:00","content":""}"#
        )
        #expect(p.posted?.description == "2026-06-29")
        #expect(p.updated?.description == "2026-08-03")
        let old = try posting(
            .greenhouse, #"{"id":1,"title":"SRE","updated_at":"2026-08-03T07:12:33-04:00","content":""}"#)
        #expect(old.posted == nil)
    }

    @Test func `Greenhouse joins places by semicolon and reads metadata of both shapes`() throws {
        let p = try posting(
            .greenhouse,
            #"""
            {"id":1,"title":"SRE","content":"x","location":{"name":"Bengaluru, India; Mumbai, India"},"company_name":"Acme ",
             "metadata":[{"name":"Category","value":["A","B"]},{"name":"Employment Type","value":"Regular"}],
             "pay_input_ranges":[{"min_cents":9000000,"max_cents":12000000,"currency_type":"EUR","title":"Salary"}]}
            """#)
        #expect(p.location == "Bengaluru, India; Mumbai, India")
        #expect(p.company == "Acme")
        #expect(p.employmentType == "Regular")
        #expect(p.pay == .init(min: 90_000, max: 120_000, currency: .eur, text: "Salary"))
    }

    @Test func `Greenhouse without bodies is no whole board`() throws {
        let rows = (1...3).map { #"{"id":\#($0),"title":"T\#($0)"}"# }.joined(separator: ",")
        let l = try listing(.greenhouse, #"{"jobs":[\#(rows)],"meta":{"total":3}}"#)
        #expect(l.documents.count == 3)
        #expect(!l.isComplete)
        #expect(l.shortfall?.code == .driftSchema)
        #expect(l.flags == ["schema"])
    }

    @Test func `An empty answer against a stated total is incomplete, not empty`() {
        #expect(throws: Fault(.incomplete, "0 postings came, but the source says it has 20")) {
            try listing(.greenhouse, #"{"jobs":[],"meta":{"total":20}}"#)
        }
    }

    @Test func `A document is the bytes of one job as received`() throws {
        let job = #"{"id": 7, "title":"A  b" ,"content":"x","unknown":[1,2,{"k":null}]}"#
        let l = try listing(.greenhouse, #"{"jobs":[\#(job)],"meta":{"total":1}}"#)
        #expect(l.documents == [ReceivedDocument(externalID: "7", bytes: Array(job.utf8))])
    }

    @Test func `A bad part is named and the good parts are read`() throws {
        let l = try listing(
            .greenhouse,
            #"{"jobs":[{"title":"no id","content":"x"},{"id":2,"content":"x"},{"id":3,"title":"ok","content":"x"}],"meta":{"total":3}}"#
        )
        #expect(l.documents.map(\.externalID) == ["3"])
        #expect(l.rejected.map(\.at) == ["/jobs/0", "posting 2 /title"])
    }

    @Test func `If nothing can be read the format has changed`() {
        #expect(throws: Fault.self) { try listing(.greenhouse, #"{"jobs":[{"id":1,"name":"x"},{"id":2,"name":"y"}]}"#) }
    }

    @Test(arguments: [
        "jav&#x09;ascript:alert(1)", "javascript:alert(1)", "ftp://x.example/", "//x.example/", "https://u@x.example/",
        "data:text/html,x", "https:///x",
    ])
    func `Only plain http links are links`(_ link: String) throws {
        let p = try posting(.greenhouse, #"{"id":1,"title":"T","content":"x","absolute_url":"\#(link)"}"#)
        #expect(p.url == nil)
        #expect(p.flags.contains("link-refused"))
    }

    @Test func `Titles carry no controls and are told to reorder`() throws {
        let p = try posting(.greenhouse, #"{"id":1,"title":"Ops\r\nSubject: x\u001b[2J \u202egnp","content":"x"}"#)
        #expect(p.title == "Ops Subject: x[2J gnp")
    }

    // MARK: Lever

    @Test func `Lever has its title in text, its day in milliseconds and its requirements in lists`() throws {
        let p = try posting(
            .lever,
            #"""
            {"id":"a","text":"Platform Engineer","createdAt":1787000000001,"hostedUrl":"https://jobs.lever.co/acme/a",
             "country":"DE","workplaceType":"hybrid","categories":{"location":"Berlin","allLocations":["Berlin","Paris"],"team":"SRE","department":"Platform","commitment":"Full-time"},
             "description":"<div>Run our clusters.</div>","descriptionPlain":"Run our clusters.",
             "lists":[{"text":"Requirements & more","content":"<li>Kubernetes</li>"}],"additionalPlain":"5 < 6",
             "salaryRange":{"currency":"USD","interval":"per-hour-wage","min":50,"max":70}}
            """#)
        #expect(p.title == "Platform Engineer")
        #expect(p.posted?.description == "2026-08-17")
        #expect(
            body(p)
                == "<div>Run our clusters.</div>\n<h3>Requirements &amp; more</h3><ul><li>Kubernetes</li></ul>\n5 &lt; 6\n"
        )
        #expect(p.location == "Berlin; Paris")
        #expect(p.workplace == "hybrid")
        #expect(p.isRemote == false)
        #expect(p.pay == .init(min: 50, max: 70, currency: .usd, period: .hour))
    }

    @Test func `Lever's empty list is a live empty board`() throws {
        let l = try listing(.lever, "[]")
        #expect(l.documents.isEmpty)
        #expect(l.isComplete)
    }

    @Test func `Lever that does not say the workplace leaves remote unknown`() throws {
        #expect(try posting(.lever, #"{"id":"a","text":"T","workplaceType":"unspecified"}"#).isRemote == nil)
        #expect(try posting(.lever, #"{"id":"a","text":"T"}"#).isRemote == nil)
    }

    @Test func `Identical twins collapse, different ones are told`() throws {
        let twin = #"{"id":"a","text":"T"}"#
        let same = try listing(.lever, "[\(twin),\(twin)]")
        #expect(same.documents.count == 1)
        #expect(same.flags == ["duplicate-id"])
        #expect(same.notes.isEmpty)
        let other = try listing(.lever, #"[\#(twin),{"id":"a","text":"U"}]"#)
        #expect(other.documents.count == 1)
        #expect(other.notes.map(\.code) == [.conflict])
    }

    @Test func `EU boards are asked at their own host`() throws {
        let eu = try SourceCatalog.board(forURL: "https://jobs.eu.lever.co/acme/123")
        #expect(eu.id == "lever:eu:acme")
        #expect(try SourceCatalog.ask(for: eu).url == "https://api.eu.lever.co/v0/postings/acme?mode=json")
    }

    // MARK: Ashby

    @Test func `Ashby's null is not false, and drafts are dropped`() throws {
        let l = try listing(
            .ashby,
            #"{"jobs":[{"id":"a","title":"T","isRemote":null,"descriptionPlain":"x"},{"id":"b","title":"U","isListed":false}]}"#
        )
        #expect(l.documents.map(\.externalID) == ["a"])
        #expect(try posting(.ashby, #"{"id":"a","title":"T","isRemote":null}"#).isRemote == nil)
        #expect(try posting(.ashby, #"{"id":"a","title":"T","isRemote":false}"#).isRemote == false)
    }

    @Test func `Ashby's pay is the salary component, not the equity`() throws {
        let p = try posting(
            .ashby,
            #"""
            {"id":"a","title":"T","location":"New York","address":{"postalAddress":{"addressLocality":"New York","addressCountry":"United States"}},
             "secondaryLocations":[{"location":"Berlin","address":{"addressCountry":"Germany"}}],
             "compensation":{"compensationTierSummary":"$170K – $210K • 0.5%","summaryComponents":[
              {"compensationType":"EquityPercentage","interval":"NONE","minValue":0.5,"maxValue":1},
              {"compensationType":"Salary","interval":"1 YEAR","currencyCode":"USD","minValue":170000,"maxValue":210000}]}}
            """#)
        #expect(p.pay == .init(min: 170_000, max: 210_000, currency: .usd, period: .year, text: "$170K – $210K • 0.5%"))
        #expect(p.location == "New York, United States; Berlin")
    }

    // MARK: Hacker News

    @Test func `Only direct comments of a thread are postings, without handles and replies`() throws {
        let l = try listing(
            .hackerNews,
            #"""
            {"id":10,"type":"story","title":"Ask HN: Who is hiring?","children":[
             {"id":11,"parent_id":10,"author":"bob","created_at_i":1767366000,"points":4,"text":"Acme | SRE<p>Go","children":[{"id":12,"parent_id":11,"text":"reply","children":[]}]},
             {"id":13,"parent_id":10,"text":null,"children":[]}]}
            """#)
        #expect(l.documents.map(\.externalID) == ["11"])
        #expect(
            String(decoding: l.documents[0].bytes, as: UTF8.self)
                == #"{"id":"11","parent":"10","time":1767366000,"text":"Acme | SRE<p>Go"}"#)
        let p = try SourceCatalog.posting(
            from: l.documents[0].bytes, board: Board(id: "hackernews:10", kind: .hackerNews, address: "10"),
            externalID: "11")
        #expect(p.title == nil)
        #expect(p.company == nil)
        #expect(p.url == "https://news.ycombinator.com/item?id=11")
        #expect(p.posted?.description == "2026-01-02")
        #expect(body(p) == "Acme | SRE<p>Go")
    }

    @Test func `A search answer drops replies and names its next page`() throws {
        let l = try listing(
            .hackerNews,
            #"""
            {"hits":[{"objectID":"1","story_id":9,"parent_id":9,"comment_text":"A"},{"objectID":"2","story_id":9,"parent_id":1,"comment_text":"B"}],"page":0,"nbPages":2}
            """#, url: "https://hn.algolia.com/api/v1/search_by_date?tags=comment,story_9&page=0")
        #expect(l.documents.map(\.externalID) == ["1"])
        #expect(l.next?.url == "https://hn.algolia.com/api/v1/search_by_date?tags=comment,story_9&page=1")
    }

    @Test func `The latest hiring threads are asked, those of seekers are not`() throws {
        let l = try listing(
            .hackerNews,
            #"""
            {"hits":[{"objectID":"3","title":"Ask HN: Who wants to be hired? (July 2026)"},{"objectID":"4","title":"Ask HN: Who is hiring? (July 2026)"},
             {"objectID":"5","title":"Ask HN: Who is hiring? (June 2026)"},{"objectID":"6","title":"Ask HN: Who is hiring? (May 2026)"}]}
            """#, url: "https://hn.algolia.com/api/v1/search_by_date?tags=story")
        #expect(
            l.details.map(\.url) == ["https://hn.algolia.com/api/v1/items/4", "https://hn.algolia.com/api/v1/items/5"])
    }

    @Test func `A search without hiring threads is another answer, a thread without posts is empty`() throws {
        let url = "https://hn.algolia.com/api/v1/search_by_date?tags=story"
        #expect(throws: Fault.self) { try listing(.hackerNews, #"{"hits":[]}"#, url: url) }
        #expect(throws: Fault.self) {
            try listing(.hackerNews, #"{"hits":[{"objectID":"3","title":"Show HN"}]}"#, url: url)
        }
        #expect(try listing(.hackerNews, #"{"id":9,"type":"story","children":[]}"#).documents.isEmpty)
    }

    @Test func `The item API leads from a thread to its comments`() throws {
        let l = try listing(
            .hackerNews, #"{"id":9,"type":"story","kids":[1,2],"by":"whoishiring"}"#,
            url: "http://127.0.0.1:99/v0/item/9.json")
        #expect(l.details.map(\.url) == ["http://127.0.0.1:99/v0/item/1.json", "http://127.0.0.1:99/v0/item/2.json"])
        let item = try listing(
            .hackerNews, #"{"id":1,"type":"comment","parent":9,"by":"bob","time":1767366000,"text":"Acme &#x2F; SRE"}"#)
        #expect(item.documents.map(\.externalID) == ["1"])
        let gone = try listing(.hackerNews, #"{"id":2,"type":"comment","parent":9,"deleted":true}"#)
        #expect(gone.documents.isEmpty)
    }

    // MARK: files

    @Test func `A line of the record belongs to the record's board, others to the file`() throws {
        let file = Board(id: "jsonl:x.jsonl", kind: .jsonl, address: "x.jsonl")
        let hn = try #require(
            try JSONLines.line(
                Array(
                    #"{"source":"hn","id":"1","body":"<p>Acme | SRE","bodyIsHTML":true,"posted":"2014-03","title":null}"#
                        .utf8), board: file))
        #expect(hn.board == JSONLines.recordBoard)
        #expect(hn.seen?.description == "2014-03-01")
        let p = try SourceCatalog.posting(from: hn.document.bytes, board: hn.board, externalID: "1")
        #expect(p.kind == .hackerNews)
        #expect(p.posted?.description == "2014-03-01")
        let row = try #require(
            try JSONLines.line(
                Array(
                    #"{"source":"ashby","id":"a","title":"T","body":null,"seen":"2026-07-18","payMin":0,"payMax":0,"payText":"","remote":"yes"}"#
                        .utf8), board: file))
        #expect(row.board == file)
        #expect(row.seen?.description == "2026-07-18")
        let q = try SourceCatalog.posting(from: row.document.bytes, board: file, externalID: "a")
        #expect(q.pay == nil)
        #expect(q.isRemote == true)
        #expect(try JSONLines.line(Array("  ".utf8), board: file) == nil)
        #expect(throws: Fault.self) { try JSONLines.line(Array("[1]".utf8), board: file) }
        #expect(throws: Fault.self) { try JSONLines.line(Array(#"{"id":"1"}"#.utf8), board: file) }
    }

    @Test func `A labelled text keeps its text`() throws {
        let p = try posting(.jsonl, #"{"id":"x","source":"hn-who-is-hiring","date":"2026-01-10","text":"A | B\n\nC"}"#)
        #expect(body(p) == "A | B\n\nC")
        #expect(p.bodyForm == .text)
        #expect(p.posted?.description == "2026-01-10")
    }

    @Test func `CSV reads quotes, line breaks in cells, semicolons and a byte order mark`() throws {
        let l = try listing(
            .csv,
            "\u{FEFF}Title;Company;Description;URL;Salary Min;Currency\r\n\"A; B\";\"Say \"\"hi\"\"\";\"two\nlines\";https://a.example/1;50000;EUR\r\n\r\nC;D;E;;;\n"
        )
        #expect(l.documents.count == 2)
        let p = try posting(.csv, String(decoding: l.documents[0].bytes, as: UTF8.self))
        #expect(p.title == "A; B")
        #expect(p.company == "Say \"hi\"")
        #expect(body(p) == "two\nlines")
        #expect(p.pay == .init(min: 50_000, currency: .eur))
        #expect(l.documents[0].externalID == "https://a.example/1")
        #expect(l.documents[1].externalID.hasPrefix("row-"))
    }

    @Test func `A cell without an end is named with its line and the rows before it are kept`() throws {
        let l = try listing(.csv, "title,description\nA,b\nC,\"d\n")
        #expect(l.documents.count == 1)
        #expect(l.rejected.map(\.at) == ["line 3"])
    }

    @Test func `Every kind has terms, and files are not polled`() {
        for kind in SourceKind.allCases {
            let card = SourceCatalog.terms(kind)
            #expect(!card.basis.isEmpty)
            #expect(!card.attribution.isEmpty)
            #expect((card.pollsPerDay == 0) == (kind == .jsonl || kind == .csv))
        }
    }

    @Test(arguments: [
        ("https://boards.greenhouse.io/acme/jobs/1", "greenhouse:acme"),
        ("https://job-boards.greenhouse.io/acme", "greenhouse:acme"),
        ("https://boards.greenhouse.io/embed/job_board?for=acme", "greenhouse:acme"),
        ("https://jobs.lever.co/acme/1-2", "lever:acme"),
        ("https://jobs.ashbyhq.com/acme/x", "ashby:acme"), ("https://news.ycombinator.com/item?id=41", "hackernews:41"),
        ("http://127.0.0.1:8080/v1/boards/acme/jobs", "greenhouse:127.0.0.1:8080/acme"),
        ("https://a.example/jobs.rss", "rss:https://a.example/jobs.rss"),
        ("https://a.example/atom.xml", "atom:https://a.example/atom.xml"),
        ("https://a.example/careers", "jsonld:https://a.example/careers"),
    ])
    func `A pasted URL finds its board`(_ url: String, _ id: String) throws {
        #expect(try SourceCatalog.board(forURL: url).id == id)
    }

    @Test func `The starter list names boards that can be asked`() throws {
        let boards = try StarterBoards.boards()
        #expect(boards.count == StarterBoards.names.count)
        #expect(boards.allSatisfy { SourceCatalog.terms($0.kind).pollsPerDay > 0 })
    }

    @Test func `A slug cannot leave its path`() {
        for bad in ["../x", "a/b", "", "..", "a?b", "a b"] {
            #expect(throws: Fault.self) {
                try SourceCatalog.ask(for: Board(id: "greenhouse:x", kind: .greenhouse, address: bad))
            }
        }
    }
}
