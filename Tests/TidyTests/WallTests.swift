import Fixtures
import Foundation
import Testing

/// The walls of the house. The manifest enforces the direction; these say what is absent and who relies on it.
@Suite struct WallTests {
    /// The modules that a room's files import.
    static func imports(of room: String) -> Set<String> {
        var out: Set<String> = []
        for file in SourceTree.rooms where file.room == room {
            for line in file.lines {
                let words = line.split(separator: " ")
                guard let at = words.firstIndex(of: "import"), at <= 1, words.count > at + 1, !line.hasPrefix("//")
                else { continue }
                out.insert(String(words[at + 1].split(separator: ".")[0]))
            }
        }
        return out
    }

    static let network: Set<String> = [
        "AsyncHTTPClient", "Hummingbird", "HTTPTypes", "NIOCore", "NIOPosix", "NIOHTTP1", "FoundationNetworking",
        "Network",
    ]

    @Test func `the server cannot name a person or a match`() {
        for room in [
            "Server", "Web", "Market", "Insight", "Archive", "Collect", "Reading", "Sources", "Taxonomy", "Base",
        ] {
            #expect(
                Self.imports(of: room).isDisjoint(with: ["Person", "Match", "Home"]), "\(room) must not know a person")
        }
        // The manifest says so too, and a target that cannot be reached cannot be imported.
        let manifest = (try? String(contentsOfFile: Fixtures.root + "/Package.swift", encoding: .utf8)) ?? ""
        let start = manifest.range(of: "\"Server\",")?.upperBound ?? manifest.endIndex
        let server = manifest[start...].prefix { $0 != "]" }
        #expect(!server.isEmpty && !server.contains("Person") && !server.contains("Match"))
    }

    @Test func `the person's room has no way out of the machine`() {
        #expect(Self.imports(of: "Person").isDisjoint(with: Self.network.union(["Logging", "OSLog"])))
        #expect(Self.imports(of: "Match").isDisjoint(with: Self.network.union(["Logging", "OSLog"])))
    }

    @Test func `only Collect has a network client, only the surfaces have a server`() {
        let allowed: Set<String> = ["Collect", "Server", "Home", "Sample", "wheelhouse"]
        for file in SourceTree.rooms where !allowed.contains(file.room) {
            #expect(Self.imports(of: file.room).isDisjoint(with: Self.network), "\(file.path)")
        }
    }

    @Test func `nothing of a person is Codable, and nothing holds a set of persons`() {
        for file in SourceTree.rooms where file.room == "Person" || file.room == "Match" || file.room == "Home" {
            for (i, line) in file.lines.enumerated() where !line.contains("//") {
                #expect(!line.contains("Codable") && !line.contains("Encodable"), "\(file.path):\(i + 1)")
            }
        }
        for file in SourceTree.rooms {
            for (i, line) in file.lines.enumerated() {
                for word in [
                    "[Profile]", "Set<Profile>", "[Person]", "[PersonStore]", ": Profile]", "<Profile>",
                    "Candidate) -> [Profile",
                ] {
                    #expect(!line.contains(word), "\(file.path):\(i + 1) holds several persons")
                }
            }
        }
    }

    @Test func `statistics know no job`() {
        #expect(Self.imports(of: "Statistics").isSubset(of: ["Foundation", "Glibc", "Base"]))
        let nouns = ["posting", "skill", "salary", "opening"]
        for file in SourceTree.rooms where file.room == "Statistics" {
            for (i, line) in file.lines.enumerated() where !line.contains("//") {
                for noun in nouns { #expect(!line.lowercased().contains(noun), "\(file.path):\(i + 1): \(noun)") }
            }
        }
    }
}
