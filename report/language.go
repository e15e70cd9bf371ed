package report

import (
	"strings"
	"unicode"
)

// Which language a passage is in decides how it is read out (ISO 14289-1, 7.2;
// ISO 32000-1, 14.9.2). Nobody asks the writer: a passage is taken to be in the
// other language when its small words are, and a fixed term when it is one.

// Small words that one of the languages has and the other has not.
var smallWords = map[string][]string{
	"en": strings.Fields("the and to for with are were this that these those my your his their our how what when which from have has can will not at by be it you they she he about into there who where than more each every"),
	"nl": strings.Fields("de het een en van ik je jij dat niet met voor op aan te er maar om hem dan zou wat mijn dit zo door bij ook tot naar heeft hebben wordt worden zijn als uit kan wie waar hoe geen nog deze haar hun onze ons meer dus zij hij"),
}

// Terms that the field uses untranslated, by their language.
var terms = map[string][]string{
	"en": {"lesson study", "co-teaching", "team teaching", "teamteaching", "peer review", "peer feedback", "peer assessment", "critical friend", "critical friends",
		"growth mindset", "flipped classroom", "blended learning", "classroom management", "formative assessment", "design thinking", "job shadowing",
		"microteaching", "micro-teaching", "learning community", "professional learning community", "work-life balance", "train the trainer", "train-the-trainer",
		"open access", "storytelling", "self-efficacy", "scaffolding", "direct instruction", "cooperative learning", "deep learning", "critical thinking"},
	"nl": {"startbekwaam", "basisbekwaam", "vakbekwaam", "bekwaamheidsdossier", "kijkwijzer", "groeiplan", "aanvangsbegeleider", "aanvangsbegeleiding",
		"starterscoach", "intervisie", "medezeggenschapsraad", "schoolbestuur", "pabo", "lerarenregister", "werktijdfactor", "duurzame inzetbaarheid"},
}

var (
	small  = index(smallWords)
	phrase = index(terms)
)

// index maps the first word of each phrase to what follows it, by language.
func index(lists map[string][]string) map[string]map[string][][]string {
	out := map[string]map[string][][]string{}
	for lang, list := range lists {
		out[lang] = map[string][][]string{}
		for _, s := range list {
			f := strings.Fields(s)
			out[lang][f[0]] = append(out[lang][f[0]], f[1:])
		}
	}
	return out
}

// tags are the languages as a file names them.
var tags = map[string]string{"nl": "nl", "en": "en-GB"}

func otherLanguage(lang string) string {
	if lang == "en" {
		return "nl"
	}
	return "en"
}

// tongue marks the words of a text that are in the other language than that of
// the document: all of them, or the terms among them.
func (sp *speller) tongue(words []word) {
	if sp.language == "" || len(words) == 0 {
		return
	}
	other := otherLanguage(sp.language)
	bare := make([]string, len(words))
	here, there := 0, 0
	for i, w := range words {
		s := w.s
		if w.actual != "" {
			s = w.actual
		}
		bare[i] = strings.ToLower(strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
		if _, ok := small[sp.language][bare[i]]; ok {
			here++
		}
		if _, ok := small[other][bare[i]]; ok {
			there++
		}
	}
	if there >= 2 && there >= 3*here {
		for i := range words {
			words[i].lang = tags[other]
		}
		return
	}
	for i := range words {
		for _, rest := range phrase[other][bare[i]] {
			if i+len(rest) < len(words) && equal(bare[i+1:i+1+len(rest)], rest) {
				for k := range len(rest) + 1 {
					words[i+k].lang = tags[other]
				}
			}
		}
	}
}

func equal(a, b []string) bool {
	for i := range b {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// oneTongue returns the language that all of some lines are in, where it is
// not that of the document, and takes the marks off them: their element says
// it.
func oneTongue(lines []line) string {
	lang := ""
	for i, l := range lines {
		for k, r := range l.runs {
			if i+k == 0 {
				lang = r.lang
			}
			if r.lang == "" || r.lang != lang {
				return ""
			}
		}
	}
	if lang != "" {
		for _, l := range lines {
			for k := range l.runs {
				l.runs[k].lang = ""
			}
		}
	}
	return lang
}
