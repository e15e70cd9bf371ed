package cli

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/seal"
	"bekwaam/templates"
	"bekwaam/text"
	"bekwaam/tui"
)

// Packet draws and seals the teacher's file for somebody. Nothing is recorded
// or written yet.
func (d *desk) Packet(p plan.Plan, to string) (tui.Packed, error) {
	party, err := d.party(to)
	if err != nil {
		return tui.Packed{}, err
	}
	dir, err := d.madeDir()
	if err != nil {
		return tui.Packed{}, err
	}
	c, made, e, err := d.coachPacket(p, party, plan.Actor{Name: p.Profile.Name, At: d.Now()})
	if err != nil {
		return tui.Packed{}, err
	}
	data, _, err := d.packetFile(e, plan.RoleTeacher, d.identity)
	if err != nil {
		return tui.Packed{}, err
	}
	return tui.Packed{Change: c, Dispatch: made, Write: d.placing(dir, packetName(e.Plan, made.Packet, p), data, made)}, nil
}

// Return draws and seals the coach's answer. Nothing is recorded or written
// yet.
func (d *desk) Return(p plan.Plan, outcome, reason string) (tui.Packed, error) {
	dir, err := d.madeDir()
	if err != nil {
		return tui.Packed{}, err
	}
	c, made, e, err := d.returnPacket(p, outcome, reason)
	if err != nil {
		return tui.Packed{}, err
	}
	data, _, err := d.packetFile(e, plan.RoleCoach, d.identity)
	if err != nil {
		return tui.Packed{}, err
	}
	return tui.Packed{Change: c, Dispatch: made, Write: d.placing(dir, packetName(e.Plan, made.Packet, p), data, made)}, nil
}

// Remake writes the file of a packet once more: the same bytes, unless the
// key is another one now or the file is secret.
func (d *desk) Remake(p plan.Plan, made plan.Dispatch, w tui.Wrapping) (tui.Made, error) {
	then, err := d.st.LoadRevision(p.ID, made.Revision)
	if err != nil {
		return tui.Made{}, err
	}
	e, ok := plan.Reissue(then, d.packFor(then), made)
	if !ok {
		return tui.Made{}, errReissue
	}
	dir, err := d.madeDir()
	if err != nil {
		return tui.Made{}, err
	}
	role := plan.RoleTeacher
	if made.Packet.Kind == plan.PacketReturn {
		role = plan.RoleCoach
	}
	data, _, err := d.packetFile(e, role, d.identity)
	if err != nil {
		return tui.Made{}, err
	}
	return d.placing(dir, packetName(e.Plan, made.Packet, p), data, made)(w)
}

// madeDir is the folder of made files, which is made where it is not there.
func (d *desk) madeDir() (string, error) {
	dir := d.madeFiles()
	if dir == "" {
		return "", os.ErrNotExist
	}
	return dir, os.MkdirAll(dir, 0o700)
}

// place writes the file of a packet under a name of its own. The same file
// that lies there already is left as it is.
func (d *desk) place(dir, stem, ext string, data []byte, made plan.Dispatch) (tui.Made, error) {
	for i := 1; ; i++ {
		path := filepath.Join(dir, stem+ext)
		if i > 1 {
			path = filepath.Join(dir, stem+"-"+itoa(i)+ext)
		}
		old, err := os.ReadFile(path)
		switch {
		case errors.Is(err, os.ErrNotExist):
			if err := d.writeFile(path, data, nil); err != nil {
				return tui.Made{}, err
			}
		case err != nil || !bytes.Equal(old, data):
			continue
		}
		return tui.Made{File: path, Shown: d.shown(path, d.words()), At: made.Packet.At.Time().In(d.Now().Location()), Version: made.Packet.Version}, nil
	}
}

// packetName is what the file of a packet is called, without its extension:
// Noor-Bakker-2026-2027-v1-coach, -v1-terug, or with the name of another
// reader than the coach.
func packetName(p plan.Plan, k plan.Packet, whole plan.Plan) string {
	t := templates.NewTexts(p.Language)
	word := t.T("cli.name.coach")
	switch coach := whole.Profile.Coach; {
	case k.Kind == plan.PacketReturn:
		word = t.T("cli.name.back")
	case coach == nil || !k.To.Is(plan.Party{Name: coach.Name}):
		word = text.FileName(k.To.Name)
	}
	return strings.Join([]string{text.FileName(p.Profile.Name), p.Profile.SchoolYear, "v" + itoa(k.Version), word}, "-")
}

// Arrive works out what a file between teacher and coach would bring. inHand
// is the plan that is open, which may be newer than the one in the store.
func (d *desk) Arrive(path string, inHand plan.Plan) (tui.Arrived, error) {
	path = d.fromHome(path)
	data, j, err := d.looked(path)
	if err != nil {
		return tui.Arrived{}, err
	}
	doc, _, err := report.Read(data)
	if err != nil {
		return tui.Arrived{}, unreadableFor(data, err)
	}
	if doc.EditionInfo == nil || doc.EditionInfo.Packet == nil {
		return tui.Arrived{}, tui.FileOther
	}
	out := tui.Arrived{Path: path, Name: clean(filepath.Base(path)), Packet: *doc.EditionInfo.Packet, Teacher: doc.Profile.Name, Sealed: len(j.Signatures) > 0}
	if out.Sealed {
		out.Known, out.From, out.Checked = string(j.Signatures[0].Key), j.Signatures[0].Name, d.compared(j.Signatures[0].Fingerprint)
	}
	if j.Status != seal.Trusted && j.Status != seal.Untrusted && j.Status != seal.Unsigned {
		out.Refused = &plan.Error{Code: tui.CodeAltered, Args: []string{out.From}}
		return out, nil
	}
	var here *plan.Plan
	if inHand.ID == doc.ID {
		here = &inHand
	}
	a, old, err := d.arrival(doc, sealedBy(j.report), here)
	if old != nil {
		out.Plan = *old
	}
	switch bad := (*plan.Error)(nil); {
	case errors.As(err, &bad):
		out.Refused = bad
	case err != nil:
		return tui.Arrived{}, err
	}
	if old != nil && out.Packet.Kind == plan.PacketPlan {
		for _, x := range old.Sent {
			out.Own = out.Own || x.Package == doc.EditionInfo.Package
		}
	}
	out.Arrival = a
	return out, nil
}

// compared is when the words of a key were compared, zero where they were
// not.
func (d *desk) compared(fingerprint string) time.Time {
	list, err := d.contacts()
	if err != nil {
		return time.Time{}
	}
	c, _ := list.Key(fingerprint)
	if c.Checked.IsZero() {
		return time.Time{}
	}
	return c.Checked.In(d.Now().Location())
}
