import ArgumentParser
import Base
import Statistics

/// The long form of the coverage tests: how often the intervals hold a planted truth (docs/method.md).
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Measure how often the intervals hold a planted truth.", shouldDisplay: false
    )

    @Option(help: "Markets a cell.") var runs = 2_000
    @Option var seed: UInt64 = 1

    func run() async throws {
        guard runs > 0 else { throw Fault(.usage, "runs must be above 0") }
        func percent(_ x: Double) -> String { x >= 0.9995 ? "1.000" : ".\(pad(Int((x * 1000).rounded()), 3))" }
        Output.line("share: coverage of 95 % intervals, \(runs) markets a cell, correlation .2")
        Output.line("companies  openings  share  ours   naive  width")
        for (clusters, mean) in [(10, 4.0), (40, 8), (100, 10), (400, 10), (400, 75)] {
            for share in [0.02, 0.1, 0.3] {
                let r = Simulation.shareCoverage(
                    runs: runs, clusters: clusters, meanUnits: mean, share: share, correlation: 0.2, seed: seed)
                Output.line(
                    "\(clusters)  \(Int(Double(clusters) * mean))  \(share)  \(percent(r.cluster))  \(percent(r.naive))  \(percent(r.width))"
                )
            }
        }
        Output.line("change: coverage, no change and ×1.5, persistence .87; claims at 5 %")
        Output.line("companies  openings a window  ratio  matched  pooled  width matched/pooled  claims")
        for (clusters, mean) in [(60, 5.0), (150, 7), (400, 8), (400, 25)] {
            for ratio in [1.0, 1.5] {
                let r = Simulation.changeCoverage(
                    runs: runs, clusters: clusters, meanUnits: mean, share: 0.1, correlation: 0.2, persistence: 0.87,
                    ratio: ratio,
                    seed: seed)
                Output.line(
                    "\(clusters)  \(Int(Double(clusters) * mean))  \(ratio)  \(percent(r.matched))  \(percent(r.pooled))  "
                        + "\((r.matchedWidth * 100).rounded() / 100)/\((r.pooledWidth * 100).rounded() / 100)  \(percent(r.claims))"
                )
            }
        }
    }
}
