import Taxonomy
import Testing

/// Links to O*NET lead from skills that exist, and some that everybody knows have one.
@Suite struct ONetTests {
    @Test func `each link leads from a skill`() {
        let ids = Set(Taxonomy.standard.skills.map(\.id))
        #expect(ONetLinks.byID.count > 400)
        let stray = ONetLinks.byID.keys.filter { !ids.contains($0) }
        #expect(stray.isEmpty, "\(stray)")
        #expect(ONetLinks.byID.values.allSatisfy { $0.commodity.count == 8 && !$0.example.isEmpty })
    }

    @Test(arguments: [("git", "Git"), ("perl", "Perl"), ("sharepoint", "Microsoft SharePoint")])
    func `a known skill has its link`(_ id: String, _ example: String) {
        #expect(Taxonomy.standard.skill(id: id)?.onet?.example == example)
    }
}
