import Base
import Taxonomy

/// A posting as a page of its own, with the words of each fact marked: no script, no address that is fetched.
package enum FactsPage {
    package static func render(_ facts: Facts, title: String, reader: Reader) -> [UInt8] {
        var out = """
            <!doctype html><html lang="\(escaped(facts.language))"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>\(escaped(title))</title><style>
            body{font:16px/1.55 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1d21;background:#fff}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}mark{background:#d9e8ff;padding:0 .1em;border-radius:.15em}
            mark.nice{background:#e9f3d8}mark.context{background:#eee}mark.negated{background:#f7dcdc;text-decoration:line-through}
            i.p{font-style:normal;border-bottom:2px solid #0a6b62}sup{font-size:.7em;color:#0a6b62}
            table{border-collapse:collapse;width:100%}td{border-top:1px solid #ccc;padding:.3rem .6rem .3rem 0;vertical-align:top}
            @media(prefers-color-scheme:dark){body{background:#15181c;color:#e6e6e6}mark{background:#234069;color:inherit}
            mark.nice{background:#3b4d1f}mark.context{background:#333}mark.negated{background:#5a2a2a}td{border-color:#444}}
            </style>

            """
        out += "<h1>\(escaped(CleanText.line(title)))</h1><table>"
        for (name, value) in rows(facts, reader) {
            out += "<tr><td>\(escaped(name))<td>\(escaped(CleanText.line(value)))</tr>"
        }
        out += "</table><h2>The text</h2><pre>" + marked(facts) + "</pre></html>\n"
        return Array(out.utf8)
    }

    private static func rows(_ facts: Facts, _ reader: Reader) -> [(String, String)] {
        var out: [(String, String)] = []
        for status in MentionStatus.allCases.reversed() {
            let names = facts.skills.filter { $0.status == status }.map { reader.taxonomy.skills[Int($0.skill)].name }
            if !names.isEmpty { out.append((status.id, names.joined(separator: ", "))) }
        }
        for p in facts.practices { out.append((p.practice.title, Contacts.masked(facts.text, p.span))) }
        for r in facts.roles { out.append(("role", "\(r.title) (\(r.family.title), \(r.seniority.title))")) }
        out.append(("place", facts.place.mode.title + facts.place.places.map { ", " + $0.text }.joined()))
        out.append(("pay", facts.pay?.quote ?? "not stated"))
        out.append(("on-call", facts.onCall.value.id))
        out.append(("language", facts.language.isEmpty ? "unknown" : facts.language))
        if !facts.offersJob { out.append(("offers a job", "no")) }
        if !facts.flags.isEmpty { out.append(("flags", facts.flags.joined(separator: ", "))) }
        out.append(("read by", reader.version))
        return out
    }

    /// Names and the sentences of practices, nested where a name stands in such a sentence.
    private static func marked(_ facts: Facts) -> String {
        var starts: [Int: String] = [:]
        var ends: [Int: String] = [:]
        for m in facts.mentions {
            starts[Int(m.span.start), default: ""] += "<mark class=\"\(m.status.id)\">"
            ends[Int(m.span.end)] = "</mark>" + (ends[Int(m.span.end)] ?? "")
        }
        let sentences = Dictionary(grouping: facts.practices, by: \.span)
        var covered = -1
        for span in sentences.keys.sorted() where Int(span.start) > covered {
            covered = Int(span.end)
            let names = (sentences[span] ?? []).map(\.practice.title).joined(separator: ", ")
            starts[Int(span.start)] = "<i class=p>" + (starts[Int(span.start)] ?? "")
            ends[Int(span.end), default: ""] += "</i><sup>\(escaped(names))</sup>"
        }
        var out = ""
        var at = 0
        for cut in Set(starts.keys).union(ends.keys).sorted() {
            out += escaped(String(decoding: facts.text[at..<cut], as: UTF8.self))
            out += ends[cut] ?? ""
            out += starts[cut] ?? ""
            at = cut
        }
        return out + escaped(String(decoding: facts.text[at...], as: UTF8.self))
    }

    private static func escaped(_ s: String) -> String {
        var out = ""
        for u in s.unicodeScalars {
            switch u {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            default:
                let v = u.value
                let isHidden =
                    (v < 32 && v != 10 && v != 9) || (0x7F..<0xA0).contains(v) || (0x202A...0x202E).contains(v)
                    || (0x2066...0x2069).contains(v)
                if !isHidden { out.unicodeScalars.append(u) }
            }
        }
        return out
    }
}
