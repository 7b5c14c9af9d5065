import Base
import Dispatch
import Taxonomy

/// Counts of every skill in two windows of days under a filter: the hot scan of the house.
///
/// Plain histograms over the skill lists, two of them so that a popular skill in row after row does not wait for its
/// own last store; whole numbers, so that the sum is the same for any number of threads.
package struct SkillCounts: Sendable, Equatable {
    /// By `SkillIndex`.
    package var before: [UInt32]
    package var after: [UInt32]
    package var rowsBefore: Int
    package var rowsAfter: Int

    /// Every value that a column can hold has its place, so that no file, however damaged, leads outside.
    private static let places = 1 << 16
    /// Fewer rows are not worth a thread.
    private static let rowsPerThread = 100_000

    /// O(rows and their skills in both windows).
    package init(_ filter: RowFilter, vocabulary: Int, before: Range<Day>, after: Range<Day>, threads: Int = 1) {
        var first = filter
        first.require(days: before)
        var second = filter
        second.require(days: after)
        (self.before, rowsBefore) = Self.count(first, vocabulary, threads)
        (self.after, rowsAfter) = Self.count(second, vocabulary, threads)
    }

    private static func count(_ filter: RowFilter, _ vocabulary: Int, _ threads: Int) -> ([UInt32], Int) {
        let columns = filter.columns
        let rows = filter.passesAll ? nil : filter.rows()
        let n = rows?.count ?? filter.range.count
        let parts = max(1, min(threads, n / rowsPerThread))
        let sums = Histograms(count: parts)
        let work: @Sendable (Int) -> Void = { part in
            let from = n * part / parts
            let to = n * (part + 1) / parts
            let bank = sums.bank(part)
            if let rows {
                rows.withUnsafeBufferPointer { count(columns, UnsafeBufferPointer(rebasing: $0[from..<to]), bank) }
            } else {
                count(columns, filter.range.lowerBound + from..<filter.range.lowerBound + to, bank)
            }
        }
        if parts == 1 { work(0) } else { DispatchQueue.concurrentPerform(iterations: parts, execute: work) }
        return (sums.total(vocabulary), n)
    }

    /// Rows in a list.
    private static func count(
        _ columns: Columns, _ rows: UnsafeBufferPointer<Int32>, _ bank: UnsafeMutablePointer<UInt32>
    ) {
        withExtendedLifetime(columns) {
            let offsets = columns.skillOffsets.buffer
            let skill = columns.skill.buffer
            let limit = skill.count
            var here = bank
            var other = bank + places
            for row in rows {
                var k = Int(offsets[Int(row)])
                let end = min(Int(offsets[Int(row) + 1]), limit)
                while k < end {
                    here[Int(skill[k])] &+= 1
                    k += 1
                }
                swap(&here, &other)
            }
        }
    }

    /// A contiguous run of rows is one run of skills.
    private static func count(_ columns: Columns, _ rows: Range<Int>, _ bank: UnsafeMutablePointer<UInt32>) {
        withExtendedLifetime(columns) {
            guard !rows.isEmpty else { return }
            let skill = columns.skill.buffer
            let other = bank + places
            var k = min(Int(columns.skillOffsets[rows.lowerBound]), skill.count)
            let end = min(Int(columns.skillOffsets[rows.upperBound]), skill.count)
            while k + 4 <= end {
                bank[Int(skill[k])] &+= 1
                other[Int(skill[k + 1])] &+= 1
                bank[Int(skill[k + 2])] &+= 1
                other[Int(skill[k + 3])] &+= 1
                k += 4
            }
            while k < end {
                bank[Int(skill[k])] &+= 1
                k += 1
            }
        }
    }

    /// Two histograms a thread. Each thread writes its own; they are read when all are done.
    private final class Histograms: @unchecked Sendable {
        private let base: UnsafeMutablePointer<UInt32>
        private let count: Int
        init(count: Int) {
            self.count = count
            base = .allocate(capacity: count * 2 * places)
            base.initialize(repeating: 0, count: count * 2 * places)
        }
        deinit { base.deallocate() }
        func bank(_ part: Int) -> UnsafeMutablePointer<UInt32> { base + part * 2 * places }
        func total(_ vocabulary: Int) -> [UInt32] {
            (0..<min(vocabulary, places)).map { s in (0..<count * 2).reduce(0) { $0 &+ base[$1 * places + s] } }
        }
    }
}
