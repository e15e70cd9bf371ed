package privacy_test

// nearMisses are eighty texts with nothing private in them.
func nearMisses() (out []planted) {
	for _, s := range []string{
		// Dates and years.
		"Van 24-08-2026 tot 09-07-2027 loopt het plan.", "Op 12.03.2027 om 14.30 uur kijkt mijn coach mee.", "2026-11-18 en 2026-12-09",
		"Periode 01/08/2026 - 31/07/2027", "Schooljaar 2026-2027, week 34 tot en met 28", "Versie 20260822 van het rooster", "12 03 2027 was de tweede keer",
		"Vakantie 24 12 2026 tot 08 01 2027", "Les 1 t/m 24, blz. 112-118 en 204-211",
		// Amounts and counts.
		"€ 123.456,78 voor de hele stichting", "Begroting 111.222.333 euro", "EUR 1.234.567,89 over vier jaar", "295,00 + 15,31 + 342,00 = 652,31",
		"In 18 minuten 11 keer, daarna 20 minuten 2 keer", "Scores 12 14 15 9 11 13 16 10 12", "Er gingen 1 200 kinderen naar 14 scholen", "46 u, waarvan 22,5 u gedaan",
		"Van 0,8 naar 0,7252 fte", "83 uur en 600 euro per jaar", "0 12 24 36 48 60 staat op de getallenlijn",
		// Books and articles.
		"ISBN 978-90-01-23456-2", "ISBN 9789001234560", "isbn 90-01-23456-7", "ISBN-10: 0-306-40615-2", "Handboek, 2e druk, 978 94 6000 123 7",
		"ISSN 1234-5679, jaargang 12", "doi 10.1234/abcd.2026.123456782", "Artikelnummer 123456782 van de uitgeverij", "EAN 8712345678906",
		// Accounts and registrations of schools.
		"IBAN NL91 ABNA 0417 1643 00 van stichting De Verzonnen Linde", "NL20INGB0001234567 op naam van obs De Papieren Brug", "BE68 5390 0754 7034 van basisschool Het Luchtkasteel",
		"KvK 12345678, RSIN 123456782", "Ondernemingsnummer 0123.456.749", "BRIN 12AB00", "btw BE 0123.456.749", "btw-nummer NL123456782B01", "Factuur 2026-0123456789",
		"Mededeling +++123/4567/89002+++", "Ordernummer 06-20261118-77",
		// Months and days that could be first names.
		"In Mei gaat groep 5 op kamp.", "Juni: groep 8 speelt de musical.", "April, groep 3: tellen bij de instructietafel.", "Augustus (groep 3/4): routines oefenen.",
		"Mei en juni in klas 2c: terugkijken.", "Jan 2027: klas 3b opnieuw tellen.", "In juni uit groep 8 afscheid nemen.", "Op Maandag in 3B, op Dinsdag in 2H3.",
		"Vanaf April in het derde leerjaar.",
		// Subjects, classes and their codes.
		"Engels in 3 havo en Frans in 4 vwo.", "Rekenen in groep 5, Taal in groep 6.", "entl5 in lokaal 112, wisB in 114", "NaSk1 voor klas 2c", "Kamp van groep 8 voorbereiden",
		"Toetsen uit groep 5 nakijken", "Wiskunde B (5 vwo) en Biologie (4 havo)", "Ouderavond van groep 4", "Mentor van 2mh4, twee klassen 2 mavo/havo",
		"Kinderen uit groep 3 lezen voor aan groep 8.", "Spelling, groep 5: werkwoorden.", "Kijken in 2B en in het derde leerjaar",
		// Colleagues and others who are no pupils.
		"Meekijken bij juf Sanne van groep 5.", "Meester Bas uit groep 7 deed het voor.", "Met collega Ilse (groep 4) samen voorbereid.", "Mevrouw De Wit van 3B geeft Duits.",
		"Voor de studiedag valt Femke in groep 3/4 in.", "Mijn duopartner Karin doet groep 5 op vrijdag.", "Op bezoek bij Sanne in groep 4 om de start te zien.",
		// Words that only look like health, and addresses that are none.
		"Diagnostische toets bij hoofdstuk 3", "Het verhaal ging de doofpot in.", "Blind typen oefenen met de hele klas", "Gezond ontbijt met de klas",
		"Examenkoorts in 5 havo", "Een depressie boven de Noordzee: weerkaart lezen", "De vier bewerkingen herhalen, ook delen", "Zorgteam en zorgstructuur van de school",
		"Volg @verzonnenlinde voor foto's", "3 @ 5 euro per stuk", "Kijk op https://www.voorbeeld.nl/les/0612345678/groep",
		"Noor leert graag van feedback.",
	} {
		out = append(out, planted{"none", s})
	}
	return out
}
