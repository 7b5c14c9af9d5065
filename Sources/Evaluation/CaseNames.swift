import Base

/// The levels at which a case asks for a skill. `learn` is taught here, so that a reader of four statuses may negate it.
enum CaseStatus {
    /// From weakest to strongest.
    static let all = ["negated", "context", "learn", "nice", "required"]
    static func rank(_ status: String?) -> Int? { status.flatMap(all.firstIndex) }
}

/// When two names, cities or regions of cases are one, and which names of skills count at all.
struct CaseNames: Sendable {
    private var names: [String: String] = [:]
    private var implied: [String: [String]] = [:]
    private var cities: [String: String] = [:]
    private var regions: [String: [String]] = [:]

    static let standard = CaseNames()

    private init() {
        let rows = EquivalentsFile.rows("case-names.tsv")
        for row in rows {
            names[row[0].caseFolded] = row[0]
            implied[row[0]] = EquivalentsFile.list(row[2])
        }
        for row in rows {
            for other in EquivalentsFile.list(row[1]) where names[other] == nil { names[other] = row[0] }
        }
        for (name, others) in EquivalentsFile.places("city") { for other in others { cities[other] = name } }
        for (name, countries) in EquivalentsFile.places("region") { regions[name] = countries }
    }

    /// Nil for a name that the cases do not score.
    func canonical(_ name: String) -> String? {
        let key = name.blanksJoined.caseFolded
        return names[key] ?? names[key.replacing("-", with: " ")] ?? names[key.replacing("_", with: " ")]
    }

    /// Names that stand beside this one neither right nor wrong: AWS beside AWS Lambda.
    func implied(by name: String) -> [String] { implied[name] ?? [] }

    /// A city and its country in one word. Bytes, for Unicode's equivalent spellings are not one city here.
    func city(_ c: JSON) -> [UInt8] {
        let name = (c["name"].string ?? "").blanksJoined.caseFolded
        return Array((cities[name] ?? name).utf8) + [0] + Array((c["country"].string ?? "").uppercased().utf8)
    }

    /// Countries and regions as one set; a region that is a few countries counts as these.
    func eligible(_ list: JSON) -> Set<String> {
        var out: Set<String> = []
        for x in list.elements.compactMap(\.string) {
            let trimmed = x.blanksTrimmed
            if trimmed.caseFolded == "worldwide" { out.insert("worldwide"); continue }
            let code = trimmed.uppercased().replacing(" ", with: "_").replacing("-", with: "_")
            let country = code == "UK" ? "GB" : code == "USA" ? "US" : code
            out.formUnion(regions[country] ?? [country])
        }
        return out
    }
}

extension String {
    fileprivate var blanksTrimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isBlank }),
            let last = scalars.lastIndex(where: { !$0.isBlank })
        else { return "" }
        return String(scalars[first...last])
    }
}
