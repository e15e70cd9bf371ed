package cli

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"strings"
	"time"

	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/seal"
)

// signing is who signs an edition, and how.
type signing struct {
	role    string
	field   string // empty: that of the role
	id      seal.Identity
	at      time.Time
	stamper func([]byte) ([]byte, error) // nil: no time-stamp
}

// signAs fills the field of a role in a drawn edition. The teacher's signature
// under a board edition certifies it: after that there can only be more
// signatures. The seal of any other edition also leaves room for comments.
func signAs(file []byte, e plan.Edition, x signing) ([]byte, error) {
	field, allowed := first(x.field, x.role), seal.Approve
	switch {
	case e.Info.Audience != plan.Board:
		field, allowed = report.FieldSeal, seal.CertifyComments
	case x.role == plan.RoleTeacher:
		allowed = seal.CertifySigning
	}
	look := report.Appearance(report.StampFor(e, x.role, x.id.Name(), keyWords(x.id.Fingerprint()), x.at))
	return seal.Sign(file, field, x.id, seal.Options{Time: x.at, Name: x.id.Name(), Reason: e.Word("statement", x.role), DocMDP: allowed, Appearance: look,
		Timestamp: x.stamper})
}

// keyWords are the six words of a key, "" for what is no fingerprint.
func keyWords(fingerprint string) string {
	words, err := seal.Words(fingerprint)
	if err != nil {
		return ""
	}
	return strings.Join(words, " ")
}

// Bounds of a program that fetches a time-stamp.
const (
	stampWait  = 30 * time.Second
	stampBytes = 64 << 10
)

// stamper runs a program of the person's that reads a request for a time-stamp
// on stdin and writes the authority's response to stdout: this program itself
// speaks with nobody. Without a program there are no time-stamps.
func (r *run) stamper(program string) func([]byte) ([]byte, error) {
	if program == "" {
		return nil
	}
	return func(request []byte) ([]byte, error) {
		ctx, stop := context.WithTimeout(context.Background(), stampWait)
		defer stop()
		cmd := exec.CommandContext(ctx, program)
		var out bytes.Buffer
		cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(request), &out, r.Err
		cmd.WaitDelay = time.Second
		if err := cmd.Run(); err != nil {
			return nil, err
		}
		if out.Len() > stampBytes {
			return nil, fmt.Errorf("an answer of %d bytes", out.Len())
		}
		return out.Bytes(), nil
	}
}
