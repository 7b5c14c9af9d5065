import Base
import Fixtures
import Foundation
import Sources
import Testing

/// Recorded answers of live services, which live outside the project.
@Suite struct Captures {
    @Test func `Recorded boards are read whole`() throws {
        guard let root = Fixtures.shared("captures") else { return }
        for (folder, kind) in [
            ("greenhouse", SourceKind.greenhouse), ("lever", .lever), ("ashby", .ashby), ("hn-algolia", .hackerNews),
            ("rss2", .rss), ("jsonld-html", .jsonld),
        ] {
            for name in try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)").sorted() {
                if name.contains("headers") || name.hasPrefix("offices") || name.hasPrefix("job-") { continue }
                let bytes = try DurableFile.read("\(root)/\(folder)/\(name)")
                let board = Board(id: "\(kind.rawValue):x", kind: kind, address: "https://x.example/")
                do throws(Fault) {
                    let l = try SourceCatalog.listing(bytes, at: AnswerPlace(board: board, url: "https://x.example/a"))
                    let mendable = name == "derived-truncated.html"
                    #expect(l.rejected.isEmpty || mendable, "\(name): \(l.rejected)")
                    // This page lists its openings without describing them, and the listing says so.
                    if name == "open-positions.html" {
                        #expect(l.shortfall?.code == .driftSchema)
                        continue
                    }
                    for d in l.documents {
                        let p = try SourceCatalog.posting(from: d.bytes, board: board, externalID: d.externalID)
                        #expect(!p.body.isEmpty, "\(name)")
                        #expect(p.kind == kind)
                        if kind != .hackerNews { #expect(p.title != nil, "\(name)") }
                        #expect(
                            p.posted != nil || ["jobs-content-true-2013.json", "greenhouse-shape.json"].contains(name),
                            "\(name)")
                    }
                    if name.hasPrefix("derived") && !mendable { #expect(l.documents.count == 1, "\(name)") }
                } catch {
                    #expect(name == "derived-truncated.html", "\(name): \(error)")
                }
            }
        }
    }

    @Test func `Every line of the corpora is read`() throws {
        guard let root = Fixtures.shared("gold") else { return }
        for name in ["ats-dev.jsonl", "hn-dev.jsonl"] {
            let board = Board(id: "jsonl:\(name)", kind: .jsonl, address: name)
            let l = try SourceCatalog.listing(DurableFile.read("\(root)/\(name)"), at: AnswerPlace(board: board))
            #expect(l.rejected.isEmpty)
            #expect(l.documents.count == (name == "ats-dev.jsonl" ? 30 : 40))
        }
    }
}
