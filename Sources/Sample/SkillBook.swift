import Taxonomy

/// The skills that the sample market speaks of: the taxonomy's id, and the spellings that its employers use. A test
/// holds each id against the taxonomy.
package struct SampleSkill: Sendable {
    package var number: Int
    package var id: String
    /// Spellings, the usual one first.
    package var spellings: [String]
    /// Practices that asking for it proves by the codebook (section 2: a cloud asked is infrastructure, CI asked is
    /// delivery and automation, infrastructure as code is infrastructure and automation).
    package var proves: PracticeSet
}

package enum SkillBook {
    package static let all: [SampleSkill] = table.split(separator: "\n").enumerated().map { number, line in
        let parts = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
        let proves = parts.count > 2 ? parts[2].split(separator: " ").compactMap { Practice(id: $0) } : []
        return SampleSkill(
            number: number, id: parts[0], spellings: parts[1].split(separator: ",").map { trimmed($0) },
            proves: PracticeSet(proves))
    }
    private static let numbers: [String: Int] = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0.number) })

    /// Precondition: the id stands in the table below.
    package static func number(_ id: String) -> Int {
        guard let n = numbers[id] else { preconditionFailure("no sample skill \(id)") }
        return n
    }

    static func trimmed(_ s: some StringProtocol) -> String {
        s.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // id | spellings | practices proved by asking for it
    private static let table = """
        python|Python
        java|Java
        go|Go, Golang
        javascript|JavaScript
        typescript|TypeScript
        c-sharp|C#
        c-plus-plus|C++
        c|C
        rust|Rust
        ruby|Ruby
        php|PHP
        kotlin|Kotlin
        swift|Swift
        scala|Scala
        elixir|Elixir
        r|R
        sql|SQL
        bash|Bash
        zig|Zig
        powershell|PowerShell
        react|React, React.js
        vue-js|Vue.js, Vue
        angular|Angular
        jquery|jQuery
        next-js|Next.js
        node-js|Node.js, NodeJS
        html|HTML
        css|CSS
        tailwind-css|Tailwind CSS, Tailwind
        spring-boot|Spring Boot
        django|Django
        fastapi|FastAPI
        flask|Flask
        ruby-on-rails|Ruby on Rails, Rails
        dotnet|.NET
        asp-dotnet|ASP.NET Core
        laravel|Laravel
        react-native|React Native
        flutter|Flutter
        ios|iOS
        android|Android
        swiftui|SwiftUI
        jetpack-compose|Jetpack Compose
        postgresql|PostgreSQL, Postgres
        mysql|MySQL
        mongodb|MongoDB
        redis|Redis
        elasticsearch|Elasticsearch
        oracle-database|Oracle Database
        sql-server|SQL Server, Microsoft SQL Server
        clickhouse|ClickHouse
        cassandra|Cassandra
        kafka|Kafka, Apache Kafka
        rabbitmq|RabbitMQ
        aws|AWS|infrastructure
        azure|Azure, Microsoft Azure|infrastructure
        google-cloud|Google Cloud, GCP|infrastructure
        kubernetes|Kubernetes, K8s|infrastructure
        docker|Docker|infrastructure
        terraform|Terraform|infrastructure automation
        ansible|Ansible|infrastructure automation
        helm|Helm|infrastructure
        pulumi|Pulumi|infrastructure automation
        argo-cd|Argo CD|delivery automation
        jenkins|Jenkins|delivery automation
        github-actions|GitHub Actions|delivery automation
        gitlab-ci|GitLab CI|delivery automation
        git|Git|delivery
        linux|Linux
        windows-server|Windows Server|infrastructure
        vmware|VMware|infrastructure
        active-directory|Active Directory
        prometheus|Prometheus|operations
        grafana|Grafana|operations
        datadog|Datadog|operations
        splunk|Splunk
        opentelemetry|OpenTelemetry|operations
        pagerduty|PagerDuty|operations
        graphql|GraphQL
        rest|REST
        grpc|gRPC
        spark|Spark, Apache Spark
        airflow|Airflow, Apache Airflow
        dbt|dbt
        snowflake|Snowflake
        bigquery|BigQuery
        databricks|Databricks
        tableau|Tableau
        power-bi|Power BI
        looker|Looker
        microsoft-excel|Excel
        pandas|pandas
        numpy|NumPy
        pytorch|PyTorch
        tensorflow|TensorFlow
        scikit-learn|scikit-learn
        langchain|LangChain
        hugging-face|Hugging Face
        mlflow|MLflow
        cuda|CUDA
        opencv|OpenCV
        unity|Unity
        unreal-engine|Unreal Engine
        freertos|FreeRTOS
        arm|ARM
        can|CAN
        mqtt|MQTT
        oauth|OAuth|security
        saml|SAML|security
        soc-2|SOC 2|security
        iso-27001|ISO 27001|security
        hipaa|HIPAA|security
        gdpr|GDPR|security
        pci-dss|PCI DSS|security
        burp-suite|Burp Suite
        wireshark|Wireshark
        cissp|CISSP
        tcp-ip|TCP/IP
        dns|DNS
        bgp|BGP
        ospf|OSPF
        cisco|Cisco
        selenium|Selenium
        cypress|Cypress
        playwright|Playwright
        jira|Jira
        scrum|Scrum
        kanban|Kanban
        itil|ITIL
        servicenow|ServiceNow
        salesforce|Salesforce
        sap|SAP
        figma|Figma
        microsoft-365|Microsoft 365
        intune|Intune
        """
}
