import Base
import Taxonomy

extension MarketReader {
    /// Counts beside each choice. One pass over the matching rows, and one more for each list that has a selection of its
    /// own; a few milliseconds at 100,000 openings.
    package func facets(_ q: Query) throws(Fault) -> Facets {
        let base = try rows(q)
        let c = generation.columns
        var out = Facets()
        out.total = base.count
        /// The rows for a list whose own selection is put aside.
        func rowsWithout(_ isSelected: Bool, _ clear: (inout Query) -> Void) throws(Fault) -> [Int32] {
            guard isSelected else { return base }
            var other = q
            clear(&other)
            return try self.rows(other)
        }
        out.roles = MarketReader.count(try rowsWithout(!q.roles.isEmpty) { $0.roles = [] }, c.role).compactMap { v, n in
            RoleFamily(rawValue: v).map { FacetCount($0, n) }
        }
        out.seniorities = MarketReader.count(
            try rowsWithout(!q.seniorities.isEmpty) { $0.seniorities = [] }, c.seniority
        ).compactMap { v, n in
            Seniority(rawValue: v).map { FacetCount($0, n) }
        }
        out.modes = MarketReader.count(try rowsWithout(!q.modes.isEmpty) { $0.modes = [] }, c.mode).compactMap { v, n in
            WorkMode(rawValue: v).map { FacetCount($0, n) }
        }
        out.onCall = MarketReader.count(try rowsWithout(!q.onCall.isEmpty) { $0.onCall = [] }, c.onCall).compactMap {
            v, n in
            OnCall(rawValue: v).map { FacetCount($0, n) }
        }
        out.countries = MarketReader.count(try rowsWithout(!q.countries.isEmpty) { $0.countries = [] }, c.country)
            .compactMap { v, n in
                Country(packed: v).map { FacetCount($0, n) }
            }
        let employers = MarketReader.count(try rowsWithout(!q.companies.isEmpty) { $0.companies = [] }, c.company)
        out.companies = employers.filter { $0.0 != 0 }.prefix(Facets.listLimit).map {
            FacetCount(generation.companies[Int($0.0)], $0.1)
        }
        out.skills = countSkills(base).prefix(Facets.listLimit).map { FacetCount($0.0, $0.1) }
        out.practices = countPractices(base)
        out.payStated = countPay(
            try rowsWithout(q.payStated != nil || q.payFloor != nil) {
                $0.payStated = nil; $0.payFloor = nil
            })
        return out
    }

    /// Values with their numbers of rows, most frequent first, then by value.
    private static func count<T: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
        _ rows: [Int32], _ column: Column<T>
    ) -> [(T, Int)] {
        withExtendedLifetime(column) {
            let values = column.buffer
            var counts = [Int](repeating: 0, count: 256)
            for row in rows {
                let v = Int(values[Int(row)])
                if v >= counts.count {
                    counts.append(contentsOf: [Int](repeating: 0, count: max(v + 1 - counts.count, counts.count)))
                }
                counts[v] += 1
            }
            return ranked(counts).map { (T(truncatingIfNeeded: $0.0), $0.1) }
        }
    }

    private static func ranked(_ counts: [Int]) -> [(Int, Int)] {
        counts.enumerated().filter { $0.element > 0 }.map { ($0.offset, $0.element) }.sorted { a, b in
            a.1 != b.1 ? a.1 > b.1 : a.0 < b.0
        }
    }

    private func countSkills(_ rows: [Int32]) -> [(SkillIndex, Int)] {
        let c = generation.columns
        return withExtendedLifetime(c) {
            let offsets = c.skillOffsets.buffer, skills = c.skill.buffer
            var counts = [Int](repeating: 0, count: generation.skillIDs.count)
            for row in rows {
                for k in Int(offsets[Int(row)])..<Int(offsets[Int(row) + 1]) { counts[Int(skills[k])] += 1 }
            }
            return MarketReader.ranked(counts).map { (SkillIndex($0.0), $0.1) }
        }
    }

    private func countPractices(_ rows: [Int32]) -> [FacetCount<Practice>] {
        let column = generation.columns.practices
        return withExtendedLifetime(column) {
            let values = column.buffer
            var sets = [Int](repeating: 0, count: 1 << Practice.allCases.count)
            for row in rows { sets[Int(values[Int(row)]) & (sets.count - 1)] += 1 }
            let counts = Practice.allCases.map { p in
                FacetCount(p, sets.indices.reduce(0) { $0 + ($1 >> Int(p.rawValue) & 1) * sets[$1] })
            }
            return counts.filter { $0.count > 0 }.sorted { a, b in
                a.count != b.count ? a.count > b.count : a.value.rawValue < b.value.rawValue
            }
        }
    }

    private func countPay(_ rows: [Int32]) -> [FacetCount<Bool>] {
        let c = generation.columns
        let stated = rows.reduce(0) { $0 + (c.payMin[Int($1)].isNaN && c.payMax[Int($1)].isNaN ? 0 : 1) }
        return [FacetCount(true, stated), FacetCount(false, rows.count - stated)].filter { $0.count > 0 }
    }
}
