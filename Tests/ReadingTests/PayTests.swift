import Base
import Reading
import Sources
import Taxonomy
import Testing

@Suite struct PayTests {
    @Test(arguments: rows(PayTests.table, columns: 2))
    func `pay is read and other money is refused`(_ row: [String]) {
        let text = factText(row[0])
        let pay = PayReader.pay(text, nil)
        #expect(write(pay) == row[1], "\(row[0])")
        if let span = pay?.span { #expect(text.words(span) == pay?.quote) }
    }

    private func write(_ pay: PayFact?) -> String {
        guard let pay else { return "null" }
        func figure(_ v: Double?) -> String { v.map { $0 == $0.rounded() ? String(Int($0)) : String($0) } ?? "-" }
        return "\(figure(pay.min)) \(figure(pay.max)) \(pay.currency?.code ?? "None") \(pay.period.rawValue)"
    }

    @Test func `kinds and months are kept`() {
        #expect(PayReader.pay(factText("OTE $180,000 - $220,000"), nil)?.kind == .ote)
        #expect(PayReader.pay(factText("Total compensation $300k-$400k"), nil)?.kind == .total)
        #expect(PayReader.pay(factText("OTE: $200k, base $120k"), nil)?.kind == .base)
        let pay = PayReader.pay(factText("Sueldo 2.100 € al mes en 14 pagas"), nil)
        #expect(pay?.months == 14)
        #expect(pay?.annualMax == 29_400)
        #expect(PayReader.pay(factText("Salary: $47 per hour"), nil)?.annualMin == 97_760)
        for text in [
            "CHF 7'200.– × 13", "Stipendio di 2.000 euro al mese per tredici mensilità", "€4,000 a month. 13 salaries.",
            "Wir zahlen 4.700 € im Monat, und das dreizehnmal.", "CHF 7'900 pro Monat, 13. Monatslohn inklusive",
            "6400 francs par mois, treizième salaire compris",
        ] {
            #expect(PayReader.pay(factText(text), nil)?.months == 13, "\(text)")
        }
        #expect(PayReader.pay(factText("Entgeltgruppe 13, Gehalt 4.700 € monatlich"), nil)?.months == nil)
        #expect(PayReader.pay(factText("Total comp of $280k-$320k when base and bonus are added"), nil)?.kind == .total)
        #expect(PayReader.pay(factText("Salary range $110,000 (OTE $160,000)"), nil)?.max == 110_000)
    }

    @Test func `the source's own field comes first where it is sane`() {
        var posting = Posting(kind: .ashby, externalID: "1")
        let text = factText("Salary: $100,000 - $120,000 a year")
        posting.pay = .init(min: 90_000, max: 110_000, currency: .usd, period: .year)
        #expect(PayReader.pay(text, posting)?.min == 90_000)
        #expect(PayReader.pay(text, posting)?.span == nil)
        // Zero is unknown, a range of one to four is no pay, hourly cents are absurd: the text decides.
        for (low, high) in [(0.0, 0.0), (40_000, 160_000), (4_500_000_000, 4_600_000_000)] {
            posting.pay = .init(min: low, max: high, currency: .usd, period: .year)
            #expect(PayReader.pay(text, posting)?.min == 100_000)
        }
        posting.pay = .init(text: "€70K – €90K • Offers Equity")
        #expect(PayReader.pay(factText(""), posting)?.max == 90_000)
    }

    @Test func `an absurd sum is refused, not mended`() {
        #expect(PayReader.pay(factText("Salary: $900,000,000 per year"), nil) == nil)
        #expect(PayReader.pay(factText("Salary: $12 per year"), nil) == nil)
    }

    static let table = """
        9 LPA – 14 LPA fixed, medical cover | 900000 1400000 INR year
        Salaries: Porto €60k – €75k, Munich €72k – €90k. | 60000 90000 EUR year
        Pay till £80k in the north and till £92k in London | - 92000 GBP year
        Hasta 46k€ más un bonus anual | - 46000 EUR year
        Mindestgehalt lt. Kollektivvertrag: EUR 3.150 brutto/Monat | 3150 - EUR month
        Plat 70 až 95 tis. Kč / měsíc | 70000 95000 CZK month
        Bruttó 900 000 – 1 300 000 Ft/hó | 900000 1300000 HUF month
        Aylık net 80.000 – 95.000 TL | 80000 95000 TRY month
        月薪2万-3万元 | 20000 30000 CNY month
        Jahreslohn Fr. 105'000 – 125'000 | 105000 125000 CHF year
        Sueldo de 7 millones de pesos colombianos al mes | 7000000 7000000 COP month
        S/ 5,500 a S/ 7,000 mensuales | 5500 7000 PEN month
        Rp 12-18 juta per bulan | 12000000 18000000 IDR month
        The salary is forty-five thousand pounds a year. | 45000 45000 GBP year
        Das Gehalt beträgt fünfundsiebzigtausend Euro. | 75000 75000 EUR year
        Fra 700 kr. i timen til den rette konsulent | 700 - DKK hour
        We pay €250 for the trial day. | null
        $300 for the take-home test | null
        Our salary database covers jobs from €30k to €200k. | null
        Our graduates earn $90k on average. | null
        Life insurance, two times your salary, up to $200k | null
        Three thousand pounds of coffee were drunk here. | null
        Salary: $120,000 - $150,000 per year | 120000 150000 USD year
        Base salary range for this role is $143,500 to $211,000 USD. | 143500 211000 USD year
        The pay range is $45.50 - $62.00 an hour. | 45.5 62 USD hour
        $60/hr - $75/hr on W2 | 60 75 USD hour
        Compensation: 90k-110k EUR + equity | 90000 110000 EUR year
        We pay between €70,000 and €85,000. | 70000 85000 EUR year
        €400 - €500 per day, outside scope of IR35 | 400 500 EUR day
        Day rate: £650 | 650 650 GBP day
        Up to £95k + bonus + pension | - 95000 GBP year
        £55,000 + 10% bonus | 55000 55000 GBP year
        From £30,000 a year | 30000 - GBP year
        Salary from 42k to 50k GBP | 42000 50000 GBP year
        Starting salary €48,000 gross per annum | 48000 - EUR year
        CA$100,000 – CA$130,000 | 100000 130000 CAD year
        A$150k + super | 150000 150000 AUD year
        CHF 110'000 bis 130'000 pro Jahr | 110000 130000 CHF year
        Gehalt: 60.000 bis 75.000 Euro brutto im Jahr | 60000 75000 EUR year
        Jahresgehalt ab 55.000 € | 55000 - EUR year
        Monatsgehalt 4.200 € bei 14 Gehältern | 4200 4200 EUR month
        Wir zahlen dir 5.000 € brutto monatlich. | 5000 5000 EUR month
        Bruttomonatsgehalt ab EUR 3.800 (14x) | 3800 - EUR month
        Stundenlohn 18,50 € | 18.5 18.5 EUR hour
        Tagessatz: 850 Euro | 850 850 EUR day
        Rémunération : 45-55k€ selon profil | 45000 55000 EUR year
        Salaire 2 800 € brut par mois sur 13 mois | 2800 2800 EUR month
        TJM : 550-650€ | 550 650 EUR day
        Fixe 50k€ + variable 10k€ | 50000 50000 EUR year
        Package 60K€ à 70K€ | 60000 70000 EUR year
        Salario: 35.000€ - 45.000€ brutos/año | 35000 45000 EUR year
        Sueldo 2.100 € al mes en 14 pagas | 2100 2100 EUR month
        Hasta 60k € brutos anuales | - 60000 EUR year
        $45,000 MXN mensuales | 45000 45000 MXN month
        Lön: 45 000–55 000 kr/mån | 45000 55000 SEK month
        Månadslön från 38 000 kr | 38000 - SEK month
        Årslön 600 000 - 700 000 SEK | 600000 700000 SEK year
        Lønn: 650 000 - 800 000 NOK per år | 650000 800000 NOK year
        Salaris: € 4.000 - € 5.500 bruto per maand | 4000 5500 EUR month
        Salaris tussen €3.500 en €4.800 | 3500 4800 EUR month
        Uurtarief €95 | 95 95 EUR hour
        Salário de R$ 12.000 a R$ 15.000 por mês | 12000 15000 BRL month
        Salário: 2.500€ x 14 | 2500 2500 EUR month
        RAL 35.000 - 42.000 € | 35000 42000 EUR year
        Wynagrodzenie: 18 000 - 24 000 PLN brutto miesięcznie | 18000 24000 PLN month
        B2B: 150-180 PLN/h netto | 150 180 PLN hour
        Mzda 80 000 - 110 000 Kč měsíčně | 80000 110000 CZK month
        18-25 LPA | 1800000 2500000 INR year
        CTC: ₹24,00,000 per annum | 2400000 2400000 INR year
        ₹ 8 - 12 lakhs per year | 800000 1200000 INR year
        月給 35万円〜50万円 | 350000 500000 JPY month
        年収600万円~900万円 | 6000000 9000000 JPY year
        OTE: $200k, base $120k | 120000 120000 USD year
        OTE $180,000 - $220,000 | 180000 220000 USD year
        Total compensation $300k-$400k | 300000 400000 USD year
        $200K+ | 200000 - USD year
        $150-200k | 150000 200000 USD year
        150k-200k USD | 150000 200000 USD year
        Senior: €80k. Junior: €50k. | 50000 80000 EUR year
        SF: $180k-$220k, NYC: $170k-$210k | 170000 220000 USD year
        $1,800 - $2,200 per week | 1800 2200 USD week
        R45,000 - R60,000 per month | 45000 60000 ZAR month
        AED 25,000 monthly tax free | 25000 25000 AED month
        S$7,000 to S$9,000 per month | 7000 9000 SGD month
        HK$45,000/month | 45000 45000 HKD month
        £18.75 per hour | 18.75 18.75 GBP hour
        £35 ph | 35 35 GBP hour
        €75 per uur excl. btw | 75 75 EUR hour
        USD 95,000 | 95000 95000 USD year
        Pay: 28-34 USD hourly | 28 34 USD hour
        The annual salary is $98,000. We raised $40M last year. | 98000 98000 USD year
        Salary band £48,500–£57,200, plus £1,000 learning budget | 48500 57200 GBP year
        Grade 7: £56,535 - £63,343 | 56535 63343 GBP year
        Minimum 55.000 € brutto | 55000 - EUR year
        ab 3.500 € brutto/Monat (auf Vollzeitbasis) | 3500 - EUR month
        Verdienst bis zu 90.000 EUR | - 90000 EUR year
        Gage: 45.000 DKK pr. måned | 45000 45000 DKK month
        $130k base + 0.5% equity | 130000 130000 USD year
        EUR50k-EUR60k | 50000 60000 EUR year
        70k€ fix, 20k€ bonus | 70000 70000 EUR year
        €65K – €80K • Offers Equity | 65000 80000 EUR year
        We raised €12M from Sequoia. | null
        Backed by $30 million in funding. | null
        $150M Series C at a $1.5B valuation | null
        You get a $2,000 learning budget per year. | null
        Sign-on bonus of $10,000 | null
        €500 home office budget | null
        A gift card of $50 for each interview. | null
        Referral bonus: 2.000 € | null
        Our platform processes $4bn of payments a year. | null
        Plans start at $49/month. | null
        Our customers pay $99 per month. | null
        We grew from $1M to $10M ARR. | null
        You will manage a budget of €250,000. | null
        $300 monthly commuter benefit | null
        401k match up to $5,000 | null
        Up to 30 days of vacation and 1,000 € travel allowance | null
        Over 5,000 employees in 40 countries. | null
        Competitive salary and equity | null
        Save our clients $100k a year | null
        We lost £20,000 to fraud last year. | null
        Our average deal is $80k–$120k. | null
        Quota: $900k per year | null
        Relocation package worth €5,000 | null
        Equity worth $50k-$100k | null
        Wir haben 5 Mio. Euro eingesammelt. | null
        Weiterbildungsbudget von 1.500 € im Jahr | null
        Urlaubsgeld 800 € | null
        Jobrad und 50 € Sachbezug im Monat | null
        Chiffre d'affaires de 20 M€ | null
        Levée de fonds de 8 M€ | null
        Tickets restaurant de 9 € par jour | null
        Presupuesto de formación de 1.000 € al año | null
        Vi omsätter 200 000 000 kr om året. | null
        Friskvårdsbidrag 5 000 kr per år | null
        Founded in 2015, 200 people | null
        Handle 10,000 requests per hour | null
        The prize fund is £25,000. | null
        Reisekosten bis 200 € im Monat | null
        Houses from £450,000 | null
        Fines of up to €20,000 per violation | null
        Laptop worth 2.500 € | null
        The house costs $500k | null
        Donations of $75,000 a year go to schools. | null
        We cover $1,200 a month of health insurance. | null
        Serving 50k users per day | null
        Scale from 10k to 100k requests | null
        Our gross margin is 80k a month | null
        Insurance cover up to £60,000 | null
        R$ 12.000 a R$ 15.000 por mês | 12000 15000 BRL month
        Process 20k orders a day | null
        CHF 7’900.– bis 8’600.– monatlich | 7900 8600 CHF month
        € 3.600,- tot maximaal € 4.900,- bruto per maand | 3600 4900 EUR month
        Timelønn 265 kr, Bergen | 265 265 NOK hour
        Månedsløn: 41.000 kr. samt pension | 41000 41000 DKK month
        Lønn fra kr. 640.000 til kr. 760.000 pr. år | 640000 760000 NOK year
        Timlön 210 kr före skatt | 210 210 SEK hour
        Konsultarvode upp till 900 kr/tim | - 900 SEK hour
        Mzda až 78 000 Kč měsíčně | - 78000 CZK month
        Sazba 7 000 Kč/MD bez DPH | 7000 7000 CZK day
        Stawka do 155 zł/h netto | - 155 PLN hour
        Zarobisz od 14 do 19 tys. zł miesięcznie | 14000 19000 PLN month
        Tariffa giornaliera di 320 € + IVA | 320 320 EUR day
        Valor/hora: R$ 80 a R$ 95 | 80 95 BRL hour
        年収650万円以上 | 6500000 - JPY year
        R38 000 - R52 000 a month, Durban | 38000 52000 ZAR month
        R720k cost to company | 720000 720000 ZAR year
        ₹30–45L fixed | 3000000 4500000 INR year
        Rs. 8,50,000 per annum | 850000 850000 INR year
        $95,000 - $110,000, all figures in Canadian dollars | 95000 110000 CAD year
        70k+ EUR gross | 70000 - EUR year
        $350+k total compensation | 350000 - USD year
        No less than £47,000 a year | 47000 - GBP year
        We offer a maximum of 5,400 EUR per month before tax. | - 5400 EUR month
        Starting at £36,000, rising to £41,000 in your second year | 36000 41000 GBP year
        Payments Engineer: $140,000 | 140000 140000 USD year
        The formula puts a senior developer at €88,000 in Porto and €104,000 in Zurich. | 88000 104000 EUR year
        Junior 40-48k, senior 60-75k. Amounts are gross euros. | 40000 75000 EUR year
        A weekly rate of £2,600 to rebuild how we bill our customers. | 2600 2600 GBP week
        Månadslön 43 000 - 49 000 kr | 43000 49000 SEK month
        $170k + annual cash bonus + equity | 170000 170000 USD year
        Couriers on our app make $27 an hour. | null
        The best team of our yearly contest takes $20,000 home. | null
        A clinic was spared $90,000 in a single year. | null
        We charge $190 an hour for our consultants. | null
        Unser Werkzeug spart jeder Kanzlei 9.000 € im Jahr. | null
        Nos clients économisent 12 000 € par an. | null
        Nuestros clientes pagan 30 € al mes. | null
        Kunderna betalar 149 kr per månad. | null
        Treningsstøtte på 3 000 kr i året | null
        Kunderne betaler 79 kr. om måneden. | null
        Příspěvek na dopravu 1 500 Kč měsíčně | null
        200 zł dopłaty do dojazdów miesięcznie | null
        Buoni pasto da 7 euro al giorno | null
        資本金2億円の会社です | null
        12k+ short videos monthly | null
        Run $80k+ USD/month of paid media. | null
        Life insurance of four times your salary, up to £400,000 | null
        Standards such as ISO/IEC 27001 and the basic salary laws | null
        Apply at https://jobs.example.com/pay/218475 | null
        A $4T+ industry pays for our software. | null
        Our stack: PHP7, MySQL, salary tools | null
        """
}
