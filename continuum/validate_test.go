package continuum

import (
	"errors"
	"testing"
)

// TestEveryMistakeIsFound breaks one thing at a time in a complete pack.
func TestEveryMistakeIsFound(t *testing.T) {
	tests := []struct {
		name       string
		spoil      func(p *Pack)
		key, code  string
		suggestion string
	}{
		{"no pack id", func(p *Pack) { p.ID = "" }, "id", MissingValue, ""},
		{"no version", func(p *Pack) { p.Version = "" }, "version", MissingValue, ""},
		{"date", func(p *Pack) { p.Compiled = "2026-13-01" }, "compiled", BadDate, ""},
		{"no frameworks", func(p *Pack) { p.Frameworks = nil }, "frameworks", MissingValue, ""},
		{"framework twice", func(p *Pack) { p.Frameworks[1].ID = "aa" }, "frameworks[1].id", DuplicateID, ""},
		{"id with a capital", func(p *Pack) { p.Features[0].ID = "Feedback" }, "pd_features[0].id", BadID, ""},
		{"id with a slash", func(p *Pack) { p.Frameworks[0].Areas[0].ID = "a/b" }, "frameworks[0].areas[0].id", BadID, ""},
		{"no id", func(p *Pack) { p.Checks[0].ID = "" }, "plan_checks[0].id", MissingValue, ""},
		{"unknown ancestor", func(p *Pack) { p.Frameworks[1].Extends = "ab" }, "frameworks[1].extends", UnknownRef, "aa"},
		{"loop", func(p *Pack) { p.Frameworks[0].Extends = "bb" }, "frameworks[0].extends", ExtendsLoop, ""},
		{"period", func(p *Pack) { p.Frameworks[0].ValidTo = "2019-01-01" }, "frameworks[0].valid_to", BadDate, ""},
		{"no name", func(p *Pack) { p.Frameworks[0].Name = Text{} }, "frameworks[0].name.nl", MissingText, ""},
		{"no English", func(p *Pack) { p.Frameworks[0].Areas[0].Competences[1].Survey.EN = "" },
			"frameworks[0].areas[0].competences[1].survey.en", MissingText, ""},
		{"only spaces", func(p *Pack) { p.Checks[0].NL = "  " }, "plan_checks[0].nl", MissingText, ""},
		{"no sentence for a phase", func(p *Pack) { delete(p.Frameworks[0].Areas[0].Competences[0].Indicators, "basis") },
			"frameworks[0].areas[0].competences[0].indicators.basis.nl", MissingText, ""},
		{"sentence for no phase", func(p *Pack) { p.Frameworks[0].Areas[0].Competences[0].Indicators["strat"] = text("x") },
			"frameworks[0].areas[0].competences[0].indicators.strat", UnknownRef, "start"},
		{"band", func(p *Pack) { p.Frameworks[0].Areas[1].Competences[0].Band = 4 },
			"frameworks[0].areas[1].competences[0].band", BadBand, "1, 2, 3"},
		{"competence twice", func(p *Pack) { p.Frameworks[0].Areas[0].Competences[1].ID = "uitleg" },
			"frameworks[0].areas[0].competences[1].id", DuplicateID, ""},
		{"no competences", func(p *Pack) { p.Frameworks[0].Areas[1].Competences = nil },
			"frameworks[0].areas[1].competences", MissingValue, ""},
		{"unknown overlay", func(p *Pack) { p.Frameworks[0].Areas[0].Tags["x"] = nil }, "frameworks[0].areas[0].tags.x", UnknownRef, ""},
		{"unknown overlay item", func(p *Pack) { p.Frameworks[0].Areas[0].Tags["kwaliteitskader"] = []string{"waarbor"} },
			"frameworks[0].areas[0].tags.kwaliteitskader[0]", UnknownRef, "waarborg"},
		{"override of nothing", func(p *Pack) { p.Frameworks[1].Overrides[0].ID = "order" },
			"frameworks[1].overrides[0].id", UnknownRef, "orde"},
		{"override in no area", func(p *Pack) { p.Frameworks[1].Overrides[0].Area = "drie" },
			"frameworks[1].overrides[0].area", UnknownRef, ""},
		{"override with no act", func(p *Pack) { p.Frameworks[1].Overrides[0].Op = "" },
			"frameworks[1].overrides[0].op", MissingValue, "replace, add"},
		{"added twice", func(p *Pack) { p.Frameworks[1].Overrides[1].ID = "ouders" },
			"frameworks[1].overrides[1].id", DuplicateID, ""},
		{"overlay for no framework", func(p *Pack) { p.Overlays[0].AppliesTo[0] = "zz" }, "overlays[0].applies_to[0]", UnknownRef, ""},
		{"partner", func(p *Pack) { p.ActivityKinds[0].Partners[0] = "colega" }, "activity_kinds[0].partners[0]", UnknownRef, "collega"},
		{"feature", func(p *Pack) { p.ActivityKinds[0].Features[0] = "x" }, "activity_kinds[0].features[0]", UnknownRef, ""},
		{"feature twice", func(p *Pack) { p.ActivityKinds[0].Features = []string{"feedback", "feedback"} },
			"activity_kinds[0].features[1]", DuplicateID, ""},
		{"evidence of a kind", func(p *Pack) { p.ActivityKinds[0].Evidence[0] = "x" }, "activity_kinds[0].evidence[0]", UnknownRef, ""},
		{"phase of a kind", func(p *Pack) { p.ActivityKinds[1].Phases[0] = "bas" }, "activity_kinds[1].phases[0]", UnknownRef, "basis"},
		{"phase while studying", func(p *Pack) { p.ActivityKinds[1].PhasesWhen.Phases[0] = "x" },
			"activity_kinds[1].phases_when.phases[0]", UnknownRef, ""},
		{"kind for no framework", func(p *Pack) { p.ActivityKinds[1].Frameworks = nil }, "activity_kinds[1].frameworks", MissingValue, ""},
		{"band of a kind", func(p *Pack) { p.ActivityKinds[0].Bands[1] = 0 }, "activity_kinds[0].bands[1]", BadBand, "1, 2, 3"},
		{"guarantee", func(p *Pack) { p.ActivityKinds[0].Guarantee = "x" }, "activity_kinds[0].guarantee", UnknownRef, ""},
		{"words of no framework", func(p *Pack) { p.ActivityKinds[0].Words["cc"] = KindWords{} },
			"activity_kinds[0].words.cc", UnknownRef, ""},
		{"hours below zero", func(p *Pack) { p.ActivityKinds[0].Hours.Min = -1 }, "activity_kinds[0].hours.min", BadRange, ""},
		{"usual hours", func(p *Pack) { p.ActivityKinds[0].Hours.Typical = 1 }, "activity_kinds[0].hours.typical", BadRange, ""},
		{"most hours", func(p *Pack) { p.ActivityKinds[0].Hours.Max = 3 }, "activity_kinds[0].hours.max", BadRange, ""},
		{"costs", func(p *Pack) { p.ActivityKinds[0].CostEUR.Min = 1 }, "activity_kinds[0].cost_eur.typical", BadRange, ""},
		{"area of a suggestion", func(p *Pack) { p.AreaSuggestions[0].Area = "aa/eem" }, "area_suggestions[0].area", UnknownRef, "aa/een"},
		{"suggested kind", func(p *Pack) { p.AreaSuggestions[0].Activities[0] = "studies" },
			"area_suggestions[0].activities[0]", UnknownRef, "studie"},
		{"suggested evidence", func(p *Pack) { p.AreaSuggestions[0].Evidence = nil }, "area_suggestions[0].evidence", MissingValue, ""},
		{"for the board", func(p *Pack) { p.EvidenceKinds[0].BoardDefault = "nooit" }, "evidence_kinds[0].board_default", BadValue,
			"never, title_only, full, on_request"},
		{"no steps", func(p *Pack) { p.ReflectionModels[0].Steps = nil }, "reflection_models[0].steps", MissingValue, ""},
		{"empty step", func(p *Pack) { p.ReflectionModels[0].Steps[0] = Text{} }, "reflection_models[0].steps[0].nl", MissingText, ""},
		{"audience of a field", func(p *Pack) { p.Fields[0].Audience["support"] = "x" }, "plan_fields[0].audience.support", UnknownRef, ""},
		{"audience of no field", func(p *Pack) { p.Fields[0].Audience["x"] = "coach" }, "plan_fields[0].audience.x", UnknownRef, ""},
		{"choice of no field", func(p *Pack) { p.Fields[0].Choices["x"] = nil }, "plan_fields[0].choices.x", UnknownRef, ""},
		{"payer's source", func(p *Pack) { p.Funding[0].Source = "S2" }, "funding_sources[0].source", UnknownRef, "S1"},
		{"how sure", func(p *Pack) { p.Funding[0].Confidence = "sure" }, "funding_sources[0].confidence", BadValue,
			"dated_recent, dated_older, undated, unverified, design"},
		{"framework of a right", func(p *Pack) { p.Entitlements[0].Framework = "" }, "entitlements[0].framework", MissingValue, ""},
		{"amount", func(p *Pack) { *p.Entitlements[0].Amount = -1 }, "entitlements[0].amount", BadRange, ""},
		{"year", func(p *Pack) { p.Entitlements[0].HoldsFor.From = "14" }, "entitlements[0].holds_for.from", BadDate, ""},
		{"until a phase", func(p *Pack) { p.Entitlements[0].HoldsUntilPhase = "vak" }, "entitlements[0].holds_until_phase", UnknownRef, ""},
		{"pays from", func(p *Pack) { p.Entitlements[0].PaysFrom = "scholl" }, "entitlements[0].pays_from", UnknownRef, "school"},
		{"offered when", func(p *Pack) { p.Entitlements[0].OfferedWhen["cao"][0] = "ja" },
			"entitlements[0].offered_when.cao[0]", UnknownRef, ""},
		{"agreement", func(p *Pack) { p.Employment[0].CaoApplies = "true" }, "employment_types[0].cao_applies", BadValue,
			"yes, no, check, not_applicable_decree"},
		{"usual payer", func(p *Pack) { p.Employment[0].TypicalFunding[0] = "x" }, "employment_types[0].typical_funding[0]", UnknownRef, ""},
		{"month", func(p *Pack) { p.Timelines[0].FirstMonth = 13 }, "year_timelines[0].first_month", BadRange, ""},
		{"never shown", func(p *Pack) { p.BoardExport.NeverShown = nil }, "board_export.never_shown_list", MissingValue, ""},
		{"no scale", func(p *Pack) { p.Survey.Scales = p.Survey.Scales[:3] }, "needs_survey.scales", MissingValue, ""},
		{"point of a phase", func(p *Pack) { p.Survey.Scales[0].ByID[1].SentenceOfPhase = "vak" },
			"needs_survey.scales[0].points_by_id[1].sentence_of_phase", UnknownRef, ""},
		{"prompt for whom", func(p *Pack) { p.GoalPrompts[0].Audience = "boss" }, "goal_prompts[0].audience", UnknownRef, ""},
		{"severity", func(p *Pack) { p.Checks[0].Severity = "error" }, "plan_checks[0].severity", BadValue, "hint, warn"},
		{"unknown placeholder", func(p *Pack) { p.Checks[0].NL = "voor {coahc}" }, "plan_checks[0].nl", BadPlaceholder, "coach"},
		{"open brace", func(p *Pack) { p.Checks[0].EN = "for {coach" }, "plan_checks[0].en", BadPlaceholder, ""},
		{"lonely brace", func(p *Pack) { p.Checks[0].EN = "for coach}" }, "plan_checks[0].en", BadPlaceholder, ""},
		{"word that one framework lacks", func(p *Pack) {
			p.Frameworks[1].Placeholders["sectie"] = text("sectie")
			p.Checks[0].NL = "met de {sectie}"
		}, "frameworks[0].placeholders.sectie", MissingValue, ""},
		{"control character", func(p *Pack) { p.Checks[0].NL = "rood \x1b[31m" }, "plan_checks[0].nl", BadText, ""},
		{"turned text", func(p *Pack) { p.Checks[0].NL = "om\u202ekeer" }, "plan_checks[0].nl", BadText, ""},
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
					if problem.Suggestion != test.suggestion {
						t.Errorf("suggestion %q, want %q", problem.Suggestion, test.suggestion)
					}
					return
				}
			}
			t.Errorf("no %s at %s in %v", test.code, test.key, invalid.Problems)
		})
	}
}

func TestInvalidErrorSaysTheFirstAndHowManyMore(t *testing.T) {
	tests := []struct {
		problems []Problem
		want     string
	}{
		{nil, "invalid content pack"},
		{[]Problem{{Key: "id", Code: MissingValue}}, "invalid content pack: id: missing-value"},
		{[]Problem{{File: "a.yaml", Line: 3, Key: "b", Code: UnknownRef, Detail: "x", Suggestion: "y"}, {}},
			`invalid content pack: a.yaml:3: b: unknown-ref "x" (y), and 1 more`},
	}
	for _, test := range tests {
		if got := (&InvalidError{test.problems}).Error(); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}
