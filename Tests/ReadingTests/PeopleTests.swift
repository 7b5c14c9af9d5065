import Base
import Foundation
import Reading
import Sources
import Taxonomy
import Testing

private let reader = Reader(taxonomy: .standard)

/// Names, addresses and numbers of private persons leave a posting while it is read.
@Suite struct PeopleTests {
    private func record(_ body: String) -> String {
        let facts = reader.read(
            Posting(
                kind: .jsonl, externalID: "1", company: "Acme", title: "Backend developer", body: Array(body.utf8),
                bodyForm: .text))
        var w = JSONWriter()
        facts.write(&w, id: "1", taxonomy: reader.taxonomy, version: reader.version, withText: true)
        return String(decoding: w.bytes, as: UTF8.self)
            + String(decoding: FactsPage.render(facts, title: "t", reader: reader), as: UTF8.self)
    }

    @Test(arguments: [
        ["Contact Jane Roe at jane.roe@acme.example or +44 20 7946 0018.", "Jane", "Roe", "jane.roe", "7946"],
        ["Questions? Reach out to Zebulon Quist.", "Zebulon", "Quist"],
        ["Questions? Ask our recruiter Tom Baker, on-call lead.", "Tom", "Baker"],
        ["You'll report to Sarah Chen, our CTO.", "Sarah", "Chen"],
        ["Hi, I'm Bob, founder of Acme.", "Bob"],
        ["Ansprechpartnerin: Frau Erika Beispiel, Tel. 0711 123456.", "Erika", "Beispiel", "123456"],
        ["Kontaktperson: Erik Holm, 070-123 45 67", "Erik", "Holm", "123 45"],
        ["Contactez Camille Durand (camille@acme.example).", "Camille", "Durand"],
        ["Send your CV to Anna Berg <anna.berg@acme.example>. Anna will call you.", "Anna", "Berg"],
        ["Talk to Ana Souza and Pedro Lima about the team.", "Souza", "Pedro", "Lima"],
        ["Priya Nair, Engineering Manager", "Priya", "Nair"],
    ])
    func `a planted person reaches no fact and no page`(_ row: [String]) {
        let out = record(
            "You know Kubernetes and monitor production. " + row[0] + "\n" + row[0] + " You carry the pager.")
        for word in row.dropFirst() { #expect(!out.contains(word), "\(word) of: \(row[0])") }
        #expect(out.contains("Kubernetes"))
    }

    @Test(arguments: [
        "Contact Center software in Go.", "Report to the Head of Engineering.", "We know Jenkins and Ray Core.",
        "Join Austin, Texas.", "Skills in MS Excel.", "Contact HR with questions.",
    ])
    func `what only looks like a person stays`(_ text: String) { #expect(record(text).contains(text.prefix(16))) }

    @Test func `the text keeps its length, so that spans of others stay true`() {
        let text = "Contact Jane Roe. You know Go and Rust."
        let facts = reader.readText(Array(text.utf8))
        #expect(facts.text.count == text.utf8.count)
        #expect(facts.mentions.map { facts.words($0.span) } == ["Go", "Rust"])
    }
}
