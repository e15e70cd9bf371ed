package cli

import (
	"encoding/base64"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/seal"
	"bekwaam/text"
)

type confirmFlags struct {
	talk, role, key, name, date, secret string
	paper                               bool
}

func (r *run) confirmCommand() *cobra.Command {
	var flags confirmFlags
	cmd := r.withJSON(r.command("confirm PLAN --talk TALK [--as teacher|coach] [--key FILE|--on-paper --name N] [--date D] [--passphrase-file F] [--json]", "confirm", 1, 1, func(args []string) error {
		if flags.role != "" {
			if err := r.choice("--as", flags.role, plan.RoleTeacher, plan.RoleCoach); err != nil {
				return err
			}
		}
		if flags.paper && (flags.key != "" || flags.name == "") {
			return r.misuse("cli.err.confirm")
		}
		return r.withPlan(args, func(s *session, p plan.Plan) error { return s.confirm(p, flags) })
	}))
	cmd.Flags().StringVar(&flags.talk, "talk", "", r.t.T("cli.flag.talk-id"))
	cmd.Flags().StringVar(&flags.role, "as", "", r.t.T("cli.flag.confirm-as"))
	cmd.Flags().StringVar(&flags.key, "key", "", r.t.T("cli.flag.confirm-key"))
	cmd.Flags().BoolVar(&flags.paper, "on-paper", false, r.t.T("cli.flag.on-paper"))
	cmd.Flags().StringVar(&flags.name, "name", "", r.t.T("cli.flag.confirm-name"))
	cmd.Flags().StringVar(&flags.date, "date", "", r.t.T("cli.flag.confirm-date"))
	r.secretFlag(cmd, &flags.secret)
	return cmd
}

// confirm puts somebody's word on the report of a talk on record.
func (s *session) confirm(p plan.Plan, flags confirmFlags) error {
	by := plan.Actor{Name: p.Profile.Name, At: s.Now()}
	c := plan.Confirmation{ID: s.st.NewID(), About: clean(flags.talk), Role: first(flags.role, plan.RoleTeacher), By: clean(flags.name), Date: s.today()}
	if flags.date != "" {
		d, err := text.ParseDate(flags.date, s.today(), p.Profile.SchoolYear)
		if err != nil {
			return s.misuse("cli.err.flag-value", "Flag", "--date", "Value", flags.date, "Command", "bekwaam confirm")
		}
		c.Date = d
	}
	var id seal.Identity
	switch {
	case flags.paper:
		c.How = plan.ConfirmedPaper
	case flags.key != "":
		var err error
		if id, _, err = s.keyFrom(flags.key, flags.secret); err != nil {
			return err
		}
		if c, err = s.withProof(p, c, id); err != nil {
			return err
		}
	default:
		me, err := s.me(p.Profile.Name)
		if p.IsCopy() {
			name := ""
			if k := p.EditionInfo.Packet; k != nil {
				name = k.To.Name
			}
			me, err = s.me(name)
			c.Role, by.Name = first(flags.role, plan.RoleCoach), me.Name
		}
		if err != nil {
			return err
		}
		if c.Role == plan.RoleTeacher || p.IsCopy() {
			c.By, c.Key = me.Name, me.Key
		}
	}
	change, err := plan.ConfirmTalk(p, by, c)
	if err := s.recorded(change, err, by); err != nil {
		return err
	}
	if id.Key != nil {
		if err := s.knowAtTable(id); err != nil {
			return err
		}
	}
	if s.json {
		return s.printTalks(change.Plan, c.About)
	}
	last := change.Plan.Confirmations[len(change.Plan.Confirmations)-1]
	s.print("%s", s.t.T("cli.talk.confirmed", "Name", clean(last.By), "Role", roleWord(s.t, last.Role), "How", s.t.T("cli.talk.how."+first(last.How, "here")), "Date", text.FormatDate(last.Date, text.Lang(s.lang), text.Medium)))
	return nil
}

// withProof lets a key that somebody brought to the table sign what a report
// says now.
func (s *session) withProof(p plan.Plan, c plan.Confirmation, id seal.Identity) (plan.Confirmation, error) {
	hash, ok := plan.ContentHash(p, c.About)
	if !ok {
		return c, &plan.Error{Code: plan.CodeUnknown, Item: c.About}
	}
	if people, err := s.contacts(); err != nil {
		return c, err
	} else if how, _ := people.Meet(id.Certificate()); how == seal.Impostor {
		return c, s.otherKey(people, id.Name(), id.Certificate())
	}
	c.How, c.Key, c.By, c.AboutHash = plan.ConfirmedByKey, id.Fingerprint(), clean(id.Name()), hash
	proof, err := seal.Attest(id, c.Statement(p.ID), s.Random)
	c.Proof = base64.StdEncoding.EncodeToString(proof)
	return c, err
}

// knowAtTable pins the key of who sat at the table, as not yet checked, so
// that the proof can be checked afterwards.
func (s *session) knowAtTable(id seal.Identity) error {
	was, err := s.contacts()
	if err != nil {
		return err
	}
	now := was
	if how, _ := was.Meet(id.Certificate()); how == seal.Stranger {
		if now, err = was.Pin(id.Certificate(), clean(id.Name()), s.Now(), false); err != nil {
			return err
		}
	}
	return s.keepContacts(was, now)
}

// proven reports whether what a key file signed at one table holds, with a key
// that is known here.
func (s *session) proven(planID string, c plan.Confirmation) bool {
	if c.How != plan.ConfirmedByKey {
		return false
	}
	people, err := s.people()
	if err != nil {
		return false
	}
	proof, err := base64.StdEncoding.DecodeString(c.Proof)
	if err != nil {
		return false
	}
	for _, x := range people {
		if x.Fingerprint == c.Key && x.Certificate != nil && seal.Attested(x.Certificate, c.Statement(planID), proof) == nil {
			return true
		}
	}
	return false
}

// ConfirmWithKey fills a confirmation in with the key in a file: who it is,
// and what the key signed. The key is a contact from then on.
func (d *desk) ConfirmWithKey(p plan.Plan, c plan.Confirmation, path, passphrase string) (plan.Confirmation, error) {
	id, _, err := d.keyIn(d.fromHome(path), passphrase)
	if err != nil {
		return c, keyTrouble(err)
	}
	if c, err = d.withProof(p, c, id); err != nil {
		return c, err
	}
	return c, d.knowAtTable(id)
}
