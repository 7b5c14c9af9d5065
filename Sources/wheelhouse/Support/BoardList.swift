import Base
import Collect
import Foundation
import Sources

/// The boards that the operator follows: `boards.txt` in the data folder, one a line, `kind:slug` or a URL, perhaps
/// followed by a blank and the employer's name; `#` begins a comment. A file for people, so it is edited by hand too.
struct BoardList {
    let path: String
    private(set) var boards: [Board] = []

    /// A list that does not exist yet is empty. A line that cannot be read is an error with its number.
    init(folder: String) throws(Fault) {
        path = folder + "/boards.txt"
        guard FileManager.default.fileExists(atPath: path) else { return }
        boards = try Self.read(String(decoding: try DurableFile.read(path, limit: 16 << 20), as: UTF8.self), path)
    }

    static func read(_ text: String, _ path: String) throws(Fault) -> [Board] {
        var out: [Board] = []
        for (i, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = CleanText.line(String(line))
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            do throws(Fault) {
                var board = try SourceCatalog.board(named: parts[0])
                if parts.count == 2 { board.company = parts[1] }
                if !out.contains(where: { $0.id == board.id }) { out.append(board) }
            } catch { throw Fault(error.code, error.sentence, at: "\(path) line \(i + 1)") }
        }
        return out
    }

    /// Appends a board and syncs; false if it was there.
    mutating func add(_ text: String, company: String?) throws(Fault) -> (board: Board, isNew: Bool) {
        var board = try SourceCatalog.board(named: text)
        board.company = company
        if let known = boards.first(where: { $0.id == board.id }) { return (known, false) }
        try DurableFile.append(
            Array("\(text)\(company.map { " " + CleanText.line($0) } ?? "")\n".utf8), to: path, mode: 0o644)
        boards.append(board)
        return (board, true)
    }
}

/// The network's clock and settings, as the command line has them.
enum Network {
    static func fetcher(contact: String?, allow: [String]) throws(Fault) -> Fetcher {
        let environment = ProcessInfo.processInfo.environment
        let named = allow + (environment["WHEELHOUSE_ALLOW_NETWORKS"] ?? "").split(separator: ",").map(String.init)
        var exceptions: [AddressGuard.Exception] = []
        for text in named { exceptions.append(try AddressGuard.Exception(text)) }
        let settings = FetcherSettings(contact: contact ?? environment["WHEELHOUSE_CONTACT"] ?? "", allowed: exceptions)
        return Fetcher(settings, now: { Clock.now }, sleep: { try? await Task.sleep(for: .milliseconds($0)) })
    }
}
