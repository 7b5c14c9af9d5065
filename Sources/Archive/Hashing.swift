// The only file that imports Crypto, whose `Digest` is another thing than ours.
import Base
import Crypto

extension DocumentCodec {
    static func digest(_ bytes: [UInt8]) -> Base.Digest { Base.Digest(bytes: Array(SHA256.hash(data: bytes))) }
}

extension PollWriter {
    /// SHA-256 over what a poll showed, in its order.
    static func content(_ shown: [(externalID: String, digest: Base.Digest, document: Int64)]) -> [UInt8] {
        var hash = SHA256()
        for s in shown {
            hash.update(data: Array(s.externalID.utf8) + [0])
            hash.update(data: s.digest.bytes)
        }
        return Array(hash.finalize())
    }
}
