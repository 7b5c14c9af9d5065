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
    Nice to have: Nim; required: OCaml. ## Nim:nice, OCaml:required
    Extra: Pulumi. Baseline: Ansible and Linux. ## Pulumi:nice, Ansible:required, Linux:required
    We switched from Heroku to Azure; you master Bicep. ## Heroku:negated, Bicep:required
    We replaced Perl with Ruby on Rails years ago. You write TypeScript. ## Perl:negated, TypeScript:required
    Kotlin rather than Java is what you write. ## Kotlin:required, Java:negated
    We are leaving Subversion behind. Git required. ## Subversion:negated, Git:required
    You pick up Nomad on the job; Linux you must know. ## Nomad:negated, Linux:required
    Erlang? No, that is history. You know Elixir. ## Erlang:negated, Elixir:required
    MySQL here, Oracle there. Knowledge of both is required. ## MySQL:required
    Currently Vue.js, soon Svelte. You know the latter. ## Svelte:required
    The shop runs on Magento, and you have built at least one Symfony site. ## Magento:context, Symfony:required
    Salesforce administrator with Apex wanted. ## Salesforce:required, Apex:required
    Desired skills: Java, Kafka.|Nice to have: Flink. ## Java:required, Kafka:required, Flink:nice
    Our current stack consists of:|- TypeScript for the frontend|- Terraform for the servers|You bring Python. ## TypeScript:context, Terraform:context, Python:required
    Qualities we look for|- Experience with running services on Kubernetes, such as Postgres ## Kubernetes:required, PostgreSQL:required
    One of (Travis CI, Buildkite), and Spinnaker preferred. ## Travis CI:required, Buildkite:required, Spinnaker:nice
    Perl é obrigatório. Go conta como bónus. ## Perl:required, Go:nice
    Você escreve testes no Selenium; não usamos Cypress. ## Selenium:required, Cypress:negated
    Wissen in Kafka ist Pflicht, Rust bringen wir dir bei. ## Kafka:required, Rust:negated
    Keine Vorkenntnisse nötig: Erlang lernst du bei uns. ## Erlang:negated
    Helm n'est pas requis mais serait utile. Vous maîtrisez Docker. ## Helm:nice, Docker:required
    No hace falta Terraform, aunque ayuda. Exigimos Ansible. ## Terraform:nice, Ansible:required
    Docker krävs, Nomad är bra att ha. ## Docker:required, Nomad:nice
    Angular heb je nodig; Svelte strekt tot aanbeveling. ## Angular:required, Svelte:nice
    Experience with Kubernets, Terrafom and Postgress. ## Kubernetes:required, Terraform:required, PostgreSQL:required
    A strong Javascritp developer. ## JavaScript:required
    The docket of the court is long. Experience with Docker required. ## Docker:required
    Backed by the founders of Okta, Airtable and Klaviyo. You know PHP. ## PHP:required, -Okta, -Airtable
    People with backgrounds from VMware and Red Hat. You write C++. ## C++:required, -VMware
    Our customers (Shopify, Docker, GitLab) trust us. You write Java. ## Java:required, -Shopify, -Docker, -GitLab
    The former CTO of MongoDB leads us. We need Kotlin. ## Kotlin:required, -MongoDB
    Unlike Splunk we are fast. You know Rust. ## Rust:required, -Splunk
    Follow us on LinkedIn. You know Scala. ## Scala:required, -LinkedIn
    A portfolio or GitHub contributions help. You know CSS. ## CSS:required, -GitHub
    About Qdrant|Qdrant is the leading company for search.|You know Python. ## Python:required, -Qdrant
    Rust never sleeps, say our sailors. You write Fortran. ## Fortran:required, -Rust
    Spark joy in every customer. You write PHP. ## PHP:required, -Spark
    We work In-Office three days. You know Django. ## Django:required, -Microsoft Office
    A Ph.D. in statistics and Python. ## Python:required, -D
    Boost application performance with Redis. ## Redis:required, -Boost
    We have offices in Cairo and Phoenix. You know Java. ## Java:required, -Cairo, -Phoenix
    Free Zoom for your family, WordPress for your hobby.|Requirements:|- PHP ## PHP:required
    Our mascot is a panda, our office plants are cacti. Wanted: Airflow and dbt people. ## Airflow:required, dbt:required, -pandas, -Cacti
    Express delivery in ten minutes. Skills: NestJS, Redis. ## NestJS:required, Redis:required, -Express
    Swift answers matter to our patients. You know Kotlin. ## Kotlin:required, -Swift
    Ms Ruby Dart will call you. You bring five years of PHP. ## PHP:required, -Ruby, -Dart
    We moved off Jenkins last spring and now live on GitHub Actions. ## GitHub Actions:context
    Terraform is our daily bread, Pulumi never made it past the pilot. ## Terraform:context
    You won't find any Perl here. C# all the way. ## C#:required, Perl:negated
    COBOL is being phased out; you rewrite it in Java. ## COBOL:negated, Java:required
    No prior Rust needed, we will teach you; solid C++ is a must. ## C++:required, Rust:negated
    Previous exposure to Snowflake helps but is not essential. ## Snowflake:nice
    Our competitors Splunk and Datadog charge by the gigabyte. You know Go. ## Go:required, -Splunk, -Datadog
    Customers such as GitLab, Shopify and Atlassian rely on us. Must have: TypeScript. ## TypeScript:required, -GitLab, -Shopify, -Atlassian
    Graduates of Google, Stripe and Databricks founded the company. Python needed. ## Python:required, -Stripe, -Databricks
    The product talks to Salesforce and HubSpot. You work in Node.js. ## Node.js:required, Salesforce:context, HubSpot:context
    Send us your resume in Word. PostgreSQL skills required. ## PostgreSQL:required, -Microsoft Word
    Interviews take place on Zoom. You are an expert in SAP. ## SAP:required, -Zoom
    Join the Slack channel for questions. Requirements: Ansible. ## Ansible:required, -Slack
    Excel in what you do. Tools of the trade: Tableau, SQL. ## Tableau:required, SQL:required, -Microsoft Excel
    Unity is our strength. Required: Godot. ## Godot:required, -Unity
    We are going to go far; Go is spoken here and you speak it. ## Go:required
    Wir haben Jenkins durch GitLab CI ersetzt. Du beherrschst Terraform. ## Terraform:required, GitLab CI:context
    Schwerpunkt ist Python, Erfahrung in Rust wäre ein Bonus. ## Python:required, Rust:nice
    Unsere Kunden sind Siemens, SAP und Bosch. Gesucht werden Kenntnisse in Angular. ## Angular:required, -SAP
    Ohne PHP, dafür mit Go: so sieht dein Alltag aus. ## PHP:negated, Go:required
    Helm tragen alle auf der Baustelle. Du programmierst SPS und kennst C++. ## C++:required, -Helm
    Docker bringen wir dir bei, Linux musst du können. ## Docker:negated, Linux:required
    Vous travaillez avec React au quotidien ; Angular serait un plus. ## React:required, Angular:nice
    Nous avons abandonné Perl au profit de Python. ## Perl:negated
    Connaissance d'Ansible souhaitée, Terraform exigé. ## Ansible:nice, Terraform:required
    Nos clients sont Oracle et Salesforce. Vous maîtrisez Java. ## Java:required, -Salesforce
    Aucune expérience de Rust n'est requise, on vous forme. Docker indispensable. ## Docker:required, Rust:negated
    Trabajarás con Django y PostgreSQL; conocimientos de AWS son un plus. ## Django:required, PostgreSQL:required, AWS:nice
    Hemos dejado atrás Oracle; ahora usamos PostgreSQL. ## Oracle Database:negated, PostgreSQL:context
    No es necesario saber Scala, te lo enseñamos. Sí hace falta Python. ## Python:required, Scala:negated
    Nuestros competidores son Zendesk y HubSpot. Dominas Ruby on Rails. ## Ruby on Rails:required, -Zendesk, -HubSpot
    Vi söker dig som kan Java; erfarenhet av Kafka är meriterande. ## Java:required, Kafka:nice
    Du behöver inte kunna Scala, det lär vi dig. C# är ett krav. ## C#:required, Scala:negated
    Je werkt dagelijks met Kubernetes; kennis van Go is een plus. ## Kubernetes:required, Go:nice
    PHP gebruiken we niet meer. Je schrijft Java. ## PHP:negated, Java:required
    Domínio de Angular obrigatório; Docker será um diferencial. ## Angular:required, Docker:nice
    Entre os nossos clientes estão a Oracle e a SAP. Precisamos de Python. ## Python:required, -SAP
    Experience in two of: Go, Rust, Zig. Plus points for Nix. ## Go:required, Rust:required, Zig:required, Nix:nice
    Must-haves: Java, Spring. Nice-to-haves: Kafka. We use: Jira, Slack. ## Java:required, Spring:required, Kafka:nice, Jira:context, Slack:context
    You needn't know MATLAB, but Python is essential. ## MATLAB:negated, Python:required
    Instead of Ansible we rely on Salt; you maintain it. ## Ansible:negated, Salt:required
    Azure knowledge would be beneficial. AWS knowledge is mandatory. ## Azure:nice, AWS:required
    Elasticsearch (nice to have), Kibana (nice to have), Logstash (must). ## Elasticsearch:nice, Kibana:nice, Logstash:required
    React/Redux on the client, Node on the server: you do both. ## React:required, Redux:required, Node.js:required
    Ansible needed, Puppet appreciated, Chef not used. ## Ansible:required, Puppet:nice, Chef:negated
    Terraform? Yes, every day. Pulumi? No. ## Terraform:required, Pulumi:negated
    Our services run on Kubernetes, and you have operated it for years. ## Kubernetes:required
    Jenkins has been retired, GitLab CI does the work, and you look after it. ## Jenkins:negated, GitLab CI:required
    Not wanted: WordPress. Wanted: Drupal, PHP. ## WordPress:negated, Drupal:required, PHP:required
    You need no Ansible, Puppet will do. ## Ansible:negated, Puppet:required
    The warehouse is built on Snowflake. Experience with it is not needed but helps. ## Snowflake:nice
    Ruby, the office dog, likes visitors. We are looking for a Django developer. ## Django:required, -Ruby
    Die Plattform läuft auf OpenShift, das du schon betrieben hast. ## OpenShift:required
    Konkurrenten setzen auf Magento. Wir suchen jemanden für Shopware und PHP. ## PHP:required, -Magento
    Le site tourne sous Symfony, que vous connaissez déjà. ## Symfony:required
    Nuestros rivales usan Magento. Tú desarrollarás con Symfony. ## Symfony:required, -Magento
    Vi kör Kubernetes, som du redan kan. Helm lär du dig här. ## Kubernetes:required, Helm:negated
    Docker leer je bij ons, Linux ken je al. ## Docker:negated, Linux:required
    Usamos Kafka, que já dominas. Spark ensinamos nós. ## Kafka:required, Spark:negated
    Notion that meetings are useless? Same here. Linear thinkers need not apply. Ruby on Rails required. ## Ruby on Rails:required, -Notion, -Linear
    """
