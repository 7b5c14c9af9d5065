import Base
import Reading
import Sources
import Taxonomy
import Testing

@Suite struct PlaceTests {
    @Test(arguments: rows(PlaceTests.table, columns: 5))
    func `workplace, where to live and towns are read`(_ row: [String]) {
        var posting = Posting(kind: .jsonl, externalID: "1", title: "Engineer")
        posting.location = row[0]
        let place = PlaceReader.place(factText(row[1], location: row[0]), posting)
        let mode = place.mode == .remoteRestricted ? WorkMode.remote : place.mode
        #expect(mode.id == row[2], "\(row)")
        #expect(place.eligible.sorted() == row[3].split(separator: ",").map(String.init).sorted(), "\(row)")
        let towns = place.places.compactMap { p in p.city.map { "\($0),\(p.country?.code ?? "")" } }
        #expect(towns.sorted() == row[4].split(separator: ";").map(String.init).sorted(), "\(row)")
    }

    @Test(arguments: [
        ("Remote (UTC±3)", [-3.0, 3.0]), ("Remote, CET ± 2 hours", [-1, 3]), ("Remote (GMT-8 to GMT+2)", [-8, 2]),
        ("Remote, EST to PST", [-8, -5]), ("Remote, within 2 hours of UTC", [-2, 2]),
    ])
    func `a band of hours is kept`(_ location: String, _ band: [Double]) {
        let place = PlaceReader.place(
            factText("", location: location), Posting(kind: .jsonl, externalID: "1", title: "Engineer"))
        #expect(place.timezone == band)
        #expect(place.mode == .remoteRestricted)
    }

    @Test func `two statements that differ are both kept`() {
        let posting = Posting(kind: .jsonl, externalID: "1", title: "Engineer")
        let text = factText("You work in our Porto office.", location: "Remote")
        let place = PlaceReader.place(text, posting)
        #expect(place.mode == .onsite)
        #expect(place.contradiction.map(text.words) == ["Remote", "You work in our Porto office"])
    }

    static let table = """
        Berlin | Hybrid, 2 days per week in the office. | hybrid | DE | Berlin,DE
        Munich, Germany | Vor Ort in unserem Büro. | onsite | DE | Munich,DE
        Remote - Germany | | remote | DE |
        Remote (Europe) | | remote | EUROPE |
        Remote within the EU | | remote | EU |
        London or Remote (UK) | | remote | GB | London,GB
        New York, NY | This is a fully remote position open to candidates in the US. | remote | US | New York,US
        Austin, TX | Onsite five days a week. | onsite | US | Austin,US
        San Francisco, CA; New York, NY | Hybrid | hybrid | US | San Francisco,US;New York,US
        Toronto, ON | In-office, Monday to Friday. | onsite | CA | Toronto,CA
        Paris, France | 3 jours de télétravail par semaine. | hybrid | FR | Paris,FR
        Lyon | Poste 100 % sur site. | onsite | FR | Lyon,FR
        Nantes | Télétravail complet possible depuis la France. | remote | FR | Nantes,FR
        Madrid | Trabajo 100% remoto desde España. | remote | ES | Madrid,ES
        Valencia | Modelo híbrido, dos días en la oficina. | hybrid | ES | Valencia,ES
        Sevilla | Trabajo presencial. | onsite | ES | Seville,ES
        Stockholm | Hybrid, tre dagar på kontoret. | hybrid | SE | Stockholm,SE
        Malmö | Arbetet sker på plats. | onsite | SE | Malmö,SE
        Göteborg | Du kan jobba helt på distans inom Sverige. | remote | SE | Gothenburg,SE
        Amsterdam | Twee dagen thuiswerken per week. | hybrid | NL | Amsterdam,NL
        Utrecht | Volledig remote binnen Nederland. | remote | NL | Utrecht,NL
        Eindhoven | Op kantoor, vijf dagen per week. | onsite | NL | Eindhoven,NL
        Lisboa | Trabalho híbrido, dois dias no escritório. | hybrid | PT | Lisbon,PT
        São Paulo | Trabalho 100% remoto no Brasil. | remote | BR | São Paulo,BR
        Porto | Presencial no nosso escritório. | onsite | PT | Porto,PT
        Wien | Homeoffice an zwei Tagen pro Woche möglich. | hybrid | AT | Vienna,AT
        Zürich | Kein Homeoffice. | onsite | CH | Zurich,CH
        Hamburg | 100 % remote innerhalb Deutschlands. | remote | DE | Hamburg,DE
        Köln | Überwiegend im Homeoffice, ein Tag im Büro. | hybrid | DE | Cologne,DE
        Dublin | | unstated | IE | Dublin,IE
        Kraków, Poland | Hybrid - 1 day a week in the office | hybrid | PL | Krakow,PL
        Portland, ME | On-site. | onsite | US | Portland,US
        Birmingham, AL | | unstated | US | Birmingham,US
        Birmingham | | unstated | GB | Birmingham,GB
        Cambridge, MA | | unstated | US | Cambridge,US
        Cambridge, UK | | unstated | GB | Cambridge,GB
        Paris, TX | | unstated | US | Paris,US
        Vancouver, BC | | unstated | CA | Vancouver,CA
        Vancouver, WA | | unstated | US | Vancouver,US
        Springfield, Illinois | | unstated | US | Springfield,US
        Melbourne, Australia | | unstated | AU | Melbourne,AU
        Tbilisi, Georgia | | unstated | GE | Tbilisi,GE
        Atlanta, Georgia | | unstated | US | Atlanta,US
        Bengaluru, India | | unstated | IN | Bangalore,IN
        Singapore | | unstated | SG | Singapore,SG
        Remote, US only | | remote | US |
        US Remote | | remote | US |
        Remote (US/Canada) | | remote | US,CA |
        Remote - LATAM | | remote | LATAM |
        Remote, Worldwide | | remote | worldwide |
        Remote | Work from anywhere in the world. | remote | worldwide |
        Remote | Must be based in Spain or Portugal. | remote | ES,PT |
        Remote | Candidates must reside in California, Texas or New York State. | remote | US |
        Remote | You must be authorized to work in the United States. | remote | US |
        Remote (DACH) | | remote | DACH |
        Remote (Nordics) | | remote | NORDICS |
        EMEA | Remote | remote | EMEA |
        Remote | Within CET ± 2 hours. | remote | |
        Remote (GMT-3 to GMT+2) | | remote | |
        Oslo | No remote work. | onsite | NO | Oslo,NO
        Helsinki | Remote is not possible for this role. | onsite | FI | Helsinki,FI
        Prague | Our software controls remote sensors. | unstated | CZ | Prague,CZ
        Warsaw | You will monitor remote sites for our customers. | unstated | PL | Warsaw,PL
        Brussels | You help remote teams work better. | unstated | BE | Brussels,BE
        Copenhagen | Flexible: office or home, as you like. | remote | | Copenhagen,DK
        Budapest | Two days a week from home. | hybrid | HU | Budapest,HU
        Bucharest | Work from the office, one day a week at home. | hybrid | RO | Bucharest,RO
        Sofia | 4 days in the office, Fridays from home | hybrid | BG | Sofia,BG
        Athens | Mostly remote, office once a week. | hybrid | GR | Athens,GR
        Tel Aviv | You sit with the team in our office. | onsite | IL | Tel Aviv,IL
        Dubai | Relocation to Dubai required. | onsite | AE | Dubai,AE
        Nairobi | Fully remote across Africa. | remote | AFRICA | Nairobi,KE
        Home office | Du arbeitest aus Deutschland, Österreich oder der Schweiz. | remote | DE,AT,CH |
        Remote | HQ in London, we hire anywhere in Europe. | remote | EUROPE |
        Remote, Poland | Occasional visits to our Berlin office. | remote | PL |
        Anywhere | | remote | worldwide |
        Remote or Berlin | | remote | | Berlin,DE
        Chicago, IL (Hybrid) | | hybrid | US | Chicago,US
        Hybrid - London | | hybrid | GB | London,GB
        In office - Seattle | | onsite | US | Seattle,US
        東京 | フルリモート可 | remote | | Tokyo,JP
        Milano | Smart working due giorni a settimana. | hybrid | IT | Milan,IT
        Torino | Lavoro in presenza. | onsite | IT | Turin,IT
        Tampere, Finland | Hybrid cloud is our product. | unstated | FI | Tampere,FI
        Boulder, Colorado | We meet in person twice a year; you work from home. | remote | | Boulder,US
        Leeds | In the studio on Tuesdays, at home otherwise. | hybrid | GB | Leeds,GB
        Graz | Montag und Freitag im Homeoffice. | hybrid | AT | Graz,AT
        Porto | Presença diária no escritório. | onsite | PT | Porto,PT
        Reims | Le télétravail n'est pas prévu. | onsite | FR | Reims,FR
        Izmir | Attendance is compulsory on every working day. | onsite | TR | Izmir,TR
        Cork | You manage a remote team in Peru. | unstated | IE | Cork,IE
        Tampere | The first week from home, afterwards in our office. | onsite | FI | Tampere,FI
        Bergamo | Assistenza remota ai clienti. | unstated | IT | Bergamo,IT
        Lyon | You may work remotely 20 days a year; otherwise at your desk here. | onsite | FR | Lyon,FR
        横浜市 | 在宅勤務はできません。 | onsite | JP | Yokohama,JP
        仙台 | 週3日出社 | hybrid | JP | Sendai,JP
        Birmingham | The one in Alabama. Onsite. | onsite | US | Birmingham,US
        Remote | We hire in every country. | remote | worldwide |
        Remote - Quebec Province or Manitoba | | remote | CA |
        Curitiba, PR | Onsite. | onsite | BR | Curitiba,BR
        Kopenhagen | Onsite. | onsite | DK | Copenhagen,DK
        Bergen | Everyone is at the lab from Monday to Friday. | onsite | NO | Bergen,NO
        Leeds | Working from home is out of the question. | onsite | GB | Leeds,GB
        Bremen | Derzeit arbeiten wir von zu Hause, ab Herbst wieder dauerhaft im Büro. | onsite | DE | Bremen,DE
        Bonn | Bis Ende des Umbaus mobil, danach drei Tage wöchentlich in der Zentrale. | hybrid | DE | Bonn,DE
        Angers | Vous venez au labo deux fois par semaine, le reste se fait de chez vous. | hybrid | FR | Angers,FR
        Pisa | Due volte a settimana in ufficio, il resto da casa. | hybrid | IT | Pisa,IT
        Delft | Op dinsdag en donderdag verwachten we je op de campus; de overige dagen werk je thuis. | hybrid | NL | Delft,NL
        千葉市 | 毎日オフィスに出社していただきます。 | onsite | JP | Chiba,JP
        Derby | Nobody has to come to the office. | remote | | Derby,GB
        Norwich | Work from your sofa, a beach hut or our office: it is up to you. | remote | | Norwich,GB
        Accra | Daily stand-up, weekly demo. | unstated | GH | Accra,GH
        Remote | Candidates from anywhere in the EU except Malta. | remote | EU |
        Remote | Sanctions bar us from hiring in Iran. It makes no difference where else you live. | remote | worldwide |
        Remoto | Da tutto il territorio italiano. | remote | IT |
        Remote | Provinces: ON, QC, NS, PE. | remote | CA |
        Remote | Live anywhere between UTC-5 … UTC-3. | remote | |
        Danzig | | unstated | PL | Gdansk,PL
        Boston, Lincolnshire | | unstated | GB | Boston,GB
        """
}
