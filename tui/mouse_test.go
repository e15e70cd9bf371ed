package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// clickOn clicks on the first place where words stand on the screen.
func (d *driver) clickOn(words string) {
	d.t.Helper()
	for y, l := range strings.Split(d.frame(), "\n") {
		if i := strings.Index(l, words); i >= 0 {
			d.send(tea.MouseClickMsg{X: ansi.StringWidth(l[:i]), Y: y, Button: tea.MouseLeft})
			return
		}
	}
	d.t.Fatalf("no %q to click on:\n%s", words, d.frame())
}

func TestClickOnAWordOfTheHelpLine(t *testing.T) {
	d := goalsOpen(t)
	d.clickOn("n nieuw doel")
	d.on("S41")
	d.clickOn("tab volgende")
	if got := d.m.top().(*goalForm).here().ID(); got != "title" {
		t.Errorf("the focus is on %s", got)
	}
	d.clickOn("alles") // ctrl+p
	d.on("S161")
	d.clickOn("esc terug")
	d.clickOn("esc terug")
	d.on("S40")
	d.clickOn("volgorde") // two keys: nothing
	d.on("S40")
	d.clickOn("? hulp")
	d.on("S160")
}

func TestClickOnAChoice(t *testing.T) {
	d := step1(t, noor(t), "name")
	d.clickOn("Ik werk")
	if got := d.m.plan.Profile.Employment; got != noor(t).Profile.Employment {
		t.Errorf("a click on the label chose %s", got)
	}
	d.keys("space")
	d.clickOn("○ zelfstandig")
	d.sees("Ik werk                         zelfstandig")
	if strings.Contains(d.frame(), "○ tussen twee banen") {
		t.Errorf("the choices still stand open:\n%s", d.frame())
	}
}

func TestClickOnALanguage(t *testing.T) {
	d := newDriver(t)
	d.clickOn("○ English")
	d.sees("Who are you?", "● English")
	d.keys("enter")
	d.on("S03")
}
