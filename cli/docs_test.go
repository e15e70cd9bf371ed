package cli

import (
	"io"
	"os"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// TestDocsNameEverything keeps docs/cli.md with the commands and flags there
// are.
func TestDocsNameEverything(t *testing.T) {
	data, err := os.ReadFile("../docs/cli.md")
	if err != nil {
		t.Fatal(err)
	}
	doc := string(data)
	w, _ := testWorld(t)
	r := &run{World: w, out: &sink{w: io.Discard}, parts: map[string]bool{}}
	r.speak("en")
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		path := strings.TrimPrefix(strings.TrimPrefix(cmd.CommandPath(), "bekwaam"), " ")
		if path != "" && !cmd.HasSubCommands() && !strings.Contains(doc, "`"+path) {
			t.Errorf("no command %q", path)
		}
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if name := "--" + f.Name; f.Name != "output" && f.Name != "version" && !strings.Contains(doc, name) {
				t.Errorf("%s: no flag %s", path, name)
			}
		})
		for _, c := range cmd.Commands() {
			walk(c)
		}
	}
	walk(r.root())
}
