package seal

import (
	"crypto/x509"
	"time"

	"bekwaam/seal/internal/cms"
)

// judge decides whether somebody says whose key an intact signature was made
// with. A certificate must have been valid at the claimed time, or now when
// the claimed time is missing or in the future.
func (t Trust) judge(s *Signature, c *cms.Result) {
	s.Status = Untrusted
	note := func(code Code) { s.Problems = append(s.Problems, Problem{Code: code, Revision: s.Revision}) }
	at := s.Time
	if at.IsZero() {
		note(CodeTimeUnknown)
	}
	if at.IsZero() || at.After(t.Now) && !t.Now.IsZero() {
		at = t.Now
	}
	const signing = x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment
	switch {
	case at.Before(c.Leaf.NotBefore) || at.After(c.Leaf.NotAfter):
		note(CodeNotThen)
		return
	case c.Leaf.KeyUsage != 0 && c.Leaf.KeyUsage&signing == 0:
		note(CodeNotSigning)
		return
	}
	if t.known(s, c, at, note) || t.vouched(s, c, at) {
		return
	}
	switch s.How {
	case Unchecked:
		note(CodeUnchecked)
	case Impostor:
		note(CodeOtherKey)
	case Stranger:
		if t.Roots == nil {
			note(CodeUnknownKey)
		} else {
			note(CodeChain)
		}
	}
}

// known: the key is that of a contact.
func (t Trust) known(s *Signature, c *cms.Result, at time.Time, note func(Code)) bool {
	s.How, s.Contact = t.Contacts.Meet(c.Leaf)
	known := s.Contact
	switch {
	case s.How == Familiar:
	case s.How == Successor && !known.Checked.IsZero():
		note(CodeRenewed)
	case s.How == Former && !known.Checked.IsZero():
		note(CodeReplaced)
		if at.After(known.Replaced) {
			return false
		}
	default:
		return false
	}
	if !SameName(known.Name, s.Name) {
		note(CodeOtherName)
	}
	// Without the certificate among what is signed, anybody can put another
	// name beside a known key.
	if !c.Bound {
		note(CodeNotBound)
		return false
	}
	s.Status, s.TrustedBy = Trusted, known.Name
	return true
}

// vouched: an authority that is known issued the certificate.
func (t Trust) vouched(s *Signature, c *cms.Result, at time.Time) bool {
	by := t.authority(c.Leaf, c.Certs, at)
	if by == "" {
		return false
	}
	s.Status, s.TrustedBy = Trusted, by
	return true
}

// authority is the name of the root that issued a certificate, "" for none
// that is known.
func (t Trust) authority(leaf *x509.Certificate, with []*x509.Certificate, at time.Time) string {
	if t.Roots == nil {
		return ""
	}
	between := x509.NewCertPool()
	for _, x := range with {
		between.AddCert(x)
	}
	chains, err := leaf.Verify(x509.VerifyOptions{
		Roots: t.Roots, Intermediates: between, CurrentTime: at, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageAny},
	})
	if err != nil {
		return ""
	}
	return chains[0][len(chains[0])-1].Subject.CommonName
}

// stamped judges a time-stamp.
func (t Trust) stamped(x *cms.Timestamp) *Timestamp {
	if x == nil {
		return nil
	}
	return &Timestamp{Time: x.Time, By: x.Leaf.Subject.CommonName, Trusted: t.authority(x.Leaf, x.Certs, x.Time) != ""}
}
