package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"bekwaam/plan"
	"bekwaam/text"
)

// mostQuoted is how many lines of what a note is about stand with it.
const mostQuoted = 2

// Start gets what the texts said that notes are about and that were changed
// since.
func (s *roundNotes) Start(m *Model) tea.Cmd {
	wanted := map[string][]int{} // by note: the revisions that may hold its text
	hashes := map[string]string{}
	for _, n := range m.plan.Notes {
		if plan.AgeOfNote(m.plan, n) != plan.NoteSame {
			wanted[n.ID], hashes[n.ID] = revisionsOf(m, n), n.AboutHash
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	keeper, p := m.deps.Keeper, m.plan
	return m.wait("busy.load", func() (any, error) {
		loaded, out := map[int]plan.Plan{}, map[string]plan.Plan{}
		for _, n := range p.Notes {
			for _, rev := range wanted[n.ID] {
				old, ok := loaded[rev]
				if !ok {
					var err error
					if old, err = keeper.At(p.ID, rev); err != nil {
						continue // it was thinned out; another may hold the same text
					}
					loaded[rev] = old
				}
				if hash, ok := plan.ContentHash(old, n.About); ok && hash == hashes[n.ID] {
					out[n.ID] = old
					break
				}
			}
		}
		return out, nil
	}, func(v any, _ error) []effect {
		s.then = v.(map[string]plan.Plan)
		return nil
	})
}

// revisionsOf are the revisions that may hold the text a note is about: what
// was sent, newest first, and what there was when it was written down here.
func revisionsOf(m *Model, n plan.Note) []int {
	var out []int
	for _, d := range slices.Backward(m.plan.Sent) {
		if d.Packet.Kind == plan.PacketPlan && !slices.Contains(out, d.Revision) {
			out = append(out, d.Revision)
		}
	}
	for _, r := range slices.Backward(m.revs) {
		if n.Via != "" && r.At <= n.At {
			return append([]int{r.N}, out...)
		}
	}
	return out
}

func pieceOf(p plan.Plan, id string) (plan.Piece, bool) {
	pieces := plan.Pieces(p)
	at := slices.IndexFunc(pieces, func(x plan.Piece) bool { return x.ID == id })
	if at < 0 {
		return plan.Piece{}, false
	}
	return pieces[at], true
}

// noteText are the lines that show the text a note is about. Where it was
// changed since, what it said then stands over what it says now.
func (s *roundNotes) noteText(e *env, n plan.Note, w int) []string {
	old, ok := s.then[n.ID]
	x, there := pieceOf(e.plan, n.About)
	if !there && ok {
		x, there = pieceOf(old, n.About)
	}
	if !there || x.Kind == plan.PieceWhole {
		return nil
	}
	now := pieceWords(e, e.plan, x)
	if !ok || plan.AgeOfNote(e.plan, n) == plan.NoteSame {
		if len(now) == 0 {
			return nil
		}
		lines := text.Wrap(e.t.T("s73.yourtext")+" "+now[0].text, w)
		most := mostQuoted
		if e.h < lowWindow {
			most = 1
		}
		if len(lines) > most {
			lines = append(lines[:most-1:most-1], strings.TrimSuffix(text.Cut(lines[most-1], w-2), "…")+" …")
		}
		for i, l := range lines {
			lines[i] = e.st.Label.Render(l)
		}
		return lines
	}
	labels, was, is := wordingsThatDiffer(pieceWords(e, old, x), now)
	var out []string
	for _, l := range labels {
		before, after := fromTheFirstChange(was[l], is[l])
		out = append(out, e.st.Label.Render(text.Cut(l, w)))
		out = append(out, hang(text.Pad(e.t.T("s141.was"), 5), firstOf(before, text.Nothing), w, 5)...)
		out = append(out, hang(text.Pad(e.t.T("s141.now"), 5), firstOf(after, text.Nothing), w, 5)...)
	}
	return out
}
