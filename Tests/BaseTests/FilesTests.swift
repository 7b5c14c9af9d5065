import Base
import Fixtures
import Foundation
import Testing

@Suite struct FilesTests {
    @Test func `a durable file is whole, and the old one stays when the new cannot be written`() throws {
        try Fixtures.withFolder { folder in
            let path = folder + "/a"
            try DurableFile.write([1, 2, 3], to: path)
            #expect(try DurableFile.read(path) == [1, 2, 3])
            #expect(throws: Fault.self) { try DurableFile.write([9], to: folder + "/missing/a") }
            try DurableFile.append([4], to: path)
            #expect(try DurableFile.read(path) == [1, 2, 3, 4])
            #expect { try DurableFile.read(path, limit: 3) } throws: { ($0 as? Fault)?.code == .limitBytes }
            #expect { try DurableFile.read(folder + "/none") } throws: { ($0 as? Fault)?.code == .notFound }
            #expect(!FileManager.default.fileExists(atPath: path + ".partial"))
        }
    }

    @Test func `a mapped column stays within its file and outlives the name of its owner`() throws {
        try Fixtures.withFolder { folder in
            let path = folder + "/columns"
            try DurableFile.write([1, 0, 0, 0, 2, 0, 0, 0], to: path)
            let column: Column<UInt32>
            do {
                let file = try MappedFile(path)
                column = try file.column(UInt32.self, at: 0, count: 2)
                #expect(throws: Fault.self) { try file.column(UInt32.self, at: 0, count: 3) }
                #expect(throws: Fault.self) { try file.column(UInt32.self, at: 2, count: 1) }
                #expect(throws: Fault.self) { try file.column(UInt64.self, at: 0, count: Int.max) }
                #expect(throws: Fault.self) { try file.column(UInt8.self, at: -1, count: 1) }
            }
            #expect(column[0] == 1 && column[1] == 2)
            let held = Column([5, 6, 7] as [Int64])
            withExtendedLifetime(held) { #expect(Array(held.buffer) == [5, 6, 7]) }
        }
    }

    @Test func `reading past a column ends the program, it never reads on`() async {
        await #expect(processExitsWith: .failure) {
            let column = Column([1] as [UInt8])
            _ = column[1]
        }
    }

    @Test func `a line for a terminal carries no control of a stranger`() {
        let hostile = "A\u{1B}[31mred\u{7}\u{202E}evil\u{200B} \r\nB\u{E0041}\u{9B}31m\u{FEFF}  C"
        let clean = CleanText.line(hostile)
        #expect(clean == "A[31mredevil B31m C")
        #expect(CleanText.hasBidi(hostile) && !CleanText.hasBidi(clean))
    }

    @Test func `a digest reads what it prints`() {
        let digest = Digest(bytes: (0..<32).map { UInt8($0 * 7) })
        #expect(Digest(hex: digest.description) == digest)
        #expect(digest.bytes.count == 32 && digest.bytes[1] == 7)
        #expect(Digest(hex: "zz") == nil)
    }

    @Test func `currencies are three capital letters`() {
        #expect(Currency("EUR") == .eur && Currency("eur") == nil && Currency("EURO") == nil)
        #expect(Currency.usd.code == "USD" && Currency(packed: 0) == nil)
    }
}
