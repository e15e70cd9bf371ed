package templates

import (
	"maps"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bekwaam/continuum"

	"go.yaml.in/yaml/v3"
)

// sources parses the files of the pack once.
func sources(t testing.TB) (parts, frameworks []source) {
	t.Helper()
	r := newReader()
	parts, err := r.open(os.DirFS("pack"), "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	frameworks, err = r.open(os.DirFS("pack"), "frameworks/*.yaml")
	if err != nil || len(r.problems) > 0 {
		t.Fatal(err, r.problems)
	}
	return parts, frameworks
}

// read reads a pack of files that were parsed, one of them spoiled.
func read(parts, frameworks []source, spoiled source) []continuum.Problem {
	in := func(files []source) []source {
		files = slices.Clone(files)
		for i := range files {
			if files[i].name == spoiled.name {
				files[i] = spoiled
			}
		}
		return files
	}
	r := newReader()
	r.parts(in(parts))
	r.frameworks(in(frameworks))
	_, err := r.close()
	return problemsOf(err)
}

// keysIn returns every key below a node, with the node of the value.
func keysIn(n *yaml.Node, key string, out map[string]*yaml.Node) {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			k := step(key, n.Content[i].Value)
			out[k] = n.Content[i+1]
			keysIn(n.Content[i+1], k, out)
		}
	case yaml.SequenceNode:
		for i, item := range n.Content {
			k := key + "[" + strconv.Itoa(i) + "]"
			out[k] = item
			keysIn(item, k, out)
		}
	}
}

// TestEveryKeyIsTyped puts a value of another kind in the place of every key
// of every file, one at a time, and wants to be told on the line of the key.
func TestEveryKeyIsTyped(t *testing.T) {
	parts, frameworks := sources(t)
	types := map[bool]reflect.Type{true: reflect.TypeFor[continuum.Pack](), false: reflect.TypeFor[continuum.Framework]()}
	spoiled := 0
	for i, file := range append(parts, frameworks...) {
		f := tree{t, file.root}
		all := map[string]*yaml.Node{}
		keysIn(file.root, "", all)
		for j, key := range slices.Sorted(maps.Keys(all)) {
			if j%7 != i%7 {
				continue // one in seven; other files begin with another key
			}
			node := all[key]
			good := *node
			if node.Kind == yaml.ScalarNode {
				*node = yaml.Node{Kind: yaml.SequenceNode, Line: good.Line, Content: []*yaml.Node{{Kind: yaml.ScalarNode, Value: "x", Line: good.Line}}}
			} else {
				*node = yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: "x", Line: good.Line}
			}
			s := &strict{file: file.name, where: map[string]spot{}}
			s.check(file.root, types[i < len(parts)], "", "")
			*node = good
			spoiled++
			found := slices.ContainsFunc(s.problems, func(p continuum.Problem) bool {
				return p.Key == key && p.Line >= f.line(key) && p.Line <= f.line(key)+1 && (p.Code == WrongKind || p.Code == BadNumber)
			})
			if !found {
				t.Errorf("%s:%d: %s of another kind is not noticed: %v", file.name, f.line(key), key, s.problems)
			}
		}
	}
	t.Logf("%d keys", spoiled)
	if spoiled < 1000 {
		t.Errorf("only %d keys were spoiled", spoiled)
	}
}

// TestEveryTextIsMissed takes the English or the Dutch away from texts all
// over the pack.
func TestEveryTextIsMissed(t *testing.T) {
	parts, frameworks := sources(t)
	n := 0
	for _, file := range append(slices.Clone(parts), frameworks...) {
		all := map[string]*yaml.Node{}
		keysIn(file.root, "", all)
		keys := slices.DeleteFunc(slices.Sorted(maps.Keys(all)), func(k string) bool {
			return !strings.HasSuffix(k, ".nl") && !strings.HasSuffix(k, ".en") || strings.HasPrefix(k, "glossary") && strings.Count(k, ".") == 1
		})
		for j := len(file.name) % 5; j < len(keys); j += 1 + len(keys)/3 {
			key := keys[j]
			f := tree{t, file.root}.clone()
			want := continuum.MissingText
			line := f.line(key[:len(key)-3])
			f.drop(key)
			wants(t, read(parts, frameworks, source{file.name, f.root}), file.name, line, key, want)
			n++
		}
	}
	t.Logf("%d texts", n)
	if n < 30 {
		t.Errorf("only %d texts were taken away", n)
	}
}

// TestPackSpoiled spoils what goes with the frameworks.
func TestPackSpoiled(t *testing.T) {
	tests := []struct {
		name, file string
		spoil      func(tree)
		key, code  string
	}{
		{"unknown guarantee", "mirror.yaml", put("mirror_cards[2].guarantee", "organisati"), "mirror_cards[2].guarantee", continuum.UnknownRef},
		{"no guarantee", "mirror.yaml", drop("mirror_cards[2].guarantee"), "mirror_cards[2].guarantee", continuum.MissingValue},
		{"card twice", "mirror.yaml", put("mirror_cards[1].id", "leren-van-starter"), "mirror_cards[1].id", continuum.DuplicateID},
		{"questions for nobody", "mirror.yaml", put("mirror_cards[1].prompts.ouder", "[{nl: a, en: b}]"), "mirror_cards[1].prompts.ouder", continuum.UnknownRef},
		{"no questions for the coach", "mirror.yaml", drop("mirror_cards[1].prompts.coach"), "mirror_cards[1].prompts.coach", continuum.MissingValue},
		{"voice that says nothing", "mirror.yaml", put("mirror_cards[0].voices[0]", "{illustrative: true}"), "mirror_cards[0].voices[0].nl", continuum.MissingText},
		{"voice of a word", "mirror.yaml", put("mirror_cards[0].voices[0].illustrative", "soms"), "mirror_cards[0].voices[0].illustrative", WrongKind},
		{"talk twice", "coaching.yaml", put("coach.moments[1].id", "kennismaking"), "coach.moments[1].id", continuum.DuplicateID},
		{"talk without questions", "coaching.yaml", drop("coach.moments[3].questions"), "coach.moments[3].questions", continuum.MissingValue},
		{"unknown key of a coach", "coaching.yaml", put("coach.principle", "[]"), "coach.principle", UnknownKey},
		{"value without a question", "coaching.yaml", drop("core_values[1].question"), "core_values[1].question.nl", continuum.MissingText},
		{"a stranger acts", "roles.yaml", put("responsibility_by_moment[4].partners[1]", "coahc"), "responsibility_by_moment[4].partners[1]", continuum.UnknownRef},
		{"nobody acts", "roles.yaml", put("responsibility_by_moment[4].partners", "[]"), "responsibility_by_moment[4].partners", continuum.MissingValue},
		{"moment of no framework", "roles.yaml", put("responsibility_by_moment[8].frameworks[0]", "nl-hbo"), "responsibility_by_moment[8].frameworks[0]", continuum.UnknownRef},
		{"judgement twice", "roles.yaml", put("judgement.scale[1].id", "shown"), "judgement.scale[1].id", continuum.DuplicateID},
		{"refused for nobody", "roles.yaml", put("judgement.handing_in_refused_for[0]", "coahc"), "judgement.handing_in_refused_for[0]", continuum.UnknownRef},
		{"two assessors in words", "roles.yaml", put("judgement.assessors_min", "twee"), "judgement.assessors_min", BadNumber},
		{"partner of no framework", "roles.yaml", put("partner_roles[2].frameworks", "[be]"), "partner_roles[2].frameworks[0]", continuum.UnknownRef},
		{"order of nothing", "pack.yaml", put("framework_order[3]", "be"), "framework_order[3]", continuum.UnknownRef},
		{"order twice", "pack.yaml", put("framework_order[3]", "nl-po"), "framework_order[3]", continuum.DuplicateID},
		{"not compiled on a day", "pack.yaml", put("compiled", "gisteren"), "compiled", continuum.BadDate},
		{"overlay of no framework", "overlays.yaml", put("overlays[5].applies_to[0]", "be"), "overlays[5].applies_to[0]", continuum.UnknownRef},
		{"item twice", "overlays.yaml", put("overlays[5].items[1].id", "fg1"), "overlays[5].items[1].id", continuum.DuplicateID},
		{"how sure, unknown", "funding.yaml", put("confidence_legend.sure", "{nl: a, en: b}"), "confidence_legend.sure", continuum.BadValue},
		{"how sure, not said", "funding.yaml", drop("confidence_legend.undated"), "confidence_legend.undated.nl", continuum.MissingText},
		{"decree", "funding.yaml", put("employment_types[5].cao_applies", "decree"), "employment_types[5].cao_applies", continuum.BadValue},
		{"who evaluates, in words", "funding.yaml", put("employment_types[5].recipient_evaluates", "ja"), "employment_types[5].recipient_evaluates", WrongKind},
		{"payer of nothing", "entitlements.yaml", put("entitlements[18].pays_from", "vl-midelen"), "entitlements[18].pays_from", continuum.UnknownRef},
		{"kind of a line", "entitlements.yaml", put("entitlements[20].kind", "dagen"), "entitlements[20].kind", continuum.BadValue},
		{"kind without a line", "entitlements.yaml", drop("entitlements[20].line"), "entitlements[20].line", continuum.MissingValue},
		{"sometimes for the board", "entitlements.yaml", put("entitlements[20].board", "sometimes"), "entitlements[20].board", continuum.BadValue},
		{"year of a line", "entitlements.yaml", put("entitlements[9].induction_year", "11"), "entitlements[9].induction_year", continuum.BadRange},
		{"words of no framework", "activities.yaml", put("activity_kinds[0].words.be", "{name: {nl: a, en: b}}"), "activity_kinds[0].words.be", continuum.UnknownRef},
		{"kind without a guarantee", "activities.yaml", drop("activity_kinds[4].guarantee"), "activity_kinds[4].guarantee", continuum.MissingValue},
		{"suggestions twice", "activities.yaml", put("area_suggestions[9].area", "vl/fg1"), "area_suggestions[9].area", continuum.DuplicateID},
		{"statement without a guarantee", "survey.yaml", drop("needs_survey.context_items[3].guarantee"), "needs_survey.context_items[3].guarantee", continuum.MissingValue},
		{"word without English", "words.yaml", drop("glossary[2].en"), "glossary[2].en", continuum.MissingValue},
		{"a year without months", "timelines.yaml", put("year_timelines[1].first_month", "0"), "year_timelines[1].first_month", continuum.BadRange},
		{"going round", "frameworks/nl-po.yaml", put("extends", "nl-mbo"), "extends", continuum.ExtendsLoop},
		{"going round, further on", "frameworks/nl-po.yaml", put("extends", "nl-vo"), "extends", continuum.ExtendsLoop},
		{"framework twice", "frameworks/vl.yaml", put("id", "nl-vo"), "id", continuum.DuplicateID},
		{"word that one framework lacks", "frameworks/vl.yaml", drop("placeholders.regeling"), "placeholders.regeling", continuum.MissingValue},
	}
	parts, frameworks := sources(t)
	all := append(slices.Clone(parts), frameworks...)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			i := slices.IndexFunc(all, func(s source) bool { return s.name == test.file })
			f := tree{t, all[i].root}.clone()
			test.spoil(f)
			spoiled := parseTree(t, f.data())
			wants(t, read(parts, frameworks, source{test.file, spoiled.root}), test.file, spoiled.line(test.key), test.key, test.code)
		})
	}
}
