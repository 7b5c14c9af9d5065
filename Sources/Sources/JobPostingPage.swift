import Base

/// schema.org `JobPosting` in the JSON-LD of an HTML page: one script or several, an object, an array or an `@graph`,
/// `@type` as text or list. Lenient where real pages are broken: HTML comments or CDATA around the JSON, raw line breaks,
/// trailing commas, the whole block entity-escaped. A document is the JSON of one `JobPosting`.
///
/// A page's nesting is counted before anything else looks at it, for parsers that build trees are quadratic in depth.
enum JobPostingPage: Source {
    static let kind = SourceKind.jsonld
    static let terms = TermsCard(
        store: true, show: true, export: false, attribution: "Employer's own page", pollsPerDay: 4,
        gapMilliseconds: 2000,
        linkBack: true,
        basis:
            "Markup which an employer publishes for job search engines; robots.txt is obeyed. Kept for own use, shown with a "
            + "link, not given on")

    static func ask(for board: Board) throws(Fault) -> Ask {
        Ask(
            try WebAddress(board.address).description, headers: ["accept": "text/html, application/xhtml+xml;q=0.9"],
            bodyLimit: SourceLimits.page)
    }

    static func board(for url: WebAddress) -> Board? {
        Board(id: "jsonld:\(url)", kind: kind, address: url.description)
    }

    static func listing(_ bytes: [UInt8], at place: AnswerPlace) throws(Fault) -> Listing {
        guard bytes.count <= SourceLimits.page else {
            throw Fault(
                .limitBytes, "the page has \(bytes.count) bytes; the limit is \(SourceLimits.page)", at: place.url)
        }
        var builder = ListingBuilder()
        let text = try Charset.decode(bytes, contentType: place.contentType)
        if text.repaired { builder.listing.flag("repaired-text") }
        let page = PageScan(text.utf8)
        guard page.depth <= SourceLimits.pageDepth else {
            throw Fault(.limitDepth, "the page nests deeper than \(SourceLimits.pageDepth)", at: place.url)
        }
        var blocks = 0
        for script in page.scripts {
            let trimmed = Self.unwrap(Array(text.utf8[script]))
            guard !trimmed.isEmpty else { continue }
            blocks += 1
            do throws(Fault) {
                let document = try lenient(trimmed, &builder.listing)
                for node in postings(in: document.root) {
                    try builder.add(
                        id: id(node, place: place, count: builder.listing.documents.count), bytes: node.raw,
                        at: "script \(blocks)")
                }
            } catch {
                if error.code != .malformed { throw error }
                // A block that does not parse matters only if it may have been a posting.
                if HTMLText.contains(trimmed, "JobPosting") {
                    builder.reject(.malformed, error.sentence, at: "script \(blocks), \(error.at)")
                }
            }
        }
        if page.unclosedScript { builder.reject(.malformed, "the page ends inside a script", at: place.url) }
        try builder.prove(board: place.board, read: posting)
        return builder.listing
    }

    private static func id(_ node: JSON, place: AnswerPlace, count: Int) -> String? {
        let identifier = node["identifier"]
        let value = identifier.text ?? identifier["value"].text ?? identifier.elements.first?["value"].text
        return value ?? node["url"].text ?? node["@id"].text ?? (place.url.isEmpty ? nil : "\(place.url)#\(count)")
            ?? Fingerprint.hex(node.raw)
    }

    /// Comments, CDATA marks and blanks around the JSON.
    private static func unwrap(_ script: [UInt8]) -> [UInt8] {
        var b = script[...]
        func trim() {
            b = b.drop { $0 <= 32 }
            while let last = b.last, last <= 32 || last == UInt8(ascii: ";") { b = b.dropLast() }
        }
        trim()
        for _ in 0..<3 {
            for mark in ["<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "//<!--", "// <![CDATA["]
            where b.starts(with: mark.utf8) {
                b = b.dropFirst(mark.utf8.count)
            }
            for mark in ["-->", "//]]>", "/*]]>*/", "]]>", "//-->", "// ]]>"]
            where b.count >= mark.utf8.count && b.suffix(mark.utf8.count).elementsEqual(mark.utf8) {
                b = b.dropLast(mark.utf8.count)
            }
            trim()
        }
        return Array(b)
    }

    /// As it stands; else with references resolved (if it is escaped as a whole); else without trailing commas and with
    /// control characters as blanks. What needed mending is flagged.
    private static func lenient(_ json: [UInt8], _ listing: inout Listing) throws(Fault) -> JSONDocument {
        do throws(Fault) {
            let document = try JSONDocument(json, limits: SourceLimits.json)
            if document.repaired { listing.flag("repaired-text") }
            return document
        } catch {
            guard error.code == .malformed else { throw error }
            let isEscaped = HTMLText.find(json, "&quot;", from: 0).map { $0 < 8 } ?? false
            let source = isEscaped ? HTMLText.unescape(json) : json
            let document = try JSONDocument(mended(source), limits: SourceLimits.json)
            listing.flag("repaired-text")
            return document
        }
    }

    private static func mended(_ json: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(json.count)
        var inString = false
        var i = 0
        while i < json.count {
            let c = json[i]
            if inString {
                if c == UInt8(ascii: "\\"), i + 1 < json.count {
                    // A backslash before a line break or an unknown letter is what a template left behind.
                    switch json[i + 1] {
                    case 10, 13: out.append(UInt8(ascii: " "))
                    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
                        UInt8(ascii: "f"), UInt8(ascii: "n"),
                        UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "u"):
                        out.append(c)
                        out.append(json[i + 1])
                    default: out.append(json[i + 1])
                    }
                    i += 2
                    continue
                }
                if c == UInt8(ascii: "\"") { inString = false }
                out.append(c < 32 && c != 10 && c != 13 && c != 9 ? 32 : c)
            } else if c == UInt8(ascii: ",") {
                var k = i + 1
                while k < json.count, json[k] <= 32 { k += 1 }
                if k >= json.count || (json[k] != UInt8(ascii: "}") && json[k] != UInt8(ascii: "]")) { out.append(c) }
            } else {
                if c == UInt8(ascii: "\"") { inString = true }
                out.append(c)
            }
            i += 1
        }
        return out
    }

    /// The `JobPosting` nodes of a block, wherever lists, `@graph`, `mainEntity` or list items hold them.
    private static func postings(in root: JSON) -> [JSON] {
        var found: [JSON] = []
        var waiting = [root]
        while let node = waiting.popLast() {
            switch node.kind {
            case .array: waiting.append(contentsOf: node.elements.reversed())
            case .object:
                if isPosting(node) { found.append(node); continue }
                waiting.append(
                    contentsOf: [node["item"], node["mainEntity"], node["itemListElement"], node["@graph"]].filter {
                        $0.exists
                    })
            default: break
            }
        }
        return found
    }

    private static func isPosting(_ node: JSON) -> Bool {
        let types = node["@type"].kind == .array ? node["@type"].elements.map { $0.string } : [node["@type"].string]
        return types.contains {
            $0 == "JobPosting" || $0?.hasSuffix("schema.org/JobPosting") == true || $0 == "schema:JobPosting"
        }
    }

    static func posting(from document: [UInt8], board: Board, externalID: String) throws(Fault) -> Posting {
        let job = try JSONDocument.stored(document)
        guard let title = StatedField.line(string(job["title"]) ?? string(job["name"])) else {
            throw Fault(.malformed, "a JobPosting without a title", at: "/title")
        }
        var p = Posting(
            kind: kind, externalID: externalID,
            title: StatedField.line(String(decoding: HTMLText.unescape(Array(title.utf8)), as: UTF8.self)))
        let organization =
            job["hiringOrganization"].kind == .array
            ? job["hiringOrganization"].elements.first ?? job["hiringOrganization"] : job["hiringOrganization"]
        p.company =
            StatedField.line(organization.string ?? organization["name"].string ?? organization["legalName"].string)
            ?? board.company
        p.body = body(job)
        p.bodyForm = HTMLText.hasTag(p.body) ? .html : .text
        p.url = StatedField.link(job["url"].string) ?? StatedField.link(board.address)
        if job["url"].text != nil, StatedField.link(job["url"].string) == nil { p.flags.append("link-refused") }
        let places = list(job["jobLocation"]).map { place($0) }
        p.location = StatedField.places(
            places.contains { $0 != nil }
                ? places : list(job["applicantLocationRequirements"]).map { $0["name"].string ?? $0.string })
        let remote = list(job["jobLocationType"]).contains { $0.string?.uppercased() == "TELECOMMUTE" }
        if remote {
            p.isRemote = true
            p.workplace = "remote"
        }
        p.employmentType = StatedField.places(list(job["employmentType"]).map { $0.string })
        p.department = StatedField.line(string(job["industry"]) ?? string(job["occupationalCategory"]))
        p.posted = StatedField.day(job["datePosted"].string)
        if p.posted == nil, job["datePosted"].text != nil { p.flags.append("date-refused") }
        p.validThrough = StatedField.day(job["validThrough"].string)
        p.pay = pay(
            job["baseSalary"].exists ? job["baseSalary"] : job["estimatedSalary"], job["salaryCurrency"].string,
            &p.flags)
        let skills = list(job["skills"]).compactMap { $0.string ?? $0["name"].string }
        p.tags = Array(
            skills.flatMap { $0.count > 60 ? $0.split(separator: ",").map(String.init) : [$0] }.compactMap {
                StatedField.line($0)
            }
            .prefix(SourceLimits.tags))
        StatedField.warnings(&p, stated: [job["title"].string, organization["name"].string])
        return p
    }

    /// The description, then what some pages keep in properties of their own and the description does not repeat.
    private static func body(_ job: JSON) -> [UInt8] {
        var out = HTMLText.unwrap(job["description"].utf8 ?? [])
        let extra: [(String, JSON)] = [
            ("Responsibilities", job["responsibilities"]), ("Qualifications", job["qualifications"]),
            ("Experience", job["experienceRequirements"]), ("Education", job["educationRequirements"]),
            ("Skills", job["skills"]),
            ("Benefits", job["jobBenefits"]),
        ]
        for (heading, value) in extra {
            let words = list(value).compactMap { $0.utf8 ?? $0["description"].utf8 ?? $0["name"].utf8 }.joined(
                separator: [UInt8(ascii: "\n")])
            let text = HTMLText.unwrap(Array(words))
            guard !text.isEmpty, !Self.holds(out, text) else { continue }
            let isHTML = HTMLText.hasTag(out) || out.isEmpty
            let inner = isHTML && !HTMLText.hasTag(text) ? HTMLText.escape(text) : text
            out +=
                isHTML
                ? Array("<h3>\(heading)</h3><div>".utf8) + inner + Array("</div>".utf8)
                : Array("\n\n\(heading)\n".utf8) + text
        }
        return out
    }

    /// True if the first forty bytes of the text stand in the body already.
    private static func holds(_ body: [UInt8], _ text: [UInt8]) -> Bool {
        let probe = Array(text.prefix(40))
        guard body.count >= probe.count else { return false }
        return String(decoding: body, as: UTF8.self).contains(String(decoding: probe, as: UTF8.self))
    }

    private static func list(_ value: JSON) -> [JSON] {
        value.kind == .array ? value.elements : value.isNull ? [] : [value]
    }
    private static func string(_ value: JSON) -> String? {
        value.string ?? value["@value"].string ?? value.elements.first?.string
    }

    private static func place(_ value: JSON) -> String? {
        if let s = value.string { return s }
        let address = value["address"].exists ? value["address"] : value
        if let s = address.string { return s }
        let country = address["addressCountry"].string ?? address["addressCountry"]["name"].string
        let parts = [address["addressLocality"].string, address["addressRegion"].string, country].compactMap {
            StatedField.line($0)
        }
        return parts.isEmpty ? StatedField.line(value["name"]) : parts.joined(separator: ", ")
    }

    private static func pay(_ salary: JSON, _ otherCurrency: String?, _ flags: inout [String]) -> Posting.StatedPay? {
        let base = salary.kind == .array ? salary.elements.first ?? salary : salary
        guard !base.isNull else { return nil }
        func number(_ value: JSON) -> Double? { value.double ?? value.string.flatMap { Double($0) } }
        if let amount = number(base) {
            return StatedField.pay(
                min: amount, max: amount, currency: otherCurrency, period: nil, text: nil, flags: &flags)
        }
        if let words = base.string { return StatedField.line(words).map { Posting.StatedPay(text: $0) } }
        let value = base["value"].kind == .object ? base["value"] : base
        let single = number(value["value"]) ?? number(base["value"])
        return StatedField.pay(
            min: number(value["minValue"]) ?? single, max: number(value["maxValue"]) ?? single,
            currency: base["currency"].string ?? value["currency"].string ?? otherCurrency,
            period: StatedField.period(value["unitText"].string ?? base["unitText"].string), text: nil, flags: &flags)
    }
}

/// One flat pass over a page: where its JSON-LD scripts are, and how deep it nests.
struct PageScan {
    private(set) var scripts: [Range<Int>] = []
    /// Most elements open at once, of those which must be closed by a tag of their own.
    private(set) var depth = 0
    private(set) var unclosedScript = false

    init(_ b: [UInt8]) {
        var i = 0
        var open = 0
        while i < b.count {
            guard b[i] == UInt8(ascii: "<"), i + 1 < b.count else { i += 1; continue }
            if b[i...].starts(with: "<!--".utf8) {
                i = (HTMLText.find(b, "-->", from: i + 4) ?? b.count - 3) + 3
                continue
            }
            let closing = b[i + 1] == UInt8(ascii: "/")
            var j = i + (closing ? 2 : 1)
            let from = j
            while j < b.count, (97...122).contains(b[j] | 0x20) || (48...57).contains(b[j]) { j += 1 }
            guard j > from else { i += 1; continue }
            let name = String(decoding: b[from..<j].map(HTMLText.fold), as: UTF8.self)
            let end = Self.tagEnd(b, j)
            if !closing, name == "script" || name == "style" || name == "textarea" || name == "title" {
                i = rawText(b, name, attributes: j..<end, from: end + 1)
                continue
            }
            if !Self.uncounted.contains(name) {
                open = max(0, open + (closing ? -1 : 1))
                if end > j, b[end - 1] == UInt8(ascii: "/"), !closing { open -= 1 }
                depth = max(depth, open)
            }
            i = end + 1
        }
    }

    /// Skips to the end tag; notes the script if it is JSON-LD.
    private mutating func rawText(_ b: [UInt8], _ name: String, attributes: Range<Int>, from: Int) -> Int {
        guard from <= b.count else { return b.count }
        let needle: StaticString =
            name == "script" ? "</script" : name == "style" ? "</style" : name == "title" ? "</title" : "</textarea"
        let isLD = name == "script" && HTMLText.contains(Array(b[attributes]), "ld+json")
        guard let close = HTMLText.find(b, needle, from: from) else {
            // Without an end tag the rest is script: looked for once, or many such tags would cost quadratic time.
            if isLD { unclosedScript = true }
            return b.count
        }
        if isLD { scripts.append(from..<close) }
        return (b[close...].firstIndex(of: UInt8(ascii: ">")) ?? b.count - 1) + 1
    }

    /// The `>` outside quotes; if a quote never closes, the first `>`.
    private static func tagEnd(_ b: [UInt8], _ from: Int) -> Int {
        var quote: UInt8 = 0
        var first: Int?
        var j = from
        while j < b.count, j - from < 1 << 16 {
            let c = b[j]
            if c == UInt8(ascii: ">") {
                if quote == 0 { return j }
                first = first ?? j
            } else if quote != 0 {
                if c == quote { quote = 0 }
            } else if (c == UInt8(ascii: "\"") || c == UInt8(ascii: "'")), j > from,
                b[j - 1] == UInt8(ascii: "=") || b[j - 1] <= 32
            {
                quote = c
            }
            j += 1
        }
        return first ?? b.count
    }

    /// Void elements and those whose end tag may be left out.
    private static let uncounted: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt",
        "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rp", "rt", "html", "head",
        "body", "path",
    ]
}
