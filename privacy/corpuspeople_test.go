package privacy_test

import "strings"

// pupils are names with a class, in twelve phrasings; N is the name and C the
// class. What must be found is the name.
func pupils(d *dice) (out []planted) {
	names := []string{"Sem", "Noor", "Yusuf", "Fatima", "Thijmen", "Lotte", "Jayden", "Zoë", "Wout", "Amina", "Ömer", "Milan", "Kwame", "Julia", "Xander",
		"Siham", "Bram", "Femke", "Luca", "Oleksandra", "Emma", "Mohamed", "Tess", "Rayan"}
	classes := []string{"groep 5", "groep 3/4", "groep 8b", "klas 2c", "3B", "2H3", "4 havo", "brugklas 1a", "het derde leerjaar", "vwo 5", "de tweede kleuterklas", "1mh2"}
	phrasings := []string{
		"{N} uit C durfde vandaag voor te lezen.",
		"Gesprek gehad met {N} (C) over het werk.",
		"Vandaag liep {N} van C weer weg bij de instructie.",
		"Het werk van {N}, C, ligt in de map.",
		"In C zit {N} nog steeds achteraan.",
		"C: {N} heeft extra tijd nodig bij de toets.",
		"Met leerling {N} uit C spreek ik elke vrijdag af.",
		"De moeder van {N} in C belde na schooltijd.",
		"Toen {N} D. uit C binnenkwam werd het stil.",
		"Ik merk dat {N} in C vooral zelf wil beginnen.",
		"Uit C bleef {N} als laatste over.",
		"Voor {N} - C - maak ik een aparte kaart.",
	}
	for i, phrasing := range phrasings {
		for j := range 6 {
			n, c := names[(i*5+j*7)%len(names)], classes[(i*3+j*5)%len(classes)]
			s := strings.Replace(strings.Replace(phrasing, "{N}", "{"+n+"}", 1), "C", c, 1)
			out = append(out, planted{"name", strings.ToUpper(s[:1]) + s[1:]})
		}
	}
	return out
}

// health are words about health as they stand in sentences.
func health(d *dice) (out []planted) {
	for _, w := range []string{
		"adhd", "ADHD", "autisme", "autistisch", "autistische", "ASS", "dyslexie", "dyslectisch", "dyslectische", "dyscalculie", "depressie", "depressief",
		"depressieve", "depressies", "burn-out", "burnout", "overspannen", "angststoornis", "angststoornissen", "eetstoornis", "epilepsie", "epileptische",
		"diabetes", "suikerziekte", "allergie", "allergisch", "allergieën", "notenallergie", "astma", "astmatisch", "medicatie", "medicijnen", "medicijn", "ritalin",
		"psycholoog", "psychologen", "psychiater", "psychiatrische", "therapie", "speltherapie", "therapeut", "huisarts", "kinderarts", "bedrijfsarts", "ziekte",
		"ziekenhuis", "ziekenhuisopname", "ziekmelding", "ziekgemeld", "chronisch ziek", "zwanger", "zwangerschap", "zwangerschapsverlof", "miskraam", "hernia", "migraine",
		"reuma", "kanker", "chemokuur", "hersenschudding", "slechthorend", "slechthorende", "gehoorapparaat", "rolstoel", "anorexia", "zelfbeschadiging", "suïcidaal",
		"trauma", "getraumatiseerd", "verslaving", "verslaafd", "alcoholverslaving", "gehandicapt", "beperking", "hooggevoelig", "paniekaanvallen", "slaapproblemen",
		"diagnose", "gediagnosticeerd", "bloeddruk", "operatie", "geopereerd", "ziekteverlof", "antidepressiva", "gezondheidsklachten",
	} {
		out = append(out, planted{"health", around(d, w, "Het gaat om _ en daar houd ik rekening mee.", "Sinds maart speelt _ een rol.",
			"Vanwege _ begint het later.", "We spraken over _.", "Er is sprake van _, zegt het verslag.", "Mijn eigen _: dat bespreek ik niet hier.")})
	}
	return out
}
