package store

import (
	"fmt"
	"testing"

	"bekwaam/plan"
)

// BenchmarkAppend changes one text of a plan of 50 KB and makes that durable.
func BenchmarkAppend(b *testing.B) {
	s, err := Open(b.TempDir(), Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	p := selftestPlan()
	for i := 0; b.Loop(); i++ {
		p.Reflections[i%selftestSlots].Text = fmt.Sprintf("tekst %d, en wat ik daarvan leerde", i)
		if _, err := s.Append(Entry{Plan: p, Rev: plan.Revision{By: "Noor", Act: plan.Act{Name: "edit"}}}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpenAndPage is the start of a program with many plans.
func BenchmarkOpenAndPage(b *testing.B) {
	dir := b.TempDir()
	s, err := Open(dir, Options{})
	if err != nil {
		b.Fatal(err)
	}
	var all []Entry
	for i := range 2000 {
		all = append(all, Entry{Plan: draft(fmt.Sprintf("p%05d", i), fmt.Sprintf("leraar %d", i)), Rev: plan.Revision{By: "x"}})
	}
	if _, err := s.AppendAll(all); err != nil {
		b.Fatal(err)
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s, err := Open(dir, Options{})
		if err != nil {
			b.Fatal(err)
		}
		if page, _, err := s.Page(ByChange, "", 25); err != nil || len(page) != 25 {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
