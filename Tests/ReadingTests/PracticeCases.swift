/// Sentences written for this project, in the manner of ads, and the practices that a careful reader finds in each.
/// `text ## practices`, a hyphen for none; what stands in brackets may be answered or not.
let practiceCases = """
    Every second Tuesday you put the new version in front of all customers. ## delivery
    You own the path from a merged branch to a running release. ## delivery [leadership]
    You keep our build green and our releases boring. ## delivery [operations]
    You switch a feature off again within a minute when it misbehaves. ## delivery [operations]
    You submit our app to the App Store and answer the reviewers. ## delivery
    Prepare release notes and tag versions in Git. ## delivery
    You plan the cutover of forty branches to the new system. ## delivery
    You look after three hundred machines in two halls. ## infrastructure
    You size the disks before they fill up. ## infrastructure [operations]
    You lay out subnets, routes and peering for eight offices. ## infrastructure
    You move our workloads from our own racks to Azure. ## infrastructure [delivery]
    Solid Linux server administration. ## infrastructure [operations]
    You describe every environment in Terraform. ## infrastructure automation
    You are called when the checkout stops at night. ## operations
    You find out why the service got slow last Thursday. ## operations
    You decide which warnings deserve to wake a human being. ## operations [leadership]
    You restore service first and look for the cause second. ## operations
    Second-level support for our trading platform. ## operations customer
    You write the post-mortem and see that its actions are done. ## operations
    You count what our users click and draw conclusions. ## data [customer]
    You tell the board with figures whether the new price works. ## data [collaboration]
    You choose the number by which we judge the search and watch it. ## data [leadership]
    You set up the experiment, wait for enough visitors and read the result. ## data [customer]
    Build reports in Power BI for the sales department. ## data [collaboration]
    You sit with the accountants until you understand their month-end. ## collaboration
    You explain to lawyers what an API is. ## collaboration
    You keep designers, testers and the shop floor informed about what changes. ## collaboration
    You turn the wishes of the claims department into tickets. ## collaboration
    Work closely with product managers and the legal team. ## collaboration
    Present technical options to the management board. ## collaboration
    You check each pull request for injection and broken access control. ## security
    You see to it that no password lies in the repository. ## security
    You accompany the yearly ISO 27001 audit. ## security
    You decide who may read patient records and prove it to the auditor. ## security [leadership]
    You think about what a thief would try and make it hard. ## security
    Encrypt data at rest and rotate the keys. ## security [operations automation]
    You replace a weekly hour of copying by twenty lines of Python. ## automation
    You write tests that run by themselves on each commit. ## automation [delivery]
    You let a bot do the paperwork. ## automation
    Write Ansible playbooks for new hosts. ## automation infrastructure
    You take chores away from colleagues by teaching them to the computer. ## automation [collaboration]
    You spend a day a month at the counter with those who use our till. ## customer
    You answer tickets of our users and close the loop. ## customer [operations]
    You run workshops on site with clients. ## customer [leadership collaboration]
    You think from the point of view of the person who fills in the form. ## customer
    You onboard new customers and train their staff. ## customer [leadership]
    You have a feeling for what makes a product pleasant to use. ## customer
    You look after the growth of two younger engineers. ## leadership
    You have the final say on our service boundaries. ## leadership
    You write down where the platform should be in two years and win others for it. ## leadership [collaboration]
    You chair the architecture board. ## leadership
    You conduct interviews and decide who joins. ## leadership
    You distribute the work among five developers. ## leadership
    Mentoring junior colleagues is part of your week. ## leadership
    Deine Aufgabe: Auslieferung neuer Versionen an alle Filialen. ## delivery
    Du richtest CI/CD-Pipelines ein. ## delivery automation
    Du planst und betreibst unsere Serverlandschaft. ## infrastructure [operations]
    Du übernimmst jede vierte Woche die Rufbereitschaft. ## operations
    Du definierst Kennzahlen und wertest sie aus. ## data
    Du stimmst dich mit Einkauf und Vertrieb ab. ## collaboration
    Du prüfst Berechtigungen und schließt Schwachstellen. ## security
    Du ersetzt Handarbeit durch Skripte. ## automation
    Du berätst unsere Kunden vor Ort. ## customer
    Du leitest ein Team von sechs Personen. ## leadership
    Tu mets en production chaque semaine. ## delivery
    Vous administrez nos serveurs et notre réseau. ## infrastructure [operations]
    Vous traitez les incidents et suivez la supervision. ## operations
    Tu définis les indicateurs et tu analyses les résultats. ## data
    Vous travaillez avec les équipes métier et le marketing. ## collaboration
    Vous corrigez les failles de sécurité avant qu'on les exploite. ## security
    Tu automatises les déploiements. ## automation delivery
    Vous accompagnez les utilisateurs au quotidien. ## customer
    Vous encadrez trois développeurs. ## leadership
    Desplegarás nuevas versiones cada semana. ## delivery
    Administrarás servidores Linux y la red interna. ## infrastructure [operations]
    Harás guardias una semana al mes. ## operations
    Medirás el efecto de cada cambio con datos. ## data
    Colaborarás con los equipos de ventas y diseño. ## collaboration
    Revisarás los permisos y las vulnerabilidades. ## security
    Atenderás a nuestros clientes por teléfono. ## customer
    Liderarás un equipo de cuatro personas. ## leadership
    Du driftsätter nya versioner varje dag. ## delivery
    Du sköter våra servrar och nätverk. ## infrastructure [operations]
    Du ingår i vår jour var femte vecka. ## operations
    Du mäter hur ändringarna slår och rapporterar. ## data
    Du samarbetar med ekonomi och marknad. ## collaboration
    Du hittar säkerhetshål innan andra gör det. ## security
    Du automatiserar det som görs för hand. ## automation
    Du träffar våra användare varje vecka. ## customer
    Du leder ett team på fem utvecklare. ## leadership
    You build a parser for chess notation. ## -
    Write clean, robust and well-tested code. ## [automation]
    You are curious, friendly and good with words. ## -
    We ship to 40 countries. ## -
    Our platform is SOC 2 compliant. ## -
    The company operates 200 shops. ## -
    Our customers love us. ## -
    A leading provider of dental software. ## -
    We automate warehouses. ## -
    Security deposit for your flat is on us. ## -
    There is no on-call duty in this role. ## -
    You do not manage people. ## -
    You will not have to deal with customers. ## -
    Our data centre team runs the servers; you never see them. ## -
    Free coffee, a dog and a server room that doubles as a sauna. ## -
    Our analysts publish a yearly report. ## -
    You model proteins in Julia. ## -
    Release your inner child at our summer party. ## -
    You cook up shaders for a racing game. ## -
    Marketing runs campaigns on social networks. ## -
    """
