import Base
import Taxonomy

// The text form of a question, the same in the search box, the URL, the API, a feed and the command line:
//
//     skill:kubernetes -skill:vmware role:platform pay>=80000EUR posted:2026-10-25.. place:DE remote:yes "on call"
//
// `text` writes the one canonical form; `QueryReader` (QueryReader.swift) reads what people type. For every query that
// it returns, reading its text again gives the same query. docs/query.md is the page for people.

/// The keys of the language in the order in which the canonical text has them.
package enum QueryKey: String, Sendable, CaseIterable {
    case skill, role, practice, seniority, mode, remote, place, oncall, company, board, pay, has, posted, open, scope
    case sort

    /// Other spellings that are read, never written.
    static let aliases: [String: QueryKey] = [
        "level": .seniority, "country": .place, "on-call": .oncall, "employer": .company, "source": .board,
        "skills": .skill, "roles": .role, "practices": .practice, "workplace": .mode, "first": .posted, "is": .open,
    ]

    package static func named(_ word: String) -> QueryKey? { QueryKey(rawValue: word) ?? aliases[word] }

    /// The key that is the fewest edits away; one that begins the other counts as near.
    package static func nearest(to word: String, among names: [String] = allCases.map(\.rawValue)) -> String {
        func distance(_ name: String) -> Int {
            word.hasPrefix(name) || name.hasPrefix(word)
                ? min(1, EditDistance.between(name, word)) : EditDistance.between(name, word)
        }
        return names.min { (distance($0), $0) < (distance($1), $1) } ?? ""
    }
}

extension Query {
    /// Lists sorted and without doubles, an empty interval of days left as it is: two queries that ask the same are equal.
    package var canonical: Query {
        var q = self
        q.skills = Self.sorted(skills)
        q.withoutSkills = Self.sorted(withoutSkills)
        q.roles = RoleFamily.allCases.filter(roles.contains)
        q.practices = Practice.allCases.filter(practices.contains)
        q.seniorities = Seniority.allCases.filter(seniorities.contains)
        q.modes = WorkMode.allCases.filter(modes.contains)
        q.countries = Array(Set(countries)).sorted()
        q.onCall = OnCall.allCases.filter(onCall.contains)
        q.companies = Self.sorted(companies)
        q.boards = Self.sorted(boards)
        q.words = Self.sorted(words)
        q.withoutWords = Self.sorted(withoutWords)
        return q
    }

    private static func sorted(_ list: [String]) -> [String] {
        Array(Set(list)).sorted { Array($0.utf8).lexicographicallyPrecedes($1.utf8) }
    }

    /// Canonical text: keys in the order of `QueryKey`, lists sorted, defaults left out, words last and always in quotes.
    /// Empty for the query about everything.
    package var text: String {
        let q = canonical
        var parts: [String] = []
        func list(_ key: QueryKey, _ values: [String]) {
            if !values.isEmpty { parts.append("\(key.rawValue):" + values.map(Self.quoted).joined(separator: ",")) }
        }
        list(.skill, q.skills)
        if !q.withoutSkills.isEmpty {
            parts.append("-skill:" + q.withoutSkills.map(Self.quoted).joined(separator: ","))
        }
        list(.role, q.roles.map(\.id))
        list(.practice, q.practices.map(\.id))
        list(.seniority, q.seniorities.map(\.id))
        if q.modes == Self.remoteModes { parts.append("remote:yes") } else { list(.mode, q.modes.map(\.id)) }
        list(.place, q.countries.map(\.code))
        list(.oncall, q.onCall.map(\.id))
        list(.company, q.companies)
        list(.board, q.boards)
        if let m = q.payFloor { parts.append("pay>=\(Self.amount(m.amount))\(m.currency.code)") }
        if let stated = q.payStated { parts.append(stated ? "has:pay" : "-has:pay") }
        if q.from != nil || q.to != nil {
            parts.append("posted:\(q.from?.description ?? "")..\(q.to?.description ?? "")")
        }
        if let open = q.isOpen { parts.append(open ? "open:yes" : "open:no") }
        if let scope = q.scope { parts.append("scope:\(scope.rawValue)") }
        if q.sort != .newest { parts.append("sort:\(q.sort.rawValue)") }
        parts += q.words.map { Self.inQuotes($0) }
        parts += q.withoutWords.map { "-" + Self.inQuotes($0) }
        return parts.joined(separator: " ")
    }

    static let remoteModes: [WorkMode] = [.remote, .remoteRestricted]

    /// A local path with the query as its one parameter, e.g. `/openings?q=skill:kubernetes+remote:yes`.
    package func path(_ base: String = "/openings") -> String {
        let t = text
        return t.isEmpty ? base : "\(base)?q=\(URLText.encode(t))"
    }

    private static func amount(_ d: Double) -> String {
        d == d.rounded() && abs(d) < 1e15 ? String(Int(d)) : d.description
    }

    private static func quoted(_ s: String) -> String {
        let plain = s.utf8.allSatisfy { c in
            (48...57).contains(c) || (65...90).contains(c) || (97...122).contains(c) || c >= 128 || c == 45 || c == 46
                || c == 95
                || c == 47 || c == 58 || c == 35 || c == 43
        }
        return plain && !s.isEmpty ? s : inQuotes(s)
    }

    /// A quote inside is doubled, as in CSV.
    private static func inQuotes(_ s: String) -> String {
        "\"" + s.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

/// Percent-encoding of a query's value: what RFC 3986 lets stand, stands; a blank is `+`.
package enum URLText {
    package static func encode(_ s: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var out: [UInt8] = []
        out.reserveCapacity(s.utf8.count + 16)
        for c in s.utf8 {
            switch c {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126, 58, 44, 47: out.append(c)
            case 32: out.append(43)
            default: out.append(contentsOf: [37, digits[Int(c >> 4)], digits[Int(c & 15)]])
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Undoes `encode`; a bad escape stays as it is written, invalid UTF-8 becomes U+FFFD.
    package static func decode(_ s: some StringProtocol) -> String {
        let u = Array(s.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(u.count)
        var i = 0
        while i < u.count {
            if u[i] == 43 {
                out.append(32)
            } else if u[i] == 37, i + 2 < u.count, let hi = hexValue(u[i + 1] | 0x20),
                let lo = hexValue(u[i + 2] | 0x20)
            {
                out.append(hi << 4 | lo)
                i += 2
            } else {
                out.append(u[i])
            }
            i += 1
        }
        return String(decoding: out, as: UTF8.self)
    }
}

/// Levenshtein's distance over bytes, for "did you mean"; both texts are cut at 32 bytes.
package enum EditDistance {
    package static func between(_ a: some StringProtocol, _ b: some StringProtocol) -> Int {
        let a = Array(a.utf8.prefix(32))
        let b = Array(b.utf8.prefix(32))
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let next = x == y ? diagonal : min(diagonal, row[j], row[j + 1]) + 1
                diagonal = row[j + 1]
                row[j + 1] = next
            }
        }
        return row[b.count]
    }
}
