package plan

import (
	"reflect"

	"bekwaam/text"
)

// The document that this package reads and writes.
const (
	Format        = "bekwaam/plan"
	FormatVersion = 1
)

// Plan is one school year of one teacher. The zero value of a field means
// that nothing was filled in.
type Plan struct {
	Format   string `json:"format" see:"board"`
	Version  int    `json:"version" see:"board"`
	ID       string `json:"id" see:"board"`
	Pack     string `json:"pack" see:"board"` // id and version of the content pack
	Pin      Pin    `json:"framework_pin" see:"board"`
	Language string `json:"language" see:"board"` // nl or en: the language of the PDF
	State    State  `json:"state" see:"board"`

	// Revision counts every act; WorkingVersion is the version being written.
	Revision       int       `json:"revision" see:"board"`
	WorkingVersion int       `json:"working_version" see:"board"`
	Versions       []Version `json:"versions" see:"board"`
	Moves          []Move    `json:"moves"`

	Profile          Profile        `json:"profile" see:"board"`
	Survey           Survey         `json:"survey"`
	Start            Start          `json:"start" see:"board"`
	Views            []View         `json:"competence_views"`
	Observations     []Observation  `json:"observations"`
	Focus            Focus          `json:"focus"`
	SchoolGoals      []SchoolGoal   `json:"school_goals,omitempty" see:"coach"`
	Goals            []Goal         `json:"goals" see:"board"`
	Activities       []Activity     `json:"activities" see:"board"`
	Conditions       Conditions     `json:"conditions" see:"board"`
	Agreements       []Agreement    `json:"agreements" see:"board"`
	CoreValues       []CoreValue    `json:"core_values,omitempty" see:"coach"` // none: those of the pack
	QuestionToCoach  string         `json:"question_to_coach" see:"coach"`
	Notes            []Note         `json:"notes" see:"coach"`
	Evidence         []Evidence     `json:"evidence" see:"board"`
	Reflections      []Reflection   `json:"reflections"`
	Midyear          *Midyear       `json:"midyear" see:"board"`
	Evaluation       *Evaluation    `json:"evaluation" see:"board"`
	CarriedOver      []CarriedOver  `json:"carried_over" see:"board"`
	GoingOn          *GoingOn       `json:"going_on,omitempty"`
	Letter           *Letter        `json:"letter,omitempty"`
	YearBefore       string         `json:"year_before,omitempty"` // the plan that this one goes on from
	Signatures       []Signature    `json:"signatures" see:"board"`
	Answers          []Answer       `json:"answers,omitempty" see:"coach"`
	Confirmations    []Confirmation `json:"confirmations,omitempty" see:"coach"`
	Talks            []Talk         `json:"talks,omitempty" see:"coach"`
	Share            Share          `json:"share" see:"board"`
	EntitlementLines []Line         `json:"entitlement_lines" see:"board"`
	ExtraLines       []ExtraLine    `json:"extra_lines" see:"board"`
	Assessment       *Assessment    `json:"assessment,omitempty" see:"board"`
	Gone             []Sentences    `json:"gone_competences,omitempty"` // words of what the framework had before
	Sent             []Dispatch     `json:"sent,omitempty"`             // packets made here
	Received         []Receipt      `json:"received,omitempty"`         // packets read in here
	Review           *Review        `json:"review,omitempty"`           // the coach's own, beside a copy
	EditionInfo      *EditionInfo   `json:"edition,omitempty"`

	Unknown []Member `json:"-"`
}

// Pin is the framework as it was when the plan was written.
type Pin struct {
	ID      string `json:"id" see:"board"`
	Version string `json:"version" see:"board"`
	Digest  string `json:"digest" see:"board"`

	Unknown []Member `json:"-"`
}

// Person is somebody with a role in the plan.
type Person struct {
	Name string `json:"name" see:"board"`
	Role string `json:"role" see:"board"`

	Unknown []Member `json:"-"`
}

// Profile is who the teacher is and where they work.
type Profile struct {
	Name          string         `json:"name" see:"board"`
	Framework     string         `json:"framework" see:"board"`
	Sector        string         `json:"sector" see:"board"`
	Function      string         `json:"function" see:"board"`
	FTE           Share4         `json:"fte" see:"board"`
	FTEOf         int            `json:"fte_of,omitempty" see:"board"` // parts of a full job, where people write 18/24; 0 for a decimal
	WorkingWeeks  int            `json:"working_weeks" see:"board"`
	Employment    string         `json:"employment" see:"board"`
	School        string         `json:"school" see:"board"`
	SchoolCode    string         `json:"school_code" see:"board"`
	Board         string         `json:"board" see:"board"`
	SchoolYear    string         `json:"school_year" see:"board"` // 2026-2027
	InductionYear int            `json:"induction_year" see:"board"`
	CaoApplies    string         `json:"cao_applies,omitempty" see:"board"` // yes, no, not-known; where the employment leaves it open
	CaoStarter    string         `json:"cao_starter" see:"board"`           // yes, no, not-known
	PDG           string         `json:"pdg" see:"board"`                   // none, running, done
	Also          []string       `json:"also,omitempty" see:"coach"`        // coach, assessor: what the teacher is beside it
	Routes        []RouteFact    `json:"routes,omitempty" see:"board"`
	PhaseRecorded *PhaseRecorded `json:"phase_recorded" see:"board"`
	Coach         *Person        `json:"coach" see:"board"`
	Manager       *Person        `json:"manager" see:"board"`
	Assessors     []string       `json:"assessors" see:"board"`
	Group         string         `json:"group" see:"board"`
	EmployedFrom  text.Date      `json:"employed_from,omitempty" see:"board"` // empty: the whole school year
	EmployedTo    text.Date      `json:"employed_to,omitempty" see:"board"`
	Employers     []Employer     `json:"employers,omitempty" see:"board"`
	Now           string         `json:"works_at,omitempty"` // the employer where one works after moving on in the year

	Unknown []Member `json:"-"`
}

// RouteFact is a way into teaching, such as that of a career changer, with the
// first and the last day and who recorded it. It is a fact that somebody wrote
// down; no phase follows from it.
type RouteFact struct {
	Route string    `json:"route" see:"board"`
	Since text.Date `json:"since,omitempty" see:"board"`
	Until text.Date `json:"until,omitempty" see:"board"`
	By    string    `json:"by,omitempty" see:"board"`

	Unknown []Member `json:"-"`
}

// Employer is one of several employers. From and To are empty for a whole
// school year; Function, Employment and Conditions only where they differ.
type Employer struct {
	ID         string      `json:"id" see:"board"`
	Board      string      `json:"board" see:"board"`
	School     string      `json:"school" see:"board"`
	SchoolCode string      `json:"school_code,omitempty" see:"board"`
	FTE        Share4      `json:"fte" see:"board"` // 0: not known yet
	FTEOf      int         `json:"fte_of,omitempty" see:"board"`
	Employment string      `json:"employment,omitempty" see:"board"` // how one works there, where that differs
	From       text.Date   `json:"from,omitempty" see:"board"`
	To         text.Date   `json:"to,omitempty" see:"board"`
	Manager    *Person     `json:"manager" see:"board"`
	Function   string      `json:"function,omitempty" see:"board"`
	Group      string      `json:"group,omitempty" see:"board"` // as it was, after moving on
	Coach      *Person     `json:"coach,omitempty" see:"board"` // as it was, after moving on
	Conditions *Conditions `json:"conditions,omitempty" see:"board"`

	Unknown []Member `json:"-"`
}

// Clone returns a plan that shares nothing with p.
func (p Plan) Clone() Plan { return clone(p) }

// clone copies a value with everything that it points at.
func clone[T any](v T) T {
	out := reflect.New(reflect.TypeOf(v)).Elem()
	copyInto(out, reflect.ValueOf(v))
	return out.Interface().(T)
}

func copyInto(dst, src reflect.Value) {
	switch src.Kind() {
	case reflect.Pointer:
		if src.IsNil() {
			return
		}
		dst.Set(reflect.New(src.Type().Elem()))
		copyInto(dst.Elem(), src.Elem())
	case reflect.Slice:
		if src.IsNil() {
			return
		}
		dst.Set(reflect.MakeSlice(src.Type(), src.Len(), src.Len()))
		for i := range src.Len() {
			copyInto(dst.Index(i), src.Index(i))
		}
	case reflect.Map:
		if src.IsNil() {
			return
		}
		dst.Set(reflect.MakeMapWithSize(src.Type(), src.Len()))
		for it := src.MapRange(); it.Next(); {
			v := reflect.New(it.Value().Type()).Elem()
			copyInto(v, it.Value())
			dst.SetMapIndex(it.Key(), v)
		}
	case reflect.Struct:
		dst.Set(src)
		for i := range src.NumField() {
			if dst.Field(i).CanSet() {
				copyInto(dst.Field(i), src.Field(i))
			}
		}
	case reflect.Interface:
		if src.IsNil() {
			return
		}
		v := reflect.New(src.Elem().Type()).Elem()
		copyInto(v, src.Elem())
		dst.Set(v)
	default:
		dst.Set(src)
	}
}
