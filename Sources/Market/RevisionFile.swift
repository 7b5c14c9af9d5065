import Base
import Foundation

/// `market/revisions.jsonl`: the revisions of a market, oldest first, one a line:
///
///     {"day":"2026-11-24","generation":7,"readerBefore":"1.0+n","reader":"1.1+n","openings":4120,
///      "changes":[{"subject":"kubernetes","before":312,"after":305},{"subject":"practice:operations",…}]}
///
/// It is written whole, beside, synced and renamed. A line that is cut short or is no revision is left out: the file is a
/// note of what happened, and no number is made from it.
struct RevisionFile {
    /// Revisions that are kept; the oldest go first.
    static let kept = 40
    static let byteLimit = 64 << 20

    let path: String

    init(_ market: String) { path = market + "/revisions.jsonl" }

    /// `unread` is how many lines are no revisions. A file that is not there has none.
    func read() throws(Fault) -> (revisions: [Revision], unread: Int) {
        guard FileManager.default.fileExists(atPath: path) else { return ([], 0) }
        var revisions: [Revision] = [], unread = 0
        for line in try DurableFile.read(path, limit: Self.byteLimit).split(separator: 10) {
            if let r = Self.revision(Array(line)) { revisions.append(r) } else { unread += 1 }
        }
        return (revisions, unread)
    }

    func write(_ revisions: [Revision]) throws(Fault) {
        var bytes: [UInt8] = []
        for r in revisions.suffix(Self.kept) { bytes += Self.line(r) + [10] }
        try DurableFile.write(bytes, to: path)
    }

    private static func line(_ r: Revision) -> [UInt8] {
        var w = JSONWriter()
        w.object { w in
            w.member("day", r.day.description)
            w.member("generation", r.generation)
            w.member("readerBefore", r.readerBefore)
            w.member("reader", r.reader)
            w.member("openings", r.openings)
            w.key("changes")
            w.array(r.changes) { w, c in
                w.object { w in
                    w.member("subject", c.subject.id)
                    w.member("before", c.before)
                    w.member("after", c.after)
                }
            }
        }
        return w.bytes
    }

    private static func revision(_ line: [UInt8]) -> Revision? {
        guard let json = try? JSONDocument(line).root, let day = json["day"].string.flatMap({ Day(iso: $0) }),
            let generation = json["generation"].int, let before = json["readerBefore"].string,
            let reader = json["reader"].string, let openings = json["openings"].int
        else { return nil }
        var changes: [Revision.Change] = []
        for c in json["changes"].elements {
            guard let subject = c["subject"].string.flatMap({ ReadSubject(id: $0) }), let was = c["before"].int,
                let now = c["after"].int
            else { return nil }
            changes.append(Revision.Change(subject, before: was, after: now))
        }
        return Revision(
            day: day, generation: generation, readerBefore: before, reader: reader, openings: openings,
            changes: changes)
    }
}

extension MarketStore {
    /// Every revision that is kept up to the generation of that number, oldest first. One that was noted for a later
    /// generation is of a swap that has not come.
    package func revisions(upTo generation: Int) throws(Fault) -> [Revision] {
        try RevisionFile(folder).read().revisions.filter { $0.generation <= generation }
    }

    /// Notes what the generation `number`, written and not yet in force, changes of the one that is. A kill between this
    /// and the swap leaves a note of a generation that never came: the next one drops it.
    func noteRevision(from held: GenerationFile?, to number: Int, on day: Day) throws(Fault) {
        guard let held else { return }
        let file = RevisionFile(folder), known = try file.read().revisions
        var noted = known.filter { $0.generation <= held.generation.number }
        if held.generation.readerVersion != versionOfReading,
            let revision = Revision(
                from: held.generation, to: try GenerationFile(folder, number: number).generation, on: day)
        {
            noted.append(revision)
        }
        if noted != known { try file.write(noted) }
    }
}
