import Base
import Taxonomy

// The file's form: one JSON object a line, `{"v":1,"kind":...}`, appended and synced. A line that a crash cut short is
// the last one, does not parse, and is dropped; a broken line before it is damage and is named.

extension PersonRecord {
    static let version = 1

    /// As it is appended, line break included.
    package var line: [UInt8] {
        var w = JSONWriter()
        w.object { w in
            w.member("v", Self.version)
            switch self {
            case .created(let at):
                w.member("kind", "created")
                w.member("at", at.description)
            case .imported(let imported):
                w.member("kind", "imported")
                write(imported, to: &w)
            case .limits(let limits):
                w.member("kind", "limits")
                write(limits, to: &w)
            case .state(let skill, let state):
                w.member("kind", "state")
                w.member("skill", skill)
                w.member("state", state.rawValue)
            }
        }
        return w.bytes + [10]
    }

    private func write(_ imported: Imported, to w: inout JSONWriter) {
        w.member("name", imported.name)
        w.key("claims")
        w.array(imported.claims) { w, claim in
            w.object { w in
                w.member("skill", claim.skill)
                w.member("level", claim.level?.rawValue)
                w.key("evidence")
                w.array(claim.evidence) { w, e in
                    w.object { w in
                        w.member("source", e.source.rawValue)
                        w.member("at", e.at)
                        w.member("quote", e.quote)
                        w.member("first", e.first)
                        w.member("last", e.last)
                    }
                }
            }
        }
        w.key("work")
        w.array(imported.work) { w, line in
            w.object { w in
                w.member("employer", line.employer)
                w.member("position", line.position)
                w.member("start", line.start)
                w.member("end", line.end)
            }
        }
        w.member("unrecognised", strings: imported.unrecognised)
    }

    private func write(_ limits: Limits, to w: inout JSONWriter) {
        w.member("places", strings: limits.places)
        w.member("countries", strings: limits.countries.map(\.code))
        w.member("workplace", limits.workplace?.rawValue)
        w.member("floor", limits.payFloor?.amount)
        w.member("currency", limits.payFloor?.currency.code)
        w.member("period", limits.payPeriod.rawValue)
        w.member("duty", limits.duty?.text)
        w.member("seniorities", strings: limits.seniorities.map(\.id))
        w.member("languages", strings: limits.languages)
        w.member("blocked", strings: limits.blockedEmployers)
    }

    /// Reads one line. Throws `malformed` where it is no record, `newer` where a later version wrote it.
    init(line: [UInt8]) throws(Fault) {
        let json = try JSONDocument(line).root
        guard let version = json["v"].int, let kind = json["kind"].string else {
            throw Fault(.malformed, "not a record of a person's file")
        }
        guard version <= Self.version else { throw Fault(.newer, "the file was written by a newer version") }
        switch kind {
        case "created": self = .created(at: Instant(Day(iso: json["at"].string ?? "") ?? Day(number: 0)))
        case "imported": self = .imported(Self.imported(json))
        case "limits": self = .limits(Self.limits(json))
        case "state":
            guard let skill = json["skill"].string, let state = ClaimState(rawValue: json["state"].string ?? "") else {
                throw Fault(.malformed, "not a record of a person's file")
            }
            self = .state(skill: skill, state)
        default: throw Fault(.newer, "the file has a record of an unknown kind")
        }
    }

    private static func imported(_ json: JSON) -> Imported {
        var out = Imported(name: json["name"].string ?? "")
        for c in json["claims"].elements {
            let evidence = c["evidence"].elements.map { e in
                Evidence(
                    source: Evidence.Source(rawValue: e["source"].string ?? "") ?? .own, at: e["at"].string ?? "",
                    quote: e["quote"].string ?? "", first: e["first"].string, last: e["last"].string)
            }
            out.claims.append(
                Claim(
                    skill: c["skill"].string ?? "", level: ClaimLevel(rawValue: c["level"].string ?? ""),
                    evidence: evidence))
        }
        out.work = json["work"].elements.map {
            WorkLine(
                employer: $0["employer"].string ?? "", position: $0["position"].string ?? "", start: $0["start"].string,
                end: $0["end"].string)
        }
        out.unrecognised = json["unrecognised"].elements.compactMap(\.string)
        return out
    }

    private static func limits(_ json: JSON) -> Limits {
        var out = Limits()
        out.places = json["places"].elements.compactMap(\.string)
        out.countries = json["countries"].elements.compactMap { $0.string.flatMap { Country($0) } }
        out.workplace = json["workplace"].string.flatMap(Limits.Workplace.init(rawValue:))
        if let amount = json["floor"].double, let currency = json["currency"].string.flatMap({ Currency($0) }) {
            out.payFloor = Money(amount, currency)
        }
        out.payPeriod = json["period"].string.flatMap(PayPeriod.init(rawValue:)) ?? .year
        out.duty = json["duty"].string.flatMap { Limits.Duty($0) }
        out.seniorities = json["seniorities"].elements.compactMap { $0.string.flatMap { Seniority(id: $0) } }
        out.languages = json["languages"].elements.compactMap(\.string)
        out.blockedEmployers = json["blocked"].elements.compactMap(\.string)
        return out
    }
}
