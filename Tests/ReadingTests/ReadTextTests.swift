import Base
import Reading
import Testing

@Suite struct ReadTextTests {
    private func sentences(_ s: String) -> [String] {
        let bytes = Array(s.utf8)
        let line = Line(span: ByteSpan(0, bytes.count), kind: .paragraph, section: .none)
        let text = ReadText(bytes: bytes, lines: [line])
        return text.sentences(in: line).map(text.words)
    }

    @Test(arguments: [
        ("We use Node.js and Go. You know Rust.", ["We use Node.js and Go.", "You know Rust."]),
        ("Tools, e.g. Jira, i.e. tickets. No PHP!", ["Tools, e.g. Jira, i.e. tickets.", "No PHP!"]),
        ("Acme Inc. Berlin pays 3.5k. Apply", ["Acme Inc. Berlin pays 3.5k.", "Apply"]),
        ("Was? (Wir auch.) Gut.", ["Was?", "(Wir auch.)", "Gut."]),
        ("one", ["one"]), ("", []), ("...", ["..."]), ("a.", ["a."]),
        ("Kenntnisse, z.B. Java, nötig. Über uns", ["Kenntnisse, z.B. Java, nötig.", "Über uns"]),
    ])
    func `sentences end where a reader would end them`(_ text: String, _ expected: [String]) {
        #expect(sentences(text) == expected)
    }
}
