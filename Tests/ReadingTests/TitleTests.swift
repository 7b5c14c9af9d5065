import Base
import Reading
import Sources
import Taxonomy
import Testing

/// Rows of a table written as text: columns parted by bars, one case a line.
func rows(_ table: String, columns: Int) -> [[String]] {
    table.split(separator: "\n").map { line in
        var parts = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingBlanks }
        while parts.count < columns { parts.append("") }
        return parts
    }
}

extension Substring {
    var trimmingBlanks: String {
        var s = self
        while s.first == " " { s = s.dropFirst() }
        while s.last == " " { s = s.dropLast() }
        return String(s)
    }
}

/// A text as the reader of facts is given it: an optional location line, then the body.
func factText(_ body: String, location: String = "") -> ReadText {
    var bytes = Array(location.utf8)
    var lines: [Line] = []
    if !bytes.isEmpty { lines.append(Line(span: ByteSpan(0, bytes.count), kind: .location, section: .location)) }
    bytes += [10, 10]
    let start = bytes.count
    bytes += Array(body.utf8)
    if !body.isEmpty { lines.append(Line(span: ByteSpan(start, bytes.count), kind: .paragraph, section: .none)) }
    return ReadText(bytes: bytes, lines: lines, bodyStart: start)
}

@Suite struct TitleTests {
    @Test(arguments: rows(TitleTests.table, columns: 3))
    func `a title gives its family and level`(_ row: [String]) {
        let (family, level) = TitleReader.classify(row[0])
        #expect(family.id == row[1], "\(row[0])")
        if row[2] != "-" { #expect(level.id == row[2], "\(row[0])") }
    }

    @Test(arguments: [
        ("Software Engineer", "You build our iOS app.", "mobile", "unstated"),
        ("Developer", "Our studio makes a puzzle game; you write its gameplay.", "game", "unstated"),
        ("Backend Engineer", "We are looking for a senior engineer.", "backend", "senior"),
        ("Data Engineer", "At least six years of experience.", "data-engineer", "senior"),
        ("Data Engineer", "One year of experience is enough.", "data-engineer", "junior"),
        ("Gardener", "You bring five years of experience.", "not-it", "senior"),
    ])
    func `the text narrows a general title and states a level`(
        _ title: String, _ text: String, _ family: String, _ level: String
    ) {
        let found = TitleReader.classify(title, text: text)
        #expect(found.family.id == family)
        #expect(found.seniority.id == level)
    }

    @Test func `a forum post gives each role of its header and lists`() {
        let header = "Acme | Senior Backend Engineer, Data Scientist | Oslo | REMOTE\n\nWe build maps."
        #expect(TitleReader.roles(lines(header), nil).map(\.family.id) == ["backend", "data-scientist"])
        let list =
            "Acme | Multiple roles | Oslo\nWe are hiring:\nStaff Engineer - https://a.example\nProduct Designer: shape it\nHappy hour on Fridays"
        let roles = TitleReader.roles(lines(list), nil)
        #expect(roles.map(\.family.id) == ["software", "designer"])
        #expect(roles.first?.seniority == .staff)
    }

    @Test(arguments: [
        ("Acme | Backend, Platform & Mobile Engineers | Graz | REMOTE", ["backend", "platform", "mobile"]),
        ("Acme | Senior Engineers (Frontend, Data Platform) | Graz", ["frontend", "data-engineer"]),
        ("Acme | https://acme.example/web-developer | Firmware Engineer | Graz", ["embedded"]),
        ("Acme | senior android developer | graz", ["mobile"]),
        ("Acme | Product | REMOTE | Full-time", ["product-manager"]),
        (
            "Acme — Graz (ONSITE) — Full-time\n\nWe want to hire two data engineers, a UX designer and testers.",
            ["data-engineer", "designer", "qa"]
        ),
        (
            "Acme is hiring for several roles\n\n* iOS Engineer (Graz): https://a.example\n* Security Engineer / Research Engineer",
            ["mobile", "security", "research"]
        ),
        (
            "Acme | Several roles | Graz\n\nOpen roles: Site Reliability Engineer, Product Manager",
            ["platform", "product-manager"]
        ),
    ])
    func `a post without a title names its roles in many ways`(_ post: String, _ families: [String]) {
        #expect(TitleReader.roles(lines(post), nil).map(\.family.id) == families)
    }

    @Test func `a long text narrows a general title by what it says of the person`() {
        let rest = String(repeating: "We make maps and sell them to towns and farms. ", count: 12)
        let whole = "You own features across the entire stack. "
        #expect(TitleReader.classify("Software Engineer", text: whole + rest).family == .fullstack)
        #expect(
            TitleReader.classify("Software Engineer", text: "As our iOS developer you know Swift. " + rest).family
                == .mobile)
        #expect(TitleReader.classify("Software Engineer", text: rest).family == .software)
        #expect(
            TitleReader.classify("Software Engineer", text: "We look for an engineer (senior or above). " + rest)
                .seniority == .senior)
    }

    /// Each line of the text as a paragraph.
    private func lines(_ s: String) -> ReadText {
        let bytes = Array(s.utf8)
        var lines: [Line] = []
        var start = 0
        for part in s.split(separator: "\n", omittingEmptySubsequences: false) {
            let end = start + part.utf8.count
            if end > start { lines.append(Line(span: ByteSpan(start, end), kind: .paragraph, section: .none)) }
            start = end + 1
        }
        return ReadText(bytes: bytes, lines: lines, bodyStart: 0)
    }

    static let table = """
        Senior Backend Engineer (Go) | backend | senior
        Platform Engineer II, Observability | platform | mid
        Site Reliability Engineer III | platform | senior
        Principal Software Architect | cloud-architect | staff
        Staff Nurse, ICU | not-it | -
        Chief of Staff to the CTO | not-it | -
        Head Chef | not-it | -
        Head of Data Engineering | engineering-manager | director
        VP of Engineering | engineering-manager | director
        Director, Software Engineering | engineering-manager | director
        Team Lead Backend | backend | lead
        Lead Generation Specialist | not-it | -
        Lead iOS Developer | mobile | lead
        Associate Software Engineer | software | junior
        Software Engineer (Associate) | software | unstated
        Associate Director of Product | product-manager | director
        Entry-Level QA Analyst | qa | junior
        New Grad Software Engineer 2026 | software | junior
        Software Engineering Intern | software | intern
        Internal Tools Engineer | software | unstated
        Mid-level React Developer | frontend | mid
        Senior/Staff Frontend Engineer | frontend | senior
        Full-Stack Engineer (Ruby/React) | fullstack | unstated
        Full Stack Web Developer | fullstack | unstated
        Java Developer | software | unstated
        Golang Engineer, Payments | software | unstated
        Android Engineer, Growth | mobile | unstated
        React Native Developer | mobile | unstated
        Firmware Engineer | embedded | unstated
        Mechanical Engineer | not-it | -
        Senior Electrical Engineer | not-it | -
        Civil Engineer - Roads | not-it | -
        Process Engineer | not-it | -
        Sales Engineer | solutions | unstated
        Account Executive | not-it | -
        Technical Account Manager | solutions | unstated
        Customer Success Manager | not-it | -
        Customer Success Engineer | solutions | unstated
        Solutions Architect | cloud-architect | unstated
        Solutions Architect (Pre-Sales) | solutions | unstated
        Enterprise Architect | cloud-architect | unstated
        Landscape Architect | not-it | -
        Interior Designer | not-it | -
        Product Designer | designer | unstated
        UX Researcher | designer | unstated
        Security Guard | not-it | -
        Information Security Officer | security | unstated
        SOC Analyst | security | unstated
        Penetration Tester | security | unstated
        Software Engineer - Security | security | unstated
        Data Scientist, Pricing | data-scientist | unstated
        Machine Learning Engineer | ml | unstated
        Research Scientist, NLP | research | unstated
        Analytics Engineer | data-engineer | unstated
        BI Developer | data-engineer | unstated
        Business Analyst | analyst | unstated
        Financial Analyst | not-it | -
        Credit Risk Analyst | not-it | -
        Database Administrator | dba | unstated
        Oracle DBA | dba | unstated
        Linux Systems Administrator | sysadmin | unstated
        IT Administrator | sysadmin | unstated
        Office Administrator | not-it | -
        Helpdesk Technician | support | unstated
        Second Line Support Engineer | support | unstated
        IT Manager | it-ops-manager | manager
        IT Service Manager | it-ops-manager | manager
        Senior Product Manager, Platform | product-manager | senior
        Product Owner | product-manager | unstated
        Technical Program Manager | project-manager | unstated
        Scrum Master | project-manager | unstated
        Construction Project Manager | not-it | -
        Store Manager | not-it | -
        Marketing Manager | not-it | -
        Technical Writer | other-it | unstated
        Salesforce Developer | software | unstated
        Network Engineer | network | unstated
        Senior Network Security Engineer | security | senior
        Game Designer | designer | unstated
        Gameplay Programmer | game | unstated
        Unreal Engine Developer | game | unstated
        Cloud Engineer | platform | unstated
        DevOps Lead | platform | lead
        Release Engineer | platform | unstated
        Distributed Systems Engineer | backend | unstated
        Chef de projet informatique | project-manager | unstated
        Chef de cuisine | not-it | -
        Ingénieur logiciel senior | software | senior
        Ingénieur DevOps | platform | unstated
        Développeur front-end | frontend | unstated
        Administrateur réseau | network | unstated
        Technicien support informatique | support | unstated
        Stagiaire développeur web | frontend | intern
        Technicien de maintenance | not-it | -
        Agent de sécurité | not-it | -
        Architecte logiciel | cloud-architect | unstated
        Architecte d'intérieur | not-it | -
        Softwareentwickler (m/w/d) | software | unstated
        Senior Softwareentwicklerin | software | senior
        Junior Java-Entwickler | software | junior
        Systemadministrator (w/m/d) | sysadmin | unstated
        Fachinformatiker Systemintegration | sysadmin | unstated
        IT-Leiter | it-ops-manager | director
        Projektleiter IT | project-manager | unstated
        Bauleiter Hochbau | not-it | -
        Werkstudent Softwareentwicklung | software | intern
        Praktikum Data Science | data-scientist | intern
        Datenbankadministrator | dba | unstated
        Netzwerkadministrator | network | unstated
        Testautomatisierer | qa | unstated
        Sicherheitsmitarbeiter | not-it | -
        IT-Sicherheitsbeauftragter | security | unstated
        Pflegefachkraft | not-it | -
        Teamleiter Softwareentwicklung | tech-lead | lead
        Ingeniero de software | software | unstated
        Ingeniero civil | not-it | -
        Desarrolladora backend senior | backend | senior
        Desarrollador Full Stack | fullstack | unstated
        Administrador de sistemas | sysadmin | unstated
        Administrador de fincas | not-it | -
        Analista de datos | analyst | unstated
        Jefe de proyecto | project-manager | unstated
        Técnico de soporte | support | unstated
        Científico de datos | data-scientist | unstated
        Camarero | not-it | -
        Systemutvecklare | software | unstated
        Frontendutvecklare | frontend | unstated
        Säljare | not-it | -
        Projektledare IT | project-manager | unstated
        IT-tekniker | support | unstated
        Utvecklingschef | engineering-manager | manager
        Sjuksköterska | not-it | -
        Butikschef | not-it | -
        Systeembeheerder | sysadmin | unstated
        Medior Java ontwikkelaar | software | mid
        Netwerkbeheerder | network | unstated
        Functioneel beheerder | sysadmin | unstated
        Vrachtwagenchauffeur | not-it | -
        Desenvolvedor backend pleno | backend | mid
        Analista de sistemas | analyst | unstated
        Engenheiro de dados sênior | data-engineer | senior
        Engenheiro civil | not-it | -
        Estagiário de TI | other-it | intern
        Founding Engineer | software | unstated
        Member of Technical Staff | software | unstated
        Forward Deployed Engineer | solutions | unstated
        Developer Advocate | solutions | unstated
        QA Automation Engineer | qa | unstated
        Quality Control Inspector | not-it | -
        Flight Test Engineer | not-it | -
        Robotics Software Engineer | embedded | unstated
        Electrician Apprentice | not-it | -
        Warehouse Operator | not-it | -
        Computer Scientist | research | unstated
        CNC Programmer | not-it | -
        TV Programmer, evening shows | not-it | -
        Platform Supervisor, railway | not-it | -
        Cloud Security Architect | security | unstated
        Data Entry Clerk | not-it | -
        Data Protection Officer | security | unstated
        Web Editor | not-it | -
        Server, fine dining | not-it | -
        Network Marketing Representative | not-it | -
        Desktop Publisher | not-it | -
        Engineering Manager - Data Platform | engineering-manager | manager
        Senior Manager, Software Engineering | engineering-manager | manager
        CTO / Co-founder | engineering-manager | director
        Tech Lead (Python) | tech-lead | lead
        Lead Engineer | tech-lead | lead
        Staff Machine Learning Engineer | ml | staff
        Distinguished Engineer | software | staff
        Support Staff, canteen | not-it | -
        Payroll Software Engineer | software | unstated
        Product Manager, Growth | product-manager | unstated
        Software Engineer, Backend Infrastructure | platform | unstated
        Software Engineer - Infrastructure, Machine Learning | platform | unstated
        Software Engineer, AI Toolbox | software | unstated
        Data Engineer, Staff | data-engineer | staff
        Solutions Engineer - Communications | solutions | unstated
        Acme Finance - Backend Engineer | backend | unstated
        Bakery Team Leader, night shift | not-it | -
        Systems Engineer (Ventilation) | not-it | -
        Land Developer | not-it | -
        TL, Payments | tech-lead | lead
        PO - Search | product-manager | unstated
        Quality Engineer - welding | not-it | -
        Sourcing Analyst | not-it | -
        Director, Business Development | not-it | -
        ML Platform Engineer | platform | unstated
        SQL Server Operations Engineer | dba | unstated
        IT Operations Engineer | sysadmin | unstated
        Sales Engineer, pumps and valves | not-it | -
        IT Support, brewery | support | unstated
        Firmware Engineer, wheelchairs | embedded | unstated
        Senior FPGA Design Engineer | embedded | senior
        Ingénieure données senior | data-engineer | senior
        Software Engineer, Assistant Vice President | software | unstated
        Vice President, Software Engineering | engineering-manager | director
        Full Stack Engineer, Security Analytics | fullstack | unstated
        Desarrollador de videojuegos | game | unstated
        AI Data Trainer, Danish | not-it | -
        """
}
