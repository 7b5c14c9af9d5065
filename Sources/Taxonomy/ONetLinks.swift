/// Where a skill stands among the technology skills of O*NET 30 (CREDITS, `onet`): from `Names/onet.tsv`.
package enum ONetLinks {
    package struct Link: Sendable {
        /// As O*NET writes it.
        package var example: String
        /// UNSPSC commodity code of its group.
        package var commodity: String
    }

    package static let byID: [String: Link] = {
        var out: [String: Link] = [:]
        for row in NameFile.rows("onet.tsv") where row.count == 3 {
            out[row[0]] = Link(example: row[1], commodity: row[2])
        }
        return out
    }()
}

extension Skill {
    package var onet: ONetLinks.Link? { ONetLinks.byID[id] }
}
