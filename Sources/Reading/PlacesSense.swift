import Taxonomy

/// What the clauses of a short text mean for the workplace, whatever their words: a place (the employer's, the person's,
/// any place) meets how often (each day, a share of the week), for how long (for now, for good) and whether it is refused.
///
///     office + each day ─► onsite      office or home + a share ─► hybrid     home or any place + always ─► remote
///     home refused      ─► onsite      office not needed        ─► remote     what lasts beats what passes
struct PlaceSense {
    private(set) var mode: WorkMode = .unstated
    private(set) var at = -1

    /// One clause, or several without a place of their own joined to the one that they speak of.
    private struct Part {
        var marks: UInt64 = 0
        var first: Int
        var end: Int
        var office = -1, home = -1, denied = -1
        var isPartial = false, isFull = false, isRare = false, isPassing = false, isLasting = false, isNeeded = false

        init(_ i: Int) {
            first = i
            end = i
        }
        func has(_ m: UInt64) -> Bool { marks & m != 0 }
        var isFree: Bool { has(SenseMark.free) }
        var hasPlace: Bool { office >= 0 || home >= 0 || isFree }
        var isCounted: Bool { isPartial || isFull }

        mutating func join(_ b: Part) {
            marks |= b.marks
            first = Swift.min(first, b.first)
            end = Swift.max(end, b.end)
            if office < 0 { office = b.office }
            if home < 0 { home = b.home }
            if denied < 0 { denied = b.denied }
            isPartial = isPartial || b.isPartial
            isFull = isFull || b.isFull
            isRare = isRare || b.isRare
            isPassing = isPassing || b.isPassing
            isLasting = isLasting || b.isLasting
            isNeeded = isNeeded || b.isNeeded
        }
    }

    private struct Verdict {
        var mode: WorkMode
        var isSure: Bool
        /// Open to the person without a share of the week in the office.
        var isOpen = false
        var isPassing: Bool
        var isLasting: Bool
        var at: Int
    }

    init(_ r: Range<Int>, _ text: borrowing FactText) {
        var verdicts: [Verdict] = []
        var i = r.lowerBound
        while i < r.upperBound {
            let s = text.sentence(of: i)
            let end = min(s.upperBound, r.upperBound)
            PlaceSense.read(i..<end, text, into: &verdicts)
            i = max(end, i + 1)
        }
        guard let v = PlaceSense.lasting(verdicts) ?? PlaceSense.sure(verdicts) else { return }
        mode = v.mode
        at = v.at
    }

    /// The lasting arrangement, where the text tells it from a passing one.
    private static func lasting(_ all: [Verdict]) -> Verdict? {
        if let v = all.last(where: { $0.isLasting }) { return v }
        guard all.contains(where: \.isPassing) else { return nil }
        return all.last { !$0.isPassing }
    }

    private static func sure(_ all: [Verdict]) -> Verdict? {
        let sure = all.filter { $0.isSure && !$0.isPassing }
        if let v = sure.first(where: { $0.mode == .remote && $0.isOpen }) { return v }
        if let v = sure.first(where: { $0.mode == .hybrid }) { return v }
        if let v = sure.first(where: { $0.mode == .remote }) { return v }
        guard let v = sure.first else { return nil }
        // "Daily in the lab. Home office for papers." leaves it to the words.
        return all.contains { $0.mode == .remote && !$0.isPassing } ? nil : v
    }

    // MARK: clauses

    private static func read(_ s: Range<Int>, _ text: borrowing FactText, into out: inout [Verdict]) {
        var parts: [Part] = []
        var part = Part(s.lowerBound)
        for i in s {
            let t = text.tokens[i]
            let m = SenseMark.of(t.hash)
            let parted =
                t.gap.contains(.comma) || t.gap.contains(.dash) && t.gap.contains(.space) || m & SenseMark.turn != 0
                || t.gap.contains(.colon) && (i > part.first + 4 || part.hasPlace && part.denied >= 0)
            if parted, i > part.first {
                parts.append(part)
                part = Part(i)
            }
            part.end = i + 1
            take(i, m, s, text, &part)
        }
        parts.append(part)
        guard parts.contains(where: { $0.hasPlace || $0.has(SenseMark.come) }) else { return }
        for p in joined(parts) {
            if let v = verdict(p, text) { out.append(v) }
        }
    }

    /// Clauses without a place join the one that they speak of: a share or a refusal the one before, a beginning the next.
    private static func joined(_ parts: [Part]) -> [Part] {
        var out: [Part] = []
        var waiting: Part?
        func stands(_ p: Part) -> Bool {
            p.hasPlace || p.has(SenseMark.come) && (p.isCounted || p.denied >= 0 && p.isNeeded)
        }
        for (n, part) in parts.enumerated() {
            var p = part
            // "This team sits on the square, daily."
            if !stands(p), p.has(SenseMark.come), n + 1 < parts.count, parts[n + 1].isCounted, !parts[n + 1].hasPlace {
                p.join(parts[n + 1])
            }
            if stands(p) {
                if let w = waiting { p.join(w) }
                waiting = nil
                // "From your sofa, a hut or our office" is one choice.
                if let last = out.last, p.has(SenseMark.or), !p.isCounted, !last.isCounted,
                    (last.home < 0) != (p.home < 0)
                {
                    out[out.count - 1].join(p)
                } else {
                    out.append(p)
                }
                continue
            }
            // "We have none" speaks of what was named; a longer clause denies something of its own.
            if p.end - p.first > 5 { p.denied = -1 }
            let later = parts[(n + 1)...].contains { stands($0) }
            if let last = out.last, !(p.isLasting && later), !(p.isCounted && last.isCounted && later) {
                out[out.count - 1].join(p)
            } else if later {
                waiting?.join(p)
                if waiting == nil { waiting = p }
            }
        }
        return out
    }

    private static func verdict(_ p: Part, _ text: borrowing FactText) -> Verdict? {
        func say(_ mode: WorkMode, _ isSure: Bool = true, open: Bool = false) -> Verdict {
            Verdict(
                mode: mode, isSure: isSure, isOpen: open, isPassing: p.isPassing,
                isLasting: p.isLasting && !p.isPassing,
                at: p.home >= 0 ? p.home : p.office >= 0 ? p.office : p.first)
        }
        if p.has(SenseMark.other) || p.isRare { return nil }
        let isRefused = p.denied >= 0 || p.has(SenseMark.refusal)
        let isChoice = p.has(SenseMark.choice | SenseMark.or)
        if p.isFree {
            if p.isPartial || p.has(SenseMark.rest) { return say(.hybrid) }
            return isRefused && p.office < 0 ? nil : say(.remote, open: true)
        }
        if p.home >= 0, p.office >= 0 {
            if isRefused {
                guard p.denied >= 0, p.denied > min(p.home, p.office), p.denied < max(p.home, p.office) else {
                    return nil
                }
                return say(p.home > p.office ? .onsite : .remote)
            }
            if p.isPartial { return say(.hybrid) }
            return isChoice ? say(.remote, open: true) : nil
        }
        if p.home >= 0 {
            if isRefused { return p.has(SenseMark.noLimit) ? nil : say(.onsite) }
            if p.isPartial || p.has(SenseMark.rest) { return say(.hybrid) }
            return say(
                .remote, p.isFull || p.has(SenseMark.allowed | SenseMark.only),
                open: p.isFull || p.has(SenseMark.allowed))
        }
        if p.has(SenseMark.refusal) { return nil }
        if p.denied >= 0 {
            return p.isNeeded || p.has(SenseMark.choice) || p.end - p.first <= 4 && p.office >= 0
                ? say(.remote, open: true) : nil
        }
        if p.isPartial { return say(.hybrid) }
        if p.has(SenseMark.choice), !p.isFull { return say(.remote, open: true) }
        if p.office < 0, !p.isFull { return nil }
        return say(.onsite, p.isFull || p.has(SenseMark.workplace | SenseMark.only))
    }

    // MARK: words

    private static func take(_ i: Int, _ m: UInt64, _ s: Range<Int>, _ text: borrowing FactText, _ p: inout Part) {
        let t = text.tokens[i]
        if t.kind == .number {
            takeNumber(i, s, text, &p)
            return
        }
        if text.folded[Int(t.low)] >= 0xE3 {
            takeUnspaced(i, s, text, &p)
            return
        }
        if Cues.isNegator(i, text) || SenseMark.denials.value(t.hash) != 0 {
            let next = i + 1 < s.upperBound ? SenseMark.of(text.tokens[i + 1].hash) : 0
            let isEither = near(i, -1, -1, SenseMark.week, s, text)
            if isEither { p.isPartial = true } else if next & SenseMark.noLimit == 0, p.denied < 0 { p.denied = i }
        }
        switch SenseMark.weekdays.value(t.hash) {
        case 0: break
        case let d: takeWeekday(i, d, s, text, &p)
        }
        let spot = SenseMark.spots.value(t.hash)
        if spot != 0, i > s.lowerBound, SenseMark.spotWords.value(text.tokens[i - 1].hash) == spot, p.office < 0 {
            p.office = i
        }
        guard m != 0 else { return }
        p.marks |= m & SenseMark.kept
        if m & SenseMark.come != 0, near(i, 1, 1, SenseMark.up, s, text) { p.marks &= ~SenseMark.come }
        if m & SenseMark.cond != 0, near(i, 1, 3, SenseMark.will, s, text) { p.marks |= SenseMark.choice }
        takePlace(i, m, s, text, &p)
        takeShare(i, m, s, text, &p)
        takeTime(i, m, s, text, &p)
        if m & SenseMark.need != 0 { p.isNeeded = true }
    }

    private static func near(_ i: Int, _ from: Int, _ to: Int, _ m: UInt64, _ s: Range<Int>, _ text: borrowing FactText)
        -> Bool
    {
        var k = max(s.lowerBound, i + from)
        let end = min(s.upperBound - 1, i + to)
        while k <= end {
            if k != i, SenseMark.of(text.tokens[k].hash) & m != 0 { return true }
            k += 1
        }
        return false
    }

    private static func takePlace(_ i: Int, _ m: UInt64, _ s: Range<Int>, _ text: borrowing FactText, _ p: inout Part) {
        if m & SenseMark.free != 0 || m & SenseMark.place != 0 && near(i, 1, 4, SenseMark.will, s, text) {
            p.marks |= SenseMark.free
        } else if m & SenseMark.place != 0, p.office >= 0, near(i, 1, 1, SenseMark.you, s, text) {
            // "The lab is where you spend your days."
            p.marks |= SenseMark.workplace
        }
        if m & SenseMark.us != 0, near(i, -1, -1, SenseMark.with, s, text), p.office < 0 { p.office = i }
        if m & SenseMark.into != 0, near(i, -2, -1, SenseMark.come | SenseMark.being, s, text), isLoose(i, s, text),
            p.office < 0
        {
            p.office = i
        }
        // "At yours", "chez vous", "smart working", "mobiles Arbeiten", "à distance".
        let isOwn =
            m & SenseMark.yours != 0 && near(i, -1, -1, SenseMark.inside | SenseMark.with | SenseMark.one, s, text)
            || m & SenseMark.working != 0 && near(i, -1, 1, SenseMark.work, s, text)
            || m & SenseMark.agile != 0 && near(i, -1, -1, SenseMark.lavoro, s, text)
        if m & SenseMark.home != 0 || isOwn, p.home < 0, !Cues.covered(.remoteVoid, i, i + 1, text) { p.home = i }
        if m & SenseMark.near != 0, p.has(SenseMark.workplace) || near(i, -2, -1, SenseMark.inside, s, text),
            p.office < 0
        {
            p.office = i
        }
        guard m & SenseMark.office != 0, p.office < 0 else { return }
        let before = i > s.lowerBound ? SenseMark.of(text.tokens[i - 1].hash) : 0
        // "Home office" is at home; "until the new building opens" is a time.
        if before & SenseMark.home != 0, text.tokens[i].gap.isSubset(of: [.space, .dash]) { return }
        if Cues.covered(.onsiteVoid, i, i + 1, text) { return }
        if near(i, -4, -1, SenseMark.until, s, text), !near(i, -2, -1, SenseMark.inside, s, text) { return }
        p.office = i
    }

    /// "In" that stands alone: "come in daily", "is in every day", "three days in".
    private static func isLoose(_ i: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        let next = i + 1
        guard next < s.upperBound, !text.tokens[next].gap.contains(.comma) else { return true }
        return SenseMark.of(text.tokens[next].hash)
            & (SenseMark.every | SenseMark.full | SenseMark.all | SenseMark.number) != 0
            || SenseMark.weekdays.value(text.tokens[next].hash) != 0 || text.tokens[next].kind == .number
    }

    private static func takeShare(_ i: Int, _ m: UInt64, _ s: Range<Int>, _ text: borrowing FactText, _ p: inout Part) {
        if m & SenseMark.share != 0 { p.isPartial = true }
        if m & SenseMark.full != 0 { p.isFull = true }
        if m & SenseMark.rare != 0, !(i + 1 < s.upperBound && SenseMark.ofs.value(text.tokens[i + 1].hash) != 0) {
            p.isRare = true
        }
        if m & SenseMark.number != 0 {
            let counts = near(i, 1, 3, SenseMark.unit, s, text)
            if counts { if m & SenseMark.five != 0 { p.isFull = true } else { p.isPartial = true } }
            // "Une semaine sur deux", "two thirds of the week".
            if m & SenseMark.five == 0, near(i, -1, -1, SenseMark.out, s, text),
                near(i, -3, -2, SenseMark.unit | SenseMark.week, s, text)
            {
                p.isPartial = true
            }
        }
        if m & (SenseMark.one | SenseMark.number) != 0, near(i, 1, 2, SenseMark.week, s, text),
            near(i, 2, 5, SenseMark.monthly, s, text)
        {
            p.isPartial = true
        }
        if m & SenseMark.many != 0, near(i, 1, 3, SenseMark.unit, s, text), near(i, 1, 6, SenseMark.monthly, s, text) {
            p.isPartial = true
        }
        if m & SenseMark.up != 0, near(i, 2, 3, SenseMark.you, s, text) { p.marks |= SenseMark.choice }
        if m & SenseMark.one != 0, near(i, 1, 2, SenseMark.unit, s, text), near(i, 1, 6, SenseMark.week, s, text) {
            p.isPartial = true
        }
        if m & SenseMark.every != 0 {
            if near(i, 1, 2, SenseMark.second, s, text),
                near(i, 1, 4, SenseMark.unit | SenseMark.week, s, text) || nearWeekday(i, s, text)
            {
                p.isPartial = true
            } else if near(i, 1, 2, SenseMark.unit, s, text), !near(i, 1, 1, SenseMark.rest, s, text) {
                p.isFull = true
            }
        }
        if m & SenseMark.all != 0, near(i, 1, 3, SenseMark.unit, s, text), !near(i, 1, 2, SenseMark.rest, s, text) {
            p.isFull = true
        }
        if m & SenseMark.times != 0, near(i, 1, 3, SenseMark.week | SenseMark.every, s, text) { p.isPartial = true }
    }

    private static func nearWeekday(_ i: Int, _ s: Range<Int>, _ text: borrowing FactText) -> Bool {
        (i + 1..<max(i + 1, min(s.upperBound, i + 4))).contains { SenseMark.weekdays.value(text.tokens[$0].hash) != 0 }
    }

    private static func takeWeekday(_ i: Int, _ d: UInt32, _ s: Range<Int>, _ text: borrowing FactText, _ p: inout Part)
    {
        // "Monday to Friday"; "Monday and Friday" are two days.
        for (first, last) in [(UInt32(1), UInt32(5)), (7, 4)] {
            if d == first {
                for f in i + 1..<max(i + 1, min(s.upperBound, i + 4))
                where SenseMark.weekdays.value(text.tokens[f].hash) == last {
                    if f == i + 1
                        ? text.tokens[f].gap.contains(.dash)
                        : !near(f, i - f, -1, SenseMark.or | SenseMark.and, s, text)
                    {
                        p.isFull = true
                        return
                    }
                }
            }
            if d == last {
                for f in max(s.lowerBound, i - 3)..<i where SenseMark.weekdays.value(text.tokens[f].hash) == first {
                    if f == i - 1
                        ? text.tokens[i].gap.contains(.dash)
                        : !near(f, 1, i - f - 1, SenseMark.or | SenseMark.and, s, text)
                    {
                        return
                    }
                }
            }
        }
        p.isPartial = true
    }

    private static func takeTime(_ i: Int, _ m: UInt64, _ s: Range<Int>, _ text: borrowing FactText, _ p: inout Part) {
        if m & SenseMark.passing != 0 { p.isPassing = true }
        if m & SenseMark.lasting != 0 { p.isLasting = true }
        if m & SenseMark.first != 0, near(i, 1, 3, SenseMark.period, s, text) { p.isPassing = true }
        if m & SenseMark.until != 0 {
            // "Bis zu zwei Tage", "jusqu'à 40 %" is a bound, "Montag bis Mittwoch" a range.
            let isBound = (i + 1..<max(i + 1, min(s.upperBound, i + 4))).contains { k in
                let w = SenseMark.of(text.tokens[k].hash)
                return SenseMark.weekdays.value(text.tokens[k].hash) != 0
                    || (text.tokens[k].kind == .number || w & (SenseMark.number | SenseMark.one) != 0)
                        && !near(k, 1, 2, SenseMark.month, s, text)
            }
            if !isBound { p.isPassing = true }
        }
        if m & SenseMark.since != 0, near(i, 1, 3, SenseMark.month, s, text) { p.isLasting = true }
        if m & SenseMark.after != 0,
            near(i, 1, 4, SenseMark.period | SenseMark.training | SenseMark.month | SenseMark.that, s, text)
        {
            p.isLasting = true
        }
        if m & SenseMark.training != 0, i == p.first || near(i, -3, -1, SenseMark.inside | SenseMark.during, s, text),
            !near(i, -4, -1, SenseMark.after, s, text)
        {
            p.isPassing = true
        }
        if m & SenseMark.during != 0, !near(i, 1, 2, SenseMark.week, s, text) { p.isPassing = true }
        if m & SenseMark.soft != 0 {
            let before = i > s.lowerBound ? text.tokens[i - 1].hash : 0
            switch SenseMark.softly.value(before) {
            case 1: p.isPassing = true
            case 2: if t(i, SenseMark.good, text) { p.isLasting = true } else { p.isPassing = true }
            default: break
            }
        }
        // "Once a week" counts, "once probation is over" begins.
        if t(i, SenseMark.once, text) {
            if near(i, 1, 2, SenseMark.week | SenseMark.one | SenseMark.every, s, text) {
                p.isPartial = true
            } else {
                p.isLasting = true
            }
        }
    }

    private static func t(_ i: Int, _ h: UInt64, _ text: borrowing FactText) -> Bool { text.tokens[i].hash == h }

    private static func takeNumber(_ i: Int, _ s: Range<Int>, _ text: borrowing FactText, _ p: inout Part) {
        guard let v = TermsNumbers.value(i, text), v > 0 else { return }
        let isPercent =
            text.gap(after: i).contains(.percent)
            || i + 1 < s.upperBound && SenseMark.percents.value(text.tokens[i + 1].hash) != 0
        if isPercent {
            if v >= 90, v <= 100 { p.isFull = true } else if v >= 5, v < 90 { p.isPartial = true }
            return
        }
        if i + 1 < s.upperBound, text.tokens[i + 1].kind == .number, text.tokens[i + 1].gap == [.slash] {
            if let w = TermsNumbers.value(i + 1, text), v < w && w <= 5 || v + w == 100 { p.isPartial = true }
            return
        }
        if near(i, 1, 3, SenseMark.unit, s, text) {
            let perMonth = near(i, 1, 6, SenseMark.monthly, s, text)
            if v < 5 || perMonth && v < 20 { p.isPartial = true } else if v <= 7 { p.isFull = true }
        }
    }

    /// Words of a language without blanks are parts of a longer run of letters.
    private static func takeUnspaced(_ i: Int, _ s: Range<Int>, _ text: borrowing FactText, _ p: inout Part) {
        let w = text.folded[Int(text.tokens[i].low)..<Int(text.tokens[i].high)]
        for (mark, words) in SenseMark.unspaced {
            guard words.contains(where: { SenseMark.holds(w, $0) }) else { continue }
            switch mark {
            case SenseMark.office: p.office = p.office < 0 ? i : p.office
            case SenseMark.home: p.home = p.home < 0 ? i : p.home
            case SenseMark.full: p.isFull = true
            case SenseMark.share:
                let next = i + 1 < s.upperBound ? TermsNumbers.value(i + 1, text) ?? 1 : 1
                if next >= 5, !p.isPartial { p.isFull = true } else { p.isPartial = true }
            case SenseMark.monthly: p.isPartial = true
            case SenseMark.refusal: if p.denied < 0 { p.denied = i }
            case SenseMark.passing: p.isPassing = true
            case SenseMark.lasting: p.isLasting = true
            default: p.marks |= mark
            }
        }
    }
}
