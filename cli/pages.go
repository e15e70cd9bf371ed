package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/templates"
	"bekwaam/text"
	"bekwaam/tui"
)

// board returns the edition that the board gets, or one of several employers.
func (d *desk) board(p plan.Plan, employer string) (plan.Edition, error) {
	if err := plan.CheckEmployer(p, d.packFor(p), plan.Board, employer); err != nil {
		return plan.Edition{}, err
	}
	return plan.For(p, d.packFor(p), plan.Board, employer), nil
}

// Pages counts the pages of the board's edition, and says what they lack.
func (d *desk) Pages(p plan.Plan, employer string) (int, string, error) {
	e, err := d.board(p, employer)
	if err != nil {
		return 0, "", err
	}
	_, rep, err := report.Render(e, report.Options{Now: d.Now(), Words: keyWords})
	return rep.Pages, lacking(rep), err
}

// lacking are the characters that no font of the PDF has, apart by spaces.
func lacking(rep report.Report) string {
	var out []string
	for _, r := range rep.Replaced {
		out = append(out, clean(string(r)))
	}
	return strings.Join(out, " ")
}

// Preview writes the board's edition, marked as a proof, and opens it.
func (d *desk) Preview(p plan.Plan, employer string) (string, error) {
	e, err := d.board(p, employer)
	if err != nil {
		return "", err
	}
	data, _, err := report.Render(e, report.Options{Now: d.Now(), Proof: true, Words: keyWords})
	if err != nil {
		return "", err
	}
	dir, err := d.proofFolder()
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, fileName(p, employer, "cli.name.proof")+".pdf")
	if err := d.writeFile(path, data, nil); err != nil {
		return "", err
	}
	if err := d.Open(path); err != nil {
		return path, err // the proof is there all the same
	}
	return filepath.Base(path), nil
}

// proofFolder makes a folder of the person alone for what is only looked at.
func (d *desk) proofFolder() (string, error) { return d.passingFolder(d.proofs() + "*") }

// proofs is how the temporary folders with proofs of this store begin.
func (d *desk) proofs() string {
	sum := sha256.Sum256([]byte(d.st.Dir()))
	return "bekwaam-" + hex.EncodeToString(sum[:4]) + "-"
}

// forgetProofs erases the proofs, and texts of an editor, also those that an
// earlier run could not because a reader held them open. It returns how many
// are still held.
func (d *desk) forgetProofs() (held int) {
	for _, root := range d.passingRoots() {
		dirs, _ := filepath.Glob(filepath.Join(root, d.proofs()+"*"))
		for _, dir := range dirs {
			if os.RemoveAll(dir) != nil { // the next start tries again
				held++
			}
		}
	}
	return held
}

// fileName is what the board's file is called, without its extension, in the
// language of the plan: Noor-Bakker-2026-2027-bestuur, and behind it the name
// of one of several employers. extra is the id of one more word, or "".
func fileName(p plan.Plan, employer, extra string) string {
	t := templates.NewTexts(p.Language)
	name := strings.Join([]string{text.FileName(p.Profile.Name), p.Profile.SchoolYear, t.T("cli.name.board")}, "-")
	for _, e := range p.Profile.Employers {
		if who := text.FileName(first(e.School, e.Board)); e.ID == employer && who != "" {
			name += "-" + who
		}
	}
	if extra != "" {
		name += "-" + t.T(extra)
	}
	return name
}

// Sign freezes the plan, draws the board's edition, signs it and writes it to
// the folder of made files. The change is for the screens to record; there is
// none for the file of a further employer, of a version that is signed.
func (d *desk) Sign(p plan.Plan, by plan.Actor, employer string) (tui.Signed, error) {
	id, err := d.identity()
	if err != nil {
		return tui.Signed{}, err
	}
	var c plan.Change
	recorded := p
	if again := employer != "" && p.SignedVersion() == p.WorkingVersion; !again {
		if c, err = plan.Sign(p, by, id.Fingerprint()); err != nil {
			return tui.Signed{}, err
		}
		recorded = c.Plan.Clone()
		recorded.Revision++ // as it will stand in the store
	}
	e, err := d.board(recorded, employer)
	if err != nil {
		return tui.Signed{}, err
	}
	drawn, _, err := report.Render(e, report.Options{Now: by.At, Words: keyWords})
	if err != nil {
		return tui.Signed{}, err
	}
	data, err := signAs(drawn, e, signing{role: plan.RoleTeacher, id: id, at: by.At})
	if err != nil {
		return tui.Signed{}, err
	}
	dir := d.madeFiles()
	if dir == "" {
		return tui.Signed{}, errors.New("no folder for documents")
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return tui.Signed{}, err
	}
	path := freePath(dir, fileName(p, employer, ""), p.WorkingVersion)
	if err := d.writeFile(path, data, nil); err != nil {
		return tui.Signed{}, err
	}
	key, _ := d.Key()
	return tui.Signed{Change: c, File: path, Shown: d.shown(path, d.words()), At: by.At, Key: key}, nil
}

// freePath is a name in dir that no file has yet: a signed file is never
// replaced.
func freePath(dir, stem string, version int) string {
	for i := 1; ; i++ {
		name := stem
		switch {
		case i == 2:
			name += "-v" + itoa(version)
		case i > 2:
			name += "-v" + itoa(version) + "-" + itoa(i-1)
		}
		path := filepath.Join(dir, name+".pdf")
		if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
			return path
		}
	}
}
