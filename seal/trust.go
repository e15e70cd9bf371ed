package seal

import (
	"crypto/x509"

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
	if known, ok := t.contact(s.Fingerprint); ok {
		if known.Name != s.Name {
			note(CodeOtherName)
		}
		// Without the certificate among what is signed, anybody can put
		// another name beside a known key.
		if !c.Bound {
			note(CodeNotBound)
			return
		}
		s.Status, s.TrustedBy = Trusted, known.Name
		return
	}
	if t.Roots != nil {
		between := x509.NewCertPool()
		for _, x := range c.Certs {
			between.AddCert(x)
		}
		chains, err := c.Leaf.Verify(x509.VerifyOptions{
			Roots: t.Roots, Intermediates: between, CurrentTime: at, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageAny},
		})
		if err == nil {
			chain := chains[0]
			s.Status, s.TrustedBy = Trusted, chain[len(chain)-1].Subject.CommonName
			return
		}
		note(CodeChain)
	} else {
		note(CodeUnknownKey)
	}
	for _, k := range t.Contacts {
		if k.Name == s.Name {
			note(CodeOtherKey)
			break
		}
	}
}

func (t Trust) contact(fingerprint string) (Contact, bool) {
	for _, k := range t.Contacts {
		if k.Fingerprint == fingerprint {
			return k, true
		}
	}
	return Contact{}, false
}
