/// The phrases of contract and working time.
extension FactCues {
    static let contract: [(Cue, String)] = [
        (
            .permanent,
            """
            permanent
            permanently employed
            open ended contract|employment|position|role|basis|term
            contract|employment|position|role|job is? open ended
            indefinite|indefinitely _1 contract|term|employment|basis
            no|without fixed? end date
            regular employment
            perm
            unbefristet*
            festanstellung|festangestellt*
            feste|fester|festen anstellung|vertrag|arbeitsvertrag
            cdi
            contrat a duree indeterminee
            indefinido|indefinida
            contrato fijo
            tillsvidare*
            fast anstallning|tjanst|stilling|ansaettelse
            vast|vaste contract|dienstverband|baan|aanstelling|functie
            onbepaalde tijd
            efetivo|efetiva
            contrato sem termo|efetivo
            sem termo
            clt
            tempo indeterminato
            umowa|umowe o prace
            正社員
            unlimited|indefinite|unbounded contract|employment|term
            """
        ),
        (
            .fixedTerm,
            """
            fixed term
            ftc
            temporary contract|position|role|post|job|employment|cover|appointment|basis|assignment
            temp position|role|contract
            maternity|paternity|parental cover|leave cover|replacement
            maternity cover
            parental leave cover
            limited to # months|years
            # month|months|year contract|appointment|term|temporary|assignment|fixed
            # month|months _1 contract
            #|two|three|four|six|nine|twelve|eighteen month|months contract|appointment|temporary|assignment|fixed
            contract of _1 #|two|three|four|six|nine|twelve|eighteen|one|a months|month|years|year
            contract runs|lasts for? #|two|three|six|nine|twelve|one|a|until
            contract until|till
            temporary until
            term|contract of # months|years
            contract for # months
            seasonal contract|position
            befristet*
            elternzeitvertretung|schwangerschaftsvertretung|zeitvertrag
            cdd
            contrat a duree determinee
            remplacement conge
            contrato|contratos|empleo|puesto|trabajo|caracter temporal|eventual
            obra o|y servicio
            contrato de? #|seis|doce|tres|nueve meses
            plazo fijo
            duracion determinada
            visstid*|vikariat*|tidsbegransad*|projektanstallning|tidsbegraenset|vikar|engagement
            tijdelijk contract|dienstverband|functie|e
            tijdelijke functie|aanstelling|vervanging
            bepaalde tijd
            jaarcontract
            a termo
            termo certo
            contrato temporario
            prazo determinado
            tempo determinato
            umowa na czas
            契約社員
            limited to _1 #|one|two|three|four|six|nine|twelve|eighteen|a months|month|years|year
            contrat de|d _1 # mois|an|ans
            contrat de _1 six|neuf|douze|dix|un|deux mois|an|ans
            contrato|contratos por obra|proyecto|servicio
            contrato de _1 un|dos|# ano|anos|meses
            contract voor de duur|# van?
            contract van _1 #|een|twee|zes|twaalf jaar|maanden
            contract voor _1 #|een|twee|zes|twaalf jaar|maanden
            anstallningen galler|varar|pagar _2 i|till|under
            anstallning i|pa _1 #|en|ett|tva|tre|sex|tolv manader|ar
            befristung
            """
        ),
        (
            .contractor,
            """
            contractor|contractors
            independent contractor|contractors
            freelance|freelancer|freelancers|freelancing
            self employed
            limited company
            via|through|under|with your own? limited? company|firm|business
            umbrella company
            through|via|or|an umbrella
            ltd company contractor*
            inside|outside ir35
            ir35
            day rate
            daily rate
            b2b
            corp to corp
            c2c
            1099
            contract role|position|basis|job|opportunity|gig|assignment|engagement
            contract to hire|perm|permanent
            on contract
            sub contractor|contractors
            subcontractor*
            statement of work
            freiberuf*
            freier|freie|freien mitarbeiter|mitarbeit|basis
            selbststandig* _2 auftrag|basis
            selbstandig* basis
            projektvertrag|freelancevertrag
            independant|independante|autoentrepreneur|portage
            auto entrepreneur
            tjm
            autonomo|autonomos|autonoma
            por cuenta propia
            freelancero
            konsultuppdrag|underkonsult*|egenforetagare|frilans*
            eget bolag
            egen firma
            zzp*|zelfstandig*
            recibos verdes
            pj
            prestador|prestacao de servicos
            partita iva
            業務委託
            temp to perm|permanent|hire
            month|months contract outside|inside
            invoice|bill|invoicing|billing us _3 through|via|from|by|as|each|monthly|per
            """
        ),
        (
            .contractorVoid,
            """
            for|with|by|of|our|manage|managing|general|government|defense|defence|prime|building|construction|roofing|electrical|plumbing|hvac|help|helps|helping|pay|paying|connect|connects|hire|hiring|other|external|third|outside|home|and contractor|contractors
            how|government|federal contractors
            contractors and|or|who|can|use|in|get|to|with|across
            freelance|freelancers and|or|who|can|use|get|marketplace|platform|marketplaces
            for|our|with|helps|help|pay|of|million freelancers|freelance
            no contractors|freelancers|freelance|agencies
            freelancers|contractors need|should|please not
            b2b saas|software|company|companies|product|products|sales|customers|marketing|startup|payments|marketplace|platform|e|ecommerce|commerce|tech|fintech|market|businesses|clients|space|data|services|apps|payment|experience|app|solutions|trade|enterprise|brands|media|in
            smart contract|contracts
            where|connects|connect|match|matches|matching|meet _3 freelance|freelancer|freelancers|contractors
            freelance|freelancers|freelancer find|meet|work|earn|offer|sell|illustrator*|driver*|designer* _2 work|meet|with|for|publishers|clients|jobs|gigs
            freelance|freelances et entreprises|clients
            freelances|independants et|aux|avec entreprises|clients
            marktplatz|plattform|portal|software fur _4 freelancer*|freiberuf*
            relation freelances|independants|freelance
            freelance driver*|illustrator*|writer*|photographer*|translator*|nurse*
            """
        ),
        (
            .internship,
            """
            internship|internships
            intern
            interns
            working student|students
            werkstudent*
            praktikum|praktika|praktikumsplatz|praktikant*|praktikantin|pflichtpraktikum
            ausbildungsplatz|auszubildend*|azubi|azubis
            duales studium
            stagiaire|stagiaires
            stage de|d|conventionne|remunere|fin|pre|pfe|alterne
            offre|un|en de? stage
            stage # mois
            stage van|bij|lopen|als
            stagiair|stagiairs
            stage|stages _1 obligatoire
            alternance|alternant|alternante|alternants|apprentissage|apprenti
            practicas
            becario|becaria|beca
            praktikplats|praktikperiod|praktik|larling
            stageplek|stageplaats|stageopdracht|afstudeerstage|afstudeeropdracht|meewerkstage|stagevergoeding
            estagio|estagios|estagiario|estagiaria
            industrial|student|year|sandwich|summer|work placement|placements
            placement year|student|scheme
            apprenticeship|apprentice|apprentices
            co op student|program|position|term
            tirocinio|stage curriculare|extracurriculare
            staz|praktyki|practicum
            インターン
            """
        ),
        (
            .internshipVoid,
            """
            mentor|mentoring|supervise|train|coach|guide|manage|hire|our|support|with|for|of|and|internships|including intern|interns|internship|internships|apprentices|praktikanten|stagiaires|becarios|werkstudenten
            previous|prior|past|relevant|through|an|or|including|and|via|former _1 internship|internships|praktika|practicas|stages
            experience|experiences _3 internship|internships
            praktika oder|und|sind
            internship|internships experience|count|counts|projects
            no|not interns|internship|internships
            nacional de practicas
            buenas|mejores practicas
            practicas de desarrollo|ingenieria|agiles|devops|seguridad
            permanent|placement agency
            job placement*
            """
        ),
        (
            .fullTime,
            """
            full time
            fulltime
            fte
            vollzeit*
            temps plein|complet
            jornada completa
            tiempo completo
            heltid|heltids*
            voltijd|voltijds|voltijdse|fulltime
            tempo integral|inteiro|pieno
            periodo integral
            pelny etat
            plny uvazek
            fuldtid*
            フルタイム
            """
        ),
        (
            .partTime,
            """
            part time
            parttime
            teilzeit*
            temps partiel
            mi temps
            media jornada
            jornada parcial|reducida
            tiempo parcial
            medio tiempo
            deltid|deltids*
            deeltijd|deeltijds
            tempo|periodo parcial
            meio periodo
            part time|e
            tempo parziale
            niepelny etat
            reduced hours
            パート
            """
        ),
        (
            .timeVoid,
            """
            full|part time|e? student|students|studies|study|mba|education|degree|parent|parents|course|master|fte|job
            study|studying|studied full|part time
            vollzeitstudium|teilzeitstudium|vollzeitaquivalent*
            full time equivalent*
            # full time employees|staff|people|engineers
            mba _2 part time
            no|not|nicht|kein|keine|ingen|pas|geen full|part time
            part time _1 mba
            """
        ),
    ]
}
