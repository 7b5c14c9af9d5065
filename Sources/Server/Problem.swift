import Base
import Web

/// An error as RFC 9457 has it, or as a page for people. Never a word of what was asked: an address can be written by
/// a stranger.
package enum Problem {
    /// Where a fault of the house becomes a status of HTTP, once.
    package static func status(_ code: Fault.Code) -> Int {
        switch code {
        case .usage, .malformed, .incomplete, .limitDepth, .limitItems, .limitLength, .limitOccurrences, .charset,
            .xmlEntity, .limitRatio:
            400
        case .notFound: 404
        case .refused, .conflict: 409
        case .limitBytes: 413
        case .unsupported: 415
        case .busy, .limitTime: 503
        default: 500
        }
    }

    static func title(_ status: Int) -> String {
        switch status {
        case 400: "The question could not be read"
        case 403: "This request is not allowed"
        case 404: "There is no such page"
        case 405: "This place does not take that method"
        case 409: "This cannot be answered now"
        case 413: "The request is too large"
        case 414: "The address is too long"
        case 415: "This form is not understood"
        case 421: "This host is not served here"
        case 429: "Too many requests at once"
        case 503: "The server is busy"
        default: "Something failed here"
        }
    }

    /// `sentence` is ours; `code` is from the closed list of faults or a word of this room.
    package static func response(_ status: Int, code: String, sentence: String, asPage chrome: Chrome?) -> SiteResponse
    {
        var headers: [(String, String)] = [("Cache-Control", "no-store")]
        if status == 429 || status == 503 { headers.append(("Retry-After", "2")) }
        if let chrome {
            let page = ProblemPage(title: title(status), sentence: sentence + (sentence.hasSuffix(".") ? "" : ".")).page
            return SiteResponse(
                status: status, contentType: Form.html.contentType, headers: headers, body: page.html(chrome))
        }
        var w = JSONWriter()
        w.object { w in
            w.member("type", "about:blank")
            w.member("title", title(status))
            w.member("status", status)
            w.member("detail", sentence)
            w.member("code", code)
        }
        return SiteResponse(status: status, contentType: "application/problem+json", headers: headers, body: w.bytes)
    }
}
