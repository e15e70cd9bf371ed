package tui

import (
	"time"

	"bekwaam/plan"
)

// Packed is a file between teacher and coach that was drawn and sealed. The
// change is recorded first, then the file is written: a file that was handed
// over is always on record.
type Packed struct {
	Change   plan.Change // its Plan.ID is "" where the same file was made before
	Dispatch plan.Dispatch
	Write    func(Wrapping) (Made, error)
}

// Arrived is what reading a file between teacher and coach in would do.
type Arrived struct {
	Path, Name string
	Packet     plan.Packet
	Teacher    string    // whose plan it is about
	Plan       plan.Plan // the plan here; its ID is "" where there is none
	Arrival    plan.Arrival

	Sealed  bool
	From    string    // the name on the key that sealed it
	Known   string    // how well that key is known, as in JudgedSignature
	Checked time.Time // when its words were compared; zero: not yet
	Own     bool      // it was made here
	Refused error     // *plan.Error: why it cannot be read in
}

// CodeAltered is the code of a file that was changed after it was sealed.
const CodeAltered = "altered"
