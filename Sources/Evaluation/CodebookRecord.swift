import Base
import Taxonomy

/// The record of docs/codebook.md as a labeller or a reader wrote it. What lacks is nil or empty.
struct CodebookRecord: Sendable {
    /// A mention of a skill.
    struct Named: Sendable {
        var name: String
        /// In the text, in UTF-8 bytes; nil where the record does not say where.
        var span: Range<Int>?
        var status: MentionStatus
        /// The labeller was in doubt: neither rewarded nor punished.
        var isOptional: Bool
    }
    struct Pay: Sendable, Equatable {
        var min: Double?
        var max: Double?
        var currency: String?
        var period: String?
    }

    var skills: [Named]
    /// The practices that are present, with the words that prove each.
    var practices: [Practice: String?]
    var families: [String]
    var seniority: String?
    var mode: String?
    var places: [String]
    var pay: Pay?
    var onCall: String?

    /// Throws `malformed` for a status or a span that is none, `limit.items` for too many mentions.
    init(_ j: JSON) throws(Fault) {
        skills = []
        let mentions = j["skills"].elements
        guard mentions.count <= EvaluationLimits.mentions else {
            throw Fault(.limitItems, "more than \(EvaluationLimits.mentions) mentions of skills")
        }
        for s in mentions { skills.append(try Self.named(s)) }
        practices = [:]
        for p in Practice.allCases {
            let label = j["practices"].member(p.id)
            if label["present"].bool == true { practices[p] = .some(label["evidence"].string) }
        }
        families = j["roles"].elements.compactMap { $0["family"].string }
        seniority = j["seniority"].text
        mode = j["remote"]["mode"].text
        places = j["remote"]["places"].elements.compactMap(\.string)
        if !j["pay"].members.isEmpty {
            let p = j["pay"]
            for end in ["min", "max"] where !p.member(end).isNull && p.member(end).double == nil {
                throw Fault(.malformed, "`pay` has a `\(end)` that is no number")
            }
            pay = Pay(
                min: p["min"].double, max: p["max"].double, currency: p["currency"].string, period: p["period"].string)
        }
        onCall = j["oncall"].text
    }

    private static func named(_ s: JSON) throws(Fault) -> Named {
        let word = s["status"].text ?? MentionStatus.required.id
        guard let status = MentionStatus(id: word) else {
            throw Fault(.malformed, "a skill has the unknown status \(CleanText.line(word))")
        }
        var span: Range<Int>?
        if !s["start"].isNull {
            guard let start = s["start"].int, let end = s["end"].int, start >= 0, end >= start else {
                throw Fault(.malformed, "a skill has a start without an end after it")
            }
            span = start..<end
        }
        return Named(
            name: s["canonical"].text ?? s["surface"].text ?? "", span: span, status: status,
            isOptional: s["optional"].bool ?? false)
    }
}
