import Base
import Reading
import Taxonomy

/// An ad's text with its facts marked in place and named in the margin. A fact's first words carry its number and an
/// anchor (`skill-go`, `practice-operations`), so that an address can lead to the sentence itself.
package struct AnnotatedText: Sendable {
    enum Kind: Int { case practice, skill, term, pay }
    struct Fact {
        var kind: Kind
        var span: ByteSpan
        var anchor: String
        var title: String
        var detail: String
        /// Zero for later words of a fact that was numbered before.
        var number = 0
    }

    private let facts: Facts
    private let marks: [Fact]

    package init(facts: Facts, names: (SkillIndex) -> (id: String, name: String)) {
        self.facts = facts
        let limit = facts.text.count
        var all: [Fact] = []
        func add(_ kind: Kind, _ span: ByteSpan?, _ anchor: String, _ title: String, _ detail: String = "") {
            // A span that leaves the text would be our own mistake; it is not drawn.
            guard let span, span.count > 0, span.start >= 0, Int(span.end) <= limit else { return }
            all.append(Fact(kind: kind, span: span, anchor: anchor, title: title, detail: detail))
        }
        for p in facts.practices { add(.practice, p.span, "practice-\(p.practice.id)", p.practice.title) }
        for m in facts.mentions {
            let (id, name) = names(m.skill)
            let detail =
                switch m.status {
                case .required: "required"
                case .nice: "nice to have"
                case .context: "named"
                case .negated: "not asked"
                }
            add(.skill, m.span, "skill-\(id)", name, detail)
        }
        for r in facts.roles { add(.term, r.span, "role", "Role", r.family.title.lowercased()) }
        add(.pay, facts.pay?.span, "stated-pay", "Pay", facts.pay.map { OpeningPage.payWords($0) } ?? "")
        add(.term, facts.onCall.span, "oncall", "On call", facts.onCall.value.id)
        add(.term, facts.place.modeSpan, "mode", "Way of working", facts.place.mode.title.lowercased())
        for p in facts.place.places { add(.term, p.span, "place", "Place", p.city ?? p.country?.code ?? "") }
        for s in facts.place.contradiction {
            add(.term, s, "contradiction", "Contradiction", "two statements disagree")
        }
        for (key, span) in facts.terms.spans.sorted(by: { $0.key < $1.key }) {
            add(.term, span, "term-\(key)", key.split(separator: "_").joined(separator: " ").capitalizedFirst)
        }
        add(.term, facts.company?.span, "company", "Employer", "")
        all.sort { ($0.span.start, $1.span.end, $0.kind.rawValue) < ($1.span.start, $0.span.end, $1.kind.rawValue) }
        var seen: Set<String> = []
        var n = 0
        for i in all.indices where seen.insert(all[i].anchor).inserted {
            n += 1
            all[i].number = n
        }
        marks = all
    }

    /// The text in paragraphs, each beside the names of what was read from it.
    package var paragraphs: [Node] {
        blocks.map { lines in
            var body: [Node] = []
            for (i, line) in lines.enumerated() {
                if i > 0 { body.append(tag("br", [Attribute]())) }
                body += segments(line)
            }
            let here = marks.filter { m in m.number > 0 && lines.contains { $0.contains(Int(m.span.start)) } }
            let margin: [Node] = here.map { m in
                tag(
                    "p",
                    [
                        tag("sup", [.text(String(m.number))]), " ", b(m.title), .text(m.detail.isEmpty ? "" : ", "),
                        .said(m.detail),
                    ])
            }
            return tag("div", class: "para", [tag("p", class: "text", body), tag("div", class: "note", margin)])
        }
    }

    /// For a source whose text may not be shown: at most 200 characters a fact.
    package var quotes: [Node] {
        marks.filter { $0.number > 0 }.map { m in
            tag(
                "li", [.id(m.anchor)],
                [
                    b(m.title), .text(m.detail.isEmpty ? "" : ", \(m.detail)"), ": ",
                    tag("q", [.said(String(facts.words(m.span).prefix(200)))]),
                ])
        }
    }

    /// Lines between empty lines stay together; a long block is a paragraph a line.
    private var blocks: [[Range<Int>]] {
        var out: [[Range<Int>]] = [[]]
        var start = 0
        let t = facts.text
        for i in 0...t.count where i == t.count || t[i] == 10 {
            let isBlank = t[start..<i].allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 }
            if isBlank {
                if out[out.count - 1].isEmpty == false { out.append([]) }
            } else {
                let size = out[out.count - 1].reduce(0) { $0 + $1.count }
                if size + (i - start) > 900 || (i - start) > 240 { out.append([]) }
                out[out.count - 1].append(start..<i)
                if i - start > 240 { out.append([]) }
            }
            start = i + 1
        }
        return out.filter { !$0.isEmpty }
    }

    /// One line cut at every beginning and end of a mark; each piece carries the classes of all marks over it.
    private func segments(_ line: Range<Int>) -> [Node] {
        let over = marks.filter { Int($0.span.start) < line.upperBound && Int($0.span.end) > line.lowerBound }
        var cuts = Set([line.lowerBound, line.upperBound])
        for m in over {
            cuts.insert(max(Int(m.span.start), line.lowerBound))
            cuts.insert(min(Int(m.span.end), line.upperBound))
        }
        let at = cuts.sorted()
        var out: [Node] = []
        for (a, z) in zip(at, at.dropFirst()) {
            let words = String(decoding: facts.text[a..<z], as: UTF8.self)
            let here = over.filter { Int($0.span.start) <= a && Int($0.span.end) >= z }
            guard !here.isEmpty else {
                out.append(.text(words))
                continue
            }
            let kinds = Set(here.map(\.kind))
            var classes: [String] = []
            if kinds.contains(.practice) { classes.append("practice") }
            if kinds.contains(.skill) { classes.append("skill") }
            if kinds.contains(.term) { classes.append("term") }
            if kinds.contains(.pay) { classes.append("pay") }
            var attributes = [Attribute("class", classes.joined(separator: " "))]
            // The anchor of the innermost fact that begins here.
            let beginning = here.filter { Int($0.span.start) == a && $0.number > 0 }
            if let last = beginning.last { attributes.append(.id(last.anchor)) }
            let ending = here.filter {
                min(Int($0.span.end), line.upperBound) == z && $0.number > 0 && Int($0.span.end) <= line.upperBound
            }
            let numbers = ending.sorted { $0.number < $1.number }.map { tag("sup", [.text(String($0.number))]) }
            let mark = tag("mark", attributes, [.text(words)] + numbers)
            // Other facts that begin at the same place keep their anchors as well.
            out.append(contentsOf: beginning.dropLast().map { tag("a", [.id($0.anchor)]) })
            out.append(mark)
        }
        return out
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
