import Archive
import Base
import Sources
import Taxonomy

/// From sightings and facts to openings: the heart of the Market.
///
/// 1. One posting is one board's external id, in all its versions; an id that comes back with another text is another.
/// 2. Postings of one employer with the same text, or with nearly the same (Jaccard of 4-word shingles ≥ 0.8), are
///    copies, unless role, seniority or language differ: one role in ten places is one opening with ten copies.
/// 3. Copies that follow each other within 30 days are one opening; after a longer gap the next is a repost, its own.
/// 4. Texts under two employers' names are linked (`twin`), never merged.
///
/// Everything is ordered by ids, so that the same archive gives the same openings to the byte.
struct Unify {
    static let copyFloor = 0.8
    /// Signatures below this estimate are not compared exactly (its standard error is 0.03).
    static let estimateFloor = 0.7
    /// An id whose new text shares less than this with the old one is another posting.
    static let reuseCeiling = 0.2
    static let repostGapDays = 30
    /// A post in a monthly record stands for a month.
    static let recordLifeDays = 30
    /// Texts compared with the one before in a bucket of equal bands.
    static let bucketReach = 16
    static let stuffedSkills = 60
    /// Without a look at its board in as many days an opening is not known to be open.
    static let lookedDays = 14
    /// Texts with fewer shingles are too short to say anything of copies across employers.
    static let twinFloor: UInt32 = 30

    /// Why a posting belongs to its opening, as the opening's page says it.
    enum Reason: UInt8 {
        case first = 0, samePosting, sameText, near
    }

    struct Posting {
        /// Into `sightings`: one posting's stretches, in order.
        var sightings: Range<Int>
        /// Into `records`, of its newest document.
        var record: Int
        var board: Int
        var employer: String
    }

    struct Opening {
        var row = OpeningRow()
        var record = 0
        /// Into `sightings`, with the reason, in order of first sight.
        var members: [(sighting: Int, reason: Reason)] = []
    }

    let sightings: [Sighting]
    let documents: [Int64]
    let records: [FactsRecord]
    private(set) var calendars: [BoardCalendar]
    private(set) var postings: [Posting] = []
    private(set) var employers = EmployerTable([:])
    var openings: [Opening] = []
    let asOf: Day
    private(set) var twins: Set<Int> = []
    private(set) var linkedNear: Set<Int> = []

    /// `boards` in the order of the generation; `boardOf` their archive rows. Sightings in the archive's order.
    init(
        sightings: [Sighting], documents: [Int64], records: [FactsRecord], boards: [(row: Int64, board: Board)],
        polls: [CompletePolls], asOf: Day, shingles: ([Int64]) throws -> [[UInt32]]
    ) throws {
        self.sightings = sightings
        self.documents = documents
        self.records = records
        self.asOf = asOf
        let moments = Dictionary(polls.map { ($0.board, $0.at) }, uniquingKeysWith: { a, _ in a })
        calendars = boards.map { BoardCalendar(board: $0.board, polls: moments[$0.row] ?? []) }
        var boardIndex: [Int64: Int] = [:]
        for (i, b) in boards.enumerated() { boardIndex[b.row] = i }
        makePostings(boardIndex)
        findEvents()
        var sets = UnionFind(postings.count)
        joinEqual(&sets)
        try joinNear(&sets, shingles)
        makeOpenings(sets)
    }

    /// The place of a document among the records; nil if it has none yet.
    func recordIndex(_ document: Int64) -> Int? {
        let i = lowerBound(documents, document)
        return i < documents.count && documents[i] == document ? i : nil
    }

    // MARK: Postings

    private mutating func makePostings(_ boardIndex: [Int64: Int]) {
        var spellings: [String: [String: Int]] = [:]
        var keys: [String: String] = [:]
        var i = 0
        while i < sightings.count {
            var j = i + 1
            var record = recordIndex(sightings[i].document)
            while j < sightings.count, sightings[j].board == sightings[i].board,
                sightings[j].externalID == sightings[i].externalID
            {
                let next =
                    sightings[j].document == sightings[j - 1].document ? record : recordIndex(sightings[j].document)
                if let a = record, let b = next, isReuse(records[a], records[b]) { break }
                record = next ?? record
                j += 1
            }
            if let record, let board = boardIndex[sightings[i].board] {
                let name = records[record].company
                let key = keys[name] ?? Employer.key(name)
                keys[name] = key
                spellings[key, default: [:]][name, default: 0] += 1
                postings.append(Posting(sightings: i..<j, record: record, board: board, employer: key))
            }
            i = j
        }
        employers = EmployerTable(spellings)
    }

    private func isReuse(_ a: FactsRecord, _ b: FactsRecord) -> Bool {
        a.signature.count >= 20 && b.signature.count >= 20 && a.signature.body != b.signature.body
            && a.signature.similarity(b.signature) < Unify.reuseCeiling
    }

    private mutating func findEvents() {
        var stretches = [[(first: Int64, end: Int64, isAbsence: Bool)]](repeating: [], count: calendars.count)
        for p in postings {
            for s in p.sightings.map({ sightings[$0] }) {
                let end = s.absentAt ?? s.replacedAt
                stretches[p.board].append((s.firstSeen.milliseconds, end?.milliseconds ?? .max, s.absentAt != nil))
            }
        }
        for b in calendars.indices { calendars[b].findEvents(stretches[b]) }
        for p in postings where calendars[p.board].entry.board.kind.isRecord {
            if let posted = records[p.record].posted { calendars[p.board].cover(posted) }
        }
    }

    // MARK: Copies

    /// Role and seniority part only where they are stated: a forum post lists several roles, and which is read first
    /// changes with the order of its lines. It is therefore no copy of an ad with a title either, through which ads of
    /// several roles would become one.
    private func mayJoin(_ a: FactsRecord, _ b: FactsRecord) -> Bool {
        guard a.language == b.language, a.flags.contains(.isProse) == b.flags.contains(.isProse) else { return false }
        return a.flags.contains(.isProse) || (a.role == b.role && a.seniority == b.seniority)
    }

    /// One employer; of two posts in prose one may leave its name unread.
    private func isSameEmployer(_ a: Posting, _ b: Posting) -> Bool {
        if a.employer == b.employer { return true }
        return (a.employer.isEmpty || b.employer.isEmpty) && records[a.record].flags.contains(.isProse)
            && records[b.record].flags.contains(.isProse)
    }

    private struct EqualText: Hashable {
        var employer: String
        var body0: UInt64, body1: UInt64
        var role: RoleFamily, seniority: Seniority
        var language: String
    }

    /// The same words in the same order under one employer; across employers a twin.
    private mutating func joinEqual(_ sets: inout UnionFind) {
        var first: [EqualText: Int] = [:]
        var byBody: [UInt64: [Int]] = [:]
        for (i, p) in postings.enumerated() {
            let r = records[p.record]
            guard r.signature.count > 0 else { continue }
            // Equal prose names the same employer, whatever was read from it.
            let isProse = r.flags.contains(.isProse)
            let key = EqualText(
                employer: isProse ? "\u{2}" : p.employer, body0: r.signature.body.0, body1: r.signature.body.1,
                role: isProse ? .unknown : r.role, seniority: isProse ? .unstated : r.seniority, language: r.language)
            if let k = first[key] {
                sets.join(k, i)
            } else {
                first[key] = i
                if r.signature.count >= Unify.twinFloor { byBody[r.signature.body.0, default: []].append(i) }
            }
        }
        for group in byBody.values where Set(group.map { postings[$0].employer }.filter { !$0.isEmpty }).count > 1 {
            twins.formUnion(group)
        }
    }

    /// Nearly the same: candidates share one of 16 bands of their signatures, the exact sets decide.
    private mutating func joinNear(_ sets: inout UnionFind, _ shingles: ([Int64]) throws -> [[UInt32]]) throws {
        let heads = postings.indices.filter { sets.root($0) == $0 && records[postings[$0].record].signature.count > 0 }
        let numbers = heads.map { employers.number(postings[$0].employer) }
        var entries: [(band: UInt64, employer: UInt32, head: Int32)] = []
        entries.reserveCapacity(heads.count)
        var pairs: [(Int, Int)] = []
        // One band at a time keeps the table small: 16 bytes a posting.
        for k in 0..<ShingleSignature.bands {
            entries.removeAll(keepingCapacity: true)
            for (h, i) in heads.enumerated() {
                entries.append((records[postings[i].record].signature.band(k), numbers[h], Int32(h)))
            }
            entries.sort { ($0.band, $0.employer, $0.head) < ($1.band, $1.employer, $1.head) }
            var start = 0
            for e in entries.indices {
                if entries[e].band != entries[start].band { start = e }
                for d in stride(from: e - 1, through: max(start, e - Unify.bucketReach), by: -1) {
                    let a = heads[Int(entries[d].head)], b = heads[Int(entries[e].head)]
                    let sameEmployer = isSameEmployer(postings[a], postings[b])
                    let (ra, rb) = (records[postings[a].record], records[postings[b].record])
                    if sameEmployer {
                        guard mayJoin(ra, rb), ra.signature.similarity(rb.signature) >= Unify.estimateFloor else {
                            continue
                        }
                    } else {
                        guard entries[d].employer != 0, entries[e].employer != 0,
                            !(twins.contains(a) && twins.contains(b)),
                            min(ra.signature.count, rb.signature.count) >= Unify.twinFloor,
                            ra.signature.similarity(rb.signature) >= Unify.copyFloor
                        else { continue }
                    }
                    pairs.append((min(a, b), max(a, b)))
                }
            }
            try decide(&pairs, &sets, shingles)
        }
    }

    private mutating func decide(
        _ pairs: inout [(Int, Int)], _ sets: inout UnionFind, _ shingles: ([Int64]) throws -> [[UInt32]]
    ) throws {
        pairs.sort { $0 < $1 }
        // Blocks bound the sets in memory: 2,000 pairs are about 7 MB.
        for block in stride(from: 0, to: pairs.count, by: 2_000) {
            let part = pairs[block..<min(block + 2_000, pairs.count)].filter { a, b in
                isSameEmployer(postings[a], postings[b])
                    ? sets.root(a) != sets.root(b) : !(twins.contains(a) && twins.contains(b))
            }
            let wanted = Array(
                Set(part.flatMap { [documents[postings[$0.0].record], documents[postings[$0.1].record]] })
            ).sorted()
            let found = try shingles(wanted)
            let places = part.map { a, b in
                (lowerBound(wanted, documents[postings[a].record]), lowerBound(wanted, documents[postings[b].record]))
            }
            let jaccards = parallel(places.count) { k in Shingles.jaccard(found[places[k].0], found[places[k].1]) }
            for ((a, b), jaccard) in zip(part, jaccards) where jaccard >= Unify.copyFloor {
                if isSameEmployer(postings[a], postings[b]) {
                    sets.join(a, b)
                    linkedNear.insert(b)
                } else {
                    twins.insert(a)
                    twins.insert(b)
                }
            }
        }
        pairs.removeAll(keepingCapacity: true)
    }
}

func lowerBound(_ sorted: [Int64], _ v: Int64) -> Int {
    var low = 0, high = sorted.count
    while low < high {
        let middle = (low + high) / 2
        if sorted[middle] < v { low = middle + 1 } else { high = middle }
    }
    return low
}

/// Disjoint sets whose root is their least member, so that the order of joining does not show.
struct UnionFind {
    private var parent: [Int32]
    init(_ n: Int) { parent = (0..<Int32(n)).map { $0 } }

    mutating func root(_ i: Int) -> Int {
        var r = i
        while Int(parent[r]) != r {
            parent[r] = parent[Int(parent[r])]
            r = Int(parent[r])
        }
        return r
    }
    mutating func join(_ a: Int, _ b: Int) {
        let x = root(a), y = root(b)
        if x < y { parent[y] = Int32(x) } else { parent[x] = Int32(y) }
    }
}
