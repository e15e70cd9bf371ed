package templates

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"bekwaam/continuum"
)

// A mutation is one way to spoil a framework, with the problem it gives.
type mutation struct {
	name      string
	spoil     func(f tree)
	key, code string
}

func put(key, value string) func(tree) { return func(f tree) { f.put(key, value) } }
func drop(key string) func(tree)       { return func(f tree) { f.drop(key) } }

// everywhere are the ways to spoil any framework.
func everywhere(id, c string) []mutation {
	return []mutation{
		{"no id", drop("id"), "id", continuum.MissingValue},
		{"wrong id", put("id", "Een kader"), "id", continuum.BadID},
		{"id of a number", put("id", "[1]"), "id", WrongKind},
		{"no English name", drop("name.en"), "name.en", continuum.MissingText},
		{"empty Dutch name", put("name.nl", "''"), "name.nl", continuum.MissingText},
		{"name in one language", put("name", "Kader"), "name", WrongKind},
		{"name in French", put("name.fr", "Cadre"), "name.fr", UnknownKey},
		{"no country", drop("country"), "country", continuum.MissingValue},
		{"no sector", drop("sector"), "sector", continuum.MissingValue},
		{"sector as a list", put("sector", "[po]"), "sector", WrongKind},
		{"no first day", drop("valid_from"), "valid_from", continuum.MissingValue},
		{"no such day", put("valid_from", "'2017-02-30'"), "valid_from", continuum.BadDate},
		{"day in words", put("valid_to", "ooit"), "valid_to", continuum.BadDate},
		{"over before it begins", put("valid_to", "'2001-01-01'"), "valid_to", continuum.BadDate},
		{"unknown key", put("colour", "rood"), "colour", UnknownKey},
		{"unknown ancestor", put("extends", "nl-pp"), "extends", continuum.UnknownRef},
		{"its own ancestor", put("extends", id), "extends", continuum.ExtendsLoop},
		{"phases in a mapping", put("phases", "{start: {}}"), "phases", WrongKind},
		{"phase left out", drop("phases[2]"), c + ".indicators.vak", continuum.UnknownRef},
		{"phase twice", put("phases[1].id", "start"), "phases[1].id", continuum.DuplicateID},
		{"phase without an id", drop("phases[0].id"), "phases[0].id", continuum.MissingValue},
		{"phase without a name", drop("phases[1].name"), "phases[1].name.nl", continuum.MissingText},
		{"phase without English focus", drop("phases[1].focus.en"), "phases[1].focus.en", continuum.MissingText},
		{"phase ends before it begins", put("phases[1].typical_year_to", "1"), "phases[1].typical_year_to", continuum.BadRange},
		{"phase in words", put("phases[1].typical_year_from", "drie"), "phases[1].typical_year_from", BadNumber},
		{"phase from nowhere", put("phases[2].basis", "gehoord"), "phases[2].basis", continuum.BadValue},
		{"sentence left out", drop(c + ".indicators.basis"), c + ".indicators.basis.nl", continuum.MissingText},
		{"sentence without English", drop(c + ".indicators.vak.en"), c + ".indicators.vak.en", continuum.MissingText},
		{"sentence of no phase", put(c+".indicators.expert", "{nl: a, en: b}"), c + ".indicators.expert", continuum.UnknownRef},
		{"sentences in a list", put(c+".indicators", "[a, b, c]"), c + ".indicators", WrongKind},
		{"no statement", drop(c + ".survey"), c + ".survey.nl", continuum.MissingText},
		{"statement of spaces", put(c+".survey.en", "'  '"), c + ".survey.en", continuum.MissingText},
		{"no band", drop(c + ".band"), c + ".band", continuum.BadBand},
		{"band 4", put(c+".band", "4"), c + ".band", continuum.BadBand},
		{"band in words", put(c+".band", "eerst"), c + ".band", BadNumber},
		{"competence without an id", drop(c + ".id"), c + ".id", idMissing(c)},
		{"competence with a slash", put(c+".id", "a/b"), c + ".id", continuum.BadID},
		{"competence without a name", drop(c + ".name"), c + ".name.nl", continuum.MissingText},
		{"unknown key in a competence", put(c+".weight", "2"), c + ".weight", UnknownKey},
		{"escape", put(c+".name.nl", `"rood \e[31m"`), c + ".name.nl", continuum.BadText},
		{"turned text", put(c+".name.en", `"a\u202eb"`), c + ".name.en", continuum.BadText},
		{"unknown placeholder", put(c+".survey.nl", "Ik ken mijn {leerlinge}."), c + ".survey.nl", continuum.BadPlaceholder},
		{"open brace", put(c+".survey.en", "'I know my {leerlingen'"), c + ".survey.en", continuum.BadPlaceholder},
		{"word without English", drop("placeholders.coach.en"), "placeholders.coach.en", continuum.MissingText},
		{"word as a list", put("placeholders.coach", "[coach]"), "placeholders.coach", WrongKind},
		{"vocabulary without Dutch", drop("vocabulary.teacher.nl"), "vocabulary.teacher.nl", continuum.MissingText},
		{"renamed from nowhere", put(c+".renamed_from", "klimaat"), c + ".renamed_from", continuum.BadID},
	}
}

// idMissing is what is said of an id that is not there: an override has to
// name what it replaces.
func idMissing(competence string) string {
	if strings.HasPrefix(competence, "overrides") {
		return continuum.BadID
	}
	return continuum.MissingValue
}

// withAreas are the ways to spoil a framework with areas of its own.
var withAreas = []mutation{
	{"no areas", drop("areas"), "areas", continuum.MissingValue},
	{"area twice", func(f tree) { f.put("areas[1].id", f.at("areas[0].id").Value) }, "areas[1].id", continuum.DuplicateID},
	{"area without an id", drop("areas[2].id"), "areas[2].id", continuum.MissingValue},
	{"area without English", drop("areas[2].name.en"), "areas[2].name.en", continuum.MissingText},
	{"area without competences", drop("areas[2].competences"), "areas[2].competences", continuum.MissingValue},
	{"unknown overlay", put("areas[1].tags.lawe", "[x]"), "areas[1].tags.lawe", continuum.UnknownRef},
	{"unknown tag", put("areas[1].tags.icalt", "[lesorganisati]"), "areas[1].tags.icalt[0]", continuum.UnknownRef},
	{"tag as a word", put("areas[1].tags.icalt", "lesorganisatie"), "areas[1].tags.icalt", WrongKind},
	{"tags as a list", put("areas[1].tags", "[icalt]"), "areas[1].tags", WrongKind},
	{"intent without Dutch", drop("areas[0].intent.nl"), "areas[0].intent.nl", continuum.MissingText},
	{"competence twice", func(f tree) { f.put("areas[0].competences[2].id", f.at("areas[0].competences[0].id").Value) },
		"areas[0].competences[2].id", continuum.DuplicateID},
}

// withGates are the ways to spoil what decides.
var withGates = []mutation{
	{"gate without a name", drop("gates[0].name"), "gates[0].name.nl", continuum.MissingText},
	{"gate in a phase that is not there", put("gates[0].phase", "expert"), "gates[0].phase", continuum.UnknownRef},
	{"gate ordered by nothing", put("gates[0].order", "pot"), "gates[0].order", continuum.UnknownRef},
	{"gate about no area", put("gates[0].lines[2].of", "klimat"), "gates[0].lines[2].of", continuum.UnknownRef},
	{"line of a gate twice", put("gates[0].lines[2].of", "klimaat"), "gates[0].lines[2].of", continuum.DuplicateID},
	{"lines of a gate in a word", put("gates[0].lines", "klimaat"), "gates[0].lines", WrongKind},
	{"gate that somebody said", put("gates[0].sources", "[S99]"), "gates[0].sources[0]", continuum.UnknownRef},
	{"gate that is surely so", put("gates[0].confidence", "zeker"), "gates[0].confidence", continuum.BadValue},
}

// withLevels are the ways to spoil the names of the tree, and its sources.
var withLevels = []mutation{
	{"one level too few", drop("levels[1]"), "levels", continuum.MissingValue},
	{"level without many", drop("levels[0].many"), "levels[0].many.nl", continuum.MissingText},
	{"level in one language", drop("levels[1].one.en"), "levels[1].one.en", continuum.MissingText},
	{"source that is not there", put("sources[0]", "S99"), "sources[0]", continuum.UnknownRef},
	{"nobody says how sure", drop("confidence"), "confidence", continuum.MissingValue},
}

// withOverrides are the ways to spoil a framework that inherits.
var withOverrides = []mutation{
	{"no ancestor", drop("extends"), "extends", continuum.MissingValue},
	{"override in no area", put("overrides[0].area", "klimat"), "overrides[0].area", continuum.UnknownRef},
	{"override without an area", drop("overrides[0].area"), "overrides[0].area", continuum.UnknownRef},
	{"override without an act", drop("overrides[1].op"), "overrides[1].op", continuum.MissingValue},
	{"unknown act", put("overrides[1].op", "remove"), "overrides[1].op", continuum.BadValue},
	{"nothing to replace", put("overrides[1].id", "stoff"), "overrides[1].id", continuum.UnknownRef},
	{"added again", func(f tree) {
		f.put("overrides[9].op", "add")
		f.put("overrides[9].area", "klimaat")
		f.put("overrides[9].id", "gedrag")
	}, "overrides[9].id", continuum.DuplicateID},
	{"act as a list", put("overrides[2].op", "[replace]"), "overrides[2].op", WrongKind},
}

// flemish are the ways to spoil what only Flanders has.
var flemish = []mutation{
	{"attitudes without a note", drop("attitudes_note"), "attitudes_note.nl", continuum.MissingText},
	{"attitude without English", drop("attitudes[3].en"), "attitudes[3].en", continuum.MissingText},
	{"no such level", put("placeholders_by_level.peuter", "{leerling: {nl: peuter, en: toddler}}"), "placeholders_by_level.peuter", continuum.UnknownRef},
	{"no such word at a level", put("placeholders_by_level.kleuter.juf", "{nl: juf, en: miss}"), "placeholders_by_level.kleuter.juf", continuum.UnknownRef},
	{"word of a level without English", drop("placeholders_by_level.kleuter.leerling.en"), "placeholders_by_level.kleuter.leerling.en", continuum.MissingText},
	{"empty form of a share", put("share_of_job.forms[1]", "''"), "share_of_job.forms[1]", continuum.MissingValue},
	{"empty kept word", put("kept_words[0]", "''"), "kept_words[0]", continuum.MissingValue},
}

// TestFrameworksSpoiled spoils each framework in one place at a time and wants
// to be told what is wrong there, on the line of the key.
func TestFrameworksSpoiled(t *testing.T) {
	for id, more := range map[string][]mutation{"nl-po": slices.Concat(withAreas, withGates, withLevels), "nl-vo": withOverrides, "nl-mbo": withOverrides,
		"vl": slices.Concat(withAreas, withLevels, flemish)} {
		name := id + ".yaml"
		data, err := os.ReadFile("pack/frameworks/" + name)
		if err != nil {
			t.Fatal(err)
		}
		whole := parseTree(t, data)
		competence := "overrides[3]"
		if whole.has("areas") {
			competence = "areas[1].competences[1]"
		}
		if problems := CheckFile(name, whole.data()); len(problems) > 0 {
			t.Fatalf("%s: problems before it is spoiled: %v", id, problems)
		}
		all := append(everywhere(id, competence), more...)
		if len(all) < 50 {
			t.Errorf("%s is spoiled in %d ways only", id, len(all))
		}
		for _, m := range all {
			t.Run(id+"/"+m.name, func(t *testing.T) {
				f := whole.clone()
				if m.name == "intent without Dutch" && !f.has("areas[0].intent") {
					f.put("areas[0].intent", "{nl: a, en: b}")
				}
				m.spoil(f)
				spoiled := f.data()
				wants(t, CheckFile(name, spoiled), name, parseTree(t, spoiled).line(m.key), m.key, m.code)
			})
		}
		key := competence + ".band"
		f := whole.clone()
		f.twice(key)
		spoiled := f.data()
		again := parseTree(t, spoiled)
		last := again.at(competence)
		wants(t, CheckFile(name, spoiled), name, last.Content[len(last.Content)-2].Line, key, DuplicateKey)
	}
}

// wants looks for one problem among those found.
func wants(t *testing.T, problems []continuum.Problem, file string, line int, key, code string) {
	t.Helper()
	for _, p := range problems {
		if p.File == file && p.Line == line && p.Key == key && p.Code == code {
			return
		}
	}
	t.Errorf("no %s at %s:%d %s in %.300s", code, file, line, key, fmt.Sprint(problems))
}
