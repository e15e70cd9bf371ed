package plan

// SchoolGoal is a goal that the school or the team has for this year, entered
// once and then there for every own goal to fit. Competences are the parts of
// the framework that it touches, as the teacher sees it.
type SchoolGoal struct {
	ID          string   `json:"id" see:"coach"`
	Text        string   `json:"text" see:"coach"`
	Of          string   `json:"of" see:"coach"` // school or team
	Competences []string `json:"competences,omitempty" see:"coach"`
	Employer    string   `json:"employer,omitempty" see:"coach"`

	Unknown []Member `json:"-"`
}

// Whose goal a [SchoolGoal] is.
const (
	OfSchool = "school"
	OfTeam   = "team"
)

var schoolGoalItems = list[SchoolGoal]{"school-goal", func(g *SchoolGoal) *string { return &g.ID }, func(p *Plan) *[]SchoolGoal { return &p.SchoolGoals }}

// AddSchoolGoal adds a goal of school or team.
func AddSchoolGoal(p Plan, g SchoolGoal) (Change, error) { return schoolGoalItems.add(p, g) }

// EditSchoolGoal changes one of them; field names what changed. What own goals
// say about fitting it stays as the teacher wrote it.
func EditSchoolGoal(p Plan, id, field string, edit func(*SchoolGoal)) (Change, error) {
	return schoolGoalItems.edit(p, id, field, edit)
}

// RemoveSchoolGoal takes one of them away. What own goals say about fitting it
// stays.
func RemoveSchoolGoal(p Plan, id string) (Change, error) { return schoolGoalItems.remove(p, id, nil) }
