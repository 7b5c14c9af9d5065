import Base

/// How a field's value becomes a value of ours. Unknown stays nil; what is refused is named in the posting's flags.
enum StatedField {
    /// One line, cleaned and cut to `SourceLimits.line` bytes at a character. Nil if nothing readable is left.
    static func line(_ text: String?) -> String? {
        guard let text else { return nil }
        let clean = CleanText.line(text)
        guard !clean.isEmpty else { return nil }
        guard clean.utf8.count > SourceLimits.line else { return clean }
        var cut = ""
        for c in clean where cut.utf8.count + c.utf8.count <= SourceLimits.line { cut.append(c) }
        return cut
    }

    static func line(_ value: JSON) -> String? { line(value.text) }

    /// The link as it stands, if it is http(s) without user info.
    static func link(_ text: String?) -> String? {
        guard let text = text.map({ CleanText.line($0) }), !text.isEmpty, let address = try? WebAddress(text) else {
            return nil
        }
        return address.host.isEmpty ? nil : text
    }

    /// Several places, each once, joined as `Posting.location` wants them.
    static func places(_ names: [String?]) -> String? {
        var out: [String] = []
        for case let name? in names.map({ line($0) }) where !out.contains(name) { out.append(name) }
        return out.isEmpty ? nil : line(out.joined(separator: "; "))
    }

    /// The day at the start of an ISO date or instant, as its writer wrote it; a month (`2026-09`) gives its first day.
    /// Years before 2000 or after 2100 are no dates of postings.
    static func day(_ text: String?) -> Day? {
        guard let text = text?.drop(while: { $0 == " " || $0 == "\n" }) else { return nil }
        let day =
            Day(iso: text) ?? (text.utf8.count == 7 ? Month(iso: text)?.first : nil) ?? Timestamp.rfc822(String(text))
        return day.flatMap { sane($0) }
    }

    static func day(epochSeconds: Int?) -> Day? {
        epochSeconds.flatMap { $0 > 0 ? sane(Day(secondsSince1970: Int64($0))) : nil }
    }

    static func sane(_ day: Day) -> Day? { (2000...2100).contains(day.civil.year) ? day : nil }

    /// Zero is unknown; a reversed or negative range is refused. The flag `pay-refused` says so.
    static func pay(
        min: Double?, max: Double?, currency: String?, period: PayPeriod?, text: String?, flags: inout [String]
    )
        -> Posting.StatedPay?
    {
        let low = min.flatMap { $0 == 0 ? nil : $0 }
        let high = max.flatMap { $0 == 0 ? nil : $0 }
        let words = line(text)
        let wrong =
            (low ?? 1) < 0 || (high ?? 1) < 0 || (low ?? 0) > (high ?? .infinity) || (low ?? 0) > 1e10
            || (high ?? 0) > 1e10
        if wrong { flags.append("pay-refused") }
        guard !wrong, low != nil || high != nil else {
            return words.map { Posting.StatedPay(text: $0) }
        }
        return Posting.StatedPay(
            min: low, max: high, currency: currency.flatMap { Currency($0.uppercased()) }, period: period, text: words)
    }

    /// `1 YEAR`, `per-hour-wage`, `HOUR`, `monthly`, `P.A.`; nil for anything else.
    static func period(_ text: String?) -> PayPeriod? {
        guard let t = text?.lowercased() else { return nil }
        if t.contains("hour") { return .hour }
        if t.contains("week") { return .week }
        if t.contains("month") { return .month }
        if t.contains("year") || t.contains("annual") || t.contains("annum") || t == "p.a." { return .year }
        if t.contains("day") || t.contains("daily") { return .day }
        return nil
    }

    /// What a body carries that its reader would not see, and what reorders a line (`stated`: lines before cleaning).
    static func warnings(_ posting: inout Posting, stated: [String?] = []) {
        if stated.contains(where: { $0.map(CleanText.hasBidi) ?? false }) { posting.flags.append("bidi") }
        if posting.bodyForm == .html, HTMLText.hidesText(posting.body) { posting.flags.append("hidden-text") }
        if posting.body.count > SourceLimits.document {
            posting.body.removeSubrange(SourceLimits.document...)
            posting.flags.append("cut-body")
        }
    }
}

/// Dates as feeds write them.
package enum Timestamp {
    /// `Tue, 01 Sep 2026 08:00:00 GMT`; the weekday and what follows the year are not looked at.
    package static func rfc822(_ text: String) -> Day? {
        var parts = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "-" }).map(String.init)
        if let first = parts.first, Int(first) == nil { parts.removeFirst() }
        guard parts.count >= 3, let day = Int(parts[0]), var year = Int(parts[2]) else { return nil }
        if year < 100 { year += year < 70 ? 2000 : 1900 }
        let name = parts[1].prefix(3).lowercased()
        guard let month = Month.names.firstIndex(where: { $0.lowercased() == name }) else { return nil }
        return Day(year: year, month: month + 1, day: day)
    }
}
