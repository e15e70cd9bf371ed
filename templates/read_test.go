package templates

import (
	"bytes"
	"io/fs"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"bekwaam/continuum"
)

// packFiles returns the files of the pack, to be spoiled.
func packFiles(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS("pack"), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile("pack/" + name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// spoil replaces the first old after mark by new and returns the line from 1
// on which the replacement begins.
func spoil(t *testing.T, data []byte, mark, old, new string) ([]byte, int) {
	t.Helper()
	at := bytes.Index(data, []byte(mark))
	if at < 0 {
		t.Fatalf("no %q", mark)
	}
	i := bytes.Index(data[at:], []byte(old))
	if i < 0 {
		t.Fatalf("no %q after %q", old, mark)
	}
	at += i
	line := 1 + bytes.Count(data[:at], []byte("\n"))
	return slices.Concat(data[:at], []byte(new), data[at+len(old):]), line
}

// TestReadPackSaysWhere spoils one file at a time and wants to be told its
// name, the line and the key.
func TestReadPackSaysWhere(t *testing.T) {
	tests := []struct {
		name            string
		file            string
		mark, old, new  string // in the file: the first old after mark becomes new
		off             int    // lines between the change and the problem
		key, code, hint string
	}{
		{"English left out", "activities.yaml", "- id: lesbezoek-coach", "\n      en: '{Lesbezoek} with follow-up talk'", "", -1,
			"activity_kinds[1].name.en", continuum.MissingText, ""},
		{"Dutch empty", "survey.yaml", "- id: trots", "nl: Op welk moment in de afgelopen weken was je trots op je lesgeven?", "nl: ''", 0,
			"needs_survey.open_questions[0].nl", continuum.MissingText, ""},
		{"a null text", "board.yaml", "never_shown_list:", "nl: observaties", "nl: null", 0,
			"board_export.never_shown_list[3].nl", continuum.MissingText, ""},
		{"unknown key", "evidence.yaml", "- id: lesontwerp", "sensitivity:", "sensitivty:", 0,
			"evidence_kinds[1].sensitivty", UnknownKey, "sensitivity"},
		{"unknown key at the top", "roles.yaml", "", "partner_roles:", "partners:", 0, "partners", UnknownKey, ""},
		{"key twice", "entitlements.yaml", "- id: po-di", "unit: uur", "unit: uur\n    unit: dag", 1, "entitlements[2].unit", DuplicateKey, ""},
		{"dangling partner", "activities.yaml", "- id: kijken-collega", "[collega]", "[colega]", 0,
			"activity_kinds[3].partners[0]", continuum.UnknownRef, "collega"},
		{"dangling suggestion", "activities.yaml", "area: nl-po/organisatie", "kijken-collega", "kijk-collega", 0,
			"area_suggestions[1].activities[0]", continuum.UnknownRef, "kijken-collega"},
		{"suggestion for no area", "activities.yaml", "", "area: nl-po/klimaat", "area: nl-po/klimat", 0,
			"area_suggestions[0].area", continuum.UnknownRef, "nl-po/klimaat"},
		{"dangling source", "entitlements.yaml", "- id: po-di", "S11", "S111", 0, "entitlements[2].source", continuum.UnknownRef, "S11"},
		{"pays from nobody", "entitlements.yaml", "", "pays_from: eigen-cao", "pays_from: cao", 0,
			"entitlements[1].pays_from", continuum.UnknownRef, ""},
		{"until no phase", "entitlements.yaml", "", "holds_until_phase: basis", "holds_until_phase: bassis", 0,
			"entitlements[3].holds_until_phase", continuum.UnknownRef, "basis"},
		{"id twice", "evidence.yaml", "", "- id: lesontwerp", "- id: observatie", 0, "evidence_kinds[1].id", continuum.DuplicateID, ""},
		{"wrong id", "funding.yaml", "", "- id: lerarenbeurs", "- id: Leraren beurs", 0, "funding_sources[5].id", continuum.BadID, ""},
		{"half a quarter", "activities.yaml", "- id: coachgesprek", "min: 0.5", "min: 0.3", 0, "activity_kinds[0].hours.min", BadNumber, ""},
		{"comma", "activities.yaml", "- id: coachgesprek", "max: 1.5", "max: '1,5'", 0, "activity_kinds[0].hours.max", BadNumber, ""},
		{"hours turned round", "activities.yaml", "- id: coachgesprek", "max: 1.5", "max: 0.75", 0,
			"activity_kinds[0].hours.max", continuum.BadRange, ""},
		{"amount in words", "entitlements.yaml", "- id: po-di", "amount: 40", "amount: veertig", 0, "entitlements[2].amount", BadNumber, ""},
		{"month", "timelines.yaml", "", "first_month: 8", "first_month: acht", 0, "year_timelines[0].first_month", BadNumber, ""},
		{"yes for true", "entitlements.yaml", "- id: po-di", "pro_rata: true", "pro_rata: yes", 0,
			"entitlements[2].pro_rata", WrongKind, "true, false"},
		{"text for a list", "activities.yaml", "- id: kijken-collega", "[collega]", "collega", 0, "activity_kinds[3].partners", WrongKind, "list"},
		{"list for a text", "words.yaml", "", "term: startbekwaam", "term: [startbekwaam]", 0, "glossary[0].term", WrongKind, "text"},
		{"text for a mapping", "activities.yaml", "- id: coachgesprek", "{min: 0.5, typical: 1, max: 1.5, estimate: true}", "een uur", 0,
			"activity_kinds[0].hours", WrongKind, "mapping"},
		{"tab", "plan.yaml", "- id: goals", "    board:", "\tboard:", 0, "", Tab, ""},
		{"no YAML", "coaching.yaml", "- id: sterkte", "name:", "name: [", 0, "", Syntax, ""},
		{"placeholder", "plan.yaml", "- id: no-pupil", "{leerlingen}", "{leerlngen}", 0, "plan_checks[1].nl", continuum.BadPlaceholder, "leerlingen"},
		{"same key in two files", "words.yaml", "", "glossary:", "sources: []\nglossary:", 0, "sources", DuplicateKey, "sources.yaml"},
		{"anchor", "words.yaml", "", "term: startbekwaam", "term: &a startbekwaam", 0, "", Alias, ""},
		{"two documents", "sources.yaml", "", "sources:", "audiences: []\n---\nsources:", 1, "", ManyDocuments, ""},
		{"no UTF-8", "sources.yaml", "- id: S2", "about: POS", "about: \xff", 0, "", Encoding, ""},

		{"sentence left out", "frameworks/nl-po.yaml", "- id: routines", "\n          basis:", "\n          bassis:", 1,
			"areas[1].competences[0].indicators.bassis", continuum.UnknownRef, "basis"},
		{"band", "frameworks/nl-po.yaml", "- id: uitleg", "band: 1", "band: 5", 0, "areas[2].competences[1].band", continuum.BadBand, "1, 2, 3"},
		{"competence twice", "frameworks/nl-po.yaml", "", "- id: uitleg", "- id: lesdoel", 0, "areas[2].competences[1].id", continuum.DuplicateID, ""},
		{"tag", "frameworks/nl-po.yaml", "- id: organisatie", "organisatorisch", "organisatoris", 0, "areas[1].tags.sbl[0]", continuum.UnknownRef, "organisatorisch"},
		{"date", "frameworks/nl-po.yaml", "", "valid_from: '2017-08-01'", "valid_from: 1 aug 2017", 0, "valid_from", continuum.BadDate, ""},
		{"unknown key in a framework", "frameworks/nl-po.yaml", "- id: uitleg", "survey:", "surveys:", 0, "areas[2].competences[1].surveys", UnknownKey, "survey"},
	}
	files := packFiles(t)
	parts, frameworks := sources(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data, line := spoil(t, files[test.file].Data, test.mark, test.old, test.new)
			root, problems := parse(test.file, data)
			if root != nil {
				problems = read(parts, frameworks, source{test.file, root})
			}
			for _, p := range problems {
				if p.File == test.file && p.Key == test.key && p.Code == test.code && p.Suggestion == test.hint {
					if p.Line != line+test.off {
						t.Errorf("line %d, want %d: %s", p.Line, line+test.off, p)
					}
					return
				}
			}
			t.Errorf("no %s at %s:%d %s (%s) in %v", test.code, test.file, line+test.off, test.key, test.hint, problems)
		})
	}
}

func TestReadPackReportsEverythingAtOnce(t *testing.T) {
	files := packFiles(t)
	for name, file := range files {
		if name == "pack.yaml" {
			continue
		}
		file.Data = append(file.Data, "nonsense: true\n"...)
	}
	_, err := ReadPack(files)
	problems := problemsOf(err)
	var named []string
	for _, p := range problems {
		if p.Code != UnknownKey || p.Key != "nonsense" {
			t.Errorf("unexpected: %s", p)
		}
		named = append(named, p.File)
	}
	slices.Sort(named)
	if len(slices.Compact(named)) != len(files)-1 || len(problems) != len(files)-1 {
		t.Errorf("%d problems in %d spoiled files: %v", len(problems), len(files)-1, problems)
	}
}

func TestReadPackWithoutAPart(t *testing.T) {
	for name := range packFiles(t) {
		files := packFiles(t)
		delete(files, name)
		_, err := ReadPack(files)
		if name == "words.yaml" || name == "timelines.yaml" {
			if err != nil {
				t.Errorf("%s can be done without: %v", name, err)
			}
			continue
		}
		if len(problemsOf(err)) == 0 {
			t.Errorf("read without %s (%v)", name, err)
		}
	}
	if _, err := ReadPack(fstest.MapFS{}); len(problemsOf(err)) == 0 {
		t.Errorf("read from an empty folder (%v)", err)
	}
}
