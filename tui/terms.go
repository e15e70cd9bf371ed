package tui

// Help names the phases that belong to the sentences. On the screen itself
// they are left out: one chooses a description, not a rank.
func (s *sentences) Help(e *env) (string, []term) {
	var out []term
	for i, p := range s.points(e) {
		if phase, ok := e.fw.Phase(p.id); ok {
			out = append(out, term{e.t.T("s22.help.sentence", "Number", i+1), e.say(phase.Name)})
		}
	}
	return e.t.T("s22.help"), out
}

// Help explains what a learning question is.
func (s *goalList) Help(e *env) (string, []term) { return "", []term{learningQuestion(e)} }

// Help explains what a learning question is.
func (s *goalForm) Help(e *env) (string, []term) { return "", []term{learningQuestion(e)} }

func learningQuestion(e *env) term {
	return term{lowerFirst(e.t.T("s41.question")), e.t.T("s41.question.means")}
}
