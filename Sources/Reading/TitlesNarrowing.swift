import Base
import Taxonomy

/// What a text says of a role whose title is general (codebook R1): "Software Engineer … you will build our iOS app".
enum TitleNarrowing {
    /// In a short text any field named counts; in a long one only a role named with its field ("a founding backend
    /// engineer"), since long ads name every field of the firm.
    static func family(_ body: borrowing FactText, _ start: Int, from general: RoleFamily) -> RoleFamily? {
        let count = body.tokens.count - start
        if count <= 0 { return nil }
        if count <= 60 { return byWords(body, start, general) }
        return general == .software ? byPhrase(body) : nil
    }

    /// A solutions architect who helps to sell is no architect of systems (the table's "not pre-sales").
    static func isPresales(_ title: borrowing FactText, _ body: borrowing FactText, _ start: Int) -> Bool {
        guard title.tokens.contains(where: { $0.hash == solution || $0.hash == solutions }) else { return false }
        var count = 0
        for t in body.tokens[start...] {
            switch selling.value(t.hash) {
            case 1: count += 1
            case 2: return true
            default: break
            }
        }
        return count >= 3
    }
    private static let solution = FactText.hash("solution"), solutions = FactText.hash("solutions")
    private static let selling = WordMarks(["sales account accounts prospects pipeline quota": 1, "presales": 2])

    private static let families: [RoleFamily] = [
        .unknown, .mobile, .game, .platform, .embedded, .frontend, .backend, .fullstack, .dataEngineer, .ml, .security,
        .qa, .dba,
        .network, .support,
    ]
    private static let words = WordMarks([
        "ios android iphone ipad mobile smartphone mobilapp": 1,
        "game games gameplay gaming spiel spiele jeu jeux juego juegos spel shader shaders": 2,
        "devops sre clusters cluster kubernetes pipelines infrastructure terraform deployments servers cloud": 3,
        "firmware microcontroller microcontrollers robot robots robotics sensors fpga rtos steuergerate": 4,
        "frontend react css browser ui website websites webbsida": 5,
        "backend apis api server microservices services datenbanken": 6,
        "fullstack": 7,
        "warehouse etl dbt spark airflow": 8,
        "models neural training llm llms inference": 9,
        "vulnerabilities pentests threat threats": 10,
    ])

    private static func byWords(_ body: borrowing FactText, _ start: Int, _ general: RoleFamily) -> RoleFamily? {
        var count = [Int](repeating: 0, count: families.count)
        for t in body.tokens[start...] { count[Int(words.value(t.hash) & 15)] += 1 }
        count[0] = 0
        guard let most = count.max(), most > 0, let k = count.firstIndex(of: most) else { return nil }
        // Words like "testing" make no role of a title that names none.
        return general == .unknown ? nil : families[k]
    }

    /// What a long text says of the person sought: "looking for a … backend engineer", "as our iOS developer you",
    /// "you own projects across the entire stack".
    private static func byPhrase(_ body: borrowing FactText) -> RoleFamily? {
        var whole: RoleFamily?
        for i in 0..<body.tokens.count {
            let v = search.value(body.tokens[i].hash)
            if v == 0 { continue }
            if v == 2 {
                if whole == nil, saysWholeStack(i, body) { whole = .fullstack }
                continue
            }
            if let f = named(after: i, reach: v == 4 ? 6 : 10, body) { return f }
        }
        return whole
    }

    /// The family of the role that the words after a token name.
    private static func named(after i: Int, reach: Int, _ body: borrowing FactText) -> RoleFamily? {
        let s = body.sentence(of: i)
        var k = i + 1
        while k < s.upperBound, k < i + reach {
            defer { k += 1 }
            guard roles.value(body.tokens[k].hash) != 0 else { continue }
            var end = k
            if k + 1 < s.upperBound, body.tokens[k + 1].gap.contains(.open) {
                end = min(k + 4, s.upperBound - 1)
                while end > k + 1, body.tokens[end].gap.contains(.close) { end -= 1 }
            }
            let f = TitleReader.family(of: FactText(body.written(body.span(i + 1, end))))
            return f != .unknown && f != .software && f != .notIT && f.isIT ? f : nil
        }
        return nil
    }

    /// "Across the entire stack", "both frontend and backend", "full-stack engineer" in a sentence to or of the person.
    private static func saysWholeStack(_ i: Int, _ body: borrowing FactText) -> Bool {
        let s = body.sentence(of: i)
        let t = body.tokens[i].hash
        let before = max(s.lowerBound, i - 4)..<i
        let isWhole =
            t == stack && before.contains { wholes.value(body.tokens[$0].hash) != 0 }
            || t == fullstack
            || t == backend && before.contains { body.tokens[$0].hash == frontend }
            || t == frontend && before.contains { body.tokens[$0].hash == backend }
        return isWhole && s.contains { persons.value(body.tokens[$0].hash) != 0 }
    }
    private static let stack = FactText.hash("stack"), fullstack = FactText.hash("fullstack")
    private static let backend = FactText.hash("backend"), frontend = FactText.hash("frontend")
    private static let wholes = WordMarks(["entire whole full across ganzen toute todo": 1])
    private static let persons = WordMarks([
        "you youll role position engineer engineers developer developers generalist looking du sie vous tu voce je ihr dein your":
            1
    ])
    private static let search = WordMarks([
        "looking hiring seeking recruiting suchen cherchons recherchons buscamos soker zoeken procuramos": 1,
        "stack fullstack backend frontend": 2,
        "as als comme como som": 4,
    ])
    private static let roles = WordMarks([
        "engineer engineers developer developers programmer entwickler developpeur desarrollador utvecklare ontwikkelaar desenvolvedor":
            1
    ])
}
