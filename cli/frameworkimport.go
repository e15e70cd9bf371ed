package cli

import (
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"bekwaam/continuum"
	"bekwaam/store"
	"bekwaam/templates"
	"bekwaam/text"
)

func (r *run) frameworkImportCommand() *cobra.Command {
	var as string
	var dryRun bool
	cmd := r.withJSON(r.command("import FILE [--as ID] [--dry-run] [--json]", "framework.import", 1, 1, func(args []string) error {
		return r.withStore(func(s *session) error { return s.frameworkImport(args[0], as, dryRun) })
	}))
	cmd.ValidArgsFunction = nil // files are fine
	cmd.Flags().StringVar(&as, "as", "", r.t.T("cli.flag.framework-as"))
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, r.t.T("cli.flag.framework-dry"))
	return cmd
}

func (r *run) frameworkRemoveCommand() *cobra.Command {
	return r.withJSON(r.command("remove ID [--json]", "framework.remove", 1, 1, func(args []string) error {
		return r.withStore(func(s *session) error { return s.frameworkRemove(args[0]) })
	}))
}

// takenFramework is what an import did, or would do.
type takenFramework struct {
	ID       string       `json:"id"`
	Version  string       `json:"version"`
	Digest   string       `json:"digest"`
	Name     string       `json:"name"`
	Items    int          `json:"items"`          // competences, inherited ones included
	Rows     int          `json:"framework_rows"` // frameworks that came in: 1, or 0 where it was here already
	Refused  []problemRow `json:"refused"`
	Warnings []string     `json:"warnings"`
	Accepted bool         `json:"accepted"`
}

// opening is how a framework of somebody else is read: with clean texts, and
// under another id where one is given.
func (r *run) opening(id string) templates.Opening { return templates.Opening{Clean: oneLine, ID: id} }

// longestName is more characters than the longest text of a framework has.
const longestName = 1 << 16

func oneLine(s string) string {
	s, _ = text.Line(s, longestName)
	return s
}

// frameworkImport reads the framework of a board in, under its own id or
// another one. What is here already changes nothing.
func (s *session) frameworkImport(file, as string, dryRun bool) error {
	f, problems, err := s.openOwn(file, as)
	if err != nil {
		return err
	}
	if f != nil { // first, because everything of the program that speaks of this id would be a problem too
		built, taken, err := builtIn(f.ID)
		if err != nil {
			return err
		}
		if taken && built.Digest != f.Digest {
			return s.refuse("cli.err.framework-builtin", "Framework", f.ID, "File", file)
		}
	}
	t := takenFramework{Refused: problemRows(problems), Warnings: []string{}}
	if f != nil {
		t.ID, t.Version, t.Digest, t.Name, t.Items = clean(f.ID), clean(f.Version), f.Digest, clean(f.Say(f.Name, s.lang)), f.Count().Competences
	}
	if len(problems) > 0 {
		if s.json {
			err = s.printJSON(t)
		} else {
			s.sayProblems(t.Refused)
		}
		if err != nil {
			return err
		}
		return s.refuse("cli.err.framework", "File", file, "Count", len(problems))
	}
	before, there := s.pack.Framework(f.ID)
	same := there && before.Digest == f.Digest
	if there && !same && before.Version == f.Version {
		t.Warnings = append(t.Warnings, "same-version")
	}
	if !same {
		t.Rows = 1
	}
	if !dryRun {
		if !same {
			if err := s.putOwn(f, clean(filepath.Base(file))); err != nil {
				return err
			}
			s.pack = s.pack.Holding(f)
		}
		t.Accepted = true
	}
	if s.json {
		return s.printJSON(t)
	}
	s.tellTaken(t, there, dryRun)
	return nil
}

func (s *session) tellTaken(t takenFramework, there, dryRun bool) {
	id := "cli.framework.taken"
	switch {
	case t.Rows == 0:
		id = "cli.framework.here"
	case dryRun:
		id = "cli.framework.would"
	case there:
		id = "cli.framework.replaced"
	}
	s.print("%s", s.t.T(id, "Name", t.Name, "ID", t.ID, "Version", t.Version, "Count", t.Items))
	if len(t.Warnings) > 0 {
		s.remark("cli.framework.same-version", "Version", t.Version)
	}
}

// openOwn reads a framework from a file. It may build on one of the program or
// on one that was read in earlier.
func (s *session) openOwn(file, as string) (*continuum.Framework, []continuum.Problem, error) {
	data, err := s.readNamed(file, templates.MaxFile)
	if err != nil {
		return nil, nil, err
	}
	how := s.opening(as)
	bare, err := templates.ReadFramework(filepath.Base(file), data)
	if err == nil && bare.Extends != "" {
		how.Pack = s.buildingOn(bare.Extends)
	}
	f, problems := how.Framework(filepath.Base(file), data)
	return f, problems, nil
}

// buildingOn is the pack of the program, with the framework of that id where
// it was read in here.
func (s *session) buildingOn(id string) *continuum.Pack {
	if _, ok, err := builtIn(id); ok || err != nil {
		return nil
	}
	f, ok := s.pack.Framework(id)
	pack, err := templates.Pack()
	if !ok || err != nil {
		return nil
	}
	return pack.Holding(f)
}

// frameworkRemove takes away a framework that was read in here, where nothing
// needs it.
func (s *session) frameworkRemove(id string) error {
	list, err := s.ownFrameworks()
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(list, func(o ownFramework) bool { return o.ID == id }) {
		_, ok, err := builtIn(id)
		switch {
		case err != nil:
			return err
		case ok:
			return s.refuse("cli.err.framework-stays", "Framework", id)
		}
		return s.refuse("cli.err.no-such-framework", "Framework", id)
	}
	for _, o := range list {
		if f, ok := s.pack.Framework(o.ID); ok && f.Extends == id {
			return s.refuse("cli.err.framework-base", "Framework", id, "Other", o.ID)
		}
	}
	n := 0
	page, _, err := s.st.Page(store.ByChange, "", 1<<20)
	if err != nil {
		return err
	}
	for _, sum := range page {
		if sum.Framework == id {
			n++
		}
	}
	if n > 0 {
		return s.refuse("cli.err.framework-used", "Framework", id, "Count", n)
	}
	if err := s.dropOwn(id); err != nil {
		return err
	}
	if s.json {
		return s.printJSON(map[string]string{"removed": id})
	}
	s.print("%s", s.t.T("cli.framework.removed", "ID", id))
	return nil
}
