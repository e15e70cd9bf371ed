package tui

import (
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bekwaam/internal/border"
	"bekwaam/plan"
	"bekwaam/text"
)

var everyText = flag.Bool("everytext", false, "try every text that does harm on the screens")

var (
	looks    = regexp.MustCompile(`\x1b\[[0-9;:]*m`)
	ownLooks = map[string]bool{}
)

// clean fails where the window shows what must not be shown. What the program
// itself writes to colour its words was learnt from frames without it.
func (d *driver) clean(x border.Text, how string) {
	d.t.Helper()
	v := d.m.View()
	for _, s := range []string{looks.ReplaceAllString(v.Content, ""), v.WindowTitle} {
		if what := border.Raw(s); what != "" {
			d.t.Errorf("%s: %s shows %s of %q", how, d.m.top().ID(), what, x.Text)
		}
	}
	for _, s := range looks.FindAllString(v.Content, -1) {
		if !ownLooks[s] {
			d.t.Errorf("%s: %s shows the look %q of %q", how, d.m.top().ID(), s, x.Text)
		}
	}
	exact(d.t, d)
}

// learn takes over what colours the words of a frame.
func (d *driver) learn() {
	for _, s := range looks.FindAllString(d.m.View().Content, -1) {
		ownLooks[s] = true
	}
}

// byKeys hands over a text as a terminal does that does not tell pastes: each
// character as a key.
func (d *driver) byKeys(s string) {
	s = strings.NewReplacer("\r", "", "\n", "", "\t", "").Replace(s) // these are keys of their own
	for s != "" {
		cluster, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		s = s[len(cluster):]
		r := []rune(cluster)
		d.send(tea.KeyPressMsg{Code: r[0], Text: cluster})
	}
}

// TestTheBorderHoldsOnScreen pastes and types texts that do harm wherever
// words are taken: a line, a long answer, a search, a place of a file.
func TestTheBorderHoldsOnScreen(t *testing.T) {
	step := 29
	switch {
	case *everyText:
		step = 1
	case os.Getenv("CI") != "":
		step = 6
	}
	plainText := border.Text{Class: "plain", Text: "gewoon"}
	texts := append([]border.Text{plainText}, border.Texts(t, step)...)
	for i, x := range texts {
		for how, enter := range map[string]func(*driver){
			"pasted": func(d *driver) { d.send(tea.PasteMsg{Content: x.Text}) },
			"typed":  func(d *driver) { d.byKeys(x.Text) },
		} {
			see := func(d *driver) {
				d.t.Helper()
				if i == 0 {
					d.learn()
				}
				d.clean(x, how)
			}
			d := begun(t)
			see(d)
			d.keys("enter")
			d.on("S10")
			see(d)
			enter(d)
			see(d)
			d.keys("tab")
			see(d)
			d.keys("esc down enter")
			d.on("S20")
			see(d)
			enter(d)
			see(d)
			d.keys("tab")
			see(d)
			d.keys("esc")
			d.keys("ctrl+p")
			see(d)
			enter(d)
			see(d)
			d.keys("esc")
			d.show(newInbox(d.m))
			see(d)
			d.keys("/")
			enter(d)
			see(d)
			d.keys("enter")
			see(d)
			p := d.m.Plan()
			for _, s := range []string{p.Profile.Name, p.Survey.Open["trots"]} {
				if what := border.Raw(s); what != "" {
					t.Errorf("%s: kept %s of %q", how, what, x.Text)
				}
			}
			if want, _ := text.Text(x.Text, longMax); how == "pasted" && p.Survey.Open["trots"] != want && x.Class == "markup" {
				t.Errorf("%q became %q", x.Text, p.Survey.Open["trots"])
			}
		}
	}
}

// TestTheBorderHoldsForFiles lists files whose names were cleaned, and opens
// a plan that was taken in with texts that do harm.
func TestTheBorderHoldsForFiles(t *testing.T) {
	for i, x := range append([]border.Text{{Class: "plain", Text: "gewoon"}}, border.Texts(t, 5)...) {
		name, _ := text.Line(x.Text, 200)
		d := begun(t)
		d.m.deps.Work.(*desk).tray.files = []Received{{Path: "/x/" + x.Text + ".pdf", Name: name + ".pdf", Folder: name, At: fixed()}}
		for _, s := range []func(){func() { d.show(newInbox(d.m)) }, func() { d.keys("enter") }} {
			s()
			if i == 0 {
				d.learn()
			}
			d.clean(x, "file")
		}
		c, err := plan.EditProfile(d.m.Plan(), d.m.pack(), "name", func(p *plan.Profile) { p.Name = name })
		if err != nil {
			continue // no name at all
		}
		d = with(t, c.Plan)
		if i == 0 {
			d.learn()
		}
		d.clean(x, "plan")
	}
}
