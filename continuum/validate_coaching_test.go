package continuum

import (
	"errors"
	"testing"
)

// TestEveryMistakeInWhatGoesWithAFramework breaks one thing at a time.
func TestEveryMistakeInWhatGoesWithAFramework(t *testing.T) {
	tests := []struct {
		name      string
		spoil     func(p *Pack)
		key, code string
	}{
		{"order of nothing", func(p *Pack) { p.FrameworkOrder = []string{"zz"} }, "framework_order[0]", UnknownRef},
		{"order twice", func(p *Pack) { p.FrameworkOrder = []string{"aa", "aa"} }, "framework_order[1]", DuplicateID},
		{"phase from nowhere", func(p *Pack) { p.Frameworks[0].Phases[0].Basis = "guess" }, "frameworks[0].phases[0].basis", BadValue},
		{"no such level", func(p *Pack) {
			p.Frameworks[0].PlaceholdersByLevel = map[string]map[string]Text{"kleuter": {"coach": text("juf")}}
		}, "frameworks[0].placeholders_by_level.kleuter", UnknownRef},
		{"word of a level that is no word", func(p *Pack) {
			p.Frameworks[0].Sector = "kleuter, lager"
			p.Frameworks[0].PlaceholdersByLevel = map[string]map[string]Text{"kleuter": {"coahc": text("juf")}}
		}, "frameworks[0].placeholders_by_level.kleuter.coahc", UnknownRef},
		{"attitudes without a note", func(p *Pack) { p.Frameworks[0].Attitudes = []Text{text("durf")} }, "frameworks[0].attitudes_note.nl", MissingText},
		{"empty form of a share", func(p *Pack) { p.Frameworks[0].ShareOfJob.Forms = []string{""} }, "frameworks[0].share_of_job.forms[0]", MissingValue},
		{"empty kept word", func(p *Pack) { p.Frameworks[0].KeptWords = []string{" "} }, "frameworks[0].kept_words[0]", MissingValue},
		{"renamed from a word", func(p *Pack) { p.Frameworks[0].Areas[0].Competences[0].RenamedFrom = "orde" },
			"frameworks[0].areas[0].competences[0].renamed_from", BadID},
		{"no guarantee for a kind", func(p *Pack) { p.ActivityKinds[0].Guarantee = "" }, "activity_kinds[0].guarantee", MissingValue},
		{"no guarantee for a statement", func(p *Pack) { p.Survey.Context[0].Guarantee = "" }, "needs_survey.context_items[0].guarantee", MissingValue},
		{"no guarantee for a card", func(p *Pack) { p.MirrorCards[0].Guarantee = "" }, "mirror_cards[0].guarantee", MissingValue},
		{"no cards", func(p *Pack) { p.MirrorCards = nil }, "mirror_cards", MissingValue},
		{"no challenges", func(p *Pack) { p.MirrorCards[0].Challenges = nil }, "mirror_cards[0].challenges", MissingValue},
		{"no questions for somebody", func(p *Pack) { delete(p.MirrorCards[0].Prompts, "leraar") }, "mirror_cards[0].prompts.leraar", MissingValue},
		{"questions for nobody", func(p *Pack) { p.MirrorCards[0].Prompts["lerar"] = nil }, "mirror_cards[0].prompts.lerar", UnknownRef},
		{"silent voice", func(p *Pack) { p.MirrorCards[0].Voices[0].Text = Text{} }, "mirror_cards[0].voices[0].nl", MissingText},
		{"card for no framework", func(p *Pack) { p.MirrorCards[0].Frameworks[0] = "zz" }, "mirror_cards[0].frameworks[0]", UnknownRef},
		{"no talks", func(p *Pack) { p.Coaching.Moments = nil }, "coach.moments", MissingValue},
		{"talk without questions", func(p *Pack) { p.Coaching.Moments[0].Questions = nil }, "coach.moments[0].questions", MissingValue},
		{"form without words", func(p *Pack) { p.Coaching.FeedbackForm[0].Name.EN = "" }, "coach.feedback_form[0].name.en", MissingText},
		{"value without a question", func(p *Pack) { p.CoreValues[0].Question = Text{} }, "core_values[0].question.nl", MissingText},
		{"nobody acts", func(p *Pack) { p.Responsibility[0].Partners = nil }, "responsibility_by_moment[0].partners", MissingValue},
		{"a stranger acts", func(p *Pack) { p.Responsibility[0].Partners[0] = "colega" }, "responsibility_by_moment[0].partners[0]", UnknownRef},
		{"no moments", func(p *Pack) { p.Responsibility = nil }, "responsibility_by_moment", MissingValue},
		{"no scale", func(p *Pack) { p.Judging.Scale = nil }, "judgement.scale", MissingValue},
		{"nobody judges", func(p *Pack) { p.Judging.AssessorsMin = 0 }, "judgement.assessors_min", BadRange},
		{"refused for a stranger", func(p *Pack) { p.Judging.RefusedFor[0] = "boss" }, "judgement.handing_in_refused_for[0]", UnknownRef},
		{"no statement", func(p *Pack) { p.Judging.Statement = Text{} }, "judgement.statement.nl", MissingText},
		{"word without English", func(p *Pack) { p.Glossary[0].EN = "" }, "glossary[0].en", MissingValue},
		{"word of no framework", func(p *Pack) { p.Glossary[0].Frameworks[0] = "zz" }, "glossary[0].frameworks[0]", UnknownRef},
		{"how sure, not said", func(p *Pack) { delete(p.Confidence, "undated") }, "confidence_legend.undated.nl", MissingText},
		{"how sure, unknown", func(p *Pack) { p.Confidence["sure"] = text("x") }, "confidence_legend.sure", BadValue},
		{"kind of an extra line", func(p *Pack) { p.Entitlements[0].Line, p.Entitlements[0].Kind = "extra", "weeks" }, "entitlements[0].kind", BadValue},
		{"kind of a plain line", func(p *Pack) { p.Entitlements[0].Kind = "days" }, "entitlements[0].line", MissingValue},
		{"year of a line", func(p *Pack) { p.Entitlements[0].InductionYear = 12 }, "entitlements[0].induction_year", BadRange},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := smallPack()
			test.spoil(p)
			var invalid *InvalidError
			if err := p.Resolve(); !errors.As(err, &invalid) {
				t.Fatalf("resolved without an error (%v)", err)
			}
			for _, problem := range invalid.Problems {
				if problem.Key == test.key && problem.Code == test.code {
					return
				}
			}
			t.Errorf("no %s at %s in %v", test.code, test.key, invalid.Problems)
		})
	}
}

func TestWhoActs(t *testing.T) {
	p := smallPack()
	p.PartnerRoles = append(p.PartnerRoles, PartnerRole{ID: "coach", Name: text("coach"), Does: text("luistert"), Frameworks: []string{"aa"}})
	p.Responsibility = []Moment{
		{ID: "begin", Name: text("het begin"), Partners: []string{"coach", "collega"}},
		{ID: "midden", Name: text("midden"), Partners: []string{"coach"}},
		{ID: "eind", Name: text("het einde"), Partners: []string{"collega"}, Frameworks: []string{"bb"}},
	}
	if err := p.Resolve(); err != nil {
		t.Fatal(err)
	}
	for framework, want := range map[string]string{"aa": "begin coach collega, midden coach", "bb": "begin collega, eind collega"} {
		got := ""
		for i, a := range p.ActingFor(framework) {
			if i > 0 {
				got += ", "
			}
			got += a.Moment.ID
			for _, r := range a.Partners {
				got += " " + r.ID
			}
		}
		if got != want {
			t.Errorf("%s: %s, want %s", framework, got, want)
		}
	}
}

func TestWhatGoesWithAFramework(t *testing.T) {
	p := resolved(t)
	if !p.Judges("aa") || p.Judges("bb") {
		t.Error("who judges is not kept apart")
	}
	if len(p.MirrorCardsFor("aa")) != 1 || len(p.MirrorCardsFor("bb")) != 0 || len(p.GlossaryFor("aa")) != 0 || len(p.GlossaryFor("bb")) != 1 {
		t.Error("cards or words of another framework")
	}
	if c, ok := p.MirrorCard("tijd"); !ok || c.Title.NL != "tijd" {
		t.Error("the card is not found")
	}
	if m, ok := p.CoachMoment("plan"); !ok || len(m.Questions) != 1 {
		t.Error("the talk is not found")
	}
	if v, ok := p.CoreValue("dialoog"); !ok || v.Question.NL != "waarover?" {
		t.Error("the value is not found")
	}
	if _, ok := p.MirrorCard("x"); ok {
		t.Error("a card that is not there is found")
	}
}

func TestLevelsAndWords(t *testing.T) {
	f := &Framework{Sector: "kleuter, lager, secundair", KeptWords: []string{"TADD"},
		Vocabulary:          map[string]Text{"coach": text("mentor")},
		Placeholders:        map[string]Text{"leerlingen": {NL: "leerlingen", EN: "pupils"}, "coach": text("mentor")},
		PlaceholdersByLevel: map[string]map[string]Text{"kleuter": {"leerlingen": {NL: "kleuters", EN: "young children"}}}}
	for sector, want := range map[string]string{"lager onderwijs": "lager", "Kleuteronderwijs": "kleuter", "": "", "po": ""} {
		if got := f.LevelOf(sector); got != want {
			t.Errorf("%q is %q, want %q", sector, got, want)
		}
	}
	if got := f.At("kleuter").Say(text("{coach} en {leerlingen}"), "nl"); got != "mentor en kleuters" {
		t.Errorf("said %q", got)
	}
	if f.At("lager") != f || f.Say(text("{leerlingen}"), "nl") != "leerlingen" {
		t.Error("the framework itself was changed")
	}
	if len((&Framework{Sector: "po"}).SchoolLevels()) != 0 {
		t.Error("one sector is no choice of levels")
	}
	if got := f.CoachWords("nl"); len(got) != 1 || got[0] != "mentor" {
		t.Errorf("words for the coach %v", got)
	}
	f.Vocabulary["coach_choices"] = text("mentor, aanvangsbegeleider")
	if got := f.CoachWords("nl"); len(got) != 2 || got[1] != "aanvangsbegeleider" {
		t.Errorf("words for the coach %v", got)
	}
	if !f.StaysHome("Mijn tadd-dagen") || f.StaysHome("TABD") {
		t.Error("what stays at home is not known")
	}
}
