import Base
import Fixtures
import Foundation
import Testing

@Suite struct JSONTests {
    static func parse(_ text: String, depth: Int = 64) throws -> JSON {
        try JSONDocument(Array(text.utf8), limits: .init(depth: depth)).root
    }

    @Test func `values come out as they went in`() throws {
        let json = try Self.parse(
            #" {"a":[1,-2.5e3,true,null,"x\n\u00e9\ud83d\ude00"],"b":{"c":""},"big":123456789012345678901234567890} "#)
        #expect(json["a"].elements.count == 5)
        #expect(json["a"].elements[1].double == -2500)
        #expect(json["a"].elements[2].bool == true)
        #expect(json["a"].elements[3].isNull)
        #expect(json["a"].elements[4].string == "x\né😀")
        #expect(json["b"]["c"].string == "")
        #expect(json["b"]["c"].text == nil)
        #expect(json["big"].text == "123456789012345678901234567890")
        #expect(!json["nothing"]["deeper"].exists)
    }

    @Test func `a value is cut out as received`() throws {
        let json = try Self.parse(#"{"jobs":[ {"id" : 1 }, {"id":2}]}"#)
        #expect(String(decoding: json["jobs"].elements[0].raw, as: UTF8.self) == #"{"id" : 1 }"#)
    }

    @Test(arguments: [
        "{", "[1,]", "{\"a\" 1}", "{\"a\":1,}", "nul", "\"open", "[1 2]", "01x", "{\"a\":1}x", "", "-", "1.", "1e",
        "\"\\q\"", "\"\\u12\"",
    ])
    func `what is no JSON is malformed and says where`(text: String) {
        #expect { try Self.parse(text) } throws: {
            ($0 as? Fault)?.code == .malformed && ($0 as? Fault)?.at.hasPrefix("byte") == true
        }
    }

    @Test func `depth is a number, not a stack`() {
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect { try Self.parse(deep) } throws: { ($0 as? Fault)?.code == .limitDepth }
        #expect(throws: Never.self) { try Self.parse(deep, depth: 100_000) }
    }

    @Test func `a lone surrogate is repaired and reported`() throws {
        let document = try JSONDocument(Array(#"["\ud800","\udc00\ud800","ok"]"#.utf8))
        #expect(document.repaired)
        #expect(document.root.elements.map(\.string) == ["\u{FFFD}", "\u{FFFD}\u{FFFD}", "ok"])
    }

    @Test func `the first of two equal keys counts`() throws {
        #expect(try Self.parse(#"{"a":1,"a":2}"#)["a"].int == 1)
    }

    @Test func `random values survive writing and reading, and Foundation agrees`() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            var writer = JSONWriter()
            Self.write(&writer, depth: 0, &random)
            let document = try JSONDocument(writer.bytes)
            var again = JSONWriter()
            Self.copy(document.root, to: &again)
            #expect(again.text == writer.text)
            #expect(throws: Never.self) {
                try JSONSerialization.jsonObject(with: Data(writer.bytes), options: .fragmentsAllowed)
            }
        }
    }

    static func write(_ w: inout JSONWriter, depth: Int, _ random: inout SeededGenerator) {
        switch Int.random(in: 0..<(depth > 4 ? 5 : 7), using: &random) {
        case 0: w.null()
        case 1: w.value(Bool.random(using: &random))
        case 2: w.value(Int.random(in: -1_000_000...1_000_000, using: &random))
        case 3: w.value(Double.random(in: -1...1, using: &random))
        case 4:
            w.value(
                String(
                    (0..<Int.random(in: 0...8, using: &random)).map { _ in
                        "a\"\\\n<é😀\u{7f}\u{1}".randomElement(using: &random)!
                    }))
        case 5:
            w.array { w in for _ in 0..<Int.random(in: 0...4, using: &random) { write(&w, depth: depth + 1, &random) } }
        default:
            w.object { w in
                for i in 0..<Int.random(in: 0...4, using: &random) {
                    w.key("k\(i)")
                    write(&w, depth: depth + 1, &random)
                }
            }
        }
    }

    static func copy(_ json: JSON, to w: inout JSONWriter) {
        switch json.kind {
        case .array: w.array { w in for e in json.elements { copy(e, to: &w) } }
        case .object: w.object { w in for (k, v) in json.members { w.key(k); copy(v, to: &w) } }
        case .string: w.value(json.string!)
        case .number: w.raw(json.raw)
        case .bool: w.value(json.bool!)
        default: w.null()
        }
    }

    @Test func `no output can end a script element`() {
        var w = JSONWriter()
        w.value("</script><!--")
        #expect(!w.text.contains("<"))
    }

    @Test func `garbage never traps`() {
        var random = SeededGenerator(seed: 11)
        let alphabet = Array(#"{}[]",:\u0123truefalsn-.eE "#.utf8) + [9, 0xC3, 0xA9, 0, 0xFF]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in alphabet.randomElement(using: &random)!
            }
            if let document = try? JSONDocument(bytes) {
                var w = JSONWriter()
                Self.copy(document.root, to: &w)
            }
        }
    }
}
