/// What a phrase of `FactCues.book` says.
enum Cue: UInt8, CaseIterable {
    case nice, you, company, vacant
    case onCall, onCallNever
    case visa, visaVoid, sponsor
    case clearance, clearanceVoid
    case travel, travelVoid, trip
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
        (general + terms + asked + contract + place).map { ($0.0.rawValue, $0.1) })

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
            would help
            von vorteil
            wunschenswert|idealerweise|pluspunkt*|gerne|vorteilhaft
            un plus|atout
            apprecie*|souhaite*|idealement
            se valora*
            valorable|valorables|deseable|preferible|idealmente|valorado|valorada
            meriterande|fordel|onskvart|onskvard|meriterar
            bra om
            een pre|plus
            wenselijk
            bij voorkeur
            mooi meegenomen
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
            "we|our _6 sell|sells|make|makes|match|run|runs|write|develop|build|builds|develop|develops|provide|provides|offer|offers _5 software|platform|marketplace|tool|tools|app|apps|product|products|system|systems|solution|solutions\nis what we make|sell|build|do\nsoftware|platform|tool|tools|app|product|products for\nour product|customers|clients|users\nused by\nnurse*|doctor*|physician*|hospital*|surgeon*|clinician*\nsoftware fur\nwir entwickeln|bauen|verkaufen _5 software|*software|plattform|losungen\nnotre|nos produit*|logiciel*|plateforme\nplateforme|plataforma|marktplatz|plattform qui|que|fur|para|pour\nnuestro|nuestra|nosso|nossa producto*|produto*|software|plataforma|aplicacion|herramienta\nunser|unsere|unserem produkt*|software|*software|plattform|tool|app|losung*\nvi bygger|utvecklar|saljer _5 system*|plattform*|verktyg*|program*|tjanst*\nwij|we maken|bouwen|ontwikkelen|verkopen _5 software|*software|roosters|platform|systemen|apps\na|the platform|marketplace where|for|that\nwe|our _3 match|matches|connect|connects|pair\nklinik*|arzte|artsen|medicos|medicas|lakare|medecin*|hopital|hopitaux|krankenh*|ziekenhuis*|ziekenhuizen|sjukhus*|hospital*|pflegeheim*"
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
            alerts|pages|alarms|incidents|calls|pages _2 night|nights|weekend|weekends|overnight
            shifts|shift _2 night|nights|weekend|weekends
            night|rotating|weekend shift|shifts
            called|paged|woken|phoned|rung|alarmed up? outside|after|out|at _2 #|night|nights|hours|weekend|weekends|office|work
            nachtschicht*|wochenendschicht*|schichtdienst*|nachteinsatz*
            travail de nuit
            turnos de? noche|nocturnos|rotativos
            astreinte|astreintes
            permanence|permanences _3 week|nuit|soir
            guardia|guardias
            turno|turnos de? guardia|guardias
            disponibilidad|soporte 24 7|x7
            jour var|varannan|varje|ingar|forekommer|dygnet|nattetid|och
            har|ha|ingar|med|delar|gar|utan|ingen|inga|viss jour
            jouren
            jourtjanst*|jourvecka|jourveckor|joursystem*|jourschema*|jourberedskap|jourarbete|jourpass
            beredskap|beredskapen|beredskapsjour|beredskapstjanst*|beredskapsvecka*|beredskapsschema*
            vakt|vakter|vaktordning*|vaktturnus|bakvakt*|beredskapsvakt*|vagt|vagter|vagtordning*|tilkaldevagt*|dognvagt
            consignatie*|piket*|wachtdienst*|storingsdienst*|bereikbaarheidsdienst*
            sobreaviso|plantao|plantoes|prevencao
            reperibilita
            dyzur*|pohotovost*|paivystys*|paivystyst*|ugyelet
            オンコール|オンコール対応|待機|夜間対応
            *bereitschaft im|in _1 wechsel|turnus|rotation
            wochenendbereitschaft*|nachtbereitschaft*|*nachtbereitschaft
            answer|respond|react|attend|handle|take _3 alerts|alarms|incidents|pages|alert|calls _3 night|nights|evening|evenings|weekend|weekends|overnight
            phone|laptop _2 carry _2 out|outside|night|nights|weekend|weekends
            carry|carrying|hold|keep _3 phone|pager|mobile
            gets|get|take|takes|answer|answers the call|phone|calls|pager _6 night|nights|weekend|weekends|3am
            night|nights _8 gets|get|take|takes|answer|answers the call|phone|calls
            available|reachable _4 night|nights|weekend|weekends _6 week|weeks
            nachts|nacht|wochenende|wochenenden|abends _3 erreichbar|einsatzbereit|verfugbar
            erreichbar _4 nachts|nacht|wochenende|wochenenden
            joignable|joignables|disponible|disponibles _3 nuit|week|soir|weekend
            alertes|incidents _4 nuit|week|weekend
            alertas|incidencias|avisos|incidentes _4 noche|noches|fin|fines|madrugada|noite|fins
            localizable|disponible _4 noche|noches|fin|fines
            nachts|nacht|nachten|weekend|avonds bereikbaar
            bereikbaar _3 nachts|nacht|weekend|avonds|storingen
            nabar|anntraffbar _3 natten|natterna|helgen|helger|natter
            larm _3 natten|natter|helger|helgen
            """
        ),
        (
            .onCallNever,
            """
            jour fixe*|fix
            on call scheduling|software|platform|product|tool|tools|management|app|apps|doctor*|physician*|nurse*|surgeon*|staff|clinician*|veterinar*
            pager manufacturer*|company|duty inc
            rota software|planning|planner|management|tool|tools|app|apps|product*
            *rota software
            call rotas
            24 7 access|gym
            standby mode|power|current|database|databases|replica|replicas|server|servers|node|nodes|instance|instances|cluster|clusters|generator*|site|system|systems|time
            hot|warm|cold standby
            guardia|guardias de? seguridad|civil|fronteras
            medico*|enfermeir*|medecin*|infirmier*|soignant*|arzt*|artsen|arts|lakare|hospita* _3 plantao|plantoes|garde|astreinte|astreintes|guardia|guardias|bereitschaft*|jour|dienst
            security guard|guards
            shifts|shift|night|nights|phone|call for|at hospitals|clinics|nurses|doctors
            carry|carrying|hold|keep _3 phone case|number
            """
        ),
        (
            .visa,
            """
            visa|visas _6 sponsor*|support|assistance|assist|help*|provid*|offer*|relocation|arrange*|process*|transfer*|cost*|fee*|pay|paid|application*|possible|available|handle*|care|file*|cover*|considered|unterstutz*|hilf*|hilfe|ubernehm*|ubernimmt|kummern|beantrag*|gestell*|apoyo|patrocin*|tramit*|ayud*|gestion*|aide|aidons|parrain*|sponsoris*|prise|demarche*|accompagn*|hjalp*|stod|stotta*|stodjer|ordnar|fixar|ordnen|regelt|regelen|geregeld|hulp|help|helpen|apoio|ajud*|trat*
            sponsor*|support|supporting|assist|assistance|help|helps|handle|arrange|pay|cover|organise|organize|process|obtain|provide|offer|file|secure|get _6 visa|visas
            aidons|prenons|demarche*|accompagnons|gerons|facilitons|financons|organisons|obtenir|kummern|ubernehmen|beantragen|unterstutzen|besorgen|organisieren|helfen|ayudamos|gestionamos|tramitamos|facilitamos|patrocinamos|hjalper|ordnar|fixar|skoter|stodjer|sponsrar|helpen|regelen|verzorgen|sponsoren|tratamos|apoiamos|ajudamos _6 visa|visas|visum
            permit|permits|permission|papers to work
            immigration paperwork|process|processes|support|lawyer|lawyers|costs|papers|formalities|help|assistance|fees|sponsorship
            licensed sponsor
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
            take|takes|taking|carry over|on|care _3 visa|visas|h1b|permit
            take over your|the _1 h1b|h
            visa|visas|h1b _3 transfer|transfers
            leave _3 visa|permit|paperwork to us
            help|helps|sort|handle|arrange|obtain _3 permit|permits
            your visa|visum|visado|permit $
            transfer*|sponsor* _3 h1b|h
            occupons|occupe|chargeons|charge _3 visa|visas|titre|permis
            encargamos|ocupamos|encarga _3 visado|visados|visa|permiso
            tar hand om _3 visum|arbetstillstand|uppehallstillstand
            verblijfsvergunning*|uppehallstillstand
            cuidamos|tratamos _4 visto|visa
            ne pouvons|peut pas _8 visa|visas
            visa|visas paperwork|costs|formalities
            h # b|bs _3 transfer|transfers|sponsor*|welcome
            aide|accompagnement|assistance|soutien _5 visa|visas|titre
            patrocinio|apoyo|ayuda|apoio|ajuda _3 visa|visas|visado|visados|visto|vistos
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
            a|an|the|your|our|project sponsor|sponsors in|from|among|for|of|at _2 management|leadership|board|business|project|initiative|migration|change
            executive|project|senior sponsor|sponsors
            find|finding|win|need|needs a|an _1 sponsor
            visa|visas application|applications _2 for travell*|tourists|citizens|travel*
            speed*|automat* _2 visa|visas
            stakeholders _3 sponsors
            sponsors _3 stakeholders
            travellers|travelers|tourists|visitors|passengers|travell|users|customers _3 visa|visas
            valid|valide|gultig*|geldig* _3 visa|visas|permit|permits
            """
        ),
        (
            .clearance,
            """
            clearance|clearances|cleared|clearable
            security vetting|cleared|vetted
            ts sci
            top secret
            sc|dv|ctc|ts cleared|clearance|vetting|vetted|level|eligible|clearable
            nv1|nv2|bpss|hps
            eligible|eligibility for|to sc|dv|ctc|ts
            active|current|existing|valid|hold|holding|held|possess|need|needs _1 sc|dv|ts
            ts _4 poly|polygraph
            nato|uk|eu secret|restricted|confidential
            security screening|check by|from|of _2 government|state|police
            passed|undergo|pass|through|be _1 vetted|vetting
            polygraph
            public trust
            yankee white
            *sicherheitsprufung|geheimschutz*|sicherheitsbescheid*
            sicherheitsuberprufung*|sicherheitsuberpruft|sicherheitsfreigabe*|sicherheitsstufe|verschlusssachen*|ubersicherheit*
            u2|u3|su2|su3
            habilitation|habilitations _3 secret|defense|confidentiel|securite|tres|otan|necessaire|requise|exigee|secrete
            habilitable
            habilite|habilitee|habilites secret|defense|confidentiel|tres
            habilitacion|habilitaciones de? _1 seguridad|secreto|nacional|defensa
            acreditacion|habilitacion|habilitaciones _1 de? seguridad
            sakerhetsprov*|sakerhetsklass*|sakerhetsgodkan*|registerkontroll*
            sikkerhetsklarering*|sikkerhedsgodkend*
            veiligheidsonderzoek*|veiligheidsmachtiging|veiligheidsscreening|vgb|aivd|mivd
            credenciacao|acreditacao|credencial de seguranca
            nulla osta
            obtain|get|gain|achieve|pass|through|undergo|hold|eligible|need|needs|have _2 sc|dv|nv1|nv2|bpss
            sc|dv or|and|or/and sc|dv|ctc
            sc|dv _1 is|would|be _3 advantage|plus|bonus|desirable|preferred|essential|required|needed|mandatory
            active|current secret
            secret required|needed|preferred
            vetted|vetting by|from _3 security|service|government|police|authorities|mod|ministry
            """
        ),
        (
            .clearanceVoid,
            """
            customs|import|export|border|cargo|freight|vessel|port|road|ground|roof|head|land|site|snow|forest|mine|debt|payment|trade|cheque|check|stock|warehouse|sale|copyright|rights|air|traffic|medical|tax|building|slum|house|waste|duty|broker|goods|parcel|music clearance|clearances|cleared
            clearance sale|sales|items|stock|house|settlement|agent*|broker*|platform|price*|rate|time|times
            clearance and|or settlement
            clearance of _1 goods|cargo|shipment*|customs|payment*|debt*|land|sites|waste|snow|items|trees|stock|parcels
            season|seasonal|summer|winter|wheel|antenna clearance
            clearing house
            cleared funds|payments|trades|customs|cells|cell|land
            is|are|be|been|have|has cleared
            dv|sc camera*|tape|video|freiburg|magdeburg|paderborn
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
            mobilite nationale|internationale|geographique|europeenne|regionale
            mobilite _4 deplacements
            movilidad nacional|internacional|geografica
            mobilidade nacional|internacional
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
            software|platform|tools|tool|app|apps|products|insurance for ?business travel
            short|minute|minutes|minutos|quick _2 train|bus ride
            our clients|customers|users|guests travel
            """
        ),
        (
            .trip,
            """
            fly|flying out? to _4 client*|customer*|site|sites|office|offices|plant|plants|hq|headquarters|team|teams
            visit|visiting|visits _2 client|clients|customer|customers|plant|plants|partners|branches
            client|customer|site|plant|field|supplier visits
            visits|trips|trip to _2 client|clients|customer|customers|site|sites|plant|plants|office|offices|headquarters|factory|factories|suppliers|partners
            regular|occasional|frequent|monthly|quarterly|overseas|short|some|few|several trips
            regular|occasional|frequent|monthly|quarterly|overseas|business trip
            at|on client|customer|customers|clients sites|site abroad|overseas
            client|customer sites abroad
            flights|flight|hotel|hotels and? paid|covered
            nights|days|weeks away from? home?
            overnight stays
            travel|travelling|traveling|trips to our|client|clients|customer|customers|other|site|sites|offices
            kundenbesuch*|kundeneinsatz*|auswartseinsatz*|montageeinsatz*
            vor ort bei|beim kunden|unseren|den
            unterwegs bei|zu kunden|unseren
            reisen|reist|reise|fliegst zu|nach|innerhalb
            visites|visite chez|aux|de nos|les|clients
            deplacements|deplacement|voyages _1 a|au|aux|chez|en|sur|vers
            viajes|viaje|viagens|viagem|desplazamientos|deslocacoes|visitas _1 a|al|ao|aos|as
            viajaras|viajas|viajar|desplazarte|desplazaras|desplazarse _1 a|al|por|para|aos|ao|pelo
            visitar _1 clientes|plantas
            resor|resa|reser till|inom|utomlands|mellan
            kundbesok*
            ute hos kund|kunder
            reizen|reist _3 naar|binnen
            klantbezoek*
            gereisd
            customers|clients|customer|client _5 country|europe|world|abroad|cities|region|globe|dach|benelux _5 # _2 time
            time _6 with|at|on|visiting _1 customers|clients|customer|client _4 country|europe|world|abroad|cities|region|sites|site|premises|offices
            time _6 clients|customers|customer|client offices|sites|premises
            at|on customer|client|clients sites|premises|offices _5 country|europe|world|abroad|cities|region
            twice|once|times _2 year|quarter|months _3 come|visit|fly|travel _2 headquarters|hq|office|plant|factory
            site with clients|customers abroad|overseas
            clients|customers offices _2 other cities|countries
            take|takes|taking|catch the|a|an train|plane|flight|bus to
            fly|flies|flying|flown everyone|you|out|in|over|the _3 to
            come|comes|go to _2 headquarters|hq|office|plant|factory _6 flight|flights|trip|expenses|hotel|train
            flights|flight|hotel|hotels _3 on us
            fahrst|fliegst|reist _10 standort|standorte|standorten|kunden|zentrale|hauptsitz|werk|buro|asien|europa|usa
            bei ?unseren kunden _3 ganz|verschiedenen europa|deutschland|dach|land|osterreich|stadten
            verbringst du _2 bei kunden|unseren
            bei unseren kunden vor ort
            prenez|prendrez|prend le train|avion
            chez nos|les|vos clients _6 europe|france|monde|belgique|etranger|suisse|region
            volaras|vuelas|iras|viajas _5 oficina|sede|clientes|fabrica|planta
            instalaciones de nuestros|los clientes|cliente _4 espana|europa|mundo|pais
            aker|flyger|reser du _4 till
            vlieg|vliegt|reis|reist je _5 naar
            bij ?onze klanten _4 heel|door europa|nederland|benelux|wereld|land
            viaja|voa|viajara|viajaras _2 para|a|ao
            you ?will travel there|abroad|within|across|regularly
            """
        ),
    ]
}
