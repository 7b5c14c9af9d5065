import Base
import Foundation

/// The one stylesheet, served under a name that carries its hash, so that it may be kept for a year.
package struct Stylesheet: Sendable {
    package let bytes: [UInt8]
    package let path: String

    /// Ours: a file of the bundle. Its absence is a broken installation.
    package static let standard: Stylesheet = {
        let file = (Bundle.module.resourcePath ?? "") + "/Assets/look.css"
        guard let bytes = try? DurableFile.read(file) else {
            preconditionFailure("the stylesheet is missing from the installation: \(file)")
        }
        return Stylesheet(bytes)
    }()

    private init(_ bytes: [UInt8]) {
        // FNV-1a: a name for a cache, not a promise of integrity.
        var h: UInt64 = 0xCBF2_9CE4_8422_2325
        for b in bytes { h = (h ^ UInt64(b)) &* 0x100_0000_01B3 }
        self.bytes = bytes
        path = "/assets/look.\(hexText((0..<8).map { UInt8(truncatingIfNeeded: h >> (56 - 8 * $0)) })).css"
    }
}

extension Markup {
    /// For a file that stands on its own.
    mutating func embed(_ sheet: Stylesheet) {
        raw("<style>")
        append(sheet.bytes)
        raw("</style>")
    }
}
