package plan_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"bekwaam/plan"
)

const (
	joost  = "Joost Oordeelsma"
	fatima = "Fatima Afweger"
)

// A judgingTable has a teacher with a competence file and assessors, each with
// their own copy.
type judgingTable struct {
	*testing.T
	teacher   plan.Plan
	assessors map[string]*plan.Plan
	clock     time.Time
	files     []plan.Plan // every file that an assessor made
}

func party(name string) plan.Party {
	return plan.Party{Name: name, Key: strings.Repeat(strings.ToLower(name[:1]), 64)}
}

func (j *judgingTable) by(name string) plan.Actor {
	j.clock = j.clock.Add(time.Minute)
	return plan.Actor{Name: name, At: j.clock}
}

func newJudgingTable(t *testing.T, names ...string) *judgingTable {
	t.Helper()
	j := &judgingTable{T: t, teacher: starter(t), assessors: map[string]*plan.Plan{}, clock: time.Date(2029, 5, 22, 9, 0, 0, 0, time.UTC)}
	j.teacher.Profile.Assessors = nil
	pack := packOf(t)
	j.do(&j.teacher)(plan.AskAssessors(j.teacher, pack, names...))
	lines := j.teacher.CompetenceFile().Lines
	for i, item := range []string{"b1", "b2", "b3", "o1", j.teacher.Reflections[0].ID, j.teacher.ID} {
		var on []string
		if item != j.teacher.ID {
			on = []string{lines[i%len(lines)].ID, lines[(i+1)%len(lines)].ID}
		}
		j.do(&j.teacher)(plan.AddPiece(j.teacher, pack, j.teacher, item, on...))
	}
	j.do(&j.teacher)(plan.StateCoaching(j.teacher, pack, j.teacher, true))
	c, e, err := plan.MakeFile(j.teacher, pack, j.by(j.teacher.Profile.Name), party("Teacher"))
	j.do(&j.teacher)(c, err)
	for _, name := range names {
		a, err := plan.TakeFile(nil, j.read(e), party(name), party("Teacher").Key, j.by(name))
		if err != nil {
			t.Fatal(err)
		}
		p := a.Change.Plan
		j.assessors[name] = &p
	}
	return j
}

// do takes a change over, or ends the test.
func (j *judgingTable) do(p *plan.Plan) func(plan.Change, error) {
	return func(c plan.Change, err error) {
		j.Helper()
		if err != nil {
			j.Fatal(err)
		}
		*p = c.Plan
		p.Revision++
	}
}

// read reads an edition back as it travels.
func (j *judgingTable) read(e plan.Edition) plan.Plan {
	j.Helper()
	p, _, err := plan.Read(e.Payload())
	if err != nil {
		j.Fatal(err)
	}
	return p
}

var errSealed = errors.New("not what was sealed")

func sealText(payload []byte) (body, hash, secret string, err error) {
	return base64.StdEncoding.EncodeToString(payload), "h" + strconv.Itoa(len(payload)), "key", nil
}

func unsealText(body, hash, secret string) ([]byte, error) {
	data, err := base64.StdEncoding.DecodeString(body)
	if err != nil || hash != "h"+strconv.Itoa(len(data)) || secret != "key" {
		return nil, errSealed
	}
	return data, nil
}

func (j *judgingTable) judge(name, verdict string) {
	j.Helper()
	p := j.assessors[name]
	for i, l := range p.CompetenceFile().Lines {
		v := plan.Shown
		if i == 1 {
			v = verdict
		}
		j.do(p)(plan.JudgeLine(*p, plan.Judgement{Competence: l.ID, Judgement: v, Reason: name + " over regel " + strconv.Itoa(i+1), Source: []string{plan.SourceRead}, Evidence: []string{"b1"}}))
	}
	j.do(p)(plan.AskAtInterview(*p, plan.LineText{Line: p.CompetenceFile().Lines[1].ID, Text: "Hoe koos je? vraagt " + name}))
	j.do(p)(plan.HandIn(*p, j.by(name), party(name), plan.Stating{Independent: true, Training: "assessorentraining"}, sealText))
	j.send(name)
}

func (j *judgingTable) send(name string) plan.Plan {
	j.Helper()
	e, err := plan.JudgingFile(*j.assessors[name], party(name))
	if err != nil {
		j.Fatal(err)
	}
	f := j.read(e)
	j.files = append(j.files, f)
	return f
}

func (j *judgingTable) take(p *plan.Plan, f plan.Plan) {
	j.Helper()
	a, err := plan.TakeJudging(*p, f, f.EditionInfo.Packet.From.Key, j.by("taking"), unsealText)
	if err != nil {
		j.Fatal(err)
	}
	*p = a.Change.Plan
}

// share lets every assessor read the newest file of each other.
func (j *judgingTable) share() {
	for from := range j.assessors {
		f := j.send(from)
		for to := range j.assessors {
			if to != from {
				j.take(j.assessors[to], f)
			}
		}
	}
}

// whole goes the whole way to an advice that holds.
func (j *judgingTable) whole(names ...string) {
	for i, name := range names {
		j.judge(name, []string{plan.Partly, plan.Shown}[min(i, 1)])
	}
	j.share()
	for _, name := range names {
		j.do(j.assessors[name])(plan.OpenJudging(*j.assessors[name], j.by(name), party(name), unsealText))
	}
	j.share()
	first := j.assessors[names[0]]
	line := first.CompetenceFile().Lines[1].ID
	j.do(first)(plan.RecordInterview(*first, j.by(names[0]), party(names[0]), iso("2029-05-20"), names, []plan.LineText{{Line: line, Text: "Ze legde haar keuzes uit."}}))
	j.do(first)(plan.JudgeLine(*first, plan.Judgement{Competence: line, Judgement: plan.Shown, Reason: "Na het gesprek.", Source: []string{plan.SourceHeard}, Evidence: []string{"b2"}}))
	j.do(first)(plan.Revise(*first, j.by(names[0]), party(names[0])))
	for _, l := range first.CompetenceFile().Lines {
		j.do(first)(plan.AdviseLine(*first, plan.Judgement{Competence: l.ID, Judgement: plan.Shown, Reason: "Samen gezien."}, ""))
	}
	j.do(first)(plan.AdviseOverall(*first, plan.AdviceMet, "Zij is er."))
	j.do(first)(plan.Propose(*first, j.by(names[0]), party(names[0])))
	j.share()
	for _, name := range names[1:] {
		j.do(j.assessors[name])(plan.AgreeWith(*j.assessors[name], j.by(name), party(name)))
	}
	j.share()
}

func TestJudgingFromFileToDecision(t *testing.T) {
	j := newJudgingTable(t, joost, fatima)
	if _, err := plan.OpenJudging(*j.assessors[joost], j.by(joost), party(joost), unsealText); plan.Code(err) != plan.CodeNotAllIn || !strings.Contains(err.Error(), fatima) {
		t.Errorf("opened before all are in: %v", err)
	}
	j.whole(joost, fatima)
	for name, p := range j.assessors {
		a := p.Assessment
		if a.Agreed == nil || a.Agreed.Overall != plan.AdviceMet || len(a.Separate) != 3 || a.Separate[1].Follows != a.Separate[0].ID || len(a.Interviews) != 1 {
			t.Fatalf("%s: %+v", name, a)
		}
		l := plan.Compare(*p)[1]
		if l.Differ || len(l.Earlier) != 1 || l.Earlier[0].Judgement.Judgement != plan.Partly || l.By[0].Reason != "Na het gesprek." {
			t.Errorf("%s: after the revision %+v", name, l)
		}
		agenda := plan.InterviewAgenda(*p, name)
		if n := len(agenda[1].Questions); n != 2 || len(agenda[1].Pieces) == 0 {
			t.Errorf("%s: %d questions on the agenda", name, n)
		}
	}
	for _, f := range j.files {
		j.take(&j.teacher, f)
	}
	a := j.teacher.Assessment
	if a.Agreed == nil || len(a.Separate) != 3 || len(a.Sealed) != 2 {
		t.Fatalf("the teacher: %+v", a)
	}
	words := "Mee eens.\n\nBehalve regel twee:  ik zie dat anders."
	j.do(&j.teacher)(plan.React(j.teacher, j.by("Noor"), "k", words))
	if got := j.teacher.Assessment.Reactions[0].Text; got != words {
		t.Errorf("the reaction became %q", got)
	}

	// The board decides in its copy; from that day the lines that hold until the phase end.
	board := j.read(plan.For(j.teacher, packOf(t), plan.Board, ""))
	if n := len(board.Assessment.Reactions); n != 1 || board.Assessment.Reactions[0].Text != words {
		t.Errorf("%d reactions went along", n)
	}
	d := plan.PhaseRecorded{Phase: "basis", Date: iso("2027-01-31"), By: board.Profile.Board, Reason: "Wij volgen het advies.", Key: party("Board").Key}
	j.do(&board)(plan.Decide(board, j.by("Marijke"), d))
	e, err := plan.DecisionFile(board, party("Board"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []*plan.Plan{&j.teacher, j.assessors[joost]} {
		arrived, err := plan.TakeDecision(*p, j.read(e), party("Board").Key, j.by("x"))
		if err != nil {
			t.Fatal(err)
		}
		*p = arrived.Change.Plan
		if again, err := plan.TakeDecision(*p, j.read(e), party("Board").Key, j.by("x")); err != nil || again.Already == nil {
			t.Errorf("a second time: %v", err)
		}
		if got := p.Assessment.Decision; got.Reason != d.Reason || got.RecordedBy != "Marijke" {
			t.Errorf("decision %+v", got)
		}
	}
	before, after := j.teacher.Clone(), j.teacher
	before.Assessment.Decision = nil
	before.Profile.PhaseRecorded, after.Profile.PhaseRecorded = nil, nil
	for i := range after.EntitlementLines {
		after.EntitlementLines[i].HoldsUntilPhase, before.EntitlementLines[i].HoldsUntilPhase = "basis", "basis"
	}
	if was, now := plan.Reckon(before, nil).Hours.Lines[0].Available, plan.Reckon(after, nil).Hours.Lines[0].Available; now >= was {
		t.Errorf("available %s before the decision, %s after", was, now)
	}
	if _, err := plan.React(j.teacher, j.by("Noor"), "", "Nog iets."); plan.Code(err) != plan.CodeClosed {
		t.Errorf("a reaction after the decision: %v", err)
	}
}

// Whatever order files come in, and how often, the end is the same.
func TestJudgingFilesInAnyOrder(t *testing.T) {
	for _, names := range [][]string{{joost, fatima}, {joost, fatima, "Bram Derde"}} {
		j := newJudgingTable(t, names...)
		fresh, start := j.teacher.Clone(), map[string]plan.Plan{}
		for name, p := range j.assessors {
			start[name] = p.Clone()
		}
		j.whole(names...)
		want := j.teacher.Clone()
		for _, f := range j.files {
			j.take(&want, f)
		}
		if want.Assessment.Agreed == nil {
			t.Fatal("no advice")
		}
		r := rand.New(rand.NewPCG(7, uint64(len(names))))
		for range 40 {
			files := slices.Concat(j.files, j.files[:r.IntN(len(j.files))])
			r.Shuffle(len(files), func(a, b int) { files[a], files[b] = files[b], files[a] })
			p := fresh.Clone()
			for _, f := range files {
				j.take(&p, f)
			}
			if got := plan.WriteJSON(plan.Plan{Assessment: p.Assessment}); !bytes.Equal(got, plan.WriteJSON(plan.Plan{Assessment: want.Assessment})) {
				t.Fatalf("another order, another end:\n%s", got)
			}
		}
	}
}

func TestFileQuestionsAndLostFiles(t *testing.T) {
	j := newJudgingTable(t, joost, fatima)
	f := j.teacher.CompetenceFile()
	asked := map[string]bool{}
	for _, q := range plan.FileQuestions(j.teacher, iso("2029-05-22")) {
		asked[q.Ask] = true
	}
	if !asked[plan.AskCurrency] {
		t.Errorf("evidence of years ago is not asked about: %v", asked)
	}
	x := f.Pieces[0]
	x.File = &plan.EvidenceFile{Name: "a.pdf", Hash: strings.Repeat("a", 64)}
	f.Pieces[0] = x
	lost := f.LostOnLines(func(hash string) bool { return hash == x.File.Hash })
	if len(lost) != len(x.Lines) || lost[x.Lines[0]][0].ID != x.ID {
		t.Errorf("lost files: %v", lost)
	}
	film := j.teacher.Evidence[0]
	film.File = &plan.EvidenceFile{Name: "les.MP4", Hash: strings.Repeat("b", 64)}
	j.teacher.Evidence[0] = film
	j.do(&j.teacher)(plan.AddPiece(j.teacher, packOf(t), j.teacher, film.ID))
	if p, _ := j.teacher.CompetenceFile().Piece(film.ID); !p.Home {
		t.Error("a film does not stay at home")
	}
	if len(j.teacher.CompetenceFile().Pieces) != len(f.Pieces) {
		t.Error("a piece that was put in anew stands there twice")
	}
	if now := plan.PieceNow(j.teacher, packOf(t), j.teacher.CompetenceFile().Pieces[1]); now != "" {
		t.Errorf("unchanged piece: %q", now)
	}
	j.teacher.Evidence[1].Note = "anders"
	if now := plan.PieceNow(j.teacher, packOf(t), j.teacher.CompetenceFile().Pieces[1]); now != plan.PieceChanged {
		t.Errorf("changed piece: %q", now)
	}
	j.do(&j.teacher)(plan.TakeOutPiece(j.teacher, packOf(t), film.ID))
	if _, err := plan.TakeOutPiece(j.teacher, packOf(t), film.ID); plan.Code(err) != plan.CodeUnknown {
		t.Errorf("a piece that is not there: %v", err)
	}
	flemish := j.teacher.Clone()
	flemish.Assessment, flemish.Profile.Framework = nil, "vl"
	if _, err := plan.AddPiece(flemish, packOf(t), flemish, "b2"); plan.Code(err) != plan.CodeNotOffered {
		t.Errorf("in Flanders: %v", err)
	}
}

// Made again of an unchanged file, it is the same edition; with another piece
// it is another.
func TestMakingTheFileAgain(t *testing.T) {
	j := newJudgingTable(t, joost, fatima)
	c, e, err := plan.MakeFile(j.teacher, packOf(t), j.by("x"), party("Teacher"))
	if err != nil || !c.Same(j.teacher) || e.Info.Package != j.teacher.JudgedPackage() {
		t.Errorf("unchanged: %v, %s", err, e.Info.Package)
	}
	was := j.teacher.JudgedPackage()
	j.do(&j.teacher)(plan.TakeOutPiece(j.teacher, packOf(t), "b3"))
	if c, e, err = plan.MakeFile(j.teacher, packOf(t), j.by("x"), party("Teacher")); err != nil || e.Info.Package == was {
		t.Errorf("changed: %v", err)
	}
	a, err := plan.TakeFile(j.assessors[joost], j.read(e), party(joost), party("Teacher").Key, j.by(joost))
	if err != nil || len(a.Change.Plan.CompetenceFile().Pieces) != len(c.Plan.CompetenceFile().Pieces) {
		t.Errorf("the newer file: %v", err)
	}
	j.judge(joost, plan.Shown)
	if _, err := plan.TakeFile(j.assessors[joost], j.read(e), party(joost), party("Teacher").Key, j.by(joost)); plan.Code(err) != plan.CodeHandedIn {
		t.Errorf("a newer file after handing in: %v", err)
	}
	coach := j.read(plan.For(j.teacher, packOf(t), plan.Coach, ""))
	if _, err := plan.TakeFile(&coach, j.read(e), party("Wil Denkbeeld"), party("Teacher").Key, j.by("Wil")); plan.Code(err) != plan.CodeGuided {
		t.Errorf("by the coach: %v", err)
	}
	if _, err := plan.AskAssessors(j.teacher, packOf(t), joost, j.teacher.Profile.Coach.Name); plan.Code(err) != plan.CodeGuided {
		t.Errorf("the coach as an assessor: %v", err)
	}
	j.do(&j.teacher)(plan.AskAssessors(j.teacher, packOf(t), joost))
	if _, _, err := plan.MakeFile(j.teacher, packOf(t), j.by("x"), party("Teacher")); plan.Code(err) != plan.CodeAssessors {
		t.Errorf("one assessor: %v", err)
	}
}
