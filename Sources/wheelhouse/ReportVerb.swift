import Archive
import ArgumentParser
import Base
import Foundation
import Insight
import Market
import Server
import Taxonomy
import Web

struct ReportVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Write the industry report of a month as one file.",
        discussion: """
            The file needs no server and is the same bytes whenever it is made from the same generation. A PDF is printed
            by Chromium where there is one.

            Example: wheelhouse report --month 2026-10 --out report.html --pdf
            """)

    @OptionGroup var data: DataOptions
    @Option(help: "The month, YYYY-MM; the last whole month of the market if left out.") var month: String?
    @Option(name: .long, help: "The file to write.") var out = "report.html"
    @Flag(help: "Print a PDF beside it.") var pdf = false
    @Flag(help: "Write JSON to standard output instead.") var json = false

    func run() async throws {
        let folder = try data.folder()
        let archive = try ArchiveStore.open(folder: folder, readOnly: true)
        let site = Site(
            market: MarketStore(folder: folder, archive: archive, taxonomy: .standard), archive: archive,
            taxonomy: .standard)
        guard let (reader, insight) = try site.current(), let chrome = try site.chrome() else {
            throw Fault(.notFound, "the market has not been read yet; import or collect something first", at: folder)
        }
        let chosen: Month
        if let month {
            guard let m = Month(iso: month) else { throw Fault(.usage, "a month is written like 2026-10") }
            chosen = m
        } else {
            chosen = (reader.generation.asOf + 1).month + -1
        }
        let report = try ReportMaker(insight: insight, boards: try archive.boards()).make(chosen, inFile: true)
        if json { return Output.json { report.write(&$0) } }
        try DurableFile.write(report.page.standalone(chrome), to: out)
        Output.note("wrote \(out)")
        if pdf { try printPDF() }
    }

    private func printPDF() throws {
        let browsers = ["chromium", "chromium-browser", "google-chrome"]
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":").map(String.init)
        let found = browsers.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
        guard let browser = found else {
            throw Fault(
                .unsupported,
                "a PDF is printed by Chromium, and there is none on this machine; the HTML file prints as well")
        }
        let source = URL(fileURLWithPath: out), target = source.deletingPathExtension().appendingPathExtension("pdf")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: browser)
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=\(target.path)",
            source.absoluteString,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0, FileManager.default.fileExists(atPath: target.path) else {
            throw Fault(.unsupported, "Chromium did not print the PDF; the HTML file is there", at: out)
        }
        Output.note("wrote \(target.path)")
    }
}
