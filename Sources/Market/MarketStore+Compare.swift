import Archive
import Base
import Reading
import Sources
import Taxonomy

extension MarketStore {
    /// Reads every document of the reading in force again with the reader at hand, and counts what differs. Writes
    /// nothing, so that it may run beside the process that does; keeps counts only, and a batch of documents. As fast as a
    /// refresh; `progress` is told documents read and documents to read.
    package func compare(progress: (Int, Int) -> Void = { _, _ in }) throws(Fault) -> ReadingComparison {
        guard let held = try currentFile() else {
            throw Fault(.notFound, "nothing was read yet that could be compared", at: folder)
        }
        let facts = try FactsStore(folder: folder, readOnly: true), end = try facts.newest(held.reading)
        let vocabulary = Vocabulary(taxonomy, stored: held.generation.skillIDs), boards = try boardsByID()
        var counts = DocumentCounts(vocabulary.subjects.count)
        var after: Int64 = 0
        while after < end {
            let documents = try archive.documents(after: after, limit: Self.readingStep)
            guard let last = documents.last else { break }
            let stored = try facts.encoded(held.reading, documents: after + 1...min(last.id, end))
            after = last.id
            for result in parallel(
                documents.count,
                { i -> Result<TwoReadings, Fault>? in
                    guard let record = stored[documents[i].id] else { return nil }
                    return self.readAgain(documents[i], record, boards, vocabulary)
                })
            {
                if let result { counts.add(try result.get()) }
            }
            progress(Int(min(after, end)), Int(end))
        }
        return ReadingComparison(
            readerBefore: held.generation.readerVersion, reader: versionOfReading, documents: counts.documents,
            changed: counts.changed,
            lines: vocabulary.subjects.enumerated().map { i, subject in
                ReadingComparison.Line(
                    subject, before: counts.before[i], now: counts.now[i], both: counts.both[i])
            })
    }

    private func readAgain(
        _ d: StoredDocument, _ record: [UInt8], _ boards: [String: Board], _ vocabulary: Vocabulary
    ) -> Result<TwoReadings, Fault> {
        do throws(Fault) {
            guard record.first == FactsRecord.format else {
                throw Fault(
                    .refused,
                    "the stored facts are of another format and cannot be compared; `wheelhouse reread` makes new ones",
                    at: folder)
            }
            var before = try FactsRecord(encoded: record)
            // As it would be stored: what bytes do not keep is no difference.
            var now = try FactsRecord(encoded: self.record(d, boards, signature: before.signature).encoded)
            // Positions of skills belong to a list of names; what is compared is the skill.
            before.skills = vocabulary.placed(before.skills)
            var out = TwoReadings(
                before: vocabulary.named(before), now: vocabulary.named(now), isChanged: before.skills != now.skills)
            (before.skills, now.skills) = ([], [])
            if before != now { out.isChanged = true }
            return .success(out)
        } catch { return .failure(error) }
    }

    private func record(_ d: StoredDocument, _ boards: [String: Board], signature: ShingleSignature) -> FactsRecord {
        guard let (posting, facts) = self.facts(of: d, boards) else { return FactsRecord() }
        return FactsRecord(posting, facts, signature: signature)
    }
}

/// Places for all subjects of two lists of names: the skills at hand by their index, skills that only the stored reading
/// knows, then the practices.
private struct Vocabulary: Sendable {
    let subjects: [ReadSubject]
    /// By the stored reading's index.
    private let placeOfStored: [SkillIndex]
    private let practices: Int

    init(_ taxonomy: Taxonomy, stored: [String]) {
        var ids = taxonomy.skills.map(\.id)
        var place = Dictionary(ids.enumerated().map { ($1, SkillIndex($0)) }, uniquingKeysWith: { first, _ in first })
        placeOfStored = stored.map { id in
            if let known = place[id] { return known }
            place[id] = SkillIndex(ids.count)
            ids.append(id)
            return SkillIndex(ids.count - 1)
        }
        practices = ids.count
        subjects = ids.map { .skill($0) } + Practice.allCases.map { .practice($0) }
    }

    /// The skills of a stored record by their places here, ascending.
    func placed(_ skills: [OpeningRow.Ask]) -> [OpeningRow.Ask] {
        skills.compactMap { s in
            Int(s.skill) < placeOfStored.count ? OpeningRow.Ask(placeOfStored[Int(s.skill)], s.status) : nil
        }.sorted { $0.skill < $1.skill }
    }

    /// The places of what the record names, as the market counts it: ascending.
    func named(_ r: FactsRecord) -> [Int] {
        guard r.isStatistical else { return [] }
        return r.skills.filter { $0.status != .negated }.map { Int($0.skill) }
            + r.practices.practices.map { practices + Int($0.rawValue) }
    }
}

/// What one document names in two readings.
private struct TwoReadings: Sendable {
    var before: [Int]
    var now: [Int]
    var isChanged: Bool
}

/// Documents by place.
private struct DocumentCounts {
    var before: [Int]
    var now: [Int]
    var both: [Int]
    var documents = 0
    var changed = 0

    init(_ places: Int) {
        before = [Int](repeating: 0, count: places)
        now = before
        both = before
    }

    mutating func add(_ d: TwoReadings) {
        documents += 1
        if d.isChanged { changed += 1 }
        for place in d.before { before[place] += 1 }
        for place in d.now {
            now[place] += 1
            if d.before.contains(place) { both[place] += 1 }
        }
    }
}
