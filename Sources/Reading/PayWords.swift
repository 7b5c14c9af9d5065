import Base
import Taxonomy

/// The words around a sum of money.
enum PayWords {
    /// Marks of a word; the low byte holds the currency's number plus one, the next the period's.
    struct Mark: OptionSet {
        var rawValue: UInt32
        static let cue = Mark(rawValue: 1 << 16), weak = Mark(rawValue: 1 << 17), other = Mark(rawValue: 1 << 18)
        static let onTarget = Mark(rawValue: 1 << 19), total = Mark(rawValue: 1 << 20), upTo = Mark(rawValue: 1 << 21)
        static let from = Mark(rawValue: 1 << 22), role = Mark(rawValue: 1 << 23), joint = Mark(rawValue: 1 << 24)
        static let conjunction = Mark(rawValue: 1 << 25), between = Mark(rawValue: 1 << 26),
            huge = Mark(rawValue: 1 << 27)
        static let sure = Mark(rawValue: 1 << 28), per = Mark(rawValue: 1 << 29), base = Mark(rawValue: 1 << 30),
            add = Mark(rawValue: 1 << 31)
    }

    static func mark(_ t: FactToken) -> Mark { Mark(rawValue: table.value(t.hash)) }

    private static let periods: [PayPeriod] = [.year, .month, .week, .day, .hour]
    static func period(_ m: Mark) -> PayPeriod? {
        let k = Int(m.rawValue >> 8 & 255)
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
            baseline payscale stipend_ baselon einstiegsgehalt jahresbrutto salaryrange lonn bruttolonn compensations verguetung
            """, Mark.cue.rawValue
        ),
        (
            "base fix fixum basic grundgehalt fixe basisgehalt fast festgehalt vast",
            Mark.cue.rawValue | Mark.base.rawValue
        ),
        (
            "range ranges band rate rates package compensated comp paid faixa paying pays super superannuation grade scale k_ doe spanne rahmen bewerbung bezahlung paquete fourchette",
            Mark.weak.rawValue
        ),
        (
            "annual annually yearly jahrlich jahresgehalt year yr annum pa jahr ano anos annuel annuelle annuels an anual anuales anuais annui annuo arslon ar aret arlig jaar jaarsalaris jaarlijks rok rocznie rocne rok rocni 年収 年俸 anno yearsalary jahresbruttogehalt jahreszielgehalt arligen ay vuodessa aarligt aar",
            1 << 8
        ),
        (
            "month monthly months mo pcm monat monatlich monate mtl monatsgehalt mois mensuel mensuelle mensuels mes meses mensual mensuales mensual mensal mensais manad manaden man manadslon maand maandelijks mies miesiecznie miesiac mesic mesicne 月給 月収 月額 mese mensili mensile mc maned maneden kuukausi kk maanedlig maandsalaris manadsvis monatslohn bruttomonatsgehalt",
            2 << 8
        ),
        (
            "week weekly wk pw woche wochentlich semaine hebdo semana semanal semanales semanais vecka veckan uge tydzien settimana 週給",
            3 << 8
        ),
        (
            "day daily pd diem tag taglich tagessatz tjm jour jours journalier dia diario diaria diarios dag dagen dagtarief tarifa_dia dzien den giorno giornaliero dagspris dagsarvode 日給 日額 dagpris",
            4 << 8
        ),
        (
            "hour hourly hr hrs ph stunde stundenlohn stundensatz std stundlich heure horaire heures hora horas timme timmen timlon timarvode uur uurtarief uurloon godzine godzina godz hodinu hod ora time_ timen 時給 hours timepris std",
            5 << 8
        ),
        (
            "tjm tagessatz stundensatz stundenlohn dagtarief uurtarief uurloon jahresgehalt monatsgehalt manadslon arslon timlon timarvode 年収 年俸 月給 月収 月額 時給 日給 dayrate jaarsalaris maandsalaris jahreszielgehalt bruttomonatsgehalt",
            Mark.cue.rawValue
        ),
        (
            "per a an pro je im am par au al por i om om por ao za na w il the en p each / 1 el la der die",
            Mark.per.rawValue
        ),
        (
            """
            bonus bonuses boni bono bonos primes prime premie premia sign signing retention referral referrals refer relocation relocate umzug
            voucher vouchers gutschein gutscheine allowance allowances stipend stipends zuschuss budget budgets insurance versicherung pension
            pensions retirement 401k match matching equity shares stock options rsu rsus grant grants raised raise raising funding
            funded round series seed investors investment invested invest valuation valued worth revenue revenues arr mrr turnover umsatz
            omsattning omzet sales_ gmv volume volumes transactions processed process processing payments_ move moves moved transfer
            transfers handle handles manage manages managed managing assets aum portfolio savings save saves saved saving spend spends spending
            spent price prices priced pricing preis costs cost kosten coste costs fee fees license licenses licence licences lizenz subscription
            plan plans tuition course courses training learning education conference conferences certification certifications books lunch
            lunches meal meals food essen essenszuschuss ticket tickets restaurant cheque cheques bike bikes fahrrad jobrad gym fitness
            wellness wellbeing health home_ homeoffice equipment laptop hardware phone mobile_ internet commuter commuting transport travel
            childcare kita donation donations donate donated charity prize prizes award awards customers customer clients client users user
            patients merchants deal deals contracts quota quotas loan loans credit credits invoice invoices donation fund funds fond
            tenants members employees_ people_ team_ refund refunds damage damages fraud_ theft loss losses fine fines capital exit acquired
            acquisition sold sell sells market markets industry opportunity economy billing gift card cards perk perks benefit benefits
            expenses expense reimbursement reimbursements reimburse reimbursed contribution contributions contribute beitrag variable variabel
            variablel commission commissions provision discount discounts rebate deductible margin margins sachbezug coverage premium premiums
            chiffre levee levees leve fonds affaires facturacion ronda inversion presupuesto ahorro abono vale cheque
            investering budjet bidrag friskvard friskvardsbidrag friskvardspeng avtalsvarde pris kostnad intakter
            omzet investering opleidingsbudget reiskosten vergoeding orcamento receita faturamento aporte rodada investimento
            weiterbildungsbudget weiterbildung firmenwagen finanzierung finanzierungsrunde investition urlaubsgeld weihnachtsgeld
            mobilitatsbudget mobilitat aide aides formation_ investissement repas gratification penalty penalties bounty bounties payout payouts
            downtime outage outages lost losing infrastructure_ bill bills aws_ cloudspend traded trade trades collected collect settle
            settles rent rents rental rentals house houses mortgage mortgages property sponsorship sponsored scholarship scholarships
            profit profits ebitda surplus raises donor donors endowment backed venture bonusar tantieme nest medical dental vision fsa hsa
            """, Mark.other.rawValue
        ),
        ("ote target zielgehalt zieleinkommen zielvergutung objectifs zielerreichung", Mark.onTarget.rawValue),
        (
            "tc total ctc gesamtpaket gesamtvergutung gesamtgehalt totale totaal paquete tcc totalpaket globale",
            Mark.total.rawValue
        ),
        ("ote tc ctc zielgehalt zieleinkommen", Mark.cue.rawValue),
        (
            "max maximum maximal hochstens jusqu jusqua hasta ate upp maximaal max. capped tot fino nawet",
            Mark.upTo.rawValue
        ),
        (
            "from starting starts start ab mindestens min minimum desde partir fran vanaf minimal least von minst od above over dal northwards",
            Mark.from.rawValue
        ),
        (
            "engineer engineers developer developers junior senior mid lead staff principal contractor contract permanent freelance role level entwickler developpeur desarrollador utvecklare ontwikkelaar dev swe architect manager analyst intern internship praktikant werkstudent graduate outside inside equity lead sre designer vat super b2b uop",
            Mark.role.rawValue
        ),
        ("to bis a till tot ate hasta al do a upto through ～ til", Mark.joint.rawValue),
        ("and und et y och en e og i ja", Mark.joint.rawValue | Mark.conjunction.rawValue),
        ("and und plus et y och with mit avec con med as", Mark.add.rawValue),
        ("between zwischen entre mellan tussen tra fra mellem mellom miedzy mezi", Mark.between.rawValue),
        (
            "million millions mio mrd mn mln bn billion billions mm millionen milliarden millones milliard milliards miljoner miljard miljoen milhoes milhao bilhoes miliona mld miljarder trillion tn crores_ m b",
            Mark.huge.rawValue
        ),
    ])

    /// Thousands and their like right after a figure.
    static let factors = WordMarks([
        ("k tys tis thousand tsd t mil tkr tausend kk_ 千 ks", 1), ("lakh lakhs lac lacs lpa l", 2),
        ("crore crores cr", 3), ("万 万円 만원", 4),
        ("keur kusd kgbp kchf kpln ksek knok kdkk teur tchf kczk kcad kaud kinr kr_ tsek", 5),
    ])
    static let factorValues: [Double] = [1, 1000, 100_000, 10_000_000, 10_000, 1000]
}
