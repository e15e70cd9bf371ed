package plan

import (
	"reflect"

	"bekwaam/text"
)

// SealedJudging is a judgement that nobody but its author can read: encrypted
// to a fresh key, Body in base64, with the hash of what is inside. About is the
// package of the file that was judged.
type SealedJudging struct {
	ID       string    `json:"id"`
	Assessor *Person   `json:"assessor"`
	Key      string    `json:"key"`
	Date     text.Date `json:"date"`
	At       Instant   `json:"at"`
	About    string    `json:"about"`
	Hash     string    `json:"hash"`
	Body     string    `json:"body"`

	Unknown []Member `json:"-"`
}

// Opening is the key that opens a sealed judgement, given by its author.
type Opening struct {
	Judging string  `json:"judging"` // id
	By      string  `json:"by"`
	Key     string  `json:"key"`
	At      Instant `json:"at"`
	Secret  string  `json:"secret"`

	Unknown []Member `json:"-"`
}

// InterviewNotes are what an assessor wrote of the criterion-based interview.
// What was said there is heard, and stands with the lines it was about.
type InterviewNotes struct {
	ID      string     `json:"id"`
	By      string     `json:"by"`
	Key     string     `json:"key,omitempty"`
	Date    text.Date  `json:"date"`
	At      Instant    `json:"at"`
	Present []string   `json:"present"`
	Heard   []LineText `json:"heard"`

	Unknown []Member `json:"-"`
}

// OwnJudging is what an assessor keeps: the judgement being written, the advice
// being written, and the keys of what was sealed. It is in no edition.
type OwnJudging struct {
	Judgements []Judgement    `json:"judgements,omitempty"`
	Questions  []LineText     `json:"questions,omitempty"`
	Advice     []Judgement    `json:"advice,omitempty"`
	Apart      []LineText     `json:"apart,omitempty"`
	Overall    string         `json:"overall,omitempty"`
	Reason     string         `json:"reason,omitempty"`
	Secrets    []SealedSecret `json:"secrets,omitempty"`

	Unknown []Member `json:"-"`
}

// SealedSecret is the key that opens one's own sealed judgement.
type SealedSecret struct {
	Judging string `json:"judging"`
	Secret  string `json:"secret"`

	Unknown []Member `json:"-"`
}

// The judgements on a line, the advice on the whole, and the phase that it is
// about where a gate names none, as the pack names them.
const (
	Shown    = "shown"
	Partly   = "partly"
	NotShown = "not-shown"

	AdviceMet    = "met"
	AdviceNotYet = "not-yet"

	gatePhase = "basis"
)

// Verdicts are the judgements that a line can get.
var Verdicts = []string{Shown, Partly, NotShown}

// Advices are the ways in which an advice ends.
var Advices = []string{AdviceMet, AdviceNotYet}

// payload is a judging as it is sealed.
func (j Judging) payload() []byte { return Canonical(toTree(reflect.ValueOf(j))) }

// readJudging reads what payload made, within the limits of a document.
func readJudging(data []byte) (Judging, error) {
	t, err := jsonTree(data, documentLimits)
	if err != nil {
		return Judging{}, err
	}
	c := cleaner{}
	c.tree(t)
	if c.twice != nil {
		return Judging{}, c.twice
	}
	var j Judging
	err = fromTree(reflect.ValueOf(&j).Elem(), t, "", 0)
	return j, err
}
