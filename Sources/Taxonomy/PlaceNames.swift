/// Cities, countries, regions and states by name, from `Names/places.tsv`, `countries.tsv` and `places-states.tsv`.
package enum PlaceNames {
    package struct City: Sendable {
        /// In English.
        package var name: String
        package var country: String
        /// State or province code where the country is written by them (US, CA, AU); else empty.
        package var state: String
        package var spellings: [String]
        /// Shares its name with a better-known place and is meant only if state or country say so.
        package var isSecond: Bool
    }
    package struct Area: Sendable {
        /// ISO 3166-1 alpha-2, or the codebook's name of a region (EU, EMEA, LATAM, ...).
        package var code: String
        package var names: [String]
    }
    package struct State: Sendable {
        package var country: String
        package var code: String
        package var names: [String]
    }

    package static let cities: [City] = NameFile.rows("places.tsv").flatMap { row -> [City] in
        guard row.count == 3 else { return [] }
        return row[2].split(separator: ";").map { city($0, country: row[0], state: row[1]) }
    }

    package static let areas: [Area] = NameFile.rows("countries.tsv").compactMap { row in
        row.count == 2 ? Area(code: row[0], names: row[1].split(separator: "=").map(String.init)) : nil
    }

    package static let states: [State] = NameFile.rows("places-states.tsv").compactMap { row in
        row.count == 3
            ? State(country: row[0], code: row[1], names: row[2].split(separator: "=").map(String.init)) : nil
    }

    /// "Burlington MA": a code of state or country after a name marks the lesser of two places.
    private static func city(_ text: Substring, country: String, state: String) -> City {
        var names = text.split(separator: "=").map(String.init)
        var isSecond = false
        let words = names[0].split(separator: " ")
        if words.count > 1, let last = words.last, last == state || last == country || last == "UK", last.count <= 3 {
            names[0] = words.dropLast().joined(separator: " ")
            isSecond = true
        }
        return City(name: names[0], country: country, state: state, spellings: names, isSecond: isSecond)
    }
}
