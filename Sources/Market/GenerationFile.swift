import Archive
import Base
import Foundation
import Glibc
import Sources

/// One generation on disk: `columns` (ColumnsFile) and `about` (JSON: number, reading, newest poll).
struct GenerationFile {
    var generation: Generation
    var reading: Int64
    /// The archive's newest poll when it was made.
    var poll: Int64
    var cardOffsets: Column<UInt32>
    var cardBytes: Column<UInt8>
    var memberOffsets: Column<UInt32>
    var member: Column<Int64>
    var memberReason: Column<UInt8>

    static func name(_ number: Int) -> String { "gen-" + pad(number, 6) }

    /// The newest generation's number by the pointer; nil if there is none.
    static func current(_ market: String) throws(Fault) -> Int? {
        guard FileManager.default.fileExists(atPath: market + "/current") else { return nil }
        let text = String(decoding: try DurableFile.read(market + "/current", limit: 64), as: UTF8.self)
        guard text.hasPrefix("gen-"), text.hasSuffix("\n"), let n = Int(text.dropFirst(4).dropLast()) else {
            throw Fault(.corrupt, "the pointer to the current market is damaged; rebuild it", at: market + "/current")
        }
        return n
    }

    init(_ market: String, number: Int) throws(Fault) {
        let folder = market + "/" + GenerationFile.name(number)
        let about = try JSONDocument(try DurableFile.read(folder + "/about", limit: 1 << 16)).root
        guard let reading = about["reading"].int, let poll = about["poll"].int, about["number"].int == number else {
            throw Fault(.corrupt, "the description of the generation is damaged", at: folder + "/about")
        }
        self.reading = Int64(reading)
        self.poll = Int64(poll)
        let mapped = try ColumnsFile.Mapped(folder + "/columns")
        let columns = try mapped.columns()
        let namesColumn = try mapped.column(.names, UInt8.self)
        let names = try JSONDocument(withExtendedLifetime(namesColumn) { Array(namesColumn.buffer) }).root
        generation = try GenerationFile.generation(names, number: number, columns: columns, path: folder)
        try mapped.check(
            columns, companies: generation.companies.count, boards: generation.boards.count,
            skills: generation.skillIDs.count)
        cardOffsets = try mapped.column(.cardOffsets, UInt32.self, count: columns.count * ColumnsFile.linesPerCard + 1)
        cardBytes = try mapped.column(.cardBytes, UInt8.self)
        memberOffsets = try mapped.column(.memberOffsets, UInt32.self, count: columns.count + 1)
        member = try mapped.column(.member, Int64.self)
        memberReason = try mapped.column(.memberReason, UInt8.self, count: member.count)
    }

    /// Line `k` of a row's card: 0 title, 1 place, 2 pay, 3 url.
    func line(_ row: Int, _ k: Int) -> String {
        let at = row * ColumnsFile.linesPerCard + k
        let from = Int(cardOffsets[at]), to = Int(cardOffsets[at + 1])
        guard from <= to, to <= cardBytes.count else { return "" }
        return withExtendedLifetime(cardBytes) { String(decoding: cardBytes.buffer[from..<to], as: UTF8.self) }
    }

    // MARK: Writing

    /// Writes beside, syncs, renames. The old generation stays in force until `point`, so that a kill at any instant leaves
    /// it or the new one.
    static func write(
        _ unify: Unify, boards: [Board], skillIDs: [String], readerVersion: String, asOf: Day, reading: Int64,
        poll: Int64,
        market: String, number: Int
    ) throws(Fault) {
        let name = GenerationFile.name(number), partial = market + "/" + name + ".tmp", final = market + "/" + name
        try remove(partial)
        try remove(final)
        do { try FileManager.default.createDirectory(atPath: partial, withIntermediateDirectories: true) } catch {
            throw Fault(.storage, "cannot make the folder of a generation", at: partial)
        }
        try DurableFile.write(columns(unify, skillIDs, readerVersion, asOf), to: partial + "/columns")
        var about = JSONWriter()
        about.object { w in
            w.member("format", 1)
            w.member("number", number)
            w.member("reading", Int(reading))
            w.member("poll", Int(poll))
        }
        try DurableFile.write(about.bytes + [10], to: partial + "/about")
        try DurableFile.syncFolder(of: partial + "/about")
        guard rename(partial, final) == 0 else { throw Fault(.storage, "cannot rename: \(systemError())", at: partial) }
        try DurableFile.syncFolder(of: final)
    }

    /// Puts the generation in force.
    static func point(_ market: String, to number: Int) throws(Fault) {
        try DurableFile.write(Array((name(number) + "\n").utf8), to: market + "/current")
    }

    static func remove(_ path: String) throws(Fault) {
        guard FileManager.default.fileExists(atPath: path) else { return }
        do { try FileManager.default.removeItem(atPath: path) } catch {
            throw Fault(.storage, "cannot remove", at: path)
        }
    }

    private static func columns(_ unify: Unify, _ skillIDs: [String], _ readerVersion: String, _ asOf: Day)
        throws(Fault) -> [UInt8]
    {
        let openings = unify.openings
        var builder = ColumnsFile.Builder()
        builder.put(Columns(rows: openings.map(\.row)))
        var offsets: [UInt32] = [0], text: [UInt8] = []
        var memberOffsets: [UInt32] = [0], members: [Int64] = [], reasons: [UInt8] = []
        for o in openings {
            let r = unify.records[o.record]
            for line in [r.title, r.place, r.payText, r.url] {
                text.append(contentsOf: line.utf8)
                offsets.append(UInt32(truncatingIfNeeded: text.count))
            }
            for m in o.members {
                members.append(unify.sightings[m.sighting].id)
                reasons.append(m.reason.rawValue)
            }
            memberOffsets.append(UInt32(members.count))
        }
        guard text.count <= Int(UInt32.max) else {
            throw Fault(.limitBytes, "the cards of one generation have more than 4 GB")
        }
        builder.put(.cardOffsets, offsets)
        builder.put(.cardBytes, text)
        builder.put(.memberOffsets, memberOffsets)
        builder.put(.member, members)
        builder.put(.memberReason, reasons)
        builder.put(.names, names(unify, skillIDs, readerVersion, asOf))
        return builder.bytes(rows: openings.count)
    }

    private static func names(_ unify: Unify, _ skillIDs: [String], _ readerVersion: String, _ asOf: Day) -> [UInt8] {
        var w = JSONWriter()
        w.object { w in
            w.member("readerVersion", readerVersion)
            w.member("asOf", asOf.description)
            w.member("postings", unify.postings.count)
            w.member("skills", strings: skillIDs)
            w.member("companies", strings: unify.employers.names)
            w.key("boards")
            w.array(unify.calendars.map(\.entry)) { w, b in
                w.object { w in
                    w.member("id", b.board.id)
                    w.member("kind", b.board.kind.rawValue)
                    w.member("address", b.board.address)
                    w.member("company", b.board.company)
                    w.member("first", b.firstComplete?.description)
                    w.member("last", b.lastComplete?.description)
                    w.member("gaps", strings: b.gaps.map { "\($0.lowerBound)/\($0.upperBound)" })
                }
            }
        }
        return w.bytes
    }

    private static func generation(_ names: JSON, number: Int, columns: Columns, path: String) throws(Fault)
        -> Generation
    {
        let bad = Fault(.corrupt, "the names of the generation are damaged", at: path)
        guard let asOf = names["asOf"].string.flatMap({ Day(iso: $0) }), let version = names["readerVersion"].string,
            let postings = names["postings"].int
        else { throw bad }
        var boards: [Generation.BoardEntry] = []
        for b in names["boards"].elements {
            guard let id = b["id"].string, let kind = b["kind"].string.flatMap(SourceKind.init),
                let address = b["address"].string
            else { throw bad }
            let gaps = b["gaps"].elements.compactMap { g -> Range<Day>? in
                guard let parts = g.string?.split(separator: "/"), parts.count == 2, let from = Day(iso: parts[0]),
                    let to = Day(iso: parts[1]), from < to
                else { return nil }
                return from..<to
            }
            boards.append(
                Generation.BoardEntry(
                    board: Board(id: id, kind: kind, address: address, company: b["company"].string),
                    firstComplete: b["first"].string.flatMap { Day(iso: $0) },
                    lastComplete: b["last"].string.flatMap { Day(iso: $0) },
                    gaps: gaps))
        }
        return Generation(
            number: number, columns: columns, companies: names["companies"].elements.map { $0.string ?? "" },
            boards: boards,
            skillIDs: names["skills"].elements.map { $0.string ?? "" }, readerVersion: version, asOf: asOf,
            postings: postings,
            isSample: boards.contains { $0.board.id.hasPrefix("sample") })
    }
}
