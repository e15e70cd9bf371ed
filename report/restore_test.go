package report

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"bekwaam/internal/need"
	"bekwaam/plan"
)

// TestAPlanComesBackWithoutTheProgram lets a reader in another language, of at
// most 200 lines and written by docs/formats.md, restore a plan from the PDF
// alone: it is the plan that the pages were made of, field by field.
func TestAPlanComesBackWithoutTheProgram(t *testing.T) {
	need.Tool(t, "python3")
	script, err := os.ReadFile("testdata/restore.py")
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(script, []byte("\n")); n > 200 {
		t.Errorf("the reader has %d lines, not 200 at most", n)
	}
	for _, a := range []plan.Audience{plan.Self, plan.Coach, plan.Board} {
		e := plan.For(starter(t), pack(t), a, "")
		data, _, err := Render(e, Options{Now: noon})
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), "plan.pdf")
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		var said bytes.Buffer
		cmd := exec.Command("python3", "testdata/restore.py", file)
		cmd.Stderr = &said
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s: %v: %s", a, err, said.String())
		}
		got, _, err := plan.Read(out)
		if err != nil {
			t.Fatalf("%s: %v", a, err)
		}
		if want := plan.WriteJSON(e.Plan); !bytes.Equal(plan.WriteJSON(got), want) {
			t.Errorf("%s: the plan is not the one of the pages", a)
		}
	}
}
