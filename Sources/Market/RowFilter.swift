import Base
import Sources
import Taxonomy

/// A query compiled against one generation's columns: everything but words, which the text index answers.
///
/// Days become a range of rows (rows are sorted by first day); closed lists become bit masks; employers and boards
/// become bit sets. O(companies + boards) to compile, about a nanosecond a row and criterion to run.
package struct RowFilter: Sendable {
    let columns: Columns
    /// Rows whose first day the query allows.
    package private(set) var range: Range<Int>
    private var roleMask: UInt64 = .max
    private var seniorityMask: UInt64 = .max
    private var modeMask: UInt64 = .max
    private var onCallMask: UInt64 = .max
    private var practiceMask: UInt16 = 0
    private var flagsOn: UInt16 = 0
    private var flagsOff: UInt16 = 0
    private var countries: [UInt16] = []
    private var companies: BitSet?
    private var boards: BitSet?
    private var skills: [SkillIndex] = []
    private var withoutSkills: [SkillIndex] = []
    private var payFloor: (amount: Float, currency: UInt32)?
    private var payStated: Bool?

    /// Throws `notFound` for a skill that the generation does not know; an employer or board that it does not know
    /// matches nothing.
    package init(_ query: Query, generation: Generation) throws(Fault) {
        let columns = generation.columns
        self.columns = columns
        let first = query.from.map { columns.firstRow(from: $0) } ?? 0
        let last = query.to.map { columns.firstRow(from: $0 + 1) } ?? columns.count
        range = first..<max(first, last)
        if !query.roles.isEmpty { roleMask = Self.mask(query.roles.map(\.rawValue)) }
        if !query.seniorities.isEmpty { seniorityMask = Self.mask(query.seniorities.map(\.rawValue)) }
        if !query.modes.isEmpty { modeMask = Self.mask(query.modes.map(\.rawValue)) }
        if !query.onCall.isEmpty { onCallMask = Self.mask(query.onCall.map(\.rawValue)) }
        practiceMask = PracticeSet(query.practices).rawValue
        countries = query.countries.map(\.packed)
        switch query.isOpen {
        case true?: flagsOn |= Columns.Flags.open.rawValue
        case false?: flagsOff |= Columns.Flags.open.rawValue
        case nil: break
        }
        if !query.companies.isEmpty { companies = BitSet(generation.companies, where: Set(query.companies).contains) }
        if !query.boards.isEmpty {
            boards = BitSet(generation.boards, where: { Set(query.boards).contains($0.board.id) })
        }
        skills = try Self.indices(query.skills, generation)
        withoutSkills = try Self.indices(query.withoutSkills, generation)
        payFloor = query.payFloor.map { (Float($0.amount), $0.currency.packed) }
        payStated = query.payStated
        if let scope = query.scope { require(scope, of: query, generation) }
    }

    /// What a figure counts: see `Query.Scope`.
    private mutating func require(_ scope: Query.Scope, of query: Query, _ generation: Generation) {
        require(without: .unread)
        if query.roles.isEmpty { require(roles: RoleFamily.allCases.lazy.filter(\.isIT)) }
        guard scope != .read else { return }
        require(.live)
        guard scope == .panel, let from = query.from, let to = query.to, from <= to else { return }
        require(boards: Panel(generation, window: from..<(to + 1)).isMember)
    }

    private static func mask(_ values: [UInt8]) -> UInt64 { values.reduce(0) { $0 | 1 << UInt64($1) } }

    private static func indices(_ ids: [String], _ generation: Generation) throws(Fault) -> [SkillIndex] {
        var out: [SkillIndex] = []
        for id in ids {
            guard let i = generation.skillIDs.firstIndex(of: id) else {
                throw Fault(.notFound, "the market knows no skill “\(CleanText.line(id))”", at: "skill")
            }
            out.append(SkillIndex(i))
        }
        return out
    }

    /// Narrows to rows that carry all of `on` and none of `off`.
    package mutating func require(_ on: Columns.Flags = [], without off: Columns.Flags = []) {
        flagsOn |= on.rawValue
        flagsOff |= off.rawValue
    }
    /// Narrows to these roles, in addition to the query's.
    package mutating func require(roles: some Sequence<RoleFamily>) { roleMask &= Self.mask(roles.map(\.rawValue)) }
    /// Narrows to boards (by `Columns.board`) for which the list says so.
    package mutating func require(boards allowed: [Bool]) {
        let narrowed = boards
        boards = BitSet(Array(allowed.indices), where: { allowed[$0] && (narrowed?.contains($0) ?? true) })
    }
    /// Narrows to rows first seen in the half-open days.
    package mutating func require(days: Range<Day>) {
        let first = max(range.lowerBound, columns.firstRow(from: days.lowerBound))
        range = first..<max(first, min(range.upperBound, columns.firstRow(from: days.upperBound)))
    }

    /// Whether only days, flags and roles narrow: then one pass decides.
    private var isSimple: Bool {
        seniorityMask & modeMask & onCallMask == .max && practiceMask == 0 && countries.isEmpty && companies == nil
            && boards == nil && skills.isEmpty && withoutSkills.isEmpty && payFloor == nil && payStated == nil
    }
    /// Whether every row of `range` passes.
    package var passesAll: Bool { isSimple && flagsOn == 0 && flagsOff == 0 && roleMask == .max }

    package func matches(_ row: Int) -> Bool {
        guard range.contains(row) else { return false }
        let f = columns.flags[row]
        guard f & flagsOn == flagsOn, f & flagsOff == 0, roleMask.hasBit(columns.role[row]) else { return false }
        return isSimple || matchesRest(row)
    }

    private func matchesRest(_ row: Int) -> Bool {
        guard seniorityMask.hasBit(columns.seniority[row]), modeMask.hasBit(columns.mode[row]),
            onCallMask.hasBit(columns.onCall[row]), columns.practices[row] & practiceMask == practiceMask,
            countries.isEmpty || countries.contains(columns.country[row]),
            companies?.contains(Int(columns.company[row])) ?? true, boards?.contains(Int(columns.board[row])) ?? true,
            passesPay(min: columns.payMin[row], max: columns.payMax[row], currency: columns.payCurrency[row])
        else { return false }
        return skills.allSatisfy { columns.names($0, row) } && !withoutSkills.contains { columns.names($0, row) }
    }

    /// The stated top decides; where only the bottom is stated, the bottom.
    private func passesPay(min: Float, max: Float, currency: UInt32) -> Bool {
        if let payStated, payStated != (!min.isNaN || !max.isNaN) { return false }
        guard let payFloor else { return true }
        return currency == payFloor.currency && (max.isNaN ? min : max) >= payFloor.amount
    }

    /// The rows that pass, ascending.
    package func rows() -> [Int32] {
        let range = range
        guard !range.isEmpty else { return [] }
        return withExtendedLifetime(columns) {
            [Int32](unsafeUninitializedCapacity: range.count) { out, count in
                count = self.fill(out)
            }
        }
    }

    package func count() -> Int { passesAll ? range.count : rows().count }

    /// One branchless pass over flags and roles, then each further criterion over what is left.
    private func fill(_ out: UnsafeMutableBufferPointer<Int32>) -> Int {
        let flags = columns.flags.buffer
        let role = columns.role.buffer
        let (on, off, roles) = (flagsOn, flagsOff, roleMask)
        var n = 0
        for row in range {
            out[n] = Int32(truncatingIfNeeded: row)
            let f = flags[row]
            let pass = (f & (on | off)) == on && roles.hasBit(role[row])
            n += pass ? 1 : 0
        }
        func keep(_ test: (Int) -> Bool) {
            var kept = 0
            for i in 0..<n {
                let row = out[i]
                out[kept] = row
                kept += test(Int(row)) ? 1 : 0
            }
            n = kept
        }
        if let boards {
            let b = columns.board.buffer
            keep { boards.contains(Int(b[$0])) }
        }
        if let companies {
            let c = columns.company.buffer
            keep { companies.contains(Int(c[$0])) }
        }
        if countries.count == 1 {
            let c = columns.country.buffer
            let only = countries[0]
            keep { c[$0] == only }
        } else if countries.count > 1 {
            keep { countries.contains(columns.country[$0]) }
        }
        if seniorityMask & modeMask & onCallMask != .max {
            let (s, m, o) = (columns.seniority.buffer, columns.mode.buffer, columns.onCall.buffer)
            keep { seniorityMask.hasBit(s[$0]) && modeMask.hasBit(m[$0]) && onCallMask.hasBit(o[$0]) }
        }
        if practiceMask != 0 {
            let p = columns.practices.buffer
            keep { p[$0] & practiceMask == practiceMask }
        }
        if payFloor != nil || payStated != nil {
            keep { passesPay(min: columns.payMin[$0], max: columns.payMax[$0], currency: columns.payCurrency[$0]) }
        }
        for skill in skills { keep { columns.names(skill, $0) } }
        for skill in withoutSkills { keep { !columns.names(skill, $0) } }
        return n
    }
}

extension UInt64 {
    /// Bit n of the mask; a value beyond the mask is in no list.
    @inline(__always) func hasBit(_ n: UInt8) -> Bool { n < 64 && self >> UInt64(n) & 1 == 1 }
}

/// Membership of small whole numbers.
struct BitSet: Sendable {
    private var words: [UInt64]
    init<T>(_ items: [T], where isIn: (T) -> Bool) {
        words = [UInt64](repeating: 0, count: items.count / 64 + 1)
        for (i, item) in items.enumerated() where isIn(item) { words[i / 64] |= 1 << UInt64(i % 64) }
    }
    @inline(__always) func contains(_ i: Int) -> Bool {
        i >= 0 && i / 64 < words.count && words[i / 64] >> UInt64(i % 64) & 1 == 1
    }
}

extension Columns {
    /// The first row whose first day is `day` or later. O(log rows).
    package func firstRow(from day: Day) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if firstDay[middle] < day.number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether the opening names the skill (required, nice or in context; never a negated mention).
    package func names(_ s: SkillIndex, _ row: Int) -> Bool {
        var k = Int(skillOffsets[row])
        let end = min(Int(skillOffsets[row + 1]), skill.count)
        while k < end {
            let here = skill[k]
            if here >= s { return here == s }
            k += 1
        }
        return false
    }
}
