package cli

import (
	"bytes"
	"errors"
	"strings"

	"bekwaam/plan"
	"bekwaam/store"
)

// readDocument reads the plan in a file. A document cannot be signed and is
// read with a remark where something in it was left out.
func (s *session) readDocument(name string, data []byte, isPDF bool, flags importFlags, t *taken) (plan.Plan, error) {
	if isPDF {
		return s.readPDF(name, data, flags, t)
	}
	p, remarks, err := plan.Read(data)
	if err != nil {
		return plan.Plan{}, s.documentFault(name, err)
	}
	s.remarks(name, remarks)
	if p.EditionInfo != nil {
		t.Kind = string(p.EditionInfo.Audience)
		if t.Kind == string(plan.Self) {
			t.Kind = "document"
		}
	}
	return p, nil
}

// openLocked reads an emergency file of a store with a passphrase.
func (s *session) openLocked(name string, data []byte, secret string) ([]byte, error) {
	plain, err := s.st.ReadLocked(bytes.NewReader(data), "", maxDocument)
	if errors.Is(err, store.ErrLocked) {
		given := ""
		if given, err = s.passphrase(secret, "cli.ask.backup"); err == nil {
			plain, err = s.st.ReadLocked(bytes.NewReader(data), given, maxDocument)
		}
	}
	if errors.Is(err, store.ErrDamaged) || errors.Is(err, store.ErrNoVault) {
		return nil, s.refuse("cli.err.locked-file", "File", name)
	}
	return plain, err
}

// documentFault names the file and the place in it.
func (r *run) documentFault(name string, err error) error {
	if bad := (*plan.Error)(nil); errors.As(err, &bad) {
		return r.refusePlan(name, bad)
	}
	return err
}

// remarks says what a person should know about a document that was read all
// the same.
func (s *session) remarks(name string, list []plan.Remark) {
	for _, x := range list {
		s.remark("cli.remark."+x.Code, "File", name, "What", strings.Join(x.Args, ", "))
	}
}

// codeOf is the machine's name of what was wrong.
func codeOf(err error) string {
	if code := plan.Code(err); code != "" {
		return code
	}
	if f := (*fault)(nil); errors.As(err, &f) && f.code == NotTrusted {
		return "not-trusted"
	}
	return "unreadable"
}

// whereOf is the place in the document that was wrong.
func whereOf(err error) string {
	if bad := (*plan.Error)(nil); errors.As(err, &bad) {
		where := bad.Where()
		if bad.Line > 0 {
			where = strings.TrimSuffix("line "+itoa(bad.Line)+" "+where, " ")
		}
		return where
	}
	return ""
}
