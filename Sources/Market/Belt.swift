import Base
import Foundation

/// A bounded queue from one thread to another: `put` waits while it is full, `take` while it is empty.
final class Belt<Item: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private var items: [Item] = []
    private let capacity: Int
    private var isEnded = false, isAbandoned = false

    init(capacity: Int) { self.capacity = capacity }

    /// False if nobody takes any more.
    func put(_ item: Item) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        while items.count >= capacity, !isAbandoned { condition.wait() }
        guard !isAbandoned else { return false }
        items.append(item)
        condition.broadcast()
        return true
    }

    /// Nil at the end.
    func take() -> Item? {
        condition.lock()
        defer { condition.unlock() }
        while items.isEmpty, !isEnded { condition.wait() }
        guard !items.isEmpty else { return nil }
        defer { condition.broadcast() }
        return items.removeFirst()
    }

    /// No more will be put.
    func end() {
        condition.lock()
        isEnded = true
        condition.broadcast()
        condition.unlock()
    }

    /// No more will be taken.
    func abandon() {
        condition.lock()
        isAbandoned = true
        condition.broadcast()
        condition.unlock()
    }
}

/// One step on a thread of its own.
final class Worker: @unchecked Sendable {
    private let condition = NSCondition()
    private var outcome: Result<Void, Fault>?

    /// `onFailure` runs on that thread.
    init(_ body: @escaping @Sendable () throws(Fault) -> Void, onFailure: @escaping @Sendable () -> Void) {
        let thread = Thread { [self] in
            let result: Result<Void, Fault>
            do throws(Fault) {
                try body()
                result = .success(())
            } catch {
                result = .failure(error)
                onFailure()
            }
            condition.lock()
            outcome = result
            condition.broadcast()
            condition.unlock()
        }
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Returns when the step has ended, with its fault if it failed.
    func wait() -> Fault? {
        condition.lock()
        defer { condition.unlock() }
        while outcome == nil { condition.wait() }
        if case .failure(let fault) = outcome { return fault }
        return nil
    }
}
