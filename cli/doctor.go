package cli

import (
	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/store"
)

func (r *run) doctorCommand() *cobra.Command {
	var mend bool
	cmd := r.withJSON(r.command("doctor [--repair] [--json]", "doctor", 0, 0, func([]string) error { return r.doctor(mend) }))
	cmd.Flags().BoolVar(&mend, "repair", false, r.t.T("cli.flag.repair"))
	return cmd
}

// diagnosis is what was read and found.
type diagnosis struct {
	Plans     int        `json:"plans"`
	Revisions int        `json:"revisions"`
	Versions  int        `json:"versions"`
	Files     int        `json:"files"`
	Snapshots int        `json:"snapshots"`
	Days      int        `json:"days"`
	Repaired  []mended   `json:"repaired"` // by opening the store
	Problems  []trouble  `json:"problems"`
	Loose     []looseEnd `json:"loose"`
}

type mended struct {
	Code  string `json:"code"`
	File  string `json:"file"`
	Count int    `json:"count"`
}

// trouble is something that is not as it should be.
type trouble struct {
	Code     string `json:"code"`
	Plan     string `json:"plan"`
	Number   int    `json:"number"`
	Name     string `json:"name"`
	Repaired bool   `json:"repaired"`
}

// looseEnd is a reference that leads nowhere, because the item was removed or
// the framework does not have it.
type looseEnd struct {
	Plan  string `json:"plan"`
	Where string `json:"where"`
	Field string `json:"field"`
	To    string `json:"to"`
}

// doctor reads everything, follows every reference, and says what it found.
func (r *run) doctor(mend bool) (err error) {
	s, err := r.open(store.Options{Full: true})
	if err != nil {
		return err
	}
	defer func() {
		if closed := s.st.Close(); err == nil {
			err = closed
		}
	}()
	d := diagnosis{Repaired: []mended{}, Problems: []trouble{}, Loose: []looseEnd{}}
	for _, x := range s.st.Repaired() {
		d.Repaired = append(d.Repaired, mended{x.Code, x.File, x.Count})
	}
	var signed []plan.Plan
	report, err := s.st.Examine(func(p plan.Plan) {
		d.Loose = append(d.Loose, s.loose(p)...)
		if len(p.Signatures) > 0 {
			signed = append(signed, p)
		}
	})
	if err != nil {
		return err
	}
	for _, p := range signed {
		report.Problems = append(report.Problems, s.signatures(p)...)
	}
	d.Plans, d.Revisions, d.Versions = report.Plans, report.Revisions, report.Versions
	d.Files, d.Snapshots, d.Days = report.Files, report.Snapshots, report.Days
	left := report.Problems
	if mend && len(left) > 0 {
		if left, err = s.st.Mend(left); err != nil {
			return err
		}
	}
	still := map[store.Problem]bool{}
	for _, x := range left {
		still[x] = true
	}
	for _, x := range report.Problems {
		d.Problems = append(d.Problems, trouble{x.Code, x.Plan, x.N, x.Name, !still[x]})
	}
	if len(left) > 0 {
		s.code = Refused
	}
	if s.json {
		return s.printJSON(d)
	}
	s.tellDiagnosis(d, mend)
	return nil
}

// badSignature: the plan under a signature is not the one that was signed.
const badSignature = "signature"

// signatures compares what was signed with the version that is kept.
func (s *session) signatures(p plan.Plan) []store.Problem {
	var out []store.Problem
	for _, x := range p.Signatures {
		if x.Status != plan.Signed || x.AboutHash == "" || x.Version == 0 {
			continue
		}
		frozen, err := s.st.LoadVersion(p.ID, x.Version)
		if err != nil {
			continue // signed elsewhere; one that cannot be read was found already
		}
		if hash, ok := plan.ContentHash(frozen, "plan"); ok && hash != x.AboutHash {
			out = append(out, store.Problem{Code: badSignature, Plan: p.ID, N: x.Version, Name: x.Role})
		}
	}
	return out
}

// loose returns the references of a plan that lead nowhere.
func (s *session) loose(p plan.Plan) []looseEnd {
	var out []looseEnd
	pack := s.packFor(p)
	known := func(id string) bool {
		_, ok := pack.Entitlement(id)
		return ok
	}
	for _, x := range plan.LooseEnds(p, known) {
		out = append(out, looseEnd{p.ID, x.Where, x.Field, x.To})
	}
	f, ok := pack.Framework(p.Profile.Framework)
	if !ok {
		if id := p.Profile.Framework; id != "" {
			out = append(out, looseEnd{p.ID, "profile", "framework", id})
		}
		return out
	}
	for _, o := range plan.Orphans(p, f) {
		if o.Words.Name != "" {
			continue // its words came along
		}
		for _, where := range o.Where {
			out = append(out, looseEnd{p.ID, where, "competences", o.ID})
		}
	}
	return out
}

func (s *session) tellDiagnosis(d diagnosis, mend bool) {
	s.print("%s", s.t.T("cli.doctor.read", "Plans", d.Plans, "Revisions", d.Revisions, "Versions", d.Versions, "Files", d.Files,
		"Snapshots", d.Snapshots, "Days", d.Days))
	s.sayRepairs()
	open := 0
	for _, x := range d.Problems {
		line := s.t.T("cli.doctor."+x.Code, "Plan", clean(x.Plan), "Number", x.Number, "Name", clean(x.Name))
		if x.Repaired {
			line = s.t.T("cli.doctor.repaired", "What", line)
		} else {
			open++
		}
		s.print("%s", line)
	}
	for _, x := range d.Loose {
		s.print("%s", s.t.T("cli.doctor.loose", "Plan", clean(x.Plan), "Where", clean(x.Where), "Field", clean(x.Field), "To", clean(x.To)))
	}
	switch {
	case open > 0 && mend:
		s.print("%s", s.t.T("cli.doctor.left"))
	case open > 0:
		s.print("%s", s.t.T("cli.doctor.try"))
	default:
		s.print("%s", s.t.T("cli.doctor.fine"))
	}
}
