package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// A deed is one thing to do now: in words, and what goes to the very place
// where it is done.
type deed struct {
	words string
	do    effect
}

// nowFor is what there is to do in a plan: what is most pressing in the year,
// else the next step of the path. Without either it has no words.
func nowFor(e *env, p plan.Plan) deed {
	if p.IsCopy() {
		return deed{}
	}
	for _, x := range plan.Todos(p, e.today()) {
		if do := todoEffect(p, x); do != nil {
			return deed{todoWords(e, p, x), do}
		}
	}
	if p.State == plan.Closed || p.State == plan.Judged || p.RoundNow().Stand == plan.RoundOut {
		return deed{}
	}
	n := plan.NextStep(plan.Progress(p, e.pack()), plan.StepsDue(p, e.today(), stepNumbers()...)...)
	if n == 0 {
		return deed{}
	}
	return deed{e.t.T("todo.step", "Step", stepTitle(e, n, "")), openStep(n)}
}

// todoWords is what there is to do, as a question where it is one.
func todoWords(e *env, p plan.Plan, x plan.Todo) string {
	day := text.FormatDate(x.On, e.lang(), text.Short)
	name := strings.TrimRight(shortName(itemName(p, x.Item), 70), ".")
	switch x.What {
	case plan.DoAnswer:
		return e.t.N("todo.answer", x.N)
	case plan.DoSign:
		if p.State == plan.Closed {
			return e.t.T("todo.sign.report")
		}
	case plan.DoCount:
		for _, g := range p.Goals {
			if g.ID == x.Item && g.OwnCount != nil {
				return e.t.T("todo.count", "Question", g.OwnCount.Question)
			}
		}
	}
	return e.t.T("todo."+x.What, "Name", name, "Date", day)
}

// todoEffect goes to where a thing is done, nil where there is no such place.
func todoEffect(p plan.Plan, x plan.Todo) effect {
	step := func(n int, more ...effect) effect {
		if !slices.Contains(stepNumbers(), n) {
			return nil
		}
		return func(m *Model) tea.Cmd { return m.carryOut(append([]effect{openStep(n)}, more...)) }
	}
	switch x.What {
	case plan.DoAnswer, plan.DoTalk:
		return step(7)
	case plan.DoPastDue:
		return openItem(func(m *Model) screen { return newPastDue(m, x.Item) })
	case plan.DoSign:
		if p.State == plan.Closed {
			return step(11)
		}
		return step(8)
	case plan.DoStart:
		return begin
	case plan.DoHalfway:
		return step(10)
	case plan.DoEvaluate, plan.DoClose:
		return step(11)
	case plan.DoTick:
		return step(5, freshVersion, openItem(func(m *Model) screen { return newActivityAt(m, x.Item, "status") }))
	case plan.DoLog:
		return openLogging(x.Item)
	case plan.DoCount:
		return openFriday(x.Item)
	case plan.DoEvidence:
		return step(9, freshVersion, openEvidenceFor("", x.Item))
	case plan.DoReflect:
		return step(9, freshVersion, openReflection(""))
	}
	return nil
}

// begin sets the plan running.
func begin(m *Model) tea.Cmd {
	c, err := plan.Begin(m.plan, m.env().actor())
	return commitSaying(c, err, "todo.started")(m)
}

// inYear carries out an act of the year. Where the version is signed and the
// plan runs, what happens is written into the one after it.
func inYear(act plan.Acting, said ...effect) effect {
	return func(m *Model) tea.Cmd {
		p, by := m.plan, m.env().actor()
		next, err := plan.NewVersion(p, by)
		opens := err == nil && !p.IsCopy() && (p.State == plan.Active || p.State == plan.Agreed)
		if opens {
			p = next.Plan
		}
		c, err := act(p)
		if err != nil {
			m.fail(err)
			return nil
		}
		var cmds []tea.Cmd
		if opens {
			cmds = append(cmds, m.commit(next))
			c, _ = act(m.plan)
		}
		cmds = append(cmds, m.commit(c))
		if m.failed == nil {
			cmds = append(cmds, m.carryOut(said))
		}
		return tea.Batch(cmds...)
	}
}

// freshVersion opens the version after one that is signed.
func freshVersion(m *Model) tea.Cmd {
	c, err := plan.NewVersion(m.plan, m.env().actor())
	if err != nil {
		return nil
	}
	return commitSaying(c, nil, "s05.newversion", "Version", m.plan.WorkingVersion)(m)
}
