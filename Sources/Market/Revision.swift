import Base
import Taxonomy

/// What reading the archive again with another reader changed of the market's counts. It is no movement of the market:
/// the whole series was read again, its first month as its last.
package struct Revision: Sendable, Equatable {
    /// A change is recorded from both on: percent of the openings that named it before, and openings.
    package static let leastPercent = 2
    package static let leastOpenings = 3

    package struct Change: Sendable, Equatable {
        package var subject: ReadSubject
        /// Openings that name it, of those that both generations cover.
        package var before: Int
        package var after: Int
        package init(_ subject: ReadSubject, before: Int, after: Int) {
            self.subject = subject
            self.before = before
            self.after = after
        }
        var isRecorded: Bool {
            let difference = abs(after - before)
            return difference >= Revision.leastOpenings && difference * 100 >= before * Revision.leastPercent
        }
    }

    /// By the clock of whoever had the archive read again.
    package var day: Day
    /// The number of the generation that the new reading made.
    package var generation: Int
    package var readerBefore: String
    package var reader: String
    /// Openings that both generations cover: of one id, and shown by the same document.
    package var openings: Int
    /// Largest first.
    package var changes: [Change]

    package init(
        day: Day, generation: Int, readerBefore: String, reader: String, openings: Int, changes: [Change]
    ) {
        self.day = day
        self.generation = generation
        self.readerBefore = readerBefore
        self.reader = reader
        self.openings = openings
        self.changes = changes
    }

    /// Nil if one reader made both. Openings that appeared, were edited or were joined otherwise between the two are left
    /// out, so that what is counted is the reading alone. O(rows and their skills).
    package init?(from old: Generation, to new: Generation, on day: Day) {
        guard old.readerVersion != new.readerVersion else { return nil }
        let oldIDs = old.columns.id
        let rows = Dictionary(
            withExtendedLifetime(oldIDs) { oldIDs.buffer.enumerated().map { ($1, $0) } },
            uniquingKeysWith: { first, _ in first })
        var before = SubjectCounts(old), after = SubjectCounts(new)
        var openings = 0
        for row in 0..<new.columns.count {
            guard let oldRow = rows[new.columns.id[row]], old.columns.document[oldRow] == new.columns.document[row]
            else { continue }
            openings += 1
            before.add(oldRow)
            after.add(row)
        }
        let (was, now) = (before.bySubject, after.bySubject)
        let changes = Set(was.keys).union(now.keys).map {
            Change($0, before: was[$0] ?? 0, after: now[$0] ?? 0)
        }.filter(\.isRecorded).sorted { a, b in
            let (x, y) = (abs(a.after - a.before), abs(b.after - b.before))
            return x != y ? x > y : a.subject.id < b.subject.id
        }
        self.init(
            day: day, generation: new.number, readerBefore: old.readerVersion, reader: new.readerVersion,
            openings: openings, changes: changes)
    }
}

/// Openings of some rows of one generation by what they name. Texts that were not read count nowhere, as everywhere.
private struct SubjectCounts {
    private let generation: Generation
    private var skills: [Int]
    private var practices = [Int](repeating: 0, count: Practice.allCases.count)

    init(_ generation: Generation) {
        self.generation = generation
        skills = [Int](repeating: 0, count: generation.skillIDs.count)
    }

    mutating func add(_ row: Int) {
        let columns = generation.columns
        guard !columns.flags(row).contains(.unread) else { return }
        for k in Int(columns.skillOffsets[row])..<Int(columns.skillOffsets[row + 1]) {
            let skill = Int(columns.skill[k])
            if skill < skills.count { skills[skill] += 1 }
        }
        for p in PracticeSet(rawValue: columns.practices[row]).practices { practices[Int(p.rawValue)] += 1 }
    }

    /// Positions of skills are those of one list of names; ids hold over two of them.
    var bySubject: [ReadSubject: Int] {
        var out: [ReadSubject: Int] = [:]
        for (id, n) in zip(generation.skillIDs, skills) where n > 0 { out[.skill(id)] = n }
        for p in Practice.allCases where practices[Int(p.rawValue)] > 0 {
            out[.practice(p)] = practices[Int(p.rawValue)]
        }
        return out
    }
}

/// One revision as it stands beside the series of one subject.
package struct SubjectRevision: Sendable, Hashable {
    package var subject: ReadSubject
    package var day: Day
    package var generation: Int
    package var readerBefore: String
    package var reader: String
    /// Openings that name it.
    package var before: Int
    package var after: Int

    package init(
        _ subject: ReadSubject, day: Day, generation: Int, readerBefore: String, reader: String, before: Int, after: Int
    ) {
        self.subject = subject
        self.day = day
        self.generation = generation
        self.readerBefore = readerBefore
        self.reader = reader
        self.before = before
        self.after = after
    }

    /// The API's shape; docs/api.md names the members.
    package func write(_ w: inout JSONWriter) {
        w.object { w in
            w.member("subject", subject.id)
            w.member("day", day.description)
            w.member("generation", generation)
            w.member("readerBefore", readerBefore)
            w.member("reader", reader)
            w.member("before", before)
            w.member("after", after)
        }
    }
}

extension [Revision] {
    /// Those that changed the openings of the subject, newest first.
    package func of(_ subject: ReadSubject) -> [SubjectRevision] {
        reversed().compactMap { r in
            r.changes.first { $0.subject == subject }.map {
                SubjectRevision(
                    subject, day: r.day, generation: r.generation, readerBefore: r.readerBefore, reader: r.reader,
                    before: $0.before, after: $0.after)
            }
        }
    }
}
