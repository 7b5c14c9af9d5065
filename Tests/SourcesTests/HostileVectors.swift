import Base
import Fixtures
import Foundation
import Sources
import Testing

/// The hostile files that live outside the project, given to the readers of this room. What concerns the network is in
/// CollectTests; calendars, profiles and queries belong to other rooms and are named as skipped.
@Suite struct HostileVectors {
    @Test func `Each hostile file ends as expected`() throws {
        guard let folder = Fixtures.vectors("hostile") else { return }
        let expected = try JSONDocument(DurableFile.read(folder + "/expected.json")).root
        for (name, want) in expected.members {
            guard let text = want["kind"].string, let kind = kind(text) else {
                print("skipped: \(name) (\(want["kind"].string ?? "?") belongs to another room)")
                continue
            }
            var bytes = try DurableFile.read(folder + "/" + name)
            if want["content_encoding"].string == "gzip" { bytes = try gunzip(folder + "/" + name) }
            try check(name, bytes, kind, want)
        }
    }

    private func kind(_ text: String) -> SourceKind? {
        text == "hn" ? .hackerNews : text == "indeed-xml" ? .rss : text == "http" ? nil : SourceKind(rawValue: text)
    }

    private func check(_ name: String, _ bytes: [UInt8], _ kind: SourceKind, _ want: JSON) throws {
        let board = Board(id: "\(kind.rawValue):acme", kind: kind, address: "https://acme.example/board")
        let started = ContinuousClock.now
        var outcome = "refuse"
        var listing = Listing()
        do throws(Fault) {
            listing = try SourceCatalog.listing(bytes, at: AnswerPlace(board: board, url: "https://acme.example/board"))
            outcome = listing.rejected.isEmpty && listing.notes.isEmpty ? "accept" : "partial"
        } catch {
            #expect(!error.sentence.isEmpty)
            if let reason = want["reason"].string { #expect(error.code.rawValue == reason, "\(name)") }
        }
        let limit = want["max_seconds"].double ?? 5
        #expect(ContinuousClock.now - started < .seconds(limit), "\(name)")
        #expect([want["outcome"].string, want["alt_outcome"].string].contains(outcome), "\(name): \(outcome)")
        guard outcome != "refuse" else { return }
        if let n = want["postings"].int { #expect(listing.documents.count == n, "\(name)") }
        for fault in listing.rejected + listing.notes {
            #expect(!fault.sentence.isEmpty && !fault.at.isEmpty, "\(name)")
        }
        // Alike spellings of two companies are seen by whoever knows all companies.
        for flag in want["flags"].elements.compactMap(\.string) where flag != "confusable" {
            #expect(listing.flags.contains(flag), "\(name): \(flag) in \(listing.flags)")
        }
        var links: [String] = []
        for document in listing.documents {
            let p = try SourceCatalog.posting(from: document.bytes, board: board, externalID: document.externalID)
            if let url = p.url { links.append(url) }
            for line in [p.title, p.company, p.location].compactMap({ $0 }) {
                #expect(
                    !line.unicodeScalars.contains { $0.value < 32 || (0x202A...0x202E).contains($0.value) }, "\(name)")
            }
            if want["pay"].string == "none" { #expect(p.pay?.min == nil && p.pay?.max == nil, "\(name)") }
        }
        if want["links_allowed"].exists {
            #expect(Set(links).isSubset(of: want["links_allowed"].elements.compactMap(\.string)), "\(name)")
        }
    }

    private func gunzip(_ path: String) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Array(data)
    }
}
