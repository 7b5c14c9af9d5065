import Taxonomy
import Testing

@Suite struct MisspellingTests {
    private func meant(_ word: String) -> String? {
        var copy = Array(word.utf8)
        return copy.withUnsafeMutableBufferPointer { b in
            Taxonomy.standard.misspellings.skill(for: UnsafeBufferPointer(b)).map {
                Taxonomy.standard.skills[Int($0)].name
            }
        }
    }

    @Test(arguments: [
        ("Kuberntes", "Kubernetes"), ("kubernettes", "Kubernetes"), ("Terrafrom", "Terraform"), ("Pyhton", "Python"),
        ("Postgress", "PostgreSQL"), ("Javascrip", "JavaScript"), ("Djamgo", "Django"),
    ])
    func `one letter wrong, missing, too much or changed about`(word: String, name: String) {
        #expect(meant(word) == name)
    }

    @Test(arguments: ["Kubernetes", "docket", "clutter", "magenta", "Kbrntes", "Pythagoras", "reacts", ""])
    func `the name itself, words, and what lies farther are none`(word: String) { #expect(meant(word) == nil) }

    @Test func `an empty table knows nothing`() {
        var word = Array("Pyhton".utf8)
        word.withUnsafeMutableBufferPointer { b in #expect(Misspellings().skill(for: UnsafeBufferPointer(b)) == nil) }
    }
}
