import Base
import Sources

/// A made-up collecting day that is the same for the same seed: what the hidden verb `internal ingest-stress` appends
/// while a test kills it, and what the test then expects to find.
package struct IngestStress: Sendable {
    package let polls: [PollRecord]

    package init(seed: UInt64, polls count: Int = 60) {
        var random = Mixer(state: seed)
        var shown: [String: [ReceivedDocument]] = [:]
        var made: [PollRecord] = []
        var serial = 0
        for k in 0..<count {
            let n = Int(random.next() % 5)
            let board = Board(
                id: "greenhouse:stress\(n)", kind: .greenhouse, address: "stress\(n)", company: "Stress \(n)")
            let at = Instant(seconds: 1_780_000_000 + Int64(k) * 3_600)
            var now = shown[board.id] ?? []
            now.removeAll { _ in random.next() % 9 == 0 }
            for i in now.indices where random.next() % 7 == 0 {
                serial += 1
                now[i] = IngestStress.document(now[i].externalID, serial, &random)
            }
            for _ in 0..<Int(random.next() % 40) {
                serial += 1
                now.append(IngestStress.document("job-\(serial)", serial, &random))
            }
            switch random.next() % 10 {
            case 0:
                made.append(
                    PollRecord(
                        board: board, at: at, outcome: .failed,
                        fault: Fault(.netTimeout, "no answer in 30 s", at: board.address)))
            case 1: made.append(PollRecord(board: board, at: at, outcome: .complete, unchanged: true, etag: "\"\(k)\""))
            case 2:
                let part = Array(now.prefix(now.count / 2))
                made.append(PollRecord(board: board, at: at, outcome: .partial, documents: part, alarms: ["volume"]))
            default:
                shown[board.id] = now
                made.append(PollRecord(board: board, at: at, outcome: .complete, documents: now, etag: "\"\(k)\""))
            }
        }
        polls = made
    }

    private static func document(_ id: String, _ serial: Int, _ random: inout Mixer) -> ReceivedDocument {
        let words = [
            "kubernetes", "on-call", "swift", "postgres", "incident", "review", "customer", "pipeline", "backend",
            "lead",
        ]
        var text = "{\"id\":\"\(id)\",\"serial\":\(serial),\"content\":\""
        for _ in 0..<Int(200 + random.next() % 400) { text += words[Int(random.next() % UInt64(words.count))] + " " }
        return ReceivedDocument(externalID: id, bytes: Array((text + "\"}").utf8))
    }

    /// SplitMix64 (Steele, Lea, Flood 2014).
    private struct Mixer {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }
    }
}
