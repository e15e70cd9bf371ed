package cli

import (
	"errors"
	"slices"
	"strings"

	"bekwaam/plan"
	"bekwaam/seal"
)

// contacts are the people whose keys were pinned.
func (s *session) contacts() (seal.Contacts, error) {
	records, err := s.st.Contacts()
	if err != nil {
		return nil, err
	}
	var out seal.Contacts
	for _, x := range records {
		list, err := seal.DecodeContacts(x.Data)
		if err != nil {
			f := s.refuse("cli.err.contact-broken", "Name", x.Name)
			f.err = err
			return nil, f
		}
		out = append(out, list...)
	}
	return out, nil
}

// people are the person, where they have a key, and the contacts.
func (s *session) people() (seal.Contacts, error) {
	list, err := s.contacts()
	if err != nil {
		return nil, err
	}
	chain, err := s.ownChain()
	if errors.Is(err, errNoKey) {
		return list, nil
	}
	if err != nil {
		return nil, err
	}
	return append(seal.Contacts{own(chain[0])}, list...), nil
}

// keepContacts keeps what changed between two lists. Each person is one
// record, so that a key and the key that took its place stay together.
func (s *session) keepContacts(was, now seal.Contacts) error {
	records, err := s.st.Contacts()
	if err != nil {
		return err
	}
	done := map[string]bool{}
	for _, c := range now {
		name := c.Name
		for _, x := range records {
			if seal.SameName(x.Name, name) {
				name = x.Name
			}
		}
		if done[name] {
			continue
		}
		done[name] = true
		data, err := now.Named(c.Name).Encode()
		if err != nil {
			return err
		}
		if old, err := was.Named(c.Name).Encode(); err == nil && string(old) == string(data) {
			continue
		}
		if err := s.st.PutContact(name, data); err != nil {
			return err
		}
	}
	return s.publishContacts()
}

// publishContacts lets verify know the contacts, as publish does the own key.
func (s *session) publishContacts() error {
	list, err := s.contacts()
	if err != nil {
		return err
	}
	data, err := list.Encode()
	if err != nil {
		return err
	}
	s.beside(knownCerts, data)
	return nil
}

// contactRow is a contact in the output.
type contactRow struct {
	keyRow
	Known    string       `json:"known"` // known, unchecked or replaced
	Pinned   plan.Instant `json:"pinned"`
	Checked  plan.Instant `json:"checked"`
	Replaced plan.Instant `json:"replaced"`
	Renews   string       `json:"renews"`
}

func asContactRow(c seal.Contact) contactRow {
	row := contactRow{asKeyRow(c.Certificate), string(seal.Familiar), stamped(c.Pinned), stamped(c.Checked), stamped(c.Replaced), c.Renews}
	row.Name = c.Name
	switch {
	case !c.Replaced.IsZero():
		row.Known = string(seal.Former)
	case c.Checked.IsZero():
		row.Known = string(seal.Unchecked)
	}
	return row
}

func (s *session) listContacts() error {
	list, err := s.contacts()
	if err != nil {
		return err
	}
	if err := s.publishContacts(); err != nil {
		return err
	}
	slices.SortStableFunc(list, func(a, b seal.Contact) int { return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)) })
	rows := []contactRow{}
	for _, c := range list {
		rows = append(rows, asContactRow(c))
	}
	if s.json {
		return s.printJSON(rows)
	}
	if len(rows) == 0 {
		s.print("%s", s.t.T("cli.contacts.none"))
		return nil
	}
	var table [][]string
	for _, row := range rows {
		table = append(table, []string{clean(row.Name), strings.Join(row.Words, " "), s.sinceWhen(row)})
	}
	s.table(table)
	return nil
}

// sinceWhen says how well a contact is known.
func (s *session) sinceWhen(row contactRow) string {
	at := map[string]plan.Instant{string(seal.Familiar): row.Checked, string(seal.Unchecked): row.Pinned, string(seal.Former): row.Replaced}[row.Known]
	return s.t.T("cli.contacts."+row.Known, "Day", s.day(at.Time().In(s.Now().Location())))
}
