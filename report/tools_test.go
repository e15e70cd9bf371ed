package report

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"bekwaam/internal/need"
	"bekwaam/pdf"
	"bekwaam/plan"
)

// file writes a report to a folder of the test.
func file(t *testing.T, e plan.Edition) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "plan.pdf")
	if err := os.WriteFile(name, render(t, e), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func output(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// TestEveryCase looks at every edition of the worked cases and of a long plan:
// our own rules, and readers of others.
func TestEveryCase(t *testing.T) {
	need.Tool(t, "qpdf", "pdffonts", "pdfinfo")
	plans := map[string]plan.Plan{"starter": starter(t), "secondary": world(t, "secondary"), "flemish": world(t, "flemish"), "long": long(t, 0)}
	for name, p := range plans {
		for _, a := range []plan.Audience{plan.Board, plan.Coach, plan.Assessor, plan.Self} {
			if os.Getenv("CI") == "" && a != plan.Board {
				continue // the others have the same tools to pass there
			}
			path := file(t, plan.For(p, pack(t), a, ""))
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range pdf.Check(b) {
				t.Errorf("%s for %s: %s", name, a, f)
			}
			output(t, "qpdf", "--check", path)
			for _, f := range strings.Split(strings.TrimSpace(output(t, "pdffonts", path)), "\n")[2:] {
				if !strings.Contains(f, "yes yes yes") {
					t.Errorf("%s for %s: font not embedded, cut and with Unicode: %s", name, a, f)
				}
			}
			read := squeeze(output(t, "pdfinfo", "-struct-text", path))
			wanted := []string{"H1(block)", p.Profile.Name, "Functie:" + p.Profile.Function}
			if a != plan.Assessor { // who gets what the teacher chose, and here nothing was chosen yet
				wanted = append(wanted, "Figure", "THead", "/Scope/Column", "Link(inline)")
			}
			for _, want := range wanted {
				if !strings.Contains(read, squeeze(want)) {
					t.Errorf("%s for %s: read out without %q", name, a, want)
				}
			}
		}
	}
}

func TestPoppler(t *testing.T) {
	need.Tool(t, "pdffonts", "pdfinfo", "pdfdetach")
	p := rich(t)
	p.Profile.School = "Школа Вымышленная"
	e := board(t, p)
	name := file(t, e)
	fonts := strings.Split(strings.TrimSpace(output(t, "pdffonts", name)), "\n")[2:]
	for _, f := range fonts {
		if !strings.Contains(f, "yes yes yes") {
			t.Errorf("font not embedded, cut and with Unicode: %s", f)
		}
	}
	if len(fonts) < 3 {
		t.Errorf("%d fonts", len(fonts))
	}
	info := output(t, "pdfinfo", name)
	for _, want := range []string{"Tagged:          yes", "Page size:       595.28 x 841.89 pts (A4)", "JavaScript:      no", "Form:            AcroForm"} {
		if !strings.Contains(info, want) {
			t.Errorf("pdfinfo does not say %q", want)
		}
	}
	tree := output(t, "pdfinfo", "-struct", name)
	for _, want := range []string{"Document", "H1 (block)", "H2 (block)", "H3 (block)", "Table (block)", "TH", "TD", "L (block)", "Link", "Form"} {
		if !strings.Contains(tree, want) {
			t.Errorf("the structure has no %s", want)
		}
	}
	data := name + ".json"
	output(t, "pdfdetach", "-savefile", DataName, "-o", data, name)
	got, err := os.ReadFile(data)
	if err != nil || !bytes.Equal(got, e.Payload()) {
		t.Errorf("the attached file is not the edition's data (%v)", err)
	}
}

// TestTextOut: texts come out of the pages whole, also from cells of several
// lines, in the reading order that a plain tool finds.
func TestTextOut(t *testing.T) {
	need.Tool(t, "pdftotext")
	must, never := phrases(t)
	check := func(name string, p plan.Plan, want []string) {
		all := squeeze(output(t, "pdftotext", file(t, board(t, p)), "-"))
		for _, s := range want {
			if !strings.Contains(all, squeeze(s)) {
				t.Errorf("%s: not whole in the text: %s", name, s)
			}
		}
		for _, s := range never {
			if strings.Contains(strings.ToLower(all), strings.ToLower(squeeze(s))) {
				t.Errorf("%s: in the text: %s", name, s)
			}
		}
	}
	for name, p := range map[string]plan.Plan{"starter": starter(t), "rich": rich(t)} {
		want := append([]string(nil), must...)
		if name == "rich" {
			want = append(want[1:], "Noor Rijkelijk", "volgt op versie 2", "muisstil")
			never = nil
		}
		for _, a := range p.Activities {
			want = append(want, a.Description)
			if a.Partner != nil {
				want = append(want, a.Partner.Name)
			}
		}
		for _, a := range p.Agreements {
			want = append(want, a.Who, a.What)
		}
		for _, g := range p.Goals {
			want = append(want, g.Title)
			if g.KeptFor == "" {
				want = append(want, g.Question, g.WhyForPupils, g.TargetBehaviour, g.Signs, g.LinkSchool, g.EvidencePlanned)
			}
		}
		for _, x := range p.Evidence {
			if x.Audience == "board" {
				want = append(want, x.Title)
			}
		}
		check(name, p, want)
	}
}
