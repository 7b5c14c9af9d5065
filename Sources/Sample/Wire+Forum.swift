import Base
import Sources
import Taxonomy

// The forum: one thread a month, by the search service's shape (a thread with its comments) and by the item API's.
extension Wire {
    package func threadID(_ month: Month) -> Int { 40_000_000 + Int(month.number) }

    private func month(of posting: SamplePosting) -> Month { posting.first.month }

    /// Comment text: first paragraph bare, the others after `<p>`, slashes and apostrophes as references.
    private func commentText(_ item: WireItem) -> String {
        var out: [UInt8] = []
        for (i, block) in item.draft.blocks.enumerated() {
            if i > 0 { out += "<p>".utf8 }
            for c in item.draft.bytes[Int(block.start)..<Int(block.end)] {
                switch c {
                case UInt8(ascii: "/"): out += "&#x2F;".utf8
                case UInt8(ascii: "'"): out += "&#x27;".utf8
                case UInt8(ascii: "&"): out += "&amp;".utf8
                case UInt8(ascii: "<"): out += "&lt;".utf8
                case UInt8(ascii: ">"): out += "&gt;".utf8
                case UInt8(ascii: "\""): out += "&quot;".utf8
                default: out.append(c)
                }
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    func comment(_ item: WireItem) -> [UInt8] {
        comment(
            id: item.number, parent: threadID(month(of: item.posting)), thread: threadID(month(of: item.posting)),
            author: "\(item.employer.slug)_hiring", day: item.posting.first, text: commentText(item))
    }

    private func comment(
        id: Int, parent: Int, thread: Int, author: String, day: Day, text: String, children: [[UInt8]] = []
    ) -> [UInt8] {
        var w = JSONWriter()
        w.object { w in
            w.member("id", id)
            w.member("created_at", "\(day)T16:12:00.000Z")
            w.member("created_at_i", Int(day.secondsSince1970) + 58_320)
            w.member("type", "comment")
            w.member("author", author)
            w.key("title")
            w.null()
            w.member("text", text)
            w.member("parent_id", parent)
            w.member("story_id", thread)
            w.key("children")
            w.array(children) { $0.raw($1) }
        }
        return w.bytes
    }

    /// The months whose thread stands on a day, newest first.
    func threads(on day: Day) -> [Month] {
        var out: [Month] = []
        var month = day.month
        while month >= market.plan.start.month {
            if PlantedTruth.threadDay(month) <= day { out.append(month) }
            month = month + -1
        }
        return out
    }

    /// Positions in `postings` of a thread's posts that stand on a day.
    func posts(_ board: SampleBoard, _ month: Month, on day: Day) -> [Int32] {
        market.byBoard[board.number].filter {
            let p = market.postings[Int($0)]
            return p.first <= day && p.first.month == month
        }
    }

    /// `search_by_date?tags=story,author_whoishiring`: the threads, among others that are not about openings.
    func stories(_ board: SampleBoard, on day: Day) -> [UInt8] {
        let months = Array(threads(on: day).prefix(6))
        var w = JSONWriter()
        w.object { w in
            w.key("hits")
            w.array(months) { w, month in
                for (title, id) in [
                    ("Who is hiring?", threadID(month)), ("Who wants to be hired?", threadID(month) + 5_000_000),
                ] {
                    w.object { w in
                        w.member("objectID", "\(id)")
                        w.member("title", "Ask HN: \(title) (\(SampleMonth.name(month)))")
                        w.member("author", "whoishiring")
                        w.member("created_at", "\(PlantedTruth.threadDay(month))T15:00:00.000Z")
                        w.member("num_comments", posts(board, month, on: day).count)
                    }
                }
            }
            w.member("nbHits", months.count * 2)
            w.member("page", 0)
            w.member("nbPages", 1)
            w.member("hitsPerPage", 20)
        }
        return w.bytes
    }

    /// `items/{id}`: the thread with its comments. Replies and idle talk stand among them, as they do.
    func thread(_ month: Month, _ documents: [[UInt8]], on day: Day) -> [UInt8] {
        let id = threadID(month)
        let opened = PlantedTruth.threadDay(month)
        let reply = comment(
            id: id + 2_000_000, parent: id + 1_000_000, thread: id, author: "passer_by", day: opened,
            text:
                "Umbermoor | Site Reliability Engineer | Warsaw<p>An answer to another comment, no posting."
        )
        let talk = comment(
            id: id + 1_000_000, parent: id, thread: id, author: "curious_reader", day: opened,
            text: "Does anybody still read these threads? I wrote to four companies last month and heard nothing.",
            children: [reply])
        var w = JSONWriter()
        w.object { w in
            w.member("id", id)
            w.member("created_at", "\(opened)T15:00:00.000Z")
            w.member("created_at_i", Int(opened.secondsSince1970) + 54_000)
            w.member("type", "story")
            w.member("author", "whoishiring")
            w.member("title", "Ask HN: Who is hiring? (\(SampleMonth.name(month)))")
            w.member("text", "Please state the place and include REMOTE where that is an option.")
            w.key("children")
            w.array { w in
                w.raw(talk)
                for d in documents { w.raw(d) }
            }
        }
        return w.bytes
    }
}

enum SampleMonth {
    static func name(_ month: Month) -> String {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return "\(names[month.month - 1]) \(month.year)"
    }
}
