package cli

import (
	"fmt"
	"io"
	"os"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/store"
	"bekwaam/templates"
	"bekwaam/tui"
)

// tick is how often the program draws: a key waits for it, at most one of
// them whole.
const tick = time.Second / 120

// coachStore fills a store with copies of plans over ten years, each with its
// own history.
func coachStore(t *testing.T, w World, plans, revisions int) {
	t.Helper()
	r := &run{World: w, out: &sink{w: io.Discard}, parts: map[string]bool{}}
	r.speak("nl")
	s, err := r.open(store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	c, err := plan.New("p", "2026-2027", s.pack, "nl-po", "nl")
	if err != nil {
		t.Fatal(err)
	}
	for i := range plans {
		p := c.Plan.Clone()
		year := 2017 + i%10
		p.ID, p.Profile.Name, p.Profile.School = fmt.Sprintf("p%04d", i), fmt.Sprintf("Starter %d", i), "De Wilgenhof"
		p.Profile.SchoolYear = fmt.Sprintf("%d-%d", year, year+1)
		for g := range 3 {
			p.Goals = append(p.Goals, plan.Goal{ID: fmt.Sprintf("d%d", g), Title: "Vlotte overgangen", Question: "Hoe kan ik vlot wisselen van activiteit?"})
		}
		packet := plan.Packet{Kind: plan.PacketPlan, From: plan.Party{Name: p.Profile.Name}, To: plan.Party{Name: "Ilse Vermeer"}, Seq: 1, Version: 1, At: "2026-09-12T10:00:00Z"}
		p.EditionInfo = &plan.EditionInfo{Audience: plan.Coach, Language: "nl", Packet: &packet}
		p.Received = []plan.Receipt{{Package: p.ID, Packet: packet, At: packet.At}}
		p.Review = &plan.Review{}
		var all []store.Entry
		for n := range revisions {
			p.Review.Reason = fmt.Sprint(n)
			all = append(all, store.Entry{Plan: p, Rev: plan.Revision{By: "Ilse Vermeer", Act: plan.Act{Name: "review.edit", Args: []string{"reason"}}}})
		}
		if _, err := s.st.AppendAll(all); err != nil {
			t.Fatal(err)
		}
	}
}

// coachHome is the program of a coach as it starts, up to its first frame.
func coachHome(t *testing.T, w World) (m *tui.Model, took time.Duration, stop func()) {
	t.Helper()
	r := &run{World: w, out: &sink{w: io.Discard}, parts: map[string]bool{}}
	r.speak("nl")
	begin := time.Now()
	s, err := r.open(store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := s.planRows(coachRows)
	if err != nil {
		t.Fatal(err)
	}
	m = tui.New(&tui.Deps{Pack: s.pack, Texts: func(lang string) tui.Texts { return templates.NewTexts(lang) },
		Settings: tui.Settings{Started: true, Role: plan.RoleCoach, Name: "Ilse Vermeer", Language: "nl"}, Keeper: keeper{s}, Work: newDesk(s),
		Now: s.Now, NewID: s.st.NewID, Dark: true, Tick: func(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil }}, rows, plan.Plan{}, nil)
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	m.View()
	return m, time.Since(begin), func() { _ = s.close() }
}

// keyTimes is how long each key took up to its frame.
func keyTimes(m *tui.Model, n int) []time.Duration {
	var out []time.Duration
	for i := range n {
		begin := time.Now()
		m.Update(tea.KeyPressMsg{Code: []rune{tea.KeyDown, tea.KeyUp}[i/20%2]})
		m.View()
		out = append(out, time.Since(begin))
	}
	slices.Sort(out)
	return out
}

// TestCoachHomeOfManyPlans asks that five hundred plans of ten years cost a
// coach at most a fifth more than one plan: the first frame, and the slowest
// of a hundred keys. A first frame waits for half of the clock by which the
// program draws, a slow key for the whole of it. Other work on the machine only
// adds, so the best of several starts counts, and a few more are made where
// the first ones were disturbed.
func TestCoachHomeOfManyPlans(t *testing.T) {
	plans, revisions, starts := 60, 2, 3
	if os.Getenv("CI") == "true" {
		plans, revisions, starts = 500, 10, 9
	}
	var worlds [2]World
	for i, n := range []int{1, plans} {
		worlds[i], _ = testWorld(t)
		coachStore(t, worlds[i], n, revisions)
	}
	var first, key [2]time.Duration
	frames := func(i int) time.Duration { return processStart + tick/2 + first[i] }
	keys := func(i int) time.Duration { return tick + key[i] }
	for n := range 5 * starts {
		if n >= starts && frames(1) <= frames(0)*6/5 && keys(1) <= keys(0)*6/5 {
			break
		}
		for i, w := range worlds {
			m, took, stop := coachHome(t, w)
			sorted := keyTimes(m, 300)
			stop()
			if n == 0 || took < first[i] {
				first[i] = took
			}
			if n == 0 || sorted[297] < key[i] {
				key[i] = sorted[297]
			}
		}
	}
	t.Logf("1 plan: first frame %v, key p99 %v; %d plans: first frame %v, key p99 %v", first[0], key[0], plans, first[1], key[1])
	if frames(1) > frames(0)*6/5 {
		t.Errorf("the first frame takes %v with %d plans and %v with one", frames(1), plans, frames(0))
	}
	if keys(1) > keys(0)*6/5 {
		t.Errorf("a key takes %v with %d plans and %v with one", keys(1), plans, keys(0))
	}
}

// processStart is what a process costs before its first line of Go, measured
// low.
const processStart = 3 * time.Millisecond
