import Foundation

/// The data files of `Names/`, read once each when first asked for.
enum NameFile {
    /// Lines with their tab-separated columns; `#` begins a comment line. A file that lacks gives no rows.
    static func rows(_ name: String) -> [[String]] {
        let path = (Bundle.module.resourcePath ?? ".") + "/Names/" + name
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
            line.hasPrefix("#") ? nil : line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
