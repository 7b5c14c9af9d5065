/// What a phrase of `FactCues.book` says.
enum Cue: UInt8, CaseIterable {
    case nice, you, company, vacant
    case onCall, onCallNever
    case visa, visaVoid, sponsor
    case clearance, clearanceVoid
    case travel, travelVoid, travelNever
    case degree, degreeVoid, degreeOrElse
    case years, yearsVoid
    case permanent, fixedTerm, contractor, contractorVoid, internship, internshipVoid
    case fullTime, partTime, timeVoid
    case remote, remoteVoid, hybrid, onsite, onsiteVoid, officeNever, limit, anywhere
}

/// The phrases by which a posting states a fact, in the seven languages read and in a few words of their neighbours.
/// The notation is that of `CueBook`.
enum FactCues {
    static let book = CueBook(
        (general + terms + contract + place).map { ($0.0.rawValue, $0.1) })

    static func find(in text: inout FactText) {
        var hits: [CueHit] = []
        hits.reserveCapacity(64)
        book.find(in: text, 0..<text.tokens.count, into: &hits)
        text.cues = hits
    }

    static let general: [(Cue, String)] = [
        (
            .nice,
            """
            preferred|preferably|desirable|desired|bonus|plus|advantage|advantageous|ideally|beneficial|welcome|asset|helpful
            nice to have
            would be great|good|nice|useful
            von vorteil
            wunschenswert|idealerweise|pluspunkt*|gerne|vorteilhaft
            un plus|atout
            apprecie*|souhaite*|idealement
            se valora*|valorable|deseable|preferible|idealmente
            meriterande|fordel|onskvart|plus|bra om
            een pre|plus
            wenselijk|bij voorkeur|mooi meegenomen
            diferencial|desejavel|valorizado|vantagem|preferencial*
            """
        ),
        (
            .you,
            "you|your|yourself|youll|candidate*|applicant*|du|dein|deine|sie|ihr|ihre|vous|votre|tu|tus|te|usted|din|ditt|dina|je|jij|jouw|voce|engineer*|team|role|position|post|job|rotation|share*"
        ),
        (
            .company,
            "we|our|us|company|firm|wir|unser*|nous|notre|nos|nosotros|nuestr*|vi|var|vart|vara|wij|ons|onze|nosso|nossa|nossos|business|founded|founders|founder|since|startup"
        ),
        (
            .vacant,
            "we|our _6 sell|sells|make|makes|build|builds|develop|develops|provide|provides|offer|offers _5 software|platform|tool|tools|app|apps|product|products|system|systems|solution|solutions\nis what we make|sell|build|do\nsoftware|platform|tool|tools|app|product|products for\nour product|customers|clients|users\nused by\nnurse*|doctor*|physician*|hospital*|surgeon*|clinician*\nsoftware fur\nwir entwickeln|bauen|verkaufen _5 software|*software|plattform|losungen\nnotre|nos produit*|logiciel*|plateforme"
        ),
    ]

    static let terms: [(Cue, String)] = [
        (
            .onCall,
            """
            on call
            oncall
            pager
            pagers
            rota
            rotas
            paging rotation
            24 7|x7 _3 support|cover|coverage|shift|shifts|duty|rotation|rota|availability|operations|operation|bereitschaft|basis|ops|response
            support|cover|coverage|available|availability|shifts|operations _2 24 7|x7
            24x7 _3 support|cover|coverage|shift|shifts|duty|rotation|rota|availability|operations|operation|basis
            24 hour|hours cover|coverage|support|rota|rotation
            out of hours
            outside|outwith office|business|working|normal _1 hours
            after hours support|duty|work|incident*|rota|rotation|cover|coverage|calls|maintenance|availability|response|escalation*
            weekend|night|nights|evening|holiday|overnight duty|duties|cover|coverage|standby|support
            standby
            stand by duty|rota|rotation|shift|shifts|service
            rufbereitschaft*
            *rufbereitschaft
            bereitschaftsdienst*
            bereitschaftszeit*|bereitschaftswoche*|bereitschaftsplan*
            bereitschaft _3 24|nachts|nacht|wochenende|woche|rund|rotation|wechsel|turnus|alle
            24 7 bereitschaft*
            in|an|mit|ohne|keine|und|eine der? bereitschaft
            wochenenddienst*|notdienst*|nachtdienst*|pikett*|pikettdienst*
            astreinte|astreintes
            permanence|permanences _3 week|nuit|soir
            guardia|guardias
            turno|turnos de? guardia|guardias
            disponibilidad|soporte 24 7|x7
            jour
            jouren
            jourtjanst*|jourvecka|jourveckor|joursystem*|jourschema*|jourberedskap|jourarbete|jourpass
            beredskap|beredskapen|beredskapsjour|beredskapstjanst*|beredskapsvecka*|beredskapsschema*
            vakt|vakter|vaktordning*|vaktturnus|bakvakt*|beredskapsvakt*|vagt|vagter|vagtordning*|tilkaldevagt*|dognvagt
            consignatie*|piket*|wachtdienst*|storingsdienst*|bereikbaarheidsdienst*
            sobreaviso|plantao|plantoes|prevencao
            reperibilita
            dyzur*|pohotovost*|paivystys*|paivystyst*|ugyelet
            オンコール|オンコール対応|待機|夜間対応
            """
        ),
        (
            .onCallNever,
            """
            on call scheduling|software|platform|product|tool|tools|management|app|apps|doctor*|physician*|nurse*|surgeon*|staff|clinician*|veterinar*
            pager manufacturer*|company|duty inc
            rota software|planning|planner|management|tool|tools|app|apps|product*
            *rota software
            call rotas
            24 7 access|gym
            """
        ),
        (
            .visa,
            """
            visa|visas _6 sponsor*|support|assistance|assist|help*|provid*|offer*|relocation|arrange*|process*|transfer*|cost*|fee*|pay|paid|application*|possible|available|handle*|care|file*|cover*|considered|unterstutz*|hilf*|hilfe|ubernehm*|ubernimmt|kummern|beantrag*|gestell*|apoyo|patrocin*|tramit*|ayud*|gestion*|aide|aidons|parrain*|sponsoris*|prise|demarche*|accompagn*|hjalp*|stod|stotta*|stodjer|ordnar|fixar|ordnen|regelt|regelen|geregeld|hulp|help|helpen|apoio|ajud*|trat*
            sponsor*|support|supporting|assist|assistance|help|helps|handle|arrange|pay|cover|organise|organize|process|obtain|provide|offer|file|secure|get _6 visa|visas
            visa|visas|visum|visado|visto _1 yes|no|ja|nein|oui|si|sim
            visado|visados|visto|vistos
            visum*
            visumsponsor*|visasponsor*|visumstod|visastod|visumunterstutzung|visaunterstutzung|visumskosten
            arbeitsvisum|arbetsvisum|werkvisum|arbeitserlaubnis|arbeitsgenehmigung|aufenthaltstitel
            arbetstillstand|werkvergunning|kennismigrant*|tewerkstellingsvergunning
            permiso|permisos de trabajo
            permis de travail
            titre de sejour
            autorizacao de trabalho
            work permit|permits
            blue card
            blaue karte
            h1b|h1bs
            h 1b|1bs
            skilled worker visa|visas|route|sponsor*
            certificate of sponsorship
            tier 2 sponsor*|visa
            green card
            """
        ),
        (
            .sponsor,
            """
            sponsorship|sponsorships
            sponsoring|sponsoriz*|sponsoris*|sponsring
            sponsor|sponsors you|candidates|applicants|foreign|international|overseas|work|employment|immigration|engineers|anyone|people|talent|hires|employees|permits|h1b
            sponsor|sponsors
            """
        ),
        (
            .visaVoid,
            """
            visa or|and|and/or mastercard|invoice|card|paypal|amex|cash|sepa
            mastercard _2 visa
            by|with|via visa
            visa inc|europe|card|cards|credit|debit|direct|network|checkout|payments|vault|fraud
            at visa
            ex visa
            executive|project|event|conference|corporate|gold|platinum|club|sports|team|title|sponsor|meetup|open _1 sponsor|sponsors|sponsorship|sponsorships
            sponsor|sponsors|sponsoring|sponsorship|sponsorships of? _2 event|events|conference|conferences|meetup|meetups|hackathon*|club|clubs|team|teams|league|football|music|festival*|charit*|open|local|courses|course|gym|training|certification*|education|tuition|lunch*|breakfast|projects|sports|contributors|python|rust
            visa|visum software|product|platform|application|applications system|processing|portal|software
            sponsor|sponsors _3 clearance
            stakeholders _3 sponsors
            sponsors _3 stakeholders
            """
        ),
        (
            .clearance,
            """
            clearance|clearances|cleared|clearable
            security vetting|cleared|vetted
            ts sci
            top secret
            sc|dv|nv1|nv2|ts cleared|clearance
            polygraph
            public trust
            yankee white
            sicherheitsuberprufung*|sicherheitsuberpruft|sicherheitsfreigabe*|sicherheitsstufe|verschlusssachen*|ubersicherheit*
            u2|u3|su2|su3
            habilitation|habilitations _3 secret|defense|confidentiel|securite|tres|otan|necessaire|requise|exigee|secrete
            habilitable
            habilitacion|habilitaciones de? _1 seguridad|secreto|nacional|defensa
            acreditacion de seguridad
            sakerhetsprov*|sakerhetsklass*|sakerhetsgodkan*|registerkontroll*
            sikkerhetsklarering*|sikkerhedsgodkend*
            veiligheidsonderzoek*|veiligheidsmachtiging|vgb|aivd|mivd
            credenciacao|acreditacao de seguranca
            nulla osta
            """
        ),
        (
            .clearanceVoid,
            """
            customs|import|export|border|cargo|freight|vessel|port|road|ground|roof|head|land|site|snow|forest|mine|debt|payment|trade|cheque|check|stock|warehouse|sale|copyright|rights|air|traffic|medical|tax|building|slum|house|waste|duty|broker|goods|parcel|music clearance|clearances|cleared
            clearance sale|sales|items|stock|house|settlement|agent*|broker*|platform|price*|rate|time|times
            clearance and|or settlement
            clearing house
            cleared funds|payments|trades|customs|cells|cell|land
            is|are|be|been|have|has cleared
            """
        ),
        (
            .travel,
            """
            travel|travels|travelling|traveling
            reisebereitschaft|reisetatigkeit*|reiseanteil|dienstreise*|geschaftsreise*|reiseaufkommen|reisebereit
            reisen|reist
            deplacement|deplacements
            voyager|voyages
            viajar|viajes|viaje|desplazamientos|desplazamiento
            resor|resa|resande|tjansteresor|tjansteresa|reser
            reizen|reist|reisbereidheid|dienstreizen|zakenreizen|zakenreis|reisbereid
            viagens|viajar|viagem|deslocacoes|deslocamentos|deslocacao
            trasferte|trasferta|delegac*|wyjazdy|wyjazdow|rejser|rejse|reiser|sluzebn*
            business trip|trips
            on the road
            """
        ),
        (
            .travelVoid,
            """
            travel industry|tech|technology|company|companies|brand|brands|agency|agencies|agent|agents|app|apps|platform|platforms|product|products|software|booking|bookings|insurance|expense|expenses|cost|costs|allowance|stipend|budget|perk|perks|discount|discounts|benefit|benefits|reimbursement|card|credit|credits|sector|market|marketplace|business|startup|startups|data|site|sites|website|marketing|management|experience|experiences|planning|planner|guide|guides|retail|space|vouchers|voucher|time|pass|solution|solutions|services|service|partners|partner|search|routes|medicine|restrictions|assistant|community|customers|customer|bookers|lovers|sickness|adapter|plans|itineraries
            business|corporate travel management|platform|software|agency|booking|company
            love|loves|loved|enjoy|like to? travel
            travel and|& hospitality|tourism|leisure|expense|entertainment|lodging|relocation
            hospitality|tourism|leisure|airlines|hotels and|& travel
            people|travellers|travelers|passengers|users|customers|guests|families|parcels|packets|goods|signals|data|who|that|how _2 travel|travels
            time travel
            travel|travels|travelling|traveling to|from _1 work|office daily
            travel|travelling with us
            air|rail|train|space|group|future|leisure|public|student|luxury|global|family|better|smart|sustainable|make|makes|making travel
            reisen buchen|anbieter
            reiseportal*|reiseburo*|reisebranche|reiseanbieter
            viajes agencia|online
            agencia|agencias|portal|buscador|app de viajes
            agence|agences de voyages
            agencia|agencias de viagens
            customer|user journey
            """
        ),
        (
            .travelNever,
            """
            travel not? not|isnt required|needed|expected|necessary
            """
        ),
        (
            .degree,
            """
            degree|degrees
            bachelor|bachelors|masters|baccalaureate
            master of science|engineering|arts
            master in|degree
            masterstudium|masterabschluss|bachelorabschluss|bachelorstudium
            bsc|msc|beng|meng
            bs|ba|ms|b.s|m.s|b.a|bs/ms in|degree|or
            phd|doctorate|doctoral
            graduates of
            university|college education|diploma|graduate|graduates|qualification*
            tertiary|higher education|qualification*
            diploma|diplome|diplomado|diplom
            studium|hochschulstudium|hochschulabschluss*|universitatsabschluss|studienabschluss|informatikstudium|universitatsstudium|fachhochschulabschluss
            abgeschlossen* studium|hochschul*|ausbildung
            bac # *
            bac
            ecole d ingenieur*
            formation superieure|ingenieur|universitaire
            titulo|titulacion|titulado|grado|licenciatura|licenciado|licenciada|ingenieria
            examen|hogskoleexamen|universitetsexamen|hogskoleutbildning|universitetsutbildning|civilingenjor*|kandidatexamen|masterexamen|eftergymnasial
            akademisk utbildning|examen
            relevant utbildning
            hbo|wo
            universitaire opleiding
            afgeronde opleiding|studie
            formacao|ensino superior
            graduacao|bacharelado|mestrado
            laurea|wyksztalcenie
            """
        ),
        (
            .degreeVoid,
            """
            degree of
            360 degree|degrees
            # degree|degrees
            degrees celsius|fahrenheit|of
            high|higher|certain|large|some|great|considerable|significant|nth|that|third|second|what degree
            scrum|web|quiz|head|past|dungeon|puppet masters|master
            master|masters data|branch|node|agreement|plan|of
            six|degrees separation
            examen medical|externe|ocular
            titulo de? pagina
            a titulo
            diploma thesis
            titulo del puesto
            grado de
            degree apprentice*
            studium generale
            dual* studium
            """
        ),
        (
            .degreeOrElse,
            """
            or equivalent|comparable|similar|relevant|related|other|practical|industry|hands|work|demonstrated|proven|commensurate|self|bootcamp|apprenticeship|military|the _4 experience|proof|training|qualification*|background|evidence|taught|skills|knowledge|combination|portfolio|education
            or equivalent|comparable
            equivalent|comparable _3 experience|background|skills|practice|training|knowledge
            degree|phd|bachelors|bachelor|masters|diploma|education or # *
            or _3 experience
            or _3 years
            oder vergleichbar*|gleichwertig*|ahnlich*|entsprechend*|einschlagig*|ausbildung|berufserfahrung|quereinst*|praktisch*|autodidakt*
            ou _1 equivalen*|experience
            o _1 equivalente*|similar|experiencia
            eller _1 motsvarande|likvardig*|likvardiga|erfarenhet
            of _1 gelijkwaardig*|vergelijkbaar*|vergelijkbare|ervaring|aantoonbare
            o|oppure equivalente|titolo
            lub rownowaz*
            or self taught
            in lieu of
            instead of _2 degree
            """
        ),
        (
            .years,
            """
            years|year|yrs|yoe|jahre|jahren|jahr|ans|annees|anos|ano|ar|ars|jaar|jaren|lat|anni|let|aar
            """
        ),
        (
            .yearsVoid,
            """
            years|year|yrs|jahre|jahren|ans|anos|ar|jaar old|of|og age
            years|year ago|old|later|young
            years in business
            years|year warranty|contract|plan|roadmap|anniversary|lease|partnership|vesting|cliff|history|fixed|runway
            last|past|next|first|coming|previous|recent|every|each|per|within # years|year|ar|jahre|ans|anos
            letzten|nachsten|ersten|dernieres|prochaines|ultimos|proximos|senaste|kommande|laatste|komende|primeiros # *
            il y a # ans
            hace # anos
            seit # jahren
            desde hace #
            sedan #
            i # ar
            sinds # jaar
            ha # anos
            for|over|in|during _2 # years _2 we|our
            combined|collective|accumulated|joint _2 experience
            # years _2 combined|collective
            years _1 combined|collective
            gmbh seit
            age|aged _2 #
            """
        ),
    ]
}
