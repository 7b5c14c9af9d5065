import Foundation

/// First names that are common among people who write or are named in postings, from `Names/first-names.tsv`.
package enum FirstNames {
    /// Hashes (`PhraseBook.hash`) of the names in small letters.
    package static let hashes: Set<UInt64> = {
        var out: Set<UInt64> = []
        for row in NameFile.rows("first-names.tsv") {
            for name in row[0].split(separator: " ") { out.insert(PhraseBook.hash(name.utf8)) }
        }
        return out
    }()
}
