package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/store"
	"bekwaam/text"
)

type noteFlags struct {
	on, kind, text, date, said string
}

// noteKinds are the names of the kinds of a note on the command line.
var noteKinds = map[string]string{"strength": plan.NoteStrength, "question": plan.NoteQuestion, "suggestion": plan.NoteSuggestion,
	"agreement": plan.NoteAgreement}

func (r *run) noteCommand() *cobra.Command {
	var flags noteFlags
	cmd := r.withJSON(r.command("note PLAN --on ITEM --kind sterkte|vraag|suggestie|afspraak --text T [--date D] [--said-by NAME] [--json]", "note", 1, 1, func(args []string) error {
		if known, ok := noteKinds[flags.kind]; ok {
			flags.kind = known
		}
		if err := r.choice("--kind", flags.kind, plan.NoteKinds...); err != nil {
			return err
		}
		return r.withPlan(args, func(s *session, p plan.Plan) error { return s.writeNote(p, flags) })
	}))
	cmd.Flags().StringVar(&flags.on, "on", "", r.t.T("cli.flag.on"))
	cmd.Flags().StringVar(&flags.kind, "kind", "", r.t.T("cli.flag.kind"))
	cmd.Flags().StringVar(&flags.text, "text", "", r.t.T("cli.flag.text"))
	cmd.Flags().StringVar(&flags.date, "date", "", r.t.T("cli.flag.date"))
	cmd.Flags().StringVar(&flags.said, "said-by", "", r.t.T("cli.flag.said-by"))
	return cmd
}

// typedText is a text from the command line as it may be kept.
func typedText(s string) string {
	s, _ = text.Text(s, longText)
	return strings.TrimSpace(s)
}

// noted is a note as it was written.
type noted struct {
	Note     string `json:"note"`
	Item     string `json:"item"`
	ItemHash string `json:"item_hash"`
}

func (s *session) writeNote(p plan.Plan, flags noteFlags) error {
	n := plan.Note{ID: s.st.NewID(), Kind: flags.kind, About: clean(flags.on), Text: typedText(flags.text), At: plan.At(s.Now()),
		Date: s.today()}
	if flags.date != "" {
		d, err := text.ParseDate(flags.date, s.today(), p.Profile.SchoolYear)
		if err != nil {
			return s.misuse("cli.err.flag-value", "Flag", "--date", "Value", flags.date, "Command", "bekwaam note")
		}
		n.Due = d
	}
	if p.EditionInfo != nil && p.EditionInfo.Packet != nil {
		me, err := s.me(p.EditionInfo.Packet.To.Name)
		if err != nil {
			return err
		}
		n.By, n.Key = me.Name, me.Key
	}
	by := plan.Actor{Name: n.By, At: s.Now()}
	var c plan.Change
	var err error
	if flags.said != "" {
		n.By, by.Name = clean(flags.said), p.Profile.Name
		c, err = plan.WriteDown(p, by, n)
	} else {
		c, err = plan.AddNote(p, n)
	}
	if err := s.recorded(c, err, by); err != nil {
		return err
	}
	hash, _ := plan.ContentHash(p, n.About)
	if s.json {
		return s.printJSON(noted{n.ID, n.About, hash})
	}
	s.print("%s", s.t.T("cli.note.done", "Note", n.ID))
	return nil
}

type answerFlags struct {
	accept, aside bool
	text          string
}

func (r *run) answerCommand() *cobra.Command {
	var flags answerFlags
	cmd := r.withJSON(r.command("answer NOTE [--accept|--set-aside] [--text T] [--json]", "answer", 1, 1, func(args []string) error {
		if flags.accept && flags.aside || !flags.accept && !flags.aside && flags.text == "" {
			return r.misuse("cli.err.answer")
		}
		return r.withStore(func(s *session) error { return s.answer(clean(args[0]), flags) })
	}))
	cmd.Flags().BoolVar(&flags.accept, "accept", false, r.t.T("cli.flag.accept"))
	cmd.Flags().BoolVar(&flags.aside, "set-aside", false, r.t.T("cli.flag.set-aside"))
	cmd.Flags().StringVar(&flags.text, "text", "", r.t.T("cli.flag.text"))
	return cmd
}

// answered is a note after its answer.
type answered struct {
	Note  string `json:"note"`
	State string `json:"state"`
}

// answer finds the note in one's own plans, the one that changed last first.
func (s *session) answer(note string, flags answerFlags) error {
	p, ok, err := s.planWithNote(note)
	if err != nil {
		return err
	}
	if !ok {
		return s.refuse("cli.err.no-note", "Note", note)
	}
	a := plan.Answer{ID: s.st.NewID(), Note: note, Text: typedText(flags.text), By: p.Profile.Name, At: plan.At(s.Now()), State: plan.NoteAnswered}
	switch {
	case flags.accept:
		a.State, a.Made = plan.NoteAccepted, s.st.NewID()
	case flags.aside:
		a.State = plan.NoteSetAside
	}
	c, err := plan.AnswerNote(p, a)
	if err := s.recorded(c, err, plan.Actor{Name: p.Profile.Name, At: s.Now()}); err != nil {
		return err
	}
	if s.json {
		return s.printJSON(answered{note, a.State})
	}
	s.print("%s", s.t.T("cli.answer.done."+a.State, "Note", note))
	return nil
}

func (s *session) planWithNote(note string) (plan.Plan, bool, error) {
	list, _, err := s.st.Page(store.ByChange, "", 1<<20)
	if err != nil {
		return plan.Plan{}, false, err
	}
	for _, row := range list {
		p, err := s.st.Load(row.ID)
		if err != nil {
			return plan.Plan{}, false, err
		}
		for _, n := range p.Notes {
			if n.ID == note && p.EditionInfo == nil {
				return p, true, nil
			}
		}
	}
	return plan.Plan{}, false, nil
}
