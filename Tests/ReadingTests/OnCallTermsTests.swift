import Base
import Reading
import Sources
import Taxonomy
import Testing

@Suite struct OnCallTermsTests {
    @Test(arguments: rows(OnCallTermsTests.table, columns: 2))
    func `what a text states of on-call and terms, and nothing else`(_ row: [String]) {
        let text = factText(row[0])
        let stated = write(TermsReader.terms(text, nil), OnCallReader.onCall(text, nil))
        let expected = row[1].split(separator: " ").map(String.init).filter {
            !$0.hasSuffix("=unstated") && !$0.hasSuffix("=None")
        }
        #expect(stated.sorted() == expected.sorted(), "\(row[0])")
    }

    /// The fields that are stated, as `name=value`.
    private func write(_ t: TermsFact, _ onCall: OnCallFact) -> [String] {
        func figure(_ name: String, _ v: Double?) -> String? {
            v.map { "\(name)=\($0 == $0.rounded() ? String(Int($0)) : String($0))" }
        }
        let words = [
            ("oncall", onCall.value.id), ("visa", t.visa.rawValue), ("clearance", t.clearance.rawValue),
            ("travel", t.travel.rawValue),
            ("degree", t.degree.rawValue), ("contract", t.contract.rawValue), ("worktime", t.worktime.rawValue),
        ]
        return words.filter { $0.1 != "unstated" }.map { "\($0.0)=\($0.1)" }
            + [
                figure("travelMaxPercent", t.travelMaxPercent), figure("yearsMin", t.yearsMin),
                figure("hoursMin", t.hoursMin),
                figure("hoursMax", t.hoursMax),
            ].compactMap { $0 }
    }

    @Test func `each stated field carries its words`() {
        let text = factText("We like tea. Travel up to 20 %. A degree is required.")
        let terms = TermsReader.terms(text, nil)
        #expect(terms.spans["travel"].map(text.words) == "Travel up to 20")
        #expect(terms.spans["degree"].map(text.words) == "A degree is required")
        #expect(terms.spans["visa"] == nil)
    }

    static let table = """
        You answer alerts at night and at weekends in turn with the team. | oncall=yes
        Jour fixe am Dienstag | oncall=unstated
        Bereitschaftsdienst haben wir in diesem Team nicht. | oncall=no
        Hours: 32 a week. | hoursMin=32 hoursMax=32
        Bis zu 18 Stunden pro Woche. | hoursMax=18
        Un jour de repos par semaine | oncall=unstated
        Jour var femte vecka | oncall=yes
        Utan jour | oncall=no
        Nacht- und Wochenendbereitschaft im Wechsel | oncall=yes
        Unser Produkt plant die Bereitschaftsdienste von Kliniken. | oncall=unstated
        Expect to be with customers all over Europe up to 30% of your time. | travel=yes travelMaxPercent=30
        Customers all over Europe rely on us. | travel=unstated
        Zweimal im Jahr fliegst du zu unserem Standort in Porto. | travel=yes
        Mobilité nationale | travel=yes
        Our app is software for business travel. | travel=unstated
        We take over your H-1B. | visa=yes
        Visa sponsorship for non-EU citizens | visa=yes
        Nous ne pouvons pas prendre en charge les demandes de visa. | visa=no
        You will have to obtain DV within your first year. | clearance=required
        Our DV camera records everything. | clearance=unstated
        Du hast ein abgeschlossenes Studium oder eine vergleichbare Qualifikation. | degree=equivalent
        You may lack a degree if you can show what you built. | degree=equivalent
        Curso superior completo em TI | degree=required
        University degree? Not needed. | degree=not_required
        We pay for your master's degree. | degree=unstated
        Mindestens 2-jährige Berufserfahrung | yearsMin=2
        Fünfjährige Erfahrung mit Datenbanken | yearsMin=5
        Four years or so in backend work | yearsMin=4
        The contract is limited to two years. | contract=fixed_term
        Temp-to-perm | contract=contractor
        A marketplace where freelance illustrators meet publishers | contract=unstated
        Teilzeit ab 20 Stunden pro Woche | worktime=part_time hoursMin=20
        Omfattning: 75 % | worktime=part_time
        Tjänsten innebär 20 procent resor. | travel=yes travelMaxPercent=20
        60 % of the role is coding. | worktime=unstated
        You share an on-call rotation with five colleagues. | oncall=yes
        No on-call, no weekend work. | oncall=no
        There is no on-call duty in this role. | oncall=no
        On-call: none. | oncall=no
        24/7 support on a rota basis | oncall=yes
        You carry the pager one week in six. | oncall=yes
        Occasional out-of-hours work during releases | oncall=yes
        Our product replaces the pager for hospitals. | oncall=unstated
        We build scheduling software for nurses on call. | oncall=unstated
        Rufbereitschaft im Wechsel mit dem Team | oncall=yes
        Keine Rufbereitschaft, keine Wochenenden. | oncall=no
        Die Bereitschaft zu lernen bringst du mit. | oncall=unstated
        Astreintes : aucune. | oncall=no
        Pas d'astreinte. | oncall=no
        Guardias cada seis semanas, pagadas aparte. | oncall=yes
        Sin guardias. | oncall=no
        Jour var sjätte vecka ingår. | oncall=yes
        Ingen jour. | oncall=no
        Du deelt de piketdienst met vier collega's. | oncall=yes
        Geen piketdienst. | oncall=no
        Sobreaviso uma vez por mês. | oncall=yes
        Sem plantão. | oncall=no
        You hop on a call with customers. | oncall=unstated
        Incident response experience | oncall=unstated
        We sponsor visas and pay for relocation. | visa=yes
        We can help with your work visa. | visa=yes
        No visa sponsorship at this time. | visa=no
        Visa sponsorship is not available. | visa=no
        We cannot sponsor visas for this position. | visa=no
        You must be authorized to work in the US without sponsorship. | visa=no
        We accept Visa and Mastercard. | visa=unstated
        We sponsor local meetups and a football team. | visa=unstated
        H-1B transfers welcome, we sponsor. | visa=yes
        Wir unterstützen dich beim Arbeitsvisum. | visa=yes
        Kein Visa-Sponsoring möglich. | visa=no
        Nous sponsorisons les visas de travail. | visa=yes
        Tramitamos el visado y el permiso de trabajo. | visa=yes
        Vi hjälper till med arbetstillstånd. | visa=yes
        We helpen met het werkvisum. | visa=yes
        Apoiamos no processo de visto. | visa=yes
        Executive sponsor for the project | visa=unstated
        Active Secret clearance required. | clearance=required
        Must be able to obtain a TS/SCI clearance | clearance=required
        Security clearance is a plus. | clearance=preferred
        No security clearance needed. | clearance=not_required
        SC cleared or eligible | clearance=required
        You must pass security vetting (SC). | clearance=required
        Customs clearance experience | clearance=unstated
        We sell clearance stock online. | clearance=unstated
        The pull request was cleared for merge. | clearance=unstated
        Sicherheitsüberprüfung (Ü2) erforderlich | clearance=required
        Habilitation secret défense exigée. | clearance=required
        Säkerhetsprövning krävs. | clearance=required
        Se requiere habilitación de seguridad. | clearance=required
        Up to 25% travel. | travel=yes travelMaxPercent=25
        Travel 10-20% to customer sites | travel=yes travelMaxPercent=20
        Willingness to travel within Europe | travel=yes
        Occasional travel to our Paris office | travel=yes
        No travel required. | travel=no
        We build software for the travel industry. | travel=unstated
        Travel allowance and gym | travel=unstated
        Our app helps people travel cheaper. | travel=unstated
        Reisebereitschaft (ca. 30 %) | travel=yes travelMaxPercent=30
        Keine Reisetätigkeit. | travel=no
        Déplacements ponctuels en France | travel=yes
        Aucun déplacement à prévoir. | travel=no
        Disponibilidad para viajar (20 %) | travel=yes travelMaxPercent=20
        Resor ingår i tjänsten, cirka 10 dagar per år. | travel=yes
        Reizen is niet nodig. | travel=no
        Disponibilidade para viagens ocasionais. | travel=yes
        Bachelor's degree in Computer Science required. | degree=required
        BS in Computer Science or equivalent experience | degree=equivalent
        A degree is nice to have. | degree=preferred
        No degree required. | degree=not_required
        We do not care about degrees. | degree=not_required
        Master's or PhD preferred. | degree=preferred
        A high degree of autonomy | degree=unstated
        360-degree feedback | degree=unstated
        Scrum Master wanted for our master branch | degree=unstated
        Abgeschlossenes Studium der Informatik | degree=required
        Studium oder vergleichbare Ausbildung | degree=equivalent
        Kein Studium nötig. | degree=not_required
        Diplôme d'ingénieur ou équivalent | degree=equivalent
        De formation Bac+5 | degree=required
        Titulación universitaria en informática | degree=required
        Grado en informática o experiencia equivalente | degree=equivalent
        Universitetsexamen inom datavetenskap | degree=required
        Examen eller motsvarande erfarenhet | degree=equivalent
        HBO of WO diploma | degree=required
        Hbo werk- en denkniveau of gelijkwaardige ervaring | degree=equivalent
        Formação superior em informática | degree=required
        5+ years of experience with Java | yearsMin=5
        At least three years building web apps | yearsMin=3
        3-5 years' experience | yearsMin=3
        Minimum 7 years in software | yearsMin=7
        2 to 4 years of Python | yearsMin=2
        We have been in business for 15 years. | yearsMin=None
        Over the next 3 years we will grow. | yearsMin=None
        A 30-year-old company | yearsMin=None
        Our founders have 40 years of combined experience. | yearsMin=None
        Mindestens 3 Jahre Berufserfahrung | yearsMin=3
        Fünf Jahre Erfahrung mit C++ | yearsMin=5
        Seit 20 Jahren am Markt | yearsMin=None
        Au moins 4 ans d'expérience | yearsMin=4
        3 años de experiencia mínima | yearsMin=3
        Minst två års erfarenhet av Go | yearsMin=2
        Minimaal 3 jaar ervaring | yearsMin=3
        Pelo menos 5 anos de experiência | yearsMin=5
        You are at least 18 years old. | yearsMin=None
        Three years of warranty on every device | yearsMin=None
        Permanent contract, full-time | contract=permanent worktime=full_time
        6-month contract, extension possible | contract=fixed_term
        Freelance project, outside IR35 | contract=contractor
        Summer internship in our data team | contract=internship
        Work with permanent magnets | contract=unstated
        You mentor interns. | contract=unstated
        We build smart contracts. | contract=unstated
        Unbefristeter Arbeitsvertrag in Vollzeit | contract=permanent worktime=full_time
        Befristet auf zwei Jahre, Teilzeit möglich | contract=fixed_term worktime=part_time
        Freiberufliche Mitarbeit auf Stundenbasis | contract=contractor
        Praktikum, sechs Monate | contract=internship
        CDI à temps plein | contract=permanent worktime=full_time
        CDD de 12 mois | contract=fixed_term
        Stage de 6 mois | contract=internship
        The next stage of our growth | contract=unstated
        Contrato indefinido, jornada completa | contract=permanent worktime=full_time
        Contrato temporal de seis meses | contract=fixed_term
        Autónomos bienvenidos | contract=contractor
        Beca para estudiantes | contract=internship
        Tillsvidareanställning, heltid | contract=permanent worktime=full_time
        Vikariat ett år, deltid | contract=fixed_term worktime=part_time
        Vast contract, fulltime | contract=permanent worktime=full_time
        Tijdelijk contract voor bepaalde tijd | contract=fixed_term
        ZZP of freelance | contract=contractor
        Estágio de seis meses | contract=internship
        Contrato sem termo, tempo inteiro | contract=permanent worktime=full_time
        Recibos verdes | contract=contractor
        Full-time or part-time, as you like | worktime=either
        Voll- oder Teilzeit | worktime=either
        Hel- eller deltid | worktime=either
        Full-time students are welcome to our meetups. | worktime=unstated
        40 hours per week | hoursMin=40 hoursMax=40
        32-40 hours a week | hoursMin=32 hoursMax=40
        38,5 Stunden pro Woche | hoursMin=38.5 hoursMax=38.5
        35-Stunden-Woche | hoursMin=35 hoursMax=35
        35 heures par semaine | hoursMin=35 hoursMax=35
        37 horas semanales | hoursMin=37 hoursMax=37
        40 timmar i veckan | hoursMin=40 hoursMax=40
        32 tot 40 uur per week | hoursMin=32 hoursMax=40
        Up to 20 hours a week | hoursMax=20
        We saved customers 12 hours a week. | hoursMin=None
        Support within 24 hours | hoursMin=None
        80–100 % Pensum | worktime=either
        Part-time, 60%, permanent | worktime=part_time contract=permanent
        If you need a permit to work here, we arrange it and pay the lawyer. | visa=yes
        We are a licensed sponsor and hire from abroad. | visa=yes
        Only candidates with an EU work permit can be considered. | visa=unstated
        Blue Card? We take care of the paperwork. | visa=yes
        Nous prenons en charge les démarches de visa. | visa=yes
        Find a sponsor in senior management for your project. | visa=unstated
        BPSS and SC vetting will be carried out. | clearance=required
        Existing NV1 is an advantage but not essential. | clearance=preferred
        Candidates need TS with a full-scope poly. | clearance=required
        Imprescindible habilitación personal de seguridad. | clearance=required
        Clearance of goods at the border is what our software does. | clearance=unstated
        Low ground clearance robots roll under shelves. | clearance=unstated
        Our clearance sale starts in July. | clearance=unstated
        You visit customers in Spain two or three times a quarter. | travel=yes
        You'll fly to our Boston office every other month. | travel=yes
        Regular trips to our plants in Poland. | travel=yes
        Viajes a la sede de Valencia dos veces al año. | travel=yes
        Er wordt niet gereisd. | travel=no
        Our office is a short trip from the airport. | travel=unstated
        Degree? We don't mind either way. | degree=not_required
        A PhD would help but is not needed. | degree=preferred
        MSc preferred, BSc essential. | degree=required
        Computer science degree (or you taught yourself, we don't mind) | degree=equivalent
        Ob du studiert hast, ist uns egal. | degree=not_required
        Abgeschlossene Ausbildung als Fachinformatiker oder Studium | degree=equivalent
        Valorable titulación universitaria. | degree=preferred
        Four years or more as a data engineer | yearsMin=4
        At least 24 months of production Kubernetes experience | yearsMin=2
        Half a year of experience with Rust is enough. | yearsMin=0.5
        A decade of experience in networks | yearsMin=10
        Une première expérience de 2 ans minimum | yearsMin=2
        Du har jobbat minst tre år som utvecklare. | yearsMin=3
        Vacation grows after 3 years with us. | yearsMin=None
        Indefinite employment contract | contract=permanent
        Initial contract of six months with likely extension | contract=fixed_term
        Internship for master's students | contract=internship
        Contrato por obra o servicio | contract=fixed_term
        Uppdrag som underkonsult | contract=contractor
        A part-time post of 24 hours a week | worktime=part_time hoursMin=24 hoursMax=24
        30+ hours weekly | hoursMin=30
        37½ hours a week | hoursMin=37.5 hoursMax=37.5
        Forty hours a week, rarely more | hoursMin=40 hoursMax=40
        Teilzeit mit 20 bis 25 Wochenstunden | worktime=part_time hoursMin=20 hoursMax=25
        You answer alerts at night every sixth week. | oncall=yes
        Nacht- oder Wochenenddienste gibt es nicht. | oncall=no
        Standby mode draws 2 mW. | oncall=unstated
        Security guards use our app. | oncall=unstated
        No se pide ningún título, pero sí dos años con Go. | degree=not_required yearsMin=2
        No se requiere experiencia ni título, pero los dos ayudan. | degree=not_required
        Escalas para os médicos de plantão são o nosso produto. | oncall=unstated
        Our workflows run on Temporal. | contract=unstated
        After half a year you join the pager rota. | oncall=yes yearsMin=None
        Accurate to a hundredth of a degree | degree=unstated
        Sie werden nie außerhalb der Bürozeit angerufen, es gibt keine Rufbereitschaft. | oncall=no
        """
}
