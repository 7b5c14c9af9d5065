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
    let model: PracticeModel
    /// Of each skill, the practices that its being asked asks for.
    let impliedPractices: [PracticeSet]
    private let pool = ScratchPool()

    package init(taxonomy: Taxonomy, phrases: PhraseBook = .standard) {
        self.taxonomy = taxonomy
        model = .standard
        book = phrases
        families = Families(phrases)
        impliedPractices = Self.impliedPractices(taxonomy)
    }

    /// Stands in each stored fact: facts of another version are read again.
    package var version: String { "\(Self.rules)+\(taxonomy.version).\(book.version).\(model.version)" }

    /// Reads a posting. `Facts.text` is its title, location and body in one text.
    package func read(_ posting: Posting) -> Facts {
        pool.lend { scratch in
            var flags: [String] = []
            let bodyStart = layOut(posting, &scratch, &flags)
            return facts(posting, &scratch, bodyStart: bodyStart, flags: flags)
        }
    }

    /// Reads plain text as it stands: offsets count in these bytes. Repairs nothing but invalid UTF-8.
    package func readText(_ utf8: [UInt8]) -> Facts {
        let isValid = utf8.withUnsafeBufferPointer { isValidUTF8($0) }
        let bytes = isValid ? utf8 : Array(String(decoding: utf8, as: UTF8.self).utf8)
        return pool.lend { scratch in
            scratch.builder.reset()
            scratch.builder.out = bytes
            Layout.cut(bytes, from: 0, to: &scratch.builder.lines)
            let bodyStart = Layout.frontMatter(of: bytes, lines: scratch.builder.lines)
            return facts(nil, &scratch, bodyStart: bodyStart, flags: isValid ? [] : ["repaired-text"])
        }
    }

    /// The text and its lines, for readers of single facts and for tests.
    package func text(of posting: Posting) -> ReadText {
        pool.lend { scratch in
            var flags: [String] = []
            let bodyStart = layOut(posting, &scratch, &flags)
            return analyse(&scratch, bodyStart: bodyStart, posting)
        }
    }

    /// The text of a posting and nothing more: what `read` begins with.
    package func plainText(of posting: Posting) -> [UInt8] {
        pool.lend { scratch in
            var flags: [String] = []
            _ = layOut(posting, &scratch, &flags)
            return scratch.builder.out
        }
    }

    /// Its bytes, without a copy of it.
    package func plainTextSize(of posting: Posting) -> Int {
        pool.lend { scratch in
            var flags: [String] = []
            _ = layOut(posting, &scratch, &flags)
            return scratch.builder.out.count
        }
    }

    /// Title, newline, location if any, blank line, body: the form of all texts.
    private func layOut(_ posting: Posting, _ scratch: inout Scratch, _ flags: inout [String]) -> Int {
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
    func analyse(_ scratch: inout Scratch, bodyStart: Int, _ posting: Posting?) -> ReadText {
        scratch.words.tidy()
        Tokenizer.fold(scratch.builder.out, into: &scratch.folded)
        scratch.folded.withUnsafeBufferPointer { Layout.trim(&scratch.builder.lines, $0) }
        cut(&scratch)
        findPhrases(&scratch)
        blankPeople(&scratch)
        let lines = sections(scratch, bodyStart: bodyStart, posting)
        scratch.lines = lines
        return ReadText(bytes: scratch.builder.out, lines: lines, bodyStart: bodyStart)
    }

    /// Cuts each line into sentences and these into tokens.
    private func cut(_ scratch: inout Scratch) {
        // Taken out while they grow: the text beside them is read through a pointer.
        var tokens = scratch.tokens, sentences = scratch.sentences, words = scratch.words, spans = scratch.spans
        var firstSentence = scratch.firstSentence, ids = scratch.wordIDs
        (scratch.tokens, scratch.sentences, scratch.words, scratch.spans) = ([], [], WordTable.none, [])
        (scratch.firstSentence, scratch.wordIDs) = ([], [])
        ids.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
        sentences.removeAll(keepingCapacity: true)
        firstSentence.removeAll(keepingCapacity: true)
        scratch.folded.withUnsafeBufferPointer { b in
            for (index, line) in scratch.builder.lines.enumerated() {
                firstSentence.append(sentences.count)
                spans.removeAll(keepingCapacity: true)
                Sentences.append(of: ByteSpan(line.start, line.end), in: b, to: &spans)
                for span in spans {
                    let first = tokens.count
                    Tokenizer.append(span, of: b, to: &tokens, &ids, words: &words, book: book)
                    Self.cutSentence(span, line: index, first, tokens, to: &sentences)
                }
            }
        }
        firstSentence.append(sentences.count)
        (scratch.tokens, scratch.sentences, scratch.words, scratch.spans) = (tokens, sentences, words, spans)
        (scratch.firstSentence, scratch.wordIDs) = (firstSentence, ids)
    }

    /// A stretch without a full stop is read in pieces: names and phrases are compared within a piece, and that is quadratic.
    private static func cutSentence(
        _ span: ByteSpan, line: Int, _ first: Int, _ tokens: [Token], to sentences: inout [Sentence]
    ) {
        guard tokens.count - first > Self.sentenceWords else {
            sentences.append(Sentence(span: span, line: line, tokens: first..<tokens.count))
            return
        }
        for from in stride(from: first, to: tokens.count, by: Self.sentenceWords) {
            let to = min(from + Self.sentenceWords, tokens.count)
            let start = from == first ? Int(span.start) : Int(tokens[from].start)
            let end = to == tokens.count ? Int(span.end) : Int(tokens[to].start)
            sentences.append(Sentence(span: ByteSpan(start, end), line: line, tokens: from..<to))
        }
    }

    private func findPhrases(_ scratch: inout Scratch) {
        var hits = scratch.hits, sentences = scratch.sentences
        (scratch.hits, scratch.sentences) = ([], [])
        hits.removeAll(keepingCapacity: true)
        PhraseFinder.with(scratch.wordIDs, scratch.words, book) { finder in
            for i in sentences.indices {
                let from = hits.count
                finder.append(sentences[i].tokens, to: &hits)
                sentences[i].hits = from..<hits.count
            }
        }
        (scratch.hits, scratch.sentences) = (hits, sentences)
    }

    private func facts(_ posting: Posting?, _ scratch: inout Scratch, bodyStart: Int, flags: [String]) -> Facts {
        let text = analyse(&scratch, bodyStart: bodyStart, posting)
        var facts = Facts(text: text.bytes, bodyStart: bodyStart)
        facts.flags = flags
        facts.language = language(scratch)
        facts.company = company(in: text, posting)
        fillRoleAndTerms(&facts, text, posting)
        let subjects = self.subjects(scratch, text, facts)
        (facts.mentions, facts.unlisted) = mentions(&scratch, text, subjects, posting, facts)
        if isUnread(facts.language, scratch) {
            // What it asks is not known; that it names the skill is.
            for k in facts.mentions.indices where Int(facts.mentions[k].span.start) >= bodyStart {
                facts.mentions[k].status = .context
            }
        } else {
            // Taken out while it grows.
            var words = scratch.practiceWords
            scratch.practiceWords = PracticeWords()
            facts.practices = practices(scratch, text, subjects, facts, &words)
            scratch.practiceWords = words
        }
        facts.offersJob = offersJob(scratch, text, facts, posting)
        facts.flags += suspicions(scratch, facts)
        return facts
    }

    /// Title, pay, place, on-call and terms, each by its own reader.
    private func fillRoleAndTerms(_ facts: inout Facts, _ text: ReadText, _ posting: Posting?) {
        FactReader.read(text, posting, into: &facts)
    }
}
