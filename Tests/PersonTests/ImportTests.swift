import Base
import Fixtures
import Foundation
import Person
import Taxonomy
import Testing

@Suite struct ImportTests {
    let reader = PersonImport(taxonomy: .standard)

    @Test func `a plain list gives claims with their line, and keeps what it does not know apart`() throws {
        let text = "# my skills\n- Python: practitioner\nk8s, Terraform\n\nBasket weaving\n"
        let imported = try reader.read(Array(text.utf8), name: "skills.txt")
        #expect(imported.claims.map(\.skill) == ["kubernetes", "python", "terraform"])
        #expect(imported.claims.first { $0.skill == "python" }?.level == .practitioner)
        #expect(
            imported.claims.first { $0.skill == "kubernetes" }?.evidence == [
                Evidence(source: .list, at: "line 3", quote: "k8s")
            ])
        #expect(imported.unrecognised == ["Basket weaving"])
    }

    @Test func `a JSON Resume gives claims with a pointer, quote and dates as given`() throws {
        let text = """
            {"basics":{"name":"Noor","phone":"+49 30 1","email":"noor@example.org","image":"x.png","summary":"Backend, mostly"},
             "work":[{"name":"Acme","position":"Engineer","startDate":"2022-03","highlights":["Wrote the payments API in Go","Moved services to Kubernetes"]},
                     {"company":"Oldco","position":"Developer","startDate":"2019","endDate":"2022-02","summary":"I have never used Terraform"}],
             "skills":[{"name":"Databases","level":"Advanced","keywords":["PostgreSQL","Redis"]},"Docker"]}
            """
        let imported = try reader.read(Array(text.utf8), name: "resume.json")
        let skills = imported.claims.map(\.skill)
        for skill in ["kubernetes", "postgresql", "redis", "docker"] { #expect(skills.contains(skill), "\(skill)") }
        #expect(!skills.contains("terraform"), "what was never used is no claim")
        let kubernetes = try #require(imported.claims.first { $0.skill == "kubernetes" }?.evidence.first)
        #expect(kubernetes.at == "/work/0/highlights/1" && kubernetes.first == "2022-03" && kubernetes.last == nil)
        #expect(kubernetes.quote == "Moved services to Kubernetes")
        #expect(imported.work.map(\.employer) == ["Acme", "Oldco"])
        #expect(imported.faults.isEmpty)
        let stored = String(decoding: PersonRecord.imported(imported).line, as: UTF8.self)
        for secret in ["+49", "noor@example.org", "x.png"] { #expect(!stored.contains(secret)) }
    }

    @Test func `wrong shapes are named by their pointer and lose nothing else`() throws {
        let imported = try reader.read(
            Array(#"{"basics":"Alice","work":{"name":"Acme"},"skills":["Linux","Go"],"meta":null}"#.utf8),
            name: "r.json")
        #expect(imported.faults.map(\.at) == ["/basics", "/work"])
        #expect(imported.claims.map(\.skill) == ["go", "linux"])
    }

    @Test(arguments: ["{", "{\"a\":}", "", "\n\n", "# nothing\n"])
    func `what says nothing is malformed`(text: String) {
        #expect { try reader.read(Array(text.utf8), name: "x") } throws: { ($0 as? Fault)?.code == .malformed }
    }

    @Test func `limits hold`() {
        #expect { try reader.read([UInt8](repeating: 32, count: PersonImport.limitBytes + 1), name: "x") } throws: {
            ($0 as? Fault)?.code == .limitBytes
        }
        #expect { try reader.read([0xFF, 0xFE, 0x41], name: "x") } throws: { ($0 as? Fault)?.code == .charset }
        let deep = "{\"basics\":" + String(repeating: "[", count: 70) + String(repeating: "]", count: 70) + "}"
        #expect { try reader.read(Array(deep.utf8), name: "x") } throws: { ($0 as? Fault)?.code == .limitDepth }
    }

    @Test func `the hostile resume is read in part, each bad part named`() throws {
        guard let folder = Fixtures.vectors("hostile") else { return }
        let imported = try reader.read(
            DurableFile.read(folder + "/resume-wrong-types.json"), name: "resume-wrong-types.json")
        let expected = try JSONDocument(DurableFile.read(folder + "/expected.json")).root["resume-wrong-types.json"][
            "errors"
        ].elements.compactMap(\.string)
        #expect(imported.faults.map(\.at) == expected)
    }
}
