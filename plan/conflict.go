package plan

import "strings"

// A Conflict is a field that two computers of one person changed each in its
// own way. Base is what it was. An item or a block that only holds as one has
// no Field.
type Conflict struct {
	Block, Item, Field string
	Base, Mine, Theirs string // as in a [Difference]
	TookMine           bool
}

// Record reports whether a conflict is about a record, such as a version or a
// note: nobody is asked which one was right. Of two the one stays that both
// computers choose.
func (c Conflict) Record() bool {
	return recordBlocks[c.Block] || apart[c.Block] || c.Block == "state" || c.Block == "moves" || atomic[c.Block] && c.Block != "observations" || c.Block == "pack"
}

// prose are the last keys of the fields that hold sentences.
var prose = map[string]bool{"learning_question": true, "title": true, "why_for_pupils": true, "signs": true, "target_behaviour": true, "smallest_step": true,
	"let_go": true, "let_go_reason": true, "evidence_planned": true, "description": true, "note": true, "learned": true, "status_reason": true,
	"support": true, "time_in_timetable": true, "replacement": true, "material": true, "what": true, "text": true, "reason": true, "what_worked": true,
	"what_changes": true, "who_helped": true, "taken_out": true, "summary_for_board": true, "effect_on_pupils": true, "next": true, "summary": true,
	"question_to_coach": true, "link_school": true}

// Both reports whether both texts of a conflict can stay, one below the other.
func (c Conflict) Both() bool {
	path := strings.TrimSuffix(c.Block+"/"+c.Field, "/")
	last := path[strings.LastIndexByte(path, '/')+1:]
	answer := strings.HasPrefix(path, "survey/open/") || strings.HasPrefix(path, "reflections/answers/")
	return (prose[last] || answer) && c.Mine != "" && c.Theirs != "" && !c.Record()
}

// A Pick says which text of a [Conflict] stays.
type Pick int

// What a [Pick] can be.
const (
	PickEither Pick = iota // the same whichever side asks
	PickMine
	PickTheirs
	PickBoth // mine, and theirs below it; as PickEither where that cannot be, see [Conflict.Both]
)
