package store

import (
	"errors"
	"fmt"
	"testing"
)

func names(page []Summary) string {
	out := ""
	for _, s := range page {
		out += s.ID
	}
	return out
}

func TestPages(t *testing.T) {
	s := open(t, t.TempDir())
	for _, x := range []struct{ id, teacher string }{{"a", "Zoë"}, {"b", "emre"}, {"c", "Bram"}, {"d", "Emre"}, {"e", "Ayse"}} {
		save(t, s, draft(x.id, x.teacher), "new")
	}
	b := draft("b", "emre")
	save(t, s, b, "edit")
	for _, x := range []struct {
		order Order
		want  string
	}{{ByChange, "bedca"}, {ByTeacher, "ecbda"}} {
		for limit := 1; limit <= 6; limit++ {
			got, after, pages := "", "", 0
			for {
				page, next, err := s.Page(x.order, after, limit)
				if err != nil {
					t.Fatal(err)
				}
				got += names(page)
				if pages++; next == "" || pages > 9 {
					break
				}
				after = next
			}
			if got != x.want {
				t.Errorf("order %d by %d: %s, want %s", x.order, limit, got, x.want)
			}
		}
	}
	page, _, err := s.Page(ByChange, "", 1)
	if err != nil || page[0].Revision != 2 || page[0].Teacher != "emre" || page[0].SchoolYear != "2026-2027" || page[0].Framework != "nl-po" || page[0].Updated == "" {
		t.Errorf("%+v, %v", page, err)
	}
	// A teacher who changes her name moves in the list.
	save(t, s, draft("a", "Aart"), "edit")
	if page, _, _ := s.Page(ByTeacher, "", 9); names(page) != "aecbd" {
		t.Errorf("by teacher: %s", names(page))
	}
}

func TestFind(t *testing.T) {
	s := open(t, t.TempDir())
	if _, err := s.Find("latest"); !errors.Is(err, ErrNoPlan) {
		t.Errorf("latest of nothing: %v", err)
	}
	for _, id := range []string{"noor-2025", "noor-2026", "noor", "piet"} {
		save(t, s, draft(id, "Noor"), "new")
	}
	save(t, s, draft("noor-2025", "Noor"), "edit")
	for sel, want := range map[string]string{"noor": "noor", "noor-2026": "noor-2026", "p": "piet", "latest": "noor-2025"} {
		if got, err := s.Find(sel); got != want || err != nil {
			t.Errorf("find %q: %q, %v", sel, got, err)
		}
	}
	for _, sel := range []string{"", "x", "noor-20266", "Noor"} {
		if _, err := s.Find(sel); !errors.Is(err, ErrNoPlan) {
			t.Errorf("find %q: %v", sel, err)
		}
	}
	var many *AmbiguousError
	if _, err := s.Find("noor-"); !errors.As(err, &many) || len(many.IDs) != 2 {
		t.Errorf("find noor-: %v", err)
	}
}

func TestAPageOfMany(t *testing.T) {
	s := open(t, t.TempDir())
	var all []Entry
	for i := range 500 {
		p := draft(fmt.Sprintf("p%03d", i), fmt.Sprintf("leraar %03d", i))
		p.Goals = nil
		all = append(all, entry(p, "new"))
	}
	if _, err := s.AppendAll(all); err != nil {
		t.Fatal(err)
	}
	page, next, err := s.Page(ByTeacher, "", 25)
	if err != nil || len(page) != 25 || next == "" {
		t.Fatalf("%d, %q, %v", len(page), next, err)
	}
	page, _, err = s.Page(ByTeacher, next, 25)
	if err != nil || page[0].ID != "p025" {
		t.Errorf("second page begins with %s, %v", page[0].ID, err)
	}
}
