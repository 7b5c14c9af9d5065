import Base

/// The description of the API (OpenAPI 3.1, JSON Schema 2020-12), written from the same list that routes requests, so
/// that no route can be missing. The schemas are by hand; a test holds every answer against them.
package enum OpenAPI {
    package static let path = "/api/openapi.json"

    /// For tests and for the client that asks.
    package static var document: [UInt8] { document(.market) }

    static func document(_ table: RouteTable) -> [UInt8] {
        var w = JSONWriter()
        w.object { w in
            w.member("openapi", "3.1.0")
            w.key("info")
            w.object { w in
                w.member("title", "Wheelhouse")
                w.member("version", "1")
                w.member(
                    "description",
                    "The market for work in IT, as employers describe it. Every number comes with its n, its interval and its caveats; a refused one is null and says why."
                )
            }
            w.key("servers")
            w.array { w in w.object { w in w.member("url", RouteTable.api) } }
            w.key("paths")
            w.object { w in
                for route in table.routes where route.api != nil { path(route, &w) }
            }
            w.key("components")
            w.object { w in
                w.key("schemas")
                w.object { w in
                    for (name, schema) in schemas {
                        w.key(name)
                        schema.write(&w)
                    }
                }
            }
        }
        return w.bytes
    }

    private static func path(_ route: Route, _ w: inout JSONWriter) {
        w.key(route.api ?? "")
        w.object { w in
            w.key(route.method.lowercased())
            w.object { w in
                w.member("operationId", route.name)
                w.member("summary", route.summary)
                w.key("parameters")
                w.array { w in
                    if route.api?.contains("{id}") == true { parameter("id", "Which one.", place: "path", &w) }
                    for p in route.parameters { parameter(p.name, p.sentence, place: "query", &w) }
                }
                if route.method == "POST" {
                    w.key("requestBody")
                    w.object { w in
                        w.member("required", true)
                        w.key("content")
                        w.object { w in
                            w.key("application/json")
                            w.object { w in
                                w.key("schema")
                                Schema.object(route.body.map { ($0, .string) }, required: [route.body.last ?? ""])
                                    .write(&w)
                            }
                        }
                    }
                }
                w.key("responses")
                w.object { w in
                    response("200", route.summary, "application/json", route.schema, &w)
                    response("default", "What went wrong (RFC 9457).", "application/problem+json", "Problem", &w)
                }
            }
        }
    }

    private static func parameter(_ name: String, _ sentence: String, place: String, _ w: inout JSONWriter) {
        w.object { w in
            w.member("name", name)
            w.member("in", place)
            w.member("required", place == "path")
            w.member("description", sentence)
            w.key("schema")
            Schema.string.write(&w)
        }
    }

    private static func response(
        _ status: String, _ words: String, _ type: String, _ schema: String, _ w: inout JSONWriter
    ) {
        w.key(status)
        w.object { w in
            w.member("description", words)
            w.key("content")
            w.object { w in
                w.key(type)
                w.object { w in
                    w.key("schema")
                    Schema.ref(schema).write(&w)
                }
            }
        }
    }
}

/// The part of JSON Schema that the API needs.
indirect enum Schema: Sendable {
    case string, integer, number, boolean
    case nullable(Schema)
    case array(Schema)
    case object([(String, Schema)], required: [String])
    case ref(String)
    case oneOf([String])

    static func all(_ members: [(String, Schema)]) -> Schema { .object(members, required: members.map(\.0)) }

    private var typeName: String? {
        switch self {
        case .string, .oneOf: "string"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .array: "array"
        case .object: "object"
        case .nullable, .ref: nil
        }
    }

    func write(_ w: inout JSONWriter) {
        w.object { w in
            switch self {
            case .nullable(let inner):
                if inner.typeName != nil, case .array = inner {
                } else if let name = inner.typeName, !inner.isObject {
                    w.member("type", strings: [name, "null"])
                    return
                }
                w.key("anyOf")
                w.array { w in
                    inner.write(&w)
                    w.object { $0.member("type", "null") }
                }
            case .ref(let name): w.member("$ref", "#/components/schemas/\(name)")
            case .array(let item):
                w.member("type", "array")
                w.key("items")
                item.write(&w)
            case .oneOf(let values):
                w.member("type", "string")
                w.member("enum", strings: values)
            case .object(let members, let required):
                w.member("type", "object")
                w.key("properties")
                w.object { w in
                    for (name, schema) in members {
                        w.key(name)
                        schema.write(&w)
                    }
                }
                w.member("required", strings: required)
            default: w.member("type", typeName ?? "object")
            }
        }
    }
    private var isObject: Bool { if case .object = self { true } else { false } }
}
