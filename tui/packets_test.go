package tui

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"time"

	"bekwaam/plan"
	"bekwaam/text"
)

// packets is what the desk of a test does with files between teacher and
// coach: it makes real packets and keeps them in memory.
type packets struct {
	made    []plan.Dispatch
	docs    map[string]plan.Plan
	me      plan.Party
	refused error
	met     []string
	noDir   bool
	full    bool                   // there is no room for a file
	written map[string][]plan.Note // comments in a copy, by path
	as      []Wrapping             // how each file was made
	people  map[string]Contact     // whose keys are known, by name
}

func (w *desk) Comments(path string, p plan.Plan) (plan.Change, []plan.Note, bool, error) {
	list, ok := w.packets.written[path]
	if !ok {
		return plan.Change{}, nil, false, nil
	}
	c, err := plan.TakeComments(p, plan.Actor{Name: p.Profile.Name, At: fixed()}, list)
	if plan.Code(err) == plan.CodeNothing {
		return plan.Change{}, list, true, nil
	}
	return c, list, true, err
}

func (w *desk) ConfirmWithKey(p plan.Plan, c plan.Confirmation, path, pass string) (plan.Confirmation, error) {
	if path != "/x/ilse.p12" || pass != "geheim" {
		return c, ErrPassphrase
	}
	c.By, c.Key, c.Proof = ilse.Name, ilse.Key, "cHJvb2Y="
	return c, nil
}

func (w *desk) Packet(p plan.Plan, to string) (Packed, error) {
	if w.fail != nil {
		return Packed{}, w.fail
	}
	if w.packets.noDir {
		return Packed{}, fs.ErrNotExist
	}
	party := plan.Party{Name: to}
	if d, ok := p.MadeNow(party); ok && d.Withdrawn == "" {
		return Packed{Dispatch: d, Write: func(as Wrapping) (Made, error) { return w.placed(d, as) }}, nil
	}
	c, d, err := plan.Submit(p, nil, plan.Actor{Name: p.Profile.Name, At: fixed()}, plan.Party{Name: p.Profile.Name, Key: "own"}, party)
	return Packed{Change: c, Dispatch: d, Write: func(as Wrapping) (Made, error) { return w.placed(d, as) }}, err
}

func (w *desk) placed(d plan.Dispatch, as Wrapping) (Made, error) {
	if w.packets.noDir || w.packets.full {
		return Made{}, os.ErrNotExist
	}
	w.packets.made = append(w.packets.made, d)
	w.packets.as = append(w.packets.as, as)
	name, secret := "Noor-Bakker-2026-2027-v"+itoa(d.Packet.Version)+"-coach.pdf", ""
	switch {
	case as.Contact:
		name, secret = name+".age", SecretContact
	case as.Passphrase != "":
		name, secret = name+".age", SecretPass
	}
	return Made{Secret: secret, File: "/x/" + name, Shown: "Documenten › bekwaam › " + name, At: d.Packet.At.Time(), Version: d.Packet.Version}, nil
}

func (w *desk) Remake(p plan.Plan, d plan.Dispatch, as Wrapping) (Made, error) {
	return w.placed(d, as)
}

func (w *desk) Contact(to plan.Party) (Contact, bool) {
	c, ok := w.packets.people[to.Name]
	return c, ok
}

func (w *desk) Arrive(path string, p plan.Plan) (Arrived, error) {
	doc, ok := w.packets.docs[path]
	if !ok {
		return Arrived{}, FileMissing
	}
	j := w.tray.judged[path]
	a := Arrived{Path: path, Name: j.Name, Packet: *doc.EditionInfo.Packet, Teacher: doc.Profile.Name, Sealed: len(j.Signed) > 0}
	signer := ""
	if a.Sealed {
		a.From, a.Known, signer = j.Signed[0].Name, j.Signed[0].Known, j.Signed[0].Fingerprint
		if a.Known == "known" {
			a.Checked = fixed()
		}
	}
	var err error
	by := plan.Actor{Name: p.Profile.Name, At: fixed()}
	if a.Packet.Kind == plan.PacketReturn {
		a.Plan = p
		a.Arrival, err = plan.TakeReturn(p, doc, nil, plan.Party{Name: p.Profile.Name, Key: "own"}, signer, by)
	} else {
		a.Arrival, err = plan.TakePlan(nil, doc, w.packets.me, signer, by)
	}
	for _, d := range p.Sent {
		a.Own = a.Own || d.Package == doc.EditionInfo.Package
	}
	a.Refused = w.packets.refused
	if err != nil {
		a.Refused = err
	}
	return a, nil
}

// sentTo makes the packet for Ilse Vermeer of the plan in hand, as step 7
// does, and returns the edition that it holds.
func sentTo(t testing.TB, d *driver) plan.Plan {
	t.Helper()
	c, x, err := plan.Submit(d.m.plan, d.m.pack(), plan.Actor{Name: "Noor Bakker", At: fixed()}, plan.Party{Name: "Noor Bakker", Key: "own"}, plan.Party{Name: "Ilse Vermeer"})
	if err != nil {
		t.Fatal(err)
	}
	d.run(d.m.commit(c))
	e, ok := plan.Reissue(d.m.plan, d.m.pack(), x)
	if !ok {
		t.Fatal("the packet cannot be made again")
	}
	return e.Document()
}

var ilse = plan.Party{Name: "Ilse Vermeer", Key: "ilse"}

// answerTo is what Ilse Vermeer gives back to a packet.
func answerTo(t testing.TB, doc plan.Plan, outcome, reason string, notes ...plan.Note) plan.Plan {
	t.Helper()
	return answerOf(t, ilse, doc, outcome, reason, notes...)
}

func answerOf(t testing.TB, coach plan.Party, doc plan.Plan, outcome, reason string, notes ...plan.Note) plan.Plan {
	t.Helper()
	by := plan.Actor{Name: coach.Name, At: time.Date(2026, 10, 15, 14, 20, 0, 0, time.UTC)}
	a, err := plan.TakePlan(nil, doc, coach, "own", by)
	if err != nil {
		t.Fatal(err)
	}
	p := a.Change.Plan
	for i, n := range notes {
		n.ID, n.By, n.Key, n.At = "n"+itoa(i+1), coach.Name, coach.Key, plan.At(by.At)
		c, err := plan.AddNote(p, n)
		if err != nil {
			t.Fatal(err)
		}
		p = c.Plan
	}
	p.Revision++
	c, d, err := plan.CloseReview(p, nil, by, coach, a.Packet.From, outcome, reason)
	if err != nil {
		t.Fatal(err)
	}
	p = c.Plan
	p.Revision++
	e, ok := plan.Reissue(p, nil, d)
	if !ok {
		t.Fatal("the answer cannot be made again")
	}
	return e.Document()
}

// arrives puts a file into the folder, sealed by a key that is known so well.
func arrives(d *driver, doc plan.Plan, known string) {
	w := d.m.deps.Work.(*desk)
	k := doc.EditionInfo.Packet
	j := Judged{Path: "/x/terug.pdf", Name: "Noor-Bakker-2026-2027-v1-terug.pdf", Teacher: doc.Profile.Name, HasPlan: true, Audience: "coach", Packet: k.Kind, Sentence: "In orde."}
	if known != "" {
		j.Signed = []JudgedSignature{{Role: "seal", Name: k.From.Name, At: k.At.Time(), Holds: true, Known: known, Fingerprint: k.From.Key, Words: strings.Fields("beker zomer ladder kersen molen egel")}}
	}
	w.tray.files = []Received{{Path: j.Path, Name: j.Name, Folder: "Downloads", At: time.Date(2026, 10, 15, 16, 31, 0, 0, time.UTC)}}
	w.tray.judged = map[string]Judged{j.Path: j}
	w.packets.docs = map[string]plan.Plan{j.Path: doc}
}

// fiveNotes are the notes of Ilse Vermeer.
func fiveNotes() []plan.Note {
	return []plan.Note{
		{Kind: plan.NoteStrength, About: "d1", Text: "Je telt af met je hand en wacht. Bij alle groepjes werd het stil."},
		{Kind: plan.NoteQuestion, About: "d1", Text: "Bij welke overgang verlies je de meeste tijd?"},
		{Kind: plan.NoteSuggestion, About: "d2", Text: "Probeer wisbordjes bij drie sommen en kijk eerst naar de stille tafels."},
		{Kind: plan.NoteQuestion, About: "plan", Text: "Welk doel mag wachten tot volgend jaar?"},
		{Kind: plan.NoteAgreement, About: "a1", Text: "Ik kom kijken bij de rekenles.", Due: text.Date{Year: 2026, Month: 11, Day: 17}},
	}
}

// withAnswer is a program at home, with an answer of the coach in the folder.
func withAnswer(t testing.TB, known, outcome string) *driver {
	t.Helper()
	d := withNoor(t)
	doc := sentTo(t, d)
	arrives(d, answerTo(t, doc, outcome, "Mooi begin. Zullen we samen kiezen wat kan wachten?", fiveNotes()...), known)
	d.keys("esc esc")
	d.on("S04")
	return d
}

func (w *desk) Meet(path, print string) error {
	if w.fail != nil {
		return w.fail
	}
	w.packets.met = append(w.packets.met, print)
	j := w.tray.judged[path]
	for i := range j.Signed {
		j.Signed[i].Known = "unchecked"
	}
	w.tray.judged[path] = j
	return nil
}
