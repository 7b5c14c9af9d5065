import Base

/// How a board's address becomes an endpoint and back: a slug at the source's own host, or the whole URL of a list.
enum BoardAddress {
    /// The URL of the board's list. An address that is a URL is taken as it stands.
    static func endpoint(_ board: Board, prefix: String, suffix: String = "") throws(Fault) -> String {
        if board.address.contains("://") { return try WebAddress(board.address).description }
        return prefix + (try slug(board.address)) + suffix
    }

    /// A slug may hold letters, digits and `-_.%`, for it is pasted into a path.
    static func slug(_ s: String) throws(Fault) -> String {
        guard isSlug(s) else {
            throw Fault(
                .usage, "a board is named by its slug or by the URL of its list",
                at: CleanText.line(String(s.prefix(80))))
        }
        return s
    }

    static func isSlug(_ s: String) -> Bool {
        !s.isEmpty && s.utf8.count <= 120 && s != "." && s != ".."
            && s.utf8.allSatisfy {
                switch $0 {
                case 48...57, 65...90, 97...122: true
                case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "%"): true
                default: false
                }
            }
    }

    static func adding(_ parameter: String, to url: String) -> String {
        if url.contains(parameter) { return url }
        return url + (url.contains("?") ? "&" : "?") + parameter
    }

    /// The board of a slug at the source's own host; with `at`, at another host that speaks the same.
    static func board(_ kind: SourceKind, slug: String, at url: WebAddress? = nil) -> Board? {
        guard isSlug(slug) else { return nil }
        guard let url else { return Board(id: "\(kind.rawValue):\(slug)", kind: kind, address: slug) }
        return Board(id: "\(kind.rawValue):\(url.authority)/\(slug)", kind: kind, address: url.description)
    }
}
