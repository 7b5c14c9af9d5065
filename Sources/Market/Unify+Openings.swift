import Archive
import Base
import Sources
import Taxonomy

// From clusters of postings to openings with their lifetimes.
extension Unify {
    private struct Stretch {
        var posting: Int
        var sightings: Range<Int>
        var first: Day
        var last: Day
        /// Until when the next copy still belongs to it.
        var reach: Day
    }

    /// A posting's stretches, its versions joined: only an absence parts them.
    private func stretches(_ i: Int) -> [Stretch] {
        let p = postings[i], r = records[p.record]
        if r.flags.contains(.isRecord), let posted = r.posted {
            return [
                Stretch(
                    posting: i, sightings: p.sightings, first: posted, last: posted,
                    reach: posted + Unify.recordLifeDays)
            ]
        }
        var out: [Stretch] = []
        for k in p.sightings {
            let s = sightings[k]
            if let before = out.last, sightings[k - 1].replacedAt != nil, before.sightings.upperBound == k {
                out[out.count - 1].sightings = before.sightings.lowerBound..<k + 1
                out[out.count - 1].last = max(before.last, s.lastSeen.day)
            } else {
                out.append(
                    Stretch(
                        posting: i, sightings: k..<k + 1, first: s.firstSeen.day, last: s.lastSeen.day,
                        reach: s.lastSeen.day))
            }
            out[out.count - 1].reach = out[out.count - 1].last
        }
        return out
    }

    mutating func makeOpenings(_ sets: UnionFind) {
        var sets = sets
        var clusters: [Int: [Int]] = [:]
        for i in postings.indices { clusters[sets.root(i), default: []].append(i) }
        for root in clusters.keys.sorted() {
            let members = clusters[root] ?? []
            let all = members.flatMap { stretches($0) }.sorted { a, b in
                (a.first, a.posting, a.sightings.lowerBound) < (b.first, b.posting, b.sightings.lowerBound)
            }
            var from = 0
            var reach = all[0].reach
            for k in 1..<all.count + 1 {
                if k < all.count, all[k].first - reach <= Unify.repostGapDays {
                    reach = max(reach, all[k].reach)
                    continue
                }
                openings.append(
                    opening(Array(all[from..<k]), isRepost: from > 0, isTwin: members.contains { twins.contains($0) }))
                from = k
                if k < all.count { reach = all[k].reach }
            }
        }
        openings.sort { ($0.row.firstDay, $0.row.id) < ($1.row.firstDay, $1.row.id) }
        separateIDs()
    }

    /// Two openings may stand on one document (a posting that came back unchanged after months): the later one's id gets
    /// a number above the document's 40 bits.
    private mutating func separateIDs() {
        var seen: [Int64: Int64] = [:]
        for i in openings.indices {
            let id = openings[i].row.id
            let n = seen[id, default: 0]
            seen[id] = n + 1
            openings[i].row.id = id + n << FactsStore.documentBits
        }
        openings.sort { ($0.row.firstDay, $0.row.id) < ($1.row.firstDay, $1.row.id) }
    }

    private func opening(_ parts: [Stretch], isRepost: Bool, isTwin: Bool) -> Opening {
        var out = Opening()
        var newest = parts[0].sightings.lowerBound
        var row = OpeningRow()
        row.firstDay = parts[0].first
        row.lastDay = parts[0].last
        row.id = .max
        var postingsSeen = Set<Int>()
        for part in parts {
            row.lastDay = max(row.lastDay, part.last)
            let isNew = postingsSeen.insert(part.posting).inserted
            for k in part.sightings {
                let s = sightings[k]
                row.id = min(row.id, s.document)
                if (s.firstSeen, s.document) > (sightings[newest].firstSeen, sightings[newest].document) { newest = k }
                let reason: Reason =
                    out.members.isEmpty
                    ? .first
                    : !isNew || k > part.sightings.lowerBound
                        ? .samePosting
                        : linkedNear.contains(part.posting) ? .near : .sameText
                out.members.append((k, reason))
            }
        }
        out.record = recordIndex(sightings[newest].document) ?? postings[parts[0].posting].record
        fill(&row, records[out.record], document: documents[out.record])
        let first = postings[parts[0].posting]
        row.board = UInt32(first.board)
        let known = parts.lazy.map { self.postings[$0.posting].employer }.first { !$0.isEmpty }
        row.company = employers.number(known ?? "")
        row.copies = postingsSeen.count
        if isRepost { row.flags.insert(.reposted) }
        if isTwin { row.flags.insert(.twin) }
        setLife(&row, parts, isRepost)
        out.row = row
        return out
    }

    private func fill(_ row: inout OpeningRow, _ r: FactsRecord, document: Int64) {
        row.document = document
        row.postedDay = r.posted
        row.role = r.role
        row.seniority = r.seniority
        row.mode = r.mode
        row.onCall = r.onCall
        row.country = r.country
        row.practices = r.practices
        if r.payMin != nil || r.payMax != nil {
            row.payMin = r.payMin
            row.payMax = r.payMax
            row.payCurrency = r.currency
        }
        row.skills = r.skills.filter { $0.status != .negated }
        if row.skills.count > Unify.stuffedSkills { row.flags.insert(.stuffed) }
        if r.flags.contains(.payRefused) { row.flags.insert(.payRefused) }
        if !r.isStatistical { row.flags.insert(.unread) }
    }

    /// Open, closed or not looked; live or stock.
    private func setLife(_ row: inout OpeningRow, _ parts: [Stretch], _ isRepost: Bool) {
        var isOpen = false, isKnown = true
        var closed: Day?
        var isLive = false
        for part in parts {
            let p = postings[part.posting], last = sightings[part.sightings.upperBound - 1],
                calendar = calendars[p.board]
            let record = records[p.record]
            if record.flags.contains(.isRecord), record.posted != nil {
                isLive = true
                isKnown = false
                if asOf - part.last <= Unify.recordLifeDays { isOpen = true }
                continue
            }
            if part.first == row.firstDay {
                let isReturn = isRepost || part.sightings.lowerBound > p.sightings.lowerBound
                if calendar.isLive(
                    firstSeen: sightings[part.sightings.lowerBound].firstSeen, posted: isReturn ? nil : record.posted)
                {
                    isLive = true
                }
            }
            if last.isOpen {
                if asOf - last.lastSeen.day <= Unify.lookedDays { isOpen = true }
                isKnown = false
            } else if let absent = last.absentAt, calendar.isClose(absent) {
                closed = max(closed ?? absent.day, absent.day)
            } else {
                // Replaced by what an import of the past brought, seen missing once, or the board's own event.
                let comesBack = parts.contains { $0.posting == part.posting && $0.first > part.first }
                if !comesBack { isKnown = false }
            }
        }
        if isLive { row.flags.insert(.live) }
        if isOpen { row.flags.insert(.open) } else if isKnown { row.closedDay = closed }
    }
}
