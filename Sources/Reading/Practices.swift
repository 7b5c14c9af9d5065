import Base
import Taxonomy

/// What is known of a sentence before the model is asked.
struct PracticeFinding {
    /// By phrases of its words.
    var phrased = PracticeSet()
    /// Of these, by phrases that the model may not doubt in a posting.
    var plain = PracticeSet()
    /// By the role that it names (P4).
    var titled = PracticeSet()
    /// By the names that it asks (P2).
    var named = PracticeSet()
    var all: PracticeSet { phrased.union(titled).union(named) }
}

/// How sure the model must be, in 64ths of log-odds. One false sentence in fifty makes a false practice of most long ads, so
/// there it must be surer. Chosen on labelled texts that it did not learn from.
struct PracticeLimits {
    /// To keep what the phrases found.
    var keep: PracticeModel.Sum
    /// To say what the phrases did not.
    var add: PracticeModel.Sum
    /// To say it of a list that does not seem to speak of the person.
    static let addElsewhere = -3

    static let brief = PracticeLimits(keep: -50, add: -50)
    static let long = PracticeLimits(
        keep: row(-100, [.data: -50, .security: -50, .automation: -50]), add: row(-3, [.customer: -40]))

    private init(keep: Int32, add: Int32) {
        self.init(keep: PracticeModel.Sum(repeating: keep), add: PracticeModel.Sum(repeating: add))
    }

    private init(keep: PracticeModel.Sum, add: PracticeModel.Sum) {
        self.keep = keep
        self.add = add
    }

    private static func row(_ usual: Int32, _ others: [Practice: Int32]) -> PracticeModel.Sum {
        var out = PracticeModel.Sum(repeating: usual)
        for (p, limit) in others { out[Int(p.rawValue)] = limit }
        return out
    }

    /// False where sentences follow other rules: titles, headers, notices.
    static func isOpen(_ view: SentenceView) -> Bool {
        switch view.kind {
        case .heading, .title, .location: return false
        case .item, .paragraph: break
        }
        switch view.section {
        case .title, .location, .header, .legal: return false
        case .process, .stack, .benefits: return view.subject == .person
        case .none, .about, .duties, .required, .nice: return true
        }
    }

    /// In a posting, what no phrase asks must at least be said of the person, or in a list.
    static func mayAdd(_ view: SentenceView) -> Bool {
        switch view.subject {
        case .person: return true
        case .neutral: return view.kind == .item
        case .company, .gift, .absent: return false
        }
    }

    /// A list may speak of the person under a heading that nobody understood.
    static func mayAddElsewhere(_ view: SentenceView) -> Bool {
        view.subject == .company && view.kind == .item && [.about, .none, .duties].contains(view.section)
    }
}

/// The best proof so far of each practice: the lowest rank, then the clearest, then the first.
struct PracticeChoice {
    typealias Proof = (rank: Int, weight: Int, span: ByteSpan)
    private(set) var proofs = Array<Proof?>(repeating: nil, count: Practice.allCases.count)

    mutating func offer(_ lane: Int, _ span: ByteSpan, rank: Int, weight: Int) {
        if let old = proofs[lane],
            (old.rank, -old.weight, old.span.start) <= (rank, -weight, span.start)
        {
            return
        }
        proofs[lane] = (rank, weight, span)
    }
}

extension PracticeSet {
    fileprivate static func one(_ p: Practice) -> PracticeSet { PracticeSet(rawValue: 1 << UInt16(p.rawValue)) }
    fileprivate func has(_ lane: Int) -> Bool { rawValue >> UInt16(lane) & 1 != 0 }

    /// Calls for the number of each practice.
    @inline(__always)
    fileprivate func each(_ body: (Int) -> Void) {
        var rest = rawValue
        while rest != 0 {
            body(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }
}

extension Reader {
    /// In longer texts things are called by their names; everyday words count only in a text of so many sentences.
    static let briefText = 6

    /// The practices that the posting asks of the person (codebook 2), each with the sentence that proves it best: what the
    /// phrases find and the model does not doubt, and what the model is sure of without them.
    func practices(
        _ scratch: borrowing Scratch, _ text: ReadText, _ views: [SentenceView], _ facts: Facts,
        _ words: inout PracticeWords
    ) -> [PracticeEvidence] {
        let findings = phraseFindings(scratch, views, facts)
        var best = PracticeChoice()
        let isBrief = scratch.sentences.count <= Self.briefText
        for unit in units(scratch, views, findings, isBrief: isBrief) {
            let found = judge(unit, views[unit.sentences.lowerBound], findings, isBrief: isBrief, scratch, &words)
            found.practices.each { offer($0, Int(found.sums[$0]), unit, views, findings, scratch, &best) }
        }
        for (i, finding) in findings.enumerated() where !finding.named.union(finding.titled).isEmpty {
            let isTop = views[i].kind == .title || views[i].section == .header
            let span = scratch.sentences[i].span
            finding.named.each { best.offer($0, span, rank: 1, weight: -span.count) }
            finding.titled.each { best.offer($0, span, rank: isTop ? 2 : 1, weight: -span.count) }
        }
        return Practice.allCases.compactMap { p in
            best.proofs[Int(p.rawValue)].map { PracticeEvidence(practice: p, span: $0.span) }
        }
    }

    /// What a unit asks for by its phrases and the model, and what the model says of each.
    private func judge(
        _ unit: PracticeUnit, _ view: SentenceView, _ findings: [PracticeFinding], isBrief: Bool,
        _ scratch: borrowing Scratch, _ words: inout PracticeWords
    ) -> (practices: PracticeSet, sums: PracticeModel.Sum) {
        var phrased = PracticeSet()
        var plain = PracticeSet()
        for i in unit.sentences {
            phrased.formUnion(findings[i].phrased)
            plain.formUnion(findings[i].plain)
        }
        guard PracticeLimits.isOpen(view) else { return (phrased, PracticeModel.Sum()) }
        let mayAdd = isBrief || PracticeLimits.mayAdd(view)
        let mayElsewhere = !mayAdd && PracticeLimits.mayAddElsewhere(view)
        guard mayAdd || mayElsewhere || !phrased.isEmpty else { return ([], PracticeModel.Sum()) }
        let limits = isBrief ? PracticeLimits.brief : .long
        let scores = model.scores(unit, scratch, &words)
        let gate = PracticeScores.doubt(Int(scores.sums[PracticeModel.gate]))
        var out = isBrief ? PracticeSet() : plain
        for lane in 0..<PracticeModel.gate where !out.has(lane) {
            let sum = Int(scores.sums[lane])
            let limit: Int
            if phrased.has(lane) {
                limit = Int(limits.keep[lane])
            } else if mayAdd {
                limit = Int(limits.add[lane])
            } else if mayElsewhere {
                limit = PracticeLimits.addElsewhere
            } else {
                continue
            }
            // Sureness is never above the sum.
            if sum >= limit, -PracticeScores.doubt(sum) - gate >= limit {
                out.formUnion(PracticeSet(rawValue: 1 << UInt16(lane)))
            }
        }
        return (out, scores.sums)
    }

    /// Offers the sentence of a unit in which phrases found the practice, or else all of the unit.
    private func offer(
        _ lane: Int, _ sum: Int, _ unit: PracticeUnit, _ views: [SentenceView], _ findings: [PracticeFinding],
        _ scratch: borrowing Scratch, _ best: inout PracticeChoice
    ) {
        var isFound = false
        for i in unit.sentences where findings[i].phrased.has(lane) {
            let span = scratch.sentences[i].span
            var weight = clearness(sum, span, views[i])
            for h in scratch.sentences[i].hits {
                if case .practice(let p) = families.kinds[Int(scratch.hits[h].family)], Int(p.rawValue) == lane {
                    weight += 80
                }
            }
            if findings[i].plain.has(lane) { weight += 100 }
            best.offer(lane, span, rank: 0, weight: weight)
            isFound = true
        }
        guard !isFound else { return }
        let (first, last) = (unit.sentences.lowerBound, unit.sentences.upperBound - 1)
        let span = ByteSpan(Int(scratch.sentences[first].span.start), Int(scratch.sentences[last].span.end))
        best.offer(lane, span, rank: 0, weight: clearness(sum, span, views[first]))
    }

    /// How well a sentence proves: by what the model says, best among the duties, and rather a short one (P5).
    private func clearness(_ sum: Int, _ span: ByteSpan, _ view: SentenceView) -> Int {
        sum + (view.section == .duties ? 150 : 0) - span.count / 3
    }

    /// Sentence by sentence; in a text of one line, the line, for there one sentence explains the other.
    func units(
        _ scratch: borrowing Scratch, _ views: [SentenceView], _ findings: [PracticeFinding], isBrief: Bool
    ) -> [PracticeUnit] {
        func unit(_ range: Range<Int>) -> PracticeUnit {
            PracticeUnit(
                sentences: range,
                tokens: scratch.sentences[range.lowerBound].tokens
                    .lowerBound..<scratch.sentences[range.upperBound - 1].tokens.upperBound,
                subject: views[range.lowerBound].subject,
                found: range.reduce(PracticeSet()) { $0.union(findings[$1].all) })
        }
        let count = scratch.sentences.count
        if isBrief, count > 0, scratch.sentences[0].line == scratch.sentences[count - 1].line {
            return [unit(0..<count)]
        }
        return (0..<count).map { unit($0..<$0 + 1) }
    }

    /// What the phrases, the titles and the asked names of each sentence say.
    func phraseFindings(
        _ scratch: borrowing Scratch, _ views: [SentenceView], _ facts: Facts
    ) -> [PracticeFinding] {
        var out = Array(repeating: PracticeFinding(), count: scratch.sentences.count)
        var negative: [(kind: Families.Kind, tokens: ClosedRange<Int>)] = []
        let isBrief = scratch.sentences.count <= Self.briefText
        let isEnglish = facts.language == "en"
        for i in scratch.sentences.indices {
            let s = scratch.sentences[i]
            let view = views[i]
            negative.removeAll(keepingCapacity: true)
            var hasPractice = false
            for h in s.hits {
                let kind = families.kinds[Int(scratch.hits[h].family)]
                switch kind {
                case .notPractice, .notTitle, .negatedBefore, .negatedAfter, .notNegated:
                    negative.append((kind, scratch.hits[h].tokens))
                case .practice, .title: hasPractice = true
                default: break
                }
            }
            guard hasPractice else { continue }
            let isRole = namesRole(view, s, facts)
            for h in s.hits {
                let hit = scratch.hits[h]
                switch families.kinds[Int(hit.family)] {
                case .practice(let p):
                    guard counts(hit, view, s, isBrief: isBrief),
                        !isEnglish || hit.note != families.abroadNote, !isSuppressed(hit, p, negative)
                    else { continue }
                    out[i].phrased.formUnion(.one(p))
                    if hit.note == families.plainNote { out[i].plain.formUnion(.one(p)) }
                case .title(let p):
                    guard isRole, !isTitleSuppressed(hit, p, negative) else { continue }
                    out[i].titled.formUnion(.one(p))
                default: break
                }
            }
        }
        fromMentions(facts, scratch, &out)
        return out
    }

    /// True if the sentence names a role that the posting offers.
    private func namesRole(_ view: SentenceView, _ s: Sentence, _ facts: Facts) -> Bool {
        if view.kind == .title || view.section == .header { return true }
        return facts.roles.contains { $0.span.map { $0.overlaps(s.span) } ?? false }
    }

    /// P1: does the sentence speak of the person, so that the phrase counts?
    private func counts(_ hit: PhraseHit, _ view: SentenceView, _ s: Sentence, isBrief: Bool) -> Bool {
        if view.kind == .heading || view.kind == .location || view.kind == .title || view.section == .header {
            return false
        }
        if hit.note == families.youNote, !isBrief || !view.addresses || view.subject != .person { return false }
        switch view.subject {
        case .person: return true
        case .absent, .gift: return false
        case .company: return hit.note == families.weNote && view.section != .legal && view.section != .process
        case .neutral:
            return view.kind == .item || hit.tokens.lowerBound - s.tokens.lowerBound <= 2 || s.tokens.count <= 8
        }
    }

    private func isSuppressed(
        _ hit: PhraseHit, _ p: Practice, _ negative: [(kind: Families.Kind, tokens: ClosedRange<Int>)]
    ) -> Bool {
        for n in negative {
            switch n.kind {
            case .notPractice(let q) where q == p && n.tokens.overlaps(hit.tokens): return true
            case .negatedBefore
            where n.tokens.upperBound < hit.tokens.lowerBound && hit.tokens.lowerBound - n.tokens.upperBound <= 3:
                let isHarmless = negative.contains { $0.kind == .notNegated && $0.tokens.overlaps(n.tokens) }
                // "without …" and "instead of …" belong to what is done ("releases without downtime").
                if !isHarmless, n.tokens.upperBound - n.tokens.lowerBound == 0,
                    hit.tokens.lowerBound - n.tokens.upperBound <= 2
                {
                    return true
                }
            default: continue
            }
        }
        return false
    }

    private func isTitleSuppressed(
        _ hit: PhraseHit, _ p: Practice, _ negative: [(kind: Families.Kind, tokens: ClosedRange<Int>)]
    ) -> Bool {
        negative.contains { $0.kind == .notTitle && $0.tokens.overlaps(hit.tokens) && p == .leadership }
    }

    /// P2: a name that is asked counts where a definition names it.
    private func fromMentions(_ facts: Facts, _ scratch: borrowing Scratch, _ out: inout [PracticeFinding]) {
        var s = 0
        for m in facts.mentions {
            while s < scratch.sentences.count, scratch.sentences[s].span.end <= m.span.start { s += 1 }
            guard s < scratch.sentences.count else { return }
            guard m.status.isAsked else { continue }
            out[s].named.formUnion(impliedPractices[Int(m.skill)])
        }
    }

    /// What the asking of each skill asks for.
    static func impliedPractices(_ taxonomy: Taxonomy) -> [PracticeSet] {
        taxonomy.skills.map { skill in
            PracticeSet(implied[skill.id] ?? (skill.kind == .cloud ? [.infrastructure] : []))
        }
    }

    /// Skills whose being asked asks for a practice by the codebook's definitions.
    package static let implied: [String: [Practice]] = {
        var out: [String: [Practice]] = [:]
        func add(_ practices: [Practice], _ ids: String) {
            for id in ids.split(separator: " ") { out[String(id)] = practices }
        }
        add(
            [.infrastructure],
            """
            aws azure google-cloud oracle-cloud digitalocean openstack alibaba-cloud kubernetes docker amazon-eks amazon-ecs gke aks \
            helm openshift vmware proxmox hyper-v rancher nomad cisco juniper bgp ospf mpls dns dhcp windows-server active-directory \
            amazon-ec2 amazon-s3 amazon-rds aws-lambda cloud-run istio fortinet \
            palo-alto-networks f5 entra-id intune sccm linkerd citrix podman kustomize docker-compose vxlan evpn ipv6 consul
            """)
        add(
            [.infrastructure, .automation],
            "terraform pulumi cloudformation opentofu bicep ansible puppet chef salt crossplane aws-cdk terragrunt packer"
        )
        add(
            [.delivery, .automation],
            "github-actions gitlab-ci jenkins circleci teamcity argo-cd tekton buildkite travis-ci bamboo spinnaker azure-devops flux drone-ci"
        )
        add([.delivery], "git")
        add(
            [.operations],
            "prometheus grafana datadog new-relic splunk opentelemetry pagerduty opsgenie nagios zabbix dynatrace sentry appdynamics icinga jaeger loki cloudwatch itil honeycomb"
        )
        add(
            [.security],
            "soc-2 hipaa gdpr pci-dss iso-27001 fedramp oauth saml oidc nist owasp keycloak okta burp-suite nessus crowdstrike microsoft-sentinel cyberark hitrust ccpa cissp vault"
        )
        add(
            [.data],
            "tableau power-bi looker metabase superset google-analytics amplitude mixpanel qlik")
        add([.automation], "selenium cypress playwright appium robot-framework cucumber puppeteer")
        return out
    }()
}
