package tui

import (
	"os"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"bekwaam/internal/vocabulary"
	"bekwaam/plan"
)

// A crawler goes wherever keys lead from a screen and reads all that stands
// there: each row opened, each command carried out, each field of a form with
// its answers, and help and the list of commands of each.
type crawler struct {
	d     *driver
	seen  map[string]bool // frames
	been  map[string]int  // screens that were gone through, and how often
	looks int
	read  func(screen, frame string)
	words plan.Profile // whose framework gives the words
	names []string     // of the frameworks: where one chooses one's own, all stand there
}

// forgetful keeps nothing: what a crawler does is taken back at once.
type forgetful struct{ Keeper }

func (forgetful) Save([]Entry) error { return nil }

// perScreen is how often a screen is gone through: what else it can show comes
// from the pack, which a test of its own reads whole.
const perScreen = 1

// tall is a window in which every screen stands whole.
const tall = 150

// look reads the frame, wide and narrow.
func (c *crawler) look() {
	if c.d.m.plan.Profile.Framework != c.words.Framework {
		return // somebody chose another one
	}
	for _, w := range []int{80, minWidth} {
		c.d.size(w, tall)
		f := c.d.frame()
		if c.seen[f] {
			continue
		}
		c.seen[f] = true
		c.looks++
		for _, n := range c.names {
			f = strings.ReplaceAll(f, n, "")
		}
		c.read(c.d.m.top().ID(), f)
	}
	c.d.size(80, tall)
}

// try does something and reads what comes of it; where it leads to another
// screen that one is gone through. Then all is as it was.
func (c *crawler) try(do func() tea.Cmd) {
	m := c.d.m
	stack, p, revs, settings, msg := slices.Clone(m.stack), m.plan, m.revs, m.settings, m.msg
	c.d.run(do())
	if !m.quitting && len(m.stack) > 0 {
		c.look()
		if m.plan.ID == p.ID && m.plan.Profile.Framework == c.words.Framework {
			c.through()
		}
	}
	m.stack, m.plan, m.revs, m.settings, m.msg = stack, p, revs, settings, msg
	m.quitting, m.waiting, m.held, m.stopAsked, m.t = false, nil, nil, false, m.textsIn(settings.Language)
	m.refresh()
}

// leadsOut are the commands that leave the program or the plan.
var leadsOut = []string{"quit", "stop", "redraw", "home.new", "home.begin", "form.editor"}

// through goes through the screen on top, once.
func (c *crawler) through() {
	m := c.d.m
	top := m.top()
	if c.been[top.ID()] >= perScreen || len(m.stack) > 8 {
		return
	}
	c.been[top.ID()]++
	c.look()
	if !m.bare() && c.been[top.ID()] == 1 {
		c.try(func() tea.Cmd { return m.push(newHelp(m)) })
		c.try(func() tea.Cmd { return m.push(newPalette(m)) })
	}
	for _, a := range slices.Concat(top.Actions(m.env()), m.roundAbout()) {
		if a.Do != nil && !slices.Contains(leadsOut, a.ID) && !strings.HasSuffix(a.ID, "editor") {
			c.try(func() tea.Cmd { return m.do(a) })
		}
	}
	rows := map[string]bool{}
	for _, l := range m.top().Page(m.env()).Lines {
		if id := l.Row; id != "" && !rows[id] {
			rows[id] = true
			c.try(func() tea.Cmd {
				first := m.carryOut(top.Update(m.env(), clickMsg{Row: id, Cell: 40}))
				c.d.run(first)
				c.look()
				if m.top() != top {
					return nil
				}
				return m.key(press("enter"))
			})
		}
	}
	if top.Form() {
		c.fields()
	}
}

// fields goes from field to field and opens the answers of each.
func (c *crawler) fields() {
	top := c.d.m.top()
	for range 40 {
		c.try(func() tea.Cmd { return c.d.m.key(press("space")) })
		before := c.d.frame()
		c.d.keys("tab")
		if c.d.m.top() != top || c.d.frame() == before {
			return
		}
		c.look()
	}
}

// crawl goes through every step and the first screens of a plan.
func crawl(t *testing.T, p plan.Plan, read func(screen, frame string)) *crawler {
	t.Helper()
	c := &crawler{d: with(t, p), seen: map[string]bool{}, been: map[string]int{}, read: read, words: p.Profile}
	c.d.m.deps.Keeper = forgetful{c.d.m.deps.Keeper}
	for _, f := range c.d.m.deps.Pack.Frameworks {
		c.names = append(c.names, f.Name.NL, f.Name.EN)
	}
	c.d.m.deps.Work.(*desk).key = &Key{Name: p.Profile.Name, Fingerprint: "00", Words: strings.Fields("anker lente trommel vijver kaars meeuw"), Created: fixed()}
	c.d.size(80, tall)
	c.through()
	for _, s := range allSteps() {
		c.try(func() tea.Cmd { return c.d.m.openStep(s.Number) })
	}
	return c
}

// flemish is the plan of somebody in Flanders as it stands in June.
func flemish(t *testing.T) plan.Plan {
	t.Helper()
	b, err := os.ReadFile("../plan/testdata/flemish.yaml")
	if err != nil {
		t.Fatal(err)
	}
	p, _, err := plan.Read(b)
	if err != nil {
		t.Fatal(err)
	}
	if p.ID == "" {
		p.ID = "vlaanderen"
	}
	return p
}

// TestNoDutchOnlyWordOnAFlemishScreen goes through the program with three
// Flemish plans in both languages: a whole year, an empty one, and one that is
// signed.
func TestNoDutchOnlyWordOnAFlemishScreen(t *testing.T) {
	defer func() { startLang = "nl" }()
	words := vocabulary.DutchOnly(t)
	whole := flemish(t)
	empty := inFramework(t, "vl").m.plan
	empty.Goals, empty.Activities, empty.Profile.Coach = nil, nil, nil
	signed, err := plan.Sign(inFramework(t, "vl").m.plan, plan.Actor{Name: "Noor Bakker", At: fixed()}, "00")
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"nl", "en"} {
		startLang = lang
		for what, p := range map[string]plan.Plan{"whole": whole, "empty": empty, "signed": signed.Plan} {
			if os.Getenv("CI") == "" && (lang == "en" || what != "whole") {
				continue // the tests of everything stay within a minute
			}
			reported := map[string]bool{}
			c := crawl(t, p, func(screen, frame string) {
				said := vocabulary.Spaced(frame)
				for _, w := range words {
					if strings.Contains(said, w) && !reported[screen+w] {
						reported[screen+w] = true
						t.Errorf("%s, %s: %s says %q:\n%s", lang, what, screen, w, lineWith(frame, w))
					}
				}
			})
			t.Logf("%s, %s: %d frames of %d screens", lang, what, c.looks, len(c.been))
			if c.looks < 200 {
				t.Errorf("%s, %s: only %d frames of %d screens", lang, what, c.looks, len(c.been))
			}
		}
	}
}

// TestNoPupilsOnAScreenOfVocationalEducation does the same for students.
func TestNoPupilsOnAScreenOfVocationalEducation(t *testing.T) {
	defer func() { startLang = "nl" }()
	for lang, word := range map[string]string{"nl": "leerling", "en": "pupil"} {
		if startLang = lang; os.Getenv("CI") == "" && lang == "en" {
			continue
		}
		reported := map[string]bool{}
		c := crawl(t, inFramework(t, "nl-mbo").m.plan, func(screen, frame string) {
			if strings.Contains(strings.ToLower(frame), word) && !reported[screen] {
				reported[screen] = true
				t.Errorf("%s says %q:\n%s", screen, word, lineWith(frame, word))
			}
		})
		if c.looks < 200 {
			t.Errorf("only %d frames of %d screens", c.looks, len(c.been))
		}
	}
}

func lineWith(frame, word string) string {
	for l := range strings.Lines(frame) {
		if strings.Contains(vocabulary.Spaced(l), word) || strings.Contains(strings.ToLower(l), strings.TrimSpace(word)) {
			return strings.TrimSpace(l)
		}
	}
	return frame
}
