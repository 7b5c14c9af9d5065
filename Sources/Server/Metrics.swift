import Base
import Market
import Synchronization

/// Counts for Prometheus (text format 0.0.4). Labels are names of routes and codes of faults: never a company, never a
/// word of a visitor.
package final class Metrics: Sendable {
    private let counts = Mutex<(routes: [String: Int], faults: [String: Int], refused: [String: Int])>(([:], [:], [:]))
    package init() {}
    func count(_ route: String) { counts.withLock { $0.routes[route, default: 0] += 1 } }
    func countFault(_ code: Fault.Code) { counts.withLock { $0.faults[code.rawValue, default: 0] += 1 } }
    package func countRefused(_ code: String) { counts.withLock { $0.refused[code, default: 0] += 1 } }

    func text(generation: Generation?) -> String {
        let c = counts.withLock { $0 }
        var out = ""
        func metric(_ name: String, _ type: String, _ help: String, _ lines: [(String, Int)]) {
            out += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
            for (labels, v) in lines { out += "\(name)\(labels) \(v)\n" }
        }
        func labelled(_ d: [String: Int], _ label: String) -> [(String, Int)] {
            d.sorted { $0.key < $1.key }.map { ("{\(label)=\"\($0.key)\"}", $0.value) }
        }
        metric("wheelhouse_requests_total", "counter", "Requests answered, by route.", labelled(c.routes, "route"))
        metric(
            "wheelhouse_faults_total", "counter", "Requests that ended in a fault, by its code.",
            labelled(c.faults, "code"))
        metric(
            "wheelhouse_refusals_total", "counter", "Requests refused at the door, by reason.",
            labelled(c.refused, "reason"))
        if let g = generation {
            metric("wheelhouse_generation", "gauge", "Number of the generation in force.", [("", g.number)])
            metric(
                "wheelhouse_generation_day_seconds", "gauge",
                "The day up to which the archive was read, in Unix seconds.", [("", Int(g.asOf.secondsSince1970))])
            metric("wheelhouse_openings", "gauge", "Distinct openings of the generation.", [("", g.columns.count)])
            metric("wheelhouse_postings", "gauge", "Postings before copies were joined.", [("", g.postings)])
            metric("wheelhouse_boards", "gauge", "Boards of the generation.", [("", g.boards.count)])
        }
        return out
    }
}
