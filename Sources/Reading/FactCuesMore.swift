extension FactCues {
    static let place: [(Cue, String)] = [
        (
            .remote,
            """
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
            bis zu # %? homeoffice|remote|home|mobil
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
            # % remote|homeoffice|home|office|onsite|teletravail|remoto
            office _3 # % _2 time|week
            """
        ),
        (
            .onsite,
            """
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
}
