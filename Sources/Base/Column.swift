import Glibc

/// A file mapped read-only. It is never truncated in place (that would be SIGBUS for its readers): whoever replaces it
/// writes beside it, syncs and renames.
package final class MappedFile: @unchecked Sendable {
    package let path: String
    let base: UnsafeRawPointer
    package let count: Int

    package init(_ path: String) throws(Fault) {
        let fd = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard fd >= 0 else {
            throw Fault(errno == ENOENT ? .notFound : .storage, "cannot open the file: \(systemError())", at: path)
        }
        defer { close(fd) }
        var st = stat()
        guard fstat(fd, &st) == 0, st.st_size > 0 else { throw Fault(.corrupt, "the file is empty", at: path) }
        let n = Int(st.st_size)
        guard let p = mmap(nil, n, PROT_READ, MAP_PRIVATE, fd, 0), p != MAP_FAILED else {
            throw Fault(.storage, "cannot map the file: \(systemError())", at: path)
        }
        self.path = path
        base = UnsafeRawPointer(p)
        count = n
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: base), count) }

    package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    package func column<T: BitwiseCopyable>(_: T.Type, at offset: Int, count n: Int) throws(Fault) -> Column<T> {
        let (size, over) = n.multipliedReportingOverflow(by: MemoryLayout<T>.stride)
        guard !over, n >= 0, offset >= 0, offset % MemoryLayout<T>.alignment == 0, offset <= count,
            size <= count - offset
        else { throw Fault(.corrupt, "a column leaves the file (offset \(offset), \(n) values)", at: path) }
        return Column(base: (base + offset).assumingMemoryBound(to: T.self), count: n, owner: self)
    }
}

/// A fixed array of plain values, mapped from a file or held in memory, with bounds checked. Hot loops take `buffer`
/// once, inside `withExtendedLifetime(column)`, and check their range there.
package struct Column<T: BitwiseCopyable>: @unchecked Sendable {
    @usableFromInline let base: UnsafePointer<T>
    package let count: Int
    /// Keeps the memory alive.
    @usableFromInline let owner: AnyObject

    init(base: UnsafePointer<T>, count: Int, owner: AnyObject) {
        self.base = base
        self.count = count
        self.owner = owner
    }

    /// A column in memory, for tests and for a market too small to be worth a file.
    package init(_ values: [T]) {
        let held = HeldMemory(byteCount: max(values.count, 1) * MemoryLayout<T>.stride, alignment: 64)
        let p = held.base.bindMemory(to: T.self, capacity: max(values.count, 1))
        for (i, v) in values.enumerated() { (p + i).initialize(to: v) }
        self.init(base: UnsafePointer(p), count: values.count, owner: held)
    }

    @inlinable package subscript(_ i: Int) -> T {
        precondition(i >= 0 && i < count, "column index out of range")
        return base[i]
    }
    @inlinable package var buffer: UnsafeBufferPointer<T> { UnsafeBufferPointer(start: base, count: count) }
    @inlinable package var indices: Range<Int> { 0..<count }
}

final class HeldMemory: @unchecked Sendable {
    let base: UnsafeMutableRawPointer
    init(byteCount: Int, alignment: Int) { base = .allocate(byteCount: byteCount, alignment: alignment) }
    deinit { base.deallocate() }
}

/// The words of `errno`.
package func systemError(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }
