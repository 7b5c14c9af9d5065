import Base

/// The forms of `Retry-After`: seconds, or a date of RFC 9110 (all three of its spellings).
package enum RetryAfter {
    /// Seconds to wait from `now`; nil if the header says nothing readable. Capped to a day by `HostState`.
    package static func seconds(_ header: String?, now: Instant) -> Int64? {
        guard let text = header.map({ CleanText.line($0) }), !text.isEmpty else { return nil }
        if text.utf8.allSatisfy({ (48...57).contains($0) }) { return Int64(text.prefix(9)) }
        guard let at = instant(text) else { return nil }
        return max(0, at.seconds - now.seconds)
    }

    package static func instant(_ text: String) -> Instant? {
        var words = text.split { $0 == " " || $0 == "," || $0 == "-" }.map(String.init)
        guard words.count >= 4 else { return nil }
        words.removeFirst()
        // asctime puts the year last, the others the zone.
        if words.count == 4, Int(words[0]) == nil { words = [words[1], words[0], words[3], words[2]] }
        guard words.count >= 4, let day = Int(words[0]), var year = Int(words[2]) else { return nil }
        if year < 100 { year += year < 70 ? 2000 : 1900 }
        let name = words[1].prefix(3).lowercased()
        guard let month = Month.names.firstIndex(where: { $0.lowercased() == name }),
            let d = Day(year: year, month: month + 1, day: day)
        else { return nil }
        let time = words[3].split(separator: ":").compactMap { Int64($0) }
        guard time.count == 3, (0..<24).contains(time[0]), (0..<60).contains(time[1]), (0...60).contains(time[2]) else {
            return nil
        }
        return Instant(seconds: d.secondsSince1970 + time[0] * 3600 + time[1] * 60 + time[2])
    }
}
