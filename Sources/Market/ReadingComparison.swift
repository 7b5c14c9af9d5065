/// How the reader at hand reads the documents that a stored reading has: by skill and practice, before and now.
/// A document is one posting as it was received; a text that is not read or offers no job counts under nothing.
package struct ReadingComparison: Sendable, Equatable {
    /// Lines of a list where nothing else is asked.
    package static let defaultLines = 40

    package struct Line: Sendable, Equatable {
        package var subject: ReadSubject
        /// Documents that named it in the stored reading, that name it now, and that do in both.
        package var before: Int
        package var now: Int
        package var both: Int
        package init(_ subject: ReadSubject, before: Int, now: Int, both: Int) {
            self.subject = subject
            self.before = before
            self.now = now
            self.both = both
        }
        package var gained: Int { now - both }
        package var lost: Int { before - both }
        var moved: Int { gained + lost }
        /// What moved times its part of all that name it: what weighs in number and in share comes first.
        var weight: Double { Double(moved * moved) / Double(max(before + gained, 1)) }
    }

    /// What a list that was cut leaves out, in sum.
    package struct Rest: Sendable, Equatable {
        package var subjects: Int
        package var gained: Int
        package var lost: Int
    }

    package var readerBefore: String
    package var reader: String
    /// Documents that were compared: all that the stored reading has.
    package var documents: Int
    /// Of them, those whose facts differ in anything: also role, place, pay, which have no lines.
    package var changed: Int
    /// Subjects that any document gained or lost, by weight.
    package let lines: [Line]

    package init(readerBefore: String, reader: String, documents: Int, changed: Int, lines: [Line]) {
        self.readerBefore = readerBefore
        self.reader = reader
        self.documents = documents
        self.changed = changed
        self.lines = lines.filter { $0.moved > 0 }.sorted { a, b in
            (a.weight, a.moved, b.subject.id) > (b.weight, b.moved, a.subject.id)
        }
    }

    /// The first lines and the rest summed.
    package func cut(_ limit: Int) -> (lines: ArraySlice<Line>, rest: Rest) {
        let left = lines.dropFirst(limit)
        let rest = Rest(
            subjects: left.count, gained: left.reduce(0) { $0 + $1.gained }, lost: left.reduce(0) { $0 + $1.lost })
        return (lines.prefix(limit), rest)
    }
}
