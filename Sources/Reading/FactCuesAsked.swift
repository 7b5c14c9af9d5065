/// The phrases of what is asked of the person: a degree, years of experience.
extension FactCues {
    static let asked: [(Cue, String)] = [
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
            you|youve _2 graduated
            hast|haben|habt _4 studiert
            du|sie studiert
            formal|academic qualification*|education
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
            curso superior|universitario
            formacao academica|superior
            abschluss _3 informatik|wirtschaftsinformatik|mathematik|physik|elektrotechnik|ingenieur*|naturwissenschaft*|studium*|studiums|studienfach|fach|fachrichtung|bereich|studiengang
            abgeschlossene|abgeschlossenes hochschul*
            technischer|akademischer|naturwissenschaftlicher|universitarer abschluss
            hogskole|universitets examen|utbildning
            """
        ),
        (
            .degreeVoid,
            """
            degree of
            360 degree|degrees
            # degree|degrees
            fraction|tenth|tenths|hundredth|half of _1 degree
            masters|master|bachelors|bachelor|phd|doctoral|degree student*|thesis
            to _1 degree
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
            pay|fund|sponsor|finance|cover|support _3 masters|master|mba|studies|study
            pay|fund|sponsor|finance|cover _4 degree|degrees
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
            or _4 taught|yourself|learned|learnt|picked|knowledge|skills|practice|background|portfolio
            or the _2 same|experience
            or several|many|enough|some years|experience
            ausbildung|studium _4 oder|bzw _2 studium|ausbildung
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
            oder _2 vergleichbar*|gleichwertig*|ahnlich*|entsprechend*|mehrjahrig*|langjahrig*|fundiert*|mehrere|einige|viele|*jahrig*
            vergleichbar*|gleichwertig* ausbildung|qualifikation|kenntnisse|abschluss|berufserfahrung
            may|might lack _2 degree
            lack|without a? _1 degree if
            ou plusieurs|quelques annees
            ou _3 experience|pratique
            o _3 experiencia|equivalente|equivalentes
            o|ou varios|varias|bastantes anos
            eller flera|manga|nagra ars|ar
            eller _3 erfarenhet|arbetslivserfarenhet|kompetens|kunskaper
            of _3 ervaring|niveau|werkervaring|praktijk
            or practice|experience
            ou|o autodidact*
            ou _2 experiencia|pratica|vivencia
            """
        ),
        (
            .years,
            """
            years|year|yrs|yoe|jahre|jahren|jahr|*jahrige|*jahriger|*jahrigen|*jahriges|ans|annees|anos|ano|ar|ars|jaar|jaren|lat|anni|let|aar|decade|jahrzehnt|decennium|decada
            """
        ),
        (
            .yearsVoid,
            """
            years|year|yrs|jahre|jahren|ans|anos|ar|jaar old|of|og age
            years|year ago|old|later|young
            years in business
            after|nach|apres|despues|tras|efter|na|apos|depois de? half? a|an|#|one|two|three|four|five|six|ten|zwei|drei|funf|deux|trois|dos|tres|tva|tre|twee|drie|dois years|year|jahren|jahr|ans|an|anos|ano|ar|jaar
            years|year with|at us|the company
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
            limited|befristet|tidsbegransad|beschrankt to|auf|till #|one|two|three|ein|zwei|drei|ett|tva years|year|jahre|jahr|ar
            befristet|befristung|befristeter auf|uber|fur # jahre|jahr
            auf #|ein|zwei|drei jahre|jahr befristet|begrenzt
            # jahre|years|ans|anos _2 erfahrung|experience|experiencia _3 machen|macht|zeichnen|sprechen|make|makes|made|hacen|avalan
            # years|year of experience we|makes|make
            """
        ),
    ]
}
