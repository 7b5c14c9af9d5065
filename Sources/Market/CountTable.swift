import Base
import Taxonomy

/// Openings of two windows counted by cluster and role, and of each skill and practice by the same cells: all that the
/// statistics need, made in one pass and read for any number of subjects.
///
/// A cluster is an employer; openings whose employer is not known count as one cluster a board. Cells are ordered by
/// (cluster, role), entries of a subject by cell, so that every sum over them has one order.
package struct CountTable: Sendable {
    package struct Cell: Sendable, Hashable {
        /// Dense, 0 ..< `clusters.count`.
        package var cluster: Int32
        package var role: UInt8
        package var before: Int32
        package var after: Int32
    }
    package struct Entry: Sendable, Hashable {
        package var cell: Int32
        package var before: Int32
        package var after: Int32
    }

    package private(set) var cells: [Cell] = []
    /// The employer's index of each cluster; nil: a board's openings without a known employer.
    package private(set) var clusters: [UInt32?] = []
    /// Distinct boards that showed the openings counted.
    package private(set) var boards = 0
    private var offsets: [Int32] = []
    private var entries: [Entry] = []
    private let vocabulary: Int

    /// Counts `rows` (ascending); those from `split` on are the later window. O(rows, their skills, clusters).
    package init(_ generation: Generation, rows: [Int32], split: Int) {
        let columns = generation.columns
        vocabulary = generation.skillIDs.count
        let employers = generation.companies.count
        let places = generation.clusterPlaces
        var seen = [Bool](repeating: false, count: generation.boards.count)
        var key = [Int32](repeating: 0, count: rows.count)
        for (i, row) in rows.enumerated() {
            let b = Int(columns.board[Int(row)])
            if b < seen.count { seen[b] = true }
            key[i] = Int32(generation.cluster(of: Int(row)))
        }
        boards = seen.lazy.filter { $0 }.count
        let order = Self.sorted(rows, key, places, columns)
        var counter = Counter(vocabulary: vocabulary)
        var at = 0
        var lastKey: Int32 = -1
        while at < order.count {
            let k = key[Int(order[at])]
            let role = columns.role[Int(rows[Int(order[at])])]
            if k != lastKey {
                clusters.append(Int(k) < employers ? UInt32(k) : nil)
                lastKey = k
            }
            var cell = Cell(cluster: Int32(clusters.count - 1), role: role, before: 0, after: 0)
            while at < order.count, key[Int(order[at])] == k {
                let row = Int(rows[Int(order[at])])
                guard columns.role[row] == role else { break }
                let isAfter = row >= split
                if isAfter { cell.after += 1 } else { cell.before += 1 }
                counter.add(columns, row, isAfter)
                at += 1
            }
            counter.flush(into: &entries, cell: Int32(cells.count))
            cells.append(cell)
        }
        (offsets, entries) = counter.grouped(entries)
    }

    /// Positions of `rows` ordered by (cluster, role, row): two stable counting sorts.
    private static func sorted(_ rows: [Int32], _ key: [Int32], _ places: Int, _ columns: Columns) -> [Int32] {
        func pass(_ order: [Int32], _ buckets: Int, _ bucket: (Int32) -> Int) -> [Int32] {
            var start = [Int](repeating: 0, count: buckets + 1)
            for i in order { start[bucket(i) + 1] += 1 }
            for b in 0..<buckets { start[b + 1] += start[b] }
            var out = [Int32](repeating: 0, count: order.count)
            for i in order {
                let b = bucket(i)
                out[start[b]] = i
                start[b] += 1
            }
            return out
        }
        let byRole = pass(Array(0..<Int32(rows.count)), 256) { Int(columns.role[Int(rows[Int($0)])]) }
        return pass(byRole, max(places, 1)) { Int(key[Int($0)]) }
    }

    package func entries(skill: SkillIndex) -> ArraySlice<Entry> { slice(Int(skill)) }
    package func entries(practice: Practice) -> ArraySlice<Entry> { slice(vocabulary + Int(practice.rawValue)) }
    private func slice(_ s: Int) -> ArraySlice<Entry> {
        guard s + 1 < offsets.count else { return [] }
        return entries[Int(offsets[s])..<Int(offsets[s + 1])]
    }

    /// Skills with counts in a cell, practices after them, gathered cell by cell.
    private struct Counter {
        private var before: [Int32]
        private var after: [Int32]
        private var touched: [Int32] = []
        private var subject: [Int32] = []
        private let vocabulary: Int

        init(vocabulary: Int) {
            self.vocabulary = vocabulary
            before = [Int32](repeating: 0, count: vocabulary + Practice.allCases.count)
            after = before
        }

        mutating func add(_ columns: Columns, _ row: Int, _ isAfter: Bool) {
            var k = Int(columns.skillOffsets[row])
            let end = min(Int(columns.skillOffsets[row + 1]), columns.skill.count)
            while k < end {
                let s = Int(columns.skill[k])
                if s < vocabulary { mark(s, isAfter) }
                k += 1
            }
            var bits = columns.practices[row] & 0x1FF
            while bits != 0 {
                mark(vocabulary + bits.trailingZeroBitCount, isAfter)
                bits &= bits - 1
            }
        }

        private mutating func mark(_ s: Int, _ isAfter: Bool) {
            if before[s] == 0, after[s] == 0 { touched.append(Int32(s)) }
            if isAfter { after[s] += 1 } else { before[s] += 1 }
        }

        mutating func flush(into entries: inout [Entry], cell: Int32) {
            for s in touched {
                entries.append(Entry(cell: cell, before: before[Int(s)], after: after[Int(s)]))
                subject.append(s)
                before[Int(s)] = 0
                after[Int(s)] = 0
            }
            touched.removeAll(keepingCapacity: true)
        }

        /// Entries by subject, cells ascending within each.
        func grouped(_ entries: [Entry]) -> ([Int32], [Entry]) {
            var offsets = [Int32](repeating: 0, count: before.count + 1)
            for s in subject { offsets[Int(s) + 1] += 1 }
            for s in 0..<before.count { offsets[s + 1] += offsets[s] }
            var next = offsets
            var out = [Entry](repeating: Entry(cell: 0, before: 0, after: 0), count: entries.count)
            for (s, e) in zip(subject, entries) {
                out[Int(next[Int(s)])] = e
                next[Int(s)] += 1
            }
            return (offsets, out)
        }
    }
}

extension Generation {
    /// Places for clusters: each employer, then each board for its openings without a known employer.
    package var clusterPlaces: Int { companies.count + max(boards.count, 1) }

    /// The cluster of a row, 0 ..< `clusterPlaces`.
    package func cluster(of row: Int) -> Int {
        let c = Int(columns.company[row])
        if c > 0, c < companies.count { return c }
        return companies.count + min(Int(columns.board[row]), max(boards.count, 1) - 1)
    }
    /// Whether the cluster is one known employer.
    package func isEmployer(cluster: Int) -> Bool { cluster < companies.count }
}
