import Archive
import Base
import Reading
import Sources
import Taxonomy

extension DocumentReading {
    /// The house's own: every source's parser and the reader of facts with these names.
    package static func house(_ taxonomy: Taxonomy) -> DocumentReading {
        let reader = Reader(taxonomy: taxonomy)
        return DocumentReading(
            version: reader.version,
            posting: { (document, board, id) throws(Fault) in
                try SourceCatalog.posting(from: document, board: board, externalID: id)
            },
            facts: { reader.read($0) })
    }
}

extension MarketStore {
    /// The market of a data folder, read with the house's own reader.
    package convenience init(folder: String, archive: ArchiveStore, taxonomy: Taxonomy) {
        self.init(folder: folder, archive: archive, taxonomy: taxonomy, reading: .house(taxonomy))
    }
}
