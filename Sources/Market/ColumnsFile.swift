import Archive
import Base
import Glibc
import Sources
import Taxonomy

/// `market/gen-NNNNNN/columns`: one generation whole, little-endian, mapped by readers and never changed.
///
///     0      8 bytes   "WHLCOLS" and a zero
///     8      u32       format (1)
///     12     u32       number of sections
///     16     u64       rows
///     24     u64       size of the file
///     32     i64       Checksum of all bytes from 64 on
///     40     24 bytes  zero
///     64     32 bytes a section: u32 id, u32 bytes of one value, u64 offset, u64 number of values, u64 zero
///     ...    the sections, each at a multiple of 64, zeros between
///
/// Section ids are the raw values of `Section`. `names` is JSON: employers, boards, skill ids, versions. `cardBytes` holds
/// four strings a row (title, place, pay, url), row by row, which `cardOffsets` cuts. `member` holds the archive's ids of
/// the sightings that make an opening.
enum ColumnsFile {
    static let format: UInt32 = 1
    static let magic: [UInt8] = Array("WHLCOLS".utf8) + [0]
    static let linesPerCard = 4

    enum Section: UInt32, CaseIterable {
        case id = 1, firstDay, lastDay, closedDay, postedDay, flags, role, seniority, mode, onCall, country, practices,
            company
        case board, payMin, payMax, payCurrency, copies, document, skillOffsets, skill, skillStatus
        case cardOffsets, cardBytes, memberOffsets, member, memberReason, names
    }

    struct Builder {
        private var sections: [(id: Section, stride: Int, count: Int, bytes: [UInt8])] = []

        mutating func put<T: BitwiseCopyable>(_ id: Section, _ column: Column<T>) {
            sections.append(
                (
                    id, MemoryLayout<T>.stride, column.count,
                    withExtendedLifetime(column) { Array(UnsafeRawBufferPointer(column.buffer)) }
                ))
        }
        mutating func put<T: BitwiseCopyable>(_ id: Section, _ values: [T]) {
            sections.append((id, MemoryLayout<T>.stride, values.count, values.withUnsafeBytes { Array($0) }))
        }

        func bytes(rows: Int) -> [UInt8] {
            func aligned(_ n: Int) -> Int { (n + 63) / 64 * 64 }
            var table = ByteWriter()
            var offset = aligned(64 + 32 * sections.count)
            for s in sections {
                table.put(s.id.rawValue)
                table.put(UInt32(s.stride))
                table.put(UInt64(offset))
                table.put(UInt64(s.count))
                table.put(UInt64(0))
                offset = aligned(offset + s.bytes.count)
            }
            var body = table.bytes
            body.reserveCapacity(offset)
            for s in sections {
                body.append(contentsOf: [UInt8](repeating: 0, count: aligned(64 + body.count) - 64 - body.count))
                body.append(contentsOf: s.bytes)
            }
            body.append(contentsOf: [UInt8](repeating: 0, count: aligned(64 + body.count) - 64 - body.count))
            var checksum = Checksum()
            body.withUnsafeBytes { checksum.add($0) }
            var header = ByteWriter(capacity: 64)
            header.bytes = magic
            header.put(format)
            header.put(UInt32(sections.count))
            header.put(UInt64(rows))
            header.put(UInt64(64 + body.count))
            header.put(checksum.value)
            header.bytes.append(contentsOf: [UInt8](repeating: 0, count: 24))
            return header.bytes + body
        }
    }

    /// A file whose header, checksum and every offset have been checked; only that allows readers to trust its numbers.
    struct Mapped {
        let file: MappedFile
        let rows: Int
        private let table: [UInt32: (stride: Int, offset: Int, count: Int)]

        init(_ path: String) throws(Fault) {
            file = try MappedFile(path)
            func bad(_ why: String) -> Fault { Fault(.corrupt, "the columns file is damaged: \(why)", at: path) }
            guard file.count >= 64, file.bytes.prefix(8).elementsEqual(magic) else { throw bad("no header") }
            var r = ByteReader(Array(file.bytes[8..<40]))
            let format = try r.u32(), sections = Int(try r.u32())
            guard format == ColumnsFile.format else {
                throw Fault(.newer, "the columns are of format \(format)", at: path)
            }
            rows = Int(truncatingIfNeeded: try r.u64())
            guard try r.u64() == UInt64(file.count), rows >= 0, rows <= Int(Int32.max) else {
                throw bad("its length is not what its header says")
            }
            let stated = Int64(bitPattern: try r.u64())
            var checksum = Checksum()
            checksum.add(UnsafeRawBufferPointer(rebasing: file.bytes[64...]))
            guard checksum.value == stated, file.bytes[40..<64].allSatisfy({ $0 == 0 }) else {
                throw bad("its checksum differs")
            }
            guard sections <= 256, 64 + sections * 32 <= file.count else { throw bad("too many sections") }
            var table: [UInt32: (stride: Int, offset: Int, count: Int)] = [:]
            var t = ByteReader(Array(file.bytes[64..<64 + 32 * sections]))
            for _ in 0..<sections {
                let id = try t.u32(), stride = Int(try t.u32())
                table[id] = (stride, Int(truncatingIfNeeded: try t.u64()), Int(truncatingIfNeeded: try t.u64()))
                _ = try t.u64()
            }
            self.table = table
        }

        func column<T: BitwiseCopyable>(_ id: Section, _: T.Type, count: Int? = nil) throws(Fault) -> Column<T> {
            guard let s = table[id.rawValue], s.stride == MemoryLayout<T>.stride, s.count == count ?? s.count else {
                throw Fault(.corrupt, "the columns file lacks its \(id) or has it in another length", at: file.path)
            }
            return try file.column(T.self, at: s.offset, count: s.count)
        }
    }
}

extension ColumnsFile.Builder {
    mutating func put(_ c: Columns) {
        put(.id, c.id)
        put(.firstDay, c.firstDay)
        put(.lastDay, c.lastDay)
        put(.closedDay, c.closedDay)
        put(.postedDay, c.postedDay)
        put(.flags, c.flags)
        put(.role, c.role)
        put(.seniority, c.seniority)
        put(.mode, c.mode)
        put(.onCall, c.onCall)
        put(.country, c.country)
        put(.practices, c.practices)
        put(.company, c.company)
        put(.board, c.board)
        put(.payMin, c.payMin)
        put(.payMax, c.payMax)
        put(.payCurrency, c.payCurrency)
        put(.copies, c.copies)
        put(.document, c.document)
        put(.skillOffsets, c.skillOffsets)
        put(.skill, c.skill)
        put(.skillStatus, c.skillStatus)
    }
}

extension ColumnsFile.Mapped {
    func columns() throws(Fault) -> Columns {
        // Built from nothing, then each column replaced by its mapped one: the compiler knows that none is forgotten.
        var c = Columns(rows: [])
        c.count = rows
        c.id = try column(.id, Int64.self, count: rows)
        c.firstDay = try column(.firstDay, Int32.self, count: rows)
        c.lastDay = try column(.lastDay, Int32.self, count: rows)
        c.closedDay = try column(.closedDay, Int32.self, count: rows)
        c.postedDay = try column(.postedDay, Int32.self, count: rows)
        c.flags = try column(.flags, UInt16.self, count: rows)
        c.role = try column(.role, UInt8.self, count: rows)
        c.seniority = try column(.seniority, UInt8.self, count: rows)
        c.mode = try column(.mode, UInt8.self, count: rows)
        c.onCall = try column(.onCall, UInt8.self, count: rows)
        c.country = try column(.country, UInt16.self, count: rows)
        c.practices = try column(.practices, UInt16.self, count: rows)
        c.company = try column(.company, UInt32.self, count: rows)
        c.board = try column(.board, UInt32.self, count: rows)
        c.payMin = try column(.payMin, Float.self, count: rows)
        c.payMax = try column(.payMax, Float.self, count: rows)
        c.payCurrency = try column(.payCurrency, UInt32.self, count: rows)
        c.copies = try column(.copies, UInt16.self, count: rows)
        c.document = try column(.document, Int64.self, count: rows)
        c.skillOffsets = try column(.skillOffsets, UInt32.self, count: rows + 1)
        c.skill = try column(.skill, UInt16.self)
        c.skillStatus = try column(.skillStatus, UInt8.self, count: c.skill.count)
        return c
    }

    /// What loops over the columns rely on.
    func check(_ c: Columns, companies: Int, boards: Int, skills: Int) throws(Fault) {
        func isRun(_ offsets: Column<UInt32>, _ end: Int) -> Bool {
            guard offsets.count > 0, offsets[0] == 0, Int(offsets[offsets.count - 1]) == end else { return false }
            return zip(offsets.buffer, offsets.buffer.dropFirst()).allSatisfy { $0 <= $1 }
        }
        let sound = withExtendedLifetime(c) {
            isRun(c.skillOffsets, c.skill.count) && c.company.buffer.allSatisfy { $0 < companies }
                && c.board.buffer.allSatisfy { $0 < boards } && c.skill.buffer.allSatisfy { $0 < skills }
                && c.role.buffer.allSatisfy { RoleFamily(rawValue: $0) != nil }
                && c.seniority.buffer.allSatisfy { Seniority(rawValue: $0) != nil }
                && c.mode.buffer.allSatisfy { WorkMode(rawValue: $0) != nil }
                && c.onCall.buffer.allSatisfy { OnCall(rawValue: $0) != nil }
                && zip(c.firstDay.buffer, c.firstDay.buffer.dropFirst()).allSatisfy { $0 <= $1 }
        }
        guard sound else {
            throw Fault(.corrupt, "the columns file is damaged: a value is out of its range", at: file.path)
        }
    }
}
