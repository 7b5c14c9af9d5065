import Base
import Synchronization
import Taxonomy

/// What reading one posting needs and leaves behind: kept between postings, so that reading allocates little.
final class Scratch {
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
    /// A scratch is taken by one reader at a time: it leaves the pool while it is used.
    private struct Idle: @unchecked Sendable { var list: [Scratch] = [] }
    private let idle = Mutex(Idle())

    func take() -> Scratch {
        let box = idle.withLock { state in Idle(list: state.list.popLast().map { [$0] } ?? []) }
        return box.list.first ?? Scratch()
    }

    func give(_ scratch: Scratch) {
        let box = Idle(list: [scratch])
        idle.withLock { $0.list += box.list }
    }
}
