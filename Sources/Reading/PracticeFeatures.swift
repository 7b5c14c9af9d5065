import Base
import Taxonomy

extension PracticeModel {
    /// The features of a unit by name, each as often as it counts: what is trained on, and what `read --why` shows. The same
    /// that `scores` sums without names.
    func features(_ unit: PracticeUnit, _ scratch: borrowing Scratch, _ book: PhraseBook) -> [String] {
        var out = ["bias:", "subject:\(unit.subject)"]
        out.append("length:\(min(unit.tokens.count / Self.lengthStep, Self.lengthLimit))")
        for p in Practice.allCases where unit.found.contains(p) { out.append("found:\(p.id)") }
        for i in unit.sentences {
            for h in scratch.sentences[i].hits {
                let hit = scratch.hits[h]
                out.append("hit:\(book.families[Int(hit.family)])/\(book.notes[Int(hit.note)])")
            }
        }
        let names = meanings.classes
        var before: [[UInt8]] = []
        for (k, t) in unit.tokens.enumerated() {
            let letters = scratch.folded.withUnsafeBufferPointer { b in
                (Int(scratch.tokens[t].start)..<Int(scratch.tokens[t].end)).map { small(b, $0) }
            }
            let word = String(decoding: letters, as: UTF8.self)
            out.append("word:\(word)")
            if k == 0 { out.append("start:\(word)") }
            let classes = letters.withUnsafeBufferPointer { letters in
                for n in Self.beginnings where Self.isBeginning(letters, n) {
                    out.append("head:\(String(decoding: letters[..<n], as: UTF8.self))")
                }
                return meanings.classes(of: letters)
            }
            for c in classes {
                out.append("class:\(names[Int(c)])")
                out.append("who:\(unit.subject)+\(names[Int(c)])")
                if k < 2 { out.append("first:\(names[Int(c)])") }
                for earlier in before {
                    for a in earlier { out.append("pair:\(names[Int(a)])>\(names[Int(c)])") }
                }
            }
            before.insert(classes, at: 0)
            if before.count > Self.window { before.removeLast() }
        }
        return out
    }
}
