import Base
import Reading
import Sources
import Taxonomy

/// What the market keeps of one document's facts: what columns, copies and cards need. Spans are left out; the page of an
/// opening reads the document again, which gives the same facts in less than a millisecond.
package struct FactsRecord: Sendable, Equatable {
    package struct Flags: OptionSet, Sendable {
        package var rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        package static let offersJob = Flags(rawValue: 1)
        /// From a dated public record (`SourceKind.isRecord`).
        package static let isRecord = Flags(rawValue: 2)
        /// In a language that is read, or of unknown language.
        package static let isRead = Flags(rawValue: 4)
        package static let payRefused = Flags(rawValue: 8)
        /// A post of a record whose employer and titles stand in its prose alone: they are read, not stated.
        package static let isProse = Flags(rawValue: 16)
    }

    package var flags: Flags = []
    package var role = RoleFamily.unknown
    package var seniority = Seniority.unstated
    package var mode = WorkMode.unstated
    package var onCall = OnCall.unstated
    package var country: Country?
    package var practices: PracticeSet = []
    /// A year, in `currency`.
    package var payMin: Double?
    package var payMax: Double?
    package var currency: Currency?
    package var posted: Day?
    package var language = ""
    package var company = ""
    package var title = ""
    package var place = ""
    package var payText = ""
    package var url = ""
    /// Ascending; negated ones included.
    package var skills: [OpeningRow.Ask] = []
    package var signature = ShingleSignature()

    package init() {}

    static let readLanguages: Set<String> = ["", "en", "de", "fr", "es", "sv", "nl", "pt"]
    /// Lines of cards are cut here, in characters.
    static let lineLimit = 200

    package init(_ posting: Posting, _ facts: Facts, signature: ShingleSignature) {
        if facts.offersJob { flags.insert(.offersJob) }
        if posting.kind.isRecord { flags.insert(.isRecord) }
        if posting.kind.isRecord, posting.company == nil { flags.insert(.isProse) }
        if FactsRecord.readLanguages.contains(facts.language) { flags.insert(.isRead) }
        if facts.flags.contains(where: { $0.hasPrefix("pay-") }) { flags.insert(.payRefused) }
        role = facts.roles.first?.family ?? .unknown
        seniority = facts.seniority
        mode = facts.place.mode
        onCall = facts.onCall.value
        country = facts.place.country
        practices = PracticeSet(facts.practices.map(\.practice))
        payMin = facts.pay?.annualMin
        payMax = facts.pay?.annualMax
        currency = facts.pay?.currency
        posted = posting.posted
        language = facts.language
        company = FactsRecord.line(posting.company ?? facts.company?.name)
        title = FactsRecord.line(posting.title ?? facts.roles.first?.title)
        let places = facts.place.places.map(\.text).joined(separator: "; ")
        place = FactsRecord.line(places.isEmpty ? posting.location : places)
        payText = FactsRecord.line(facts.pay?.quote)
        url = posting.url.map { String($0.prefix(2_000)) } ?? ""
        skills = facts.skills.map { OpeningRow.Ask($0.skill, $0.status) }
        self.signature = signature
    }

    private static func line(_ s: String?) -> String {
        guard let s else { return "" }
        return String(CleanText.line(s).prefix(lineLimit))
    }

    var isStatistical: Bool { flags.contains(.offersJob) && flags.contains(.isRead) }
}

/// The record as bytes, little-endian, in this order:
///
///     u8 format=2 | u8 flags | u8 role | u8 seniority | u8 mode | u8 onCall | u16 country | u16 practices
///     f64 payMin (NaN: none) | f64 payMax | u32 currency | i32 posted (min: none) | u64 body.0 | u64 body.1 | u32 shingles
///     128 bytes signature | u16 n, n × (u16 skill, u8 status) | 6 × (u16 bytes, UTF-8): language company title place pay url
extension FactsRecord {
    static let format: UInt8 = 2

    package var encoded: [UInt8] {
        var w = ByteWriter(capacity: 320 + skills.count * 3)
        for b in [
            FactsRecord.format, flags.rawValue, role.rawValue, seniority.rawValue, mode.rawValue, onCall.rawValue,
        ] { w.put(b) }
        w.put(country?.packed ?? 0)
        w.put(practices.rawValue)
        w.put((payMin ?? .nan).bitPattern)
        w.put((payMax ?? .nan).bitPattern)
        w.put(currency?.packed ?? 0)
        w.put(UInt32(bitPattern: posted?.number ?? .min))
        w.put(signature.body.0)
        w.put(signature.body.1)
        w.put(signature.count)
        w.bytes.append(contentsOf: signature.bins)
        w.put(UInt16(clamping: skills.count))
        for s in skills.prefix(Int(UInt16.max)) {
            w.put(s.skill)
            w.put(s.status.rawValue)
        }
        for s in [language, company, title, place, payText, url] { w.put(s) }
        return w.bytes
    }

    /// Faults `.corrupt` for anything that `encoded` does not write.
    package init(encoded bytes: [UInt8]) throws(Fault) {
        var r = ByteReader(bytes)
        guard try r.u8() == FactsRecord.format else { throw ByteReader.damaged }
        flags = Flags(rawValue: try r.u8())
        guard let role = RoleFamily(rawValue: try r.u8()), let seniority = Seniority(rawValue: try r.u8()),
            let mode = WorkMode(rawValue: try r.u8()), let onCall = OnCall(rawValue: try r.u8())
        else { throw ByteReader.damaged }
        (self.role, self.seniority, self.mode, self.onCall) = (role, seniority, mode, onCall)
        country = Country(packed: try r.u16())
        practices = PracticeSet(rawValue: try r.u16())
        let low = Double(bitPattern: try r.u64()), high = Double(bitPattern: try r.u64())
        payMin = low.isNaN ? nil : low
        payMax = high.isNaN ? nil : high
        currency = Currency(packed: try r.u32())
        let day = Int32(bitPattern: try r.u32())
        posted = day == .min ? nil : Day(number: day)
        signature.body = (try r.u64(), try r.u64())
        signature.count = try r.u32()
        signature.bins = try r.bytes(ShingleSignature.binCount)
        let n = Int(try r.u16())
        skills.reserveCapacity(n)
        for _ in 0..<n {
            let skill = try r.u16()
            guard let status = MentionStatus(rawValue: try r.u8()) else { throw ByteReader.damaged }
            skills.append(OpeningRow.Ask(skill, status))
        }
        language = try r.text()
        company = try r.text()
        title = try r.text()
        place = try r.text()
        payText = try r.text()
        url = try r.text()
        guard r.isAtEnd else { throw ByteReader.damaged }
    }
}

/// Little-endian bytes out.
struct ByteWriter {
    var bytes: [UInt8] = []
    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    mutating func put<T: FixedWidthInteger>(_ v: T) {
        withUnsafeBytes(of: v.littleEndian) { bytes.append(contentsOf: $0) }
    }
    /// Length in two bytes, then UTF-8; cut at a character if it is longer than that.
    mutating func put(_ text: String) {
        var utf8 = Array(text.utf8.prefix(Int(UInt16.max)))
        while let last = utf8.last, utf8.count < text.utf8.count, last & 0xC0 == 0x80 { utf8.removeLast() }
        put(UInt16(utf8.count))
        bytes.append(contentsOf: utf8)
    }
}

/// And in, bounds checked.
struct ByteReader {
    private let bytes: [UInt8]
    private var at = 0
    init(_ bytes: [UInt8]) { self.bytes = bytes }
    var isAtEnd: Bool { at == bytes.count }
    static var damaged: Fault { Fault(.corrupt, "a stored fact is damaged") }

    private mutating func integer<T: FixedWidthInteger>(_: T.Type) throws(Fault) -> T {
        let n = MemoryLayout<T>.size
        guard at + n <= bytes.count else { throw ByteReader.damaged }
        defer { at += n }
        return T(littleEndian: bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: at, as: T.self) })
    }
    mutating func u8() throws(Fault) -> UInt8 { try integer(UInt8.self) }
    mutating func u16() throws(Fault) -> UInt16 { try integer(UInt16.self) }
    mutating func u32() throws(Fault) -> UInt32 { try integer(UInt32.self) }
    mutating func u64() throws(Fault) -> UInt64 { try integer(UInt64.self) }
    mutating func bytes(_ n: Int) throws(Fault) -> [UInt8] {
        guard n >= 0, at + n <= bytes.count else { throw ByteReader.damaged }
        defer { at += n }
        return Array(bytes[at..<at + n])
    }
    mutating func text() throws(Fault) -> String { String(decoding: try bytes(Int(try u16())), as: UTF8.self) }
}
