package cli

import (
	"errors"
	"path/filepath"
	"strings"
	"time"

	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/seal"
	"bekwaam/store"
	"bekwaam/templates"
	"bekwaam/text"
	"bekwaam/tui"
)

// OwnFile works out what a file that the same person made would do. inHand is
// the plan that is open, which may be newer than the one in the store.
func (d *desk) OwnFile(path string, inHand plan.Plan) (tui.Own, error) {
	path = d.fromHome(path)
	data, err := d.contents(path)
	if err != nil {
		return tui.Own{}, err
	}
	trust, err := d.trust("")
	if err != nil {
		return tui.Own{}, err
	}
	j, err := d.judgeBytes(path, data, trust)
	if err != nil {
		return tui.Own{}, unreadableFor(data, err)
	}
	read, _, err := report.Read(data)
	if err != nil {
		return tui.Own{}, unreadableFor(data, err)
	}
	if read.EditionInfo == nil || read.EditionInfo.Audience != plan.Self {
		return tui.Own{}, tui.FileOther
	}
	out := tui.Own{Path: path, Name: clean(filepath.Base(path)), Doc: read, Sealed: len(j.Signatures) > 0}
	if out.Sealed {
		x := j.Signatures[0]
		out.From, out.Checked, out.At = x.Name, d.compared(x.Fingerprint), x.Time.Time().In(d.Now().Location())
		key, ok := d.Key()
		out.Mine = ok && key.Fingerprint == x.Fingerprint
	}
	if !plan.CheckPackage(read) || j.Status != seal.Trusted && j.Status != seal.Untrusted && (j.Status != seal.Unsigned || len(j.report.Problems) > 0) {
		out.Refused = &plan.Error{Code: tui.CodeAltered}
		return out, nil
	}
	doc, _ := plan.Adopt(read, d.pack)
	doc.EditionInfo = nil
	doc = plan.FillIDs(doc, d.st.NewID)
	var later []plan.Plan
	out.Plan, err = d.st.Load(doc.ID)
	switch {
	case errors.Is(err, store.ErrNoPlan):
		out.Plan = plan.Plan{}
		out.Took.Changes = []plan.Change{{Plan: doc, Act: plan.Act{Name: plan.ActImport, Args: []string{}, Fixed: true}}}
		out.Took.Trail = plan.TrailOf(read)
		return out, nil
	case err != nil:
		return tui.Own{}, err
	case inHand.ID == doc.ID && inHand.Revision > out.Plan.Revision:
		out.Plan, later = inHand, []plan.Plan{inHand}
	}
	if out.Plan.IsCopy() {
		out.Refused = &plan.Error{Code: plan.CodeCopy}
		return out, nil
	}
	here := out.Plan
	out.Again = func(pick func(plan.Conflict) plan.Pick) (plan.OwnFile, error) {
		return d.takeOwn(here, doc, read, pick, later...)
	}
	out.Took, err = out.Again(nil)
	if bad := (*plan.Error)(nil); errors.As(err, &bad) {
		out.Refused, err = bad, nil
	}
	return out, err
}

// MakeOwn draws a file with all of a plan, sealed with the own key where there
// is one, behind a passphrase where one is given.
func (d *desk) MakeOwn(p plan.Plan, passphrase string) (tui.Made, error) {
	dir, err := d.madeDir()
	if err != nil {
		return tui.Made{}, err
	}
	here, err := d.st.Load(p.ID)
	if err != nil {
		return tui.Made{}, err
	}
	var later []plan.Plan
	if p.Revision > here.Revision {
		later = []plan.Plan{p}
	}
	w, err := d.went(p.ID, later...)
	if err != nil {
		return tui.Made{}, err
	}
	e := plan.For(p, d.packFor(p), plan.Self, "").WithAncestors(w.trail)
	now := d.Now()
	data, _, err := report.Render(e, report.Options{Now: now, Words: keyWords})
	if err != nil {
		return tui.Made{}, err
	}
	if _, ok := d.Key(); ok {
		id, err := d.identity()
		if err != nil {
			return tui.Made{}, err
		}
		if data, err = signAs(data, e, signing{role: plan.RoleTeacher, id: id, at: now}); err != nil {
			return tui.Made{}, err
		}
	}
	ext := ".pdf"
	if passphrase != "" {
		ext = ".pdf.age"
		if data, err = seal.WrapPassphrase(data, passphrase, d.KeyWork); err != nil {
			return tui.Made{}, err
		}
	}
	t := templates.NewTexts(p.Language)
	stem := strings.Join([]string{text.FileName(p.Profile.Name), p.Profile.SchoolYear, t.T("cli.name.own"), now.Format(time.DateOnly)}, "-")
	made, err := d.place(dir, stem, ext, data, plan.Dispatch{Packet: plan.Packet{At: plan.At(now)}})
	if err == nil {
		err = d.leave(p)
	}
	return made, err
}
