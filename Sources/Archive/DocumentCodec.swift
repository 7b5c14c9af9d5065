import Base
import CZstd

/// Documents at rest: one zstd frame each, level 3, with a dictionary of its source kind where there is one (3.2 times
/// smaller instead of 2, with random access). A codec is immutable; a new dictionary makes a new codec.
final class DocumentCodec: Sendable {
    static let level: Int32 = 3
    /// No document is larger; checked before a byte is allocated.
    static let documentLimit = 16 << 20
    static let dictionaryLimit = 112 << 10
    /// Documents of a kind before its dictionary is trained, and samples taken.
    static let trainingFloor = 1_000, trainingSamples = 3_000, trainingBytes = 16 << 20

    private final class Encoder: @unchecked Sendable {
        let pointer: OpaquePointer
        init?(_ bytes: [UInt8]) {
            guard let p = bytes.withUnsafeBytes({ ZSTD_createCDict($0.baseAddress, $0.count, DocumentCodec.level) })
            else { return nil }
            pointer = p
        }
        deinit { ZSTD_freeCDict(pointer) }
    }
    private final class Decoder: @unchecked Sendable {
        let pointer: OpaquePointer
        init?(_ bytes: [UInt8]) {
            guard let p = bytes.withUnsafeBytes({ ZSTD_createDDict($0.baseAddress, $0.count) }) else { return nil }
            pointer = p
        }
        deinit { ZSTD_freeDDict(pointer) }
    }

    private let encoders: [String: Encoder]
    private let decoders: [UInt32: Decoder]

    /// Of several dictionaries of one kind the last encodes; all decode. Making one that encodes takes a millisecond.
    init(dictionaries: [(id: UInt32, kind: String, bytes: [UInt8])], encodes: Bool) {
        var encoders: [String: Encoder] = [:], decoders: [UInt32: Decoder] = [:]
        for d in dictionaries {
            if encodes { encoders[d.kind] = Encoder(d.bytes) }
            decoders[d.id] = Decoder(d.bytes)
        }
        self.encoders = encoders
        self.decoders = decoders
    }

    /// Whether the dictionary that the frame names, if any, is known.
    func knows(_ frame: [UInt8]) -> Bool {
        let id = ZSTD_getDictID_fromFrame(frame, frame.count)
        return id == 0 || decoders[id] != nil
    }

    func hasDictionary(_ kind: String) -> Bool { encoders[kind] != nil }

    /// A compressor of one thread.
    final class Press {
        private let context = ZSTD_createCCtx()
        private var buffer: [UInt8] = []
        deinit { ZSTD_freeCCtx(context) }

        func frame(_ bytes: [UInt8], kind: String, codec: DocumentCodec) throws(Fault) -> [UInt8] {
            let bound = ZSTD_compressBound(bytes.count)
            if buffer.count < bound { buffer = [UInt8](repeating: 0, count: bound) }
            let n = buffer.withUnsafeMutableBytes { out in
                bytes.withUnsafeBytes { source in
                    if let encoder = codec.encoders[kind] {
                        return ZSTD_compress_usingCDict(
                            context, out.baseAddress, out.count, source.baseAddress, source.count, encoder.pointer)
                    }
                    return ZSTD_compressCCtx(
                        context, out.baseAddress, out.count, source.baseAddress, source.count, DocumentCodec.level)
                }
            }
            guard ZSTD_isError(n) == 0 else { throw Fault(.storage, "a document could not be compressed") }
            return Array(buffer[0..<n])
        }
    }

    /// A decompressor of one thread.
    final class Opener {
        private let context = ZSTD_createDCtx()
        deinit { ZSTD_freeDCtx(context) }

        func bytes(_ frame: [UInt8], size: Int, codec: DocumentCodec) throws(Fault) -> [UInt8] {
            let stated = ZSTD_getFrameContentSize(frame, frame.count)
            guard size >= 0, size <= DocumentCodec.documentLimit, stated == UInt64(size) else {
                throw Fault(.corrupt, "a stored document does not have its size")
            }
            let id = ZSTD_getDictID_fromFrame(frame, frame.count)
            if id != 0, codec.decoders[id] == nil {
                throw Fault(.corrupt, "the dictionary \(id) of a stored document is missing")
            }
            var failed = false
            let out = [UInt8](unsafeUninitializedCapacity: size) { out, count in
                let n: Int
                if let decoder = codec.decoders[id] {
                    n = ZSTD_decompress_usingDDict(context, out.baseAddress, size, frame, frame.count, decoder.pointer)
                } else {
                    n = ZSTD_decompressDCtx(context, out.baseAddress, size, frame, frame.count)
                }
                failed = ZSTD_isError(n) != 0 || n != size
                count = failed ? 0 : size
            }
            guard !failed else { throw Fault(.corrupt, "a stored document cannot be decompressed") }
            return out
        }
    }

    /// Trains a dictionary; nil where the samples do not make one.
    static func train(_ samples: [[UInt8]]) -> (id: UInt32, bytes: [UInt8])? {
        var flat: [UInt8] = []
        var sizes: [Int] = []
        for s in samples where !s.isEmpty && s.count <= 128 << 10 {
            guard flat.count + s.count <= trainingBytes else { break }
            flat.append(contentsOf: s)
            sizes.append(s.count)
        }
        guard sizes.count >= 8 else { return nil }
        let capacity = min(dictionaryLimit, max(flat.count / 16, 4096))
        var out = [UInt8](repeating: 0, count: capacity)
        let n = out.withUnsafeMutableBytes {
            ZDICT_trainFromBuffer($0.baseAddress, capacity, flat, sizes, UInt32(sizes.count))
        }
        guard ZDICT_isError(n) == 0 else { return nil }
        out.removeLast(capacity - n)
        let id = out.withUnsafeBytes { ZDICT_getDictID($0.baseAddress, $0.count) }
        return id == 0 ? nil : (id, out)
    }
}
