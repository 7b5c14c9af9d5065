import Fixtures
import Foundation

/// The project's own files, as text, for rules that a compiler does not check.
enum SourceTree {
    struct File {
        /// From the root of the clone: `Sources/Base/Day.swift`.
        var path: String
        var lines: [Substring]
        var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
        var isTest: Bool { path.hasPrefix("Tests/") }
    }

    static func files(under folders: [String], endings: [String]) -> [File] {
        var out: [File] = []
        for folder in folders {
            let base = Fixtures.root + "/" + folder
            guard let walk = FileManager.default.enumerator(atPath: base) else { continue }
            for case let name as String in walk where endings.contains(where: { name.hasSuffix($0) }) {
                guard let text = try? String(contentsOfFile: base + "/" + name, encoding: .utf8) else { continue }
                out.append(
                    File(
                        path: folder + "/" + name, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
                )
            }
        }
        return out.sorted { $0.path < $1.path }
    }

    static let swift = files(under: ["Sources", "Tests"], endings: [".swift"])
    static let rooms = swift.filter { !$0.isTest }
    static let prose = files(under: ["docs"], endings: [".md"]) + rootFiles([".md"])

    private static func rootFiles(_ endings: [String]) -> [File] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: Fixtures.root)) ?? []
        return names.filter { name in endings.contains { name.hasSuffix($0) } }.sorted().compactMap { name in
            guard let text = try? String(contentsOfFile: Fixtures.root + "/" + name, encoding: .utf8) else {
                return nil
            }
            return File(path: name, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }
}
