package tui

import (
	"slices"
	"strings"
	"testing"

	"bekwaam/plan"
	"bekwaam/text"
)

func TestAgreementsAndConditions(t *testing.T) {
	d := agreementsOpen(t)
	d.on("S60")
	d.sees("› Donderdagmiddag staat vrij in het rooster.      Karim Aziz       1 nov 2026",
		"De school zegt toe    een coach op donderdag, en ruimte om te proberen",
		"Waar je recht op hebt (regels van 2014, kijk na in je cao)",
		"Een coach die niet je leidinggevende is. Jaarlijkse afspraken in een plan.",
		"Je vond dat je weinig andere starters spreekt. Wat heb je nodig?", "[ Verder naar 7 Coachronde ]")
	d.keys("down space")
	d.sees("✓ nagekomen")
	if !d.m.plan.Agreements[1].Done {
		t.Error("not kept")
	}
	d.keys("space")
	if d.m.plan.Agreements[1].Done {
		t.Error("still kept")
	}
	d.keys("d")
	d.sees("Weggehaald: afspraak Er is vervanging bij twee… Toets u zet het terug.", "› Ik kijk drie keer mee")
	d.keys("u")
	d.sees("› Er is vervanging bij twee kijklessen.")
	d.keys("tab")
	d.sees("› Steun")
	d.keys("d")
	d.sees("Kies eerst een afspraak.")
	d.keys("tab")
	d.sees("› Donderdagmiddag")
}

func TestConditionWrittenInPlace(t *testing.T) {
	d := agreementsOpen(t)
	d.keys("tab down down down enter")
	d.sees("Elke regel is één toezegging.")
	d.keys("enter")
	d.text("u mag q en > gewoon typen")
	d.keys("esc")
	d.on("S60")
	want := []string{"een coach op donderdag, en ruimte om te proberen", "u mag q en > gewoon typen"}
	if got := d.m.plan.Conditions.Promises; !slices.Equal(got, want) {
		t.Errorf("promises are %q", got)
	}
	d.keys("enter tab")
	d.text(", en lijm")
	d.keys("down")
	if got := d.m.plan.Conditions.Material; got != "wisbordjes voor de hele groep, en lijm" {
		t.Errorf("material is %q", got)
	}
	if d.m.top().Form() {
		t.Error("still a form after the last line was left")
	}
	d.sees("› Donderdagmiddag")
	d.keys("u")
	if got := d.m.plan.Conditions.Material; got != "wisbordjes voor de hele groep" {
		t.Errorf("after undo material is %q", got)
	}
	d.keys("tab enter")
	d.text("!")
	d.keys("tab")
	d.text("?")
	d.keys("shift+tab shift+tab")
	if d.m.top().Form() {
		t.Error("still a form before the first line")
	}
	if c := d.m.plan.Conditions; !strings.HasSuffix(c.Support, "!") || !strings.HasSuffix(c.Time, "?") {
		t.Errorf("conditions are %+v", c)
	}
}

func TestNoAgreementYet(t *testing.T) {
	d := agreementsEmpty(t)
	d.sees("Nog geen afspraak. Toets n maakt er een.", "› Steun")
	d.keys("tab")
	d.sees("› [ Verder naar 7 Coachronde ]")
	d.keys("n esc")
	if len(d.m.plan.Agreements) != 0 {
		t.Errorf("an untouched agreement was kept: %+v", d.m.plan.Agreements)
	}
}

// TestShortestWayThroughTheAgreements counts as the storyboard does.
func TestShortestWayThroughTheAgreements(t *testing.T) {
	d := agreementsEmpty(t)
	d.keys("n")
	d.text("Karim Aziz")
	d.keys("enter")
	d.text("Donderdagmiddag staat vrij in het rooster.")
	d.keys("enter")
	d.text("1-11")
	d.keys("enter enter")
	d.on("S60")
	d.sees("› Donderdagmiddag staat vrij in het rooster.      Karim Aziz       1 nov 2026")
	a := d.m.plan.Agreements
	if len(a) != 1 || a[0].ByWhen != (text.Date{Year: 2026, Month: 11, Day: 1}) || a[0].Who != "Karim Aziz" {
		t.Errorf("agreements are %+v", a)
	}
	d.keys(">")
	d.on("S70")
}

func TestAgreementForm(t *testing.T) {
	d := agreementOpen(t)
	d.on("S60b")
	d.sees("Ilse Vermeer", "31 mrt 2027", "Nagekomen       nog niet", "› [ Klaar ]")
	d.keys("shift+tab right shift+tab")
	d.text("32-1")
	d.keys("tab")
	d.sees("› Voor wanneer", "32-1")
	d.keys("esc")
	d.on("S60b")
	d.keys("esc")
	d.on("S60")
	if a := d.m.plan.Agreements[2]; !a.Done || a.ByWhen != (text.Date{Year: 2027, Month: 3, Day: 31}) {
		t.Errorf("agreement is %+v", a)
	}
	d.sees("› Ik kijk drie keer mee bij een overgang.         Ilse Vermeer    ✓ nagekomen")
}

func TestNoRightsWithoutABoard(t *testing.T) {
	p := planned(t)
	p.Profile.Employment = "zzp"
	p.Survey.Context = map[string]int{"onbekend": 1}
	d := with(t, p)
	d.run(d.m.openStep(6))
	if f := d.frame(); strings.Contains(f, "recht op hebt") || strings.Contains(f, "Wat heb je nodig?") {
		t.Errorf("rights or a question without a reason:\n%s", f)
	}
}

// TestEveryStatementHasItsQuestion looks for a text to each statement about the
// school.
func TestEveryStatementHasItsQuestion(t *testing.T) {
	d := agreementsOpen(t)
	for _, x := range d.m.deps.Pack.Survey.Context {
		for _, lang := range []string{"nl", "en"} {
			if id := "s60.need." + x.ID; !d.m.deps.Texts(lang).Has(id) {
				t.Errorf("no text %s in %s", id, lang)
			}
		}
	}
	e := d.m.env()
	e.plan.Survey.Context = map[string]int{"tijd": 2, "keuze": 1}
	if got := needQuestion(e); !strings.HasPrefix(got, "Je vond dat je weinig zelf kiest") {
		t.Errorf("asks %q", got)
	}
}

func TestSignedPlanKeepsItsAgreements(t *testing.T) {
	d := with(t, planned(t))
	c, err := plan.Sign(d.m.plan, plan.Actor{Name: "Noor Bakker", At: fixed()}, "00")
	if err != nil {
		t.Fatal(err)
	}
	d.run(d.m.commit(c))
	d.run(d.m.openStep(6))
	d.keys("space")
	d.sees("Deze versie is getekend.")
	d.keys("tab enter")
	d.text("x")
	d.keys("esc")
	d.sees("Deze versie is getekend.", "Ilse Vermeer kijkt mee en praat na")
}

func TestLongLineFollowsTheWindow(t *testing.T) {
	d := agreementsEmpty(t)
	d.keys("n")
	d.text(strings.Repeat("woord ", 30))
	d.size(60, 16)
	p := d.m.top().Page(d.m.env())
	if l := p.Lines[p.Cursor.Line].Text; p.Cursor.Cell > 56 || text.Width(strings.TrimRight(l, " ")) > 56 {
		t.Errorf("cursor %+v in %q", p.Cursor, l)
	}
}
