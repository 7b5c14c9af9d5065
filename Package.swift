// swift-tools-version: 6.1
import Foundation
import PackageDescription

// The rooms of the house, in the order in which a posting meets them. A room may import only what stands before it:
// this list is the wall. ARCHITECTURE.md says what each is for; Tests/TidyTests checks what a manifest cannot.

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Sources/\(name)", resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: dependencies + ["Fixtures"], path: "Tests/\(name)Tests", exclude: exclude,
        swiftSettings: settings)
}

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let client: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioHTTP: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")

let package = Package(
    name: "wheelhouse",
    products: [.executable(name: "wheelhouse", targets: ["wheelhouse"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    ],
    targets: [
        .target(name: "CShim", path: "Sources/CShim"),
        .systemLibrary(name: "CZstd", path: "Sources/CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),

        room("Base"),
        room("Taxonomy", ["Base", "CShim"], resources: [.copy("Names")]),
        room("Sources", ["Base"]),
        room("Archive", ["Base", "Sources", "CZstd", grdb, crypto]),
        room("Collect", ["Base", "Sources", "Archive", "CZstd", client, nio, nioPosix, nioHTTP]),
        room("Reading", ["Base", "CShim", "Taxonomy", "Sources"]),
        room("Evaluation", ["Base", "Taxonomy", "Sources", "Reading"], resources: [.copy("Equivalents")]),
        room("Market", ["Base", "Taxonomy", "Sources", "Archive", "Reading", grdb]),
        room("Statistics"),
        room("Insight", ["Base", "Taxonomy", "Market", "Statistics"]),
        room("Person", ["Base", "Taxonomy", "Reading"]),
        room("Match", ["Base", "Taxonomy", "Market", "Statistics", "Insight", "Person"]),
        room("Web", ["Base", "Taxonomy", "Reading", "Market", "Insight"], resources: [.copy("Assets")]),
        room(
            "Server",
            ["Base", "Taxonomy", "Sources", "Archive", "Reading", "Market", "Insight", "Web", hummingbird, nio]),
        room("Home", ["Base", "Taxonomy", "Market", "Insight", "Person", "Match", "Web", "Server", hummingbird]),
        room("Sample", ["Base", "Taxonomy", "Sources", "Collect", hummingbird]),
        .executableTarget(
            name: "wheelhouse",
            dependencies: [
                "Base", "Taxonomy", "Sources", "Archive", "Collect", "Reading", "Evaluation", "Market", "Statistics",
                "Insight", "Person", "Match", "Web", "Server", "Home", "Sample", arguments,
            ], path: "Sources/wheelhouse", swiftSettings: settings),

        .target(name: "Fixtures", dependencies: ["Base"], path: "Tests/Fixtures", swiftSettings: settings),
        tests("Base", ["Base"]),
        tests("Taxonomy", ["Base", "Taxonomy"]),
        tests("Sources", ["Base", "Sources"]),
        tests("Archive", ["Base", "Sources", "Archive"]),
        tests("Collect", ["Base", "Sources", "Archive", "Collect", hummingbird]),
        tests("Reading", ["Base", "Taxonomy", "Sources", "Reading"]),
        tests("Evaluation", ["Base", "Taxonomy", "Sources", "Reading", "Evaluation"]),
        tests("Market", ["Base", "Taxonomy", "Sources", "Archive", "Reading", "Market"]),
        tests("Statistics", ["Statistics"]),
        tests("Insight", ["Base", "Taxonomy", "Market", "Statistics", "Insight"]),
        tests("Person", ["Base", "Taxonomy", "Reading", "Person"]),
        tests("Match", ["Base", "Taxonomy", "Market", "Person", "Match"]),
        tests("Web", ["Base", "Taxonomy", "Reading", "Market", "Insight", "Web"], exclude: ["Golden"]),
        tests(
            "Server",
            ["Base", "Taxonomy", "Sources", "Archive", "Reading", "Market", "Insight", "Web", "Server", hummingbird]),
        tests(
            "Home",
            ["Base", "Taxonomy", "Sources", "Archive", "Reading", "Market", "Person", "Match", "Server", "Home", hummingbird]),
        tests(
            "Sample", ["Base", "Taxonomy", "Sources", "Archive", "Collect", "Reading", "Market", "Insight", "Sample"]),
        tests("Tidy", ["Base"]),
        tests("Command", ["Base"]),
    ]
)
