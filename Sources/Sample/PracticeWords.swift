import Taxonomy

/// How the sample market's employers ask for a practice. Three forms: what the person does (an imperative, used as a
/// bullet or after "You will"), what the person brings (a noun phrase), and a whole sentence about the daily work of
/// the team. Each asks for its own practice and for no other; `notEnough` holds sentences that sound like one and ask
/// for none (codebook, section 2, right column).
struct PracticeWords: Sendable {
    var duties: [Phrase]
    var brings: [Phrase]
    var team: [Phrase]

    init(duties: String, brings: String, team: String) {
        self.duties = phrases(duties)
        self.brings = phrases(brings)
        self.team = phrases(team)
    }

    /// By `Practice.rawValue`.
    static let all: [PracticeWords] = [
        delivery, infrastructure, operations, data, collaboration, security, automation, customer, leadership,
    ]

    static let delivery = PracticeWords(
        duties: """
            Ship small changes to production several times a week
            Take {obj} from a rough idea to production
            Deploy your own work, and roll it back when it misbehaves
            Release new versions in small steps behind feature flags
            Roll out changes to all markets without a big bang
            Bring {obj} to production and keep the releases boring
            Shepherd releases from merge to launch
            Launch new parts of {obj} every few weeks
            Put finished work into users' hands through staged rollouts
            Keep the path from commit to deployment short
            Plan and carry out the launch of {obj}
            Look after version control, branching and release notes for {obj}
            Prepare and ship releases on a fixed schedule
            Deliver {obj} from concept to production
            """,
        brings: """
            A record of software shipped to production
            Experience with CI/CD and safe deployments
            Several launches behind you, at least one of them difficult
            Practice with feature flags, canaries and rollbacks
            You have released software that people depend on
            Comfort with trunk-based version control and frequent deployments
            """,
        team: """
            Every engineer here deploys on the first day and most days after it.
            The team ships to production daily, and you will do so from your first week.
            You will own your releases from merge to rollout.
            We deploy about twenty times a week, each of us our own changes.
            """)

    static let infrastructure = PracticeWords(
        duties: """
            Run the servers and clusters behind {obj}
            Plan capacity for our fleet before the busy season
            Move {obj} from rented servers to the cloud
            Design networks, storage and compute for new regions
            Look after the cloud accounts that our products live in
            Scale the infrastructure that carries {obj}
            Build and maintain the cloud infrastructure for {obj}
            Consolidate three data centres into one
            Size virtual machines, disks and networks for new customers
            Keep our container platform current
            Own the infrastructure under {obj}
            Choose the right cloud services for {obj} and set them up
            """,
        brings: """
            Sound knowledge of networks, storage and servers
            Experience with large server fleets
            You are at home in at least one public cloud
            Working knowledge of containers and container orchestration
            Experience in running cloud infrastructure
            You understand load balancers, routing and virtual machines
            """,
        team: """
            The team looks after some three hundred servers, and you will too.
            You will work on our cloud infrastructure every day.
            Engineers here set up and scale the infrastructure their services need.
            You will plan the capacity of our two data centres.
            """)

    static let operations = PracticeWords(
        duties: """
            Monitor {obj} and act before anybody complains
            Investigate incidents and write down what we learn from them
            Improve the reliability of running systems
            Define alerts that wake people only for good reasons
            Find out why response times rose last night and put it right
            Keep {obj} available around the clock
            Handle escalations from the first line and follow them to the cause
            Debug problems in production together with those who wrote the code
            Watch logs, metrics and traces of {obj}
            Lower the time it takes us to recover from incidents
            Hold {obj} to its service levels
            Operate what you build in production
            Write runbooks for {obj} and keep them honest
            Maintain {obj} in operation, including out-of-date corners
            """,
        brings: """
            Experience in operating production systems
            You have handled serious incidents and stayed calm
            Good instincts for monitoring, tracing and alerting
            Experience with service-level objectives and error budgets
            Practice in finding faults in live systems
            You have kept a busy service up through growth
            """,
        team: """
            Engineers here operate what they build.
            The team watches its own alerts and reviews every incident.
            You will spend part of each week on the health of live systems.
            We run our own services, incidents included.
            """)

    static let data = PracticeWords(
        duties: """
            Define the metrics that tell whether {obj} works
            Build dashboards that the whole house reads
            Run experiments and read their results with care
            Turn usage figures into decisions about {obj}
            Measure the effect of each change and report it
            Design A/B tests for {obj}
            Report weekly figures and explain what moved them
            Analyse how {obj} is used and recommend what to do
            Track key performance indicators and act when they drift
            Evaluate models against agreed measures before they go further
            Answer open questions with data, and say when data cannot answer
            Set up analytics events for {obj} and study them
            """,
        brings: """
            You decide with numbers and know their limits
            Experience with experiments and A/B tests
            A good hand for dashboards and metrics
            Experience in measuring outcomes and reporting them
            You can turn a vague question into an analysis
            Practice in product analytics
            """,
        team: """
            You will own two of our weekly metrics and explain them.
            The team measures every change and decides by the figures.
            You will run the experiments that settle our arguments.
            """)

    static let collaboration = PracticeWords(
        duties: """
            Work closely with product and design on {obj}
            Sit with colleagues from finance and turn their rules into software
            Explain technical choices to people who do not write code
            Agree priorities with stakeholders from sales and operations
            Coordinate {obj} across departments
            Work in a cross-functional team with product, legal and marketing
            Translate between business and technology
            Align {obj} with stakeholders in three countries
            Partner with the operations department to improve {obj}
            Present progress to stakeholders every two weeks
            Collaborate with product managers and designers from the first sketch
            Gather requirements from business departments
            """,
        brings: """
            You make complicated matters plain to non-technical colleagues
            Experience in cross-functional work with product and design
            Skill in handling stakeholders with different wishes
            You enjoy working with sales, finance and legal
            Experience in working with business stakeholders
            """,
        team: """
            You will work side by side with product managers and designers.
            You will meet stakeholders from finance and sales every week.
            The team works hand in hand with product, design and operations.
            """)

    static let security = PracticeWords(
        duties: """
            Threat-model {obj} before it is built
            Review access rights and close what is not needed
            Keep {obj} within our privacy obligations
            Find weaknesses in {obj} and see them fixed
            Prepare evidence for the yearly compliance audit
            Apply secure coding practices and teach them by review
            Handle vulnerability reports from intake to fix
            Protect personal data in {obj}
            Harden {obj} against attack
            Carry out security reviews of {obj}
            Look after secrets, keys and access control
            Answer security questionnaires and support audits
            """,
        brings: """
            A security-minded way of working
            Knowledge of secure coding and common attacks
            Experience with compliance audits
            Understanding of identity and access control
            Experience with vulnerability management
            Familiarity with privacy law and its practice
            """,
        team: """
            You will take part in our threat modelling sessions every month.
            Engineers here review each change for its security.
            You will be responsible for privacy and access control in your area.
            """)

    static let automation = PracticeWords(
        duties: """
            Automate the steps we still do by hand
            Write scripts that replace weekly manual checks
            Build automated tests for {obj}
            Remove toil from {obj} one script at a time
            Extend our automated test suite
            Automate the provisioning of new environments
            Build internal tooling that saves colleagues manual work
            Describe {obj} as code and retire the click paths
            Replace spreadsheets and manual hand-overs by automated workflows
            Automate reports that are assembled manually today
            Keep {obj} covered by automated checks
            Script the repetitive parts of {obj}
            """,
        brings: """
            You automate whatever you have done twice
            Experience with test automation
            Experience with infrastructure as code
            A habit of scripting away manual work
            Experience in building automated workflows
            """,
        team: """
            Whatever is done twice gets automated, and you will do much of that.
            The team owns its automated tests and extends them with every change.
            You will spend a day a week on automating manual steps.
            """)

    static let customer = PracticeWords(
        duties: """
            Talk to users every week and fix what hurts them
            Support customers when they are stuck
            Onboard new customers to {obj}
            Visit customers and watch how they use {obj}
            Answer questions of customers by mail and telephone
            Advise customers on how to get most out of {obj}
            Join calls with customers and bring back what you hear
            Interview users about {obj}
            Train customers and write guides for them
            Judge {obj} by what it does for its users
            Be the technical contact of our largest customers
            Build a feel for what users need, and argue for it
            """,
        brings: """
            Product sense and care for the user's experience
            Experience in working directly with customers
            You think from the user's side
            Patience and a friendly tone with customers
            Experience in customer support or consulting
            Empathy for users who are in a hurry
            """,
        team: """
            Engineers here talk to customers directly.
            You will be in touch with customers most days.
            The team works straight with its users, without a layer between.
            """)

    static let leadership = PracticeWords(
        duties: """
            Mentor two junior colleagues
            Set the technical direction of {obj}
            Lead the work on {obj} from plan to result
            Hire and develop the people of your team
            Own the roadmap of {obj}
            Decide the architecture of {obj}
            Lead a team of six
            Shape the architecture of {obj} and defend it
            Coach colleagues and set standards for reviews
            Drive technical decisions across the group and lead others to them
            Set coding standards for the department
            Manage people with care and clarity
            """,
        brings: """
            Experience in leading projects and people
            You have mentored others and liked it
            Experience in setting technical direction
            A record of architecture decisions that held
            Experience as a manager of engineers
            Influence over direction beyond your own work
            """,
        team: """
            You will lead a small team and answer for its plan.
            You will mentor newer colleagues from the start.
            You will own the architecture of your area.
            """)

    static let notEnough: [Phrase] = phrases(
        """
        We are a team that ships.
        We move fast and care about each other.
        Our platform is used by more than 3,000 schools.
        Our data centres are certified.
        Our customers love us.
        Our dashboards are used by thousands of planners.
        We believe in ownership and autonomy.
        Security is in our name.
        Our robots automate the dullest work in warehouses.
        We have grown every quarter since we began.
        Our monitoring product watches a million devices.
        We work in small teams with short ways.
        You communicate well in writing.
        You are a team player.
        You care about robust, readable code.
        You take ownership of your work.
        There is room to grow with us.
        """)
}
