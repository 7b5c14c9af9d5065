import Base
import CZstd
import Foundation
import Glibc

/// The bytes of a file, plain or decompressed on the way (zstd by libzstd, gzip by the system's `gzip`), in pieces: memory
/// is constant however long the file. What it is, its first bytes say, not its name.
final class ByteStream {
    static let piece = 1 << 20

    let path: String
    /// Bytes of the file itself that were read so far.
    private(set) var consumed = 0
    let size: Int
    private var fd: Int32
    private var gzip: Process?
    private var zstd: OpaquePointer?
    private var input: [UInt8] = []
    private var inputAt = 0
    private var isHolding = false
    /// True at the end of a zstd frame; a file that ends elsewhere was cut.
    private var isWhole = true

    init(_ path: String) throws(Fault) {
        self.path = path
        fd = open(path, O_RDONLY | O_CLOEXEC)
        guard fd >= 0 else {
            throw Fault(errno == ENOENT ? .notFound : .storage, "cannot open the file: \(systemError())", at: path)
        }
        var st = stat()
        guard fstat(fd, &st) == 0, st.st_mode & S_IFMT == S_IFREG else {
            close(fd)
            fd = -1
            throw Fault(.unsupported, "only files are imported", at: path)
        }
        size = Int(st.st_size)
        var magic = [UInt8](repeating: 0, count: 4)
        let n = pread(fd, &magic, 4, 0)
        if n == 4, magic == [0x28, 0xB5, 0x2F, 0xFD] {
            zstd = ZSTD_createDStream()
            input.reserveCapacity(Self.piece)
        } else if n >= 2, magic[0] == 0x1F, magic[1] == 0x8B {
            try startGzip()
        }
    }

    deinit {
        if let zstd { ZSTD_freeDStream(zstd) }
        if let gzip, gzip.isRunning { gzip.terminate() }
        if fd >= 0 { close(fd) }
    }

    /// Appends the next piece and returns true, or returns false at the end.
    func read(into out: inout [UInt8]) throws(Fault) -> Bool {
        if zstd != nil { return try readZstd(&out) }
        let before = out.count
        out.append(contentsOf: repeatElement(0, count: Self.piece))
        let n = out.withUnsafeMutableBytes { buffer in
            retrying({ Glibc.read(fd, $0.baseAddress! + before, Self.piece) }, buffer: buffer)
        }
        out.removeSubrange((before + max(n, 0))...)
        guard n >= 0 else { throw Fault(.storage, "cannot read the file: \(systemError())", at: path) }
        consumed = gzip == nil ? consumed + n : min(size, consumed + n / 4)
        if n == 0, let gzip {
            gzip.waitUntilExit()
            guard gzip.terminationStatus == 0 else {
                throw Fault(.malformed, "the file is no whole gzip file", at: path)
            }
        }
        return n > 0
    }

    private func retrying(
        _ call: (UnsafeMutableRawBufferPointer) -> Int, buffer: UnsafeMutableRawBufferPointer
    ) -> Int {
        while true {
            let n = call(buffer)
            if n >= 0 || errno != EINTR { return n }
        }
    }

    private func readZstd(_ out: inout [UInt8]) throws(Fault) -> Bool {
        let before = out.count
        var room = [UInt8](repeating: 0, count: Self.piece)
        while out.count == before {
            if inputAt == input.count, !isHolding {
                input.removeAll(keepingCapacity: true)
                inputAt = 0
                var piece = [UInt8](repeating: 0, count: Self.piece)
                let n = piece.withUnsafeMutableBytes {
                    retrying({ Glibc.read(fd, $0.baseAddress!, $0.count) }, buffer: $0)
                }
                guard n >= 0 else { throw Fault(.storage, "cannot read the file: \(systemError())", at: path) }
                if n == 0 {
                    guard isWhole else { throw Fault(.malformed, "the zstd file was cut", at: path) }
                    return false
                }
                consumed += n
                input.append(contentsOf: piece[0..<n])
            }
            let (rest, used, made) = input.withUnsafeBytes { source in
                room.withUnsafeMutableBytes { target in
                    var i = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: inputAt)
                    var o = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
                    let rest = ZSTD_decompressStream(zstd, &o, &i)
                    return (rest, i.pos, o.pos)
                }
            }
            guard ZSTD_isError(rest) == 0 else { throw Fault(.malformed, "the file is no whole zstd file", at: path) }
            isWhole = rest == 0
            // A full room means that the decoder may hold more, though it has taken all of its input.
            isHolding = made == room.count
            inputAt = used
            out.append(contentsOf: room[0..<made])
        }
        return true
    }

    private func startGzip() throws(Fault) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc"]
        process.standardInput = FileHandle(fileDescriptor: fd, closeOnDealloc: false)
        process.standardError = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        do { try process.run() } catch { throw Fault(.unsupported, "gzip files need the program gzip", at: path) }
        // The pipe's handle closes with it: keep a descriptor of our own.
        let own = dup(pipe.fileHandleForReading.fileDescriptor)
        close(fd)
        fd = own
        gzip = process
    }
}

/// Lines of a stream without their breaks, numbered from 1. A line beyond the limit is passed over and told.
struct LineReader {
    private let stream: ByteStream
    private var buffer: [UInt8] = []
    private var at = 0
    private var isEnded = false
    private(set) var number = 0
    private let limit: Int

    init(_ stream: ByteStream, limit: Int, pushedBack: [UInt8] = []) {
        self.stream = stream
        buffer = pushedBack
        self.limit = limit
    }

    enum Line { case text([UInt8]), tooLong }

    mutating func next() throws(Fault) -> Line? {
        var searchFrom = at
        while true {
            if let end = buffer[searchFrom...].firstIndex(of: 10) {
                number += 1
                var line = buffer[at..<end]
                at = end + 1
                if line.last == 13 { line = line.dropLast() }
                return line.count > limit ? .tooLong : .text(Array(line))
            }
            guard !isEnded else {
                guard at < buffer.count else { return nil }
                number += 1
                let line = Array(buffer[at...])
                at = buffer.count
                return line.count > limit ? .tooLong : .text(line)
            }
            if buffer.count - at > limit { return try skipLine() }
            buffer.removeSubrange(0..<at)
            at = 0
            searchFrom = buffer.count
            isEnded = try !stream.read(into: &buffer)
        }
    }

    private mutating func skipLine() throws(Fault) -> Line? {
        number += 1
        while true {
            buffer.removeAll(keepingCapacity: true)
            at = 0
            guard try stream.read(into: &buffer) else {
                isEnded = true
                return .tooLong
            }
            if let end = buffer.firstIndex(of: 10) {
                at = end + 1
                return .tooLong
            }
        }
    }
}
