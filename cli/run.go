package cli

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"bekwaam/templates"
)

// run is one run of the program.
type run struct {
	World
	out  *sink
	t    *templates.Texts
	lang string

	flags    struct{ data, lang, color, secret string }
	json     bool
	onScreen bool // the screens have the terminal already
	code     int  // where a command ended without an error

	mu       sync.Mutex
	parts    map[string]bool // files being written
	onSignal func(os.Signal) // nil: a signal ends the run
}

// sink remembers that a write failed, so that a result which did not arrive
// is never called a success.
type sink struct {
	w   io.Writer
	err error
}

func (s *sink) Write(b []byte) (int, error) {
	n, err := s.w.Write(b)
	if err != nil && s.err == nil {
		s.err = err
	}
	return n, err
}

// Run runs the program and returns its exit code.
func Run(w World, args []string) int {
	r := &run{World: w, out: &sink{w: w.Out}, parts: map[string]bool{}}
	r.speak(langFlag(args))
	done := make(chan struct{})
	defer close(done)
	defer r.sweep()
	go r.obey(done)
	if err := r.setClock(); err != nil {
		return r.tell(err)
	}
	cobra.MousetrapHelpText = "" // a double click on Windows opens the app
	root := r.root()
	root.SetArgs(args)
	root.SetIn(w.In)
	root.SetOut(r.out)
	root.SetErr(w.Err)
	err := root.Execute()
	if err == nil && r.out.err != nil {
		err = r.refuse("cli.err.output", "Detail", osReason(r, r.out.err))
	}
	if err != nil {
		return r.tell(err)
	}
	return r.code
}

// setClock makes SOURCE_DATE_EPOCH now, where it is set.
func (r *run) setClock() error {
	v := r.Env("SOURCE_DATE_EPOCH")
	if v == "" {
		return nil
	}
	seconds, err := strconv.ParseInt(v, 10, 64)
	const year9999 = 253402300799
	if err != nil || seconds < 0 || seconds > year9999 {
		return r.misuse("cli.err.epoch", "Value", v)
	}
	r.Now = func() time.Time { return time.Unix(seconds, 0).UTC() }
	return nil
}

// obey waits for signals. Without a handler an interrupt removes what is half
// written and ends the program.
func (r *run) obey(done <-chan struct{}) {
	for {
		select {
		case s := <-r.Signals:
			r.mu.Lock()
			handler := r.onSignal
			r.mu.Unlock()
			if handler == nil {
				r.sweep()
				os.Exit(Interrupted)
			}
			handler(s)
		case <-done:
			return
		}
	}
}

// tell says what went wrong and returns the exit code.
func (r *run) tell(err error) int {
	f := r.fault(err)
	line := clean(f.what)
	if f.hint != "" {
		line += "; " + r.t.T("cli.hint") + ": " + clean(f.hint)
	}
	fmt.Fprintf(r.Err, "bekwaam: %s\n", line)
	return f.code
}

// remark says something beside the result.
func (r *run) remark(id string, args ...any) {
	r.comment(r.t.T(id, cleaned(args)...))
}

// comment is remark for a text that is made already.
func (r *run) comment(line string) { fmt.Fprintf(r.Err, "bekwaam: %s\n", clean(line)) }

// passing shows a line on the terminal until the next one, "" takes it away.
// Without a terminal, and on one that cannot, nothing is shown.
func (r *run) passing(line string) {
	if r.InTerminal && r.OutTerminal && r.Env("TERM") != "dumb" {
		fmt.Fprintf(r.Err, "\r\x1b[K%s", clean(line))
	}
}

// speak chooses the language: the one asked for, else that of the locale.
func (r *run) speak(lang string) {
	if lang != "nl" && lang != "en" {
		lang = localeLang(r.Env)
	}
	r.lang, r.t = lang, templates.NewTexts(lang)
}

// localeLang is the language of the locale: en where it says so, else nl.
func localeLang(env func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := env(name); v != "" {
			if v == "en" || strings.HasPrefix(v, "en_") || strings.HasPrefix(v, "en-") || strings.HasPrefix(v, "en.") {
				return "en"
			}
			return "nl"
		}
	}
	return "nl"
}

// langFlag finds --lang before the flags are read, because their own words
// depend on it.
func langFlag(args []string) string {
	for i, a := range args {
		if a == "--" {
			break
		}
		if v, ok := strings.CutPrefix(a, "--lang="); ok {
			return v
		}
		if a == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
	}
	return ""
}

// sweep removes what is still half written, or was written for somebody who
// never came back for it.
func (r *run) sweep() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for name := range r.parts {
		_ = os.RemoveAll(name)
	}
	clear(r.parts)
}
