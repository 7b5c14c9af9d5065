/// A calendar day in UTC, counted from 1970-01-01. Civil conversion after Howard Hinnant, "chrono-compatible
/// low-level date algorithms" (public domain), valid for all years of Int32.
package struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
    package var number: Int32

    @inlinable package init(number: Int32) { self.number = number }

    /// Nil unless the three numbers name a day of the Gregorian calendar.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...9999).contains(year), day >= 1, day <= Day.days(in: month, of: year)
        else { return nil }
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yoe = y - era * 400
        let doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy
        number = Int32(era * 146_097 + doe - 719_468)
    }

    package init(secondsSince1970 seconds: Int64) {
        number = Int32(clamping: seconds >= 0 ? seconds / 86_400 : -((-seconds + 86_399) / 86_400))
    }

    /// Reads `YYYY-MM-DD` at the start of the text; what follows (a time, a zone) is left alone.
    package init?(iso text: some StringProtocol) {
        let u = Array(text.utf8.prefix(10))
        guard u.count == 10, u[4] == 45, u[7] == 45 else { return nil }
        func digits(_ from: Int, _ to: Int) -> Int? {
            var n = 0
            for i in from..<to {
                guard (48...57).contains(u[i]) else { return nil }
                n = n * 10 + Int(u[i] - 48)
            }
            return n
        }
        guard let y = digits(0, 4), let m = digits(5, 7), let d = digits(8, 10) else { return nil }
        self.init(year: y, month: m, day: d)
    }

    package var civil: (year: Int, month: Int, day: Int) {
        let z = Int(number) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let doe = z - era * 146_097
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
        let mp = (5 * doy + 2) / 153
        let month = mp < 10 ? mp + 3 : mp - 9
        return (yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * mp + 2) / 5 + 1)
    }

    package var month: Month { let c = civil; return Month(year: c.year, month: c.month) }
    package var secondsSince1970: Int64 { Int64(number) * 86_400 }
    /// `2026-09-01`, the form of all data.
    package var description: String { let c = civil; return "\(pad(c.year, 4))-\(pad(c.month, 2))-\(pad(c.day, 2))" }
    /// `1 Sep 2026`, the form of pages.
    package var spoken: String { let c = civil; return "\(c.day) \(Month.names[c.month - 1]) \(c.year)" }
    /// 0 = Monday.
    package var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 }

    package static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    package static func + (d: Day, n: Int) -> Day { Day(number: d.number + Int32(n)) }
    package static func - (a: Day, b: Day) -> Int { Int(a.number) - Int(b.number) }

    package static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

/// A calendar month, counted from January of year 0.
package struct Month: Sendable, Hashable, Comparable, CustomStringConvertible {
    package var number: Int32

    @inlinable package init(number: Int32) { self.number = number }
    package init(year: Int, month: Int) { number = Int32(year * 12 + month - 1) }

    /// Reads exactly `YYYY-MM`.
    package init?(iso text: some StringProtocol) {
        guard text.utf8.count == 7, let day = Day(iso: text + "-01") else { return nil }
        self = day.month
    }

    package var year: Int { Int(number) / 12 }
    package var month: Int { Int(number) % 12 + 1 }
    package var first: Day { Day(year: year, month: month, day: 1) ?? Day(number: 0) }
    package var last: Day { first + (Day.days(in: month, of: year) - 1) }
    package var description: String { "\(pad(year, 4))-\(pad(month, 2))" }
    package var spoken: String { "\(Month.names[month - 1]) \(year)" }

    package static let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    package static func < (a: Month, b: Month) -> Bool { a.number < b.number }
    package static func + (m: Month, n: Int) -> Month { Month(number: m.number + Int32(n)) }
    package static func - (a: Month, b: Month) -> Int { Int(a.number) - Int(b.number) }
}

/// A moment, in milliseconds since 1970-01-01T00:00Z. Rooms are given moments; only the surfaces read a clock.
package struct Instant: Sendable, Hashable, Comparable, CustomStringConvertible {
    package var milliseconds: Int64

    @inlinable package init(milliseconds: Int64) { self.milliseconds = milliseconds }
    package init(seconds: Int64) { milliseconds = seconds * 1000 }
    package init(_ day: Day) { milliseconds = day.secondsSince1970 * 1000 }

    package var seconds: Int64 { milliseconds >= 0 ? milliseconds / 1000 : -((-milliseconds + 999) / 1000) }
    package var day: Day { Day(secondsSince1970: seconds) }
    /// RFC 3339 with seconds, in UTC.
    package var description: String {
        let s = ((seconds % 86_400) + 86_400) % 86_400
        return "\(day)T\(pad(Int(s / 3600), 2)):\(pad(Int(s / 60 % 60), 2)):\(pad(Int(s % 60), 2))Z"
    }
    package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
}

/// The number with leading zeros to at least the given width.
package func pad(_ n: Int, _ width: Int) -> String {
    let s = String(n)
    return s.count >= width ? s : String(repeating: "0", count: width - s.count) + s
}
