package cli

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"bekwaam/plan"
	"bekwaam/store"
	"bekwaam/text"
)

// A fault is what went wrong, in words, with what to do and the exit code.
type fault struct {
	code       int
	what, hint string
	err        error // what lies beneath, or nil
}

func (f *fault) Error() string { return f.what }

// Unwrap returns what lies beneath.
func (f *fault) Unwrap() error { return f.err }

// refuse returns the fault with the text id and, where there is one, the hint
// id.hint. The arguments may come from anywhere and are cleaned.
func (r *run) refuse(id string, args ...any) *fault { return r.newFault(Refused, id, args) }

// misuse is refuse for a command line that makes no sense.
func (r *run) misuse(id string, args ...any) *fault { return r.newFault(Misused, id, args) }

// distrust is refuse for what nobody vouches for.
func (r *run) distrust(id string, args ...any) *fault { return r.newFault(NotTrusted, id, args) }

func (r *run) newFault(code int, id string, args []any) *fault {
	args = cleaned(args)
	f := &fault{code: code, what: r.t.T(id, args...)}
	if r.t.Has(id + ".hint") {
		f.hint = r.t.T(id+".hint", args...)
	}
	return f
}

// longest is how much of a foreign text stands in a message.
const longest = 300

// clean makes one safe line of what may hold anything.
func clean(s string) string {
	s, _ = text.Line(s, 4*longest)
	return s
}

func cleaned(args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		if s, ok := a.(string); ok {
			a, _ = text.Line(s, longest)
		}
		out[i] = a
	}
	return out
}

// fault puts any error into words.
func (r *run) fault(err error) *fault {
	var f *fault
	var inUse *store.InUseError
	var several *store.AmbiguousError
	var frozen *store.FrozenError
	var failed *store.FailedError
	var bad *plan.Error
	if f := r.lockFault(err); f != nil && !errors.As(err, new(*fault)) {
		return f
	}
	switch {
	case errors.As(err, &f):
		return f
	case errors.As(err, &inUse):
		if inUse.Since.IsZero() {
			return r.refuse("cli.err.in-use")
		}
		return r.refuse("cli.err.in-use-since", "Time", inUse.Since.In(r.Now().Location()).Format("15:04"))
	case errors.As(err, &several):
		return r.refuse("cli.err.several", "Plan", several.Prefix, "Plans", strings.Join(several.IDs, ", "))
	case errors.As(err, &frozen):
		return r.refuse("cli.err.frozen", "Version", frozen.Version)
	case errors.As(err, &failed):
		return r.refuse("cli.err.store-"+failed.Reason, "Dir", r.dataDirShown(), "Detail", osReason(r, failed.Err))
	case errors.Is(err, store.ErrDamaged):
		return r.refuse("cli.err.store-damaged", "Dir", r.dataDirShown())
	case errors.Is(err, store.ErrNewer):
		return r.refuse("cli.err.store-newer", "Dir", r.dataDirShown())
	case errors.Is(err, store.ErrNoPlan):
		return r.refuse("cli.err.no-plan")
	case errors.As(err, &bad):
		return r.refusePlan("", bad)
	}
	return r.refuse("cli.err.other", "Detail", err.Error())
}

// refusePlan puts an error of the plan into words: the file, the line and the
// place in it, and what is wrong there.
func (r *run) refusePlan(file string, e *plan.Error) *fault {
	value := ""
	if len(e.Args) > 0 {
		value = e.Args[0]
	}
	id := "cli.plan." + e.Code
	if value == "" && r.t.Has(id+".bare") {
		id += ".bare"
	}
	f := r.refuse(id, "Value", value)
	if e.Code == plan.CodeGuided && len(e.Args) > 2 {
		f = r.refuse(id, "Value", value, "Role", roleWord(r.t, e.Args[1]), "Year", e.Args[2])
	}
	if f.hint == "" {
		f.hint = r.t.T("cli.plan.hint")
		if file == "" {
			f.hint = r.t.T("cli.plan.hint-command")
		}
	}
	var where []string
	if file != "" {
		where = append(where, clean(file))
	}
	if e.Line > 0 {
		where = append(where, r.t.T("cli.line", "Line", e.Line))
	}
	if place := e.Where(); place != "" {
		where = append(where, clean(place))
	}
	if len(where) > 0 {
		f.what = strings.Join(where, ", ") + ": " + f.what
	}
	f.err = e
	return f
}

// osReason is why the system would not do something, in words.
func osReason(r *run, err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return r.t.T("cli.os.not-there")
	case errors.Is(err, fs.ErrPermission):
		return r.t.T("cli.os.denied")
	case errors.Is(err, syscall.ENOSPC):
		return r.t.T("cli.os.full")
	case errors.Is(err, syscall.EISDIR):
		return r.t.T("cli.os.folder")
	case errors.Is(err, syscall.ENOTDIR):
		return r.t.T("cli.os.no-folder")
	case errors.Is(err, syscall.EROFS):
		return r.t.T("cli.os.read-only")
	case errors.Is(err, syscall.ENAMETOOLONG):
		return r.t.T("cli.os.long")
	}
	if e := (*os.PathError)(nil); errors.As(err, &e) {
		err = e.Err
	}
	return err.Error()
}
