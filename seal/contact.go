package seal

import (
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// Contact is a person and one key of theirs. A person who got another key has
// two: the old one stays on record.
type Contact struct {
	Name        string // as whoever keeps the contact calls them
	Fingerprint string
	Certificate *x509.Certificate // nil for what was made from an Identity
	Pinned      time.Time         // when it was made or first seen
	Checked     time.Time         // when the words were compared; zero: not yet
	Replaced    time.Time         // when another key took its place; zero: in use
	Renews      string            // the fingerprint of the key that vouches for it; may be empty
}

// Live: it is the person's key now, and whose it is was checked.
func (c Contact) Live() bool { return c.Replaced.IsZero() && !c.Checked.IsZero() }

// Contacts are the people whose keys are on record. Its methods return a new
// list and leave the old one alone.
type Contacts []Contact

var (
	// ErrOtherKey: the name is known with another key, so somebody has to
	// speak with the person first.
	ErrOtherKey = errors.New("seal: this name is known with another key")
	// ErrOtherName: the key is known under another name.
	ErrOtherName = errors.New("seal: this key is known under another name")
	// ErrNoContact: nobody with that key or name.
	ErrNoContact = errors.New("seal: no such contact")
	// ErrContact: bytes are not a contact as Encode writes it.
	ErrContact = errors.New("seal: not a contact")
)

// Key returns the contact with that fingerprint.
func (cs Contacts) Key(fingerprint string) (Contact, bool) {
	for _, c := range cs {
		if c.Fingerprint == fingerprint {
			return c, true
		}
	}
	return Contact{}, false
}

// Named returns the keys under a name, the one in use last.
func (cs Contacts) Named(name string) Contacts {
	var out Contacts
	for _, c := range cs {
		if SameName(c.Name, name) {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b Contact) int { return a.until().Compare(b.until()) })
	return out
}

// until is when the key stopped being the person's: never, for one in use.
func (c Contact) until() time.Time {
	if c.Replaced.IsZero() {
		return time.Unix(1<<40, 0)
	}
	return c.Replaced
}

// Acquaintance is how well a key is known.
type Acquaintance string

// From well to badly.
const (
	Familiar  Acquaintance = "known"     // the words were compared
	Unchecked Acquaintance = "unchecked" // seen before, the words were not compared
	Successor Acquaintance = "renewed"   // a known key vouches for it
	Former    Acquaintance = "replaced"  // another key took its place since
	Stranger  Acquaintance = "new"       // neither key nor name is known
	Impostor  Acquaintance = "other-key" // a known name with another key: stop
)

// Meet says how well the key of a certificate is known, and which contact that
// is about: the key's own, for Successor the one that vouches, for Impostor the
// one with the name.
func (cs Contacts) Meet(c *x509.Certificate) (Acquaintance, Contact) {
	if known, ok := cs.Key(Fingerprint(c)); ok {
		switch {
		case !known.Replaced.IsZero():
			return Former, known
		case known.Checked.IsZero():
			return Unchecked, known
		}
		return Familiar, known
	}
	for _, print := range Renewed(c) {
		if known, ok := cs.Key(print); ok && known.Replaced.IsZero() {
			return Successor, known
		}
	}
	if named := cs.Named(c.Subject.CommonName); len(named) > 0 {
		return Impostor, named[len(named)-1]
	}
	return Stranger, Contact{}
}

// Pin puts a key on record under a name, or notes that the words of one on
// record were compared. Errors wrap ErrOtherKey or ErrOtherName.
func (cs Contacts) Pin(c *x509.Certificate, name string, now time.Time, checked bool) (Contacts, error) {
	print := Fingerprint(c)
	out := slices.Clone(cs)
	for i := range out {
		x := &out[i]
		switch {
		case x.Fingerprint != print:
			if x.Replaced.IsZero() && SameName(x.Name, name) {
				return cs, fmt.Errorf("%w: %q", ErrOtherKey, name)
			}
		case !SameName(x.Name, name):
			return cs, fmt.Errorf("%w: %q", ErrOtherName, x.Name)
		case !x.Replaced.IsZero():
			return cs, fmt.Errorf("%w: %q", ErrOtherKey, name)
		default:
			if checked && x.Checked.IsZero() {
				x.Checked = now
			}
			return out, nil
		}
	}
	x := Contact{Name: name, Fingerprint: print, Certificate: c, Pinned: now}
	if checked {
		x.Checked = now
	}
	return append(out, x), nil
}

// Replace puts a key in the place of the one under that name, after somebody
// spoke with the person. Errors wrap ErrNoContact or ErrOtherName.
func (cs Contacts) Replace(c *x509.Certificate, name string, now time.Time) (Contacts, error) {
	if len(cs.Named(name)) == 0 {
		return cs, fmt.Errorf("%w: %q", ErrNoContact, name)
	}
	out := slices.DeleteFunc(slices.Clone(cs), func(x Contact) bool { return x.Fingerprint == Fingerprint(c) && SameName(x.Name, name) })
	for i := range out {
		if out[i].Replaced.IsZero() && SameName(out[i].Name, name) {
			out[i].Replaced = now
		}
	}
	return out.Pin(c, name, now, true)
}

// Follow puts a renewed key in the place of the key that vouches for it, as
// well checked as that one. Errors wrap ErrNoContact when no known key does.
func (cs Contacts) Follow(c *x509.Certificate, now time.Time) (Contacts, error) {
	how, old := cs.Meet(c)
	if how != Successor {
		return cs, ErrNoContact
	}
	out := slices.Clone(cs)
	for i := range out {
		if out[i].Fingerprint == old.Fingerprint {
			out[i].Replaced = now
		}
	}
	return append(out, Contact{Name: old.Name, Fingerprint: Fingerprint(c), Certificate: c, Pinned: now, Checked: old.Checked, Renews: old.Fingerprint}), nil
}

// contactJSON is a contact as it is kept.
type contactJSON struct {
	Name        string    `json:"name"`
	Certificate []byte    `json:"certificate"`
	Pinned      time.Time `json:"pinned"`
	Checked     time.Time `json:"checked,omitzero"`
	Replaced    time.Time `json:"replaced,omitzero"`
	Renews      string    `json:"renews,omitempty"`
}

// Encode writes the contacts as JSON, in their order.
func (cs Contacts) Encode() ([]byte, error) {
	list := []contactJSON{}
	for _, c := range cs {
		if c.Certificate == nil {
			return nil, fmt.Errorf("%w: %q has no certificate", ErrContact, c.Name)
		}
		list = append(list, contactJSON{c.Name, c.Certificate.Raw, c.Pinned.UTC(), c.Checked.UTC(), c.Replaced.UTC(), c.Renews})
	}
	return json.Marshal(list)
}

// DecodeContacts reads what Encode wrote. Errors wrap ErrContact.
func DecodeContacts(b []byte) (Contacts, error) {
	var list []contactJSON
	if err := json.Unmarshal(b, &list); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrContact, err)
	}
	var out Contacts
	for _, x := range list {
		c, err := x509.ParseCertificate(x.Certificate)
		if err != nil || x.Name == "" {
			return nil, fmt.Errorf("%w: %q: %v", ErrContact, x.Name, err)
		}
		out = append(out, Contact{x.Name, Fingerprint(c), c, x.Pinned, x.Checked, x.Replaced, x.Renews})
	}
	return out, nil
}

// SameName reports whether people would take two names for one: case, spaces
// and ways to write an accent do not count, nor do Greek and Cyrillic letters
// that look like Latin ones.
func SameName(a, b string) bool { return plainName(a) == plainName(b) }

func plainName(s string) string {
	s = strings.Map(func(r rune) rune {
		if l, ok := lookalike[r]; ok {
			return l
		}
		return r
	}, strings.ToLower(norm.NFKC.String(s)))
	return strings.Join(strings.Fields(s), " ")
}

var lookalike = func() map[rune]rune {
	m := map[rune]rune{}
	for _, p := range []string{"аa", "вb", "еe", "кk", "мm", "нh", "оo", "рp", "сc", "тt", "уy", "хx", "іi", "јj", "ѕs", "һh", "ԁd", "ԛq", "ԝw", "ӏl",
		"αa", "βb", "εe", "ηn", "ιi", "κk", "νv", "οo", "ρp", "τt", "υu", "χx", "ıi"} {
		r := []rune(p)
		m[r[0]] = r[1]
	}
	return m
}()
