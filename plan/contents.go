package plan

// A Content is one kind of thing that an edition holds, in the order in which
// the pages have it. Count is 0 where counting says nothing.
type Content struct {
	Kind  string
	Count int
}

// Contents says what is in an edition. What a screen promises before signing
// comes from here, so it cannot say something else than the pages.
func Contents(e Edition) []Content {
	p := e.Plan
	out := []Content{{"profile", 0}, {"phase", 0}}
	add := func(kind string, n int) {
		if n > 0 {
			out = append(out, Content{kind, n})
		}
	}
	add("goals", len(p.LiveGoals()))
	add("activities", len(p.LiveActivities()))
	add("agreements", len(p.Agreements))
	add("evidence", len(p.Evidence))
	if e.Info.View != nil {
		out = append(out, Content{"view", 0})
	}
	add("strengths", len(p.Start.Strengths))
	if p.Midyear != nil {
		out = append(out, Content{"midyear", 0})
	}
	if p.Evaluation != nil {
		out = append(out, Content{"evaluation", 0})
	}
	return append(out, Content{"signatures", len(e.Signers())})
}
