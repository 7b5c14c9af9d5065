import Base
import Dispatch
import Foundation
import GRDB
import Sources
import Synchronization

extension ArchiveStore {
    /// Appends polls in one transaction, each whole, and returns their ids once they are on the disk. Appending the same
    /// poll twice (same board, moment and content) gives the id that it has and changes nothing, so that whoever does not
    /// know whether a poll was kept may append it again.
    ///
    /// Hashing and compressing run on all cores; a document that is here already costs a look-up. A document of more than
    /// 16 MiB faults `.limitBytes`; a full disk faults `.storageFull`; then nothing of the call is kept.
    package func append(_ polls: [PollRecord]) throws(Fault) -> [Int64] {
        guard !isReadOnly else { throw Fault(.refused, "the archive was opened for reading only", at: path) }
        guard !polls.isEmpty else { return [] }
        let shown = polls.map { $0.outcome == .failed || $0.unchanged ? [] : ArchiveStore.distinct($0.documents) }
        let incoming = shown.flatMap { $0 }
        var ranges: [Range<Int>] = []
        for part in shown {
            ranges.append((ranges.last?.upperBound ?? 0)..<(ranges.last?.upperBound ?? 0) + part.count)
        }
        var size = 0
        for d in incoming {
            guard d.bytes.count <= DocumentCodec.documentLimit else {
                throw Fault(
                    .limitBytes, "a document has \(d.bytes.count) bytes; the limit is \(DocumentCodec.documentLimit)",
                    at: d.externalID)
            }
            size += d.bytes.count
        }
        try DiskReserve.check(folder, incoming: size)
        let digests = parallel(incoming.count) { i in DocumentCodec.digest(incoming[i].bytes) }
        return try faulting(path) {
            try pool.write { db in
                var writer = try PollWriter(db)
                let stored = try self.storeDocuments(db, polls, ranges, incoming, digests, &writer)
                var ids: [Int64] = []
                for (k, poll) in polls.enumerated() {
                    let range = ranges[k]
                    ids.append(
                        try writer.write(
                            poll, range.map { (incoming[$0].externalID, digests[$0], stored[digests[$0]] ?? 0) }))
                }
                return ids
            }
        }
    }

    /// The first document of each external id: a poll shows a posting once.
    private static func distinct(_ documents: [ReceivedDocument]) -> [ReceivedDocument] {
        var seen = Set<String>(minimumCapacity: documents.count)
        return documents.filter { seen.insert($0.externalID).inserted }
    }

    /// Ids of all the documents, with those that are new compressed and inserted.
    private func storeDocuments(
        _ db: Database, _ polls: [PollRecord], _ ranges: [Range<Int>], _ incoming: [ReceivedDocument],
        _ digests: [Digest],
        _ writer: inout PollWriter
    ) throws -> [Digest: Int64] {
        var ids = [Digest: Int64](minimumCapacity: digests.count)
        var fresh: [(document: Int, poll: Int)] = []
        let find = try db.cachedStatement(sql: "SELECT id FROM document WHERE digest = ?")
        for (k, range) in ranges.enumerated() {
            for i in range where ids[digests[i]] == nil {
                find.setUncheckedArguments([Data(digests[i].bytes)])
                if let id = try Int64.fetchOne(find) {
                    ids[digests[i]] = id
                } else {
                    ids[digests[i]] = 0
                    fresh.append((i, k))
                }
            }
        }
        let kinds = polls.map(\.board.kind.rawValue)
        try trainDictionaries(db, fresh.map { (kinds[$0.poll], incoming[$0.document].bytes) })
        let codec = self.codec.withLock { $0 }
        // Blocks bound the frames that wait in memory, and let one compressor serve many documents.
        let insert = try db.cachedStatement(
            sql: "INSERT INTO document(digest, board, external_id, size, seal, frame) VALUES (?, ?, ?, ?, ?, ?)")
        for block in stride(from: 0, to: fresh.count, by: 2048) {
            let part = fresh[block..<min(block + 2048, fresh.count)]
            let frames = try compress(part.map { (incoming[$0.document].bytes, kinds[$0.poll]) }, codec)
            for (frame, (i, k)) in zip(frames, part) {
                let board = try writer.board(polls[k].board)
                let d = incoming[i]
                let seal = ArchiveStore.documentSeal(
                    digests[i], board: board, externalID: d.externalID, size: d.bytes.count)
                insert.setUncheckedArguments([
                    Data(digests[i].bytes), board, d.externalID, d.bytes.count, seal, Data(frame),
                ])
                try insert.execute()
                ids[digests[i]] = db.lastInsertedRowID
            }
        }
        return ids
    }

    private func compress(_ documents: [(bytes: [UInt8], kind: String)], _ codec: DocumentCodec) throws(Fault)
        -> [[UInt8]]
    {
        let share = 64
        let blocks = parallel((documents.count + share - 1) / share) { b -> Result<[[UInt8]], Fault> in
            let press = DocumentCodec.Press()
            var out: [[UInt8]] = []
            for i in b * share..<min((b + 1) * share, documents.count) {
                do throws(Fault) {
                    out.append(try press.frame(documents[i].bytes, kind: documents[i].kind, codec: codec))
                } catch {
                    return .failure(error)
                }
            }
            return .success(out)
        }
        var out: [[UInt8]] = []
        for block in blocks { out.append(contentsOf: try block.get()) }
        return out
    }

    /// A kind that has gathered enough documents gets its dictionary, once, from those at hand or those stored.
    private func trainDictionaries(_ db: Database, _ fresh: [(kind: String, bytes: [UInt8])]) throws {
        let codec = self.codec.withLock { $0 }
        var trained = false
        for (kind, documents) in Dictionary(grouping: fresh, by: \.kind).sorted(by: { $0.key < $1.key })
        where !codec.hasDictionary(kind) {
            let waiting = untrained.withLock { counts in
                counts[kind, default: 0] += documents.count
                return counts[kind, default: 0]
            }
            guard waiting >= DocumentCodec.trainingFloor else { continue }
            untrained.withLock { $0[kind] = 0 }
            var samples = documents.map(\.bytes)
            if samples.count < DocumentCodec.trainingFloor { samples += try storedSamples(db, kind, codec) }
            let step = max(samples.count / DocumentCodec.trainingSamples, 1)
            guard let new = DocumentCodec.train(stride(from: 0, to: samples.count, by: step).map { samples[$0] }) else {
                continue
            }
            let digest = Data(DocumentCodec.digest(new.bytes).bytes)
            try db.execute(
                sql: "INSERT OR IGNORE INTO dictionary(id, kind, digest, bytes) VALUES (?, ?, ?, ?)",
                arguments: [Int64(new.id), kind, digest, Data(new.bytes)])
            trained = true
        }
        guard trained else { return }
        // Should the transaction fail, a frame made with the lost dictionary is lost with it; the codec is put back.
        let next = DocumentCodec(dictionaries: try ArchiveStore.dictionaries(db), encodes: true)
        self.codec.withLock { $0 = next }
        db.afterNextTransaction(onCommit: { _ in }, onRollback: { [self] _ in self.codec.withLock { $0 = codec } })
    }

    private func storedSamples(_ db: Database, _ kind: String, _ codec: DocumentCodec) throws -> [[UInt8]] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT size, frame FROM document WHERE board IN (SELECT id FROM board WHERE kind = ?) ORDER BY id DESC LIMIT ?
                """, arguments: [kind, DocumentCodec.trainingSamples])
        let opener = DocumentCodec.Opener()
        var out: [[UInt8]] = []
        while let row = try rows.next() {
            out.append(try opener.bytes(try row.blob(1), size: Int(try row.int(0)), codec: codec))
        }
        return out
    }

    static func documentSeal(_ digest: Digest, board: Int64, externalID: String, size: Int) -> Int64 {
        var c = Checksum(seed: 1)
        c.add(Int64(bitPattern: digest.words.0))
        c.add(board)
        c.add(externalID)
        c.add(Int64(size))
        return c.value
    }
}

/// Results of `count` independent steps on all cores, in order. One step should cost microseconds at least.
package func parallel<T: Sendable>(_ count: Int, _ body: @Sendable (Int) -> T) -> [T] {
    guard count > 0 else { return [] }
    let share = max(count / 64, 1)
    let chunks = (count + share - 1) / share
    let out = Mutex([[T]](repeating: [], count: chunks))
    DispatchQueue.concurrentPerform(iterations: chunks) { c in
        let part = (c * share..<min((c + 1) * share, count)).map(body)
        out.withLock { $0[c] = part }
    }
    return out.withLock { $0 }.flatMap { $0 }
}
