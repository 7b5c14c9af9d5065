import Base
import Server
import Testing

/// The description against the answers: every path in it is asked, and every answer is held against its schema.
@Suite struct OpenAPITests {
    /// An id for each path that has one.
    static let ids = [
        "/skills/{id}": "kubernetes", "/practices/{id}": "operations", "/roles/{id}": "platform",
        "/reports/{id}": "2026-10",
    ]
    static let expected = [
        "/market", "/openings", "/openings/{id}", "/skills", "/skills/{id}", "/roles", "/roles/{id}", "/practices",
        "/practices/{id}", "/trends",
        "/pay", "/sources", "/ad-check", "/reports/{id}", "/reading", "/doubts/{id}",
    ]

    @Test func `every route is described and every description holds`() throws {
        let document = try JSONDocument(OpenAPI.document).root
        #expect(document["openapi"].string == "3.1.0")
        let paths = document["paths"].members
        #expect(Set(paths.map(\.key)) == Set(Self.expected))
        try SmallMarket.with { site in
            let some = try JSONDocument(SmallMarket.get(site, "/api/v1/openings?limit=1").body).root
            let opening = some["openings"].elements.first?["id"].string ?? ""
            for (path, methods) in paths {
                for (method, operation) in methods.value(of: path) {
                    let id = path == "/openings/{id}" || path == "/doubts/{id}" ? opening : Self.ids[path] ?? ""
                    let target = "/api/v1" + path.split(separator: "{")[0] + id
                    let response = site.respond(
                        SiteRequest(
                            method: method.uppercased(), target: target,
                            headers: ["host": "localhost", "content-type": "application/json"],
                            body: method == "post"
                                ? Array(
                                    #"{"title":"Backend Developer","text":"Go and Kubernetes required","fact":"Go: required","says":"a verb"}"#
                                        .utf8) : []
                        ))
                    #expect(response.status == 200, "\(method) \(target): \(response.text.prefix(200))")
                    let schema = operation["responses"]["200"]["content"].member("application/json")["schema"]
                    #expect(schema.exists)
                    let problems = Self.check(try JSONDocument(response.body).root, schema, document, at: path)
                    #expect(problems.isEmpty, "\(problems.prefix(5))")
                }
            }
            let missing = SmallMarket.get(site, "/api/v1/skills/no-such-skill")
            #expect(missing.status == 404)
            let problem = document["components"]["schemas"]["Problem"]
            #expect(Self.check(try JSONDocument(missing.body).root, problem, document, at: "problem").isEmpty)
        }
    }

    /// The part of JSON Schema 2020-12 that the description uses.
    static func check(_ value: JSON, _ schema: JSON, _ document: JSON, at place: String) -> [String] {
        if let ref = schema.member("$ref").string {
            let name = String(ref.split(separator: "/").last ?? "")
            let target = document["components"]["schemas"].member(name)
            return target.exists ? check(value, target, document, at: place) : ["\(place): no schema \(name)"]
        }
        let choices = schema["anyOf"].elements
        if !choices.isEmpty {
            return choices.contains { check(value, $0, document, at: place).isEmpty }
                ? [] : ["\(place): fits no choice"]
        }
        let types = schema["type"].string.map { [$0] } ?? schema["type"].elements.compactMap(\.string)
        let kind: String =
            switch value.kind {
            case .null, nil: "null"
            case .bool: "boolean"
            case .number: value.int == nil ? "number" : "integer"
            case .string: "string"
            case .array: "array"
            case .object: "object"
            }
        guard types.contains(kind) || (kind == "integer" && types.contains("number")) else {
            return ["\(place): \(kind) is not \(types)"]
        }
        var out: [String] = []
        let allowed = schema["enum"].elements.compactMap(\.string)
        if !allowed.isEmpty, let s = value.string, !allowed.contains(s) {
            out.append("\(place): “\(s)” is not allowed")
        }
        if kind == "object" {
            for name in schema["required"].elements.compactMap(\.string) where !value.member(name).exists {
                out.append("\(place): \(name) is missing")
            }
            let known = schema["properties"]
            for (name, v) in value.members {
                guard known.member(name).exists else { out.append("\(place): \(name) is not described"); continue }
                out += check(v, known.member(name), document, at: "\(place)/\(name)")
            }
        }
        if kind == "array" {
            for v in value.elements.prefix(50) { out += check(v, schema["items"], document, at: "\(place)[]") }
        }
        return out
    }
}

extension JSON {
    fileprivate func value(of _: String) -> [(key: String, value: JSON)] { members }
}
