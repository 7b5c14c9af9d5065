/// The position of a skill in `Taxonomy.skills`: what mentions and columns hold. Stable within one taxonomy version
/// only; what is written to disk beside it is the table of ids.
package typealias SkillIndex = UInt16

package enum SkillKind: String, Sendable, CaseIterable {
    case language, framework, library, database, queue, cloud, service, platform, os, tool, proto = "protocol", format
    case standard, method, certification, hardware, product
}

/// What kind of knowledge a skill is, the two bars of a person and of a role.
package enum SkillCategory: String, Sendable, CaseIterable { case technical, operational }

package struct Skill: Sendable {
    package var index: SkillIndex
    /// Never changes its meaning: `kubernetes`, `amazon-s3`, `c-sharp`.
    package var id: String
    /// The maker's spelling: Kubernetes, Amazon S3, C#.
    package var name: String
    package var kind: SkillKind
    package var category: SkillCategory
    /// The practice that it serves most, if one.
    package var practice: Practice?
    /// The name and all other spellings, each with the rule that says when it counts.
    package var spellings: [Spelling]
    /// Where the entry comes from, or why it is here.
    package var source: String

    package init(
        index: SkillIndex, id: String, name: String, kind: SkillKind, category: SkillCategory,
        practice: Practice? = nil,
        spellings: [Spelling], source: String
    ) {
        self.index = index
        self.id = id
        self.name = name
        self.kind = kind
        self.category = category
        self.practice = practice
        self.spellings = spellings
        self.source = source
    }

    /// A skill whose spellings all count in any case, for rooms that make their own.
    package init(
        index: SkillIndex, id: String, name: String, kind: SkillKind, category: SkillCategory,
        practice: Practice? = nil,
        aliases: [String] = [], source: String
    ) {
        self.init(
            index: index, id: id, name: name, kind: kind, category: category, practice: practice,
            spellings: ([name] + aliases).map { Spelling($0) }, source: source)
    }

    /// All other spellings, as people write them.
    package var aliases: [String] { spellings.dropFirst().filter(\.isWhole).map(\.text) }
}
