package store

import (
	"encoding/binary"

	"bekwaam/plan"
	"bekwaam/text"
)

// turns are the turns of a standing as they are numbered in a summary; new
// ones are only ever added at the end.
var turns = []plan.Turn{"", plan.TurnCoach, plan.TurnStarter, plan.TurnNobody, plan.TurnEnded}

// appendStanding writes how the coaching of a plan stands: one byte for a plan
// that nobody coaches here, so that a coach's list is read without a plan.
func appendStanding(out []byte, s plan.Standing) []byte {
	turn := byte(0)
	for i, t := range turns {
		if t == s.Turn {
			turn = byte(i)
		}
	}
	if out = append(out, turn); turn == 0 {
		return out
	}
	first := 0
	if s.First {
		first = 1
	}
	for _, n := range []int{s.Version, s.News, s.Open, s.InductionYear, first,
		s.Talk.Year, s.Talk.Month, s.Talk.Day, s.Until.Year, s.Until.Month, s.Until.Day} {
		out = binary.AppendUvarint(out, uint64(max(n, 0)))
	}
	out = appendBytes(out, []byte(s.School))
	return appendBytes(out, []byte(s.Since))
}

func readStanding(r *reader) plan.Standing {
	turn := int(r.byte())
	if turn == 0 || turn >= len(turns) {
		return plan.Standing{}
	}
	n := func() int { return int(r.uvarint()) }
	s := plan.Standing{Turn: turns[turn], Version: n(), News: n(), Open: n(), InductionYear: n(), First: n() == 1}
	s.Talk = text.Date{Year: n(), Month: n(), Day: n()}
	s.Until = text.Date{Year: n(), Month: n(), Day: n()}
	s.School, s.Since = string(r.bytes()), plan.Instant(r.bytes())
	return s
}
