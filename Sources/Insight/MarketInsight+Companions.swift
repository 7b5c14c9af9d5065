import Base
import Market
import Statistics
import Taxonomy

extension MarketInsight {
    static let companionsShown = 8
    static let leastTogether = 5
    static let leastTogetherCompanies = 3

    /// The skills that openings naming `skill` name more than others do: signed G² over openings weighted by
    /// 1/√(the company's openings), so that one employer's boilerplate is no market. At most eight.
    package func companions(of skill: String, in q: Query) -> [Companion] {
        guard let a = index(ofSkill: skill) else { return [] }
        var query = q
        query.skills.removeAll { $0 == skill }
        let p = population(query)
        let columns = generation.columns
        let rows = p.rows.filter { !columns.flags(Int($0)).contains(.stuffed) }
        var sizes = [Double](repeating: 0, count: generation.clusterPlaces)
        for row in rows { sizes[generation.cluster(of: Int(row))] += 1 }
        // By company, so that a company's second opening with the pair is known as such.
        let ordered = rows.sorted { (generation.cluster(of: Int($0)), $0) < (generation.cluster(of: Int($1)), $1) }
        var pairs = Pairs(vocabulary: generation.skillIDs.count)
        for row in ordered {
            let c = generation.cluster(of: Int(row))
            pairs.add(columns, Int(row), a, cluster: c, weight: 1 / sizes[c].squareRoot())
        }
        let ranked = pairs.ranked(besides: a).prefix(Self.companionsShown)
        var asking = query
        asking.skills.append(skill)
        let askingPopulation = population(asking)
        return ranked.map { b, association in
            let id = generation.skillIDs[Int(b)]
            let within = Association.within(tables(rows, a, b))
            return Companion(
                skill: id, name: name(of: .skill(id)), share: share(.skill(id), in: asking, askingPopulation),
                lift: association.shrunkLift, g2: association.g2, explainedByRole: within.p > 0.05)
        }
    }

    private func tables(_ rows: [Int32], _ a: SkillIndex, _ b: SkillIndex) -> [Association.Table] {
        let columns = generation.columns
        var out = [Association.Table](
            repeating: Association.Table(both: 0, aOnly: 0, bOnly: 0, neither: 0), count: RoleFamily.allCases.count)
        for row in rows {
            let role = min(Int(columns.role[Int(row)]), out.count - 1)
            switch (columns.names(a, Int(row)), columns.names(b, Int(row))) {
            case (true, true): out[role].both += 1
            case (true, false): out[role].aOnly += 1
            case (false, true): out[role].bOnly += 1
            case (false, false): out[role].neither += 1
            }
        }
        return out
    }
}

/// Weighted counts of one skill with every other.
private struct Pairs {
    var both: [Double]
    var each: [Double]
    var total = 0.0
    var openings: [Int]
    var companies: [Int]
    private var lastCluster: [Int]

    init(vocabulary: Int) {
        both = [Double](repeating: 0, count: vocabulary)
        each = both
        openings = [Int](repeating: 0, count: vocabulary)
        companies = openings
        lastCluster = [Int](repeating: -1, count: vocabulary)
    }

    mutating func add(_ columns: Columns, _ row: Int, _ a: SkillIndex, cluster: Int, weight: Double) {
        total += weight
        let hasA = columns.names(a, row)
        var k = Int(columns.skillOffsets[row])
        let end = min(Int(columns.skillOffsets[row + 1]), columns.skill.count)
        while k < end {
            let s = Int(columns.skill[k])
            k += 1
            guard s < each.count else { continue }
            each[s] += weight
            guard hasA else { continue }
            both[s] += weight
            openings[s] += 1
            if lastCluster[s] != cluster {
                companies[s] += 1
                lastCluster[s] = cluster
            }
        }
    }

    /// Highest signed G² first; ties in the order of the skills.
    func ranked(besides a: SkillIndex) -> [(SkillIndex, Association)] {
        var out: [(SkillIndex, Association)] = []
        for s in each.indices where s != Int(a) && openings[s] >= MarketInsight.leastTogether {
            guard companies[s] >= MarketInsight.leastTogetherCompanies,
                let found = Association(both: both[s], a: both[Int(a)], b: each[s], n: total), found.g2 > 0
            else { continue }
            out.append((SkillIndex(s), found))
        }
        return out.sorted { ($0.1.g2, $1.0) > ($1.1.g2, $0.0) }
    }
}
