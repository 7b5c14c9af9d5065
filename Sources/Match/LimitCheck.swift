import Base
import Person
import Taxonomy

/// The limits of one person against one opening: pass, fail or unknown for each, and unknown never fails.
package struct LimitCheck: Sendable {
    package enum Answer: Sendable, Equatable { case pass, fail, unknown }

    /// Failing ones in the order in which they are named to the person.
    package private(set) var failed: [LimitKind] = []
    package private(set) var unknown: [LimitKind] = []
    package private(set) var passed: [LimitKind] = []

    package init(_ candidate: Candidate, limits: Limits) {
        note(.closed, candidate.isOpen ? .pass : .fail, isSet: true)
        note(
            .employer,
            limits.blockedEmployers.contains { $0.lowercased() == candidate.company.lowercased() } ? .fail : .pass,
            isSet: !limits.blockedEmployers.isEmpty)
        note(.place, Self.place(candidate, limits), isSet: !limits.places.isEmpty || !limits.countries.isEmpty)
        note(.remote, Self.workplace(candidate, limits), isSet: limits.workplace != nil && limits.workplace != .any)
        note(.pay, Self.pay(candidate, limits), isSet: limits.payFloor != nil)
        note(.seniority, Self.seniority(candidate, limits), isSet: !limits.seniorities.isEmpty)
        note(.onCall, Self.duty(candidate, limits), isSet: limits.duty != nil)
        note(.language, Self.language(candidate, limits), isSet: !limits.languages.isEmpty)
        if candidate.asks.isEmpty { unknown.insert(.skills, at: 0) }
    }

    private mutating func note(_ kind: LimitKind, _ answer: Answer, isSet: Bool) {
        guard isSet else { return }
        switch answer {
        case .pass: passed.append(kind)
        case .fail: failed.append(kind)
        case .unknown: unknown.append(kind)
        }
    }

    static func place(_ c: Candidate, _ limits: Limits) -> Answer {
        // Work from anywhere meets every place; remote within a limit is a matter of its country.
        if c.mode == .remote { return .pass }
        if c.mode == .remoteRestricted {
            guard let country = c.country, !limits.countries.isEmpty else { return .unknown }
            return limits.countries.contains(country) ? .pass : .fail
        }
        let stated = c.place.lowercased()
        if !stated.isEmpty, limits.places.contains(where: { stated.contains($0.lowercased()) }) { return .pass }
        if limits.places.isEmpty, let country = c.country { return limits.countries.contains(country) ? .pass : .fail }
        if stated.isEmpty {
            return c.country.map { limits.countries.isEmpty || limits.countries.contains($0) ? .unknown : .fail }
                ?? .unknown
        }
        return .fail
    }

    static func workplace(_ c: Candidate, _ limits: Limits) -> Answer {
        guard c.mode != .unstated else { return .unknown }
        switch limits.workplace ?? .any {
        case .any: return .pass
        case .remote: return c.mode == .remote || c.mode == .remoteRestricted ? .pass : .fail
        case .remoteOrHybrid: return c.mode == .onsite ? .fail : .pass
        case .onsite: return c.mode == .onsite || c.mode == .hybrid ? .pass : .fail
        }
    }

    /// Same currency and period only; a range that reaches the floor passes; none, zero or another currency is unknown.
    static func pay(_ c: Candidate, _ limits: Limits) -> Answer {
        guard let floor = limits.payFloor, let pay = c.pay, pay.currency == floor.currency,
            pay.period == limits.payPeriod
        else { return .unknown }
        guard let top = pay.max ?? pay.min, top > 0 else { return .unknown }
        if pay.max == nil { return top >= floor.amount ? .pass : .unknown }
        return top < floor.amount ? .fail : .pass
    }

    static func seniority(_ c: Candidate, _ limits: Limits) -> Answer {
        c.seniority == .unstated ? .pass : (limits.seniorities.contains(c.seniority) ? .pass : .fail)
    }

    static func duty(_ c: Candidate, _ limits: Limits) -> Answer {
        switch (limits.duty ?? .any, c.onCall) {
        case (.any, _): return .pass
        case (_, .no): return .pass
        case (_, .unstated): return .unknown
        case (.none, .yes): return .fail
        case (.atMost(let weeks, let of), .yes):
            guard let part = c.onCallPart else { return .unknown }
            return part <= Double(weeks) / Double(of) + 1e-9 ? .pass : .fail
        }
    }

    static func language(_ c: Candidate, _ limits: Limits) -> Answer {
        guard let required = c.languages else { return .pass }
        return required.allSatisfy { limits.languages.contains($0) } ? .pass : .fail
    }
}
