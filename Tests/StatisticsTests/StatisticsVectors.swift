import Fixtures
import Foundation
import Statistics
import Testing

/// Every file of the vectors' folder, found by its name, against values from R, scipy, statsmodels and scikit-learn.
@Suite struct StatisticsVectors {
    typealias Check = @Sendable (_ input: Node, _ expect: Node, _ near: Near) throws -> Void

    static let checks: [String: Check] = [
        "share": share, "change": change, "fdr": fdr, "confidence_sequence": confidence, "raking": raking,
        "season": season,
        "damped_trend": dampedTrend, "time_open": timeOpen, "time_open_band": timeOpenBand, "pay_quantile": quantile,
        "pay_premium": premium, "goes_with": goesWith, "goes_with_in_role": goesWithInRole,
        "wheel_distance": wheelDistance,
        "role_map": roleMap,
    ]

    static var files: [String] {
        guard let folder = Fixtures.vectors("stats") else { return [] }
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".json") }
            .sorted().map { folder + "/" + $0 }
    }

    @Test(arguments: files) func `agrees with the vectors`(path: String) throws {
        let name = String(path.split(separator: "/").last?.dropLast(5) ?? "")
        guard let check = Self.checks[name] else {
            Issue.record("no check for the vectors in \(name).json: add one to StatisticsVectors.checks")
            return
        }
        let root = Node(try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path))))
        let tolerance = root["tolerance"].number
        let cases = root["cases"].list
        #expect(!cases.isEmpty)
        for (i, c) in cases.enumerated() {
            try check(c["input"], c["expect"], Near(tolerance: tolerance, place: "\(name)[\(i)]"))
        }
    }

    static let share: Check = { input, expect, near in
        let s = try #require(Share(marked: input["asked"].numbers, units: input["openings"].numbers))
        near(s.value, expect["p"], "p")
        if !expect["var_jackknife_R"].isMissing { near(s.jackknife, expect["var_jackknife_R"], "jackknife") }
        near(s.effectiveClusters, expect["kish_companies"], "kish")
        near(s.designEffect, expect["deff"], "deff")
        near(s.df, expect["df"], "df")
        near(s.multiplier, expect["t"], "t")
        near(s.low, expect["lo"], "lo")
        near(s.high, expect["hi"], "hi")
    }

    static let change: Check = { input, expect, near in
        let (y1, n1) = (input["asked_now"].numbers, input["openings_now"].numbers)
        let (y0, n0) = (input["asked_before"].numbers, input["openings_before"].numbers)
        let cells = y1.indices.map {
            Change.Cell(
                cluster: Int32($0), markedAfter: y1[$0], unitsAfter: n1[$0], markedBefore: y0[$0], unitsBefore: n0[$0])
        }
        for (kind, found) in [("pooled", Change.pooled(cells)), ("matched", Change.matched(cells))] {
            let c = try #require(found)
            let e = expect[kind]
            near(c.logRatio, e["log_ratio"], "\(kind) e")
            near(c.jackknife, e["var_jackknife"], "\(kind) vj")
            near(c.error, e["se"], "\(kind) se")
            near(c.df, e["df"], "\(kind) df")
            near(c.logLow, e["lo"], "\(kind) lo")
            near(c.logHigh, e["hi"], "\(kind) hi")
            near(c.p, e["p"], "\(kind) p")
            if kind == "matched" { near(c.weight, e["weight"], "weight") }
        }
    }

    static let fdr: Check = { input, expect, near in
        near(FalseDiscovery.benjaminiHochberg(input["p"].numbers), expect["bh"], "bh")
        near(FalseDiscovery.benjaminiYekutieli(input["p"].numbers), expect["by"], "by")
    }

    static let confidence: Check = { input, expect, near in
        let f = sequenceMultiplier(
            n: input["effective_n"].number, tightestAt: input["tightest_at"].number, alpha: input["alpha"].number)
        near(f, expect["multiplier"], "multiplier")
    }

    static let raking: Check = { input, expect, near in
        let r = try #require(
            Raking(
                counts: input["counts"].list.map(\.numbers), rowShares: input["row_share"].numbers,
                columnShares: input["column_share"].numbers))
        for (row, e) in zip(r.weights, expect["weight_per_opening"].list) { near(row, e, "weights") }
    }

    static let season: Check = { input, expect, near in
        let series = input["series"].numbers
        let s = try #require(Season(series))
        near(s.raw, expect["raw_log_factors"], "raw")
        near(s.noise, expect["noise_variance"], "noise")
        near(s.signal, expect["factor_variance"], "signal")
        near(s.shrunk, expect["shrunk_log_factors"], "shrunk")
        near(s.adjusted(series), expect["adjusted"], "adjusted")
    }

    static let dampedTrend: Check = { input, expect, near in
        let t = try #require(
            DampedTrend(
                input["series"].numbers, alpha: input["alpha"].number, beta: input["beta"].number,
                phi: input["phi"].number))
        near(t.forecast(Int(input["horizon"].number)), expect["forecast"], "forecast")
        near(t.squaredError, expect["sse_one_step"], "sse")
    }

    static let timeOpen: Check = { input, expect, near in
        let (entry, exit, closed) = (input["entry"].numbers, input["exit"].numbers, input["closed"].numbers)
        let lives = entry.indices.map { Lifetimes.Life(entry: entry[$0], exit: exit[$0], ended: closed[$0] == 1) }
        let km = Lifetimes(lives)
        near(km.times, expect["times"], "times")
        near(km.survival, expect["survival"], "survival")
        near(km.atRisk, expect["at_risk"], "at risk")
        let bounds = km.logLogBounds()
        for (i, (low, high)) in zip(expect["lower_loglog"].list, expect["upper_loglog"].list).enumerated() {
            near(bounds[i]?.low, low, "low[\(i)]")
            near(bounds[i]?.high, high, "high[\(i)]")
        }
        near(km.median, expect["median"], "median")
        let test = Lifetimes.logRank(lives, inGroup: input["group"].numbers.map { $0 == 1 })
        near(test.difference, expect["logrank"]["observed_minus_expected"], "o-e")
        near(test.variance, expect["logrank"]["variance"], "variance")
        near(test.chiSquare, expect["logrank"]["chi2"], "chi2")
    }

    static let timeOpenBand: Check = { input, expect, near in
        let (entry, exit, closed) = (input["entry"].numbers, input["exit"].numbers, input["closed"].numbers)
        let company = input["company"].numbers
        let km = Lifetimes(
            entry.indices.map {
                Lifetimes.Life(entry: entry[$0], exit: exit[$0], ended: closed[$0] == 1, cluster: Int(company[$0]))
            })
        let band = try #require(km.band())
        near(km.times, expect["times"], "times")
        near(km.hazard, expect["hazard"], "hazard")
        near(band.error, expect["se_company"], "error")
        near(band.df, expect["df"], "df")
        near(band.medianLow, expect["median_lo"], "median low")
        near(band.medianHigh, expect["median_hi"], "median high")
    }

    static let quantile: Check = { input, expect, near in
        let company = input["company"].numbers.map { Int($0) }
        for level in ["0.25", "0.5", "0.75"] {
            let q = try #require(
                Quantile(
                    Double(level) ?? 0, of: input["pay"].numbers, cluster: company, clusters: (company.max() ?? 0) + 1))
            let e = expect[level]
            near(q.interval.value, e["value"], "\(level) value")
            near(q.interval.low, e["lo"], "\(level) lo")
            near(q.interval.high, e["hi"], "\(level) hi")
            near(q.levelLow, e["level_lo"], "\(level) level lo")
            near(q.levelHigh, e["level_hi"], "\(level) level hi")
        }
    }

    static let premium: Check = { input, expect, near in
        let r = try #require(
            ClusterRegression(
                outcome: input["log_pay"].numbers, columns: [input["skill"].numbers],
                factors: [input["role"].numbers.map { Int($0) }, input["seniority"].numbers.map { Int($0) }],
                cluster: input["company"].numbers.map { Int($0) }))
        near(r.coefficient, expect["premium_log"], "premium")
        near(r.error, expect["se_company"], "error")
        near(r.df, expect["df"], "df")
        near(r.low, expect["lo"], "lo")
        near(r.high, expect["hi"], "hi")
        near(100 * (exp(r.coefficient) - 1), expect["percent"], "percent")
    }

    static let goesWith: Check = { input, expect, near in
        let a = try #require(
            Association(
                both: input["both"].number, a: input["a"].number, b: input["b"].number, n: input["openings"].number))
        near(a.g2, expect["g2"], "g2")
        near(a.lift, expect["lift"], "lift")
        near(a.shrunkLift, expect["lift_shrunk"], "shrunk")
        near(a.pmi2, expect["pmi2"], "pmi2")
    }

    static let goesWithInRole: Check = { input, expect, near in
        let s = Association.within(
            input["tables"].list.map { t in
                let rows = t.list.map(\.numbers)
                return Association.Table(both: rows[0][0], aOnly: rows[0][1], bOnly: rows[1][0], neither: rows[1][1])
            })
        near(s.oddsRatio, expect["mh_odds_ratio"], "odds")
        near(s.logError, expect["log_se"], "se")
        near(s.chiSquare, expect["cmh_chi2"], "cmh")
    }

    static let wheelDistance: Check = { input, expect, near in
        func rows(_ group: String) -> [ProfileDistance.Row] {
            zip(input["asked_\(group)"].list, input["openings_\(group)"].numbers)
                .map { ProfileDistance.Row(marked: $0.numbers, units: $1) }
        }
        let d = try #require(ProfileDistance(rows("a"), rows("b")))
        near(d.plugIn, expect["plug_in_mean_square"], "plug in")
        near(d.debiased, expect["debiased_mean_square"], "debiased")
        near(d.points, expect["rms_points"], "points")
    }

    static let roleMap: Check = { input, expect, near in
        let baseline = input["baseline_shares"].list.map(\.numbers)
        let m = try #require(ProfileMap(baseline: baseline))
        near(m.mean, expect["mean"], "mean")
        for (axis, e) in zip(m.axes, expect["axes"].list) { near(axis, e, "axis") }
        near(m.explained, expect["explained"], "explained")
        for (shares, e) in zip(baseline, expect["baseline_xy"].list) { near(m.place(shares), e, "baseline") }
        for (shares, e) in zip(input["month_shares"].list, expect["month_xy"].list) {
            near(m.place(shares.numbers), e, "month")
        }
    }
}

/// A value of the vectors' JSON.
struct Node {
    let value: Any?
    init(_ value: Any?) { self.value = value }
    subscript(_ key: String) -> Node { Node((value as? [String: Any])?[key]) }
    var isMissing: Bool { value == nil || value is NSNull }
    var number: Double { (value as? NSNumber)?.doubleValue ?? .nan }
    var list: [Node] { (value as? [Any] ?? []).map { Node($0) } }
    var numbers: [Double] { list.map(\.number) }
}

/// Compares within `tolerance · max(1, |expected|)`.
struct Near {
    var tolerance: Double
    var place: String
    func callAsFunction(_ found: Double?, _ expected: Node, _ what: String, at line: SourceLocation = #_sourceLocation)
    {
        guard let found else {
            #expect(expected.isMissing, "\(place) \(what): nothing found", sourceLocation: line)
            return
        }
        let e = expected.number
        #expect(
            abs(found - e) <= tolerance * max(1, abs(e)), "\(place) \(what): \(found), expected \(e)",
            sourceLocation: line)
    }
    func callAsFunction(_ found: [Double], _ expected: Node, _ what: String, at line: SourceLocation = #_sourceLocation)
    {
        #expect(found.count == expected.list.count, "\(place) \(what): count", sourceLocation: line)
        for (i, (f, e)) in zip(found, expected.list).enumerated() { self(f, e, "\(what)[\(i)]", at: line) }
    }
}
