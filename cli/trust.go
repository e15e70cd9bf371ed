package cli

import (
	"crypto/x509"
	"path/filepath"
	"slices"

	"bekwaam/seal"
	"bekwaam/store"
)

// known is the file beside the store with everybody's pinned certificates.
const knownCerts = "contacts.json"

// published are the people whose keys are known, as the files beside the
// store have them: the person and the contacts. It does not open the store.
func (r *run) published() seal.Contacts {
	dir, err := r.dataDir()
	if err != nil {
		return nil
	}
	var out seal.Contacts
	if data, err := readRegular(filepath.Join(dir, ownCert), maxKeyFile); err == nil {
		if chain, err := seal.DecodeCertificates(data); err == nil {
			out = append(out, own(chain[0]))
		}
	}
	if data, err := readRegular(filepath.Join(dir, knownCerts), maxDocument); err == nil {
		if list, err := seal.DecodeContacts(data); err == nil {
			out = append(out, list...)
		}
	}
	return out
}

// own is the person among the people whose keys are known.
func own(c *x509.Certificate) seal.Contact {
	return seal.Contact{Name: c.Subject.CommonName, Fingerprint: seal.Fingerprint(c), Certificate: c, Pinned: c.NotBefore, Checked: c.NotBefore}
}

// trust is who is known, for judging signatures: the own key, the contacts,
// and the people and authorities in a file of certificates.
func (r *run) trust(file string) (seal.Trust, error) {
	if dir, err := r.dataDir(); err == nil && store.HasPassphrase(dir) {
		if r.flags.secret == "" {
			r.remark("cli.remark.unknown-locked")
			return r.trusting(nil, file)
		}
		s, err := r.open(store.Options{})
		if err != nil {
			return seal.Trust{}, err
		}
		defer func() { _ = s.st.Close() }() // nothing was written
		return s.trust(file)
	}
	return r.trusting(r.published(), file)
}

// trust asks the store who is known.
func (s *session) trust(file string) (seal.Trust, error) {
	known, err := s.people()
	if err != nil {
		return seal.Trust{}, err
	}
	return s.trusting(known, file)
}

func (r *run) trusting(known seal.Contacts, file string) (seal.Trust, error) {
	trust := seal.Trust{Contacts: known, Now: r.Now()}
	if file == "" {
		return trust, nil
	}
	data, err := r.readNamed(file, maxKeyFile)
	if err != nil {
		return seal.Trust{}, err
	}
	chain, err := seal.DecodeCertificates(data)
	if err != nil {
		return seal.Trust{}, r.refuse("cli.err.trust", "File", file)
	}
	trust.Roots = x509.NewCertPool()
	// Who names a certificate on the command line vouches for it.
	given := seal.Contacts{}
	for _, c := range chain {
		trust.Roots.AddCert(c)
		given = append(given, own(c))
	}
	trust.Contacts = slices.Concat(given, known)
	return trust, nil
}
