import Base
import Foundation
import Reading
import Taxonomy
import Testing

/// Names that no list knows, in sentences of this project's own making: what is read beside what is known.
@Suite struct UnlistedTests {
    private let reader = Reader(taxonomy: .standard)

    private func unlisted(_ text: String) -> [String] {
        let facts = reader.readText(Array(text.utf8))
        return facts.unlisted.map { facts.words($0.span) }
    }

    @Test(arguments: [
        ("Experience with Kafka, ZorbaDB and PostgreSQL.", ["ZorbaDB"]),
        ("You know Redis, Quillon, MySQL and Docker.", ["Quillon"]),
        ("Tools: Terraform, zRPC, Ansible.", ["zRPC"]),
        ("You write policies (Terraform/PolyGate).", ["PolyGate"]),
    ])
    func `a name in a list of names is read`(text: String, expected: [String]) { #expect(unlisted(text) == expected) }

    @Test(arguments: [
        // Generic terms, capitals or not.
        "Experience with Kafka, DevOps, PostgreSQL and MySQL.", "You know Redis, APIs, MySQL and Docker.",
        "Python, Security, Docker and Linux.", "Java, Microservices, Kubernetes.",
        // Places, firms, no list of technologies.
        "Python, Berlin, Docker.", "Trusted by Docker, AcmeSoft and GitLab.", "You meet SamDoe, JaneRoe and AnnPoe.",
        // What the firm gives.
        "Benefits|We pay for GitHub, FitClub and Slack.",
        // A title is no technology.
        "Java, WebShop Developer, Python and SQL.",
    ])
    func `what only looks like a name is not`(text: String) {
        #expect(unlisted(text.replacingOccurrences(of: "|", with: "\n")) == [])
    }

    @Test func `it has the status of its list`() throws {
        let facts = reader.readText(Array("Nice to have: Kafka, ZorbaDB, Flink.".utf8))
        #expect(try #require(facts.unlisted.first).status == .nice)
    }
}
