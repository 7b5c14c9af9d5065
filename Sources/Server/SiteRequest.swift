import Base
import Market

/// A request, as much of it as an answer may depend on.
package struct SiteRequest: Sendable {
    package var method: String
    /// Decoded, without the query.
    package var path: String
    package var query: [(name: String, value: String)]
    /// Lower-case names.
    package var headers: [String: String]
    package var body: [UInt8]

    package init(
        method: String = "GET", path: String, query: [(name: String, value: String)] = [],
        headers: [String: String] = [:],
        body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }

    /// From the target of a request line: `/openings?q=skill:go`.
    package init(method: String = "GET", target: String, headers: [String: String] = [:], body: [UInt8] = []) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        // A plus is a plus in a path.
        let raw = String(parts.first ?? "").split(separator: "+", omittingEmptySubsequences: false).joined(
            separator: "%2B")
        self.init(
            method: method, path: URLText.decode(raw), query: parts.count > 1 ? Self.items(String(parts[1])) : [],
            headers: headers, body: body)
    }

    /// The members of a form or of a query, in order.
    package static func items(_ text: some StringProtocol) -> [(name: String, value: String)] {
        text.split(separator: "&").prefix(64).map { pair in
            let kv = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (URLText.decode(kv[0]), kv.count > 1 ? URLText.decode(kv[1]) : "")
        }
    }

    package func value(_ name: String) -> String? { query.first { $0.name == name }?.value }

    /// The text members of a body that is a form or JSON, empty where one lacks; nil for a body of another kind.
    func members(_ names: [String], depth: Int, items: Int) throws(Fault) -> [String]? {
        let type = (headers["content-type"] ?? "").lowercased()
        if type.hasPrefix("application/x-www-form-urlencoded") {
            let form = Self.items(String(decoding: body, as: UTF8.self))
            return names.map { name in form.first { $0.name == name }?.value ?? "" }
        }
        guard type.hasPrefix("application/json") else { return nil }
        let root = try JSONDocument(body, limits: .init(bytes: Guard.maxBody, depth: depth, items: items)).root
        return names.map { root.member($0).string ?? "" }
    }
}

/// An answer before it is sent.
package struct SiteResponse: Sendable {
    package var status: Int
    package var contentType: String
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]

    package init(
        status: Int = 200, contentType: String, headers: [(name: String, value: String)] = [], body: [UInt8] = []
    ) {
        self.status = status
        self.contentType = contentType
        self.headers = headers
        self.body = body
    }
    package var text: String { String(decoding: body, as: UTF8.self) }
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// In which form an answer is wanted: the last part of the path may end with it.
package enum Form: String, Sendable, CaseIterable {
    case html, json, csv, svg, atom
    var contentType: String {
        switch self {
        case .html: "text/html; charset=utf-8"
        case .json: "application/json"
        case .csv: "text/csv; charset=utf-8; header=present"
        case .svg: "image/svg+xml"
        case .atom: "application/atom+xml; charset=utf-8"
        }
    }
}
