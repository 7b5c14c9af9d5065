import Base
import Glibc

/// Whatever a source sends becomes UTF-8 here: byte order mark, then HTTP, then the declaration within the first 4,096
/// bytes, then UTF-8 if it is valid, else windows-1252. Labels are those of the WHATWG encoding standard; UTF-7 is none.
package enum Charset {
    package struct Text: Sendable {
        package var utf8: [UInt8]
        /// True if something could not be decoded and became U+FFFD.
        package var repaired: Bool
    }

    /// Throws `charset` for a label that is not known.
    package static func decode(_ bytes: [UInt8], contentType: String? = nil) throws(Fault) -> Text {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(Array(bytes[3...])) }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes[2...], big: false) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes[2...], big: true) }
        if let label = contentType.flatMap({ parameter("charset", of: $0) }) { return try decode(bytes, label: label) }
        if let label = declared(bytes) {
            // A declaration that was readable as ASCII cannot be UTF-16; the WHATWG rule reads it as UTF-8.
            return try decode(bytes, label: label.hasPrefix("utf-16") ? "utf-8" : label)
        }
        if isUTF8(bytes) { return Text(utf8: bytes, repaired: false) }
        return latin(bytes)
    }

    static func isUTF8(_ bytes: [UInt8]) -> Bool { (try? UTF8Span(validating: bytes.span)) != nil }

    private static func utf8(_ bytes: [UInt8]) -> Text {
        if isUTF8(bytes) { return Text(utf8: bytes, repaired: false) }
        return Text(utf8: Array(String(decoding: bytes, as: UTF8.self).utf8), repaired: true)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, big: Bool) -> Text {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var i = bytes.startIndex
        while i + 1 < bytes.endIndex {
            let (a, b) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
            units.append(big ? a << 8 | b : b << 8 | a)
            i += 2
        }
        let out = Array(String(decoding: units, as: UTF16.self).utf8)
        return Text(utf8: out, repaired: false)
    }

    private static func latin(_ bytes: [UInt8]) -> Text {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 8)
        for b in bytes {
            if b < 0x80 { out.append(b); continue }
            let value = b < 0xA0 ? windows1252(b) : UInt32(b)
            out.append(contentsOf: String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
        }
        return Text(utf8: out, repaired: false)
    }

    /// The 32 places where windows-1252 and ISO 8859-1 differ.
    static func windows1252(_ b: UInt8) -> UInt32 {
        let table: [UInt32] = [
            0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
            0x017D,
            0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
            0x9D,
            0x017E, 0x0178,
        ]
        return (0x80...0x9F).contains(b) ? table[Int(b) - 0x80] : UInt32(b)
    }

    private static func decode(_ bytes: [UInt8], label: String) throws(Fault) -> Text {
        switch label {
        case "utf-8", "utf8", "unicode-1-1-utf-8": return utf8(bytes)
        case "us-ascii", "ascii", "iso-8859-1", "iso8859-1", "latin1", "l1", "windows-1252", "cp1252", "x-cp1252",
            "iso_8859-1":
            return isUTF8(bytes) && label.hasSuffix("ascii") ? Text(utf8: bytes, repaired: false) : latin(bytes)
        case "utf-16", "utf-16le": return utf16(bytes[...], big: false)
        case "utf-16be": return utf16(bytes[...], big: true)
        default:
            guard let name = byIconv[label] else {
                throw Fault(.charset, "the charset \(CleanText.line(String(label.prefix(40)))) is not known")
            }
            return try iconv(bytes, from: name)
        }
    }

    private static let byIconv: [String: String] = [
        "iso-8859-2": "ISO-8859-2", "latin2": "ISO-8859-2", "iso-8859-5": "ISO-8859-5", "iso-8859-7": "ISO-8859-7",
        "iso-8859-9": "CP1254", "iso-8859-15": "ISO-8859-15", "latin9": "ISO-8859-15", "windows-1250": "CP1250",
        "windows-1251": "CP1251", "windows-1253": "CP1253", "windows-1254": "CP1254", "windows-1257": "CP1257",
        "koi8-r": "KOI8-R", "koi8-u": "KOI8-U", "shift_jis": "CP932", "sjis": "CP932", "euc-jp": "EUC-JP",
        "iso-2022-jp": "ISO-2022-JP", "gbk": "GB18030", "gb2312": "GB18030", "gb18030": "GB18030", "big5": "BIG5",
        "euc-kr": "CP949", "ks_c_5601-1987": "CP949",
    ]

    /// glibc's converter; a byte that it refuses becomes U+FFFD.
    private static func iconv(_ bytes: [UInt8], from name: String) throws(Fault) -> Text {
        let converter = iconv_open("UTF-8", name)
        guard let converter, Int(bitPattern: converter) != -1 else {
            throw Fault(.charset, "this system cannot decode \(name)")
        }
        defer { iconv_close(converter) }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count * 3 / 2)
        var repaired = false
        var buffer = [CChar](repeating: 0, count: 1 << 15)
        var input = bytes.map { CChar(bitPattern: $0) }
        input.withUnsafeMutableBufferPointer { source in
            var from = source.baseAddress
            var left = source.count
            while left > 0 {
                var refused = false
                let written = buffer.withUnsafeMutableBufferPointer { target -> Int in
                    var to = target.baseAddress
                    var room = target.count
                    let result = Glibc.iconv(converter, &from, &left, &to, &room)
                    if result == -1, errno != E2BIG, left > 0 {
                        from = from.map { $0 + 1 }
                        left -= 1
                        refused = true
                    }
                    return target.count - room
                }
                out.append(contentsOf: buffer[0..<written].map { UInt8(bitPattern: $0) })
                if refused {
                    repaired = true
                    out.append(contentsOf: [0xEF, 0xBF, 0xBD])
                }
            }
        }
        return Text(utf8: out, repaired: repaired)
    }

    /// `charset=x` in a header, lower case and without quotes.
    static func parameter(_ name: String, of header: String) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, CleanText.line(String(pair[0])).lowercased().filter({ $0 != " " }) == name else {
                continue
            }
            let value = pair[1].lowercased().filter { $0 != " " && $0 != "\"" && $0 != "'" }
            return value.isEmpty ? nil : value
        }
        return nil
    }

    /// `<?xml ... encoding="x"?>` or `<meta ... charset=x`, within the first 4,096 bytes.
    private static func declared(_ bytes: [UInt8]) -> String? {
        let head = Array(bytes.prefix(4096))
        let trimmed = head.drop { $0 == 32 || $0 == 10 || $0 == 13 || $0 == 9 }
        guard trimmed.first == UInt8(ascii: "<") else { return nil }
        var at: Int?
        if trimmed.starts(with: Array("<?xml".utf8)) {
            let end = HTMLText.find(head, "?>", from: 0) ?? head.count
            at = HTMLText.find(head, "encoding=", from: 0).flatMap { $0 < end ? $0 + 9 : nil }
        } else {
            var from = 0
            while at == nil, let meta = HTMLText.find(head, "<meta", from: from) {
                let end = head[meta...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
                at = HTMLText.find(head, "charset=", from: meta).flatMap { $0 < end ? $0 + 8 : nil }
                from = meta + 5
            }
        }
        guard let at else { return nil }
        let label = head[at...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            .prefix {
                (97...122).contains($0 | 0x20) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
                    || $0 == UInt8(ascii: "_")
            }
        return label.isEmpty ? nil : String(decoding: label, as: UTF8.self).lowercased()
    }
}
