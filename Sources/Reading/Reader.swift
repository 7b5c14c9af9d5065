import Base
import Sources
import Taxonomy

/// Turns postings into facts. Safe to use from many threads at once; a reading takes about 0.1 ms for 4 kB of HTML.
package struct Reader: Sendable {
    /// Bytes of a body that are read; what is beyond is another posting's work and is flagged `body-cut`.
    package static let bodyLimit = 2 << 20
    /// Words of one sentence; longer ones are read in pieces.
    static let sentenceWords = 300
    /// Changes with every change of what is read, whatever the data files say.
    static let rules = "1.0"

    package let taxonomy: Taxonomy
    let book: PhraseBook
    let families: Families
    private let pool = ScratchPool()

    package init(taxonomy: Taxonomy, phrases: PhraseBook = .standard) {
        self.taxonomy = taxonomy
        book = phrases
        families = Families(phrases)
    }

    /// Stands in each stored fact: facts of another version are read again.
    package var version: String { "\(Self.rules)+\(taxonomy.version).\(book.version)" }

    /// Reads a posting. `Facts.text` is its title, location and body in one text.
    package func read(_ posting: Posting) -> Facts {
        let scratch = pool.take()
        defer { pool.give(scratch) }
        var flags: [String] = []
        let bodyStart = layOut(posting, scratch, &flags)
        return facts(posting, scratch, bodyStart: bodyStart, flags: flags)
    }

    /// Reads plain text as it stands: offsets count in these bytes. Repairs nothing but invalid UTF-8.
    package func readText(_ utf8: [UInt8]) -> Facts {
        let scratch = pool.take()
        defer { pool.give(scratch) }
        let isValid = utf8.withUnsafeBufferPointer { isValidUTF8($0) }
        let bytes = isValid ? utf8 : Array(String(decoding: utf8, as: UTF8.self).utf8)
        scratch.builder.reset()
        scratch.builder.out = bytes
        Layout.cut(bytes, from: 0, to: &scratch.builder.lines)
        let bodyStart = Layout.frontMatter(of: bytes, lines: scratch.builder.lines)
        return facts(nil, scratch, bodyStart: bodyStart, flags: isValid ? [] : ["repaired-text"])
    }

    /// The text and its lines, for readers of single facts and for tests.
    package func text(of posting: Posting) -> ReadText {
        let scratch = pool.take()
        defer { pool.give(scratch) }
        var flags: [String] = []
        let bodyStart = layOut(posting, scratch, &flags)
        return analyse(scratch, bodyStart: bodyStart, posting)
    }

    /// Title, newline, location if any, blank line, body: the form of all texts.
    private func layOut(_ posting: Posting, _ scratch: Scratch, _ flags: inout [String]) -> Int {
        scratch.builder.reset()
        scratch.builder.ownLine(posting.title ?? "")
        scratch.builder.ownLine(posting.location ?? "")
        scratch.builder.lineBreak(2)
        let front = scratch.builder.lines.count
        var body = posting.body
        if body.count > Self.bodyLimit {
            body = Array(body[..<Self.bodyLimit])
            flags.append("body-cut")
        }
        if !body.withUnsafeBufferPointer({ isValidUTF8($0) }) {
            body = Array(String(decoding: body, as: UTF8.self).utf8)
            if !flags.contains("body-cut") { flags.append("repaired-text") }
        }
        body.withUnsafeBufferPointer { b in
            switch posting.bodyForm {
            case .html:
                scratch.html.read(b, into: &scratch.builder)
                if scratch.html.hasHidden { flags.append("hidden-text") }
            case .text: scratch.builder.plain(b)
            }
        }
        if scratch.builder.hasBidi { flags.append("bidi") }
        return front < scratch.builder.lines.count ? scratch.builder.lines[front].start : scratch.builder.out.count
    }

    /// Tokens, sentences, phrase hits, lines with their sections. All later readers work on what this leaves.
    func analyse(_ scratch: Scratch, bodyStart: Int, _ posting: Posting?) -> ReadText {
        scratch.words.tidy()
        scratch.tokens.removeAll(keepingCapacity: true)
        scratch.sentences.removeAll(keepingCapacity: true)
        scratch.hits.removeAll(keepingCapacity: true)
        scratch.firstSentence.removeAll(keepingCapacity: true)
        Tokenizer.fold(scratch.builder.out, into: &scratch.folded)
        scratch.folded.withUnsafeBufferPointer { b in
            Layout.trim(&scratch.builder.lines, b)
            for (index, line) in scratch.builder.lines.enumerated() {
                scratch.firstSentence.append(scratch.sentences.count)
                scratch.spans.removeAll(keepingCapacity: true)
                Sentences.append(of: ByteSpan(line.start, line.end), in: b, to: &scratch.spans)
                for span in scratch.spans {
                    let first = scratch.tokens.count
                    Tokenizer.append(span, of: b, to: &scratch.tokens, words: &scratch.words, book: book)
                    cutSentence(span, line: index, tokens: first..<scratch.tokens.count, scratch)
                }
            }
            scratch.firstSentence.append(scratch.sentences.count)
        }
        findPhrases(scratch)
        let lines = sections(scratch, bodyStart: bodyStart, posting)
        scratch.lines = lines
        return ReadText(bytes: scratch.builder.out, lines: lines, bodyStart: bodyStart)
    }

    /// A stretch without a full stop is read in pieces: names and phrases are compared within a piece, and that is quadratic.
    private func cutSentence(_ span: ByteSpan, line: Int, tokens: Range<Int>, _ scratch: Scratch) {
        guard tokens.count > Self.sentenceWords else {
            scratch.sentences.append(Sentence(span: span, line: line, tokens: tokens))
            return
        }
        for from in stride(from: tokens.lowerBound, to: tokens.upperBound, by: Self.sentenceWords) {
            let to = min(from + Self.sentenceWords, tokens.upperBound)
            let start = from == tokens.lowerBound ? Int(span.start) : Int(scratch.tokens[from].start)
            let end = to == tokens.upperBound ? Int(span.end) : Int(scratch.tokens[to].start)
            scratch.sentences.append(Sentence(span: ByteSpan(start, end), line: line, tokens: from..<to))
        }
    }

    private func findPhrases(_ scratch: Scratch) {
        let words = scratch.words
        scratch.tokens.withUnsafeBufferPointer { tokens in
            words.entries.withUnsafeBufferPointer { entries in
                words.starts.withUnsafeBufferPointer { starts in
                    words.bits.withUnsafeBufferPointer { bits in
                        book.phrases.withUnsafeBufferPointer { phrases in
                            book.elements.withUnsafeBufferPointer { elements in
                                let finder = PhraseFinder(
                                    tokens: tokens, entries: entries, starts: starts, bits: bits, phrases: phrases,
                                    elements: elements)
                                for i in scratch.sentences.indices {
                                    let from = scratch.hits.count
                                    finder.append(scratch.sentences[i].tokens, to: &scratch.hits)
                                    scratch.sentences[i].hits = from..<scratch.hits.count
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func facts(_ posting: Posting?, _ scratch: Scratch, bodyStart: Int, flags: [String]) -> Facts {
        let text = analyse(scratch, bodyStart: bodyStart, posting)
        var facts = Facts(text: text.bytes, bodyStart: bodyStart)
        facts.flags = flags
        facts.language = language(scratch)
        facts.company = company(in: text, posting)
        fillRoleAndTerms(&facts, text, posting)
        let subjects = self.subjects(scratch, text, facts)
        facts.mentions = mentions(scratch, text, subjects, posting, company: facts.company)
        facts.practices = practices(scratch, text, subjects, facts)
        facts.offersJob = offersJob(scratch, text, facts, posting)
        return facts
    }

    /// Title, pay, place, on-call and terms, each by its own reader.
    private func fillRoleAndTerms(_ facts: inout Facts, _ text: ReadText, _ posting: Posting?) {
        FactReader.read(text, posting, into: &facts)
    }
}
