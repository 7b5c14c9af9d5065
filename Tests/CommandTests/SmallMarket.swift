import Base
import Fixtures
import Foundation

/// A market small enough for every test that runs the program, and large enough that it answers: dated posts of invented
/// employers over 30 months (a record, so they count as seen live), written here. Terraform doubles in the last year.
enum SmallMarket {
    static let employers = [
        "Kestrel Freight", "Quarry Bank", "Lantern Health", "Ostler & Sons", "Blue Mesa", "Fennwick", "Harbour Nine",
        "Tallow", "Mirepoix", "Sable Works", "Copperline", "Juniper Lane", "Ashgrove", "Pennant", "Rookery",
        "Saltmarsh", "Thornbury", "Umber", "Vellum Press", "Wicket", "Yarrow", "Zephyr Post", "Alder Street",
        "Brackish",
    ]

    static func lines(seed: UInt64 = 5) -> [String] {
        var random = SeededGenerator(seed: seed)
        var out: [String] = []
        for month in 0..<30 {
            let isRecent = month >= 18
            for (i, employer) in employers.enumerated() {
                for k in 0..<3 {
                    let day = Month(year: 2024, month: 1).number + Int32(month)
                    let date = "\(Month(number: day))-\(pad(1 + (i * 3 + k * 7) % 27, 2))"
                    out.append(
                        line(id: "\(month)-\(i)-\(k)", employer: employer, date: date, isRecent: isRecent, &random))
                }
            }
        }
        return out
    }

    private static func line(
        id: String, employer: String, date: String, isRecent: Bool, _ random: inout SeededGenerator
    ) -> String {
        let isPlatform = Bool.random(using: &random)
        let role = isPlatform ? "Platform Engineer" : "Backend Engineer"
        var skills = isPlatform ? ["Kubernetes", "Linux", "Docker"] : ["PostgreSQL", "Python", "Redis"]
        if Double.random(in: 0..<1, using: &random) < (isRecent ? 0.6 : 0.3) { skills.append("Terraform") }
        if Double.random(in: 0..<1, using: &random) < 0.4 { skills.append("Kafka") }
        let duty =
            isPlatform
            ? "You share the pager one week in five and lead the review after an incident. You write Ansible roles. "
            : "You explain trade-offs to the underwriters. You take features to production behind flags. "
        let low = 60 + Int.random(in: 0..<30, using: &random)
        let pay = Bool.random(using: &random) ? " | €\(low)k–€\(low + 15)k" : ""
        let word = Int.random(in: 100_000...999_999, using: &random)
        let body =
            "\(employer) | \(role) | Berlin | REMOTE (EU)\(pay)<p>Ledger \(word): \(duty)You bring \(skills.joined(separator: ", "))."
        var w = JSONWriter()
        w.object { w in
            w.member("source", "hn")
            w.member("id", id)
            w.member("body", body)
            w.member("bodyIsHTML", true)
            w.member("posted", date)
        }
        return w.text
    }

    static func write(to path: String) throws {
        try DurableFile.write(Array((lines().joined(separator: "\n") + "\n").utf8), to: path)
    }
}
