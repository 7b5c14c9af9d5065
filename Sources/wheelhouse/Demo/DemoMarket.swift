import Archive
import Base
import Insight
import Market
import Taxonomy

/// The market of the demo: read, unified, counted.
struct DemoMarket {
    var collection: DemoCollection
    var store: MarketStore
    var reader: MarketReader
    var insight: MarketInsight
    var documents: Int
    var readSeconds: Double

    var generation: Generation { reader.generation }

    /// Reads every document and makes the first generation.
    static func read(_ folder: String, _ collection: DemoCollection) throws -> DemoMarket {
        let progress = Progress("read")
        let store = MarketStore(folder: folder, archive: collection.archive, taxonomy: .standard)
        let generation = try store.refresh(on: Clock.today) { progress.update($0, of: $1, unit: "documents") }
        guard let reader = try store.current() else { throw Fault(.storage, "no generation was made", at: folder) }
        let documents = Int(try collection.archive.newestDocument())
        let copies = generation.postings - generation.columns.count
        progress.finish(
            documents, unit: "documents",
            note:
                "\(Numbers.grouped(copies)) copies unified, \(Numbers.grouped(generation.columns.count)) openings in columns"
        )
        return DemoMarket(
            collection: collection, store: store, reader: reader,
            insight: MarketInsight(generation: generation, taxonomy: .standard), documents: documents,
            readSeconds: progress.seconds)
    }
}
