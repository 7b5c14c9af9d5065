/// Where the work is done, how much of it at home, and who may do it from afar.
extension FactCues {
    static let place: [(Cue, String)] = [
        (
            .remote,
            """
            own|your four walls
            from your|own own? sofa|kitchen|couch|desk at home
            virtual position|role|office
            telelavoro|telelavor*|telearbeit*
            heimarbeit
            praca zdalna
            lavoro a|da distanza|remoto
            desde cualquier lugar|parte|sitio
            de n importe ou
            var som helst
            waar dan ook
            da ovunque|qualsiasi
            de qualquer lugar|parte
            z dowolnego miejsca
            etana
            ortsungebunden*|standortunabhangig*
            remote
            remotely
            fullyremote
            work|working|works from home
            wfh
            from home
            home based
            homebased
            work|working from anywhere|wherever
            home office
            homeoffice
            von zuhause|daheim
            von zu hause
            zu hause
            mobiles arbeiten
            mobil arbeiten
            ortsunabhangig*
            remotearbeit
            telecommut*|telework*|teleworking
            teletravail*
            tele travail
            office or home|remote
            home or office
            a distance
            travail a domicile
            teletrabajo
            remoto|remota|remotos
            a distancia
            desde casa
            trabajo desde
            distansarbete|distansarbeta
            pa distans
            hemifran
            distans
            thuiswerken|thuiswerk
            op afstand
            vanuit huis
            thuis
            trabalho remoto
            teletrabalho
            de casa
            em casa
            da remoto
            da casa
            smart working
            lavoro agile
            zdalnie|zdalna|zdalny|zdalnej
            fjernarbejde|hjemmefra|hjemmekontor|hjemmearbejde
            etatyo*
            na dalku
            リモート*|フルリモート*|在宅*|テレワーク*|完全リモート*
            """
        ),
        (
            .anywhere,
            """
            which|what country|place|city|town _6 matter|matters|care|important|difference|irrelevant
            difference where
            location|country|geography|address|residence _1 irrelevant|unimportant
            no|without|zero geographic|geographical|location|country|territorial|regional limit*|restriction*|border*|boundar*
            any|every|whichever _1 spot|corner|place|point on|in|of the planet|earth|globe|world
            anywhere on|in the? planet|earth|globe|world
            every|all|any country|countries|continent|continents|nation
            any location|continent|city|place
            the world over
            planet earth
            across the globe|world|planet
            around the world|globe
            no matter where|which country
            location independent|agnostic
            border|borders no|dont
            uberall auf der welt
            jedem|jedes land|kontinent
            allen landern
            wo auch immer
            n importe quel pays|ou
            tous les pays
            cualquier pais
            todos los paises
            qualsiasi|ogni|tutti paese|paesi|parte
            tutto il mondo
            ovunque nel mondo
            qualquer|todos pais|paises
            no mundo todo|inteiro
            elk|alle land|landen
            waar ook ter wereld
            hele wereld
            alla lander
            vilket land som helst
            dowolnego|kazdego kraju|miejsca
            calego swiata
            世界中*|世界各地*|全世界*|海外*|どこ*
            anywhere
            from anywhere
            work anywhere
            worldwide
            world wide
            any country
            any time zone
            any timezone
            globally
            global remote
            remote|remotely global
            remote anywhere
            weltweit
            monde entier
            partout dans le monde
            todo el mundo
            cualquier parte del mundo
            cualquier lugar del mundo
            hela varlden
            wereldwijd
            qualquer lugar do mundo
            all over the world
            no location restriction*
            wherever you are|live|want|like
            """
        ),
        (
            .remoteVoid,
            """
            lead|leads|leading|manage|manages|managing|supervise|run|runs|coordinate|oversee _1 remote team|teams|people|colleagues|staff|engineers
            customer*|client*|clients|others|partners remote teams|team|workers|staff
            soporte|asistencia|suporte|assistenza|controllo|control|controle|monitoreo|monitoraggio|gestion|gestione|acceso|accesso|acesso|mantenimiento|manutenzione|diagnostico|escritorio|servidor|sensores remoto|remota|remotos|remotas
            remoto|remota a|de las|los|la|clientes|sucursales|usuarios
            maintenance|prise|controle|assistance|support|depannage|gestion|acces|surveillance|diagnostic|commande|intervention a distance
            remote zugriff|support|wartung|unterstutzung|uberwachung|steuerung|diagnose
            fernwartung*|fernzugriff*|fernsteuer*|fernuberwach*
            remote regions|settlements|hospitals|farms|schools|outposts|parts
            remote hands
            home based primary|care|health|nursing|hospice|services|therapy
            remote patient|hearing|voting|deposit|identification|pilot|pilots|piloting|operator|operators|robot|robots
            distans till
            zdalne|zdalnego|zdalnym zarzadzanie|zarzadzania|wsparcie|wsparcia|dostep
            remote weather|station|stations|monitoring|control|controlled|controls|access|desktop|desktops|sensing|procedure|hands|customers|customer|sites|site|interview|interviews|devices|device|servers|server|state|repository|repositories|patient|patients|areas|area|villages|village|locations|location|machines|machine|equipment|procedures|calls|call|method|methods|function|vehicles|vehicle|driving|operation|operations|sensors|sensor|assets|wells|clinics|clinic|islands|island|mines|communities|community|diagnostics|management|surgery|administration|maintenance|update|updates|attacks|attackers|code|execution|branch|branches|firmware|terminal|shell|api|apis|workers|employees|users|offices|colleague|colleagues|guarding|healthcare|learning|education|health|care|exam|exams|session|sessions|viewing|backup|backups|hosts|host|connections|connection|support|tower|towers|turbines|cameras|inspection|inspections|lakes|reading|meter|metering|onboarding|viewer|caching|cache|cluster|clusters|config|procedure|collaboration|proctoring|deposit|video|signature|identity
            remote working|work tools|software|products|platform
            sales|team|teams|people|colleagues|offices|workers|hardware|fleet|employees|companies|customers|users|clinics _1 remote|remotely
            remotely|remote controlled|operated|monitored|managed|piloted|deployed|triggered|located
            monitor|control|operate|manage|update|access|drive|driven|configure|diagnose|steer|repair|reboot|patch _4 remotely
            tools for remote
            not? so? remote idea|chance|possibility
            remote first? _1 companies|tools|customers
            support|help|for|with|connect|enable|manage remote teams|team|companies|work
            remote work software|tool|tools|product|platform
            supporting|support remote
            smart home|working products
            take home
            home office setup|stipend|budget|allowance|equipment|furniture|department|supplies|reimbursement
            wfh|remote|homeoffice stipend|setup|allowance|equipment|budget|perk
            a distance of
            """
        ),
        (
            .hybrid,
            """
            monday|mondays|mon|tuesday|tuesdays|tue|tues|wednesday|wednesdays|wed|thursday|thursdays|thu|thurs|friday|fridays|fri|weekday|montag|montags|dienstag|dienstags|mittwoch|mittwochs|donnerstag|donnerstags|freitag|freitags|lundi|lundis|mardi|mardis|mercredi|mercredis|jeudi|jeudis|vendredi|vendredis|lunes|martes|miercoles|jueves|viernes|lunedi|martedi|mercoledi|giovedi|venerdi|mandag|mandagar|tisdag|tisdagar|tirsdag|onsdag|onsdagar|torsdag|torsdagar|fredag|fredagar|maandag|dinsdag|woensdag|donderdag|vrijdag|segunda|terca|quarta|quinta|sexta|poniedzialek|wtorek|srode|sroda|czwartek|piatek _5 office|onsite|lab|studio|campus|hub|site|home|remote|remotely|wfh|wfo|room|workshop|headquarters|person|desk|buro|homeoffice|zuhause|werk|labor|mobil|bureau|bureaux|teletravail|distance|oficina|casa|remoto|teletrabajo|sede|ufficio|kantoor|thuis|thuiswerken|kontoret|kontor|hemma|hemifran|distans|hjemmefra|escritorio|teletrabalho|biurze|biuro|zdalnie|domu
            wfh|wfo|homeoffice|thuiswerken|teletravail|teletrabajo|telelavoro|teletrabalho|distansarbete|labor|lab|studio|campus|hub|buro|bureau|oficina|ufficio|kantoor|kontoret|escritorio|hemifran|casa|thuis _4 monday|mondays|mon|tuesday|tuesdays|tue|tues|wednesday|wednesdays|wed|thursday|thursdays|thu|thurs|friday|fridays|fri|weekday|montag|montags|dienstag|dienstags|mittwoch|mittwochs|donnerstag|donnerstags|freitag|freitags|lundi|lundis|mardi|mardis|mercredi|mercredis|jeudi|jeudis|vendredi|vendredis|lunes|martes|miercoles|jueves|viernes|lunedi|martedi|mercoledi|giovedi|venerdi|mandag|mandagar|tisdag|tisdagar|tirsdag|onsdag|onsdagar|torsdag|torsdagar|fredag|fredagar|maandag|dinsdag|woensdag|donderdag|vrijdag|segunda|terca|quarta|quinta|sexta|poniedzialek|wtorek|srode|sroda|czwartek|piatek
            remote|office|flexible|flex first hybrid
            hybrid remote|remotely|first
            mostly|mainly|largely|chiefly from home
            half|two|three|four|one|# fifth|fifths|third|thirds|quarter|quarters of _2 week|time|month
            half _2 week|time
            # # in favour|favor|split|mix|mixture|office|onsite|home|remote|hybrid
            minimum|least|about|roughly|around _2 # _3 presence|office|onsite|attendance|site|campus
            # _3 presence|attendance|prasenz|anwesenheit|presencial|presencia|presence|presentiel|narvaro|aanwezigheid|presenca|presenza|buro|bureau|oficina|kontoret|kantoor|ufficio|escritorio|home|homeoffice|teletravail|teletrabajo
            blended working|work|model|arrangement
            office first culture|company|team|environment|role|position|work
            sometimes|occasionally|occasional _6 from home
            occasional|limited|some remote work|working|days
            part of each|every|the week|month
            otherwise|remainder|rest wherever|anywhere|remote|remotely|home|elsewhere
            other days|day _4 home|remote|remotely|wherever|anywhere|you|choose|choice|free
            *arbeitstag|*arbeitstage|*arbeitstagen _3 woche|monat|wochentlich
            heimarbeitstag*|telearbeitstag*|kontorsdag*|hemmadag*|hemarbetsdag*|thuiswerkdag*|kantoordag*|telewerkdag*
            tage|tagen|tag _3 heimarbeit|telearbeit|mobiles|mobilarbeit|daheim|zuhause
            #|ein|zwei|drei|vier tag|tage|tagen _4 heimarbeit|telearbeit|daheim|mobil*|homeoffice
            jornada|modalidad|modelo|trabajo|formato mixta|mixto|semipresencial|combinado
            semipresencial|semiprasenz|hemmajobb
            wechsel*|abwechselnd _3 homeoffice|buro|remote
            split|splits|splitting _3 week|time _3 home|office|between
            office|campus|site some|certain days
            some|certain|a few|few days _5 home|office|remote|remotely|campus|site
            週 # 日*|回*
            週#日*|週1*|週2*|週3*|週4*|月曜*|火曜*|水曜*|木曜*|金曜*|毎週*|一部在宅*|一部リモート*
            hybrid|hybride|hybrides|hybridarbete|hybridmodell*|hybridarbeit|hybrides|hibrido|hibrida|ibrido|ibrida|hybrydow*|hybridityo|hybridni|hybridt
            ハイブリッド*
            smart|remoto|casa|ufficio|sede _4 #|un|due|tre|quattro giorno|giorni
            partially|partly|part|semi|partial remote|remotely
            teilweise|anteilig remote|homeoffice|home|mobil*
            flexible|flexibles home|homeoffice
            remote|remotely|home|homeoffice|wfh|teletravail|teletrabajo|remoto|distans|hemifran|thuis|hjemmefra # days|day|tage|tag|jours|jour|dias|dia|dagar|dag|dagen|x|times|dage|dager
            #|a|an|one|two|three|four|several|some|few|1x|2x|3x|4x day|days|daily _8 office|onsite|site|home|remote|remotely|person|hub|headquarters|wfh|studio|desk
            #|two|three|four days in
            #|one|two|three|four days|day in|at
            #|one|two|three|four|once|twice|1x|2x|3x|4x times|x|week|weekly|time _4 office|onsite|site|home|remote|remotely|person
            1x|2x|3x|4x _3 office|onsite|home|week
            office|onsite|site|home|remote|remotely|person|hub _7 #|one|two|three|four|once|twice|1x|2x|3x|4x|several|some day|days|times|time|a|per|week|weekly
            office _4 monday|mondays|tuesday|tuesdays|wednesday|wednesdays|thursday|thursdays|friday|fridays
            monday|mondays|tuesday|tuesdays|wednesday|wednesdays|thursday|thursdays|friday|fridays _4 office|home|remote|remotely|onsite|site
            #|one|two|three|four _1 office|home|remote|onsite days|day
            office|home|remote|anchor|wfh|homeoffice days|day _3 week|weekly|month
            #|ein|einen|zwei|drei|vier|mehrere|einige|einem|zweimal|dreimal|einmal _1 tag|tage|tagen|woche|pro|buro*|homeoffice* _6 buro|home|homeoffice|remote|hause|vor|zuhause|mobil|office|prasenz|daheim
            buro|homeoffice|remote|home|mobil _7 #|ein|einen|zwei|drei|vier|einem tag|tage|tagen
            burotag*|homeofficetag*|remotetag*|prasenztag*
            bis zu # homeoffice|remote|home|mobil
            #|un|une|deux|trois|quatre|plusieurs|quelques jour|jours|j|fois _6 teletravail*|bureau|bureaux|distance|remote|presentiel|site|maison|domicile|semaine
            teletravail*|bureau|distance|remote|presentiel _7 #|un|une|deux|trois|quatre jour|jours|j|fois
            teletravail* partiel|hybride|possible|ponctuel|occasionnel|flexible
            au bureau le lundi|mardi|mercredi|jeudi|vendredi
            #|un|uno|dos|tres|cuatro|varios|algunos dia|dias|vez|veces _6 casa|oficina|remoto|teletrabajo|presencial*|distancia|sede|semana
            teletrabajo|casa|oficina|remoto|presencial _7 #|un|uno|dos|tres|cuatro dia|dias
            #|en|ett|tva|tre|fyra|nagra|flera dag|dagar|dagars|ganger|gang _6 kontor|kontoret|hemma|hemifran|distans*|plats|remote|veckan
            distans*|kontoret|hemifran|hemma|remote _6 #|en|tva|tre|fyra dag|dagar
            #|een|twee|drie|vier|enkele|aantal dag|dagen _6 kantoor|thuis*|remote|locatie|huis|afstand|week
            thuiswerken|thuis|kantoor|remote _6 #|een|twee|drie|vier dag|dagen
            #|um|uma|dois|duas|tres|quatro dia|dias|vez|vezes _6 casa|escritorio|remoto|presencial*|home|teletrabalho|semana
            escritorio|casa|remoto|presencial _6 #|um|dois|duas|tres|quatro dia|dias|vez|vezes
            #|un|uno|due|tre|quattro giorno|giorni _5 sede|ufficio|casa|remoto|smart|presenza
            #|jeden|dwa|trzy dni|dzien|dny _5 biur*|zdaln*|domu|kancelar*
            #|en|to|tre dage|dager|dag _5 kontoret|hjemmefra|hjemme
            mix|mixture|combination|blend|split|balance of|between _4 office|home|remote|onsite
            mix aus|von _4 homeoffice|buro|home|remote
            part _3 office _6 part|rest _4 home|remote*
            rest|remainder _3 home|remote|remotely
            half _8 home|remote|remotely|office
            most _5 from home
            # remote|homeoffice|home|office|onsite|teletravail|remoto
            office _3 # _2 time|week
            """
        ),
        (
            .onsite,
            """
            attendance|presence|presenz _3 daily|required|mandatory|compulsory|obligatory|expected|day
            daily|physical|full|mandatory attendance|presence
            rto
            wfo
            return to office
            work from office
            all|every|five|5 five|5? days|day _3 office|onsite|site|person
            office days _1 all|five|5
            monday|mon to|through friday|fri _4 office|onsite|site|person
            office|onsite _4 monday|mon to|through friday|fri
            must|need|needs|have|required|expected to? move|relocate here|to|near
            move here
            anwesenheitspflicht*|prasenzstelle
            anwesenheit|prasenz _3 taglich|pflicht|erforderlich|notwendig
            taglich|tagliche _3 buro|prasenz|ort|anwesenheit
            jeden tag|arbeitstag _4 buro|ort|werk|labor|prasenz
            presence _3 quotidienne|obligatoire|requise|exigee|jours
            tous les jours _4 bureau|site|locaux|presentiel
            asistencia|presencia _2 diaria|obligatoria|requerida|fisica
            todos los dias _4 oficina|sede|edificio|centro|presencial
            siempre en el|la|nuestra|nuestro edificio|oficina|sede|centro
            presenza _2 quotidiana|obbligatoria|richiesta|giornaliera
            tutti i giorni _4 ufficio|sede
            daglig narvaro
            narvaro _3 kravs|daglig|obligatorisk
            varje dag _4 kontoret|plats
            alla dagar _4 kontoret|plats
            elke dag|werkdag _4 kantoor|locatie
            aanwezigheid _2 verplicht|dagelijks|vereist
            presenca _2 diaria|obrigatoria|fisica
            todos os dias _4 escritorio|presencial
            codziennie _3 biurze
            出社必須*|毎日出社*|オフィス出社*|原則出社*|現地勤務*
            onsite
            on site
            on premises position|role|work
            in person
            in office
            inoffice
            office based|work|only
            at the|our office|studio|lab|plant|factory|workshop|site|clinic|base|headquarters|warehouse|hospital|works
            in the|our|an|your _2 office|studio|lab|plant|factory|workshop|warehouse
            from our|the _2 office|studio|lab|plant|factory|workshop|hub|headquarters
            work|working|works from office
            daily in _2 office
            office daily|full|every|everyday
            five|5|all|every day|days _4 office|onsite|site|person
            office _3 five|5|every|all day|days
            on base
            relocation to _3 required|needed|necessary|expected
            relocation required|needed|necessary|expected|mandatory
            must|willing|required|need|have|able to? relocate
            must be on? site
            vor ort
            im|ins|unserem|am _1 buro|werk|labor|standort
            buro|prasenz
            prasenzpflicht|prasenzarbeit|burostandort
            am standort
            sur site|place
            presentiel|presentielle
            au bureau
            dans nos bureaux|locaux
            presencial|presencialmente|presenciales
            oficina|oficinas
            en la|nuestra|nuestras oficina|oficinas|sede|instalaciones
            pa plats
            pa|i kontoret|kontor|labbet|verkstaden
            op kantoor|locatie|werkplek
            no|nosso escritorio
            nas|nossas instalacoes
            in sede|ufficio|presenza
            stacjonarn*|biurze
            na miste
            pa kontoret
            toimistolla
            オフィス勤務*|出社*|オフィス|常駐*
            """
        ),
        (
            .onsiteVoid,
            """
            onsite|in|on _1 person|site|onsite interview|interviews|gym|meetups|meetup|event|events|parking|canteen|childcare|visits|visit|offsite|offsites|meals|lunch|training|support|meeting|meetings|restaurant|customers|clients|experience|experiences|conversation|conversations|customer|assessment|day
            # offices
            offices|office in # countries|cities
            head|back|front|middle|microsoft|ms|open|post|private|family|box|patent|home office
            office manager|365|suite|dog|dogs|culture|hours|perks|snacks|supplies|applications|administration|products|tools|space|lunch*|equipment|administrator|management|building|managers|friendly
            out|outside of the? office
            near|around|beside|behind|next _2 office
            visit|visits|travel|trips|fly|trip|meet|meeting|gather|gatherings|retreat|offsite _7 office|offices|person
            office|person _5 visit|visits|once|twice _2 year|quarter|quarterly
            in person _3 retreat|meeting|meetings|once|quarterly|annual|few|offsite|offsites|team|gatherings|events
            from|of the office of
            oficina de empleo|correos
            office|offices|oficina|oficinas|buro|buros|bureaux|bureau|uffici|ufficio|kantoor|kantoren|kontor|escritorio|escritorios _1 of|de|des|der|del|dei|van|hos|dos _2 customer*|client*|kunde*|klant*|kund*|poste
            """
        ),
        (
            .officeNever,
            """
            no|zero|without _2 office|onsite|site|presence|prasenz*
            no|not _4 come|commute|go _3 office
            keine|kein|ohne _1 buro*|prasenz*|anwesenheit*
            pas|sans|aucun de? bureau|bureaux|presence
            sin oficina|presencialidad
            inget|utan kontor|kontorskrav
            never _4 office
            """
        ),
        (
            .limit,
            """
            hours|hour|minutes|km|miles|kilometres|kilometers _3 of|from|to
            drive|ride|train|radius|reach|commute of|from|to
            tax home|residence|resident|residents|residency|domicile
            residenc*|residenz*|wohnort*
            as long as
            nur|uniquement|exclusivement|unicamente|endast|uitsluitend|alleen|somente|apenas|tylko|wylacznie|solo|solamente|soltanto|seulement
            provided that? you|your
            wohnen|wohnst|leben|lebst|vivez|vivre|vivi|vivere|bor|bo|woont|wonen|woon|mora|moram|mieszkasz|mieszkaja|mieszkajacych in|en|i|em|no|na|w|au|aux
            ovunque|everywhere|uberall|partout|overal|wszedzie in|im|i|en|em|w|dans|au
            home|house|desk is|be|must|has|can _4 in|within|inside
            on|from _1 soil|territory
            stunden|minuten|km|kilometer _3 von|entfernt
            heures|heure|minutes|km _3 de
            horas|hora|minutos|km _3 de
            commutable|commuting|driving|travelling|travel|reachable _2 distance|range|from|of|to
            umkreis|einzugsgebiet|nahe von
            hire|recruit|employ|accept _1 in|from
            any|every state|province|region|land|country of|in
            must|should|need|needs|have|required to? be? based|located|living|resident|residing|reside|live|within|in
            based|located|residing|reside|resident|residents|living|live|lives anywhere? in|within|from|of
            from anywhere? in|within
            anywhere|everywhere in|within|across
            employ|hire|hiring|hires|contract you? people? in|within|from|across|throughout|exclusively|only
            open|available|limited|restricted|restrict|eligible to|in|for|across
            authorized|authorised|eligible|right|permission|permit|permitted to|for work|working in
            work|working remotely? from|in|within|across
            remotely|remote within|in|from|across|inside|throughout
            residents|citizens|applicants|candidates|candidate|people of|in|from|only|within|based
            citizens|citizenship|nationals|persons
            only
            preferred|preferably
            timezone|timezones
            time zone|zones
            wohnsitz|wohnhaft|ansassig|sitz in
            innerhalb|deutschlandweit|bundesweit|aus|in ganz
            remote|homeoffice aus|in|innerhalb|von
            domicilie*|resid*|base|basee|habiter|depuis en|au|aux|dans|a|la
            partout en|dans
            desde
            desde|residir|residencia|residente|vivir|dentro en|de
            en toda|todo
            tutta|tutto
            bosatt|boende|inom|fran i
            hela
            woonachtig|wonen|binnen|vanuit|heel in
            residente|residir|morar|dentro|a partir em|no|na|de|do|da
            em todo|qualquer
            """
        ),
    ]

    /// What says in a short text, and only there, that the work is done on the spot; a long one speaks of many desks and halls.
    static let desk = CueBook([
        (
            Cue.onsite.rawValue,
            """
            on the|our premises|shopfloor|floor
            in|from|at our|the|your _2 hall|yard|vault|workshop|shop|depot|terminal|hangar|building|school|clinic|hospital|theatre|vessel|ship|mill|mine|tower|room|floor|bench|desk
            your|the desk|chair|bench|place|seat|workplace is in|at|here|on
            at your|the|a desk|bench|counter here|daily|every|each
            stand|stands|sit|sits|work|works at|beside|next the|a|your|our _2 bench|desk|counter|machine|line
            badge|badges|clock|report|reports in|here every|each|daily
            come|comes|coming|travel in|here every|each|daily
            every|each|all shift|shifts
            office|building|site|desk|here _5 every|each|daily morning|day|days|shift|workday
            each|every day|morning _4 office|building|desk|here|bench|lab
            office|edificio|oficina _4 siempre|diario|dia
            """
        )
    ])
}
