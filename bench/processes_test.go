package bench

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// processes: the program from start to end, with its store, writing the file
// safely, against other programs that turn the same words in the same order
// into pages: from headings, paragraphs, lists and tables that are theirs.
func (w *world) processes(t *testing.T) []ratio {
	program := filepath.Join(w.dir, "bekwaam")
	if out, err := exec.Command("go", "build", "-o", program, "bekwaam").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	store, result := filepath.Join(w.dir, "store"), filepath.Join(w.dir, "own.pdf")
	run := func(args ...string) {
		cmd := exec.Command(program, append(args, "--data", store)...)
		if out, err := cmd.CombinedOutput(); err != nil {
			panic(fmt.Sprintf("%v: %v\n%s", args, err, out))
		}
	}
	run("import", filepath.Join("..", "plan", "testdata", "starter.yaml"))
	export := func() { run("export", "latest", "-o", result, "--audience", "board") }
	export()

	content := contentOf(w.signed[0], takeApart(w.signed[0]))
	words := len(strings.Fields(content.all()))
	if words < 1000 {
		t.Fatalf("%d words of content", words)
	}
	return []ratio{
		w.rival(export, 1, 11, "groff", content.roff(), func(from, to string) *exec.Cmd {
			cmd := exec.Command("groff", "-k", "-Tpdf", "-t", "-ms", from)
			cmd.Stdout = must(os.Create(to))
			return cmd
		}),
		w.rival(export, 20, 3, "chromium", content.page(), func(from, to string) *exec.Cmd {
			return exec.Command("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf="+to, from)
		}),
	}
}

// rival is a program that makes pages of input, and has to take at least
// bound times as long as ours does.
func (w *world) rival(ours func(), bound float64, turns int, name, input string, command func(from, to string) *exec.Cmd) ratio {
	r := ratio{what: "whole process, against " + name, floor: name + " with the same words", bound: bound, least: true, turns: turns, ours: ours}
	if _, err := exec.LookPath(name); err != nil {
		r.lacks = name
		return r
	}
	from, to := filepath.Join(w.dir, name+".html"), filepath.Join(w.dir, name+".pdf")
	done(os.WriteFile(from, []byte(input), 0o600))
	r.other = func() {
		cmd := command(from, to)
		done(cmd.Run())
		if f, ok := cmd.Stdout.(*os.File); ok {
			done(f.Close())
		}
	}
	r.other()
	if b := must(os.ReadFile(to)); !bytes.HasPrefix(b, []byte("%PDF-")) || len(b) < 10_000 {
		panic(name + " made no pages")
	}
	return r
}

func (n node) roff() string {
	var b strings.Builder
	n.groff(&b)
	return b.String()
}

func (n node) page() string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><meta charset=utf-8><title>Plan</title>\n")
	n.html(&b)
	return b.String()
}
