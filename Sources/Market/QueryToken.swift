/// One piece of a query's text: `-key:value,"value"`, a `"phrase"` or a word.
struct QueryToken: Sendable, Equatable {
    /// As typed.
    var raw = ""
    var isNegated = false
    /// As typed, before the colon; nil for words and phrases.
    var key: String?
    /// Of a list, unquoted; one entry for a word or a phrase.
    var values: [String] = []
    /// A word without quotes.
    var isBare = false
    var isUnclosed = false
    var word: String { values.first ?? "" }

    /// Splits at blanks outside quotes. Total: every text has tokens. One pass, no recursion.
    static func split(_ line: String) -> [QueryToken] {
        let u = Array(line.unicodeScalars)
        var tokens: [QueryToken] = []
        var i = 0
        while i < u.count {
            if u[i] == " " {
                i += 1
                continue
            }
            let start = i
            var t = QueryToken()
            if u[i] == "-", i + 1 < u.count, u[i + 1] != " " {
                t.isNegated = true
                i += 1
            }
            if u[i] == "\"" {
                t.values = [t.quoted(u, &i)]
            } else if let colon = keyEnd(u, i) {
                t.key = text(u[i..<colon])
                i = colon + 1
                // `pay>=80000EUR`
                if u[colon] == ">", i < u.count, u[i] == "=" { i += 1 }
                t.list(u, &i)
            } else {
                let from = i
                while i < u.count, u[i] != " " { i += 1 }
                t.values = [text(u[from..<i])]
                t.isBare = true
            }
            t.raw = text(u[start..<i])
            tokens.append(t)
        }
        return tokens
    }

    /// The position of the `:` or `>` that ends a key of letters and hyphens; a URL's `://` is none.
    private static func keyEnd(_ u: [Unicode.Scalar], _ from: Int) -> Int? {
        var i = from
        while i < u.count, ("a"..."z").contains(u[i]) || ("A"..."Z").contains(u[i]) || u[i] == "-" { i += 1 }
        guard i > from, i < u.count, u[i] == ":" || u[i] == ">" else { return nil }
        if u[i] == ">" { return text(u[from..<i]).lowercased() == "pay" ? i : nil }
        if i + 2 < u.count, u[i + 1] == "/", u[i + 2] == "/" { return nil }
        return i
    }

    private mutating func list(_ u: [Unicode.Scalar], _ i: inout Int) {
        while i < u.count, u[i] != " " {
            if u[i] == "\"" {
                values.append(quoted(u, &i))
            } else {
                let from = i
                while i < u.count, u[i] != " ", u[i] != "," { i += 1 }
                if i > from { values.append(Self.text(u[from..<i])) }
            }
            if i < u.count, u[i] == "," { i += 1 }
        }
        values.removeAll { $0.isEmpty }
    }

    /// From an opening quote to behind the closing one; a doubled quote is one quote.
    private mutating func quoted(_ u: [Unicode.Scalar], _ i: inout Int) -> String {
        var out = String.UnicodeScalarView()
        i += 1
        while i < u.count {
            if u[i] == "\"" {
                guard i + 1 < u.count, u[i + 1] == "\"" else {
                    i += 1
                    return String(out)
                }
                i += 1
            }
            out.append(u[i])
            i += 1
        }
        isUnclosed = true
        return String(out)
    }

    private static func text(_ s: ArraySlice<Unicode.Scalar>) -> String {
        var v = String.UnicodeScalarView()
        v.append(contentsOf: s)
        return String(v)
    }
}
