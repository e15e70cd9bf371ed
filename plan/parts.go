package plan

import "bekwaam/text"

// Survey holds the answers of the needs survey. Open is by question id,
// Context by item id with an answer from 1 (no) to 4 (yes).
type Survey struct {
	Open    map[string]string `json:"open"`
	Context map[string]int    `json:"context"`
	// Later holds the same open questions, answered at the end of the year.
	Later   map[string]string `json:"open_later,omitempty"`
	LaterOn text.Date         `json:"later_on,omitempty"`

	Unknown []Member `json:"-"`
}

// Start is where the year began, in the teacher's own words.
type Start struct {
	Strengths         []string `json:"strengths" see:"board"` // to the board only when shared
	DevelopmentPoints []string `json:"development_points"`
	InputUsed         []string `json:"input_used"`
	// Brought is the start profile of the initial training; the coach sees it
	// where the teacher ticked that.
	Brought *StartProfile `json:"brought,omitempty"`

	Unknown []Member `json:"-"`
}

// StartProfile is what a starter brings from the initial training: usually
// three strengths and three learning questions.
type StartProfile struct {
	From      string    `json:"from"`
	Date      text.Date `json:"date,omitempty"`
	Strengths []string  `json:"strengths"`
	Questions []string  `json:"questions"`

	Unknown []Member `json:"-"`
}

// View is the teacher's own view on one competence. Fits is the id of the
// sentence that fits ("geen", a phase, "weet-niet" or empty), Now and Want
// are 1 to 4, 0 for no answer.
type View struct {
	Competence string `json:"competence"`
	Fits       string `json:"fits"`
	Now        int    `json:"now,omitempty"`
	Want       int    `json:"want"`
	Note       string `json:"note"`

	Unknown []Member `json:"-"`
}

// Focus is what the teacher chose to look at, and why. It stays private.
type Focus struct {
	Competences []string `json:"competences"`
	Reason      string   `json:"reason"`
	SetAside    []string `json:"set_aside,omitempty"` // proposals left out

	Unknown []Member `json:"-"`
}

// Goal is a learning question and what goes with it. Everything but the
// learning question may be empty.
type Goal struct {
	ID              string    `json:"id" see:"board"`
	Title           string    `json:"title" see:"board"`
	Question        string    `json:"learning_question" see:"board"`
	WhyForPupils    string    `json:"why_for_pupils" see:"board"`
	Competences     []string  `json:"competences" see:"board"`
	Aims            []Aim     `json:"aims" see:"board"`
	TargetBehaviour string    `json:"target_behaviour" see:"board"`
	Signs           string    `json:"signs" see:"board"`
	Deadline        text.Date `json:"deadline" see:"board"`
	LinkSchool      string    `json:"link_school" see:"board"`
	OwnChoice       string    `json:"own_choice" see:"board"`
	EvidencePlanned string    `json:"evidence_planned" see:"board"`
	SmallestStep    string    `json:"smallest_step" see:"coach"`
	LetGo           string    `json:"let_go" see:"coach"`
	KeptFor         string    `json:"kept_for" see:"board"` // a later school year
	Order           int       `json:"order" see:"board"`
	Employer        string    `json:"employer,omitempty" see:"board"`
	Origin          *Origin   `json:"origin,omitempty" see:"coach"`
	OwnCount        *OwnCount `json:"own_count,omitempty"`

	Unknown []Member `json:"-"`
}

// Aim is the phase a goal works towards on one competence.
type Aim struct {
	Competence string `json:"competence" see:"board"`
	Phase      string `json:"phase" see:"board"`

	Unknown []Member `json:"-"`
}

// Activity is something the teacher does. Hours is nil where none were
// given. HoursLine names the entitlement it draws on, Funding who pays.
type Activity struct {
	ID              string     `json:"id" see:"board"`
	Goals           []string   `json:"goals" see:"board"`
	AllGoals        bool       `json:"all_goals" see:"board"`
	Kind            string     `json:"kind" see:"board"`
	Description     string     `json:"description" see:"board"`
	Partner         *Person    `json:"partner" see:"board"`
	Moments         []string   `json:"moments" see:"board"` // 2026-11 or 2026-11-18
	From            text.Date  `json:"from" see:"board"`
	To              text.Date  `json:"to" see:"board"`
	Repeat          string     `json:"repeat,omitempty" see:"board"`  // every week, two-weeks or four-weeks between From and To
	Time            string     `json:"time,omitempty" see:"board"`    // of the clock where the school is: 15:30
	Minutes         int        `json:"minutes,omitempty" see:"board"` // how long one time takes; 0: not said
	Hours           *Quarters  `json:"hours" see:"board"`
	HoursLine       string     `json:"hours_line" see:"board"`
	Cost            Cents      `json:"cost_cents" see:"board"`
	Funding         string     `json:"funding" see:"board"`
	Ordered         *bool      `json:"ordered_by_employer" see:"board"` // nil: not known
	Status          string     `json:"status" see:"board"`
	StatusReason    string     `json:"status_reason" see:"coach"`
	Trial           bool       `json:"trial,omitempty" see:"board"`   // it may fail: done counts whatever came of it
	Learned         string     `json:"learned,omitempty" see:"coach"` // what a trial taught
	Material        string     `json:"material" see:"board"`
	Note            string     `json:"note" see:"board"`
	EvidencePlanned string     `json:"evidence_planned" see:"board"`
	Order           int        `json:"order" see:"board"`
	Employer        string     `json:"employer,omitempty" see:"board"`
	Origin          *Origin    `json:"origin,omitempty" see:"coach"`
	Log             []LogEntry `json:"log" see:"board"`

	Unknown []Member `json:"-"`
}

// The states of an activity.
const (
	Wanted  = "wanted"
	Planned = "planned"
	Running = "running"
	Done    = "done"
	Dropped = "dropped"
)

// LogEntry is time and money really spent.
type LogEntry struct {
	Date  text.Date `json:"date" see:"board"`
	Hours Quarters  `json:"hours" see:"board"`
	Cost  Cents     `json:"cost_cents,omitempty" see:"board"`

	Unknown []Member `json:"-"`
}

// Conditions is what is needed to carry the plan out.
type Conditions struct {
	Support     string   `json:"support" see:"board"`
	Time        string   `json:"time_in_timetable" see:"board"`
	Replacement string   `json:"replacement" see:"board"`
	Promises    []string `json:"promises_by_school" see:"board"`
	Material    string   `json:"material" see:"board"`
	Employer    string   `json:"employer,omitempty" see:"board"`

	Unknown []Member `json:"-"`
}

// Agreement is who promises what by when. Audience is private, coach or
// board; empty is board.
type Agreement struct {
	ID       string    `json:"id" see:"board"`
	Who      string    `json:"who" see:"board"`
	What     string    `json:"what" see:"board"`
	ByWhen   text.Date `json:"by_when" see:"board"`
	Done     bool      `json:"done" see:"board"`
	LetGo    text.Date `json:"let_go,omitempty" see:"board"` // the day on which it was let go
	Reason   string    `json:"let_go_reason,omitempty" see:"coach"`
	Audience string    `json:"audience,omitempty" see:"board"`
	Employer string    `json:"employer,omitempty" see:"board"`
	Origin   *Origin   `json:"origin,omitempty" see:"coach"`

	Unknown []Member `json:"-"`
}

// Evidence is one piece of the dossier. The board sees title, kind and date,
// and only of a piece that is for the board and of a kind that may go there.
type Evidence struct {
	ID          string    `json:"id" see:"board"`
	Kind        string    `json:"kind" see:"board"`
	Title       string    `json:"title" see:"board"`
	Date        text.Date `json:"date" see:"board"`
	Competences []string  `json:"competences" see:"coach"`
	Goals       []string  `json:"goals" see:"coach"`
	Audience    string    `json:"audience" see:"board"`
	Note        string    `json:"note" see:"coach"` // what it shows
	Employer    string    `json:"employer,omitempty" see:"board"`
	By          string    `json:"by,omitempty" see:"coach"`     // who made it
	Source      string    `json:"source,omitempty" see:"coach"` // how that is known: seen, heard or read
	Link        string    `json:"link,omitempty" see:"coach"`
	Place       string    `json:"place,omitempty" see:"coach"` // where it lies, in words
	// File is the copy in the care of the store.
	File *EvidenceFile `json:"file,omitempty" see:"coach"`
	// LeftOut names the audiences whose editions go without it, whatever
	// Audience says.
	LeftOut []string `json:"left_out,omitempty"`
	Origin  *Origin  `json:"origin,omitempty"`

	Unknown []Member `json:"-"`
}

// EvidenceFile is a file as it was when it was copied in. Hash is its SHA-256
// in hexadecimal digits, Type a media type, Pages 0 where it has none.
type EvidenceFile struct {
	Name  string `json:"name" see:"coach"`
	Hash  string `json:"sha256" see:"coach"`
	Bytes int    `json:"bytes" see:"coach"`
	Type  string `json:"type,omitempty" see:"coach"`
	Pages int    `json:"pages,omitempty" see:"coach"`

	Unknown []Member `json:"-"`
}

// Origin says that an item came along from an earlier year: which plan and
// item it was.
type Origin struct {
	Year string `json:"year" see:"coach"`
	Plan string `json:"plan" see:"coach"`
	Item string `json:"item" see:"coach"`

	Unknown []Member `json:"-"`
}

// Reflection is private, but for a coach where the teacher shares it.
type Reflection struct {
	ID          string    `json:"id"`
	Date        text.Date `json:"date"`
	Model       string    `json:"model"`
	Competences []string  `json:"competences"`
	Text        string    `json:"text"`
	// Answers are the words under the questions of a model, by "kort/1". What
	// was answered under another model stays.
	Answers map[string]string `json:"answers,omitempty"`
	Goals   []string          `json:"goals,omitempty"`
	About   string            `json:"about,omitempty"` // what was looked back on, in words or the id of an item

	Unknown []Member `json:"-"`
}
