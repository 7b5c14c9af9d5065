import ArgumentParser
import Base
import Foundation

/// Where everything lies: `--data`, else `$WHEELHOUSE_DATA`, else `$XDG_DATA_HOME/wheelhouse`, else
/// `~/.local/share/wheelhouse`.
struct DataOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The data folder.", valueName: "folder")) var data: String?

    /// The folder's path, made if it is not there.
    func folder() throws -> String {
        let environment = ProcessInfo.processInfo.environment
        let path =
            data ?? environment["WHEELHOUSE_DATA"]
            ?? (environment["XDG_DATA_HOME"].map { $0 + "/wheelhouse" } ?? NSHomeDirectory()
                + "/.local/share/wheelhouse")
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Fault(.storage, "cannot make the data folder: \(error.localizedDescription)", at: path)
        }
        return path
    }
}

/// The one place where the program reads the clock.
enum Clock {
    static var now: Instant { Instant(milliseconds: Int64(Foundation.Date().timeIntervalSince1970 * 1000)) }
    static var today: Day { now.day }
}
