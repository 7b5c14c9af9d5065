import Taxonomy

/// What one role family asks for in the sample market: its weight, its titles, the rates of its skills and practices,
/// its pay. Rates are those of the mean employer; each employer has habits of its own around them (`Employer.habit`).
package struct RoleDemand: Sendable {
    package var family: RoleFamily
    /// Share of all openings, relative.
    package var weight: Double
    package var titles: [String]
    /// Chance that an opening names the skill, by its number in `SkillBook`.
    package var skills: [(skill: Int, rate: Double)]
    /// By practice, in the order of `Practice.allCases`: chance that the text asks for it in words.
    package var practices: [Double]
    /// Yearly base pay of a mid-level person in the United States, in thousands.
    package var pay: Double
    /// Chance that an on-call duty is named.
    package var onCall: Double
    /// What the person works on, for neutral duties.
    package var objects: [String]

    package var isIT: Bool { family.isIT }
    /// Its daily work is code or machines, so that "write clear, tested code" may stand in its duties.
    var isEngineering: Bool {
        switch family {
        case .notIT, .designer, .productManager, .projectManager, .analyst, .support, .itOpsManager: false
        default: true
        }
    }
}

extension RoleDemand {
    package static let all: [RoleDemand] = rows.map { row in
        RoleDemand(
            family: row.family, weight: row.weight, titles: list(row.titles), skills: rates(row.skills),
            practices: row.practices.map { $0 / 100 }, pay: row.pay, onCall: row.onCall, objects: list(row.objects))
    }

    private struct Row {
        var family: RoleFamily, weight: Double, pay: Double, onCall: Double
        var titles: String, skills: String, objects: String
        var practices: [Double]
        init(
            _ family: RoleFamily, _ weight: Double, pay: Double, onCall: Double, titles: String, skills: String,
            objects: String, practices: [Double]
        ) {
            self.family = family
            self.weight = weight
            self.pay = pay
            self.onCall = onCall
            self.titles = titles
            self.skills = skills
            self.objects = objects
            self.practices = practices
        }
    }

    private static func list(_ s: String) -> [String] { s.split(separator: ",").map { SkillBook.trimmed($0) } }
    /// "kubernetes 60, terraform 45" in percent.
    private static func rates(_ s: String) -> [(skill: Int, rate: Double)] {
        s.split(separator: ",").map { part in
            let words = part.split(whereSeparator: { $0 == " " || $0 == "\n" })
            return (SkillBook.number(String(words[0])), (Double(words[1]) ?? 0) / 100)
        }
    }

    // practices: delivery, infrastructure, operations, data, collaboration, security, automation, customer, leadership
    private static let rows: [Row] = [
        Row(
            .software, 14, pay: 150, onCall: 0.12,
            titles: "Software Engineer, Software Developer, Product Engineer, Java Engineer, Python Developer",
            skills: """
                python 38, java 30, go 20, typescript 26, c-sharp 14, c-plus-plus 9, rust 7, kotlin 8, sql 26, react
                22, postgresql 28, mysql 9, redis 14, kafka 16, aws 36, azure 12, google-cloud 12, kubernetes 26,
                docker 30, terraform 9, git 22, rest 18, graphql 11, grpc 7, linux 12, jenkins 9, github-actions 9,
                spring-boot 15, dotnet 13, node-js 15
                """,
            objects:
                "core services, the billing engine, our scheduling product, the public interface, internal platforms",
            practices: [42, 14, 26, 18, 40, 14, 18, 24, 26]),
        Row(
            .backend, 13, pay: 158, onCall: 0.22,
            titles: "Backend Engineer, Backend Developer, Back-End Engineer, Server Engineer",
            skills: """
                python 36, java 32, go 34, kotlin 12, node-js 18, typescript 16, rust 9, ruby 7, php 7, postgresql
                46, mysql 16, mongodb 14, redis 26, kafka 30, rabbitmq 12, elasticsearch 12, aws 42, google-cloud
                16, kubernetes 34, docker 38, terraform 11, rest 26, grpc 16, graphql 14, git 18, spring-boot 20,
                django 13, fastapi 10, ruby-on-rails 6, scala 5
                """,
            objects: "the order service, our ledger, ingestion services, the booking engine, matching services",
            practices: [46, 18, 44, 18, 34, 18, 20, 16, 26]),
        Row(
            .frontend, 8, pay: 145, onCall: 0.04,
            titles: "Frontend Engineer, Frontend Developer, Front-End Developer, UI Engineer, Web Developer",
            skills: """
                javascript 52, typescript 66, react 62, vue-js 16, angular 14, next-js 24, html 36, css 42,
                tailwind-css 18, graphql 20, rest 16, jquery 12, node-js 16, cypress 14, playwright 12, figma 24,
                git 22, github-actions 8
                """,
            objects: "the customer dashboard, our design system, the checkout, the editor, the reporting views",
            practices: [44, 4, 12, 22, 56, 8, 18, 46, 22]),
        Row(
            .fullstack, 9, pay: 150, onCall: 0.10,
            titles: "Full Stack Engineer, Full-Stack Developer, Fullstack Engineer",
            skills: """
                typescript 56, javascript 34, react 56, node-js 40, python 30, ruby-on-rails 11, django 14, next-js
                22, vue-js 9, postgresql 44, mongodb 12, redis 14, aws 36, google-cloud 10, docker 28, kubernetes
                14, terraform 7, graphql 20, rest 20, html 16, css 18, git 18, php 9, laravel 7, kafka 6
                """,
            objects: "the whole product, self-service features, internal tools, the admin area, partner portals",
            practices: [52, 12, 20, 22, 44, 12, 18, 44, 24]),
        Row(
            .mobile, 4, pay: 148, onCall: 0.04,
            titles: "iOS Engineer, Android Engineer, Mobile Engineer, Mobile Developer, Android Developer",
            skills: """
                ios 50, android 50, swift 44, kotlin 44, swiftui 26, jetpack-compose 26, react-native 22, flutter
                16, java 18, graphql 14, rest 24, git 22, figma 12, github-actions 9
                """,
            objects: "our rider app, the field app, the banking app, offline sync, the camera flow",
            practices: [58, 2, 18, 24, 54, 12, 24, 44, 20]),
        Row(
            .embedded, 3, pay: 142, onCall: 0.03,
            titles: "Embedded Software Engineer, Firmware Engineer, Embedded Engineer, Embedded Linux Engineer",
            skills: """
                c 76, c-plus-plus 62, python 30, rust 16, freertos 30, linux 44, arm 36, can 24, mqtt 16, git 26,
                jenkins 12, zig 0.6, bash 8
                """,
            objects: "the motor controller, sensor drivers, the gateway firmware, boot code, the charging unit",
            practices: [36, 4, 22, 16, 34, 14, 36, 8, 20]),
        Row(
            .game, 1.5, pay: 128, onCall: 0.02,
            titles: "Game Developer, Gameplay Engineer, Game Engineer, Unity Developer",
            skills: "unity 46, unreal-engine 42, c-plus-plus 56, c-sharp 42, python 14, git 20, jira 12",
            objects: "combat systems, the level editor, physics, the render path, matchmaking",
            practices: [36, 3, 10, 12, 56, 3, 16, 28, 18]),
        Row(
            .dataEngineer, 7, pay: 155, onCall: 0.14,
            titles: "Data Engineer, Analytics Engineer, Data Platform Engineer, ETL Developer",
            skills: """
                python 70, sql 74, spark 40, airflow 42, dbt 32, snowflake 34, bigquery 22, databricks 24, kafka 34,
                aws 38, azure 18, google-cloud 18, terraform 15, docker 18, kubernetes 14, postgresql 20, scala 13,
                git 14, clickhouse 6, gdpr 6
                """,
            objects: "ingestion jobs, the warehouse models, event streams, the customer data set, batch jobs",
            practices: [26, 16, 34, 42, 52, 16, 34, 10, 20]),
        Row(
            .dataScientist, 4, pay: 152, onCall: 0.01,
            titles: "Data Scientist, Applied Data Scientist, Data Scientist - Pricing",
            skills: """
                python 78, sql 62, r 24, pandas 30, numpy 18, scikit-learn 34, pytorch 22, tensorflow 16, spark 16,
                tableau 12, aws 12, databricks 14, snowflake 12, git 12, airflow 6
                """,
            objects: "demand models, churn models, pricing models, the ranking of offers, risk scores",
            practices: [22, 2, 8, 74, 62, 6, 12, 22, 20]),
        Row(
            .analyst, 5, pay: 105, onCall: 0.01,
            titles: "Data Analyst, Business Analyst, BI Analyst, Product Analyst, Systems Analyst",
            skills: """
                sql 62, microsoft-excel 46, tableau 32, power-bi 34, looker 18, python 28, r 9, snowflake 12,
                bigquery 10, jira 16, sap 9, dbt 8
                """,
            objects: "the weekly numbers, the sales funnel, supply figures, finance models, product usage",
            practices: [6, 1, 8, 72, 66, 8, 16, 20, 12]),
        Row(
            .ml, 5, pay: 172, onCall: 0.06,
            titles:
                "Machine Learning Engineer, ML Engineer, AI Engineer, Applied AI Engineer, Computer Vision Engineer",
            skills: """
                python 84, pytorch 52, tensorflow 24, scikit-learn 20, langchain 22, hugging-face 22, mlflow 16,
                cuda 14, opencv 12, aws 30, google-cloud 16, kubernetes 24, docker 28, spark 12, airflow 10, sql 18,
                c-plus-plus 10, terraform 5, git 10, kafka 7
                """,
            objects: "ranking models, document models, speech models, retrieval, the training pipeline",
            practices: [48, 18, 26, 42, 42, 8, 22, 20, 22]),
        Row(
            .platform, 8, pay: 160, onCall: 0.44,
            titles: """
                DevOps Engineer, Site Reliability Engineer, Platform Engineer, Infrastructure Engineer, Cloud
                Engineer, SRE, Release Engineer
                """,
            skills: """
                kubernetes 62, docker 42, terraform 38, ansible 24, helm 22, aws 58, azure 24, google-cloud 24,
                linux 46, python 40, go 26, bash 26, prometheus 30, grafana 30, datadog 14, opentelemetry 8,
                pagerduty 7, jenkins 24, github-actions 20, gitlab-ci 16, argo-cd 14, git 22, pulumi 4, postgresql
                10, kafka 10, dns 8, tcp-ip 6
                """,
            objects: "our clusters, build systems, the developer platform, the edge network, shared services",
            practices: [52, 66, 74, 14, 30, 34, 62, 10, 24]),
        Row(
            .cloudArchitect, 2.5, pay: 178, onCall: 0.05,
            titles: "Cloud Architect, Solution Architect, Enterprise Architect, Software Architect",
            skills: """
                aws 52, azure 50, google-cloud 24, kubernetes 36, terraform 24, docker 18, java 16, python 14, kafka
                16, dotnet 12, sap 8, rest 14, iso-27001 10, gdpr 10, oauth 9
                """,
            objects: "the target landscape, landing zones, integration patterns, reference designs, the migration",
            practices: [30, 52, 22, 14, 66, 38, 22, 30, 74]),
        Row(
            .security, 4, pay: 162, onCall: 0.18,
            titles: """
                Security Engineer, Information Security Analyst, Application Security Engineer, Penetration Tester,
                Software Engineer - Security
                """,
            skills: """
                python 42, aws 36, azure 22, linux 26, splunk 24, burp-suite 16, wireshark 10, cissp 22, soc-2 22,
                iso-27001 26, pci-dss 14, gdpr 14, hipaa 8, oauth 14, saml 10, kubernetes 16, terraform 9, tcp-ip 9,
                active-directory 9, bash 10
                """,
            objects:
                "detection rules, the identity platform, our review process, vulnerability handling, key management",
            practices: [16, 24, 42, 16, 40, 92, 38, 10, 26]),
        Row(
            .qa, 3.5, pay: 112, onCall: 0.02,
            titles: "QA Engineer, Test Engineer, Quality Engineer, QA Analyst",
            skills: """
                selenium 40, cypress 22, playwright 26, java 26, python 32, javascript 18, typescript 14, sql 22,
                jira 34, jenkins 20, git 16, rest 18, android 8, ios 8, github-actions 8
                """,
            objects: "the regression suite, release checks, test data, the device lab, acceptance tests",
            practices: [40, 2, 14, 18, 42, 6, 70, 16, 14]),
        Row(
            .support, 4, pay: 78, onCall: 0.20,
            titles: "Technical Support Engineer, IT Support Specialist, Help Desk Technician, Support Engineer",
            skills: """
                linux 22, windows-server 20, active-directory 34, microsoft-365 32, intune 14, jira 22, servicenow
                22, sql 20, tcp-ip 16, dns 14, aws 10, powershell 14, python 9, itil 18, bash 6, rest 8
                """,
            objects: "tickets, laptops and phones, the knowledge base, the service desk, installations",
            practices: [5, 14, 56, 10, 34, 10, 14, 86, 8]),
        Row(
            .solutions, 3.5, pay: 140, onCall: 0.04,
            titles:
                """
                Solutions Engineer, Sales Engineer, Implementation Engineer, Technical Account Manager, Forward
                Deployed Engineer
                """,
            skills: """
                python 30, sql 30, rest 28, aws 26, javascript 16, salesforce 20, kubernetes 14, docker 10, azure
                12, saml 8, snowflake 8, java 9, terraform 4, linux 9
                """,
            objects: "pilot projects, integrations, demonstrations, rollouts, migration plans",
            practices: [32, 10, 18, 16, 60, 12, 14, 94, 16]),
        Row(
            .sysadmin, 2.5, pay: 96, onCall: 0.36,
            titles: "System Administrator, Linux Administrator, Systems Administrator, Windows Administrator",
            skills: """
                linux 58, windows-server 46, vmware 36, active-directory 44, powershell 32, bash 28, ansible 22,
                microsoft-365 24, azure 18, aws 16, dns 20, tcp-ip 14, docker 10, itil 14, python 14, terraform 6
                """,
            objects: "our server rooms, mail and directory services, backups, patching, the virtual machines",
            practices: [8, 62, 66, 6, 22, 36, 44, 24, 8]),
        Row(
            .network, 1.5, pay: 112, onCall: 0.34,
            titles: "Network Engineer, Network Administrator, Network Specialist",
            skills:
                """
                cisco 60, bgp 42, ospf 32, tcp-ip 48, dns 30, linux 22, python 24, ansible 18, aws 12, wireshark 16,
                azure 8
                """,
            objects: "the backbone, site links, wireless, routing, the data centre fabric",
            practices: [6, 74, 60, 8, 22, 36, 34, 10, 10]),
        Row(
            .dba, 1.5, pay: 128, onCall: 0.36,
            titles: "Database Administrator, PostgreSQL DBA, Database Administrator (Oracle)",
            skills: """
                postgresql 50, oracle-database 32, sql-server 34, mysql 30, sql 62, linux 30, aws 20, mongodb 14,
                bash 16, python 14, ansible 8
                """,
            objects: "our databases, replication, backups, upgrades, query plans",
            practices: [8, 38, 72, 10, 26, 32, 38, 6, 10]),
        Row(
            .productManager, 4, pay: 155, onCall: 0,
            titles: "Product Manager, Technical Product Manager, Product Owner",
            skills: "jira 34, sql 20, figma 18, scrum 22, kanban 9, microsoft-excel 8, looker 6, salesforce 6, rest 5",
            objects: "the payments area, our mobile product, onboarding, the partner platform, search",
            practices: [44, 1, 4, 52, 84, 6, 4, 76, 56]),
        Row(
            .projectManager, 2.5, pay: 120, onCall: 0,
            titles: "Project Manager, Technical Program Manager, Delivery Manager, Scrum Master",
            skills: "jira 46, scrum 44, kanban 22, microsoft-excel 20, itil 12, sap 10, servicenow 8",
            objects: "the rollout programme, the migration plan, releases across teams, the project portfolio",
            practices: [42, 3, 14, 26, 86, 9, 5, 28, 44]),
        Row(
            .engineeringManager, 3, pay: 195, onCall: 0.10,
            titles: "Engineering Manager, Head of Engineering, Director of Engineering",
            skills:
                """
                aws 22, python 12, java 12, typescript 10, react 8, kubernetes 14, scrum 16, go 8, sql 6, terraform
                4, kafka 6
                """,
            objects: "two product teams, the platform group, the payments group, hiring, the engineering plan",
            practices: [48, 12, 32, 26, 70, 12, 8, 22, 98]),
        Row(
            .techLead, 2, pay: 175, onCall: 0.12,
            titles: "Tech Lead, Technical Lead, Team Lead",
            skills: """
                java 26, python 24, typescript 26, go 14, react 20, aws 36, kubernetes 24, docker 20, postgresql 22,
                kafka 16, dotnet 10, terraform 9, git 12, scrum 10
                """,
            objects: "a team of five, the new core, our services, the rewrite, shared components",
            practices: [50, 18, 36, 16, 46, 16, 16, 20, 92]),
        Row(
            .itOpsManager, 1.2, pay: 125, onCall: 0.20,
            titles: "IT Manager, IT Operations Manager, IT Service Manager",
            skills:
                """
                itil 52, servicenow 30, microsoft-365 34, azure 26, active-directory 24, iso-27001 22, vmware 14,
                jira 12, cisco 10
                """,
            objects: "the service desk, suppliers, the IT budget, our sites, licences",
            practices: [12, 46, 62, 24, 54, 46, 18, 44, 86]),
        Row(
            .designer, 3, pay: 128, onCall: 0,
            titles: "Product Designer, UX Designer, UI Designer, UX Researcher",
            skills: "figma 76, html 14, css 14, jira 9, react 4",
            objects: "flows for new users, the design system, prototypes, research sessions, the mobile screens",
            practices: [22, 0, 1, 32, 76, 2, 2, 90, 18]),
        Row(
            .notIT, 6, pay: 82, onCall: 0.01,
            titles: """
                Account Executive, Marketing Manager, Accountant, HR Business Partner, Office Manager, Warehouse
                Associate, Recruiter, Mechanical Engineer, Content Editor
                """,
            skills: "microsoft-excel 30, salesforce 18, sap 10, jira 3, microsoft-365 8",
            objects:
                """
                the regional accounts, campaigns, the monthly close, office life, incoming goods, supplier contracts
                """,
            practices: [3, 0, 2, 26, 42, 5, 4, 36, 18]),
    ]
}
