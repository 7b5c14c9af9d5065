// Start here. The sample market: about four hundred invented employers, what they publish over three years, and a
// server on loopback that speaks for their boards as of any moment in that time.
//
// Invariant: everything follows from `SamplePlan`. There is one generator (`SampleRandom`), no clock and no other
// source of chance, so the same plan gives the same bytes on every machine. No employer, person, address or number is
// real.
//
// Read in this order: `SamplePlan` (what is asked for), `Employer` and `RoleDemand` (who asks and for what),
// `SampleMarket` (the heart: what happens, with the ground truth), `Draft` (how an opening is put into words),
// `Wire*` (how each kind of board carries it), `SampleServer` (as of a moment), `PlantedTruth` (what must be found).
import Base

/// What the sample market is made from. Two equal plans give equal bytes.
package struct SamplePlan: Sendable, Hashable {
    package var seed: UInt64
    /// Postings aimed at, copies and reposts included; the count reached is within 5 %.
    package var postings: Int
    /// The last day, usually today: the market has happened up to it.
    package var end: Day
    /// Whole months before the month of `end`. One more stands before them, in which the boards come under watch.
    package var months: Int
    package var employers: Int
    /// Days between two looks at a board.
    package var pollGap: Int

    package init(
        seed: UInt64 = 1, postings: Int = 60_000, end: Day, months: Int = 36, employers: Int = 400, pollGap: Int = 10
    ) {
        self.seed = seed
        self.postings = max(postings, 200)
        self.end = end
        self.months = max(months, 25)
        self.employers = min(max(employers, 40), 2_000)
        self.pollGap = max(pollGap, 1)
    }

    /// The first day on which boards are looked at.
    package var start: Day { (end.month + -(months + 1)).first }
    /// The days on which boards are looked at, oldest first; the last one is `end`.
    package var rounds: [Day] {
        Swift.stride(from: 0, to: end - start, by: pollGap).map { start + $0 } + [end]
    }
    /// The last twelve whole months, half open.
    package var recent: Range<Day> { (end.month + -12).first..<end.month.first }
    /// The twelve months before those.
    package var before: Range<Day> { (end.month + -24).first..<(end.month + -12).first }
}
