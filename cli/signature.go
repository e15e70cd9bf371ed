package cli

import (
	"strings"
	"time"

	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/seal"
)

// signAs fills the field of a role in a drawn edition. The first signature of
// a board edition certifies: after it there can only be more signatures. The
// seal of any other edition also leaves room for comments.
func signAs(file []byte, e plan.Edition, role string, id seal.Identity, at time.Time) ([]byte, error) {
	field, says := role, e.Word("statement", role)
	allowed := seal.CertifySigning
	if e.Info.Audience != plan.Board {
		field, allowed = report.FieldSeal, seal.CertifyComments
	}
	look, err := report.Appearance(report.StampFor(e, role, id.Name(), keyWords(id.Fingerprint()), at))
	if err != nil {
		return nil, err
	}
	return seal.Sign(file, field, id, seal.Options{Time: at, Name: id.Name(), Reason: says, DocMDP: allowed, Appearance: look})
}

// keyWords are the six words of a key, "" for what is no fingerprint.
func keyWords(fingerprint string) string {
	words, err := seal.Words(fingerprint)
	if err != nil {
		return ""
	}
	return strings.Join(words, " ")
}
