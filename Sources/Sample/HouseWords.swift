/// Everything in an ad that asks for nothing: openings, boilerplate, benefits, headings, closing lines; and the frames
/// in which skills are asked for, wished, named as context or refused.
enum HouseWords {
    static let about: [Phrase] = phrases(
        """
        {co} makes {product}. We are about {size} people in {city} and a few other places.
        At {co} we build {product} for people who have better things to do than wait.
        {co} was founded to give {domain} better tools. Today {product} is used in nineteen countries.
        We are {co}, the maker of {product}.
        {co} is a company of {size} in the field of {domain}. Our product is {product}.
        Founded in a kitchen and grown to {size} colleagues, {co} works on {product}.
        {co} develops {product}. We raised $40M in our Series B and are profitable since last year.
        Half of all {domain} in our home market runs on what {co} makes: {product}.
        For twelve years {co} has worked for {domain}. What began as a spreadsheet is {product} now.
        {co} believes that {domain} deserve software that does not get in the way.
        """)
    static let role: [Phrase] = phrases(
        """
        We are looking for a {title} to join us in {city}.
        As a {title} you will work on {obj}.
        To grow our group we are hiring a {title}.
        This is a new position in the group that looks after {obj}.
        We need one more {title}, and soon.
        You will join a group of eight that works on {obj}.
        Our group for {obj} is looking for a {title}.
        A colleague is leaving for parental leave, so we are looking for a {title}.
        """)
    static let neutralDuties: [Phrase] = phrases(
        """
        Design and build {obj}
        Write clear, tested code
        Develop {obj} further
        Review the work of other engineers
        Write documentation that is read
        Take care of {obj}
        Improve the structure of {obj} step by step
        Fix defects in {obj}
        Estimate and plan your own work
        Keep {obj} easy to change
        Prototype new ideas for {obj}
        Help other engineers when they are stuck
        """)
    static let neutralOffice: [Phrase] = phrases(
        """
        Take care of {obj}
        Prepare and check documents for {obj}
        Keep {obj} in good order
        Plan your own week and keep deadlines
        Write and revise texts about {obj}
        Work through open cases in {obj}
        """)
    static let neutralBrings: [Phrase] = phrases(
        """
        Curiosity, and the will to finish things
        Good written English
        A degree in computer science or comparable experience
        A careful way of working
        You like to learn from others
        Reliability and good humour
        You can work on your own and in a group
        """)
    static let benefits: [Phrase] = phrases(
        """
        30 days of paid leave
        Health, dental and vision insurance
        A budget for books and conferences
        Flexible working hours
        Company pension
        Stock options
        Parental leave of sixteen weeks
        Public transport ticket or job bike
        Fresh fruit and very good coffee
        A laptop of your choice
        Gym membership
        401(k) with company match
        Four-day week in August
        Sabbatical after five years
        Home office allowance
        """)
    static let closing: [Phrase] = phrases(
        """
        {co} is an equal opportunity employer. We welcome everyone, whatever their origin, gender or age.
        We value diversity and do not discriminate on any ground protected by law.
        If you need an adjustment in the process, tell us and we will arrange it.
        Please apply through the form on this page. We answer within a week.
        The process has three steps: a call, a work sample, a day with the group.
        All qualified applicants will receive consideration for employment without regard to any protected status.
        Not sure that you meet every point? Apply anyway.
        """)

    static let dutyHeads: [Phrase] = phrases(
        """
        What you'll do
        Responsibilities
        Your role
        What you will do
        Day to day
        In this role you will
        Key responsibilities
        Your tasks
        The job
        How you'll spend your time
        """)
    static let needHeads: [Phrase] = phrases(
        """
        Requirements
        What you bring
        Who you are
        What we're looking for
        Qualifications
        Must have
        About you
        Skills and experience
        What you need
        Your profile
        """)
    static let niceHeads: [Phrase] = phrases(
        """
        Nice to have
        Bonus points
        Preferred qualifications
        It's a plus if you know
        Ideally you also have
        Would be great
        Desirable
        Extra credit
        """)
    static let stackHeads: [Phrase] = phrases(
        """
        Our stack
        Tech stack
        Technology we use
        Our tools
        """)
    static let offerHeads: [Phrase] = phrases(
        """
        What we offer
        Benefits
        Why join us
        Perks
        What's in it for you
        """)
    static let aboutHeads: [Phrase] = phrases(
        """
        About us
        Who we are
        The company
        About {co}
        """)
    static let payHeads: [Phrase] = phrases(
        """
        Pay
        Compensation
        Salary
        """)

    // Frames for skills. {s} is one name, {s2} two joined by "and" or "or", {s3} three.
    static let need1: [Phrase] = phrases(
        """
        Solid experience with {s}
        Strong {s} skills
        Several years of {s} in professional use
        Fluent in {s}
        Hands-on experience with {s}
        You know {s} well
        Deep knowledge of {s}
        Proficiency in {s}
        """)
    static let need2: [Phrase] = phrases(
        """
        Experience with {s2}
        Good working knowledge of {s2}
        You are comfortable with {s2}
        Practical experience with {s2}
        Confident use of {s2}
        """)
    static let need3: [Phrase] = phrases(
        """
        Experience with {s3}
        You have worked with {s3}
        Knowledge of {s3}
        Familiar with {s3}
        """)
    static let wish: [Phrase] = phrases(
        """
        {s2} would be a plus
        Bonus: {s2}
        Ideally some {s2}
        {s2} is a plus
        """)
    static let wishListed: [Phrase] = phrases(
        """
        Experience with {s}
        {s}
        Some {s}
        Knowledge of {s}
        Exposure to {s}
        """)
    static let context: [Phrase] = phrases(
        """
        Our stack: {list}.
        Tech stack: {list}.
        We use {list}.
        Our systems are built with {list}.
        Stack: {list}
        """)
    static let refused: [Phrase] = phrases(
        """
        You do not need to know {s}.
        No {s} here.
        We do not use {s}.
        {s} is not required.
        """)

    static let remote: [Phrase] = phrases(
        """
        This position is fully remote.
        Work from anywhere.
        We are a remote company; you can work from anywhere in the world.
        100% remote.
        """)
    static let restricted: [Phrase] = phrases(
        """
        Remote within {country}.
        This is a remote position; you must be based in {country}.
        Remote ({country}).
        You can work remotely from anywhere in {country}.
        """)
    static let hybrid: [Phrase] = phrases(
        """
        Hybrid: three days a week in our {city} office.
        We work hybrid, with two days in the office in {city}.
        Hybrid work: expect to be in the {city} office on Tuesdays and Thursdays.
        This is a hybrid role based in {city}.
        """)
    static let onsite: [Phrase] = phrases(
        """
        This role is on site in {city}.
        You will work on-site in our {city} office, five days a week.
        Onsite in {city}.
        We work together in our office in {city}; this is an in-person role.
        """)
    static let onCallYes: [Phrase] = phrases(
        """
        You will be part of the on-call rotation, about one week in six.
        Take part in our on-call rota
        The role includes on-call duty every fifth week, paid extra.
        You share the pager with seven colleagues.
        Participate in a 24/7 on-call rotation
        """)
    static let onCallNo: [Phrase] = phrases(
        """
        There is no on-call duty.
        No on-call.
        This role comes without on-call.
        """)
    static let noPay: [Phrase] = phrases(
        """
        We offer a competitive salary.
        Pay according to experience.
        Competitive compensation and equity.
        """)

    // {lo} {hi} are amounts with sign, {kl} {kh} in thousands, {cur} the code.
    static let payYear: [Phrase] = phrases(
        """
        The base salary range for this role is {lo} - {hi} per year.
        Salary: {lo} – {hi}
        We pay {kl}–{kh}.
        Compensation: {cur} {nl} to {cur} {nh} a year, plus equity.
        Base pay between {lo} and {hi} per annum.
        {kl} - {kh} + bonus
        Annual salary {lo} to {hi}, depending on experience.
        """)
    static let payHour: [Phrase] = phrases(
        """
        {lo} - {hi} per hour
        The rate is {lo} to {hi} an hour.
        """)
    static let payMonth: [Phrase] = phrases(
        """
        {cur} {nl} – {nh} per month
        Monthly salary: {nl} to {nh} {cur}
        """)
    static let payDay: [Phrase] = phrases(
        """
        Day rate: up to {hi} per day.
        Up to {hi}/day
        """)

    static let contacts: [Phrase] = phrases(
        """
        Questions? {person} is happy to answer: {mail} or {phone}.
        Your contact is {person}, {phone}.
        Send your application to {mail}.
        Talk to {person} ({mail}) if you want to know more.
        """)
    static let agencyOpenings: [Phrase] = phrases(
        """
        Our client, a well-known company in its field, is looking for a {title}.
        On behalf of our client we are looking for a {title}.
        We recruit a {title} for a company in {city}.
        """)
}
