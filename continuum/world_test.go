package continuum

import "testing"

// text is a text that is the same in both languages.
func text(s string) Text { return Text{NL: s, EN: s} }

func intp(n int) *int { return &n }

// competence is a complete competence for two phases.
func competence(id string, band int) Competence {
	return Competence{
		ID: id, Name: text("naam van " + id), Band: band, Survey: text("ik kan " + id),
		Indicators: map[string]Text{"start": text("start " + id), "basis": text("basis " + id)},
	}
}

// fitsScale is the scale on which a sentence is chosen, for two phases.
func fitsScale() Scale {
	return Scale{ID: ScaleFits, Name: text("welke zin?"), ByID: []ScalePoint{
		{ID: "geen", Text: text("geen"), Distance: intp(1)},
		{ID: "start", SentenceOfPhase: "start", Distance: intp(2)},
		{ID: "basis", SentenceOfPhase: "basis", Distance: intp(3)},
		{ID: "weet-niet", Text: text("weet ik niet")},
	}}
}

// smallPack is a complete pack of the least size: a framework with two areas,
// another that extends it, and one of everything that can be referred to.
func smallPack() *Pack {
	points := func(id string) Scale { return Scale{ID: id, Name: text(id), Points: []Text{text("nee"), text("ja")}} }
	amount := Decimal(400000)
	both := []string{"aa", "bb"}
	return &Pack{
		ID: "klein", Version: "1", Compiled: "2026-11-21",
		Frameworks: []Framework{{
			ID: "aa", Name: text("kader"), Country: "NL", Sector: "po", ValidFrom: "2020-01-01",
			Vocabulary:   map[string]Text{"teacher": text("leerkracht")},
			Placeholders: map[string]Text{"leerlingen": {NL: "leerlingen", EN: "pupils"}, "coach": text("coach")},
			Phases: []Phase{
				{ID: "start", Name: text("start"), TypicalYearTo: intp(3)},
				{ID: "basis", Name: text("basis"), TypicalYearFrom: 3},
			},
			Areas: []Area{
				{ID: "een", Name: text("een"), Tags: map[string][]string{"kwaliteitskader": {"waarborg"}},
					Competences: []Competence{competence("uitleg", 1), competence("orde", 2)}},
				{ID: "twee", Name: text("twee"), Competences: []Competence{competence("ouders", 3)}},
			},
		}, {
			ID: "bb", Name: text("erfgenaam"), Country: "NL", Sector: "vo", ValidFrom: "2020-01-01", Extends: "aa",
			Placeholders: map[string]Text{"coach": text("begeleider")},
			Overrides: []Override{
				{Op: OpReplace, Area: "een", Competence: competence("orde", 1)},
				{Op: OpAdd, Area: "twee", Competence: competence("sectie", 2)},
			},
		}},
		Overlays: []Overlay{{ID: "kwaliteitskader", Name: text("waarborgen"), AppliesTo: both,
			Items: []OverlayItem{{ID: "waarborg", Name: text("waarborg")}}}},
		Survey: Survey{
			Scales:  []Scale{fitsScale(), points(ScaleNow), points(ScaleWant), points(ScaleAgree)},
			Context: []ContextItem{{ID: "tijd", Theme: "werkdruk", Text: text("ik heb tijd"), Guarantee: "waarborg"}},
			Open:    []Prompt{{ID: "trots", Text: text("waarop ben je trots, {leerlingen}?")}},
		},
		GoalPrompts: []Prompt{{ID: "klein", Text: text("wat is klein?"), Audience: "coach"}},
		Fields: []FieldGroup{{ID: "context", Name: text("context"), Fields: []string{"cao", "support"}, Board: "include",
			Choices:  map[string][]string{"cao": {"yes", "no"}},
			Audience: map[string]string{"support": "coach"}, Guarantee: map[string]string{"support": "waarborg"}}},
		Checks:   []Check{{ID: "doel", Severity: "hint", Topic: "focus", Text: text("klopt dit?")}},
		Features: []Named{{ID: "feedback", Name: text("feedback")}},
		ActivityKinds: []ActivityKind{
			{ID: "gesprek", Name: text("gesprek"), Description: text("praten met {coach}"),
				Hours: Estimate{Min: 2, Typical: 4, Max: 6}, Partners: []string{"collega"}, Features: []string{"feedback"},
				Evidence: []string{"verslag"}, Phases: []string{"start", "basis"}, Bands: []int{1, 2, 3},
				Frameworks: both, Guarantee: "waarborg", Words: map[string]KindWords{"bb": {Name: text("spreken")}}},
			{ID: "studie", Name: text("studie"), Description: text("studeren"), Phases: []string{"basis"},
				PhasesWhen: &PhasesWhen{PDG: "running", Phases: []string{"start"}}, Bands: []int{3}, Frameworks: []string{"aa"}, Guarantee: "waarborg"},
		},
		AreaSuggestions: []AreaSuggestion{{Area: "aa/een", Activities: []string{"studie", "gesprek"}, Evidence: []string{"verslag"}}},
		EvidenceKinds: []EvidenceKind{{ID: "verslag", Name: text("verslag"), Description: text("een verslag"),
			Sensitivity: "laag", BoardDefault: "never"}},
		EvidenceQuality:  []Named{{ID: "echt", Name: text("is het van jou?")}},
		NoteKinds:        []Named{{ID: "vraag", Name: text("vraag")}},
		ReflectionModels: []ReflectionModel{{ID: "kort", Name: text("kort"), Steps: []Text{text("wat werkte?")}}},
		PartnerRoles:     []PartnerRole{{ID: "collega", Name: text("collega"), Does: text("kijkt mee"), Frameworks: both}},
		Responsibility:   []Moment{{ID: "begin", Name: text("het begin"), Partners: []string{"collega"}}},
		Judging: Judging{Scale: []Named{{ID: "shown", Name: text("te zien")}}, Sources: []Named{{ID: "seen", Name: text("gezien")}},
			Advice: []Named{{ID: "met", Name: text("ja")}}, Frameworks: []string{"aa"}, AssessorsMin: 2, RefusedFor: []string{"teacher"},
			Statement: text("gegeven"), CoachWarning: text("wie neemt het over?")},
		Coaching: Coaching{Principles: []Text{text("luister")}, FeedbackForm: []Named{{ID: "goed", Name: text("dit werkte")}},
			Moments: []CoachMoment{{ID: "plan", Name: text("plan"), Questions: []Text{text("welk doel?")}}}},
		CoreValues:      []CoreValue{{ID: "dialoog", Name: text("dialoog"), Question: text("waarover?")}},
		MirrorAudiences: []Named{{ID: "leraar", Name: text("leraar")}},
		MirrorCards: []MirrorCard{{ID: "tijd", Title: text("tijd"), Description: text("over tijd"), Challenges: []Text{text("druk")},
			Attention: []Text{text("wie?")}, Suggestions: []Text{text("plan")}, Prompts: map[string][]Text{"leraar": {text("wat kan weg?")}},
			Voices: []Voice{{Text: text("te druk"), Illustrative: true}}, Guarantee: "waarborg", Frameworks: []string{"aa"}}},
		Glossary: []Term{{Term: "orde", EN: "order", Note: text("rust"), Frameworks: []string{"bb"}}},
		Confidence: map[string]Text{"dated_recent": text("a"), "dated_older": text("b"), "undated": text("c"), "unverified": text("d"),
			"design": text("e")},
		Funding: []FundingSource{{ID: "school", Name: text("school"), ForWhat: text("alles"), Frameworks: both,
			Source: "S1", Confidence: "undated"}},
		Entitlements: []Entitlement{{ID: "uren", Framework: "aa", Topic: text("uren"), Amount: &amount, Unit: "uur", Per: "jaar",
			HoldsFor: Period{From: "2014"}, HoldsUntilPhase: "basis", Confidence: "undated", Source: "S1", PaysFrom: "school",
			OfferedWhen: map[string][]string{"cao": {"yes"}}}},
		Employment: []EmploymentType{{ID: "bestuur", Name: text("bestuur"), CaoApplies: "yes", Recipient: text("bestuur"),
			TypicalFunding: []string{"school"}, Frameworks: both}},
		Timelines:      []Timeline{{ID: "jaar", Name: text("jaar"), Steps: []Text{text("beginnen")}, FirstMonth: 8, Frameworks: both}},
		BoardExport:    BoardExport{NeverShown: []Text{text("reflecties")}, CoachLine: text("voor {naam}")},
		SignatureRoles: []SignatureRole{{ID: "teacher", Role: text("leraar"), Statement: text("opgesteld")}},
		Sources:        []Source{{ID: "S1", URL: "https://example.invalid", Year: "2014"}},
		Audiences:      []Named{{ID: "private", Name: text("jij")}, {ID: "coach", Name: text("jij en je {coach}")}},
	}
}

func resolved(t testing.TB) *Pack {
	t.Helper()
	p := smallPack()
	if err := p.Resolve(); err != nil {
		t.Fatal(err)
	}
	return p
}
