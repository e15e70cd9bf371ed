package cli

import (
	"slices"

	"bekwaam/seal"
	"bekwaam/tui"
)

// eraser erases for the screens.
type eraser struct{ *desk }

func (x eraser) gone(id string) (erasure, error) {
	if id == "" {
		return x.toErase(nil, "", true)
	}
	return x.toErase([]string{id}, "", false)
}

func (x eraser) Erasing(id string) (tui.Erasing, error) {
	e, err := x.gone(id)
	if err != nil {
		return tui.Erasing{}, err
	}
	out := tui.Erasing{Passphrase: e.All && x.st.IsLocked()}
	for _, p := range e.Plans {
		notes := 0
		for _, n := range p.Notes {
			notes += n
		}
		out.Plans = append(out.Plans, tui.ErasedPlan{SchoolYear: p.SchoolYear, Teacher: clean(p.Teacher), Versions: p.Versions, Goals: p.Goals, Evidence: p.Evidence, Notes: notes})
	}
	for _, id := range e.Kept {
		p, err := x.st.Load(id)
		if err != nil {
			return tui.Erasing{}, err
		}
		out.Kept = append(out.Kept, p.Profile.SchoolYear)
	}
	for _, s := range e.Sent {
		if who := clean(s.To); who != "" && !slices.Contains(out.Sent, who) {
			out.Sent = append(out.Sent, who)
		}
	}
	if e.Backups != "" {
		out.Backups = x.shown(e.Backups, x.words())
	}
	return out, nil
}

func (x eraser) Erase(id string) (held bool, err error) {
	e, err := x.gone(id)
	if err == nil {
		err = x.erase(&e)
	}
	if err == nil && e.All {
		x.keyMu.Lock()
		x.id = seal.Identity{}
		x.keyMu.Unlock()
	}
	return e.Held > 0, err
}
