import Base
import Market
import Reading
import Web

/// Facts that a person holds to be wrong, each a line of `doubts.jsonl` in the market folder of the data: the text as it was read (private
/// persons blanked), the fact, and what the person says. `wheelhouse evaluate` reads the file as texts without labels, and
/// who mends the reader labels them. It never leaves the machine.
struct DoubtBook: Sendable {
    /// Bytes of the file; a full one takes no more.
    static let limit = 16 << 20
    /// Bytes of what a person says.
    static let wordsLimit = 500
    /// Bytes of the text that is kept.
    static let textLimit = 64_000

    var path: String
    init(folder: String) { path = folder + "/doubts.jsonl" }

    /// Faults: `.usage` for no or too many words, `.limitBytes` for a full file.
    func add(opening: Int64, facts: Facts, fact: String, says: String, reader: String, on day: Day) throws(Fault) {
        let fact = CleanText.line(fact), says = CleanText.line(says)
        guard !fact.isEmpty, fact.utf8.count <= 200 else { throw Fault(.usage, "Choose the fact that is wrong") }
        guard says.utf8.count <= Self.wordsLimit else {
            throw Fault(.limitLength, "Say it in \(Self.wordsLimit) bytes")
        }
        var w = JSONWriter()
        w.object { w in
            w.member("id", "opening-\(opening)")
            w.member("text", String(decoding: facts.text.prefix(Self.textLimit), as: UTF8.self))
            w.key("doubt")
            w.object { w in
                w.member("fact", fact)
                w.member("says", says)
                w.member("reader", reader)
                w.member("market", day.description)
            }
        }
        let old = (try? DurableFile.read(path, limit: Self.limit).count) ?? 0
        guard old + w.bytes.count < Self.limit else {
            throw Fault(.limitBytes, "The file of doubts is full; the operator has to read it first")
        }
        try DurableFile.append(w.bytes + [10], to: path)
    }
}

extension Desk {
    /// A form or JSON with `fact` and `says`.
    func doubt(_ r: SiteRequest, _ text: String) throws(Fault) -> Answer {
        guard let id = Int64(text), let d = try s.reader.opening(id: id) else {
            throw Fault(.notFound, "There is no such opening here")
        }
        guard let sent = try r.members(["fact", "says"], depth: 4, items: 100) else {
            throw Fault(.unsupported, "Send a form, or JSON with fact and says")
        }
        let fact = sent[0], says = sent[1]
        try s.doubts.add(
            opening: id, facts: d.facts, fact: fact, says: says, reader: generation.readerVersion, on: generation.asOf)
        let page = DoubtPage(opening: id, title: line(d.card).shownTitle, fact: CleanText.line(fact))
        return Answer(
            page: { () throws(Fault) in page.page },
            json: { (w) throws(Fault) in w.object { w in w.member("noted", true) } }, isOfGeneration: false)
    }

    func reading() -> Answer {
        let accuracy = Accuracy.standard, version = generation.readerVersion
        return Answer(
            page: { () throws(Fault) in ReadingPage(accuracy: accuracy, readerVersion: version).page },
            json: { (w) throws(Fault) in
                w.object { w in
                    w.member("reader", version)
                    w.key("accuracy")
                    if let accuracy { accuracy.write(&w) } else { w.null() }
                }
            })
    }
}
