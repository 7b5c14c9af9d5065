/// Sentences written for this project: `text ## Name:status, Name:status, -Name` (a hyphen: the name must not be read as
/// asked, used or wished). A bar stands for a line break.
let skillCases = """
    You have shipped Go services for four years; Rust is welcome. ## Go:required, Rust:nice
    We go where the work is. Needed: COBOL. ## COBOL:required, -Go
    Our stack is Elixir, Phoenix and PostgreSQL. You bring Ruby. ## Elixir:context, Phoenix:context, PostgreSQL:context, Ruby:required
    No PHP, ever. You write Kotlin. ## PHP:negated, Kotlin:required
    Without Perl or Tcl: we left both behind. Python required. ## Perl:negated, Python:required
    Requirements:|- TypeScript|- React|Nice to have:|- GraphQL|- Figma ## TypeScript:required, React:required, GraphQL:nice, Figma:nice
    What you'll bring|5 years of Java and Spring Boot|Bonus points|Kafka, Flink ## Java:required, Spring Boot:required, Kafka:nice, Flink:nice
    Tech: Scala, Akka, Cassandra ## Scala:context, Akka:context, Cassandra:context
    Experience with Vue.js, Angular or Svelte is a plus. ## Vue.js:nice, Angular:nice, Svelte:nice
    You know PostgreSQL inside out, Redis is a bonus. ## PostgreSQL:required, Redis:nice
    Ideally you have seen Nomad before. ## Nomad:nice
    Preferred: Snowflake or BigQuery. ## Snowflake:nice, BigQuery:nice
    Docker (required), Kubernetes (a plus). ## Docker:required, Kubernetes:nice
    Trusted by teams at Shopify, Slack and Zoom. We need C# developers. ## C#:required, -Shopify, -Slack, -Zoom
    Founded by ex-Salesforce engineers. Must have: Python. ## Python:required, -Salesforce
    Send your CV as Word or PDF. You master SAP ABAP. ## ABAP:required, -Microsoft Word
    Join our Slack and show us your GitHub. Strong Swift required. ## Swift:required, -Slack, -GitHub
    Questions? jobs@redis.example. You know MySQL. ## MySQL:required, -Redis
    R is our language for statistics; you use it every day. ## R:required
    Statistics in R or SAS. ## R:required, SAS:required
    Two years of C and assembly on small microcontrollers. ## C:required, Assembly:required
    Series B funded, R&D in Graz. C++ needed. ## C++:required, -R, -C
    Express yourself in our choir. Node.js required. ## Node.js:required, -Express
    A bit of rust on the hull does not scare you. Required: Ada. ## Ada:required, -Rust
    You spark joy in meetings. Experience with Spark required. ## Spark:required
    Migrating from Oracle Database to PostgreSQL; you know the latter. ## PostgreSQL:required
    You do not need to know Scala. ## Scala:negated
    Java knowledge is not required. ## Java:negated
    Knowledge of Terraform is not required but helpful. ## Terraform:nice
    We will teach you Erlang. ## Erlang:negated
    Not only Java but also Kotlin is needed. ## Java:required, Kotlin:required
    React Native developer, 3+ years. ## React Native:required, -React
    ASP.NET, C# and SQL Server. ## ASP.NET:required, C#:required, SQL Server:required, -SQL, -C
    C/C++ on Linux. ## C:required, C++:required, Linux:required
    AWS (EKS, S3) and GCP. ## AWS:required, Amazon EKS:required, Amazon S3:required, Google Cloud:required
    Golang/Python backend engineer ## Go:required, Python:required
    We use Jenkins today and replace it with GitLab CI next year. ## Jenkins:context, GitLab CI:context
    Competitors still sell Delphi programs. You write Rust. ## Rust:required
    Du programmierst in Go oder Rust. ## Go:required, Rust:required
    Gute Kenntnisse in Java; Kotlin von Vorteil. ## Java:required, Kotlin:nice
    Kein PHP. Erfahrung mit Symfony nicht nötig. ## PHP:negated, Symfony:negated
    Wir nutzen Jira und Confluence. ## Jira:context, Confluence:context
    Python ist Pflicht, Ansible wünschenswert. ## Python:required, Ansible:nice
    Vous maîtrisez Python et Django. La connaissance de Kubernetes est un plus. ## Python:required, Django:required, Kubernetes:nice
    Notre stack : Ruby on Rails, PostgreSQL. Pas de PHP. ## Ruby on Rails:context, PostgreSQL:context, PHP:negated
    Se requiere experiencia con Java y Spring. Se valora Docker. ## Java:required, Spring:required, Docker:nice
    No usamos PHP. Buscamos Kotlin. ## PHP:negated, Kotlin:required
    Du har erfarenhet av C# och .NET. Meriterande med Azure. ## C#:required, .NET:required, Azure:nice
    Vi jobbar inte med PHP. ## PHP:negated
    Je hebt ervaring met TypeScript; React is een pré. ## TypeScript:required, React:nice
    Experiência em Python; Airflow é um diferencial. ## Python:required, Airflow:nice
    The swift delivery of parcels is our trade. You know Kotlin. ## Kotlin:required, -Swift
    Our chef uses salt sparingly. Puppet needed. ## Puppet:required, -Chef, -Salt
    We are Elm Street Partners. You write Haskell. ## Haskell:required, -Elm
    At Vault Bank, you secure what matters with Java. ## Java:required, -Vault
    Your day: TypeScript in the morning, Postgres in the afternoon. ## TypeScript:required, PostgreSQL:required
    Must: Linux. Plus: Prometheus, Grafana. ## Linux:required, Prometheus:nice, Grafana:nice
    Familiarity with Helm and Argo CD would be great. ## Helm:nice, Argo CD:nice
    You will build dashboards in Tableau. Our product integrates with Salesforce. ## Tableau:required, Salesforce:context
    The product runs on Kubernetes. ## Kubernetes:context
    Windows Server and Active Directory, certified if possible. ## Windows Server:required, Active Directory:required
    Anything but Java. F# preferred. ## Java:negated, F#:nice
    """
