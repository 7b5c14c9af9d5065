import Base
import Foundation
import Glibc
import Web

/// Progress on standard error: on a terminal one line that is written over, elsewhere a line every few seconds.
/// Nothing is shown for work that ends within half a second.
final class Progress: @unchecked Sendable {
    private let lock = NSLock()
    private let label: String
    private let started = Progress.monotonic()
    private var lastShown = 0.0
    private var shown = false

    init(_ label: String) { self.label = label }

    /// Seconds of a clock that never jumps.
    static func monotonic() -> Double {
        var t = timespec()
        clock_gettime(CLOCK_MONOTONIC, &t)
        return Double(t.tv_sec) + Double(t.tv_nsec) / 1e9
    }

    var seconds: Double { Self.monotonic() - started }

    func update(_ done: Int, of total: Int? = nil, unit: String) {
        lock.lock()
        defer { lock.unlock() }
        let now = seconds
        guard now > 0.5, now - lastShown > (Output.errorIsTerminal ? 0.1 : 5) else { return }
        lastShown = now
        shown = true
        show(line(done, total, unit, now), final: false)
    }

    /// The last line, which stays.
    func finish(_ done: Int, unit: String, note: String = "") {
        lock.lock()
        defer { lock.unlock() }
        show(line(done, nil, unit, seconds) + (note.isEmpty ? "" : "  \(note)"), final: true)
    }

    private func line(_ done: Int, _ total: Int?, _ unit: String, _ now: Double) -> String {
        let rate = now > 0 ? Int(Double(done) / now) : 0
        let of = total.map { " of \(Numbers.grouped($0))" } ?? ""
        var text =
            "  \(label)  \(Numbers.grouped(done))\(of) \(unit)  \(Numbers.grouped(rate))/s  \(Numbers.seconds(now))"
        if let total, rate > 0, total > done {
            text += "  about \(Numbers.seconds(Double(total - done) / Double(rate))) left"
        }
        return text
    }

    private func show(_ text: String, final: Bool) {
        let bytes = Array(
            (Output.errorIsTerminal
                ? "\r\u{1B}[K" + CleanText.line(text) + (final ? "\n" : "") : CleanText.line(text) + "\n").utf8)
        bytes.withUnsafeBytes { _ = Glibc.write(STDERR_FILENO, $0.baseAddress!, bytes.count) }
    }
}

/// Numbers as people read them.
enum Numbers {
    static func grouped(_ n: Int) -> String { Say.count(n) }
    static func seconds(_ s: Double) -> String { s < 10 ? "\(Double(Int(s * 10)) / 10) s" : "\(Int(s)) s" }
}
