import Base

/// How politely one host is asked, as a value: one request at a time, a gap between two, `Retry-After` obeyed, a host that
/// fails again and again left alone for longer and longer. No clock, no network: `Fetcher` tells it what happened.
package struct HostState: Sendable, Equatable {
    package struct Rules: Sendable, Equatable {
        package var gapMilliseconds: Int64
        package var concurrent: Int
        /// False for the operator's own hosts: they are neither spared nor given up.
        package var backsOff: Bool

        package init(gapMilliseconds: Int64, concurrent: Int = 1, backsOff: Bool = true) {
            self.gapMilliseconds = gapMilliseconds
            self.concurrent = concurrent
            self.backsOff = backsOff
        }
    }

    package enum Decision: Sendable, Equatable {
        case go
        /// Nothing before this moment.
        case wait(until: Instant)
        /// As many requests as the rules allow are on their way: ask again when one has ended.
        case busy
        case refuse(Fault)
    }

    /// How a request ended.
    package enum Outcome: Sendable, Equatable {
        case answered(status: Int, retryAfterSeconds: Int64?)
        case failed
    }

    package static let retryAfterLimit: Int64 = 86_400
    package static let backoffLimit: Int64 = 86_400
    package static let backoffStart: Int64 = 60
    /// Failures in a row before the host is left alone.
    package static let patience = 3
    /// A wait longer than this is refused, so that one slow host does not hold up a poll of many.
    package static let longestWait: Int64 = 60_000

    package private(set) var inFlight = 0
    package private(set) var lastStart: Instant?
    package private(set) var notBefore: Instant?
    package private(set) var failures = 0

    package init() {}

    package mutating func request(at now: Instant, _ rules: Rules) -> Decision {
        if rules.backsOff, let notBefore, notBefore > now {
            guard notBefore.milliseconds - now.milliseconds <= Self.longestWait else {
                return .refuse(Fault(.busy, "the host wants to be left alone until \(notBefore)"))
            }
            return .wait(until: notBefore)
        }
        guard inFlight < rules.concurrent else { return .busy }
        if let lastStart {
            let next = Instant(milliseconds: lastStart.milliseconds + rules.gapMilliseconds)
            if next > now { return .wait(until: next) }
        }
        inFlight += 1
        lastStart = now
        return .go
    }

    /// Precondition: a request was let go and has ended now.
    package mutating func finished(_ outcome: Outcome, at now: Instant) {
        precondition(inFlight > 0, "a request ended that was never let go")
        inFlight -= 1
        switch outcome {
        case .answered(let status, let retryAfter) where status == 429 || status == 503:
            failures += 1
            leaveAlone(for: retryAfter ?? backoff, at: now)
        case .answered(let status, _) where status >= 500: fail(at: now)
        case .failed: fail(at: now)
        case .answered: failures = 0
        }
    }

    private mutating func fail(at now: Instant) {
        failures += 1
        if failures >= Self.patience { leaveAlone(for: backoff, at: now) }
    }

    private var backoff: Int64 { min(Self.backoffLimit, Self.backoffStart << Int64(min(max(failures - 1, 0), 12))) }

    private mutating func leaveAlone(for seconds: Int64, at now: Instant) {
        let until = Instant(milliseconds: now.milliseconds + min(max(seconds, 0), Self.retryAfterLimit) * 1000)
        notBefore = max(notBefore ?? until, until)
    }
}
