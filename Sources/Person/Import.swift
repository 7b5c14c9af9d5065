import Base
import Reading
import Taxonomy

/// Reads what a person hands in. Pure: bytes in, claims out, each with its words; third persons, pictures, telephone
/// numbers and addresses are dropped while reading.
package struct PersonImport: Sendable {
    package static let limitBytes = 4 << 20
    package static let limitClaims = 2_000
    let taxonomy: Taxonomy

    package init(taxonomy: Taxonomy) { self.taxonomy = taxonomy }

    /// A JSON Resume if the text begins with `{`, else a list of skills, one a line or separated by commas.
    package func read(_ bytes: [UInt8], name: String) throws(Fault) -> Imported {
        guard bytes.count <= Self.limitBytes else {
            throw Fault(.limitBytes, "the file has more than \(Self.limitBytes) bytes", at: name)
        }
        let first = bytes.first { $0 > 32 && $0 < 0xEF }
        var out = first == UInt8(ascii: "{") ? try resume(bytes, name: name) : try list(bytes, name: name)
        out.claims = Self.joined(out.claims)
        guard out.claims.count <= Self.limitClaims else {
            throw Fault(.limitItems, "more than \(Self.limitClaims) skills", at: name)
        }
        return out
    }

    // MARK: A plain list

    /// `Python`, `Kubernetes: practitioner`, `Go, Terraform, Linux`; `#` begins a comment; `- ` is dropped.
    private func list(_ bytes: [UInt8], name: String) throws(Fault) -> Imported {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Fault(.charset, "the list is not UTF-8 text", at: name)
        }
        var out = Imported(name: name)
        for (i, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var line = line.drop { " \t-*•".contains($0) }
            if line.first == "#" { continue }
            if line.last == "\r" { line = line.dropLast() }
            for item in line.split(whereSeparator: { ",;|".contains($0) }) {
                let parts = item.split(separator: ":", maxSplits: 1)
                let level = parts.count == 2 ? ClaimLevel(rawValue: Self.trim(parts[1]).lowercased()) : nil
                let written = Self.trim(level == nil ? item : parts[0])
                guard !written.isEmpty else { continue }
                add(
                    written, level: level,
                    evidence: Evidence(source: .list, at: "line \(i + 1)", quote: Self.trim(item)), to: &out)
            }
        }
        guard !out.claims.isEmpty || !out.unrecognised.isEmpty else {
            throw Fault(.malformed, "the list names nothing", at: name)
        }
        return out
    }

    // MARK: JSON Resume (jsonresume.org schema 1.x)

    private func resume(_ bytes: [UInt8], name: String) throws(Fault) -> Imported {
        let root: JSON
        do throws(Fault) { root = try JSONDocument(bytes).root } catch {
            throw Fault(error.code, error.sentence, at: "\(name), \(error.at)")
        }
        var out = Imported(name: name)
        if root["basics"].exists, root["basics"].kind != .object, !root["basics"].isNull {
            out.faults.append(Fault(.malformed, "basics is not an object", at: "/basics"))
        }
        if let summary = root["basics"]["summary"].string {
            scan(summary, at: "/basics/summary", first: nil, last: nil, into: &out)
        }
        for key in ["work", "volunteer", "projects"] {
            for (i, entry) in section(root, key, &out) {
                work(entry, at: "/\(key)/\(i)", isJob: key == "work", into: &out)
            }
        }
        for (i, entry) in section(root, "skills", &out) { skills(entry, at: "/skills/\(i)", into: &out) }
        for (i, entry) in section(root, "certificates", &out) {
            guard let title = entry["name"].string else { continue }
            scan(
                title, at: "/certificates/\(i)/name", first: entry["date"].string, last: entry["date"].string,
                into: &out)
        }
        return out
    }

    private func section(_ root: JSON, _ key: String, _ out: inout Imported) -> [(Int, JSON)] {
        let value = root.member(key)
        guard value.exists, !value.isNull else { return [] }
        guard value.kind == .array else {
            out.faults.append(Fault(.malformed, "\(key) is not a list", at: "/\(key)"))
            return []
        }
        return Array(value.elements.enumerated())
    }

    private func skills(_ entry: JSON, at: String, into out: inout Imported) {
        // The schema says {name, level, keywords}; people write bare strings too, and those are read.
        let level = entry["level"].string.flatMap { Self.level($0) }
        let names = entry.kind == .string ? [entry.string ?? ""] : [entry["name"].string ?? ""]
        for name in names where !name.isEmpty {
            add(name, level: level, evidence: Evidence(source: .resume, at: at, quote: name), to: &out)
        }
        for (i, keyword) in entry["keywords"].elements.enumerated() {
            guard let word = keyword.string, !word.isEmpty else { continue }
            add(word, level: nil, evidence: Evidence(source: .resume, at: "\(at)/keywords/\(i)", quote: word), to: &out)
        }
        if entry.kind != .string, entry.kind != .object {
            out.faults.append(Fault(.malformed, "a skill is neither a name nor an object", at: at))
        }
    }

    private func work(_ entry: JSON, at: String, isJob: Bool, into out: inout Imported) {
        guard entry.kind == .object else {
            out.faults.append(Fault(.malformed, "not an object", at: at))
            return
        }
        let start = entry["startDate"].string, end = entry["endDate"].string
        if isJob {
            // `company` is the name before version 1.0: read, never written.
            let employer = entry["name"].string ?? entry["company"].string ?? ""
            out.work.append(
                WorkLine(employer: employer, position: entry["position"].string ?? "", start: start, end: end))
        }
        for key in ["summary", "description"] {
            if let text = entry.member(key).string {
                scan(text, at: "\(at)/\(key)", first: start, last: end, into: &out)
            }
        }
        for (i, line) in entry["highlights"].elements.enumerated() {
            if let text = line.string { scan(text, at: "\(at)/highlights/\(i)", first: start, last: end, into: &out) }
        }
        for (i, line) in entry["keywords"].elements.enumerated() {
            if let text = line.string {
                add(
                    text, level: nil, evidence: Evidence(source: .resume, at: "\(at)/keywords/\(i)", quote: text),
                    to: &out)
            }
        }
    }

    /// Names in a sentence of one's own: those that the posting reader is sure of, and none that is denied or wished for.
    private func scan(_ text: String, at: String, first: String?, last: String?, into out: inout Imported) {
        let facts = Reader(taxonomy: taxonomy).readText(Array(text.utf8))
        for mention in facts.mentions where mention.status != .negated {
            let sentence = Self.sentence(around: mention.span, in: facts.text)
            guard !Self.deniesOrWishes(sentence) else { continue }
            let evidence = Evidence(source: .resume, at: at, quote: sentence, first: first, last: last)
            out.claims.append(Claim(skill: taxonomy.skills[Int(mention.skill)].id, evidence: [evidence]))
        }
    }

    static func deniesOrWishes(_ sentence: String) -> Bool {
        let lower = sentence.lowercased()
        return [
            "never used", "no experience", "not used", "want to learn", "would like to learn", "learning to", "hope to",
            "interested in",
        ]
        .contains { lower.contains($0) }
    }

    static func sentence(around span: ByteSpan, in text: [UInt8]) -> String {
        let stops: Set<UInt8> = [10, UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?")]
        func ends(_ i: Int) -> Bool {
            stops.contains(text[i]) || (text[i] == UInt8(ascii: ".") && (i + 1 == text.count || text[i + 1] <= 32))
        }
        var start = Int(span.start), end = Int(span.end)
        while start > 0, !ends(start - 1) { start -= 1 }
        while end < text.count, !ends(end) { end += 1 }
        return trim(String(decoding: text[start..<end], as: UTF8.self))
    }

    /// Adds a skill that is named as one: by its name, else nothing is guessed.
    private func add(_ written: String, level: ClaimLevel?, evidence: Evidence, to out: inout Imported) {
        if let skill = taxonomy.skill(named: Self.trim(written)) {
            out.claims.append(Claim(skill: skill.id, level: level, evidence: [evidence]))
        } else {
            let name = CleanText.line(String(written.prefix(80)))
            if !out.unrecognised.contains(name) { out.unrecognised.append(name) }
        }
    }

    /// The scale of JSON Resume is free text; only words with one meaning are taken.
    static func level(_ word: String) -> ClaimLevel? {
        switch word.lowercased() {
        case "awareness", "beginner", "novice", "basic": .awareness
        case "working", "intermediate", "competent": .working
        case "practitioner", "advanced", "proficient", "senior": .practitioner
        case "expert", "master": .expert
        default: nil
        }
    }

    static func joined(_ claims: [Claim]) -> [Claim] {
        var bySkill: [String: Claim] = [:]
        for claim in claims {
            guard var known = bySkill[claim.skill] else { bySkill[claim.skill] = claim; continue }
            known.level = [known.level, claim.level].compactMap { $0 }.max()
            for e in claim.evidence where !known.evidence.contains(e) { known.evidence.append(e) }
            bySkill[claim.skill] = known
        }
        return bySkill.values.sorted { $0.skill < $1.skill }
    }

    static func trim(_ s: some StringProtocol) -> String {
        String(s.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace || $0 == "." }.reversed())
    }
}
