package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/store"
	"bekwaam/text"
)

// acts does some acts one after another and saves them together, or none of
// them. Where the version at hand is frozen and the year goes on, the version
// after it is opened first. What changes nothing is left out.
func (s *session) acts(p plan.Plan, do ...plan.Acting) (plan.Plan, error) {
	by := plan.Actor{Name: p.Profile.Name, At: s.Now()}
	var entries []store.Entry
	add := func(c plan.Change) {
		entries = append(entries, store.Entry{Plan: c.Plan, Rev: plan.Revision{At: plan.At(by.At), By: by.Name, Act: c.Act}})
		p = c.Plan
		p.Revision++
	}
	if p.Frozen() && p.State != plan.Closed && p.State != plan.Judged {
		c, err := plan.NewVersion(p, by)
		if err != nil {
			return p, err
		}
		add(c)
	}
	done := len(entries)
	for _, act := range do {
		c, err := act(p)
		if err != nil {
			return p, err
		}
		if !c.Same(p) {
			add(c)
		}
	}
	if len(entries) == done {
		return p, &plan.Error{Code: plan.CodeNothing}
	}
	_, err := s.st.AppendAll(entries)
	return p, err
}

// actCommand is a command that does one act on an item and prints the item.
func (r *run) actCommand(use, name, block string, act func(s *session, p plan.Plan, item string) (plan.Acting, error)) *cobra.Command {
	return r.withJSON(r.command(use, name, 2, 2, func(args []string) error {
		return r.withPlan(args, func(s *session, p plan.Plan) error {
			id, err := s.item(p, block, args[1])
			if err != nil {
				return err
			}
			do, err := act(s, p, id)
			if err != nil {
				return err
			}
			if p, err = s.acts(p, do); err != nil {
				return err
			}
			return s.printItem(p, block, id)
		})
	}))
}

// item finds an item of a block by its id or by a beginning that only one has.
func (s *session) item(p plan.Plan, block, sel string) (string, error) {
	var near []string
	for _, x := range blockOf(p, block) {
		id := itemID(x)
		if id == sel {
			return id, nil
		}
		if sel != "" && strings.HasPrefix(id, sel) {
			near = append(near, id)
		}
	}
	switch {
	case len(near) == 1:
		return near[0], nil
	case len(near) > 1:
		return "", s.refuse("cli.err.several-items", "Item", sel, "Items", strings.Join(near, ", "))
	}
	return "", s.refuse("cli.err.no-item", "Item", sel)
}

// blockOf are the items of a block of the document.
func blockOf(p plan.Plan, block string) []any {
	v, _ := p.Tree().Get(block)
	list, _ := v.([]any)
	return list
}

func itemID(x any) string {
	if o, ok := x.(plan.Object); ok {
		if id, ok := o.Get("id"); ok {
			s, _ := id.(string)
			return s
		}
	}
	return ""
}

// printItem prints an item as it is stored.
func (s *session) printItem(p plan.Plan, block, id string) error {
	list := blockOf(p, block)
	at := slices.IndexFunc(list, func(x any) bool { return itemID(x) == id })
	switch {
	case s.json && at < 0:
		return s.printJSON(map[string]string{"removed": id})
	case s.json:
		return s.printJSON(list[at])
	case at < 0:
		s.print("%s", s.t.T("cli.year.removed"))
		return nil
	}
	s.print("%s", s.t.T("cli.year.done", "Item", s.itemName(p, id)))
	return nil
}

// onDay reads a date of a flag; nothing is today.
func (s *session) onDay(p plan.Plan, flag, typed, command string) (text.Date, error) {
	if typed == "" {
		return s.today(), nil
	}
	d, err := text.ParseDate(typed, s.today(), p.Profile.SchoolYear)
	if err != nil {
		return d, s.misuse("cli.err.flag-value", "Flag", flag, "Value", typed, "Command", "bekwaam "+command)
	}
	return d, nil
}

func (r *run) logCommand() *cobra.Command {
	var hours, date, line string
	var cents int
	cmd := r.actCommand("log PLAN ACTIVITY [--hours H] [--cents C] [--date D] [--line LINE] [--json]", "log", "activities",
		func(s *session, p plan.Plan, id string) (plan.Acting, error) {
			e := plan.LogEntry{Cost: plan.Cents(cents)}
			if hours != "" {
				q, err := text.ParseQuarters(hours)
				if err != nil {
					return nil, s.misuse("cli.err.hours", "Value", hours)
				}
				e.Hours = plan.Quarters(q)
			}
			var err error
			e.Date, err = s.onDay(p, "--date", date, "log")
			return func(p plan.Plan) (plan.Change, error) { return plan.Log(p, id, e, clean(line)) }, err
		})
	cmd.Flags().StringVar(&hours, "hours", "", r.t.T("cli.flag.hours"))
	cmd.Flags().IntVar(&cents, "cents", 0, r.t.T("cli.flag.cents"))
	cmd.Flags().StringVar(&date, "date", "", r.t.T("cli.flag.on-date"))
	cmd.Flags().StringVar(&line, "line", "", r.t.T("cli.flag.hours-line"))
	return cmd
}

type activityFlags struct {
	state, reason, when, every, clock string
	minutes                           int
}

func (r *run) activityCommand() *cobra.Command {
	var f activityFlags
	cmd := r.actCommand("activity PLAN ACTIVITY [--state S] [--reason T] [--when MOMENTS] [--every week|two-weeks|four-weeks] [--time HH:MM] [--minutes N] [--json]", "activity", "activities",
		func(s *session, p plan.Plan, id string) (plan.Acting, error) { return s.activityAct(p, id, f) })
	cmd.Flags().StringVar(&f.state, "state", "", r.t.T("cli.flag.state"))
	cmd.Flags().StringVar(&f.reason, "reason", "", r.t.T("cli.flag.reason"))
	cmd.Flags().StringVar(&f.when, "when", "", r.t.T("cli.flag.when"))
	cmd.Flags().StringVar(&f.every, "every", "", r.t.T("cli.flag.every"))
	cmd.Flags().StringVar(&f.clock, "time", "", r.t.T("cli.flag.time"))
	cmd.Flags().IntVar(&f.minutes, "minutes", 0, r.t.T("cli.flag.minutes"))
	return cmd
}

func (s *session) activityAct(p plan.Plan, id string, f activityFlags) (plan.Acting, error) {
	again := f.every != "" || f.clock != "" || f.minutes != 0
	if n := count(f.state != "", f.when != "", again); n != 1 {
		return nil, s.misuse("cli.err.activity-what")
	}
	switch {
	case f.state != "":
		return func(p plan.Plan) (plan.Change, error) { return plan.SetStatus(p, id, f.state, typedText(f.reason)) }, nil
	case f.when != "":
		moments, err := plan.ReadMoments(f.when, s.today(), p.Profile.SchoolYear)
		if err != nil {
			return nil, s.misuse("cli.err.flag-value", "Flag", "--when", "Value", f.when, "Command", "bekwaam activity")
		}
		return func(p plan.Plan) (plan.Change, error) { return plan.MoveActivity(p, id, moments) }, nil
	}
	return func(p plan.Plan) (plan.Change, error) {
		return plan.RepeatActivity(p, id, clean(f.every), clean(f.clock), f.minutes)
	}, nil
}

// count is how many of them hold.
func count(of ...bool) int {
	n := 0
	for _, x := range of {
		if x {
			n++
		}
	}
	return n
}

func (r *run) agreementCommand() *cobra.Command {
	var kept, letGo bool
	var until, reason string
	cmd := r.actCommand("agreement PLAN AGREEMENT --kept|--until D|--let-go --reason T [--json]", "agreement", "agreements",
		func(s *session, p plan.Plan, id string) (plan.Acting, error) {
			if count(kept, letGo, until != "") != 1 {
				return nil, s.misuse("cli.err.agreement-what")
			}
			on, err := s.onDay(p, "--until", until, "agreement")
			switch {
			case err != nil:
				return nil, err
			case kept:
				return func(p plan.Plan) (plan.Change, error) { return plan.KeepAgreement(p, id) }, nil
			case letGo:
				return func(p plan.Plan) (plan.Change, error) {
					return plan.LetGoOfAgreement(p, id, on, typedText(reason))
				}, nil
			}
			return func(p plan.Plan) (plan.Change, error) { return plan.MoveAgreement(p, id, on) }, nil
		})
	cmd.Flags().BoolVar(&kept, "kept", false, r.t.T("cli.flag.kept"))
	cmd.Flags().StringVar(&until, "until", "", r.t.T("cli.flag.until"))
	cmd.Flags().BoolVar(&letGo, "let-go", false, r.t.T("cli.flag.let-go"))
	cmd.Flags().StringVar(&reason, "reason", "", r.t.T("cli.flag.reason"))
	return cmd
}

func (r *run) countCommand() *cobra.Command {
	var question, mark, date string
	cmd := r.actCommand("count PLAN GOAL --question T|--mark yes|some|no|not-counted [--date D] [--json]", "count", "goals",
		func(s *session, p plan.Plan, id string) (plan.Acting, error) {
			if count(question != "", mark != "") != 1 {
				return nil, s.misuse("cli.err.count-what")
			}
			on, err := s.onDay(p, "--date", date, "count")
			if question != "" {
				return func(p plan.Plan) (plan.Change, error) { return plan.AskOnFriday(p, id, clean(question)) }, err
			}
			return func(p plan.Plan) (plan.Change, error) { return plan.MarkWeek(p, id, on, clean(mark)) }, err
		})
	cmd.Flags().StringVar(&question, "question", "", r.t.T("cli.flag.question"))
	cmd.Flags().StringVar(&mark, "mark", "", r.t.T("cli.flag.mark"))
	cmd.Flags().StringVar(&date, "date", "", r.t.T("cli.flag.on-date"))
	return cmd
}

func (r *run) nextCommand() *cobra.Command {
	return r.withJSON(r.command("next PLAN [--json]", "next", 1, 1, func(args []string) error {
		return r.withPlan(args, (*session).next)
	}))
}

// deed is one thing to do now.
type deed struct {
	What string `json:"what"`
	Item string `json:"item"`
	On   string `json:"on"`
	N    int    `json:"count"`
}

// next prints what there is to do in a plan, the most pressing first.
func (s *session) next(p plan.Plan) error {
	out := []deed{}
	for _, x := range plan.Todos(p, s.today()) {
		out = append(out, deed{x.What, x.Item, x.On.String(), x.N})
	}
	if s.json {
		return s.printJSON(out)
	}
	if len(out) == 0 {
		s.print("%s", s.t.T("cli.next.none"))
	}
	for _, x := range out {
		name := ""
		if x.Item != "" {
			name = s.itemName(p, x.Item)
		}
		s.print("%s", strings.TrimSpace(s.t.T("cli.next."+x.What, "Name", name, "Count", x.N)))
	}
	return nil
}
