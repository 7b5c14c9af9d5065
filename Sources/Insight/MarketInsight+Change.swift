import Base
import Glibc
import Market
import Statistics
import Taxonomy

/// What moves in the openings of a query, and what was looked at.
package struct Movers: Sendable, Hashable {
    /// Largest ratio first; smallest first for `falling`.
    package var rising: [Finding]
    package var falling: [Finding]
    /// Most named first.
    package var cannotTell: [Finding]
    package var refused: [Finding]
    /// Skills tested together.
    package var tested: Int
    package init(rising: [Finding], falling: [Finding], cannotTell: [Finding], refused: [Finding], tested: Int) {
        self.rising = rising
        self.falling = falling
        self.cannotTell = cannotTell
        self.refused = refused
        self.tested = tested
    }
}

extension MarketInsight {
    /// Refused skills are listed from this number of mentions on, most named first, at most `refusedListed`.
    static let refusedFrom = 30, refusedListed = 20

    /// The change of the subject's share from the year before to the last twelve complete months. Of `everything`: the
    /// change of the number of openings.
    package func change(_ subject: Subject, in q: Query) -> Finding {
        let query = changeQuery(q)
        let book = book(query)
        let tested =
            book.tested(subject)
            ?? ChangeBook.Tested(
                subject: subject, mentions: 0, companies: 0, largest: 0, refusal: book.refusal ?? .fewOpenings)
        return finding(tested, book, q, query)
    }

    package func movers(in q: Query) -> Movers {
        let query = changeQuery(q)
        let book = book(query)
        var out = Movers(rising: [], falling: [], cannotTell: [], refused: [], tested: 0)
        for t in book.skills.sorted(by: { $0.mentions > $1.mentions }) {
            if t.refusal != nil {
                guard t.mentions >= Self.refusedFrom, out.refused.count < Self.refusedListed else { continue }
                out.refused.append(finding(t, book, q, query))
                continue
            }
            out.tested += 1
            let f = finding(t, book, q, query)
            switch f.verdict {
            case .rises: out.rising.append(f)
            case .falls: out.falling.append(f)
            default: out.cannotTell.append(f)
            }
        }
        out.rising.sort { ($0.value ?? 0, $1.name) > ($1.value ?? 0, $0.name) }
        out.falling.sort { ($0.value ?? 0, $0.name) < ($1.value ?? 0, $1.name) }
        return out
    }

    private func finding(_ t: ChangeBook.Tested, _ book: ChangeBook, _ asked: Query, _ query: Query) -> Finding {
        var w = Witness(
            window: book.window, panel: book.panel, readerVersion: generation.readerVersion,
            generation: generation.number)
        w.openings = t.mentions
        w.companies = t.companies
        w.largestPart = t.largest
        w.sources = book.boards
        var opens = query.with(t.subject)
        (opens.from, opens.to, opens.scope) = (book.window.from, book.window.to + -1, .panel)
        let name = name(of: t.subject)
        let unit = Finding.Unit.ratio
        guard t.refusal == nil, let change = t.change else {
            let refusal = t.refusal ?? .fewOpenings
            // The population's refusal is said with the population's numbers.
            let whole = book.refusal != nil
            let sentence =
                whole && refusal == .fewOpenings
                ? Sentences.thinYear(before: book.openingsBefore, after: book.openingsAfter)
                : Sentences.refused(
                    refusal, openings: t.mentions, companies: whole ? book.clusters : t.companies, interval: nil,
                    change: !whole)
            return Finding(
                subject: t.subject, name: name, sentence: sentence,
                verdict: .refused(refusal), unit: unit, witness: w, caveats: marketCaveats(query), query: opens)
        }
        let ratio = change.ratio
        let isSure = (t.adjusted ?? 1) <= Gates.discoveryRate && abs(change.logRatio) >= log(Gates.leastRatio)
        let verdict: Verdict = isSure ? (change.logRatio > 0 ? .rises : .falls) : .cannotTell
        return Finding(
            subject: t.subject, name: name,
            sentence: Sentences.change(t.subject, name, Sentences.noun(query), verdict, ratio), verdict: verdict,
            unit: unit,
            value: ratio.value, low: ratio.low, high: ratio.high, p: change.p, adjusted: t.adjusted, witness: w,
            caveats: caveats(t, book, asked), query: opens)
    }

    private func caveats(_ t: ChangeBook.Tested, _ book: ChangeBook, _ asked: Query) -> [String] {
        var out: [String] = []
        if book.method == .matched, t.subject != .everything, let matched = t.change {
            let mix = Change.mix(plain: t.plain, matched: matched)
            if abs(mix) > abs(matched.logRatio), abs(mix) > log(1.1) {
                let way = mix > 0 ? "up" : "down"
                out.append(
                    "Who advertises has changed too: that alone moves the plain share \(way) (×\(Sentences.ratio(exp(mix))))."
                )
            }
        }
        if book.method == .pooled, t.subject != .everything {
            out.append(
                "Few companies advertise the same roles in both years, so the two years are compared as they are.")
        }
        if t.largest > 0.25 { out.append("One company has \(Int((t.largest * 100).rounded())) % of these openings.") }
        if asked.isOpen != nil || asked.from != nil || asked.to != nil {
            out.append("A change counts openings when they appear: days and “open” of the question are not applied.")
        }
        if !asked.words.isEmpty || !asked.withoutWords.isEmpty {
            out.append("The words of the question are not applied.")
        }
        return out + marketCaveats(asked)
    }
}
