import Base
import Foundation

/// Places that tests share: the vectors that live outside the project, and folders that clean up after themselves.
package enum Fixtures {
    /// `$WHEELHOUSE_VECTORS/<name>`, else `../shared/vectors/<name>` beside the clone; nil (and a printed line) where
    /// neither exists. A user's clone needs neither.
    package static func vectors(_ name: String) -> String? {
        let candidates = [
            ProcessInfo.processInfo.environment["WHEELHOUSE_VECTORS"].map { "\($0)/\(name)" },
            root + "/../shared/vectors/\(name)",
        ]
        for case let path? in candidates where FileManager.default.fileExists(atPath: path) { return path }
        print("skipped: no vectors \(name) (set WHEELHOUSE_VECTORS)")
        return nil
    }

    /// Other material beside the vectors (`gold`, `captures`, `corpus`); nil where it does not exist.
    package static func shared(_ name: String) -> String? {
        let candidates = [
            ProcessInfo.processInfo.environment["WHEELHOUSE_VECTORS"].map { "\($0)/../\(name)" },
            root + "/../shared/\(name)",
        ]
        for case let path? in candidates where FileManager.default.fileExists(atPath: path) { return path }
        print("skipped: no \(name) beside the vectors")
        return nil
    }

    /// The folder of Package.swift.
    package static let root: String = {
        var parts = #filePath.split(separator: "/").dropLast(3)
        return "/" + parts.joined(separator: "/")
    }()

    /// Runs the body with a fresh folder and removes it afterwards.
    package static func withFolder<T>(_ body: (String) throws -> T) throws -> T {
        let path = try makeFolder()
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try body(path)
    }

    package static func withFolder<T>(_ body: (String) async throws -> T) async throws -> T {
        let path = try makeFolder()
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await body(path)
    }

    private static func makeFolder() throws -> String {
        let path = NSTemporaryDirectory() + "wheelhouse-test-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): one seed reproduces a failure.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64
    package init(seed: UInt64) { state = seed }
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}

extension Fixtures {
    /// The built program: it lies beside the tests in the build folder.
    package static let program: String = {
        let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return (executable as NSString).deletingLastPathComponent + "/wheelhouse"
    }()

    /// What a run of the program left.
    package struct Run: Sendable {
        package var status: Int32
        package var output: String
        package var notes: String
    }

    /// Runs the program to its end with this data folder and nothing else of the environment.
    package static func run(_ arguments: [String], data: String, input: String = "") throws -> Run {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = [
            "WHEELHOUSE_DATA": data, "HOME": data, "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
        ]
        let (outPath, errPath, inPath) = (data + "/.out-\(UUID())", data + "/.err-\(UUID())", data + "/.in-\(UUID())")
        try Data(input.utf8).write(to: URL(fileURLWithPath: inPath))
        for path in [outPath, errPath] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        defer { for path in [outPath, errPath, inPath] { try? FileManager.default.removeItem(atPath: path) } }
        process.standardInput = FileHandle(forReadingAtPath: inPath)
        process.standardOutput = FileHandle(forWritingAtPath: outPath)
        process.standardError = FileHandle(forWritingAtPath: errPath)
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: (try? String(contentsOfFile: outPath, encoding: .utf8)) ?? "",
            notes: (try? String(contentsOfFile: errPath, encoding: .utf8)) ?? "")
    }
}
