import Base
import Taxonomy

/// The words around a sum of money.
enum PayWords {
    /// Marks of a word; bits 8 to 10 hold the number of its period, from one.
    struct Mark: OptionSet {
        var rawValue: UInt32
        static let cue = Mark(rawValue: 1 << 16), weak = Mark(rawValue: 1 << 17), other = Mark(rawValue: 1 << 18)
        static let onTarget = Mark(rawValue: 1 << 19), total = Mark(rawValue: 1 << 20), upTo = Mark(rawValue: 1 << 21)
        static let from = Mark(rawValue: 1 << 22), role = Mark(rawValue: 1 << 23), joint = Mark(rawValue: 1 << 24)
        static let conjunction = Mark(rawValue: 1 << 25), between = Mark(rawValue: 1 << 26),
            huge = Mark(rawValue: 1 << 27)
        static let per = Mark(rawValue: 1 << 29), base = Mark(rawValue: 1 << 30), add = Mark(rawValue: 1 << 31)
        /// A verb by which people get money, whoever they are: "earn", "verdienst".
        static let verb = Mark(rawValue: 1)
        /// People who are paid by the firm or its product and are not hired by this text: "drivers", "tenants".
        static let third = Mark(rawValue: 2)
        /// May stand between a sum and its period: "before tax", "excl. VAT".
        static let beside = Mark(rawValue: 4)
        /// "We offer", "expect".
        static let gives = Mark(rawValue: 8)
    }

    static func mark(_ t: FactToken) -> Mark { Mark(rawValue: table.value(t.hash)) }

    /// The mark of token k; a long word without one is looked at as a compound: "Einstiegsgehalt", "Jahresbruttolohn".
    static func mark(_ k: Int, _ text: borrowing FactText) -> Mark {
        let m = mark(text.tokens[k])
        return m.isEmpty ? PayCompounds.mark(k, text) : m
    }

    private static let periods: [PayPeriod] = [.year, .month, .week, .day, .hour]
    static func period(_ m: Mark) -> PayPeriod? {
        let k = Int(m.rawValue >> 8 & 7)
        return k == 0 ? nil : periods[k - 1]
    }
    static func currency(_ t: FactToken) -> Currency? {
        let k = Int(currencies.value(t.hash))
        return k == 0 ? nil : CurrencyNames.entries[k - 1].currency
    }

    static let currencies: WordMarks = {
        var pairs: [(String, UInt32)] = []
        for (n, e) in CurrencyNames.entries.enumerated() {
            for w in e.words where !w.hasSuffix("_") { pairs.append((w, UInt32(n + 1))) }
        }
        return WordMarks(pairs)
    }()

    static let table = WordMarks([
        (
            """
            salary salaries pay compensation remuneration wage wages gehalt bruttogehalt nettogehalt fixgehalt grundgehalt verdienst
            vergutung lohn entgelt bruttolohn salaire remunerations fixe sueldo salario retribucion remuneracion salarial banda
            lon loneniva ersattning grundlon fastlon lonespann salaris loon brutoloon salarisindicatie salarisrange remuneracao
            stipendio retribuzione ral compenso wynagrodzenie stawka widelki plat mzda odmena palkka 給与 報酬 salarybase
            honorar tarif tarief ctc earnings earn earning payrange brut brute brutto bruto brutos brutas bruta gross hrubeho netto lordi ir35 lpa
            baseline loonschaal salarisschaal jahresbrutto monatsbrutto payscale baselon jahresbrutto salaryrange lonn bruttolonn compensations verguetung
            verdienen bezahlung bezahlen zahlen brutes bruts brutti lorda lordi lordo netti netta netos liquidos liquido bezoldiging beloning
            tjana tjanar tjener tjene zarobki zarobisz zarobic zarabiasz placa placy vydelek mzdou odmenu sazba arvode konsultarvode konsulttaxa
            timpris timpenning vencimento vencimentos ordenado salaires remuneration remunere gage tariffa compensi stipendi paga
            salariu placa mzdy berezes fizetes maas ucret maasi shcharl gaji upah 연봉 월급 급여 시급 보수 年薪 月薪 薪资 薪酬 时薪 日薪 薪水 שכר משכורת gratification gagner gagnez gagnes ganaras ganas cobras cobraras sueldos basico bruttolon nettolon lonspenn lonnsspenn
            """, Mark.cue.rawValue
        ),
        (
            "fast vast base fix fixum basic grundgehalt fixe basisgehalt festgehalt fixgehalt grundlon grundlonn baslon fastlon",
            Mark.cue.rawValue | Mark.base.rawValue
        ),
        (
            "net negotiable commensurate depending profil verhandelbar verhandlungsbasis vb negociable kollektivavtal fastlonn range ranges band bands bracket rate rates package compensated comp paid faixa paying pays super superannuation grade scale doe spanne rahmen bewerbung bezahlung paquete fourchette",
            Mark.weak.rawValue
        ),
        (
            "연봉 연 年薪 每年 年 שנתי לשנה yillik yilda evente eves anului tahun 年収は annual annually yearly jahrlich jahresgehalt year yr annum pa jahr ano anos annuel annuelle annuels an anual anuales anuais annui annuo arslon ar aret arlig jaar jaarsalaris jaarlijks rok rocznie rocne rok rocni 年収 年俸 anno yearsalary jahresbruttogehalt jahreszielgehalt arligen vuodessa aarligt aar annos annue annui annua annuali jahresgehalter arslonn arlon arsloner",
            1 << 8
        ),
        (
            "월 월급 月薪 每月 月 לחודש חודשי בחודש aylik ayda honap havi havonta ho luna lunar lunare bulan meseci mesecno mesacne mesiac manads maneder manedsgage manedsloenn month monthly months mo pcm monat monatlich monate mtl monatsgehalt mois mensuel mensuelle mensuels mes meses mensual mensuales mensual mensal mensais manad manaden man manadslon maand maandelijks mies miesiecznie miesiac mesic mesicne 月給 月収 月額 mese mensili mensile mc maned maneden kuukausi kk maanedlig maandsalaris manadsvis monatslohn bruttomonatsgehalt mth mths mnth mnd mdr md manedlon manedslon manedslonn manedlig maneds mensal mensili mens mensilmente miesiecznego mesicni kuukaudessa monatl maandelijkse mensuelle 月額報酬",
            2 << 8
        ),
        (
            "每周 hetente week weekly wk pw wks woche wochentlich wochenlohn hebdomadaire weekloon uke ukentlig ugentlig veckolon tygodniowo tydne settimanale semaine hebdo semana semanal semanales semanais vecka veckan uge tydzien settimana 週給",
            3 << 8
        ),
        (
            "日薪 每天 naponta gunluk zi zile ziua 일당 天 ליום personendag day daily pd diem tag taglich tagessatz tjm jour jours journalier dia diario diaria diarios dag dagen dagtarief manday personentag manntag dziennie dniowka denne giornaliera dagsats dagsrate diaire journaliere giorno giornaliero dagspris dagsarvode 日給 日額 dagpris",
            4 << 8
        ),
        (
            "시급 时薪 每小时 小时 小時 לשעה שעתי saatlik saat oradij orankent oraber jam tim timme hodina ure hour hourly hr hrs ph stunde stundenlohn stundensatz std stundlich heure horaire heures hora horas timme timmen timlon timarvode uur uurtarief uurloon godzine godzina godz hodinu hod ora timen 時給 hours timepris std godzinowa godzinowo hodinova hodinu timelon timelonn timesats timen timsats tunti tunnissa tunnilta hod horaria horario orario oraria timpris hourly allora",
            5 << 8
        ),
        (
            "月額報酬 想定年収 予定年収 想定月収 基本給 基本給は 月給は 時給は 年収は 給与は 想定給与 arslonn manedslon manedslonn timelon timelonn manedlon dagsats timesats timsats timpris dagsrate dniowka tagsatz tjm tagessatz stundensatz stundenlohn dagtarief uurtarief uurloon jahresgehalt monatsgehalt manadslon arslon timlon timarvode 年収 年俸 月給 月収 月額 時給 日給 dayrate jaarsalaris maandsalaris jahreszielgehalt bruttomonatsgehalt",
            Mark.cue.rawValue
        ),
        (
            "per a an pro je im am par l kazdy za every aft au al por i om om por ao za na w il the en p each / 1 el la der die",
            Mark.per.rawValue
        ),
        (
            """
            bonus bonuses boni bono bonos primes prime premie premia sign signing retention referral referrals refer relocation relocate umzug
            voucher vouchers gutschein gutscheine allowance allowances stipend stipends zuschuss budget budgets insurance versicherung pension
            pensions retirement 401k match matching equity shares stock options rsu rsus grant grants raised raise raising funding
            funded round series seed investors investment invested invest valuation valued worth revenue revenues arr mrr turnover umsatz
            omsattning omzet gmv volume volumes transactions processed process processing move moves moved transfer
            transfers handle handles manage manages managed managing assets aum portfolio savings save saves saved saving spend spends spending
            spent price prices priced pricing preis costs cost kosten coste costs fee fees license licenses licence licences lizenz subscription
            plan plans tuition course courses training learning education conference conferences certification certifications books lunch
            lunches meal meals food essen essenszuschuss ticket tickets restaurant cheque cheques bike bikes fahrrad jobrad gym fitness
            wellness wellbeing health homeoffice equipment laptop hardware phone internet commuter commuting transport travel
            childcare kita donation donations donate donated charity prize prizes award awards customers customer clients client users user
            patients merchants deal deals contracts quota quotas loan loans credit credits invoice invoices donation fund funds fond
            tenants members refund refunds damage damages theft loss losses fine fines capital exit acquired
            acquisition sold sell sells market markets industry opportunity economy billing gift card cards perk perks benefit benefits
            expenses expense reimbursement reimbursements reimburse reimbursed contribution contributions contribute beitrag variable variabel
            variablel commission commissions provision discount discounts rebate deductible margin margins sachbezug coverage premium premiums
            chiffre levee levees leve fonds affaires facturacion ronda inversion presupuesto ahorro abono vale cheque
            investering budjet bidrag friskvard friskvardsbidrag friskvardspeng avtalsvarde pris kostnad intakter
            omzet investering opleidingsbudget reiskosten vergoeding orcamento receita faturamento aporte rodada investimento
            weiterbildungsbudget weiterbildung firmenwagen finanzierung finanzierungsrunde investition urlaubsgeld weihnachtsgeld
            mobilitatsbudget mobilitat aide aides investissement repas fertility hra lifestyle penalty penalties bounty bounties payout payouts
            downtime outage outages lost losing bill bills cloudspend traded trade trades collected collect settle
            settles rent rents rental rentals house houses mortgage mortgages property sponsorship sponsored scholarship scholarships
            profit profits ebitda surplus raises donor donors endowment backed venture bonusar tantieme nest medical dental vision fsa hsa
            charge charges charged bill billed spare spared spares fined winner winners wins win hackathon contest competition challenge
            household households shoppers outlay accounts account towards toward extra oneoff cover death exercise exercises assignment media ads advertising campaigns breach
            breaches ransom orders order basket grocery groceries insured insures deposit kaution workstation toll tolls 
            spart sparen ersparnis kunden kunde kundschaft essensgeld deutschlandticket jobticket umzugskosten umzugskostenhilfe erstattet erstatten
            zuschusse pramie pramien empfehlung empfehlungspramie umsatze sachbezuge zuzahlung rechnung rechnungen
            clients economisent economise economiser mutuelle amende amendes cooptation parrainage transport remboursement indemnite indemnites
             interessement facture factures abonnement abonnements cantine
            clientes ahorran ahorra ahorrar pagan ayuda ayudas transporte subvencion multa multas facturamos factura facturas guarderia comida
              bonificacion
            kunder kunderne kundene kunderna lunchkort besparing sparar abonnemang bidraget   
              tilskud tilskudd treningsstotte stotte forsikring feriepenger bonussen sundhedsforsikring pensjon tjenestepensjon tjanstepension
            opgehaald klanten klant reiskostenvergoeding thuiswerkvergoeding onkostenvergoeding boete boetes abonnementen lening korting besparen
              toeslag
            cliente economiza economizam auxilio captamos captou movimenta movimentam alimentacao refeicao fatura faturamos ajuda
            refeicoes subsidio reembolso
            klienci klientow oszczedzaja oszczedza budzet szkoleniowy doplata doplaty doplat dofinansowanie premia premii karta przychod przychody obrot ubezpieczenie
            zwrot dodatek dodatki kara kary
            obrat obratem prispevek prispevky zakaznici zakaznik priplatek naklady trzby investici stravenky pokuta
            buoni buono pasto fatturato clienti spendono spende rimborso rimborsi premio premi risparmiano finanziamento ricavi
            交通費 資本金 売上高 売上 賞与 手当 住宅手当 支給上限 祝い金 調達
            """, Mark.other.rawValue
        ),
        (
            "earn earns earning earned pay pays paid paying make makes verdienst verdienen verdient zahlen bezahlt gana ganan gagne gagnent tjanar tjener verdienen guadagna",
            Mark.verb.rawValue
        ),
        (
            """
            drivers driver riders couriers courier tutors tutor sellers seller creators creator hosts host nurses teachers researchers hackers
            players tenants landlords farmers patients hunters users user consumers merchants influencers streamers guests travellers subscribers
            exhibitors marketplace kunden clients customers customer kunderne kunderna clientes klienci fahrer chauffeurs repartidores vendeurs winner
            """, Mark.third.rawValue
        ),
        (
            "offer offers offering expect get gets receive receives take bieten bietet offrons proposons ofrecemos erbjuder oferecemos bieden oferujemy nabizime offriamo tilbyr tilbyder",
            Mark.gives.rawValue
        ),
        (
            """
            exkl eksl eks tasse imposte before tax taxes pre after vat mwst btw moms ust iva ht dph excl excluding exclusive incl including ex on basis full time
            vollzeit zzgl inkl auf bei basic annualised b2b pj clt w2 c2c 1099 paye umbrella uop na umowie o prace contract of salary rate
            for fur das the und gross pesos mexicanos colombianos chilenos argentinos canadian australian take home cash guaranteed fixed starting skatt skat fore bez tyokokemuksen dollars us
            """, Mark.beside.rawValue
        ),
        ("ote target zielgehalt zieleinkommen zielvergutung objectifs zielerreichung", Mark.onTarget.rawValue),
        (
            "tc total ctc gesamtpaket gesamtvergutung gesamtgehalt totale totaal paquete tcc totalpaket globale",
            Mark.total.rawValue
        ),
        ("ote tc ctc zielgehalt zieleinkommen", Mark.cue.rawValue),
        (
            "max maximum maximal maxi maximale maximo massimo highest ceiling tops nejvyse opptil enintaan capped hochstens jusqu jusqua hogsta hojeste inntil indtil hasta ate upp maximaal max. capped tot fino nawet",
            Mark.upTo.rawValue
        ),
        (
            "lagsta laveste lowest from starting starts start ab mindestens min minimum desde partir fran vanaf minimal minimo minst least mindst lagst minstens almeno partire menos od above over dal northwards upwards north starter beginning begins starten moins nejmene 最低",
            Mark.from.rawValue
        ),
        (
            "engineer engineers developer developers junior senior mid lead staff principal contractor contract permanent freelance role level entwickler developpeur desarrollador utvecklare ontwikkelaar dev swe architect manager analyst intern internship praktikant werkstudent graduate outside inside equity lead sre designer vat super b2b uop specialist specialists technician technicians consultant consultants representative executive associate associates officer coordinator administrator director scientist scientists ingenieur ingenieure ingenieurs ingeniero ingeniera consultor consultora technicien techniker berater tester testers programmer programmers position positions eng sr jr werkstudenten werkstudierende studentene trainee trainees apprentice fellow entwicklerin utvikler udvikler kehittaja programista programator vyvojar sviluppatore programador programadora backend frontend devops manager managers success",
            Mark.role.rawValue
        ),
        ("to bis a till tot ate hasta al do a az upto through thru ～ til rising から", Mark.joint.rawValue),
        ("and und et y och en e og i ja", Mark.joint.rawValue | Mark.conjunction.rawValue),
        (
            "and und plus et y och with mit avec con med as mas zzgl zuzuglich sowie samt oveni utover nebst alem",
            Mark.add.rawValue
        ),
        ("between zwischen entre mellan tussen tra fra mellem mellom miedzy pomiedzy mezi", Mark.between.rawValue),
        (
            "million millions mio mrd mn mln bn billion billions mm millionen milliarden millones milliard milliards miljoner miljard miljoen milhoes milhao bilhoes miliona mld miljarder trillion tn m b",
            Mark.huge.rawValue
        ),
    ])

    /// Thousands and their like right after a figure.
    static let factors = WordMarks([
        (
            "k tys tysiecy tisic tis thousand thousands grand tsd t mil tkr tausend tusen tusind duizend mille mila 千 ks",
            1
        ), ("lakh lakhs lac lacs lpa l", 2),
        ("crore crores cr", 3), ("万 万円 万元 万元以上 万以上 만원이상 만원부터 万元起 만원 万円以上 万円から 万円まで 万円程度 万円台", 4),
        ("keur kusd kgbp kchf kpln ksek knok kdkk teur tchf kczk kcad kaud kinr tsek", 5),
    ])
    static let factorValues: [Double] = [1, 1000, 100_000, 10_000_000, 10_000, 1000]
}
