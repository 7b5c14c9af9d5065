import Base
import Taxonomy

/// A place of work, its country, and what pay looks like there.
package struct SamplePlace: Sendable {
    var city: String
    /// As boards write it: "Berlin, Germany".
    var line: String
    package var country: String
    var countryName: String
    var currency: String
    /// Pay of a mid-level person against the United States, in the currency of the place.
    var payFactor: Double
    /// Share of openings that state pay.
    var disclosure: Double

    package static let all: [SamplePlace] = lines(table).map { line in
        let p = line.split(separator: "|").map { SkillBook.trimmed($0) }
        return SamplePlace(
            city: p[0], line: p[1], country: p[2], countryName: p[3], currency: p[4], payFactor: Double(p[5]) ?? 1,
            disclosure: Double(p[6]) ?? 0)
    }
    /// Weighted towards the first of each line of the table.
    static let weights: [Double] = lines(table).map {
        Double($0.split(separator: "|").last.map { SkillBook.trimmed($0) } ?? "1") ?? 1
    }

    private static let table = """
        San Francisco|San Francisco, CA|US|United States|USD|1.12|0.78|9
        New York|New York, NY|US|United States|USD|1.08|0.80|9
        Austin|Austin, TX|US|United States|USD|0.95|0.62|5
        Seattle|Seattle, WA|US|United States|USD|1.06|0.80|5
        Boston|Boston, MA|US|United States|USD|1.02|0.66|4
        Denver|Denver, CO|US|United States|USD|0.95|0.82|3
        Chicago|Chicago, IL|US|United States|USD|0.95|0.62|4
        Toronto|Toronto, Canada|CA|Canada|CAD|0.88|0.40|4
        London|London, United Kingdom|GB|United Kingdom|GBP|0.52|0.24|9
        Manchester|Manchester, United Kingdom|GB|United Kingdom|GBP|0.44|0.24|3
        Berlin|Berlin, Germany|DE|Germany|EUR|0.50|0.10|9
        Munich|Munich, Germany|DE|Germany|EUR|0.53|0.08|5
        Hamburg|Hamburg, Germany|DE|Germany|EUR|0.49|0.08|3
        Amsterdam|Amsterdam, Netherlands|NL|Netherlands|EUR|0.50|0.14|5
        Paris|Paris, France|FR|France|EUR|0.42|0.10|4
        Madrid|Madrid, Spain|ES|Spain|EUR|0.34|0.10|3
        Lisbon|Lisbon, Portugal|PT|Portugal|EUR|0.32|0.08|3
        Dublin|Dublin, Ireland|IE|Ireland|EUR|0.55|0.14|3
        Stockholm|Stockholm, Sweden|SE|Sweden|SEK|4.6|0.06|3
        Warsaw|Warsaw, Poland|PL|Poland|PLN|1.7|0.36|3
        Zurich|Zurich, Switzerland|CH|Switzerland|CHF|0.85|0.08|2
        Vienna|Vienna, Austria|AT|Austria|EUR|0.46|0.60|2
        Copenhagen|Copenhagen, Denmark|DK|Denmark|DKK|4.4|0.05|2
        Bangalore|Bangalore, India|IN|India|INR|22|0.12|3
        Singapore|Singapore|SG|Singapore|SGD|0.72|0.20|2
        Sydney|Sydney, Australia|AU|Australia|AUD|1.0|0.28|2
        """
}
