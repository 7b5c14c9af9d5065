import Base
import Market
import Statistics
import Taxonomy

extension MarketInsight {
    /// Distinct technical skills above this say no more about breadth.
    static let broadest = 20

    /// The blend of the query's openings: a share for each practice, and the technical breadth beside them.
    package func wheel(of q: Query, name: String) -> Wheel {
        let p = population(q)
        let n = Int(p.units.reduce(0, +))
        let largest = n > 0 ? (p.units.max() ?? 0) / Double(n) : 0
        let w = witness(p, openings: n, companies: p.units.count, largest: largest)
        var refusal: Refusal?
        if n < Gates.leastOpenings {
            refusal = .fewOpenings
        } else if p.units.count < Gates.leastWheelCompanies {
            refusal = .fewCompanies
        } else if largest > Gates.largestPart {
            refusal = .oneCompany
        }
        let spokes = Practice.allCases.map { practice in
            refusal.map { refused(.practice(practice), practice.title, $0, q, p, w) }
                ?? share(.practice(practice), in: q, p)
        }
        return Wheel(name: name, spokes: spokes, breadth: breadth(q, p, w, refusal), witness: w, refusal: refusal)
    }

    private func refused(_ s: Subject, _ name: String, _ r: Refusal, _ q: Query, _ p: Population, _ w: Witness)
        -> Finding
    {
        var sentence = Sentences.refused(r, openings: w.openings, companies: w.companies, interval: nil)
        if r == .fewCompanies {
            sentence =
                "\(counted(w.companies, "company", "companies")) "
                + "\(w.companies == 1 ? "is" : "are") too few; we draw no wheel under \(Gates.leastWheelCompanies)."
        }
        return Finding(
            subject: s, name: name, sentence: sentence, verdict: .refused(r), unit: .share, witness: w,
            caveats: p.caveats,
            query: opening(s, in: q, p))
    }

    private func breadth(_ q: Query, _ p: Population, _ w: Witness, _ refusal: Refusal?) -> Finding {
        let title = "Technical breadth"
        let technical = technicalSkills
        let columns = generation.columns
        var sums = [Double](repeating: 0, count: generation.clusterPlaces)
        var units = sums
        for row in p.rows {
            let c = generation.cluster(of: Int(row))
            units[c] += 1
            var n = 0
            var k = Int(columns.skillOffsets[Int(row)])
            let end = min(Int(columns.skillOffsets[Int(row) + 1]), columns.skill.count)
            while k < end {
                let s = Int(columns.skill[k])
                if s < technical.count, technical[s] { n += 1 }
                k += 1
            }
            sums[c] += Double(min(n, Self.broadest))
        }
        guard refusal == nil, let mean = ratioMean(sums: sums, units: units) else {
            var f = refused(.everything, title, refusal ?? .fewCompanies, q, p, w)
            f.unit = .index
            return f
        }
        let low = max(0, mean.low)
        return Finding(
            subject: .everything, name: title,
            sentence: "These openings name \(fixed(mean.value, 1)) technical skills on average "
                + "(\(fixed(low, 1)) to \(fixed(mean.high, 1))).",
            verdict: .level, unit: .index, value: mean.value, low: low, high: mean.high, witness: w, caveats: p.caveats,
            query: opening(.everything, in: q, p))
    }

    /// By skill index of the generation.
    var technicalSkills: [Bool] {
        generation.skillIDs.map { taxonomy.skill(id: $0)?.category == .technical }
    }

    /// How far two groups' wheels lie apart, in points a spoke; nil where one has no openings.
    package func distance(_ a: Query, _ b: Query) -> ProfileDistance? {
        let one = population(a)
        let two = population(b)
        var rows: [[ProfileDistance.Row]] = []
        for p in [one, two] {
            let empty = ProfileDistance.Row(marked: [Double](repeating: 0, count: Practice.allCases.count), units: 0)
            var list = [ProfileDistance.Row](repeating: empty, count: generation.clusterPlaces)
            for row in p.rows {
                let c = generation.cluster(of: Int(row))
                list[c].units += 1
                for practice in PracticeSet(rawValue: generation.columns.practices[Int(row)]).practices {
                    list[c].marked[Int(practice.rawValue)] += 1
                }
            }
            rows.append(list)
        }
        return ProfileDistance(rows[0], rows[1])
    }
}
