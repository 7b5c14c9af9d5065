import Base
import Fixtures
import Sample
import Sources
import Taxonomy
import Testing

private let answers = SampleAnswers(wholeMarket)
private let someDay = sampleEnd + -70

@Suite struct `The sample boards speak the real formats` {
    /// A board's postings as its source reads them, with the truth beside each.
    static func read(_ board: SampleBoard, on day: Day) throws -> [(SamplePosting, Posting)] {
        let polled = try #require(answers.boards(at: "http://127.0.0.1:9", on: day).first { $0.id == board.id })
        let answer = answers.answer(path: SampleAnswers.path(board), on: day)
        #expect(answer.status == 200)
        let listing = try SourceCatalog.listing(
            answer.body, at: AnswerPlace(board: polled, url: polled.address, contentType: answer.type))
        #expect(listing.isComplete, "\(listing.shortfall?.description ?? "")")
        let open = wholeMarket.open(board: board.number, on: day).map { wholeMarket.postings[Int($0)] }
        #expect(listing.documents.count == open.count, "\(board.id): \(listing.rejected)")
        return try zip(open, listing.documents).map { posting, document in
            (posting, try SourceCatalog.posting(from: document.bytes, board: polled, externalID: document.externalID))
        }
    }

    @Test(arguments: [SourceKind.greenhouse, .lever, .ashby, .rss, .atom, .jsonld])
    func `each board is read whole, with title, day, place and pay as they are`(kind: SourceKind) throws {
        var postings = 0
        var paid = 0
        for board in wholeMarket.boards
        where board.kind == kind && board.joins <= someDay && board.trouble(on: someDay) == nil {
            if let e = board.employer, wholeMarket.employers[e].part == .oddity { continue }
            for (truth, read) in try Self.read(board, on: someDay) {
                let opening = wholeMarket.openings[truth.opening]
                postings += 1
                #expect(read.title == opening.title)
                #expect(read.posted == truth.first)
                #expect(read.company == wholeMarket.employers[truth.employer].name, "\(board.id)")
                #expect(read.url != nil)
                #expect(!read.body.isEmpty)
                if let pay = read.pay, let max = pay.max {
                    paid += 1
                    #expect(max == opening.pay?.max)
                    #expect(pay.currency?.code == opening.pay?.currency)
                    #expect(pay.period == nil || pay.period == opening.pay?.period)
                }
            }
        }
        #expect(postings > 0)
        if [.greenhouse, .lever, .ashby, .jsonld].contains(kind) { #expect(paid > 0) }
        print("\(kind.rawValue): \(postings) postings read, \(paid) with pay in fields")
    }

    @Test func `the forum's thread gives its posts and no replies`() throws {
        let board = try #require(wholeMarket.boards.first { $0.kind == .hackerNews })
        let polled = try #require(answers.boards(at: "http://127.0.0.1:9", on: someDay).first { $0.id == board.id })
        let stories = answers.answer(path: SampleAnswers.path(board), on: someDay)
        let first = try SourceCatalog.listing(
            stories.body, at: AnswerPlace(board: polled, url: polled.address, contentType: stories.type))
        #expect(first.details.count == 2)
        var documents = 0
        for ask in first.details {
            let path = try WebAddress(ask.url).path
            let answer = answers.answer(path: path, on: someDay)
            #expect(answer.status == 200)
            let listing = try SourceCatalog.listing(
                answer.body, at: AnswerPlace(board: polled, url: ask.url, contentType: answer.type))
            for d in listing.documents {
                let p = try SourceCatalog.posting(from: d.bytes, board: polled, externalID: d.externalID)
                documents += 1
                #expect(p.posted != nil)
                #expect(!String(decoding: p.body, as: UTF8.self).contains("Umbermoor"))
            }
        }
        #expect(documents > 40, "\(documents) posts in two threads")
    }

    @Test func `an unchanged board answers 304, a changed one does not`() throws {
        var unchanged = 0
        var changed = 0
        for board in wholeMarket.boards where board.joins <= someDay && board.employer != nil {
            let a = answers.answer(path: SampleAnswers.path(board), on: someDay)
            guard let etag = a.etag else { continue }
            #expect(answers.answer(path: SampleAnswers.path(board), ifNoneMatch: etag, on: someDay).status == 304)
            let later = answers.answer(path: SampleAnswers.path(board), ifNoneMatch: etag, on: someDay + 3)
            let same =
                wholeMarket.open(board: board.number, on: someDay)
                == wholeMarket.open(board: board.number, on: someDay + 3)
            if board.trouble(on: someDay + 3) == nil { #expect((later.status == 304) == same) }
            if same { unchanged += 1 } else { changed += 1 }
        }
        #expect(unchanged > 20)
        #expect(changed > 20)
    }

    @Test func `a board that joins late is not there before`() throws {
        let late = try #require(wholeMarket.boards.first { $0.id == wholeMarket.truth.lateBoard })
        #expect(answers.answer(path: SampleAnswers.path(late), on: late.joins + -1).status == 404)
        #expect(answers.answer(path: SampleAnswers.path(late), on: late.joins).status == 200)
        #expect(!answers.boards(at: "", on: late.joins + -1).contains { $0.id == late.id })
    }
}

@Suite struct `Hostile and broken answers are named states` {
    @Test func `each trouble of a board ends in a fault or an alarm, never in an empty board`() throws {
        var seen = Set<Trouble.Kind>()
        for board in wholeMarket.boards {
            for trouble in board.troubles {
                let polled = try #require(
                    answers.boards(at: "http://127.0.0.1:9", on: trouble.from).first { $0.id == board.id })
                let answer = answers.answer(path: SampleAnswers.path(board), on: trouble.from)
                seen.insert(trouble.kind)
                switch trouble.kind {
                case .serverError: #expect(answer.status == 500)
                case .stalls: #expect(answer.stalls)
                case .emptied:
                    // The answer itself is well formed: only its volume can tell, and that is the poller's to notice.
                    #expect(try SourceCatalog.listing(answer.body, at: AnswerPlace(board: polled)).documents.isEmpty)
                default:
                    #expect(throws: Fault.self, "\(trouble.kind)") {
                        _ = try SourceCatalog.listing(
                            answer.body, at: AnswerPlace(board: polled, contentType: answer.type))
                    }
                }
            }
        }
        #expect(seen == Set(Trouble.Kind.allCases))
    }

    @Test func `each flawed posting is read harmlessly or refused by name`() throws {
        var read: [String] = []
        var refused: [String] = []
        for posting in wholeMarket.postings {
            guard let flaw = posting.flaw else { continue }
            let board = wholeMarket.boards[posting.board]
            let polled = Board(id: board.id, kind: board.kind, address: "http://127.0.0.1:9/x", company: board.name)
            let day = min(posting.first + 1, sampleEnd)
            let answer = answers.answer(path: SampleAnswers.path(board), on: day)
            let listing = try SourceCatalog.listing(
                answer.body, at: AnswerPlace(board: polled, contentType: answer.type))
            let documents = try listing.documents.map {
                try SourceCatalog.posting(from: $0.bytes, board: polled, externalID: $0.externalID)
            }
            #expect(
                documents.allSatisfy {
                    !CleanText.hasBidi($0.title ?? "") && ($0.title ?? "").utf8.count <= SourceLimits.line
                })
            #expect(documents.allSatisfy { ($0.posted?.civil.year ?? 2024) >= 2000 })
            #expect(listing.rejected.count + listing.documents.count > 0)
            let named: [Flaw: String] = [.hiddenText: "hidden-text", .bidi: "bidi", .ancientDate: "date-refused"]
            if let name = named[flaw] {
                #expect(listing.flags.contains(name), "\(flaw) on \(board.id): \(listing.flags)")
            }
            if listing.rejected.isEmpty { read.append(flaw.rawValue) } else { refused.append(flaw.rawValue) }
        }
        #expect(read.count + refused.count == Flaw.allCases.count)
        print("flawed postings: \(read.count) read, \(refused.count) beside refused ones")
    }
}

@Suite struct `The sample market speaks the taxonomy's words` {
    @Test func `each skill exists under its id, and each spelling is found`() throws {
        for skill in SkillBook.all {
            let entry = Taxonomy.standard.skill(id: skill.id)
            #expect(entry != nil, "no skill \(skill.id) in the taxonomy")
            for spelling in skill.spellings {
                #expect(
                    Taxonomy.standard.skill(named: spelling)?.id == skill.id,
                    "\(spelling): \(Taxonomy.standard.skill(named: spelling)?.id ?? "-")")
            }
        }
    }
}
