package privacy

import (
	"strings"
	"sync"
)

var (
	// Stems that say enough wherever they stand in a word.
	stems = set(`stoornis medicatie medicijn geneesmiddel allergi autisme autisti dyslex dyslec dyscalcul dysprax dysprac dysorthogra depressi depressed epilep diabe therapeu
		therapie psychia psycholoog psychologen psychologis psycholoogs psychis psychos psychot schizofr bipolair borderline zwanger pregnan hernia migraine reuma kanker chemokuur chemother verslav verslaaf
		suicid suïcid zelfmoord zelfbeschadig automutil trauma anorexi boulimi ziekenhuis ziekte ziekmeld ziekgemeld huisarts kinderarts bedrijfsarts schoolarts jeugdarts tandarts
		burnout overspannen overspanning astma asthma ritalin concerta methylfenidaat insuline epipen miskraam hersenschud hersenletsel hersenbloed hersenvlies tumor slechthorend slechtziend gehoorapparaat
		gehoorprobl gehoorverlies rolstoel gehandicapt handicap syndroom asperger tourette paniekaanval paniekstoor angstaanval faalangst hoogsensitie hooggevoelig slaapprobl slapeloos
		bloeddruk bloedarmoede antidepress gezondheidskl gezondheidsprob geopereerd gediagnos ontsteking infarct beroerte verlamming spierziekte taaislijm coeliaki glutenintol lactose arbeidsongesch
		logoped fysiother verstandelijk kraamverlof bevallingsverlof ongeneeslijk patiënt patient schouderklacht rugklacht gevaccineerd pijnstiller overgegeven illness disease
		disabilit disabled medication hospital surgery psychiatr anxiety sickness eczeem ademhalingsprobl hartprobl hartafwijk hartklacht hartoperatie longprobl nierprobl spraakgebrek taalstoornis`)
	// Words that say it only as they are.
	whole = set(`ziek zieke zieken zieker arts artsen dokter dokters diagnose diagnoses diagnosen operatie operaties beperking beperkingen koorts griep buikgriep corona covid
		adhd pdd pddnos ptss ptsd ocd lvb ggz doofheid blindheid pijn chemo fysio sick cancer allergy allergies diagnosis diagnosed ivf hiv invalide stotteren stottert
		autist autisten kraambed bevalling bevallingen gehoorbeperking braken`)
	// Abbreviations that are ordinary words in small letters.
	capitals = set("ASS ADD TOS NAH MCDD ODD CVS")
	// Beginnings of words with such a stem about something else.
	elsewhere = []string{"traumasensitie", "kinderziekte", "psychologie", "hoofdpijndossier", "traumatisch", "ziektekiem"}
	weather   = set("weer weerkaart weerbericht noordzee lagedruk lagedrukgebied hogedruk luchtdruk crisis beurs economische economie weather")

	// What must stand before or after a word that also means something else.
	before = map[string]func() map[string]bool{
		"klachten": set("lichamelijke psychische mentale fysieke medische vage"),
		"doof":     set("is was wordt half bijna deels eenzijdig vrijwel"),
		"blind":    set("is was wordt half bijna deels vrijwel"),
		"ill":      set("is was be been am are fell seriously chronically mentally"),
		"doctor":   set("the my his her their"),
	}
	after = map[string]func() map[string]bool{
		"dove":      persons,
		"blinde":    persons,
		"chronisch": set("vermoeid moe"),
	}
	persons = set("leerling leerlinge jongen meisje kind kinderen leerlingen student moeder vader ouder zoon dochter")
)

// shortest is the length in bytes of the shortest stem.
const shortest = 5

// byStart holds the stems by their first bytes.
var byStart = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for s := range stems() {
		out[s[:shortest]] = append(out[s[:shortest]], s)
	}
	return out
})

// healthWords finds words about somebody's health.
func healthWords(ws []word, add func(Kind, int, int)) {
	for i, w := range ws {
		if w.sign || w.digits || len(w.text) < 3 {
			continue
		}
		plain := strings.ReplaceAll(w.lower, "-", "")
		if !capitals()[w.text] && !ofHealth(ws, plain) && !meant(ws, i, plain) {
			continue
		}
		add(Health, w.start, w.end)
	}
}

// ofHealth reports whether a word says it by itself.
func ofHealth(ws []word, w string) bool {
	for _, e := range elsewhere {
		if strings.HasPrefix(w, e) {
			return false
		}
	}
	if whole()[w] || strings.HasSuffix(w, "pijn") && len(w) > 6 {
		return true
	}
	if !hasStem(w) {
		return false
	}
	return !strings.HasPrefix(w, "depressie") || !has(ws, weather())
}

func hasStem(w string) bool {
	for i := 0; i+shortest <= len(w); i++ {
		for _, s := range byStart()[w[i:i+shortest]] {
			if strings.HasPrefix(w[i:], s) {
				return true
			}
		}
	}
	return false
}

// meant asks the neighbours of a word that also means something else.
func meant(ws []word, i int, w string) bool {
	if list, ok := before[w]; ok && i > 0 && list()[ws[i-1].lower] {
		return true
	}
	list, ok := after[w]
	return ok && i+1 < len(ws) && list()[ws[i+1].lower]
}

func has(ws []word, list map[string]bool) bool {
	for _, w := range ws {
		if list[w.lower] {
			return true
		}
	}
	return false
}
