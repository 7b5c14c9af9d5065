import Base
import Foundation

/// Classes of words by meaning ("outage", "attacker", "without hands"), in the seven languages, so that what the model of
/// practices learns of one word holds for its kin. Data in `Names/meanings.tsv`: `class TAB words`; `word*` is a beginning.
package struct Meanings: Sendable {
    /// Classes of one word; further ones are left out.
    package static let classLimit = 7

    package private(set) var classes: [String] = []
    private var exact: [UInt64: [UInt8]] = [:]
    private var beginnings: [UInt64: [UInt8]] = [:]
    private var lengths: [Int] = []

    package init(_ text: String) throws(Fault) {
        var seen: Set<Int> = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: "\t")
            guard parts.count == 2, classes.count < 250 else {
                throw Fault(.corrupt, "a line of meanings has two fields", at: String(line.prefix(80)))
            }
            let id = UInt8(classes.count)
            classes.append(String(parts[0]))
            for word in parts[1].split(separator: " ") {
                if word.hasSuffix("*") {
                    let head = word.dropLast().utf8
                    seen.insert(head.count)
                    beginnings[PhraseBook.hash(head), default: []].append(id)
                } else {
                    exact[PhraseBook.hash(word.utf8), default: []].append(id)
                }
            }
        }
        lengths = seen.sorted()
    }

    /// The classes of a word given in small letters, ascending. Readers remember the answer.
    package func classes(of letters: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var out = exact[PhraseBook.hash(letters)] ?? []
        for n in lengths where n <= letters.count {
            if let more = beginnings[PhraseBook.hash(letters[..<n])] { out += more }
        }
        return Array(Set(out).sorted().prefix(Self.classLimit))
    }
}
