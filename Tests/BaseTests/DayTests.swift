import Base
import Fixtures
import Testing

@Suite struct DayTests {
    @Test func `a day and its civil date are one to one over 400 years`() {
        var day = Day(year: 1900, month: 1, day: 1)!
        let end = Day(year: 2300, month: 1, day: 1)!
        var expected = (1900, 1, 1)
        while day < end {
            let c = day.civil
            #expect(c == expected)
            #expect(Day(year: c.year, month: c.month, day: c.day) == day)
            expected.2 += 1
            if expected.2 > Day.days(in: expected.1, of: expected.0) { expected = (expected.0, expected.1 + 1, 1) }
            if expected.1 > 12 { expected = (expected.0 + 1, 1, 1) }
            day = day + 1
        }
    }

    @Test(arguments: [
        "2026-13-01", "2026-02-29", "2026-2-01", "20260201", "", "2026-00-10", "abcd-ef-gh", "2026-04-31",
    ])
    func `what is no date is nil`(text: String) { #expect(Day(iso: text) == nil) }

    @Test func `dates print as data and as pages have them`() {
        let day = Day(iso: "2026-09-01T12:00:00Z")!
        #expect(day.description == "2026-09-01")
        #expect(day.spoken == "1 Sep 2026")
        #expect(day.weekday == 1)
        #expect(day.month.description == "2026-09")
        #expect((day.month + 4).description == "2027-01")
        #expect(day.month.last.description == "2026-09-30")
    }

    @Test func `a moment before 1970 belongs to its own day`() {
        #expect(Instant(milliseconds: -1).day.description == "1969-12-31")
        #expect(Instant(seconds: 1_700_000_000).description == "2023-11-14T22:13:20Z")
    }
}
