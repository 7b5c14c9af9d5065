import Base
import Market
import Statistics
import Taxonomy

extension MarketInsight {
    /// Pay of the query's openings: who states it first, then quantiles of the midpoint of those who do, in the one
    /// currency that most state (or the question's); nothing is converted.
    package func pay(of q: Query, name: String) -> PayPicture {
        let p = population(q)
        let columns = generation.columns
        var stated = [Double](repeating: 0, count: generation.clusterPlaces)
        var units = stated
        var byCurrency: [Currency: Int] = [:]
        for row in p.rows {
            let c = generation.cluster(of: Int(row))
            units[c] += 1
            guard !columns.payMin[Int(row)].isNaN || !columns.payMax[Int(row)].isNaN else { continue }
            stated[c] += 1
            if let currency = columns.currency(Int(row)) { byCurrency[currency, default: 0] += 1 }
        }
        let disclosure = disclosure(Share(marked: stated, units: units), q, p)
        let counts = byCurrency.map { PayPicture.CurrencyCount(currency: $0, openings: $1) }
            .sorted { ($0.openings, $1.currency) > ($1.openings, $0.currency) }
        let currency = q.payFloor?.currency ?? counts.first?.currency
        let quantiles = quantiles(currency, q, p)
        return PayPicture(
            name: name, disclosure: disclosure, currency: currency, quantiles: quantiles,
            other: counts.filter { $0.currency != currency })
    }

    private func disclosure(_ share: Share?, _ q: Query, _ p: Population) -> Finding {
        var opens = opening(.everything, in: q, p)
        opens.payStated = true
        var f = finding(
            .everything, "Openings that state pay", share, q: q, p, opens: opens,
            sentence: { i in
                "\(Sentences.about(i.value, Sentences.noun(q))) state pay; with other companies it could have been "
                    + "\(Sentences.hundredths(i.low)) to \(Sentences.hundredths(i.high)) in 100."
            })
        if let r = f.value, r <= 0.5 {
            f.caveats.append("Most openings state no pay, so every figure is of ads that do.")
        }
        return f
    }

    private func quantiles(_ currency: Currency?, _ q: Query, _ p: Population) -> [PayPicture.Quantile] {
        let columns = generation.columns
        var values: [Double] = []
        var clusters: [Int] = []
        var wide = 0
        for row in p.rows.lazy.map({ Int($0) }) {
            let low = Double(columns.payMin[row])
            let high = Double(columns.payMax[row])
            guard let currency, columns.currency(row) == currency, low > 0, high >= low else { continue }
            guard high / low <= Gates.widestPayRange else {
                wide += 1
                continue
            }
            values.append((low + high) / 2)
            clusters.append(generation.cluster(of: row))
        }
        let levels: [(level: Double, least: Int)] = [
            (0.1, Gates.decileAds), (0.25, Gates.quartileAds), (0.5, Gates.medianAds), (0.75, Gates.quartileAds),
            (0.9, Gates.decileAds),
        ]
        return levels.map { level, least in
            let found = Quantile(level, of: values, cluster: clusters, clusters: generation.clusterPlaces)
            return PayPicture.Quantile(
                level: level, finding: quantile(found, level, least, values, clusters, currency, wide, q, p))
        }
    }

    private func quantile(
        _ found: Quantile?, _ level: Double, _ least: Int, _ values: [Double], _ clusters: [Int], _ currency: Currency?,
        _ wide: Int, _ q: Query, _ p: Population
    ) -> Finding {
        var sizes: [Int: Int] = [:]
        for c in clusters { sizes[c, default: 0] += 1 }
        let largest = Double(sizes.values.max() ?? 0) / Double(max(values.count, 1))
        let w = witness(p, openings: values.count, companies: sizes.count, largest: largest)
        var opens = opening(.everything, in: q, p)
        opens.payStated = true
        let name = "\(Int((level * 100).rounded())) % are at or below"
        var refusal: Refusal?
        if values.count < least {
            refusal = .fewOpenings
        } else if sizes.count < Gates.leastPayCompanies {
            refusal = .fewCompanies
        }
        if refusal == nil, largest > Gates.largestPart { refusal = .oneCompany }
        guard refusal == nil, let found, let currency else {
            let why = refusal ?? .fewOpenings
            var sentence = Sentences.refused(why, openings: values.count, companies: sizes.count, interval: nil)
            if why == .fewOpenings {
                sentence =
                    "\(counted(values.count, "ad states", "ads state")) a usable range; we give this figure from \(least)."
            } else if why == .fewCompanies {
                sentence =
                    "\(counted(sizes.count, "company states", "companies state")) pay; "
                    + "we give this figure from \(Gates.leastPayCompanies)."
            }
            return Finding(
                subject: .everything, name: name, sentence: sentence, verdict: .refused(why), unit: .money, witness: w,
                caveats: p.caveats, query: opens)
        }
        let i = found.interval
        let part =
            level == 0.5
            ? "half" : level < 0.5 ? "\(Int((level * 100).rounded())) %" : "\(Int(((1 - level) * 100).rounded())) %"
        let side = level < 0.5 ? "less" : "more"
        var notes = ["The figure is the middle of the stated range, which is some 16 % either way."]
        if wide > 0 {
            notes.append(
                "\(counted(wide, "ad")) whose top is more than twice the bottom \(wide == 1 ? "is" : "are") left out.")
        }
        return Finding(
            subject: .everything, name: name,
            sentence:
                "Of \(Sentences.noun(q)) that state pay, \(part) offer \(Sentences.money(i.value, currency)) a year or \(side) "
                + "(\(Sentences.money(i.low, currency)) to \(Sentences.money(i.high, currency))).",
            verdict: .level, unit: .money, value: i.value, low: i.low, high: i.high, witness: w,
            caveats: notes + (largest > 0.25 ? Gates.warnings(effective: .infinity, largest: largest) : []) + p.caveats,
            query: opens)
    }
}
