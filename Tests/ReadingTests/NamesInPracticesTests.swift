import Reading
import Taxonomy
import Testing

@Suite struct NamesInPracticesTests {
    /// A misspelled id would prove nothing, silently.
    @Test func `every skill that asks for a practice exists`() {
        for id in Reader.implied.keys.sorted() { #expect(Taxonomy.standard.skill(id: id) != nil, "no skill \(id)") }
    }
}
