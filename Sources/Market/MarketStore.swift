import Archive
import Base
import Foundation
import Reading
import Sources
import Synchronization
import Taxonomy

/// The market of a data folder: makes generations from the archive and gives readers of the newest.
///
/// `market/` holds `facts.sqlite` (FactsStore), `text-N.sqlite` (TextIndex), `gen-NNNNNN/` (GenerationFile), `current`, the
/// name of the generation that is in force, and `revisions.jsonl` (RevisionFile).
///
/// A generation of another reader than the one before it leaves a revision, dated by the `day` that the caller gives; by
/// the day up to which the archive was read if it gives none.
package final class MarketStore: Sendable {
    /// Documents read in one step: about 4 MB of text.
    static let readingStep = 1_024
    /// Generations before the current one that stay for readers that hold them.
    static let keptGenerations = 2

    package let archive: ArchiveStore
    package let taxonomy: Taxonomy
    package let folder: String
    let reading: DocumentReading
    private let state = Mutex<MarketReader?>(nil)
    private let writing = Mutex(())

    /// `folder` is the data folder. Nothing is opened or made until it is asked for.
    package init(folder: String, archive: ArchiveStore, taxonomy: Taxonomy, reading: DocumentReading) {
        self.folder = folder + "/market"
        self.archive = archive
        self.taxonomy = taxonomy
        self.reading = reading
    }

    /// Reads what is new in the archive and swaps in the next generation; the one in force if nothing is new. About
    /// 3,000 new documents a second on two cores; `progress` is told documents read and documents to read.
    package func refresh(on day: Day? = nil, progress: (Int, Int) -> Void = { _, _ in }) throws(Fault) -> Generation {
        try make(freshReading: false, always: false, day, progress)
    }

    /// Makes the generation again from the facts that are stored: seconds for 100,000 documents.
    package func rebuild(on day: Day? = nil, progress: (Int, Int) -> Void = { _, _ in }) throws(Fault) -> Generation {
        try make(freshReading: false, always: true, day, progress)
    }

    /// Reads every document of the archive again, facts and words, and makes the generation from that.
    package func reread(on day: Day? = nil, progress: (Int, Int) -> Void = { _, _ in }) throws(Fault) -> Generation {
        try make(freshReading: true, always: true, day, progress)
    }

    /// The newest whole generation, mapped; nil if none was made yet. Cheap when nothing has changed.
    package func current() throws(Fault) -> MarketReader? {
        guard let number = try GenerationFile.current(folder) else { return nil }
        if let held = state.withLock({ $0 }), held.generation.number == number { return held }
        let reader = try open(number)
        state.withLock { $0 = reader }
        return reader
    }

    private func open(_ number: Int) throws(Fault) -> MarketReader {
        let file = try GenerationFile(folder, number: number)
        let text = try TextIndex(path: TextIndex.path(folder, file.reading), readOnly: true)
        return MarketReader(file: file, text: text, archive: archive, reading: reading)
    }

    // MARK: Making

    private func make(freshReading: Bool, always: Bool, _ day: Day?, _ progress: (Int, Int) -> Void) throws(Fault)
        -> Generation
    {
        guard !archive.isReadOnly else {
            throw Fault(.refused, "the market is made by the process that writes the archive", at: folder)
        }
        do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
            throw Fault(.storage, "cannot make the market's folder", at: folder)
        }
        return try faulting(folder) {
            try writing.withLock { _ in
                guard let newest = try archive.newestPoll() else {
                    throw Fault(
                        .notFound, "the archive holds no poll yet; import or collect something first", at: folder)
                }
                let facts = try FactsStore(folder: folder, readOnly: false)
                let number = try facts.reading(
                    version: versionOfReading + " record \(FactsRecord.format)", fresh: freshReading)
                let held = try? currentFile()
                if !always, let held, held.poll == newest.id, held.reading == number, let reader = try current() {
                    return reader.generation
                }
                try read(into: facts, number, progress)
                let next = try lastNumber() + 1
                try write(facts, number, newest, next)
                try noteRevision(from: held, to: next, on: day ?? newest.at.day)
                try GenerationFile.point(folder, to: next)
                guard let reader = try current() else {
                    throw Fault(.storage, "the new generation is not there", at: folder)
                }
                try? clean(facts, reader)
                return reader.generation
            }
        }
    }

    /// Skills are numbers in the facts: the taxonomy's version belongs to the reading.
    var versionOfReading: String {
        reading.version.contains(taxonomy.version) ? reading.version : reading.version + "+" + taxonomy.version
    }

    func currentFile() throws(Fault) -> GenerationFile? {
        guard let number = try GenerationFile.current(folder) else { return nil }
        return try GenerationFile(folder, number: number)
    }

    private func lastNumber() throws(Fault) -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { $0.hasPrefix("gen-") ? Int($0.dropFirst(4).prefix(6)) : nil }.max() ?? 0
    }

    /// Facts on all cores here, words on a thread of their own: both take about as long.
    private func read(into facts: FactsStore, _ number: Int64, _ progress: (Int, Int) -> Void) throws {
        let text = try TextIndex(path: TextIndex.path(folder, number), readOnly: false)
        let haveFacts = try facts.newest(number), haveText = try text.newest(), end = try archive.newestDocument()
        var after = min(haveFacts, haveText)
        guard after < end else { return }
        let boards = try boardsByID()
        let belt = Belt<[(document: Int64, text: [UInt8])]>(capacity: 4)
        let indexing = Worker({ () throws(Fault) in try text.add { belt.take() } }, onFailure: { belt.abandon() })
        defer {
            belt.end()
            _ = indexing.wait()
        }
        let begin = after
        while after < end {
            let documents = try archive.documents(after: after, limit: Self.readingStep)
            guard let last = documents.last else { break }
            after = last.id
            let read = parallel(documents.count) { i in self.read(documents[i], boards) }
            if last.id > haveFacts {
                try facts.add(
                    read.filter { $0.document > haveFacts }.map { ($0.document, $0.record, $0.shingles) }, to: number)
            }
            let words = read.filter { $0.document > haveText }.map { ($0.document, $0.text) }
            if !words.isEmpty, !belt.put(words) { break }
            progress(Int(after - begin), Int(end - begin))
        }
        belt.end()
        if let fault = indexing.wait() { throw fault }
    }

    func boardsByID() throws(Fault) -> [String: Board] {
        Dictionary(try archive.boardRows().map { ($0.board.id, $0.board) }, uniquingKeysWith: { a, _ in a })
    }

    private struct ReadDocument: Sendable {
        var document: Int64
        var record: [UInt8]
        var shingles: [UInt8]
        var text: [UInt8]
    }

    /// A document that cannot be understood any more is kept as an opening that no statistic counts.
    private func read(_ d: StoredDocument, _ boards: [String: Board]) -> ReadDocument {
        guard let (posting, facts) = self.facts(of: d, boards) else {
            return ReadDocument(document: d.id, record: FactsRecord().encoded, shingles: [], text: [])
        }
        let (signature, set) = Shingles.read(facts.text[min(facts.bodyStart, facts.text.count)...])
        let record = FactsRecord(posting, facts, signature: signature)
        var text = facts.text
        text.append(10)
        text.append(contentsOf: record.company.utf8)
        return ReadDocument(document: d.id, record: record.encoded, shingles: Shingles.encode(set), text: text)
    }

    /// Nil for a document that cannot be understood any more.
    func facts(of d: StoredDocument, _ boards: [String: Board]) -> (posting: Posting, facts: Facts)? {
        guard let board = boards[d.board], let posting = try? reading.posting(d.bytes, board, d.externalID) else {
            return nil
        }
        return (posting, reading.facts(posting))
    }

    private func write(_ facts: FactsStore, _ number: Int64, _ newest: (id: Int64, at: Instant), _ next: Int) throws {
        let (documents, records) = try facts.records(number)
        let boards = try archive.boardRows()
        let unify = try Unify(
            sightings: try archive.sightings(), documents: documents, records: records, boards: boards,
            polls: try archive.completePolls(), asOf: newest.at.day, shingles: { try facts.shingles($0, number) })
        try GenerationFile.write(
            unify, boards: boards.map(\.board), skillIDs: taxonomy.skills.map(\.id), readerVersion: versionOfReading,
            asOf: newest.at.day, reading: number, poll: newest.id, market: folder, number: next)
    }

    /// Removes what no kept generation needs.
    private func clean(_ facts: FactsStore, _ reader: MarketReader) throws(Fault) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let numbers = names.compactMap { $0.hasPrefix("gen-") && !$0.hasSuffix(".tmp") ? Int($0.dropFirst(4)) : nil }
            .sorted()
        let kept = Set(numbers.suffix(Self.keptGenerations + 1))
        for n in numbers where !kept.contains(n) { try GenerationFile.remove(folder + "/" + GenerationFile.name(n)) }
        var readings: Set<Int64> = [reader.file.reading]
        for n in kept { if let file = try? GenerationFile(folder, number: n) { readings.insert(file.reading) } }
        try facts.keep(readings)
        for name in names where name.hasPrefix("text-") {
            if let n = Int64(name.dropFirst(5).prefix { $0 != "." }), !readings.contains(n) {
                try GenerationFile.remove(folder + "/" + name)
            }
        }
    }

    // MARK: Checking

    /// What is not as it was written: columns of the current generation by their checksum, its word index by its own
    /// check, lines of revisions.
    package func verify() -> [Damage] { generationDamages() + revisionDamages() }

    private func generationDamages() -> [Damage] {
        do throws(Fault) {
            guard let number = try GenerationFile.current(folder) else { return [] }
            let place = "market/" + GenerationFile.name(number)
            do throws(Fault) {
                let file = try GenerationFile(folder, number: number)
                return try TextIndex(path: TextIndex.path(folder, file.reading), readOnly: archive.isReadOnly).damages()
            } catch { return [Damage(place, error.sentence)] }
        } catch { return [Damage("market/current", error.sentence)] }
    }

    private func revisionDamages() -> [Damage] {
        let place = "market/revisions.jsonl"
        do throws(Fault) {
            let unread = try RevisionFile(folder).read().unread
            return unread == 0 ? [] : [Damage(place, "\(unread) of its lines cannot be read")]
        } catch { return [Damage(place, error.sentence)] }
    }
}
