package cli

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"bekwaam/pdf"
	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/seal"
	"bekwaam/tui"
)

// mostReceived is how many files of a folder are looked at.
const mostReceived = 5000

// Received lists the PDFs in the folders where people keep what they were
// sent, the newest first. A folder that cannot be read has none.
func (d *desk) Received() ([]tui.Received, error) {
	var out []tui.Received
	for _, dir := range d.inboxes() {
		entries, err := os.ReadDir(dir)
		if err != nil {
			continue
		}
		folder := d.shown(dir, d.words())
		for _, e := range entries[:min(len(entries), mostReceived)] {
			if !isReceived(e.Name()) || strings.HasPrefix(e.Name(), ".") {
				continue
			}
			info, err := e.Info()
			if err != nil || !info.Mode().IsRegular() {
				continue
			}
			out = append(out, tui.Received{Path: filepath.Join(dir, e.Name()), Name: clean(e.Name()), Folder: folder, At: info.ModTime()})
		}
	}
	slices.SortStableFunc(out, func(a, b tui.Received) int {
		return cmp.Or(b.At.Compare(a.At), strings.Compare(a.Name, b.Name))
	})
	return out, nil
}

// isReceived reports whether a name is that of a file that people are sent: a
// PDF, or one that was made secret.
func isReceived(name string) bool {
	ext := filepath.Ext(name)
	return strings.EqualFold(ext, ".pdf") || strings.EqualFold(ext, ".age")
}

// inboxes are the folders where what people are sent comes to lie.
func (d *desk) inboxes() []string {
	var out []string
	for _, dir := range []string{d.downloads(), d.documents(), d.madeFiles()} {
		if dir != "" && !slices.Contains(out, dir) {
			out = append(out, dir)
		}
	}
	return out
}

// downloads is the folder for what comes from the network, or "".
func (r *run) downloads() string {
	if home := r.home(); home != "" && r.OS != "windows" && r.OS != "darwin" {
		if dir := userDir(home, r.Env("XDG_CONFIG_HOME"), "DOWNLOAD"); dir != "" {
			return dir
		}
	}
	return below(r.home(), "Downloads")
}

// looked reads a PDF and judges its signatures by the contacts of the store.
func (d *desk) looked(path string) ([]byte, judged, error) {
	data, err := d.contents(path)
	if err != nil {
		return nil, judged{}, err
	}
	trust, err := d.trust("")
	if err != nil {
		return nil, judged{}, err
	}
	j, err := d.judgeBytes(path, data, trust)
	if err != nil {
		return nil, judged{}, unreadableFor(data, err)
	}
	return data, j, nil
}

// Judge reads a PDF and says what holds in it.
func (d *desk) Judge(path string) (tui.Judged, error) {
	path = d.fromHome(path)
	data, j, err := d.looked(path)
	if err != nil {
		return tui.Judged{}, err
	}
	doc, _, err := report.Read(data)
	if err != nil && len(j.Signatures) == 0 {
		return tui.Judged{}, unreadableFor(data, err)
	}
	out := tui.Judged{Path: path, Name: clean(filepath.Base(path)), Sentence: j.Sentence(d), Strange: j.strangers()}
	if err == nil {
		out.HasPlan, out.Teacher, out.Version, out.Audience = true, doc.Profile.Name, doc.WorkingVersion, string(doc.EditionInfo.Audience)
		if k := doc.EditionInfo.Packet; k != nil {
			out.Packet = k.Kind
		}
		out.Match = pagesMatch(data)
		if f, err := pdf.Open(data); err == nil {
			out.Pages = f.PageCount()
		}
	}
	d.describe(&out, j, doc)
	return out, nil
}

// Sentence is what the judgement comes to in the words of the screens.
func (j judged) Sentence(d *desk) string { return j.sentence(d.words()) }

// describe lists who signed, who did so on paper, and who still can.
func (d *desk) describe(out *tui.Judged, j judged, doc plan.Plan) {
	t := d.words()
	for _, x := range j.Signatures {
		s := tui.JudgedSignature{Role: roleWord(t, x.Role), Name: or(x.Name), Says: x.Statement, At: x.Time.Time(), Remarks: x.remarks(t), Known: string(x.Key),
			Holds: x.Alone == seal.Trusted || x.Alone == seal.Untrusted, Fingerprint: x.Fingerprint, Words: x.Words}
		out.Signed = append(out.Signed, s)
	}
	for _, x := range doc.Signatures {
		if x.Status == plan.OnPaper {
			out.Signed = append(out.Signed, tui.JudgedSignature{Role: roleWord(t, x.Role), Name: clean(x.Name), At: time.Date(x.Date.Year, time.Month(x.Date.Month), x.Date.Day, 12, 0, 0, 0, d.Now().Location()), Paper: true})
		}
	}
	for _, field := range j.Empty {
		role := tui.SignRole{ID: roleOf(field), Word: roleWord(t, roleOf(field))}
		if doc.EditionInfo != nil {
			e := plan.Edition{Plan: doc, Info: *doc.EditionInfo}
			role.Says = clean(e.Word("statement", role.ID))
		}
		out.Empty = append(out.Empty, role)
		if role.ID == plan.RoleTeacher || out.Audience != string(plan.Board) {
			continue // teachers sign from their own plan
		}
		if _, err := d.fieldFor(out.Path, role.ID, j.report); err == nil {
			out.CanSign = append(out.CanSign, role)
		}
	}
}

// fromHome takes a path as a person may type it, from their own folder on.
func (d *desk) fromHome(path string) string {
	if rest, ok := strings.CutPrefix(path, "~"+string(filepath.Separator)); ok {
		return below(d.home(), rest)
	}
	return path
}

// unreadableFor says why there is no judgement on a file.
func unreadableFor(data []byte, err error) tui.Unreadable {
	switch {
	case !looksLikePDF(data):
		return tui.FileOther
	case errors.Is(err, pdf.ErrEncrypted):
		return tui.FileEncrypted
	case errors.Is(err, report.ErrNoData), errors.Is(err, pdf.ErrXrefStream):
		return tui.FileOther
	case plan.Code(err) == plan.CodeNewer:
		return tui.FileNewer
	}
	return tui.FileBroken
}

// Pin remembers a key in a file whose words were compared.
func (d *desk) Pin(path, fingerprint string, replace bool) error {
	return d.meet(path, fingerprint, replace, true)
}

// Meet remembers a key in a file whose words nobody compared yet.
func (d *desk) Meet(path, fingerprint string) error { return d.meet(path, fingerprint, false, false) }

func (d *desk) meet(path, fingerprint string, replace, compared bool) error {
	data, err := d.contents(d.fromHome(path))
	if err != nil {
		return err
	}
	rep, err := seal.Verify(data, seal.Trust{Now: d.Now()})
	if err != nil {
		return err
	}
	for _, x := range rep.Signatures {
		if x.Certificate != nil && x.Fingerprint == fingerprint && (x.Alone == seal.Trusted || x.Alone == seal.Untrusted) {
			_, err := d.pinned(x.Certificate, strings.TrimSpace(clean(first(x.Name, x.Signer))), replace, compared)
			return err
		}
	}
	return seal.ErrNoContact
}

// SignAs fills the field of a role in a file with the own key, in a new file
// in the folder of made files: the file that came stays as it was.
func (d *desk) SignAs(path, role string) (tui.Made, error) {
	data, err := d.contents(path)
	if err != nil {
		return tui.Made{}, err
	}
	doc, field, _, err := d.toSign(path, data, role)
	if err != nil {
		return tui.Made{}, err
	}
	id, err := d.identity()
	if err != nil {
		return tui.Made{}, err
	}
	now := d.Now()
	out, err := signAs(data, plan.Edition{Plan: doc, Info: *doc.EditionInfo}, signing{role: role, field: field, id: id, at: now})
	if err != nil {
		return tui.Made{}, err
	}
	dir := d.madeFiles()
	if dir == "" {
		return tui.Made{}, os.ErrNotExist
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return tui.Made{}, err
	}
	to := freePath(dir, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))+"-"+role, doc.WorkingVersion)
	if err := d.writeFile(to, out, nil); err != nil {
		return tui.Made{}, err
	}
	return tui.Made{File: to, Shown: d.shown(to, d.words()), At: now}, nil
}
