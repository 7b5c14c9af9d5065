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
    /// Of each token, its word in `words`.
    var wordIDs: [Int32] = []
    var sentences: [Sentence] = []
    var hits: [PhraseHit] = []
    var words = WordTable()
    /// What the model of practices says of them.
    var practiceWords = PracticeWords()
    var names: [NameHit] = []
    var spans: [ByteSpan] = []
    var rawLines: [RawLine] = []
    var lines: [Line] = []
    /// First sentence of each line.
    var firstSentence: [Int] = []
}

/// Idle scratches; one lock a posting.
final class ScratchPool: Sendable {
    /// A scratch is in one place at a time: here, or with the reading that borrows it.
    private struct Idle: @unchecked Sendable { var list: [Scratch] = [] }
    private let idle = Mutex(Idle())

    /// Lends a scratch to one reading. Its arrays have one owner all the while: the pool forgets what it lends.
    func lend<R>(_ body: (inout Scratch) -> R) -> R {
        var box = idle.withLock { state in Idle(list: state.list.popLast().map { [$0] } ?? []) }
        var scratch = box.list.popLast() ?? Scratch()
        let result = body(&scratch)
        box.list.append(scratch)
        let back = box
        idle.withLock { $0.list += back.list }
        return result
    }
}
