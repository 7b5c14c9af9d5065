import Base
import Taxonomy

/// The openings of one generation as columns, one row a distinct opening, sorted by (firstDay, id). Facts are those of
/// the opening's newest document; `months` of a question are taken from `firstDay`.
///
/// On disk (see ColumnsFile) each array is 64-byte aligned and mapped; in memory it is the same type, for tests.
package struct Columns: Sendable {
    package var count: Int
    /// Stable over generations: the lowest document id of the opening's cluster.
    package var id: Column<Int64>
    /// Day first seen by us; for a record (`SourceKind.isRecord`) the day posted.
    package var firstDay: Column<Int32>
    package var lastDay: Column<Int32>
    /// First day a complete poll no longer showed it; `Int32.max` while it is open or not known to be closed.
    package var closedDay: Column<Int32>
    /// As stated; `Int32.min` if not.
    package var postedDay: Column<Int32>
    package var flags: Column<UInt16>
    package var role: Column<UInt8>
    package var seniority: Column<UInt8>
    package var mode: Column<UInt8>
    package var onCall: Column<UInt8>
    package var country: Column<UInt16>
    package var practices: Column<UInt16>
    /// Index into `Generation.companies`. Zero is "not known", which is never counted as one company.
    package var company: Column<UInt32>
    /// Index into `Generation.boards`, of the first board that showed it.
    package var board: Column<UInt32>
    /// A year, in `payCurrency`; NaN where not stated.
    package var payMin: Column<Float>
    package var payMax: Column<Float>
    package var payCurrency: Column<UInt32>
    /// Postings joined into this opening (1 = no copy).
    package var copies: Column<UInt16>
    /// The archive's document that shows it.
    package var document: Column<Int64>
    /// CSR: the skills of row i are `skill[skillOffsets[i]..<skillOffsets[i+1]]`, ascending, with their strongest status
    /// (`MentionStatus.rawValue`) beside. Negated ones are left out.
    package var skillOffsets: Column<UInt32>
    package var skill: Column<UInt16>
    package var skillStatus: Column<UInt8>

    package struct Flags: OptionSet, Sendable {
        package var rawValue: UInt16
        package init(rawValue: UInt16) { self.rawValue = rawValue }
        /// Seen to appear while its board was watched (statistics.md S3): the only rows that a trend may count.
        package static let live = Flags(rawValue: 1)
        package static let open = Flags(rawValue: 2)
        /// More than 60 distinct skills: left out of goes-with.
        package static let stuffed = Flags(rawValue: 4)
        /// A person's limits may not be applied to it silently; its pay was refused as absurd.
        package static let payRefused = Flags(rawValue: 8)
        /// The body stands under another company's name too (an agency's copy?); linked, never merged.
        package static let twin = Flags(rawValue: 16)
        package static let reposted = Flags(rawValue: 32)
        /// The text was not read (another language) or offers no job: in no statistic.
        package static let unread = Flags(rawValue: 64)
    }

    package func flags(_ row: Int) -> Flags { Flags(rawValue: flags[row]) }
    package func skills(_ row: Int) -> [(skill: SkillIndex, status: MentionStatus)] {
        (Int(skillOffsets[row])..<Int(skillOffsets[row + 1])).map {
            (skill[$0], MentionStatus(rawValue: skillStatus[$0]) ?? .context)
        }
    }
    package func currency(_ row: Int) -> Currency? { Currency(packed: payCurrency[row]) }
}

/// One row before it becomes columns.
package struct OpeningRow: Sendable, Equatable {
    package var id: Int64 = 0
    package var firstDay = Day(number: 0)
    package var lastDay = Day(number: 0)
    package var closedDay: Day?
    package var postedDay: Day?
    package var flags: Columns.Flags = []
    package var role = RoleFamily.unknown
    package var seniority = Seniority.unstated
    package var mode = WorkMode.unstated
    package var onCall = OnCall.unstated
    package var country: Country?
    package var practices: PracticeSet = []
    package var company: UInt32 = 0
    package var board: UInt32 = 0
    package var payMin: Double?
    package var payMax: Double?
    package var payCurrency: Currency?
    package var copies = 1
    package var document: Int64 = 0
    /// Ascending by skill.
    package var skills: [Ask] = []

    package struct Ask: Sendable, Equatable {
        package var skill: SkillIndex
        package var status: MentionStatus
        package init(_ skill: SkillIndex, _ status: MentionStatus) {
            self.skill = skill
            self.status = status
        }
    }
    package init() {}
}

extension Columns {
    /// Columns in memory. Sorts by (firstDay, id).
    package init(rows unsorted: [OpeningRow]) {
        let rows = unsorted.sorted { ($0.firstDay, $0.id) < ($1.firstDay, $1.id) }
        count = rows.count
        id = Column(rows.map(\.id))
        firstDay = Column(rows.map(\.firstDay.number))
        lastDay = Column(rows.map(\.lastDay.number))
        closedDay = Column(rows.map { $0.closedDay?.number ?? .max })
        postedDay = Column(rows.map { $0.postedDay?.number ?? .min })
        flags = Column(rows.map(\.flags.rawValue))
        role = Column(rows.map(\.role.rawValue))
        seniority = Column(rows.map(\.seniority.rawValue))
        mode = Column(rows.map(\.mode.rawValue))
        onCall = Column(rows.map(\.onCall.rawValue))
        country = Column(rows.map { $0.country?.packed ?? 0 })
        practices = Column(rows.map(\.practices.rawValue))
        company = Column(rows.map(\.company))
        board = Column(rows.map(\.board))
        payMin = Column(rows.map { Float($0.payMin ?? .nan) })
        payMax = Column(rows.map { Float($0.payMax ?? .nan) })
        payCurrency = Column(rows.map { $0.payCurrency?.packed ?? 0 })
        copies = Column(rows.map { UInt16(clamping: $0.copies) })
        document = Column(rows.map(\.document))
        var offsets: [UInt32] = [0]
        var skills: [UInt16] = []
        var statuses: [UInt8] = []
        for row in rows {
            for ask in row.skills {
                skills.append(ask.skill)
                statuses.append(ask.status.rawValue)
            }
            offsets.append(UInt32(skills.count))
        }
        skillOffsets = Column(offsets)
        skill = Column(skills)
        skillStatus = Column(statuses)
    }
}
