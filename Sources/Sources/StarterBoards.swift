import Base

/// A short list to begin with, for `demo --live`: the public record of a whole industry and a few large boards, all of
/// which answered without a key when last looked at (2026-08). Slugs are facts; nothing of an employer's text ships.
package enum StarterBoards {
    package static let names = [
        "hackernews:whoishiring", "greenhouse:gitlab", "greenhouse:databricks", "greenhouse:amplitude",
        "lever:matchgroup",
        "ashby:linear", "ashby:openai",
    ]

    /// Throws only if this file is wrong, which a test looks at.
    package static func boards() throws(Fault) -> [Board] {
        var out: [Board] = []
        for name in names { out.append(try SourceCatalog.board(named: name)) }
        return out
    }
}
