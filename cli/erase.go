package cli

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/seal"
	"bekwaam/store"
)

type eraseFlags struct {
	all, dryRun  bool
	person, word string
}

func (r *run) eraseCommand() *cobra.Command {
	var flags eraseFlags
	cmd := r.withJSON(r.command("erase PLAN|--person NAME|--all [--dry-run] [--word WORD] [--json]", "erase", 0, 1, func(args []string) error {
		n := len(args)
		if flags.all {
			n++
		}
		if flags.person != "" {
			n++
		}
		if n != 1 {
			return r.misuse("cli.err.erase-what")
		}
		return r.withStore(func(s *session) error { return s.eraseNamed(args, flags) })
	}))
	cmd.Flags().BoolVar(&flags.all, "all", false, r.t.T("cli.flag.erase-all"))
	cmd.Flags().StringVar(&flags.person, "person", "", r.t.T("cli.flag.erase-person"))
	cmd.Flags().BoolVar(&flags.dryRun, "dry-run", false, r.t.T("cli.flag.erase-dry"))
	cmd.Flags().StringVar(&flags.word, "word", "", r.t.T("cli.flag.erase-word"))
	return cmd
}

// erasedPlan is a plan that goes.
type erasedPlan struct {
	ID         string         `json:"id"`
	SchoolYear string         `json:"school_year"`
	Teacher    string         `json:"teacher"`
	Versions   int            `json:"versions"`
	Goals      int            `json:"goals"`
	Evidence   int            `json:"evidence"`
	Notes      map[string]int `json:"notes"` // by who wrote them
}

// sentFile is a file that somebody has.
type sentFile struct {
	To string       `json:"to"`
	At plan.Instant `json:"at"`
}

// erasure is what goes for good, and what stays out of reach.
type erasure struct {
	All      bool         `json:"all"`
	Plans    []erasedPlan `json:"plans"`
	Contacts []string     `json:"contacts"`
	Kept     []string     `json:"kept"` // ids of the plans that stay
	Sent     []sentFile   `json:"sent"`
	Backups  string       `json:"backups"` // folder with copies that may have it, or ""
	Held     int          `json:"held"`    // previews that a reader holds open
	Erased   bool         `json:"erased"`

	what store.Erasure
	made []string // keys of files that were made for somebody
}

func (s *session) eraseNamed(args []string, flags eraseFlags) error {
	var ids []string
	if len(args) > 0 {
		p, err := s.plan(args[0])
		if err != nil {
			return err
		}
		ids = []string{p.ID}
	}
	x, err := s.toErase(ids, flags.person, flags.all)
	if err != nil {
		return err
	}
	if flags.person != "" && len(x.Plans)+len(x.Contacts) == 0 {
		return s.refuse("cli.err.erase-nobody", "Name", flags.person)
	}
	if !flags.dryRun {
		if !s.json {
			s.tellErasure(x)
		}
		if err := s.sure(flags.word); err != nil {
			return err
		}
		if err := s.erase(&x); err != nil {
			return err
		}
	}
	if s.json {
		return s.printJSON(x)
	}
	if flags.dryRun {
		s.tellErasure(x)
		s.print("%s", s.t.T("cli.erase.dry"))
		return nil
	}
	s.print("%s", s.t.T("cli.erase.done"))
	if x.Held > 0 {
		s.remark("cli.erase.held")
	}
	return nil
}

// sure fails unless the word was given, or is typed now.
func (s *session) sure(word string) error {
	want := s.t.T("erase.word")
	if word == "" && s.InTerminal {
		fmt.Fprint(s.Err, s.t.T("cli.erase.ask", "Word", want)+" ")
		line, err := bufio.NewReader(s.In).ReadString('\n')
		if err != nil {
			return s.refuse("cli.err.erase-word", "Word", want)
		}
		word = strings.TrimSpace(line)
	}
	if word != want {
		return s.refuse("cli.err.erase-word", "Word", want)
	}
	return nil
}

// toErase works out what goes: some plans, everything about a person, or
// everything.
func (s *session) toErase(ids []string, person string, all bool) (erasure, error) {
	x := erasure{All: all, Plans: []erasedPlan{}, Contacts: []string{}, Kept: []string{}, Sent: []sentFile{}, what: store.Erasure{All: all}}
	page, _, err := s.st.Page(store.ByChange, "", 1<<20)
	if err != nil {
		return x, err
	}
	for _, sum := range page {
		if !all && !slices.Contains(ids, sum.ID) && (person == "" || !seal.SameName(sum.Teacher, person)) {
			x.Kept = append(x.Kept, sum.ID)
			continue
		}
		p, err := s.st.Load(sum.ID)
		if err != nil {
			return x, err
		}
		one := erasedPlan{ID: p.ID, SchoolYear: p.Profile.SchoolYear, Teacher: p.Profile.Name, Versions: len(p.Versions), Goals: len(p.Goals), Evidence: len(p.Evidence), Notes: map[string]int{}}
		for _, n := range p.Notes {
			one.Notes[n.By]++
		}
		for _, d := range p.Sent {
			x.Sent = append(x.Sent, sentFile{d.Packet.To.Name, d.Packet.At})
			x.made = append(x.made, d.Package)
		}
		x.Plans, x.what.Plans = append(x.Plans, one), append(x.what.Plans, p.ID)
		x.what.Settings = append(x.what.Settings, leftName(p.ID))
	}
	contacts, err := s.st.Contacts()
	if err != nil {
		return x, err
	}
	for _, c := range contacts {
		if all || person != "" && seal.SameName(c.Name, person) {
			x.Contacts, x.what.Contacts = append(x.Contacts, c.Name), append(x.what.Contacts, c.Name)
		}
	}
	settings, err := s.settings()
	if err == nil && settings.Copies != "" {
		x.Backups = settings.Copies
	}
	return x, nil
}

// erase carries it out.
func (s *session) erase(x *erasure) error {
	x.Held = (&desk{session: s}).forgetProofs()
	if !x.All {
		if err := s.forgetMade(x); err != nil {
			return err
		}
	}
	if err := s.st.Erase(x.what); err != nil {
		return err
	}
	s.hide() // made anew where there is a key or a contact left
	if x.All {
		s.known = nil
	} else if len(x.Contacts) > 0 {
		if err := s.publishContacts(); err != nil {
			return err
		}
	}
	x.Erased = true
	return nil
}

// forgetMade takes the names of files that were made of the plans out of the
// settings.
func (s *session) forgetMade(x *erasure) error {
	settings, err := s.settings()
	if err != nil || len(settings.Made) == 0 {
		return err
	}
	for key := range settings.Made {
		for _, id := range append(x.made, x.what.Plans...) {
			if key == id || strings.HasPrefix(key, id+"/") {
				delete(settings.Made, key)
			}
		}
	}
	return (keeper{s}).SaveSettings(settings)
}

// tellErasure says what goes and what stays.
func (s *session) tellErasure(x erasure) {
	for _, p := range x.Plans {
		s.print("%s", s.t.T("cli.erase.plan", "Year", p.SchoolYear, "Teacher", clean(p.Teacher), "Versions", s.t.N("erase.versions", p.Versions),
			"Goals", s.t.N("erase.goals", p.Goals), "Evidence", s.t.N("erase.evidence", p.Evidence)))
	}
	for _, c := range x.Contacts {
		s.print("%s", s.t.T("cli.erase.contact", "Name", clean(c)))
	}
	s.print("%s", s.t.T("cli.erase.also"))
	if n := len(x.Kept); n > 0 {
		s.print("%s", s.t.N("cli.erase.kept", n))
	}
	for _, f := range x.Sent {
		s.print("%s", s.t.T("cli.erase.sent", "To", clean(f.To), "Day", s.day(f.At.Time().In(s.Now().Location()))))
	}
	if len(x.Plans) > 0 && len(x.Sent) == 0 {
		s.print("%s", s.t.T("cli.erase.given"))
	}
	if x.Backups != "" {
		s.print("%s", s.t.T("cli.erase.backups", "Folder", clean(x.Backups)))
	}
}
