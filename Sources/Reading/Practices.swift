import Base
import Taxonomy

extension Reader {
    /// In longer texts things are called by their names; everyday words count only in a text of so many sentences.
    static let briefText = 6

    /// The practices that the posting asks of the person (codebook 2), each with the shortest sentence that proves it.
    func practices(_ scratch: Scratch, _ text: ReadText, _ views: [SentenceView], _ facts: Facts) -> [PracticeEvidence]
    {
        var best = Array<(rank: Int, span: ByteSpan)?>(repeating: nil, count: Practice.allCases.count)
        func offer(_ p: Practice, _ span: ByteSpan, rank: Int) {
            let old = best[Int(p.rawValue)]
            if old.map({ (rank, span.count, span.start) < ($0.rank, $0.span.count, $0.span.start) }) ?? true {
                best[Int(p.rawValue)] = (rank, span)
            }
        }
        var negative: [(kind: Families.Kind, tokens: ClosedRange<Int>)] = []
        for (i, s) in scratch.sentences.enumerated() {
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
                    guard counts(hit, view, s, isBrief: scratch.sentences.count <= Self.briefText),
                        hit.note != families.abroadNote || facts.language != "en", !isSuppressed(hit, p, negative)
                    else { continue }
                    offer(p, s.span, rank: view.kind == .title || view.section == .header ? 1 : 0)
                case .title(let p):
                    guard isRole, !isTitleSuppressed(hit, p, negative) else { continue }
                    offer(p, s.span, rank: view.kind == .title || view.section == .header ? 2 : 1)
                default: break
                }
            }
        }
        fromMentions(facts, scratch, offer)
        return Practice.allCases.compactMap { p in
            best[Int(p.rawValue)].map { PracticeEvidence(practice: p, span: $0.span) }
        }
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
    private func fromMentions(_ facts: Facts, _ scratch: Scratch, _ offer: (Practice, ByteSpan, Int) -> Void) {
        var s = 0
        for m in facts.mentions {
            while s < scratch.sentences.count, scratch.sentences[s].span.end <= m.span.start { s += 1 }
            guard s < scratch.sentences.count else { return }
            guard m.status.isAsked else { continue }
            let skill = taxonomy.skills[Int(m.skill)]
            for p in Self.implied[skill.id] ?? Self.implied(by: skill) { offer(p, scratch.sentences[s].span, 1) }
        }
    }

    private static func implied(by skill: Skill) -> [Practice] {
        switch skill.kind {
        case .cloud: [.infrastructure]
        default: []
        }
    }

    /// Skills whose being asked asks for a practice by the codebook's definitions.
    static let implied: [String: [Practice]] = {
        var out: [String: [Practice]] = [:]
        func add(_ practices: [Practice], _ ids: String) {
            for id in ids.split(separator: " ") { out[String(id)] = practices }
        }
        add(
            [.infrastructure],
            """
            aws azure google-cloud gcp oracle-cloud digitalocean openstack alibaba-cloud kubernetes docker amazon-eks amazon-ecs gke aks \
            helm openshift vmware proxmox hyper-v rancher nomad cisco juniper bgp ospf mpls dns dhcp windows-server active-directory \
            amazon-ec2 amazon-s3 amazon-rds aws-lambda cloud-run google-kubernetes-engine azure-kubernetes-service istio fortinet \
            palo-alto-networks f5 entra-id intune sccm linkerd citrix podman kustomize docker-compose vxlan evpn ipv6 consul
            """)
        add(
            [.infrastructure, .automation],
            "terraform pulumi cloudformation aws-cloudformation opentofu bicep ansible puppet chef salt crossplane aws-cdk terragrunt packer"
        )
        add(
            [.delivery, .automation],
            "github-actions gitlab-ci jenkins circleci teamcity argo-cd tekton buildkite travis-ci bamboo spinnaker azure-devops flux drone"
        )
        add([.delivery], "git")
        add(
            [.operations],
            "prometheus grafana datadog new-relic splunk opentelemetry pagerduty opsgenie nagios zabbix dynatrace sentry appdynamics icinga jaeger loki cloudwatch amazon-cloudwatch itil honeycomb"
        )
        add(
            [.security],
            "soc-2 hipaa gdpr pci-dss iso-27001 fedramp oauth saml oidc openid-connect nist owasp keycloak okta burp-suite nessus wireshark-security crowdstrike microsoft-sentinel cyberark hitrust ccpa cissp vault"
        )
        add(
            [.data],
            "tableau power-bi looker metabase superset apache-superset google-analytics amplitude mixpanel qlik")
        add([.automation], "selenium cypress playwright appium robot-framework cucumber puppeteer")
        return out
    }()
}
