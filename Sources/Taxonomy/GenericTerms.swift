/// Terms that are written like names and name a class of things (codebook 1.2.1), from `Names/generic.tsv`.
package enum GenericTerms {
    package static let all: Set<String> = Set(
        NameFile.rows("generic.tsv").flatMap { row in
            row.count == 2 ? row[1].split(separator: " ").map(String.init) : []
        })
}
