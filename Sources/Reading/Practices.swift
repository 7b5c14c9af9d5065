import Base
import Taxonomy

/// What is known of a sentence before the model is asked.
struct PracticeFinding {
    /// By phrases of its words.
    var phrased = PracticeSet()
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
    var keep: Int
    /// To say what the phrases did not.
    var add: Int
    static let brief = PracticeLimits(keep: -50, add: -50)
    static let long = PracticeLimits(keep: -100, add: -12)

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
}

/// The best proof so far of each practice: the lowest rank, then the shortest, then the first.
struct PracticeChoice {
    private(set) var spans = Array<(rank: Int, span: ByteSpan)?>(repeating: nil, count: Practice.allCases.count)

    mutating func offer(_ p: Practice, _ span: ByteSpan, rank: Int) {
        let old = spans[Int(p.rawValue)]
        if old.map({ (rank, span.count, span.start) < ($0.rank, $0.span.count, $0.span.start) }) ?? true {
            spans[Int(p.rawValue)] = (rank, span)
        }
    }
}

extension Reader {
    /// In longer texts things are called by their names; everyday words count only in a text of so many sentences.
    static let briefText = 6

    /// The practices that the posting asks of the person (codebook 2), each with the shortest sentence that proves it:
    /// what the phrases find and the model does not doubt, and what the model is sure of without them.
    func practices(
        _ scratch: borrowing Scratch, _ text: ReadText, _ views: [SentenceView], _ facts: Facts
    ) -> [PracticeEvidence] {
        let findings = phraseFindings(scratch, views, facts)
        var best = PracticeChoice()
        let isBrief = scratch.sentences.count <= Self.briefText
        let limits = isBrief ? PracticeLimits.brief : .long
        modelWords.lend { words in
            for unit in units(scratch, views, findings, isBrief: isBrief) {
                let phrased = unit.sentences.reduce(PracticeSet()) { $0.union(findings[$1].phrased) }
                let view = views[unit.sentences.lowerBound]
                guard PracticeLimits.isOpen(view) else {
                    for p in phrased.practices { offer(p, unit, &best, findings, scratch) }
                    continue
                }
                let mayAdd = isBrief || PracticeLimits.mayAdd(view)
                guard mayAdd || !phrased.isEmpty else { continue }
                let scores = model.scores(unit, scratch, &words)
                for p in Practice.allCases where mayAdd || phrased.contains(p) {
                    if scores.sureness(p) >= (phrased.contains(p) ? limits.keep : limits.add) {
                        offer(p, unit, &best, findings, scratch)
                    }
                }
            }
        }
        for (i, finding) in findings.enumerated() {
            let isTop = views[i].kind == .title || views[i].section == .header
            for p in finding.named.practices { best.offer(p, scratch.sentences[i].span, rank: 1) }
            for p in finding.titled.practices { best.offer(p, scratch.sentences[i].span, rank: isTop ? 2 : 1) }
        }
        return Practice.allCases.compactMap { p in
            best.spans[Int(p.rawValue)].map { PracticeEvidence(practice: p, span: $0.span) }
        }
    }

    /// Offers the sentence of a unit in which phrases found the practice, or else all of the unit.
    private func offer(
        _ p: Practice, _ unit: PracticeUnit, _ best: inout PracticeChoice, _ findings: [PracticeFinding],
        _ scratch: borrowing Scratch
    ) {
        var isFound = false
        for i in unit.sentences where findings[i].phrased.contains(p) {
            best.offer(p, scratch.sentences[i].span, rank: 0)
            isFound = true
        }
        guard !isFound else { return }
        let (a, b) = (
            scratch.sentences[unit.sentences.lowerBound].span, scratch.sentences[unit.sentences.upperBound - 1].span
        )
        best.offer(p, ByteSpan(Int(a.start), Int(b.end)), rank: 0)
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
                        hit.note != families.abroadNote || facts.language != "en", !isSuppressed(hit, p, negative)
                    else { continue }
                    out[i].phrased.insert(PracticeSet([p]))
                case .title(let p):
                    guard isRole, !isTitleSuppressed(hit, p, negative) else { continue }
                    out[i].titled.insert(PracticeSet([p]))
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
            let skill = taxonomy.skills[Int(m.skill)]
            for p in Self.implied[skill.id] ?? Self.implied(by: skill) { out[s].named.insert(PracticeSet([p])) }
        }
    }

    private static func implied(by skill: Skill) -> [Practice] {
        switch skill.kind {
        case .cloud: [.infrastructure]
        default: []
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
