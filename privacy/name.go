package privacy

import "strings"

var (
	// Words that say that a name is that of a pupil.
	pupilWords = set("leerling leerlinge lln ll kind kindje jongen jongetje meisje kleuter peuter student studente scholier scholiere pupil child boy girl zoon zoontje dochter dochtertje")
	// Words that do so with "van" after them.
	relatives = set("moeder vader ouders ouder mama papa mam pap ma pa oma opa broer broertje zus zusje tante oom verzorger verzorgers voogd pleegouders pleegmoeder pleegvader stiefmoeder stiefvader mother father parents brother sister thuissituatie")
	// Words that say that somebody works at the school.
	staff = set("juf juffrouw meester meneer mevrouw mevr mw dhr collega coach mentor docent docente leraar lerares leerkracht leerkrachten directeur directrice ib'er duo duopartner duocollega parallelcollega teamleider schoolleider zorgcoördinator stagiair stagiaire onderwijsassistent lio begeleider intern vakdocent invaller starterscoach aanvangsbegeleider evaluator teacher ms mr mrs miss colleague")
	// What people who work at the school do in a class.
	teaching = set("valt geeft gaf neemt nam kijkt keek helpt vervangt komt gaat begeleidt observeert werkt staat doet draait lesgeeft vervangen invallen draaide gaven geven start leidt bezoekt")
	visits   = set("kijken meekijken meegekeken gekeken kijk lesbezoek klasbezoek bezoek observeren hospiteren meelopen meegelopen observatie intervisie visit visiting observe observing")
	// What may stand between a name and a class.
	between = set("uit van in zit zat zitten de het mijn onze ons een leerling leerlinge jongen meisje kind kleuter die dat is was heeft had kan kon wil wilde mag moet blijft bleef krijgt kreeg haalt haalde leert leest werd wordt nu ook weer jaar from of the my our a")
	// What between a class and a name says that it is no pupil's.
	leading = set("met bij van voor door naar en of om over aan tegen with by for to samen")
	// Capitals that are no names of people.
	noNames = set("januari februari maart april mei juni juli augustus september oktober november december jan feb mrt apr jun jul aug sep sept okt nov dec january february march may june july august october" +
		" maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday" +
		" nederlands engels frans duits spaans latijn grieks fries turks arabisch rekenen taal spelling lezen schrijven wiskunde biologie natuurkunde scheikunde aardrijkskunde geschiedenis economie" +
		" muziek gym tekenen techniek handvaardigheid maatschappijleer levensbeschouwing godsdienst informatica bewegingsonderwijs burgerschap kunst nask mens zorg wero wereldoriëntatie" +
		" nederland vlaanderen belgië holland europa sinterklaas kerst kerstmis pasen cito iep snappet gynzy squla staal pluspunt icalt bsn isbn de het een in op met voor van uit bij aan naar om na als dan toen" +
		" ik je jij hij zij ze we wij jullie mijn onze haar zijn dit dat deze die er hier daar waar wat wie hoe en of maar want dus omdat vandaag gisteren morgen vorige volgende elke alle veel soms ook nog groep klas" +
		" brugklas doel les week periode toets school team sectie pupils class year group this that these the and my our their his her today when where what how with from for")
	particles = set("de van der den het ter ten el al ben bin van't d' di da la le")
	// Given names that are ordinary words at the beginning of a sentence.
	doubtful = set("wil lot storm roos bas mees jet ties faith hope grace will mark max may lies bo lux sky")
	things   = set("methode programma app website spel leesboek werkboek handboek cursus course")
)

// names finds names of pupils.
func (f Finder) names(ws []word, add func(Kind, int, int)) {
	for i, w := range ws {
		if !w.caps || noNames()[w.lower] || staff()[w.lower] || pupilWords()[w.lower] || relatives()[w.lower] {
			continue
		}
		end := nameEnd(ws, i)
		if child(ws, i) || !f.adults[w.lower] && !grown(ws, i) && (hasClass(ws, i, end) || afterClass(ws, i)) {
			add(Name, w.start, w.end)
		}
	}
}

// nameEnd is the first word after a name with its surname or initial.
func nameEnd(ws []word, i int) int {
	i++
	for j := i; j < len(ws) && j < i+4; j++ {
		switch {
		case particles()[ws[j].lower] && j+1 < len(ws) && (ws[j+1].caps || particles()[ws[j+1].lower]):
		case ws[j].caps && !noNames()[ws[j].lower] && class(ws, j) == 0:
			return j + 1
		case len(ws[j].text) == 1 && ws[j].text >= "A" && ws[j].text <= "Z":
			if j+1 < len(ws) && ws[j+1].text == "." {
				j++
			}
			return j + 1
		default:
			return i
		}
	}
	return i
}

// child reports whether a name follows a word for a pupil or somebody's
// relative, or before one: leerling Sem, de moeder van Sem, Sem's moeder.
func child(ws []word, i int) bool {
	if i+1 < len(ws) && ws[i].owner && relatives()[ws[i+1].lower] && givenNames()[ws[i].lower] {
		return true
	}
	j := i - 1
	if j >= 0 && (ws[j].text == ":" || ws[j].text == "," || ws[j].text == "." || ws[j].lower == "genaamd" || ws[j].lower == "heet") {
		j--
	}
	if j < 0 || len(ws[i].text) < 2 {
		return false
	}
	w := ws[j].lower
	switch {
	case pupilWords()[w] || strings.HasSuffix(w, "klasser") || strings.HasSuffix(w, "klassertje") || strings.HasSuffix(w, "jaars") && w != "jaars" ||
		strings.HasSuffix(w, "leerling"):
		return j == i-1 && !ws[i].sentence || givenNames()[ws[i].lower] || ws[j].lower == "lln" || ws[j].lower == "ll"
	case (w == "leerlingen" || w == "kinderen" || w == "students" || w == "pupils") && j == i-1:
		return givenNames()[ws[i].lower]
	case w == "van" || w == "of":
		return j > 0 && (relatives()[ws[j-1].lower] || pupilWords()[ws[j-1].lower] && (strings.HasPrefix(ws[j-1].lower, "zoon") || strings.HasPrefix(ws[j-1].lower, "dochter")))
	case relatives()[w]:
		return false
	}
	return false
}

// grown reports whether what stands before a name says that it is a grown-up:
// juf Sanne, kijken bij Sanne, een collega, Sanne.
func grown(ws []word, i int) bool {
	for j := i - 1; j >= 0 && j >= i-2 && !ends(ws[j]); j-- {
		if staff()[ws[j].lower] {
			return true
		}
		if ws[j].caps && ws[j].lower != "de" && !staff()[ws[j].lower] && j < i-1 {
			break
		}
	}
	if i > 0 && (ws[i-1].lower == "bij" || ws[i-1].lower == "with" || ws[i-1].lower == "met") {
		for j := i - 2; j >= 0 && j >= i-5; j-- {
			if visits()[ws[j].lower] {
				return true
			}
		}
	}
	return i > 0 && things()[ws[i-1].lower]
}

// hasClass reports whether a name is followed by the class of its owner.
func hasClass(ws []word, i, end int) bool {
	link := ""
	known := givenNames()[ws[i].lower] || end > i+1
	for j := end; j < len(ws) && j <= end+5; j++ {
		w := ws[j]
		if class(ws, j) > 0 {
			return linked(ws, i, link, known)
		}
		switch {
		case w.text == "(" || w.text == "," || w.text == "-" || w.text == "–" || w.text == "/" || w.text == "[" || w.text == ":":
		case w.digits && j+1 < len(ws) && ws[j+1].lower == "jaar":
		case !between()[w.lower]:
			return false
		}
		if link == "" || w.lower == "uit" || w.lower == "van" || w.lower == "in" {
			link = w.lower
		}
	}
	return false
}

// linked weighs what stands between a name and a class. Where nobody is known
// by that name only "uit", "van" and a bracket say enough, and not at the
// beginning of a sentence, where every word has a capital.
func linked(ws []word, i int, link string, known bool) bool {
	w := ws[i]
	switch {
	case w.sentence && doubtful()[w.lower]:
		return false
	case link == "in" && i > 0 && teaching()[ws[i-1].lower]:
		return false
	case known:
		return true
	}
	return !w.sentence && (link == "uit" || link == "van" || link == "(")
}

// afterClass reports whether a known given name follows a class: in 3B zit
// Sem, groep 5: Sem heeft extra tijd.
func afterClass(ws []word, i int) bool {
	if !givenNames()[ws[i].lower] {
		return false
	}
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		w := ws[j]
		for back := 1; back <= 4 && j-back+1 >= 0; back++ {
			if n := class(ws, j-back+1); n == back {
				return !ofStaff(ws, j-back)
			}
		}
		if ends(w) || leading()[w.lower] || teaching()[w.lower] || visits()[w.lower] || staff()[w.lower] || w.caps {
			return false
		}
	}
	return false
}

// ofStaff reports whether a class is named as that of a grown-up: leerkracht
// van groep 5.
func ofStaff(ws []word, j int) bool {
	for k := j; k >= 0 && k >= j-3 && !ends(ws[k]); k-- {
		if staff()[ws[k].lower] || visits()[ws[k].lower] {
			return true
		}
	}
	return false
}

func ends(w word) bool { return w.text == "." || w.text == "!" || w.text == "?" || w.text == ";" }
