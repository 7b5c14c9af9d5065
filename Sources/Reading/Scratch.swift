import Base
import Synchronization
import Taxonomy

/// What reading one posting needs and leaves behind: kept between postings, so that reading allocates little. A value,
/// for what is passed down is read without checks of exclusive access.
struct Scratch {
    var builder = TextBuilder()
    var html = HTMLText()
    var folded: [UInt8] = []
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    var hits: [PhraseHit] = []
    var words = WordTable()
    var names: [NameHit] = []
    var spans: [ByteSpan] = []
    var rawLines: [RawLine] = []
    var lines: [Line] = []
    /// First sentence of each line.
    var firstSentence: [Int] = []
}

/// Idle scratches; one lock a posting.
final class ScratchPool: Sendable {
    private let idle = Mutex<[Scratch]>([])

    /// Lends a scratch to one reading. Its arrays have one owner all the while: the pool forgets what it lends.
    func lend<R>(_ body: (inout Scratch) -> R) -> R {
        var scratch = idle.withLock { $0.popLast() } ?? Scratch()
        let result = body(&scratch)
        idle.withLock { $0.append(scratch) }
        return result
    }
}
