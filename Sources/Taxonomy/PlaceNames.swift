/// Cities, countries, regions and states by name, from `Names/places.tsv`, `places-world.tsv`, `countries.tsv` and
/// `places-states.tsv`.
package enum PlaceNames {
    package struct City: Sendable {
        /// In English.
        package var name: String
        package var country: String
        /// State or province code where the country is written by them (US, CA, AU); else empty.
        package var state: String
        package var spellings: [String]
        /// Shares its name with a better-known place or a common word, and is meant only in a location field or if state or
        /// country say so.
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

    package static let cities: [City] = cities(in: "places.tsv") + cities(in: "places-world.tsv", lesser: true)

    private static func cities(in file: String, lesser: Bool = false) -> [City] {
        NameFile.rows(file).flatMap { row -> [City] in
            guard row.count == 3 else { return [] }
            return row[2].split(separator: ";").map {
                var city = city($0, country: row[0], state: row[1])
                city.isSecond = city.isSecond || lesser
                return city
            }
        }
    }

    package static let areas: [Area] = NameFile.rows("countries.tsv").compactMap { row in
        row.count == 2 ? Area(code: row[0], names: row[1].split(separator: "=").map(String.init)) : nil
    }

    package static let states: [State] = NameFile.rows("places-states.tsv").compactMap { row in
        row.count == 3
            ? State(country: row[0], code: row[1], names: row[2].split(separator: "=").map(String.init)) : nil
    }

    /// Codes of provinces, cantons and Länder that are written after a city of the country and mean other things elsewhere.
    package static let localCodes: [String: String] = [
        "BR": "AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO",
        "IT": "MI TO RM NA BO FI VE GE VR PD BA PA CT TN BZ BG BS MO PR RE UD AN PG LE SA CO MB VI TV RN FE PV RA SI",
        "IN": "KA MH TN TG TS KL GJ HR UP WB AP RJ PB MP DL CH UK OD", "AU": "SA WA NT VIC NSW QLD ACT TAS",
        "CH": "ZH GE VD BE BS BL ZG SG TI LU AG FR NE VS SO TG GR", "DE": "BW BY NRW NW HE NI SN BE HH HB RP SH TH BB",
        "MX": "JAL NL CDMX DF QRO YUC", "AR": "CABA BA", "ES": "MD CT PV AN", "JP": "JP", "PH": "NCR",
    ]

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
