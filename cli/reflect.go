package cli

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/text"
)

type reflectFlags struct {
	model, file, date, about string
	competences, goals       []string
}

func (r *run) reflectCommand() *cobra.Command {
	var f reflectFlags
	cmd := r.withJSON(r.command("reflect PLAN --model M --file F [--date D] [--about T] [--competence C…] [--goal G…] [--json]", "reflect", 1, 1, func(args []string) error {
		if f.file == "" {
			return r.misuse("cli.err.no-file")
		}
		return r.withPlan(args, func(s *session, p plan.Plan) error { return s.reflect(p, f) })
	}))
	cmd.Flags().StringVar(&f.model, "model", "kort", r.t.T("cli.flag.model"))
	cmd.Flags().StringVar(&f.file, "file", "", r.t.T("cli.flag.file"))
	cmd.Flags().StringVar(&f.date, "date", "", r.t.T("cli.flag.on-date"))
	cmd.Flags().StringVar(&f.about, "about", "", r.t.T("cli.flag.about"))
	cmd.Flags().StringSliceVar(&f.competences, "competence", nil, r.t.T("cli.flag.evidence.competence"))
	cmd.Flags().StringSliceVar(&f.goals, "goal", nil, r.t.T("cli.flag.evidence.goal"))
	return cmd
}

// reflect adds a reflection: as many parts as the model has questions, with an
// empty line between them, stand under those questions; anything else is free
// words.
func (s *session) reflect(p plan.Plan, f reflectFlags) error {
	var models []string
	for _, m := range s.pack.ReflectionModels {
		models = append(models, m.ID)
	}
	if err := s.choice("--model", f.model, models...); err != nil {
		return err
	}
	on, err := s.onDay(p, "--date", f.date, "reflect")
	if err != nil {
		return err
	}
	words, err := s.textFile(f.file)
	if err != nil {
		return err
	}
	var e plan.Evidence // for its competences and goals
	if err := s.fillEvidence(&e, p, evidenceFlags{competences: f.competences, goals: f.goals}, func(string) bool { return false }); err != nil {
		return err
	}
	x := plan.Reflection{ID: s.st.NewID(), Date: on, Model: f.model, About: clean(f.about), Competences: e.Competences, Goals: e.Goals, Text: words}
	m, _ := s.pack.ReflectionModel(f.model)
	if parts := paragraphs(words); len(parts) == len(m.Steps) {
		x.Text, x.Answers = "", map[string]string{}
		for i, part := range parts {
			x.Answers[plan.StepKey(m.ID, i+1)] = part
		}
	}
	p, err = s.acts(p, func(p plan.Plan) (plan.Change, error) { return plan.AddReflection(p, x) })
	if err != nil {
		return err
	}
	return s.printItem(p, "reflections", x.ID)
}

// paragraphs are the parts of a text with an empty line between them.
func paragraphs(s string) []string {
	var out []string
	for _, part := range strings.Split(s, "\n\n") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// bytesFrom reads a file that a person named, or with - what comes in.
func (s *session) bytesFrom(path string) ([]byte, error) {
	if path != "-" {
		return s.readNamed(path, maxDocument)
	}
	data, err := io.ReadAll(io.LimitReader(s.In, maxDocument+1))
	if err != nil || len(data) == 0 || len(data) > maxDocument {
		return nil, s.refuse("cli.err.stdin")
	}
	return data, nil
}

// textFile is a file of words, cleaned.
func (s *session) textFile(path string) (string, error) {
	data, err := s.bytesFrom(path)
	if err != nil {
		return "", err
	}
	words, _ := text.Text(string(data), longText)
	return strings.TrimSpace(strings.ReplaceAll(words, "\r\n", "\n")), nil
}
