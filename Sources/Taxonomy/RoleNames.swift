/// How titles name roles: phrases with their family and weight, from `Names/roles.tsv`.
package enum RoleNames {
    package struct Phrase: Sendable {
        package var family: RoleFamily
        /// Of several phrases in a title the heaviest decides.
        package var weight: Int
        /// In the notation of the reading room's phrase book, folded.
        package var words: String
    }

    package static let phrases: [Phrase] = NameFile.rows("roles.tsv").compactMap { row in
        guard row.count == 3, let family = RoleFamily(id: row[0]), let weight = Int(row[1]) else { return nil }
        return Phrase(family: family, weight: weight, words: row[2])
    }
}
