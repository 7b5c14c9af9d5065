import Fixtures
import Foundation
import Statistics
import Testing

/// The fast form of `wheelhouse internal simulate`: seeded markets with companies' habits, and how often the intervals
/// hold the truth. Bars are wide enough for 400 runs (± 2 standard errors of .95 is ± .022).
@Suite struct Coverage {
    @Test func `a share's interval holds the truth under clustering`() {
        for (clusters, mean) in [(60, 5.0), (150, 20.0)] {
            let hit = Simulation.shareCoverage(
                runs: 400, clusters: clusters, meanUnits: mean, share: 0.2, correlation: 0.2, seed: 11)
            #expect(hit.cluster >= 0.92, "cluster interval covers \(hit.cluster) at \(clusters) clusters")
            #expect(hit.naive < hit.cluster)
        }
    }

    @Test func `a change's interval holds the truth and claims little that is not`() {
        let r = Simulation.changeCoverage(
            runs: 400, clusters: 150, meanUnits: 12, share: 0.2, correlation: 0.2, persistence: 0.87, ratio: 1, seed: 12
        )
        #expect(r.matched >= 0.92, "matched covers \(r.matched)")
        #expect(r.pooled >= 0.92, "pooled covers \(r.pooled)")
        #expect(r.matchedWidth < r.pooledWidth)
    }
}
