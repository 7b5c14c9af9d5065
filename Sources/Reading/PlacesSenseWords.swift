/// The word classes of `PlaceSense`, in the languages read and a few of their neighbours; folded.
enum SenseMark {
    static let office: UInt64 = 1, home: UInt64 = 1 << 1, free: UInt64 = 1 << 2, place: UInt64 = 1 << 3
    static let will: UInt64 = 1 << 4, share: UInt64 = 1 << 5, full: UInt64 = 1 << 6, every: UInt64 = 1 << 7
    static let second: UInt64 = 1 << 8, unit: UInt64 = 1 << 9, week: UInt64 = 1 << 10, rare: UInt64 = 1 << 11
    static let passing: UInt64 = 1 << 12, until: UInt64 = 1 << 13, first: UInt64 = 1 << 14, period: UInt64 = 1 << 15
    static let since: UInt64 = 1 << 16, lasting: UInt64 = 1 << 17, month: UInt64 = 1 << 18, refusal: UInt64 = 1 << 19
    static let choice: UInt64 = 1 << 20, rest: UInt64 = 1 << 21, or: UInt64 = 1 << 22, number: UInt64 = 1 << 23
    static let one: UInt64 = 1 << 24, all: UInt64 = 1 << 25, with: UInt64 = 1 << 26, us: UInt64 = 1 << 27
    static let come: UInt64 = 1 << 28, other: UInt64 = 1 << 29, turn: UInt64 = 1 << 30, workplace: UInt64 = 1 << 31
    static let inside: UInt64 = 1 << 32, into: UInt64 = 1 << 33, five: UInt64 = 1 << 34, out: UInt64 = 1 << 35
    static let and: UInt64 = 1 << 36, times: UInt64 = 1 << 37, monthly: UInt64 = 1 << 38, need: UInt64 = 1 << 39
    static let noLimit: UInt64 = 1 << 40, that: UInt64 = 1 << 41, training: UInt64 = 1 << 42, during: UInt64 = 1 << 43
    static let after: UInt64 = 1 << 44, soft: UInt64 = 1 << 45
    static let being: UInt64 = 1 << 46, yours: UInt64 = 1 << 47, near: UInt64 = 1 << 48, allowed: UInt64 = 1 << 49
    static let only: UInt64 = 1 << 50, many: UInt64 = 1 << 51, you: UInt64 = 1 << 52, working: UInt64 = 1 << 53
    static let work: UInt64 = 1 << 54, up: UInt64 = 1 << 55, agile: UInt64 = 1 << 56, lavoro: UInt64 = 1 << 57
    static let cond: UInt64 = 1 << 58
    /// What a clause keeps of its words.
    static let kept = free | refusal | choice | rest | or | come | other | workplace | noLimit | allowed | only

    static func of(_ h: UInt64) -> UInt64 {
        UInt64(low.value(h)) | UInt64(high.value(h)) << 32
    }

    private static func table(_ lists: [(UInt64, String)], by shift: UInt64) -> WordMarks {
        WordMarks(lists.map { ($0.1, UInt32(truncatingIfNeeded: $0.0 >> shift)) })
    }
    private static let low = table(lists, by: 0), high = table(lists, by: 32)

    private static let lists: [(UInt64, String)] = [
        (
            office,
            """
            anchor office offices desk desks building premises site onsite lab labs laboratory hq headquarters campus studio  factory workshop
            warehouse hub facility      shopfloor workbench bench attendance presence clinic
            buro buros   firmensitz standort gebaude   zentrale hauptsitz niederlassung geschaftsstelle raume raumen
            raumlichkeiten dienststelle anwesenheit prasenz prasenzzeit werkstatt  burozeit
            bureau bureaux locaux murs site siege agence presentiel atelier usine labo laboratoire presence
            oficina oficinas sede instalaciones edificio presencial  planta taller laboratorio fabrica presencia
            ufficio uffici sede stabilimento laboratorio  presenza fabbrica
            kontor kontoret  labbet fabriken verkstaden lokaler narvaro kontorstid kontorsnarvaro huvudkontoret
            kantoor kantoorpand vestiging  pand werkplek  werkvloer hoofdkantoor aanwezigheid
            escritorio predio  instalacoes fabrica presenca
            biuro biurze biura siedzibie siedziba siedziby stacjonarnie stacjonarna zakladzie laboratorium obecnosc
            """
        ),
        (
            office | unit,
            "burotag burotage burotagen prasenztag prasenztage prasenztagen kontorsdag kontorsdagar kantoordag kantoordagen"
        ),
        (
            home | unit,
            "homeofficetag homeofficetage homeofficetagen heimarbeitstag heimarbeitstage hemmadag hemmadagar thuiswerkdag thuiswerkdagen"
        ),
        (
            home,
            """
            home homes house kitchen sofa couch bed pyjamas wfh remote remotely telework teleworking telecommute telecommuting homeworking balcony
            homeoffice zuhause daheim hause heimarbeit telearbeit mobilarbeit kuchentisch
            teletravail distanciel domicile maison
            casa teletrabajo remoto remota distancia domicilio telelavoro distanza
            hemma hemifran distans hem hemmet distansarbete
            thuis thuiswerken afstand huis thuiswerk
            teletrabalho
            domu zdalnie zdalna zdalny zdalnej zdalnego
            hjemme hjemmefra hjemmekontor kotona
            """
        ),
        (free, "ortsunabhangig standortunabhangig ortsungebunden wherever anywhere gdziekolwiek skadkolwiek"),
        (place, "where wo ou donde dove da var waar onde skad gdzie whichever"),
        (
            will,
            """
            like want please prefer choose wish suits suit willst mochtest mochten wollen wunschst magst gefallt beliebst voulez veux souhaitez
            preferez quieras quiera prefieras desees gustes vuoi preferisci desideri vill onskar foredrar wilt wil wenst quiser quer preferir
            desejar chcesz wolisz som haver
            """
        ),
        (
            share,
            """
            half third thirds fifth fifths mostly mainly largely sometimes occasionally partly partially alternate alternating alternately rotate fortnightly
            halfte halb drittel teilweise uberwiegend manchmal gelegentlich abwechselnd wechselnd anteilig tageweise wochenweise zweimal dreimal
            moitie tiers partiellement alternance parfois
            mitad alternas alternos parcialmente parte alterne alterni meta
            halften halva varannan varannat delvis ibland
            helft deels gedeeltelijk afwisselend
            metade alternadas
            polowe czesciowo
            """
        ),
        (
            full,
            """
            daily always fully entirely completely constantly exclusively taglich tagliche taglicher immer stets standig vollstandig komplett ausschliesslich
            toujours quotidiennement quotidienne entierement siempre diario diariamente diaria completamente totalmente sempre quotidianamente quotidiana
            alltid dagligen daglig helt altijd dagelijks volledig diariamente codziennie zawsze calkowicie permanently
            """
        ),
        (every, "every each jede jeden jeder jedem chaque cada ogni varje elke iedere om co kazdego toutes semana sim"),
        (
            second,
            "other second zweite zweiten zweiter anderen deux dos due segunda segundo seconda secondo andra tweede drugi druga"
        ),
        (second, "de"),
        (
            unit,
            """
            day days tag tage tagen jour jours dia dias giorno giorni dag dagar dagen dage dager dni dzien dniach arbeitstag arbeitstage
            arbeitstagen werktag werktage werktagen workday workdays weekday weekdays morning mornings shift shifts werkdag werkdagen arbetsdag
            arbetsdagar matin mattina manana afternoon afternoons nachmittag nachmittage tarde tardes pomeriggio pomeriggi eftermiddagar middagen tardes times mal fois veces volte ganger gange keer vezes razy
            """
        ),
        (
            week,
            "week weeks weekly woche wochen wochentlich semaine semaines semana semanas settimana settimane vecka veckan veckor weken tydzien tygodniu tygodnia uke uge"
        ),
        (
            rare,
            "year years yearly annually quarter quarterly jahr jahre jahrlich quartal annee trimestre ano anos anno aret jaar kwartaal kwartal rok roku"
        ),
        (
            passing,
            """
            currently temporarily temporary formerly previously initially derzeit zurzeit momentan vorerst zunachst vorubergehend anfangs fruher bisher
            actuellement temporairement provisoirement initialement autrefois actualmente temporalmente provisionalmente inicialmente
            attualmente temporaneamente inizialmente tillfalligt narvarande inledningsvis tidigare momenteel voorlopig tijdelijk vroeger atualmente
            temporariamente obecnie tymczasowo chwilowo poczatkowo
            """
        ),
        (until, "until till bis jusqu jusqua jusque hasta fino finche tills tot totdat ate"),
        (
            first,
            "first initial erste ersten erster premier premiers premiere premieres primer primera primeros primo primi prima forsta eerste primeiro primeiros primeira pierwszy pierwsze pierwszych"
        ),
        (
            period,
            "month months week weeks weken monat monate monaten woche wochen mois semaine semaines mes meses semana semanas mese mesi settimana settimane manad manader vecka veckor maand maanden year miesiac miesiace miesiecy tygodnie"
        ),
        (since, "from since as ab seit des partir desde dal dall da fran vanaf sinds od starting"),
        (
            lasting,
            """
            thereafter afterwards then later permanently eventually ultimately danach anschliessend hinterher dauerhaft kunftig spater nachher wieder
            ensuite puis desormais definitivement durablement luego despues posteriormente permanentemente definitivamente poi
            successivamente dopodiche stabilmente dopo sedan darefter framover daarna vervolgens later depois pozniej potem nastepnie docelowo
            """
        ),
        (
            turn,
            """
            but then thereafter afterwards while whereas danach anschliessend aber sondern wahrend_ dann mais ensuite puis pero luego despues
            ma poi dopo men sedan darefter maar daarna vervolgens mas depois ale potem nastepnie
            """
        ),
        (
            month,
            """
            january february march april may june july august september october november december spring summer autumn fall winter then on now next
            januar februar marz mai juni juli oktober dezember fruhling sommer herbst da dann
            janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre printemps ete automne hiver
            enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre primavera verano otono invierno entonces
            gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre estate autunno inverno
            januari februari maj augusti host hosten var varen sommaren vintern med mei augustus maart voorjaar herfst zomer
            janeiro fevereiro maio junho julho setembro outubro novembro dezembro outono verao
            stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia jesieni wiosny
            """
        ),
        (
            refusal,
            """
            impossible excluded question wrong unavailable ausgeschlossen unmoglich exclu exclue impossible imposible excluido escluso impossibile
            uteslutet omojligt uitgesloten onmogelijk impossivel wykluczona wykluczone ended abolished discontinued withdrawn beendet abgeschafft termino terminado acabo finito terminato finie supprime avskaffat afgeschaft acabou elsewhere tabu tabou
            """
        ),
        (
            choice,
            """
            optional optionally whether choose decide choice freiwillig wahlweise facultatif facultative choix opcional eliges elige facoltativo scegli scelta valfritt valfri valjer
            optioneel kies keuze escolhe opcjonalnie up_ if_ entscheidest freigestellt voluntary
            """
        ),
        (
            rest,
            "rest remainder remaining otherwise else rest sonst ubrigen restlichen restante restantes resto ovriga resten overige restantes reszta pozostale"
        ),
        (or, "or oder ou o eller of lub"),
        (and, "and und et y e en och i"),
        (
            number,
            "two three four zwei drei vier trois quatre deux dos tres cuatro due tre quattro tva tre fyra twee drie vier dois duas tres quatro dwa trzy cztery to fire"
        ),
        (number | five, "five funf cinq cinco cinque fem vijf piec"),
        (one, "one a an ein eine einen einem un une una uno en ett een um uma jeden per pro"),
        (all, "all alle allen tous todos todas tutti tutto alla wszystkie"),
        (with, "with bei chez hos con bij com u"),
        (us, "us uns nous oss nosotros ons noi nas"),
        (
            come,
            "come comes coming sit sits badge stand stands kommst kommen kommt viens venez vienes ven vieni kommer kom komt sitzt assis venir przychodzisz"
        ),
        (being, "is are be was days back"),
        (
            near,
            "mill yard hangar depot port halle betrieb firma werk labor plats empresa azienda bedrijf locatie centro center centre plant floor room tower school hospital shop store terminal vessel vault theatre hus huset"
        ),
        (yours, "yours vous toi soi distance te dir ihnen dig"),
        (working, "smart mobil mobiles mobiler mobilem mobile flexible"),
        (work, "working arbeiten arbeit work"),
        (you, "you du vous tu je voce sie ustedes usted"),
        (up, "up"), (agile, "agile"), (lavoro, "lavoro"), (cond, "if si wenn falls se om als jesli"),
        (
            many,
            "six seven eight nine ten sechs sieben acht zehn huit dix ocho diez otto dieci atta tio acht tien oito dez"
        ),
        (
            allowed,
            "fine ok okay possible allowed welcome permitted moglich erlaubt gestattet autorise posible permitido possibile permesso mojligt tillatet mogelijk toegestaan possivel mozliwa mozliwe mozliwy granted"
        ),
        (
            only,
            "only nur seulement uniquement solo unicamente soltanto endast bara alleen uitsluitend somente apenas tylko wylacznie exclusively"
        ),
        (into, "in here rein hierher"),
        (
            other,
            "customer customers client clients kunde kunden clients cliente clientes clienti kunder kund klant klanten cliente patients used"
        ),
        (workplace, "workplace arbeitsplatz arbeitsort arbetsplats"),
        (
            inside,
            "in at from im am in vom au aux en dans sur depuis desde no na nos nas em dal dalla nel nella nello i pa fran op vanuit w z an zur ins inside"
        ),
        (out, "sur of von su av van"),
        (times, "twice 1x 2x 3x 4x einmal zweimal"),
        (monthly, "month monthly monat monatlich mois mes mese manad manaden maand miesiac miesiacu"),
        (
            need,
            "need needs needed must has have required obligation compulsory mandatory commute come burozwang burozwang prasenzpflicht musst mussen obligation besoin obligatoire necesidad necesitas oblige obligee obligado obligato verplicht tvungen obrigado zmuszony obligatorio bisogno devi behover maste hoeft moet precisa precisas musisz zwang never nie jamais nunca"
        ),
        (office | need, "burozwang prasenzpflicht anwesenheitspflicht"),
        (noLimit, "only just matter limit limits restriction restrictions commute commuting more longer"),
        (that, "that this which dem cela ca eso ello cio det dess dit isso tym it"),
        (
            training,
            "onboarding probation training induction einarbeitung probezeit essai introduktion inskolning provanstallning inwerkperiode proeftijd formazione formacion integration umzug move umbau construction works travaux obras obra"
        ),
        (during, "during wahrend pendant durante tijdens podczas"),
        (after, "after nach apres efter na po once following"),
        (soft, "ahora now good ora nu enquanto razie moment instant momento present"),
    ]

    /// Monday 1 … Friday 5, Saturday 6, Sunday 7.
    static let weekdays = WordMarks([
        "monday mondays mon montag montags lundi lundis lunes lunedi mandag mandagar maandag segunda poniedzialek poniedzialku":
            1,
        "tuesday tuesdays tue dienstag dienstags mardi mardis martes martedi tisdag tisdagar tirsdag dinsdag terca wtorek":
            2,
        "wednesday wednesdays wed mittwoch mittwochs mercredi mercredis miercoles mercoledi onsdag onsdagar woensdag quarta sroda srode":
            3,
        "thursday thursdays thu donnerstag donnerstags jeudi jeudis jueves giovedi torsdag torsdagar donderdag quinta czwartek":
            4,
        "friday fridays fri freitag freitags vendredi vendredis viernes venerdi fredag fredagar vrijdag sexta piatek piatku":
            5,
        "saturday samstag samedi sabado sabato lordag zaterdag": 6,
        "sunday sonntag dimanche domingo domenica sondag zondag": 7,
    ])
    /// Denials beside those of `Cues`.
    static let denials = WordMarks([
        "niente nulla nichts nada niets rien personne nadie ninguem niemand nikt nessuno nobody hardly neither optional_ nowhere":
            1
    ])
    static let percents = WordMarks(["percent prozent procent procento percento pct porcento": 1])
    static let ofs = WordMarks(["of der des de del": 1])
    /// What stands before a word of `soft`: "at present", "just now", "for good".
    static let softly = WordMarks([
        "at im am pour por al per just voor op na the le el il": 1, "for": 2,
    ])
    /// "Sur place" 1, "vor Ort" 2, "ter plaatse" 3, "in person", "na miejscu" 4: on the spot, after the word that belongs to it.
    static let spots = WordMarks(["place": 1, "ort": 2, "plaatse": 3, "person persona personne miejscu loco situ": 4])
    static let spotWords = WordMarks(["sur": 1, "vor": 2, "ter": 3, "in en na di": 4])
    static let good = FactText.hash("good"), once = FactText.hash("once")

    /// Parts of words in a script without blanks.
    static let unspaced: [(UInt64, [[UInt8]])] = [
        (office, ["オフィス", "出社", "出勤", "本社", "現地", "ラボ", "研究所", "工場", "社内"]),
        (home, ["在宅", "自宅", "リモート", "テレワーク"]),
        (full, ["毎日", "常に", "全日", "完全", "フルリモート", "フル出社", "常時"]),
        (rest, ["その他", "それ以外", "残り"]),
        (monthly, ["月に", "月間"]),
        (share, ["週", "隔週", "一部", "半分", "月曜", "火曜", "水曜", "木曜", "金曜"]),
        (refusal, ["ません", "不可", "なし", "ない", "禁止", "お断り"]),
        (free, ["場所は自由", "場所を問わ", "好きな場所", "どこから", "どこで"]),
        (passing, ["当面", "現在は", "最初の"]), (lasting, ["その後", "以降"]),
    ].map { ($0.0, $0.1.map { Array($0.utf8) }) }

    static func holds(_ a: ArraySlice<UInt8>, _ b: [UInt8]) -> Bool {
        guard a.count >= b.count else { return false }
        var i = a.startIndex
        while i + b.count <= a.endIndex {
            if a[i] == b[0], a[i..<i + b.count].elementsEqual(b) { return true }
            i += 3
        }
        return false
    }
}
