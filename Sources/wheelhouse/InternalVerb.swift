import Archive
import ArgumentParser
import Base
import Glibc

/// Steps that only tests call; not part of the help.
struct InternalVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "internal", abstract: "Steps that tests of the house call.", shouldDisplay: false,
        subcommands: [
            BenchColumns.self, BenchReading.self, IngestBenchVerb.self, IngestStressVerb.self, SearchBenchVerb.self,
            Simulate.self,
            TrainPracticesVerb.self,
        ])
}

/// Appends a made-up day of polls, one transaction each, and prints each that is on the disk, so that a test may kill it
/// at any instant and hold the archive to what was printed.
struct IngestStressVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "ingest-stress", shouldDisplay: false)

    @Option var seed: UInt64
    @Option var data: String
    @Option var polls = 60

    func run() async throws {
        let store = try ArchiveStore.open(folder: data)
        for (k, poll) in IngestStress(seed: seed, polls: polls).polls.enumerated() {
            let ids = try store.append([poll])
            let line = "\(k) \(ids[0])\n"
            _ = line.utf8CString.withUnsafeBufferPointer { write(STDOUT_FILENO, $0.baseAddress, $0.count - 1) }
        }
        try store.close()
    }
}
