package plan

import "slices"

// WriteDown puts on record what somebody said: the note is of its By, in the
// words of who wrote it down, and shows as noted by them. It never counts as a
// record of the coach. It can stand under a frozen version.
//
// Errors: CodeCopy in a copy of somebody else's plan, CodeRequired without an
// id, a name or a text, CodeUnknown for a kind or an item that is not there.
func WriteDown(p Plan, by Actor, n Note) (Change, error) {
	n.Via = NoteSaid
	return takeWords(p, by, "note.write-down", []Note{n})
}

// TakeComments adds the comments that other programs left in a copy of an
// edition, each with the hash of the text that it stood at. Those that are
// there already, by their id, are passed over. Nothing vouches for any of them.
//
// Errors: those of [WriteDown], and CodeNothing where none is new.
func TakeComments(p Plan, by Actor, list []Note) (Change, error) {
	var fresh []Note
	for _, n := range list {
		have := func(x Note) bool { return x.ID == n.ID }
		if slices.ContainsFunc(p.Notes, have) || slices.ContainsFunc(fresh, have) {
			continue
		}
		n.Via = NoteElsewhere
		fresh = append(fresh, n)
	}
	if len(fresh) == 0 {
		return Change{}, &Error{Code: CodeNothing}
	}
	return takeWords(p, by, "note.comments", fresh)
}

// takeWords adds notes whose authors did not send them.
func takeWords(p Plan, by Actor, act string, list []Note) (Change, error) {
	args := []string{itoa(len(list))}
	if len(list) == 1 {
		args = []string{list[0].ID, list[0].By}
	}
	return noted(p, act, args, func(q *Plan) error {
		if q.IsCopy() {
			return &Error{Code: CodeCopy}
		}
		for _, n := range list {
			n = clone(n)
			n.RecordedBy, n.Key, n.At = by.Name, "", At(by.At)
			hash, known := aboutHash(*q, n.About)
			switch {
			case n.ID == "":
				return &Error{Code: CodeRequired, Item: "notes", Field: "id"}
			case n.By == "":
				return &Error{Code: CodeRequired, Item: n.ID, Field: "by"}
			case n.Text == "":
				return &Error{Code: CodeRequired, Item: n.ID, Field: "text"}
			case !slices.Contains(NoteKinds, n.Kind):
				return &Error{Code: CodeUnknown, Item: n.ID, Field: "kind", Args: []string{n.Kind}}
			case !known && n.AboutHash == "":
				return unknown(n.About)
			}
			if n.AboutHash == "" {
				n.AboutHash = hash
			}
			q.Notes = append(q.Notes, n)
		}
		return nil
	})
}
