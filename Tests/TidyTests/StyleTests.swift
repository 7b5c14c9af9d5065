import Fixtures
import Foundation
import Testing

/// The style that matters, executed. docs/style.md gives the reasons.
@Suite struct StyleTests {
    static let lineLimit = 140
    static let fileLimit = 700

    /// Words that a room below the surfaces may not contain, and why.
    static let banned: [(word: String, reason: String)] = [
        ("Date()", "the clock is read at the surfaces and passed in"),
        ("Task.sleep", "waiting is a decision of the caller: inject the clock"),
        ("try!", "an error has a reader"),
        ("NSRegularExpression", "exponential on text from outside"),
        ("Regex(", "exponential on text from outside"),
        ("SystemRandomNumberGenerator", "one seed reproduces a run"),
        (".randomElement()", "one seed reproduces a run"),
    ]
    static let surfaces: Set<String> = ["wheelhouse", "Server", "Home"]

    @Test func `no banned call below the surfaces`() {
        for file in SourceTree.rooms {
            for (i, line) in file.lines.enumerated() where !line.trimmingPrefix(while: { $0 == " " }).hasPrefix("//") {
                for (word, reason) in Self.banned where line.contains(word) {
                    // The clock is read, and secrets are drawn, at the surfaces and nowhere else.
                    let isClock = ["Date()", "Task.sleep", "SystemRandomNumberGenerator"].contains(word)
                    if isClock, Self.surfaces.contains(file.room) { continue }
                    Issue.record("\(file.path):\(i + 1): \(word): \(reason)")
                }
                if !Self.surfaces.contains(file.room), line.contains(" print(") || line.hasPrefix("print(") {
                    Issue.record("\(file.path):\(i + 1): a room below the surfaces prints nothing")
                }
            }
        }
    }

    @Test func `lines and files can be read`() {
        for file in SourceTree.swift {
            #expect(file.lines.count <= Self.fileLimit, "\(file.path) has \(file.lines.count) lines")
            // Data in a string of several lines is not laid out by a formatter; nor is a line that is one long string.
            var isData = false
            for (i, line) in file.lines.enumerated() {
                if line.components(separatedBy: "\"\"\"").count == 2 { isData.toggle() }
                guard line.count > Self.lineLimit, !isData, !line.contains("\"") else { continue }
                Issue.record("\(file.path):\(i + 1): \(line.count) characters")
            }
        }
    }

    @Test func `no type is named after what it is not`() {
        for file in SourceTree.rooms {
            for (i, line) in file.lines.enumerated() {
                for kind in ["struct ", "class ", "enum ", "actor "] {
                    guard let at = line.range(of: kind), !line.contains("//") else { continue }
                    let name = line[at.upperBound...].prefix { $0.isLetter || $0.isNumber }
                    for word in ["Manager", "Helper", "Util", "Utils", "Common"] where name.hasSuffix(word) {
                        Issue.record("\(file.path):\(i + 1): \(name)")
                    }
                }
            }
        }
    }

    @Test func `each room says where to start`() {
        for room in Set(SourceTree.rooms.map(\.room)).subtracting(["CShim", "CZstd", "wheelhouse"]) {
            let says = SourceTree.rooms.contains {
                $0.room == room && $0.lines.first?.hasPrefix("// Start here.") == true
            }
            #expect(says, "\(room) has no file that says \"Start here\"")
        }
    }

    @Test func `nothing names a path of one machine`() {
        for file in SourceTree.swift + SourceTree.prose {
            for (i, line) in file.lines.enumerated() {
                // Split so that this line is not its own finding.
                for path in [
                    "/wo" + "rk/main", "/wo" + "rk/wt", "/wo" + "rk/shared", "/wo" + "rk/.", "/tm" + "p/wh",
                    "/ro" + "ot/", "/ho" + "me/",
                ] {
                    #expect(!line.contains(path), "\(file.path):\(i + 1)")
                }
            }
        }
    }

    @Test func `links between documents lead somewhere`() {
        for file in SourceTree.prose {
            let folder = (file.path as NSString).deletingLastPathComponent
            for (i, line) in file.lines.enumerated() {
                var rest = line[...]
                while let open = rest.range(of: "]("), let close = rest[open.upperBound...].firstIndex(of: ")") {
                    let target = rest[open.upperBound..<close].split(separator: "#").first.map(String.init) ?? ""
                    rest = rest[close...]
                    guard !target.isEmpty, !target.contains("://"), !target.hasPrefix("mailto:") else { continue }
                    let path = Fixtures.root + "/" + (folder.isEmpty ? "" : folder + "/") + target
                    #expect(FileManager.default.fileExists(atPath: path), "\(file.path):\(i + 1): \(target)")
                }
            }
        }
    }
}
