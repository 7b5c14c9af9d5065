import Base
import Fixtures
import Foundation
import Reading
import Sources
import Taxonomy
import Testing

private let reader = Reader(taxonomy: .standard)

@Suite struct BodyTests {
    private func text(_ html: String) -> String {
        String(
            decoding: reader.text(of: Posting(kind: .jsonl, externalID: "", body: Array(html.utf8), bodyForm: .html))
                .bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\nThree"),
        ("<h2>What</h2><ul><li>A</li><li><p>B  b</p></li></ul><p>End", "What\n- A\n- B b\n\nEnd"),
        ("a < b <3 c &amp; d &#128; &#x41;&nbsp;x &unknown; &lt;p&gt;", "a < b <3 c & d € A x &unknown; <p>"),
        ("<script>evil()</script>ok<!-- gone --><style>p{}</style>", "ok"),
        ("Have\u{A0}worked with\u{200B}in <b>Go</b>", "Have worked within Go"),
        ("<a title=\"a > b\">in</a> x<y and z", "in x<y and z"),
        ("<td>a</td><td>b</td>", "a b"), ("", ""), ("<", "<"), ("<p", ""), ("&", "&"), ("&#xD800;", "\u{FFFD}"),
    ])
    func `HTML becomes lines`(_ html: String, _ expected: String) { #expect(text(html) == expected) }

    @Test(arguments: [
        "<p style=\"display: none\">secret</p>", "<span hidden>secret</span>",
        "<div aria-hidden=\"true\"><p>secret</p></div>",
        "<p style='font-size:0px'>secret</p>", "<p style=\"position:absolute;left:-9999px\">secret</p>",
        "<span style=\"color:#fff\">secret</span>", "<span style=\"visibility:hidden\">secret</span>",
        "<p style=\"COLOR: white; background: #FFFFFF\">secret</p>",
    ])
    func `what the page hides is dropped and reported`(_ html: String) {
        let posting = Posting(
            kind: .jsonl, externalID: "", body: Array(("<p>Docker</p>" + html + "<p>seen</p>").utf8), bodyForm: .html)
        let facts = reader.read(posting)
        #expect(facts.words(ByteSpan(0, facts.text.count)) == "Docker\n\nseen")
        #expect(facts.flags.contains("hidden-text"))
    }

    @Test(arguments: [
        "<p style=\"color:#fff;background:#000\">seen</p>", "<p style=\"left:-2px\">seen</p>",
        "<p style=\"opacity:0.9\">seen</p>",
    ])
    func `what is only styled stays`(_ html: String) { #expect(text(html) == "seen") }

    /// A hundred thousand of anything that could be searched for twice. Quadratic work would take minutes.
    @Test(arguments: [
        "<div>", "<script>", "<!--", "<a href=\"", "<svg><", "&#", "<li><ul>", "<b a='", "</", "<p style=\"left:-",
        "- ", "C, ",
    ])
    func `hostile bodies cost linear time and break nothing`(_ unit: String) {
        let body = Array(String(repeating: unit, count: 100_000).utf8)
        let facts = reader.read(
            Posting(kind: .jsonl, externalID: "", title: "Go developer", body: body, bodyForm: .html))
        #expect(facts.text.starts(with: Array("Go developer".utf8)))
    }

    @Test func `random bytes never break a span`() {
        var random = SeededGenerator(seed: 20_261_124)
        let parts = [
            "<p>", "</p>", "<li>", "Go", "no PHP", " and ", "Rust (a plus)", "é", "\u{202E}", "&amp;", "<div hidden>",
            "</div>", "\n- ", ": ", "you will ", "a@b.co ",
        ]
        for _ in 0..<300 {
            var body: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<60, using: &random) {
                if Int.random(in: 0..<12, using: &random) == 0 {
                    body.append(UInt8.random(in: 0...255, using: &random))
                } else {
                    body += Array(parts.randomElement(using: &random)!.utf8)
                }
            }
            for form in [Posting.BodyForm.html, .text] {
                let facts = reader.read(Posting(kind: .hackerNews, externalID: "", body: body, bodyForm: form))
                #expect(String(validating: facts.text, as: UTF8.self) != nil)
                for span in facts.mentions.map(\.span) + facts.practices.map(\.span) {
                    #expect(span.start >= 0 && span.start < span.end && Int(span.end) <= facts.text.count)
                    #expect(String(validating: facts.text[span.range], as: UTF8.self) != nil)
                }
            }
            _ = reader.readText(body)
        }
    }

    @Test func `offsets into a plain text are its own`() {
        let text = Array("  Über uns \r\n\r\n• Kenntnisse in “Kubernetes”\u{A0}und Go".utf8)
        let facts = reader.readText(text)
        #expect(facts.text == text)
        #expect(facts.mentions.map { facts.words($0.span) } == ["Kubernetes", "Go"])
    }

    @Test func `a reading is the same every time`() {
        let text = Array((skillCases + practiceCases).utf8)
        #expect(reader.readText(text) == Reader(taxonomy: .standard).readText(text))
    }

    @Test func `headings give their sections`() {
        let html = """
            <p><strong>About us</strong></p><p>We use Ruby.</p><h3>What you'll do</h3><ul><li>Build it</li></ul>\
            <p><b>Requirements:</b></p><ul><li>Rust</li></ul><p>Nice to have</p><ul><li>Zig</li></ul><h3>Benefits</h3><p>Tea</p>
            """
        let read = reader.text(of: Posting(kind: .jsonl, externalID: "", body: Array(html.utf8), bodyForm: .html))
        #expect(
            read.lines.filter { $0.kind != .heading }.map(\.section) == [.about, .duties, .required, .nice, .benefits])
    }

    @Test(arguments: [
        ("Kindly write to jane.doe@example.com or +49 30 1234567.", "Kindly write to [contact] or [contact]."),
        ("jane [at] example [dot] org runs it", "[contact] runs it"),
        ("Call (030) 123 456 78 now", "Call [contact] now"),
        ("Pay 120.000 - 140.000 EUR, since 2019-2024", "Pay 120.000 - 140.000 EUR, since 2019-2024"),
    ])
    func `quotes carry no contact data`(_ text: String, _ masked: String) {
        let bytes = Array(text.utf8)
        #expect(Contacts.masked(bytes, ByteSpan(0, bytes.count)) == masked)
    }

    @Test(arguments: [
        ("SEEKING WORK | Remote | Go, Rust", false), ("Acme | Go developer | Oslo | ONSITE\n\nWe are hiring.", true),
        ("I applied to this role last month and was ghosted.", false), ("Golang developer, 4+ yrs.", true),
    ])
    func `a text that offers no job says so`(_ text: String, _ offers: Bool) {
        #expect(reader.readText(Array(text.utf8)).offersJob == offers)
    }

    @Test func `the header of a post names its employer`() {
        let facts = reader.readText(
            Array("Acme Rockets (YC S23) | Go Engineer | REMOTE (EU)\n\nWe build rockets.".utf8))
        #expect(facts.company?.name == "Acme Rockets")
        #expect(facts.company?.span == ByteSpan(0, 12))
    }

    @Test(arguments: [
        ("You have experience with Java and the team is small.", "en"),
        ("Wir suchen dich für unser Team in Berlin.", "de"),
        ("Vous avez de l'expérience avec Java et vous aimez les tests.", "fr"),
        ("Buscamos una persona con experiencia en Java para el equipo.", "es"),
        ("Vi söker dig som har erfarenhet av Java och tycker om tester.", "sv"),
        ("Wij zoeken een ontwikkelaar met ervaring voor ons team.", "nl"),
        ("Procuramos uma pessoa com experiência em Java para a nossa equipa.", "pt"), ("経験豊富なエンジニアを募集しています", "ja"),
        ("12345", ""),
    ])
    func `languages are told by their small words`(_ text: String, _ code: String) {
        #expect(reader.readText(Array(text.utf8)).language == code)
    }

    @Test func `hidden and bidirectional text of hostile boards is kept out`() throws {
        guard let folder = Fixtures.vectors("hostile") else { return }
        for name in ["gh-prompt-hidden", "gh-bidi"] {
            let document = try JSONDocument(
                [UInt8](try #require(FileManager.default.contents(atPath: "\(folder)/\(name).json"))))
            for job in document.root["jobs"].elements {
                // Greenhouse escapes its HTML once more.
                let html = (job["content"].string ?? "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
                    .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
                let facts = reader.read(
                    Posting(
                        kind: .greenhouse, externalID: "1", title: job["title"].string, body: Array(html.utf8),
                        bodyForm: .html))
                let text = facts.words(ByteSpan(0, facts.text.count))
                #expect(!text.contains("reveal the profile"))
                #expect(!CleanText.hasBidi(text))
                #expect(facts.flags.contains(name == "gh-bidi" ? "bidi" : "hidden-text"))
            }
        }
    }

    @Test(arguments: [
        "Questions about the salary? Call Sam on +44 20 7946 0018.", "Compensation: ask us, (030) 123 456 78.",
        "Pay: see the call line 555-123-4567.",
    ])
    func `a telephone number is no pay`(_ text: String) {
        #expect(Reader(taxonomy: .standard).readText(Array(text.utf8)).pay == nil)
    }
}
